// The plan in a tree of canonical XML, by the field table: no code of its own for any field.
#pragma once

#include "base/result.hpp"
#include "read/document.hpp"

#include <pugixml.hpp>
#include <string_view>

namespace ehc::read {

// `source` is the UTF-8 text that `root` was parsed from, for places. Error: as read_xml, without broken XML.
[[nodiscard]] Result<Document> plan_from_xml(const pugi::xml_node& root, std::string_view source, std::string_view path,
                                             const Limits& limits);

} // namespace ehc::read

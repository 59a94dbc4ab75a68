// What the file of a word processor says of itself: its title, who wrote it, who saved it last and when. Word and OpenDocument
// hold the same under other names. What is there and empty, or not there at all, is blank: the format has it, and nobody filled
// it in. The words stand in no block, so they have no pieces.
#pragma once

#include "plan/plan.hpp"

#include <pugixml.hpp>
#include <string_view>

namespace ehc::read {

// The local names of the elements.
struct PropertyNames {
    std::string_view title, author, last_modified_by, created, modified;
};

// `parent` holds the elements; it may be null.
[[nodiscard]] plan::Properties file_properties(pugi::xml_node parent, const PropertyNames& names);

} // namespace ehc::read

// An OpenDocument text (.odt, .ott) to blocks, as the Word reader makes them: tracked changes read as accepted, struck-through
// and hidden text left out, comments counted, prompts of unfilled fields marked.
//
// Origin: block, and the nth paragraph or heading of the body, from 1, those in text boxes not counted.
// Errors: not an OpenDocument text (and what it is instead), protected by a password, damaged, or beyond Limits.
// Source: OpenDocument 1.3 parts 2 (packages) and 3 (schema).
#pragma once

#include "read/document.hpp"

#include <string_view>

namespace ehc::read {

[[nodiscard]] Result<Document> read_odt(std::string_view bytes, std::string_view path, const Limits& limits);

} // namespace ehc::read

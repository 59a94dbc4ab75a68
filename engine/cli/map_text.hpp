// The map of a document's sections, and of what its front page says, in plain text, as `ehcaudit convert --map` prints it.
// Errors: none. Lines are no wider than `width` columns, but for a title's first word.
#pragma once

#include "read/recognise.hpp"

#include <string>
#include <string_view>

namespace ehc::cli {

[[nodiscard]] std::string map_text(std::string_view path, const read::Recognition& recognition, unsigned width);

} // namespace ehc::cli

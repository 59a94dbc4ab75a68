// The names of areas of need as heads: over what stands below them, or before it with a colon or dash.
// Errors: none.
#pragma once

#include "plan/choices.hpp"
#include "read/words.hpp"

#include <optional>

namespace ehc::read {

inline constexpr std::size_t sure_area_wording = 15; // letters: shorter names of areas are common words

// The area that opens a paragraph about it, with a colon or dash behind.
[[nodiscard]] std::optional<plan::Area> area_of_opening(const Words& words);
// The area of need that a subhead names.
[[nodiscard]] std::optional<plan::Area> area_of_subhead(const Words& words, bool long_text = false);

} // namespace ehc::read

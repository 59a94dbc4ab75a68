// What the words of a paragraph or cell make of it, among the items of a section: a strength, a sentence about the section
// itself, a pointer to another part of the plan, or an item.
// Errors: none.
#pragma once

#include "read/words.hpp"

#include <string>
#include <string_view>

namespace ehc::read {

// What a child can do, with nothing that is hard.
[[nodiscard]] bool only_strengths(const Words& words);
// "Strengths: he talks with ease", "What I can do: I point": the tag stands in the paragraph that it is about.
[[nodiscard]] bool opens_with_strengths(const Words& words);
// Of the section and not of the child: where its provision is made, how its tables and numbers are read.
[[nodiscard]] bool tells_of_section(const Words& words);
// "The school sets targets each term and reviews them in March": how outcomes are worked towards, and none of them.
[[nodiscard]] bool tells_of_targets(const Words& words);
// "The integrated care board agreed to this provision on 12 May 2026."
[[nodiscard]] bool tells_of_agreement(const Words& words);
// "See section H2.", "E7 and E1 above.": a cell that sends the reader to another part of the plan and says nothing itself.
[[nodiscard]] bool only_refers(const Words& words);
// The number of "8." or "8)" before an item of a list; nothing for bullets, letters and numbers of several parts.
[[nodiscard]] std::string list_number(std::string_view label);

} // namespace ehc::read

// The words of section titles: which section a title names, with or without a letter, in the ways councils word them ("My special
// educational needs", "Views, interests and aspirations of Maya and her parents").
// Errors: none.
#pragma once

#include "plan/choices.hpp"
#include "read/words.hpp"

#include <optional>

namespace ehc::read {

// True when the words of [range) are those that the section's title usually has.
[[nodiscard]] bool names_section(const Words& words, WordRange range, plan::Letter letter);
// True when the title opens with such words, as a title does and "D. Achterberg, social worker" does not.
[[nodiscard]] bool opens_with_section(const Words& words, WordRange range, plan::Letter letter);
// The section that the title names: its own letter where its words allow that, else the other section that they name
// clearly, else nothing.
[[nodiscard]] std::optional<plan::Letter> title_letter(const Words& words, WordRange range, plan::Letter own);
// The section of a heading without a letter, when the whole heading is one of the titles known: "Views Interests Strengths
// Aspirations", "My special educational needs". `advice` adds the titles of advice reports ("Recommendations").
[[nodiscard]] std::optional<plan::Letter> letter_by_words(const Words& words, bool advice = false);
// The word at which a heading proper begins: after "1.1", "Part 1:", "Section 2 -"; 0 where no such number stands.
[[nodiscard]] std::uint32_t after_part_number(const Words& words);

} // namespace ehc::read

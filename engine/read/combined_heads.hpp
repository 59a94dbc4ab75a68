// Headings over several sections ("Sections E and F", a bare "Section H"): the sections below them told apart by the columns
// of a table, by outcomes or by subheads; and the sections of columns that bear no letter.
// Errors: none; sections that nothing tells apart stay merged under their heading.
#pragma once

#include "read/section_heads.hpp"

#include <set>
#include <string_view>
#include <vector>

namespace ehc::read {

// One letter, or several, at the place of a heading.
struct FoundHead {
    std::uint32_t line = 0;
    SectionHead head;
    std::size_t body = 0; // words up to the next one
    bool dropped = false;
};

// Gives the letters of combined headings to those sections that have no heading of their own, and every column its letter.
// `found` stands in the order of lines, before and after. The letters whose sections were told apart under one heading.
[[nodiscard]] std::set<plan::Letter> part_combined_heads(const std::vector<Line>& lines, const Tables& tables, std::vector<HeaderRow>& headers,
                                                         std::vector<FoundHead>& found);

// A heading that its words make one, without a letter.
[[nodiscard]] SectionHead head_by_words(const Line& line, std::uint32_t index, plan::Letter letter);

constexpr std::uint32_t longest_plain_heading = 45; // words
constexpr std::uint32_t longest_word_heading = 40;
[[nodiscard]] bool full_stop(std::string_view text);

} // namespace ehc::read

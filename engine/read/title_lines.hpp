// The first lines of a document, in which it says what it is, and how often it names things.
// Errors: none.
#pragma once

#include "read/document.hpp"
#include "read/words.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace ehc::read {

inline constexpr std::uint32_t longest_title = 18; // words
inline constexpr std::string_view plan_titles[] = {"education health and care plan", "ehc plan", "ehcp", "education health care plan", "eh and c plan", "my plan", "education health and care ehc plan"};
inline constexpr std::string_view ehc_words[] = {"ehc plan", "ehc plans", "ehcp", "ehcps", "education health and care plan", "education health and care plans"};
// Words by which a title says that the paper is about plans.
inline constexpr std::string_view sure_guide_titles[] = {"guidance", "guidance notes", "guide", "guides", "guidelines", "checklist", "toolkit", "factsheet", "fact sheet", "leaflet", "handbook", "policy", "policy statement", "procedure", "protocol", "strategy"};

struct TitleLine {
    const Block* block;
    Words words;
};

// Lines with words, without page heads, notes and contents; they point into the document.
[[nodiscard]] std::vector<TitleLine> first_lines(const Document& document);
// How many paragraphs hold one of the phrases.
[[nodiscard]] std::size_t times(const Document& document, std::span<const std::string_view> phrases);

} // namespace ehc::read

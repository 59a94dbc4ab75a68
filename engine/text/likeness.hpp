// How much two texts speak of the same thing: content words in common, by a stop-word list and a light stemmer. Used to
// infer which provision meets which need where the plan gives no reference.
#pragma once

#include "text/analysis.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ehc::text {

// Stems of the content words of a text, each once, sorted. Numbers, function words and the words that every plan is full
// of (support, need, help, child, school, week ...) are left out.
[[nodiscard]] std::vector<std::string> content_stems(const Analysis& analysis);
// The same of its tokens [first, last).
[[nodiscard]] std::vector<std::string> content_stems(const Analysis& analysis, std::uint32_t first, std::uint32_t last);
[[nodiscard]] std::size_t shared(const std::vector<std::string>& a, const std::vector<std::string>& b);
// Words of a text, folded: tokens [first, last) without signs.
[[nodiscard]] std::vector<std::string_view> plain_words(const Analysis& analysis, std::uint32_t first, std::uint32_t last);
// How many of the words of `a` stand in a run of four or more that `b` has too, as copied sentences do; where `a` is shorter
// than that, all of it in one run or none.
[[nodiscard]] std::size_t copied_words(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b);
// How alike two texts are, in percent: twice the words they share, each as often as both have it, over the words of both
// (Dice). Numbers do not count, so that the same sentence with another date or amount is alike.
[[nodiscard]] double likeness(std::vector<std::string_view> a, std::vector<std::string_view> b);
// Percent of the words that stand in a run of six which occurs more than once.
[[nodiscard]] double repetition(const std::vector<std::string_view>& words);
// "reading", "reads" and "read" have one stem; conservative: it never joins words of different meaning to save one.
[[nodiscard]] std::string stem(std::string_view folded_word);

} // namespace ehc::text

// How much two texts speak of the same thing: content words in common, by a stop-word list and a light stemmer. Used to
// infer which provision meets which need where the plan gives no reference.
#pragma once

#include "text/analysis.hpp"

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
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

// Whether a word is the other one with one slip: a letter added, left out or changed, or two neighbours swapped, in words of
// four letters or more that begin alike. The s of a plural or possessive is no slip. Both folded.
[[nodiscard]] bool misspells(std::string_view word, std::string_view other);

// Words as numbers, the same for equal words, so that texts are compared without reading their letters again.
using WordId = std::uint32_t;
class WordIds {
  public:
    [[nodiscard]] WordId of(std::string_view word); // keeps a view of a new word, which must outlive this
    [[nodiscard]] std::string_view word(WordId id) const { return words_[id]; }

  private:
    std::unordered_map<std::string_view, WordId> ids_; // looked up, never walked
    std::vector<std::string_view> words_;
};

// Percent of the words that stand in a run of six which occurs more than once.
[[nodiscard]] double repetition(const std::vector<WordId>& words);

// The words of a text made ready for being compared with those of many others.
class WordList {
  public:
    WordList(const std::vector<WordId>& words, const WordIds& ids);

    [[nodiscard]] std::size_t size() const noexcept { return words_.size(); }
    // How many of the words stand in a run of four or more that the other has too, as copied sentences do; where there are
    // fewer than four, all of them in one run or none.
    [[nodiscard]] std::size_t copied_from(const WordList& other) const;
    // How alike two texts are, in percent: twice the words they share, each as often as both have it, over the words of both
    // (Dice). Numbers do not count, so that the same sentence with another date or amount is alike.
    [[nodiscard]] double likeness(const WordList& other) const;

  private:
    static constexpr std::size_t shortest_run = 4;
    using Run = std::array<WordId, shortest_run>;

    std::vector<WordId> words_;
    std::vector<WordId> counting_; // without numbers, sorted
    std::vector<Run> runs_;        // sorted
    std::vector<std::uint64_t> hashes_; // of the runs, sorted: most pairs of texts have none in common, which is soon seen
};

// "reading", "reads" and "read" have one stem; conservative: it never joins words of different meaning to save one.
[[nodiscard]] std::string stem(std::string_view folded_word);

} // namespace ehc::text

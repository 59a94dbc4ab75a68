// Wording that rules look for, as trees of words, and the one automaton that finds all of it in one walk over a text.
//
// Every pattern matches whole words of the folded text. There is no unbounded repetition, so the cost of a scan is linear
// in the text for a given set of patterns; the number of active states per word is bounded by the patterns alone.
// Phrases are written as people would: "as (and when) required" has optional words, "regular(ly)" an optional ending,
// "therap(y|ist|ists)" alternatives, "struggl*" any ending, "reduce ... hours" up to four words between.
#pragma once

#include "base/span.hpp"
#include "text/analysis.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ehc::text {

struct Pattern {
    enum class Kind : std::uint8_t {
        word,     // exactly this folded word, number or mark: `text`
        prefix,   // any word that begins with `text`
        number,   // any number or number word; the first one of a match is captured
        date,     // any date the analysis found, as a whole; the first one is captured
        any,      // any one word or number
        dash,     // a dash that must be there
        sequence, // `parts` in order
        either,   // one of `parts`
        optional, // `parts` in order, or nothing
        gap,      // up to `count` words, none included; stays inside the sentence
        tagged,   // `parts` in order; a match carries `tag`
        capital,  // any word whose first letter is a capital in the original
    };
    Kind kind = Kind::sequence;
    std::string text;
    std::uint32_t count = 0;
    std::uint32_t tag = 0;
    std::vector<Pattern> parts;
    bool operator==(const Pattern&) const = default;
};

// What a written phrase is not: where and why, in the author's words.
struct PhraseFault {
    Span span;
    std::string what;
};

// Reads a phrase in the notation above. The bytes of a fault's span are those of `phrase`.
[[nodiscard]] std::variant<Pattern, PhraseFault> read_phrase(std::string_view phrase);

struct Match {
    std::uint32_t pattern = 0; // as numbered by Matcher::add
    std::uint32_t first = 0;   // tokens [first, last)
    std::uint32_t last = 0;
    Span span; // bytes of the original
    std::optional<double> number;
    std::optional<std::uint32_t> date; // index into Analysis::dates()
    std::optional<std::uint32_t> tag;  // of the first tagged part that was passed
};

class Matcher {
  public:
    // Adds a pattern and returns its number. All patterns are added before the first scan.
    std::uint32_t add(const Pattern& pattern);
    // Every pattern's matches: for each pattern the longest at its leftmost place, not overlapping each other; sorted by
    // pattern, then place. const and safe to share between threads.
    [[nodiscard]] std::vector<Match> scan(const Analysis& analysis) const;

    [[nodiscard]] std::size_t states() const noexcept; // for the benchmark and limits
    [[nodiscard]] std::size_t patterns() const noexcept;

  private:
    struct Impl; // see pattern.cpp; replace this by plain members if that is simpler
};

} // namespace ehc::text

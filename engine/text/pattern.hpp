// Wording that rules look for, as trees of words, and the one automaton that finds all of it in one walk over a text.
//
// Every pattern matches whole words of the folded text. Up to two dashes in a row are passed over between words. There is no unbounded repetition, so the cost of a scan is linear
// in the text for a given set of patterns; the number of active states per word is bounded by the patterns alone.
// Phrases are written as people would: "as (and when) required" has optional words, "regular(ly)" an optional ending,
// "therap(y|ist|ists)" alternatives, "struggl*" any ending, "reduce ... hours" up to four words between.
#pragma once

#include "base/span.hpp"
#include "text/analysis.hpp"
#include "text/vocabulary.hpp"
#include "text/word_key.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

namespace ehc::text {

struct Pattern {
    enum class Kind : std::uint8_t {
        word,     // exactly this folded word, number or mark: `text`; a stop only where `text` is its sign ("!")
        prefix,   // any word that begins with `text`
        number,   // any number or number word; the first one of a match is captured
        date,     // any date the analysis found, as a whole; the first one is captured
        any,      // any one word or number
        dash,     // a dash that must be there
        sequence, // `parts` in order
        either,   // one of `parts`
        optional, // `parts` in order, or nothing
        gap,      // up to `count` words, none included, and up to three signs between two words; stays inside the sentence
        tagged,   // `parts` in order; a match carries `tag`
        capital,  // any word whose first letter is a capital in the original; with `count` 2 a word of two capitals or more
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
    // Adds a pattern and returns its number. All patterns are added before the first scan. A pattern nested deeper than 200
    // matches nothing; a gap is at most 100 words wide.
    std::uint32_t add(const Pattern& pattern);
    // Every pattern's matches: for each pattern the longest at its leftmost place, not overlapping each other; sorted by
    // pattern, then place. Where the same words can be read in several ways, earlier alternatives win, optional parts are
    // taken and gaps are as short as they can be. const and safe to share between threads.
    [[nodiscard]] std::vector<Match> scan(const Analysis& analysis) const;

    [[nodiscard]] std::size_t states() const noexcept; // for the benchmark and limits
    [[nodiscard]] std::size_t patterns() const noexcept;

  private:
    class Scan;

    static constexpr std::uint32_t none = ~0U;

    // What a token is, or what a pattern may go on with, as bits: kinds of token, the two letters that a word begins with, and
    // words. They share 64, so that two have one in common where the one may be the other; that they do is no proof. A dash may
    // be passed over and is anything.
    using Traits = std::uint64_t;
    static constexpr Traits is_token = 1, is_number = 2, is_capital = 4, is_capitals = 8;
    static constexpr std::uint32_t kind_bits = 4, letter_bits = 28, word_bits = 32;
    static Traits trait_of_word(std::uint32_t word) noexcept { return Traits{1} << (kind_bits + letter_bits + (word * 0x9E3779B1U >> 16) % word_bits); }
    static Traits trait_of_letters(const char* word) noexcept {
        const std::uint32_t two = static_cast<unsigned char>(word[0]) * 256U + static_cast<unsigned char>(word[1]);
        return Traits{1} << (kind_bits + (two * 0x9E3779B1U >> 16) % letter_bits);
    }

    // One step of a pattern. Leaves test tokens and go on to `next`; the others test none.
    struct State {
        enum class Kind : std::uint8_t { word, prefix, number, date, any, dash, capital, gap, split, tag, accept };
        Kind kind = Kind::accept;
        bool checked = false;    // may be reached in several ways: a scan goes on from it once a token
        std::uint32_t value = 0; // word: its id; prefix: of prefixes_; gap: words left; split: of splits_; tag: the tag
        std::uint32_t next = 0;  // gap: after it; the gap with one word less is the state before this one
        Traits may = is_token;   // what the token can be at which the pattern goes on from here; is_token where it can be anything
    };
    // One way on from a split: a state, and the first tag passed on the way there.
    struct Way {
        std::uint32_t state = 0;
        std::uint32_t tag = none;
    };
    struct WordWay {
        std::uint32_t word = 0;
        std::uint32_t order = 0; // among all ways of the split
        Way way;                 // its state is the one after the word
    };
    struct OtherWay {
        std::uint32_t order = 0;
        Way way;
        Traits may = 0;
    };
    struct Split {
        std::vector<Way> ways;       // as written
        std::vector<WordWay> words;  // those that begin with a word, sorted by word, then order
        std::vector<OtherWay> other; // the rest, in order
    };
    // Where a pattern begins at a token. Most phrases fail at their second word, which is seen before anything else.
    struct Start {
        std::uint32_t pattern = 0;
        Traits second = 0; // of the token after the first; is_token where anything may follow, or nothing
        Way way{};
        bool past_word = false; // the token is matched already: go on after it
    };
    struct PrefixStart {
        std::string text;
        Start start;
    };

    std::uint32_t state(State::Kind kind, std::uint32_t value, std::uint32_t next);
    std::uint32_t build(const Pattern& pattern, std::uint32_t next, int depth);
    std::uint32_t sequence(const std::vector<Pattern>& parts, std::uint32_t next, int depth);
    std::uint32_t split(const std::vector<std::uint32_t>& states);
    void add_ways(std::vector<Way>& ways, Way way) const;
    void mark_checked(std::uint32_t from);
    void index(std::uint32_t pattern, std::uint32_t first);
    std::vector<Way> beginnings(std::uint32_t entry, std::uint32_t first) const;
    Traits may_begin(State::Kind kind, std::uint32_t value, std::uint32_t next) const;
    static constexpr std::size_t filter_bit(std::uint32_t key) { return (key * 0x9E3779B1U) >> 20; } // of 4096
    bool may_have_prefix(const char* word) const noexcept {
        const std::size_t bit = filter_bit(prefix_key(word));
        return (prefix_keys_[bit / 64] >> (bit % 64) & 1U) != 0;
    }

    Vocabulary words_;
    std::vector<State> states_;
    std::vector<std::string> prefixes_;
    std::vector<Split> splits_;
    std::vector<std::uint32_t> entries_; // of each pattern
    // Patterns by what they can begin with.
    std::vector<std::vector<Start>> by_word_; // by word id
    std::vector<std::uint8_t> begins_{0};     // by word id: 1 where by_word_ has any
    std::unordered_map<std::uint32_t, std::vector<PrefixStart>> by_prefix_;
    std::array<std::uint64_t, 64> prefix_keys_{}; // a filter before by_prefix_
    std::vector<PrefixStart> by_short_prefix_;
    std::vector<Start> by_number_, by_date_, by_any_, by_dash_, by_capital_, by_gap_;
};

} // namespace ehc::text

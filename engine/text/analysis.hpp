// One text read once: folded, cut into words, sentences and dates. Everything that rules ask of wording starts here, so a
// text is folded and tokenised once however many rules look at it.
//
// Folding (ICU): case, accents, ligatures, curly quotes, kinds of dash, non-breaking spaces, soft hyphens and line wraps
// make no difference. Units: spans are bytes of the original UTF-8 text; invalid bytes fold to U+FFFD and never stop work.
// A paragraph end ('\n' in the original) ends a sentence. "e.g." and "i.e." are one word, written with or without points, and the point of "Dr." is no sign.
#pragma once

#include "base/date.hpp"
#include "base/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ehc::text {

enum class TokenKind : std::uint8_t {
    word,   // letters with inner apostrophes: "child's"; letters and digits are always apart: "year5" is "year" "5"
    number, // digits with an inner point or thousands comma: "2.5", "6,000"
    dash,   // any dash; matching passes over it unless a pattern asks for it, so "part time" finds "part-time"
    mark,   // any other sign, one token each; runs of _ . x? are one token of fixed length: "____", "......", "xxx", "??"
    stop,   // end of a sentence or paragraph, folded to its sign or "\n"; never two in a row; "e.g.", "Dr." and decimals end none
};

struct Token {
    Span span;   // in the original text
    Span folded; // in Analysis::folded()
    std::uint32_t sentence = 0;
    TokenKind kind = TokenKind::word;
    bool space_before = false;
    double number = 0; // for numbers, and for number words: "two" is 2, "half" 0.5, "forty-five" 45 on its first word

    [[nodiscard]] bool is_word() const noexcept { return kind == TokenKind::word || kind == TokenKind::number; } // and no sign
};

// A date that stands in the text, as tokens [first, last).
struct FoundDate {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    PartialDate date;
    bool valid = true; // false for "31/04/2025": written as a date that does not exist
};

class Analysis {
  public:
    // Keeps a view of `original`, which must outlive this.
    explicit Analysis(std::string_view original);

    [[nodiscard]] std::string_view original() const noexcept { return original_; }
    [[nodiscard]] std::string_view folded() const noexcept { return {folded_.data(), folded_size_}; }
    [[nodiscard]] const std::vector<Token>& tokens() const noexcept { return tokens_; }
    [[nodiscard]] std::string_view word(std::uint32_t token) const noexcept; // folded
    [[nodiscard]] const std::vector<FoundDate>& dates() const noexcept { return dates_; }
    [[nodiscard]] std::uint32_t word_count() const noexcept; // words and numbers
    [[nodiscard]] std::uint32_t word_count(std::uint32_t first, std::uint32_t last) const noexcept; // of tokens [first, last)
    [[nodiscard]] std::uint32_t sentence_count() const noexcept;
    // Bytes of the original that hold tokens [first, last), of the whole sentence or paragraph around a token.
    [[nodiscard]] Span span(std::uint32_t first, std::uint32_t last) const noexcept;
    [[nodiscard]] Span sentence(std::uint32_t token) const noexcept;
    [[nodiscard]] Span paragraph(std::uint32_t token) const noexcept;
    // True when a word that denies ("no", "not", "never", "without", "n't" ...) governs the token: it stands before it in
    // the same clause, at most six words away, with no "but", ";" or stop between.
    [[nodiscard]] bool negated(std::uint32_t token) const noexcept;
    // True between an opening and a closing double quotation mark of the same paragraph.
    [[nodiscard]] bool quoted(std::uint32_t token) const noexcept;
    // True when the token is a word that begins with a capital letter in the original.
    [[nodiscard]] bool capital(std::uint32_t token) const noexcept;
    // True when the token is a word of two letters or more, all of them capitals.
    [[nodiscard]] bool all_capitals(std::uint32_t token) const noexcept;
    // Tokens that the number at `token` is written in, 1 to 3: "forty-five" is three. 0 where no number begins.
    [[nodiscard]] std::uint32_t number_length(std::uint32_t token) const noexcept;

  private:
    std::string_view original_;
    std::string folded_; // with a few zeros after the folded text, so that words can be read eight bytes at a time
    std::uint32_t folded_size_ = 0;
    std::vector<Token> tokens_;
    std::vector<FoundDate> dates_;
    std::vector<Span> sentences_; // token ranges
    std::vector<Span> quotes_;    // token ranges between double quotation marks
    std::vector<std::uint32_t> paragraph_ends_; // bytes of the original
    std::uint32_t word_count_ = 0;
};

// The folded form of a word or phrase, as Analysis makes it.
[[nodiscard]] std::string fold(std::string_view text);

} // namespace ehc::text

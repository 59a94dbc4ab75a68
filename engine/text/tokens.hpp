// The one walk over a text: folds it and cuts it into tokens and sentences. What Analysis is built from.
// Errors: none; any bytes make some tokens. Texts are at most 4 GB, as spans are 32 bits.
#pragma once

#include "text/analysis.hpp"
#include "text/known_words.hpp"

namespace ehc::text {

struct TokenStream {
    std::string folded;            // and key_bytes zeros
    std::uint32_t folded_size = 0; // without these
    std::vector<Token> tokens;
    std::vector<Span> sentences; // token ranges, none empty
    std::vector<Span> quotes;    // token ranges between double quotation marks
    std::vector<std::uint32_t> paragraph_ends;
    std::vector<std::uint32_t> calendar; // tokens at which a date may begin: numbers, months, terms
    std::uint32_t words = 0;             // words and numbers
};

[[nodiscard]] TokenStream tokenise(std::string_view original);

// The dates of a text, in order, not overlapping.
[[nodiscard]] std::vector<FoundDate> find_dates(std::string_view original, const TokenStream& stream);

// Tokens that the number at `at` is written in; 0 where none begins.
[[nodiscard]] std::uint32_t number_length(const std::vector<Token>& tokens, std::uint32_t at) noexcept;

[[nodiscard]] bool begins_with_capital(std::string_view original, const Token& token) noexcept;

} // namespace ehc::text

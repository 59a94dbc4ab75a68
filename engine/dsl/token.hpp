// The words, numbers, dates, strings and signs of a rule file, as the grammar reads them. Comments and white space are gone
// but for one mark: whether a token is the first on its line.
#pragma once

#include "base/date.hpp"
#include "dsl/fault.hpp"
#include "dsl/keywords.hpp"

#include <string>
#include <vector>

namespace ehc::dsl {

struct Token {
    enum class Kind : std::uint8_t { word, number, date, day_of_year, string, sign, end };
    Kind kind = Kind::end;
    WordNumber word = 0; // 0 for a word that is no keyword
    char sign = 0;
    bool line_first = false;
    Span span;
    Date date; // for Kind::date; for Kind::day_of_year that day of the year 2000
};

struct Tokens {
    std::vector<Token> tokens; // the last one, and only that, is Kind::end
    Faults faults;
    // Lines on which something had to be left out, so that what the grammar says of them would only mislead.
    std::vector<std::uint32_t> broken_lines; // sorted
};

// Goes on after each fault with what the author most likely meant.
[[nodiscard]] Tokens tokens_of(const Source& source);

// A string token without its quotes and escapes.
[[nodiscard]] std::string unquoted(std::string_view token);
// A word, sign or string of the author's for a fault: in backticks, one line, cut when long.
[[nodiscard]] std::string shown(std::string_view text);

inline constexpr std::size_t most_faults = 50;

} // namespace ehc::dsl

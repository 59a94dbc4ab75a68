// What to say where the grammar did not get on: what was expected, in the language's own words, with the near name of a
// misspelt keyword. When something is missing at the end of a line, the fault stands there and not on the next line.
#pragma once

#include "dsl/token.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ehc::dsl {

// How far the grammar got and what it looked for there.
struct Impasse {
    // A keyword phrase from `first` on that did not find its next word at `where`.
    struct Miss {
        const Token* first;
        const Token* where;
        std::string_view word;
        std::string_view phrase;
        bool operator==(const Miss&) const = default;
    };

    const Token* begin = nullptr;  // of the construct being read
    const Token* at = nullptr;     // the token that does not fit
    const Token* phrase = nullptr; // first token of the keyword phrase that ends before `at`, if there is one
    std::vector<Miss> misses{};    // of phrases that looked at `at` or began just before it
    bool comma = false;            // whether a comma would have fitted

    void missed(const Miss& miss);
};

[[nodiscard]] Fault expected_fault(const Source& source, const Impasse& impasse, std::string_view expected);
[[nodiscard]] Fault unexpected_fault(const Source& source, const Impasse& impasse);

// The span of a token that does not fit, or the end of the line before it when it is the first on its own.
[[nodiscard]] Span place_of(const Token* begin, const Token* at);
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);
[[nodiscard]] std::string_view text_of(const Source& source, const Token* token);

} // namespace ehc::dsl

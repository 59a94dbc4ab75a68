// The obvious evaluator, to compare the real one with: compiled rules walked as they stand, every item of every list, every
// word of every text, every day that a partial date may mean. No index, no cache, nothing shared with engine/eval. It knows
// the part of the language that tests/naive/generate.hpp writes.
#pragma once

#include "compile/compiled.hpp"

#include <map>
#include <string>
#include <vector>

namespace ehc::naive {

// The phrases of a lexicon, each a list of plain words.
struct Phrases {
    std::vector<std::vector<std::string>> hits, exceptions;
};
using Lexicons = std::map<std::string, Phrases>;

// What a rule says of a plan, as far as the two evaluators must agree to the letter.
struct Verdicts {
    std::vector<std::string> findings; // "major" and, where words were forbidden, the words found
    unsigned passed = 0, not_applicable = 0, asked = 0;
    bool unchecked = false; // the real one tells a reason once, however many subjects have it
    // Behind a severity: the finding is of words, but the text for them is not stated, and shows whatever stands there.
    static constexpr const char* any_words = " ...";
    [[nodiscard]] std::string text() const;
};

[[nodiscard]] Verdicts evaluate(const compile::CompiledRules& rules, const compile::Rule& rule, const Lexicons& lexicons, const plan::Plan& plan, Date as_at);

} // namespace ehc::naive

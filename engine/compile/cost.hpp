// What a rule costs, told from its words alone: how many lists it goes through one inside another, and whether it compares
// texts word by word. Every rule ends; this says how soon.
#pragma once

#include "compile/compiled.hpp"

#include <string>

namespace ehc::compile {

struct Cost {
    unsigned loops = 0;          // lists, mentions or sentences gone through one inside another
    bool compares_texts = false; // likeness, shares, words in common, links that are inferred
    auto operator<=>(const Cost&) const = default;
};

[[nodiscard]] Cost cost_of(const CompiledRules& rules, const Rule& rule);
// "light: looks at the plan once", "heavy: each item against each other; compares texts word by word"
[[nodiscard]] std::string cost_words(const Cost& cost);

} // namespace ehc::compile

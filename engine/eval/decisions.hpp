// What became of the conditions of rules while they were run: for the coverage and the boundary tables of `rules test`.
// Filled by an evaluator whose context names one; a condition that was not looked at, or could not be told, leaves no trace.
#pragma once

#include "builtin/truth.hpp"
#include "eval/value.hpp"

#include <unordered_map>

namespace ehc::eval {

struct Decisions {
    struct Seen {
        bool yes = false;
        bool no = false;
    };
    // A date of the plan that takes part in a comparison.
    struct DateOf {
        const plan::FieldRow* field = nullptr;
        Record owner;
    };
    // A comparison of dates, lengths of time or numbers whose values were all known; `values` as its kids.
    struct Compared {
        const compile::Expr* expr = nullptr;
        std::vector<Value> values;
        std::vector<DateOf> dates;
    };

    // Looked up, never walked: their order shows nowhere. A condition is known by its address in the CompiledRules.
    std::unordered_map<const compile::Expr*, Seen> seen;
    std::vector<Compared> compared; // in the order in which they were decided

    void decided(const compile::Expr& condition, const builtin::Truth& truth) {
        if (truth.is_unknown())
            return;
        Seen& ways = seen[&condition];
        (truth.yes() ? ways.yes : ways.no) = true;
    }
};

} // namespace ehc::eval

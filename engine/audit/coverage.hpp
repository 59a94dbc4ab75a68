// What the examples inside rules reach: of every condition whether some example decided it with yes and some with no, and
// for conditions on dates the day on which the answer turns.
#pragma once

#include "audit/examples.hpp"

namespace ehc::audit {

// A condition of a rule, or an operand of its `and` or `or`. A part counts like a condition of its own: `unless A or B` with a
// B that no example makes true is a hole.
struct CoveredCondition {
    const compile::Rule* rule = nullptr;       // null for a condition of a definition
    const compile::Derived* derived = nullptr; // the definition
    const compile::Expr* expr = nullptr;
    std::string_view clause{}; // "where", "unless" ...
    eval::Decisions::Seen seen{};
    [[nodiscard]] bool both_ways() const noexcept { return seen.yes && seen.no; }
};

// In the order of the rules and, within one, as written; then the definitions that they use, each once. Of a compound condition that no example reached at all the parts are
// left out.
[[nodiscard]] std::vector<CoveredCondition> coverage(const compile::CompiledRules& rules, const std::vector<const compile::Rule*>& chosen,
                                                       const eval::Decisions& decisions);

// A date that a comparison turns on, moved over the limit in one of the rule's own examples: the day before the limit, the
// limit and the day after.
struct Boundary {
    struct Day {
        Date date;
        bool holds = false;  // the comparison
        std::string verdict; // of the rule: "quiet", "fires (major)", "unchecked" ...
    };
    const compile::Rule* rule = nullptr;
    const compile::Expr* expr = nullptr;
    const compile::Example* example = nullptr;
    std::string moved; // "date of advice"
    std::vector<Day> days; // three
    // INVARIANT of the language: the answer of a comparison turns exactly once between the three days.
    [[nodiscard]] unsigned turns() const noexcept;
};

[[nodiscard]] std::vector<Boundary> boundaries(const compile::CompiledRules& rules, const std::vector<const compile::Rule*>& chosen);

} // namespace ehc::audit

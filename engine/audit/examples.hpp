// The examples inside rules, run: `fires on` must give findings with the words named, `quiet on` must be decided and give
// none, `unchecked on` must not be decided, for the reasons named. An example is a minimal good final plan of 15 January 2025,
// judged as at 1 June 2025, with what the example says put in its place; only its own rule is run on it.
#pragma once

#include "compile/compiled.hpp"
#include "eval/decisions.hpp"
#include "eval/evaluate.hpp"

#include <string>
#include <vector>

namespace ehc::audit {

struct ExampleResult {
    const compile::Rule* rule = nullptr;
    const compile::Example* example = nullptr;
    bool good = false;
    std::string what; // for one that is not good: what was expected and what came instead
};

// `decisions`, where given, learns which way each condition was decided.
[[nodiscard]] std::vector<ExampleResult> run_examples(const compile::CompiledRules& rules, const std::vector<const compile::Rule*>& chosen,
                                                      eval::Decisions* decisions = nullptr);

// The plan of one example, and the day as at which it is judged.
struct ExamplePlan {
    plan::Plan plan;
    Date as_at;
};
[[nodiscard]] ExamplePlan plan_of(const compile::Rule& rule, const compile::Example& example);

} // namespace ehc::audit

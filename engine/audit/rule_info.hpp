// What reports tell about the rules that were run, and parameter values as people write them.
// Total; the same rules give the same answer.
#pragma once

#include "compile/compiled.hpp"
#include "finding/finding.hpp"

#include <string>
#include <vector>

namespace ehc::audit {

[[nodiscard]] std::vector<finding::RuleInfo> describe(const compile::CompiledRules& rules, const std::vector<const compile::Rule*>& chosen);

// "12 months"; "12 months, education_setting: 6 months" for a value set by a choice.
[[nodiscard]] std::string value_text(const compile::Parameter& parameter);

// The rule's words from `rule` to `end`, as its author wrote them.
[[nodiscard]] std::string_view card(const compile::CompiledRules& rules, const compile::Rule& rule);
// The parameters that are named in them.
[[nodiscard]] std::vector<const compile::Parameter*> parameters_of(const compile::CompiledRules& rules, const compile::Rule& rule);

} // namespace ehc::audit

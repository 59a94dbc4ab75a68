// What reports tell about the rules that were run.
// Total; the same rules give the same answer.
#pragma once

#include "compile/compiled.hpp"
#include "finding/finding.hpp"

#include <string>
#include <vector>

namespace ehc::audit {

[[nodiscard]] std::vector<finding::RuleInfo> describe(const compile::CompiledRules& rules, const std::vector<const compile::Rule*>& chosen);

// The rule's words from `rule` to `end`, as its author wrote them.
[[nodiscard]] std::string_view card(const compile::CompiledRules& rules, const compile::Rule& rule);

} // namespace ehc::audit

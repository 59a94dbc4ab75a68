// The grades that packs give a whole document, from what was found in it.
//
// A judgement is a ceiling: it counts what the rules found, left unchecked or ask, and never what it did not look at.
#pragma once

#include "compile/compiled.hpp"
#include "finding/finding.hpp"

namespace ehc::eval {

[[nodiscard]] std::vector<finding::JudgementGiven> judge(const compile::CompiledRules& rules, const finding::DocumentReport& report);

} // namespace ehc::eval

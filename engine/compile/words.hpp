// Compiled rules in words: for lists, references and explanations. Nothing here decides anything.
#pragma once

#include "compile/compiled.hpp"

#include <string>
#include <vector>

namespace ehc::compile {

// "24 months", "12 May 2025", "yes", "speech and language therapist"
[[nodiscard]] std::string words_of(const Constant& constant, const Type& type);
// A parameter's value, and those set by a choice: "24 months; 12 months for audiology, parent"
[[nodiscard]] std::string value_words(const Parameter& parameter);
// "between 1 month and 36 months"; empty where a parameter may be anything
[[nodiscard]] std::string range_words(const Parameter& parameter);
// The kinds and statuses that a rule is about: "final, amended_final, fragment"
[[nodiscard]] std::string audience(const Rule& rule);
// The words of the source on one line, comments left out.
[[nodiscard]] std::string on_one_line(std::string_view written);
// The comment lines that stand straight above the rule, without their signs; empty when there are none.
[[nodiscard]] std::string comment_above(const CompiledRules& rules, const Rule& rule);
// The definitions that a rule uses, and those that they use, each once, in the order in which they are met.
[[nodiscard]] std::vector<const Derived*> definitions_of(const CompiledRules& rules, const Rule& rule);
// "plan.asks(words, part)"
[[nodiscard]] std::string name_of(const Derived& derived);
// The parameters that a rule uses, its derived fields included, each once, in their order in `rules.parameters`.
[[nodiscard]] std::vector<const Parameter*> parameters_of(const CompiledRules& rules, const Rule& rule);

} // namespace ehc::compile

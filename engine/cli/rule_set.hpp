// The rules a command works with: built-in packs, packs named on the command line, and what was chosen of them.
#pragma once

#include "cli/options.hpp"
#include "compile/compiled.hpp"
#include "dsl/fault.hpp"

#include <variant>

namespace ehc::cli {

struct RuleSet {
    compile::CompiledRules rules;
    std::vector<const compile::Rule*> chosen; // into `rules`, by id
};

// Faults of rule files, or the error of an option: either way nothing is audited.
using RuleSetOr = std::variant<std::unique_ptr<RuleSet>, dsl::Faults, Error>;

[[nodiscard]] RuleSetOr load_rules(const RuleChoice& choice);

// Where the built-in packs are: the folder given, else ../share/ehcaudit/rules beside the program, else the source tree that
// the program was built from. Empty when none is there.
[[nodiscard]] std::string rules_folder(const std::string& given);

[[nodiscard]] Error unknown_rule(const compile::CompiledRules& rules, std::string_view where, const std::string& name);

// Prints what kept the rules from loading, and returns the exit status.
[[nodiscard]] ExitStatus tell(const dsl::Faults& faults);
[[nodiscard]] ExitStatus tell(const Error& error);

} // namespace ehc::cli

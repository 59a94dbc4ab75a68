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
    std::vector<finding::RuleOff> off;        // by settings files
    dsl::Faults warnings;                     // where they were asked for
    std::string profile;                      // whose settings count, for reports; empty for none
};

// Faults of rule files, or the error of an option: either way nothing is audited.
using RuleSetOr = std::variant<std::unique_ptr<RuleSet>, dsl::Faults, Error>;

[[nodiscard]] RuleSetOr load_rules(const RuleChoice& choice, bool with_warnings = false);

// Calls `with` on the rules, or tells why there are none.
template <class With> [[nodiscard]] ExitStatus with_rules(const RuleChoice& choice, With with, bool with_warnings = false);

// Where the built-in packs are: the folder given, else ../share/ehcaudit/rules beside the program, else the source tree that
// the program was built from. Empty when none is there.
[[nodiscard]] std::string rules_folder(const std::string& given);

// The rule of that id or slug; one that had the id before is told of. Null where there is none.
[[nodiscard]] const compile::Rule* named_rule(const compile::CompiledRules& rules, std::string_view where, const std::string& name);
// Whether the id is one that no rule has any more, which is told: leaving it out leaves out nothing.
[[nodiscard]] bool is_retired(const compile::CompiledRules& rules, std::string_view where, const std::string& name);
[[nodiscard]] Error unknown_rule(const compile::CompiledRules& rules, std::string_view where, const std::string& name);

// Prints what kept the rules from loading, and returns the exit status.
[[nodiscard]] ExitStatus tell(const dsl::Faults& faults);
[[nodiscard]] ExitStatus tell(const Error& error);

template <class With> ExitStatus with_rules(const RuleChoice& choice, With with, bool with_warnings) {
    RuleSetOr loaded = load_rules(choice, with_warnings);
    if (const auto* faults = std::get_if<dsl::Faults>(&loaded))
        return tell(*faults);
    if (const auto* error = std::get_if<Error>(&loaded))
        return tell(*error);
    return with(*std::get<std::unique_ptr<RuleSet>>(loaded));
}

} // namespace ehc::cli

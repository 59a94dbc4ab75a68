// The options and plain words that one command was given, and what each command makes of them. Knows nothing of how a
// command line is split.
// Errors: of several things that are wrong, the first.
#pragma once

#include "cli/options.hpp"

#include <map>

namespace ehc::cli {

using Words = std::vector<std::string>;

struct Given {
    std::string command;                  // "rules list"
    std::map<std::string, Words> options; // the values of each option that the command has, by its long name; none when not given
    Words plain;                          // all that is no option, in order
};

[[nodiscard]] Result<Command> make_check(const Given& given);
[[nodiscard]] Result<Command> make_rules_list(const Given& given);
[[nodiscard]] Result<Command> make_rules_show(const Given& given);
[[nodiscard]] Result<Command> make_rules_test(const Given& given);
[[nodiscard]] Result<Command> make_rules_cost(const Given& given);
[[nodiscard]] Result<Command> make_rules_format(const Given& given);
[[nodiscard]] Result<Command> make_rules_document(const Given& given);
[[nodiscard]] Result<Command> make_rules_new(const Given& given);
[[nodiscard]] Result<Command> make_explain(const Given& given);
[[nodiscard]] Result<Command> make_convert(const Given& given);
[[nodiscard]] Result<Command> make_init(const Given& given);

} // namespace ehc::cli

// The commands, one file each; main.cpp calls the one that was asked for.
#pragma once

#include "cli/options.hpp"

namespace ehc::cli {

// Today in local time, for `--as-at` left out, and how long this thread has computed, for limits of time. The only places that ask a
// clock.
[[nodiscard]] Date today();
[[nodiscard]] double computing_seconds();

[[nodiscard]] ExitStatus run(const Check& command);
[[nodiscard]] ExitStatus run(const RulesList& command);
[[nodiscard]] ExitStatus run(const RulesShow& command);
[[nodiscard]] ExitStatus run(const RulesTest& command);
[[nodiscard]] ExitStatus run(const RulesCost& command);
[[nodiscard]] ExitStatus run(const RulesFormat& command);
[[nodiscard]] ExitStatus run(const RulesDocument& command);
[[nodiscard]] ExitStatus run(const RulesNew& command);
[[nodiscard]] ExitStatus run(const Explain& command);
[[nodiscard]] ExitStatus run(const Convert& command);
[[nodiscard]] ExitStatus run(const Init& command);
[[nodiscard]] ExitStatus run(const Print& command);

} // namespace ehc::cli

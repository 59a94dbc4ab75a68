// The commands: one row each, with its options, its help and what is made of what it was given.
#pragma once

#include "cli/given.hpp"

#include <array>
#include <span>

namespace CLI {
class App;
}

namespace ehc::cli {

// Headings of the help of a command, in the order of `option_groups`.
inline constexpr const char* rules_group = "Which rules";
inline constexpr const char* documents_group = "How documents are judged";
inline constexpr const char* report_group = "The report";
inline constexpr const char* other_group = "Other";
inline constexpr std::array option_groups{documents_group, rules_group, report_group, other_group};

struct CommandRow {
    const char* name;   // "rules list" is `list` below `rules`
    const char* words;  // what stands after the name in the usage line
    const char* doc;
    std::array<const char*, 4> examples; // as typed, without the program's name; null for none
    void (*add)(CLI::App&);
    Result<Command> (*make)(const Given&);
};

[[nodiscard]] std::span<const CommandRow> commands() noexcept;

void add_flag(CLI::App& app, const char* group, const char* names, const std::string& doc);

} // namespace ehc::cli

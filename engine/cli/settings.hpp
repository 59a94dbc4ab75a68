// Settings in files: the project file `ehcaudit.info`, found upward from the documents, and the profile of a council that it
// or the command line names. One table, `setting_keys`, says what may stand in them; `ehcaudit help profile` prints it.
//
// The command line wins over the project file, that over the profile, and that over the rule packs; of parameters, severities
// and rules that are off each by itself, of all else the whole value. Paths are relative to the file they stand in.
// Errors: the file with its line. An unknown key, rule, parameter or field is an error with the nearest known name.
#pragma once

#include "caseload/info_file.hpp"
#include "cli/options.hpp"

#include <array>
#include <span>

namespace ehc::cli {

enum class KeyShape : std::uint8_t { once, repeated, table };

struct SettingKey {
    std::string_view name;
    KeyShape shape;
    std::string_view doc;
    std::string_view example; // as it stands in a file
};

[[nodiscard]] std::span<const SettingKey> setting_keys() noexcept;
// The page of `ehcaudit help profile`.
[[nodiscard]] std::string profile_topic();

[[nodiscard]] Result<SettingsFile> read_settings(const std::string& path);
// "ehcaudit.info" in the folder of the path, or the next one above it that has one; empty when none has.
[[nodiscard]] std::string find_project_file(const std::string& path);

// The settings that files add to a command: fills what the command line left open, and `rules.files`. `paths` are the
// documents. Nothing is read with `files.none`.
[[nodiscard]] Result<Done> add_files(Check& command);
// For commands about rules: a project file in this folder or above it, and the profile.
[[nodiscard]] Result<RuleChoice> with_files(RuleChoice rules);
[[nodiscard]] Result<Done> add_files(RuleChoice& rules, read::RecogniseOptions* recognise, std::span<const std::string> paths);

} // namespace ehc::cli

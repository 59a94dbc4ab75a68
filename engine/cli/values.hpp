// The words of option values turned into values. Errors: what is wrong and what to write instead, with the option as the
// place.
#pragma once

#include "cli/options.hpp"

#include <map>
#include <span>

namespace ehc::cli {

// "text, json, csv", or with other words before the last.
[[nodiscard]] std::string listed(std::span<const std::string> names, std::string_view before_last = ", ");

// "`majro` is not a severity; did you mean `major`?", or else the list of what there is.
[[nodiscard]] Error unknown_name(std::string_view where, std::string_view word, std::string_view a_what,
                                 std::span<const std::string> known);

[[nodiscard]] Result<Date> date_value(std::string_view option, const std::string& word);
[[nodiscard]] Result<finding::Severity> severity_value(std::string_view option, const std::string& word);
// Nothing for `never`.
[[nodiscard]] Result<std::optional<finding::Severity>> threshold_value(std::string_view option, const std::string& word);
[[nodiscard]] Result<read::RecogniseOptions> kind_value(std::string_view option, const std::string& word);
[[nodiscard]] Result<Colour> colour_value(std::string_view option, const std::string& word);
[[nodiscard]] Result<unsigned> jobs_value(std::string_view option, const std::string& word);
[[nodiscard]] Result<unsigned> seconds_value(std::string_view option, const std::string& word);
[[nodiscard]] Result<bool> yes_no_value(std::string_view option, const std::string& word);
[[nodiscard]] Result<std::vector<Setting>> settings_value(std::string_view option, const std::vector<std::string>& words);
[[nodiscard]] Result<std::vector<FormatChoice>> formats_value(std::string_view option, const std::vector<std::string>& words);

// What --kind takes, each with what it means.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> kind_words();

} // namespace ehc::cli

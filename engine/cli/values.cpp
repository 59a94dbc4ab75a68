#include "cli/values.hpp"

#include "base/nearest.hpp"
#include "report/registry.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace ehc::cli {

namespace {

// What --kind takes beside `auto` and `draft`. Review forms and returns are recognised, not claimed.
constexpr std::array kinds_taken{plan::Kind::plan, plan::Kind::template_, plan::Kind::fragment, plan::Kind::advice};

constexpr std::size_t most_listed = 12; // more names than that help nobody in one line

std::vector<std::string> severity_names() {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < finding::severity_count; ++i)
        names.emplace_back(finding::name_of(static_cast<finding::Severity>(i)));
    return names;
}

// 12/5/2025, 12.05.2025 and 12-05-2025 as people here write them, day first.
std::optional<Date> day_first(std::string_view word) {
    std::array<unsigned, 3> parts{};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), parts[i]);
        if (error != std::errc{})
            return std::nullopt;
        word.remove_prefix(static_cast<std::size_t>(end - word.data()));
        if (i < 2) {
            if (word.empty() || std::string_view("/.-").find(word.front()) == std::string_view::npos)
                return std::nullopt;
            word.remove_prefix(1);
        }
    }
    if (!word.empty() || parts[2] > 9999)
        return std::nullopt;
    return Date::of(static_cast<int>(parts[2]), parts[1], parts[0]);
}

bool looks_like_iso(std::string_view word) {
    if (word.size() != 10)
        return false;
    for (std::size_t i = 0; i < word.size(); ++i)
        if ((i == 4 || i == 7) ? word[i] != '-' : (word[i] < '0' || word[i] > '9'))
            return false;
    return true;
}

// A whole number from 1.
std::optional<unsigned> number_up_to(unsigned most, const std::string& word) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    return error == std::errc{} && end == word.data() + word.size() && number != 0 && number <= most ? std::optional(number) : std::nullopt;
}

} // namespace

std::string listed(std::span<const std::string> names, std::string_view before_last) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? std::string(before_last) : ", ") + names[i];
    return text;
}

Error unknown_name(std::string_view where, std::string_view word, std::string_view a_what, std::span<const std::string> known) {
    Error error{std::string(where), "`" + std::string(word) + "` is not " + std::string(a_what), {}};
    if (const auto near = nearest(word, known))
        error.remedy = "did you mean `" + *near + "`?";
    else if (known.size() <= most_listed)
        error.remedy = "write " + listed(known, " or ");
    else
        error.remedy = "check the spelling";
    return error;
}

Result<Date> date_value(std::string_view option, const std::string& word) {
    if (const auto date = Date::from_iso(word))
        return *date;
    Error error{std::string(option), "`" + word + "` is not a date", "write year, month and day, for example 2025-06-01"};
    if (looks_like_iso(word))
        error = {std::string(option), "there is no day `" + word + "` in the calendar", "write year, month and day, for example 2025-06-01"};
    else if (const auto meant = day_first(word))
        error.remedy = "for " + meant->text() + " write " + meant->iso();
    return error;
}

Result<finding::Severity> severity_value(std::string_view option, const std::string& word) {
    if (const auto severity = finding::severity_named(word))
        return *severity;
    return unknown_name(option, word, "a severity", severity_names());
}

Result<std::optional<finding::Severity>> threshold_value(std::string_view option, const std::string& word) {
    if (word == "never")
        return std::optional<finding::Severity>();
    if (const auto severity = finding::severity_named(word))
        return severity;
    std::vector<std::string> names = severity_names();
    names.emplace_back("never");
    return unknown_name(option, word, "a severity", names);
}

std::vector<std::pair<std::string, std::string>> kind_words() {
    std::vector<std::pair<std::string, std::string>> words{{"auto", "what the document itself shows; the default"}};
    for (const plan::Kind kind : kinds_taken) {
        words.emplace_back(plan::name_of(kind), std::string(plan::words_of(kind)) + ": " + std::string(plan::row_of(kind).doc));
        if (kind == plan::Kind::plan)
            words.emplace_back("draft", "a plan whose status is draft: " + std::string(plan::row_of(plan::Status::draft).doc));
    }
    return words;
}

Result<read::RecogniseOptions> kind_value(std::string_view option, const std::string& word) {
    if (word == "auto")
        return read::RecogniseOptions{};
    if (word == "draft")
        return read::RecogniseOptions{plan::Kind::plan, plan::Status::draft, {}};
    for (const plan::Kind kind : kinds_taken)
        if (word == plan::name_of(kind))
            return read::RecogniseOptions{kind, std::nullopt, {}};
    std::vector<std::string> names;
    for (const auto& [name, meaning] : kind_words())
        names.push_back(name);
    return unknown_name(option, word, "a kind of document", names);
}

Result<Colour> colour_value(std::string_view option, const std::string& word) {
    if (word == "auto")
        return Colour::automatic;
    if (word == "always")
        return Colour::always;
    if (word == "never")
        return Colour::never;
    return unknown_name(option, word, "a choice of colour", std::vector<std::string>{"auto", "always", "never"});
}

Result<unsigned> jobs_value(std::string_view option, const std::string& word) {
    constexpr unsigned most = 1024; // far above any machine; a slip of the finger should not start a million threads
    if (const auto jobs = number_up_to(most, word))
        return *jobs;
    return Error{std::string(option), "`" + word + "` is not a number of jobs", "write a number from 1 to " + std::to_string(most) + ", or leave it out for one a core"};
}

Result<unsigned> seconds_value(std::string_view option, const std::string& word) {
    constexpr unsigned most = 86'400; // a day
    if (const auto seconds = number_up_to(most, word))
        return *seconds;
    return Error{std::string(option), "`" + word + "` is not a number of seconds", "write a whole number from 1 to " + std::to_string(most)};
}

Result<bool> yes_no_value(std::string_view option, const std::string& word) {
    if (word == "yes" || word == "no")
        return word == "yes";
    return Error{std::string(option), "`" + word + "` is neither yes nor no", "write one of these"};
}

Result<std::vector<Setting>> settings_value(std::string_view option, const std::vector<std::string>& words) {
    std::vector<Setting> settings;
    for (const std::string& word : words) {
        const std::size_t equals = word.find('=');
        if (equals == 0 || equals == std::string::npos || equals + 1 == word.size())
            return Error{std::string(option), "`" + word + "` does not set anything",
                         "write the parameter and its value, for example `--set \"advice_life=18 months\"`"};
        Setting setting{word.substr(0, equals), word.substr(equals + 1)};
        const auto same = [&](const Setting& other) { return other.name == setting.name; };
        if (std::any_of(settings.begin(), settings.end(), same))
            return Error{std::string(option), "`" + setting.name + "` is set twice", "leave one of them out"};
        settings.push_back(std::move(setting));
    }
    return settings;
}

Result<std::vector<FormatChoice>> formats_value(std::string_view option, const std::vector<std::string>& words) {
    std::vector<FormatChoice> choices;
    for (const std::string& word : words) {
        const std::size_t equals = word.find('=');
        FormatChoice choice{word.substr(0, equals), {}};
        const report::Format* format = report::format_named(choice.name);
        if (format == nullptr)
            return unknown_name(option, choice.name, "a report format", report::format_names());
        choice.file = equals == std::string::npos ? std::string(format->place) : word.substr(equals + 1);
        if (choice.file.empty())
            return Error{std::string(option), "`" + word + "` names no file",
                         "write `" + choice.name + "=FILE`, or `" + choice.name + "` for standard output"};
        if (choice.file == "/dev/stdout")
            choice.file = "-";
        for (const FormatChoice& other : choices)
            if (other.file == choice.file) {
                const std::string& moved = choice.name == "text" ? other.name : choice.name;
                const std::string place = choice.file == "-" ? "standard output" : "`" + choice.file + "`";
                return Error{std::string(option), "`" + other.name + "` and `" + choice.name + "` would both go to " + place,
                             "give each its own file, for example `--format " + moved + "=report." + moved + "`"};
            }
        choices.push_back(std::move(choice));
    }
    return choices;
}

} // namespace ehc::cli

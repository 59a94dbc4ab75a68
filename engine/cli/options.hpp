// What a person asked for on the command line, as plain values: one alternative a command. Nothing is looked up here, no
// file, clock or terminal; names of rules, packs and parameters are checked by those who know them.
//
// Errors: one line that says what is wrong, where, and what to write instead; the exit status is then `wrong`.
#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "finding/finding.hpp"
#include "read/recognise.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ehc::cli {

// Told by `ehcaudit help exit`. Unreadable wins over findings.
enum class ExitStatus : int { clean = 0, findings = 1, wrong = 2, unreadable = 3 };

enum class Colour : std::uint8_t { automatic, always, never };

struct Setting { // --set NAME=VALUE
    std::string name;
    std::string value;
    bool operator==(const Setting&) const = default;
};

struct FormatChoice { // --format F[=FILE]
    std::string name;
    std::string file; // "-" for standard output
    bool operator==(const FormatChoice&) const = default;
};

// What a settings file says (cli/settings.hpp); paths are as the program can open them. `where` is "ehcaudit.info:12".
struct SettingsFile {
    struct Of {
        std::string name; // of a parameter, rule or field
        std::string value;
        std::string where;
        bool operator==(const Of&) const = default;
    };
    std::string path;
    std::string name; // of the council, or the file's own
    std::string profile;
    std::vector<std::string> rules; // packs besides the built-in ones
    std::vector<Of> parameters;     // values as in --set
    std::vector<Of> severities;     // values are severities
    std::vector<Of> off;            // values are reasons
    read::OwnWords own;
    std::vector<FormatChoice> formats;
    std::vector<std::string> groups; // as in Check
    std::optional<std::optional<finding::Severity>> fail_on;
    std::optional<finding::Severity> show;
    std::optional<unsigned> jobs, time_limit;
    std::optional<bool> ocr;
    std::optional<read::RecogniseOptions> kind;
    std::string suppressions, baseline, fingerprint_key;
};

struct RuleChoice {
    std::vector<std::string> paths;  // --rules: packs besides the built-in ones
    bool only = false;               // --only-rules: and without those
    std::string folder;              // --rules-dir: where the built-in packs are; empty for the usual place
    std::vector<std::string> packs;  // --pack: these packs only; all when empty
    std::vector<std::string> rules;  // --rule: these rules only, by id or slug; all when empty
    std::vector<std::string> skip;   // --skip: never these
    std::vector<Setting> settings;   // each name once
    std::string profile;             // --profile: a settings file
    bool no_project = false;         // --no-project: no file is looked for
    std::vector<SettingsFile> files; // what was found of those, the one that yields first; filled by add_files()
};

struct Check {
    std::vector<std::string> paths; // at least one
    std::optional<Date> as_at;      // today when it is not given
    RuleChoice rules;
    std::vector<std::string> advice; // --with-advice: reports, or folders of them, given beside the plans
    read::RecogniseOptions recognise;
    std::vector<FormatChoice> formats; // no two to one place; text when there is none
    std::optional<std::optional<finding::Severity>> fail_on; // major when not given; nothing for `never`
    std::optional<finding::Severity> show;                   // all when not given
    std::optional<unsigned> jobs;                            // all cores when not given
    std::optional<unsigned> time_limit;                      // --time-limit: seconds a document; that of read::Limits when not given
    std::optional<bool> ocr;                                 // --ocr: pages that are pictures are read by Tesseract; no when not given
    std::vector<std::string> groups;                         // --group-by: lists, and what plans state by name
    std::string suppressions, baseline, write_baseline, fingerprint_key; // files
    bool redact = false;
    bool quiet = false;
    bool verbose = false;
    Colour colour = Colour::automatic;
};

struct RulesList {
    RuleChoice rules;
    bool origin = false; // what has been changed in the packs, and where
};

struct RulesShow {
    RuleChoice rules;
    std::string rule; // id or slug
};

struct RulesTest {
    RuleChoice rules;
    bool coverage = false;   // list the conditions that no example decides both ways
    bool boundaries = false; // print the day before, on and after each limit
    bool verbose = false;
};

struct RulesCost {
    RuleChoice rules;
    std::vector<std::string> paths; // documents
};

struct RulesFormat {
    std::vector<std::string> paths; // rule files and folders, or "-" alone for standard input
    bool check = false;             // change nothing, name the files that would change
};

struct RulesDocument {
    RuleChoice rules;
    std::string format = "markdown"; // or "html"
    std::string output = "-";
};

struct RulesNew {
    RuleChoice rules; // whose ids are taken
    std::string id;
    std::string slug;
    bool pack = true; // with the head of a pack, for a file of its own
};

struct Explain {
    std::string plan;
    std::string rule; // id or slug
    std::optional<Date> as_at;
    std::vector<std::string> advice; // as of Check
    RuleChoice rules;
    read::RecogniseOptions recognise;
    std::optional<bool> ocr;     // as of Check
    std::string format = "text"; // or "json"
    bool verbose = false;        // in text, the parts that decided nothing, too
    Colour colour = Colour::automatic;
};

struct Convert {
    std::string plan;
    std::string output; // "-" for standard output; empty with map
    bool map = false;   // print where each section was found instead
    bool ocr = false;   // as of Check
    read::RecogniseOptions recognise;
};

struct Init {
    std::string folder = ".";
};

// Help and version: text to print, on standard error when the status is not clean.
struct Print {
    std::string text;
    ExitStatus status = ExitStatus::clean;
};

using Command = std::variant<Check, RulesList, RulesShow, RulesTest, RulesCost, RulesFormat, RulesDocument, RulesNew, Explain, Convert, Init, Print>;

// `arguments` without the program's name; `version` is that of the program.
[[nodiscard]] Result<Command> parse(const std::vector<std::string>& arguments, std::string_view version);

} // namespace ehc::cli

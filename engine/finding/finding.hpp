// What an audit says: findings, the other verdicts, and the report they make up. Plain values, complete in themselves: a
// report writer needs nothing of the plan, the rules or the evaluator.
#pragma once

#include "plan/choices.hpp"
#include "plan/origin.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ehc::finding {

// Worst first; the order is the order of reports.
enum class Severity : std::uint8_t { critical, major, minor, advice };
inline constexpr std::size_t severity_count = 4;
// What a rule stands on. Only law and case-law may say "must".
enum class Basis : std::uint8_t { law, case_law, statutory_guidance, practice, local };
inline constexpr std::size_t basis_count = 5;
// How one rule ends for one subject.
enum class Verdict : std::uint8_t { failed, passed, not_applicable, unchecked, for_a_person };

[[nodiscard]] std::string_view name_of(Severity severity) noexcept; // "critical"
[[nodiscard]] std::string_view name_of(Basis basis) noexcept;       // "case-law"
[[nodiscard]] std::optional<Severity> severity_named(std::string_view name) noexcept;
[[nodiscard]] std::optional<Basis> basis_named(std::string_view name) noexcept;

// One place of a finding.
struct Place {
    plan::Origin origin;
    std::string words;   // the words at fault; empty where something is missing
    std::string context; // the sentence or line they stand in; empty without words
    Span at;             // where the words stand in the context, bytes
    bool operator==(const Place&) const = default;
};

struct Finding {
    std::string rule; // "EHC-K03"
    std::string slug; // "advice-out-of-date"
    Severity severity = Severity::major;
    Basis basis = Basis::practice;
    std::string category;
    std::string title;   // the requirement
    std::string message; // the fault, with the plan's own values
    std::string fix;     // may be empty
    std::string family;  // the same for a family; may be empty
    std::vector<std::string> citations;
    std::optional<plan::Letter> section;
    std::vector<Place> places; // at least one, in reading order
    std::string fingerprint;
    bool operator==(const Finding&) const = default;
};

struct Unchecked {
    std::string rule;
    std::string slug;
    std::string because;    // "advice.date is not stated"
    std::optional<plan::Letter> section;
    plan::Origin origin;
    bool not_given = false; // needs an input (another version, advice reports) that this run was not given
    bool operator==(const Unchecked&) const = default;
};

struct Question {
    std::string rule;
    std::string slug;
    std::string question;
    std::vector<std::string> evidence;
    std::optional<plan::Letter> section;
    plan::Origin origin;
    bool operator==(const Question&) const = default;
};

// One paragraph or cell of the document's own text, for the formats that show it.
struct Passage {
    std::string text;
    plan::Origin origin; // of the whole of it: findings with spans inside origin.span stand in it
    plan::Place place = plan::Place::body;
    std::uint32_t heading_level = 0; // 1 to 9; 0 when it is no heading
    bool bold = false;               // all of it
    bool list_item = false;
    std::string list_label; // "1.", "a)"; empty for bullets
    std::string label;      // what the format itself calls the text: "child: date of birth"; no part of it
    std::uint32_t table = 0; // nth table, from 1; 0 outside tables; the next four count as read::Cell does
    std::uint32_t row = 0, column = 0, column_span = 1, row_span = 1;
    bool header_row = false;
    bool operator==(const Passage&) const = default;
};

// A finding that somebody has accepted until a day.
struct Suppressed {
    Finding finding;
    std::string reason, who, until; // until: ISO
    bool operator==(const Suppressed&) const = default;
};

// A finding of a baseline that is no longer found: what the baseline keeps of it.
struct Gone {
    std::string rule, fingerprint;
    std::optional<plan::Letter> section;
    std::uint32_t times = 1;
    bool operator==(const Gone&) const = default;
};

// How often a rule ended so in one document. Fails, questions and what is unchecked stand in the report themselves.
struct RuleCount {
    std::uint32_t passed = 0;
    std::uint32_t not_applicable = 0;
    bool operator==(const RuleCount&) const = default;
};

// A grade for a whole document, by the pack's own rules: a ceiling, below which a person decides.
struct JudgementGiven {
    std::string name;    // "Overall"
    std::string grade;   // "requires_improvement"
    std::string because; // "more than 3 major findings: 5"; empty for `otherwise`
    bool operator==(const JudgementGiven&) const = default;
};

struct DocumentReport {
    std::string path;
    std::string sha256; // empty when the bytes could not be read
    std::string format; // empty when not known
    std::optional<plan::Kind> kind; // nothing when the document could not be read
    std::string recognised_as;
    std::string why;
    std::optional<plan::Status> status;
    std::string plan_id;
    std::string plan_date; // ISO, partial as written; empty when not stated
    std::vector<Finding> findings; // sorted: severity, then place, then rule
    std::vector<Suppressed> suppressed; // accepted by the suppressions of this run; not among the findings
    std::vector<Finding> known;         // in the baseline of this run; not among the findings
    std::vector<Gone> gone;             // in the baseline, and no longer found
    std::vector<Unchecked> unchecked;
    std::vector<Question> questions;
    std::vector<JudgementGiven> judgements;
    std::vector<std::string> notes; // "3 tracked changes, read as accepted"
    std::uint32_t passed = 0;
    std::uint32_t not_applicable = 0;
    std::vector<RuleCount> by_rule; // one for each of Report::rules, or empty when no rule was run on the document
    std::string error; // why it could not be read; empty when it was
    std::vector<Passage> text;       // in reading order; empty unless a format that shows it was asked for
    std::vector<std::string> groups; // one for each of Report::group_names; empty where it is not known
    bool operator==(const DocumentReport&) const = default;
};

// What a pack of one's own, a profile or the command line has changed in the packs.
struct SettingInfo {
    std::string subject; // a rule id, a parameter, a lexicon
    std::string what;    // "severity", "left out", "value" ...
    std::string value, origin;
    bool operator==(const SettingInfo&) const = default;
};

struct PackInfo {
    std::string name, version, digest;
    bool operator==(const PackInfo&) const = default;
};

// A rule that was run, for the formats that list rules beside findings.
struct RuleInfo {
    struct Parameter {
        std::string name, value, help;
        bool operator==(const Parameter&) const = default;
    };
    std::string id, slug, title;
    std::string pack; // the name of one of the report's packs
    Severity severity = Severity::major;
    Basis basis = Basis::practice;
    std::string category;
    std::vector<std::string> citations;
    std::string says, fix; // as the rule's author wrote them, values in braces
    std::vector<Parameter> parameters; // those that the rule uses
    std::vector<std::string> former_ids{}; // that it had before, and exceptions may still name
    bool operator==(const RuleInfo&) const = default;
};

struct Summary {
    std::uint32_t documents = 0;
    std::uint32_t unreadable = 0;
    std::array<std::uint32_t, severity_count> findings{};
    std::uint32_t passed = 0;
    std::uint32_t not_applicable = 0;
    std::uint32_t unchecked = 0; // those not given are counted apart
    std::uint32_t not_given = 0;
    std::uint32_t questions = 0;
    std::uint32_t suppressed = 0;
    std::uint32_t known = 0;
    std::uint32_t gone = 0;
    std::vector<std::string> rules_without_subject;
    bool operator==(const Summary&) const = default;
};

// A rule that the settings of this run leave out.
struct RuleOff {
    std::string rule, reason;
    bool operator==(const RuleOff&) const = default;
};

struct Report {
    std::string version; // of the tool
    std::string as_at;   // ISO
    std::vector<PackInfo> packs;
    std::vector<SettingInfo> settings;
    std::vector<RuleInfo> rules; // those that were run, by id
    std::vector<RuleInfo> own_rules; // of the program itself, on the lists given to it; of no pack
    std::vector<RuleOff> off;
    std::string profile; // empty for none
    bool with_suppressions = false; // a list of them was given, whether or not anything matched
    bool with_baseline = false;
    bool redacted = false;
    std::vector<std::string> group_names; // by which the user wants documents counted: "School", "Team"
    std::vector<DocumentReport> documents;
    Summary summary;
    bool operator==(const Report&) const = default;
};

// Order of findings in a report: severity, then place in the document, then rule id.
void sort(std::vector<Finding>& findings);
// Counts a document into the summary; rules_without_subject is left as it is, since only the audit knows them.
void add(Summary& summary, const DocumentReport& document);
[[nodiscard]] Summary summarise(const std::vector<DocumentReport>& documents);

} // namespace ehc::finding

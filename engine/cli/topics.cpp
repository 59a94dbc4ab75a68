#include "cli/topics.hpp"

#include "cli/settings.hpp"
#include "cli/values.hpp"
#include "plan/fields.hpp"
#include "report/display.hpp"
#include "report/registry.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace ehc::cli {

namespace {

constexpr unsigned page = 80;

std::string exit_topic() {
    return "Exit status of ehcaudit\n\n" + help_row("0", "no finding at or above the severity of --fail-on", 4) +
           help_row("1", "findings at or above it", 4) +
           help_row("2", "the command or a rule file is wrong, or there was nothing to audit; no document was audited", 4) +
           help_row("3", "some documents could not be read; the others were audited and reported", 4) + "\n" +
           help_paragraph("3 wins over 1. The severity of --fail-on is major unless it is given; `--fail-on never` leaves only "
                          "0, 2 and 3. What is printed (--show) makes no difference.") +
           "\n" +
           help_paragraph("`rules test` gives 1 when an example is not as expected, or a limit on a date does not turn the answer exactly "
                          "once; known gaps (`todo`) do not count. 2 is for faults in the rule files themselves.");
}

std::string formats_topic() {
    std::string text = "Formats of the report\n\n";
    for (const report::Format& format : report::formats())
        text += help_row(format.name, format.doc, 10);
    return text + "\n" +
           help_paragraph("Give --format once for each report that you want. `--format json` writes to standard output, "
                          "`--format json=audit.json` to that file. A file is written whole or not at all, is readable by you "
                          "alone when it is new, and never replaces a document of the audit.");
}

std::string kinds_topic() {
    std::string text = "Kinds of document\n\n";
    for (const auto& [name, meaning] : kind_words())
        text += help_row(name, meaning, 10);
    return text + "\n" +
           help_paragraph("Rules say which kinds they are for. The report names the kind of each document and by what signs it "
                          "was recognised; where you give it by --kind, the report says so.");
}

std::string severities_topic() {
    return "Severities, worst first\n\n" + help_row("critical", "the plan fails in what it is for", 10) +
           help_row("major", "a duty is not met, or a part of the plan cannot be relied on", 10) +
           help_row("minor", "a weakness that should be put right at the next change", 10) +
           help_row("advice", "a suggestion", 10) + "\n" +
           help_paragraph("A finding also says what its rule stands on. Only law and case law bind; guidance is statutory guidance; "
                          "good practice and local policy are what they say and are never presented as law.");
}

std::string suppressions_topic() {
    return "Accepted exceptions\n\n" +
           help_paragraph("--suppressions FILE names a list of findings that somebody has accepted. Each says which rule, which plan (its path as the report "
                          "shows it, or the id in it), why, who accepts it and until when; a section may be named besides.") +
           "\n  suppression\n  {\n    rule   EHC-F01\n    plan   plans/amara.docx\n    section F\n    reason \"The family asked for this wording\"\n"
           "    who    \"J. Okafor, SEN manager\"\n    until  2026-03-31\n  }\n\n" +
           help_paragraph("The last day counts, against --as-at. What is accepted is no finding and does not decide the exit status, but every report counts it. "
                          "An exception that has run out (EHC-Y01) or accepts nothing although its rule was run on its plan (EHC-Y02) is a minor finding of its own.");
}

std::string baseline_topic() {
    return "Baseline\n\n" +
           help_paragraph("--write-baseline FILE writes what is found today; --baseline FILE reports only what is new since. Findings are counted: a third one "
                          "beside two that are in the file is new. Without a key a finding is known by its rule, section and order, so that the file holds no "
                          "words of a plan; with --fingerprint-key-file by its words as well.") +
           "\n" +
           help_paragraph("Written again, the file tells what came and went (+2 -5) and keeps what it has of documents that were not audited. Findings that are no "
                          "longer there are counted in the report. A baseline that is missing or broken is an error, never an empty one. With --redact documents "
                          "stand in it by their pseudonyms, so write and read it in the same way.");
}

std::string groups_topic() {
    return "Counts by school, service or anything else\n\n" +
           help_paragraph("--group-by FILE.csv counts the documents by the columns of a list of yours: a row a document, as a spreadsheet program saves it "
                          "(`CSV UTF-8`).") +
           "\n  file,school,service,case officer\n  amara.docx,Hilltop Primary,North team,J. Okafor\n  ben.docx,Lantern Hill Academy,South team,P. Marsh\n\n" +
           help_paragraph("A column called document, path, file, file name or plan names the document, else the first one does: by its path, by the end of its path, by "
                          "its file name with or without the ending, or by the id that stands in the plan. Documents without a row are counted as not stated; rows that "
                          "fit no document, or several, are told on standard error.") +
           "\n" +
           help_paragraph("--group-by school counts by the school that each plan states: the placement of Section I, or else the present setting. The text, HTML, JSON and "
                          "XLSX reports show the counts, CSV and XLSX the values beside each finding, so that a pivot table can count them further. The HTML page and "
                          "the workbook count by section and month of the plan in any case. With --redact the values are pseudonyms.");
}

std::string redact_topic() {
    return "Reports without personal data\n\n" +
           help_paragraph("With --redact no report shows names, dates of birth, addresses, numbers of a child, words of a plan or names of files. Each stands as a "
                          "pseudonym like [words-3f2a9c0d], the same for the same words under the same key. All dates inside messages are veiled, since a rule may "
                          "have worked them out from a date of birth; ages, counts and the date of the plan stay.") +
           "\n" +
           help_paragraph("The key is made once and kept in your configuration folder (ehcaudit/key, readable by you alone), unless --fingerprint-key-file names one. "
                          "Who has the key can find out names by trying them: do not share it with the reports. Copies of documents (docx) cannot be redacted.");
}

// Record names of the field table and, below them, the closed lists that its fields use.
std::string fields_topic() {
    std::string text = "What a plan has, as rules name it\n\n" +
                       help_paragraph("`advice.date` is the field date of the record advice. Records with (each) are lists: `for each advice in section K`. "
                                      "Every field may be stated or not; `define` adds further ones.");
    std::vector<const plan::Domain*> lists;
    for (const plan::RecordType* record : plan::record_types()) {
        const auto in_plan = std::find_if(plan::plan_type.fields.begin(), plan::plan_type.fields.end(), [&](const plan::FieldRow& row) { return row.record == record; });
        const bool each = in_plan != plan::plan_type.fields.end() && in_plan->type == plan::FieldType::list;
        text += "\n" + std::string(record->name) + (each ? " (each)" : "") + "\n";
        for (const plan::FieldRow& row : record->fields) {
            if (row.type == plan::FieldType::record || row.type == plan::FieldType::list)
                continue;
            std::string kind;
            switch (row.type) {
            case plan::FieldType::text:
                kind = "text";
                break;
            case plan::FieldType::number:
                kind = "number";
                break;
            case plan::FieldType::date:
                kind = "date";
                break;
            case plan::FieldType::yes_no:
                kind = "yes or no";
                break;
            case plan::FieldType::choice:
                kind = row.domain->name;
                if (std::find(lists.begin(), lists.end(), row.domain) == lists.end())
                    lists.push_back(row.domain);
                break;
            case plan::FieldType::record:
            case plan::FieldType::list:
                break;
            }
            text += help_row(row.name, std::string(row.doc) + " (" + kind + ")", 20);
        }
    }
    for (const plan::Domain* list : lists) {
        text += "\nValues of " + std::string(list->name) + "\n";
        for (const plan::ChoiceRow& row : list->rows)
            text += help_row(row.name, row.words, 20);
    }
    return text;
}

std::string codes_topic() {
    std::string text = "Faults (E) and warnings (W) in rule files\n\n";
    for (const dsl::CodeRow& row : dsl::codes())
        text += help_row(row.code, row.title, 6);
    return text + "\n" + help_paragraph("`ehcaudit help E203` says more about one of them, with an example and its mend.");
}

constexpr std::array table{
    Topic{"exit", "what the exit status means", exit_topic},
    Topic{"codes", "the faults and warnings that a rule file can have; help E203 explains one", codes_topic},
    Topic{"fields", "what a plan has, as rules name it", fields_topic},
    Topic{"formats", "the forms a report can take", formats_topic},
    Topic{"kinds", "the kinds of document", kinds_topic},
    Topic{"profile", "settings in files", profile_topic},
    Topic{"groups", "counts by school, service or anything else", groups_topic},
    Topic{"baseline", "reporting only what is new", baseline_topic},
    Topic{"suppressions", "accepted exceptions", suppressions_topic},
    Topic{"redact", "reports without personal data", redact_topic},
    Topic{"severities", "how grave a finding is, and what it stands on", severities_topic},
};

} // namespace

std::span<const Topic> topics() noexcept { return table; }

std::string help_code(const dsl::CodeRow& row) {
    std::string text = std::string(row.code) + " " + std::string(row.title) + "\n\n" + help_paragraph(row.meaning);
    const auto example = [&](std::string_view head, std::string_view lines) {
        if (lines.empty())
            return;
        text += "\n" + std::string(head) + "\n\n    ";
        for (const char c : lines)
            text += c == '\n' ? std::string("\n    ") : std::string(1, c);
        text += "\n";
    };
    example("Wrong:", row.wrong);
    example("Right:", row.right);
    return text;
}

std::string help_row(std::string_view name, std::string_view meaning, unsigned name_width) {
    const std::vector<report::Glyph> words = report::glyphs(meaning, true);
    std::string text = "  " + std::string(name);
    std::size_t used = text.size();
    if (used + 2 > name_width + 2U) {
        text += '\n';
        used = 0;
    }
    for (const report::Line line : report::wrap(words, page - 2 - name_width, page - 2 - name_width)) {
        text += std::string(name_width + 2 - used, ' ') + report::shown(line) + '\n';
        used = 0;
    }
    return text;
}

std::string help_paragraph(std::string_view paragraph) {
    const std::vector<report::Glyph> words = report::glyphs(paragraph, true);
    std::string text;
    for (const report::Line line : report::wrap(words, page, page))
        text += report::shown(line) + '\n';
    return text;
}

} // namespace ehc::cli

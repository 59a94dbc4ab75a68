#include "cli/topics.hpp"

#include "cli/values.hpp"
#include "report/display.hpp"
#include "report/registry.hpp"

#include <array>

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

constexpr std::array table{
    Topic{"exit", "what the exit status means", exit_topic},
    Topic{"formats", "the forms a report can take", formats_topic},
    Topic{"kinds", "the kinds of document", kinds_topic},
    Topic{"severities", "how grave a finding is, and what it stands on", severities_topic},
};

} // namespace

std::span<const Topic> topics() noexcept { return table; }

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

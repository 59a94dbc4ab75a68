// The report as Markdown (CommonMark with tables), for tickets, wikis and the summary page of a CI step. Documents worst
// first. Nothing of a plan's text acts as markup.

#include "report/escape.hpp"
#include "report/registry.hpp"
#include "report/tally.hpp"
#include "report/wording.hpp"

#include <ostream>
#include <sstream>

namespace ehc::report {

namespace {

using finding::DocumentReport, finding::Finding, finding::Report, finding::Severity, finding::Summary;

constexpr std::size_t places_shown = 5;

// GitHub takes 1 MiB for the summary of a step; the rest is named, not written.
constexpr std::size_t summary_bytes = (1U << 20U) - 4096;

std::string number(std::size_t value) { return std::to_string(value); }

void head(std::ostream& out, const Report& report) {
    const Summary& summary = report.summary;
    out << "# EHC plan audit\n\nAs at " << markdown_escaped(readable_date(report.as_at)) << ", by ehcaudit " << report.version;
    if (!report.profile.empty())
        out << ", profile " << markdown_escaped(report.profile);
    out << ".\n\n";
    const std::size_t total = sum(summary.findings);
    out << "**" << (total == 0 ? "No findings" : counted(total, "finding", "findings")) << " in " << counted(summary.documents, "document", "documents")
        << (total == 0 ? "" : ": " + by_severity(summary.findings)) << ".**\n\n";
    out << "| failed | passed | not applicable | unchecked | not given | for a person | could not be read |\n| --: | --: | --: | --: | --: | --: | --: |\n| "
        << number(total) << " | " << number(summary.passed) << " | " << number(summary.not_applicable) << " | " << number(summary.unchecked) << " | "
        << number(summary.not_given) << " | " << number(summary.questions) << " | " << number(summary.unreadable) << " |\n";
    if (report.with_suppressions)
        out << "\nAccepted by the list of exceptions: " << number(summary.suppressed) << ".\n";
    if (report.with_baseline)
        out << "\nIn the baseline: " << number(summary.known) << "; no longer found: " << number(summary.gone) << ".\n";
    for (const finding::RuleOff& off : report.off)
        out << "\nNot run: " << off.rule << ", " << markdown_escaped(off.reason) << "\n";
    if (summary.unreadable != 0) {
        out << "\n## Could not be read\n\n";
        for (const DocumentReport& document : report.documents)
            if (!document.error.empty())
                out << "- " << markdown_code(document.path) << ": " << markdown_escaped(document.error) << "\n";
    }
}

void finding_entry(std::ostream& out, const Finding& one) {
    out << "- **" << capitalised(std::string(name_of(one.severity))) << "** " << one.rule << ": " << markdown_escaped(one.title) << "  \n  "
        << markdown_escaped(capitalised(place_text(one.section, one.places.front().origin))) << ": " << markdown_escaped(one.message) << "\n";
    for (std::size_t i = 0; i < one.places.size() && i < places_shown; ++i)
        if (!one.places[i].words.empty())
            out << "  - " << markdown_code(one.places[i].words) << "\n";
    if (one.places.size() > places_shown)
        out << "  - and " << counted(one.places.size() - places_shown, "more place", "more places") << "\n";
    if (!one.fix.empty())
        out << "  - Fix: " << markdown_escaped(one.fix) << "\n";
    out << "  - " << capitalised(std::string(label_of(one.basis))) << ": " << markdown_escaped(one.citations.empty() ? "no source given" : joined(one.citations, "; ")) << "\n";
}

void document_part(std::ostream& out, const DocumentReport& document, Severity least) {
    out << "\n## " << markdown_code(document.path) << "\n\n" << capitalised(markdown_escaped(document.recognised_as));
    if (!document.plan_date.empty())
        out << ", dated " << markdown_escaped(readable_date(document.plan_date));
    out << ".\n";
    for (const finding::JudgementGiven& given : document.judgements)
        out << "\nCeiling on the grade, " << markdown_escaped(given.name) << ": " << markdown_escaped(readable_grade(given.grade)) << (given.because.empty() ? "" : " (" + markdown_escaped(given.because) + ")") << ".\n";
    const Counts counts = count(document.findings);
    out << "\n" << (sum(counts) == 0 ? "No findings." : capitalised(by_severity(counts)) + ".") << "\n";
    bool first = true;
    for (const Finding& one : document.findings)
        if (one.severity <= least) {
            out << (first ? "\n" : "");
            first = false;
            finding_entry(out, one);
        }
    if (!document.questions.empty())
        out << "\n### For a person to answer\n\n";
    for (const finding::Question& question : document.questions) {
        out << "- " << markdown_escaped(capitalised(place_text(question.section, question.origin))) << ": " << markdown_escaped(question.question) << " (" << question.rule << ")\n";
        for (const std::string& evidence : question.evidence)
            out << "  - " << markdown_code(evidence) << "\n";
    }
    if (!document.unchecked.empty())
        out << "\n### Not checked\n\n";
    for (const finding::Unchecked& one : document.unchecked)
        out << "- " << one.rule << ": " << markdown_escaped(one.because) << (one.not_given ? " (not given)" : "") << "\n";
    if (!document.notes.empty())
        out << "\n### Notes\n\n";
    for (const std::string& note : document.notes)
        out << "- " << markdown_escaped(note) << "\n";
}

void groups(std::ostream& out, const Report& report) {
    Tally tally(report.group_names.size());
    for (const DocumentReport& document : report.documents)
        tally.add(document);
    for (std::size_t i = 0; i < report.group_names.size(); ++i) {
        out << "\n## By " << markdown_escaped(report.group_names[i]) << "\n\n| " << markdown_escaped(report.group_names[i]) << " | documents | to send back |";
        for (std::size_t k = 0; k < finding::severity_count; ++k)
            out << ' ' << name_of(static_cast<Severity>(k)) << " |";
        out << "\n| --- | --: | --: | --: | --: | --: | --: |\n";
        for (const auto& [value, group] : tally.group(i)) {
            out << "| " << markdown_escaped(value) << " | " << number(group.documents) << " | " << number(group.grave) << " |";
            for (const std::uint32_t n : group.findings)
                out << ' ' << number(n) << " |";
            out << "\n";
        }
    }
}

void tail(std::ostream& out, const Report& report) {
    if (!report.summary.rules_without_subject.empty())
        out << "\n## Rules that found nothing to look at\n\n";
    for (const auto& [pack, ranges] : ranges_by_pack(report.rules, report.summary.rules_without_subject))
        out << "- " << markdown_escaped(pack) << ": " << markdown_escaped(ranges) << "\n";
}

} // namespace

void write_markdown(std::ostream& out, const Report& report, const Options& options) {
    head(out, report);
    groups(out, report);
    for (const DocumentReport* document : worst_first(report.documents))
        if (document->error.empty())
            document_part(out, *document, options.show);
    tail(out, report);
}

void write_github_summary(std::ostream& out, const Report& report, const Options& options) {
    std::ostringstream start;
    head(start, report);
    groups(start, report);
    tail(start, report);
    std::size_t used = start.str().size(), left_out = 0;
    out << start.str();
    for (const DocumentReport* document : worst_first(report.documents)) {
        if (!document->error.empty())
            continue;
        std::ostringstream part;
        document_part(part, *document, options.show);
        if (used + part.str().size() > summary_bytes) {
            ++left_out;
            continue;
        }
        used += part.str().size();
        out << part.str();
    }
    if (left_out != 0)
        out << "\n" << counted(left_out, "more document does", "more documents do") << " not fit on this page.\n";
}

} // namespace ehc::report

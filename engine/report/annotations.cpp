// Findings as the lines by which CI services mark files: GitHub Actions and Azure Pipelines read them from what a step
// prints. Worst first, since both show only so many (GitHub ten of a level in a step).

#include "report/display.hpp"
#include "report/escape.hpp"
#include "report/registry.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <ostream>

namespace ehc::report {

namespace {

using finding::DocumentReport, finding::Finding, finding::Severity;

struct Replacement {
    char what;
    std::string_view with;
};

std::string replaced(std::string_view text, std::span<const Replacement> all) {
    std::string result;
    for (const char c : shown(text, true)) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const Replacement& one) { return one.what == c; });
        result += found == all.end() ? std::string(1, c) : std::string(found->with);
    }
    return result;
}

// Paths that a service looks up in its repository.
std::string relative(std::string_view path) {
    while (path.starts_with("./"))
        path.remove_prefix(2);
    return std::string(path);
}

// Message, with the place that a service cannot show for a document that has no lines.
std::string message_of(const Finding& one) {
    std::string text = one.message;
    if (one.places.front().origin.line == 0)
        text = capitalised(place_text(one.section, one.places.front().origin)) + ": " + text;
    if (one.places.size() > 1)
        text += " And " + counted(one.places.size() - 1, "more place", "more places") + ".";
    return text + (one.fix.empty() ? "" : " " + one.fix) + " (" + std::string(label_of(one.basis)) + ": " + joined(one.citations, "; ") + ")";
}

template <class F> void each_worst_first(const finding::Report& report, Severity least, F&& write) {
    for (std::size_t i = 0; i <= static_cast<std::size_t>(least); ++i)
        for (const DocumentReport& document : report.documents)
            for (const Finding& one : document.findings)
                if (static_cast<std::size_t>(one.severity) == i)
                    write(document, one);
}

// What the annotations are of, since a service shows the first few only, and none where nothing is wrong.
std::string summary_of(const finding::Report& report, Severity least) {
    const finding::Summary& summary = report.summary;
    const std::size_t total = sum(summary.findings);
    std::string text = (total == 0 ? "No findings" : counted(total, "finding", "findings")) + " in " + counted(summary.documents, "document", "documents") + (total == 0 ? "" : ": " + by_severity(summary.findings));
    std::size_t hidden = 0;
    for (std::size_t i = static_cast<std::size_t>(least) + 1; i < finding::severity_count; ++i)
        hidden += summary.findings[i];
    if (hidden != 0)
        text += " (" + thousands(hidden) + " of them not shown)";
    if (summary.unreadable != 0)
        text += "; " + thousands(summary.unreadable) + " could not be read";
    if (const auto open = summary.unchecked + summary.not_given; open != 0)
        text += "; " + counted(open, "check", "checks") + " not made";
    if (summary.questions != 0)
        text += "; " + counted(summary.questions, "question", "questions") + " for a person";
    if (report.with_suppressions)
        text += "; " + thousands(summary.suppressed) + " accepted";
    if (report.with_baseline)
        text += "; " + thousands(summary.known) + " known before, " + thousands(summary.gone) + " gone since";
    return text + ".";
}

constexpr std::array github_data{Replacement{'%', "%25"}};
constexpr std::array github_property{Replacement{'%', "%25"}, Replacement{':', "%3A"}, Replacement{',', "%2C"}};
constexpr std::array azure_data{Replacement{'%', "%AZP25"}};
constexpr std::array azure_property{Replacement{'%', "%AZP25"}, Replacement{';', "%3B"}, Replacement{']', "%5D"}};

std::string_view github_level(Severity severity) {
    switch (severity) {
    case Severity::critical:
    case Severity::major: return "error";
    case Severity::minor: return "warning";
    case Severity::advice: return "notice";
    }
    return "notice";
}

} // namespace

void write_github(std::ostream& out, const finding::Report& report, const Options& options) {
    const auto line = [&](std::string_view level, const std::string& path, const plan::Origin& origin, std::string_view title, std::string_view message) {
        out << "::" << level << " file=" << replaced(relative(path), github_property);
        if (origin.line != 0)
            out << ",line=" << std::to_string(origin.line);
        if (origin.line != 0 && origin.column != 0)
            out << ",col=" << std::to_string(origin.column);
        out << ",title=" << replaced(title, github_property) << "::" << replaced(message, github_data) << '\n';
    };
    for (const DocumentReport& document : report.documents)
        if (!document.error.empty())
            line("error", document.path, {}, "could not be read", document.error);
    each_worst_first(report, options.show, [&](const DocumentReport& document, const Finding& one) {
        line(github_level(one.severity), document.path, one.places.front().origin, one.rule + " " + one.title, message_of(one));
    });
    out << "::notice title=EHC plan audit::" << replaced(summary_of(report, options.show), github_data) << '\n';
}

void write_azure(std::ostream& out, const finding::Report& report, const Options& options) {
    const auto line = [&](bool error, const std::string& path, const plan::Origin& origin, std::string_view code, std::string_view message) {
        out << "##vso[task.logissue type=" << (error ? "error" : "warning") << ";sourcepath=" << replaced(relative(path), azure_property);
        if (origin.line != 0)
            out << ";linenumber=" << std::to_string(origin.line);
        if (origin.line != 0 && origin.column != 0)
            out << ";columnnumber=" << std::to_string(origin.column);
        out << ";code=" << replaced(code, azure_property) << "]" << replaced(message, azure_data) << '\n';
    };
    for (const DocumentReport& document : report.documents)
        if (!document.error.empty())
            line(true, document.path, {}, "unreadable", "could not be read: " + document.error);
    each_worst_first(report, options.show, [&](const DocumentReport& document, const Finding& one) {
        line(one.severity <= Severity::major, document.path, one.places.front().origin, one.rule, one.title + ". " + message_of(one));
    });
    out << "EHC plan audit: " << replaced(summary_of(report, options.show), azure_data) << '\n';
}

} // namespace ehc::report

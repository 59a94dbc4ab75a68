#include "report/registry.hpp"

#include <algorithm>
#include <array>

namespace ehc::report {

namespace {

constexpr std::array table{
    Format{"text", "for reading on a terminal; of more than 50 documents the worst and the totals, unless --verbose", nullptr, open_text},
    Format{"docx", "a copy of each Word plan with comments at the words at fault, of other documents a page: in the folder `annotated` or, with docx=FOLDER, in that",
           nullptr, nullptr, "annotated"},
    Format{"html", "a page for a browser: one plan with its findings beside its text, or many at a glance", nullptr, open_html},
    Format{"json", "for other programs: schemas/ehcaudit-report-1.schema.json", nullptr, open_json},
    Format{"jsonl", "the same as JSON Lines, a document a line as it is done", nullptr, open_jsonl},
    Format{"csv", "a row a finding, for spreadsheets and statistics", nullptr, open_csv},
    Format{"xlsx", "a workbook: findings, plans, rules, counts, unchecked, questions", nullptr, open_xlsx},
    Format{"markdown", "for tickets and wikis", write_markdown},
    Format{"sarif", "SARIF 2.1.0, for code scanning; with --verbose also what passed or did not apply", nullptr, open_sarif},
    Format{"junit", "JUnit XML, for CI servers: a suite a document, a case a rule", nullptr, open_junit},
    Format{"github", "annotations of GitHub Actions", write_github},
    Format{"github-summary", "Markdown that fits the summary page of a GitHub Actions step", write_github_summary},
    Format{"gitlab", "GitLab's code quality report", nullptr, open_gitlab},
    Format{"azure", "annotations of Azure Pipelines", write_azure},
};

} // namespace

std::span<const Format> formats() noexcept { return table; }

const Format* format_named(std::string_view name) noexcept {
    const auto found = std::find_if(table.begin(), table.end(), [&](const Format& format) { return format.name == name; });
    return found == table.end() ? nullptr : &*found;
}

void write(const Format& format, std::ostream& out, const finding::Report& report, const Options& options) {
    if (format.write != nullptr)
        return format.write(out, report, options);
    finding::Report head = report;
    head.documents.clear();
    const std::unique_ptr<Running> running = format.open(out, head, options);
    for (const finding::DocumentReport& document : report.documents)
        running->document(document);
    running->end(report.summary);
}

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const Format& format : table)
        names.emplace_back(format.name);
    return names;
}

} // namespace ehc::report

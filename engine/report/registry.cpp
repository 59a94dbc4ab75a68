#include "report/registry.hpp"

#include <algorithm>
#include <array>

namespace ehc::report {

namespace {

constexpr std::array table{
    Format{"text", "for reading on a terminal", write_text},
    Format{"json", "for other programs: schemas/ehcaudit-report-1.schema.json", nullptr, open_json},
    Format{"jsonl", "the same as JSON Lines, a document a line as it is done", nullptr, open_jsonl},
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

// The report formats. A format is one file, report/<name>.cpp, its function below and one line of the table.
#pragma once

#include "finding/finding.hpp"
#include "report/options.hpp"

#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ehc::report {

// Writes the whole report. Errors: those of the stream, left in its state for the caller.
using Writer = void(std::ostream&, const finding::Report&, const Options&);

// A report that is written as documents are done, so that it takes no more memory for many than for one.
class Running {
  public:
    Running() = default;
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;
    virtual ~Running() = default;
    virtual void document(const finding::DocumentReport& document) = 0; // in the order of the report
    virtual void end(const finding::Summary& summary) = 0;              // once, after the last
};
// `head` is the report without documents; of its summary only the number of documents to come is set. Stream, head and
// options outlive what is returned.
using Opener = std::unique_ptr<Running>(std::ostream&, const finding::Report& head, const Options&);

Writer write_azure, write_github, write_github_summary, write_markdown;
Opener open_csv, open_gitlab, open_html, open_json, open_jsonl, open_junit, open_sarif, open_text, open_xlsx;
Opener open_text_summary; // text of many documents

// One of `write` and `open` is there, except for copies of documents, which are files of their own: caseload/copies.hpp.
struct Format {
    std::string_view name; // as given to --format
    std::string_view doc;  // one phrase, for help
    Writer* write = nullptr;
    Opener* open = nullptr;
    std::string_view place = "-"; // where it goes unless told otherwise

    [[nodiscard]] constexpr bool is_copies() const noexcept { return write == nullptr && open == nullptr; }
};

// A report that is at hand as a whole, in any format but copies.
void write(const Format& format, std::ostream& out, const finding::Report& report, const Options& options);

[[nodiscard]] std::span<const Format> formats() noexcept;
// Nothing for a name that is not in the table.
[[nodiscard]] const Format* format_named(std::string_view name) noexcept;
[[nodiscard]] std::vector<std::string> format_names();

} // namespace ehc::report

// The report formats. A format is one file, report/<name>.cpp, its function below and one line of the table.
#pragma once

#include "finding/finding.hpp"
#include "report/options.hpp"

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ehc::report {

// Writes the whole report. Errors: those of the stream, left in its state for the caller.
using Writer = void(std::ostream&, const finding::Report&, const Options&);

Writer write_json, write_text;

struct Format {
    std::string_view name; // as given to --format
    std::string_view doc;  // one phrase, for help
    Writer* write = nullptr;
};

[[nodiscard]] std::span<const Format> formats() noexcept;
// Nothing for a name that is not in the table.
[[nodiscard]] const Format* format_named(std::string_view name) noexcept;
[[nodiscard]] std::vector<std::string> format_names();

} // namespace ehc::report

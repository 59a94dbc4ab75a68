// A list that a person keeps in a spreadsheet, saved as CSV: a head and rows below it.
//
// As Excel and others write it: commas, semicolons or tabs between cells, whichever the head has most of (or a first line
// `sep=;`); cells in quotes with line breaks in them; a byte-order mark, UTF-16 or Windows-1252. Empty rows are passed over, cells
// that are missing at the end of a row are empty. Cells lose the spaces at their ends.
// Bounds: 64 MB, 100 columns.
// Errors: the file with its line: no CSV, no head, a head without a name or twice the same, a quote that is never closed, more
// cells than the head has.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ehc::caseload {

struct ListTable {
    struct Row {
        std::vector<std::string> cells; // one a column
        unsigned line = 0;              // where it begins
    };
    std::vector<std::string> columns;
    std::vector<Row> rows;
};

inline constexpr std::uint64_t most_list_bytes = std::uint64_t{64} << 20U;

// By which names are compared: letters A to Z as small ones.
[[nodiscard]] std::string folded_name(std::string_view name);

[[nodiscard]] Result<ListTable> parse_list(std::string_view bytes, const std::string& name);

} // namespace ehc::caseload

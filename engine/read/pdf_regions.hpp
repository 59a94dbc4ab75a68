// A page in the order in which a person reads it: lines outside tables, and tables with the lines of each cell.
//
// Tables are found by their ruled lines, and where there are none by words that stand one below another over several lines. Two
// columns of running text are read one after the other. Otherwise the order is that of the page's content, which programs write
// in reading order, unless it jumps about: then from top to bottom.
// Errors: none.
#pragma once

#include "read/pdf_grid.hpp"
#include "read/pdf_lines.hpp"

#include <optional>
#include <vector>

namespace ehc::read::pdf {

struct TableCell {
    GridCell place;
    std::vector<Line> lines;
};

struct Table {
    std::uint32_t page = 0;
    Box box;
    std::vector<double> columns; // where each begins, and where the last ends
    std::uint32_t rows = 0;
    std::vector<TableCell> cells; // by row and column
    bool ruled = true;
};

// A line, or a table. `left` and `right` are where the words of the line's column may stand.
struct Item {
    std::optional<Line> line;
    std::optional<Table> table;
    double left = 0, right = 0;
};

[[nodiscard]] std::vector<Item> items_of(const Page& page);

} // namespace ehc::read::pdf

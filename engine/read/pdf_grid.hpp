// Tables of a page by their ruled lines: lines that touch are one table, and a cell is what no line parts.
//
// Shapes: rows and columns count from 0 and cover the table in full, so that every point in it is in one cell. Sides that have no
// line (tables open to the left and right) end where the lines across them end.
// Errors: none; lines that enclose nothing (underlines, borders of a page) give no table.
#pragma once

#include "read/pdf_page.hpp"

#include <vector>

namespace ehc::read::pdf {

struct GridCell {
    Box box;
    std::uint32_t row = 0, column = 0, row_span = 1, column_span = 1;
};

struct Grid {
    Box box;
    std::vector<double> columns, rows; // where each begins, and where the last ends
    std::vector<GridCell> cells;       // by row and column
};

// From top to bottom. Needs rules and size of the page alone.
[[nodiscard]] std::vector<Grid> find_grids(const Page& page);

} // namespace ehc::read::pdf

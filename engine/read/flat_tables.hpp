// Tables that another program saved one cell a line, in the order of reading, found again: labels with their values ("Name",
// "Jonah", "Date of birth", ...), and the heads of columns with the cells of the rows below, in the same order again and again.
//
// Where cells end is told by what each column holds: ids, references to needs and outcomes, dates, names, sentences. The way
// that fits best is taken; where none fits the lines are no table. Heads of three columns or more whose rows cannot be told
// apart are named, as what stands below them cannot be read.
// Shapes: a row has as many cells as the table has columns, blank ones without texts; or one cell over all of them.
// Errors: none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace ehc::read {

// A line as it was saved, or lines of one paragraph put together.
struct FlatText {
    std::string text;
    std::uint32_t gap = 0; // blank lines before it
};

// How the program that saved the lines uses blank ones.
enum class Gaps : std::uint8_t {
    blank_cells, // word processors: a blank line is an empty paragraph, or an empty cell
    part_cells,  // prints: blank lines stand between cells, and a cell may have several lines
};

struct FlatTable {
    std::size_t first = 0, last = 0; // texts
    std::uint32_t columns = 0;
    bool headed = false;                                // the first row is heads of columns
    std::vector<std::vector<std::vector<std::size_t>>> rows; // texts of every cell
};

struct FlatTables {
    std::vector<FlatTable> tables; // in order
    std::vector<std::size_t> lost; // the first head of each table that could not be told apart
};

[[nodiscard]] FlatTables find_flat_tables(const std::vector<FlatText>& texts, Gaps gaps);

} // namespace ehc::read

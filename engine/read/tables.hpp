// The tables of a document as rows and cells of lines, and the header rows among them.
// Errors: none.
#pragma once

#include "read/columns.hpp"
#include "read/outline.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace ehc::read {

struct TableCell {
    std::uint32_t column = 0;
    std::uint32_t column_span = 1;
    std::vector<std::uint32_t> lines; // in order
    std::optional<std::uint32_t> first; // the first line with words
};

struct TableRow {
    std::vector<TableCell> cells; // by column
    bool header = false;          // marked by the format as a repeating heading

    [[nodiscard]] std::size_t filled() const noexcept; // cells with words
    [[nodiscard]] const TableCell* only_filled() const noexcept;
};

struct Table {
    std::uint32_t columns = 0;
    std::map<std::uint32_t, TableRow> rows;
};

// By table number.
using Tables = std::map<std::uint32_t, Table>;
[[nodiscard]] Tables tables_of(const std::vector<Line>& lines);

// One cell of a header row: what stands below it.
struct ColumnHead {
    std::uint32_t column = 0;
    std::uint32_t column_span = 1;
    std::uint32_t line = 0;
    std::optional<Heading> heading; // when it carries a section letter
    Role role = Role::none;
    std::optional<plan::Letter> letter; // set by the outline: the section of what stands below
};

struct HeaderRow {
    std::uint32_t table = 0;
    std::uint32_t row = 0;
    std::uint32_t first_line = 0;
    bool lettered = false;
    std::vector<ColumnHead> heads;

    // The head above a cell; null for a cell that is as wide as several.
    [[nodiscard]] const ColumnHead* above(std::uint32_t column, std::uint32_t column_span) const noexcept;
};

// "By July 2029" over a column of outcomes.
[[nodiscard]] bool is_day_head(const Words& words);
// A section letter that heads a column: with its title, or alone.
[[nodiscard]] std::optional<Heading> lettered_head(const Words& words);
// A table that stands upright: each row has its label ("Who", "How often") on the left.
[[nodiscard]] bool is_upright(const std::vector<Line>& lines, const Table& table);

// The only words of a table row, or the first of its cell: where tables have their titles.
[[nodiscard]] bool is_row_title(const std::vector<Line>& lines, const Tables& tables, std::uint32_t index);
// The header row that a line is of; null for other lines.
[[nodiscard]] const HeaderRow* header_row_at(const Line& line, const std::vector<HeaderRow>& headers);

// The rows that head columns by section letters ("B - Special educational needs") or by what they hold ("By whom").
[[nodiscard]] std::vector<HeaderRow> header_rows(const std::vector<Line>& lines, const Tables& tables);

} // namespace ehc::read

// How well lines that another program saved one cell a line fit the columns of a table: what each line is like, what each column
// holds, and the rows that cost least.
//
// Units: a cost has none; less is better, and below nothing is good. Errors: none.
#pragma once

#include "read/columns.hpp"
#include "read/flat_tables.hpp"
#include "read/headings.hpp"
#include "read/label_words.hpp"

#include <algorithm>
#include <optional>

namespace ehc::read {

inline constexpr std::size_t most_columns = 8;
inline constexpr std::uint32_t longest_lettered_head = 30; // words

// What a column's cells are like.
enum class Holds : std::uint8_t { label, value, id, reference, item, term, who, date, answer, area, other };

struct Column {
    Holds holds = Holds::other;
    std::optional<plan::Letter> letter; // of items
    bool known = true;            // by its head
};

// What can be told of a text by itself.
struct Seen {
    Words words;
    std::uint32_t gap = 0;
    bool id = false, references = false, dated = false, answer = false, nil = false;
    char id_letter = 0;   // with which an item begins: "F1. ..."
    bool sentence = false; // ends as one
    bool lower = false;    // begins with a small letter
    bool section = false;  // heads a section, or a column by its letter
    std::optional<Heading> lettered;
    bool area = false;
    bool pair = false; // "Label: value"
    bool signs = false; // "Signed for the local authority"
    std::optional<Asks> asks; // the whole of it is a label
    RoleFound role;           // as a head of a column
    bool placement = false;   // a label of section I
};

[[nodiscard]] Seen look_at(const FlatText& text);
// Whether it is a label of a form, for what a section holds; nothing for the front page.
[[nodiscard]] bool is_label_of(const Seen& seen, std::optional<plan::Letter> section);

// The cost of a way to read lines as a table: less is better, below nothing is good.
using Cost = double;
inline constexpr Cost never = 1e6;

class Rows {
  public:
    Rows(const std::vector<Seen>& seen, std::vector<Column> columns, Gaps gaps, std::optional<plan::Letter> section)
        : seen_(seen), columns_(std::move(columns)), gaps_(gaps), section_(section),
          titles_(section != plan::Letter::K && std::ranges::none_of(columns_, [](const Column& column) { return column.holds == Holds::label || column.holds == Holds::area; })) {}

    struct Way {
        Cost cost = never;
        std::size_t end = 0;
        std::vector<std::vector<std::vector<std::size_t>>> rows;
    };

    // The best rows that begin at text `from` and end before `limit`.
    [[nodiscard]] Way best(std::size_t from, std::size_t limit) const;

  private:
    struct Step {
        Cost cost = never;
        std::uint8_t before = 0; // the column of the text before
        enum class Kind : std::uint8_t { none, same_cell, cell, row, title } kind = Kind::none;
    };

    [[nodiscard]] Cost in_column(const Seen& seen, std::size_t column) const;
    [[nodiscard]] Cost gap_for(std::size_t index, std::size_t blank_cells, bool new_row) const;
    [[nodiscard]] Cost goes_on(std::size_t index, std::size_t column) const;

    const std::vector<Seen>& seen_;
    std::vector<Column> columns_;
    Gaps gaps_;
    std::optional<plan::Letter> section_;
    bool titles_; // names of areas stand over rows
};

} // namespace ehc::read

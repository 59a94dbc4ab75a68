// The content of sections A to H2 as entries: one for each paragraph, list item, row or cell that says one thing, with the
// words that introduce a list in front of each of its items and the cells of a row put together.
// Errors: none. Headings, guidance, nil statements and empty cells make no entry.
#pragma once

#include "read/outline.hpp"

#include <utility>
#include <vector>

namespace ehc::read {

struct Entry {
    plan::Letter section = plan::Letter::A;
    std::optional<plan::Area> area;
    Role under = Role::none;   // of the subhead above: strengths, aim, steps
    std::uint32_t line = 0;    // the first line of it
    std::uint32_t subhead = 0; // the subhead above: index + 1
    std::uint32_t thread = 0;  // the row of a grid, from 1
    bool list_item = false;
    plan::Text text;
    std::string label;         // the number that the format gives the item: "B1."
    std::vector<std::pair<Role, plan::Text>> properties; // who, how often ... by its columns or labels
};

// What the rows of grids hold besides entries, by thread.
struct Thread {
    std::uint32_t table = 0;
    bool need_column = false, outcome_column = false;
    bool need_empty = true, outcome_empty = true; // nothing, or "as above", in that column
};

struct Entries {
    std::vector<Entry> list;
    std::vector<Thread> threads; // of thread n - 1
};

[[nodiscard]] Entries read_entries(const Outline& outline);

} // namespace ehc::read

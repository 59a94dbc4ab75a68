// Which lines head statutory sections: lettered headings that are headings by their look or their words, without those of
// a contents page or legend; titles that name a section by words where no letter does; and the letters of grids' columns.
// Errors: none.
#pragma once

#include "read/outline.hpp"
#include "read/tables.hpp"

#include <map>
#include <set>
#include <vector>

namespace ehc::read {

struct SectionHead {
    Heading heading;
    std::vector<plan::Letter> letters; // sections that begin here; none for a heading over sections with their own
    FoundBy by = FoundBy::letter;
    bool lettered = true;              // false when words alone name the section
    bool merged = false;               // several sections with one heading and one body
    std::uint32_t title_line = 0;      // the line with the title's words, this one or the cell beside it
    WordRange title;                   // in that line
    std::uint32_t content_from = 0;    // byte of this line at which words of the section follow
};

struct SectionHeads {
    std::map<std::uint32_t, SectionHead> by_line;
    std::vector<HeaderRow> headers;  // in order, with the letters of their columns
    std::set<plan::Letter> shared;   // letters of a combined heading whose columns or subheads tell the sections apart
};

// Marks the lines of contents pages and legends as such.
[[nodiscard]] SectionHeads find_section_heads(Outline& outline, const Tables& tables, const OutlineOptions& options);

} // namespace ehc::read

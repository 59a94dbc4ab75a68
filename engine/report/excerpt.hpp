// The words at fault in the line they stand in, with a row of markers below them:
//
//     Regular help from a teaching assistant as appropriate.
//     ^^^^^^^                                ^^^^^^^^^^^^^^
//
// A long context is cut to the words and what stands around them. Units and safety: display.hpp. Errors: none.
#pragma once

#include "finding/finding.hpp"
#include "report/display.hpp"

#include <span>
#include <string>
#include <vector>

namespace ehc::report {

struct ExcerptLine {
    std::vector<Glyph> text;
    std::string markers; // "^" below each marked column; empty when nothing in the line is marked, or all of the excerpt
};

// How many of the places, from the first on, one excerpt can show: those in the same line, where it is shown whole.
[[nodiscard]] std::size_t shown_together(std::span<const finding::Place> places, bool unicode, unsigned width);

// The excerpt of places that are shown together. Nothing where they have no words (something is missing).
[[nodiscard]] std::vector<ExcerptLine> excerpt(std::span<const finding::Place> places, bool unicode, unsigned width);

} // namespace ehc::report

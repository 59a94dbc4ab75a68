// Text of any origin made fit to be shown: nothing in it can move a cursor, ring a bell, turn the reading direction or
// pass for a line of ours. White space is folded to single spaces; control characters and broken UTF-8 become U+FFFD.
//
// Units: columns of a terminal (0 for a combining mark, 2 for most East Asian characters and emoji); spans are bytes.
// Errors: none.
#pragma once

#include "base/span.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ehc::report {

// Controls, direction overrides and isolates, private use and characters that are none: shown as U+FFFD.
[[nodiscard]] bool is_unsafe(char32_t code) noexcept;

// One character as it is shown.
struct Glyph {
    std::string text;
    unsigned width = 1;
    bool marked = false; // one of the words at fault
};
using Line = std::span<const Glyph>; // owned by the glyphs that were wrapped

// The characters of `text`, those inside one of `marked` so marked. With `unicode` off the result is ASCII: typographic marks and
// accented Latin letters become the nearest plain ones, all else "?".
[[nodiscard]] std::vector<Glyph> glyphs(std::string_view text, bool unicode, std::span<const Span> marked = {});

[[nodiscard]] std::string shown(Line line);
[[nodiscard]] std::string shown(std::string_view text, bool unicode);
[[nodiscard]] unsigned columns(Line line);

// Breaks between words, so that the first line is no wider than `first_width` and no other wider than `width`; a word that
// is wider by itself is cut. At least one line; none ends in a space.
[[nodiscard]] std::vector<Line> wrap(Line text, unsigned first_width, unsigned width);

} // namespace ehc::report

// Columns in text without marks: lines whose words stand one below another with a gutter of spaces between, as programs print
// tables. Only where it is safe: a gutter that a word crosses in any line is none.
// Units: positions are code points of a line. Errors: none; lines that are no table give no rows.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace ehc::read {

struct TextLine {
    std::string_view text;
    std::uint32_t number = 0; // from 1
};

// Words of one cell in one of the lines, by its index.
struct TextPart {
    std::size_t line = 0;
    std::string_view text;
};
// The cells of a row, each with its parts from top to bottom; an empty cell has none.
using TextRow = std::vector<std::vector<TextPart>>;

[[nodiscard]] std::vector<TextRow> text_columns(std::span<const TextLine> lines);

} // namespace ehc::read

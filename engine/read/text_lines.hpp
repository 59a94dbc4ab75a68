// What one line of plain text or Markdown is by its signs: a rule, a heading, an item of a list.
// Errors: none.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ehc::read {

[[nodiscard]] std::string_view trimmed(std::string_view text); // of spaces and tabs
[[nodiscard]] std::size_t indent_of(std::string_view text);    // a tab counts four

// "===" or "---" and no other sign, spaces between them allowed.
[[nodiscard]] bool is_rule(std::string_view text, std::string_view signs, std::size_t least);
// A row of dashes under the heads of a pipe table, or a border of one drawn in text.
[[nodiscard]] bool is_table_rule(std::string_view text);
// How many number signs make it a heading; 0 for none.
[[nodiscard]] std::size_t heading_marks(std::string_view text);

struct ListMarker {
    std::size_t width = 0; // of the marker and the spaces after it
    std::string label;     // "1."; empty for a bullet
};
[[nodiscard]] std::optional<ListMarker> list_marker(std::string_view text);

// "F8 ", "K10: ", "H1.2 ": the number of an item, written out.
[[nodiscard]] bool opens_with_id(std::string_view text);
// "Section G: Health provision", "SECTION H1 - ..." at the edge of the page: never the rest of a line above it.
[[nodiscard]] bool heads_section(std::string_view text);

} // namespace ehc::read

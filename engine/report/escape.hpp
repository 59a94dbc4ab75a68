// Text of any origin made inert inside a format: first made fit to be shown (display.hpp), so that no control character,
// direction override or line break is left, then with the characters that the format would act on written in its own way.
// Errors: none.
#pragma once

#include <string>
#include <string_view>

namespace ehc::report {

// For text and quoted attributes of XML and HTML.
[[nodiscard]] std::string xml_escaped(std::string_view text);
// The same for a piece of a line, whose spaces at either end part it from what stands beside it.
[[nodiscard]] std::string xml_escaped_piece(std::string_view text);

// For a line of Markdown: no markup, link, picture, table cell, mention of a user or number of an issue comes of it.
[[nodiscard]] std::string markdown_escaped(std::string_view text);
// As code, between as many backticks as it takes.
[[nodiscard]] std::string markdown_code(std::string_view text);

// One cell of a CSV file (RFC 4180). What a spreadsheet would take for a formula begins with an apostrophe.
[[nodiscard]] std::string csv_cell(std::string_view text);

// A path as a relative reference (RFC 3986), or as a file: address when it is absolute. No `./` in front.
[[nodiscard]] std::string uri_of(std::string_view path);

} // namespace ehc::report

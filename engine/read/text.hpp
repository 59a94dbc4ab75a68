// Plain text and Markdown to blocks: headings by number signs and by underlining, lists, tables of pipes, of tabs and of
// columns that stand one below another, and paragraphs.
//
// Tables that were saved one cell a line are found again (flat_tables.hpp); Document::unread names one that cannot be.
// A line that ends early ends its paragraph: text that was wrapped at a width is joined, a list of labels or lines of their own
// are not. Struck-through passages and comments are left out and noted; everything else is text. There are no marks (tracked
// changes and the like) in these formats, so rules that need them are unchecked.
// Origin: line and column of every word in the file, columns in code points.
// Errors: an encoding that is not known; more blocks than Limits allow.
// Source: CommonMark 0.30; tables and strike-through of GitHub Flavored Markdown 0.29.
#pragma once

#include "read/document.hpp"

#include <string_view>

namespace ehc::read {

[[nodiscard]] Result<Document> read_text(std::string_view bytes, std::string_view path, const Limits& limits);
[[nodiscard]] Result<Document> read_markdown(std::string_view bytes, std::string_view path, const Limits& limits);

} // namespace ehc::read

// Pages of a PDF to blocks: paragraphs, headings by their size, lists and tables, with page, line and position of every word.
//
// Headers and footers, known by standing in one place on several pages, are taken out of the text and kept once. A table that goes
// on over a page is one table, its repeated heads dropped, and a row that goes on is one row. What is struck through is left out.
// A page without words is named in the notes and in Document::unread; a document without any is an error.
// Origin: page, line on the page, and character in the line, from 1.
#pragma once

#include "read/document.hpp"
#include "read/pdf_page.hpp"

#include <string_view>

namespace ehc::read::pdf {

[[nodiscard]] Result<Document> lay_out(Answer answer, std::string_view path, const Limits& limits);

} // namespace ehc::read::pdf

// A web page to blocks, as a browser would show it: headings, paragraphs, lists, tables with spans, form fields with what is
// filled in. Scripts, styles and what is hidden or struck through are left out, the last two noted. Nothing is fetched.
//
// Shapes: `<br>` parts words, two in a row part paragraphs. What LibreOffice and Word write as headers and footers is so here.
// Origin: line and column of every word in the file, columns in code points.
// Errors: an encoding that is not known; elements nested deeper, or more blocks, than Limits allow.
// Source: HTML Living Standard, 13.2 (parsing, by gumbo) and 15.3 (rendering).
#pragma once

#include "read/document.hpp"

#include <string_view>

namespace ehc::read {

[[nodiscard]] Result<Document> read_html(std::string_view bytes, std::string_view path, const Limits& limits);

} // namespace ehc::read

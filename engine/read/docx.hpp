// A Word document (.docx, .dotx; ISO/IEC 29500 transitional or strict) to blocks. Reads what a person sees with tracked
// changes accepted: struck-through and hidden text is left out and counted, as are comments.
//
// Shapes: every paragraph with words is a block; so is an empty cell. Blocks come in body order, text boxes after the
// paragraph that holds them, then headers, footers, footnotes and endnotes. Where a control or merge field is unfilled, its
// prompt is in the text as a run marked `placeholder`. Check boxes are "☒" and "☐".
// Origin: block counts from 1; paragraph is the nth w:p of the body in document order, from 1, those in cells and content
// controls, empty and deleted ones included, those in text boxes not (theirs is the number of the paragraph that holds
// the box); 0 in headers, footers and notes. Span is bytes of Document::extracted.
// Errors: not a Word document (and what it is instead), protected, with macros, damaged, or beyond Limits. Nothing outside
// the given bytes is ever fetched.
// Source: ECMA-376 part 1 (5th edition): 17 for the elements, 17.7.2 and 17.7.3 for styles, 17.9 for numbering, 17.16 for
// fields.
#pragma once

#include "read/document.hpp"

#include <string_view>

namespace ehc::read {

[[nodiscard]] Result<Document> read_docx(std::string_view bytes, std::string_view path, const Limits& limits);

} // namespace ehc::read

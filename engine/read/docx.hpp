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

// `size` bytes at `at` of the extracted text are those from `skip` on, entities resolved, of the text node that begins at
// byte `node` of the main part.
struct TextSource {
    std::uint32_t at = 0, size = 0;
    std::uint64_t node = 0;
    std::uint32_t skip = 0;
};

// A Word document with where its text stands in its XML, for those who write into a copy of it.
struct DocxSource {
    Document document;
    std::vector<TextSource> sources; // of the body, in order; none for text boxes and what Word makes up: numbers, prompts
    std::string main_part;           // "word/document.xml"
    std::string comments_part;       // empty when there is none
};
[[nodiscard]] Result<DocxSource> read_docx_source(std::string_view bytes, std::string_view path, const Limits& limits);

} // namespace ehc::read

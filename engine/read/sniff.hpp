// What the bytes of a file are, by their first signs; the name's ending only tells kinds of plain text apart.
// Total: what is not known is said to be so.
#pragma once

#include <string_view>

namespace ehc::read {

// `empty` is nothing but white space; `other` is named in words, as is `sheet`: a list in a spreadsheet, which no plan is.
enum class Content : unsigned char { empty, zip, xml, html, json, markdown, text, rtf, old_word, pdf, sheet, other };

struct Sniffed {
    Content content = Content::other;
    std::string_view words;  // "PDF", "a spreadsheet (Excel 97-2003)"
    bool text = false;       // a document of words, which Word could save in a format that is read
    std::string_view remedy; // where there is a better one than to save it in another format
};

// `extension` is the ending of the name in lower case, with its dot; it may be empty.
[[nodiscard]] Sniffed sniff(std::string_view bytes, std::string_view extension);

} // namespace ehc::read

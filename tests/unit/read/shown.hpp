// A document's blocks in a few signs each, so that a test shows at one glance what a reader makes of a file:
//   #2 Title    a heading of level 2        - text   1. text   list items      !text   all bold
//   [1:0,2+2x1] text   cell of table 1, row 0, column 2, two columns wide        h:text f:text   headers, footers
#pragma once

#include "read/document.hpp"

#include <string>
#include <string_view>

namespace ehc::test {

inline std::string shown(const read::Block &block) {
    std::string text;
    if (const auto &cell = block.cell) {
        text += "[" + std::to_string(cell->table) + ":" + std::to_string(cell->row) + "," + std::to_string(cell->column);
        if (cell->column_span != 1 || cell->row_span != 1)
            text += "+" + std::to_string(cell->column_span) + "x" + std::to_string(cell->row_span);
        text += cell->header_row ? "]= " : "] ";
    }
    if (block.place == plan::Place::header || block.place == plan::Place::footer)
        text += block.place == plan::Place::header ? "h:" : "f:";
    if (block.contents_entry)
        text += "contents:";
    if (block.heading_level != 0)
        text += "#" + std::to_string(block.heading_level) + " ";
    if (block.list_item)
        text += std::string(2 * block.list_level, ' ') + (block.list_label.empty() ? "-" : block.list_label) + " ";
    return text + (block.all_bold ? "!" : "") + block.text.value + (block.form_field ? "?" : "");
}

inline std::string shown(const read::Document &document) {
    std::string text;
    for (const read::Block &block : document.blocks)
        text += shown(block) + "\n";
    return text;
}

// "line:column" of the first byte of some words; what is wrong when they are not there or their span is not theirs.
inline std::string place_of(const read::Document &document, std::string_view words) {
    for (const read::Block &block : document.blocks) {
        const std::size_t at = block.text.value.find(words);
        if (at == std::string::npos)
            continue;
        const plan::Origin origin = block.text.origin(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size()));
        if (document.extracted.substr(origin.span.begin, origin.span.size()) != words)
            return "its span is not of these words";
        return std::to_string(origin.line) + ":" + std::to_string(origin.column);
    }
    return "not there";
}

// Whether every piece of every block says what the extracted text holds: what a reader of any format promises.
inline bool in_step(const read::Document &document) {
    std::uint32_t number = 0;
    for (const read::Block &block : document.blocks) {
        const Span span = block.text.origin().span;
        if (document.extracted.substr(span.begin, span.size()) != block.text.value || block.text.origin().block != ++number)
            return false;
        std::uint32_t end = 0;
        for (const read::Run &run : block.runs) {
            if (run.span.begin < end || run.span.begin >= run.span.end || run.span.end > block.text.value.size())
                return false;
            end = run.span.end;
        }
    }
    return true;
}

} // namespace ehc::test

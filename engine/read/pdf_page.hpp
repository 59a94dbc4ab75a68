// What ehcaudit-pdf tells of a document: words, ruled lines and pictures of every page, in the order of the page's content.
//
// Units: points from the top left corner of a page; sizes are of the font. The protocol is told in engine/pdf/main.cpp.
// Errors: an answer that is not of that form, as a helper gone wrong would give.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ehc::read::pdf {

struct Box {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;

    [[nodiscard]] double width() const noexcept { return x1 - x0; }
    [[nodiscard]] double height() const noexcept { return y1 - y0; }
    [[nodiscard]] double middle_x() const noexcept { return (x0 + x1) / 2; }
    [[nodiscard]] double middle_y() const noexcept { return (y0 + y1) / 2; }
    [[nodiscard]] bool holds(double x, double y) const noexcept { return x >= x0 && x <= x1 && y >= y0 && y <= y1; }
};

struct Word {
    Box box;
    double base = 0; // y of the line that its letters stand on
    double size = 0;
    bool bold = false, italic = false;
    bool recognised = false; // by text recognition: ours, or that which laid it behind a scan
    bool turned = false;     // or slanted, or large and faint: not of the text
    bool struck = false;    // a rule goes through it; set by the layout
    std::string text;
};

struct Page {
    std::uint32_t number = 0;
    double width = 0, height = 0;
    std::vector<Word> words;
    std::vector<Box> rules;
    std::vector<Box> images;
    std::vector<Box> drawings; // large shapes
    double confidence = 0; // 1 to 100 where its words were recognised on its picture; set by pdf_pictures.hpp, as is the next
    std::string unread;    // why its words could not be recognised; empty where they were, or nobody tried
};

struct Answer {
    std::string title, author;
    std::vector<Page> pages;
    std::string error; // "encrypted", "damaged", "pages", "words"; empty when all is told
};

[[nodiscard]] Result<Answer> parse_answer(std::string_view text);

} // namespace ehc::read::pdf

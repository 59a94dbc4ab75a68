// What Tesseract reads on the picture of a page, as words, ruled lines and its own doubt of them.
//
// Shapes: words from top to bottom and from left to right, whatever blocks Tesseract sees; a page that was scanned aslant is put
// straight. Units: points from the top left corner of the picture; sizes are of the font, near enough.
// Errors: an answer that is not hOCR.
#pragma once

#include "read/pdf_page.hpp"

#include <string_view>

namespace ehc::read::pdf {

struct PictureRead {
    std::vector<Word> words;
    std::vector<Box> rules;
    double confidence = 0; // of its words on average, by their letters: 0 to 100
};

// `dpi`: of the picture.
[[nodiscard]] Result<PictureRead> parse_hocr(std::string_view hocr, double dpi);

} // namespace ehc::read::pdf

#include "support/catch.hpp"

#include "read/hocr.hpp"

#include <cmath>

using namespace ehc;
using namespace ehc::read;

namespace {

// A picture of 600 by 800 points at 72 dots an inch, so that pixels are points.
Result<pdf::PictureRead> read_page(const std::string& lines) {
    return pdf::parse_hocr("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">\n"
                           "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><div class='ocr_page' title='image \"stdin\"; bbox 0 0 600 800; ppageno 0; scan_res 72 72'>" + lines + "</div></body></html>", 72);
}
std::string line(const std::string& title, const std::string& words) { return "<p class='ocr_par'><span class='ocr_line' title=\"" + title + "\">" + words + "</span></p>"; }
std::string word(const std::string& box, const std::string& text, int sure = 90) { return "<span class='ocrx_word' title='bbox " + box + "; x_wconf " + std::to_string(sure) + "'>" + text + "</span>"; }

std::string text(const pdf::PictureRead& read) {
    std::string words;
    for (const pdf::Word& word : read.words)
        words += (words.empty() ? "" : " ") + word.text;
    return words;
}

} // namespace

TEST_CASE("words have their places, sizes and base lines", "[read][pdf][ocr]") {
    const auto page = read_page(line("bbox 50 100 200 112; baseline 0 -2; x_size 10; x_descenders 2; x_ascenders 2", word("50 100 90 112", "Ezra&#39;s") + word("95 100 140 110", "<strong>plan</strong>", 60)) +
                           "<div class='ocr_separator' title=\"bbox 40 90 500 91\"></div>");
    REQUIRE(page.ok());
    CHECK(text(*page) == "Ezra's plan");
    CHECK(page->words[0].box.x0 == 50);
    CHECK(page->words[0].base == 110);
    CHECK(page->words[0].size == Approx(10.65));
    CHECK(page->words[0].recognised);
    REQUIRE(page->rules.size() == 1);
    CHECK(page->rules[0].width() == 460);
    CHECK(page->confidence == Approx((6 * 90 + 4 * 60) / 10.0));
}

TEST_CASE("words come from top to bottom, whatever blocks are seen in the picture", "[read][pdf][ocr]") {
    // A column of labels read before the column of what stands beside them.
    const std::string end = "; baseline 0 0; x_size 10";
    const auto page = read_page(line("bbox 50 100 90 110" + end, word("50 100 90 110", "Name")) + line("bbox 50 120 90 130" + end, word("50 120 90 130", "School")) +
                           line("bbox 300 101 360 111" + end, word("300 101 360 111", "Cai")) + line("bbox 300 121 360 131" + end, word("300 121 360 131", "Weir")));
    REQUIRE(page.ok());
    CHECK(text(*page) == "Name Cai School Weir");
}

TEST_CASE("a page that was scanned aslant is put straight", "[read][pdf][ocr]") {
    const auto page = read_page(line("bbox 50 400 550 422; baseline 0.02 -10; x_size 10", word("50 400 100 412", "left") + word("500 410 550 422", "right")) +
                           "<div class='ocr_separator' title=\"bbox 50 430 550 440\"></div><div class='ocr_separator' title=\"bbox 292 200 308 600\"></div>");
    REQUIRE(page.ok());
    REQUIRE(page->words.size() == 2);
    CHECK(std::abs(page->words[0].base - page->words[1].base) < 0.1);
    REQUIRE(page->rules.size() == 2);
    CHECK(page->rules[0].height() < 0.1);
    CHECK(page->rules[1].width() < 0.1);
    CHECK(page->rules[1].middle_x() == Approx(300).margin(1));
}

TEST_CASE("dirt is left out, and a dot before an item is a bullet", "[read][pdf][ocr]") {
    const auto page = read_page(line("bbox 50 100 200 110; baseline 0 0; x_size 10", word("50 100 55 110", "e") + word("65 100 100 110", "One") + word("110 100 114 110", "~", 20)) +
                           line("bbox 50 120 200 130; baseline 0 0; x_size 10", word("50 120 55 130", "e") + word("57 120 100 130", "mail")) + line("bbox 10 10 30 300; textangle 90; x_size 10", word("10 10 30 300", "aslant")));
    REQUIRE(page.ok());
    CHECK(text(*page) == "• One e mail aslant");
    CHECK(page->words.back().turned);
}

TEST_CASE("an upright stroke is the letter I, but for ruled lines", "[read][pdf][ocr]") {
    const auto page = read_page(line("bbox 50 100 200 110; baseline 0 0; x_size 10", word("50 100 90 110", "Section") + word("95 102 97 110", "|", 30) + word("100 102 120 110", "&quot;|'m") + word("150 102 152 110", "|") + word("170 90 172 130", "|")) +
                                "<div class='ocr_separator' title=\"bbox 150 20 153 300\"></div>");
    REQUIRE(page.ok());
    CHECK(text(*page) == "Section I \"I'm");
}

TEST_CASE("what is no hOCR is refused, and odd titles do no harm", "[read][pdf][ocr][hostile]") {
    for (const std::string wrong : {"", "nonsense", "<svg/>", "<html><body>"})
        CHECK_FALSE(pdf::parse_hocr(wrong, 300).ok());
    const auto page = read_page(word("1 2 3 4", "before any line") + line("bbox 1 2", word("1 2 3", "x")) + line("bbox 1 2 3 nan", word("1 2 3 4", "y")) + line("bbox 9 9 20 20", word("9 9 20 20", "z", 900)));
    REQUIRE(page.ok());
    CHECK(text(*page) == "z");
    CHECK(page->confidence == 100);
    CHECK(read_page("")->confidence == 0);
}

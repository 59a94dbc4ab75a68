#include "support/catch.hpp"

#include "read/pdf_layout.hpp"
#include "shown.hpp"

#include <cstdio>
#include <string>

using namespace ehc;
using namespace ehc::read;
using ehc::test::shown;

namespace {

// A page as the helper tells it, drawn by hand: every letter is half as wide as its size.
class Pages {
  public:
    Pages& page() {
        told_ += "page\t" + std::to_string(++number_) + "\t600\t800\n";
        return *this;
    }
    // Words from x on, standing on the line y. A space is half a letter; "\t" in the text leaves 60 points.
    Pages& text(double x, double y, const std::string& words, double size = 10, const char* flags = "-") {
        std::string word;
        double from = x;
        const auto put = [&] {
            char places[160];
            std::snprintf(places, sizeof places, "word\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t%s\t", from, y - 0.8 * size, x, y + 0.2 * size, y, size, flags);
            if (!word.empty())
                told_ += places + word + "\n";
            word.clear();
        };
        for (const char c : words) {
            if (c == ' ' || c == '\t') {
                put();
                x += c == ' ' ? size / 4 : 60;
                from = x;
            } else {
                word += c;
                x += (c & 0xC0) != 0x80 ? size / 2 : 0;
            }
        }
        put();
        return *this;
    }
    Pages& box(double x0, double y0, double x1, double y1, const char* what = "rule") {
        told_ += std::string(what) + "\t" + std::to_string(x0) + "\t" + std::to_string(y0) + "\t" + std::to_string(x1) + "\t" + std::to_string(y1) + "\n";
        return *this;
    }
    // The lines of a table with these edges.
    Pages& grid(const std::vector<double>& columns, const std::vector<double>& rows) {
        for (const double x : columns)
            box(x, rows.front(), x, rows.back());
        for (const double y : rows)
            box(columns.front(), y, columns.back(), y);
        return *this;
    }
    [[nodiscard]] Result<Document> read() const {
        auto answer = pdf::parse_answer(told_ + "end\n");
        REQUIRE(answer.ok());
        return pdf::lay_out(std::move(answer).value(), "plan.pdf", {});
    }
    [[nodiscard]] Document document() const {
        auto document = read();
        REQUIRE(document.ok());
        CHECK(test::in_step(*document));
        return std::move(document).value();
    }

  private:
    std::string told_;
    int number_ = 0;
};

// Three lines that fill the width of the page's text (60 to 540), so that its right edge is known.
Pages& filled(Pages& pages, double y) {
    const std::string full(18, 'm');
    for (int i = 0; i < 3; ++i)
        pages.text(60, y + 12 * i, full + " " + full + " " + full + " " + full + " " + full.substr(0, 17) + (i < 2 ? "" : "."));
    return pages;
}

} // namespace

TEST_CASE("lines go on until one ends early, or a gap or another look parts them", "[read][pdf]") {
    Pages pages;
    filled(pages.page(), 100);
    pages.text(60, 150, "Short line.").text(60, 162, "Another one").text(60, 200, "after a gap");
    const Document document = pages.document();
    REQUIRE(document.blocks.size() == 4);
    CHECK(shown(document).find("m. \n") == std::string::npos);
    CHECK(document.blocks[1].text.value == "Short line.");
    CHECK(document.blocks[2].text.value == "Another one");
    CHECK(document.blocks[3].text.value == "after a gap");
    CHECK(document.blocks[2].text.origin().page == 1);
    CHECK(document.blocks[2].text.origin().line == 5);
    CHECK(document.blocks[2].text.origin(8, 11).column == 9);
}

TEST_CASE("a small gap parts paragraphs where lines stand close, however full the line above it was", "[read][pdf]") {
    const std::string full = std::string(18, 'm') + " " + std::string(18, 'm') + " " + std::string(18, 'm') + " " + std::string(18, 'm') + " ";
    const auto set = [&](double line, double gap, const std::string& next) {
        Pages pages;
        double y = 100;
        for (int paragraph = 0; paragraph < 4; ++paragraph, y += gap - line)
            for (int i = 0; i < 3; ++i, y += line)
                pages = (paragraph == 0 && i == 0 ? pages.page() : pages).text(60, y, (i == 0 ? next + " " : "and ") + full + "aaaaaaaaaaaaa");
        return pages.document().blocks.size();
    };
    CHECK(set(12, 17, "He") == 4);
    CHECK(set(12, 13, "He") == 1);
    CHECK(set(17, 17, "He") == 1);
    CHECK(set(12, 17, "and") == 1); // the lines of one paragraph, set in two ways
}

TEST_CASE("larger text is a heading, the largest of level 1, and bold is kept", "[read][pdf]") {
    Pages pages;
    pages.page().text(60, 60, "Plan", 20).text(60, 90, "Section A", 14, "b").text(60, 110, "Views", 10, "b");
    filled(pages, 130);
    pages.text(60, 300, "bold", 10, "b").text(84, 300, "and plain");
    const Document document = pages.document();
    CHECK(test::shown(document.blocks[0]) == "#1 Plan");
    CHECK(test::shown(document.blocks[1]) == "#2 !Section A");
    CHECK(test::shown(document.blocks[2]) == "!Views");
    REQUIRE(document.blocks.back().runs.size() == 1);
    CHECK(document.blocks.back().text.value == "bold and plain");
    CHECK(document.blocks.back().runs[0].bold);
}

TEST_CASE("bullets and numbers that stand apart make lists", "[read][pdf]") {
    Pages pages;
    filled(pages.page(), 100);
    pages.text(60, 150, "\u2022").text(80, 150, "one").text(60, 162, "\u2022").text(80, 162, "two").text(60, 174, "1.").text(80, 174, "first").text(60, 190, "2. not a label");
    const std::string text = shown(pages.document());
    CHECK(text.find("\n- one\n- two\n1. first\n2. not a label\n") != std::string::npos);
}

TEST_CASE("the next of a row of numbered lines begins a paragraph, however full the line above it was", "[read][pdf]") {
    const std::string full(18, 'm');
    const std::string most = full + " " + full + " " + full + " " + full + " aaaaaaaaaaaaa";
    const auto lines = [&](const std::string& upper, const std::string& next) {
        Pages pages;
        filled(pages.page(), 100);
        pages.text(60, 200, upper + " " + most).text(60, 212, next + " more words");
        return shown(pages.document());
    };
    CHECK(lines("E1.", "E2.").find("\nE2. more words\n") != std::string::npos);
    CHECK(lines("Appendix D:", "Appendix E:").find("\nAppendix E: more words\n") != std::string::npos);
    CHECK(lines("E1.", "F2.").find("aaaaaaaaaaaaa F2. more words\n") != std::string::npos);
    CHECK(lines("He", "E2.").find("aaaaaaaaaaaaa E2. more words\n") != std::string::npos);
}

TEST_CASE("words parted by the end of a line are joined", "[read][pdf]") {
    Pages pages;
    filled(pages.page(), 100);
    const std::string full(18, 'm');
    const std::string most = full + " " + full + " " + full + " " + full + " ";
    pages.text(60, 200, most + "aaaaaaa commu-").text(60, 212, "nication is hard. communication")
        .text(60, 250, most + "aaaaaaaaa self-").text(60, 262, "esteem is low.")
        .text(60, 300, most + "aaaa shar\u00AD").text(60, 312, "ing. De\uFB01ned.");
    const std::string text = shown(pages.document());
    CHECK(text.find("aaaaaaa communication is hard.") != std::string::npos);
    CHECK(text.find("aaaaaaaaa self-esteem is low.") != std::string::npos);
    CHECK(text.find("sharing. Defined.") != std::string::npos);
}

TEST_CASE("a table is read cell by cell, never across", "[read][pdf]") {
    Pages pages;
    pages.page().grid({60, 200, 340, 480}, {100, 120, 160, 200});
    // In the order in which some programs write: row by row, line by line across the cells.
    pages.text(65, 114, "Need").text(205, 114, "Outcome").text(345, 114, "Who")
        .text(65, 134, "He cannot yet write his own").text(205, 134, "By July he will")
        .text(65, 146, "name").text(205, 146, "write it.");
    CHECK(shown(pages.document()) == "[1:0,0] Need\n[1:0,1] Outcome\n[1:0,2] Who\n[1:1,0] He cannot yet write his own name\n[1:1,1] By July he will\n[1:1,1] write it.\n[1:1,2] \n"
                                     "[1:2,0] \n[1:2,1] \n[1:2,2] \n");
}

TEST_CASE("a cell that no line parts is one cell, and a table may be open at its sides", "[read][pdf]") {
    Pages merged;
    merged.page().box(60, 100, 480, 100).box(60, 120, 480, 120).box(60, 140, 480, 140).box(60, 100, 60, 140).box(480, 100, 480, 140).box(200, 120, 200, 140);
    merged.text(65, 114, "Communication and interaction").text(65, 134, "a").text(205, 134, "b");
    CHECK(shown(merged.document()) == "[1:0,0+2x1] Communication and interaction\n[1:1,0] a\n[1:1,1] b\n");
    Pages open;
    open.page().box(60, 100, 480, 100).box(60, 120, 480, 120).box(60, 140, 480, 140).box(200, 100, 200, 140);
    open.text(65, 114, "a").text(205, 114, "b").text(65, 134, "c").text(205, 134, "d");
    CHECK(shown(open.document()) == "[1:0,0] a\n[1:0,1] b\n[1:1,0] c\n[1:1,1] d\n");
    // A line under a heading, and a border round the page, are no tables.
    Pages plain;
    plain.page().grid({20, 580}, {20, 780}).box(60, 104, 200, 104).text(60, 100, "Heading");
    CHECK(shown(plain.document()) == "Heading\n");
}

TEST_CASE("words that stand one below another are a table without lines", "[read][pdf]") {
    Pages pages;
    pages.page().text(60, 100, "Name").text(260, 100, "Cai Moss").text(60, 114, "Date of birth").text(260, 114, "3 May 2016").text(60, 128, "School").text(260, 128, "Weir Hill");
    CHECK(shown(pages.document()) == "[1:0,0] Name\n[1:0,1] Cai Moss\n[1:1,0] Date of birth\n[1:1,1] 3 May 2016\n[1:2,0] School\n[1:2,1] Weir Hill\n");
    Pages two;
    two.page().text(60, 100, "Name:").text(260, 100, "Cai Moss").text(60, 140, "That is all");
    CHECK(shown(two.document()) == "Name: Cai Moss\nThat is all\n");
}

TEST_CASE("two columns of running text are read one after the other", "[read][pdf]") {
    Pages pages;
    pages.page();
    for (int i = 0; i < 8; ++i) // written line by line across both
        pages.text(60, 100 + 12 * i, "left words of line " + std::to_string(i) + (i < 7 ? " that fill their width." : ".")).text(320, 100 + 12 * i, "right words of line " + std::to_string(i) + (i < 7 ? " that fill the width." : "."));
    const std::string text = shown(pages.document());
    CHECK(text.find("left words of line 7.") < text.find("right words of line 0"));
    CHECK(text.find("right words of line 0") < text.find("right words of line 7."));
}

TEST_CASE("headers and footers leave the text and are kept once", "[read][pdf]") {
    Pages pages;
    for (int page = 1; page <= 3; ++page)
        filled(pages.page().text(60, 40, "OFFICIAL"), 200).text(60, 770, "Page " + std::to_string(page) + " of 3").text(60, 260, "Words of page " + std::to_string(page));
    const std::string text = shown(pages.document());
    CHECK(text.find("h:OFFICIAL\nf:Page 1 of 3\n") != std::string::npos);
    CHECK(text.find("OFFICIAL") == text.rfind("OFFICIAL"));
    CHECK(text.find("Page 2 of 3") == std::string::npos);
    CHECK(text.find("Words of page 2") != std::string::npos);
}

TEST_CASE("a table that goes on over a page is one table, and a row that does is one row", "[read][pdf]") {
    Pages pages;
    pages.page().grid({60, 240, 420}, {700, 720, 780}).text(65, 714, "Need").text(245, 714, "Provision").text(65, 734, "B1").text(245, 734, "Thirty minutes each day by the");
    pages.page().grid({60, 240, 420}, {60, 80, 120, 160}).text(65, 74, "Need").text(245, 74, "Provision").text(245, 94, "teacher.").text(65, 134, "B2").text(245, 134, "Weekly.").text(60, 300, "After");
    CHECK(shown(pages.document()) == "[1:0,0]= Need\n[1:0,1]= Provision\n[1:1,0] B1\n[1:1,1] Thirty minutes each day by the teacher.\n[1:2,0] B2\n[1:2,1] Weekly.\nAfter\n");
    Pages parted;
    parted.page().grid({60, 240, 420}, {700, 780}).text(65, 714, "a").text(245, 714, "b.");
    parted.page().grid({60, 300, 420}, {60, 80}).text(65, 74, "c").text(305, 74, "d");
    CHECK(shown(parted.document()) == "[1:0,0] a\n[1:0,1] b.\n[2:0,0] c\n[2:0,1] d\n");
}

TEST_CASE("what is struck through is left out, and a watermark does not stand in the text", "[read][pdf]") {
    Pages pages;
    pages.page().text(60, 100, "He has thirty twenty hours").box(89.5, 97, 121, 97).text(200, 400, "DRAFT", 60, "r");
    const Document document = pages.document();
    CHECK(shown(document) == "He has twenty hours\nh:DRAFT\n");
    CHECK(document.notes == std::vector<std::string>{"1 struck-through passage, left out"});
    CHECK_FALSE(document.marks.struck_through.stated());
}

TEST_CASE("pages without words are named, and a document without any is a scan", "[read][pdf]") {
    Pages pages;
    pages.page().text(60, 100, "Words").page().box(0, 0, 600, 800, "image").page();
    const Document document = pages.document();
    CHECK(document.unread == "page 2 is a picture");
    REQUIRE(document.notes.size() == 1);
    CHECK(document.notes[0] == "page 2 is a picture without words that can be read: --ocr reads them where Tesseract is installed, or ask for the document it was made from; "
                               "what may stand there is unchecked");
    Pages scan;
    scan.page().box(0, 0, 600, 800, "image").page().box(0, 0, 600, 800, "image");
    const auto refused = scan.read();
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().line() == "plan.pdf: this PDF is a scan: its pages are pictures without words that can be read; "
                                    "read it with --ocr, where Tesseract is installed, or ask for the document it was made from");
    Pages recognised;
    recognised.page().box(0, 0, 600, 800, "image").text(60, 100, "laid behind", 10, "h");
    CHECK(recognised.document().blocks[0].text.origin().from_ocr);
    CHECK(recognised.document().notes == std::vector<std::string>{"the words of page 1 come from text recognition of a scan, which may be wrong"});
    Pages unknown;
    unknown.page().text(60, 100, "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD a").page().text(60, 100, "Words");
    CHECK(unknown.document().unread == "page 1 is a picture");
    CHECK_FALSE(unknown.document().blocks[0].text.origin().from_ocr);
    Pages many;
    many.page().text(60, 100, "Words");
    for (int page = 2; page <= 9; ++page)
        page == 6 ? many.page() : many.page().box(0, 0, 600, 800, "image");
    CHECK(many.document().unread == "pages 2 to 5 and 7 to 9 are pictures");
}

TEST_CASE("an answer that is none is refused", "[read][pdf][hostile]") {
    for (const std::string text : {"", "page\t1\t600\t800\n", "word\t1\t2\t3\t4\t5\t6\t-\tx\nend\n", "page\tx\t1\t1\nend\n", "page\t1\t1\t1\nword\t1\t2\nend\n", "page\t1\t1\t1\nrule\tinf\t0\t0\t0\nend\n", "nonsense\nend\n"})
        CHECK_FALSE(pdf::parse_answer(text).ok());
    CHECK(pdf::parse_answer("error\tencrypted\n")->error == "encrypted");
    const auto odd = pdf::parse_answer("page\t-1\t1\t1\nword\t1\t2\t3\t4\t5\t6\t-\t\nend\n");
    REQUIRE(odd.ok());
    CHECK(odd->pages[0].number == 0);
    CHECK(odd->pages[0].words.empty());
}

#include "support/catch.hpp"

#include "read/helper_process.hpp"
#include "read/readers.hpp"
#include "read/recognise.hpp"
#include "shown.hpp"
#include "support/temporary_folder.hpp"

#include <filesystem>
#include <string>
#include <thread>
#include <vector>

using namespace ehc;
using namespace ehc::read;
using ehc::test::shown;

namespace {

// A program of a few lines of shell that stands for the helper.
std::string program(const test::TemporaryFolder& folder, const std::string& lines) {
    const std::string path = folder.write("helper", "#!/bin/sh\n" + lines + "\n");
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    return path;
}

std::string refusal(const std::string& helper, std::string_view bytes, const Limits& limits = {}) {
    const auto document = read::read(bytes, "plan.pdf", limits, {std::make_shared<Helpers>(std::vector{helper}), nullptr, nullptr});
    return document ? "read" : document.error().line();
}

constexpr std::string_view some_pdf = "%PDF-1.4\nx";

} // namespace

TEST_CASE("without its helper a PDF is named as not read", "[read][pdf]") {
    const auto document = read::read(some_pdf, "plan.pdf", {});
    REQUIRE_FALSE(document.ok());
    CHECK(document.error().line() == "plan.pdf: PDF is not read here: the helper program ehcaudit-pdf is not beside ehcaudit; install it (it needs poppler), or save the document as .docx");
    CHECK(refusal("/nowhere/ehcaudit-pdf", some_pdf) ==
          "plan.pdf: the program that reads PDFs cannot be started; see that ehcaudit-pdf stands beside ehcaudit and may be run");
}

TEST_CASE("a helper that fails, hangs or talks nonsense costs one document", "[read][pdf][hostile]") {
    const test::TemporaryFolder folder;
    CHECK(refusal(program(folder, "read line; exit 3"), some_pdf) ==
          "plan.pdf: this PDF is damaged so that it cannot be read; print it to a new PDF, or ask for the document it was made from");
    CHECK(refusal(program(folder, "read line; kill -PROF $$"), some_pdf) ==
          "plan.pdf: this PDF takes longer than 30 seconds to read; print it to a new PDF, or ask for the document it was made from");
    CHECK(refusal(program(folder, "read line; echo nonsense; echo end"), some_pdf) ==
          "plan.pdf: the helper that reads PDFs did not answer as it should; print it to a new PDF, or ask for the document it was made from");
    for (const auto& [code, what] : std::vector<std::pair<std::string, std::string>>{
             {"encrypted", "this PDF is protected by a password; open it, remove the password and save it again"},
             {"damaged", "this PDF is damaged or cut short; copy the file again, it may not have been copied in full"},
             {"pages", "this PDF has more than 2000 pages; a plan is never so long: check that it is the right file, or split it"},
             {"words", "this PDF holds more words than any plan; check that it is the right file, or split it"}})
        CHECK(refusal(program(folder, "read line; printf 'error\\t" + code + "\\n'"), some_pdf) == "plan.pdf: " + what);
}

#ifdef EHC_PDF_HELPER

namespace {

std::string object(int number, const std::string& content) { return std::to_string(number) + " 0 obj\n" + content + "\nendobj\n"; }
std::string stream(const std::string& content, const std::string& entries = "") {
    return "<< /Length " + std::to_string(content.size()) + entries + " >>\nstream\n" + content + "\nendstream";
}

// A PDF of one page with this content, without a table of objects: readers make their own.
std::string pdf_of(const std::string& content, const std::string& more = "", const std::string& resources = "") {
    return "%PDF-1.4\n" + object(1, "<< /Type /Catalog /Pages 2 0 R >>") + object(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>") +
           object(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R /B 6 0 R >> " + resources + " >> >>") +
           object(4, stream(content)) + object(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>") +
           object(6, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>") + more + "trailer\n<< /Root 1 0 R >>\n%%EOF\n";
}

const auto helpers = std::make_shared<Helpers>(std::vector<std::string>{EHC_PDF_HELPER});

Result<Document> read_by_helper(std::string_view bytes, const Limits& limits = {}) { return read::read(bytes, "plan.pdf", limits, {helpers, nullptr, nullptr}); }

const std::string two_cells = "BT /B 16 Tf 60 740 Td (Section A) Tj ET BT /F 11 Tf 60 700 Td (Cai likes \\223trains\\224.) Tj ET "
                              "60 600 m 460 600 l 460 640 l 60 640 l h S 260 600 m 260 640 l S BT /F 11 Tf 65 615 Td (Name) Tj 200 0 Td (Cai) Tj ET";

} // namespace

TEST_CASE("the helper tells words, sizes and lines of a PDF", "[read][pdf]") {
    const auto document = read_by_helper(pdf_of(two_cells));
    REQUIRE(document.ok());
    CHECK(shown(*document) == "#1 !Section A\nCai likes \u201Ctrains\u201D.\n[1:0,0] Name\n[1:0,1] Cai\n");
    CHECK(document->format == "pdf");
    CHECK(document->blocks[1].text.origin().page == 1);
    CHECK(test::in_step(*document));
    // Printed before the first sign, as some programs do.
    CHECK(read_by_helper("printed by X\n" + pdf_of(two_cells)).ok());
}

TEST_CASE("one helper reads many documents, and several threads may ask", "[read][pdf]") {
    std::vector<std::thread> threads;
    std::vector<int> read(4);
    for (std::size_t t = 0; t < read.size(); ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 5; ++i)
                read[t] += read_by_helper(pdf_of("BT /F 11 Tf 60 700 Td (words) Tj ET")).ok() ? 1 : 0;
        });
    for (std::thread& thread : threads)
        thread.join();
    CHECK(read == std::vector<int>{5, 5, 5, 5});
}

TEST_CASE("hostile PDFs are one clear error each, and the next one is read", "[read][pdf][hostile]") {
    const auto one_line = [](const Result<Document>& document) { return document.ok() || document.error().line().find('\n') == std::string::npos; };
    const std::string sound = pdf_of(two_cells);
    for (std::size_t size = 9; size < sound.size(); size += 100)
        CHECK(one_line(read_by_helper(sound.substr(0, size))));
    // Objects that hold themselves: pages, forms, lengths.
    CHECK(one_line(read_by_helper("%PDF-1.4\n" + object(1, "<< /Type /Catalog /Pages 2 0 R >>") + object(2, "<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>") + "trailer << /Root 1 0 R >>")));
    CHECK(one_line(read_by_helper(pdf_of("/X Do", object(7, stream("/X Do", " /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 7 0 R >> >>")), "/XObject << /X 7 0 R >>"))));
    CHECK(one_line(read_by_helper("%PDF-1.4\n" + object(1, "1 0 R") + "trailer << /Root 1 0 R >>")));
    CHECK(one_line(read_by_helper("%PDF-1.4\n" + object(1, std::string(100'000, '[')) + "trailer << /Root 1 0 R >>")));
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "q ";
    CHECK(one_line(read_by_helper(pdf_of(deep))));
    const auto locked = read_by_helper("%PDF-1.4\n" + object(1, "<< /Type /Catalog /Pages 2 0 R >>") + object(2, "<< /Type /Pages /Kids [] /Count 0 >>") +
                                       object(3, "<< /Filter /Standard /V 1 /R 2 /O (01234567890123456789012345678901) /U (01234567890123456789012345678901) /P -4 >>") +
                                       "trailer << /Root 1 0 R /Encrypt 3 0 R /ID [(a) (a)] >>\n");
    REQUIRE_FALSE(locked.ok());
    CHECK(locked.error().line() == "plan.pdf: this PDF is protected by a password; open it, remove the password and save it again");
    Limits few;
    few.pages = 0;
    const auto long_one = read_by_helper(sound, few);
    REQUIRE_FALSE(long_one.ok());
    CHECK(long_one.error().line().find("more than 0 pages") != std::string::npos);
    CHECK(read_by_helper(sound).ok());
}

TEST_CASE("what is set aslant, or large and faint, is a mark of the page and no part of its text", "[read][pdf]") {
    const std::string text = "BT /F 11 Tf 60 700 Td (Cai likes trains.) Tj ET ";
    for (const std::string mark : {"q 0.7 0.7 -0.7 0.7 200 300 cm BT /B 60 Tf 0 0 Td (DRAFT) Tj ET Q", "q 0.8 g BT /B 60 Tf 100 400 Td (DRAFT) Tj ET Q"}) {
        const auto document = read_by_helper(pdf_of(mark + " " + text));
        REQUIRE(document.ok());
        CHECK(shown(*document) == "Cai likes trains.\nh:DRAFT\n");
    }
    const auto large = read_by_helper(pdf_of("BT /B 60 Tf 100 400 Td (Plan) Tj ET " + text));
    REQUIRE(large.ok());
    CHECK(shown(*large).find("Plan\n") != std::string::npos);
    CHECK(shown(*large).find("h:") == std::string::npos);
}

TEST_CASE("a drawing across the words of a page may be a watermark: what the heads say is then not known", "[read][pdf]") {
    const std::string words = "BT /F 11 Tf 250 400 Td (Cai likes trains.) Tj ET ";
    const auto drawn = read_by_helper(pdf_of("100 300 m 200 500 400 500 500 300 c f " + words));
    REQUIRE(drawn.ok());
    CHECK(drawn->unread_heads == "page 1 bears a drawing behind the words, which may be a watermark");
    CHECK(drawn->notes == std::vector<std::string>{"page 1 bears a drawing behind the words, which may be a watermark: look whether it says draft"});
    const auto paragraphs = recognise(*drawn, {}).plan.paragraphs;
    REQUIRE_FALSE(paragraphs.empty());
    CHECK(paragraphs.back().place.value == plan::Place::header);
    CHECK(paragraphs.back().text.state == plan::State::unreadable);
    // A badge in a corner, lines of a table and a picture without words over it are none.
    for (const std::string other : {"20 720 m 20 760 60 760 60 720 c f ", "100 300 400 200 re S ", "100 100 m 200 200 400 200 500 100 c f "}) {
        const auto plain = read_by_helper(pdf_of(other + words));
        REQUIRE(plain.ok());
        CHECK(plain->unread_heads.empty());
    }
}

// A page of one picture, with these words before it.
std::string scan_of(const std::string& words = "") {
    return pdf_of("q 600 0 0 800 0 0 cm /I Do Q " + words, object(7, stream(std::string(1, '\xC0'), " /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8")),
                  "/XObject << /I 7 0 R >>");
}
// Reads with a program of a few lines of shell in the place of ehcaudit-ocr, which finds the picture's size in $line and its pixels in the file greys.
Result<Document> read_with_ocr(const test::TemporaryFolder& folder, std::string_view bytes, const std::string& lines, const Limits& limits = {}) {
    return read::read(bytes, "plan.pdf", limits, {helpers, nullptr, std::make_shared<Ocr>(std::vector{program(folder, "read -r width height rest; line=\"$width $height $rest\"; head -c $((width * height)) > " + folder.at("greys") + "; " + lines)})});
}
// What answers that with a page of hOCR.
std::string hocr(const test::TemporaryFolder& folder, const std::string& words, int sure) {
    const std::string page = "<html><div class='ocr_page' title='bbox 0 0 2500 3333'><span class='ocr_line' title='bbox 250 400 900 450; baseline 0 0; x_size 42'><span class='ocrx_word' title='bbox 250 400 500 450; x_wconf " +
                             std::to_string(sure) + "'>" + words + "</span></span></div></html>";
    return "printf 'hocr " + std::to_string(page.size()) + "\\n'; cat " + folder.write("page", page);
}

TEST_CASE("a page that is a picture is drawn and read by text recognition, where that is given", "[read][pdf][ocr]") {
    const test::TemporaryFolder folder;
    const auto document = read_with_ocr(folder, scan_of(), "echo \"$line\" > " + folder.at("asked") + "; " + hocr(folder, "Recognised", 90));
    REQUIRE(document.ok());
    CHECK(folder.read("asked") == "2500 3333 300 30\n");
    CHECK(folder.read("greys").substr(0, 3) == "\xC0\xC0\xC0");
    REQUIRE(document->blocks.size() == 1);
    CHECK(document->blocks[0].text.value == "Recognised");
    CHECK(document->blocks[0].text.origin().from_ocr);
    CHECK(document->blocks[0].text.origin().page == 1);
    CHECK(document->unread.empty());
    CHECK(document->notes == std::vector<std::string>{"the words of page 1 were read by Tesseract from pictures, which may be wrong: look at the page before acting on a finding"});
    // A copier's words in the margin of a scan do not make it a page of text; a title in the middle of a picture does.
    const auto stamped = read_with_ocr(folder, scan_of("BT /F 9 Tf 60 780 Td (Scanned by X) Tj ET"), hocr(folder, "Recognised", 90));
    REQUIRE(stamped.ok());
    CHECK(shown(*stamped) == "Recognised\n");
    const auto cover = read_with_ocr(folder, scan_of("BT /F 24 Tf 60 500 Td (My plan) Tj ET"), hocr(folder, "Recognised", 90));
    REQUIRE(cover.ok());
    CHECK(shown(*cover) == "My plan\n");
    CHECK_FALSE(cover->blocks[0].text.origin().from_ocr);
}

TEST_CASE("a page of which text recognition is not sure is named, and guesses are not read", "[read][pdf][ocr]") {
    const test::TemporaryFolder folder;
    const auto doubtful = read_with_ocr(folder, scan_of(), hocr(folder, "Recognised", 60));
    REQUIRE(doubtful.ok());
    REQUIRE(doubtful->notes.size() == 2);
    CHECK(doubtful->notes[1] == "of the words of page 1 Tesseract is not sure: confidence 60 of 100");
    const auto refusal = [&](const std::string& lines) {
        const auto document = read_with_ocr(folder, scan_of(), lines);
        REQUIRE_FALSE(document.ok());
        return document.error().line();
    };
    const std::string could_not = "plan.pdf: this PDF is a scan that text recognition could not read: ", remedy = "; scan it again, black on white at 300 dots an inch, or ask for the document it was made from";
    CHECK(refusal(hocr(folder, "Rcgnsd", 40)) == could_not + "its words are guesses (confidence 40 of 100)" + remedy);
    CHECK(refusal("echo error late") == could_not + "it takes longer than 30 seconds" + remedy);
    CHECK(refusal("exit 1") == could_not + "Tesseract fails on it" + remedy);
    CHECK(refusal("printf 'hocr 2\\nxx'") == could_not + "Tesseract did not answer as it should" + remedy);
    Limits none;
    none.recognised_pages = 0;
    CHECK(read_with_ocr(folder, scan_of(), hocr(folder, "Recognised", 90), none).error().what.find("text recognition reads 0 pages of a document") != std::string::npos);
}

TEST_CASE("a huge page is not drawn", "[read][pdf][ocr][hostile]") {
    const test::TemporaryFolder folder;
    std::string huge = scan_of();
    huge.replace(huge.find("[0 0 600 800]"), 13, "[0 0 90000 90000]");
    const auto document = read_with_ocr(folder, huge, hocr(folder, "Recognised", 90));
    REQUIRE_FALSE(document.ok());
    CHECK(document.error().what == "this PDF is a scan that text recognition could not read: the page is too large to be drawn so that it can be read");
    // As long as three sheets it is drawn coarser.
    std::string longer = scan_of();
    longer.replace(longer.find("[0 0 600 800]"), 13, "[0 0 1800 3200]");
    REQUIRE(read_with_ocr(folder, longer, "echo \"$line\" > " + folder.at("asked") + "; " + hocr(folder, "Recognised", 90)).ok());
    CHECK(folder.read("asked") == "4500 8000 180 30\n");
}

TEST_CASE("a PDF that never ends is stopped in its time", "[read][pdf][hostile]") {
    // A form that draws ten of the next, eight times over: a hundred million words.
    std::string forms;
    for (int i = 0; i < 8; ++i) {
        std::string ten;
        for (int k = 0; k < 10; ++k)
            ten += "/X" + std::to_string(i + 1) + " Do ";
        forms += object(10 + i, stream(i < 7 ? ten : "BT /F 9 Tf (endless words) Tj ET",
                                       " /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F 5 0 R >> /XObject << /X" + std::to_string(i + 1) + " " + std::to_string(11 + i) + " 0 R >> >>"));
    }
    Limits quick;
    quick.seconds = 1;
    const auto document = read_by_helper(pdf_of("/X0 Do", forms, "/XObject << /X0 10 0 R >>"), quick);
    REQUIRE_FALSE(document.ok());
    CHECK(document.error().line() == "plan.pdf: this PDF takes longer than 1 seconds to read; print it to a new PDF, or ask for the document it was made from");
}

#endif

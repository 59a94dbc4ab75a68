#include "support/catch.hpp"

#include "read/helper_process.hpp"
#include "read/readers.hpp"
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
    const auto document = read::read(bytes, "plan.pdf", limits, {std::make_shared<Helpers>(std::vector{helper}), nullptr});
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

Result<Document> read_by_helper(std::string_view bytes, const Limits& limits = {}) { return read::read(bytes, "plan.pdf", limits, {helpers, nullptr}); }

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

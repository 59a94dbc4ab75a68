#include "support/catch.hpp"

#include "read/readers.hpp"
#include "support/temporary_folder.hpp"
#include "word_document.hpp"

#include <filesystem>
#include <string>

using namespace ehc;
using namespace ehc::read;
using namespace std::string_literals;

namespace {

std::string refusal(const std::string& lines, std::string_view bytes = "{\\rtf1 x}", std::string_view path = "plan.rtf") {
    const test::TemporaryFolder folder;
    const std::string helper = folder.write("helper", "#!/bin/sh\n" + lines + "\n");
    std::filesystem::permissions(helper, std::filesystem::perms::owner_all);
    Programs programs;
    programs.office = std::make_shared<Helpers>(std::vector{helper});
    const auto document = read::read(bytes, path, {}, programs);
    return document ? "read" : document.error().line();
}

const std::string old_word = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(512, '\0') + "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"s;

} // namespace

TEST_CASE("without LibreOffice RTF and old Word documents are named as not read", "[read][office]") {
    const auto rtf = read::read("{\\rtf1 x}", "plan.rtf", {});
    REQUIRE_FALSE(rtf.ok());
    CHECK(rtf.error().line() == "plan.rtf: RTF is read by LibreOffice, which is not installed here; save it as .docx, or install LibreOffice");
    const auto doc = read::read(old_word, "plan.doc", {});
    REQUIRE_FALSE(doc.ok());
    CHECK(doc.error().line() == "plan.doc: a Word 97-2003 document (.doc) is read by LibreOffice, which is not installed here; save it as .docx, or install LibreOffice");
}

TEST_CASE("what LibreOffice or its helper says becomes one clear line", "[read][office][hostile]") {
    CHECK(refusal("read line; echo error failed") ==
          "plan.rtf: LibreOffice could not read it: it is damaged, or protected by a password; open it in Word and save it as .docx, without a password");
    CHECK(refusal("read line; echo error late") == "plan.rtf: LibreOffice takes longer than 30 seconds to read this document; save it as .docx");
    CHECK(refusal("read line; echo error folder").find("set TMPDIR to a folder of yours") != std::string::npos);
    CHECK(refusal("read line; echo error start").starts_with("plan.rtf: LibreOffice cannot be started to read RTF; "));
    CHECK(refusal("read line; exit 1").starts_with("plan.rtf: LibreOffice could not read it"));
    CHECK(refusal("read line; printf 'docx 9999999999\\nPK'").starts_with("plan.rtf: LibreOffice could not read it"));
    CHECK(refusal("read line; printf 'docx x\\nPK'; exit 1").starts_with("plan.rtf: LibreOffice could not read it"));
    CHECK(refusal("read line; printf 'docx 3\\nabc'").starts_with("plan.rtf: "));
}

TEST_CASE("the helper is asked by ending and size, and its document is read as Word's", "[read][office]") {
    const test::TemporaryFolder folder;
    const std::string docx = folder.write("saved.docx", test::word(test::paragraph("Section A")));
    const std::string helper = folder.write("helper", "#!/bin/sh\nread line; echo \"$line\" > " + docx + ".asked\nprintf 'docx %d\\n' $(wc -c < " + docx + "); cat " + docx + "\nread line\n");
    std::filesystem::permissions(helper, std::filesystem::perms::owner_all);
    Programs programs;
    programs.office = std::make_shared<Helpers>(std::vector{helper});
    const auto document = read::read(old_word, "plan.doc", {}, programs);
    REQUIRE(document.ok());
    CHECK(document->format == "doc");
    REQUIRE(document->blocks.size() == 1);
    CHECK(document->blocks[0].text.value == "Section A");
    CHECK(document->notes.front() == "read through LibreOffice, which saved a copy as .docx");
    CHECK(folder.read("saved.docx.asked") == "doc " + std::to_string(old_word.size()) + " 30\n");
}

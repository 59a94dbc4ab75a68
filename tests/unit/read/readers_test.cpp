#include "support/catch.hpp"

#include "read/hash.hpp"
#include "read/readers.hpp"
#include "read/sniff.hpp"

#include <set>
#include <string>
#include <string_view>

using namespace ehc;
using namespace ehc::read;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

std::string refusal(std::string_view bytes, std::string_view path) {
    const auto document = read::read(bytes, path, {});
    return document ? "read" : document.error().line();
}

} // namespace

TEST_CASE("the table of formats names each once") {
    std::set<std::string_view> names, extensions;
    for (const Format& format : formats()) {
        CHECK(format.read != nullptr);
        CHECK(names.insert(format.name).second);
        CHECK(extensions.insert(format.extension).second);
    }
    CHECK(names.contains("docx"));
    CHECK(names.contains("xml"));
}

TEST_CASE("XML is known by its content whatever its name") {
    for (const std::string_view bytes : {"<ehc_plan/>"sv, "\xEF\xBB\xBF\n  <ehc_plan/>"sv, "<?xml version=\"1.0\"?><ehc_plan/>"sv}) {
        const auto document = read::read(bytes, "plan.txt", {});
        REQUIRE(document.ok());
        CHECK(document->format == "xml");
        CHECK(document->sha256 == sha256_hex(bytes));
    }
    CHECK(sniff("\xFF\xFE<\0e\0h\0c\0"sv, "").content == Content::xml);
    CHECK(sniff("\0<\0e\0h\0c"sv, ".xml").content == Content::xml);
    CHECK(sniff("PK\x03\x04", ".xml").content == Content::zip);
}

TEST_CASE("a format that is not read is named, with what to do") {
    constexpr std::string_view other_remedy = " is not read by this version; give the plan itself as .docx or as canonical XML (schemas/ehc-plan.xsd)";
    CHECK(refusal("printed by X\n%PDF-1.4", "a.pdf").starts_with("a.pdf: PDF is not read here"));
    CHECK(refusal("\0\1\2\3"sv, "a.bin") == "a.bin: a file of a kind that is not known" + std::string(other_remedy));
    CHECK(refusal("\x89PNG\r\n\x1A\n", "a.png") ==
          "a.png: a picture (PNG) is not read by this version; ask for the document it was made from, as .docx");
    CHECK(refusal("\x1F\x8B\x08", "a.gz") == "a.gz: a compressed file (gzip) is not read by this version; unpack it and give what is inside");
    const std::string old = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(512, '\0');
    CHECK(refusal(old + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s, "a.docx") ==
          "a.docx: its name ends in .docx, but it is a document protected by a password, which is not read by this version; "
          "open it, remove the password and save it again");
    CHECK(refusal(old, "a.xls") == "a.xls: a document of an old Office program" + std::string(other_remedy));
}

TEST_CASE("a name that promises a format that is read is not believed against the content") {
    CHECK(refusal("{\\rtf1 x}", "a.docx").starts_with("a.docx: RTF is read by LibreOffice"));
    CHECK(refusal("Section A", "folder.d/A.XML").starts_with("folder.d/A.XML: its name ends in .xml, but it is plain text"));
    CHECK(refusal("Section A", "a.docx") == "a.docx: its name ends in .docx, but it is plain text, which is not what it should be; "
                                             "check that it is the right file, and whole");
    CHECK(refusal("Section A", "folder.xml/plan") == "read");
}

TEST_CASE("pages, Markdown and text are known by content, and among texts by name") {
    const auto format = [](std::string_view bytes, std::string_view path) {
        const auto document = read::read(bytes, path, {});
        return document ? document->format : document.error().line();
    };
    CHECK(format("<!DOCTYPE html><p>", "a") == "html");
    CHECK(format("\n<HTML>", "a.htm") == "html");
    CHECK(format("<p>Section A</p>", "a.html") == "html");
    CHECK(format("<?xml version=\"1.0\"?><!DOCTYPE html><html xmlns=\"x\"><body><p>x</p></body></html>", "a.xhtml") == "html");
    CHECK(format("# Section A", "a.md") == "markdown");
    CHECK(format("<!-- note -->\n# Section A", "a.md") == "markdown");
    CHECK(format("Section A", "a.txt") == "text");
    CHECK(format("{\"sectionA\": 1}", "a") == "json");
    CHECK(format("[]", "a.json") == "json");
    CHECK(format("[Name] is eight", "a.txt") == "text");
    CHECK(format("\xFF\xFES\0e\0c\0"s, "a.txt") == "text");
}

TEST_CASE("a spreadsheet is named as a list and is no plan") {
    const auto document = read::read("UPN,Date of birth\n", "list.csv", {});
    REQUIRE(document.ok());
    CHECK(document->recognised_as == "a table (CSV): a list, not a plan");
    CHECK(document->kind == plan::Kind::other);
    CHECK(document->sha256 == sha256_hex("UPN,Date of birth\n"));
    const std::string old = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(512, '\0') + "W\0o\0r\0k\0b\0o\0o\0k\0"s;
    CHECK(read::read(old, "list.xls", {})->recognised_as == "a spreadsheet (Excel 97-2003): a list, not a plan");
}

TEST_CASE("empty files and files over the limit are refused before they are looked at") {
    CHECK(refusal("", "a.docx") == "a.docx: the file is empty; fetch it again from where it came");
    CHECK(refusal(" \r\n\t", "a.xml") == "a.xml: the file is empty; fetch it again from where it came");
    Limits small;
    small.file_bytes = 1024 * 1024;
    const auto document = read::read(std::string(1'572'864, ' '), "a.xml", small);
    REQUIRE_FALSE(document.ok());
    CHECK(document.error().line() == "a.xml: the file is 1.5 MB, more than the limit of 1.0 MB; take pictures out of it, or split it");
}

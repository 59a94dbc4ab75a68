// Word documents: the bytes as a file, and the bytes as each part of an otherwise sound one, since a container's
// checksums keep most changes from ever reaching the XML. The first byte chooses: the digit 0 for the file, 1 to 8 for
// a part in order of name (4 is word/document.xml).
#include "../unit/read/zipped.hpp"
#include "read/docx.hpp"

#include <cstdint>
#include <cstdlib>
#include <iterator>

namespace {

using ehc::test::Parts;

Parts sound() {
    const std::string content = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const auto relationship = [&](const std::string &id, const std::string &kind, const std::string &part) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + type + kind + "\" Target=\"" + part + "\"/>";
    };
    return {{"[Content_Types].xml",
             "<Types><Override PartName=\"/word/document.xml\" ContentType=\"" + content + "\"/></Types>"},
            {"_rels/.rels", "<R>" + relationship("a", "officeDocument", "word/document.xml") + "</R>"},
            {"word/_rels/document.xml.rels",
             "<R>" + relationship("s", "styles", "styles.xml") + relationship("n", "numbering", "numbering.xml") +
                 relationship("f", "footnotes", "footnotes.xml") + relationship("h", "header", "header.xml") + "</R>"},
            {"word/styles.xml",
             "<styles><style type=\"paragraph\" styleId=\"H\"><name val=\"heading 1\"/></style></styles>"},
            {"word/numbering.xml",
             "<numbering><abstractNum abstractNumId=\"0\"><lvl ilvl=\"0\"><lvlText val=\"%1.\"/></lvl></abstractNum>"
             "<num numId=\"1\"><abstractNumId val=\"0\"/></num></numbering>"},
            {"word/footnotes.xml", "<footnotes><footnote id=\"1\"><p><r><t>note</t></r></p></footnote></footnotes>"},
            {"word/header.xml", "<hdr><p><r><t>header</t></r></p></hdr>"},
            {"word/document.xml",
             "<document><body><p><pPr><pStyle val=\"H\"/><numPr><ilvl val=\"0\"/><numId "
             "val=\"1\"/></numPr></pPr><r><t>words</t>"
             "<footnoteReference id=\"1\"/></r></p><sectPr><headerReference id=\"h\"/></sectPr></body></document>"}};
}

void require(bool holds) {
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string_view rest(reinterpret_cast<const char *>(data) + 1, size - 1);
    ehc::read::Limits limits;
    limits.unpacked_bytes = 4U << 20U;
    std::string bytes(rest);
    if (const unsigned choice = (data[0] + 9U * 6 - '0') % 9; choice != 0) {
        Parts parts = sound();
        auto part = parts.begin();
        std::advance(part, choice - 1);
        part->second = rest;
        bytes = ehc::test::zipped(parts);
    }
    const auto document = ehc::read::read_docx(bytes, "fuzz.docx", limits);
    if (!document) {
        require(document.error().line().find('\n') == std::string::npos);
        return 0;
    }
    for (const ehc::read::Block &block : document->blocks) {
        const ehc::Span span = block.text.origin().span;
        require(document->extracted.substr(span.begin, span.size()) == block.text.value);
        std::uint32_t end = 0;
        for (const ehc::read::Run &run : block.runs) {
            require(run.span.begin >= end && run.span.begin < run.span.end && run.span.end <= block.text.value.size());
            end = run.span.end;
        }
    }
    return 0;
}

#include "word_document.hpp"

using namespace ehc;
using namespace ehc::read;
using namespace ehc::test;
using namespace std::string_view_literals;

namespace {

std::string refusal(const std::string &bytes, const Limits &limits = {}) {
    const auto document = read_docx(bytes, "plans/a.docx", limits);
    return document ? "" : document.error().line();
}

std::string refusal_of(const Parts &parts, const Limits &limits = {}) {
    return refusal(zipped(parts), limits);
}

bool contains(const std::string &text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

// A document whose main part has this content type.
Parts typed(std::string_view type) {
    Parts parts = word_parts(paragraph("x"));
    std::string &types = parts["[Content_Types].xml"];
    constexpr auto usual = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"sv;
    types.replace(types.find(usual), usual.size(), type);
    return parts;
}

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

// A document with something of everything, to cut and to spoil.
Parts rich() {
    return word_parts(
        paragraph("Section B", "<w:pStyle w:val=\"H\"/>") +
            "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" + paragraph("need") +
            "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></"
            "w:tbl><w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>MERGEFIELD "
            "A</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
            "<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p><w:sectPr><w:headerReference "
            "r:id=\"header1\"/></w:sectPr>",
        {{"styles",
          element("styles", "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 2\"/></w:style>")},
         {"numbering", element("numbering", "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:lvlText "
                                            "w:val=\"%1.\"/></w:lvl></w:abstractNum>"
                                            "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>")},
         {"header1", element("hdr", paragraph("OFFICIAL"))},
         {"comments", element("comments", "<w:comment/>")},
         {"footnotes", element("footnotes", "<w:footnote w:id=\"1\">" + paragraph("note") + "</w:footnote>")}});
}

} // namespace

TEST_CASE("docx refusals: what the file is instead, and what to do") {
    CHECK(refusal("") == "plans/a.docx: the file is empty; ask for it again, it may not have been copied in full");
    CHECK(contains(refusal("Dear parent, here is the plan"),
                   "this is not a Word document (.docx) but plain text; open it in Word and save it as .docx"));
    CHECK(contains(refusal("%PDF-1.7\n"), "but PDF; "));
    CHECK(contains(refusal("<?xml version=\"1.0\"?><a/>"), "but bare XML; "));
    const std::string old("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv);
    CHECK(contains(refusal(old + std::string("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv)),
                   "Word 97-2003 document (.doc); open it in Word and save it as .docx"));
    CHECK(contains(refusal(old + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv)),
                   "protected by a password; "));
}

TEST_CASE("docx refusals: other packages are called by their names") {
    CHECK(contains(refusal_of(typed("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")),
                   "an Excel workbook"));
    CHECK(contains(refusal_of(typed("application/vnd.ms-excel.sheet.macroEnabled.main+xml")), "an Excel workbook"));
    CHECK(contains(
        refusal_of(typed("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml")),
        "a PowerPoint presentation"));
    CHECK(contains(refusal_of(typed("application/vnd.ms-word.document.macroEnabled.main+xml")),
                   "may hold macros (.docm); save it as .docx"));
    CHECK(contains(refusal_of(typed("application/vnd.ms-word.template.macroEnabledTemplate.main+xml")),
                   "may hold macros"));
    CHECK(contains(refusal_of(typed("application/xml")), "its main part is of another kind"));
    CHECK(
        refusal_of(typed("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml")).empty());
    CHECK(
        contains(refusal_of({{"mimetype", "application/vnd.oasis.opendocument.text"}}), "an OpenDocument text (.odt)"));
    CHECK(
        contains(refusal_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}), "an OpenDocument file"));
    CHECK(contains(refusal_of({{"mimetype", "application/epub+zip"}}), "an e-book"));
    CHECK(contains(refusal_of({{"plan.pdf", "x"}, {"letter.docx", "y"}}),
                   "a zip archive of other files, not a Word document; unpack it"));
}

TEST_CASE("docx refusals: a package without its main part or without a body") {
    Parts parts = word_parts("");
    parts.erase("word/document.xml");
    CHECK(contains(refusal_of(parts), "the zip holds no word/document.xml"));
    parts["word/document.xml"] = element("document", "");
    CHECK(contains(refusal_of(parts), "`word/document.xml` has no body"));
}

TEST_CASE("docx refusals: broken XML is named by part, line and column") {
    Parts parts = rich();
    parts["word/document.xml"] = "<w:document>\n<w:body>\n  <w:p></w:r>\n</w:body></w:document>";
    CHECK(
        refusal_of(parts) ==
        "plans/a.docx: the part `word/document.xml` is broken XML at 3:10: a start tag and an end tag do not match, or "
        "the part is cut short; open it in Word and save it again as .docx");
    for (const std::string part :
         {"[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml", "word/numbering.xml",
          "word/header1.xml", "word/footnotes.xml", "word/comments.xml"}) {
        Parts spoilt = rich();
        spoilt[part] = "<a><b></a>";
        INFO(part);
        CHECK(contains(refusal_of(spoilt), "the part `" + part + "` is broken XML at 1:"));
        spoilt[part] = "";
        CHECK(contains(refusal_of(spoilt), "it holds no element"));
    }
}

TEST_CASE("docx refusals: document types, and with them entities, are refused") {
    Parts parts = word_parts("");
    parts["word/document.xml"] =
        "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b "
        "\"&a;&a;&a;\">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>";
    CHECK(contains(refusal_of(parts), "the part `word/document.xml` has a document type declaration"));
    CHECK(text_of(paragraph("&b; &#233;")) == "&b; \xC3\xA9"); // without a type, an entity is only its letters
}

TEST_CASE("docx limits: nesting") {
    const Limits any_ratio{.unpack_ratio = 10'000};
    const auto nested = [](int depth) {
        return repeated("<w:sdt><w:sdtContent>", depth) + paragraph("x") + repeated("</w:sdtContent></w:sdt>", depth);
    };
    CHECK(refusal(word(nested(200))).empty());
    CHECK(contains(refusal(word(nested(300))), "the part `word/document.xml` has elements nested more than 256 deep"));
    for (const auto &[open, close] : std::vector<std::pair<std::string, std::string>>{
             {"<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"},
             {"<w:p><w:hyperlink>", "</w:hyperlink></w:p>"},
             {"<w:ins>", "</w:ins>"},
             {"<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"},
             {"<mc:AlternateContent><mc:Choice Requires=\"wps\">", "</mc:Choice></mc:AlternateContent>"},
             {"<w:p><w:r><mc:AlternateContent><mc:Fallback>", "</mc:Fallback></mc:AlternateContent></w:r></w:p>"},
             {"<w:tbl><w:customXml>", "</w:customXml></w:tbl>"},
             {"<w:del>", "</w:del>"}}) {
        INFO(open);
        const std::string why = refusal(word(repeated(open, 20'000) + repeated(close, 20'000)), any_ratio);
        CHECK((why.empty() || contains(why, "nested more than 256 deep")));
    }
    CHECK(contains(
        refusal(word("<w:p>" + repeated("<w:hyperlink>", 20'000) + repeated("</w:hyperlink>", 20'000) + "</w:p>"),
                any_ratio),
        "nested more than 256 deep"));
    CHECK(contains(refusal(word("<w:p><w:r>" + repeated("<mc:AlternateContent><mc:Choice>", 20'000) +
                                repeated("</mc:Choice></mc:AlternateContent>", 20'000) + "</w:r></w:p>"),
                           any_ratio),
                   "nested more than 256 deep"));
    CHECK(contains(refusal(word("<w:tbl><w:tr>" + repeated("<w:customXml>", 20'000) +
                                repeated("</w:customXml>", 20'000) + "</w:tr></w:tbl>"),
                           any_ratio),
                   "nested more than 256 deep"));
    CHECK(refusal(word("<w:p><w:r><w:drawing>" + repeated("<g>", 20'000) + repeated("</g>", 20'000) +
                       "</w:drawing></w:r></w:p>"),
                  any_ratio)
              .empty());
}

TEST_CASE("docx limits: paragraphs, elements and bytes") {
    CHECK(refusal(word(repeated(paragraph("x"), 50)), {.blocks = 50}).empty());
    CHECK(contains(refusal(word(repeated(paragraph("x"), 51)), {.blocks = 50}),
                   "the part `word/document.xml` has more than 50 paragraphs"));
    CHECK(contains(refusal(word("<w:tbl><w:tr>" + repeated("<w:tc/>", 51) + "</w:tr></w:tbl>"), {.blocks = 50}),
                   "more than 50 paragraphs"));
    const Parts many = word_parts(repeated("<w:p a=\"b\"/>", 400'000));
    CHECK(contains(refusal_of(many, {.unpack_ratio = 10'000, .xml_nodes = 500'000}),
                   "holds more than 500000 elements and attributes"));
    CHECK(contains(refusal_of(many), "unpacks to more than 200 times its size"));
    CHECK(contains(refusal(word(paragraph("x")), {.unpacked_bytes = 500}), "unpack to more than 0 MB"));
}

TEST_CASE("docx: nothing outside the file is fetched") {
    Parts parts = word_parts(paragraph("words"));
    std::string &relationships = parts["word/_rels/document.xml.rels"];
    relationships.insert(relationships.find("</Relationships>"),
                         "<Relationship Id=\"s\" Type=\"" + std::string(office) +
                             "styles\" Target=\"http://example.org/styles.xml\" TargetMode=\"External\"/>"
                             "<Relationship Id=\"t\" Type=\"" +
                             std::string(office) +
                             "attachedTemplate\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/>"
                             "<Relationship Id=\"n\" Type=\"" +
                             std::string(office) + "numbering\" Target=\"../../../../etc/passwd\"/>");
    CHECK(refusal_of(parts).empty());

    // Even where a part of that name is at hand, a relationship to the outside leads nowhere.
    Parts outside = word_parts(
        paragraph("words", "<w:pStyle w:val=\"H\"/>"),
        {{"styles",
          element("styles", "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 2\"/></w:style>")}});
    const auto level = [&] {
        const auto document = read_docx(zipped(outside), "a.docx", {});
        REQUIRE(document);
        return document->blocks.at(0).heading_level;
    };
    CHECK(level() == 2);
    std::string &own = outside["word/_rels/document.xml.rels"];
    own.insert(own.find("Target="), "TargetMode=\"External\" ");
    CHECK(level() == 0);
}

TEST_CASE("docx: parts that are named and missing count as absent") {
    Parts parts = rich();
    for (const std::string part : {"word/styles.xml", "word/numbering.xml", "word/header1.xml", "word/footnotes.xml",
                                   "word/comments.xml", "docProps/core.xml"})
        parts.erase(part);
    const auto document = read_docx(zipped(parts), "a.docx", {});
    REQUIRE(document);
    CHECK(document->blocks.size() == 3);
    parts.erase("word/_rels/document.xml.rels");
    CHECK(refusal_of(parts).empty());
    parts.erase("_rels/.rels"); // word/document.xml is where it always is
    CHECK(refusal_of(parts).empty());
}

TEST_CASE("docx: a good file cut short anywhere is refused in one line") {
    const std::string whole = zipped(rich());
    REQUIRE(refusal(whole).empty());
    for (std::size_t length = 0; length < whole.size(); length += 97) {
        const std::string why = refusal(whole.substr(0, length));
        INFO(length);
        CHECK_FALSE(why.empty());
        CHECK(why.find('\n') == std::string::npos);
    }
}

TEST_CASE("docx: a good file with any byte spoilt is read or refused") {
    const std::string whole = zipped(rich(), {.packed = false});
    std::size_t refused = 0;
    for (std::size_t at = 0; at < whole.size(); at += 7) {
        std::string spoilt = whole;
        spoilt[at] = static_cast<char>(spoilt[at] ^ 0x55);
        refused += refusal(spoilt).empty() ? 0 : 1;
    }
    CHECK(refused > 100);
}

TEST_CASE("docx: each part cut short anywhere is refused or read, never more") {
    for (const std::string part :
         {"word/document.xml", "word/styles.xml", "word/numbering.xml", "[Content_Types].xml"}) {
        const Parts whole = rich();
        for (std::size_t length = 0; length < whole.at(part).size(); length += 13) {
            Parts cut = whole;
            cut[part].resize(length);
            CHECK_FALSE(refusal_of(cut).empty());
        }
    }
}

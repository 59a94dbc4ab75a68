#include "support/catch.hpp"

#include "read/odt.hpp"
#include "read/readers.hpp"
#include "shown.hpp"
#include "zipped.hpp"

#include <string>

using namespace ehc;
using namespace ehc::read;
using namespace std::string_literals;
using ehc::test::Parts;
using ehc::test::shown;
using ehc::test::zipped;

namespace {

Parts parts(const std::string& body, const std::string& automatic = "", const std::string& styles = "") {
    return {{"mimetype", "application/vnd.oasis.opendocument.text"},
            {"META-INF/manifest.xml", "<manifest:manifest/>"},
            {"content.xml", "<office:document-content><office:automatic-styles>" + automatic + "</office:automatic-styles><office:body><office:text>" + body +
                                "</office:text></office:body></office:document-content>"},
            {"styles.xml", "<office:document-styles>" + styles + "</office:document-styles>"},
            {"meta.xml", "<office:document-meta><office:meta><dc:title>A  plan</dc:title><meta:initial-creator>An officer</meta:initial-creator><dc:creator>A helper</dc:creator><meta:creation-date>2025-01-06T09:00:00</meta:creation-date></office:meta></office:document-meta>"}};
}

Document odt(const std::string& body, const std::string& automatic = "", const std::string& styles = "") {
    const std::string bytes = zipped(parts(body, automatic, styles));
    auto document = read::read(bytes, "plan.odt", {});
    REQUIRE(document.ok());
    CHECK(document->format == "odt");
    CHECK(test::in_step(*document));
    return *document;
}

std::string refusal(const Parts& parts) {
    const auto document = read::read(zipped(parts, {.packed = false}), "plan.odt", {});
    return document ? "read" : document.error().line();
}

} // namespace

TEST_CASE("headings, paragraphs and properties of an OpenDocument text", "[read][odt]") {
    const Document document = odt("<text:h text:outline-level=\"2\">Section A</text:h><text:p>one<text:s text:c=\"3\"/>two<text:tab/>three<text:line-break/>four</text:p><text:p/>"
                                  "<text:section><text:p text:style-name=\"P1\">bold</text:p></text:section>",
                                  "<style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Strong\"/>",
                                  "<office:styles><style:style style:name=\"Strong\" style:family=\"paragraph\"><style:text-properties fo:font-weight=\"bold\" fo:font-size=\"14pt\"/></style:style></office:styles>");
    CHECK(shown(document) == "#2 Section A\none two three four\n!bold\n");
    CHECK(document.title == "A plan");
    CHECK(document.properties.title.value.value == "A plan");
    CHECK(document.properties.author.value.value == "An officer");
    CHECK(document.properties.last_modified_by.value.value == "A helper");
    CHECK(document.properties.created.value.iso() == "2025-01-06");
    CHECK(document.properties.modified.state == plan::State::blank);
    CHECK(document.blocks[2].font_size == 14);
    CHECK(document.blocks[2].text.origin().paragraph == 4);
}

TEST_CASE("lists of an OpenDocument text are numbered as its styles say", "[read][odt]") {
    const std::string style = "<text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/>"
                              "<text:list-level-style-number text:level=\"2\" style:num-format=\"a\" style:num-suffix=\")\" text:display-levels=\"2\"/></text:list-style>"
                              "<text:list-style style:name=\"L2\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"x\"/></text:list-style>";
    CHECK(shown(odt("<text:list xml:id=\"a\" text:style-name=\"L1\"><text:list-item><text:p>one</text:p><text:p>more</text:p><text:list><text:list-item><text:p>deep</text:p></text:list-item>"
                    "</text:list></text:list-item><text:list-item><text:p>two</text:p></text:list-item></text:list><text:p>between</text:p>"
                    "<text:list xml:id=\"b\" text:continue-list=\"a\" text:style-name=\"L1\"><text:list-item><text:p>three</text:p></text:list-item></text:list>"
                    "<text:list text:style-name=\"L1\"><text:list-item text:start-value=\"7\"><text:p>seven</text:p></text:list-item></text:list>"
                    "<text:list text:style-name=\"L2\"><text:list-item><text:p>bullet</text:p></text:list-item></text:list>",
                    style)) == "1. one\nmore\n  1.a) deep\n2. two\nbetween\n3. three\n7. seven\n- bullet\n");
}

TEST_CASE("tables of an OpenDocument text keep spans, covered and repeated cells", "[read][odt]") {
    const Document document = odt("<table:table><table:table-column table:number-columns-repeated=\"3\"/><table:table-header-rows><table:table-row><table:table-cell "
                                  "table:number-columns-spanned=\"2\"><text:p>B</text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>E</text:p></table:table-cell>"
                                  "</table:table-row></table:table-header-rows><table:table-row><table:table-cell table:number-rows-spanned=\"2\"><text:p>B1</text:p></table:table-cell>"
                                  "<table:table-cell table:number-columns-repeated=\"2\"><text:p>x</text:p></table:table-cell></table:table-row><table:table-row><table:covered-table-cell/>"
                                  "<table:table-cell><text:p/></table:table-cell><table:table-cell><text:p>y</text:p><text:p>z</text:p></table:table-cell></table:table-row></table:table>");
    CHECK(shown(document) == "[1:0,0+2x1]= B\n[1:0,2]= E\n[1:1,0+1x2] B1\n[1:1,1] x\n[1:1,2] x\n[1:2,1] \n[1:2,2] y\n[1:2,2] z\n");
    CHECK(document.blocks[0].cell->columns == 3);
}

TEST_CASE("what an OpenDocument text keeps beside its words is counted and left out", "[read][odt]") {
    const Document document = odt("<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>"
                                  "<text:p>kept<text:change text:change-id=\"x\"/> <text:span text:style-name=\"S\">struck</text:span><text:span text:style-name=\"H\">hidden</text:span>"
                                  "<office:annotation><text:p>a comment</text:p></office:annotation><text:span text:style-name=\"Y\">marked</text:span>"
                                  "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>a note</text:p></text:note-body></text:note></text:p>"
                                  "<text:section text:display=\"none\"><text:p>out</text:p></text:section>"
                                  "<text:p><draw:frame><draw:text-box><text:p>in a box</text:p></draw:text-box></draw:frame><draw:frame><draw:image/></draw:frame></text:p>"
                                  "<text:table-of-content><text:index-body><text:p>Section A 1</text:p></text:index-body></text:table-of-content>",
                                  "<style:style style:name=\"S\" style:family=\"text\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style>"
                                  "<style:style style:name=\"H\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>"
                                  "<style:style style:name=\"Y\" style:family=\"text\"><style:text-properties fo:background-color=\"#ffff00\"/></style:style>",
                                  "<office:master-styles><style:master-page><style:header><text:p>OFFICIAL</text:p></style:header><style:header-left><text:p>OFFICIAL</text:p></style:header-left>"
                                  "<style:footer><text:p>page</text:p></style:footer></style:master-page></office:master-styles>");
    CHECK(shown(document) == "kept marked\nin a box\ncontents:Section A 1\na note\nh:OFFICIAL\nf:page\n");
    CHECK(document.marks.tracked_changes.value == 1);
    CHECK(document.marks.struck_through.value == 1);
    CHECK(document.marks.hidden.value == 2);
    CHECK(document.marks.comments.value == 1);
    CHECK(document.marks.highlighted.value == 1);
    CHECK(document.notes.size() == 5);
}

TEST_CASE("unfilled fields of an OpenDocument text are prompts", "[read][odt]") {
    const Document document = odt("<office:forms><form:form><form:checkbox form:id=\"c1\" form:current-state=\"checked\"/><form:text form:id=\"c2\"/></form:form></office:forms>"
                                  "<text:p>Name: <text:placeholder>&lt;Enter name&gt;</text:placeholder></text:p><text:p><text:database-display text:column-name=\"UPN\">«UPN»</text:database-display></text:p>"
                                  "<text:p><text:database-display>A123</text:database-display></text:p><text:p><loext:content-control loext:showing-place-holder=\"true\">Choose an item"
                                  "</loext:content-control> <loext:content-control loext:checkbox=\"true\" loext:checked=\"true\">x</loext:content-control></text:p>"
                                  "<text:p>Agreed <draw:control draw:control=\"c1\"/></text:p><text:p>By <draw:control draw:control=\"c2\"/></text:p>");
    CHECK(shown(document) == "Name: <Enter name>?\n«UPN»?\nA123\nChoose an item ☒?\nAgreed ☒\nBy?\n");
}

TEST_CASE("OpenDocument files that are no text, protected or damaged are named", "[read][odt][hostile]") {
    Parts sheet = parts("");
    sheet["content.xml"] = "<office:document-content><office:body><office:spreadsheet/></office:body></office:document-content>";
    CHECK(read::read(zipped(sheet), "list.ods", {})->recognised_as == "a spreadsheet (OpenDocument): a list, not a plan");
    Parts drawing = parts("");
    drawing["content.xml"] = "<office:document-content><office:body><office:drawing/></office:body></office:document-content>";
    CHECK(refusal(drawing) == "plan.odt: this OpenDocument file is not a text: it holds no words of its own; give the plan itself as .odt or .docx");
    Parts locked = parts("<text:p>x</text:p>");
    locked["META-INF/manifest.xml"] = "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    CHECK(refusal(locked) == "plan.odt: this document is protected by a password; open it, remove the password and save it again");
    Parts bomb = parts("");
    bomb["content.xml"] = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><office:document-content/>";
    CHECK(refusal(bomb).find("has a document type declaration") != std::string::npos);
    Parts broken = parts("<text:p>x");
    CHECK(refusal(broken).find("broken XML at 1:") != std::string::npos);
    CHECK(refusal(broken).find("open it in the program that made it and save it again") != std::string::npos);
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "<text:span>";
    for (int i = 0; i < 100'000; ++i)
        deep += "</text:span>";
    CHECK(refusal(parts("<text:p>" + deep + "</text:p>")).find("nested more than 256 deep") != std::string::npos);
    std::string lists;
    for (int i = 0; i < 1'000; ++i)
        lists += "<text:list><text:list-item>";
    for (int i = 0; i < 1'000; ++i)
        lists += "</text:list-item></text:list>";
    CHECK(refusal(parts(lists)).find("nested more than 256 deep") != std::string::npos);
    // A million empty cells in a few bytes.
    std::string rows = "<table:table>";
    for (int i = 0; i < 10; ++i)
        rows += "<table:table-row table:number-rows-repeated=\"999999\"><table:table-cell table:number-columns-repeated=\"999999\"/></table:table-row>";
    CHECK(refusal(parts(rows + "</table:table>")).find("more than 20000 paragraphs") != std::string::npos);
    // A style that is its own parent.
    CHECK(shown(odt("<text:p text:style-name=\"P\">x</text:p>", "<style:style style:name=\"P\" style:family=\"paragraph\" style:parent-style-name=\"P\"/>")) == "x\n");
}

TEST_CASE("an OpenDocument text that is cut short anywhere is one clear error", "[read][odt][hostile]") {
    std::string body;
    for (int i = 0; i < 400; ++i)
        body += "<text:p>Paragraph " + std::to_string(i * 7919) + "</text:p>";
    const std::string bytes = zipped(parts(body), {.packed = false});
    REQUIRE(bytes.size() > 10'000);
    for (std::size_t size = 0; size < bytes.size(); size += 1000) {
        const auto document = read::read(std::string_view(bytes).substr(0, size), "plan.odt", {});
        REQUIRE_FALSE(document.ok());
        CHECK(document.error().line().find('\n') == std::string::npos);
    }
}

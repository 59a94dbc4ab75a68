// Where the words of a Word document stand in the XML of its main part.
#include "unit/read/word_document.hpp"

using namespace ehc;
using namespace ehc::test;

namespace {

// Every recorded stretch of the text, and the raw bytes from its text node to the node's end.
std::string traced(std::string_view body) {
    const Parts parts = word_parts(body);
    const std::string& xml = parts.at("word/document.xml");
    const auto source = read::read_docx_source(zipped(parts), "plan.docx", {});
    REQUIRE(source);
    CHECK(source->main_part == "word/document.xml");
    CHECK(source->document.extracted == read::read_docx(zipped(parts), "plan.docx", {}).value().extracted);
    std::string trace;
    for (const read::TextSource& each : source->sources)
        trace += source->document.extracted.substr(each.at, each.size) + " < " +
                 xml.substr(each.node, xml.find('<', each.node) - each.node) + " from " + std::to_string(each.skip) + "\n";
    return trace;
}

} // namespace

TEST_CASE("each word is traced to its text node, entities resolved and spaces folded") {
    CHECK(traced(paragraph("Help  with") + "<w:p>" + run("Q&amp;A ") + run("soon") + "</w:p>") ==
          "Help < Help  with from 0\n"
          "with < Help  with from 6\n"
          "Q&A < Q&amp;A  from 0\n"
          "soon < soon from 0\n");
}

TEST_CASE("spaces at the ends of a text node that do not count are stepped over") {
    CHECK(traced("<w:p><w:r><w:t>\n  help </w:t></w:r></w:p>") == "help < \n  help  from 3\n");
}

TEST_CASE("text of joined paragraphs and cells is traced, text that Word makes up and text boxes are not") {
    CHECK(traced("<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" + run("one ") + "</w:p>" + paragraph("two")) ==
          "one < one  from 0\ntwo < two from 0\n");
    CHECK(traced("<w:tbl><w:tr><w:tc>" + paragraph("cell") + "</w:tc></w:tr></w:tbl>") == "cell < cell from 0\n");
    CHECK(traced("<w:p>" + run("one") + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r></w:p>") == "one < one from 0\n");
    CHECK(traced("<w:p>" + run("outside") + "<w:r><w:pict><v:textbox><w:txbxContent>" + paragraph("inside") +
                 "</w:txbxContent></v:textbox></w:pict></w:r></w:p>") == "outside < outside from 0\n");
}

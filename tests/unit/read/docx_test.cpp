#include "word_document.hpp"

using namespace ehc;
using namespace ehc::read;
using namespace ehc::test;

namespace {

std::string styles(std::string_view inner) {
    return element("styles", inner);
}

Block first(std::string_view body, const Parts &stories = {}) {
    const Document document = document_of(body, stories);
    REQUIRE_FALSE(document.blocks.empty());
    return document.blocks[0];
}

} // namespace

TEST_CASE("docx: paragraphs are blocks in order, and empty ones are not") {
    const Document document = document_of(paragraph("One") + "<w:p/>" + paragraph("  ") + paragraph("Two"));
    CHECK(texts(document) == Texts{"One", "Two"});
    CHECK(document.format == "docx");
    CHECK(document.path == "plan.docx");
    CHECK(document.blocks[0].place == plan::Place::body);
    CHECK(document.notes.empty());
}

TEST_CASE("docx: origins count blocks and paragraphs, and spans are bytes of the extracted text") {
    const Document document = document_of(paragraph("Caf\xC3\xA9") + "<w:p/>" + paragraph("Two"));
    CHECK(document.extracted == "Caf\xC3\xA9\nTwo\n");
    const plan::Origin origin = document.blocks[1].text.origin();
    CHECK(origin.block == 2);
    CHECK(origin.paragraph == 3);
    CHECK(origin.line == 0);
    CHECK(document.extracted.substr(origin.span.begin, origin.span.size()) == "Two");
    CHECK(document.blocks[0].text.origin().span == Span{0, 5});
}

TEST_CASE("docx: white space of every kind is one space, and none at either end") {
    CHECK(text_of("<w:p>" + run(" a\t b\n ") +
                  run("\xC2\xA0\xE2\x80\x83"
                      "c \xE3\x80\x80") +
                  "</w:p>") == "a b c");
    CHECK(text_of("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:ptab/><w:t>e</"
                  "w:t></w:r></w:p>") == "a b c d e");
    CHECK(text_of("<w:p><w:r><w:br w:type=\"page\"/><w:t>after</w:t></w:r></w:p>") == "after");
    CHECK(text_of("<w:p><w:r><w:t xml:space=\"preserve\">one </w:t></w:r><w:r><w:t xml:space=\"preserve\"> "
                  "</w:t></w:r><w:r><w:t>two</w:t></w:r></w:p>") == "one two");
    CHECK(text_of("<w:p>" + run("one") + run(" ") + run("two") + "</w:p>") == "one two");
    // Spaces that are only the file's own layout are none of the text, as in Word.
    CHECK(text_of("<w:p><w:r><w:t>\n   reg</w:t></w:r><w:r><w:t>ular\n  </w:t></w:r></w:p>") == "regular");
}

TEST_CASE("docx: hyphens and characters that nobody sees") {
    CHECK(text_of(
              "<w:p><w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>ordi</w:t><w:softHyphen/><w:t>nator</w:t></w:r></w:p>") ==
          "co-ordinator");
    CHECK(text_of(paragraph("pro\xC2\xADvi\xE2\x80\x8Bsion\xEF\xBB\xBF")) == "provision");
}

TEST_CASE("docx: text that is no valid UTF-8 is replaced, so that every report stays valid") {
    CHECK(text_of(paragraph("a\xFF"
                            "b\xC3")) == "a\xEF\xBF\xBD"
                                         "b\xEF\xBF\xBD");
    CHECK(text_of(paragraph("x&#xD800;y")) == "x\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDy");
    CHECK(text_of(paragraph("x&#1;y&#xFFFF;")) == "x y\xEF\xBF\xBD");
    CHECK(text_of(paragraph("\xF0\x9F\x98\x80 &lt;&amp;&gt;")) == "\xF0\x9F\x98\x80 <&>");
}

TEST_CASE("docx: headings by outline level or by style, inherited") {
    const std::string sheet = styles(
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Standard\"><w:name w:val=\"Normal\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"berschrift2\"><w:name w:val=\"heading 2\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Own\"><w:name w:val=\"Plan section\"/><w:basedOn "
        "w:val=\"berschrift2\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Outlined\"><w:name w:val=\"Outlined\"/><w:pPr><w:outlineLvl "
        "w:val=\"3\"/></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"NoLonger\"><w:name w:val=\"x\"/><w:basedOn "
        "w:val=\"berschrift2\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Loop1\"><w:name w:val=\"l1\"/><w:basedOn w:val=\"Loop2\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Loop2\"><w:name w:val=\"l2\"/><w:basedOn "
        "w:val=\"Loop1\"/></w:style>");
    const auto level = [&](std::string_view properties) {
        return first(paragraph("Section B", properties), {{"styles", sheet}}).heading_level;
    };
    CHECK(level("") == 0);
    CHECK(level("<w:pStyle w:val=\"berschrift2\"/>") == 2);
    CHECK(level("<w:pStyle w:val=\"Own\"/>") == 2);
    CHECK(level("<w:pStyle w:val=\"Outlined\"/>") == 4);
    CHECK(level("<w:pStyle w:val=\"NoLonger\"/>") == 0);
    CHECK(level("<w:pStyle w:val=\"Titel\"/>") == 1);
    CHECK(level("<w:pStyle w:val=\"Loop1\"/>") == 0);
    CHECK(level("<w:outlineLvl w:val=\"0\"/>") == 1);
    CHECK(level("<w:pStyle w:val=\"Own\"/><w:outlineLvl w:val=\"9\"/>") == 0);
    CHECK(first(paragraph("Section B", "<w:pStyle w:val=\"Heading3\"/>")).heading_level == 3); // no style sheet at all
    CHECK(first(paragraph("Section B", "<w:pStyle w:val=\"Own\"/>"), {{"styles", sheet}}).place ==
          plan::Place::heading);
}

TEST_CASE("docx: a table of contents is marked, and its lines are not headings") {
    const std::string sheet = styles("<w:style w:type=\"paragraph\" w:styleId=\"TOC1\"><w:name w:val=\"toc "
                                     "1\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>");
    const Block by_style = first(paragraph("Section A 2", "<w:pStyle w:val=\"TOC1\"/>"), {{"styles", sheet}});
    CHECK(by_style.contents_entry);
    CHECK(by_style.heading_level == 0);
    const Document by_field = document_of(
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> TOC \\o \"1-3\" </w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
        run("Section A 2") + "</w:p>" + paragraph("Section B 3") +
        "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>" + paragraph("Section A"));
    CHECK(texts(by_field) == Texts{"Section A 2", "Section B 3", "Section A"});
    CHECK(by_field.blocks[1].contents_entry);
    CHECK_FALSE(by_field.blocks[2].contents_entry);
    CHECK(first("<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of "
                "Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>" +
                paragraph("Section A 2") + "</w:sdtContent></w:sdt>")
              .contents_entry);
}

TEST_CASE("docx: runs carry how their words are set, joined where they are set alike") {
    const Block block = first("<w:p>" + run("plain ") + run("bo", "<w:b/>") + run("ld", "<w:b w:val=\"1\"/>") +
                              run(" and ") + run("both", "<w:i/><w:u w:val=\"single\"/><w:b w:val=\"0\"/>") +
                              run("!", "<w:u w:val=\"none\"/>") + "</w:p>");
    CHECK(block.text.value == "plain bold and both!");
    REQUIRE(block.runs.size() == 2);
    CHECK(block.runs[0].span == Span{6, 10});
    CHECK(block.runs[0].bold);
    CHECK(block.runs[1].span == Span{15, 19});
    CHECK((block.runs[1].italic && block.runs[1].underline && !block.runs[1].bold));
    CHECK_FALSE(block.all_bold);
    CHECK_FALSE(
        first("<w:p>" + run("Section", "<w:b/>") + run(" \xE2\x80\x93 ") + run("B", "<w:b/>") + "</w:p>").all_bold);
    CHECK(first("<w:p>" + run("Section ", "<w:b/>") + run("\t") + run("B", "<w:b/>") + "</w:p>").all_bold);
}

TEST_CASE("docx: bold comes through styles, and styles of two kinds cancel out") {
    const std::string sheet = styles(
        "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"22\"/></w:rPr></w:rPrDefault></w:docDefaults>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:name w:val=\"Base\"/><w:rPr><w:b/><w:sz "
        "w:val=\"28\"/></w:rPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Derived\"><w:name w:val=\"Derived\"/><w:basedOn "
        "w:val=\"Base\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Undone\"><w:name w:val=\"Undone\"/><w:basedOn "
        "w:val=\"Base\"/><w:rPr><w:b w:val=\"false\"/></w:rPr></w:style>"
        "<w:style w:type=\"character\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style>");
    const auto block = [&](std::string_view style, std::string_view run_properties) {
        return first("<w:p><w:pPr><w:pStyle w:val=\"" + std::string(style) + "\"/></w:pPr>" +
                         run("words", run_properties) + "</w:p>",
                     {{"styles", sheet}});
    };
    CHECK(block("Derived", "").all_bold);
    CHECK(block("Derived", "").font_size == 14);
    CHECK_FALSE(block("Undone", "").all_bold);
    CHECK(block("None", "<w:rStyle w:val=\"Strong\"/>").all_bold);
    CHECK(block("None", "").font_size == 11);
    CHECK(block("None", "<w:sz w:val=\"19\"/>").font_size == 9.5);
    CHECK_FALSE(block("Derived", "<w:rStyle w:val=\"Strong\"/>").all_bold); // 17.7.3: an even number of levels
    CHECK(block("Derived", "<w:rStyle w:val=\"Strong\"/><w:b/>").all_bold);
    CHECK(first(paragraph("words")).font_size == 0);
}

TEST_CASE("docx: links, smart tags, text direction, ruby and mathematics keep their words") {
    CHECK(text_of("<w:p><w:hyperlink r:id=\"x\">" + run("the local offer") + "</w:hyperlink><w:smartTag>" + run(" at") +
                  "</w:smartTag><w:bdo>" + run(" once") + "</w:bdo></w:p>") == "the local offer at once");
    CHECK(text_of("<w:p><w:r><w:ruby><w:rt>" + run("above") + "</w:rt><w:rubyBase>" + run("base") +
                  "</w:rubyBase></w:ruby></w:r></w:p>") == "base");
    CHECK(text_of("<w:p><m:oMath "
                  "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>x</m:t></m:r></"
                  "m:oMath></w:p>") == "x");
}

TEST_CASE("docx: symbols are boxes, ticks and crosses where they stand for them") {
    const auto symbol = [](std::string_view font, std::string_view code) {
        return text_of("<w:p><w:r><w:t>is </w:t><w:sym w:font=\"" + std::string(font) + "\" w:char=\"" +
                       std::string(code) + "\"/></w:r></w:p>");
    };
    CHECK(symbol("Wingdings", "F0FE") == "is\xE2\x98\x92");
    CHECK(symbol("Wingdings", "F0A8") == "is\xE2\x98\x90");
    CHECK(symbol("Wingdings 2", "F052") == "is\xE2\x98\x92");
    CHECK(symbol("Wingdings", "F0FC") == "is\xE2\x9C\x93");
    CHECK(symbol("Symbol", "F0B0") == "is\xC2\xB0");
    CHECK(symbol("Segoe UI Symbol", "2610") == "is\xE2\x98\x90");
    CHECK(symbol("Wingdings", "not hexadecimal") == "is");
    CHECK(text_of("<w:p>" + run("\xEF\x82\xA8 no") + "</w:p>") == "\xE2\x98\x90 no"); // U+F0A8 typed as text
    CHECK(text_of("<w:p>" + run("\xC3\xBE", "<w:rFonts w:ascii=\"Wingdings\"/>") + run(" yes") + "</w:p>") ==
          "\xE2\x98\x92 yes");
}

TEST_CASE("docx: tracked changes are read as if accepted, and counted as a person would") {
    const Document document = document_of(
        "<w:p>" + run("He needs ") +
        "<w:del w:author=\"A\"><w:r><w:delText>some</w:delText></w:r></w:del><w:ins w:author=\"A\">" + run("two ") +
        run("hours") + "</w:ins>" + run(" a week.") + "</w:p><w:p><w:moveFrom w:author=\"A\">" + run("gone") +
        "</w:moveFrom></w:p><w:p><w:moveTo w:author=\"A\">" + run("arrived") + "</w:moveTo></w:p>");
    CHECK(texts(document) == Texts{"He needs two hours a week.", "arrived"});
    CHECK(document.marks.tracked_changes.value == 4);
    CHECK(document.marks.tracked_changes.origin.block == 1);
    CHECK(document.notes == Texts{"4 tracked changes, read as if accepted"});
}

TEST_CASE("docx: one insertion over several paragraphs is one change") {
    const std::string mark = "<w:pPr><w:rPr><w:ins w:author=\"A\"/></w:rPr></w:pPr>";
    const Document document = document_of(paragraph("before") + "<w:p>" + mark + "<w:ins w:author=\"A\">" + run("one") +
                                          "</w:ins></w:p><w:p>" + mark + "<w:ins w:author=\"A\">" + run("two") +
                                          "</w:ins></w:p>" + paragraph("after"));
    CHECK(document.marks.tracked_changes.value == 1);
    CHECK(document.marks.tracked_changes.origin.paragraph == 2);
    CHECK(document.notes == Texts{"1 tracked change, read as if accepted"});
    CHECK(document_of("<w:p><w:ins w:author=\"A\">" + run("one") + "</w:ins><w:ins w:author=\"B\">" + run("two") +
                      "</w:ins></w:p>")
              .marks.tracked_changes.value == 2);
}

TEST_CASE("docx: changes of setting are tracked changes too") {
    const Document document =
        document_of("<w:p><w:pPr><w:pPrChange w:author=\"A\"/></w:pPr>" + run("one") + "</w:p><w:p>" +
                    run("two", "<w:b/><w:rPrChange w:author=\"A\"><w:rPr/></w:rPrChange>") + "</w:p>");
    CHECK(texts(document) == Texts{"one", "two"});
    CHECK(document.marks.tracked_changes.value == 2);
}

TEST_CASE("docx: a deleted paragraph mark joins the two paragraphs") {
    const std::string deleted = "<w:pPr><w:pStyle w:val=\"Heading1\"/><w:rPr><w:del w:author=\"A\"/></w:rPr></w:pPr>";
    const Document document = document_of("<w:p>" + deleted + run("The school ") + "</w:p><w:p>" + run("provides") +
                                          "</w:p>" + paragraph("last"));
    CHECK(texts(document) == Texts{"The school provides", "last"});
    CHECK(document.blocks[0].text.origin().paragraph == 1);
    CHECK(document.blocks[0].heading_level == 0); // the mark that stays decides
    CHECK(document.blocks[1].text.origin().paragraph == 3);

    const Document whole = document_of(
        "<w:p>" + deleted + "<w:del w:author=\"A\"><w:r><w:delText>All gone</w:delText></w:r></w:del></w:p>" +
        paragraph("stays"));
    CHECK(texts(whole) == Texts{"stays"});
    CHECK(whole.blocks[0].text.origin().paragraph == 2);
    CHECK(whole.marks.tracked_changes.value == 1);
}

TEST_CASE("docx: deleted paragraphs and rows still count as paragraphs of the file") {
    const Document document = document_of("<w:del>" + paragraph("gone") + "</w:del>" + paragraph("here"));
    CHECK(texts(document) == Texts{"here"});
    CHECK(document.blocks[0].text.origin().paragraph == 2);
}

TEST_CASE("docx: struck-through words are not in force: left out and counted by passage") {
    const Document document =
        document_of("<w:p>" + run("He will ") + run("not ", "<w:strike/>") + run("ever ", "<w:strike/><w:b/>") +
                    run("attend ") + run("daily", "<w:dstrike/>") + run("weekly") + "</w:p>" + "<w:p>" +
                    run("All struck", "<w:strike/>") + "</w:p>");
    CHECK(texts(document) == Texts{"He will attend weekly"});
    CHECK(document.marks.struck_through.value == 3);
    CHECK(document.notes == Texts{"3 struck-through passages, left out"});
    CHECK(document_of("<w:p>" + run("kept", "<w:strike w:val=\"0\"/>") + run(" ", "<w:strike/>") + "</w:p>")
              .marks.struck_through.value == 0);
}

TEST_CASE("docx: hidden words are left out and counted, also by style") {
    const std::string sheet = styles("<w:style w:type=\"paragraph\" w:styleId=\"Guide\"><w:name "
                                     "w:val=\"Guide\"/><w:rPr><w:vanish/></w:rPr></w:style>");
    const Document document =
        document_of(paragraph("Guidance", "<w:pStyle w:val=\"Guide\"/>") + "<w:p>" + run("seen ") +
                        run("not seen", "<w:vanish/>") + run(" struck", "<w:strike/><w:vanish/>") + "</w:p>",
                    {{"styles", sheet}});
    CHECK(texts(document) == Texts{"seen"});
    CHECK(document.marks.hidden.value == 2);
    CHECK(document.marks.hidden.origin.paragraph == 1);
    CHECK(document.marks.struck_through.value == 0);
    CHECK(document.notes == Texts{"2 passages of hidden text, left out"});
}

TEST_CASE("docx: comments and highlights are counted; what is absent is stated to be none") {
    const Document document =
        document_of("<w:p>" + run("a", "<w:highlight w:val=\"yellow\"/>") + run("b", "<w:highlight w:val=\"green\"/>") +
                        run("c") + run("d", "<w:highlight w:val=\"none\"/>") + "</w:p>",
                    {{"comments", element("comments", "<w:comment w:id=\"0\">" + paragraph("Check") +
                                                          "</w:comment><w:comment w:id=\"1\"/>")}});
    CHECK(texts(document) == Texts{"abcd"});
    CHECK(document.marks.highlighted.value == 1);
    CHECK(document.marks.comments.value == 2);
    CHECK(document.marks.comments.origin.block == 1);
    CHECK(document.notes == Texts{"2 comments, left out"});
    for (const plan::NumberField *field :
         {&document.marks.hidden, &document.marks.struck_through, &document.marks.tracked_changes}) {
        CHECK(field->stated());
        CHECK(field->value == 0);
    }
}

TEST_CASE("docx: text boxes are read once, after the paragraph that holds them") {
    const std::string box = "<w:txbxContent>" + paragraph("In the box") + "</w:txbxContent>";
    const Document document = document_of(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>" + box +
        "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box +
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run("Beside it") +
        "</w:p><w:p><w:r><w:pict><v:textbox>" + box + "</v:textbox></w:pict></w:r></w:p>" + paragraph("last"));
    CHECK(texts(document) == Texts{"Beside it", "In the box", "In the box", "last"});
    CHECK(document.blocks[1].text.origin().paragraph == 1);
    CHECK(document.blocks[2].text.origin().paragraph == 2);
    CHECK(document.blocks[3].text.origin().paragraph == 3);
    CHECK(document.notes.empty());
}

TEST_CASE("docx: of alternatives that are not known the one for older programs is read") {
    CHECK(text_of("<w:p><w:r><mc:AlternateContent><mc:Choice "
                  "Requires=\"w16se\"><x/></mc:Choice><mc:Fallback><w:t>smile</w:t></mc:Fallback>"
                  "</mc:AlternateContent></w:r></w:p>") == "smile");
}

TEST_CASE("docx: pictures and embedded documents are named, as their words are not read") {
    const Document document =
        document_of("<w:p><w:r><w:drawing><a:blip "
                    "xmlns:a=\"a\"/></w:drawing></w:r></w:p><w:p><w:r><w:pict><v:imagedata/></w:pict></w:r></w:p>"
                    "<w:p><w:r><w:object/></w:r></w:p><w:altChunk r:id=\"x\"/>" +
                    paragraph("words"));
    CHECK(texts(document) == Texts{"words"});
    CHECK(document.notes ==
          Texts{"2 pictures or charts: words in pictures are not read", "2 embedded objects or documents, not read"});
}

TEST_CASE("docx: headers, footers and notes follow the body, each once") {
    const std::string references =
        "<w:sectPr><w:headerReference r:id=\"header1\"/><w:footerReference r:id=\"footer1\"/></w:sectPr>";
    const Document document = document_of(
        "<w:p><w:pPr>" + references + "</w:pPr>" + run("Body") + "<w:r><w:endnoteReference w:id=\"2\"/></w:r>" +
            "<w:r><w:footnoteReference w:id=\"1\"/></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>" +
            references,
        {{"header1", element("hdr", paragraph("OFFICIAL"))},
         {"header2", element("hdr", paragraph("of no section"))},
         {"footer1", element("ftr", paragraph("Page"))},
         {"footnotes",
          element("footnotes", "<w:footnote w:id=\"0\">" + paragraph("separator") +
                                   "</w:footnote><w:footnote w:id=\"1\">" + paragraph("Foot") + "</w:footnote>")},
         {"endnotes", element("endnotes", "<w:endnote w:id=\"2\">" + paragraph("End") + "</w:endnote>")}});
    CHECK(texts(document) == Texts{"Body", "OFFICIAL", "Page", "Foot", "End"});
    CHECK(document.blocks[1].place == plan::Place::header);
    CHECK(document.blocks[2].place == plan::Place::footer);
    CHECK(document.blocks[3].place == plan::Place::note);
    CHECK(document.blocks[4].place == plan::Place::note);
    CHECK(document.blocks[4].text.origin().block == 5);
    CHECK(document.blocks[4].text.origin().paragraph == 0);
}

TEST_CASE("docx: a watermark is words of the header that holds it") {
    const std::string watermark = "<w:r><w:pict><v:shape id=\"PowerPlusWaterMarkObject1\"><v:textpath string=\" DRAFT \"/>"
                                  "</v:shape></w:pict></w:r>";
    const std::string header = "<w:sectPr><w:headerReference r:id=\"header1\"/></w:sectPr>";
    const auto read_with = [&](const std::string& in_header) {
        return document_of(paragraph("Body") + header, {{"header1", element("hdr", in_header)}});
    };
    const Document beside = read_with("<w:p>" + watermark + run("OFFICIAL") + "</w:p>" + paragraph("Page"));
    CHECK(texts(beside) == Texts{"Body", "OFFICIAL", "DRAFT", "Page"});
    CHECK(beside.blocks[2].place == plan::Place::header);
    CHECK(beside.notes.empty());

    // Word keeps its own watermarks in a content control of its gallery.
    CHECK(texts(read_with("<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Watermarks\"/></w:docPartObj></w:sdtPr>"
                          "<w:sdtContent><w:p>" + watermark + "</w:p></w:sdtContent></w:sdt>")) == Texts{"Body", "DRAFT"});
    CHECK(texts(read_with("<w:p><w:r><w:pict><v:textpath string=\" \"/></w:pict></w:r></w:p>")) == Texts{"Body"});

    const Document drawn = document_of("<w:p>" + watermark + "</w:p>" + paragraph("Body"));
    CHECK(texts(drawn) == Texts{"Body"});
    CHECK(drawn.notes == Texts{"1 picture or chart: words in pictures are not read"});
}

TEST_CASE("docx: a header that two names lead to is read once") {
    Parts parts =
        word_parts("<w:sectPr><w:headerReference r:id=\"header1\"/><w:headerReference r:id=\"again\"/></w:sectPr>",
                   {{"header1", element("hdr", paragraph("OFFICIAL"))}});
    std::string &relationships = parts["word/_rels/document.xml.rels"];
    relationships.insert(relationships.find("</Relationships>"), "<Relationship Id=\"again\" Type=\"" +
                                                                     std::string(office) +
                                                                     "header\" Target=\"/word/Header1.xml\"/>");
    const auto document = read_docx(zipped(parts), "a.docx", {});
    REQUIRE(document);
    CHECK(texts(*document) == Texts{"OFFICIAL"});
}

TEST_CASE("docx: the file's properties are kept; what nobody filled in is blank, and no part of the text") {
    Parts parts = word_parts(paragraph("x"));
    parts["docProps/core.xml"] = "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:title> EHC  plan "
                                 "</dc:title><dc:creator>Borough</dc:creator><cp:lastModifiedBy/><dcterms:created>2025-01-06T09:00:00Z"
                                 "</dcterms:created><dcterms:modified>soon</dcterms:modified></cp:coreProperties>";
    const auto document = read_docx(zipped(parts), "a.docx", {});
    REQUIRE(document);
    CHECK(texts(*document) == Texts{"x"});
    CHECK(document->title == "EHC plan");
    const plan::Properties& properties = document->properties;
    CHECK(properties.title.value.value == "EHC plan");
    CHECK(properties.author.value.value == "Borough");
    CHECK(properties.last_modified_by.state == plan::State::blank);
    CHECK(properties.created.value.iso() == "2025-01-06");
    CHECK(properties.modified.state == plan::State::blank);
    parts.erase("docProps/core.xml");
    const auto bare = read_docx(zipped(parts), "a.docx", {});
    REQUIRE(bare);
    CHECK(bare->properties.title.state == plan::State::blank);
}

TEST_CASE("docx: strict documents and other prefixes read alike") {
    Parts parts = word_parts("");
    parts["word/document.xml"] =
        "<document xmlns=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><body><p><pPr><outlineLvl "
        "val=\"1\"/></pPr>"
        "<r><rPr><b/></rPr><t>Section C</t></r></p></body></document>";
    parts["_rels/.rels"] = "<Relationships><Relationship Id=\"r\" "
                           "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" "
                           "Target=\"/word/document.xml\"/></Relationships>";
    const auto document = read_docx(zipped(parts), "a.docx", {});
    REQUIRE(document);
    REQUIRE(document->blocks.size() == 1);
    CHECK(document->blocks[0].text.value == "Section C");
    CHECK(document->blocks[0].heading_level == 2);
    CHECK(document->blocks[0].all_bold);
}

TEST_CASE("docx: the main part is where the package says, and custom XML around blocks is transparent") {
    Parts parts = word_parts("<w:customXml>" + paragraph("inside") + "</w:customXml>");
    parts["text/main.xml"] = parts["word/document.xml"];
    parts.erase("word/document.xml");
    for (std::string *part : {&parts["_rels/.rels"], &parts["[Content_Types].xml"]})
        part->replace(part->find("word/document.xml"), 17,
                      part == &parts["_rels/.rels"] ? "word/.././text/main.xml" : "text/main.xml");
    const auto document = read_docx(zipped(parts), "a.docx", {});
    INFO((document ? "" : document.error().line()));
    REQUIRE(document);
    CHECK(texts(*document) == Texts{"inside"});
}

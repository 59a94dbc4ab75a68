#include "word_document.hpp"

using namespace ehc;
using namespace ehc::read;
using namespace ehc::test;

namespace {

std::string cell(std::string_view text, std::string_view properties = {}) {
    return "<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>" + (text.empty() ? "<w:p/>" : paragraph(text)) +
           "</w:tc>";
}

std::string row(std::string_view cells, std::string_view properties = {}) {
    return "<w:tr><w:trPr>" + std::string(properties) + "</w:trPr>" + std::string(cells) + "</w:tr>";
}

std::string table(std::string_view rows, int columns = 0) {
    std::string grid;
    for (int i = 0; i < columns; ++i)
        grid += "<w:gridCol/>";
    return "<w:tbl><w:tblPr/><w:tblGrid>" + grid + "</w:tblGrid>" + std::string(rows) + "</w:tbl>";
}

// "text @row,column rows x columns of width", for each cell block.
Texts grid(const Document &document) {
    Texts all;
    for (const Block &block : document.blocks) {
        if (!block.cell)
            continue;
        const Cell &at = *block.cell;
        all.push_back(block.text.value + " @" + std::to_string(at.row) + "," + std::to_string(at.column) + " " +
                      std::to_string(at.row_span) + "x" + std::to_string(at.column_span) + " of " +
                      std::to_string(at.columns));
    }
    return all;
}

constexpr std::string_view begins = "<w:vMerge w:val=\"restart\"/>", goes_on = "<w:vMerge/>";

} // namespace

TEST_CASE("docx tables: cells in reading order, each paragraph a block, an empty cell one empty block") {
    const Document document =
        document_of(paragraph("before") +
                    table(row("<w:tc>" + paragraph("a") + "<w:p/>" + paragraph("b") + "</w:tc>" + cell("")) +
                              row(cell("c") + cell("d")),
                          2) +
                    paragraph("after"));
    CHECK(grid(document) ==
          Texts{"a @0,0 1x1 of 2", "b @0,0 1x1 of 2", " @0,1 1x1 of 2", "c @1,0 1x1 of 2", "d @1,1 1x1 of 2"});
    CHECK(document.blocks[1].place == plan::Place::cell);
    CHECK(document.blocks[1].cell->table == 1);
    CHECK(document.extracted == "before\na\nb\n\nc\nd\nafter\n");
    const auto paragraph_of = [&](std::size_t block) { return document.blocks[block].text.origin().paragraph; };
    CHECK(paragraph_of(2) == 4); // the empty paragraph in the cell counts
    CHECK(paragraph_of(3) == 5);
    CHECK(paragraph_of(6) == 8);
    CHECK(document.blocks[3].text.origin().block == 4);
    const Document empty = document_of(table(row("<w:tc><w:p/><w:p/></w:tc>")));
    CHECK(empty.blocks.at(0).text.origin().paragraph == 1); // of several empty paragraphs, the first
}

TEST_CASE("docx tables: cells merged across are one, and later columns keep their place") {
    CHECK(grid(document_of(table(row(cell("title", "<w:gridSpan w:val=\"3\"/>")) +
                                     row(cell("B") + cell("F", "<w:gridSpan w:val=\"2\"/>")),
                                 3))) == Texts{"title @0,0 1x3 of 3", "B @1,0 1x1 of 3", "F @1,1 1x2 of 3"});
    CHECK(grid(document_of(table(row(cell("x", "<w:hMerge w:val=\"restart\"/>") +
                                     cell("", "<w:hMerge w:val=\"continue\"/>") + cell("y"))))) ==
          Texts{"x @0,0 1x2 of 3", "y @0,2 1x1 of 3"});
}

TEST_CASE("docx tables: a cell merged downwards appears once, in its first row") {
    CHECK(grid(document_of(table(row(cell("area", begins) + cell("1")) + row(cell("", goes_on) + cell("2")) +
                                 row(cell("", goes_on) + cell("3")) + row(cell("next", begins) + cell("4")) +
                                 row(cell("", goes_on) + cell("5"))))) ==
          Texts{"area @0,0 3x1 of 2", "1 @0,1 1x1 of 2", "2 @1,1 1x1 of 2", "3 @2,1 1x1 of 2", "next @3,0 2x1 of 2",
                "4 @3,1 1x1 of 2", "5 @4,1 1x1 of 2"});
}

TEST_CASE("docx tables: words in the further cells of a merger belong to its first cell, not to nothing") {
    CHECK(grid(document_of(table(row(cell("area", begins)) + row(cell("more", goes_on))))) ==
          Texts{"area @0,0 2x1 of 1", "more @0,0 2x1 of 1"});
    CHECK(grid(document_of(table(row(cell("alone", goes_on)) + row(cell("x")) + row(cell("again", goes_on))))) ==
          Texts{"alone @0,0 1x1 of 1", "x @1,0 1x1 of 1", "again @2,0 1x1 of 1"});
}

TEST_CASE("docx tables: a merger both ways") {
    const std::string wide = "<w:gridSpan w:val=\"2\"/>";
    CHECK(grid(document_of(table(row(cell("a") + cell("big", wide + std::string(begins)) + cell("b")) +
                                 row(cell("c") + cell("", wide + std::string(goes_on)) + cell("d"))))) ==
          Texts{"a @0,0 1x1 of 4", "big @0,1 2x2 of 4", "b @0,3 1x1 of 4", "c @1,0 1x1 of 4", "d @1,3 1x1 of 4"});
}

TEST_CASE("docx tables: columns left out before and after a row count") {
    CHECK(grid(document_of(table(row(cell("a") + cell("b") + cell("c")) +
                                 row(cell("x"), "<w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"2\"/>")))) ==
          Texts{"a @0,0 1x1 of 4", "b @0,1 1x1 of 4", "c @0,2 1x1 of 4", "x @1,1 1x1 of 4"});
}

TEST_CASE("docx tables: header rows are marked") {
    const Document document =
        document_of(table(row(cell("Need"), "<w:tblHeader/>") + row(cell("B1"), "<w:tblHeader w:val=\"0\"/>")));
    CHECK(document.blocks[0].cell->header_row);
    CHECK_FALSE(document.blocks[1].cell->header_row);
}

TEST_CASE("docx tables: a nested table has its own number, and the cell around it still appears") {
    const Document document = document_of(
        table(row("<w:tc>" + paragraph("outer") + table(row(cell("inner"))) + paragraph("outer again") + "</w:tc>") +
              row("<w:tc>" + table(row(cell("only"))) + "<w:p/></w:tc>")) +
        table(row(cell("later"))));
    CHECK(texts(document) == Texts{"outer", "inner", "outer again", "only", "", "later"});
    Texts numbers;
    for (const Block &block : document.blocks)
        numbers.push_back(std::to_string(block.cell->table));
    CHECK(numbers == Texts{"1", "2", "1", "3", "1", "4"});
}

TEST_CASE("docx tables: deleted rows are gone but their paragraphs count; inserted rows stay") {
    const Document document = document_of(table(row(cell("old"), "<w:del w:author=\"A\"/>") +
                                                row(cell("new"), "<w:ins w:author=\"A\"/>") + row(cell("same"))));
    CHECK(grid(document) == Texts{"new @0,0 1x1 of 1", "same @1,0 1x1 of 1"});
    CHECK(document.blocks[0].text.origin().paragraph == 2);
    CHECK(document.marks.tracked_changes.value == 2);
}

TEST_CASE("docx tables: rows and cells inside content controls are read") {
    const auto control = [](std::string_view content, std::string_view properties = {}) {
        return "<w:sdt><w:sdtPr>" + std::string(properties) + "</w:sdtPr><w:sdtContent>" + std::string(content) +
               "</w:sdtContent></w:sdt>";
    };
    const Document document =
        document_of(table(control(row(cell("a") + control(cell("Choose a school"), "<w:showingPlcHdr/>"))) +
                          row(cell("b") + control(cell("Elm School"))) + row(cell("c") + control(cell("")))));
    CHECK(grid(document) == Texts{"a @0,0 1x1 of 2", "Choose a school @0,1 1x1 of 2", "b @1,0 1x1 of 2",
                                  "Elm School @1,1 1x1 of 2", "c @2,0 1x1 of 2", " @2,1 1x1 of 2"});
    CHECK(document.blocks[1].form_field);
    CHECK_FALSE(document.blocks[3].form_field);
    CHECK(document.blocks[5].form_field);
}

TEST_CASE("docx tables: bold comes from the style of the table where the table asks for it") {
    const std::string sheet =
        element("styles", "<w:style w:type=\"table\" w:styleId=\"Grid\"><w:name w:val=\"Grid\"/><w:tblStylePr "
                          "w:type=\"firstRow\"><w:rPr><w:b/></w:rPr></w:tblStylePr>"
                          "<w:tblStylePr w:type=\"firstCol\"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>");
    const auto bold = [&](std::string_view look) {
        const std::string rows = row(cell("a") + cell("b")) + row(cell("c") + cell("d"));
        const Document document = document_of("<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/>" + std::string(look) +
                                                  "</w:tblPr>" + rows + "</w:tbl>" + paragraph("e"),
                                              {{"styles", sheet}});
        std::string all;
        for (const Block &block : document.blocks)
            if (block.all_bold)
                all += block.text.value;
        return all;
    };
    CHECK(bold("<w:tblLook w:firstRow=\"1\" w:firstColumn=\"0\"/>") == "ab");
    CHECK(bold("<w:tblLook w:val=\"0480\"/>") == "ac");
    CHECK(bold("") == "");
}

TEST_CASE("docx tables: a heading in a cell is a cell with a level") {
    const Document document =
        document_of(table(row("<w:tc>" + paragraph("Section B", "<w:outlineLvl w:val=\"1\"/>") + "</w:tc>")));
    CHECK(document.blocks[0].place == plan::Place::cell);
    CHECK(document.blocks[0].heading_level == 2);
}

TEST_CASE("docx tables: absurd spans are bounded") {
    const Document document =
        document_of(table(row(cell("a", "<w:gridSpan w:val=\"999999999\"/>") + cell("b", "<w:gridSpan w:val=\"-4\"/>") +
                              cell("c", "<w:gridSpan w:val=\"0\"/>"))));
    CHECK(grid(document) == Texts{"a @0,0 1x1024 of 1026", "b @0,1024 1x1 of 1026", "c @0,1025 1x1 of 1026"});
}

#include "word_document.hpp"

using namespace ehc;
using namespace ehc::read;
using namespace ehc::test;

namespace {

constexpr std::string_view ticked = "\xE2\x98\x92", unticked = "\xE2\x98\x90";

std::string control(std::string_view properties, std::string_view content) {
    return "<w:sdt><w:sdtPr>" + std::string(properties) + "</w:sdtPr><w:sdtContent>" + std::string(content) +
           "</w:sdtContent></w:sdt>";
}

std::string character(std::string_view type, std::string_view inside = {}) {
    return "<w:r><w:fldChar w:fldCharType=\"" + std::string(type) + "\">" + std::string(inside) + "</w:fldChar></w:r>";
}

std::string code(std::string_view text) {
    return "<w:r><w:instrText xml:space=\"preserve\">" + std::string(text) + "</w:instrText></w:r>";
}

// A complex field; `form` is the inside of its w:ffData.
std::string field(std::string_view instruction, std::string_view result, std::string_view form = {}) {
    return character("begin", form.empty() ? "" : "<w:ffData>" + std::string(form) + "</w:ffData>") +
           code(instruction) + character("separate") + std::string(result) + character("end");
}

Block one(std::string_view content) {
    const Document document = document_of("<w:p>" + std::string(content) + "</w:p>");
    REQUIRE(document.blocks.size() == 1);
    return document.blocks[0];
}

} // namespace

TEST_CASE("docx controls: a prompt that still shows is text, marked as unfilled") {
    const Block block = one(run("School: ") + control("<w:showingPlcHdr/><w:text/>", run("Click here to enter text.")));
    CHECK(block.text.value == "School: Click here to enter text.");
    CHECK(block.form_field);
    REQUIRE(block.runs.size() == 1);
    CHECK(block.runs[0].placeholder);
    CHECK(block.text.value.substr(block.runs[0].span.begin) == "Click here to enter text.");

    const Block filled = one(run("School: ") + control("<w:text/>", run("Elm School")));
    CHECK(filled.text.value == "School: Elm School");
    CHECK_FALSE(filled.form_field);
    CHECK(filled.runs.empty());
    CHECK_FALSE(one(run("School: ") + control("<w:showingPlcHdr w:val=\"0\"/>", run("Elm School"))).form_field);
}

TEST_CASE("docx controls: one without words is unfilled; one with struck words is not empty") {
    CHECK(one(run("School: ") + control("<w:text/>", "")).form_field);
    CHECK(one(run("School: ") + control("<w:text/>", run(" "))).form_field);
    CHECK_FALSE(one(run("Logo: ") + control("<w:picture/>", "")).form_field);
    CHECK_FALSE(one(run("School: ") + control("<w:text/>", run("Oak", "<w:strike/>"))).form_field);
}

TEST_CASE("docx controls: around whole paragraphs") {
    const Document document =
        document_of(control("<w:showingPlcHdr/>", paragraph("Enter views")) + control("", paragraph("My views")));
    CHECK(texts(document) == Texts{"Enter views", "My views"});
    CHECK(document.blocks[0].form_field);
    CHECK(document.blocks[0].runs[0].placeholder);
    CHECK_FALSE(document.blocks[1].form_field);
}

TEST_CASE("docx controls: check boxes show their state, whatever character they use") {
    const auto box = [](std::string_view state, std::string_view content) {
        return one(control("<w14:checkbox><w14:checked w14:val=\"" + std::string(state) + "\"/></w14:checkbox>",
                           content) +
                   run(" yes"))
            .text.value;
    };
    CHECK(box("1", run("\xE2\x9C\x93")) == std::string(ticked) + " yes");
    CHECK(box("0", "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F06F\"/></w:r>") == std::string(unticked) + " yes");
    CHECK(box("1", "") == std::string(ticked) + " yes");
    CHECK_FALSE(one(control("<w14:checkbox/>", run("\xE2\x98\x90")) + run(" yes")).form_field);
}

TEST_CASE("docx controls: a drop-down shows its choice") {
    const Block block =
        one(control("<w:dropDownList><w:listItem w:displayText=\"Elm\" w:value=\"1\"/></w:dropDownList>", run("Elm")));
    CHECK(block.text.value == "Elm");
    CHECK_FALSE(block.form_field);
}

TEST_CASE("docx fields: a merge field is unfilled while it shows its own name") {
    const Block block =
        one(run("Name: ") + field(" MERGEFIELD  Child_Forename1 \\* MERGEFORMAT ", run("\xC2\xAB"
                                                                                       "Child_Forename1\xC2\xBB",
                                                                                       "<w:b/>")));
    CHECK(block.text.value == "Name: \xC2\xAB"
                              "Child_Forename1\xC2\xBB");
    CHECK(block.form_field);
    REQUIRE(block.runs.size() == 1);
    CHECK(block.runs[0].placeholder);
    CHECK(block.runs[0].span.begin == 6);

    const Block filled = one(run("Name: ") + field("MERGEFIELD Child", run("Jordan")));
    CHECK(filled.text.value == "Name: Jordan");
    CHECK_FALSE(filled.form_field);

    const Block empty = one(run("Name: ") + character("begin") + code(" mergefield \"Child name\"") + character("end"));
    CHECK(empty.text.value == "Name: \xC2\xAB"
                              "Child name\xC2\xBB");
    CHECK(empty.form_field);

    const Block simple =
        one("<w:fldSimple w:instr=\" MERGEFIELD Surname \">" + run("\xC2\xABSurname\xC2\xBB") + "</w:fldSimple>");
    CHECK(simple.text.value == "\xC2\xABSurname\xC2\xBB");
    CHECK(simple.form_field);
}

TEST_CASE("docx fields: a merge field whose result is struck out does not come back") {
    const Block block = one(run("Name: ") + field("MERGEFIELD Child", run("Jordan", "<w:strike/>")));
    CHECK(block.text.value == "Name:");
    CHECK_FALSE(block.form_field);
}

TEST_CASE("docx fields: other fields show the result that was stored, their code never") {
    CHECK(one(run("Page ") + field(" PAGE ", run("3")) + run(" of ") + field(" NUMPAGES ", run("12"))).text.value ==
          "Page 3 of 12");
    CHECK(one(field(" HYPERLINK \"http://example.org\" ", run("the local offer"))).text.value == "the local offer");
    const std::string nested = character("begin") + code(" IF ") + field(" MERGEFIELD Sex ", run("F")) +
                               code(" = \"F\" \"her\" \"his\" ") + character("separate") + run("her") +
                               character("end");
    CHECK(one(nested + run(" school")).text.value == "her school");
    const std::string blank_inside = character("begin") + code(" IF ") + field(" FORMTEXT ", "") + code(" = \"\" ") +
                                     character("separate") + run("her") + character("end");
    CHECK_FALSE(one(blank_inside).form_field); // a field in the code of another is not on the page
}

TEST_CASE("docx fields: a code may go on past a table") {
    const Document document =
        document_of("<w:p>" + run("a ") + character("begin") + code("IF") + "</w:p><w:tbl><w:tr><w:tc>" +
                    paragraph("cell") + "</w:tc></w:tr></w:tbl><w:p>" + run("code") + character("separate") +
                    run("result") + character("end") + "</w:p>");
    CHECK(texts(document) == Texts{"a", "cell", "result"});
}

TEST_CASE("docx fields: text form fields are unfilled when blank or as they came") {
    CHECK(one(run("Date: ") + field(" FORMTEXT ", run("\xE2\x80\x82\xE2\x80\x82\xE2\x80\x82"))).form_field);
    CHECK_FALSE(one(run("Date: ") + field(" FORMTEXT ", run("12 May"))).form_field);
    const std::string form = "<w:textInput><w:default w:val=\"enter date\"/></w:textInput>";
    CHECK(one(run("Date: ") + field(" FORMTEXT ", run("enter date"), form)).form_field);
    CHECK_FALSE(one(run("Date: ") + field(" FORMTEXT ", run("12 May"), form)).form_field);
}

TEST_CASE("docx fields: check boxes and drop-downs of forms") {
    CHECK(
        one(field(" FORMCHECKBOX ", "", "<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>") + run(" yes"))
            .text.value == std::string(ticked) + " yes");
    CHECK(one(character("begin", "<w:ffData><w:checkBox><w:default w:val=\"0\"/></w:checkBox></w:ffData>") +
              code("FORMCHECKBOX") + character("end"))
              .text.value == unticked);
    const auto list = [](std::string_view chosen) {
        return one(run("Status: ") + field(" FORMDROPDOWN ", "",
                                           "<w:ddList>" + std::string(chosen) +
                                               "<w:listEntry w:val=\" \"/><w:listEntry w:val=\"Draft\"/><w:listEntry "
                                               "w:val=\"Final\"/></w:ddList>"));
    };
    CHECK(list("<w:result w:val=\"2\"/>").text.value == "Status: Final");
    CHECK(list("<w:default w:val=\"1\"/>").text.value == "Status: Draft");
    CHECK(list("").text.value == "Status:");
    CHECK(list("").form_field);
    CHECK(list("<w:result w:val=\"77\"/>").form_field);
}

TEST_CASE("docx fields: old forms ask by a macro button") {
    const Block block =
        one(character("begin") + code(" MACROBUTTON NoMacro [Click and type name] ") + character("end"));
    CHECK(block.text.value == "[Click and type name]");
    CHECK(block.form_field);
}

TEST_CASE("docx fields: one that never ends hides no more than its cell, and says so") {
    const Document document =
        document_of("<w:tbl><w:tr><w:tc><w:p>" + run("a ") + character("begin") + code("PAGE") + run("lost") +
                    "</w:p></w:tc><w:tc>" + paragraph("kept") + "</w:tc></w:tr></w:tbl>" + paragraph("after"));
    CHECK(texts(document) == Texts{"a", "kept", "after"});
    CHECK(document.notes == Texts{"some words stand in a field that has no end, and were not read"});
}

TEST_CASE("docx fields: ends and results without a beginning do no harm") {
    const Block block =
        one(character("end") + character("separate") + run("words") + character("end") + character("nonsense"));
    CHECK(block.text.value == "words");
}

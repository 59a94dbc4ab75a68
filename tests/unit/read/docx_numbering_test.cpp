#include "word_document.hpp"

using namespace ehc;
using namespace ehc::read;
using namespace ehc::test;

namespace {

std::string level(int number, std::string_view format, std::string_view text, std::string_view more = {}) {
    return "<w:lvl w:ilvl=\"" + std::to_string(number) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" +
           std::string(format) + "\"/><w:lvlText w:val=\"" + std::string(text) + "\"/>" + std::string(more) +
           "</w:lvl>";
}

// List 1 made of these levels; `more` adds further lists.
Parts numbering(std::string_view levels, std::string_view more = {}) {
    return {
        {"numbering",
         element("numbering", "<w:abstractNum w:abstractNumId=\"7\">" + std::string(levels) + "</w:abstractNum>" +
                                  "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>" + std::string(more))}};
}

std::string item(int level, int list = 1) {
    return paragraph("item", "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
                                 std::to_string(list) + "\"/></w:numPr>");
}

Texts labels(std::string_view body, const Parts &parts) {
    Texts all;
    for (const Block &block : document_of(body, parts).blocks)
        all.push_back(block.list_label);
    return all;
}

std::string items(int count, int at = 0) {
    std::string all;
    for (int i = 0; i < count; ++i)
        all += item(at);
    return all;
}

} // namespace

TEST_CASE("docx numbering: labels count on, and deeper levels begin again") {
    const Parts parts =
        numbering(level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "decimal", "%1.%2.%3"));
    CHECK(labels(item(0) + item(1) + item(1) + item(0) + item(1) + item(2), parts) ==
          Texts{"1.", "a)", "b)", "2.", "a)", "2.a.1"});
    const Document document = document_of(item(1), parts);
    CHECK(document.blocks[0].list_item);
    CHECK(document.blocks[0].list_level == 1);
    CHECK(document.blocks[0].text.value == "item"); // the label is no part of the words
}

TEST_CASE("docx numbering: letters, Roman figures, ordinals and padded figures") {
    const auto last = [&](std::string_view format, int count) {
        return labels(items(count), numbering(level(0, format, "%1"))).back();
    };
    CHECK(last("upperLetter", 28) == "BB");
    CHECK(last("lowerLetter", 53) == "aaa");
    CHECK(last("lowerRoman", 49) == "xlix");
    CHECK(last("upperRoman", 14) == "XIV");
    CHECK(last("ordinal", 12) == "12th");
    CHECK(last("ordinal", 22) == "22nd");
    CHECK(last("decimalZero", 9) == "09");
    CHECK(last("none", 1).empty());
    CHECK(last("aFormatOfTheFuture", 3) == "3");
}

TEST_CASE("docx numbering: bullets are items without a label") {
    const Document document = document_of(item(0), numbering(level(0, "bullet", "\xEF\x82\xB7")));
    CHECK(document.blocks[0].list_item);
    CHECK(document.blocks[0].list_label.empty());
}

TEST_CASE("docx numbering: legal levels show Arabic figures, and fixed words stay") {
    CHECK(labels(item(0) + item(1),
                 numbering(level(0, "upperRoman", "Section %1:") + level(1, "decimal", "%1.%2", "<w:isLgl/>"))) ==
          Texts{"Section I:", "1.1"});
}

TEST_CASE("docx numbering: lists of one definition count on, unless one says where it starts") {
    const std::string more =
        "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/></w:num><w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/>"
        "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>"
        "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\">" +
        level(0, "decimal", "(%1)") + "</w:lvlOverride></w:num>";
    CHECK(labels(item(0) + item(0, 2) + item(0, 3) + item(0, 3) + item(0, 4),
                 numbering(level(0, "decimal", "%1."), more)) == Texts{"1.", "2.", "5.", "6.", "(7)"});
}

TEST_CASE("docx numbering: a level may begin again after a chosen level only, or never") {
    const std::string two = level(0, "decimal", "%1") + level(1, "decimal", "%2") +
                            level(2, "decimal", "%3", "<w:lvlRestart w:val=\"1\"/>");
    CHECK(labels(item(0) + item(1) + item(2) + item(1) + item(2) + item(0) + item(2), numbering(two)).back() == "1");
    CHECK(labels(item(0) + item(1) + item(2) + item(1) + item(2), numbering(two)).back() == "2");
    CHECK(labels(item(0) + item(1) + item(0) + item(1),
                 numbering(level(0, "decimal", "%1") + level(1, "decimal", "%2", "<w:lvlRestart w:val=\"0\"/>")))
              .back() == "2");
}

TEST_CASE("docx numbering: it comes through styles, and numId 0 takes it away") {
    Parts parts = numbering(level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"Sub\"/>"));
    parts["styles"] = element(
        "styles",
        "<w:style w:type=\"paragraph\" w:styleId=\"Top\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId "
        "w:val=\"1\"/></w:numPr></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Sub\"><w:name w:val=\"Sub\"/><w:basedOn w:val=\"Top\"/></w:style>");
    const Document document =
        document_of(paragraph("Needs", "<w:pStyle w:val=\"Top\"/>") + paragraph("Speech", "<w:pStyle w:val=\"Sub\"/>") +
                        paragraph("None", "<w:pStyle w:val=\"Top\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"),
                    parts);
    CHECK(document.blocks[0].list_label == "1.");
    CHECK_FALSE(document.blocks[0].list_item); // a numbered heading is a heading
    CHECK(document.blocks[0].heading_level == 1);
    CHECK(document.blocks[1].list_label == "1.1");
    CHECK(document.blocks[2].list_label.empty());
}

TEST_CASE("docx numbering: a list may take its levels from the list of a numbering style") {
    const std::string more = "<w:abstractNum w:abstractNumId=\"8\"><w:numStyleLink w:val=\"Clauses\"/></w:abstractNum>"
                             "<w:num w:numId=\"9\"><w:abstractNumId w:val=\"8\"/></w:num>";
    CHECK(labels(item(0, 9), numbering("<w:styleLink w:val=\"Clauses\"/>" + level(0, "upperLetter", "%1)"), more)) ==
          Texts{"A)"});
}

TEST_CASE("docx numbering: empty numbered paragraphs are counted, deleted ones are not") {
    const std::string numbered = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
    CHECK(labels("<w:p><w:pPr>" + numbered + "</w:pPr></w:p>" + item(0) + "<w:p><w:pPr>" + numbered +
                     "<w:rPr><w:del w:author=\"A\"/></w:rPr></w:pPr></w:p>" + item(0),
                 numbering(level(0, "decimal", "%1."))) == Texts{"2.", "3."});
}

TEST_CASE("docx numbering: what a list does not say, or says absurdly, costs nothing") {
    CHECK(labels(item(0, 44), numbering(level(0, "decimal", "%1."))) == Texts{""});
    CHECK(labels(item(99), numbering(level(0, "decimal", "%1."))) == Texts{""});
    CHECK(labels(item(8), numbering("<w:lvl w:ilvl=\"12\"/>")) == Texts{""});
    const Texts long_label = labels(item(0), numbering(level(0, "decimal", std::string(100'000, 'x'))));
    CHECK(long_label[0].size() <= 64);
    const std::string huge = "<w:lvl w:ilvl=\"0\"><w:start w:val=\"999999999\"/><w:numFmt "
                             "w:val=\"upperRoman\"/><w:lvlText w:val=\"%1\"/></w:lvl>";
    CHECK(labels(item(0), numbering(huge)) == Texts{"999999999"});
}

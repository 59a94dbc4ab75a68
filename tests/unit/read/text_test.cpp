#include "support/catch.hpp"

#include "read/text.hpp"
#include "shown.hpp"

#include <string>

using namespace ehc;
using namespace ehc::read;
using namespace std::string_literals;
using namespace std::string_view_literals;
using ehc::test::place_of;
using ehc::test::shown;

namespace {

Document text(std::string_view bytes) {
    auto document = read_text(bytes, "plan.txt", {});
    REQUIRE(document.ok());
    CHECK(test::in_step(*document));
    return *document;
}

Document markdown(std::string_view bytes) {
    auto document = read_markdown(bytes, "plan.md", {});
    REQUIRE(document.ok());
    CHECK(test::in_step(*document));
    return *document;
}

} // namespace

TEST_CASE("headings are marked by number signs or by a line below", "[read][text]") {
    CHECK(shown(markdown("# Plan\n## Section A: Views ##\n#not a heading\nOutcomes\n=======\n\nHealth\n---\n")) ==
          "#1 Plan\n#2 Section A: Views\n#not a heading\nOutcomes\n#2 Health\n");
    CHECK(shown(text("SECTION B\n=========\nNeeds of Cai.\n")) == "#1 SECTION B\nNeeds of Cai.\n");
    CHECK(shown(text("Row one\n\n---\nRow two\n")) == "Row one\nRow two\n");
}

TEST_CASE("lists keep their labels and levels, and lines below that are set in", "[read][text]") {
    CHECK(shown(markdown("- one\n  goes on\n  - two\n1. first\n2) second\n* star\n• bullet\n")) ==
          "- one goes on\n  - two\n1. first\n2) second\n- star\n- bullet\n");
    // A year and a full stop begin no list without a space, and neither do a minus and a number.
    CHECK(shown(text("2024.5 hours\n-5 degrees\n")) == "2024.5 hours\n-5 degrees\n");
}

TEST_CASE("a print's page heads and feet come once, and its pages go on", "[read][text]") {
    const std::string page = "Cai Rees EHC plan\n\nSection A\n\nI like trains.\n\nPage 1\n";
    CHECK(shown(text(page + "\fCai Rees EHC plan\n\nSection B\n\nPage 2\n\fCai Rees EHC plan\n\nSection C\n\nPage 3\n")) ==
          "Cai Rees EHC plan\nSection A\nI like trains.\nPage 1\nSection B\nSection C\n");
    CHECK(shown(text("One\n\fTwo\n")) == "One\nTwo\n");
}

TEST_CASE("a section's heading is never the rest of the line above", "[read][text]") {
    const std::string full = "Over a week Rowan receives 27.5 hours of individual adult support, which includes those\n"
                             "sessions listed above that are delivered by a teaching assistant or by her stand-in\n";
    CHECK(shown(text(full + "Section G: Health provision\nA nurse calls.\n")).find("\nSection G: Health provision\n") != std::string::npos);
    CHECK(shown(text(full + "Section F of the old plan says the same and is not repeated here in so many words.\n")).find("\nSection F") == std::string::npos);
}

TEST_CASE("lines set in below a numbered item are of it", "[read][text]") {
    CHECK(shown(text(" F8  (B5) Touch-typing taught one to one by a teaching assistant:\n     20 minutes, four days a week.\n F9  Science.\n")) ==
          "F8 (B5) Touch-typing taught one to one by a teaching assistant: 20 minutes, four days a week.\nF9 Science.\n");
    CHECK(shown(text("K6  Social care, Hartwell and\n     Deepdale Council, 24/10/2025\n")) == "K6 Social care, Hartwell and Deepdale Council, 24/10/2025\n");
    CHECK(shown(text("F1  Teaching by a specialist teacher who holds a level 7 diploma, 50 minutes a day.\nF2  Overlearning\n    of words.\n")) ==
          "F1 Teaching by a specialist teacher who holds a level 7 diploma, 50 minutes a day.\nF2 Overlearning of words.\n");
    CHECK(shown(text("Strengths:\n   He reads.\n")) == "Strengths:\nHe reads.\n");
}

TEST_CASE("a paragraph goes on where a line was full, and not where it ended early", "[read][text]") {
    const std::string full = "Jonah finds it hard to follow what is said to the whole class and looks to others to\n"
                             "see what he should do. He needs instructions in one step, by his name.\n"
                             "Short line.\n"
                             "Name: Jonah Adeleke\n"
                             "Date of birth: 19 July 2017\n";
    CHECK(shown(text(full)) == "Jonah finds it hard to follow what is said to the whole class and looks to others to "
                               "see what he should do. He needs instructions in one step, by his name.\n"
                               "Short line.\nName: Jonah Adeleke\nDate of birth: 19 July 2017\n");
    // Each line of text that is not wrapped is a paragraph.
    CHECK(shown(text("once a week\nfor 30 minutes\n")) == "once a week\nfor 30 minutes\n");
}

TEST_CASE("tables of pipes, of tabs and of columns become cells", "[read][text]") {
    CHECK(shown(markdown("| Need | Outcome |\n|---|:--:|\n| B1 |  |\n| a \\| b | c<br>d |\n")) ==
          "[1:0,0]= !Need\n[1:0,1]= !Outcome\n[1:1,0] B1\n[1:1,1] \n[1:2,0] a | b\n[1:2,1] c\n[1:2,1] d\n");
    CHECK(shown(markdown("Need | Outcome\n--- | ---\nB1 | O1\n\nafter\n")) == "[1:0,0]= !Need\n[1:0,1]= !Outcome\n[1:1,0] B1\n[1:1,1] O1\nafter\n");
    CHECK(shown(text("Name\tCai\nSchool\tWeir Hill\n")) == "[1:0,0] Name\n[1:0,1] Cai\n[1:1,0] School\n[1:1,1] Weir Hill\n");
    CHECK(shown(text("Name\tCai\n")) == "Name Cai\n");
    CHECK(shown(text("Advice              Date\n"
                     "Psychologist        3 May 2024\n"
                     "Speech and          6 June 2024\n"
                     "language\n"
                     "Medical             none\n")) ==
          "[1:0,0] Advice\n[1:0,1] Date\n[1:1,0] Psychologist\n[1:1,1] 3 May 2024\n[1:2,0] Speech and language\n[1:2,1] 6 June 2024\n"
          "[1:3,0] Medical\n[1:3,1] none\n");
    // A word across the gutter: no table.
    CHECK(shown(text("Name          Cai\nSchool        Weir\nHe went to the school of Weir\n")) == "Name Cai\nSchool Weir\nHe went to the school of Weir\n");
}

TEST_CASE("marks inside text say how words are set, and do not part them", "[read][text]") {
    const Document document = markdown("**All bold**\nHe is **not** able, *often*, `x_y` and snake_case_name \\*.\n[Name] reads [here](http://example.org).\n");
    CHECK(shown(document) == "!All bold\nHe is not able, often, x_y and snake_case_name *.\n[Name] reads here.\n");
    REQUIRE(document.blocks[1].runs.size() == 2);
    CHECK(document.blocks[1].runs[0].bold);
    CHECK(document.blocks[1].runs[1].italic);
    const Document struck = markdown("He has ~~30 hours~~ 20 hours <!-- check --> <Known as> &amp; <b>more</b>.\n");
    CHECK(shown(struck) == "He has 20 hours <Known as> & more.\n");
    CHECK(struck.notes == std::vector<std::string>{"1 struck-through passage, left out", "1 comment, left out"});
    // A name as an asterisk, and other signs without partners, stay what they are.
    CHECK(shown(text("We asked * what *s mother likes_a_lot ~~ [x](y)\n")) == "We asked * what *s mother likes_a_lot ~~ [x](y)\n");
    CHECK(shown(markdown("a ** b ** c ~~ d < e > f `\n")) == "a ** b ** c ~~ d < e > f `\n");
    CHECK(shown(markdown("```\nx  **y**\n```\n> quoted\n")) == "x **y**\nquoted\n");
}

TEST_CASE("every word has its line and column, in code points", "[read][text]") {
    const Document document = markdown("# Caf\u00E9  Plan\n\n- one  **two**\n  three\n\n| \u00A31 | B\u00AD2 x |\n|---|---|\n");
    CHECK(place_of(document, "Plan") == "1:9");
    CHECK(place_of(document, "one") == "3:3");
    CHECK(place_of(document, "two") == "3:10");
    CHECK(place_of(document, "three") == "4:3");
    CHECK(place_of(document, "\u00A31") == "6:3");
    CHECK(place_of(document, "B2") == "6:8");
    CHECK(place_of(document, "x") == "6:12");
}

TEST_CASE("text is read in the encodings that programs write", "[read][text]") {
    const std::string wanted = "Zo\u00EB \u2013 \u201Ctwice\u201D a week \u00A330\n";
    CHECK(shown(text("\xEF\xBB\xBF" + wanted)) == wanted);
    const Document windows = text("Zo\xEB \x96 \x93twice\x94 a week \xA3" "30\r\n");
    CHECK(shown(windows) == wanted);
    CHECK(windows.notes == std::vector<std::string>{"read as Windows-1252"});
    CHECK(shown(text("\xFF\xFEZ\0o\0\xEB\0 \0a\0\n\0"sv)) == "Zo\u00EB a\n");
    CHECK(shown(text("\0Z\0o\0\xEB\0 \0a\0b\0c\0\n"sv)) == "Zo\u00EB abc\n");
    CHECK(text("\0Z\0o\0\xEB\0 \0a\0b\0c\0\n"sv).notes == std::vector<std::string>{"read as UTF-16"});
    // Old Mac line ends, decomposed accents, ligatures, soft hyphens and non-breaking spaces.
    CHECK(shown(text("Zoe\u0308\rde\uFB01nes\ras\u00ADsess\u00A0ment\r")) == "Zo\u00EB\ndefines\nassess ment\n");
}

TEST_CASE("text that means harm is read in time that grows with it alone", "[read][text]") {
    Limits roomy;
    roomy.blocks = 200'000;
    for (const char sign : {'*', '_', '[', '<', '`', '~', '|', '>', '#', '\t', ' ', '-', '\\', '&'}) {
        const std::string one(300'000, sign);
        CHECK(read_markdown("a " + one, "a.md", {}).ok());
        std::string many;
        for (int i = 0; i < 60'000; ++i)
            many += "**a "s + sign + "b ";
        CHECK(read_markdown(many, "a.md", {}).ok());
        std::string lines;
        for (int i = 0; i < 60'000; ++i)
            lines += "x"s + sign + sign + " y\n";
        CHECK(read_markdown(lines, "a.md", roomy).ok());
    }
    Limits few;
    few.blocks = 100;
    std::string lines;
    for (int i = 0; i < 200; ++i)
        lines += "line\n\n";
    const auto refused = read_text(lines, "a.txt", few);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().line() == "a.txt: the document has more than 100 paragraphs; split it");
}

// The map of sections that `ehcaudit convert --map` prints.
#include "cli/map_text.hpp"
#include "support/blocks.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <sstream>

using namespace ehc;
using namespace ehc::test;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// The row of a section, with its doubt if it has one.
std::string row(const std::string& text, const std::string& letter) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (line.rfind(letter + " ", 0) == 0) {
            std::string doubt;
            std::getline(lines, doubt);
            return doubt.rfind("      ", 0) == 0 ? line + " |" + doubt : line;
        }
    return {};
}

read::Recognition mapped(const std::string& notation) {
    read::RecogniseOptions options;
    options.map = true;
    return recognised(notation, options);
}

} // namespace

TEST_CASE("the map says of each section where it is and how sure that is", "[map]") {
    const std::string text = cli::map_text("plan.docx",
                                           mapped("! EHC plan\n| Name | Maya Smith |\n| Date of birth | 3 April 2013 |\n# Section A: Views\nMaya likes art.\n# Section B: Special educational needs\n"
                                                      "Maya finds reading hard.\nShe writes slowly.\n# Health needs\nNone\n# Sections E and F\nDaily reading.\n# Section G: Placement\nA school.\n# Section I\n"),
                                           80);
    INFO(text);
    CHECK(has(text, "plan.docx\n"));
    CHECK(has(row(text, "A"), "sure     heading   paragraph 6       3     1  Section A: Views"));
    CHECK(has(row(text, "B"), "sure     heading   paragraph 8       7     2  Section B: Special"));
    CHECK(has(row(text, "C"), "likely   words"));
    CHECK(has(row(text, "C"), "no letter stands in the heading"));
    CHECK(has(row(text, "D"), "not found"));
    CHECK(has(row(text, "E"), "likely   heading"));
    CHECK(has(row(text, "E"), "it shares one heading and one text with another section"));
    CHECK(has(row(text, "G"), "guess    heading"));
    CHECK(has(row(text, "G"), "its title names another section"));
    CHECK(has(row(text, "I"), "nothing stands below it"));
    CHECK(has(text, "7 of 12 sections found, 2 of them surely."));
    CHECK(has(text, "child's name          paragraph 3  Maya Smith\n                      by label Name\n"));
    CHECK(has(text, "date of birth         paragraph 5  2013-04-03\n                      by label Date of birth\n"));
    CHECK(has(text, "not found: year group, looked after, parent, school or college, authority,"));
}

TEST_CASE("the map fits its width and keeps a document's control characters out", "[map]") {
    const read::Recognition found = mapped("# Section A: Views of \x1b[31mMaya and of all who know her, at some length so that it cannot stand in one line\nMaya likes art.");
    for (const unsigned width : {60U, 80U, 120U}) {
        const std::string text = cli::map_text("plan.docx", found, width);
        CHECK(!has(text, "\x1b"));
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);)
            CHECK(line.size() <= width + 8); // U+FFFD takes three bytes and one column
    }
}

TEST_CASE("a document that is no plan has no map", "[map]") {
    CHECK(has(cli::map_text("letter.docx", mapped("Dear parents, the school is closed on Monday."), 80), "No section of a plan was looked for in it."));
}

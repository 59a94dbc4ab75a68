#include "report/display.hpp"
#include "report/excerpt.hpp"

#include "support/catch.hpp"

using namespace ehc;
using namespace ehc::report;

namespace {

std::vector<std::string> wrapped(std::string_view text, unsigned first_width, unsigned width) {
    const std::vector<Glyph> all = glyphs(text, true);
    std::vector<std::string> lines;
    for (const Line line : wrap(all, first_width, width))
        lines.push_back(shown(line));
    return lines;
}

finding::Place place(std::string words, std::string context, std::uint32_t block = 1) {
    finding::Place one;
    const auto at = static_cast<std::uint32_t>(context.find(words));
    one.at = {at, at + static_cast<std::uint32_t>(words.size())};
    one.words = std::move(words);
    one.context = std::move(context);
    one.origin.block = block;
    return one;
}

// The excerpt with its markers, "|" between lines.
std::string drawn(const std::vector<finding::Place>& places, unsigned width, bool unicode = true) {
    std::string text;
    for (const ExcerptLine& line : excerpt(places, unicode, width))
        text += shown(line.text) + "|" + line.markers + "|";
    return text;
}

} // namespace

TEST_CASE("shown text holds no control character and single spaces only") {
    CHECK(shown("a\tb\r\n c\xc2\xa0 d ", true) == "a b c d");
    CHECK(shown("\x1b[2Jx\x07", true) == "\xef\xbf\xbd[2Jx\xef\xbf\xbd");
    CHECK(shown("\x1b[2Jx", false) == "?[2Jx");
    CHECK(shown("so\u00adft \u200bzero", true) == "soft zero");
    CHECK(shown("\u202eright\u2066to left", true) == "\xef\xbf\xbdright\xef\xbf\xbdto left");
    CHECK(shown("\xf3\xa0\x81\x81", true) == "\xef\xbf\xbd"); // a tag character
}

TEST_CASE("plain ASCII keeps what can be kept") {
    CHECK(shown("Zo\u00eb \u0141ukasz \u0160\u0113 \u2018a\u2019 \u201cb\u201d \u2013 \u2014 \u2026 \u00a35 \u00bd \u00c6", false) ==
          "Zoe Lukasz Se 'a' \"b\" - -- ... GBP5 1/2 AE");
    CHECK(shown("\u597d \U0001F40E", false) == "? ?");
    CHECK(shown("cafe\u0301", false) == "cafe");
}

TEST_CASE("columns are those of a terminal") {
    CHECK(columns(glyphs("abc", true)) == 3);
    CHECK(columns(glyphs("e\u0301", true)) == 1);
    CHECK(columns(glyphs("\u597d", true)) == 2);
    CHECK(columns(glyphs("\U0001F40E", true)) == 2);
    CHECK(columns(glyphs("\u597d", false)) == 1);
}

TEST_CASE("text wraps between words") {
    using Lines = std::vector<std::string>;
    CHECK(wrapped("one two three", 80, 80) == Lines{"one two three"});
    CHECK(wrapped("one two three", 7, 7) == Lines{"one two", "three"});
    CHECK(wrapped("one two three", 6, 7) == Lines{"one", "two", "three"});
    CHECK(wrapped("one two three", 3, 9) == Lines{"one", "two three"});
    CHECK(wrapped("abcdefgh ij", 3, 3) == Lines{"abc", "def", "gh", "ij"});
    CHECK(wrapped("", 5, 5) == Lines{""});
    CHECK(wrapped("ab", 0, 0) == Lines{"a", "b"});
    CHECK(wrapped("\u597d\u597d\u597d", 5, 5) == Lines{"\u597d\u597d", "\u597d"});
}

TEST_CASE("words at fault are marked where they stand") {
    CHECK(drawn({place("access to", "He has access to a room.")}, 40) == "He has access to a room.|       ^^^^^^^^^|");
    CHECK(drawn({place("b c", "a b c d")}, 4) == "a b|  ^|c d|^|");
    CHECK(drawn({place("\U0001F40E", "\u597d \U0001F40E x")}, 40) == "\u597d \U0001F40E x|   ^^|");
    // Words alone are their own context; a place without words has no excerpt.
    CHECK(drawn({place("2 March", "2 March")}, 40) == "2 March|^^^^^^^|");
    finding::Place bare;
    bare.words = "2 March";
    CHECK(drawn({bare}, 40) == "2 March|^^^^^^^|");
    CHECK(drawn({finding::Place{}}, 40).empty());
}

TEST_CASE("a marker that says nothing is left out") {
    CHECK(drawn({place("one two three four", "one two three four")}, 10) == "one two||three four||");
}

TEST_CASE("places in one line are shown together") {
    const std::string line = "Regular help as appropriate.";
    const std::vector<finding::Place> places{place("Regular", line), place("as appropriate", line), place("Regular", line, 2)};
    CHECK(shown_together(places, true, 40) == 2);
    CHECK(drawn({places[0], places[1]}, 40) == line + "|^^^^^^^      ^^^^^^^^^^^^^^|");
    CHECK(shown_together(places, true, 5) == 1); // too long to be shown whole
    CHECK(shown_together(std::vector<finding::Place>(3), true, 40) == 1);
}

TEST_CASE("a long line is cut to the words at fault and what stands around them") {
    const std::string before = "one two three four five six seven eight nine ten ";
    const std::string after = " eleven twelve thirteen fourteen fifteen sixteen";
    const std::string text = drawn({place("THE FAULT", before + "THE FAULT" + after)}, 20);
    CHECK(text == "\u2026 eight nine ten THE|                 ^^^|FAULT eleven twelve|^^^^^|thirteen fourteen \u2026||");
}

TEST_CASE("an endless line costs no more than a long one") {
    const auto around = [](std::size_t words) {
        std::string before, after;
        for (std::size_t i = 0; i < words; ++i) {
            before += "before\u00e9 ";
            after += " after\u00e9";
        }
        return place("FAULT", before + "FAULT" + after);
    };
    const std::string expected = drawn({around(100)}, 40);
    CHECK(expected.find("FAULT") != std::string::npos);
    CHECK(drawn({around(400'000)}, 40) == expected);
    CHECK(drawn(std::vector<finding::Place>(500, around(400)), 40) == drawn({around(400)}, 40));
    finding::Place wrong = around(1000);
    wrong.at = {4'000'000'000U, 4'000'000'001U};
    CHECK_NOTHROW(drawn({wrong}, 40));
}

// Texts that no plan should hold: whatever comes, reading ends, soon, and every span stays inside the text.
#include "text/dates.hpp"
#include "text/likeness.hpp"
#include "text/pattern.hpp"

#include "support/catch.hpp"

#include <string>
#include <vector>

using namespace ehc;
using namespace ehc::text;

namespace {

std::string repeated(std::string_view piece, std::size_t size) {
    std::string text;
    text.reserve(size + piece.size());
    while (text.size() < size)
        text += piece;
    return text;
}

const Matcher& matcher() {
    static const Matcher made = [] {
        Matcher all;
        for (const auto* text : {"as (and when) required", "reduce ... hours", "a a", "struggl*", "- a", "(a|b) ... (a|b) ... c", "aaa*", "[insert"})
            all.add(std::get<Pattern>(read_phrase(text)));
        Pattern bracket;
        bracket.kind = Pattern::Kind::word;
        bracket.text = "(";
        Pattern brackets;
        brackets.parts = {bracket, bracket};
        all.add(brackets);
        for (const auto kind : {Pattern::Kind::number, Pattern::Kind::date, Pattern::Kind::any, Pattern::Kind::dash, Pattern::Kind::capital, Pattern::Kind::gap}) {
            Pattern pattern;
            pattern.kind = Pattern::Kind::sequence;
            Pattern leaf;
            leaf.kind = kind;
            leaf.count = 3;
            Pattern end;
            end.kind = Pattern::Kind::word;
            end.text = "never";
            pattern.parts = {leaf, leaf, end};
            all.add(pattern);
        }
        return all;
    }();
    return made;
}

void check(std::string_view text) {
    const Analysis analysis(text);
    for (const Token& token : analysis.tokens()) {
        if (token.span.end > text.size() || token.span.begin >= token.span.end || token.folded.end > analysis.folded().size() || token.sentence >= analysis.sentence_count())
            FAIL("a token lies outside its text");
    }
    const auto last = static_cast<std::uint32_t>(analysis.tokens().size());
    for (const std::uint32_t token : {0U, last / 2, last}) {
        CHECK(analysis.sentence(token).end <= text.size());
        CHECK(analysis.paragraph(token).end <= text.size());
        (void)analysis.negated(token);
        (void)analysis.quoted(token);
        (void)analysis.capital(token);
    }
    for (const Match& match : matcher().scan(analysis))
        if (match.span.end > text.size() || match.first >= match.last)
            FAIL("a match lies outside its text");
    (void)read_deadline(analysis, {Date::of(2016, 8, 10), Date::of(2025, 5, 12), Date::of(2026, 5, 12)});
    (void)names_deadline(analysis);
    (void)content_stems(analysis);
    (void)read_date(text);
    (void)read_age(text);
    (void)read_year_group(text);
    (void)read_phrase(text);
}

} // namespace

TEST_CASE("bytes that are no UTF-8 fold to the replacement character and stop nothing") {
    CHECK(fold("a\xff" "b") == "a\ufffd" "b");
    CHECK(fold("caf\xe9 now") == "caf\ufffd now");
    CHECK(fold("\xc3") == "\ufffd");
    CHECK(fold("\xe2\x80") == "\ufffd\ufffd");
    CHECK(fold("\xf0\x9f\x98\x80") == "\U0001f600");
    CHECK(fold("\xed\xa0\x80") == "\ufffd\ufffd\ufffd"); // half a surrogate pair
    CHECK(fold(std::string_view("a\0b", 3)) == "a b");
}

TEST_CASE("every two bytes can stand together") {
    for (int a = 0; a < 256; ++a) {
        std::string text;
        for (int b = 0; b < 256; ++b) {
            text += static_cast<char>(a);
            text += static_cast<char>(b);
        }
        check(text);
        for (int b = 0; b < 256; b += 17)
            check(std::string{static_cast<char>(a), static_cast<char>(b)});
    }
}

TEST_CASE("a huge text of one thing is read in the time of its length") {
    constexpr std::size_t five_megabytes = 5000000;
    for (const auto* piece : {"a", "x", "y", "7", " ", "\n", ".", "-", "_", "?", "\"", "'", "\u00e9", "\u0301", "\u4e2d", "\ufdfa", "\xff", "\u00bd", "A", ",", "("}) {
        CAPTURE(piece);
        check(repeated(piece, five_megabytes));
    }
}

TEST_CASE("a long text of one pattern is read in the time of its length") {
    constexpr std::size_t size = 300000;
    for (const auto* piece : {"( ", "[", "- ", "a ", "a - ", "1/", "1.", "12.05.", "reduce ", "a b ", "by ", "in 3 ", "May ", "12 May ", "the end of ", "no ", "e.g.", "Mr. ", "a'", "three ", "forty-",
                             "within the next ", "\"a", "Year ", ". ", "! ", "... ", "(a", "(a|", "a) ", "a* ", "\u00ad", "a\u0301"}) {
        CAPTURE(piece);
        check(repeated(piece, size));
    }
}

TEST_CASE("one hundred thousand brackets are a phrase with a fault") {
    for (const auto* piece : {"(", ")", "()", "(a)", "(a|", "|", "*", "a*b", "... ", "(((a)))", "a(b)"}) {
        CAPTURE(piece);
        CHECK(std::holds_alternative<PhraseFault>(read_phrase(repeated(piece, 100000))));
    }
}

#include "support/catch.hpp"

#include "plan/origin.hpp"

using namespace ehc;
using namespace ehc::plan;

namespace {

// "café noir\nnext": two blocks, the second on another line.
Text two_paragraphs() {
    Text text{"caf\xC3\xA9 noir", {}};
    Origin first;
    first.block = 4;
    first.line = 7;
    first.column = 5;
    first.span = {100, 110};
    text.pieces.push_back({0, first});
    Text next{"next", {}};
    Origin second;
    second.block = 5;
    second.line = 9;
    second.column = 1;
    second.span = {111, 115};
    next.pieces.push_back({0, second});
    text.append(next, "\n");
    return text;
}

} // namespace

TEST_CASE("a place inside a piece counts columns in code points and spans in bytes") {
    const Text text = two_paragraphs();
    REQUIRE(text.value == "caf\xC3\xA9 noir\nnext");
    const Origin noir = text.origin(6, 10);
    CHECK(noir.line == 7);
    CHECK(noir.column == 10);
    CHECK(noir.block == 4);
    CHECK(noir.span == Span{106, 110});
}

TEST_CASE("a place over two pieces begins in the first and ends where its last byte stands") {
    const Text text = two_paragraphs();
    CHECK(text.origin(6, 15).span == Span{106, 115});
    const Origin next = text.origin(11, 15);
    CHECK(next.line == 9);
    CHECK(next.column == 1);
    CHECK(next.block == 5);
    CHECK(next.span == Span{111, 115});
}

TEST_CASE("an empty stretch has a place and no width; a text without pieces has none") {
    const Text text = two_paragraphs();
    CHECK(text.origin(11, 11).span == Span{111, 111});
    CHECK_FALSE(Text{"words", {}}.origin().known());
}

TEST_CASE("joining leaves out empty texts and their separators") {
    Text text;
    text.append(Text{}, "\n");
    CHECK(text.value.empty());
    text.append(two_paragraphs(), "\n");
    text.append(Text{}, "\n");
    CHECK(text == two_paragraphs());
}

TEST_CASE("a part keeps the places of its bytes") {
    const Text text = two_paragraphs();
    const Text part = text.part(6, 13);
    REQUIRE(part.value == "noir\nne");
    CHECK(part.origin(0, 4) == text.origin(6, 10));
    CHECK(part.origin(5, 7).span == Span{111, 113});
    CHECK(part.origin(5, 7).line == 9);
    CHECK(text.part(50, 60).value.empty());
    CHECK(text.part(12, 3).value.empty());
}

// Box, Result and Error: the small value types.
#include "base/box.hpp"
#include "base/result.hpp"
#include "base/span.hpp"

#include "support/catch.hpp"

#include <string>
#include <vector>

using namespace ehc;

namespace {

struct Tree {
    int value = 0;
    std::vector<Box<Tree>> kids;
    bool operator==(const Tree&) const = default;
};

} // namespace

TEST_CASE("a box copies and compares as a value") {
    Tree tree{1, {Box<Tree>(Tree{2, {}})}};
    Tree copy = tree;
    CHECK(copy == tree);
    copy.kids[0]->value = 3;
    CHECK(tree.kids[0]->value == 2);
    CHECK_FALSE(copy == tree);
    copy.kids[0] = tree.kids[0];
    CHECK(copy == tree);
    Box<Tree>& self = copy.kids[0];
    copy.kids[0] = self;
    CHECK(copy == tree);
    Box<Tree> moved = std::move(tree.kids[0]);
    tree.kids[0] = Box<Tree>(Tree{4, {}});
    CHECK(moved->value == 2);
    CHECK(tree.kids[0]->value == 4);
}

TEST_CASE("an error is one line") {
    CHECK(Error{"a.docx", "this is not a Word document", "save it as .docx"}.line() == "a.docx: this is not a Word document; save it as .docx");
    CHECK(Error{"", "nothing matched", ""}.line() == "nothing matched");
}

TEST_CASE("a result is a value or an error") {
    Result<std::string> good(std::string("text"));
    REQUIRE(good.ok());
    CHECK(*good == "text");
    CHECK(good->size() == 4);
    const Result<std::string> bad(Error{"x", "y", ""});
    CHECK_FALSE(bad);
    CHECK(bad.error().where == "x");
}

TEST_CASE("an empty span has no size") {
    CHECK(Span{3, 3}.empty());
    CHECK(Span{4, 3}.empty());
    CHECK(Span{4, 3}.size() == 0);
    CHECK(Span{3, 7}.size() == 4);
}

#include "builtin/truth.hpp"

#include "support/catch.hpp"

#include <tuple>
#include <vector>

using ehc::builtin::both;
using ehc::builtin::either;
using ehc::builtin::Truth;

namespace {

Truth of(char letter) { return letter == 'y' ? Truth::of(true) : letter == 'n' ? Truth::of(false) : Truth::unknown("not stated"); }
char letter(const Truth& truth) { return truth.yes() ? 'y' : truth.no() ? 'n' : '?'; }

} // namespace

TEST_CASE("no decides an `and`, yes decides an `or`, and nothing else decides against a doubt") {
    const std::vector<std::tuple<char, char, char, char>> table{
        // a, b, both, either
        {'y', 'y', 'y', 'y'}, {'y', 'n', 'n', 'y'}, {'y', '?', '?', 'y'}, {'n', 'y', 'n', 'y'}, {'n', 'n', 'n', 'n'},
        {'n', '?', 'n', '?'}, {'?', 'y', '?', 'y'}, {'?', 'n', 'n', '?'}, {'?', '?', '?', '?'},
    };
    for (const auto& [a, b, and_, or_] : table) {
        CAPTURE(a, b);
        CHECK(letter(both(of(a), of(b))) == and_);
        CHECK(letter(either(of(a), of(b))) == or_);
        // What De Morgan says of two answers holds of three.
        CHECK(letter(!both(!of(a), !of(b))) == or_);
    }
    CHECK(letter(!of('y')) == 'n');
    CHECK(letter(!of('n')) == 'y');
    CHECK(letter(!of('?')) == '?');
}

TEST_CASE("a doubt keeps its reason, the first where there are two") {
    const Truth first = Truth::unknown("the first"), second = Truth::unknown("the second");
    CHECK((!first).because == "the first");
    CHECK(both(first, second).because == "the first");
    CHECK(either(first, second).because == "the first");
    CHECK(both(Truth::of(true), second).because == "the second");
    CHECK(either(Truth::of(false), second).because == "the second");
    CHECK(both(first, Truth::of(false)).because.empty());
    CHECK(either(first, Truth::of(true)).because.empty());
}

#include "support/catch.hpp"

#include "dsl/fault.hpp"

using namespace ehc;
using namespace ehc::dsl;

TEST_CASE("a fault shows its place, its words and its line with carets", "[dsl][fault]") {
    const Source source("rules/advice.rules", "rule A b \"c\"\n  require advice.dat is stated\nend\n");
    const Fault found = fault(source, "E203", {23, 33}, "there is no field `dat` in advice", "did you mean `date`?");
    CHECK(found.place == Place{2, 11});
    CHECK(found.line == "  require advice.dat is stated");
    CHECK(show(found) == "rules/advice.rules:2:11: E203 there is no field `dat` in advice; did you mean `date`?\n"
                         "    2 |   require advice.dat is stated\n"
                         "      |           ^^^^^^^^^^");
}

TEST_CASE("without a suggestion the line ends with what is wrong", "[dsl][fault]") {
    const Source source("a", "x\n");
    CHECK(show(fault(source, "E101", {0, 1}, "wrong")) == "a:1:1: E101 wrong\n    1 | x\n      | ^");
}

TEST_CASE("an empty place gets one caret, also past the end of its line", "[dsl][fault]") {
    const Source source("a", "one\r\ntwo");
    CHECK(show(fault(source, "E101", {3, 3}, "wrong")) == "a:1:4: E101 wrong\n    1 | one\n      |    ^");
    CHECK(show(fault(source, "E101", {8, 8}, "wrong")) == "a:2:4: E101 wrong\n    2 | two\n      |    ^");
    CHECK(show(fault(source, "E101", {80, 90}, "wrong")) == "a:2:4: E101 wrong\n    2 | two\n      |    ^");
}

TEST_CASE("carets count characters and keep tabs", "[dsl][fault]") {
    const Source source("a", "\tÜb x\n");
    const Fault found = fault(source, "E101", {5, 6}, "wrong");
    CHECK(found.place == Place{1, 5});
    CHECK(show(found) == "a:1:5: E101 wrong\n    1 | \tÜb x\n      | \t   ^");
    CHECK(show(fault(source, "E101", {1, 4}, "wrong")) == "a:1:2: E101 wrong\n    1 | \tÜb x\n      | \t^^");
}

TEST_CASE("a fault over several lines is underlined to the end of the first", "[dsl][fault]") {
    const Source source("a", "one two\nthree\n");
    CHECK(show(fault(source, "E101", {4, 13}, "wrong")) == "a:1:5: E101 wrong\n    1 | one two\n      |     ^^^");
}

TEST_CASE("wide line numbers keep the bars under each other", "[dsl][fault]") {
    const Source source("a", std::string(123455, '\n') + "x");
    CHECK(show(fault(source, "E101", {123455, 123456}, "wrong")) == "a:123456:1: E101 wrong\n   123456 | x\n          | ^");
}

TEST_CASE("bytes that a terminal must not get are replaced one for one", "[dsl][fault]") {
    const Source source("a", "\x1b[31m \xff x\u202Ey");
    const Fault found = fault(source, "E101", {8, 9}, "wrong");
    CHECK(found.line == "\uFFFD[31m \uFFFD x\uFFFDy");
    CHECK(found.place.column == 9);
}

TEST_CASE("an endless line is shown in part, or not where the fault is far along it", "[dsl][fault]") {
    const Source source("a", std::string(100000, 'x'));
    CHECK(fault(source, "E101", {10, 99999}, "wrong").line.size() < 1000);
    CHECK(show(fault(source, "E101", {10, 99999}, "wrong")).size() < 2000);
    CHECK(show(fault(source, "E101", {90000, 90001}, "wrong")) == "a:1:90001: E101 wrong");
}

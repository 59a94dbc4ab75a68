// Files that are too deep, too large, not text at all or broken off anywhere: faults, never a crash.
#include "support/catch.hpp"

#include "dsl/parse.hpp"

#include <chrono>

using namespace ehc;
using namespace ehc::dsl;

namespace {

std::string times(std::size_t count, const std::string& text) {
    std::string result;
    result.reserve(count * text.size());
    for (std::size_t i = 0; i < count; ++i)
        result += text;
    return result;
}

Faults faults_of(const std::string& condition) { return parse(Source("a.rules", "define a.b as " + condition + "\n")).faults; }

} // namespace

TEST_CASE("nesting is read to 200 deep and refused beyond", "[dsl][limits]") {
    const auto [open, inner, close] = GENERATE(table<std::string, std::string, std::string>({
        {"(", "x is y", ")"},
        {"not ", "x is y", ""},
        {"some need in section B where ", "x is y", ""},
        {"every need in section B such that ", "x is y", ""},
        {"start of ", "x", ""},
        {"x for ", "x", ""},
        {"x is one of (", "y", ")"},
        {"count of needs in section B where ", "x is y", ""},
        {"latest of ", "x", ""},
    }));
    INFO(open);
    if (open != "x is one of (") // a list does not hold conditions but in brackets of its own
        CHECK(faults_of(times(200, open) + inner + times(200, close)).empty());
    for (const std::size_t depth : {201, 5000, 50000}) {
        const Faults faults = faults_of(times(depth, open) + inner + times(depth, close));
        REQUIRE(faults.size() == 1);
        if (open != "x is one of (")
            CHECK(faults[0].code == "E113");
    }
}

TEST_CASE("pattern groups nest to 200 deep", "[dsl][limits]") {
    const auto faults = [](std::size_t depth) {
        return parse(Source("a.rules", "pattern p\n  is " + times(depth, "[(") + "\"a\"" + times(depth, ")]") + "\nend\n")).faults;
    };
    CHECK(faults(100).empty());
    REQUIRE(faults(101).size() == 1);
    CHECK(faults(101)[0].code == "E113");
    CHECK(faults(50000).size() == 1);
}

TEST_CASE("long chains and lists are not deep", "[dsl][limits]") {
    CHECK(faults_of("x is y" + times(20000, " and x is y")).empty());
    CHECK(faults_of("x is y" + times(20000, " or x is y")).empty());
    CHECK(faults_of("x" + times(20000, " + x") + " is y").empty());
    CHECK(faults_of("x is one of y" + times(20000, ", y")).empty());
    CHECK(faults_of("x" + times(20000, ".x") + " is y").empty());
}

TEST_CASE("a file has 10 MB at most", "[dsl][limits]") {
    const std::string full(10 * 1024 * 1024, ' ');
    CHECK(parse(Source("a", full)).faults.empty());
    const Parsed parsed = parse(Source("a", full + " "));
    REQUIRE(parsed.faults.size() == 1);
    CHECK(parsed.faults[0].code == "E114");
    CHECK(parse_value(Source("a", full + " ")).faults.size() == 1);
}

TEST_CASE("no more than 50 faults are told, the first ones", "[dsl][limits]") {
    for (const std::string line : {"x y\n", "rule\n", "\x01\n", "\"\n", "rule A b \"c\"\n x\nend\n", "\xff\n", "= ==\n", "2025-02-30\n"}) {
        INFO(line);
        const Parsed parsed = parse(Source("a", times(20000, line)));
        CHECK(parsed.faults.size() == 50);
        CHECK(parsed.faults[0].place.line <= 2);
        for (std::size_t i = 1; i < parsed.faults.size(); ++i)
            CHECK(parsed.faults[i - 1].span.begin <= parsed.faults[i].span.begin);
    }
}

TEST_CASE("one endless line of anything is read in time that grows with it alone", "[dsl][limits]") {
    for (const std::string piece : {"==", "'", "\"", "(", "a ", "a.", "1", "1-", "1 May ", "<", "{", "a:", "\xe2\x80\x9c", "\\", "not ", "- ", "a-", "\xc3\xa9"}) {
        INFO(piece);
        const auto begin = std::chrono::steady_clock::now();
        const Parsed parsed = parse(Source("a", "rule A b \"c\"\n  require " + times(100000 / piece.size(), piece)));
        CHECK(parsed.faults.size() >= 1);
        CHECK(parsed.faults.size() <= 50);
        // This takes a fraction of a second; a quadratic walk over it would take minutes.
        CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
    }
}

TEST_CASE("a file broken off anywhere gives faults in it", "[dsl][limits]") {
    const std::string text = "pack p \"P\"\n  version 1\n  use a\nparameter q: duration by role = 24 months, b: 1 day between 1 day and 2 days \"h\"\n"
                             "lexicon l \"d\" of role\n  b: \"x\", \"y\" now \"z\" from 2014-09-01\n  except \"w\"\nend\npattern r\n  is [\"a\" | b] (\"c\")\nend\n"
                             "define a.b \"d\" as x is within 3 days before audit date and (y mentions l or z has no r)\n"
                             "rule A b \"c\"\n  major when x is y\n  for each need in sections B, C as n where n is stated\n"
                             "  require every category in (a, b) such that count of needs in plan is at least 3\n"
                             "  fires on plan { date: 1 May 2025, a: missing } no advice at \"x\" as at 2025-05-12 because \"r\" todo \"t\"\nend\n";
    REQUIRE(parse(Source("a", text)).faults.empty());
    for (std::size_t size = 0; size < text.size(); ++size) {
        const Parsed parsed = parse(Source("a", text.substr(0, size)));
        for (const Fault& fault : parsed.faults) {
            CHECK(fault.span.begin <= fault.span.end);
            CHECK(fault.span.end <= size);
            CHECK(fault.what.find('\n') == std::string::npos);
        }
    }
    // and with any one byte put in its place
    for (std::size_t at = 0; at < text.size(); ++at)
        for (const char c : {'\0', '"', '(', '\n'}) {
            std::string spoilt = text;
            spoilt[at] = c;
            for (const Fault& fault : parse(Source("a", spoilt)).faults)
                CHECK(fault.span.end <= spoilt.size());
        }
}

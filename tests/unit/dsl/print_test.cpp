#include "support/catch.hpp"

#include "dsl/parse.hpp"
#include "dsl/print.hpp"
#include "unit/dsl/without_spans.hpp"

using namespace ehc;
using namespace ehc::dsl;

namespace {

// The condition of `define a.b as ...`.
Expr condition(const std::string& text) {
    const Source source("a.rules", "define a.b as " + text + "\n");
    Parsed parsed = parse(source);
    INFO(text);
    for (const Fault& fault : parsed.faults)
        UNSCOPED_INFO(show(fault));
    REQUIRE(parsed.faults.empty());
    return std::get<Define>(parsed.file.items.at(0).node).value;
}

} // namespace

TEST_CASE("a condition prints in canonical form and comes back", "[dsl][print]") {
    const auto [text, canonical] = GENERATE(table<std::string, std::string>({
        {"((a.b is stated))", "a.b is stated"},
        {"(a is b) and (c is d)", "a is b and c is d"},
        {"(a is b or c is d) and e is f", "(a is b or c is d) and e is f"},
        {"not (a is b)", "not a is b"},
        {"not (a is b and c is d)", "not (a is b and c is d)"},
        {"(not a is b) and c is d", "not a is b and c is d"},
        {"x has frequency", "x mentions frequency"},
        {"x mentions a, \"as (and when) needed\"", "x mentions a, \"as (and when) needed\""},
        {"x does not start with a", "x does not start with a"},
        {"x ends with \"b\"", "x ends with \"b\""},
        {"every need in section B does not match a", "every need in section B does not match a"},
        {"at least 2 needs in section B start with a", "at least 2 needs in section B start with a"},
        {"m is near a, \"b\"", "m is near a, \"b\""},
        {"m is not within 1 word of a", "m is not within 1 word of a"},
        {"m is in the same sentence as a", "m is in the same sentence as a"},
        {"m is in the same paragraph as a", "m is in the same paragraph as a"},
        {"first stated of a, b is c", "first stated of a, b is c"},
        {"(latest of a.date over a in section K where a.b is c) is d", "(latest of a.date over a in section K where a.b is c) is d"},
        {"(total of m.number over number in a.text as m) is 3", "total of m.number over number in a.text as m is 3"},
        {"(latest advice in section K by date where advice.a is b) is missing", "(latest advice in section K by date where advice.a is b) is missing"},
        {"share of a in common with b is at least 80%", "share of a in common with b is at least 80%"},
        {"a contains b, c.d", "a contains b, c.d"},
        {"a does not contain \"b\"", "a does not contain \"b\""},
        {"a shares a word with b, c other than d, \"e\"", "a shares a word with b, c other than d, \"e\""},
        {"some need in section B shares no word with b", "some need in section B shares no word with b"},
        {"a misspells a word of b other than c", "a misspells a word of b other than c"},
        {"some need in section B misspells no word of b", "some need in section B misspells no word of b"},
        {"likeness of a and b is at least 80%", "likeness of a and b is at least 80%"},
        {"repeated share of a is 3", "repeated share of a is 3"},
        {"minutes a week in a is 3", "minutes a week in a is 3"},
        {"15 February before a is b", "15 February before a is b"},
        {"1 September on or after (15 February before a) is b", "1 September on or after (15 February before a) is b"},
        {"start of year 7 of child is b", "start of year 7 of child is b"},
        {"academic year of a is b", "academic year of a is b"},
        {"end of term of a is b", "end of term of a is b"},
        {"a + 15 working days is b", "a + 15 working days is b"},
        {"working days between a and b is at most 1", "working days between a and b is at most 1"},
        {"a is a valid pupil number", "a is a valid pupil number"},
        {"a is not a valid NHS number", "a is not a valid NHS number"},
        {"some quotation in section.text mentions a", "some quotation in section.text mentions a"},
        {"reading age of a is at most 12", "reading age of a is at most 12"},
        {"sentences in a is 3", "sentences in a is 3"},
        {"at least 80% of needs in section B are stated", "at least 80% of needs in section B are stated"},
        {"only needs in section B are stated", "only needs in section B are stated"},
        {"more than 3 needs in section B are stated", "more than 3 needs in section B are stated"},
        {"fewer than 3 dates in a.text are stated", "fewer than 3 dates in a.text are stated"},
        {"some sentence in text of section B mentions a", "some sentence in text of section B mentions a"},
        {"x has no frequency, quantity", "x does not mention frequency, quantity"},
        {"x is in a quotation", "x is quoted"},
        {"x is one of (a, b)", "x is one of a, b"},
        {"x is one of ((a + b), c)", "x is one of ((a + b), c)"},
        {"x is one of (text of sections B, C), d", ""},
        {"x is (missing)", "x is (missing)"},
        {"x is missing.date", "x is missing.date"},
        {"x is 24 months", "x is 24 months"},
        {"x is 2 years", "x is 24 months"},
        {"x is 18 years", "x is 18 years"},
        {"x is 30 months", "x is 30 months"},
        {"x is 14 days", "x is 2 weeks"},
        {"x is 1 day", "x is 1 day"},
        {"x is 0 days", "x is 0 days"},
        {"x is 0.50", "x is 0.5"},
        {"x is 2025-05-12", "x is 12 May 2025"},
        {"x is \"a \\\"b\\\" \\\\ c\\n\"", "x is \"a \\\"b\\\" \\\\ c\\n\""},
        {"-x is 3", "-x is 3"},
        {"a - (b - c) + -1 is 3", ""},
        {"a - (b - c) is 3", "a - (b - c) is 3"},
        {"(age of a on b) + 1 year is c", "(age of a on b) + 12 months is c"},
        {"words in a + words in b is 3", "words in a + words in b is 3"},
        {"start of end of a is b", "start of end of a is b"},
        {"p for q for r is 3", "p for q for r is 3"},
        {"age of (latest of a, b) on c is d", "age of (latest of a, b) on c is d"},
        {"at least 1 need in section B is stated", "at least 1 need in section B is stated"},
        {"at least 2 need in section B is stated", "at least 2 needs in section B are stated"},
        {"every need in section B such that need is stated", "every need in section B is stated"},
        {"every need in section B as n such that need is stated", "every need in section B as n such that need is stated"},
        {"(some need in section B where need.x is y) or z is w", "(some need in section B where need.x is y) or z is w"},
        {"z is w or (some need in section B where need.x is y)", "z is w or some need in section B where need.x is y"},
        {"some need in section B where (a is b and c is d) meets x", "some need in section B where (a is b and c is d) meets x"},
        {"(count of needs in section B where need.x is y) is 3", "(count of needs in section B where need.x is y) is 3"},
        {"no", "no"},
        {"no and yes", "no and yes"},
        {"no advice in section K", "no advice in section K"},
    }));
    INFO(text);
    if (canonical.empty()) { // not in the language, and so nothing to print
        CHECK_FALSE(parse(Source("a.rules", "define a.b as " + text + "\n")).faults.empty());
        return;
    }
    const Expr expr = condition(text);
    CHECK(print(expr) == canonical);
    CHECK(WithoutSpans::of(condition(canonical)) == WithoutSpans::of(expr));
}

TEST_CASE("what to look at prints by itself", "[dsl][print]") {
    const Parsed parsed = parse(Source("a.rules", "rule A b \"c\"\n  for each mention of x, y in a.text as z where z is negated\nend\n"));
    REQUIRE(parsed.faults.empty());
    const auto& rule = std::get<Rule>(parsed.file.items[0].node);
    CHECK(print(std::get<ForEach>(rule.clauses[0].node).each) == "mention of x, y in a.text as z where z is negated");
    CHECK(print(rule.clauses[0]) == "  for each mention of x, y in a.text as z\n    where z is negated");
}

TEST_CASE("a place or limit that could be read as something else stands in brackets", "[dsl][print]") {
    const std::string text = "rule A b \"c\"\n  fires on \"x\"\n  at       (\"words\")\n  at       (least)\nend\n";
    const Parsed parsed = parse(Source("a.rules", text));
    REQUIRE(parsed.faults.empty());
    CHECK(print(parsed.file) == text);

    const std::string limits = "parameter p: duration = (years)\n  between 1 year and 2 years\n";
    const Parsed parameter = parse(Source("a.rules", limits));
    REQUIRE(parameter.faults.empty());
    CHECK(print(parameter.file) == "parameter p: duration = (years)\n  between 12 months and 24 months\n");
}

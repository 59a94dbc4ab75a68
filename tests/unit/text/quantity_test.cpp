// The amounts that provision states, as patterns of the parts that rules have: what the notation must be able to say. The
// strings are those that specified provision and vague provision are known by.
#include "text/pattern.hpp"

#include "support/catch.hpp"

#include <string>
#include <vector>

using namespace ehc;
using namespace ehc::text;

namespace {

using Kind = Pattern::Kind;

Pattern of(Kind kind, std::vector<Pattern> parts = {}) {
    Pattern pattern;
    pattern.kind = kind;
    pattern.parts = std::move(parts);
    return pattern;
}
Pattern phrase(std::string_view text) {
    auto read = read_phrase(text);
    INFO(text);
    REQUIRE(std::holds_alternative<Pattern>(read));
    return std::get<Pattern>(read);
}
Pattern sequence(std::vector<Pattern> parts) { return of(Kind::sequence, std::move(parts)); }
Pattern either(std::vector<Pattern> parts) { return of(Kind::either, std::move(parts)); }
Pattern maybe(Pattern part) { return of(Kind::optional, {std::move(part)}); }
Pattern gap(std::uint32_t count) {
    Pattern pattern = of(Kind::gap);
    pattern.count = count;
    return pattern;
}

Pattern amount() {
    const Pattern number = either({of(Kind::number), phrase("(a|an)"), sequence({phrase("half"), phrase("an")})});
    const Pattern length = phrase("(min|mins|minute|minutes|hour|hours|hr|hrs)");
    const Pattern session = phrase("(session|sessions|visit|visits|lesson|lessons|block|blocks|appointment|appointments|days)");
    const Pattern cycle = phrase("(day|school day|week|fortnight|month|half-term|term|year|lesson|morning|afternoon|break|lunchtime)");
    const Pattern per = either({phrase("(a|an|per|each|every)"), phrase("/")});
    return either({
        sequence({number, length}),                                             // 45-minute
        sequence({number, phrase("(x|times)"), either({phrase("(weekly|daily)"), number})}), // 3 x 30
        phrase("(hourly|daily|weekly|fortnightly|monthly|half-termly|termly|annually)"),
        sequence({either({phrase("(once|twice)"), sequence({number, phrase("times")}), sequence({number, gap(2), session})}), maybe(per), cycle}),
        sequence({phrase("(every|each)"), maybe(of(Kind::number)), cycle}),
        phrase("(in (all|every) (lesson|lessons|subjects)|at all times|full-time|throughout (the|every|each) (school) day)"),
        sequence({of(Kind::number), gap(3), session}),
        sequence({phrase("(group|class) (size) (of|with)"), maybe(phrase("(no more than|up to|a maximum of|at most)")), of(Kind::number)}),
        sequence({phrase("at least"), of(Kind::number), per, cycle}),
    });
}

bool quantified(std::string_view text) {
    static const Matcher matcher = [] {
        Matcher made;
        made.add(amount());
        return made;
    }();
    return !matcher.scan(Analysis(text)).empty();
}

} // namespace

TEST_CASE("provision that states an amount is found") {
    for (const auto* text : {"3 x 30 minutes per week",
                             "3 \u00d7 30 mins per week",
                             "30 minutes, four times a week",
                             "2 hours a week of teaching",
                             "weekly 45-minute speech and language therapy",
                             "once a fortnight",
                             "36 direct sessions of 45 minutes a year",
                             "twice each day",
                             "in a group of no more than 4",
                             "1:1 support for 15 hours per week",
                             "half an hour every morning",
                             "six 45-minute sessions per half-term",
                             "an hour a day",
                             "reviewed by the OT each term",
                             "TA in all lessons",
                             "12 sessions per term until July 2026",
                             "up to 10 sessions of 20\u201345 minutes",
                             "at least 4 a day",
                             "a small group of six pupils",
                             "forty-five minutes",
                             "30mins"}) {
        CAPTURE(text);
        CHECK(quantified(text));
    }
}

TEST_CASE("provision that states none is not") {
    for (const auto* text : {"regular access to a quiet space when needed", "opportunities to develop social skills as appropriate", "support from an adult", "Year 5-6 class", "in the academic year 2024-25",
                             "lesson 9-11 in the hall", "a number of strategies"}) {
        CAPTURE(text);
        CHECK_FALSE(quantified(text));
    }
}

TEST_CASE("the words of vague provision are found as they are written") {
    struct Row {
        const char* phrase;
        const char* text;
        const char* words;
    };
    const std::vector<Row> table{
        {"regular(ly)", "He has Regular breaks", "Regular"},
        {"as often as possible", "as often as possible", "as often as possible"},
        {"as (and when) required", "help as and\nwhen required", ""}, // a new paragraph
        {"opportunit(y|ies) (to|for)", "Opportunities for art", "Opportunities for"},
        {"at (the) discretion (of)", "at the discretion of the school", "at the discretion of"},
        {"would be (useful|helpful)", "it would be helpful", "would be helpful"},
        {"e.g.", "toys e.g. bricks", "e.g."},
        {"etc.", "bricks, etc. daily", "etc"},
        {"adults around (her|him|them)", "the adults around him", "adults around him"},
        {"subject to (availability|funding|capacity|staffing|resources)", "Subject to funding", "Subject to funding"},
        {"high adult-to-child ratio", "a high adult\u2011to\u2011child ratio", "high adult\u2011to\u2011child ratio"},
        {"high adult to child ratio", "a high adult-to-child ratio", "high adult-to-child ratio"},
        {"see (report|appendix|IEP|programme)", "see Appendix 3", "see Appendix"},
        {"[insert", "Dear [INSERT NAME]", "[INSERT"},
        {"tbc", "School: TBC", "TBC"},
        {"click or tap", "Click or tap here", "Click or tap"},
    };
    for (const Row& row : table) {
        CAPTURE(row.phrase, row.text);
        Matcher matcher;
        matcher.add(phrase(row.phrase));
        const std::string_view text = row.text;
        const auto matches = matcher.scan(Analysis(text));
        CHECK((matches.empty() ? std::string() : std::string(text.substr(matches[0].span.begin, matches[0].span.size()))) == row.words);
    }
}

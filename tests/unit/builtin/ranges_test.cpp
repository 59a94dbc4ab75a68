// Boundary tables: for every comparison the day before, on and after, with whole dates and with partial ones. The words that
// are made of these comparisons ("within 24 months before") have theirs in tests/unit/eval/comparing_words_test.cpp.
#include "builtin/ranges.hpp"

#include "support/catch.hpp"

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

using namespace ehc;
using namespace ehc::builtin;

namespace {

PartialDate date(std::string_view iso) {
    const auto read = PartialDate::from_iso(iso);
    REQUIRE(read);
    return *read;
}

char letter(const Truth& truth) { return truth.yes() ? 'y' : truth.no() ? 'n' : '?'; }

} // namespace

TEST_CASE("before, on or before and the same day, at every boundary") {
    struct Row {
        const char *a, *b;
        char before, on_or_before, same_day;
    };
    const std::vector<Row> table{
        {"2024-03-14", "2024-03-15", 'y', 'y', 'n'}, // the day before
        {"2024-03-15", "2024-03-15", 'n', 'y', 'y'}, // on the day
        {"2024-03-16", "2024-03-15", 'n', 'n', 'n'}, // the day after
        {"2024-02-29", "2024-03-01", 'y', 'y', 'n'},
        {"2023-12-31", "2024-01-01", 'y', 'y', 'n'},
        // A month against a day: 1 March to 31 March.
        {"2024-03", "2024-04-01", 'y', 'y', 'n'},
        {"2024-03", "2024-03-31", '?', 'y', '?'},
        {"2024-03", "2024-03-30", '?', '?', '?'},
        {"2024-03", "2024-03-02", '?', '?', '?'},
        {"2024-03", "2024-03-01", 'n', '?', '?'},
        {"2024-03", "2024-02-29", 'n', 'n', 'n'},
        // A day against a month.
        {"2024-02-29", "2024-03", 'y', 'y', 'n'},
        {"2024-03-01", "2024-03", '?', 'y', '?'},
        {"2024-03-02", "2024-03", '?', '?', '?'},
        {"2024-03-30", "2024-03", '?', '?', '?'},
        {"2024-03-31", "2024-03", 'n', '?', '?'},
        {"2024-04-01", "2024-03", 'n', 'n', 'n'},
        // Two months, two years, a term.
        {"2024-02", "2024-03", 'y', 'y', 'n'},
        {"2024-03", "2024-03", '?', '?', '?'},
        {"2024-03", "2024-02", 'n', 'n', 'n'},
        {"2023", "2024", 'y', 'y', 'n'},
        {"2024", "2024-12-31", '?', 'y', '?'},
        {"2023-09-01/2023-12-31", "2023-12", '?', '?', '?'},
        {"2023-09-01/2023-12-31", "2024-01", 'y', 'y', 'n'},
        {"2023-02", "2023-03-01", 'y', 'y', 'n'}, // February ends on the 28th
        {"2024-02", "2024-02-28", '?', '?', '?'}, // and in a leap year on the 29th
    };
    for (const Row& row : table) {
        CAPTURE(row.a, row.b);
        CHECK(letter(before(date(row.a), date(row.b))) == row.before);
        CHECK(letter(on_or_before(date(row.a), date(row.b))) == row.on_or_before);
        CHECK(letter(same_day(date(row.a), date(row.b))) == row.same_day);
    }
}

TEST_CASE("a comparison of partial dates is decided exactly when all the days they may mean agree") {
    const std::vector<PartialDate> dates{
        PartialDate(*Date::of(2024, 3, 1)),
        PartialDate(*Date::of(2024, 3, 3)),
        PartialDate(*Date::of(2024, 3, 1), *Date::of(2024, 3, 3), Precision::term),
        PartialDate(*Date::of(2024, 3, 2), *Date::of(2024, 3, 5), Precision::term),
        PartialDate(*Date::of(2024, 3, 3), *Date::of(2024, 3, 4), Precision::term),
        PartialDate(*Date::of(2024, 3, 6), *Date::of(2024, 3, 7), Precision::term),
    };
    const auto expected = [](const PartialDate& a, const PartialDate& b, auto&& holds) {
        bool some = false, all = true;
        for (Date x = a.first; x <= a.last; x = x.plus_days(1))
            for (Date y = b.first; y <= b.last; y = y.plus_days(1)) {
                some = some || holds(x, y);
                all = all && holds(x, y);
            }
        return all ? 'y' : some ? '?' : 'n';
    };
    for (const PartialDate& a : dates)
        for (const PartialDate& b : dates) {
            CAPTURE(a.iso(), b.iso());
            CHECK(letter(before(a, b)) == expected(a, b, [](Date x, Date y) { return x < y; }));
            CHECK(letter(on_or_before(a, b)) == expected(a, b, [](Date x, Date y) { return x <= y; }));
            CHECK(letter(same_day(a, b)) == expected(a, b, [](Date x, Date y) { return x == y; }));
        }
}

TEST_CASE("a comparison that cannot be told says of which dates") {
    CHECK(before(date("2024-03"), date("2024-03-15")).because == "cannot tell which comes first, March 2024 or 15 March 2024");
    CHECK(same_day(date("2024"), date("2024-03-15")).because == "cannot tell whether 2024 and 15 March 2024 are the same day");
    CHECK(less(NumberRange(1, 3), NumberRange(2)).because == "cannot tell whether 1 to 3 is less than 2");
    CHECK(equal(NumberRange(1, 3), NumberRange(2)).because == "cannot tell whether 1 to 3 is 2");
    CHECK(before(date("2024-03-14"), date("2024-03-15")).because.empty());
}

TEST_CASE("numbers, whole and between bounds") {
    struct Row {
        NumberRange a, b;
        char less, at_most, equal;
    };
    const std::vector<Row> table{
        {2, 3, 'y', 'y', 'n'},           {3, 3, 'n', 'y', 'y'},           {4, 3, 'n', 'n', 'n'},
        {2.5, 3, 'y', 'y', 'n'},         {{1, 2}, 3, 'y', 'y', 'n'},      {{1, 3}, 3, '?', 'y', '?'},
        {{2, 4}, 3, '?', '?', '?'},      {{3, 5}, 3, 'n', '?', '?'},      {{4, 5}, 3, 'n', 'n', 'n'},
        {3, {4, 5}, 'y', 'y', 'n'},      {3, {3, 5}, '?', 'y', '?'},      {3, {1, 3}, 'n', '?', '?'},
        {{1, 2}, {2, 3}, '?', 'y', '?'}, {{1, 2}, {3, 4}, 'y', 'y', 'n'}, {{2, 3}, {1, 2}, 'n', '?', '?'},
    };
    for (const Row& row : table) {
        CAPTURE(row.a.text(), row.b.text());
        CHECK(letter(less(row.a, row.b)) == row.less);
        CHECK(letter(at_most(row.a, row.b)) == row.at_most);
        CHECK(letter(equal(row.a, row.b)) == row.equal);
    }
}

TEST_CASE("lengths of time, whole and between bounds") {
    struct Row {
        DurationRange a, b;
        char less, at_most;
    };
    const std::vector<Row> table{
        {Duration{23, 0}, Duration{24, 0}, 'y', 'y'},
        {Duration{24, 0}, Duration{24, 0}, 'n', 'y'},
        {Duration{24, 1}, Duration{24, 0}, 'n', 'n'},
        {Duration{23, 30}, Duration{24, 0}, 'y', 'y'},
        {Duration{0, 41}, Duration{0, 42}, 'y', 'y'},
        {Duration{0, 42}, Duration{0, 42}, 'n', 'y'},
        {Duration{0, 43}, Duration{0, 42}, 'n', 'n'},
        {Duration{0, 42}, Duration{2, 0}, 'y', 'y'},
        {Duration{0, -3}, Duration{1, 0}, 'y', 'y'},
        {Duration{-1, 0}, Duration{0, 0}, 'y', 'y'},
        // Between bounds.
        {{Duration{17, 30}, Duration{18, 0}}, Duration{18, 0}, '?', 'y'},
        {{Duration{18, 0}, Duration{18, 30}}, Duration{18, 0}, 'n', '?'},
        {{Duration{18, 1}, Duration{18, 30}}, Duration{18, 0}, 'n', 'n'},
    };
    for (const Row& row : table) {
        CAPTURE(row.a.text(), row.b.text());
        CHECK(letter(less(row.a, row.b)) == row.less);
        CHECK(letter(at_most(row.a, row.b)) == row.at_most);
    }
}

TEST_CASE("dates some time before or after stay within their month") {
    CHECK(minus(date("2025-03-31"), {1, 0}) == date("2025-02-28"));
    CHECK(minus(date("2024-03-31"), {1, 0}) == date("2024-02-29"));
    CHECK(plus(date("2025-01-31"), {1, 0}) == date("2025-02-28"));
    CHECK(plus(date("2024-02-29"), {12, 0}) == date("2025-02-28"));
    CHECK(minus(date("2025-05-12"), {24, 0}) == date("2023-05-12"));
    CHECK(plus(date("2025-05-12"), {0, 140}) == date("2025-09-29")); // 20 weeks
    const PartialDate march = plus(date("2024-02"), {1, 0}); // each day of February, a month later
    CHECK(march.first == *Date::of(2024, 3, 1));
    CHECK(march.last == *Date::of(2024, 3, 29));
}

TEST_CASE("an age is whole months and days, and a range where a date is partial") {
    const auto whole = [](const char* from, const char* to) {
        const DurationRange range = age(date(from), date(to));
        REQUIRE(range.low == range.high);
        return range.low;
    };
    CHECK(whole("2007-03-02", "2025-03-01") == Duration{12 * 17 + 11, 27}); // the day before the 18th birthday
    CHECK(whole("2007-03-01", "2025-03-01") == Duration{12 * 18, 0});
    CHECK(whole("2007-02-28", "2025-03-01") == Duration{12 * 18, 1});
    CHECK(whole("2008-02-29", "2026-02-28") == Duration{12 * 17 + 11, 30});
    CHECK(whole("2008-02-29", "2026-03-01") == Duration{12 * 18, 0});
    CHECK(whole("2025-03-02", "2025-03-01") == Duration{0, -1});

    const DurationRange partial = age(date("2007-03"), date("2025-03-15"));
    CHECK(partial.low == Duration{12 * 17 + 11, 14}); // born on the 31st: the last month ended on 28 February
    CHECK(partial.high == Duration{12 * 18, 14});
    CHECK(letter(at_most(DurationRange(Duration{12 * 18, 0}), partial)) == '?');
    CHECK(letter(at_most(DurationRange(Duration{12 * 18, 0}), age(date("2007-03"), date("2025-03-31")))) == 'y');
    CHECK(letter(at_most(DurationRange(Duration{12 * 18, 0}), age(date("2007-03"), date("2025-02-28")))) == 'n');
}

TEST_CASE("an age compares with weeks and days by the days that have gone by") {
    struct Row {
        const char *from, *to;
        Duration limit;
        char less, at_most;
    };
    const Duration six_weeks{0, 42}, thirty_days{0, 30}, one_month{1, 0};
    const std::vector<Row> table{
        {"2025-01-01", "2025-02-11", six_weeks, 'y', 'y'}, // 41 days, which are one month and ten days
        {"2025-01-01", "2025-02-12", six_weeks, 'n', 'y'},
        {"2025-01-01", "2025-02-13", six_weeks, 'n', 'n'},
        {"2025-02-01", "2025-03-01", thirty_days, 'y', 'y'}, // a month of 28 days
        {"2025-02-01", "2025-03-03", thirty_days, 'n', 'y'},
        {"2025-01-01", "2025-01-31", one_month, 'y', 'y'},   // 30 days of a month that has 31
        {"2025-01-01", "2025-02-01", one_month, 'n', 'y'},
        {"2025-02-01", "2025-03-01", one_month, 'n', 'y'},
        {"2025-02-01", "2025-03-02", one_month, 'n', 'n'},
        {"2025-01", "2025-02-11", six_weeks, 'y', 'y'},
        {"2025-01", "2025-02-12", six_weeks, '?', 'y'},
        {"2025-01", "2025-03-14", six_weeks, 'n', '?'},
        {"2025-01", "2025-03-15", six_weeks, 'n', 'n'},
    };
    for (const Row& row : table) {
        CAPTURE(row.from, row.to, row.limit.text());
        const DurationRange since = age(date(row.from), date(row.to));
        CHECK(letter(less(since, DurationRange(row.limit))) == row.less);
        CHECK(letter(at_most(since, DurationRange(row.limit))) == row.at_most);
        CHECK(letter(less(DurationRange(row.limit), since)) == letter(!at_most(since, DurationRange(row.limit))));
    }
}

TEST_CASE("whole years, months, weeks and days between two dates") {
    struct Row {
        const char *from, *to;
        NumberRange years, months, weeks, days;
    };
    const std::vector<Row> table{
        {"2024-03-15", "2025-03-14", 0, 11, 52, 364},
        {"2024-03-15", "2025-03-15", 1, 12, 52, 365},
        {"2024-03-15", "2025-03-16", 1, 12, 52, 366},
        {"2025-05-12", "2025-05-12", 0, 0, 0, 0},
        {"2025-05-12", "2025-05-18", 0, 0, 0, 6},
        {"2025-05-12", "2025-05-19", 0, 0, 1, 7},
        {"2024-02-29", "2025-02-28", 0, 11, 52, 365},
        {"2025-05-19", "2025-05-12", 0, 0, -1, -7},
        {"2024-03", "2024-05-01", 0, {1, 2}, {4, 8}, {31, 61}},
    };
    for (const Row& row : table) {
        CAPTURE(row.from, row.to);
        CHECK(elapsed(Count::years, date(row.from), date(row.to)) == row.years);
        CHECK(elapsed(Count::months, date(row.from), date(row.to)) == row.months);
        CHECK(elapsed(Count::weeks, date(row.from), date(row.to)) == row.weeks);
        CHECK(elapsed(Count::days, date(row.from), date(row.to)) == row.days);
    }
}

TEST_CASE("school years turn on 1 September, and are a range where the date of birth is partial") {
    CHECK(curriculum_year(date("2011-08-31"), date("2025-06-01")) == NumberRange(9));
    CHECK(curriculum_year(date("2011-09-01"), date("2025-06-01")) == NumberRange(8));
    CHECK(curriculum_year(date("2011-08-31"), date("2025-08-31")) == NumberRange(9));
    CHECK(curriculum_year(date("2011-08-31"), date("2025-09-01")) == NumberRange(10));
    CHECK(curriculum_year(date("2011"), date("2025-06-01")) == NumberRange(8, 9));
    CHECK(curriculum_year(date("2011-08"), date("2025-06-01")) == NumberRange(9));
    CHECK(curriculum_year(date("2020-09-01"), date("2025-09-01")) == NumberRange(0)); // Reception
}

TEST_CASE("the school leaving date of a partial date of birth is known where all its days agree") {
    CHECK(leaving_date(date("2008-09-01")) == date("2025-06-27"));
    CHECK(leaving_date(date("2008-08-31")) == date("2024-06-28"));
    CHECK(leaving_date(date("2008-10")) == date("2025-06-27"));
    const PartialDate either_year = leaving_date(date("2008"));
    CHECK(either_year.first == *Date::of(2024, 6, 28));
    CHECK(either_year.last == *Date::of(2025, 6, 27));
}

TEST_CASE("ranges read as words") {
    CHECK(NumberRange(3).text() == "3");
    CHECK(NumberRange(2.5).text() == "2.5");
    CHECK(NumberRange(-4).text() == "-4");
    CHECK(NumberRange(11, 12).text() == "11 to 12");
    CHECK(DurationRange(Duration{18, 0}).text() == "1 year 6 months");
    CHECK(DurationRange(Duration{17, 0}, Duration{18, 0}).text() == "1 year 5 months to 1 year 6 months");
}

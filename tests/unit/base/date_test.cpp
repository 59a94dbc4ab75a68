#include "base/date.hpp"

#include "support/catch.hpp"

#include <limits>
#include <utility>
#include <vector>

using namespace ehc;

namespace {

Date day(std::string_view iso) {
    const auto date = Date::from_iso(iso);
    REQUIRE(date);
    return *date;
}

} // namespace

TEST_CASE("dates that do not exist are refused") {
    CHECK_FALSE(Date::of(2025, 4, 31));
    CHECK_FALSE(Date::of(2025, 2, 29));
    CHECK(Date::of(2024, 2, 29));
    CHECK_FALSE(Date::of(1900, 2, 29));
    CHECK(Date::of(2000, 2, 29));
    CHECK_FALSE(Date::of(2025, 13, 1));
    CHECK_FALSE(Date::of(2025, 0, 1));
    CHECK_FALSE(Date::of(2025, 1, 0));
    CHECK_FALSE(Date::of(1799, 12, 31));
    CHECK_FALSE(Date::of(2200, 1, 1));
    for (const auto* text : {"", "2025", "2025-5-12", "2025-05-1x", "2025/05/12", "20250-5-12", "-025-05-12", "2025--5-12", "2025-05-12 "})
        CHECK_FALSE(Date::from_iso(text));
}

TEST_CASE("dates print as ISO and as findings print them") {
    CHECK(day("2025-05-02").iso() == "2025-05-02");
    CHECK(day("2025-05-02").text() == "2 May 2025");
    CHECK(day("2025-09-30").text() == "30 September 2025");
}

TEST_CASE("month arithmetic clamps to the end of the month") {
    const std::vector<std::tuple<const char*, int, const char*>> table{
        {"2025-01-31", 1, "2025-02-28"},   {"2024-01-31", 1, "2024-02-29"},   {"2024-02-29", 12, "2025-02-28"},
        {"2024-02-29", 48, "2028-02-29"},  {"2025-03-31", -1, "2025-02-28"},  {"2024-02-29", -12, "2023-02-28"},
        {"2025-12-15", 1, "2026-01-15"},   {"2025-01-15", -1, "2024-12-15"},  {"2025-08-31", 6, "2026-02-28"},
        {"2025-05-12", -24, "2023-05-12"}, {"2025-05-31", 1, "2025-06-30"},
    };
    for (const auto& [from, months, to] : table) {
        CAPTURE(from, months);
        CHECK(day(from).plus_months(months).iso() == to);
    }
    CHECK((day("2025-01-31") + Duration{1, 1}).iso() == "2025-03-01"); // months first, then days
    CHECK((day("2025-03-01") - Duration{1, 1}).iso() == "2025-01-31");
    CHECK(day("2024-02-28").plus_days(2).iso() == "2024-03-01");
}

TEST_CASE("sums stop at the bounds of the calendar") {
    constexpr int most = std::numeric_limits<int>::max(), least = std::numeric_limits<int>::min();
    CHECK(day("2025-05-12").plus_months(most).iso() == "9999-12-31");
    CHECK(day("2025-05-12").plus_months(least).iso() == "0001-01-01");
    CHECK(day("2025-05-12").plus_days(most).iso() == "9999-12-31");
    CHECK(day("2025-05-12").plus_days(least).iso() == "0001-01-01");
    CHECK((day("2025-05-12") - Duration{least, least}).iso() == "9999-12-31");
    CHECK(day("2025-05-12").plus_months(most).plus_months(most).plus_days(1).iso() == "9999-12-31");
}

TEST_CASE("the stretch between two days counts as people count ages") {
    const std::vector<std::tuple<const char*, const char*, int, int>> table{
        {"2016-08-10", "2025-08-09", 107, 30}, {"2016-08-10", "2025-08-10", 108, 0},  {"2025-05-12", "2025-05-12", 0, 0},
        {"2025-05-12", "2025-05-27", 0, 15},   {"2025-01-31", "2025-02-28", 0, 28},   {"2025-01-31", "2025-03-01", 1, 0},
        {"2025-01-31", "2025-03-31", 2, 0},    {"2016-02-29", "2020-02-29", 48, 0},   {"2016-02-29", "2021-02-28", 59, 30},
        {"2016-02-29", "2021-03-01", 60, 0},   {"2024-12-31", "2025-01-01", 0, 1},    {"2025-05-27", "2025-05-12", 0, -15},
        {"2025-08-10", "2016-08-10", -108, 0},
    };
    for (const auto& [from, to, months, days] : table) {
        CAPTURE(from, to);
        CHECK(between(day(from), day(to)) == Duration{months, days});
    }
}

TEST_CASE("a stretch, added to where it began, ends where it ended unless a month end is clamped") {
    const Date start = day("2023-12-25");
    for (int offset = 0; offset < 900; ++offset) {
        const Date from = start.plus_days(offset % 97), to = from.plus_days(offset);
        CAPTURE(from.iso(), to.iso());
        const Duration stretch = between(from, to);
        CHECK(stretch.days >= 0);
        CHECK(stretch.days < 31);
        if (from.day() <= 28)
            CHECK(from + stretch == to);
    }
}

TEST_CASE("a person born on 29 February has a birthday on 1 March in a common year") {
    CHECK(whole_years(day("2008-02-29"), day("2026-02-28")) == 17);
    CHECK(whole_years(day("2008-02-29"), day("2026-03-01")) == 18);
    CHECK(whole_years(day("2008-02-29"), day("2024-02-29")) == 16);
    CHECK(whole_months(day("2025-03-15"), day("2025-04-14")) == 0);
    CHECK(whole_months(day("2025-03-15"), day("2025-04-15")) == 1);
}

TEST_CASE("durations read as words") {
    const std::vector<std::pair<Duration, const char*>> table{
        {{0, 0}, "0 days"},         {{0, 1}, "1 day"},          {{0, 15}, "15 days"},           {{0, 42}, "6 weeks"},
        {{0, 7}, "1 week"},         {{1, 0}, "1 month"},        {{27, 0}, "2 years 3 months"},  {{12, 0}, "1 year"},
        {{13, 2}, "1 year 1 month 2 days"}, {{27, 5}, "2 years 3 months"}, {{0, -15}, "minus 15 days"}, {{-13, 0}, "minus 1 year 1 month"},
        {{1, -3}, "1 month minus 3 days"},  {{-1, 3}, "3 days minus 1 month"},
    };
    for (const auto& [duration, text] : table)
        CHECK(duration.text() == text);
    CHECK_FALSE(Duration{std::numeric_limits<int>::min(), std::numeric_limits<int>::min()}.text().empty());
}

TEST_CASE("partial dates read back what they write") {
    const std::vector<std::tuple<const char*, const char*, Precision>> table{
        {"2025-05-12", "12 May 2025", Precision::day},
        {"2024-02", "February 2024", Precision::month},
        {"2024", "2024", Precision::year},
        {"2023-09-01/2023-12-31", "1 September 2023 to 31 December 2023", Precision::term},
    };
    for (const auto& [iso, text, precision] : table) {
        const auto date = PartialDate::from_iso(iso);
        REQUIRE(date);
        CHECK(date->iso() == iso);
        CHECK(date->text() == text);
        CHECK(date->precision == precision);
    }
    CHECK(PartialDate::from_iso("2024-02")->last == day("2024-02-29"));
    CHECK(PartialDate::from_iso("2024")->last == day("2024-12-31"));
    for (const auto* text : {"", "24", "2024-13", "2024-2", "2023-12-31/2023-09-01", "2023-12-31/", "abcd", "12/05/2025"})
        CHECK_FALSE(PartialDate::from_iso(text));
}

TEST_CASE("National Curriculum years") {
    CHECK(school::curriculum_year(day("2016-08-10"), day("2020-09-10")) == 0); // youngest in Reception
    CHECK(school::curriculum_year(day("2016-08-31"), day("2020-08-31")) == -1);
    CHECK(school::curriculum_year(day("2016-09-01"), day("2020-09-10")) == -1); // a day younger: a year later
    CHECK(school::curriculum_year(day("2016-09-01"), day("2021-09-01")) == 0);
    CHECK(school::curriculum_year(day("2008-09-01"), day("2024-10-01")) == 11);
    CHECK(school::curriculum_year(day("2008-08-31"), day("2024-10-01")) == 12);
}

TEST_CASE("school leaving dates are the last Fridays in June") {
    const std::vector<std::pair<const char*, const char*>> table{
        {"2008-08-31", "2024-06-28"}, {"2008-09-01", "2025-06-27"}, {"2009-08-31", "2025-06-27"}, {"2010-01-15", "2026-06-26"},
        {"2010-09-01", "2027-06-25"}, {"2011-12-31", "2028-06-30"}, {"2013-05-05", "2029-06-29"}, {"2014-05-05", "2030-06-28"},
    };
    for (const auto& [born, leaves] : table) {
        CAPTURE(born);
        CHECK(school::leaving_date(day(born)).iso() == leaves);
    }
}

TEST_CASE("compulsory school age starts on the prescribed day on or after the fifth birthday") {
    const std::vector<std::pair<const char*, const char*>> table{
        {"2016-08-10", "2021-08-31"}, {"2016-08-31", "2021-08-31"}, {"2016-09-01", "2021-12-31"}, {"2016-12-31", "2021-12-31"},
        {"2017-01-01", "2022-03-31"}, {"2017-03-31", "2022-03-31"}, {"2017-04-01", "2022-08-31"}, {"2016-02-29", "2021-03-31"},
        {"2199-06-01", "2204-08-31"},
    };
    for (const auto& [born, starts] : table) {
        CAPTURE(born);
        CHECK(school::starting_date(day(born)).iso() == starts);
    }
}

TEST_CASE("curriculum years and key stages end on 31 August") {
    CHECK(school::end_of_curriculum_year(day("2016-08-10"), 0).iso() == "2021-08-31");
    CHECK(school::end_of_curriculum_year(day("2016-08-10"), 6).iso() == "2027-08-31");
    CHECK(school::end_of_curriculum_year(day("2016-09-01"), 6).iso() == "2028-08-31");
    CHECK(school::end_of_curriculum_year(day("2199-09-01"), 13).iso() == "2218-08-31");
    CHECK(school::end_of_curriculum_year(day("2016-09-01"), std::numeric_limits<int>::max()) > day("2199-12-31"));
    for (int ncy = 0; ncy <= 13; ++ncy) {
        const Date end = school::end_of_curriculum_year(day("2012-03-03"), ncy);
        CHECK(school::curriculum_year(day("2012-03-03"), end) == ncy);
        CHECK(school::curriculum_year(day("2012-03-03"), end.plus_days(1)) == ncy + 1);
    }
    CHECK(school::last_year_of_key_stage(1) == 2);
    CHECK(school::last_year_of_key_stage(2) == 6);
    CHECK(school::last_year_of_key_stage(3) == 9);
    CHECK(school::last_year_of_key_stage(4) == 11);
    CHECK(school::last_year_of_key_stage(5) == 13);
    CHECK_FALSE(school::last_year_of_key_stage(6));
    CHECK_FALSE(school::last_year_of_key_stage(-1));
}

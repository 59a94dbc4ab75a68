// England's bank holidays against the published list, and what is counted by them.
#include "base/working_days.hpp"

#include "support/catch.hpp"

#include <string>

using namespace ehc;

namespace {

Date day(const std::string& iso) {
    const auto date = Date::from_iso(iso);
    REQUIRE(date);
    return *date;
}

std::string holidays(int year) {
    std::string text;
    for (const Date holiday : bank_holidays(year))
        text += (text.empty() ? "" : " ") + holiday.iso().substr(5);
    return text;
}

} // namespace

TEST_CASE("bank holidays are those of gov.uk") {
    CHECK(holidays(2014) == "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26");
    CHECK(holidays(2015) == "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28");
    CHECK(holidays(2016) == "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27");
    CHECK(holidays(2017) == "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26");
    CHECK(holidays(2020) == "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28");
    CHECK(holidays(2021) == "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28");
    CHECK(holidays(2022) == "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27");
    CHECK(holidays(2023) == "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26");
    CHECK(holidays(2024) == "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26");
    CHECK(holidays(2025) == "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26");
    CHECK(holidays(2026) == "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28");
    CHECK(holidays(2027) == "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28");
    CHECK(holidays(2028) == "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26");
    CHECK(holidays(2030) == "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26");
}

TEST_CASE("working days are counted from the day after, over weekends and holidays") {
    CHECK_FALSE(is_working_day(day("2025-04-18")));
    CHECK_FALSE(is_working_day(day("2025-04-19")));
    CHECK(is_working_day(day("2025-04-22")));
    CHECK(plus_working_days(day("2025-04-17"), 1) == day("2025-04-22")); // over Easter
    CHECK(plus_working_days(day("2025-04-19"), 1) == day("2025-04-22"));
    CHECK(plus_working_days(day("2025-04-22"), -1) == day("2025-04-17"));
    CHECK(plus_working_days(day("2025-04-19"), 0) == day("2025-04-19"));
    CHECK((day("2025-01-31") + Duration{1, 0, 1}).iso() == "2025-03-03"); // months first, clamped to Friday 28 February
    CHECK((day("2024-12-24") + Duration{0, 0, 10}).iso() == "2025-01-10");
    CHECK(working_days_between(day("2024-12-24"), day("2025-01-10")) == 10);
    CHECK(working_days_between(day("2025-01-10"), day("2024-12-24")) == -10);
    CHECK(working_days_between(day("2025-04-18"), day("2025-04-21")) == 0);
}

TEST_CASE("counting and adding working days agree") {
    for (int from = 0; from < 400; from += 7)
        for (int count = 0; count < 300; count += 23) {
            const Date start = day("2021-12-20").plus_days(from);
            CHECK(working_days_between(start, plus_working_days(start, count)) == count);
        }
}

TEST_CASE("a day of the year is the last before a date or the first after it") {
    CHECK(last_before(2, 15, day("2025-09-01"), false) == day("2025-02-15"));
    CHECK(last_before(2, 15, day("2025-02-15"), false) == day("2024-02-15"));
    CHECK(last_before(2, 15, day("2025-02-15"), true) == day("2025-02-15"));
    CHECK(first_after(9, 1, day("2025-09-01"), false) == day("2026-09-01"));
    CHECK(first_after(9, 1, day("2025-08-31"), false) == day("2025-09-01"));
    CHECK(first_after(9, 1, day("2025-09-01"), true) == day("2025-09-01"));
    CHECK(last_before(2, 29, day("2027-06-01"), false) == day("2024-02-29"));
    CHECK(Duration{0, 0, 15}.text() == "15 working days");
    CHECK(Duration{0, 0, -1}.text() == "minus 1 working day");
}

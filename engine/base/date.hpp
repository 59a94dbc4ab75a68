// Calendar dates, partial dates and durations, with the meaning of every date word of the rule language in one place.
//
// Units: local calendar dates (Gregorian); no time of day, no time zone. Durations are whole months and whole days.
// Month arithmetic clamps to the end of the month: 31 January + 1 month = 28 (or 29) February; 29 February + 1 year =
// 28 February. A person born on 29 February reaches each age on 1 March in a common year (Age of majority and similar
// rules of English law count the day after 28 February).
// A partial date ("March 2024", "Autumn term 2023") is the interval of days it may mean. A comparison of intervals is
// yes, no or cannot tell.
// Errors: construction from impossible numbers yields nothing (std::nullopt); everything else is total: sums stop at the
// years 1 and 9999.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ehc {

class Date {
  public:
    constexpr Date() = default;
    constexpr explicit Date(std::chrono::sys_days day) : day_(day) {}

    // Nothing when the day does not exist (31 April), or the year is outside 1800 to 2199.
    [[nodiscard]] static std::optional<Date> of(int year, unsigned month, unsigned day) noexcept;
    // ISO form only: "2025-05-12".
    [[nodiscard]] static std::optional<Date> from_iso(std::string_view text) noexcept;

    [[nodiscard]] int year() const noexcept { return static_cast<int>(ymd().year()); }
    [[nodiscard]] unsigned month() const noexcept { return static_cast<unsigned>(ymd().month()); }
    [[nodiscard]] unsigned day() const noexcept { return static_cast<unsigned>(ymd().day()); }
    [[nodiscard]] constexpr std::chrono::sys_days days() const noexcept { return day_; }

    [[nodiscard]] Date plus_days(int count) const noexcept;
    [[nodiscard]] Date plus_months(int count) const noexcept; // clamps to the end of the month

    [[nodiscard]] std::string iso() const;  // 2025-05-12
    [[nodiscard]] std::string text() const; // 12 May 2025, as findings print dates

    auto operator<=>(const Date&) const = default;

  private:
    [[nodiscard]] std::chrono::year_month_day ymd() const noexcept { return std::chrono::year_month_day(day_); }
    std::chrono::sys_days day_{};
};

// How exactly a date was written.
enum class Precision : std::uint8_t { day, month, term, year };

// The days a written date may mean, both included; one day when it was written in full.
struct PartialDate {
    Date first;
    Date last;
    Precision precision = Precision::day;

    constexpr PartialDate() = default;
    constexpr PartialDate(Date day) : first(day), last(day) {}
    constexpr PartialDate(Date from, Date to, Precision how) : first(from), last(to), precision(how) {}

    [[nodiscard]] bool exact() const noexcept { return first == last; }
    [[nodiscard]] std::string iso() const;  // 2025-05-12, 2025-05, or first/last
    [[nodiscard]] std::string text() const; // 12 May 2025, May 2025, 2025, or "1 September 2023 to 31 December 2023"
    // Reads back what iso() writes: a day, a month, a year or an interval.
    [[nodiscard]] static std::optional<PartialDate> from_iso(std::string_view text) noexcept;
    bool operator==(const PartialDate&) const = default;
};

// A stretch of time as written in a rule or counted between two dates: whole months, then whole days, then working days
// (base/working_days.hpp).
struct Duration {
    int months = 0;
    int days = 0;
    int working_days = 0;

    [[nodiscard]] Duration operator-() const noexcept;
    [[nodiscard]] std::string text() const; // "2 years 3 months", "15 days", "6 weeks", "10 working days"
    auto operator<=>(const Duration&) const = default; // by months, then days; compare like with like
};

[[nodiscard]] Date operator+(Date date, Duration duration); // months first (clamped), then days, then working days
[[nodiscard]] Date operator-(Date date, Duration duration);

// The calendar stretch from one day to a later one, as people count ages: whole months, then the days left over.
// Negative when `to` is before `from`.
[[nodiscard]] Duration between(Date from, Date to) noexcept;
[[nodiscard]] int whole_years(Date from, Date to) noexcept;
[[nodiscard]] int whole_months(Date from, Date to) noexcept;

// The day of the year that comes last before a date, or first after it: "15 February before X". With `or_on` the date itself
// counts. 29 February is found in leap years only.
[[nodiscard]] Date last_before(unsigned month, unsigned day, Date date, bool or_on) noexcept;
[[nodiscard]] Date first_after(unsigned month, unsigned day, Date date, bool or_on) noexcept;

// England's school calendar, as far as a date alone decides it. School years run 1 September to 31 August.
// Source: Education Act 1996 s.8 and School Leaving Date Order 1997 (last Friday in June).
namespace school {

// National Curriculum year on a day for a date of birth (Reception is 0, nursery below 0): NCY = S - B - 5, where S is
// the year in which the school year of `on` starts and B that of the school year of birth.
[[nodiscard]] int curriculum_year(Date born, Date on) noexcept;
// Last day of compulsory school age: the last Friday in June of the school year in which the person turns 16.
[[nodiscard]] Date leaving_date(Date born) noexcept;
// First day on which a child is of compulsory school age: the 31 August, 31 December or 31 March on or after the fifth
// birthday (Education Act 1996 s.8(2)).
[[nodiscard]] Date starting_date(Date born) noexcept;
// 31 August that ends the given National Curriculum year for this date of birth.
[[nodiscard]] Date end_of_curriculum_year(Date born, int ncy) noexcept;
// Last National Curriculum year of a key stage: 1 -> 2, 2 -> 6, 3 -> 9, 4 -> 11, 5 -> 13; nothing for others.
[[nodiscard]] std::optional<int> last_year_of_key_stage(int key_stage) noexcept;

} // namespace school

} // namespace ehc

// What rules compute with: numbers, durations and dates that may be known only within bounds, and the one meaning of every
// comparing word. A partial date makes ages and differences ranges; a comparison of ranges is yes, no or cannot tell.
//
// Units: dates are calendar days; durations whole months and days; numbers are what they count. Bounds are included.
// Boundary rules (each has a table of day before, on and after in tests/unit/eval/comparing_words_test.cpp):
//   X is within D before Y      Y - D <= X <= Y         exactly D before still counts
//   X is within D after Y       Y <= X <= Y + D
//   X is within D of Y          Y - D <= X <= Y + D
//   X is more than D before Y   X < Y - D               X is at least D before Y   X <= Y - D
//   X is less than D before Y   Y - D < X <= Y          X is at most D before Y    Y - D <= X <= Y
// "15 working days after X" is the 15th working day that follows X; X itself does not count (base/working_days.hpp).
// "15 February before X" is the last one earlier than X; "on or before X" may be X itself.
// Y - D with months clamps to the end of the month (base/date.hpp).
#pragma once

#include "base/date.hpp"
#include "builtin/truth.hpp"

#include <optional>

namespace ehc::builtin {

struct NumberRange {
    double low = 0;
    double high = 0;
    constexpr NumberRange() = default;
    constexpr NumberRange(double value) : low(value), high(value) {}
    constexpr NumberRange(double from, double to) : low(from), high(to) {}
    [[nodiscard]] std::string text() const; // "3", "2.5", "11 to 12"
    bool operator==(const NumberRange&) const = default;
};

struct DurationRange {
    Duration low;
    Duration high;
    std::optional<NumberRange> days; // of an age, the same stretch counted in days: weeks and months do not convert
    constexpr DurationRange() = default;
    constexpr DurationRange(Duration value) : low(value), high(value) {}
    constexpr DurationRange(Duration from, Duration to) : low(from), high(to) {}
    [[nodiscard]] std::string text() const;
    bool operator==(const DurationRange&) const = default;
};

[[nodiscard]] PartialDate plus(const PartialDate& date, const Duration& duration);
[[nodiscard]] PartialDate minus(const PartialDate& date, const Duration& duration);

[[nodiscard]] Truth before(const PartialDate& a, const PartialDate& b);       // a < b
[[nodiscard]] Truth on_or_before(const PartialDate& a, const PartialDate& b); // a <= b
[[nodiscard]] Truth same_day(const PartialDate& a, const PartialDate& b);
[[nodiscard]] Truth less(const NumberRange& a, const NumberRange& b);
[[nodiscard]] Truth at_most(const NumberRange& a, const NumberRange& b);
[[nodiscard]] Truth equal(const NumberRange& a, const NumberRange& b);
[[nodiscard]] Truth less(const DurationRange& a, const DurationRange& b);
[[nodiscard]] Truth at_most(const DurationRange& a, const DurationRange& b);

// age of FROM on TO: the calendar stretch between; negative when TO is earlier.
[[nodiscard]] DurationRange age(const PartialDate& from, const PartialDate& to);
// Whole units from one date to another: "years between A and B" counts from A to B, and is negative when B is earlier.
enum class Count : unsigned char { years, months, weeks, days, working_days };
[[nodiscard]] NumberRange elapsed(Count unit, const PartialDate& from, const PartialDate& to);
[[nodiscard]] NumberRange curriculum_year(const PartialDate& born, const PartialDate& on);
// The stretch of days from 1 September to 31 August in which a person born then is in that National Curriculum year.
[[nodiscard]] PartialDate in_curriculum_year(const PartialDate& born, int year);
[[nodiscard]] PartialDate school_year_around(Date day);
[[nodiscard]] PartialDate day_of_year(unsigned month, unsigned day, bool before, bool or_on, const PartialDate& date);
[[nodiscard]] PartialDate leaving_date(const PartialDate& born);

} // namespace ehc::builtin

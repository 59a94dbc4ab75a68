#include "builtin/ranges.hpp"

#include "base/working_days.hpp"

#include <algorithm>
#include <cmath>

namespace ehc::builtin {

namespace {

std::string number_text(double value) {
    if (value == std::floor(value) && std::abs(value) < 1e15)
        return std::to_string(static_cast<long long>(value));
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    return text;
}

Truth cannot_tell(const PartialDate& a, const PartialDate& b) {
    return Truth::unknown("cannot tell which comes first, " + a.text() + " or " + b.text());
}

template <class Range> Truth ordered(const Range& a, const Range& b, bool equal_counts) {
    if (equal_counts ? a.high <= b.low : a.high < b.low)
        return Truth::of(true);
    if (equal_counts ? a.low > b.high : a.low >= b.high)
        return Truth::of(false);
    return Truth::unknown("cannot tell whether " + a.text() + " is less than " + b.text());
}

// A length of time in days, where it is one or is known as one.
std::optional<NumberRange> in_days(const DurationRange& range) {
    if (range.days || range.low.months != 0 || range.high.months != 0 || range.low.working_days != 0 || range.high.working_days != 0)
        return range.days;
    return NumberRange(range.low.days, range.high.days);
}

Truth ordered_lengths(const DurationRange& a, const DurationRange& b, bool equal_counts) {
    const auto x = in_days(a), y = in_days(b);
    if (!x || !y)
        return ordered(a, b, equal_counts);
    Truth by_days = ordered(*x, *y, equal_counts);
    if (by_days.is_unknown())
        by_days.because = "cannot tell whether " + a.text() + " is less than " + b.text();
    return by_days;
}

int count_of(Count unit, Date from, Date to) {
    const auto days = static_cast<int>((to.days() - from.days()).count());
    switch (unit) {
    case Count::years:
        return whole_years(from, to);
    case Count::months:
        return whole_months(from, to);
    case Count::weeks:
        return days / 7;
    case Count::days:
        return days;
    case Count::working_days:
        return working_days_between(from, to);
    }
    return days;
}

} // namespace

std::string NumberRange::text() const { return low == high ? number_text(low) : number_text(low) + " to " + number_text(high); }
std::string DurationRange::text() const { return low == high ? low.text() : low.text() + " to " + high.text(); }

PartialDate plus(const PartialDate& date, const Duration& duration) {
    return {date.first + duration, date.last + duration, date.exact() ? Precision::day : Precision::term};
}

PartialDate minus(const PartialDate& date, const Duration& duration) { return plus(date, -duration); }

Truth before(const PartialDate& a, const PartialDate& b) {
    if (a.last < b.first)
        return Truth::of(true);
    if (a.first >= b.last)
        return Truth::of(false);
    return cannot_tell(a, b);
}

Truth on_or_before(const PartialDate& a, const PartialDate& b) {
    if (a.last <= b.first)
        return Truth::of(true);
    if (a.first > b.last)
        return Truth::of(false);
    return cannot_tell(a, b);
}

Truth same_day(const PartialDate& a, const PartialDate& b) {
    if (a.exact() && b.exact())
        return Truth::of(a.first == b.first);
    if (a.last < b.first || b.last < a.first)
        return Truth::of(false);
    return Truth::unknown("cannot tell whether " + a.text() + " and " + b.text() + " are the same day");
}

Truth less(const NumberRange& a, const NumberRange& b) { return ordered(a, b, false); }
Truth at_most(const NumberRange& a, const NumberRange& b) { return ordered(a, b, true); }
Truth less(const DurationRange& a, const DurationRange& b) { return ordered_lengths(a, b, false); }
Truth at_most(const DurationRange& a, const DurationRange& b) { return ordered_lengths(a, b, true); }

Truth equal(const NumberRange& a, const NumberRange& b) {
    if (a.low == a.high && b.low == b.high)
        return Truth::of(a.low == b.low);
    if (a.high < b.low || b.high < a.low)
        return Truth::of(false);
    return Truth::unknown("cannot tell whether " + a.text() + " is " + b.text());
}

DurationRange age(const PartialDate& from, const PartialDate& to) {
    DurationRange stretch{between(from.last, to.first), between(from.first, to.last)};
    stretch.days = elapsed(Count::days, from, to);
    return stretch;
}

NumberRange elapsed(Count unit, const PartialDate& from, const PartialDate& to) {
    return {static_cast<double>(count_of(unit, from.last, to.first)), static_cast<double>(count_of(unit, from.first, to.last))};
}

NumberRange curriculum_year(const PartialDate& born, const PartialDate& on) {
    return {static_cast<double>(school::curriculum_year(born.last, on.first)),
            static_cast<double>(school::curriculum_year(born.first, on.last))};
}

PartialDate in_curriculum_year(const PartialDate& born, int year) {
    const Date first = school::end_of_curriculum_year(born.first, year - 1).plus_days(1), last = school::end_of_curriculum_year(born.last, year);
    return {first, last, Precision::term};
}

PartialDate school_year_around(Date day) {
    return {last_before(9, 1, day, true), first_after(8, 31, day, true), Precision::term};
}

PartialDate day_of_year(unsigned month, unsigned day, bool before, bool or_on, const PartialDate& date) {
    const auto near = [&](Date known) { return before ? last_before(month, day, known, or_on) : first_after(month, day, known, or_on); };
    const Date first = near(date.first), last = near(date.last);
    return {first, last, first == last ? Precision::day : Precision::term};
}

PartialDate leaving_date(const PartialDate& born) {
    const Date first = school::leaving_date(born.first), last = school::leaving_date(born.last);
    return {first, last, first == last ? Precision::day : Precision::term};
}

} // namespace ehc::builtin

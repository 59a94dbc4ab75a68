#include "base/date.hpp"

#include "base/working_days.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace ehc {

namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 12> month_names{"January", "February", "March",     "April",   "May",      "June",
                                                       "July",    "August",   "September", "October", "November", "December"};

std::optional<int> digits(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty() || text[0] == '-')
        return std::nullopt;
    return value;
}

std::string padded(unsigned value, std::size_t width) {
    std::string text = std::to_string(value);
    return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

std::string counted(int count, std::string_view unit) {
    return std::to_string(count) + " " + std::string(unit) + (count == 1 ? "" : "s");
}

// Sums far outside any calendar stay inside years that print with four digits.
Date bounded(sys_days day) {
    constexpr sys_days first{std::chrono::year(1) / January / 1}, last_day{std::chrono::year(9999) / December / 31};
    return Date(std::clamp(day, first, last_day));
}

int school_year_start(Date day) { return day.month() >= 9 ? day.year() : day.year() - 1; }

} // namespace

std::optional<Date> Date::of(int y, unsigned m, unsigned d) noexcept {
    if (y < 1800 || y > 2199)
        return std::nullopt;
    const year_month_day ymd{std::chrono::year(y), std::chrono::month(m), std::chrono::day(d)};
    if (!ymd.ok())
        return std::nullopt;
    return Date(sys_days(ymd));
}

std::optional<Date> Date::from_iso(std::string_view text) noexcept {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto y = digits(text.substr(0, 4)), m = digits(text.substr(5, 2)), d = digits(text.substr(8, 2));
    if (!y || !m || !d)
        return std::nullopt;
    return of(*y, static_cast<unsigned>(*m), static_cast<unsigned>(*d));
}

Date Date::plus_days(int count) const noexcept { return bounded(day_ + std::chrono::days(count)); }

Date Date::plus_months(int count) const noexcept {
    constexpr int ten_thousand_years = 120000; // beyond these every sum ends at a bound, and chrono's years would overflow
    const year_month_day from = ymd();
    const year_month_day to = from + std::chrono::months(std::clamp(count, -ten_thousand_years, ten_thousand_years));
    return bounded(to.ok() ? sys_days(to) : sys_days(to.year() / to.month() / last));
}

std::string Date::iso() const { return padded(static_cast<unsigned>(year()), 4) + "-" + padded(month(), 2) + "-" + padded(day(), 2); }

std::string Date::text() const {
    return std::to_string(day()) + " " + std::string(month_names[month() - 1]) + " " + std::to_string(year());
}

std::string PartialDate::iso() const {
    switch (precision) {
    case Precision::day:
        if (exact())
            return first.iso();
        break;
    case Precision::month:
        return first.iso().substr(0, 7);
    case Precision::year:
        return first.iso().substr(0, 4);
    case Precision::term:
        break;
    }
    return first.iso() + "/" + last.iso();
}

std::string PartialDate::text() const {
    switch (precision) {
    case Precision::day:
        if (exact())
            return first.text();
        break;
    case Precision::month:
        return std::string(month_names[first.month() - 1]) + " " + std::to_string(first.year());
    case Precision::year:
        return std::to_string(first.year());
    case Precision::term:
        break;
    }
    return first.text() + " to " + last.text();
}

std::optional<PartialDate> PartialDate::from_iso(std::string_view text) noexcept {
    if (const auto slash = text.find('/'); slash != std::string_view::npos) {
        const auto from = Date::from_iso(text.substr(0, slash)), to = Date::from_iso(text.substr(slash + 1));
        if (!from || !to || *to < *from)
            return std::nullopt;
        return PartialDate(*from, *to, Precision::term);
    }
    if (const auto day = Date::from_iso(text))
        return PartialDate(*day);
    if (text.size() == 4) {
        const auto y = digits(text);
        const auto from = y ? Date::of(*y, 1, 1) : std::nullopt;
        return from ? std::optional(PartialDate(*from, from->plus_months(12).plus_days(-1), Precision::year)) : std::nullopt;
    }
    if (text.size() == 7 && text[4] == '-') {
        const auto from = Date::from_iso(std::string(text) + "-01");
        return from ? std::optional(PartialDate(*from, from->plus_months(1).plus_days(-1), Precision::month)) : std::nullopt;
    }
    return std::nullopt;
}

Duration Duration::operator-() const noexcept {
    const auto negated = [](int count) { return count == std::numeric_limits<int>::min() ? std::numeric_limits<int>::max() : -count; };
    return {negated(months), negated(days), negated(working_days)};
}

std::string Duration::text() const {
    if (working_days != 0) {
        const std::string own = counted(std::abs(working_days), "working day");
        if (months == 0 && days == 0)
            return (working_days < 0 ? "minus " : "") + own;
        return Duration{months, days}.text() + (working_days < 0 ? " minus " : " and ") + own;
    }
    if (months > 0 && days < 0)
        return Duration{months, 0}.text() + " minus " + (-Duration{0, days}).text();
    if (months < 0 && days > 0)
        return Duration{0, days}.text() + " minus " + (-Duration{months, 0}).text();
    if (months < 0 || days < 0)
        return "minus " + (-*this).text();
    if (months == 0 && days != 0 && days % 7 == 0)
        return counted(days / 7, "week");
    std::string text;
    const auto add = [&](int count, std::string_view unit) {
        if (count != 0)
            text += (text.empty() ? "" : " ") + counted(count, unit);
    };
    add(months / 12, "year");
    add(months % 12, "month");
    if (months < 24) // days no longer matter to a reader once the stretch is years long
        add(days, "day");
    return text.empty() ? "0 days" : text;
}

Date operator+(Date date, Duration duration) {
    const Date sum = date.plus_months(duration.months).plus_days(duration.days);
    return duration.working_days == 0 ? sum : plus_working_days(sum, duration.working_days);
}
Date operator-(Date date, Duration duration) { return date + -duration; }

Duration between(Date from, Date to) noexcept {
    if (to < from)
        return -between(to, from);
    int months = (to.year() - from.year()) * 12 + static_cast<int>(to.month()) - static_cast<int>(from.month());
    // An anniversary that does not exist (29 February, 31st) falls on the first day after the month's end.
    const auto anniversary = [&](int count) {
        const Date clamped = from.plus_months(count);
        return clamped.day() == from.day() ? clamped : clamped.plus_days(1);
    };
    if (anniversary(months) > to)
        --months;
    return {months, static_cast<int>((to.days() - anniversary(months).days()).count())};
}

Date last_before(unsigned month, unsigned day, Date date, bool or_on) noexcept {
    constexpr int leap_years = 8; // never further apart
    for (int year = date.year(); year >= date.year() - leap_years; --year)
        if (const auto found = Date::of(year, month, day); found && (or_on ? *found <= date : *found < date))
            return *found;
    return date;
}

Date first_after(unsigned month, unsigned day, Date date, bool or_on) noexcept {
    constexpr int leap_years = 8;
    for (int year = date.year(); year <= date.year() + leap_years; ++year)
        if (const auto found = Date::of(year, month, day); found && (or_on ? *found >= date : *found > date))
            return *found;
    return date;
}

int whole_months(Date from, Date to) noexcept { return between(from, to).months; }
int whole_years(Date from, Date to) noexcept { return whole_months(from, to) / 12; }

namespace school {

int curriculum_year(Date born, Date on) noexcept { return school_year_start(on) - school_year_start(born) - 5; }

Date leaving_date(Date born) noexcept {
    const int summer = school_year_start(born) + 17;
    return Date(sys_days(std::chrono::year(summer) / June / Friday[last]));
}

Date starting_date(Date born) noexcept {
    const Date fifth = born.plus_months(60);
    const std::chrono::year y(fifth.year());
    for (const Date day : {Date(sys_days(y / March / 31)), Date(sys_days(y / August / 31))})
        if (fifth <= day)
            return day;
    return Date(sys_days(y / December / 31));
}

Date end_of_curriculum_year(Date born, int ncy) noexcept {
    constexpr int widest = 1000; // further away than any school year, near enough for chrono's years
    return bounded(sys_days(std::chrono::year(school_year_start(born) + 6 + std::clamp(ncy, -widest, widest)) / August / 31));
}

std::optional<int> last_year_of_key_stage(int key_stage) noexcept {
    constexpr std::array<int, 6> last_years{0, 2, 6, 9, 11, 13};
    if (key_stage < 0 || key_stage > 5)
        return std::nullopt;
    return last_years[static_cast<std::size_t>(key_stage)];
}

} // namespace school

} // namespace ehc

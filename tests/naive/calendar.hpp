// A calendar made by walking from day to day, to compare the real one with. Days are numbered from 1 January 1800.
#pragma once

#include "base/date.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace ehc::naive {

struct Day {
    int year = 1800, month = 1, day = 1;
};

inline int month_length(int year, int month) {
    constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : lengths[static_cast<std::size_t>(month - 1)];
}

inline const std::vector<Day>& days() {
    static const std::vector<Day> all = [] {
        std::vector<Day> list;
        for (Day day; day.year < 2200;) {
            list.push_back(day);
            if (++day.day > month_length(day.year, day.month)) {
                day.day = 1;
                if (++day.month > 12) {
                    day.month = 1;
                    ++day.year;
                }
            }
        }
        return list;
    }();
    return all;
}

inline int number_of(int year, int month, int day) {
    int number = 0;
    for (int y = 1800; y < year; ++y)
        number += month_length(y, 2) == 29 ? 366 : 365;
    for (int m = 1; m < month; ++m)
        number += month_length(year, m);
    return number + day - 1;
}
inline int number_of(Date date) { return number_of(date.year(), static_cast<int>(date.month()), static_cast<int>(date.day())); }

// Months first, a day that the month has not being its last; then days.
inline int plus(int day, int months, int more_days) {
    const Day from = days().at(static_cast<std::size_t>(day));
    int year = from.year, month = from.month;
    for (; months > 0; --months)
        if (++month > 12) {
            month = 1;
            ++year;
        }
    for (; months < 0; ++months)
        if (--month < 1) {
            month = 12;
            --year;
        }
    return number_of(year, month, std::min(from.day, month_length(year, month))) + more_days;
}

// The day on which somebody born on `born` is so many months old: where the month has no such day, the first of the next.
inline int birthday(int born, int months) {
    const int day = plus(born, months, 0);
    return days()[static_cast<std::size_t>(day)].day == days()[static_cast<std::size_t>(born)].day ? day : day + 1;
}
// Whole months from one day to a later one, and the days left over.
struct Age {
    int months = 0, days = 0;
    auto operator<=>(const Age&) const = default;
};
inline Age age(int from, int to) {
    if (to < from) {
        const Age back = age(to, from);
        return {-back.months, -back.days};
    }
    int months = 0;
    while (birthday(from, months + 1) <= to)
        ++months;
    return {months, to - birthday(from, months)};
}

// The year in which the school year of a day began.
inline int school_year(int day) {
    const Day on = days()[static_cast<std::size_t>(day)];
    return on.month >= 9 ? on.year : on.year - 1;
}

} // namespace ehc::naive

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

// Bank holidays of England of the years that generated plans lie in, and those about them, from gov.uk.
inline const std::vector<int>& bank_holidays() {
    static const std::vector<int> all = [] {
        const std::vector<Day> list{
            {2019, 1, 1},   {2019, 4, 19}, {2019, 4, 22}, {2019, 5, 6},  {2019, 5, 27}, {2019, 8, 26}, {2019, 12, 25}, {2019, 12, 26}, {2020, 1, 1},   {2020, 4, 10},  {2020, 4, 13},
            {2020, 5, 8},   {2020, 5, 25}, {2020, 8, 31}, {2020, 12, 25}, {2020, 12, 28}, {2021, 1, 1}, {2021, 4, 2},   {2021, 4, 5},   {2021, 5, 3},   {2021, 5, 31},  {2021, 8, 30},
            {2021, 12, 27}, {2021, 12, 28}, {2022, 1, 3},  {2022, 4, 15}, {2022, 4, 18}, {2022, 5, 2},  {2022, 6, 2},   {2022, 6, 3},   {2022, 8, 29},  {2022, 9, 19},  {2022, 12, 26},
            {2022, 12, 27}, {2023, 1, 2},  {2023, 4, 7},  {2023, 4, 10}, {2023, 5, 1},  {2023, 5, 8},  {2023, 5, 29},  {2023, 8, 28},  {2023, 12, 25}, {2023, 12, 26}, {2024, 1, 1},
            {2024, 3, 29},  {2024, 4, 1},  {2024, 5, 6},  {2024, 5, 27}, {2024, 8, 26}, {2024, 12, 25}, {2024, 12, 26}, {2025, 1, 1},   {2025, 4, 18},  {2025, 4, 21},  {2025, 5, 5},
            {2025, 5, 26},  {2025, 8, 25}, {2025, 12, 25}, {2025, 12, 26}, {2026, 1, 1}, {2026, 4, 3},  {2026, 4, 6},   {2026, 5, 4},   {2026, 5, 25},  {2026, 8, 31},  {2026, 12, 25},
            {2026, 12, 28}, {2027, 1, 1},  {2027, 3, 26}, {2027, 3, 29}, {2027, 5, 3},  {2027, 5, 31}, {2027, 8, 30},  {2027, 12, 27}, {2027, 12, 28}, {2028, 1, 3}};
        std::vector<int> numbers;
        for (const Day& day : list)
            numbers.push_back(number_of(day.year, day.month, day.day));
        return numbers;
    }();
    return all;
}
inline bool works(int day) { // 1 January 1800 was a Wednesday
    const int weekday = (day + 2) % 7;
    return weekday < 5 && std::find(bank_holidays().begin(), bank_holidays().end(), day) == bank_holidays().end();
}
inline int plus_working(int day, int count) {
    for (const int step = count < 0 ? -1 : 1; count != 0;) {
        day += step;
        count -= works(day) ? step : 0;
    }
    return day;
}
inline int working_between(int from, int to) {
    if (to < from)
        return -working_between(to, from);
    int count = 0;
    for (int day = from + 1; day <= to; ++day)
        count += works(day) ? 1 : 0;
    return count;
}

// The first and last day of the term that a day lies in; the council of the generated packs has an autumn of 2024 of its own.
inline std::pair<int, int> term_around(int day) {
    const Day on = days()[static_cast<std::size_t>(day)];
    const int month_day = 100 * on.month + on.day;
    if (month_day >= 901)
        return on.year == 2024 ? std::pair(number_of(2024, 9, 3), number_of(2024, 12, 20)) : std::pair(number_of(on.year, 9, 1), number_of(on.year, 12, 31));
    if (month_day <= 415)
        return {number_of(on.year, 1, 1), number_of(on.year, 4, 15)};
    return {number_of(on.year, 4, 16), number_of(on.year, 8, 31)};
}

// The year in which the school year of a day began.
inline int school_year(int day) {
    const Day on = days()[static_cast<std::size_t>(day)];
    return on.month >= 9 ? on.year : on.year - 1;
}

} // namespace ehc::naive

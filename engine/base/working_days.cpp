#include "base/working_days.hpp"

#include <algorithm>

namespace ehc {

namespace {

using namespace std::chrono;

// Holidays moved or added by proclamation: the usual day that is left out, if any, and the day that is kept.
struct Proclaimed {
    int year;
    unsigned usual_month, usual_day; // 0: none is left out
    unsigned month, day;
};
constexpr Proclaimed proclaimed[] = {
    {2011, 0, 0, 4, 29},   // wedding of Prince William
    {2012, 5, 28, 6, 4},   // spring holiday moved for the Diamond Jubilee
    {2012, 0, 0, 6, 5},    // Diamond Jubilee
    {2020, 5, 4, 5, 8},    // early May holiday moved to VE Day
    {2022, 5, 30, 6, 2},   // spring holiday moved for the Platinum Jubilee
    {2022, 0, 0, 6, 3},    // Platinum Jubilee
    {2022, 0, 0, 9, 19},   // funeral of Queen Elizabeth II
    {2023, 0, 0, 5, 8},    // coronation of King Charles III
};

sys_days easter_sunday(int y) { // Gregorian, by the anonymous algorithm
    const int a = y % 19, b = y / 100, c = y % 100, d = b / 4, e = b % 4, g = (8 * b + 13) / 25;
    const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 19 * l) / 433, n = h + l - 7 * m;
    return std::chrono::year(y) / ((n + 90) / 25) / ((n + 33 * ((n + 90) / 25) + 19) % 32);
}

bool at_weekend(sys_days day) {
    const weekday which(day);
    return which == Saturday || which == Sunday;
}

} // namespace

std::vector<Date> bank_holidays(int y) {
    const std::chrono::year year(y);
    std::vector<sys_days> days;
    // A holiday at a weekend is kept on the next weekday that is none yet.
    const auto keep = [&](sys_days day) {
        while (at_weekend(day) || std::find(days.begin(), days.end(), day) != days.end())
            day += std::chrono::days(1);
        days.push_back(day);
    };
    keep(year / January / 1);
    const sys_days easter = easter_sunday(y);
    days.push_back(easter - std::chrono::days(2));
    days.push_back(easter + std::chrono::days(1));
    if (y >= 1978)
        days.push_back(year / May / Monday[1]);
    days.push_back(year / May / Monday[last]);
    days.push_back(year / August / Monday[last]);
    const sys_days christmas = year / December / 25, boxing = year / December / 26;
    if (weekday(christmas) == Sunday) { // the substitute of Christmas comes after Boxing Day
        days.push_back(boxing);
        keep(christmas);
    } else {
        keep(christmas);
        keep(boxing);
    }
    for (const Proclaimed& change : proclaimed)
        if (change.year == y) {
            if (change.usual_month != 0)
                std::erase(days, sys_days(year / change.usual_month / change.usual_day));
            days.push_back(year / change.month / change.day);
        }
    std::sort(days.begin(), days.end());
    return {days.begin(), days.end()};
}

bool is_working_day(Date day) {
    if (at_weekend(day.days()))
        return false;
    const std::vector<Date> holidays = bank_holidays(day.year());
    return !std::binary_search(holidays.begin(), holidays.end(), day);
}

Date plus_working_days(Date day, int count) {
    constexpr int longest = 20000; // eighty years: past any clock of the law
    const int step = count < 0 ? -1 : 1;
    int year = 0;
    std::vector<Date> holidays;
    for (int left = std::min(std::abs(std::clamp(count, -longest, longest)), longest); left > 0;) {
        const Date next = day.plus_days(step);
        if (next == day) // the end of the calendar
            return day;
        day = next;
        if (day.year() != year)
            holidays = bank_holidays(year = day.year());
        if (!at_weekend(day.days()) && !std::binary_search(holidays.begin(), holidays.end(), day))
            --left;
    }
    return day;
}

int working_days_between(Date from, Date to) {
    if (to < from)
        return -working_days_between(to, from);
    const auto all = (to.days() - from.days()).count();
    const auto weeks = all / 7;
    int count = static_cast<int>(5 * weeks);
    for (sys_days day = from.days() + std::chrono::days(7 * weeks + 1); day <= to.days(); day += std::chrono::days(1))
        count += at_weekend(day) ? 0 : 1;
    for (int year = from.year(); year <= to.year(); ++year)
        for (const Date holiday : bank_holidays(year))
            count -= from < holiday && holiday <= to ? 1 : 0;
    return count;
}

} // namespace ehc

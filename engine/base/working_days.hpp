// Working days in England: Monday to Friday without the bank holidays.
//
// Bank holidays are worked out for any year from the Banking and Financial Dealings Act 1971 Schedule 1 and the standing
// proclamations (early May since 1978, substitutes for New Year's Day, Christmas and Boxing Day at a weekend); the years in
// which they were moved or added by proclamation are tabled, from 2011 to what is announced at the time of writing (2028).
// Units: calendar dates. Errors: none; every function is total.
// Source: https://www.gov.uk/bank-holidays (England and Wales).
#pragma once

#include "base/date.hpp"

#include <vector>

namespace ehc {

[[nodiscard]] std::vector<Date> bank_holidays(int year); // in order
[[nodiscard]] bool is_working_day(Date day);
// The nth working day after a day (before it, when negative): the day itself does not count. 0 is the day itself.
[[nodiscard]] Date plus_working_days(Date day, int count);
// Working days after `from` up to `to`, `to` included; negative when `to` is earlier.
[[nodiscard]] int working_days_between(Date from, Date to);

} // namespace ehc

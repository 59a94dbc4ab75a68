// Dates as people write them in rule files: 2025-05-12 and 1 September 2014 are read; other orders and days that do not
// exist are read as what was most likely meant, with a fault that says what to write.
#pragma once

#include "base/date.hpp"
#include "dsl/token.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace ehc::dsl {

// Three groups of digits joined by `-`, `/` or `.` at the start of a text.
struct NumericDate {
    std::size_t size = 0; // bytes read
    Date date;            // 1 January 2000 where there is none
    std::string code;     // of the fault, with `what` to follow the date as written; both empty for a good date
    std::string what;
    std::string suggestion;
};
[[nodiscard]] std::optional<NumericDate> read_numeric_date(std::string_view text);

// st, nd, rd, th
[[nodiscard]] bool is_ordinal_ending(std::string_view text);

// Makes one token of each day, month and year.
void join_dates(const Source& source, Tokens& tokens);

} // namespace ehc::dsl

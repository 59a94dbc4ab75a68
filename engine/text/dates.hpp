// Dates and deadlines as English plans write them, day first always.
//
// Forms: 01/01/2015, 01-01-2015, 06.10.11, 28 August 2013, 1st January 2015, 12 May, 2025, 20 Nov 2023, June 2024,
// "July 16" (month and two-digit year), 2024-06-20, "30/01/2024 16:12:29", Spring 2025, "Autumn term 2023", 2022/23 and
// "2022-2023" (school years, for deadlines only), a bare year where a field asks for a date. Two-digit years are 20xx, or
// 19xx for a date of birth that would otherwise lie in the future of `reference`.
// Terms are the intervals of most English councils: autumn 1 September to 31 December, spring 1 January to 15 April,
// summer 16 April to 31 August.
#pragma once

#include "base/date.hpp"
#include "text/analysis.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace ehc::text {

enum class Term : std::uint8_t { autumn = 1, spring, summer };
// The days of a school term; `year` is the calendar year it lies in.
[[nodiscard]] PartialDate term_of(Term term, int year);

// The term that a day lies in.
[[nodiscard]] PartialDate term_around(Date day);

// The value of a date field, whatever stands round the date ("Date of plan: 12 May 2025 (v4)"). Nothing when it holds no
// date; `valid` is false for a day that does not exist. A literal form hint such as DD/MM/YYYY is no date.
[[nodiscard]] std::optional<FoundDate> read_date(std::string_view value);
[[nodiscard]] std::optional<Date> read_birth_date(std::string_view value, Date reference);

// What a deadline in words is worked out from.
struct DeadlineContext {
    std::optional<Date> born;        // for key stages, year groups, birthdays
    std::optional<Date> written;     // for "within 12 months", "the end of the academic year"
    std::optional<Date> next_review; // for "by the next annual review"
};

// The date by which an outcome is to be reached: "By July 2026 ...", "by the end of Key Stage 2", "by the end of Year 6",
// "within 12 months", "by the end of the academic year", "by her next annual review". The last deadline of the text where
// it has several. Nothing when the text has none, or what it is worked out from is not known.
struct Deadline {
    PartialDate date;
    Span span; // bytes of the text
};
[[nodiscard]] std::optional<Deadline> read_deadline(const Analysis& analysis, const DeadlineContext& context);
// True when the text names a time at all, known or not: "by the end of Key Stage 2" without a date of birth.
[[nodiscard]] bool names_deadline(const Analysis& analysis);

// Ages: "8 years 3 months", "aged 5", "4 years old" in a field value, as whole years.
[[nodiscard]] std::optional<int> read_age(std::string_view value);
// Year groups: "Year 5", "NCY 9", "Y10", "Reception" (0), "Nursery" (-1), "5"; nothing for a range.
[[nodiscard]] std::optional<int> read_year_group(std::string_view value);

} // namespace ehc::text

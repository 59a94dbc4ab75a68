// Ages and year groups as field values.
#include "text/dates.hpp"

#include <algorithm>
#include <vector>

namespace ehc::text {

namespace {

constexpr int oldest = 30; // plans end at 25

std::optional<int> whole(const Analysis& analysis, std::uint32_t at, int most) {
    if (analysis.number_length(at) == 0)
        return std::nullopt;
    const double value = analysis.tokens()[at].number;
    return value >= 0 && value <= most ? std::optional(static_cast<int>(value)) : std::nullopt;
}

bool is_range(const Analysis& analysis, std::uint32_t after) {
    const std::string_view joint = analysis.word(after);
    return (joint == "-" || joint == "/" || joint == "to" || joint == "and" || joint == "or" || joint == "&") && analysis.number_length(after + 1) > 0;
}

} // namespace

std::optional<int> read_age(std::string_view value) {
    const Analysis analysis(value);
    const auto count = static_cast<std::uint32_t>(analysis.tokens().size());
    std::optional<std::uint32_t> only; // the only number of the text
    std::uint32_t numbers = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t length = analysis.number_length(i);
        if (length == 0)
            continue;
        only = ++numbers == 1 ? std::optional(i) : std::nullopt;
        const auto number = whole(analysis, i, 12 * oldest);
        std::uint32_t after = i + length;
        if (!number || is_range(analysis, after))
            return std::nullopt;
        const std::string_view before = i > 0 ? analysis.word(i - 1) : std::string_view();
        if (before == "aged" && *number <= oldest)
            return number;
        if (analysis.word(after) == "-")
            ++after;
        const std::string_view unit = analysis.word(after);
        if ((unit == "years" || unit == "year" || unit == "yrs" || unit == "yr" || unit == "y") && *number <= oldest)
            return number;
        if (unit == "months" || unit == "month" || unit == "mths" || unit == "m")
            return *number / 12;
        if (unit == ";" && numbers == 1 && analysis.number_length(after + 1) > 0 && *number <= oldest) // "8;3" is 8 years 3 months
            return number;
        i = after - 1;
    }
    return only ? whole(analysis, *only, oldest) : std::nullopt;
}

std::optional<int> read_year_group(std::string_view value) {
    constexpr int last_year = 14;
    const Analysis analysis(value);
    const auto count = static_cast<std::uint32_t>(analysis.tokens().size());
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::string_view word = analysis.word(i);
        if (word == "reception")
            return 0;
        if (word == "nursery")
            return -1;
        std::uint32_t at = i + 1;
        const bool foundation = word == "fs" || (word == "foundation" && analysis.word(i + 1) == "stage");
        if (word == "foundation")
            ++at;
        if (!foundation && word != "year" && word != "years" && word != "yr" && word != "y" && word != "ncy")
            continue;
        if (!foundation && analysis.word(at) == "group")
            ++at;
        if (analysis.word(at) == ":")
            ++at;
        if (!foundation && analysis.word(at) == "r")
            return 0;
        if (!foundation && (analysis.word(at) == "reception" || analysis.word(at) == "nursery"))
            continue;
        const auto number = whole(analysis, at, last_year);
        const std::uint32_t after = at + analysis.number_length(at);
        if (!number || is_range(analysis, after))
            return std::nullopt;
        if (analysis.word(after) == "and" || analysis.word(after) == "or") // "NCY 8 and below"
            return std::nullopt;
        if (foundation)
            return *number == 1 || *number == 2 ? std::optional(*number - 2) : std::nullopt;
        return number;
    }
    // A number and nothing else.
    if (analysis.word_count() != 1 || count == 0)
        return analysis.word_count() == 1 && analysis.word(0) == "r" ? std::optional(0) : std::nullopt;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (analysis.word(i) == "r")
            return 0;
        if (analysis.number_length(i) > 0)
            return whole(analysis, i, last_year);
    }
    return std::nullopt;
}

} // namespace ehc::text

#include "text/check_digits.hpp"

#include <algorithm>
#include <string>

namespace ehc::text {

namespace {

std::string without_gaps(std::string_view written) {
    std::string plain;
    for (const char c : written)
        if (c != ' ' && c != '-' && c != '\t')
            plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return plain;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

} // namespace

bool is_pupil_number(std::string_view written) {
    constexpr std::string_view letters = "ABCDEFGHJKLMNPQRTUVWXYZ"; // without I, O and S
    const std::string number = without_gaps(written);
    constexpr std::size_t length = 13;
    if (number.size() != length || !std::all_of(number.begin() + 1, number.end() - 1, is_digit))
        return false;
    std::size_t sum = 0;
    for (std::size_t i = 1; i < length; ++i) {
        // A temporary number ends in a letter, which counts by its place among the letters.
        const std::size_t letter = letters.find(number[i]);
        if (!is_digit(number[i]) && letter == std::string_view::npos)
            return false;
        sum += (is_digit(number[i]) ? static_cast<std::size_t>(number[i] - '0') : letter) * (i + 1);
    }
    return number[0] == letters[sum % letters.size()];
}

bool is_nhs_number(std::string_view written) {
    const std::string number = without_gaps(written);
    constexpr std::size_t length = 10;
    if (number.size() != length || !std::all_of(number.begin(), number.end(), is_digit))
        return false;
    int sum = 0;
    for (std::size_t i = 0; i + 1 < length; ++i)
        sum += (number[i] - '0') * static_cast<int>(length - i);
    const int check = 11 - sum % 11;
    return check != 10 && number[length - 1] - '0' == check % 11;
}

} // namespace ehc::text

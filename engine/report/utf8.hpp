// Reading UTF-8 that may be broken. Documents, paths and rule files come from outside, and every report must still be
// valid text.
// Errors: none; bytes that are not UTF-8 read as U+FFFD, one for each stretch that could not begin or go on a character
// (Unicode 15, table 3-7 and "substitution of maximal subparts").
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ehc::report {

inline constexpr char32_t replacement_character = 0xFFFD;

struct Decoded {
    char32_t code = 0;
    std::uint8_t size = 0; // bytes read, at least 1
    bool valid = false;
};

// The character that starts at byte `at`, which must be inside the text.
[[nodiscard]] Decoded decode_utf8(std::string_view text, std::size_t at) noexcept;
void append_utf8(std::string& text, char32_t code);

} // namespace ehc::report

// What each byte of a text is to the walk that cuts it into tokens.
// Errors: none; bytes beyond ASCII are `high`, for characters.hpp to tell.
#pragma once

#include <array>
#include <cstdint>

namespace ehc::text {

enum class Sign : std::uint8_t { mark, letter, digit, space, newline, dash, point, end, underscore, quote, high };

inline constexpr auto signs = [] {
    std::array<Sign, 256> table{};
    for (unsigned c = 0; c <= ' '; ++c)
        table[c] = Sign::space;
    table[0x7F] = Sign::space;
    for (unsigned c = 'a'; c <= 'z'; ++c)
        table[c] = table[c - 'a' + 'A'] = Sign::letter;
    for (unsigned c = '0'; c <= '9'; ++c)
        table[c] = Sign::digit;
    for (unsigned c = 0x80; c <= 0xFF; ++c)
        table[c] = Sign::high;
    table['\n'] = Sign::newline;
    table['-'] = Sign::dash;
    table['.'] = Sign::point;
    table['?'] = table['!'] = Sign::end;
    table['_'] = Sign::underscore;
    table['"'] = Sign::quote;
    return table;
}();

inline Sign sign_of(char c) { return signs[static_cast<unsigned char>(c)]; }
inline bool is_letter(char c) { return sign_of(c) == Sign::letter; }
inline bool is_digit(char c) { return sign_of(c) == Sign::digit; }
inline char lower(char c) { return static_cast<char>(c | 0x20); }

} // namespace ehc::text

// One code point at a time out of bytes that may not be UTF-8. Refuses overlong forms, surrogates and anything above
// U+10FFFF, so that a text has one reading only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ehc::dsl {

struct CodePoint {
    char32_t value = 0;
    std::uint32_t bytes = 1; // at least 1, so that a reader always goes on
    bool valid = false;
};

// `at` is inside the text.
[[nodiscard]] inline CodePoint code_point(std::string_view text, std::size_t at) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    if (first < 0x80)
        return {first, 1, true};
    const std::uint32_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (first < 0xC2 || first > 0xF4 || text.size() - at < length)
        return {};
    char32_t value = first & (0x7FU >> length);
    for (std::uint32_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80)
            return {};
        value = value << 6 | (byte(at + i) & 0x3FU);
    }
    if (value < least[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return {};
    return {value, length, true};
}

// Characters that do not show, or that change the order of what shows: they hide what a rule says.
[[nodiscard]] inline bool is_hidden(char32_t c) noexcept {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x200B || c == 0x200E ||
           c == 0x200F || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

} // namespace ehc::dsl

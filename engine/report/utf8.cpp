#include "report/utf8.hpp"

namespace ehc::report {

Decoded decode_utf8(std::string_view text, std::size_t at) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    if (lead < 0x80)
        return {lead, 1, true};
    constexpr Decoded wrong_lead{replacement_character, 1, false};
    // The second byte's range is narrower after some leads: no overlong forms, no surrogates, nothing over U+10FFFF.
    unsigned char low = 0x80, high = 0xBF;
    std::uint8_t size = 0;
    char32_t code = 0;
    if (lead >= 0xC2 && lead <= 0xDF) {
        size = 2;
        code = lead & 0x1FU;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        size = 3;
        code = lead & 0x0FU;
        low = lead == 0xE0 ? 0xA0 : low;
        high = lead == 0xED ? 0x9F : high;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        size = 4;
        code = lead & 0x07U;
        low = lead == 0xF0 ? 0x90 : low;
        high = lead == 0xF4 ? 0x8F : high;
    } else {
        return wrong_lead;
    }
    for (std::uint8_t i = 1; i < size; ++i) {
        if (at + i >= text.size() || byte(at + i) < low || byte(at + i) > high)
            return {replacement_character, i, false};
        code = (code << 6) | (byte(at + i) & 0x3FU);
        low = 0x80;
        high = 0xBF;
    }
    return {code, size, true};
}

void append_utf8(std::string& text, char32_t code) {
    const auto put = [&](char32_t value) { text += static_cast<char>(static_cast<unsigned char>(value)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | (code >> 6));
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | (code >> 12));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | (code >> 18));
        put(0x80 | ((code >> 12) & 0x3F));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    }
}

} // namespace ehc::report

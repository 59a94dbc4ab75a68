// One character of UTF-8 as folding sees it: what kind of sign it is, and the bytes it folds to. ASCII has its own table in
// tokens.cpp; everything else comes here. The only user of ICU.
// Errors: none; bytes that are no UTF-8 are U+FFFD, one byte at a time.
#pragma once

#include <cstdint>
#include <string_view>

namespace ehc::text {

struct Character {
    char32_t code = 0;
    std::uint32_t size = 0; // bytes
};

// The character at `at`, which must be before `end`.
[[nodiscard]] Character decode(const char* at, const char* end) noexcept;

enum class CharacterKind : std::uint8_t {
    letter,
    digit,
    fraction, // folds to a decimal: "0.5"
    space,
    paragraph, // U+2029
    dash,
    apostrophe,
    quote_open,
    quote_close,
    quote, // a double quotation mark without direction
    ellipsis,
    ignored, // soft hyphens, zero-width signs, accents that follow their letter
    sign,
};

struct FoldedCharacter {
    static constexpr std::size_t most = 48; // U+FDFA, the longest, folds to 33 bytes
    CharacterKind kind = CharacterKind::sign;
    std::uint8_t size = 0;
    char bytes[most] = {};

    [[nodiscard]] std::string_view text() const noexcept { return {bytes, size}; }
};

// For characters beyond ASCII.
[[nodiscard]] const FoldedCharacter& fold_character(char32_t code, FoldedCharacter& scratch);

[[nodiscard]] bool is_capital(char32_t code) noexcept;

} // namespace ehc::text

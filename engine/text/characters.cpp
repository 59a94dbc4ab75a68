#include "text/characters.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace ehc::text {

namespace {

constexpr char32_t replacement = 0xFFFD;

void append(FoldedCharacter& to, char32_t code) {
    std::uint8_t bytes[4];
    std::size_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, code);
    if (to.size + size > FoldedCharacter::most)
        return;
    std::copy_n(bytes, size, to.bytes + to.size);
    to.size = static_cast<std::uint8_t>(to.size + size);
}

// Letters that carry a stroke or are two letters in one, which Unicode does not take apart.
struct Plain {
    char32_t code;
    std::string_view text;
};
constexpr Plain plain[] = {{0xE6, "ae"}, {0xF0, "d"}, {0xF8, "o"}, {0x111, "d"}, {0x127, "h"}, {0x131, "i"}, {0x142, "l"}, {0x153, "oe"}, {0x167, "t"}};

struct Fixed {
    char32_t code;
    CharacterKind kind;
    std::string_view text;
};
constexpr Fixed fixed[] = {
    {0x85, CharacterKind::space, ""},
    {0xAD, CharacterKind::ignored, ""},
    {0xB4, CharacterKind::apostrophe, "'"},
    {0xBC, CharacterKind::fraction, "0.25"},
    {0xBD, CharacterKind::fraction, "0.5"},
    {0xBE, CharacterKind::fraction, "0.75"},
    {0xD7, CharacterKind::letter, "x"},
    {0x2BC, CharacterKind::apostrophe, "'"},
    {0x2018, CharacterKind::apostrophe, "'"},
    {0x2019, CharacterKind::apostrophe, "'"},
    {0x201A, CharacterKind::apostrophe, "'"},
    {0x201B, CharacterKind::apostrophe, "'"},
    {0x201C, CharacterKind::quote_open, "\""},
    {0x201D, CharacterKind::quote_close, "\""},
    {0x201E, CharacterKind::quote_open, "\""},
    {0x201F, CharacterKind::quote_open, "\""},
    {0x2026, CharacterKind::ellipsis, "..."},
    {0x2028, CharacterKind::space, ""},
    {0x2029, CharacterKind::paragraph, ""},
    {0x2043, CharacterKind::dash, "-"},
    {0x2153, CharacterKind::fraction, "0.333"},
    {0x2154, CharacterKind::fraction, "0.667"},
    {0x2212, CharacterKind::dash, "-"},
    {0xFF02, CharacterKind::quote, "\""},
    {0xFF07, CharacterKind::apostrophe, "'"},
};

FoldedCharacter made(CharacterKind kind, std::string_view text) {
    FoldedCharacter made;
    made.kind = kind;
    made.size = static_cast<std::uint8_t>(text.copy(made.bytes, FoldedCharacter::most));
    return made;
}

// Compatibility forms and case folded, then taken apart, then accents left out.
void append_folded_letters(FoldedCharacter& to, char32_t code) {
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2* casefold = unorm2_getNFKCCasefoldInstance(&error);
    const UNormalizer2* apart = unorm2_getNFKDInstance(&error);
    UChar source[2], cased[40], parts[80];
    std::int32_t size = 0;
    U16_APPEND_UNSAFE(source, size, code);
    const std::int32_t cased_size = unorm2_normalize(casefold, source, size, cased, 40, &error);
    const std::int32_t parts_size = U_SUCCESS(error) ? unorm2_normalize(apart, cased, cased_size, parts, 80, &error) : 0;
    if (U_FAILURE(error)) {
        append(to, code);
        return;
    }
    for (std::int32_t i = 0; i < parts_size;) {
        UChar32 part = 0;
        U16_NEXT(parts, i, parts_size, part);
        const auto* as_plain = std::find_if(std::begin(plain), std::end(plain), [&](const Plain& row) { return row.code == static_cast<char32_t>(part); });
        if (as_plain != std::end(plain))
            for (const char letter : as_plain->text)
                append(to, static_cast<unsigned char>(letter));
        else if ((U_GET_GC_MASK(part) & (U_GC_MN_MASK | U_GC_ME_MASK)) == 0)
            append(to, static_cast<char32_t>(part));
    }
}

FoldedCharacter worked_out(char32_t code) {
    const auto* known = std::lower_bound(std::begin(fixed), std::end(fixed), code, [](const Fixed& row, char32_t wanted) { return row.code < wanted; });
    if (known != std::end(fixed) && known->code == code)
        return made(known->kind, known->text);

    const auto category = static_cast<UChar32>(code);
    const std::uint32_t mask = U_GET_GC_MASK(category);
    if ((mask & (U_GC_Z_MASK | U_GC_CC_MASK)) != 0)
        return made(CharacterKind::space, "");
    if ((mask & (U_GC_CF_MASK | U_GC_MN_MASK | U_GC_ME_MASK)) != 0)
        return made(CharacterKind::ignored, "");
    if ((mask & U_GC_PD_MASK) != 0)
        return made(CharacterKind::dash, "-");

    FoldedCharacter folded;
    if ((mask & U_GC_ND_MASK) != 0) {
        folded.kind = CharacterKind::digit;
        append(folded, U'0' + static_cast<char32_t>(std::max(0, u_charDigitValue(category))));
        return folded;
    }
    if ((mask & (U_GC_L_MASK | U_GC_MC_MASK)) != 0) {
        folded.kind = CharacterKind::letter;
        append_folded_letters(folded, code);
        if (folded.size == 0)
            folded.kind = CharacterKind::ignored;
        return folded;
    }
    append(folded, code);
    return folded;
}

} // namespace

Character decode(const char* at, const char* end) noexcept {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(at);
    const auto left = static_cast<std::int32_t>(std::min<std::ptrdiff_t>(end - at, 4));
    std::int32_t size = 0;
    UChar32 code = 0;
    U8_NEXT(bytes, size, left, code);
    return code < 0 ? Character{replacement, 1} : Character{static_cast<char32_t>(code), static_cast<std::uint32_t>(size)};
}

const FoldedCharacter& fold_character(char32_t code, FoldedCharacter& scratch) {
    // What English documents hold beyond ASCII stands in these two blocks: Latin letters and typographic signs.
    constexpr char32_t latin_begin = 0x80, latin_end = 0x250, signs_begin = 0x2000, signs_end = 0x2070;
    constexpr std::size_t latin_count = latin_end - latin_begin;
    static const auto common = [] {
        std::array<FoldedCharacter, latin_count + (signs_end - signs_begin)> table;
        for (char32_t at = latin_begin; at < latin_end; ++at)
            table[at - latin_begin] = worked_out(at);
        for (char32_t at = signs_begin; at < signs_end; ++at)
            table[latin_count + at - signs_begin] = worked_out(at);
        return table;
    }();
    if (code >= latin_begin && code < latin_end)
        return common[code - latin_begin];
    if (code >= signs_begin && code < signs_end)
        return common[latin_count + code - signs_begin];
    scratch = worked_out(code);
    return scratch;
}

bool is_capital(char32_t code) noexcept { return u_isupper(static_cast<UChar32>(code)) || u_istitle(static_cast<UChar32>(code)); }

} // namespace ehc::text

#include "read/paragraph_text.hpp"

#include <unicode/unorm2.h>

#include <algorithm>
#include <array>

namespace ehc::read {

namespace {

constexpr std::uint32_t replacement = 0xFFFD;

// The code point at `at`, which moves past it; U+FFFD for each byte that begins no valid sequence.
std::uint32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
    const std::uint32_t lead = byte(at++);
    if (lead < 0x80)
        return lead;
    const std::size_t following = lead >= 0xF0 && lead < 0xF8 ? 3 : lead >= 0xE0 ? 2 : 1;
    if (lead < 0xC2 || lead >= 0xF5 || text.size() - at < following)
        return replacement;
    std::uint32_t code = lead & (0x3FU >> following);
    for (std::size_t i = 0; i < following; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U)
            return replacement;
        code = code << 6U | (byte(at + i) & 0x3FU);
    }
    const std::uint32_t least = following == 1 ? 0x80 : following == 2 ? 0x800 : 0x10000;
    if (code < least || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
        return replacement;
    at += following;
    return code;
}

bool is_white_space(std::uint32_t code) {
    return code <= ' ' || (code >= 0x7F && code <= 0xA0) || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) ||
           code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

// Soft hyphen, zero-width space, word joiner and byte-order mark stand inside words.
bool is_unseen(std::uint32_t code) { return code == 0xAD || code == 0x200B || code == 0x2060 || code == 0xFEFF; }

bool is_accent(std::uint32_t code) { return code >= 0x300 && code <= 0x36F; }

// What typesetters join: "ff" to "st" (U+FB00 to U+FB06), which PDFs keep as one sign.
std::string_view ligature(std::uint32_t code) {
    constexpr std::array<std::string_view, 7> letters{"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    return code >= 0xFB00 && code <= 0xFB06 ? letters[code - 0xFB00] : std::string_view();
}

// Puts an accent on the last letter of a text. False: no letter has it, or there is none.
bool join_accent(std::string& text, std::size_t from, std::uint32_t accent) {
    std::size_t at = text.size();
    while (at > from && (static_cast<unsigned char>(text[at - 1]) & 0xC0U) == 0x80U)
        --at;
    if (at <= from)
        return false;
    std::size_t letter_at = --at;
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2* composing = unorm2_getNFCInstance(&error);
    if (U_FAILURE(error))
        return false;
    const UChar32 joined = unorm2_composePair(composing, static_cast<UChar32>(next_code_point(text, letter_at)), static_cast<UChar32>(accent));
    if (joined < 0)
        return false;
    text.resize(at);
    text += utf8(static_cast<std::uint32_t>(joined));
    return true;
}

bool is_plain_ascii(char c) { return c > ' ' && c < 0x7F; }

} // namespace

std::string utf8(std::uint32_t code) {
    std::string text;
    const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0U | code >> 6U);
        put(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        put(0xE0U | code >> 12U);
        put(0x80U | (code >> 6U & 0x3FU));
        put(0x80U | (code & 0x3FU));
    } else {
        put(0xF0U | code >> 18U);
        put(0x80U | (code >> 12U & 0x3FU));
        put(0x80U | (code >> 6U & 0x3FU));
        put(0x80U | (code & 0x3FU));
    }
    return text;
}

void ParagraphText::add(std::string_view text, const Look& look) {
    std::size_t from = value_.size();
    bool any = false;
    const auto begin_visible = [&] {
        if (space_ && !value_.empty())
            value_ += ' ';
        space_ = false;
        if (!any && value_.empty())
            first_size_ = look.size;
        any = true;
    };
    for (std::size_t at = 0; at < text.size();) {
        // Nearly all text: a stretch without spaces, in one copy.
        std::size_t end = at;
        while (end < text.size() && is_plain_ascii(text[end]))
            ++end;
        if (end > at) {
            begin_visible();
            copy(text, at, end - at);
            at = end;
            continue;
        }
        const std::size_t start = at;
        const std::uint32_t code = next_code_point(text, at);
        if (is_white_space(code)) {
            space_ = true;
        } else if (!is_unseen(code)) {
            if (is_accent(code) && any && !space_ && join_accent(value_, from, code))
                continue;
            begin_visible();
            if (const std::string_view letters = ligature(code); !letters.empty())
                value_ += letters;
            else if (code == replacement || code == 0xFFFE || code == 0xFFFF)
                value_ += "\xEF\xBF\xBD";
            else
                copy(text, start, at - start);
        }
    }
    if (any)
        close_run(from, look);
}

void ParagraphText::copy(std::string_view text, std::size_t from, std::size_t size) {
    if (copied != nullptr)
        copied->push_back({static_cast<std::uint32_t>(value_.size()), static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(size)});
    value_.append(text, from, size);
}

void ParagraphText::close_run(std::size_t from, const Look& look) {
    (look.bold ? bold_seen_ : plain_seen_) = true;
    Run run{.span = {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(value_.size())},
            .bold = look.bold,
            .italic = look.italic,
            .underline = look.underline,
            .placeholder = look.placeholder};
    if (!run.bold && !run.italic && !run.underline && !run.placeholder)
        return;
    const bool continues = !runs_.empty() && runs_.back().span.end == run.span.begin && runs_.back().bold == run.bold &&
                           runs_.back().italic == run.italic && runs_.back().underline == run.underline &&
                           runs_.back().placeholder == run.placeholder;
    if (continues) {
        runs_.back().span.end = run.span.end;
        return;
    }
    // The space before a run is not part of it.
    if (value_[from] == ' ')
        ++run.span.begin;
    runs_.push_back(run);
}

void ParagraphText::mark_placeholder(std::size_t from) {
    const auto begin = static_cast<std::uint32_t>(from), end = static_cast<std::uint32_t>(value_.size());
    if (begin >= end)
        return;
    std::erase_if(runs_, [&](const Run& run) { return run.span.begin >= begin; });
    if (!runs_.empty() && runs_.back().span.end > begin)
        runs_.back().span.end = begin;
    runs_.push_back({.span = {value_[begin] == ' ' ? begin + 1 : begin, end}, .placeholder = true});
}

void ParagraphText::clear() { *this = ParagraphText(); }

std::string folded(std::string_view text) {
    ParagraphText line;
    line.add(text, {});
    return line.value();
}

bool has_visible(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (const std::uint32_t code = next_code_point(text, at); !is_white_space(code) && !is_unseen(code))
            return true;
    return false;
}

std::string_view symbol(std::string_view font, std::uint32_t code) {
    struct Row {
        std::uint32_t code;
        std::string_view text;
    };
    constexpr auto wingdings = std::to_array<Row>({{0x6C, "●"}, {0x6E, "■"}, {0x6F, "☐"}, {0x71, "☐"}, {0x72, "☐"},
                                                   {0xA7, "▪"}, {0xA8, "☐"}, {0xD8, "➢"}, {0xE0, "→"}, {0xFB, "✗"},
                                                   {0xFC, "✓"}, {0xFD, "☒"}, {0xFE, "☒"}});
    constexpr auto wingdings_2 = std::to_array<Row>({{0x4F, "✗"}, {0x50, "✓"}, {0x52, "☒"}, {0x53, "☒"}, {0x54, "☒"},
                                                     {0xA3, "☐"}});
    constexpr auto symbols = std::to_array<Row>({{0xA3, "≤"}, {0xAE, "→"}, {0xB0, "°"}, {0xB1, "±"}, {0xB3, "≥"},
                                                 {0xB4, "×"}, {0xB7, "•"}, {0xB8, "÷"}, {0xB9, "≠"}});
    code &= 0xFFU;
    const auto look_up = [&](const auto& table) -> std::string_view {
        const auto row = std::find_if(table.begin(), table.end(), [&](const Row& each) { return each.code == code; });
        return row != table.end() ? row->text : std::string_view();
    };
    if (font == "Wingdings 2")
        return look_up(wingdings_2);
    return font == "Symbol" ? look_up(symbols) : look_up(wingdings);
}

std::string with_symbols(std::string_view text, bool symbol_font) {
    constexpr std::uint32_t private_begin = 0xF020, private_end = 0xF100;
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const std::uint32_t code = next_code_point(text, at);
        const bool is_private = code >= private_begin && code < private_end;
        if (is_private || (symbol_font && code > ' ' && code < 0x100))
            result += symbol("Wingdings", code);
        else
            result.append(text, start, at - start);
    }
    return result;
}

} // namespace ehc::read

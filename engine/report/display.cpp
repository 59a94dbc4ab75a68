#include "report/display.hpp"

#include "report/utf8.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace ehc::report {

namespace {

struct Range {
    char32_t first, last;
};

template <std::size_t N> bool within(const std::array<Range, N>& ranges, char32_t code) {
    const auto next = std::upper_bound(ranges.begin(), ranges.end(), code,
                                       [](char32_t value, const Range& range) { return value < range.first; });
    return next != ranges.begin() && code <= (next - 1)->last;
}

bool is_space(char32_t code) {
    constexpr std::array<Range, 10> spaces{{{0x09, 0x0D}, {0x20, 0x20}, {0x85, 0x85}, {0xA0, 0xA0}, {0x1680, 0x1680},
                                            {0x2000, 0x200A}, {0x2028, 0x2029}, {0x202F, 0x202F}, {0x205F, 0x205F},
                                            {0x3000, 0x3000}}};
    return within(spaces, code);
}

// Seen by nobody and safe to leave out: soft hyphen, zero-width spaces, direction marks, byte order mark.
bool is_invisible(char32_t code) {
    constexpr std::array<Range, 7> invisible{{{0xAD, 0xAD}, {0x34F, 0x34F}, {0x61C, 0x61C}, {0x180E, 0x180E},
                                              {0x200B, 0x200C}, {0x200E, 0x200F}, {0xFEFF, 0xFEFF}}};
    return within(invisible, code) || code == 0x2060;
}

// The usual terminal widths: Unicode 15 combining marks (Mn, Me) of the scripts met in names, and East Asian Wide.
unsigned width_of(char32_t code) {
    constexpr std::array<Range, 18> combining{{{0x300, 0x36F}, {0x483, 0x489}, {0x591, 0x5BD}, {0x5BF, 0x5BF},
                                               {0x5C1, 0x5C2}, {0x5C4, 0x5C5}, {0x610, 0x61A}, {0x64B, 0x65F},
                                               {0x670, 0x670}, {0x6D6, 0x6DC}, {0x93C, 0x93C}, {0x941, 0x948},
                                               {0x94D, 0x94D}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200D, 0x200D},
                                               {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}}};
    constexpr std::array<Range, 15> wide{{{0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0x33FF}, {0x3400, 0x4DBF},
                                          {0x4E00, 0x9FFF}, {0xA000, 0xA4CF}, {0xA960, 0xA97F}, {0xAC00, 0xD7A3},
                                          {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6},
                                          {0x1F300, 0x1F64F}, {0x1F680, 0x1FAFF}, {0x20000, 0x3FFFD}}};
    if (within(combining, code))
        return 0;
    return within(wide, code) ? 2 : 1;
}

// Latin-1 letters from U+00C0 and Latin Extended-A from U+0100, without their accents; the few that need two are below.
constexpr std::string_view latin_letters = "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
                                           "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLl"
                                           "LlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

std::string ascii_for(char32_t code) {
    if (code < 0x80)
        return {static_cast<char>(code)};
    switch (code) {
    case 0xA3: return "GBP";
    case 0xA7: return "s.";
    case 0xA9: return "(c)";
    case 0xAB: case 0xBB: case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x2033: return "\"";
    case 0xB4: case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2032: return "'";
    case 0xB7: case 0x2022: case 0x25CF: case 0x25AA: return "*";
    case 0xBC: return "1/4";
    case 0xBD: return "1/2";
    case 0xBE: return "3/4";
    case 0xC6: return "AE";
    case 0xD7: return "x";
    case 0xDE: return "Th";
    case 0xDF: return "ss";
    case 0xE6: return "ae";
    case 0xFE: return "th";
    case 0x152: return "OE";
    case 0x153: return "oe";
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2212: return "-";
    case 0x2014: case 0x2015: return "--";
    case 0x2026: return "...";
    case 0x20AC: return "EUR";
    case 0x2192: return "->";
    case 0x2264: return "<=";
    case 0x2265: return ">=";
    default: break;
    }
    if (code >= 0xC0 && code < 0xC0 + latin_letters.size())
        return std::string(1, latin_letters[code - 0xC0]);
    return "?";
}

bool is_blank(const Glyph& glyph) { return glyph.text == " "; }

} // namespace

bool is_unsafe(char32_t code) noexcept {
    constexpr std::array<Range, 10> controls{{{0x00, 0x1F}, {0x7F, 0x9F}, {0x202A, 0x202E}, {0x2061, 0x206F},
                                              {0xE000, 0xF8FF}, {0xFDD0, 0xFDEF}, {0xFFF0, 0xFFFB}, {0xFFFE, 0xFFFF},
                                              {0xE0000, 0xE0FFF}, {0xF0000, 0x10FFFF}}};
    return within(controls, code);
}

std::vector<Glyph> glyphs(std::string_view text, bool unicode, std::span<const Span> marked) {
    std::vector<Glyph> result;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode_utf8(text, at);
        const bool is_marked =
            std::any_of(marked.begin(), marked.end(), [&](const Span& span) { return at >= span.begin && at < span.end; });
        at += next.size;
        if (is_space(next.code)) {
            if (!result.empty() && !is_blank(result.back()))
                result.push_back({" ", 1, is_marked});
            continue;
        }
        if (is_invisible(next.code))
            continue;
        const char32_t code = is_unsafe(next.code) ? replacement_character : next.code;
        if (unicode) {
            Glyph glyph{{}, width_of(code), is_marked};
            append_utf8(glyph.text, code);
            result.push_back(std::move(glyph));
        } else if (width_of(code) > 0) {
            for (const char c : ascii_for(code))
                result.push_back({std::string(1, c), 1, is_marked});
        }
    }
    if (!result.empty() && is_blank(result.back()))
        result.pop_back();
    return result;
}

std::string shown(Line line) {
    std::string text;
    for (const Glyph& glyph : line)
        text += glyph.text;
    return text;
}

std::string shown(std::string_view text, bool unicode) { return shown(glyphs(text, unicode)); }

unsigned columns(Line line) {
    return std::accumulate(line.begin(), line.end(), 0U, [](unsigned sum, const Glyph& glyph) { return sum + glyph.width; });
}

std::vector<Line> wrap(Line text, unsigned first_width, unsigned width) {
    std::vector<Line> lines;
    std::size_t begin = 0;
    while (begin < text.size() || lines.empty()) {
        const unsigned room = lines.empty() ? first_width : width;
        std::size_t end = begin, last_space = begin;
        // At least one character a line, so that a page of no width still ends.
        for (unsigned used = 0; end < text.size() && (used + text[end].width <= room || end == begin); ++end) {
            used += text[end].width;
            if (is_blank(text[end]))
                last_space = end;
        }
        if (end < text.size() && !is_blank(text[end]) && last_space > begin)
            end = last_space;
        const std::size_t next = end;
        while (end > begin && is_blank(text[end - 1]))
            --end;
        lines.push_back(text.subspan(begin, end - begin));
        begin = next;
        while (begin < text.size() && is_blank(text[begin]))
            ++begin;
    }
    return lines;
}

} // namespace ehc::report

#include "read/text_lines.hpp"

#include <algorithm>

namespace ehc::read {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

} // namespace

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_rule(std::string_view text, std::string_view signs, std::size_t least) {
    const std::string_view line = trimmed(text);
    return line.size() >= least && signs.find(line.front()) != std::string_view::npos &&
           line.find_first_not_of(std::string{line.front(), ' '}) == std::string_view::npos &&
           static_cast<std::size_t>(std::ranges::count(line, line.front())) >= least;
}

bool is_table_rule(std::string_view text) {
    const std::string_view line = trimmed(text);
    return line.size() >= 3 && line.find_first_not_of("|+-=: \t") == std::string_view::npos && line.find_first_of("-=") != std::string_view::npos &&
           line.find_first_of("|+") != std::string_view::npos;
}

std::size_t heading_marks(std::string_view text) {
    const std::size_t marks = std::min(text.find_first_not_of('#'), text.size());
    return marks >= 1 && marks <= 6 && marks < text.size() && (text[marks] == ' ' || text[marks] == '\t') ? marks : 0;
}

std::optional<ListMarker> list_marker(std::string_view text) {
    constexpr std::string_view bullets[] = {"-", "*", "+", "•", "▪", "●", "◦", "‣", "·", "o\t"};
    ListMarker marker;
    for (const std::string_view bullet : bullets)
        if (text.starts_with(bullet)) {
            marker.width = bullet.size();
            if (bullet == "o\t")
                return marker;
            break;
        }
    if (marker.width == 0) {
        std::size_t digits = 0;
        while (digits < text.size() && digits < 4 && is_digit(text[digits]))
            ++digits;
        if (digits == 0 || digits == text.size() || (text[digits] != '.' && text[digits] != ')'))
            return std::nullopt;
        marker.width = digits + 1;
        marker.label = text.substr(0, marker.width);
    }
    const std::size_t after = marker.width;
    while (marker.width < text.size() && (text[marker.width] == ' ' || text[marker.width] == '\t'))
        ++marker.width;
    if (marker.width == after || marker.width == text.size())
        return std::nullopt;
    return marker;
}

bool opens_with_id(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && at < 2 && text[at] >= 'A' && text[at] <= 'Z')
        ++at;
    const std::size_t letters = at;
    while (at < text.size() && (is_digit(text[at]) || (text[at] == '.' && at > letters)))
        ++at;
    if (letters == 0 || at == letters || at - letters > 4)
        return false;
    return at < text.size() && std::string_view(" \t:)").find(text[at]) != std::string_view::npos;
}

bool heads_section(std::string_view text) {
    for (const std::string_view word : {"Section ", "SECTION "}) {
        if (!text.starts_with(word) || text.size() <= word.size() || text[word.size()] < 'A' || text[word.size()] > 'K')
            continue;
        std::string_view rest = text.substr(word.size() + 1);
        if (!rest.empty() && (rest[0] == '1' || rest[0] == '2'))
            rest.remove_prefix(1);
        rest = trimmed(rest);
        return rest.empty() || rest.starts_with(':') || rest.starts_with("- ") || rest.starts_with("\xE2\x80\x93");
    }
    return false;
}

std::size_t indent_of(std::string_view text) {
    std::size_t indent = 0;
    for (const char c : text) {
        if (c != ' ' && c != '\t')
            break;
        indent += c == '\t' ? 4 : 1;
    }
    return indent;
}

} // namespace ehc::read

#include "report/escape.hpp"

#include "report/display.hpp"

#include <algorithm>

namespace ehc::report {

namespace {

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

} // namespace

std::string xml_escaped(std::string_view text) {
    std::string escaped;
    for (const char c : shown(text, true))
        switch (c) {
        case '&': escaped += "&amp;"; break;
        case '<': escaped += "&lt;"; break;
        case '>': escaped += "&gt;"; break;
        case '"': escaped += "&quot;"; break;
        case '\'': escaped += "&#39;"; break;
        default: escaped += c;
        }
    return escaped;
}

std::string xml_escaped_piece(std::string_view text) {
    const std::string escaped = xml_escaped(text);
    if (escaped.empty())
        return text.empty() ? "" : " ";
    const auto space = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
    return (space(text.front()) ? " " : "") + escaped + (space(text.back()) ? " " : "");
}

std::string markdown_escaped(std::string_view text) {
    const std::string plain = shown(text, true);
    std::string escaped;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const char c = plain[i];
        switch (c) {
        case '&': escaped += "&amp;"; break;
        case '<': escaped += "&lt;"; break;
        case '>': escaped += "&gt;"; break;
        // Hosts of Markdown look for these two in the finished text; a comment keeps them apart.
        case '@': escaped += "@<!-- -->"; break;
        case '#': escaped += "#<!-- -->"; break;
        case ':':
            escaped += plain.compare(i, 3, "://") == 0 ? ":<!-- -->" : ":";
            break;
        case '.': // "www." and the "1." of a list
            escaped += plain.size() >= 3 && i >= 3 && plain.compare(i - 3, 3, "www") == 0 ? ".<!-- -->" : i > 0 && i < 4 && plain.find_first_not_of("0123456789") == i ? "\\." : ".";
            break;
        case '-': case '+': case ')':
            escaped += i < 4 && plain.find_first_not_of("0123456789") == i ? std::string("\\") + c : std::string(1, c);
            break;
        case '\\': case '`': case '*': case '_': case '{': case '}': case '[': case ']': case '!': case '|': case '~': case '$': case '=':
            escaped += '\\';
            escaped += c;
            break;
        default: escaped += c;
        }
    }
    return escaped;
}

std::string markdown_code(std::string_view text) {
    const std::string plain = shown(text, true);
    std::size_t longest = 0, run = 0;
    for (const char c : plain) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    const std::string_view pad = plain.empty() || plain.front() == '`' || plain.back() == '`' ? " " : "";
    return fence + std::string(pad) + plain + std::string(pad) + fence;
}

std::string csv_cell(std::string_view text) {
    std::string plain = shown(text, true);
    if (!plain.empty() && std::string_view("=+-@|%").find(plain.front()) != std::string_view::npos)
        plain.insert(0, 1, '\'');
    if (plain.find_first_of("\",;") == std::string::npos)
        return plain;
    std::string quoted = "\"";
    for (const char c : plain)
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + '"';
}

std::string uri_of(std::string_view path) {
    while (path.starts_with("./"))
        path.remove_prefix(2);
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri = path.starts_with('/') ? "file://" : "";
    for (const char c : path) {
        if (is_letter_or_digit(c) || std::string_view("-._~/").find(c) != std::string_view::npos) {
            uri += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            uri += '%';
            uri += digits[byte >> 4U];
            uri += digits[byte & 0xFU];
        }
    }
    return uri;
}

} // namespace ehc::report

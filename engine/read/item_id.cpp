#include "read/item_id.hpp"

#include <algorithm>

namespace ehc::read {

namespace {

using plan::Letter;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Letters that plans put before the number of a need, outcome or provision; others are codes of something else ("Y5", "KS2").
constexpr std::string_view id_letters[] = {"B", "C", "D", "E", "F", "G", "H", "N", "O", "P", "S", "CI", "CL", "SE", "SP", "PD", "EO", "HO", "SO", "LT", "ST"};
constexpr std::string_view id_words[] = {"Need", "Outcome", "Provision", "NEED", "OUTCOME", "PROVISION"};

} // namespace

std::optional<ItemId> id_at_start(std::string_view text, Letter section) {
    std::size_t at = 0;
    const bool bracket = !text.empty() && (text[0] == '(' || text[0] == '[');
    at += bracket ? 1 : 0;
    const std::size_t begin = at;
    std::string prefix;
    bool word = false;
    for (const std::string_view id_word : id_words)
        if (text.substr(at).starts_with(id_word)) {
            prefix = id_word[0] == 'O' ? "O" : id_word[0] == 'P' ? "F" : std::string(plan::name_of(section));
            if (id_word[0] == 'P' && section > Letter::F)
                prefix = plan::name_of(section);
            at += id_word.size();
            if (at < text.size() && text[at] == ' ')
                ++at;
            word = true;
            break;
        }
    if (!word) {
        while (at < text.size() && is_upper(text[at]))
            prefix += text[at++];
        if (std::ranges::find(id_letters, prefix) == std::end(id_letters))
            return std::nullopt;
    }
    // "F.1" is F1.
    if (!word && prefix.size() == 1 && at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1]))
        ++at;
    const std::size_t digits = at;
    while (at < text.size() && is_digit(text[at]))
        ++at;
    if (at == digits || at - digits > 2)
        return std::nullopt;
    while (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) {
        ++at;
        while (at < text.size() && is_digit(text[at]))
            ++at;
    }
    if (at < text.size() && text[at] >= 'a' && text[at] <= 'c' && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '.' || text[at + 1] == ')' || text[at + 1] == ':'))
        ++at;
    const std::size_t end = at;
    ItemId id{prefix + std::string(text.substr(digits, end - digits)), 0, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
    if (at == text.size()) {
        id.end = static_cast<std::uint32_t>(at);
        return id;
    }
    bool sign = bracket;
    while (at < text.size() && std::string_view(".:)]-|").find(text[at]) != std::string_view::npos)
        ++at, sign = true;
    const bool space = at < text.size() && text[at] == ' ';
    while (at < text.size() && text[at] == ' ')
        ++at;
    if (text.substr(at).starts_with("\xE2\x80\x93") || text.substr(at).starts_with("\xE2\x80\x94")) {
        at += 3;
        sign = true;
    } else if (text.substr(at).starts_with("- ")) {
        at += 2;
        sign = true;
    }
    while (at < text.size() && text[at] == ' ')
        ++at;
    // "B1 Maya finds", but not "F2 format" or "H1 of the paper".
    if (!sign && !(space && at < text.size() && (is_upper(text[at]) || text[at] == '(') && !word))
        return std::nullopt;
    id.end = static_cast<std::uint32_t>(at);
    return id;
}

bool is_item_id(std::string_view text) {
    if (text.empty() || text.size() > 6)
        return false;
    if (std::ranges::all_of(text, [](char c) { return is_digit(c) || c == '.'; }))
        return is_digit(text[0]);
    const auto id = id_at_start(text, Letter::B);
    return id && id->end >= text.size();
}

} // namespace ehc::read

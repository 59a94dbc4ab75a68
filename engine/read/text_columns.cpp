#include "read/text_columns.hpp"

#include <algorithm>
#include <map>

namespace ehc::read {

namespace {

constexpr std::size_t least_rows = 3;
constexpr std::size_t least_gutter = 2;

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

// Where words begin after a gutter, and where they end: positions in code points, with the byte of each beginning.
struct Words {
    std::size_t begin = 0, end = 0;
    std::size_t byte = 0, end_byte = 0;
};

std::vector<Words> words_of(std::string_view line) {
    std::vector<Words> found;
    std::size_t position = 0, spaces = least_gutter;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == ' ') {
            ++spaces;
        } else if (begins_character(line[i])) {
            if (spaces >= least_gutter || found.empty())
                found.push_back({position, position + 1, i, i + 1});
            found.back().end = position + 1;
            spaces = 0;
        }
        if (line[i] != ' ')
            found.back().end_byte = i + 1;
        position += begins_character(line[i]) ? 1 : 0;
    }
    return found;
}

} // namespace

std::vector<TextRow> text_columns(std::span<const TextLine> lines) {
    if (lines.size() < least_rows)
        return {};
    std::vector<std::vector<Words>> all;
    std::map<std::size_t, std::size_t> begins; // position of words after a gutter: in how many lines
    for (const TextLine& line : lines) {
        if (line.text.find('\t') != std::string_view::npos)
            return {};
        all.push_back(words_of(line.text));
        for (std::size_t i = 1; i < all.back().size(); ++i)
            ++begins[all.back()[i].begin];
    }
    std::vector<std::size_t> columns{0};
    for (const auto& [position, count] : begins) {
        if (count < least_rows || count * 2 < lines.size())
            continue;
        const bool crossed = std::ranges::any_of(all, [&, at = position](const std::vector<Words>& line) {
            return std::ranges::any_of(line, [&](const Words& words) { return words.begin < at && words.end + least_gutter > at; });
        });
        if (!crossed)
            columns.push_back(position);
    }
    if (columns.size() < 2)
        return {};
    std::vector<TextRow> rows;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto column_of = [&](const Words& words) {
            return static_cast<std::size_t>(std::ranges::upper_bound(columns, words.begin) - columns.begin()) - 1;
        };
        bool first = false, other = false;
        for (const Words& words : all[i])
            (column_of(words) == 0 ? first : other) = true;
        if (rows.empty() || (first && other))
            rows.emplace_back(columns.size());
        for (const Words& words : all[i]) {
            std::vector<TextPart>& cell = rows.back()[column_of(words)];
            const std::string_view text = lines[i].text.substr(words.byte, words.end_byte - words.byte);
            // Two stretches of one cell in one line are one part of it.
            if (!cell.empty() && cell.back().line == i)
                cell.back().text = {cell.back().text.data(), static_cast<std::size_t>(text.data() + text.size() - cell.back().text.data())};
            else
                cell.push_back({i, text});
        }
    }
    return rows;
}

} // namespace ehc::read

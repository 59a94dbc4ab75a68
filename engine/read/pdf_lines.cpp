#include "read/pdf_lines.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace ehc::read::pdf {

namespace {

using namespace std::string_view_literals;

constexpr double same_line = 0.45;   // of the size, between base lines: room for raised figures
constexpr double word_gap = 0.09;    // of the size: less is one word set in two ways
constexpr double label_gap = 0.5;    // of the size: a number and what it numbers, after a tab
constexpr double wide_spacing = 1.75; // of the size, between base lines: more is a gap between paragraphs, whatever the document
constexpr double tight_spacing = 1.45; // within paragraphs that are set without space between their lines
constexpr double wider = 1.25;         // of the spacing within paragraphs: more is a gap between them

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z'); }

bool is_bullet(std::string_view word) {
    constexpr std::array bullets{"•"sv, "●"sv, "▪"sv, "■"sv, "◦"sv, "○"sv, "‣"sv, "➢"sv, "✓"sv, "-"sv, "–"sv, "·"sv, "*"sv, "o"sv, "\xEF\x82\xB7"sv, "\xEF\x82\xA7"sv, "\xEF\x83\x98"sv, "\xEF\x80\xAD"sv};
    return std::ranges::find(bullets, word) != bullets.end();
}

// "1.", "12)", "a.", "(iv)", "1.2"
bool is_label(std::string_view word) {
    if (word.size() < 2 || word.size() > 7)
        return false;
    std::string_view inside = word;
    const bool round = inside.ends_with(')');
    if (!round && !inside.ends_with('.'))
        return false;
    inside.remove_suffix(1);
    if (round && inside.starts_with('('))
        inside.remove_prefix(1);
    if (inside.empty())
        return false;
    if (inside.find_first_not_of("0123456789.") == std::string_view::npos && is_digit(inside.front()))
        return true;
    return (inside.size() == 1 && is_letter(inside.front())) || inside.find_first_not_of("ivx") == std::string_view::npos;
}

// A gap on the line before the word: bullets and labels stand apart from what follows.
bool stands_apart(const Line& line, std::size_t word) {
    return word + 1 < line.words.size() && line.words[word + 1]->box.x0 - line.words[word]->box.x1 > label_gap * line.size;
}

// A word without the sign that ends it as a label: "E1.", "D:", "3)".
std::string_view without_sign(std::string_view word) {
    if (!word.empty() && std::string_view(".:)").find(word.back()) != std::string_view::npos)
        word.remove_suffix(1);
    return word;
}
bool is_item_id(std::string_view word) {
    word = without_sign(word);
    return word.size() >= 2 && word.size() <= 4 && word[0] >= 'A' && word[0] <= 'Z' && word.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

// "E1." and "E2.", "Appendix D:" and "Appendix E:": the next of a row of lines, however full the line above it was.
bool next_of_row(const Line& first, const Line& line) {
    const std::string_view a = first.words.front()->text, b = line.words.front()->text;
    if (is_item_id(a) && is_item_id(b))
        return a.front() == b.front() && without_sign(a) != without_sign(b) && a.back() == b.back();
    if (a != b || a.size() < 4 || a.front() < 'A' || a.front() > 'Z' || first.words.size() < 3 || line.words.size() < 3)
        return false;
    const std::string_view next_a = first.words[1]->text, next_b = line.words[1]->text;
    const bool labels = next_a.ends_with(':') && next_b.ends_with(':');
    return labels && next_a != next_b && without_sign(next_a).size() <= 2 && without_sign(next_b).size() <= 2;
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

// The letters at the end, or at the beginning, of a word: "self-" and "esteem," give "self" and "esteem".
std::string letters_at_end(std::string_view word) {
    std::size_t from = word.size();
    while (from > 0 && (is_letter(word[from - 1]) || (word[from - 1] & 0x80) != 0))
        --from;
    return lower(word.substr(from));
}
std::string letters_at_start(std::string_view word) {
    std::size_t to = 0;
    while (to < word.size() && (is_letter(word[to]) || (word[to] & 0x80) != 0))
        ++to;
    return lower(word.substr(0, to));
}

std::optional<Join> parted_word(const Line& upper, const Line& next, double right, const std::set<std::string, std::less<>>& known) {
    const std::string_view last = upper.words.back()->text, first = next.words.front()->text;
    if (last.ends_with("\u00AD") || last.ends_with("\u2010"))
        return Join::drop_hyphen;
    if (last.size() > 2 && last.ends_with('-') && !first.empty() && is_lower(first.front()) && is_letter(last[last.size() - 2])) {
        // The document itself tells whether the word is written with its hyphen elsewhere.
        const std::string whole = letters_at_end(last.substr(0, last.size() - 1)) + letters_at_start(first);
        return known.contains(whole) ? Join::drop_hyphen : Join::nothing;
    }
    if (last.ends_with('}') && first == "}")
        return Join::nothing;
    // A word that the edge of a cell parts: a long name of a field or address, or any word in a cell that holds a few letters.
    const double letter = next.words.front()->box.width() / static_cast<double>(std::max<std::size_t>(first.size(), 1));
    const bool at_edge = upper.box.x1 + letter > right && std::abs(next.box.x0 - upper.box.x0) < upper.size;
    const bool letters_meet = !first.empty() && (is_letter(last.back()) || is_digit(last.back()) || last.back() == '_') && (is_lower(first.front()) || is_digit(first.front()) || first.front() == '_');
    const bool named = last.size() >= 12 && last.find_first_of("_@/") != std::string_view::npos;
    const bool alone = upper.words.size() == 1;
    const bool narrow = right - upper.box.x0 < 4 * upper.size;
    const bool one_letter = first.size() == 1 && first != "a";
    if (at_edge && letters_meet && (named || (alone && (narrow || one_letter || known.contains(lower(last) + letters_at_start(first))))))
        return Join::nothing;
    return std::nullopt;
}

} // namespace

void Line::add(const Word& word) {
    if (words.empty()) {
        box = word.box;
        base = word.base;
        size = word.size;
    } else {
        box = {std::min(box.x0, word.box.x0), std::min(box.y0, word.box.y0), std::max(box.x1, word.box.x1), std::max(box.y1, word.box.y1)};
        if (word.size > size) {
            size = word.size;
            base = word.base;
        }
    }
    words.push_back(&word);
}

std::string Line::text() const {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && space_between(*words[i - 1], *words[i]))
            text += ' ';
        text += words[i]->text;
    }
    return text;
}

bool Line::bold() const { return std::ranges::all_of(words, &Word::bold); }

// Words that were recognised on a picture were told apart there.
bool space_between(const Word& left, const Word& right) { return left.recognised || right.box.x0 - left.box.x1 > word_gap * std::min(left.size, right.size) || right.box.x0 < left.box.x0; }

std::vector<Line> lines_of(const std::vector<const Word*>& words, std::uint32_t page) {
    std::vector<Line> lines;
    for (const Word* word : words) {
        const bool goes_on = !lines.empty() && std::abs(word->base - lines.back().base) <= same_line * std::max(word->size, lines.back().size) &&
                             word->box.x0 >= lines.back().words.back()->box.x1 - 0.6 * word->size;
        if (!goes_on) {
            lines.emplace_back();
            lines.back().page = page;
        }
        lines.back().add(*word);
    }
    return lines;
}

std::string Paragraph::text() const {
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i)
        text += (i > 0 && joins[i] == Join::space ? " " : "") + lines[i].text();
    return text;
}

void Spacing::see(const std::vector<Line>& lines) {
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const Line &upper = lines[i - 1], &lower = lines[i];
        const double down = (lower.base - upper.base) / std::max(lower.size, upper.size);
        if (upper.page == lower.page && std::abs(lower.size - upper.size) < 0.8 && down > 0.8 && down <= wide_spacing)
            seen_.emplace_back(down, is_lower(lower.words.front()->text.front()));
    }
}

double Spacing::gap() const {
    constexpr std::size_t enough = 8, share = 6; // a spacing of fewer lines, or of less than a sixth, may be chance
    constexpr double alike = 0.04;
    if (seen_.size() < enough)
        return wide_spacing;
    std::vector<std::pair<double, bool>> sorted = seen_;
    std::ranges::sort(sorted);
    for (std::size_t first = 0, last = 0; first < sorted.size(); ++first) {
        while (last < sorted.size() && sorted[last].first <= sorted[first].first + alike)
            ++last;
        if ((last - first) * share < sorted.size())
            continue;
        const double gap = wider * sorted[first].first;
        if (sorted[first].first > tight_spacing || gap >= wide_spacing)
            return wide_spacing;
        // Where sentences go on over such gaps, they are the spacing of other lines.
        const auto beyond = std::ranges::find_if(sorted, [&](const auto& each) { return each.first > gap; });
        const auto going_on = std::count_if(beyond, sorted.end(), [](const auto& each) { return each.second; });
        return going_on * 4 > sorted.end() - beyond ? wide_spacing : gap;
    }
    return wide_spacing;
}

std::vector<Paragraph> paragraphs_of(const std::vector<Line>& lines, double left, double right, double gap, const std::set<std::string, std::less<>>& known) {
    std::vector<Paragraph> paragraphs;
    const auto begin = [&](const Line& line) {
        Paragraph paragraph;
        paragraph.size = line.size;
        paragraph.bold = line.bold();
        const std::string_view first = line.words.front()->text;
        if ((is_bullet(first) && line.words.size() > 1) || (is_label(first) && stands_apart(line, 0))) {
            paragraph.list_item = true;
            paragraph.skip = 1;
            paragraph.label = is_bullet(first) ? "" : std::string(first);
            paragraph.bold = std::all_of(line.words.begin() + 1, line.words.end(), [](const Word* word) { return word->bold; });
        }
        paragraph.indent = line.words[paragraph.skip]->box.x0 - left;
        paragraph.lines.push_back(line);
        paragraph.joins.push_back(Join::first);
        paragraphs.push_back(std::move(paragraph));
    };
    for (const Line& line : lines) {
        if (paragraphs.empty()) {
            begin(line);
            continue;
        }
        Paragraph& current = paragraphs.back();
        const Line& upper = current.lines.back();
        const bool same_page = upper.page == line.page;
        const double down = line.base - upper.base;
        const std::string_view first = line.words.front()->text;
        const bool new_item = (is_bullet(first) && line.words.size() > 1) || (is_label(first) && stands_apart(line, 0)) || next_of_row(current.lines.front(), line);
        // Would the first word of this line have found room on the line above?
        const double word = line.words.front()->box.width() + 0.25 * line.size;
        const bool ended_early = upper.box.x1 + word < right - 0.35 * line.size;
        // A label in bold with more of its sentence after it is one paragraph where the line was full.
        const bool in_sentence = !ended_early && !first.empty() && (is_lower(first.front()) || first.front() == '(');
        const bool other_weight = upper.words.back()->bold != line.words.front()->bold && (current.bold || line.bold()) && !in_sentence;
        const bool other_look = std::abs(line.size - upper.size) > 0.8 || other_weight;
        const bool sentence_ended = std::string_view(".?!:;").find(upper.words.back()->text.back()) != std::string_view::npos;
        const bool apart = same_page ? down > gap * std::max(line.size, upper.size) || down <= 0 : !is_lower(first.front()) && (sentence_ended || ended_early);
        // Words in brackets on a line of their own belong to what they explain.
        const bool in_brackets = first.size() > 2 && first.front() == '(' && is_lower(first[1]) && !is_label(first) && !sentence_ended;
        // What hangs under an item stands at its words, not further left.
        const bool outdented = current.list_item && line.box.x0 < left + current.indent - 0.8 * line.size;
        const auto parted = !new_item && !apart ? parted_word(upper, line, right, known) : std::nullopt;
        if (parted) {
            current.joins.push_back(*parted);
            current.lines.push_back(line);
            current.bold = current.bold && line.bold();
        } else if (new_item || apart || (ended_early && !in_brackets) || other_look || outdented) {
            begin(line);
        } else {
            current.joins.push_back(Join::space);
            current.lines.push_back(line);
            current.bold = current.bold && line.bold();
        }
    }
    return paragraphs;
}

} // namespace ehc::read::pdf

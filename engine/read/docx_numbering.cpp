#include "read/docx_numbering.hpp"

#include <algorithm>
#include <cstdlib>

namespace ehc::read::docx {

namespace {

// A label is copied into every paragraph of its list; Word's dialogue takes far fewer letters.
constexpr std::size_t longest_label = 64;

} // namespace

Numbering::Level Numbering::level_of(pugi::xml_node node) {
    Level level;
    level.start = 0; // 17.9.25: zero when left out
    for (const pugi::xml_node part : children(node)) {
        switch (tag_of(part)) {
        case Tag::start: level.start = number_attribute(part, "val", 0); break;
        case Tag::lvl_restart: level.restart = number_attribute(part, "val", -1); break;
        case Tag::lvl_text: level.text = text_attribute(part, "val").substr(0, longest_label); break;
        case Tag::is_lgl: level.legal = is_on(part); break;
        case Tag::p_style: level.style = text_attribute(part, "val"); break;
        case Tag::num_fmt: {
            const std::string_view name = text_attribute(part, "val");
            level.bullet = name == "bullet";
            level.format = name == "none"           ? Format::none
                           : name == "decimalZero"  ? Format::decimal_zero
                           : name == "ordinal"      ? Format::ordinal
                           : name == "lowerLetter"  ? Format::lower_letter
                           : name == "upperLetter"  ? Format::upper_letter
                           : name == "lowerRoman"   ? Format::lower_roman
                           : name == "upperRoman"   ? Format::upper_roman
                                                    : Format::decimal;
            break;
        }
        default: break;
        }
    }
    return level;
}

Numbering::Numbering(pugi::xml_node root) {
    const auto fill = [](Levels& into, pugi::xml_node parent) {
        for (const pugi::xml_node node : children(parent))
            if (tag_of(node) == Tag::lvl)
                if (const std::int32_t at = number_attribute(node, "ilvl", -1); at >= 0 && at < 9)
                    into[static_cast<std::size_t>(at)] = level_of(node);
    };
    std::map<std::int32_t, std::size_t> by_id;
    std::map<std::string, std::size_t, std::less<>> by_style; // lists that define a numbering style
    for (const pugi::xml_node node : children(root)) {
        if (tag_of(node) != Tag::abstract_num)
            continue;
        Abstract abstract;
        fill(abstract.levels, node);
        abstract.style_link = text_attribute(child(node, Tag::style_link), "val");
        abstract.num_style_link = text_attribute(child(node, Tag::num_style_link), "val");
        by_id.emplace(number_attribute(node, "abstractNumId", -1), abstracts_.size());
        if (!abstract.style_link.empty())
            by_style.emplace(abstract.style_link, abstracts_.size());
        abstracts_.push_back(std::move(abstract));
    }
    for (const pugi::xml_node node : children(root)) {
        if (tag_of(node) != Tag::num)
            continue;
        const auto abstract = by_id.find(number_attribute(child(node, Tag::abstract_num_id), "val", -1));
        if (abstract == by_id.end())
            continue;
        List list;
        list.abstract = abstract->second;
        if (const auto linked = by_style.find(abstracts_[list.abstract].num_style_link); linked != by_style.end())
            list.abstract = linked->second;
        for (const pugi::xml_node over : children(node)) {
            const std::int32_t at = tag_of(over) == Tag::lvl_override ? number_attribute(over, "ilvl", -1) : -1;
            if (at < 0 || at > 8)
                continue;
            if (const pugi::xml_node start = child(over, Tag::start_override))
                list.start_override[static_cast<std::size_t>(at)] = number_attribute(start, "val", 0);
            if (child(over, Tag::lvl)) {
                if (!list.own_levels)
                    list.own_levels = abstracts_[list.abstract].levels;
                fill(*list.own_levels, over);
            }
        }
        lists_.emplace(number_attribute(node, "numId", -1), std::move(list));
    }
}

const Numbering::Levels& Numbering::levels_of(const List& list) const {
    return list.own_levels ? *list.own_levels : abstracts_[list.abstract].levels;
}

std::int32_t Numbering::level_of_style(std::int32_t list, std::string_view style) const {
    const auto found = lists_.find(list);
    if (found == lists_.end() || style.empty())
        return 0;
    const Levels& all = levels_of(found->second);
    const auto named = std::find_if(all.begin(), all.end(), [&](const Level& level) { return level.style == style; });
    return named == all.end() ? 0 : static_cast<std::int32_t>(named - all.begin());
}

std::string Numbering::written(std::int32_t number, Format format) {
    const auto roman = [](std::int32_t value) {
        struct Step {
            std::int32_t value;
            std::string_view letters;
        };
        constexpr auto table = std::to_array<Step>({{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"},
                                                    {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}});
        std::string text;
        for (const Step& each : table)
            for (; value >= each.value; value -= each.value)
                text += each.letters;
        return text;
    };
    const auto upper = [](std::string text) {
        for (char& c : text)
            c = static_cast<char>(c - 'a' + 'A');
        return text;
    };
    // Word goes from z to aa, bb and so on.
    const auto letters = [](std::int32_t value) {
        return std::string(static_cast<std::size_t>((value - 1) / 26 + 1), static_cast<char>('a' + (value - 1) % 26));
    };
    constexpr std::int32_t most_letters = 780, most_roman = 32767; // Word's own bounds: 30 letters, short integers
    switch (format) {
    case Format::none: return {};
    case Format::decimal: return std::to_string(number);
    case Format::decimal_zero: return (number >= 0 && number < 10 ? "0" : "") + std::to_string(number);
    case Format::ordinal: {
        const std::int32_t tens = std::abs(number) % 100, ones = std::abs(number) % 10;
        const bool teens = tens >= 11 && tens <= 13;
        return std::to_string(number) + (teens ? "th" : ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th");
    }
    case Format::lower_letter:
    case Format::upper_letter:
        if (number < 1 || number > most_letters)
            return std::to_string(number);
        return format == Format::lower_letter ? letters(number) : upper(letters(number));
    case Format::lower_roman:
    case Format::upper_roman:
        if (number < 1 || number > most_roman)
            return std::to_string(number);
        return format == Format::lower_roman ? roman(number) : upper(roman(number));
    }
    return {};
}

std::string Numbering::next_label(std::int32_t list_id, std::int32_t level_number) {
    const auto found = lists_.find(list_id);
    if (found == lists_.end())
        return {};
    const auto at = static_cast<std::size_t>(std::clamp(level_number, 0, static_cast<std::int32_t>(depth) - 1));
    List& list = found->second;
    Abstract& counter = abstracts_[list.abstract];
    const Levels& all = levels_of(list);

    // Lists made from one definition count on from one another, unless this one says where it starts.
    if (list.start_override[at] && !list.started[at]) {
        counter.count[at] = *list.start_override[at];
        counter.counting[at] = true;
    } else if (counter.counting[at]) {
        ++counter.count[at];
    } else {
        counter.count[at] = all[at].start;
        counter.counting[at] = true;
    }
    list.started[at] = true;
    for (std::size_t deeper = at + 1; deeper < depth; ++deeper)
        if (all[deeper].restart < 0 || static_cast<std::int32_t>(at) < all[deeper].restart)
            counter.counting[deeper] = false;

    const Level& level = all[at];
    if (level.bullet)
        return {};
    std::string label;
    for (std::size_t i = 0; i < level.text.size() && label.size() < longest_label; ++i) {
        const char next = i + 1 < level.text.size() ? level.text[i + 1] : '\0';
        if (level.text[i] != '%' || next < '1' || next > '9') {
            label += level.text[i];
            continue;
        }
        const auto shown = static_cast<std::size_t>(next - '1');
        const std::int32_t number = counter.counting[shown] ? counter.count[shown] : all[shown].start;
        label += written(number, level.legal ? Format::decimal : all[shown].format);
        ++i;
    }
    return label;
}

} // namespace ehc::read::docx

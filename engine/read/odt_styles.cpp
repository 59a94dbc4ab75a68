#include "read/odt_styles.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

namespace ehc::read::odt {

namespace {

constexpr int longest_chain = 32; // of parents

std::optional<double> number_before(std::string_view text, std::string_view unit) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || std::string_view(end, static_cast<std::size_t>(text.data() + text.size() - end)) != unit || value <= 0 || value > 10'000)
        return std::nullopt;
    return value;
}

Characters characters_of(pugi::xml_node properties) {
    Characters characters;
    for (pugi::xml_attribute each = properties.first_attribute(); each; each = each.next_attribute()) {
        const std::string_view name = local_name(each.name()), value = each.value();
        if (name == "font-weight")
            characters.bold = value == "bold" || (value.size() == 3 && value[0] >= '6' && value[0] <= '9');
        else if (name == "font-style")
            characters.italic = value == "italic" || value == "oblique";
        else if (name == "text-underline-style")
            characters.underline = value != "none";
        else if (name == "text-line-through-style" || name == "text-line-through-type")
            characters.struck = value != "none";
        else if (name == "display")
            characters.hidden = value == "none" || value == "condition";
        else if (name == "background-color")
            characters.highlighted = value != "transparent" && value != "#ffffff";
        else if (name == "font-size") {
            characters.size = number_before(value, "pt");
            if (!characters.size)
                characters.percent = number_before(value, "%");
        }
    }
    return characters;
}

ListStyle list_style_of(pugi::xml_node node) {
    ListStyle style;
    for (const pugi::xml_node level : children(node)) {
        const std::int32_t number = number_attribute(level, "level", 0);
        if (number < 1 || number > 10)
            continue;
        ListLevel& made = style[static_cast<std::size_t>(number - 1)];
        const std::string_view format = text_attribute(level, "num-format");
        made.format = format.size() == 1 && std::string_view("1aAiI").find(format[0]) != std::string_view::npos ? format[0] : '\0';
        made.before = text_attribute(level, "num-prefix");
        made.after = text_attribute(level, "num-suffix");
        made.shown_levels = static_cast<std::uint32_t>(std::clamp(number_attribute(level, "display-levels", 1), 1, 10));
        made.start = number_attribute(level, "start-value", 1);
    }
    return style;
}

std::string in_format(char format, std::int32_t number) {
    if (format == '1' || number < 1)
        return std::to_string(number);
    if (format == 'a' || format == 'A') // after z come aa, bb
        return std::string(static_cast<std::size_t>(std::min((number - 1) / 26 + 1, 8)), static_cast<char>(format + (number - 1) % 26));
    constexpr std::pair<int, std::string_view> roman[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
                                                          {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
    std::string text;
    int rest = std::min(number, 3999);
    for (const auto& [value, letters] : roman)
        for (; rest >= value; rest -= value)
            text += letters;
    if (format == 'I')
        for (char& c : text)
            c = static_cast<char>(c - 'a' + 'A');
    return text;
}

} // namespace

void Characters::override_with(const Characters& nearer) {
    take_set(*this, nearer, &Characters::bold, &Characters::italic, &Characters::underline, &Characters::struck, &Characters::hidden, &Characters::highlighted, &Characters::size);
    if (nearer.percent && size)
        size = *size * *nearer.percent / 100;
}

void Styles::add(pugi::xml_node styles) {
    for (const pugi::xml_node node : children(styles)) {
        const std::string_view kind = local_name(node.name());
        if (kind == "list-style") {
            lists_.insert_or_assign(std::string(text_attribute(node, "name")), list_style_of(node));
        } else if (kind == "outline-style") {
            outline_ = list_style_of(node);
        } else if (kind == "style" || kind == "default-style") {
            Style style;
            style.parent = text_attribute(node, "parent-style-name");
            if (const char* level = attribute(node, "default-outline-level"); level != nullptr)
                style.outline = static_cast<std::uint32_t>(std::clamp(number_attribute(node, "default-outline-level", 0), 0, 9));
            for (const pugi::xml_node properties : children(node)) {
                if (local_name(properties.name()) == "text-properties")
                    style.characters = characters_of(properties);
                else if (local_name(properties.name()) == "section-properties")
                    style.hidden_section = text_attribute(properties, "display") == "none";
            }
            const std::string family(text_attribute(node, "family"));
            if (kind == "default-style")
                defaults_.insert_or_assign(family, style.characters);
            else
                styles_.insert_or_assign(family + " " + std::string(text_attribute(node, "name")), std::move(style));
        }
    }
}

const Styles::Style* Styles::find(std::string_view family, std::string_view name) const {
    const auto found = styles_.find(std::string(family) + " " + std::string(name));
    return found == styles_.end() ? nullptr : &found->second;
}

Characters Styles::characters(std::string_view family, std::string_view name) const {
    std::vector<const Style*> chain;
    for (const Style* style = find(family, name); style != nullptr && chain.size() < longest_chain; style = find(family, style->parent))
        chain.push_back(style);
    Characters characters;
    if (const auto base = defaults_.find(family); base != defaults_.end())
        characters = base->second;
    for (auto style = chain.rbegin(); style != chain.rend(); ++style)
        characters.override_with((*style)->characters);
    return characters;
}

std::uint32_t Styles::outline_level(std::string_view name) const {
    int steps = 0;
    for (const Style* style = find("paragraph", name); style != nullptr && steps < longest_chain; style = find("paragraph", style->parent), ++steps)
        if (style->outline)
            return *style->outline;
    return 0;
}

bool Styles::is_contents(std::string_view paragraph_style) const {
    std::string_view name = paragraph_style;
    for (int steps = 0; steps < longest_chain && !name.empty(); ++steps) {
        if (name.starts_with("Contents_20_") && !name.ends_with("Heading"))
            return true;
        const Style* style = find("paragraph", name);
        name = style != nullptr ? std::string_view(style->parent) : std::string_view();
    }
    return false;
}

bool Styles::hidden_section(std::string_view name) const {
    const Style* style = find("section", name);
    return style != nullptr && style->hidden_section;
}

const ListStyle* Styles::list(std::string_view name) const {
    const auto found = lists_.find(name);
    return found == lists_.end() ? nullptr : &found->second;
}

std::string list_label(const ListStyle& style, std::size_t level, const std::array<std::int32_t, 10>& numbers) {
    const ListLevel& own = style[level];
    if (own.format == 0)
        return {};
    std::string label;
    const std::size_t from = level + 1 - std::min<std::size_t>(own.shown_levels, level + 1);
    for (std::size_t each = from; each <= level; ++each) {
        if (style[each].format == 0)
            continue;
        label += (label.empty() ? "" : ".") + in_format(style[each].format, numbers[each]);
    }
    return own.before + label + own.after;
}

} // namespace ehc::read::odt

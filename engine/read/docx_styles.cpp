#include "read/docx_styles.hpp"

#include <vector>

namespace ehc::read::docx {

namespace {

// Longer chains of styles than this are circular or harmful, and end here; Word's own are at most about ten long.
constexpr std::size_t longest_chain = 32;

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return result;
}

// A style as written, before inheritance.
struct Written {
    Style style;
    std::string based_on;
    bool is_default_paragraph = false;
};

Written style_of(pugi::xml_node node) {
    Written written;
    Style& style = written.style;
    style.id = text_attribute(node, "styleId");
    const std::string_view family = text_attribute(node, "type");
    const std::string_view is_default = text_attribute(node, "default");
    written.is_default_paragraph = family == "paragraph" && (is_default == "1" || is_default == "true" || is_default == "on");
    for (const pugi::xml_node part : children(node)) {
        switch (tag_of(part)) {
        case Tag::name: style.name = lower(text_attribute(part, "val")); break;
        case Tag::based_on: written.based_on = text_attribute(part, "val"); break;
        case Tag::r_pr: style.characters = run_properties(part).characters; break;
        case Tag::p_pr: {
            const ParagraphProperties properties = paragraph_properties(part);
            style.outline = properties.outline;
            style.numbering = properties.numbering;
            break;
        }
        case Tag::tbl_style_pr:
            if (const std::string_view where = text_attribute(part, "type"); where == "firstRow")
                style.first_row = run_properties(child(part, Tag::r_pr)).characters;
            else if (where == "firstCol")
                style.first_column = run_properties(child(part, Tag::r_pr)).characters;
            break;
        default: break;
        }
    }
    // Built-in styles keep their English name whatever language their id is in.
    if (family == "paragraph" && !style.outline) {
        style.outline = heading_level_of_name(style.name);
        if (!style.outline)
            style.outline = heading_level_of_name(style.id);
    }
    style.contents = style.name.starts_with("toc ") && style.name != "toc heading";
    return written;
}

} // namespace

void Characters::override_with(const Characters& nearer) {
    take_set(*this, nearer, &Characters::bold, &Characters::italic, &Characters::strike, &Characters::double_strike, &Characters::vanish, &Characters::underline,
             &Characters::highlight, &Characters::symbol_font, &Characters::size);
}

RunProperties run_properties(pugi::xml_node node) {
    RunProperties read;
    Characters& set = read.characters;
    for (const pugi::xml_node property : children(node)) {
        switch (tag_of(property)) {
        case Tag::b: set.bold = is_on(property); break;
        case Tag::i: set.italic = is_on(property); break;
        case Tag::strike: set.strike = is_on(property); break;
        case Tag::dstrike: set.double_strike = is_on(property); break;
        case Tag::vanish: set.vanish = is_on(property); break;
        case Tag::u: set.underline = text_attribute(property, "val") != "none" && attribute(property, "val") != nullptr; break;
        case Tag::highlight: set.highlight = text_attribute(property, "val") != "none"; break;
        case Tag::r_fonts:
            if (const std::string_view font = text_attribute(property, "ascii"); !font.empty())
                set.symbol_font = font == "Wingdings";
            break;
        case Tag::sz:
            if (const std::int32_t half_points = number_attribute(property, "val", 0); half_points > 0)
                set.size = half_points / 2.0;
            break;
        case Tag::r_style: read.style = text_attribute(property, "val"); break;
        case Tag::r_pr_change: read.change = property; break;
        default: break;
        }
    }
    return read;
}

ParagraphProperties paragraph_properties(pugi::xml_node node) {
    ParagraphProperties read;
    for (const pugi::xml_node property : children(node)) {
        switch (tag_of(property)) {
        case Tag::p_style: read.style = attribute(property, "val"); break;
        case Tag::outline_lvl: {
            const std::int32_t level = number_attribute(property, "val", 9);
            read.outline = level >= 0 && level < 9 ? static_cast<std::uint32_t>(level + 1) : 0;
            break;
        }
        case Tag::num_pr:
            if (const pugi::xml_node list = child(property, Tag::num_id))
                read.numbering.list = number_attribute(list, "val", 0);
            if (const pugi::xml_node level = child(property, Tag::ilvl))
                read.numbering.level = number_attribute(level, "val", 0);
            break;
        case Tag::r_pr: read.mark = property; break;
        case Tag::sect_pr: read.section = property; break;
        case Tag::p_pr_change: read.change = property; break;
        default: break;
        }
    }
    return read;
}

std::optional<std::uint32_t> heading_level_of_name(std::string_view name) {
    std::string text = lower(name);
    std::erase(text, ' ');
    if (text == "title")
        return 1;
    if (text.size() == 8 && text.starts_with("heading") && text[7] >= '1' && text[7] <= '9')
        return static_cast<std::uint32_t>(text[7] - '0');
    return {};
}

Styles::Styles(pugi::xml_node root) {
    std::map<std::string, Written, std::less<>> written;
    std::string default_id;
    for (const pugi::xml_node node : children(root)) {
        switch (tag_of(node)) {
        case Tag::doc_defaults: defaults_ = run_properties(child(child(node, Tag::r_pr_default), Tag::r_pr)).characters; break;
        case Tag::style: {
            Written style = style_of(node);
            if (style.is_default_paragraph && default_id.empty())
                default_id = style.style.id;
            std::string id = style.style.id;
            written.emplace(std::move(id), std::move(style));
            break;
        }
        default: break;
        }
    }
    for (const auto& [id, own] : written) {
        std::vector<const Written*> chain{&own};
        while (chain.size() < longest_chain) {
            const auto base = written.find(chain.back()->based_on);
            if (base == written.end())
                break;
            chain.push_back(&base->second);
        }
        Style style;
        for (auto level = chain.rbegin(); level != chain.rend(); ++level) {
            const Style& nearer = (*level)->style;
            style.characters.override_with(nearer.characters);
            style.first_row.override_with(nearer.first_row);
            style.first_column.override_with(nearer.first_column);
            if (nearer.outline)
                style.outline = nearer.outline;
            if (nearer.numbering.list)
                style.numbering.list = nearer.numbering.list;
            if (nearer.numbering.level)
                style.numbering.level = nearer.numbering.level;
            style.contents = style.contents || nearer.contents;
        }
        style.id = id;
        style.name = own.style.name;
        styles_.emplace(id, std::move(style));
    }
    default_paragraph_ = default_id.empty() ? nullptr : find(default_id);
}

const Style* Styles::find(std::string_view id) const {
    const auto found = styles_.find(id);
    return found != styles_.end() ? &found->second : nullptr;
}

} // namespace ehc::read::docx

#include "read/html_elements.hpp"

#include "read/paragraph_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace ehc::read {

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

std::string declared_encoding(std::string_view bytes) {
    const std::string start = lower(bytes.substr(0, 4096));
    const std::size_t at = start.find("charset=");
    if (at == std::string::npos)
        return {};
    std::size_t from = at + 8;
    while (from < start.size() && (start[from] == '"' || start[from] == '\'' || start[from] == ' '))
        ++from;
    std::size_t end = from;
    while (end < start.size() && (std::string_view("-_.:").find(start[end]) != std::string_view::npos || (start[end] >= '0' && start[end] <= '9') ||
                                  (start[end] >= 'a' && start[end] <= 'z')))
        ++end;
    const std::string name = start.substr(from, end - from);
    return name == "iso-8859-1" || name == "latin1" || name == "us-ascii" ? "windows-1252" : name; // as browsers take them
}

std::string_view attribute(const GumboElement& element, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
    return found != nullptr ? std::string_view(found->value) : std::string_view();
}
bool has_attribute(const GumboElement& element, const char* name) { return gumbo_get_attribute(&element.attributes, name) != nullptr; }

std::uint32_t span_attribute(const GumboElement& element, const char* name) {
    const std::string_view text = attribute(element, name);
    std::uint32_t value = 1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::string style_property(std::string_view style, std::string_view name) {
    std::string value;
    for (std::size_t from = 0; from < style.size();) {
        const std::size_t end = std::min(style.find(';', from), style.size());
        const std::string declaration = lower(style.substr(from, end - from));
        const std::size_t colon = declaration.find(':');
        from = end + 1;
        if (colon == std::string::npos || folded(std::string_view(declaration).substr(0, colon)) != name)
            continue;
        value = folded(std::string_view(declaration).substr(colon + 1));
    }
    return value;
}

std::optional<double> points(std::string_view size) {
    double value = 0;
    const auto [end, error] = std::from_chars(size.data(), size.data() + size.size(), value);
    if (error != std::errc() || value <= 0 || value > 1000)
        return std::nullopt;
    const std::string_view unit(end, static_cast<std::size_t>(size.data() + size.size() - end));
    if (unit.starts_with("pt"))
        return value;
    return unit.starts_with("px") ? std::optional(value * 0.75) : std::nullopt;
}

bool is_block(GumboTag tag) {
    constexpr std::array tags{
        GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE,  GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BODY,     GUMBO_TAG_CAPTION, GUMBO_TAG_CENTER,
        GUMBO_TAG_DD,      GUMBO_TAG_DETAILS, GUMBO_TAG_DIR,    GUMBO_TAG_DIV,        GUMBO_TAG_DL,       GUMBO_TAG_DT,      GUMBO_TAG_FIELDSET,
        GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE, GUMBO_TAG_FOOTER, GUMBO_TAG_FORM,     GUMBO_TAG_H1,       GUMBO_TAG_H2,      GUMBO_TAG_H3,
        GUMBO_TAG_H4,      GUMBO_TAG_H5,      GUMBO_TAG_H6,     GUMBO_TAG_HEADER,     GUMBO_TAG_HGROUP,   GUMBO_TAG_HR,      GUMBO_TAG_LEGEND,
        GUMBO_TAG_LI,      GUMBO_TAG_MAIN,    GUMBO_TAG_MENU,   GUMBO_TAG_NAV,        GUMBO_TAG_OL,       GUMBO_TAG_P,       GUMBO_TAG_PRE,
        GUMBO_TAG_SECTION, GUMBO_TAG_SUMMARY, GUMBO_TAG_UL,     GUMBO_TAG_OPTGROUP,
    };
    return std::ranges::find(tags, tag) != tags.end();
}

bool is_silent(GumboTag tag) {
    constexpr std::array tags{GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,    GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_HEAD,   GUMBO_TAG_OBJECT,
                              GUMBO_TAG_AUDIO,  GUMBO_TAG_VIDEO,    GUMBO_TAG_CANVAS,   GUMBO_TAG_SVG,      GUMBO_TAG_MATH,   GUMBO_TAG_DATALIST,
                              GUMBO_TAG_BUTTON, GUMBO_TAG_PROGRESS, GUMBO_TAG_METER,    GUMBO_TAG_TITLE,    GUMBO_TAG_APPLET, GUMBO_TAG_RP};
    return std::ranges::find(tags, tag) != tags.end();
}

std::string title_of(const GumboNode* root) {
    if (root->type != GUMBO_NODE_ELEMENT)
        return {};
    const GumboVector& parts = root->v.element.children;
    for (unsigned i = 0; i < parts.length; ++i) {
        const auto* head = static_cast<const GumboNode*>(parts.data[i]);
        if (head->type != GUMBO_NODE_ELEMENT || head->v.element.tag != GUMBO_TAG_HEAD)
            continue;
        for (unsigned k = 0; k < head->v.element.children.length; ++k) {
            const auto* title = static_cast<const GumboNode*>(head->v.element.children.data[k]);
            if (title->type == GUMBO_NODE_ELEMENT && title->v.element.tag == GUMBO_TAG_TITLE && title->v.element.children.length > 0)
                return folded(static_cast<const GumboNode*>(title->v.element.children.data[0])->v.text.text);
        }
    }
    return {};
}

std::uint32_t deepest(std::string_view text) {
    constexpr std::array<std::string_view, 26> ending{"p",  "li",  "td",   "tr",  "th",   "br",    "hr",   "img",  "input", "meta", "link",   "option", "dt",
                                                      "dd", "col", "area", "wbr", "base", "thead", "body", "html", "head",  "tbody", "source", "tfoot",  "embed"};
    std::uint32_t open = 0, most = 0;
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        const bool closing = text.substr(at + 1).starts_with('/');
        const std::size_t from = at + (closing ? 2 : 1);
        std::size_t end = from;
        while (end < text.size() && end - from < 12 && ((text[end] >= 'a' && text[end] <= 'z') || (text[end] >= 'A' && text[end] <= 'Z')))
            ++end;
        if (end == from || std::ranges::find(ending, lower(text.substr(from, end - from))) != ending.end())
            continue;
        if (closing)
            open -= open > 0 ? 1 : 0;
        else
            most = std::max(most, ++open);
    }
    return most;
}

} // namespace ehc::read

#include "annotate/xml_map.hpp"

#include <algorithm>

namespace ehc::annotate {

namespace {

constexpr std::string_view white_space = " \t\r\n";

std::size_t behind(std::string_view text, std::string_view mark, std::size_t from) {
    const std::size_t at = text.find(mark, from);
    return at == std::string_view::npos ? text.size() : at + mark.size();
}

// Behind the '>' of the tag at `at`; a '>' inside quotes does not end it.
std::size_t tag_end(std::string_view text, std::size_t at) {
    char quote = '\0';
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quote != '\0')
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return at + 1;
    }
    return text.size();
}

std::string_view local_of(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

} // namespace

std::string_view Element::local() const noexcept { return local_of(name); }
std::string_view Element::prefix() const noexcept { return name.substr(0, name.size() - local().size()); }

XmlMap::XmlMap(std::string_view text) : text_(text) {
    std::vector<std::uint32_t> open;
    for (std::size_t at = text.find('<'); at < text.size(); at = text.find('<', at)) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with("<!--")) {
            at = behind(text, "-->", at);
        } else if (rest.starts_with("<![CDATA[")) {
            at = behind(text, "]]>", at);
        } else if (rest.starts_with("<?")) {
            at = behind(text, "?>", at);
        } else if (rest.starts_with("</")) {
            const std::size_t end = tag_end(text, at);
            if (!open.empty()) {
                elements_[open.back()].close = at;
                elements_[open.back()].end = end;
                open.pop_back();
            }
            at = end;
        } else {
            const std::size_t end = tag_end(text, at);
            Element element;
            element.name = text.substr(at + 1, text.find_first_of(" \t\r\n/>", at + 1) - at - 1);
            const auto index = static_cast<std::uint32_t>(elements_.size());
            element.parent = open.empty() ? index : open.back();
            element.begin = at;
            element.content = element.close = element.end = end;
            elements_.push_back(element);
            if (text[end - 2] != '/')
                open.push_back(index);
            at = end;
        }
    }
}

std::optional<std::uint32_t> XmlMap::holding(std::size_t content) const {
    const auto found = std::lower_bound(elements_.begin(), elements_.end(), content,
                                        [](const Element& element, std::size_t at) { return element.content < at; });
    if (found == elements_.end() || found->content != content)
        return {};
    return static_cast<std::uint32_t>(found - elements_.begin());
}

std::optional<std::uint32_t> XmlMap::child(std::uint32_t parent, std::string_view local) const {
    for (std::uint32_t i = parent + 1; i < elements_.size() && elements_[i].begin < elements_[parent].close; ++i)
        if (elements_[i].parent == parent && elements_[i].local() == local)
            return i;
    return {};
}

std::optional<std::string_view> XmlMap::attribute(const Element& element, std::string_view local) const {
    std::string_view rest = start_tag(element);
    rest.remove_prefix(1 + element.name.size());
    for (;;) {
        rest.remove_prefix(std::min(rest.find_first_not_of(white_space), rest.size()));
        const std::size_t equals = rest.find('=');
        if (equals == std::string_view::npos)
            return {};
        const std::string_view name = rest.substr(0, std::min(rest.find_first_of(white_space), equals));
        rest.remove_prefix(equals + 1);
        rest.remove_prefix(std::min(rest.find_first_not_of(white_space), rest.size()));
        if (rest.empty())
            return {};
        const std::size_t end = rest.find(rest.front(), 1);
        if (end == std::string_view::npos)
            return {};
        if (local_of(name) == local)
            return rest.substr(1, end - 1);
        rest.remove_prefix(end + 1);
    }
}

std::string with_insertions(std::string_view text, std::vector<Insertion> insertions) {
    std::stable_sort(insertions.begin(), insertions.end(), [](const Insertion& a, const Insertion& b) { return a.at < b.at; });
    std::string result;
    std::size_t done = 0;
    for (const Insertion& insertion : insertions) {
        result.append(text, done, insertion.at - done);
        result += insertion.text;
        done = insertion.at;
    }
    result.append(text, done);
    return result;
}

} // namespace ehc::annotate

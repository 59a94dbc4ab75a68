#include "annotate/anchor.hpp"

#include <algorithm>
#include <array>

namespace ehc::annotate {

namespace {

// What may stand between a paragraph and its runs and have marks among its children.
constexpr std::array<std::string_view, 8> containers{"ins", "moveTo", "hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "dir"};
// Controls whose content Word makes from a value, with no room for marks.
constexpr std::array<std::string_view, 8> made_from_values{"text", "dataBinding", "date", "dropDownList", "comboBox", "checkbox", "picture", "docPartObj"};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

struct Character {
    std::size_t raw = 1;     // bytes as written
    std::uint32_t bytes = 1; // bytes of text
};

// One character or reference of XML text, as the parser resolves it.
Character character_at(std::string_view xml, std::size_t at) {
    if (xml[at] == '\r')
        return {at + 1 < xml.size() && xml[at + 1] == '\n' ? 2U : 1U, 1};
    if (xml[at] != '&')
        return {};
    const std::size_t end = xml.find(';', at);
    if (end == std::string_view::npos || end - at > 12)
        return {};
    const std::string_view name = xml.substr(at + 1, end - at - 1);
    constexpr std::array<std::string_view, 5> known{"amp", "lt", "gt", "quot", "apos"};
    if (std::find(known.begin(), known.end(), name) != known.end())
        return {end + 1 - at, 1};
    if (!name.starts_with('#') || name.size() < 2)
        return {};
    const bool hexadecimal = name[1] == 'x';
    std::uint32_t code = 0;
    for (const char c : name.substr(hexadecimal ? 2 : 1)) {
        const int digit = c >= '0' && c <= '9' ? c - '0' : hexadecimal && c >= 'a' && c <= 'f' ? c - 'a' + 10 : hexadecimal && c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        if (digit < 0)
            return {};
        code = code * (hexadecimal ? 16U : 10U) + static_cast<std::uint32_t>(digit);
    }
    return {end + 1 - at, code < 0x80 ? 1U : code < 0x800 ? 2U : code < 0x10000 ? 3U : 4U};
}

} // namespace

bool is_strict(std::string_view part) { return part.find(main_namespace(true)) != std::string_view::npos; }

std::string_view main_namespace(bool strict) {
    return strict ? "http://purl.oclc.org/ooxml/wordprocessingml/main" : "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
}

Anchors::Anchors(const read::DocxSource& source, std::string_view xml) : source_(source), xml_(xml), map_(xml) {
    if (!map_.elements().empty())
        prefix_ = map_[0].prefix();
    if (prefix_.empty()) {
        prefix_ = "w:";
        declared_ = " xmlns:w=\"" + std::string(main_namespace(is_strict(xml))) + "\"";
    }
    find_fields();
}

void Anchors::find_fields() {
    std::vector<std::uint32_t> open; // runs that begin a field
    const auto paragraph_of = [&](std::uint32_t element) {
        while (map_[element].local() != "p" && map_[element].parent != element)
            element = map_[element].parent;
        return element;
    };
    for (std::uint32_t i = 0; i < map_.elements().size(); ++i) {
        if (map_[i].local() != "fldChar")
            continue;
        const auto type = map_.attribute(map_[i], "fldCharType");
        if (type == "begin") {
            open.push_back(map_[i].parent);
        } else if (type == "end" && !open.empty()) {
            const std::uint32_t first = open.back(), last = map_[i].parent;
            open.pop_back();
            if (open.empty() && map_[first].parent == map_[last].parent && paragraph_of(first) == paragraph_of(last))
                fields_.push_back({map_[first].begin, map_[last].end});
        }
    }
}

const Anchors::Stretch* Anchors::field_around(std::size_t at) const {
    const auto behind = std::upper_bound(fields_.begin(), fields_.end(), at, [](std::size_t place, const Stretch& field) { return place < field.begin; });
    return behind != fields_.begin() && at < std::prev(behind)->end ? &*std::prev(behind) : nullptr;
}

bool Anchors::is_atom(std::uint32_t element) const {
    const Element& at = map_[element];
    if (std::find(containers.begin(), containers.end(), at.local()) == containers.end() || at.prefix() != map_[0].prefix())
        return true;
    if (at.local() != "sdt")
        return false;
    const auto properties = map_.child(element, "sdtPr");
    return !properties || std::any_of(made_from_values.begin(), made_from_values.end(),
                                      [&](std::string_view name) { return map_.child(*properties, name).has_value(); });
}

// Both halves of a split text keep their spaces, so those that did not count before must not be there.
bool Anchors::may_split(std::uint32_t text, std::uint32_t run) const {
    const Element& at = map_[text];
    if (at.parent != run || map_[run].local() != "r" || map_[run].prefix() != map_[0].prefix())
        return false;
    const auto space = map_.attribute(at, "space");
    if (space == "preserve")
        return true;
    return !space && at.content < at.close && !is_space(xml_[at.content]) && !is_space(xml_[at.close - 1]);
}

std::optional<Anchors::Text> Anchors::text_at(std::size_t node) const {
    const auto element = map_.holding(node);
    if (!element)
        return {};
    // From the text up to its paragraph, then down again to the first that marks may not stand in.
    std::vector<std::uint32_t> path{*element};
    while (map_[path.back()].local() != "p") {
        if (map_[path.back()].parent == path.back())
            return {};
        path.push_back(map_[path.back()].parent);
    }
    path.pop_back();
    while (path.size() > 1 && !is_atom(path.back()))
        path.pop_back();
    return Text{*element, path.back(), may_split(*element, path.back())};
}

// The byte of the part at which byte `at` of the extracted text stands, which is in this stretch or at its end.
std::optional<std::size_t> Anchors::position(const read::TextSource& source, std::uint32_t at) const {
    std::size_t raw = source.node;
    std::uint32_t decoded = 0;
    const std::uint32_t wanted = source.skip + (at - source.at);
    while (decoded < wanted) {
        if (raw >= xml_.size() || xml_[raw] == '<')
            return {};
        const Character character = character_at(xml_, raw);
        // What was written without a reference must be what was read.
        if (const std::uint32_t read = source.at + decoded - source.skip;
            decoded >= source.skip && character.raw == 1 && xml_[raw] != '\r' && xml_[raw] != source_.document.extracted[read])
            return {};
        raw += character.raw;
        decoded += character.bytes;
    }
    return decoded == wanted ? std::optional(raw) : std::nullopt;
}

Span Anchors::span_of(std::uint32_t block) const {
    if (block == 0 || block > source_.document.blocks.size())
        return {};
    return source_.document.blocks[block - 1].text.origin().span;
}

// From the first to the last byte of the span that stands in the part.
std::optional<Anchor> Anchors::over(Span span) const {
    const auto& sources = source_.sources;
    const auto first = std::upper_bound(sources.begin(), sources.end(), span.begin,
                                        [](std::uint32_t at, const read::TextSource& each) { return at < each.at + each.size; });
    const auto behind = std::lower_bound(first, sources.end(), span.end, [](const read::TextSource& each, std::uint32_t at) { return each.at < at; });
    if (first == behind)
        return {};
    const read::TextSource& last = *std::prev(behind);
    const auto begin = position(*first, std::max(span.begin, first->at));
    const auto end = position(last, std::min(span.end, last.at + last.size));
    const auto from = text_at(first->node), to = text_at(last.node);
    if (!begin || !end || !from || !to)
        return {};
    const Element& outer_from = map_[from->outer];
    const Element& outer_to = map_[to->outer];
    Anchor anchor{outer_from.begin, outer_to.end, true};
    // Inside a run only where words are left outside the comment, so that no empty halves are made.
    const auto children_before = [&](const Text& text) {
        for (std::uint32_t i = text.outer + 1; i < text.element; ++i)
            if (map_[i].parent == text.outer && map_[i].local() != "rPr")
                return true;
        return false;
    };
    const auto children_behind = [&](const Text& text) {
        for (std::uint32_t i = text.element + 1; i < map_.elements().size() && map_[i].begin < map_[text.outer].close; ++i)
            if (map_[i].parent == text.outer)
                return true;
        return false;
    };
    if (const Stretch* field = field_around(outer_from.begin)) {
        anchor.begin = field->begin;
    } else if (from->divisible) {
        const Element& text = map_[from->element];
        if (*begin > text.content)
            anchor.begin = *begin;
        else if (children_before(*from))
            anchor.begin = text.begin;
    }
    if (const Stretch* field = field_around(outer_to.begin)) {
        anchor.end = field->end;
    } else if (to->divisible) {
        const Element& text = map_[to->element];
        if (*end < text.close)
            anchor.end = *end;
        else if (children_behind(*to))
            anchor.end = text.end;
    }
    return anchor;
}

std::optional<Anchor> Anchors::at(std::uint32_t block, Span span) const {
    if (span.begin < span.end)
        if (const auto anchor = over(span))
            return anchor;
    const auto near = [](std::optional<Anchor> anchor) {
        anchor->exact = false;
        return anchor;
    };
    if (const auto anchor = over(span_of(block)))
        return span.begin < span.end ? near(anchor) : anchor;
    // Text boxes are read behind the paragraph that holds them; headers and notes behind the body.
    const bool in_body = block != 0 && block <= source_.document.blocks.size() && source_.document.blocks[block - 1].text.origin().paragraph != 0;
    for (std::uint32_t before = in_body ? block : 0; before > 1; --before)
        if (const auto anchor = over(span_of(before - 1)))
            return near(anchor);
    for (const read::TextSource& source : source_.sources)
        if (const auto anchor = over({source.at, source.at + source.size}))
            return near(block == 0 ? over(span_of(source_.document.blocks.empty() ? 0 : 1)).value_or(*anchor) : anchor);
    return {};
}

void Anchors::mark(const Anchor& anchor, std::uint32_t id) {
    const std::string attribute = declared_ + " " + prefix_ + "id=\"" + std::to_string(id) + "\"/>";
    marks_[anchor.begin].starts += "<" + prefix_ + "commentRangeStart" + attribute;
    marks_[anchor.end].ends += "<" + prefix_ + "commentRangeEnd" + attribute + "<" + prefix_ + "r" + declared_ + "><" + prefix_ + "commentReference" +
                               attribute + "</" + prefix_ + "r>";
}

std::string Anchors::marked() const {
    std::vector<Insertion> insertions;
    std::size_t kept_spaces = 0; // start tag of the text that was last told to keep its spaces
    for (const auto& [at, marks] : marks_) {
        const std::string both = marks.ends + marks.starts;
        // The innermost element that the place is inside of.
        std::uint32_t inside = 0;
        {
            const auto& elements = map_.elements();
            auto next = std::upper_bound(elements.begin(), elements.end(), at, [](std::size_t place, const Element& each) { return place <= each.begin; });
            inside = static_cast<std::uint32_t>(next - elements.begin()) - 1;
            while (map_[inside].parent != inside && map_[inside].end <= at)
                inside = map_[inside].parent;
        }
        const bool in_text = map_[inside].local() == "t";
        const std::uint32_t run = in_text ? map_[inside].parent : inside;
        if (map_[run].local() != "r") {
            insertions.push_back({at, both});
            continue;
        }
        const auto properties = map_.child(run, "rPr");
        std::string again = std::string(map_.start_tag(map_[run]));
        if (properties)
            again += map_.whole(map_[*properties]);
        const std::string run_end = "</" + std::string(map_[run].name) + ">";
        if (!in_text) {
            insertions.push_back({at, run_end + both + again});
            continue;
        }
        const Element& text = map_[inside];
        if (!map_.attribute(text, "space") && kept_spaces != text.content) {
            insertions.push_back({text.content - 1, " xml:space=\"preserve\""});
            kept_spaces = text.content;
        }
        const std::string name(text.name);
        insertions.push_back({at, "</" + name + ">" + run_end + both + again + "<" + name + " xml:space=\"preserve\">"});
    }
    return with_insertions(xml_, std::move(insertions));
}

} // namespace ehc::annotate

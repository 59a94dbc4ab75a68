#include "read/part_xml.hpp"

#include "base/source.hpp"

#include <algorithm>

namespace ehc::read {

namespace {

// Entities need a document type; without one they stay as written.
constexpr unsigned parse_flags = pugi::parse_default | pugi::parse_doctype;

std::string position(const std::string& part, std::ptrdiff_t offset) {
    const Source source("", part);
    const auto place = source.place(static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(offset, 0)));
    return std::to_string(place.line) + ":" + std::to_string(place.column);
}

std::string in_words(pugi::xml_parse_status status) {
    switch (status) {
    case pugi::status_no_document_element: return "it holds no element";
    case pugi::status_end_element_mismatch: return "a start tag and an end tag do not match, or the part is cut short";
    case pugi::status_bad_start_element: return "a start tag is broken";
    case pugi::status_bad_attribute: return "an attribute is broken";
    case pugi::status_bad_end_element: return "an end tag is broken";
    default: return "its markup is broken";
    }
}

} // namespace

std::string_view local_name(const char* name) noexcept {
    const std::string_view whole(name);
    const std::size_t colon = whole.find(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

const char* attribute(pugi::xml_node node, std::string_view name) noexcept {
    for (pugi::xml_attribute each = node.first_attribute(); each; each = each.next_attribute())
        if (local_name(each.name()) == name)
            return each.value();
    return nullptr;
}

std::string_view text_attribute(pugi::xml_node node, std::string_view name) noexcept {
    const char* value = attribute(node, name);
    return value != nullptr ? std::string_view(value) : std::string_view();
}

std::int32_t number_attribute(pugi::xml_node node, std::string_view name, std::int32_t absent) noexcept {
    std::string_view text = text_attribute(node, name);
    const bool negative = text.starts_with('-');
    if (negative)
        text.remove_prefix(1);
    if (text.empty() || text.size() > 9)
        return absent;
    std::int32_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return absent;
        value = value * 10 + (c - '0');
    }
    return negative ? -value : value;
}

std::string character_data(pugi::xml_node node) {
    std::string data;
    for (const pugi::xml_node piece : children(node))
        if (piece.type() == pugi::node_pcdata || piece.type() == pugi::node_cdata)
            data += piece.value();
    return data;
}

Result<Done> parse_part(Container& container, std::string_view part, std::string_view path, const Limits& limits,
                        XmlPart& into, const Maker& maker) {
    constexpr std::uint64_t small = 4ULL << 20; // a part this size cannot hold enough nodes to matter
    Result<std::string> unpacked = container.part(part);
    if (!unpacked)
        return unpacked.error();
    into.bytes = std::move(unpacked).value();
    const auto fail = [&](std::string what) {
        return Error{.where = std::string(path),
                     .what = "the part " + shown_part(part) + " " + std::move(what),
                     .remedy = std::string(maker.save_again)};
    };
    // Every element has a '<' and every attribute a '=': their number bounds the tree before any of it is made.
    if (into.bytes.size() > small) {
        const auto nodes = std::count_if(into.bytes.begin(), into.bytes.end(), [](char c) { return c == '<' || c == '='; });
        if (static_cast<std::uint64_t>(nodes) > limits.xml_nodes)
            return fail("holds more than " + std::to_string(limits.xml_nodes) + " elements and attributes");
    }
    const unsigned spaces = maker.spaces_between_elements ? pugi::parse_ws_pcdata : pugi::parse_ws_pcdata_single;
    const pugi::xml_parse_result parsed = into.tree.load_buffer_inplace(into.bytes.data(), into.bytes.size(), parse_flags | spaces);
    if (parsed.status == pugi::status_out_of_memory)
        return fail("needs more memory than there is");
    if (!parsed) {
        // Parsing has changed the bytes, so the place is worked out in fresh ones.
        const Result<std::string> again = container.part(part);
        return fail("is broken XML" + (again ? " at " + position(*again, parsed.offset) : "") + ": " + in_words(parsed.status));
    }
    for (const pugi::xml_node node : children(into.tree))
        if (node.type() == pugi::node_doctype)
            return fail("has a document type declaration, which no word processor writes and a harmful file might");
    return Done{};
}

} // namespace ehc::read

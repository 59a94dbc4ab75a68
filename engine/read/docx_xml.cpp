#include "read/docx_xml.hpp"

#include "base/source.hpp"

#include <algorithm>
#include <array>

namespace ehc::read::docx {

namespace {

struct Named {
    std::string_view name;
    Tag tag;
};

constexpr auto known = std::to_array<Named>({
    {"abstractNum", Tag::abstract_num}, {"abstractNumId", Tag::abstract_num_id}, {"altChunk", Tag::alt_chunk},
    {"AlternateContent", Tag::alternate_content}, {"b", Tag::b}, {"basedOn", Tag::based_on}, {"blip", Tag::blip},
    {"bookmarkEnd", Tag::nothing}, {"bookmarkStart", Tag::nothing}, {"body", Tag::body}, {"br", Tag::br},
    {"cellDel", Tag::cell_del}, {"cellIns", Tag::cell_ins}, {"chart", Tag::chart},
    {"checkBox", Tag::check_box_field}, {"checkbox", Tag::checkbox}, {"checked", Tag::checked},
    {"Choice", Tag::choice}, {"conflictDel", Tag::del}, {"conflictIns", Tag::ins}, {"cr", Tag::cr},
    {"creator", Tag::creator}, {"ddList", Tag::dd_list}, {"default", Tag::default_}, {"del", Tag::del},
    {"docDefaults", Tag::doc_defaults}, {"docPartGallery", Tag::doc_part_gallery},
    {"docPartList", Tag::doc_part_list}, {"docPartObj", Tag::doc_part_obj}, {"drawing", Tag::drawing},
    {"dstrike", Tag::dstrike}, {"endnote", Tag::endnote}, {"endnoteReference", Tag::endnote_reference},
    {"equation", Tag::equation}, {"Fallback", Tag::fallback}, {"ffData", Tag::ff_data}, {"fldChar", Tag::fld_char},
    {"fldSimple", Tag::fld_simple}, {"footerReference", Tag::footer_reference}, {"footnote", Tag::footnote},
    {"footnoteReference", Tag::footnote_reference}, {"gridAfter", Tag::grid_after},
    {"gridBefore", Tag::grid_before}, {"gridCol", Tag::grid_col}, {"gridSpan", Tag::grid_span},
    {"group", Tag::group}, {"headerReference", Tag::header_reference}, {"highlight", Tag::highlight},
    {"hMerge", Tag::h_merge}, {"i", Tag::i}, {"ilvl", Tag::ilvl}, {"imagedata", Tag::image_data}, {"ins", Tag::ins},
    {"instrText", Tag::instr_text}, {"isLgl", Tag::is_lgl}, {"lastRenderedPageBreak", Tag::nothing},
    {"listEntry", Tag::list_entry}, {"lvl", Tag::lvl}, {"lvlOverride", Tag::lvl_override},
    {"lvlRestart", Tag::lvl_restart}, {"lvlText", Tag::lvl_text}, {"moveFrom", Tag::move_from},
    {"moveTo", Tag::move_to}, {"name", Tag::name}, {"noBreakHyphen", Tag::no_break_hyphen}, {"num", Tag::num},
    {"numFmt", Tag::num_fmt}, {"numId", Tag::num_id}, {"numPr", Tag::num_pr}, {"numStyleLink", Tag::num_style_link},
    {"object", Tag::object}, {"outlineLvl", Tag::outline_lvl}, {"p", Tag::p}, {"pict", Tag::pict},
    {"picture", Tag::picture}, {"pPr", Tag::p_pr}, {"pPrChange", Tag::p_pr_change}, {"pStyle", Tag::p_style},
    {"proofErr", Tag::nothing}, {"ptab", Tag::ptab}, {"r", Tag::r}, {"rFonts", Tag::r_fonts},
    {"relIds", Tag::rel_ids}, {"result", Tag::result}, {"rPr", Tag::r_pr}, {"rPrChange", Tag::r_pr_change},
    {"rPrDefault", Tag::r_pr_default}, {"rStyle", Tag::r_style}, {"rt", Tag::rt}, {"sdt", Tag::sdt},
    {"sdtContent", Tag::sdt_content}, {"sdtPr", Tag::sdt_pr}, {"sectPr", Tag::sect_pr},
    {"showingPlcHdr", Tag::showing_placeholder}, {"softHyphen", Tag::soft_hyphen}, {"start", Tag::start},
    {"startOverride", Tag::start_override}, {"strike", Tag::strike}, {"style", Tag::style},
    {"styleLink", Tag::style_link}, {"sym", Tag::sym}, {"sz", Tag::sz}, {"t", Tag::t}, {"tab", Tag::tab},
    {"tbl", Tag::tbl}, {"tblGrid", Tag::tbl_grid}, {"tblHeader", Tag::tbl_header}, {"tblLook", Tag::tbl_look},
    {"tblPr", Tag::tbl_pr}, {"tblStyle", Tag::tbl_style}, {"tblStylePr", Tag::tbl_style_pr}, {"tc", Tag::tc},
    {"tcPr", Tag::tc_pr}, {"textInput", Tag::text_input}, {"title", Tag::title}, {"tr", Tag::tr},
    {"trPr", Tag::tr_pr}, {"txbxContent", Tag::txbx_content}, {"u", Tag::u}, {"vanish", Tag::vanish},
    {"vMerge", Tag::v_merge},
});

// Names to tags by open addressing, built by the compiler: a document holds about ten thousand names.
constexpr std::size_t slots = 512;

constexpr std::uint32_t step(std::uint32_t hash, char c) { return hash * 31U + static_cast<unsigned char>(c); }

constexpr auto index_of_names = [] {
    std::array<std::uint8_t, slots> table{}; // 0 is empty, else the row of `known` plus 1
    for (std::size_t row = 0; row < known.size(); ++row) {
        std::uint32_t hash = 0;
        for (const char c : known[row].name)
            hash = step(hash, c);
        std::size_t slot = hash % slots;
        while (table[slot] != 0)
            slot = (slot + 1) % slots;
        table[slot] = static_cast<std::uint8_t>(row + 1);
    }
    return table;
}();
static_assert(known.size() < 255);

// Entities need a document type; without one they stay as written.
constexpr unsigned parse_flags = pugi::parse_default | pugi::parse_ws_pcdata_single | pugi::parse_doctype;

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

Tag tag_of(pugi::xml_node node) noexcept {
    const char* start = node.name();
    const char* end = start;
    std::uint32_t hash = 0;
    for (; *end != '\0'; ++end) {
        hash = step(hash, *end);
        if (*end == ':') {
            start = end + 1;
            hash = 0;
        }
    }
    const std::string_view name(start, static_cast<std::size_t>(end - start));
    for (std::size_t slot = hash % slots; index_of_names[slot] != 0; slot = (slot + 1) % slots)
        if (const Named& row = known[index_of_names[slot] - 1U]; row.name == name)
            return row.tag;
    return Tag::other;
}

pugi::xml_node child(pugi::xml_node parent, Tag tag) noexcept {
    for (const pugi::xml_node node : children(parent))
        if (tag_of(node) == tag)
            return node;
    return {};
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

bool is_on(pugi::xml_node property) noexcept {
    if (!property)
        return false;
    const char* value = attribute(property, "val");
    if (value == nullptr)
        return true;
    const std::string_view text(value);
    return text != "0" && text != "false" && text != "off";
}

std::string character_data(pugi::xml_node node) {
    std::string data;
    for (const pugi::xml_node piece : children(node))
        if (piece.type() == pugi::node_pcdata || piece.type() == pugi::node_cdata)
            data += piece.value();
    return data;
}

Result<Done> parse_part(Container& container, std::string_view part, std::string_view path, const Limits& limits,
                        XmlPart& into) {
    constexpr std::uint64_t small = 4ULL << 20; // a part this size cannot hold enough nodes to matter
    Result<std::string> unpacked = container.part(part);
    if (!unpacked)
        return unpacked.error();
    into.bytes = std::move(unpacked).value();
    const auto fail = [&](std::string what) {
        return Error{.where = std::string(path),
                     .what = "the part " + shown_part(part) + " " + std::move(what),
                     .remedy = "open it in Word and save it again as .docx"};
    };
    // Every element has a '<' and every attribute a '=': their number bounds the tree before any of it is made.
    if (into.bytes.size() > small) {
        const auto nodes = std::count_if(into.bytes.begin(), into.bytes.end(), [](char c) { return c == '<' || c == '='; });
        if (static_cast<std::uint64_t>(nodes) > limits.xml_nodes)
            return fail("holds more than " + std::to_string(limits.xml_nodes) + " elements and attributes");
    }
    const pugi::xml_parse_result parsed = into.tree.load_buffer_inplace(into.bytes.data(), into.bytes.size(), parse_flags);
    if (parsed.status == pugi::status_out_of_memory)
        return fail("needs more memory than there is");
    if (!parsed) {
        // Parsing has changed the bytes, so the place is worked out in fresh ones.
        const Result<std::string> again = container.part(part);
        return fail("is broken XML" + (again ? " at " + position(*again, parsed.offset) : "") + ": " + in_words(parsed.status));
    }
    for (const pugi::xml_node node : children(into.tree))
        if (node.type() == pugi::node_doctype)
            return fail("has a document type declaration, which Word never writes and a harmful file might");
    return Done{};
}

} // namespace ehc::read::docx

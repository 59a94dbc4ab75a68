#include "read/docx_xml.hpp"

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
    {"ddList", Tag::dd_list}, {"default", Tag::default_}, {"del", Tag::del},
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
    {"tcPr", Tag::tc_pr}, {"textInput", Tag::text_input}, {"textpath", Tag::text_path}, {"tr", Tag::tr},
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

} // namespace

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

bool is_on(pugi::xml_node property) noexcept {
    if (!property)
        return false;
    const char* value = attribute(property, "val");
    if (value == nullptr)
        return true;
    const std::string_view text(value);
    return text != "0" && text != "false" && text != "off";
}

} // namespace ehc::read::docx

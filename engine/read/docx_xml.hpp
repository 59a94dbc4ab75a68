// The elements of Word parts by local name, so that transitional and strict files, and any prefixes, read alike.
#pragma once

#include "read/part_xml.hpp"

#include <cstdint>

namespace ehc::read::docx {

// The elements that the reader knows, by local name.
enum class Tag : std::uint8_t {
    other,   // not in the table
    nothing, // marks that hold no words, such as bookmarks
    abstract_num, abstract_num_id, alt_chunk, alternate_content, b, based_on, blip, body, br, cell_del, cell_ins,
    check_box_field, chart, checkbox, checked, choice, cr, dd_list, default_, del, doc_defaults,
    doc_part_gallery, doc_part_list, doc_part_obj, drawing, dstrike, endnote, endnote_reference, equation, fallback,
    ff_data, fld_char, fld_simple, footer_reference, footnote, footnote_reference, grid_after, grid_before,
    grid_col, grid_span, group, header_reference, highlight, h_merge, i, ilvl, image_data, ins, instr_text, is_lgl,
    list_entry, lvl, lvl_override, lvl_restart, lvl_text, move_from, move_to, name, no_break_hyphen, num, num_fmt,
    num_id, num_pr, num_style_link, object, outline_lvl, p, pict, picture, p_pr, p_pr_change, p_style, ptab, r,
    r_fonts, result, r_pr, r_pr_change, r_pr_default, r_style, rel_ids, rt, sdt, sdt_content, sdt_pr, sect_pr,
    showing_placeholder, soft_hyphen, start, start_override, strike, style, style_link, sym, sz, t, tab, tbl,
    tbl_grid, tbl_header, tbl_look, tbl_pr, tbl_style, tbl_style_pr, tc, tc_pr, text_input, text_path, tr, tr_pr,
    txbx_content, u, vanish, v_merge,
};

[[nodiscard]] Tag tag_of(pugi::xml_node node) noexcept;
// The first child of that name; an empty node when there is none.
[[nodiscard]] pugi::xml_node child(pugi::xml_node parent, Tag tag) noexcept;
// An on-off property (17.17.4): on when there without a value.
[[nodiscard]] bool is_on(pugi::xml_node property) noexcept;

} // namespace ehc::read::docx

// Tables of a Word document: where each cell stands in the grid, which cells are merged, and their paragraphs as blocks.
#include "read/docx_body.hpp"

#include <algorithm>
#include <utility>

namespace ehc::read::docx {

namespace {

// Word's own bound is 63 columns; a wider span is a mistake or worse.
constexpr std::int32_t widest = 1024;

std::uint32_t grid_number(pugi::xml_node property, std::int32_t absent) {
    return static_cast<std::uint32_t>(std::clamp(number_attribute(property, "val", absent), absent, widest));
}

// A bit of w:tblLook, written as an attribute of its own or in the older hexadecimal sum (17.4.56).
bool look_has(pugi::xml_node look, std::string_view name, unsigned bit) {
    if (const char* own = attribute(look, name); own != nullptr)
        return std::string_view(own) == "1" || std::string_view(own) == "true" || std::string_view(own) == "on";
    unsigned sum = 0;
    for (const char c : text_attribute(look, "val").substr(0, 4)) {
        const unsigned digit = c >= '0' && c <= '9'   ? static_cast<unsigned>(c - '0')
                               : c >= 'A' && c <= 'F' ? static_cast<unsigned>(c - 'A' + 10)
                               : c >= 'a' && c <= 'f' ? static_cast<unsigned>(c - 'a' + 10)
                                                      : 0U;
        sum = sum * 16 + digit;
    }
    return (sum & bit) != 0;
}

// A merge property: none, the first cell of a merger, or one that belongs to the cell before.
enum class Merge : std::uint8_t { none, first, further };

Merge merge_of(pugi::xml_node property) {
    return text_attribute(property, "val") == "restart" ? Merge::first : Merge::further;
}

} // namespace

struct BodyReader::PlannedCell {
    pugi::xml_node node;
    pugi::xml_node control; // the content control around the cell, if any
    pugi::xml_node change;  // the tracked insertion or deletion of the cell, if any
    std::uint32_t column = 0;
    std::uint32_t span = 1;
    std::uint32_t row_span = 1;
    std::uint32_t owner_row = 0, owner = 0; // row and index of the cell whose merger it belongs to; itself when to none
    Merge down = Merge::none;
    bool merged = false; // into its owner
};

struct BodyReader::PlannedRow {
    pugi::xml_node node;
    bool deleted = false;
    bool header = false;
    std::vector<PlannedCell> cells;
};

void BodyReader::plan_rows(pugi::xml_node parent, std::vector<PlannedRow>& rows) {
    const Level level(*this);
    for (const pugi::xml_node node : children(parent)) {
        if (!failure_.empty())
            return;
        switch (tag_of(node)) {
        case Tag::tr: {
            PlannedRow row;
            row.node = node;
            const pugi::xml_node properties = child(node, Tag::tr_pr);
            row.header = is_on(child(properties, Tag::tbl_header));
            row.deleted = static_cast<bool>(child(properties, Tag::del));
            rows.push_back(std::move(row));
            break;
        }
        case Tag::sdt: plan_rows(child(node, Tag::sdt_content), rows); break;
        case Tag::tbl_pr:
        case Tag::tbl_grid: break;
        default: plan_rows(node, rows); break;
        }
    }
}

void BodyReader::plan_cells(pugi::xml_node parent, pugi::xml_node control, PlannedRow& row, std::uint32_t& column) {
    const Level level(*this);
    for (const pugi::xml_node node : children(parent)) {
        if (!failure_.empty())
            return;
        switch (tag_of(node)) {
        case Tag::tc: {
            PlannedCell cell;
            cell.node = node;
            cell.control = control;
            cell.column = column;
            cell.owner = static_cast<std::uint32_t>(row.cells.size());
            Merge across = Merge::none;
            for (const pugi::xml_node property : children(child(node, Tag::tc_pr))) {
                switch (tag_of(property)) {
                case Tag::grid_span: cell.span = grid_number(property, 1); break;
                case Tag::v_merge: cell.down = merge_of(property); break;
                case Tag::h_merge: across = merge_of(property); break;
                case Tag::cell_ins:
                case Tag::cell_del: cell.change = property; break;
                default: break;
                }
            }
            column += cell.span;
            if (across == Merge::further && !row.cells.empty()) {
                cell.owner = row.cells.back().owner;
                cell.merged = true;
                row.cells[cell.owner].span += cell.span;
            }
            row.cells.push_back(cell);
            break;
        }
        case Tag::sdt: plan_cells(child(node, Tag::sdt_content), node, row, column); break;
        case Tag::tr_pr: break;
        default: plan_cells(node, control, row, column); break;
        }
    }
}

void BodyReader::table(pugi::xml_node node) {
    const Level level(*this);
    Cell place;
    place.table = ++tables_;
    std::vector<PlannedRow> rows;
    plan_rows(node, rows);

    std::uint32_t columns = 0;
    for (const pugi::xml_node column : children(child(node, Tag::tbl_grid)))
        columns += tag_of(column) == Tag::grid_col ? 1 : 0;
    std::vector<PlannedRow*> live; // rows that are not deleted, by their number
    for (PlannedRow& row : rows) {
        if (row.deleted)
            continue;
        const pugi::xml_node properties = child(row.node, Tag::tr_pr);
        std::uint32_t column = grid_number(child(properties, Tag::grid_before), 0);
        plan_cells(row.node, {}, row, column);
        columns = std::max(columns, column + grid_number(child(properties, Tag::grid_after), 0));
        const auto number = static_cast<std::uint32_t>(live.size());
        // A cell that goes on from the one above belongs to the first of its merger. Both rows are in column order.
        std::size_t above = 0;
        for (PlannedCell& cell : row.cells) {
            cell.owner_row = number;
            if (cell.merged) { // into the one on its left, which may belong to one above
                const PlannedCell& left = row.cells[cell.owner];
                cell.owner_row = left.owner_row;
                cell.owner = left.owner;
                continue;
            }
            if (cell.down != Merge::further || live.empty())
                continue;
            const std::vector<PlannedCell>& upper = live.back()->cells;
            while (above < upper.size() && upper[above].column < cell.column)
                ++above;
            if (above == upper.size() || upper[above].column != cell.column || upper[above].down == Merge::none)
                continue;
            cell.owner_row = upper[above].owner_row;
            cell.owner = upper[above].owner;
            cell.merged = true;
            live[cell.owner_row]->cells[cell.owner].row_span = number - cell.owner_row + 1;
        }
        live.push_back(&row);
    }
    place.columns = columns;

    const pugi::xml_node properties = child(node, Tag::tbl_pr);
    const Style* style = styles_.find(text_attribute(child(properties, Tag::tbl_style), "val"));
    const pugi::xml_node look = child(properties, Tag::tbl_look);
    const bool first_row = style != nullptr && look_has(look, "firstRow", 0x20);
    const bool first_column = style != nullptr && look_has(look, "firstColumn", 0x80);

    for (PlannedRow& row : rows) {
        if (!failure_.empty())
            return;
        const pugi::xml_node row_properties = child(row.node, Tag::tr_pr);
        for (const pugi::xml_node change : children(row_properties))
            if (const Tag tag = tag_of(change); tag == Tag::del || tag == Tag::ins)
                tracked(change, tag == Tag::del ? "out" : "in");
        if (row.deleted) {
            skip(row.node);
            continue;
        }
        for (const PlannedCell& planned : row.cells) {
            const PlannedRow& owner_row = *live[planned.owner_row];
            const PlannedCell& owner = owner_row.cells[planned.owner];
            place.row = planned.owner_row;
            place.column = owner.column;
            place.column_span = owner.span;
            place.row_span = owner.row_span;
            place.header_row = owner_row.header;
            Characters characters;
            if (style != nullptr) {
                characters = style->characters;
                if (first_column && place.column == 0)
                    characters.override_with(style->first_column);
                if (first_row && place.row == 0)
                    characters.override_with(style->first_row);
            }
            cell(planned, place, characters);
        }
    }
}

void BodyReader::cell(const PlannedCell& planned, const Cell& place, const Characters& characters) {
    if (planned.change) {
        const bool goes = tag_of(planned.change) == Tag::cell_del;
        tracked(planned.change, goes ? "out" : "in");
        if (goes) {
            skip(planned.node);
            return;
        }
    }
    const FieldScope own_fields(*this);
    const auto outer_cell = std::exchange(cell_, place);
    const auto outer_characters = std::exchange(table_characters_, characters);
    const auto outer_blocks = std::exchange(cell_blocks_, 0);
    const auto outer_unfilled = std::exchange(cell_unfilled_, false);
    const std::uint32_t first_paragraph = paragraph_number_ + 1;

    const auto read = [&](pugi::xml_node content) {
        walk_blocks(content);
        end_paragraph();
    };
    if (planned.control)
        content_control(planned.control, false, [&](pugi::xml_node) { read(planned.node); });
    else
        read(planned.node);
    if (cell_blocks_ == 0 && !planned.merged && failure_.empty()) {
        current_ = {};
        text_paragraph_ = std::min(first_paragraph, paragraph_number_);
        emit(cell_unfilled_, {});
        text_paragraph_ = 0;
    }

    cell_ = outer_cell;
    table_characters_ = outer_characters;
    cell_blocks_ = outer_blocks;
    cell_unfilled_ = outer_unfilled;
}

} // namespace ehc::read::docx

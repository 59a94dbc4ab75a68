#include "read/block_writer.hpp"

#include <algorithm>
#include <utility>

namespace ehc::read {

namespace {

// Wider or taller than any table of a plan: a mistake or worse.
constexpr std::uint32_t widest = 1024, tallest = 10'000;

bool is_white_space_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte <= ' ' || byte == 0x7F || (byte == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) == 0xA0);
}

std::uint32_t code_points(std::string_view text) {
    return static_cast<std::uint32_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

} // namespace

void BlockWriter::add(std::string_view text, const Look& look, const plan::Origin& where) {
    // Word by word, so that white space that is folded leaves the places of the words after it right.
    std::size_t at = 0;
    plan::Origin here = where;
    while (at < text.size()) {
        std::size_t end = at;
        const bool space = is_white_space_at(text, at);
        while (end < text.size() && is_white_space_at(text, end) == space)
            end += space && text[end] == '\xC2' ? 2 : 1;
        end = std::min(end, text.size());
        const std::string_view word = text.substr(at, end - at);
        const std::size_t before = text_.size();
        text_.add(word, look);
        if (!space && text_.size() > before) {
            const std::size_t begin = before + (text_.value()[before] == ' ' ? 1 : 0);
            bool in_step = false;
            if (!pieces_.empty()) {
                const plan::Piece& last = pieces_.back();
                reached_ += code_points(std::string_view(text_.value()).substr(counted_to_, begin - counted_to_));
                counted_to_ = begin;
                const std::uint32_t reached = last.origin.column + reached_;
                in_step = last.origin.line == here.line && last.origin.page == here.page && last.origin.from_ocr == here.from_ocr && last.origin.paragraph == here.paragraph &&
                          (here.line == 0 || reached == here.column);
            }
            if (!in_step) {
                pieces_.push_back({static_cast<std::uint32_t>(begin), here});
                counted_to_ = begin;
                reached_ = 0;
            }
        }
        if (here.line != 0)
            here.column += code_points(word);
        at = end;
    }
}

void BlockWriter::end(Block as) {
    if (text_.size() > 0) {
        emit(std::move(as));
        ++cell_blocks_;
    }
    text_.clear();
    pieces_.clear();
}

void BlockWriter::emit(Block as) {
    if (limits_.allowance != nullptr && limits_.allowance->spent_in_loop() && failure_.empty())
        failure_ = "it takes too long to read";
    if (document_.blocks.size() >= limits_.blocks) {
        failure_ = "the document has more than " + std::to_string(limits_.blocks) + " paragraphs";
        return;
    }
    if (as.contents_entry)
        as.heading_level = 0;
    as.cell = cell_;
    if (as.place == plan::Place::body)
        as.place = cell_ ? plan::Place::cell : as.heading_level > 0 ? plan::Place::heading : plan::Place::body;
    as.all_bold = text_.all_bold();
    as.font_size = text_.size_of_first();
    as.text.value = text_.take_value();
    as.runs = text_.take_runs();
    as.form_field = as.form_field || std::ranges::any_of(as.runs, &Run::placeholder);
    if (pieces_.empty())
        pieces_.push_back({0, cell_where_});
    const auto begin = static_cast<std::uint32_t>(document_.extracted.size());
    const auto size = static_cast<std::uint32_t>(as.text.value.size());
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        plan::Piece& piece = pieces_[i];
        piece.origin.block = static_cast<std::uint32_t>(document_.blocks.size() + 1);
        piece.origin.span = {begin + piece.at, begin + (i + 1 < pieces_.size() ? pieces_[i + 1].at : size)};
    }
    as.text.pieces = std::exchange(pieces_, {});
    document_.extracted += as.text.value;
    document_.extracted += '\n';
    document_.blocks.push_back(std::move(as));
}

void BlockWriter::begin_table() {
    Grid grid;
    grid.number = ++tables_;
    grid.first_block = document_.blocks.size();
    grid.outer = cell_;
    grid.outer_blocks = cell_blocks_;
    grid.outer_where = cell_where_;
    grids_.push_back(std::move(grid));
    cell_.reset();
}

void BlockWriter::begin_row(bool header) {
    Grid& grid = grids_.back();
    grid.row += grid.begun ? 1 : 0;
    grid.begun = true;
    grid.header_row = header;
    grid.column = 0;
}

void BlockWriter::begin_cell(std::uint32_t column_span, std::uint32_t row_span, const plan::Origin& where) {
    Grid& grid = grids_.back();
    column_span = grid.column >= widest ? 1U : std::clamp(column_span, 1U, widest);
    row_span = std::clamp(row_span, 1U, tallest);
    while (grid.column < grid.taken_until.size() && grid.taken_until[grid.column] > grid.row)
        ++grid.column;
    Cell cell;
    cell.table = grid.number;
    cell.row = grid.row;
    cell.column = grid.column;
    cell.column_span = column_span;
    cell.row_span = row_span;
    cell.header_row = grid.header_row;
    grid.column += column_span;
    grid.columns = std::max(grid.columns, grid.column);
    if (grid.taken_until.size() < grid.columns)
        grid.taken_until.resize(grid.columns, 0);
    for (std::uint32_t column = cell.column; column < grid.column; ++column)
        grid.taken_until[column] = grid.row + row_span;
    cell_ = cell;
    cell_blocks_ = 0;
    cell_where_ = where;
}

void BlockWriter::end_cell(bool unfilled) {
    if (cell_blocks_ == 0 && failure_.empty()) {
        Block empty;
        empty.form_field = unfilled;
        emit(std::move(empty));
    }
    cell_.reset();
}

void BlockWriter::end_table() {
    const Grid grid = std::move(grids_.back());
    grids_.pop_back();
    for (std::size_t i = grid.first_block; i < document_.blocks.size(); ++i)
        if (auto& cell = document_.blocks[i].cell; cell && cell->table == grid.number)
            cell->columns = grid.columns;
    cell_ = grid.outer;
    cell_blocks_ = grid.outer_blocks + (document_.blocks.size() > grid.first_block ? 1 : 0);
    cell_where_ = grid.outer_where;
}

} // namespace ehc::read

// Blocks as a reader meets their words: text goes in stretch by stretch with its place in the file, and comes out as a block
// with pieces that know line and column, or page, of every word. For all formats but Word, whose paragraphs may be joined.
//
// Shapes: a block without words is dropped, unless it is the only one of its cell.
// Errors: more blocks than Limits allow; failure() says so, and further words are ignored.
#pragma once

#include "read/document.hpp"
#include "read/paragraph_text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ehc::read {

class BlockWriter {
  public:
    // Both must outlive the writer.
    BlockWriter(Document& document, const Limits& limits) : document_(document), limits_(limits) {}

    // Adds words. `where` is the place of the first byte: line and column, in step with the text from there on, or page,
    // or paragraph. White space inside is folded.
    void add(std::string_view text, const Look& look, const plan::Origin& where = {});
    void add_space() noexcept { text_.add_space(); }
    [[nodiscard]] bool has_words() const noexcept { return text_.size() > 0; }
    // The words of the block so far.
    [[nodiscard]] const std::string& words() const noexcept { return text_.value(); }

    // Ends the block: `as` is a block without text whose other members are taken over.
    void end(Block as);

    // Tables: cells are placed by the cells before them, so that spans need not be worked out by the reader.
    void begin_table();
    void begin_row(bool header);
    void begin_cell(std::uint32_t column_span, std::uint32_t row_span, const plan::Origin& where);
    void end_cell(bool unfilled = false); // a cell without a block becomes an empty one
    void end_table();
    [[nodiscard]] bool in_cell() const noexcept { return cell_.has_value(); }

    [[nodiscard]] const std::string& failure() const noexcept { return failure_; }

  private:
    struct Grid {
        std::uint32_t number = 0;
        std::uint32_t row = 0;
        bool begun = false;
        bool header_row = false;
        std::uint32_t columns = 0;
        std::uint32_t column = 0;               // the next that may be free
        std::vector<std::uint32_t> taken_until; // for each column: the first row that is free again
        std::size_t first_block = 0;
        std::optional<Cell> outer;              // the cell around a nested table
        std::uint32_t outer_blocks = 0;
        plan::Origin outer_where;
    };

    void emit(Block as);

    Document& document_;
    const Limits& limits_;
    std::string failure_;
    ParagraphText text_;
    std::vector<plan::Piece> pieces_;
    std::size_t counted_to_ = 0; // byte of the text up to which the characters of the last piece are counted
    std::uint32_t reached_ = 0;  // how many they are
    std::vector<Grid> grids_;
    std::uint32_t tables_ = 0;
    std::optional<Cell> cell_;
    std::uint32_t cell_blocks_ = 0;
    plan::Origin cell_where_;
};

} // namespace ehc::read

// Words of a page put together: to lines, and lines to paragraphs as a reader sees them.
//
// A line that ends early ends its paragraph, as do a wider gap, a bullet or number, and a change of size or weight. Words parted
// by a hyphen at the end of a line, or by the edge of a narrow cell, are joined again.
// Units: points. Errors: none.
#pragma once

#include "read/pdf_page.hpp"

#include <set>
#include <string>
#include <vector>

namespace ehc::read::pdf {

struct Line {
    std::vector<const Word*> words; // of one page, which outlives the line
    Box box;
    double base = 0, size = 0;
    std::uint32_t page = 0;
    std::uint32_t number = 0; // on its page, from 1

    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool bold() const;
    void add(const Word& word);
};

// Words in the order of the content; a new line where the words go back or down.
[[nodiscard]] std::vector<Line> lines_of(const std::vector<const Word*>& words, std::uint32_t page);
// Whether a space stands between two words of a line.
[[nodiscard]] bool space_between(const Word& left, const Word& right);

// How a line goes on with the one before it.
enum class Join : std::uint8_t { first, space, nothing, drop_hyphen };

struct Paragraph {
    std::vector<Line> lines;
    std::vector<Join> joins; // one a line
    bool list_item = false;
    std::string label;       // "1."; empty for a bullet
    std::size_t skip = 0;    // words of the first line that are its bullet or label
    double indent = 0;       // of its words, from the left edge of the region
    double size = 0;
    bool bold = false;       // all of it

    [[nodiscard]] std::string text() const;
};

// How far base lines stand apart within the paragraphs of a document, by all its lines, in parts of the size.
class Spacing {
  public:
    void see(const std::vector<Line>& lines);
    // More than this parts paragraphs.
    [[nodiscard]] double gap() const;

  private:
    std::vector<std::pair<double, bool>> seen_; // and whether the lower line begins with a small letter
};

// Lines of one region (a cell, or the page outside tables) from top to bottom. `left` and `right` are where words may stand, `gap` is
// that of Spacing.
// `known` holds the words of the document in lower case, by which a word parted by a hyphen is told from one that has it.
[[nodiscard]] std::vector<Paragraph> paragraphs_of(const std::vector<Line>& lines, double left, double right, double gap, const std::set<std::string, std::less<>>& known);

} // namespace ehc::read::pdf

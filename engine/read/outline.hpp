// The blocks of a document sorted into a plan's sections: which lines are headings, column heads, subheads and guidance, in
// which section and area of need each line stands, and what column of a grid it is in.
//
// Shapes: a Line for every block, in the same order. Sections come from lettered headings at any rank, from lettered columns
// of grids, and, for sections that have neither, from titles whose words name them. A contents page or legend that lists the
// letters is not the sections themselves.
// Errors: none.
#pragma once

#include "read/columns.hpp"
#include "read/document.hpp"
#include "read/headings.hpp"
#include "read/own_words.hpp"
#include "read/section_map.hpp"
#include "read/words.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ehc::read {

// What a line is for.
enum class Use : std::uint8_t {
    content,
    heading,     // of a section
    column_head,
    area_head,   // "Communication and interaction"
    subhead,     // any other heading, tag or prompt inside a section: "Strengths", "What is important to me"
    label,       // names what stands beside or below it
    guidance,    // the form's words to its writer
    placeholder, // a prompt still unfilled
    empty,
    contents,    // a line of a contents page or legend
    running,     // page headers, footers
};

struct Line {
    const Block* block = nullptr;
    Words words;
    Use use = Use::content;
    std::vector<plan::Letter> sections; // none on the front page; several where sections are merged
    std::optional<plan::Area> area;
    Role role = Role::none;             // of its column, or of its row's label
    Role under = Role::none;            // of the subhead above it: strengths, aim, steps
    std::uint32_t thread = 0;           // nth row of grids, from 1: need, outcome and provision of one thread; 0 outside
    std::uint32_t subhead = 0;          // the subhead or area head above it: index + 1
    std::uint32_t run = 0;              // nth stretch under one heading, from 1; 0 in columns and outside sections
    bool printed = false;               // a subhead that forms print: "Strengths", "Name"
    std::uint32_t content_from = 0;     // of a heading: byte at which words of the section follow; its size when none do

    [[nodiscard]] bool in(plan::Letter letter) const noexcept;
    // The words that belong to the section: all of a content line, what follows the title in a heading, else nothing.
    [[nodiscard]] plan::Text content() const;
    // Strong signs of a heading, whatever the words say.
    [[nodiscard]] bool styled() const noexcept;
    [[nodiscard]] bool strong() const noexcept;
};

struct SectionFound {
    bool headed = false;  // a heading or column carries the letter
    bool merged = false;
    std::vector<plan::Letter> merged_with;
    bool by_words = false; // found by the words of its title, without a letter
    bool column = false;   // found as a lettered column
    FoundBy by = FoundBy::nothing;
    std::uint32_t occurrences = 0;
    std::optional<std::uint32_t> line; // of its heading
    plan::Text title;
    std::optional<plan::Letter> title_letter;

    [[nodiscard]] bool found() const noexcept { return line.has_value(); }
};

struct Outline {
    std::vector<Line> lines;
    std::array<SectionFound, plan::letter_count> sections;
    std::vector<bool> continued; // of run n - 1: its heading says "(continued)"
    bool legend = false; // a contents page or legend was passed over

    [[nodiscard]] const SectionFound& section(plan::Letter letter) const { return sections[static_cast<std::size_t>(letter)]; }
    [[nodiscard]] std::size_t headed() const noexcept;   // sections with a letter
    [[nodiscard]] std::size_t by_words() const noexcept; // sections known by their words alone
    // The first line that stands in any section; the number of lines when none does.
    [[nodiscard]] std::uint32_t first_section_line() const noexcept;
};

struct OutlineOptions {
    bool advice = false;                // titles of advice reports name sections too
    std::span<const OwnHeading> own;    // headings of a council's own
};

// Keeps pointers to the document's blocks. Guidance and placeholders are marked by mark_wording(), which needs the names of
// the child from the front page.
[[nodiscard]] Outline read_outline(const Document& document, const OutlineOptions& options = {});
void mark_wording(Outline& outline, std::span<const std::string> names);
// Works out texts of sections that need the wording: how often each occurs.
void count_occurrences(Outline& outline);


} // namespace ehc::read

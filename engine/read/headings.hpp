// Reads one heading: which section letters it carries, which part of it is the title, and which section the title's words
// name. Knows the ways councils write them ("SECTIONA:", "(A)", "A -", "A1", "H(ii)", "Sections C (...) and G (...)",
// "Special educational needs (B)"); whether the text is a heading at all is for outline.hpp to say.
//
// Roman numerals are read after H alone; "Section 1" and "Part 1" are numbers of parts and never Section I.
// Errors: none.
#pragma once

#include "plan/choices.hpp"
#include "read/own_words.hpp"
#include "read/words.hpp"

#include <optional>
#include <span>
#include <vector>

namespace ehc::read {

struct Heading {
    // How the letter is written; the weaker ones need other signs of a heading beside them.
    enum class Form : std::uint8_t {
        section_word, // "Section A", "SECTIONA:"
        bracket,      // "(A) ..."
        letter,       // "A - ...", "A1 ...", "A"
        inner,        // "... (A)", "Other (H2) ..."
    };
    Form form = Form::section_word;
    std::vector<plan::Letter> letters; // in the order written; a bare H is H1 and H2
    bool bare_h = false;
    bool group = false;     // only names several sections: "Sections A to K", "(B-F-E)"
    bool says_section = false; // "... (Section J)", of `inner`
    bool sub = false;       // "A1", "C2": a part of the section
    bool separated = false; // a colon, dash or stop, or the end, follows the letter
    bool continued = false;
    WordRange title;        // words after the letter, or before and after it for `inner`
    std::uint32_t title_end = 0; // bytes of the text that are heading; what follows belongs to the section
};

// Nothing when no section letter stands where headings have it.
[[nodiscard]] std::optional<Heading> read_heading(const Words& words);

// True when the words of [range) are those that the section's title usually has.
[[nodiscard]] bool names_section(const Words& words, WordRange range, plan::Letter letter);
// True when the title opens with such words, as a title does and "D. Achterberg, social worker" does not.
[[nodiscard]] bool opens_with_section(const Words& words, WordRange range, plan::Letter letter);
// The section that the title names: its own letter where its words allow that, else the other section that they name
// clearly, else nothing.
[[nodiscard]] std::optional<plan::Letter> title_letter(const Words& words, WordRange range, plan::Letter own);
// The section of a heading without a letter, when the whole heading is one of the titles known: "Views Interests Strengths
// Aspirations", "My special educational needs". `advice` adds the titles of advice reports ("Recommendations").
[[nodiscard]] std::optional<plan::Letter> letter_by_words(const Words& words, bool advice = false);
// The section of a heading that is one of a council's own.
[[nodiscard]] std::optional<plan::Letter> letter_of_own(const Words& words, std::span<const OwnHeading> own);
// Says "(continued)".
[[nodiscard]] bool is_continued(const Words& words);

} // namespace ehc::read

// Reads one heading: which section letters it carries, and which part of it is the title. Knows the ways councils write them ("SECTIONA:", "(A)", "A -", "A1", "H(ii)", "Sections C (...) and G (...)",
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

// The section of a heading that is one of a council's own.
[[nodiscard]] std::optional<plan::Letter> letter_of_own(const Words& words, std::span<const OwnHeading> own);
// Says "(continued)".
[[nodiscard]] bool is_continued(const Words& words);

} // namespace ehc::read

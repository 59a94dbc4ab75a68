// Where the recogniser found each section, by what, and how sure that makes it: for a person to check.
//
// Shapes: one row a section in the order A to K, those not found too. Words are those that rules read; items are views,
// needs, outcomes, provision or advice.
// Errors: none.
#pragma once

#include "plan/plan.hpp"

#include <string_view>
#include <vector>

namespace ehc::read {

struct Outline;

// What tells a section.
enum class FoundBy : std::uint8_t {
    nothing,
    section_heading, // "Section B", "(Section B)"
    letter,          // "B - ...", "(B) ..."
    column,          // a lettered column
    parted,          // one heading for several, whose columns or subheads tell them apart
    own_words,       // a heading that the council's profile names
    words,           // the title's words
    column_words,    // the words of a column
    plan_xml,        // the format says so
};
enum class Sureness : std::uint8_t { sure, likely, guess };

struct SectionSeen {
    plan::Letter letter = plan::Letter::A;
    FoundBy by = FoundBy::nothing;
    Sureness sureness = Sureness::sure; // meaningless for one that was not found
    std::string_view doubt;             // why it is not sure; empty when it is
    plan::Text title;                   // as written, with its place
    plan::Origin origin;
    std::uint32_t words = 0;
    std::uint32_t items = 0;
};

[[nodiscard]] std::vector<SectionSeen> section_map(const Outline& outline, const plan::Plan& plan);
// Of a plan whose sections were never in doubt.
[[nodiscard]] std::vector<SectionSeen> section_map(const plan::Plan& plan);

[[nodiscard]] std::string_view words_of(FoundBy by) noexcept;       // "heading", "column"
[[nodiscard]] std::string_view words_of(Sureness sureness) noexcept; // "sure"

} // namespace ehc::read

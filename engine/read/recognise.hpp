// Blocks to plan: what the document is, how sure that is and why, where each section stands, and the items in each.
// Works on blocks only, so it is the same for every format.
//
// Errors: none. What cannot be recognised is `other` with a reason, and a plan's missing parts are missing fields.
// Layouts it knows: headed sections A to K in any order; lettered column heads of need-provision-outcome grids; numbered
// parts and first-person titles; front-page label and value tables; tables of provision, outcomes and advice.
#pragma once

#include "read/document.hpp"
#include "read/field_map.hpp"
#include "read/own_words.hpp"
#include "read/section_map.hpp"

#include <vector>

namespace ehc::read {

struct Recognition {
    plan::Kind kind = plan::Kind::other;
    std::string recognised_as; // in words: "an EHC plan (final)", "a children-in-need census return"
    std::string why;           // the signs, in words: "sections A to K are headed; a date of birth is filled in"
    plan::Plan plan;           // as far as it can be filled; kind and status set as fields
    std::vector<plan::Plan> people; // of a return: a plan for each request, judged one by one
    std::vector<SectionSeen> map; // where its sections were found; empty for what has none
    std::vector<FieldSeen> fields; // what its front page says; empty likewise
};

struct RecogniseOptions {
    std::optional<plan::Kind> kind;     // --kind: the user's word wins, and recognised_as says so
    std::optional<plan::Status> status; // --kind draft
    OwnWords own;                       // of the council, from its profile
    bool map = false;                   // also make the map, which only a person reads
    Allowance* allowance = nullptr;     // once it is spent the plan is left half made, and is not to be used
};

[[nodiscard]] Recognition recognise(const Document& document, const RecogniseOptions& options);

} // namespace ehc::read

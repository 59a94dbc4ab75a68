// The people of a SEN2 person-level return, as far as dates alone decide something: one plan of kind `return` for each request
// of a person. Names, pupil numbers and addresses are never taken in.
//
// Shapes: ReceivedDate is the request, RequestOutcomeDate the decision to assess, AssessmentOutcomeDate (with outcome Y) the
// day on which the plan was issued, NamedPlan StartDate the plan's own date, ReviewMeeting and LastReview the last review, ReviewDraft
// the day on which its amendments were sent.
// Element names in any case, in any order (the drafts of the schema differ). Week20 is an exception to the 20 weeks. Requests
// whose plan has ended give nothing.
// Errors: none; a date that is none is unreadable.
// Source: DfE, SEN2 person level survey guide, 2023 to 2025 (from secondary descriptions).
#pragma once

#include "plan/plan.hpp"
#include "read/document.hpp"

#include <pugixml.hpp>

#include <string_view>

namespace ehc::read {

// `text` is the source the tree was made from, for lines and columns.
void read_people(const pugi::xml_node& root, std::string_view text, Document& document);

} // namespace ehc::read

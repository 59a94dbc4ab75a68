// Entries of sections B to H2 into needs, outcomes and provision, with their ids and the links between them.
//
// An id is what the document prints ("B1", "O2.", "Outcome 3:"), else its section's letter and a number. Links are those the
// document makes: one row of a grid, a column of references, or an id in the text.
// Errors: none.
#pragma once

#include "read/entries.hpp"

namespace ehc::read {

// Needs the child's date of birth, the plan's date and its next review for deadlines of outcomes.
void fill_items(const Outline& outline, const Entries& entries, plan::Plan& plan);

} // namespace ehc::read

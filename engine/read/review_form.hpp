// What only a form about an annual review says: the authority's decision where a box is ticked. The meeting's recommendation is
// none, and words about the plan's status are not the form's own.
// Errors: none.
// Source: Children and Families Act 2014 s.44; SEND Regulations 2014 reg 20(10): maintain, amend or cease.
#pragma once

#include "read/outline.hpp"

namespace ehc::read {

void fill_review_form(const Outline& outline, plan::Plan& plan);

} // namespace ehc::read

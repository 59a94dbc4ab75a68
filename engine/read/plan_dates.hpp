// The date that this version of a plan bears, out of those that its front page tells, and the review that a sentence sets.
// Errors: none; a plan that tells no date keeps none.
// Source: which date counts for which status, SEND Regulations 2014 regs 13, 14 and 22.
#pragma once

#include "plan/plan.hpp"
#include "read/outline.hpp"

namespace ehc::read {

// Sets `plan.date`, with the plan's status and its other dates known. `plan_date` is what stands behind "Date of plan",
// whichever version that is. A title that is all there is dates the draft or the final as well.
void choose_date(const Outline& outline, const plan::DateField& plan_date, plan::Plan& plan);
// "This plan will be reviewed by 11 May 2026", "... within 12 months of 12 May 2025".
void read_review_sentence(const Outline& outline, plan::Plan& plan);

} // namespace ehc::read

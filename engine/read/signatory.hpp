// Who signed a plan for the local authority, in what post and when: from what stands beside a label, or from a sentence.
// Errors: none.
#pragma once

#include "plan/plan.hpp"
#include "read/outline.hpp"

namespace ehc::read {

// "R. Asante, SEND Casework Manager, 12 May 2025" beside "Signed". A name in print, with a post behind it, is better than
// the name as signed.
void read_signature(const plan::Text& value, plan::Signatory& signatory, bool in_print = false);
// "Signed for Cotterdale District Council by Nadia Frost, SEND Lead, on 10 April 2026", wherever it stands.
void read_signing_sentence(const Outline& outline, plan::Signatory& signatory);

} // namespace ehc::read

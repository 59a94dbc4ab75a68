// Who signed a plan for the local authority, in what post and when: from what stands beside a label, or from a sentence.
// Errors: none.
#pragma once

#include "plan/plan.hpp"
#include "read/outline.hpp"

namespace ehc::read {

enum class Written : std::uint8_t { by_hand, in_print, below_the_name };

// "R. Asante, SEND Casework Manager, 12 May 2025" beside "Signed". A name in print, with a post behind it, is better than
// the name as signed.
void read_signature(const plan::Text& value, plan::Signatory& signatory, Written written = Written::by_hand);
// "Signed for Cotterdale District Council by Nadia Frost, SEND Lead, on 10 April 2026", wherever it stands. Its line, if found.
std::optional<std::uint32_t> read_signing_sentence(const Outline& outline, plan::Signatory& signatory);
// "Signed: M. Castellan" and, in the line below, "Manager, SEND Service, on behalf of Northmere County Council, 20 May 2025".
void read_below_signature(const Outline& outline, std::uint32_t signature_line, plan::Signatory& signatory);

} // namespace ehc::read

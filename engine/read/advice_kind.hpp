// Whether a document is advice for an assessment: by a title that only advice has, or by an author and the parts of a report.
// Errors: none.
#pragma once

#include "read/document_kind.hpp"

#include <optional>

namespace ehc::read {

// Its title names a kind of advice, or it gathers several; a plan has a placement and a list of advice besides. `all_words`
// of the document tell a blank form.
[[nodiscard]] std::optional<KindFound> titled_advice(const Document& document, const Outline& outline, const plan::Plan& plan, std::size_t all_words);
// An author or role, and an assessment or recommendations.
[[nodiscard]] std::optional<KindFound> advice_kind(const Document& document, const Outline& outline);

} // namespace ehc::read

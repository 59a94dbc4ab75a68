// Papers that stand beside EHC plans: requests for an assessment, other plans for a child, forms that check a plan, decisions
// of the tribunal. The kinds told by titles alone are in document_kind.hpp (kind_by_title).
// Errors: none.
#pragma once

#include "read/document_kind.hpp"

#include <optional>

namespace ehc::read {

// `enough`: it has the sections of a plan.
[[nodiscard]] std::optional<KindFound> paper_about_a_plan(const Document& document, bool enough);
// Papers with needs, outcomes and provision of their own.
[[nodiscard]] std::optional<KindFound> other_paper(const Document& document);

} // namespace ehc::read

// Papers that stand beside EHC plans: requests for an assessment, other plans for a child, forms that check a plan, decisions
// of the tribunal.
// Errors: none.
#pragma once

#include "read/document_kind.hpp"

#include <optional>

namespace ehc::read {

// The kind by the document's title and first lines alone: review forms, plans of other nations. Nothing when they do not tell.
[[nodiscard]] std::optional<KindFound> kind_by_title(const Document& document);
// `enough`: it has the sections of a plan.
[[nodiscard]] std::optional<KindFound> paper_about_a_plan(const Document& document, bool enough);
// Papers with needs, outcomes and provision of their own.
[[nodiscard]] std::optional<KindFound> other_paper(const Document& document);

} // namespace ehc::read

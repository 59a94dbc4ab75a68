// The copy of a Word plan with the audit's findings as comments at the words at fault. Text, formatting and comments of the
// plan stay as they are: of the main part only marks and split runs are new, and every other part but the list of comments and
// the two that name it keeps its bytes.
//
// The same document, report and date give the same bytes.
// Errors: it can no longer be read as the document that was audited, or its text is kept so that no comment can be placed in it.
#pragma once

#include "base/result.hpp"
#include "finding/finding.hpp"
#include "read/document.hpp"

#include <string>
#include <string_view>

namespace ehc::annotate {

[[nodiscard]] Result<std::string> annotated_docx(std::string_view bytes, const finding::DocumentReport& document, std::string_view as_at,
                                                 const read::Limits& limits);

} // namespace ehc::annotate

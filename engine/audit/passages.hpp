// A document's own text for the reports that show it. The report of an audit carries none, since a caseload's would be large.
//
// Errors: the document cannot be read, or is no longer the one that was audited.
#pragma once

#include "base/result.hpp"
#include "finding/finding.hpp"
#include "read/document.hpp"
#include "read/programs.hpp"

#include <string_view>
#include <vector>

namespace ehc::audit {

[[nodiscard]] std::vector<finding::Passage> passages(const read::Document& document);
// From the bytes of the document that this report is about.
[[nodiscard]] Result<std::vector<finding::Passage>> passages(std::string_view bytes, const finding::DocumentReport& report, const read::Limits& limits,
                                                                 const read::Programs& programs = {});

} // namespace ehc::audit

// The dates of a case system's record of one child or several, as far as dates alone decide something: a plan of kind `return`
// for each, as of a SEN2 return. Names are never taken in.
//
// Shapes: `EHCP` {`EHCP_Request_Date`, `Assessment` {`EHCP_Assessment_Outcome_Date`, `EHCP_Assessment_Outcome`}, `Named_Plan`
// [{`Named_Plan_Start_Date`}], `Next_Review_Date`, `Last_Review` {`Meeting_Date`, `Decision_Date`}}, whatever stands around it; the last
// plan named counts.
// Errors: none; a date that is none is unreadable.
#pragma once

#include "read/document.hpp"
#include "read/json_source.hpp"

namespace ehc::read {

// False when no such record is there.
[[nodiscard]] bool read_cases(const JsonValue& root, Document& document);

} // namespace ehc::read

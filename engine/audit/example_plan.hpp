// The plan behind every inline example: a good, minimal final plan about nobody, dated 15 January 2025.
#pragma once

#include "plan/plan.hpp"

namespace ehc::audit {

[[nodiscard]] plan::Plan example_plan();
// Text as a document at block 1 would hold it.
[[nodiscard]] plan::Text example_text(std::string value);

} // namespace ehc::audit

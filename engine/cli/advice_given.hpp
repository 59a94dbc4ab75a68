// --with-advice: the reports that go with the plans.
#pragma once

#include "audit/audit.hpp"

#include <string>
#include <vector>

namespace ehc::cli {

// Files that are no advice reports are told on standard error and left out. Error: none is one.
[[nodiscard]] Result<std::vector<read::AdviceReport>> advice_given(const std::vector<std::string>& paths, const audit::AuditContext& context);

} // namespace ehc::cli

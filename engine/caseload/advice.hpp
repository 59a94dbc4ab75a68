// The advice reports that are given beside plans: files, and folders of them.
// Errors: none; each file that is no advice report is told with the reason, and left out.
#pragma once

#include "audit/audit.hpp"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace ehc::caseload {

using LeftOut = std::function<void(const std::string& path, const std::string& why)>;

[[nodiscard]] std::vector<read::AdviceReport> advice_reports(std::span<const std::string> paths, const audit::AuditContext& context, const LeftOut& left_out);

} // namespace ehc::caseload

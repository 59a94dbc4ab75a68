#include "cli/advice_given.hpp"

#include "caseload/advice.hpp"

#include <iostream>

namespace ehc::cli {

Result<std::vector<read::AdviceReport>> advice_given(const std::vector<std::string>& paths, const audit::AuditContext& context) {
    std::vector<read::AdviceReport> reports =
        caseload::advice_reports(paths, context, [](const std::string& path, const std::string& why) { std::cerr << path << ": left out of the advice: " << why << "\n"; });
    if (reports.empty())
        return Error{paths.front(), "there is no advice report here", "name the reports that go with the plans, or leave `--with-advice` out"};
    return reports;
}

} // namespace ehc::cli

#include "caseload/advice.hpp"

#include "caseload/caseload.hpp"
#include "read/readers.hpp"

namespace ehc::caseload {

std::vector<read::AdviceReport> advice_reports(std::span<const std::string> paths, const audit::AuditContext& context, const LeftOut& left_out) {
    std::vector<read::AdviceReport> reports;
    for (const Found& found : discover(paths, context.limits)) {
        if (!found.error.empty()) {
            left_out(found.path, found.error);
            continue;
        }
        const Result<std::string> bytes = found.archive ? found.archive->read(found.entry, context.limits) : read_file(found.path, context.limits.file_bytes);
        const Result<read::Document> document = bytes ? read::read(*bytes, found.path, context.limits, context.programs) : Result<read::Document>(bytes.error());
        if (!document) {
            left_out(found.path, document.error().what);
            continue;
        }
        // What the plans are taken for says nothing of the reports.
        if (auto report = read::read_advice_report(*document, {}))
            reports.push_back(std::move(*report));
        else
            left_out(found.path, "it reads like " + read::recognise(*document, {}).recognised_as);
    }
    return reports;
}

} // namespace ehc::caseload

// Many documents: read, audited side by side, and put together into one report in the order in which they were found.
//
// Threads live here. Each document is audited on its own, and results are placed by number, so the number of threads and
// the order in which they finish show nowhere.
#pragma once

#include "audit/audit.hpp"
#include "caseload/discover.hpp"

#include <functional>

namespace ehc::caseload {

struct Settings {
    unsigned jobs = 1;
    // Called now and then with the number of documents done; from one thread at a time.
    std::function<void(std::size_t done, std::size_t of)> progress;
};

// Everything but version, packs and profile, which the front door knows.
[[nodiscard]] finding::Report audit_all(const std::vector<Found>& found, const audit::AuditContext& context, const Settings& settings);

// The bytes of a file, at most `limit` of them. Error: why not.
[[nodiscard]] Result<std::string> read_file(const std::string& path, std::uint64_t limit);

} // namespace ehc::caseload

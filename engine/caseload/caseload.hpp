// Many documents: read, audited side by side, and handed on in the order in which they were found.
//
// Threads live here. Each document is audited on its own, and results are handed on by number, so the number of threads
// and the order in which they finish show nowhere.
#pragma once

#include "audit/audit.hpp"
#include "caseload/discover.hpp"

#include <functional>

namespace ehc::caseload {

struct Settings {
    unsigned jobs = 1;
    // Called now and then with the number of documents done; from one thread at a time.
    std::function<void(std::size_t done, std::size_t of)> progress{};
    // What is done to each audited document before it is counted and handed on, in order and from one thread at a time.
    std::function<void(audit::Audited&)> finish{};
};

// Takes the reports of documents, in the order in which these were found and from one thread at a time, as soon as each and
// those before it are done. False ends the audit: nothing more is wanted.
using Take = std::function<bool(finding::DocumentReport&&)>;

// Only a few reports beside the ones being made wait for their turn, so memory does not grow with the number of documents.
// The summary of those taken.
[[nodiscard]] finding::Summary audit_each(const std::vector<Found>& found, const audit::AuditContext& context, const Settings& settings, const Take& take);

// Everything but version, packs, rules and profile, which the front door knows.
[[nodiscard]] finding::Report audit_all(const std::vector<Found>& found, const audit::AuditContext& context, const Settings& settings);

// The bytes of a file, at most `limit` of them. Error: why not.
[[nodiscard]] Result<std::string> read_file(const std::string& path, std::uint64_t limit);

} // namespace ehc::caseload

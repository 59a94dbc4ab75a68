#include "caseload/caseload.hpp"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <exception>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <thread>

namespace ehc::caseload {

namespace {

audit::Audited unreadable(const std::string& path, std::string why, std::size_t rules) {
    audit::Audited audited;
    audited.report.path = path;
    audited.report.error = std::move(why);
    audited.had_subject.resize(rules);
    return audited;
}

audit::Audited audit_one(const Found& found, const audit::AuditContext& context) {
    if (!found.error.empty())
        return unreadable(found.path, found.error, context.chosen.size());
    try {
        const Result<std::string> bytes = read_file(found.path, context.limits.file_bytes);
        if (!bytes)
            return unreadable(found.path, bytes.error().what + (bytes.error().remedy.empty() ? "" : "; " + bytes.error().remedy), context.chosen.size());
        return audit::audit(*bytes, found.path, context);
    } catch (const std::bad_alloc&) {
        return unreadable(found.path, "there is not enough memory to audit this document", context.chosen.size());
    } catch (const std::exception& failure) {
        // A bug: this document is named as not audited, and costs no other its audit.
        return unreadable(found.path, std::string("the audit of this document failed inside the program: ") + failure.what(), context.chosen.size());
    }
}

} // namespace

Result<std::string> read_file(const std::string& path, std::uint64_t limit) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        return Error{path, "this is a folder, not a document", "name a file"};
    errno = 0;
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        const std::string why = errno == ENOENT ? "there is no such file" : errno == EACCES ? "permission to read this file is denied" : "this file cannot be opened";
        return Error{path, why, errno == ENOENT ? "check the path" : ""};
    }
    std::string bytes;
    std::vector<char> buffer(1U << 16U);
    while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0) {
        bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > limit)
            return Error{path, "this file is larger than " + std::to_string(limit >> 20U) + " MB", "a plan is never so large: check that it is the right file"};
    }
    if (in.bad())
        return Error{path, "this file cannot be read to its end", ""};
    return bytes;
}

finding::Report audit_all(const std::vector<Found>& found, const audit::AuditContext& context, const Settings& settings) {
    std::vector<audit::Audited> audited(found.size());
    std::atomic<std::size_t> next = 0;
    std::size_t done = 0;
    std::mutex telling;
    const auto work = [&] {
        for (std::size_t i = next++; i < found.size(); i = next++) {
            audited[i] = audit_one(found[i], context);
            if (settings.progress) {
                const std::lock_guard lock(telling);
                settings.progress(++done, found.size());
            }
        }
    };
    {
        std::vector<std::jthread> threads;
        const std::size_t wanted = std::min<std::size_t>(std::max(1U, settings.jobs), std::max<std::size_t>(1, found.size()));
        for (std::size_t i = 1; i < wanted; ++i)
            threads.emplace_back(work);
        work();
    }
    finding::Report report;
    report.as_at = context.as_at.iso();
    std::vector<bool> had_subject(context.chosen.size());
    for (audit::Audited& each : audited) {
        for (std::size_t i = 0; i < had_subject.size(); ++i)
            had_subject[i] = had_subject[i] || each.had_subject[i];
        report.documents.push_back(std::move(each.report));
    }
    report.summary = finding::summarise(report.documents);
    for (std::size_t i = 0; i < had_subject.size(); ++i)
        if (!had_subject[i])
            report.summary.rules_without_subject.push_back(context.chosen[i]->id);
    return report;
}

} // namespace ehc::caseload

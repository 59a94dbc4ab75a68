#include "caseload/caseload.hpp"

#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <exception>
#include <filesystem>
#include <fstream>
#include <map>
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

// What tells that a file is the same before and after it was read.
struct Stamp {
    bool regular = false;
    std::uintmax_t size = 0;
    std::filesystem::file_time_type time;
    bool operator==(const Stamp&) const = default;
};
Stamp stamp(const std::string& path) {
    std::error_code error;
    Stamp stamp;
    stamp.regular = std::filesystem::is_regular_file(path, error);
    stamp.size = stamp.regular ? std::filesystem::file_size(path, error) : 0;
    stamp.time = std::filesystem::last_write_time(path, error);
    return stamp;
}

audit::Audited audit_one(const Found& found, const audit::AuditContext& context) {
    if (!found.error.empty())
        return unreadable(found.path, found.error, context.chosen.size());
    try {
        const Result<std::string> bytes = found.archive ? found.archive->read(found.entry, context.limits) : read_file(found.path, context.limits.file_bytes);
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
    namespace fs = std::filesystem;
    std::error_code error;
    if (fs::is_directory(path, error))
        return Error{path, "this is a folder, not a document", "name a file"};
    // A file of an archive: discovery knows how to find it.
    if (const fs::file_status status = fs::status(path, error); status.type() == fs::file_type::not_found)
        if (const std::string archive = archive_above(path); !archive.empty()) {
            read::Limits limits;
            limits.file_bytes = limit;
            const std::vector<std::string> paths{archive};
            for (const Found& found : discover(paths, limits))
                if (found.path == path && found.archive)
                    return found.archive->read(found.entry, limits);
        }
    const Stamp before = stamp(path);
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
    if (before.regular && (before.size != bytes.size() || stamp(path) != before))
        return Error{path, "this file changed while it was read", "run again when nobody is working on it"};
    return bytes;
}

finding::Summary audit_each(const std::vector<Found>& found, const audit::AuditContext& context, const Settings& settings, const Take& take) {
    const std::size_t threads_wanted = std::min<std::size_t>(std::max(1U, settings.jobs), std::max<std::size_t>(1, found.size()));
    const std::size_t most_waiting = 4 * threads_wanted + 8; // enough that one slow document stops nobody

    std::mutex mutex; // over all that follows
    std::condition_variable turn;
    std::map<std::size_t, audit::Audited> waiting;
    std::size_t next = 0, handed_on = 0, done = 0;
    bool wanted = true;
    finding::Summary summary;
    std::vector<bool> had_subject(context.chosen.size());
    std::exception_ptr failure;

    const auto hand_on = [&] {
        for (auto first = waiting.find(handed_on); wanted && first != waiting.end(); first = waiting.find(handed_on)) {
            audit::Audited audited = std::move(first->second);
            waiting.erase(first);
            for (std::size_t i = 0; i < had_subject.size(); ++i)
                had_subject[i] = had_subject[i] || audited.had_subject[i];
            if (settings.finish)
                settings.finish(audited);
            finding::add(summary, audited.report);
            wanted = take(std::move(audited.report));
            ++handed_on;
        }
    };
    const auto work = [&] {
        std::unique_lock lock(mutex);
        while (true) {
            turn.wait(lock, [&] { return !wanted || next == found.size() || next < handed_on + most_waiting; });
            if (!wanted || next == found.size())
                return;
            const std::size_t number = next++;
            lock.unlock();
            audit::Audited audited = audit_one(found[number], context);
            lock.lock();
            try {
                waiting.emplace(number, std::move(audited));
                hand_on();
                if (settings.progress)
                    settings.progress(++done, found.size());
            } catch (...) { // of the taker; it goes on to the caller
                failure = failure == nullptr ? std::current_exception() : failure;
                wanted = false;
            }
            turn.notify_all();
        }
    };
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 1; i < threads_wanted; ++i)
            threads.emplace_back(work);
        work();
    }
    if (failure != nullptr)
        std::rethrow_exception(failure);
    for (std::size_t i = 0; i < had_subject.size(); ++i)
        if (!had_subject[i])
            summary.rules_without_subject.push_back(context.chosen[i]->id);
    return summary;
}

finding::Report audit_all(const std::vector<Found>& found, const audit::AuditContext& context, const Settings& settings) {
    finding::Report report;
    report.as_at = context.as_at.iso();
    report.summary = audit_each(found, context, settings, [&](finding::DocumentReport&& document) {
        report.documents.push_back(std::move(document));
        return true;
    });
    return report;
}

} // namespace ehc::caseload

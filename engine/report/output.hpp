// Where a report goes. A file is written whole or not at all: a temporary file beside it, readable by its owner only, takes
// its place once everything is written. A file that was there keeps its permissions; a new one stays the owner's alone,
// since a report quotes from plans. A link to a file stays a link.
//
// "-" and "/dev/stdout" are standard output, and pipes and devices are written to as they are: nothing there can be undone.
// A closed pipe and a passed file-size limit are errors like a full disk, provided that the program ignores SIGPIPE and
// SIGXFSZ.
// Errors: in the result. An exception of `write` passes through and leaves no file behind.
#pragma once

#include "base/result.hpp"

#include <functional>
#include <iosfwd>
#include <span>
#include <string>

namespace ehc::report {

// Says before any work is done what would be wrong with writing there: it is one of the documents to audit, a folder, or
// in a folder that does not exist.
[[nodiscard]] Result<Done> check_output(const std::string& path, std::span<const std::string> documents);

// Writes what `write` puts on the stream. Checks again that no document is overwritten.
[[nodiscard]] Result<Done> write_output(const std::string& path, std::span<const std::string> documents,
                                        const std::function<void(std::ostream&)>& write);

} // namespace ehc::report

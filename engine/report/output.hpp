// Where a report goes. A file is written whole or not at all: a temporary file beside it, readable by its owner only, takes
// its place once everything is written, and is gone if that never comes. A file that was there keeps its permissions; a new one stays the owner's alone,
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
#include <memory>
#include <span>
#include <string>

namespace ehc::report {

// Says before any work is done what would be wrong with writing there: it is one of the documents to audit, a folder, or
// in a folder that does not exist.
[[nodiscard]] Result<Done> check_output(const std::string& path, std::span<const std::string> documents);

// A report on its way, for those that are written bit by bit.
class Output {
  public:
    // Checks again that no document would be overwritten.
    [[nodiscard]] static Result<Output> open(const std::string& path, std::span<const std::string> documents);
    Output(Output&&) noexcept;
    Output& operator=(Output&&) noexcept;
    ~Output(); // leaves nothing behind unless it was finished

    [[nodiscard]] std::ostream& stream() noexcept;
    // Writes what is left and puts the file in its place. Error: the first that came up since it was opened.
    [[nodiscard]] Result<Done> finish();

  private:
    class Open;
    explicit Output(std::unique_ptr<Open> open);
    std::unique_ptr<Open> open_;
};

// Writes what `write` puts on the stream.
[[nodiscard]] Result<Done> write_output(const std::string& path, std::span<const std::string> documents,
                                        const std::function<void(std::ostream&)>& write);

} // namespace ehc::report

// From the paths of the command line to the documents to audit. Nothing is left out in silence: what cannot be taken in is
// an entry with its reason.
//
// A file is taken as it is, whatever its name. A folder is walked to its end; below it these are passed over: hidden files
// and folders (".git"), `expected.txt` (what a sample must show), the program's own files (`ehcaudit.info`, rule files) and the lock
// files of word processors ("~$plan.docx", ".~lock.plan.docx#"). Links to files are followed. Links to folders below a folder are not, so that a walk always ends.
// A zip archive of documents is taken as a folder is, and its files stand below it with "/"; archives inside archives are opened
// to the depth that Limits state. A file or folder inside one can be named by itself. Names that lead out of the archive, and a second file of one name, are errors.
// Order: that of the paths given; below a folder, byte order of the whole path. A path is listed once.
// Errors: in the entries.
#pragma once

#include "read/archive.hpp"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace ehc::caseload {

struct Found {
    std::string path;  // as given; members of a folder below it, with "/"
    std::string error; // why there is nothing to read; empty for a document
    std::shared_ptr<const read::Archive> archive = nullptr; // that it is a file of
    std::uint64_t entry = 0;
    bool operator==(const Found&) const = default;
};

// The zip archive on disk that a path leads into; empty when it leads into none.
[[nodiscard]] std::string archive_above(const std::string& path);

// The files on disk that these are or stand in, each once.
[[nodiscard]] std::vector<std::string> files_on_disk(std::span<const Found> found);

[[nodiscard]] std::vector<Found> discover(std::span<const std::string> paths, const read::Limits& limits = {});

} // namespace ehc::caseload

// What a person may choose about how a report looks. A format ignores what it has no use for: JSON always says everything.
#pragma once

#include "finding/finding.hpp"

#include <string>

namespace ehc::report {

struct Options {
    bool colour = false;
    bool unicode = true;  // false: plain ASCII, for terminals and files that can show no more
    unsigned width = 80;  // columns of the page; text is wrapped to it
    bool verbose = false; // every place, the reasons one by one, digests
    bool quiet = false;   // findings and the closing counts only
    std::string folder{}; // where temporary files of the report may stand; empty for the system's folder for such files
    finding::Severity show = finding::Severity::advice; // the least severity shown; the rest is counted
};

} // namespace ehc::report

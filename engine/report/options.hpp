// What a person may choose about how a report looks. A format ignores what it has no use for: JSON always says everything.
#pragma once

#include "finding/finding.hpp"

namespace ehc::report {

struct Options {
    bool colour = false;
    bool unicode = true;  // false: plain ASCII, for terminals and files that can show no more
    unsigned width = 80;  // columns of the page; text is wrapped to it
    bool verbose = false; // every place, the reasons one by one, digests
    bool quiet = false;   // findings and the closing counts only
    finding::Severity show = finding::Severity::advice; // the least severity shown; the rest is counted
};

} // namespace ehc::report

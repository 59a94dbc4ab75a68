// One set of reports that every format writes: tests/report/<name>.<extension> holds what it must write. All people,
// schools and reports are invented.
#pragma once

#include "finding/finding.hpp"

namespace ehc::finding::shared {

[[nodiscard]] Report empty();    // an audit of no document
[[nodiscard]] Report ordinary(); // one Word plan with a little of everything
[[nodiscard]] Report several();  // clean, poor, unreadable and foreign documents, in the order of the command line
[[nodiscard]] Report hostile();  // quotes, markup, controls, terminal escapes, long words, emoji, broken UTF-8

} // namespace ehc::finding::shared

// Settings files in Boost's INFO form: a key and its value a line, entries in braces, `;` before a comment, quotes round
// values of several words.
//
//     parameters
//     {
//       advice_warn "18 months"   ; our own standard
//     }
//
// Bounds: 1 MB, 8 levels of braces. Other files are not drawn in (`#include` is refused).
// Errors: the file with its line, what is wrong and how to put it right.
#pragma once

#include "base/result.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ehc::caseload {

struct InfoEntry {
    std::string key, value;
    unsigned line = 0;
    std::vector<InfoEntry> entries;
};

[[nodiscard]] Result<std::vector<InfoEntry>> parse_info(const std::string& text, const std::string& name);

// "ehcaudit.info:12"
[[nodiscard]] std::string place(const std::string& name, const InfoEntry& entry);
// "`sevrities` is not a key here; did you mean `severities`?"
[[nodiscard]] Error unknown_key(const std::string& name, const InfoEntry& entry, std::span<const std::string> known);

} // namespace ehc::caseload

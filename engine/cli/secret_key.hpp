// The secret that keyed fingerprints and pseudonyms are made with: a file of the user's, readable by nobody else.
// Errors: the file, and what to do about it. Its contents never stand in a message.
#pragma once

#include "base/result.hpp"

#include <string>

namespace ehc::cli {

// At least 16 bytes, without the line break at the end.
[[nodiscard]] Result<std::string> read_key(const std::string& path);

// The user's own key for --redact: ehcaudit/key in the configuration folder (XDG_CONFIG_HOME, else .config in HOME), made
// when it is not there.
[[nodiscard]] Result<std::string> own_key();

} // namespace ehc::cli

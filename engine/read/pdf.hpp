// A PDF with a text layer to blocks, by the helper program and the layout of its words.
// Errors: no helper; protected by a password; damaged; a scan without words; beyond Limits.
#pragma once

#include "read/document.hpp"
#include "read/helper_process.hpp"

#include <string_view>

namespace ehc::read {

// `helpers` may be null: the format is then named as not read.
[[nodiscard]] Result<Document> read_pdf(std::string_view bytes, std::string_view path, const Limits& limits, Helpers* helpers);

} // namespace ehc::read

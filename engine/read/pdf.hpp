// A PDF to blocks, by the helper program and the layout of its words; pages that are pictures by text recognition, where it is given.
// Errors: no helper; protected by a password; damaged; a scan of which no word can be read; beyond Limits.
#pragma once

#include "read/document.hpp"
#include "read/programs.hpp"

#include <string_view>

namespace ehc::read {

// Without programs.pdf the format is named as not read.
[[nodiscard]] Result<Document> read_pdf(std::string_view bytes, std::string_view path, const Limits& limits, const Programs& programs);

} // namespace ehc::read

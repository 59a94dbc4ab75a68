// The programs that some formats need, where they are on this machine.
#pragma once

#include "read/programs.hpp"

namespace ehc::cli {

// ehcaudit-pdf and ehcaudit-office beside this program, and LibreOffice on PATH, whose files go to a folder in TMPDIR or /tmp. What
// is not there is left out, and the format that needs it is named as not read.
[[nodiscard]] read::Programs find_programs();
// The same with ehcaudit-ocr and Tesseract where `ocr` asks for them. Error: they are not there, or do not work.
[[nodiscard]] Result<read::Programs> find_programs(bool ocr);

} // namespace ehc::cli

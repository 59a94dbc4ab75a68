// The programs that some formats need, where they are on this machine.
#pragma once

#include "read/programs.hpp"

namespace ehc::cli {

// ehcaudit-pdf beside this program. What is not there is left out, and the format that needs it is named as not read.
[[nodiscard]] read::Programs find_programs();

} // namespace ehc::cli

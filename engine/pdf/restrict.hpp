// Walls around a process that reads what strangers wrote: it may compute, read files of fonts and character maps, and answer on
// the pipes it has. It may not write files, start programs, reach the network or use memory without bound.
// Errors: none; on a system without seccomp the limits and "no new privileges" remain.
#pragma once

#include <cstdint>

namespace ehc::pdf {

void restrict_process(std::uint64_t memory_bytes);

} // namespace ehc::pdf

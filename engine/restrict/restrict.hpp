// Walls around a process that reads what strangers wrote. For the helper programs, which are no part of the engine.
// Errors: none; on a system without seccomp the limits and "no new privileges" remain.
#pragma once

#include <cstdint>

namespace ehc::restrict {

// It may compute, read files of fonts and character maps, and answer on the pipes it has. It may not write files, start
// programs, reach the network or use memory without bound.
void shut_in(std::uint64_t memory_bytes);

// The same for a process that starts a program of this machine, and for that program: neither may write files or reach a network.
void refuse_writing();

// Neither this process nor those it starts may reach a network. Sockets on this machine stay open to them: office programs talk
// to themselves through one.
void refuse_network();

} // namespace ehc::restrict

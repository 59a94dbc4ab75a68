// A program of this machine, started by a helper for one piece of work: within limits, fed and heard through pipes, and ended with
// all that it started when its time is up or nobody wants its answer any more.
//
// Units: seconds of computing; bytes. Errors: how it ended.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ehc::restrict {

struct Child {
    std::vector<std::string> words;       // the program's path and its arguments
    std::vector<std::string> environment; // nothing else is handed down
    std::string folder;                   // where it works; empty for where this process stands
    long seconds = 0;                     // of computing; twice as many of waiting
    std::uint64_t largest_file = 0, memory = 0, most_said = 0; // 0 memory: as much as this process may use
};

enum class Ended : std::uint8_t { well, badly, not_started, late, abandoned };

struct Ran {
    Ended ended = Ended::not_started;
    std::string said, complained; // on its standard output and error, each cut off at `most_said`
};

// `stop` is asked now and then whether to give up.
[[nodiscard]] Ran run(const Child& child, std::string_view input, bool (*stop)());

// Whoever asked this helper on its standard input is gone, and wants no answer.
[[nodiscard]] bool abandoned();

} // namespace ehc::restrict

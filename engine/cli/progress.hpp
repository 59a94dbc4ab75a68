// How far a long audit is: one line on the terminal's standard error, written over as documents are done; nothing anywhere else.
#pragma once

#include "cli/terminal.hpp"

#include <chrono>
#include <string>

namespace ehc::cli {

// "auditing 1234 of 13000 ████░░░░ 210/s, 56 s left"; without the bar, or the time, where the line has no room or nothing is
// known yet.
[[nodiscard]] std::string progress_line(std::size_t done, std::size_t of, std::chrono::duration<double> since, const Terminal& terminal);

class Progress {
  public:
    explicit Progress(bool wanted);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress() { clear(); }
    void operator()(std::size_t done, std::size_t of);
    // Takes the line away, for what is said after it.
    void clear();

  private:
    using Clock = std::chrono::steady_clock;
    bool wanted_;
    bool shown_ = false;
    Terminal terminal_;
    Clock::time_point began_ = Clock::now(), last_{};
};

} // namespace ehc::cli

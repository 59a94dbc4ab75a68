#include "cli/progress.hpp"

#include <algorithm>
#include <cmath>
#include <iostream>

#include <unistd.h>

namespace ehc::cli {

namespace {

constexpr std::chrono::milliseconds between_lines{100};
constexpr double seconds_until_known = 1; // a rate of the first few documents says nothing

std::string time_left(double seconds) {
    const auto whole = static_cast<long>(std::ceil(seconds));
    if (whole < 60)
        return std::to_string(whole) + " s left";
    if (whole < 3600)
        return std::to_string((whole + 59) / 60) + " min left";
    return std::to_string(whole / 3600) + " h " + std::to_string(whole % 3600 / 60) + " min left";
}

} // namespace

std::string progress_line(std::size_t done, std::size_t of, std::chrono::duration<double> since, const Terminal& terminal) {
    constexpr std::size_t bar_most = 30, bar_least = 8;
    std::string before = "auditing " + std::to_string(done) + " of " + std::to_string(of), after;
    if (since.count() >= seconds_until_known && done != 0) {
        const double rate = static_cast<double>(done) / since.count();
        const auto shown = rate >= 10 ? std::to_string(std::lround(rate)) : std::to_string(std::lround(rate * 10) / 10) + "." + std::to_string(std::lround(rate * 10) % 10);
        after = shown + "/s, " + time_left(static_cast<double>(of - done) / rate);
    }
    const std::size_t used = before.size() + after.size() + 3; // spaces, and the last column, which some terminals wrap at
    if (terminal.width < used + bar_least)
        return before.size() + after.size() + 2 < terminal.width && !after.empty() ? before + " " + after : before.substr(0, terminal.width == 0 ? 0 : terminal.width - 1);
    const std::size_t bar = std::min(bar_most, terminal.width - used);
    const std::size_t full = of == 0 ? 0 : bar * done / of;
    before += ' ';
    for (std::size_t i = 0; i < bar; ++i)
        before += terminal.unicode ? (i < full ? "\u2588" : "\u2591") : (i < full ? "#" : ".");
    return before + (after.empty() ? "" : " " + after);
}

Progress::Progress(bool wanted) : wanted_(wanted) {
    const Surroundings surroundings = surroundings_of(STDERR_FILENO);
    wanted_ = wanted_ && surroundings.is_terminal && surroundings.term != "dumb";
    terminal_ = terminal_for(surroundings, Colour::automatic);
}

void Progress::operator()(std::size_t done, std::size_t of) {
    const Clock::time_point now = Clock::now();
    if (!wanted_ || of < 2 || now - last_ < between_lines)
        return;
    last_ = now;
    shown_ = true;
    std::cerr << "\r\033[K" << progress_line(done, of, now - began_, terminal_) << std::flush;
}

void Progress::clear() {
    if (std::exchange(shown_, false))
        std::cerr << "\r\033[K" << std::flush;
}

} // namespace ehc::cli

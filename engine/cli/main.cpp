// The front door: words in, exit status out. The only place that asks the clock and catches what nobody else could.

#include "cli/commands.hpp"
#include "cli/version.hpp"

#include <chrono>
#include <csignal>
#include <ctime>
#include <iostream>
#include <new>

#include <malloc.h>

namespace ehc::cli {

Date today() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm local{};
    localtime_r(&now, &local);
    return Date::of(local.tm_year + 1900, static_cast<unsigned>(local.tm_mon + 1), static_cast<unsigned>(local.tm_mday)).value_or(Date());
}

double computing_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

ExitStatus run(const Print& command) {
    std::ostream& out = command.status == ExitStatus::clean ? std::cout : std::cerr;
    out << command.text << std::flush;
    return out ? command.status : ExitStatus::wrong;
}

} // namespace ehc::cli

int main(int argc, char** argv) {
    using namespace ehc::cli;
    // A closed pipe and a passed file-size limit are errors of writing, not the end of the program.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    // Documents are parsed one after another: memory that was given back would only be asked for again.
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
    mallopt(M_MMAP_THRESHOLD, 256 << 20);
    try {
        const auto command = parse({argv + 1, argv + argc}, version);
        if (!command) {
            std::cerr << "ehcaudit: " << command.error().line() << "\n";
            return static_cast<int>(ExitStatus::wrong);
        }
        return static_cast<int>(std::visit([](const auto& what) { return run(what); }, *command));
    } catch (const std::bad_alloc&) {
        std::cerr << "ehcaudit: there is not enough memory\n";
    } catch (const std::exception& failure) {
        std::cerr << "ehcaudit: the program failed: " << failure.what() << "\n";
    }
    return static_cast<int>(ExitStatus::wrong);
}

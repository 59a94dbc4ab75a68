#include "restrict/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>

namespace ehc::restrict {

namespace {

using Words = std::vector<char*>;

Words pointers(std::vector<std::string>& words) {
    Words result;
    for (std::string& word : words)
        result.push_back(word.data());
    result.push_back(nullptr);
    return result;
}

void limit(__rlimit_resource resource, std::uint64_t most) {
    const rlimit both{most, most};
    setrlimit(resource, &both);
}

class Pipe {
  public:
    Pipe() { ok_ = pipe2(ends_.data(), O_CLOEXEC) == 0; }
    ~Pipe() {
        close_end(0);
        close_end(1);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    [[nodiscard]] bool ok() const { return ok_; }
    [[nodiscard]] int end(std::size_t which) const { return ends_[which]; }
    void close_end(std::size_t which) {
        if (ends_[which] >= 0)
            close(ends_[which]);
        ends_[which] = -1;
    }
    // Only one end stays here, and it never makes this process wait.
    void keep(std::size_t which) {
        close_end(1 - which);
        fcntl(ends_[which], F_SETFL, O_NONBLOCK);
    }

  private:
    std::array<int, 2> ends_{-1, -1};
    bool ok_ = false;
};

// Hears what is there to be heard. What is beyond `most` is heard and forgotten, so that the program does not wait for ever.
void hear(Pipe& pipe, std::string& said, std::uint64_t most) {
    std::array<char, 1U << 16U> buffer;
    while (pipe.end(0) >= 0) {
        const ssize_t got = read(pipe.end(0), buffer.data(), buffer.size());
        if (got < 0)
            return;
        if (got == 0)
            return pipe.close_end(0);
        said.append(buffer.data(), std::min<std::size_t>(static_cast<std::size_t>(got), most - std::min<std::uint64_t>(most, said.size())));
    }
}

void feed(Pipe& pipe, std::string_view& input) {
    while (pipe.end(1) >= 0 && !input.empty()) {
        const ssize_t sent = write(pipe.end(1), input.data(), input.size());
        if (sent < 0 && errno == EAGAIN)
            return;
        if (sent < 0)
            input = {}; // it wants no more
        else
            input.remove_prefix(static_cast<std::size_t>(sent));
    }
    pipe.close_end(1);
}

[[noreturn]] void become(const Child& child, const Words& words, const Words& environment, const Pipe& in, const Pipe& out, const Pipe& error) {
    setpgid(0, 0);
    limit(RLIMIT_CPU, static_cast<std::uint64_t>(child.seconds));
    limit(RLIMIT_FSIZE, child.largest_file);
    if (child.memory != 0)
        limit(RLIMIT_AS, child.memory);
    if ((child.folder.empty() || chdir(child.folder.c_str()) == 0) && dup2(in.end(0), STDIN_FILENO) >= 0 && dup2(out.end(1), STDOUT_FILENO) >= 0 && dup2(error.end(1), STDERR_FILENO) >= 0)
        execve(words.front(), words.data(), environment.data());
    _exit(127);
}

} // namespace

bool abandoned() {
    pollfd input{STDIN_FILENO, 0, 0};
    return poll(&input, 1, 0) > 0 && (input.revents & (POLLHUP | POLLERR)) != 0;
}

Ran run(const Child& child, std::string_view input, bool (*stop)()) {
    Ran ran;
    Pipe in, out, error;
    std::vector<std::string> words = child.words, environment = child.environment;
    const Words word_pointers = pointers(words), environment_pointers = pointers(environment);
    const pid_t pid = in.ok() && out.ok() && error.ok() ? fork() : -1;
    if (pid < 0)
        return ran;
    if (pid == 0)
        become(child, word_pointers, environment_pointers, in, out, error);
    setpgid(pid, pid);
    in.keep(1);
    out.keep(0);
    error.keep(0);
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(2 * child.seconds);
    int status = 0;
    ran.ended = Ended::well;
    while (waitpid(pid, &status, WNOHANG) == 0) {
        if (stop())
            ran.ended = Ended::abandoned;
        else if (std::chrono::steady_clock::now() > until)
            ran.ended = Ended::late;
        if (ran.ended != Ended::well) {
            kill(-pid, SIGKILL);
            waitpid(pid, &status, 0);
            return ran;
        }
        std::array<pollfd, 3> ends{{{in.end(1), POLLOUT, 0}, {out.end(0), POLLIN, 0}, {error.end(0), POLLIN, 0}}}; // a closed one is -1 and passed over
        poll(ends.data(), ends.size(), 20);
        feed(in, input);
        hear(out, ran.said, child.most_said);
        hear(error, ran.complained, child.most_said);
    }
    kill(-pid, SIGKILL); // what it may have left running
    hear(out, ran.said, child.most_said);
    hear(error, ran.complained, child.most_said);
    // Where a shell stands around the program that runs out of time it says 128 and the signal.
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    if (code == 127)
        ran.ended = Ended::not_started;
    else if (code == 128 + SIGXCPU || code == 128 + SIGKILL)
        ran.ended = Ended::late;
    else if (code != 0)
        ran.ended = Ended::badly;
    return ran;
}

} // namespace ehc::restrict

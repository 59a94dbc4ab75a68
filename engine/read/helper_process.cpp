#include "read/helper_process.hpp"

#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <thread>
#include <utility>

namespace ehc::read {

namespace {

constexpr std::size_t most_answer = 300U << 20U; // helpers stop before

// A helper with a folder to tidy gets time for it when its input closes.
constexpr auto time_to_go = std::chrono::milliseconds(2000);

} // namespace

// One running helper and the socket to it.
class Helpers::Process {
  public:
    static std::unique_ptr<Process> start(const std::vector<std::string>& command) {
        int ends[2];
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
            return nullptr;
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", 1 /* O_WRONLY */, 0);
        std::vector<std::string> words = command;
        std::vector<char*> arguments;
        for (std::string& word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        char* const environment[] = {nullptr};
        pid_t pid = 0;
        const int failed = posix_spawn(&pid, words.front().c_str(), &actions, nullptr, arguments.data(), environment);
        posix_spawn_file_actions_destroy(&actions);
        close(ends[1]);
        if (failed != 0) {
            close(ends[0]);
            return nullptr;
        }
        return std::unique_ptr<Process>(new Process(pid, ends[0]));
    }
    ~Process() { end(); }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    [[nodiscard]] bool send(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent < 0 && errno == EINTR)
                continue;
            if (sent <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    enum class Got { all, nothing_more, too_late };
    [[nodiscard]] Got receive(std::string& answer, bool (*whole)(std::string_view), std::chrono::seconds within) const {
        const auto until = std::chrono::steady_clock::now() + within;
        std::vector<char> buffer(1U << 16U);
        while (!whole(answer)) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
            pollfd waiting{socket_, POLLIN, 0};
            const int ready = left > 0 ? poll(&waiting, 1, static_cast<int>(left)) : 0;
            if (ready < 0 && errno == EINTR)
                continue;
            if (ready <= 0)
                return Got::too_late;
            const ssize_t got = recv(socket_, buffer.data(), buffer.size(), 0);
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0 || answer.size() > most_answer)
                return Got::nothing_more;
            answer.append(buffer.data(), static_cast<std::size_t>(got));
        }
        return Got::all;
    }

    // Ends the process; the signal that ended it before, if one did.
    int end() {
        if (pid_ == 0)
            return 0;
        close(socket_);
        int status = 0;
        // One that is idle goes by itself when its input closes; one that hangs does not.
        const auto until = std::chrono::steady_clock::now() + time_to_go;
        pid_t gone = waitpid(pid_, &status, WNOHANG);
        while (gone == 0 && std::chrono::steady_clock::now() < until) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            gone = waitpid(pid_, &status, WNOHANG);
        }
        if (gone == 0) {
            kill(pid_, SIGKILL);
            while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
            }
        }
        pid_ = 0;
        return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    }
    // As above, after its end of the socket has closed: gives it a moment to be gone, so that its own signal is seen.
    int reap() {
        if (pid_ == 0)
            return 0;
        int status = 0;
        while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
        }
        close(socket_);
        pid_ = 0;
        return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    }

  private:
    Process(pid_t pid, int socket) : pid_(pid), socket_(socket) {}
    pid_t pid_;
    int socket_;
};

Helpers::Helpers(std::vector<std::string> command) : command_(std::move(command)) {}
Helpers::~Helpers() = default;

std::unique_ptr<Helpers::Process> Helpers::take() {
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            auto process = std::move(idle_.back());
            idle_.pop_back();
            return process;
        }
    }
    return Process::start(command_);
}

Helpers::Reply Helpers::ask(std::string_view line, std::string_view bytes, bool (*whole)(std::string_view answer), std::chrono::seconds within) {
    auto process = take();
    if (!process)
        return {Reply::End::not_started, {}};
    Reply reply;
    auto got = Process::Got::nothing_more;
    if (process->send(line) && process->send(bytes))
        got = process->receive(reply.words, whole, within);
    if (got == Process::Got::all) {
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(process));
        reply.end = Reply::End::whole;
        return reply;
    }
    if (got == Process::Got::too_late || process->reap() == SIGPROF)
        reply.end = Reply::End::late;
    return reply;
}

std::optional<std::string_view> counted_bytes(std::string_view answer, std::string_view word) {
    const std::size_t newline = answer.find('\n');
    std::size_t size = 0;
    if (newline == std::string_view::npos || newline < word.size() + 1 || !answer.starts_with(word) || answer[word.size()] != ' ')
        return std::nullopt;
    const std::string_view digits = answer.substr(word.size() + 1, newline - word.size() - 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size);
    if (error != std::errc() || end != digits.data() + digits.size() || answer.size() - newline - 1 < size)
        return std::nullopt;
    return answer.substr(newline + 1, size);
}

bool is_whole(std::string_view answer, std::string_view word) {
    return answer.starts_with(word) ? counted_bytes(answer, word).has_value() : answer.find('\n') != std::string_view::npos;
}

} // namespace ehc::read

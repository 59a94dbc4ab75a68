#include "support/catch.hpp"

#include "restrict/restrict.hpp"
#include "support/temporary_folder.hpp"

#include <cerrno>
#include <fcntl.h>
#include <functional>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace ehc;

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))

namespace {

// What a child process answers once the wall is up: 0 when the call is refused with EPERM, 1 when it is done, 2 when it fails otherwise.
int behind(const std::function<void()>& wall, const std::function<long()>& call) {
    const pid_t child = fork();
    if (child == 0) {
        wall();
        errno = 0;
        const long result = call();
        _exit(result >= 0 ? 1 : errno == EPERM ? 0 : 2);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 3;
}

void no_wall() {}
void shut() { restrict::shut_in(2ULL << 30U); }

constexpr int refused = 0, done = 1;

} // namespace

TEST_CASE("a process that is shut in may read and answer, and nothing else", "[restrict][hostile]") {
    const test::TemporaryFolder folder;
    const std::string there = folder.write("there", "x"), made = there + "-made";
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    CHECK(behind(shut, [&] { return open(there.c_str(), O_RDONLY); }) == done);
    CHECK(behind(shut, [&] { return write(ends[1], "x", 1); }) == done);
    const std::function<long()> forbidden[] = {
        [&] { return open(there.c_str(), O_WRONLY); },
        [&] { return open(there.c_str(), O_RDWR); },
        [&] { return open(made.c_str(), O_RDONLY | O_CREAT, 0600); },
        [&] { return openat(AT_FDCWD, there.c_str(), O_WRONLY | O_APPEND); },
        [&] { return rename(there.c_str(), there.c_str()); },
        [&] { return truncate(there.c_str(), 1); },
        [&] { return mkdir(made.c_str(), 0700); },
        [&] { return chmod(there.c_str(), 0600); },
        [] { return socket(AF_INET, SOCK_STREAM, 0); },
        [] { return socket(AF_UNIX, SOCK_STREAM, 0); },
        [] {
            const pid_t child = fork();
            if (child == 0)
                _exit(0);
            return child;
        },
    };
    for (std::size_t i = 0; i < std::size(forbidden); ++i) {
        INFO("call " << i);
        CHECK(behind(no_wall, forbidden[i]) == done); // the test can tell
        mkdir(made.c_str(), 0700);
        rmdir(made.c_str());
        unlink(made.c_str());
        CHECK(behind(shut, forbidden[i]) == refused);
    }
    CHECK(behind(shut, [] {
              char name[] = "/bin/true";
              char* const words[] = {name, nullptr};
              return execve(name, words, nullptr);
          }) == refused);
}

TEST_CASE("behind the wall against networks, what is started cannot reach one either", "[restrict][hostile]") {
    const auto internet = [] { return socket(AF_INET, SOCK_STREAM, 0); };
    const auto internet_6 = [] { return socket(AF_INET6, SOCK_DGRAM, 0); };
    const auto local = [] { return socket(AF_UNIX, SOCK_STREAM, 0); };
    const auto by_a_child = [] {
        const pid_t child = fork();
        if (child == 0)
            _exit(socket(AF_INET, SOCK_STREAM, 0) >= 0 ? 1 : 0);
        int status = 0;
        waitpid(child, &status, 0);
        errno = EPERM;
        return WEXITSTATUS(status) == 1 ? 1 : -1;
    };
    CHECK(behind(no_wall, internet) == done);
    CHECK(behind(no_wall, by_a_child) == done);
    CHECK(behind(restrict::refuse_network, internet) == refused);
    CHECK(behind(restrict::refuse_network, internet_6) == refused);
    CHECK(behind(restrict::refuse_network, by_a_child) == refused);
    CHECK(behind(restrict::refuse_network, local) == done);
}

#endif

#include "restrict/restrict.hpp"

#include <sys/resource.h>

#ifdef __linux__
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <vector>
#endif

namespace ehc::restrict {

namespace {

void limit(int resource, std::uint64_t most) {
    const rlimit both{static_cast<rlim_t>(most), static_cast<rlim_t>(most)};
    setrlimit(static_cast<__rlimit_resource>(resource), &both);
}

#ifdef __linux__
#if defined(__x86_64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t architecture = 0; // not known here: no filter
#endif

// What nothing here needs that reads what strangers wrote: a network, other processes' memory, and changes to files.
constexpr auto refused = std::to_array<std::uint32_t>({
    __NR_socket, __NR_connect, __NR_bind, __NR_sendto, __NR_sendmsg, __NR_ptrace,
    __NR_process_vm_readv, __NR_process_vm_writev, __NR_mount, __NR_unlinkat, __NR_renameat2, __NR_linkat, __NR_symlinkat, __NR_mkdirat,
    __NR_fchmodat, __NR_fchownat, __NR_bpf, __NR_perf_event_open, __NR_userfaultfd, __NR_keyctl, __NR_add_key,
    __NR_openat2, __NR_io_uring_setup, __NR_sendmmsg, __NR_truncate, __NR_ftruncate, __NR_mknodat, __NR_fchmod, __NR_fchown,
#ifdef __NR_open
    __NR_unlink, __NR_rename, __NR_creat, __NR_mkdir, __NR_rmdir, __NR_chmod, __NR_chown, __NR_link, __NR_symlink, __NR_mknod,
#endif
});
// What a reader of PDFs does not need either: other processes.
constexpr auto refused_alone = std::to_array<std::uint32_t>({
    __NR_execve, __NR_execveat, __NR_clone3, __NR_clone, __NR_kill, __NR_tgkill,
#ifdef __NR_fork
    __NR_fork, __NR_vfork,
#endif
});

constexpr std::uint16_t load = BPF_LD | BPF_W | BPF_ABS, equal = BPF_JMP | BPF_JEQ | BPF_K, any_bit = BPF_JMP | BPF_JSET | BPF_K, answer = BPF_RET | BPF_K;
constexpr std::uint32_t refuse = SECCOMP_RET_ERRNO | EPERM;

// The filter of a process: a program that the kernel runs at each call.
class Filter {
  public:
    Filter() {
        add(load, offsetof(seccomp_data, arch));
        add(equal, architecture, 1, 0);
        add(answer, SECCOMP_RET_KILL_PROCESS); // a call by another architecture's numbers
        add(load, offsetof(seccomp_data, nr));
        add(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1); // x32 has numbers of its own for the same calls
        add(answer, refuse);
    }
    void refuse_call(std::uint32_t call) {
        add(equal, call, 0, 1);
        add(answer, refuse);
    }
    // Refused where the argument has any of these bits.
    void refuse_bits(std::uint32_t call, std::size_t argument, std::uint32_t bits) {
        add(equal, call, 0, 4);
        add(load, place_of(argument));
        add(any_bit, bits, 0, 1);
        add(answer, refuse);
        add(answer, SECCOMP_RET_ALLOW);
    }
    // Refused but for one value of the argument.
    void allow_only(std::uint32_t call, std::size_t argument, std::uint32_t value) {
        add(equal, call, 0, 4);
        add(load, place_of(argument));
        add(equal, value, 1, 0);
        add(answer, refuse);
        add(answer, SECCOMP_RET_ALLOW);
    }
    void put_up() {
        if (architecture == 0)
            return;
        add(answer, SECCOMP_RET_ALLOW);
        const sock_fprog filter{static_cast<unsigned short>(program_.size()), program_.data()};
        prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
    }

  private:
    static std::uint32_t place_of(std::size_t argument) { return static_cast<std::uint32_t>(offsetof(seccomp_data, args) + argument * sizeof(std::uint64_t)); }
    void add(std::uint16_t code, std::uint32_t value, std::uint8_t yes = 0, std::uint8_t no = 0) { program_.push_back({code, yes, no, value}); }

    std::vector<sock_filter> program_;
};
#endif

} // namespace

namespace {

#ifdef __linux__
void put_up(Filter& filter) {
    for (const std::uint32_t call : refused)
        filter.refuse_call(call);
    // Opening is for reading. The flags are the second word of open and the third of openat.
    constexpr std::uint32_t writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
    filter.refuse_bits(__NR_openat, 2, writing);
#ifdef __NR_open
    filter.refuse_bits(__NR_open, 1, writing);
#endif
    filter.put_up();
}
#endif

} // namespace

void shut_in(std::uint64_t memory_bytes) {
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 64);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // they map terabytes
    limit(RLIMIT_AS, memory_bytes);
#else
    static_cast<void>(memory_bytes);
#endif
#ifdef __linux__
    Filter filter;
    for (const std::uint32_t call : refused_alone)
        filter.refuse_call(call);
    put_up(filter);
#endif
}

void refuse_writing() {
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 64);
#ifdef __linux__
    Filter filter;
    put_up(filter);
#endif
}

void refuse_network() {
    limit(RLIMIT_CORE, 0);
#ifdef __linux__
    Filter filter;
    filter.refuse_call(__NR_io_uring_setup);
    filter.allow_only(__NR_socket, 0, AF_UNIX);
    filter.put_up();
#endif
}

} // namespace ehc::restrict

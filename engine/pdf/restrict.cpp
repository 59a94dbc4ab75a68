#include "pdf/restrict.hpp"

#include <sys/resource.h>

#ifdef __linux__
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <vector>
#endif

namespace ehc::pdf {

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

// What no reader of PDFs needs.
constexpr auto refused = std::to_array<std::uint32_t>({
    __NR_socket, __NR_connect, __NR_bind, __NR_sendto, __NR_sendmsg, __NR_execve, __NR_execveat, __NR_clone3, __NR_clone, __NR_ptrace,
    __NR_process_vm_readv, __NR_process_vm_writev, __NR_mount, __NR_unlinkat, __NR_renameat2, __NR_linkat, __NR_symlinkat, __NR_mkdirat,
    __NR_fchmodat, __NR_fchownat, __NR_kill, __NR_tgkill, __NR_bpf, __NR_perf_event_open, __NR_userfaultfd, __NR_keyctl, __NR_add_key,
#ifdef __NR_fork
    __NR_fork, __NR_vfork, __NR_unlink, __NR_rename, __NR_creat, __NR_mkdir, __NR_rmdir, __NR_chmod, __NR_chown, __NR_link, __NR_symlink,
#endif
});

void filter_calls() {
    if (architecture == 0)
        return;
    std::vector<sock_filter> program;
    const auto add = [&](std::uint16_t code, std::uint32_t value, std::uint8_t yes = 0, std::uint8_t no = 0) { program.push_back({code, yes, no, value}); };
    constexpr std::uint16_t load = BPF_LD | BPF_W | BPF_ABS, equal = BPF_JMP | BPF_JEQ | BPF_K, any_bit = BPF_JMP | BPF_JSET | BPF_K, answer = BPF_RET | BPF_K;
    constexpr std::uint32_t refuse = SECCOMP_RET_ERRNO | EPERM;
    add(load, offsetof(seccomp_data, arch));
    add(equal, architecture, 1, 0);
    add(answer, SECCOMP_RET_KILL_PROCESS);
    add(load, offsetof(seccomp_data, nr));
    for (const std::uint32_t call : refused) {
        add(equal, call, 0, 1);
        add(answer, refuse);
    }
    // Opening is for reading. The flags are the second word of open and the third of openat.
    const auto opening = [&](std::uint32_t call, std::size_t argument) {
        add(equal, call, 0, 4);
        add(load, static_cast<std::uint32_t>(offsetof(seccomp_data, args) + argument * sizeof(std::uint64_t)));
        add(any_bit, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND, 0, 1);
        add(answer, refuse);
        add(answer, SECCOMP_RET_ALLOW);
    };
    opening(__NR_openat, 2);
#ifdef __NR_open
    opening(__NR_open, 1);
#endif
    add(answer, SECCOMP_RET_ALLOW);
    const sock_fprog filter{static_cast<unsigned short>(program.size()), program.data()};
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
}
#endif

} // namespace

void restrict_process(std::uint64_t memory_bytes) {
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 64);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // they map terabytes
    limit(RLIMIT_AS, memory_bytes);
#else
    static_cast<void>(memory_bytes);
#endif
#ifdef __linux__
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    filter_calls();
#endif
}

} // namespace ehc::pdf

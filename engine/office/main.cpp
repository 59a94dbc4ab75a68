// ehcaudit-office: old Word documents and RTF saved as .docx by LibreOffice, for ehcaudit. A program of its own, since a
// conversion needs files: it keeps them in a folder that only its user may enter, and deletes the folder however the work ends.
// LibreOffice runs with a profile made for it, without macros and updates of links, and can reach no network.
//
//     ehcaudit-office SOFFICE FOLDER      SOFFICE is LibreOffice's program, FOLDER where the folder of this process is made
//
// Protocol: requests on standard input, "ENDING BYTES SECONDS\n" and then so many bytes of a document whose name would end in
// ENDING ("doc", "rtf"); many may follow one another. The answer to each, on standard output:
//
//     docx BYTES\n and so many bytes
//     error folder|start|failed|late\n
//
// More SECONDS of computing than asked for, or twice as many of waiting, end the conversion. When standard input closes so does
// everything.
#include "restrict/restrict.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <thread>

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largest_file = 256ULL << 20U;

// Settings of LibreOffice: what stands in a document is data, never an order.
constexpr const char* settings = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
)";

// A folder that its owner alone may enter; gone with its owner.
class Folder {
  public:
    explicit Folder(const std::string& within) {
        std::string name = within + "/ehcaudit-XXXXXX";
        if (mkdtemp(name.data()) != nullptr)
            path_ = name;
    }
    ~Folder() {
        std::error_code ignored;
        if (!path_.empty())
            fs::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] const std::string& path() const noexcept { return path_; }

  private:
    std::string path_;
};

bool write_file(const std::string& path, const std::string& bytes) {
    std::ofstream out(path, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return static_cast<bool>(out.flush());
}

bool write_profile(const std::string& folder) {
    std::error_code error;
    fs::create_directories(folder + "/profile/user", error);
    return !error && write_file(folder + "/profile/user/registrymodifications.xcu", settings);
}

void limit(__rlimit_resource resource, std::uint64_t most) {
    const rlimit both{most, most};
    setrlimit(resource, &both);
}

// Whoever asked is gone, and wants no answer.
bool abandoned() {
    pollfd input{STDIN_FILENO, 0, 0};
    return poll(&input, 1, 0) > 0 && (input.revents & (POLLHUP | POLLERR)) != 0;
}

volatile sig_atomic_t told_to_stop = 0;

enum class Done { yes, not_started, failed, late, abandoned };

Done run(const std::string& soffice, const std::string& folder, const std::string& document, long seconds) {
    const pid_t child = fork();
    if (child < 0)
        return Done::not_started;
    if (child == 0) {
        setpgid(0, 0);
        limit(RLIMIT_CPU, static_cast<std::uint64_t>(seconds));
        limit(RLIMIT_FSIZE, largest_file);
        if (chdir(folder.c_str()) != 0 || std::freopen("/dev/null", "r", stdin) == nullptr || std::freopen("/dev/null", "w", stdout) == nullptr ||
            std::freopen("/dev/null", "w", stderr) == nullptr)
            _exit(126);
        std::string profile = "-env:UserInstallation=file://" + folder + "/profile", home = "HOME=" + folder, temporary = "TMPDIR=" + folder;
        std::string program = soffice, file = document, headless = "--headless", no_logo = "--nologo", no_start = "--norestore", no_lock = "--nolockcheck", convert = "--convert-to",
                    docx = "docx:MS Word 2007 XML", out = "--outdir", out_folder = folder + "/out", path = "PATH=/usr/local/bin:/usr/bin:/bin", plugin = "SAL_USE_VCLPLUGIN=svp", language = "LC_ALL=C.UTF-8";
        char* const words[] = {program.data(), profile.data(), headless.data(), no_logo.data(), no_start.data(), no_lock.data(), convert.data(), docx.data(), out.data(), out_folder.data(), file.data(), nullptr};
        char* const environment[] = {home.data(), temporary.data(), path.data(), plugin.data(), language.data(), nullptr};
        execve(program.c_str(), words, environment);
        _exit(127);
    }
    setpgid(child, child);
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(2 * seconds);
    Done done = Done::yes;
    int status = 0;
    while (waitpid(child, &status, WNOHANG) == 0) {
        if (told_to_stop != 0 || abandoned())
            done = Done::abandoned;
        else if (std::chrono::steady_clock::now() > until)
            done = Done::late;
        if (done != Done::yes) {
            kill(-child, SIGKILL);
            waitpid(child, &status, 0);
            return done;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    kill(-child, SIGKILL); // what it may have left running
    if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
        return Done::not_started;
    // The program that LibreOffice starts is the one that runs out of time: the shell around it says 128 and the signal.
    if ((WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) || (WIFEXITED(status) && (WEXITSTATUS(status) == 128 + SIGXCPU || WEXITSTATUS(status) == 128 + SIGKILL)))
        return Done::late;
    return Done::yes;
}

std::string answer(const std::string& soffice, const std::string& folder, const std::string& ending, const std::string& bytes, long seconds) {
    const std::string document = folder + "/plan." + ending, saved = folder + "/out/plan.docx";
    std::error_code error;
    if (!write_file(document, bytes))
        return "error folder\n";
    const Done done = run(soffice, folder, document, seconds);
    std::string result = done == Done::late ? "error late\n" : done == Done::not_started ? "error start\n" : "error failed\n";
    if (done == Done::yes && fs::is_regular_file(saved, error)) {
        std::ifstream in(saved, std::ios::binary);
        const std::string converted{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
        if (!converted.empty())
            result = "docx " + std::to_string(converted.size()) + "\n" + converted;
    }
    fs::remove(document, error);
    fs::remove_all(folder + "/out", error);
    return result;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3)
        return 2;
    umask(077);
    struct sigaction stop {};
    stop.sa_handler = [](int) { told_to_stop = 1; };
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) // without SA_RESTART: a read that waits gives up
        sigaction(signal, &stop, nullptr);
    signal(SIGPIPE, SIG_IGN);
    ehc::restrict::refuse_network();
    const std::string soffice = argv[1];
    const Folder folder(argv[2]);
    const bool ready = !folder.path().empty() && write_profile(folder.path());
    std::array<char, 16> ending{};
    long long size = 0;
    long seconds = 0;
    while (told_to_stop == 0 && std::scanf("%15[a-z] %lld %ld", ending.data(), &size, &seconds) == 3) {
        if (std::getchar() != '\n' || size < 0 || size > static_cast<long long>(largest_file))
            return 2;
        std::string bytes(static_cast<std::size_t>(size), '\0');
        if (std::fread(bytes.data(), 1, bytes.size(), stdin) != bytes.size())
            return 2;
        const std::string out = ready ? answer(soffice, folder.path(), ending.data(), bytes, seconds) : "error folder\n";
        if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size() || std::fflush(stdout) != 0)
            return 1;
    }
    return 0;
}

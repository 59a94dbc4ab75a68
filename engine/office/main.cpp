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
#include "restrict/child.hpp"
#include "restrict/restrict.hpp"

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

namespace {

namespace fs = std::filesystem;
namespace restrict = ehc::restrict;

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

volatile sig_atomic_t told_to_stop = 0;

restrict::Ran convert(const std::string& soffice, const std::string& folder, const std::string& document, long seconds) {
    restrict::Child office;
    office.words = {soffice, "-env:UserInstallation=file://" + folder + "/profile", "--headless", "--nologo", "--norestore", "--nolockcheck", "--convert-to",
                    "docx:MS Word 2007 XML", "--outdir", folder + "/out", document};
    office.environment = {"HOME=" + folder, "TMPDIR=" + folder, "PATH=/usr/local/bin:/usr/bin:/bin", "SAL_USE_VCLPLUGIN=svp", "LC_ALL=C.UTF-8"};
    office.folder = folder;
    office.seconds = seconds;
    office.largest_file = largest_file;
    return restrict::run(office, {}, [] { return told_to_stop != 0 || restrict::abandoned(); });
}

std::string answer(const std::string& soffice, const std::string& folder, const std::string& ending, const std::string& bytes, long seconds) {
    const std::string document = folder + "/plan." + ending, saved = folder + "/out/plan.docx";
    std::error_code error;
    if (!write_file(document, bytes))
        return "error folder\n";
    const restrict::Ended ended = convert(soffice, folder, document, seconds).ended;
    std::string result = ended == restrict::Ended::late ? "error late\n" : ended == restrict::Ended::not_started ? "error start\n" : "error failed\n";
    if ((ended == restrict::Ended::well || ended == restrict::Ended::badly) && fs::is_regular_file(saved, error)) {
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
    restrict::refuse_network();
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

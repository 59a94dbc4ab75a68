#include "report/output.hpp"

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <csignal>
#include <ostream>
#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace ehc;
using ehc::test::TemporaryFolder;
using report::check_output;
using report::write_output;
namespace fs = std::filesystem;

namespace {

Result<Done> write(const std::string& path, const std::string& text, const std::vector<std::string>& documents = {}) {
    return write_output(path, documents, [&](std::ostream& out) { out << text; });
}

unsigned permissions(const std::string& path) {
    struct stat status {};
    REQUIRE(stat(path.c_str(), &status) == 0);
    return status.st_mode & 07777U;
}

// Standard output led elsewhere while it lives.
class StandardOutputTo {
  public:
    explicit StandardOutputTo(int descriptor) : before_(dup(STDOUT_FILENO)) { dup2(descriptor, STDOUT_FILENO); }
    StandardOutputTo(const StandardOutputTo&) = delete;
    StandardOutputTo& operator=(const StandardOutputTo&) = delete;
    ~StandardOutputTo() {
        dup2(before_, STDOUT_FILENO);
        close(before_);
    }

  private:
    int before_;
};

} // namespace

TEST_CASE("a new file holds the report and is its owner's alone") {
    const TemporaryFolder folder;
    const std::string large(200'000, 'x');
    REQUIRE(write(folder.at("report.json"), large).ok());
    CHECK(folder.read("report.json") == large);
    CHECK(permissions(folder.at("report.json")) == 0600U);
    CHECK(folder.entries() == 1);
}

TEST_CASE("an existing file is replaced and keeps its permissions; a link stays a link") {
    const TemporaryFolder folder;
    const std::string path = folder.write("out/report.json", "old and longer");
    REQUIRE(chmod(path.c_str(), 0640) == 0);
    fs::create_symlink("out/report.json", folder.at("latest.json"));
    REQUIRE(write(folder.at("latest.json"), "new").ok());
    CHECK(fs::is_symlink(folder.at("latest.json")));
    CHECK(folder.read("out/report.json") == "new");
    CHECK(permissions(path) == 0640U);
}

TEST_CASE("a failure leaves the file that was there and nothing else") {
    const TemporaryFolder folder;
    folder.write("report.json", "old");
    CHECK_THROWS(write_output(folder.at("report.json"), {}, [](std::ostream& out) {
        out << std::string(100'000, 'x');
        throw std::runtime_error("a fault in the writer");
    }));
    CHECK(folder.read("report.json") == "old");
    CHECK(folder.entries() == 1);

    // A file-size limit stands for a disk that fills up on the way.
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    REQUIRE(getrlimit(RLIMIT_FSIZE, &limit) == 0);
    const rlimit small{4096, limit.rlim_max};
    REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
    const Result<Done> done = write(folder.at("report.json"), std::string(100'000, 'x'));
    REQUIRE(setrlimit(RLIMIT_FSIZE, &limit) == 0);
    std::signal(SIGXFSZ, before);
    REQUIRE_FALSE(done.ok());
    CHECK(done.error().line() ==
          folder.at("report.json") + ": the report cannot be written: the file would be larger than is allowed here");
    CHECK(folder.read("report.json") == "old");
    CHECK(folder.entries() == 1);
}

TEST_CASE("a full disk and a closed pipe are said plainly") {
    const Result<Done> full = write("/dev/full", "text");
    REQUIRE_FALSE(full.ok());
    CHECK(full.error().line() == "/dev/full: the report cannot be written: no space is left on the disk");

    const auto before = std::signal(SIGPIPE, SIG_IGN);
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    close(ends[0]);
    const Result<Done> closed = [&] {
        const StandardOutputTo redirected(ends[1]);
        return write("-", "text");
    }();
    close(ends[1]);
    std::signal(SIGPIPE, before);
    REQUIRE_FALSE(closed.ok());
    CHECK(closed.error().line() ==
          "standard output: the report cannot be written: the program that was reading it has stopped");
}

TEST_CASE("standard output takes what comes after what is there") {
    const TemporaryFolder folder;
    for (const std::string name : {"-", "/dev/stdout"}) {
        const std::string path = folder.write("captured", "");
        FILE* file = std::fopen(path.c_str(), "w");
        REQUIRE(file != nullptr);
        {
            const StandardOutputTo redirected(fileno(file));
            CHECK(::write(STDOUT_FILENO, "first ", 6) == 6);
            CHECK(write(name, "second").ok());
        }
        std::fclose(file);
        CHECK(folder.read("captured") == "first second");
    }
    CHECK(write("/dev/null", "text").ok());
}

TEST_CASE("a named pipe is written to and stays a pipe") {
    const TemporaryFolder folder;
    const std::string path = folder.at("pipe");
    REQUIRE(mkfifo(path.c_str(), 0600) == 0);
    std::string received;
    std::thread reader([&] { received = folder.read("pipe"); });
    CHECK(write(path, "text").ok());
    reader.join();
    CHECK(received == "text");
    CHECK(fs::is_fifo(path));
}

TEST_CASE("no document is overwritten by its report, under whatever name") {
    const TemporaryFolder folder;
    const std::string plan = folder.write("plan.xml", "the plan");
    folder.write("other.xml");
    fs::create_symlink("plan.xml", folder.at("link.xml"));
    fs::create_hard_link(plan, folder.at("hard.xml"));
    for (const std::string& path : {plan, folder.path() + "/./plan.xml", folder.at("link.xml"), folder.at("hard.xml")}) {
        const Result<Done> done = write(path, "report", {folder.at("none.xml"), folder.at("other.xml"), plan});
        REQUIRE_FALSE(done.ok());
        CHECK(done.error().what == "this is a document to audit, and the report would replace it");
    }
    CHECK(folder.read("plan.xml") == "the plan");
    CHECK(write(folder.at("report.xml"), "report", {plan}).ok());
}

TEST_CASE("what cannot be a report file is refused before any work") {
    const TemporaryFolder folder;
    CHECK(check_output(folder.path(), {}).error().line() ==
          folder.path() + ": this is a folder, not a file to write the report to; add a file name");
    CHECK(check_output(folder.at("none/report.json"), {}).error().line() ==
          folder.at("none/report.json") + ": the folder `" + folder.at("none") +
              "` does not exist; make it first, or name another file");
    fs::create_symlink("nowhere", folder.at("broken"));
    CHECK(check_output(folder.at("broken"), {}).error().what == "this link leads nowhere");
    CHECK(check_output("report-in-this-folder.json", {}).ok());
    CHECK(check_output("-", {}).ok());
}

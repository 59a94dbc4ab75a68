#include "caseload/discover.hpp"

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <sys/stat.h>
#include <unistd.h>

using ehc::caseload::discover;
using ehc::caseload::Found;
using ehc::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

std::vector<Found> found(const std::vector<std::string>& paths) { return discover(paths); }

// Paths relative to the folder, "!" before those with an error.
std::vector<std::string> names(const TemporaryFolder& folder, const std::vector<Found>& all) {
    std::vector<std::string> result;
    for (const Found& one : all) {
        REQUIRE(one.path.starts_with(folder.path()));
        result.push_back((one.error.empty() ? "" : "!") + one.path.substr(folder.path().size()));
    }
    return result;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("a folder gives its files at every depth in byte order") {
    const TemporaryFolder folder;
    for (const char* name : {"b.docx", "a/2.xml", "a/10.xml", "a.docx", "Z.pdf", "a/deep/er/x.txt", "\xc3\xa9.docx"})
        folder.write(name);
    fs::create_directory(folder.at("empty"));
    const Names expected{"/Z.pdf", "/a.docx", "/a/10.xml", "/a/2.xml", "/a/deep/er/x.txt", "/b.docx", "/\xc3\xa9.docx"};
    CHECK(names(folder, found({folder.path()})) == expected);
    CHECK(names(folder, found({folder.path() + "/"})) == expected);
}

TEST_CASE("what no person means is passed over in a folder, but taken when it is named") {
    const TemporaryFolder folder;
    for (const char* name : {"plan.docx", "expected.txt", "a/expected.txt", ".hidden.docx", ".git/plan.docx", "~$plan.docx",
                             ".~lock.plan.docx#", "unexpected.txt", "~plan.docx"})
        folder.write(name);
    CHECK(names(folder, found({folder.path()})) == Names{"/plan.docx", "/unexpected.txt", "/~plan.docx"});
    for (const char* name : {"expected.txt", ".hidden.docx", "~$plan.docx"})
        CHECK(found({folder.at(name)}) == std::vector<Found>{{folder.at(name), ""}});
}

TEST_CASE("paths keep the order of the command line and stand once") {
    const TemporaryFolder folder;
    for (const char* name : {"a.docx", "b.docx", "c.docx"})
        folder.write(name);
    CHECK(names(folder, found({folder.at("c.docx"), folder.path(), folder.at("a.docx")})) == Names{"/c.docx", "/a.docx", "/b.docx"});
}

TEST_CASE("a path that is not there is an entry with its reason") {
    const TemporaryFolder folder;
    const auto all = found({folder.at("none.docx"), folder.write("a.docx")});
    REQUIRE(names(folder, all) == Names{"!/none.docx", "/a.docx"});
    CHECK(all.front().error == "there is no such file or folder; check the spelling, and quote names with spaces");
    CHECK_FALSE(found({""}).front().error.empty());
    CHECK_FALSE(found({folder.write("file.docx") + "/inside"}).front().error.empty());
    CHECK_FALSE(found({folder.at(std::string(5000, 'x'))}).front().error.empty());
}

TEST_CASE("links to files are followed, links to folders are named and not walked") {
    const TemporaryFolder folder;
    folder.write("real/plan.docx");
    fs::create_symlink("real/plan.docx", folder.at("link.docx"));
    fs::create_symlink("nowhere", folder.at("broken.docx"));
    fs::create_directory_symlink("..", folder.at("real/up"));
    fs::create_symlink("circle", folder.at("circle"));
    CHECK(names(folder, found({folder.path()})) ==
          Names{"!/broken.docx", "!/circle", "/link.docx", "/real/plan.docx", "!/real/up"});
    // A link to a folder that a person names is that folder.
    fs::create_directory_symlink("real", folder.at("other"));
    fs::remove(folder.at("real/up"));
    CHECK(names(folder, found({folder.at("other")})) == Names{"/other/plan.docx"});
}

TEST_CASE("a pipe below a folder is named and never opened") {
    const TemporaryFolder folder;
    REQUIRE(mkfifo(folder.at("pipe").c_str(), 0600) == 0);
    CHECK(names(folder, found({folder.path()})) == Names{"!/pipe"});
    CHECK(names(folder, found({folder.at("pipe")})) == Names{"/pipe"}); // <(...) of a shell
}

TEST_CASE("a folder that may not be read is an entry, and the rest is found") {
    const TemporaryFolder folder;
    folder.write("a/plan.docx");
    folder.write("b/plan.docx");
    fs::permissions(folder.path(), fs::perms{0755});
    fs::permissions(folder.at("a"), fs::perms::none);
    // For the superuser every folder is readable, so look as nobody.
    const bool superuser = geteuid() == 0;
    if (superuser)
        REQUIRE(seteuid(65534) == 0);
    const auto all = found({folder.path()});
    if (superuser)
        REQUIRE(seteuid(0) == 0);
    fs::permissions(folder.at("a"), fs::perms::owner_all);
    CHECK(names(folder, all) == Names{"!/a", "/b/plan.docx"});
    CHECK(all.front().error == "this folder cannot be read: you may not open it; ask its owner for access");
}

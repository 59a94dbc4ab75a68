#include "caseload/caseload.hpp"

#include "../read/zipped.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <string>
#include <sys/stat.h>
#include <unistd.h>

using namespace ehc;
using caseload::discover;
using caseload::Found;
using test::TemporaryFolder;
using test::zipped;

namespace {

// One line an entry: its path below the folder, and after "!" what is wrong with it.
std::string listed(const TemporaryFolder& folder, const std::vector<std::string>& paths, const read::Limits& limits = {}) {
    std::string text;
    for (const Found& found : discover(paths, limits)) {
        REQUIRE(found.path.starts_with(folder.path()));
        text += found.path.substr(folder.path().size() + 1) + (found.error.empty() ? "" : " !" + found.error) + "\n";
    }
    return text;
}

std::string words(const Found& found, const read::Limits& limits = {}) {
    const auto bytes = found.archive->read(found.entry, limits);
    return bytes ? *bytes : "!" + bytes.error().what;
}

} // namespace

TEST_CASE("the files of a zip archive stand below it, as those of a folder do", "[caseload][archive]") {
    const TemporaryFolder folder;
    const std::string path = folder.write("plans.ZIP", zipped({{"b.txt", "bee"}, {"autumn/a.txt", "ay"}, {"autumn/", ""}, {"__MACOSX/._b.txt", "x"}, {".hidden", "x"}, {"~$b.txt", "x"}}));
    CHECK(listed(folder, {folder.path()}) == "plans.ZIP/autumn/a.txt\nplans.ZIP/b.txt\n");
    const auto found = discover(std::vector<std::string>{path});
    CHECK(words(found[0]) == "ay");
    CHECK(words(found[1]) == "bee");
    // As a person would name one of them.
    CHECK(caseload::read_file(path + "/autumn/a.txt", 100).value() == "ay");
    CHECK(caseload::read_file(path + "/none.txt", 100).error().what == "this file cannot be opened");
}

TEST_CASE("a document that is a zip stays a document, whatever its name", "[caseload][archive]") {
    const TemporaryFolder folder;
    folder.write("plan.zip", zipped({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<d/>"}}));
    folder.write("text.zip", zipped({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<d/>"}}));
    CHECK(listed(folder, {folder.path()}) == "plan.zip\ntext.zip\n");
}

TEST_CASE("archives inside archives are opened to a depth", "[caseload][archive]") {
    const TemporaryFolder folder;
    std::string bytes = zipped({{"deepest.txt", "x"}});
    for (int depth = 0; depth < 3; ++depth)
        bytes = zipped({{"in.zip", bytes}, {"at-" + std::to_string(depth) + ".txt", "level " + std::to_string(depth)}});
    const std::string path = folder.write("out.zip", bytes);
    CHECK(listed(folder, {path}) == "out.zip/at-2.txt\nout.zip/in.zip/at-1.txt\nout.zip/in.zip/in.zip/at-0.txt\n"
                                    "out.zip/in.zip/in.zip/in.zip !it is an archive inside archives, more than 3 deep; unpack it and give what is inside\n");
    const auto found = discover(std::vector<std::string>{path});
    CHECK(words(found[1]) == "level 1");
    CHECK(words(found[2]) == "level 0");
    CHECK(caseload::read_file(path + "/in.zip/in.zip/at-0.txt", 1U << 20U).value() == "level 0");
    read::Limits small;
    small.unpacked_bytes = 100;
    CHECK(listed(folder, {path}, small).find("out.zip/in.zip !the archives inside this archive are larger than 0 MB together") != std::string::npos);
}

TEST_CASE("archives that mean harm are one clear error each", "[caseload][archive][hostile]") {
    const TemporaryFolder folder;
    CHECK(listed(folder, {folder.write("up.zip", zipped({{"../../etc/passwd", "x"}, {"/root", "x"}, {"a/../b", "x"}, {"c\\..\\d", "x"}, {"C:x", "x"}, {"ok.txt", "x"}}))}) ==
          "up.zip/`../../etc/passwd` !its name leads out of the archive, as a harmful one's would; it is not read\n"
          "up.zip/`/root` !its name leads out of the archive, as a harmful one's would; it is not read\n"
          "up.zip/`C:x` !its name leads out of the archive, as a harmful one's would; it is not read\n"
          "up.zip/`a/../b` !its name leads out of the archive, as a harmful one's would; it is not read\n"
          "up.zip/`c\\..\\d` !its name leads out of the archive, as a harmful one's would; it is not read\n"
          "up.zip/ok.txt\n");
    const auto bomb = discover(std::vector<std::string>{folder.write("bomb.zip", zipped({{"a.txt", std::string(32U << 20U, ' ')}, {"b.txt", "fine"}}))});
    REQUIRE(bomb.size() == 2);
    CHECK(words(bomb[0]) == "!this file of a zip archive unpacks to more than 200 times its size, as a harmful one would");
    CHECK(words(bomb[1]) == "fine");
    read::Limits few;
    few.archive_entries = 2;
    CHECK(listed(folder, {folder.write("many.zip", zipped({{"a", ""}, {"b", ""}, {"c", ""}}))}, few) == "many.zip !this zip archive has more than 2 entries; split it\n");
    read::Limits small;
    small.file_bytes = 10;
    CHECK(words(discover(std::vector<std::string>{folder.write("large.zip", zipped({{"a", "more than ten bytes"}}))}).front(), small) ==
          "!this file of a zip archive is larger than 0 MB");
    CHECK(words(discover(std::vector<std::string>{folder.write("locked.zip", zipped({{"a.txt", "x"}}, {.password = "secret"}))}).front()) ==
          "!this file of a zip archive is protected by a password");
    CHECK(listed(folder, {folder.write("no.zip", "not a zip")}) == "no.zip !this zip archive is damaged or cut short; copy the file again, it may not have been copied in full\n");
    const std::string whole = zipped({{"a.txt", "words"}, {"b.txt", std::string(5000, 'b')}}, {.packed = false});
    for (std::size_t size = 0; size < whole.size(); size += 1000)
        CHECK(listed(folder, {folder.write("cut.zip", whole.substr(0, size))}).find("cut.zip !this zip archive is damaged") == 0);
}

TEST_CASE("an archive that changes after it was looked through is told", "[caseload][archive]") {
    const TemporaryFolder folder;
    const std::string path = folder.write("plans.zip", zipped({{"a.txt", "x"}}));
    const auto found = discover(std::vector<std::string>{path});
    folder.write("plans.zip", zipped({{"other.txt", "y"}}));
    CHECK(words(found.front()) == "!the zip archive has changed since it was looked through");
}

TEST_CASE("a file that is not what it was before it was read is told", "[caseload][hostile]") {
    // Files of the kernel say that they are empty and then hold words: the same as one that grows while it is read.
    const auto bytes = caseload::read_file("/proc/self/status", 1U << 20U);
    REQUIRE_FALSE(bytes.ok());
    CHECK(bytes.error().line() == "/proc/self/status: this file changed while it was read; run again when nobody is working on it");
}

TEST_CASE("links that lead in circles and files that may not be read are entries with their reason", "[caseload][hostile]") {
    const TemporaryFolder folder;
    REQUIRE(symlink("circle", folder.at("circle").c_str()) == 0);
    REQUIRE(symlink(folder.path().c_str(), folder.at("above").c_str()) == 0);
    folder.write("plan.txt");
    const std::string text = listed(folder, {folder.path()});
    CHECK(text.find("above !this is a link to a folder") != std::string::npos);
    CHECK(text.find("circle !") != std::string::npos);
    CHECK(text.find("plan.txt\n") != std::string::npos);
    const std::string closed = folder.write("closed.txt");
    REQUIRE(chmod(closed.c_str(), 0) == 0);
    if (geteuid() != 0)
        CHECK(caseload::read_file(closed, 100).error().what == "permission to read this file is denied");
}

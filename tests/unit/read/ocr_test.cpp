#include "support/catch.hpp"

#include "read/ocr.hpp"
#include "support/temporary_folder.hpp"

#include <filesystem>

using namespace ehc;
using namespace ehc::read;

namespace {

// A program of a few lines of shell that stands for ehcaudit-ocr; it finds the picture's size in $line.
std::string program(const test::TemporaryFolder& folder, const std::string& lines) {
    const std::string path = folder.write("helper", "#!/bin/sh\nread -r line\n" + lines + "\n");
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    return path;
}

constexpr std::string_view greys = "123456";
constexpr Picture picture{3, 2, 300, greys};

std::string refusal(const test::TemporaryFolder& folder, const std::string& lines) {
    const auto read = Ocr({program(folder, lines)}).read(picture, 1);
    REQUIRE_FALSE(read.ok());
    return read.error().line();
}

} // namespace

TEST_CASE("a picture goes to Tesseract by its size, once", "[read][ocr]") {
    const test::TemporaryFolder folder;
    const std::string asked = folder.write("asked", "");
    Ocr ocr({program(folder, "while true; do echo \"$line\" >> " + asked + "; head -c 6 > /dev/null; printf 'hocr 5\\nwords'; read -r line || exit; done")});
    for (int time = 0; time < 2; ++time) {
        const auto read = ocr.read(picture, 7);
        REQUIRE(read.ok());
        CHECK(*read == "words");
    }
    CHECK(folder.read("asked") == "3 2 300 7\n");
}

TEST_CASE("what is wrong with Tesseract is told with what to do", "[read][ocr][hostile]") {
    const test::TemporaryFolder folder;
    CHECK(refusal(folder, "echo error start") == "Tesseract cannot be started; see that `tesseract --version` works and ehcaudit-ocr stands beside ehcaudit");
    CHECK(refusal(folder, "echo error language") == "Tesseract has no data for English; install it (on Debian the package tesseract-ocr-eng)");
    CHECK(refusal(folder, "echo error late") == "it takes longer than 1 seconds; ask for the document it was made from");
    CHECK(refusal(folder, "echo error failed") == "Tesseract fails on it; ask for the document it was made from");
    CHECK(refusal(folder, "printf 'hocr 99999999999999999999\\nx'") == "Tesseract fails on it; ask for the document it was made from");
    CHECK(refusal(folder, "exit 3") == "Tesseract fails on it; ask for the document it was made from");
    CHECK(Ocr({"/nowhere/ehcaudit-ocr"}).ready().error().what == "Tesseract cannot be started");
}

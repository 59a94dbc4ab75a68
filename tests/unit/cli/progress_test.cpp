#include "cli/progress.hpp"

#include "support/catch.hpp"

using namespace ehc::cli;
using std::chrono::seconds;

namespace {

Terminal of_width(unsigned width, bool unicode = false) {
    Terminal terminal;
    terminal.width = width;
    terminal.unicode = unicode;
    return terminal;
}

} // namespace

TEST_CASE("progress tells how many, how fast and how long") {
    CHECK(progress_line(1300, 13000, seconds(10), of_width(80)) == "auditing 1300 of 13000 ###........................... 130/s, 2 min left");
    CHECK(progress_line(5, 40, seconds(2), of_width(60)) == "auditing 5 of 40 ###...................... 2.5/s, 14 s left");
    CHECK(progress_line(13000, 13000, seconds(100), of_width(80)).find("130/s, 0 s left") != std::string::npos);
    CHECK(progress_line(10, 13000, seconds(10), of_width(80)).find("1.0/s, 3 h 36 min left") != std::string::npos);
}

TEST_CASE("progress says no more than it knows, and keeps to the width") {
    CHECK(progress_line(3, 13000, seconds(0), of_width(80)).find("left") == std::string::npos);
    for (const unsigned width : {0U, 5U, 20U, 30U, 40U, 45U, 50U, 60U, 120U})
        CHECK(progress_line(1300, 13000, seconds(10), of_width(width)).size() <= (width == 0 ? 0 : width - 1));
    const std::string bar = progress_line(1, 2, seconds(10), of_width(80, true));
    CHECK(bar.find("\u2588") != std::string::npos);
    CHECK(bar.find("\u2591") != std::string::npos);
}

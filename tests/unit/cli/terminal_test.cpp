#include "cli/terminal.hpp"

#include "support/catch.hpp"

using namespace ehc::cli;

namespace {

Surroundings window() {
    return {.is_terminal = true, .columns = 100, .no_color = "", .term = "xterm-256color", .characters = "en_GB.UTF-8"};
}

} // namespace

TEST_CASE("a file or pipe always gets the same report") {
    Surroundings pipe = window();
    pipe.is_terminal = false;
    pipe.characters = "C";
    CHECK(terminal_for(pipe, Colour::automatic) == Terminal{.colour = false, .unicode = true, .width = 80});
    CHECK(terminal_for(pipe, Colour::always) == Terminal{.colour = true, .unicode = true, .width = 80});
}

TEST_CASE("a terminal gets what it can show") {
    CHECK(terminal_for(window(), Colour::automatic) == Terminal{.colour = true, .unicode = true, .width = 100});
    Surroundings one = window();
    one.columns = 300;
    CHECK(terminal_for(one, Colour::automatic).width == 120);
    one.columns = 0;
    CHECK(terminal_for(one, Colour::automatic).width == 80);
    for (const char* plain : {"", "C", "POSIX", "en_GB.ISO-8859-1"}) {
        one.characters = plain;
        CHECK_FALSE(terminal_for(one, Colour::automatic).unicode);
    }
    one.characters = "C.utf8";
    CHECK(terminal_for(one, Colour::automatic).unicode);
}

TEST_CASE("NO_COLOR and dumb terminals mean no colour, unless it is asked for by name") {
    Surroundings one = window();
    one.no_color = "1";
    CHECK_FALSE(terminal_for(one, Colour::automatic).colour);
    CHECK(terminal_for(one, Colour::always).colour);
    one = window();
    one.term = "dumb";
    CHECK_FALSE(terminal_for(one, Colour::automatic).colour);
    one.term = "";
    CHECK_FALSE(terminal_for(one, Colour::automatic).colour);
    CHECK_FALSE(terminal_for(window(), Colour::never).colour);
}

#include "cli/terminal.hpp"

#include <algorithm>
#include <cstdlib>
#include <sys/ioctl.h>
#include <unistd.h>

namespace ehc::cli {

namespace {

constexpr unsigned usual_columns = 80;
constexpr unsigned most_columns = 120; // longer lines are hard to follow

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : value;
}

// "en_GB.UTF-8", "C.utf8"
bool names_utf8(std::string locale) {
    std::transform(locale.begin(), locale.end(), locale.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
}

} // namespace

Terminal terminal_for(const Surroundings& surroundings, Colour colour) {
    Terminal terminal;
    switch (colour) {
    case Colour::always: terminal.colour = true; break;
    case Colour::never: terminal.colour = false; break;
    case Colour::automatic:
        terminal.colour = surroundings.is_terminal && surroundings.no_color.empty() && surroundings.term != "dumb" &&
                          !surroundings.term.empty();
        break;
    }
    if (surroundings.is_terminal) {
        terminal.unicode = names_utf8(surroundings.characters);
        terminal.width = surroundings.columns == 0 ? usual_columns : std::min(surroundings.columns, most_columns);
    }
    return terminal;
}

Surroundings surroundings_of(int descriptor) {
    Surroundings surroundings;
    surroundings.is_terminal = isatty(descriptor) == 1;
    if (winsize window{}; surroundings.is_terminal && ioctl(descriptor, TIOCGWINSZ, &window) == 0)
        surroundings.columns = window.ws_col;
    surroundings.no_color = variable("NO_COLOR");
    surroundings.term = variable("TERM");
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"})
        if (surroundings.characters.empty())
            surroundings.characters = variable(name);
    return surroundings;
}

} // namespace ehc::cli

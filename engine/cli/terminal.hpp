// How the terminal, if it is one, can show a report. Only front doors look at it.
#pragma once

#include "cli/options.hpp"

#include <string>

namespace ehc::cli {

struct Terminal {
    bool colour = false;
    bool unicode = true;
    unsigned width = 80; // columns
    bool operator==(const Terminal&) const = default;
};

// What the system says; a variable that is not set is an empty text.
struct Surroundings {
    bool is_terminal = false;
    unsigned columns = 0;   // of the window; 0 when not known
    std::string no_color;   // NO_COLOR, https://no-color.org: set and not empty means none
    std::string term;       // TERM
    std::string characters; // the first of LC_ALL, LC_CTYPE, LANG that is not empty
};

// What goes to a file or pipe is always the same: UTF-8, 80 columns, and colour only when it is asked for by name.
[[nodiscard]] Terminal terminal_for(const Surroundings& surroundings, Colour colour);

// Asks the system about an open file descriptor and the environment.
[[nodiscard]] Surroundings surroundings_of(int descriptor);

} // namespace ehc::cli

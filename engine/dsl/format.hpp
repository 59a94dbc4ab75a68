// A rule file in the one layout that all rule files share. Words, comments and the author's line breaks inside a clause are
// kept; spaces, indentation and the order of the clauses of a rule are put right. Formatting twice changes nothing more, and
// the formatted file reads as the same tree but for the order of clauses.
#pragma once

#include "dsl/ast.hpp"
#include "dsl/fault.hpp"

#include <string>

namespace ehc::dsl {

struct Formatted {
    std::string text;
    Faults faults; // a file that cannot be read is not formatted
};

[[nodiscard]] Formatted format(const Source& source);

// Where a clause stands among the others of its rule; clauses of one rank keep the order they were written in.
[[nodiscard]] int rank(const Clause& clause);

} // namespace ehc::dsl

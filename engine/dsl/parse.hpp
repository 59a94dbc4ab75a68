// Text of a rule file to its tree. Parsing never fails as a whole: it returns every item and every clause it could read and a
// fault for each it could not, and goes on at the next; what was lost is noted, so that nobody takes its echo for a fault. Bounds: 10 MB of text, nesting 200, 50 faults a file.
#pragma once

#include "dsl/ast.hpp"
#include "dsl/fault.hpp"

namespace ehc::dsl {

struct Parsed {
    File file;
    Faults faults;
};

[[nodiscard]] Parsed parse(const Source& source);

// One expression, as written after --set NAME=VALUE or in an example: "24 months", "2025-05-12", "yes".
struct ParsedExpr {
    std::optional<Expr> value;
    Faults faults;
};
[[nodiscard]] ParsedExpr parse_value(const Source& source);

} // namespace ehc::dsl

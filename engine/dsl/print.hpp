// The tree back to text, in one canonical form: parsing what is printed gives an equal tree but for spans. `explain` and
// the formatter use it. Comments and the author's choice between words that mean the same (`has` for `mentions`, years for
// months) are not in the tree and so do not come back.
#pragma once

#include "dsl/ast.hpp"

#include <string>

namespace ehc::dsl {

[[nodiscard]] std::string print(const Expr& expr);   // one line
[[nodiscard]] std::string print(const Each& each);   // one line: provision in section F where ...
[[nodiscard]] std::string print(const Clause& clause); // as it stands in a rule, indented, no line end
[[nodiscard]] std::string print(const PatternPart& part);
[[nodiscard]] std::string print(const Item& item);   // its lines, each with a line end
[[nodiscard]] std::string print(const File& file);   // items with an empty line between

[[nodiscard]] std::string_view written(Expected expected) noexcept; // fires on

// "..." with its escapes; 12 May 2025; 24 months; 0.5
[[nodiscard]] std::string quoted(std::string_view text);
[[nodiscard]] std::string written(Duration duration);
[[nodiscard]] std::string written(double number);

} // namespace ehc::dsl

// The codes of faults in rule files, each with what it means and how the mend looks: `ehcaudit help E203`, the reference and
// their tests work from this one table. A code keeps its meaning for ever.
#pragma once

#include <span>
#include <string_view>

namespace ehc::dsl {

struct CodeRow {
    // What `wrong` and `right` are: clauses of a rule, items of a pack, or a whole file.
    enum class Of : unsigned char { rule, pack, file };
    std::string_view code;
    std::string_view title;
    std::string_view meaning; // a sentence or two: why it is a fault, and what to do
    Of of = Of::rule;
    std::string_view wrong; // an example that has this fault; empty where none can be written in a few lines
    std::string_view right; // and the same mended
};

[[nodiscard]] std::span<const CodeRow> codes() noexcept;
// Null for a code that there is none of; `e203` is E203.
[[nodiscard]] const CodeRow* find_code(std::string_view code) noexcept;

} // namespace ehc::dsl

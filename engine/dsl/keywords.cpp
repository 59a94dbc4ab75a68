#include "dsl/keywords.hpp"

namespace ehc::dsl {

namespace {

constexpr auto reserved_by_number = [] {
    std::array<Reserved, 256> table{};
    for (const Keyword& keyword : keyword_table)
        if (keyword.phrase.find(' ') == std::string_view::npos)
            table[number_of(keyword.phrase)] = keyword.reserved;
    return table;
}();

} // namespace

std::span<const Keyword> keywords() noexcept { return keyword_table; }

Reserved reserved(WordNumber word) noexcept { return reserved_by_number[word]; }

} // namespace ehc::dsl

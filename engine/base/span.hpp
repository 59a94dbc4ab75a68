// A stretch of text as 32-bit byte offsets, begin included and end excluded. The text it points into is always named by
// its owner (a rule file's Source, a document's extracted text).
#pragma once

#include <compare>
#include <cstdint>

namespace ehc {

struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr bool empty() const noexcept { return begin >= end; }
    [[nodiscard]] constexpr std::uint32_t size() const noexcept { return end > begin ? end - begin : 0; }
    auto operator<=>(const Span&) const = default;
};

} // namespace ehc

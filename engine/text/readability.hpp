// How hard a text is to read, as the age at which a reader can follow it: Flesch-Kincaid grade level and five years.
//
// Units: years of age. Syllables are counted by groups of vowels, with silent endings left out; a bullet or line end closes a
// sentence as a full stop does.
// Source: J. P. Kincaid and others, Derivation of New Readability Formulas (1975).
#pragma once

#include "text/analysis.hpp"

#include <cstdint>
#include <string_view>

namespace ehc::text {

struct ReadingLoad {
    std::uint32_t words = 0;
    std::uint32_t sentences = 0;
    std::uint32_t syllables = 0;
    ReadingLoad& operator+=(const ReadingLoad& other) noexcept;
    [[nodiscard]] double age() const noexcept; // 0 without words
};

// Of tokens [first, last).
[[nodiscard]] ReadingLoad reading_load(const Analysis& analysis, std::uint32_t first, std::uint32_t last);
[[nodiscard]] std::uint32_t syllables(std::string_view folded_word) noexcept;

} // namespace ehc::text

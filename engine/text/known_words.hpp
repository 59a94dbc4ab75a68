// Words whose meaning reading itself needs: numbers, months, school terms, and abbreviations whose full stop ends nothing.
// All of them folded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ehc::text {

struct KnownWord {
    enum class Kind : std::uint8_t {
        number, // one to nineteen
        tens,   // twenty to ninety
        half,
        month, // 1 to 12, also shortened
        term,  // 1 autumn, 2 spring, 3 summer
    };
    std::string_view text;
    Kind kind = Kind::number;
    int value = 0;
};

// Null for a word that is none of these.
[[nodiscard]] const KnownWord* find_known_word(std::string_view folded) noexcept;
// The same for a word of letters a to z with its word_key().
[[nodiscard]] const KnownWord* find_known_word(std::uint64_t key, std::size_t size) noexcept;

enum class Abbreviation : std::uint8_t {
    none,
    before_name,   // "Dr.": ends no sentence whatever follows
    before_number, // "No. 5", but "No. He does not."
    anywhere,      // "mins.": ends a sentence only when a capital follows
};
[[nodiscard]] Abbreviation abbreviation(std::string_view folded) noexcept;

// Words after which a single letter is the name of a part ("Section F."), not the initial of a person.
[[nodiscard]] bool names_a_part(std::string_view folded) noexcept;

} // namespace ehc::text

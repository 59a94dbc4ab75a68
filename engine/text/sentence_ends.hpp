// Whether a full stop ends a sentence, or belongs to a shortened word, an initial, a number or the number of a list.
// Shapes: `after` is what follows the full stop, up to `end`, the end of the text.
// Errors: none.
#pragma once

#include "text/analysis.hpp"

#include <optional>
#include <string_view>

namespace ehc::text {

enum class Following : std::uint8_t { end, capital, lower, digit, other };

// What stands after spaces and opening signs in the same paragraph.
[[nodiscard]] Following following(const char* at, const char* end) noexcept;
// True at white space, at the end, and at closing signs before one of these.
[[nodiscard]] bool breaks_off(const char* at, const char* end) noexcept;

// The token that touches a full stop.
struct BeforePoint {
    TokenKind kind = TokenKind::word;
    std::string_view folded;
    bool capital = false;              // an ASCII capital begins it
    bool first = false;                // of its sentence
    std::string_view folded_before_it; // the token before it; empty where it is the first
};
// The full stop of "Dr." or of an initial is no sign of its own: "approx. 5" reads as "approx 5".
[[nodiscard]] bool is_shortened(const BeforePoint& before, const char* after, const char* end) noexcept;
[[nodiscard]] bool point_ends_sentence(const std::optional<BeforePoint>& before, const char* after, const char* end) noexcept;

} // namespace ehc::text

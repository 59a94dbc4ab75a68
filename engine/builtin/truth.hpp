// The three answers a condition can have. A condition whose input is not stated, or only partly known, is unknown and says
// why; it is never quietly true or false.
#pragma once

#include <string>
#include <utility>

namespace ehc::builtin {

struct Truth {
    enum class Answer : unsigned char { no, yes, unknown };
    Answer answer = Answer::no;
    std::string because; // for unknown: "the date of advice 2 is not stated"

    [[nodiscard]] static Truth of(bool value) { return {value ? Answer::yes : Answer::no, {}}; }
    [[nodiscard]] static Truth unknown(std::string why) { return {Answer::unknown, std::move(why)}; }
    [[nodiscard]] bool yes() const noexcept { return answer == Answer::yes; }
    [[nodiscard]] bool no() const noexcept { return answer == Answer::no; }
    [[nodiscard]] bool is_unknown() const noexcept { return answer == Answer::unknown; }
};

[[nodiscard]] inline Truth operator!(Truth truth) {
    if (!truth.is_unknown())
        truth.answer = truth.yes() ? Truth::Answer::no : Truth::Answer::yes;
    return truth;
}

// "no" decides an `and` whatever else is unknown; "yes" decides an `or`.
[[nodiscard]] inline Truth both(Truth a, Truth b) {
    if (a.no() || b.no())
        return Truth::of(false);
    return a.is_unknown() ? std::move(a) : std::move(b);
}
[[nodiscard]] inline Truth either(Truth a, Truth b) {
    if (a.yes() || b.yes())
        return Truth::of(true);
    return a.is_unknown() ? std::move(a) : std::move(b);
}

} // namespace ehc::builtin

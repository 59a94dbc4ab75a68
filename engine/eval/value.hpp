// What an expression of a rule comes to on a plan: a value of its type, or the reason why there is none.
#pragma once

#include "eval/texts.hpp"

#include <variant>

namespace ehc::eval {

struct Record {
    const plan::RecordType* type = nullptr;
    const void* at = nullptr;
    std::uint32_t number = 0; // in its list, from 1; 0 for records that stand alone
};

// No value, and why.
struct Unknown {
    plan::State state = plan::State::missing;
    std::string because;                  // empty where it is that a field has no value
    const plan::FieldRow* field = nullptr; // that field, and whose it is: most guards only want to know that it is not stated,
    Record owner{};                        // so the words are made when somebody asks

    // In words that name the place and never the contents: "date of advice 2 is not stated".
    [[nodiscard]] std::string why() const;
};

struct Choice {
    const plan::Domain* domain = nullptr;
    plan::ChoiceIndex index = 0;
};

struct Value {
    std::variant<Unknown, TextView, const TextViews*, builtin::NumberRange, PartialDate, builtin::DurationRange, builtin::Truth, Choice, Record, Mention> held;
    plan::Origin origin;   // where it was found; unknown for what was worked out
    std::optional<plan::Letter> section;

    [[nodiscard]] const Unknown* unknown() const noexcept { return std::get_if<Unknown>(&held); }
    template <class T> [[nodiscard]] const T* as() const noexcept { return std::get_if<T>(&held); }
};

// "advice 2", "section F", "the plan"
[[nodiscard]] std::string name_of(const Record& record);
// As messages and explanations show it: "educational psychologist", "12 May 2025", "2 years 3 months", "not stated".
[[nodiscard]] std::string words_of(const Value& value);

} // namespace ehc::eval

// Result<T>: a value, or the Error that says why the work could not be done. For work that failed (a file that cannot be
// read, a bad option), never for a poor plan (that is a Finding) nor for a wrong rule file (those are Faults).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace ehc {

// What went wrong, where, and what the user can do about it: each a lower-case phrase without a full stop.
struct Error {
    std::string where;  // the user's own name for the place: a path, an option, a path with line:column
    std::string what;   // "this is not a Word document: the zip holds no word/document.xml"
    std::string remedy; // "save it as .docx and try again"; may be empty

    // One line: "where: what; remedy".
    [[nodiscard]] std::string line() const {
        std::string text = where.empty() ? what : where + ": " + what;
        if (!remedy.empty())
            text += "; " + remedy;
        return text;
    }
    bool operator==(const Error&) const = default;
};

template <class T> class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return ok(); }
    [[nodiscard]] T& value() & { return std::get<0>(state_); }
    [[nodiscard]] const T& value() const& { return std::get<0>(state_); }
    [[nodiscard]] T&& value() && { return std::get<0>(std::move(state_)); }
    [[nodiscard]] const Error& error() const& { return std::get<1>(state_); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

  private:
    std::variant<T, Error> state_;
};

// Success without a value.
struct Done {};

} // namespace ehc

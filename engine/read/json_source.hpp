// JSON as a tree whose every name and value knows its line and column.
//
// Shapes: members in the order of the file, of equal names all; numbers as they are written. Columns are code points.
// Errors: text that is not JSON, with its place; nesting beyond Limits::nesting, more values than Limits::json_values.
// Source: RFC 8259; parsed by Boost.JSON.
#pragma once

#include "base/result.hpp"
#include "plan/origin.hpp"
#include "read/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ehc::read {

struct JsonMember;

struct JsonValue {
    enum class Kind : std::uint8_t { null, boolean, number, string, array, object };
    // From byte `at` of the text on the file runs in step with it.
    struct Part {
        std::uint32_t at = 0, column = 0;
    };

    Kind kind = Kind::null;
    std::string text;        // of a string what it says; of numbers and booleans what is written
    std::vector<Part> parts; // of a string: a new one after each escape
    std::uint32_t line = 0, column = 0;
    std::vector<JsonValue> items;
    std::vector<JsonMember> members;

    [[nodiscard]] bool is_object() const noexcept { return kind == Kind::object; }
    [[nodiscard]] bool is_array() const noexcept { return kind == Kind::array; }
    [[nodiscard]] bool is_scalar() const noexcept { return !is_object() && !is_array(); }
    [[nodiscard]] plan::Origin where() const noexcept;
    // The first member of that name; null where there is none, or this is no object.
    [[nodiscard]] const JsonValue* member(std::string_view name) const noexcept;
};

struct JsonMember {
    std::string name;
    std::uint32_t line = 0, column = 0;
    JsonValue value;

    [[nodiscard]] plan::Origin where() const noexcept;
};

// `text` is UTF-8, as decode() gives it.
[[nodiscard]] Result<JsonValue> parse_json(std::string_view text, std::string_view path, const Limits& limits);

} // namespace ehc::read

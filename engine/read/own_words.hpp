// Headings and labels of a council's own, beside those that the recogniser knows: from its profile.
//
// Shapes: a heading is the whole heading as the council prints it, with or without its letter ("My extra needs"); a label is
// what stands before or beside a value ("Plan agreed on"). Case, signs and a number in front of a heading do not count.
// Errors: none; is_label_field() tells whether a field's name is known, before it is used here.
#pragma once

#include "plan/choices.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ehc::read {

struct OwnHeading {
    plan::Letter letter = plan::Letter::A;
    std::string words;
};

struct OwnLabel {
    std::string field; // one of label_fields()
    std::string words;
};

struct OwnWords {
    std::vector<OwnHeading> headings;
    std::vector<OwnLabel> labels;
};

// What a label can ask for, by name: "date_of_plan", "date_of_birth" ...
[[nodiscard]] std::span<const std::string_view> label_fields() noexcept;
[[nodiscard]] bool is_label_field(std::string_view name) noexcept;

} // namespace ehc::read

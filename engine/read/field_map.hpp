// What the front page says, and by what the recogniser found it: for a person to check, beside the map of sections.
//
// Shapes: one row a field in a fixed order, those not found too.
// Errors: none.
#pragma once

#include "read/labels.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ehc::read {

struct FieldSeen {
    std::string_view field; // "date of birth"
    plan::State state = plan::State::missing;
    std::string value;   // in words; empty unless stated
    plan::Origin origin; // of the value, else of its label
    std::string how;     // "label Date of birth", "words Final Education, Health and Care Plan"; empty when not found
};

[[nodiscard]] std::vector<FieldSeen> field_map(const Document& document, const std::vector<Labelled>& labels, const plan::Plan& plan);
// Of a plan whose fields were never in doubt.
[[nodiscard]] std::vector<FieldSeen> field_map(const plan::Plan& plan);

} // namespace ehc::read

// What a document is: a plan, a blank template, some sections of a plan, advice, an annual review form, or none of these,
// with the signs in words.
// Errors: none.
#pragma once

#include "read/outline.hpp"

#include <string>

namespace ehc::read {

struct KindFound {
    plan::Kind kind = plan::Kind::other;
    std::string words; // "an annual review form"; for a plan the status is added by the recogniser
    std::string why;   // "sections A to K are headed; a date of birth is filled in"
};

// The kind of a document whose plan is filled as far as it can be.
[[nodiscard]] KindFound kind_of(const Document& document, const Outline& outline, const plan::Plan& plan);

} // namespace ehc::read

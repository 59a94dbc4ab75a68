// Numbers that carry their own check: whether one could have been issued at all.
//
// Errors: none; spaces and hyphens between the digits do not count.
// Source: DfE, Unique pupil numbers (UPNs), a guide for schools and local authorities (check letter: weights 2 to 13,
// modulus 23); NHS Data Dictionary, NHS NUMBER (modulus 11).
#pragma once

#include <string_view>

namespace ehc::text {

[[nodiscard]] bool is_pupil_number(std::string_view written);
[[nodiscard]] bool is_nhs_number(std::string_view written);

} // namespace ehc::text

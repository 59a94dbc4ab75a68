// How many minutes a week a text of provision adds up to: "3 x 30 minutes a week" is 90.
//
// Units: minutes a week of term. A day counts five times a week, a fortnight half, a half term a sixth, a term a thirteenth, a
// school year a 38th (190 school days). What has no length or no frequency adds nothing; a text in which nothing has both has
// no answer.
#pragma once

#include "text/analysis.hpp"

#include <optional>

namespace ehc::text {

// Of tokens [first, last).
[[nodiscard]] std::optional<double> weekly_minutes(const Analysis& analysis, std::uint32_t first, std::uint32_t last);

} // namespace ehc::text

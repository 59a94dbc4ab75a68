// The nouns of the rule language in the singular, as the tree has them, and in the plural, as they read better after
// `count of` or `at least 2`. The one place that knows irregular ones; `advice` has no plural.
#pragma once

#include <string>
#include <string_view>

namespace ehc::dsl {

[[nodiscard]] std::string singular(std::string_view noun);
// singular(plural(noun)) is noun.
[[nodiscard]] std::string plural(std::string_view noun);

} // namespace ehc::dsl

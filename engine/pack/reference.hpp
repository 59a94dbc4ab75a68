// The reference of a set of rules, for people who read plans and not rule files: each rule with what it requires, why, what it
// stands on, when it fires and when it stays quiet, and the figures that a council may change. As Markdown, or as one HTML
// page that needs nothing else. The same rules give the same bytes.
#pragma once

#include "compile/compiled.hpp"

#include <string>
#include <vector>

namespace ehc::pack {

[[nodiscard]] std::string reference_markdown(const compile::CompiledRules& rules, const std::vector<const compile::Rule*>& chosen);
[[nodiscard]] std::string reference_html(const compile::CompiledRules& rules, const std::vector<const compile::Rule*>& chosen);

} // namespace ehc::pack

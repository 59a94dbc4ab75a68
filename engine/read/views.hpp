// Section A into views by speaker: from subheads ("My family's views"), the first person, and words such as "Mum says".
// Errors: none; a paragraph that nobody is said to speak has no speaker.
#pragma once

#include "read/entries.hpp"

#include <span>
#include <string>

namespace ehc::read {

// `names` are the folded names of the child.
void fill_views(const Outline& outline, const Entries& entries, std::span<const std::string> names, plan::Plan& plan);

} // namespace ehc::read

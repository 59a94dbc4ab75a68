// Sections I and J: the name and type of the institution and when the placement starts; the personal budget.
// Errors: none. Words that name neither an institution nor a type leave both unstated, and the text stated.
#pragma once

#include "read/outline.hpp"

namespace ehc::read {

// A label of Section I: "Name of school", "Type".
[[nodiscard]] bool is_placement_label(const Words& words);
// Marks the labels of a form in sections I and J ("Name", "Type of setting"), which are no content of theirs.
void mark_placement_labels(Outline& outline);
void fill_placement(const Outline& outline, plan::Plan& plan);
void fill_budget(const Outline& outline, plan::Plan& plan);

} // namespace ehc::read

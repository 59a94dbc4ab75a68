// The front page into a plan: the child, the dates of this version and of the milestones, the people, the status and the review,
// from labelled fields and from the sentences that stand for them in older plans.
// Errors: none; a field whose words cannot be read is `unreadable` and says why, without the words.
#pragma once

#include "read/labels.hpp"

namespace ehc::read {

// Fills everything that stands outside the sections, and the dates of reviews wherever they stand. A `status` that is given
// wins over what the document says.
void fill_front_page(const Document& document, const Outline& outline, const std::vector<Labelled>& labels, std::optional<plan::Status> status,
                     plan::Plan& plan);
// Folded first name and the name the child is known by: words about the child are no guidance.
[[nodiscard]] std::vector<std::string> names_of_child(const plan::Plan& plan);

} // namespace ehc::read

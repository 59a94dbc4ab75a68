// How far a plan has come: from words on the front page, in page headers and in the document's title, or from ticked boxes.
// A choice left open ("Final / Amended / Draft") says nothing.
// Errors: none.
#pragma once

#include "read/labels.hpp"

namespace ehc::read {

[[nodiscard]] plan::Field<plan::Status> find_status(const Document& document, const Outline& outline, const std::vector<Labelled>& labels);

} // namespace ehc::read

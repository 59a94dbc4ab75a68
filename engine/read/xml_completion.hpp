// What follows from a plan as a whole once all of its XML is read: what section a title's words name, numbers of items,
// sections that share another's heading, places of sections that are missing, and the text of the sections that are one
// record each.
#pragma once

#include "read/document.hpp"

namespace ehc::read {

// `document` holds the plan and its blocks.
void complete_plan(Document& document);

} // namespace ehc::read

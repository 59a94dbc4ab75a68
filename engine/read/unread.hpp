// A document part of which could not be read: what was not found in it may stand there.
//
// Fields that are missing, and sections without a heading or without words, become unreadable with their reason, so that every rule
// that needs them is unchecked instead of failed. What was found stays.
// Errors: none.
#pragma once

#include "plan/plan.hpp"

#include <string_view>

namespace ehc::read {

void mark_unread(plan::Plan& plan, std::string_view because);

} // namespace ehc::read

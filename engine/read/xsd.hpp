// The XML schema of canonical plan XML, written from the field table, so that it can never say anything else than the
// reader. It is checked in as schemas/ehc-plan.xsd.
#pragma once

#include <string>

namespace ehc::read {

[[nodiscard]] std::string write_plan_schema();

} // namespace ehc::read

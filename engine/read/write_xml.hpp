// A plan as canonical XML (schemas/ehc-plan.xsd), with the place where each part was found as the attribute `at`. Reading it
// back gives the same plan but for places and for the list of paragraphs, which becomes that of the XML.
// Total; control characters that XML cannot hold become U+FFFD.
#pragma once

#include "plan/plan.hpp"

#include <string>

namespace ehc::read {

[[nodiscard]] std::string write_plan_xml(const plan::Plan& plan);

} // namespace ehc::read

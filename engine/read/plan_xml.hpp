// Canonical plan XML (schemas/ehc-plan.xsd) to a Document that holds the plan, every text with its line, column and block.
// XML that is not a plan is no error: the Document says what it is, and holds no plan.
//
// Error: broken XML, a document type declaration, an element, attribute or value that the schema does not know, or a limit
// passed; each with line and column, naming places and never a plan's words.
#pragma once

#include "base/result.hpp"
#include "read/document.hpp"

#include <string_view>

namespace ehc::read {

[[nodiscard]] Result<Document> read_xml(std::string_view bytes, std::string_view path, const Limits& limits);

} // namespace ehc::read

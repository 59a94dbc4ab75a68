// A JSON export to blocks, as the case system's own print of it would be: names as headings and labels, records as rows of
// tables, lists as lists. The recogniser reads these blocks as those of any format.
//
// Shapes: plans with parts `sectionA` .. `sectionK` or `section_a`, or titles of sections ("outcomes", "educational_provision"),
// alone or in an envelope ("plan", "data"); `sections` by letter or as records with a letter; personal details as flat names;
// advice with `Advice_Giver` and areas of need whose arrays run side by side, a row each index; dates of a case (`EHCP`), which
// are read as a return is. A name is parted into words at "_", "-" and capitals. An empty string and null are a blank. Text that
// is a web page in itself is read as one.
// What is JSON of another kind (FHIR, a schema, a form's definition, a list of plans) is named and of kind `other`.
// Origin: line and column of every word in the file, columns in code points.
// Errors: those of parse_json(); more blocks than Limits allow.
#pragma once

#include "read/document.hpp"

#include <string_view>

namespace ehc::read {

[[nodiscard]] Result<Document> read_json(std::string_view bytes, std::string_view path, const Limits& limits);

} // namespace ehc::read

// Something wrong in a rule file, told in the author's words: never C++, never grammar vocabulary.
#pragma once

#include "base/source.hpp"
#include "base/span.hpp"

#include <string>
#include <vector>

namespace ehc::dsl {

struct Fault {
    std::string code;       // "E101": 1xx the text of the file, 2xx names, 3xx types, 4xx what a rule must have, 5xx wording, 6xx packs; W for a warning
    std::string file;       // Source::name()
    Span span;              // the words at fault
    Place place;            // line and column of the span's begin
    std::string what;       // one line, lower case, no full stop, names in backticks
    std::string suggestion; // "did you mean `provision`?"; may be empty
    std::string line;       // the line of the file, for showing
    bool operator==(const Fault&) const = default;
};

using Faults = std::vector<Fault>;

[[nodiscard]] Fault fault(const Source& source, std::string code, Span span, std::string what, std::string suggestion = {});

// As the command prints it, without a line end after the last line:
//   rules/advice.rules:12:8: E203 there is no field `dat` in advice; did you mean `date`?
//      12 |   require advice.dat is within 24 months before plan.date
//         |           ^^^^^^^^^^
[[nodiscard]] std::string show(const Fault& fault);

} // namespace ehc::dsl

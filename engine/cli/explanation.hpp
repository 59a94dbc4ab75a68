// An explanation written out: as text for people, short, with the parts that decided; as JSON the whole of it
// (schemas/ehcaudit-explanation-1.schema.json).
#pragma once

#include "base/date.hpp"
#include "compile/compiled.hpp"
#include "eval/evaluate.hpp"

#include <iosfwd>
#include <string>

namespace ehc::cli {

struct Explained {
    const compile::Rule* rule = nullptr;
    std::string path;
    std::string recognised_as;
    Date as_at;
    eval::Explanation explanation;
};

// "The rule fires: advice 3 fails, 5 pass." The verdict on the whole plan, in one sentence.
[[nodiscard]] std::string summary(const eval::Explanation& explanation);

// With `verbose` the parts that decided nothing, too. No line is wider than `width`, but for words that are.
void write_text(std::ostream& out, const Explained& explained, bool verbose, unsigned width);
void write_json(std::ostream& out, const Explained& explained);

} // namespace ehc::cli

// Reports without personal data: what a plan's own words, dates and names would show stands as a pseudonym, the same for the
// same words under the same key, so that findings can still be told apart and counted.
//
// In three steps, since no one of them can know everything: values that rules put into messages are veiled as they are put in
// (`veil`, handed to eval/); words at fault, their context, evidence and the plan's text are left out; names, numbers,
// addresses and the date of birth that the plan states are looked for in whatever text remains. Dates in messages are all
// veiled, since a rule may have worked them out from a date of birth. Numbers, durations and the date of the plan stay.
// Errors: none.
#pragma once

#include "finding/finding.hpp"
#include "plan/plan.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ehc::audit {

class Redaction {
  public:
    explicit Redaction(std::string key) : key_(std::move(key)) {}

    // "[words-3f2a9c0d]"; the same for words that differ only in case and signs.
    [[nodiscard]] std::string veil(std::string_view words) const { return pseudonym("words", words); }
    // "document-3f2a9c0d.docx"
    [[nodiscard]] std::string path(std::string_view path) const;
    // What in the plan says who somebody is, longest first.
    [[nodiscard]] static std::vector<std::string> identifying(const plan::Plan& plan);
    // The whole report of a document. `identifying` is that of its plan.
    void apply(finding::DocumentReport& document, const std::vector<std::string>& identifying) const;

  private:
    [[nodiscard]] std::string pseudonym(std::string_view kind, std::string_view words) const;
    // With `quoted_too` also what stands in quotes: in what a reader says these are somebody's words, whoever's; in what a rule
    // says they are its author's.
    void sweep(std::string& text, const std::vector<std::string>& identifying, bool quoted_too = false) const;

    std::string key_;
};

} // namespace ehc::audit

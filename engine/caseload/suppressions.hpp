// Findings that somebody has accepted: a file of exceptions, each with its rule, plan, reason, who accepts it and until when.
//
//     suppression
//     {
//       rule   EHC-F01                  ; id or name
//       plan   plans/amara.docx         ; path as in the report, or the plan's own id
//       section F                       ; may be left out: the whole plan
//       reason "The family asked for this wording; agreed at the review of 12 May 2025"
//       who    "J. Okafor, SEN manager"
//       until  2025-12-31               ; the last day on which it counts
//     }
//
// An exception that has run out, and one that accepts nothing although its rule was run on its plan, are findings of their
// own (EHC-Y01, EHC-Y02).
// Errors: the file with its line; nothing is guessed.
#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "finding/finding.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ehc::caseload {

struct Suppression {
    std::string rule, plan;
    std::optional<plan::Letter> section;
    std::string reason, who;
    Date until;
    unsigned line = 0;
};

class Suppressions {
  public:
    [[nodiscard]] static Result<Suppressions> parse(const std::string& text, const std::string& name);

    [[nodiscard]] const std::vector<Suppression>& all() const noexcept { return all_; }
    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    // An exception for an id that the rule had before is one for the rule.
    void rename(const std::string& former, const std::string& rule);
    // Takes accepted findings out of the document's, and adds findings on the exceptions themselves. `rules` are those run.
    void apply(finding::DocumentReport& document, const std::vector<finding::RuleInfo>& rules, const Date& as_at) const;

  private:
    std::string name_; // of the file, without its folder
    std::vector<Suppression> all_;
};

// The two rules about exceptions, for the formats that list rules.
[[nodiscard]] std::vector<finding::RuleInfo> suppression_rules();

} // namespace ehc::caseload

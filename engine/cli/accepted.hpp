// What is done to the report of each document before it is counted: accepted exceptions and known findings are taken out of
// its findings, it gets the groups that it is counted in, personal data are taken out of all of it.
//
// Order: exceptions and groups first, since they name plans; then redaction; then the baseline, which so never holds a name that
// the reports do not.
// Errors: files that cannot be read or are wrong, before anything is audited.
#pragma once

#include "audit/audit.hpp"
#include "caseload/baseline.hpp"
#include "caseload/grouping.hpp"
#include "caseload/suppressions.hpp"
#include "cli/options.hpp"
#include "cli/rule_set.hpp"

#include <memory>

namespace ehc::cli {

class Accepted {
  public:
    // `documents` are the paths of all that is audited, `files` what of it is on disk.
    [[nodiscard]] static Result<Accepted> from(const Check& check, const RuleSet& set, const std::vector<std::string>& documents, const std::vector<std::string>& files);

    // What the audit itself needs to know. The context must not outlive this.
    void prepare(audit::AuditContext& context) const;
    // What reports say of it.
    void describe(finding::Report& report) const;
    void finish(audit::Audited& audited, const finding::Report& report, const Date& as_at);
    // Writes the new baseline where one was asked for, and tells on standard error what came and went and what of the lists
    // fitted no document.
    [[nodiscard]] Result<Done> end(bool quiet) const;

  private:
    std::optional<caseload::Suppressions> suppressions_;
    caseload::Grouping grouping_;
    std::unique_ptr<audit::Redaction> redaction_;
    std::string fingerprint_key_;
    std::optional<caseload::Baseline> baseline_;
    std::string baseline_path_;
    std::string write_to_;
    bool replaces_ = false;        // a baseline was there before
    caseload::Baseline before_, after_;
    std::vector<std::string> seen_; // documents, as the baseline names them
};

} // namespace ehc::cli

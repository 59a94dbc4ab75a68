#include "cli/accepted.hpp"

#include "caseload/caseload.hpp"
#include "cli/secret_key.hpp"
#include "report/output.hpp"

#include <filesystem>
#include <iostream>

namespace ehc::cli {

namespace {

constexpr std::uint64_t most_bytes = std::uint64_t{256} << 20U;

Result<caseload::Baseline> read_baseline(const std::string& path) {
    const Result<std::string> text = caseload::read_file(path, most_bytes);
    if (!text)
        return Error{path, "the baseline cannot be read: " + text.error().what, "make one with --write-baseline"};
    return caseload::Baseline::parse(*text, path);
}

} // namespace

Result<Accepted> Accepted::from(const Check& check, const RuleSet& set, const std::vector<std::string>& documents, const std::vector<std::string>& files) {
    Accepted accepted;
    if (!check.suppressions.empty()) {
        const Result<std::string> text = caseload::read_file(check.suppressions, most_bytes);
        if (!text)
            return Error{check.suppressions, "the exceptions cannot be read: " + text.error().what, text.error().remedy};
        auto parsed = caseload::Suppressions::parse(*text, check.suppressions);
        if (!parsed)
            return parsed.error();
        const std::vector<caseload::Suppression> exceptions = parsed->all();
        for (const caseload::Suppression& one : exceptions) {
            const std::string where = check.suppressions + ":" + std::to_string(one.line);
            const compile::Rule* rule = named_rule(set.rules, where, one.rule);
            if (rule == nullptr && is_retired(set.rules, where, one.rule))
                continue;
            if (rule == nullptr)
                return unknown_rule(set.rules, where, one.rule);
            if (rule->id != one.rule && rule->slug != one.rule)
                parsed->rename(one.rule, rule->id);
        }
        accepted.suppressions_ = std::move(*parsed);
    }
    auto grouping = caseload::Grouping::from(check.groups, documents);
    if (!grouping)
        return grouping.error();
    accepted.grouping_ = std::move(*grouping);
    if (!check.fingerprint_key.empty()) {
        auto key = read_key(check.fingerprint_key);
        if (!key)
            return key.error();
        accepted.fingerprint_key_ = *key;
    }
    if (check.redact) {
        const Result<std::string> key = accepted.fingerprint_key_.empty() ? own_key() : Result<std::string>(accepted.fingerprint_key_);
        if (!key)
            return key.error();
        accepted.redaction_ = std::make_unique<audit::Redaction>(*key);
    }
    if (!check.baseline.empty()) {
        auto parsed = read_baseline(check.baseline);
        if (!parsed)
            return parsed.error();
        accepted.baseline_ = std::move(*parsed);
        accepted.baseline_path_ = check.baseline;
    }
    accepted.write_to_ = check.write_baseline;
    std::error_code ignored;
    accepted.replaces_ = !check.write_baseline.empty() && std::filesystem::exists(check.write_baseline, ignored);
    if (accepted.replaces_) {
        auto parsed = read_baseline(check.write_baseline);
        if (!parsed)
            return parsed.error();
        accepted.before_ = accepted.after_ = std::move(*parsed);
    }
    if (!check.write_baseline.empty())
        if (const auto good = report::check_output(check.write_baseline, files); !good)
            return good.error();
    return accepted;
}

void Accepted::prepare(audit::AuditContext& context) const {
    context.fingerprint_key = fingerprint_key_;
    context.redact = redaction_.get();
}

void Accepted::describe(finding::Report& report) const {
    report.with_suppressions = suppressions_.has_value();
    report.with_baseline = baseline_.has_value();
    report.redacted = redaction_ != nullptr;
    report.group_names = grouping_.names();
    if (suppressions_)
        for (finding::RuleInfo& rule : caseload::suppression_rules())
            report.own_rules.push_back(std::move(rule));
}

void Accepted::finish(audit::Audited& audited, const finding::Report& report, const Date& as_at) {
    if (suppressions_)
        suppressions_->apply(audited.report, report.rules, as_at);
    grouping_.apply(audited.report, audited.school);
    if (redaction_ != nullptr)
        redaction_->apply(audited.report, audited.identifying);
    if (baseline_)
        baseline_->apply(audited.report);
    if (baseline_ || !write_to_.empty())
        seen_.push_back(audited.report.path);
    if (!write_to_.empty())
        after_.take(audited.report);
}

Result<Done> Accepted::end(bool quiet) const {
    if (!quiet)
        for (const std::string& line : grouping_.leftovers(redaction_ == nullptr))
            std::cerr << line << '\n';
    if (baseline_ && !quiet)
        if (const std::size_t beside = baseline_->documents_beside(seen_); beside != 0)
            std::cerr << baseline_path_ << ": " << beside << (beside == 1 ? " document" : " documents") << " of the baseline " << (beside == 1 ? "was" : "were") << " not among those audited\n";
    if (write_to_.empty())
        return Done{};
    const auto written = report::write_output(write_to_, {}, [&](std::ostream& out) { out << after_.text(); });
    if (!written)
        return written;
    if (!quiet) {
        const auto change = after_.since(before_);
        std::cerr << write_to_ << ": baseline " << (replaces_ ? "rewritten" : "written") << ", +" << change.added << " -" << change.gone;
        if (const std::size_t beside = after_.documents_beside(seen_); beside != 0)
            std::cerr << "; " << beside << (beside == 1 ? " document that was" : " documents that were") << " not audited kept what " << (beside == 1 ? "it" : "they") << " had";
        std::cerr << '\n';
    }
    return Done{};
}

} // namespace ehc::cli

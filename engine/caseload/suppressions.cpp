#include "caseload/suppressions.hpp"

#include "caseload/info_file.hpp"
#include "finding/hash.hpp"

#include <algorithm>
#include <filesystem>

namespace ehc::caseload {

namespace {

using finding::DocumentReport, finding::Finding, finding::RuleInfo;

const std::vector<std::string> keys{"rule", "plan", "section", "reason", "who", "until"};

std::optional<Error> read_key(const std::string& name, const InfoEntry& entry, Suppression& into) {
    if (std::find(keys.begin(), keys.end(), entry.key) == keys.end())
        return unknown_key(name, entry, keys);
    if (entry.value.empty())
        return Error{place(name, entry), "`" + entry.key + "` has no value", "write it after the key"};
    const auto once = [&](std::string& value) -> std::optional<Error> {
        if (!value.empty())
            return Error{place(name, entry), "`" + entry.key + "` is given twice", "leave one of them out"};
        value = entry.value;
        return std::nullopt;
    };
    if (entry.key == "rule")
        return once(into.rule);
    if (entry.key == "plan")
        return once(into.plan);
    if (entry.key == "reason")
        return once(into.reason);
    if (entry.key == "who")
        return once(into.who);
    if (entry.key == "section") {
        const auto letter = plan::letters.find(entry.value);
        if (!letter)
            return Error{place(name, entry), "`" + entry.value + "` is not a section", "write A to K, with H1 or H2 for H"};
        into.section = static_cast<plan::Letter>(*letter);
        return std::nullopt;
    }
    if (entry.key == "until") {
        const auto day = Date::from_iso(entry.value);
        if (!day)
            return Error{place(name, entry), "`" + entry.value + "` is not a date", "write year, month and day, for example 2026-03-31"};
        into.until = *day;
        return std::nullopt;
    }
    return std::nullopt;
}

bool is_about(const Suppression& one, const DocumentReport& document) {
    return one.plan == document.path || (!document.plan_id.empty() && one.plan == document.plan_id);
}

RuleInfo rule_about(std::string id, std::string slug, std::string title, std::string says, std::string fix) {
    return {std::move(id), std::move(slug), std::move(title), "", finding::Severity::minor, finding::Basis::local, "suppressions",
            {"The list of accepted exceptions"}, std::move(says), std::move(fix), {}};
}

Finding finding_about(const RuleInfo& rule, const Suppression& one, const std::string& file, std::string message) {
    Finding finding;
    finding.rule = rule.id;
    finding.slug = rule.slug;
    finding.severity = rule.severity;
    finding.basis = rule.basis;
    finding.category = rule.category;
    finding.title = rule.title;
    finding.message = std::move(message);
    finding.fix = rule.fix;
    finding.citations = {file + ", line " + std::to_string(one.line)};
    finding.section = one.section;
    finding.places = {{}};
    finding.fingerprint = finding::sha256_hex(rule.id + "|" + one.rule + "|" + (one.section ? std::string(plan::name_of(*one.section)) : "-")).substr(0, 32);
    return finding;
}

} // namespace

std::vector<RuleInfo> suppression_rules() {
    return {rule_about("EHC-Y01", "suppression-expired", "An accepted exception has not run out", "The exception for {rule} ran out on {until}.",
                       "Put the plan right, or have the exception accepted again with a new date."),
            rule_about("EHC-Y02", "suppression-unused", "An accepted exception is still needed", "The exception for {rule} accepts nothing: the rule does not fail here.",
                       "Take the exception out of the list.")};
}

Result<Suppressions> Suppressions::parse(const std::string& text, const std::string& name) {
    const auto entries = parse_info(text, name);
    if (!entries)
        return entries.error();
    Suppressions list;
    list.name_ = std::filesystem::path(name).filename().string();
    for (const InfoEntry& entry : *entries) {
        if (entry.key != "suppression")
            return unknown_key(name, entry, std::vector<std::string>{"suppression"});
        Suppression one;
        one.line = entry.line;
        bool dated = false;
        for (const InfoEntry& part : entry.entries) {
            if (const auto error = read_key(name, part, one))
                return *error;
            dated = dated || part.key == "until";
        }
        for (const auto& [key, given] : {std::pair{"rule", !one.rule.empty()}, {"plan", !one.plan.empty()}, {"reason", !one.reason.empty()}, {"who", !one.who.empty()}, {"until", dated}})
            if (!given)
                return Error{place(name, entry), "this exception has no `" + std::string(key) + "`", "every exception says rule, plan, reason, who and until"};
        list.all_.push_back(std::move(one));
    }
    return list;
}

void Suppressions::rename(const std::string& former, const std::string& rule) {
    for (Suppression& one : all_)
        if (one.rule == former)
            one.rule = rule;
}

void Suppressions::apply(DocumentReport& document, const std::vector<RuleInfo>& rules, const Date& as_at) const {
    if (!document.error.empty() || document.by_rule.empty())
        return; // nothing was run on it
    static const std::vector<RuleInfo> own = suppression_rules();
    std::vector<Finding> about;
    for (const Suppression& one : all_) {
        if (!is_about(one, document))
            continue;
        const auto rule = std::find_if(rules.begin(), rules.end(), [&](const RuleInfo& info) { return info.id == one.rule || info.slug == one.rule; });
        if (rule == rules.end())
            continue; // not run this time, so nothing can be said
        if (one.until < as_at) {
            about.push_back(finding_about(own[0], one, name_, "The exception for " + rule->id + " (" + rule->title + ") ran out on " + one.until.text() + "."));
            continue;
        }
        const auto accepted = std::stable_partition(document.findings.begin(), document.findings.end(), [&](const Finding& finding) {
            return finding.rule != rule->id || (one.section && finding.section != one.section);
        });
        if (accepted == document.findings.end())
            about.push_back(finding_about(own[1], one, name_, "The exception for " + rule->id + " (" + rule->title + ") accepts nothing: the rule does not fail here."));
        for (auto finding = accepted; finding != document.findings.end(); ++finding)
            document.suppressed.push_back({std::move(*finding), one.reason, one.who, one.until.iso()});
        document.findings.erase(accepted, document.findings.end());
    }
    std::move(about.begin(), about.end(), std::back_inserter(document.findings));
    finding::sort(document.findings);
}

} // namespace ehc::caseload

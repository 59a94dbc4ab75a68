#include "audit/audit.hpp"

#include "eval/judgement.hpp"
#include "finding/hash.hpp"
#include "read/readers.hpp"
#include "text/analysis.hpp"

#include <algorithm>
#include <map>

namespace ehc::audit {

namespace {

// Without a key and without plan text: rule, section and the ordinal among findings alike, so that edits elsewhere do not
// change it and no name or birth date can be worked out from it. With a key: rule, section and the words at fault, so that it
// stays with its words; the same words twice have the same fingerprint.
void set_fingerprints(std::vector<finding::Finding>& findings, const std::string& key) {
    constexpr std::size_t digits = 32;
    std::map<std::string, unsigned> seen;
    for (finding::Finding& finding : findings) {
        const std::string what = finding.rule + "|" + (finding.section ? std::string(plan::name_of(*finding.section)) : "-");
        if (key.empty()) {
            finding.fingerprint = finding::sha256_hex(what + "|" + std::to_string(seen[what]++)).substr(0, digits);
            continue;
        }
        std::string words;
        for (const finding::Place& place : finding.places)
            words += "|" + text::fold(place.words);
        finding.fingerprint = finding::hmac_sha256_hex(key, what + words).substr(0, digits);
    }
}

// A fragment is judged by the sections it has; what it has not is told once.
std::string missing_sections(const plan::Plan& plan) {
    std::string letters;
    for (const plan::Section& section : plan.sections)
        if (!section.headed.value && section.letter.value != plan::Letter::J)
            letters += (letters.empty() ? "" : ", ") + std::string(plan::name_of(section.letter.value));
    return letters;
}

// All rules on one plan. Of a document with several each finding says whose it is.
void judge(const plan::Plan& plan, const AuditContext& context, Audited& audited, std::string whose) {
    finding::DocumentReport& report = audited.report;
    eval::Context given{context.as_at};
    given.allowance = context.limits.allowance;
    if (context.redact != nullptr) {
        given.veil = [&](std::string_view words) { return context.redact->veil(words); };
        whose = whose.empty() ? whose : context.redact->veil(whose);
        for (std::string& word : Redaction::identifying(plan))
            audited.identifying.push_back(std::move(word));
    }
    eval::Evaluator evaluator(*context.rules, plan, given);
    for (std::size_t i = 0; i < context.chosen.size(); ++i) {
        if (given.allowance != nullptr && given.allowance->spent())
            return;
        eval::RuleOutcome outcome = evaluator.run(*context.chosen[i]);
        audited.had_subject[i] = audited.had_subject[i] || outcome.had_subject;
        report.passed += outcome.passed;
        report.not_applicable += outcome.not_applicable;
        report.by_rule[i].passed += outcome.passed;
        report.by_rule[i].not_applicable += outcome.not_applicable;
        if (!whose.empty()) {
            for (finding::Finding& finding : outcome.findings)
                finding.message = whose + ": " + finding.message;
            for (finding::Unchecked& unchecked : outcome.unchecked)
                unchecked.because = whose + ": " + unchecked.because;
        }
        std::move(outcome.findings.begin(), outcome.findings.end(), std::back_inserter(report.findings));
        std::move(outcome.unchecked.begin(), outcome.unchecked.end(), std::back_inserter(report.unchecked));
        std::move(outcome.questions.begin(), outcome.questions.end(), std::back_inserter(report.questions));
    }
}

} // namespace

Audited audit(const read::Recognition& recognition, const AuditContext& context) {
    Audited audited;
    finding::DocumentReport& report = audited.report;
    audited.had_subject.resize(context.chosen.size());
    const plan::Plan& plan = recognition.plan;
    report.kind = recognition.kind;
    report.recognised_as = recognition.recognised_as;
    report.why = recognition.why;
    if (plan.status.stated())
        report.status = plan.status.value;
    if (plan.id.stated())
        report.plan_id = plan.id.value.value;
    if (plan.date.stated())
        report.plan_date = plan.date.value.iso();
    audited.school = plan.placement.name.stated() ? plan.placement.name.value.value : plan.setting.stated() ? plan.setting.value.value : std::string();
    if (recognition.kind == plan::Kind::fragment)
        report.notes.push_back("part of a plan: sections " + missing_sections(plan) + " are not in this document and were not looked for");
    if (context.redact != nullptr)
        audited.identifying = Redaction::identifying(plan); // of a document that holds several people, of each besides
    // What is not ours is named, and no rule is run on it.
    if (recognition.kind == plan::Kind::other)
        return audited;
    report.by_rule.resize(context.chosen.size());
    if (recognition.kind == plan::Kind::return_)
        for (const plan::Plan& person : recognition.people)
            judge(person, context, audited, person.id.stated() ? person.id.value.value : std::string());
    else
        judge(plan, context, audited, {});
    finding::sort(report.findings);
    set_fingerprints(report.findings, context.fingerprint_key);
    if (recognition.kind == plan::Kind::plan) // nothing else can be a good plan or a bad one
        report.judgements = eval::judge(*context.rules, report);
    return audited;
}

Audited audit(std::string_view bytes, std::string_view path, const AuditContext& given) {
    AuditContext context = given;
    Allowance allowance(context.clock, context.limits.computing);
    context.limits.allowance = context.recognise.allowance = &allowance;
    const auto failed = [&](const Error& error) {
        Audited named;
        named.had_subject.resize(context.chosen.size());
        named.report.path = std::string(path);
        named.report.sha256 = finding::sha256_hex(bytes);
        // The report names the document already; of the place only what stands behind its path is new.
        named.report.error = error.what + (error.remedy.empty() ? "" : "; " + error.remedy);
        if (error.where.size() > path.size() + 1 && error.where.starts_with(path) && error.where[path.size()] == ':')
            named.report.error = "at " + error.where.substr(path.size() + 1) + ": " + named.report.error;
        return named;
    };
    const Error late{std::string(path), "it takes longer than " + std::to_string(context.limits.computing) + " seconds of computing to audit", "split it, or allow it more with --time-limit"};
    Result<read::Document> document = read::read(bytes, path, context.limits, context.programs);
    if (allowance.is_spent())
        return failed(late);
    if (!document)
        return failed(document.error());
    read::Recognition recognition = read::recognise(*document, context.recognise);
    if (context.reports != nullptr && (recognition.kind == plan::Kind::plan || recognition.kind == plan::Kind::fragment))
        read::give_reports(*context.reports, recognition.plan);
    Audited audited = allowance.is_spent() ? Audited() : audit(recognition, context);
    if (allowance.is_spent())
        return failed(late);
    if (recognition.plan.reports_given.stated())
        audited.report.notes.push_back("advice reports given: " + std::to_string(context.reports->size()) + ", of them about this child: " + std::to_string(recognition.plan.reports.size()));
    audited.report.path = document->path;
    audited.report.sha256 = document->sha256;
    audited.report.format = document->format;
    audited.report.notes.insert(audited.report.notes.begin(), document->notes.begin(), document->notes.end());
    return audited;
}

} // namespace ehc::audit

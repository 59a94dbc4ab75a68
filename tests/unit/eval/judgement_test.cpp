// Grades: what is counted, and which grade comes of it.
#include "eval/judgement.hpp"

#include "support/rule_text.hpp"

using namespace ehc;

namespace {

finding::DocumentReport report() {
    finding::DocumentReport report;
    const auto add = [&](finding::Severity severity, finding::Basis basis, plan::Letter section) {
        finding::Finding finding;
        finding.rule = "TEST-A01";
        finding.category = "test";
        finding.severity = severity;
        finding.basis = basis;
        finding.section = section;
        report.findings.push_back(finding);
    };
    add(finding::Severity::critical, finding::Basis::practice, plan::Letter::B);
    add(finding::Severity::major, finding::Basis::law, plan::Letter::F);
    add(finding::Severity::major, finding::Basis::practice, plan::Letter::F);
    report.unchecked.push_back({"TEST-A01", "test-rule", "no date", plan::Letter::K, {}, false});
    report.unchecked.push_back({"TEST-A01", "test-rule", "no role", plan::Letter::K, {}, false});
    report.unchecked.push_back({"TEST-A01", "test-rule", "not given", plan::Letter::K, {}, true});
    return report;
}

std::string grade(const std::string& tests) {
    const compile::CompiledRules rules =
        test::rules_of(test::rule_text("require plan.date is stated") + "judgement Overall \"Ceiling\"\n  poor when " + tests + "\n  good otherwise\nend\n");
    const auto given = eval::judge(rules, report());
    REQUIRE(given.size() == 1);
    CHECK(given.front().name == "Overall");
    return given.front().grade + (given.front().because.empty() ? "" : ": " + given.front().because);
}

} // namespace

TEST_CASE("a grade counts findings by severity, basis, category, section and rule") {
    CHECK(grade("any critical finding") == "poor: any critical finding: 1");
    CHECK(grade("any critical finding with basis law") == "good");
    CHECK(grade("any critical, major finding with basis law, case-law") == "poor: any critical, major finding with basis law, case-law: 1");
    CHECK(grade("more than 2 major findings") == "good");
    CHECK(grade("at least 2 major findings in section F") == "poor: at least 2 major findings in section F: 2");
    CHECK(grade("count of major findings is more than 1") == "poor: count of major findings is more than 1: 2");
    CHECK(grade("exactly 3 findings of rule test-rule") == "poor: exactly 3 findings of rule test-rule: 3");
    CHECK(grade("no minor findings") == "poor: no minor findings: 0");
    CHECK(grade("any finding in sections G, H1") == "good");
}

TEST_CASE("a rule left unchecked counts once, and not where this run was not given what it needs") {
    CHECK(grade("at least 1 unchecked rule") == "poor: at least 1 unchecked rule: 1");
    CHECK(grade("more than 1 unchecked rules") == "good");
    CHECK(grade("any question") == "good");
}

TEST_CASE("tests of a grade hold together or one by one") {
    CHECK(grade("any critical finding and any minor finding") == "good");
    CHECK(grade("any minor finding or any critical finding") == "poor: any critical finding: 1");
}

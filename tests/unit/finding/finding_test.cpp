#include "finding/finding.hpp"

#include "support/catch.hpp"

using namespace ehc::finding;

namespace {

Finding finding(std::string rule, Severity severity, std::uint32_t block, std::uint32_t begin = 0) {
    Finding one;
    one.rule = std::move(rule);
    one.severity = severity;
    one.places.resize(1);
    one.places.front().origin.block = block;
    one.places.front().origin.span = {begin, begin};
    return one;
}

} // namespace

TEST_CASE("names of severities and bases read back") {
    for (std::size_t i = 0; i < severity_count; ++i)
        CHECK(severity_named(name_of(static_cast<Severity>(i))) == static_cast<Severity>(i));
    for (std::size_t i = 0; i < basis_count; ++i)
        CHECK(basis_named(name_of(static_cast<Basis>(i))) == static_cast<Basis>(i));
    CHECK_FALSE(severity_named("high"));
    CHECK_FALSE(severity_named("Major"));
    CHECK_FALSE(basis_named(""));
}

TEST_CASE("findings stand worst first, then in reading order, then by rule") {
    std::vector<Finding> findings{finding("EHC-A01", Severity::minor, 1), finding("EHC-B02", Severity::critical, 9),
                                  finding("EHC-B01", Severity::critical, 9), finding("EHC-C01", Severity::critical, 2, 8),
                                  finding("EHC-D01", Severity::critical, 2, 3)};
    sort(findings);
    std::vector<std::string> rules;
    for (const Finding& one : findings)
        rules.push_back(one.rule);
    CHECK(rules == std::vector<std::string>{"EHC-D01", "EHC-C01", "EHC-B01", "EHC-B02", "EHC-A01"});
}

TEST_CASE("a summary counts every verdict of every document") {
    DocumentReport plan;
    plan.findings = {finding("EHC-A01", Severity::major, 1), finding("EHC-A01", Severity::major, 2),
                     finding("EHC-A02", Severity::advice, 1)};
    plan.unchecked.resize(3);
    plan.unchecked[1].not_given = true;
    plan.questions.resize(2);
    plan.passed = 5;
    plan.not_applicable = 7;
    DocumentReport broken;
    broken.error = "the file is empty";

    const Summary summary = summarise({plan, plan, broken});
    CHECK(summary.documents == 3);
    CHECK(summary.unreadable == 1);
    CHECK(summary.findings == std::array<std::uint32_t, severity_count>{0, 4, 0, 2});
    CHECK(summary.unchecked == 4);
    CHECK(summary.not_given == 2);
    CHECK(summary.questions == 4);
    CHECK(summary.passed == 10);
    CHECK(summary.not_applicable == 14);
    CHECK(summary.rules_without_subject.empty());
}

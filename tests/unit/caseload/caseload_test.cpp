#include "caseload/caseload.hpp"

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <stdexcept>

using namespace ehc;
using caseload::Found;

namespace {

std::vector<Found> plans(const ehc::test::TemporaryFolder& folder, std::size_t count) {
    std::vector<Found> found;
    for (std::size_t i = 0; i < count; ++i)
        found.push_back({folder.write("plan" + std::to_string(i) + ".xml", "<ehc_plan schema=\"1\"><child><name>Ellis " + std::to_string(i) + "</name></child></ehc_plan>"), {}});
    return found;
}

audit::AuditContext without_rules() {
    static const compile::CompiledRules rules;
    audit::AuditContext context;
    context.rules = &rules;
    return context;
}

} // namespace

TEST_CASE("documents are handed on in their order, whatever the number of threads") {
    const ehc::test::TemporaryFolder folder;
    const std::vector<Found> found = plans(folder, 60);
    for (const unsigned jobs : {1U, 2U, 7U}) {
        std::vector<std::string> paths;
        const finding::Summary summary = caseload::audit_each(found, without_rules(), {jobs, {}}, [&](finding::DocumentReport&& document) {
            paths.push_back(document.path);
            return true;
        });
        REQUIRE(paths.size() == found.size());
        CHECK(summary.documents == found.size());
        CHECK(summary.unreadable == 0);
        for (std::size_t i = 0; i < found.size(); ++i)
            CHECK(paths[i] == found[i].path);
    }
}

TEST_CASE("the audit ends when no more documents are wanted") {
    const ehc::test::TemporaryFolder folder;
    const std::vector<Found> found = plans(folder, 60);
    std::size_t taken = 0;
    const finding::Summary summary = caseload::audit_each(found, without_rules(), {2, {}}, [&](finding::DocumentReport&&) { return ++taken < 5; });
    CHECK(taken == 5);
    CHECK(summary.documents == 5);
}

TEST_CASE("a document that takes too long is named, and the run goes on") {
    const ehc::test::TemporaryFolder folder;
    std::vector<Found> found = plans(folder, 1); // plan XML, in which nothing has to be looked for
    found.push_back({folder.write("long.txt", "Education, Health and Care Plan\n\nName: Ellis Marlowe\n\nSection A: Views\n\nI like trains.\n"), {}});
    found.push_back({folder.write("short.xml", "<ehc_plan schema=\"1\"/>"), {}});
    audit::AuditContext context = without_rules();
    double now = 0;
    context.clock = [&now] { return now += 100; };
    std::vector<std::string> errors;
    const auto audit = [&] {
        errors.clear();
        return caseload::audit_each(found, context, {1, {}}, [&](finding::DocumentReport&& document) {
            errors.push_back(document.error);
            return true;
        });
    };
    CHECK(audit().unreadable == 1);
    CHECK(errors == std::vector<std::string>{"", "it takes longer than 120 seconds of computing to audit; split it, or allow it more with --time-limit", ""});
    context.limits.computing = 86'400;
    CHECK(audit().unreadable == 0);
    context.clock = nullptr;
    context.limits.computing = 0;
    CHECK(audit().unreadable == 0);
}

TEST_CASE("what the taker throws reaches the caller") {
    const ehc::test::TemporaryFolder folder;
    const auto run = [&] {
        return caseload::audit_each(plans(folder, 20), without_rules(), {3, {}}, [](finding::DocumentReport&&) -> bool { throw std::runtime_error("full"); });
    };
    CHECK_THROWS_AS(run(), std::runtime_error);
}

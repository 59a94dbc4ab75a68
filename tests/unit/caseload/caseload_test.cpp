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

TEST_CASE("what the taker throws reaches the caller") {
    const ehc::test::TemporaryFolder folder;
    const auto run = [&] {
        return caseload::audit_each(plans(folder, 20), without_rules(), {3, {}}, [](finding::DocumentReport&&) -> bool { throw std::runtime_error("full"); });
    };
    CHECK_THROWS_AS(run(), std::runtime_error);
}

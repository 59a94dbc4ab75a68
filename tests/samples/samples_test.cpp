// Every sample shows what its expected.txt says, all of it and nothing else.
// EHC_UPDATE_GOLDEN=1 rewrites the expectations and then fails, so that nobody updates without noticing.

#include "support/catch.hpp"
#include "audit/coverage.hpp"
#include "audit/examples.hpp"
#include "support/rules.hpp"
#include "support/sample.hpp"

#include <cstdlib>

using namespace ehc;

TEST_CASE("every sample shows what it says it shows") {
    const auto samples = test::samples();
    REQUIRE(samples.size() >= 15);
    for (const test::Sample& sample : samples) {
        DYNAMIC_SECTION(sample.name) {
            REQUIRE_FALSE(sample.document.empty());
            const std::string expected = test::contents(sample.expected);
            INFO(sample.expected);
            REQUIRE(expected.starts_with("as-at "));
            const auto as_at = Date::from_iso(expected.substr(6, 10));
            REQUIRE(as_at.has_value());
            const audit::AuditContext context = test::context_for(test::own_rules(), *as_at);
            const std::string found = test::as_expected(test::audit_sample(sample, context), *as_at);
            if (std::getenv("EHC_UPDATE_GOLDEN") != nullptr && found != expected) {
                std::ofstream(sample.expected, std::ios::binary) << found;
                FAIL("expectation rewritten: read it, then run again without EHC_UPDATE_GOLDEN");
            }
            CHECK(found == expected);
        }
    }
}

TEST_CASE("examples inside rules hold") {
    const compile::CompiledRules& rules = test::own_rules();
    REQUIRE_FALSE(rules.rules.empty());
    std::vector<const compile::Rule*> all;
    for (const compile::Rule& rule : rules.rules)
        all.push_back(&rule);
    eval::Decisions decisions;
    const auto results = audit::run_examples(rules, all, &decisions);
    REQUIRE(results.size() >= 2 * all.size());
    for (const audit::ExampleResult& result : results) {
        INFO(result.rule->id << " line " << rules.sources[result.example->file]->place(result.example->span.begin).line << ": " << result.what);
        CHECK((result.good || !result.example->todo.empty()));
    }

    // Each condition stands in an example that meets it and in one that does not.
    for (const audit::CoveredCondition& condition : audit::coverage(rules, all, decisions)) {
        INFO((condition.rule != nullptr ? condition.rule->id : condition.derived->name)
             << " line " << rules.sources[condition.expr->file]->place(condition.expr->span.begin).line << ": " << condition.clause << " " << rules.written(*condition.expr));
        CHECK(condition.both_ways());
    }
}

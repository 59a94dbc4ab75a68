// Explanations of verdicts, as text and as JSON, held against golden files; tests/explain/validate holds the JSON against
// its schema.
#include "cli/explanation.hpp"
#include "support/golden.hpp"
#include "unit/eval/small_plan.hpp"

#include <sstream>

using namespace ehc;

namespace {

plan::Plan plan_with_advice() {
    plan::Plan plan = test::small_plan();
    test::add_advice(plan, 300, plan::Role::camhs, "2021-03-02");
    test::add_advice(plan, 301, plan::Role::medical, "2024-11-04");
    test::add_advice(plan, 302, plan::Role::audiology, "2023");
    test::add_provision(plan, 200, "F1", "Regular help as appropriate, and a long account of what that help may be, so that it must be cut.");
    test::add_need(plan, 100, "B1", "He finds reading hard.");
    return plan;
}

struct Told {
    std::string text, verbose, json, summary;
};

Told told(const std::string& clauses, const std::string& declarations = "") {
    const compile::CompiledRules rules = test::rules_of(declarations + test::rule_text(clauses));
    const plan::Plan plan = plan_with_advice();
    cli::Explained explained{&rules.rules.front(), "plans/b.docx", "an EHC plan (final)", test::day("2025-06-01"), {}};
    eval::Evaluator evaluator(rules, plan, {explained.as_at});
    (void)evaluator.run(rules.rules.front(), &explained.explanation);
    std::ostringstream text, verbose, json;
    cli::write_text(text, explained, false, 80);
    cli::write_text(verbose, explained, true, 80);
    cli::write_json(json, explained);
    return {text.str(), verbose.str(), json.str(), cli::summary(explained.explanation)};
}

constexpr const char* advice = "when plan.status is final\n"
                               "for each advice in section K\nwhere advice.role is not medical\n"
                               "let allowed be 24 months\n"
                               "require advice.date is within allowed before plan.date\n"
                               "unless advice.awaited is stated and advice.awaited\n"
                               "says \"Old advice of {advice.date}.\"";

} // namespace

TEST_CASE("an explanation says first what came of it, then what decided") {
    const Told all = told(advice);
    test::check_golden("explain/explained.txt", all.text);
    test::check_golden("explain/explained-verbose.txt", all.verbose);
    test::check_golden("explain/explained.json", all.json);
}

TEST_CASE("what a definition was given is shown before what it makes of it") {
    const std::string definitions = "lexicon loose \"Loose\"\n\"regular\"\nend\n"
                                    "define provision.says(words: wording, least: number) as words in provision.text is at least least and provision.text mentions words\n";
    const Told all = told("for each provision in section F\nforbid provision.says(loose, 3 + 2)", definitions);
    const std::size_t call = all.verbose.find("provision.says(loose, 3 + 2): yes");
    REQUIRE(call != std::string::npos);
    const std::size_t words = all.verbose.find("words: loose", call), least = all.verbose.find("least: 5", call);
    REQUIRE(words != std::string::npos);
    REQUIRE(least != std::string::npos);
    CHECK(all.verbose.find("words in provision.text", call) > least);
}

TEST_CASE("words that were found are shown, and not the text they were looked for in") {
    const Told all = told("for each provision in section F\nforbid mention of loose in provision.text\nunless mention is negated",
                          "lexicon loose \"Loose\"\n\"regular\", \"as appropriate\"\nend\n");
    CHECK(all.summary == "The rule fires on provision 1.");
    CHECK(all.text.find("found: \"Regular\"  (block 200)") != std::string::npos);
    CHECK(all.text.find("a long account") == std::string::npos);
    CHECK(all.verbose.find("Regular help as appropriate") != std::string::npos);
}

TEST_CASE("the first line says the verdict in plain words") {
    CHECK(told("when plan.status is draft\nrequire plan.id is stated").summary == "The rule says nothing: its `when` does not hold.");
    CHECK(told("applies to draft\nrequire plan.id is stated").summary == "The rule says nothing: the rule is not about a plan that is final.");
    CHECK(told("require plan.date is stated").summary == "The rule does not fire: the plan passes.");
    CHECK(told("require plan.id is stated").summary == "The rule fires.");
    CHECK(told("for each outcome in section E\nrequire outcome.text is stated").summary == "The rule says nothing: the plan has nothing that the rule looks at.");
    CHECK(told("for each advice in section K\nwhere advice.role is other\nrequire advice.date is stated").summary ==
          "The rule says nothing: it is not about advice 1, advice 2, advice 3.");
    CHECK(told("for each advice in section K\nrequire advice.author is \"x\"").summary.starts_with("The rule cannot decide on advice 1, advice 2, advice 3: "));
    CHECK(told("ask \"Is this so?\"").summary == "The rule asks a person about the plan.");
    CHECK(told(advice).summary == "The rule fires on advice 1; 1 is unchecked, 1 is left out.");
}

TEST_CASE("the condition that kept a rule from applying is shown as it was decided") {
    const std::string text = told("when school year of child on plan.date is at least 9\nrequire plan.id is stated").text;
    CHECK(text.find("> when     school year of child on plan.date is at least 9: no\n           school year of child on plan.date: 5") != std::string::npos);
}

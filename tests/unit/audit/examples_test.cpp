// What is said of an example that is not as it should be, and that one which is says nothing.
#include "audit/examples.hpp"
#include "support/rule_text.hpp"

using namespace ehc;

namespace {

// What is wrong with the last example of a rule.
std::string wrong_with(const std::string& example, const std::string& clauses = "provided plan.request is stated otherwise \"no date of request\"\n"
                                                                                "require plan.date is after 1 September 2014") {
    const compile::CompiledRules rules = test::rules_of(test::rule_text(clauses + "\n" + example));
    const compile::Rule& rule = rules.rules.front();
    const auto results = audit::run_examples(rules, {&rule});
    const audit::ExampleResult* last = nullptr;
    for (const audit::ExampleResult& result : results)
        if (last == nullptr || last->example->span.begin < result.example->span.begin)
            last = &result;
    REQUIRE(last != nullptr);
    CHECK(last->good == last->what.empty());
    return last->what;
}

// Rule text puts its own examples last, so both kinds are written before.
const std::string both = "fires on \"One text.\"\nquiet on \"Another text.\"\n";

} // namespace

TEST_CASE("an example that fires is red where the rule is quiet or unchecked") {
    CHECK(wrong_with(both + "fires on plan { date: 2010-01-15 }") == "");
    CHECK(wrong_with(both + "fires on plan { date: 2015-01-15 }") == "it should fire and is quiet");
    CHECK(wrong_with(both + "fires on plan { date: missing }") == "it should fire and is unchecked: date of the plan is not stated");
    CHECK(wrong_with(both + "fires on plan { request: missing }") == "it should fire and is unchecked: no date of request");
    CHECK(wrong_with(both + "fires on plan { status: draft }", "applies to final\nrequire plan.date is missing") ==
          "it should fire and is quiet: there is nothing that it applies to");
}

TEST_CASE("an example that is quiet is red where the rule fires or is unchecked") {
    CHECK(wrong_with(both + "quiet on plan { date: 2015-01-15 }") == "");
    CHECK(wrong_with(both + "quiet on plan { date: 2010-01-15 }") == "it should be quiet and says: This is wrong.");
    CHECK(wrong_with(both + "quiet on plan { date: missing }") == "it should be quiet and is unchecked: date of the plan is not stated");
    CHECK(wrong_with(both + "quiet on plan { request: missing }") == "it should be quiet and is unchecked: no date of request");
}

TEST_CASE("an example that is unchecked is red where the rule decides, does not apply or has another reason") {
    CHECK(wrong_with(both + "unchecked on plan { date: missing }") == "");
    CHECK(wrong_with(both + "unchecked on plan { request: missing }") == "");
    CHECK(wrong_with(both + "unchecked on plan { request: missing } because \"no date of request\"") == "");
    CHECK(wrong_with(both + "unchecked on plan { date: missing } because \"no date of request\"") ==
          "it should be unchecked because \"no date of request\" and is because \"date of the plan is not stated\"");
    CHECK(wrong_with(both + "unchecked on plan { date: 2010-01-15 }") == "it should be unchecked and says: This is wrong.");
    CHECK(wrong_with(both + "unchecked on plan { date: 2015-01-15 }") == "it should be unchecked and is quiet");
    CHECK(wrong_with(both + "unchecked on plan { date: missing }", "require plan.date is after 1 September 2014\nif not stated skip") ==
          "it should be unchecked and is quiet: there is nothing that it applies to");
    CHECK(wrong_with(both + "unchecked on plan { date: missing }", "require plan.date is after 1 September 2014\nif not stated fail") ==
          "it should be unchecked and says: This is wrong.");
    CHECK(wrong_with(both + "unchecked on plan { date: missing }", "ask \"Is it dated?\"") == "it should be unchecked and asks a question");
    CHECK(wrong_with(both + "unchecked on plan { status: draft }", "applies to final\nrequire plan.date is missing") ==
          "it should be unchecked and is quiet: there is nothing that it applies to");
}

TEST_CASE("the reasons of an example are all that the rule gives, each once, and the words of one that fires are all that it finds") {
    const std::string dated = "for each advice in section K\nrequire advice.date is before plan.request\n";
    const std::string advice = "advice { date: missing } advice { date: 2024-01-02 } advice { date: unreadable }";
    CHECK(wrong_with(both + "unchecked on " + advice + " because \"date of advice 1 is not stated\", \"date of advice 3 could not be read\"", dated) == "");
    CHECK(wrong_with(both + "unchecked on " + advice + " because \"date of advice 1 is not stated\"", dated) ==
          "it should be unchecked because \"date of advice 1 is not stated\" and is because \"date of advice 1 is not stated\", "
          "\"date of advice 3 could not be read\"");
    const std::string same = "provided plan.request is stated otherwise \"no date of request\"\n" + dated;
    CHECK(wrong_with(both + "unchecked on plan { request: missing } " + advice + " because \"no date of request\"", same) == "");
    CHECK(wrong_with(both + "fires on \"Help daily.\" at \"daily\"", "for each provision in section F\nforbid mention of \"help\", \"daily\" in provision.text") ==
          "it should fire at \"daily\" and fires at \"Help\", \"daily\"");
}

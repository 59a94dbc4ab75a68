// What a pack of one's own changes in others: severity, wording, phrases, figures, rules left out; each with its origin.
#include "support/rule_text.hpp"

using namespace ehc;

namespace {

const std::string base = test::pack_text("parameter longest: duration by role = 24 months, medical: 12 months\n  between 1 month and 36 months\n"
                                         "lexicon vague \"Vague\"\n  \"regular\"\nend\n" +
                                         test::rule_text("critical when plan.status is final\nfix \"Mend it.\"\nforbid text of section F mentions vague"));

compile::Compiled with(const std::string& overlay) {
    return test::compile_files({{"base.rules", base}, {"local.rules", "pack local \"Ours\"\n  version 1\n\n" + overlay}});
}
compile::CompiledRules good(const std::string& overlay) {
    compile::Compiled compiled = with(overlay);
    REQUIRE(test::shown(compiled.faults) == "");
    return std::move(compiled.rules);
}
std::string codes(const std::string& overlay) {
    std::string all;
    for (const dsl::Fault& fault : with(overlay).faults)
        all += (all.empty() ? "" : " ") + fault.code;
    return all;
}

} // namespace

TEST_CASE("an extension replaces severity and wording, and adds citations and examples") {
    const compile::CompiledRules rules = good("extend rule TEST-A01\n  severity minor\n  fix \"Our way.\"\n  cites \"Ours\"\n  fires on \"Regular.\"\nend\n");
    const compile::Rule& rule = rules.rules.front();
    CHECK(rule.severity == finding::Severity::minor);
    CHECK(rule.severity_when.empty());
    CHECK(rule.fix.written == "Our way.");
    CHECK(rule.citations == std::vector<std::string>{"Test 1", "Ours"});
    CHECK(rule.examples.size() == 3);
    REQUIRE(rules.settings.size() == 3);
    CHECK(rules.settings.front().subject == "TEST-A01");
    CHECK(rules.settings.front().what == "severity");
    CHECK(rules.settings.front().value == "minor");
    CHECK(rules.settings.front().origin == "pack local (local.rules:5)");
}

TEST_CASE("an extension is found by the slug, and may set a severity for some cases") {
    const compile::CompiledRules rules = good("extend rule test-rule\n  advice when plan.date is missing\nend\n");
    CHECK(rules.rules.front().severity == finding::Severity::major);
    CHECK(rules.rules.front().severity_when.size() == 2);
}

TEST_CASE("a rule that is left out stays known, with the reason") {
    const compile::CompiledRules rules = good("disable rule TEST-A01 because \"we have our own\"\n");
    CHECK(rules.rules.front().left_out == "we have our own");
    CHECK(rules.settings.front().what == "left out");
}

TEST_CASE("phrases are added to a lexicon, and parameters set, each with its origin") {
    const compile::CompiledRules rules = good("extend lexicon vague\n  \"as available\", \"often\"\nend\nset parameter longest = 18 months\nset parameter longest for medical = 6 months\n");
    CHECK(rules.settings.size() == 3);
    CHECK(std::get<Duration>(rules.parameters.front().value) == Duration{18, 0});
    CHECK(rules.parameters.front().origin == "pack local (local.rules:8)");
    CHECK(rules.entries.size() == 2);
}

TEST_CASE("an override that matches nothing, comes twice or changes what is tested is a fault") {
    CHECK(codes("extend rule TEST-A02\n  severity minor\nend\n") == "E608");
    CHECK(codes("disable rule TEST-A02 because \"no\"\n") == "E608");
    CHECK(codes("extend lexicon vage\n  \"often\"\nend\n") == "E608");
    CHECK(codes("set parameter longst = 18 months\n") == "E608");
    CHECK(codes("set parameter longest = 18 months\nset parameter longest = 12 months\n") == "E609");
    CHECK(codes("disable rule TEST-A01 because \"a\"\ndisable rule TEST-A01 because \"b\"\n") == "E609");
    CHECK(codes("extend rule TEST-A01\n  severity minor\nend\nextend rule TEST-A01\n  severity advice\nend\n") == "E609");
    CHECK(codes("extend rule TEST-A01\n  require plan.date is stated\nend\n") == "E607");
    CHECK(codes("set parameter longest = 40 months\n") == "E216");
    CHECK(codes("set parameter longest for medicl = 6 months\n") == "E202");
    CHECK(codes("set parameter longest = yes\n") == "E306");
}

TEST_CASE("a judgement ends every plan in one grade, of rules and categories that there are") {
    CHECK(codes("judgement Overall\n  poor when any critical finding\n  good otherwise\nend\n") == "");
    CHECK(codes("judgement Overall\n  poor when any critical finding\nend\n") == "E412");
    CHECK(codes("judgement Overall\n  good otherwise\n  poor when any critical finding\nend\n") == "E412");
    CHECK(codes("judgement Overall\n  poor when any finding of rule TEST-A09\n  good otherwise\nend\n") == "E608");
    CHECK(codes("judgement Overall\n  poor when any finding with category tset\n  good otherwise\nend\n") == "E608");
    CHECK(codes("judgement Overall\n  good otherwise\nend\njudgement Overall\n  good otherwise\nend\n") == "E211");
}

TEST_CASE("a rule is found by an id that it had, and an id that is gone says what does its work") {
    const compile::CompiledRules rules = test::rules_of(test::rule_text("require plan.date is stated\nformerly TEST-X01, TEST-X02") +
                                                        "retired rule TEST-X03 now TEST-A01 because \"it was the same\"\ndisable rule TEST-X02 because \"not ours\"\n");
    const compile::Rule& rule = rules.rules.front();
    CHECK(rules.find("TEST-X01") == &rule);
    CHECK(rules.find("TEST-X02") == &rule);
    CHECK(rules.find("TEST-X03") == nullptr);
    CHECK(rule.left_out == "not ours");
    REQUIRE(rules.find_retired("TEST-X03") != nullptr);
    CHECK(rules.find_retired("TEST-X03")->now == std::vector<std::string>{"TEST-A01"});
    CHECK(rules.find_retired("TEST-X01") == nullptr);
}

TEST_CASE("a citation is taken apart by the longest name it begins with") {
    const compile::CompiledRules rules =
        test::rules_of("instruments law\n  \"SEND Regulations 2014\", \"SI 2014/1530\"\n  \"SEND Regulations 2014 (Amendment)\"\nend\ninstruments case-law\n  \"... v ... [\"\nend\n" +
                       test::rule_text("cites \"SEND Regulations 2014 reg 12(1)(a)\", \"SI 2014/1530, Schedule 1\", \"SEND Regulations 2014 (Amendment) reg 2\", \"A v B Council [2020] UKUT 1\", \"Gravity, v [1]\"\n"
                                       "require plan.date is stated"));
    const std::vector<compile::Citation>& cited = rules.rules.front().cited;
    REQUIRE(cited.size() == 5);
    CHECK((cited[0].instrument == 0U && cited[0].provision == "reg 12(1)(a)"));
    CHECK((cited[1].instrument == 0U && cited[1].provision == "Schedule 1"));
    CHECK((cited[2].instrument == 1U && cited[2].provision == "reg 2"));
    CHECK((cited[3].instrument == 2U && cited[3].provision == ""));
    CHECK_FALSE(cited[4].instrument);
}

TEST_CASE("a term of a council's own takes the place of the standard one, and only of that") {
    const compile::CompiledRules rules = test::rules_of("school term autumn 2025 from 2 September 2025 until 19 December 2025\n" + test::rule_text("require plan.date is stated"));
    const auto stretch = [](const char* iso) { return *PartialDate::from_iso(iso); };
    CHECK(rules.in_own_terms(stretch("2025-09-01/2025-12-31")) == stretch("2025-09-02/2025-12-19"));
    CHECK(rules.in_own_terms(stretch("2024-09-01/2024-12-31")) == stretch("2024-09-01/2024-12-31"));
    CHECK(rules.in_own_terms(stretch("2025-09-01")) == stretch("2025-09-01"));
    CHECK(rules.settings.front().subject == "school term");
}

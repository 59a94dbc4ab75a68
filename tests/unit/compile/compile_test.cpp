// What rules come to when they have no fault: names in any order, meanings of patterns, the slots and flags of a rule, and
// faults that need two files.
#include "support/rule_text.hpp"

#include "plan/choices.hpp"

#include <algorithm>

using namespace ehc;
using test::compile_files;
using test::pack_text;
using test::rule_text;
using test::rules_of;
using test::shown;

namespace {

const compile::Wording& wording(const compile::CompiledRules& rules, std::string_view name) {
    const auto found = std::find_if(rules.wordings.begin(), rules.wordings.end(), [&](const compile::Wording& one) { return one.name == name; });
    REQUIRE(found != rules.wordings.end());
    return *found;
}

const compile::Derived& derived(const compile::CompiledRules& rules, std::string_view name) {
    const auto found = std::find_if(rules.derived.begin(), rules.derived.end(), [&](const compile::Derived& one) { return one.name == name; });
    REQUIRE(found != rules.derived.end());
    return *found;
}

} // namespace

TEST_CASE("definitions may use one another whatever their order, and know their types") {
    const auto rules = rules_of("define provision.vague as provision.long and provision.count_of_words is at least 3\n"
                                "define provision.long as provision.count_of_words is more than 10\n"
                                "define provision.count_of_words as words in provision.text\n"
                                "define plan.late \"Late\" as plan.final_issued is after plan.latest\n"
                                "define plan.latest as plan.request + 20 weeks\n" +
                                rule_text("for each provision in section F\nforbid provision.vague and plan.late"));
    CHECK(derived(rules, "vague").value.type.base == compile::Base::yes_no);
    CHECK(derived(rules, "count_of_words").value.type.base == compile::Base::number);
    CHECK(derived(rules, "latest").value.type.base == compile::Base::date);
    CHECK(derived(rules, "late").doc == "Late");
    CHECK(derived(rules, "late").record == &plan::plan_type);
    CHECK(derived(rules, "vague").record == &plan::provision_type);
}

TEST_CASE("a definition that nothing uses is checked all the same") {
    const auto compiled = compile_files({{"test.rules", pack_text("define provision.vague as provision.txt is blank\n")}});
    REQUIRE(compiled.faults.size() == 1);
    CHECK(compiled.faults.front().code == "E203");
}

TEST_CASE("a longer circle of definitions is told once, where it closes") {
    const auto compiled = compile_files({{"test.rules", pack_text("define plan.one as plan.two\ndefine plan.two as plan.three\ndefine plan.three as plan.one\n" +
                                                                  rule_text("require plan.one is stated"))}});
    REQUIRE(compiled.faults.size() == 1);
    CHECK(compiled.faults.front().code == "E304");
}

TEST_CASE("what is made of one lexicon with meanings has those meanings") {
    const auto rules = rules_of("lexicon teams \"Teams\" of role\n  medical: \"hospital\"\n  camhs: \"CAMHS\"\nend\n"
                                "lexicon moods \"Moods\" of area\n  health: \"ill\"\nend\n"
                                "lexicon plain \"Plain\"\n  \"clinic\"\nend\n"
                                "lexicon more_teams \"More\" of role\n  social_care: \"social worker\"\n  include teams\nend\n"
                                "pattern by_team \"By whom\"\n  is \"by\" [\"the\"] teams\n  is plain\nend\n"
                                "pattern two_lists \"Of two lists\"\n  is teams moods\nend\n"
                                "pattern no_list \"Of none\"\n  is number plain\nend\n");
    CHECK(wording(rules, "teams").domain == &plan::roles);
    CHECK(wording(rules, "more_teams").domain == &plan::roles);
    CHECK(wording(rules, "by_team").domain == &plan::roles);
    CHECK(wording(rules, "by_team").is_pattern);
    CHECK_FALSE(wording(rules, "teams").is_pattern);
    CHECK(wording(rules, "two_lists").domain == nullptr);
    CHECK(wording(rules, "no_list").domain == nullptr);
    CHECK(wording(rules, "teams").doc == "Teams");
}

TEST_CASE("mentions of two lexicons have a meaning only where both mean values of one list") {
    const std::string lexicons = "lexicon teams \"Teams\" of role\n  medical: \"hospital\"\nend\n"
                                 "lexicon clinics \"Clinics\" of role\n  camhs: \"clinic\"\nend\n"
                                 "lexicon plain \"Plain\"\n  \"nurse\"\nend\n";
    const auto faults_of = [&](const std::string& names) {
        return compile_files({{"test.rules", pack_text(lexicons + rule_text("for each mention of " + names + " in text of section F\nrequire mention.means is medical"))}}).faults;
    };
    CHECK(faults_of("teams, clinics").empty());
    REQUIRE(faults_of("teams, plain").size() == 1);
    CHECK(faults_of("teams, plain").front().code == "E204");
}

TEST_CASE("clauses may stand in any order") {
    const std::string in_order = "for each need in section B\nlet long be words in need.text is more than 5\nrequire long\nsays \"{need.text} {long}\"";
    const std::string backwards = "says \"{need.text} {long}\"\nrequire long\nlet long be words in need.text is more than 5\nfor each need in section B";
    const auto first = rules_of(rule_text(in_order)), second = rules_of(rule_text(backwards));
    REQUIRE(first.rules.size() == 1);
    REQUIRE(second.rules.size() == 1);
    CHECK(first.rules[0].slots == second.rules[0].slots);
    CHECK(first.rules[0].lets.size() == 1);
    CHECK(second.rules[0].subjects.size() == 1);
    CHECK(first.rules[0].says.parts.size() == second.rules[0].says.parts.size());
}

TEST_CASE("a rule keeps what its card says") {
    const auto rules = rules_of(rule_text("severity minor\ncritical when plan.date is missing\nbasis law\nbasis practice when plan.status is draft\n"
                                          "category dates\ncites \"One\", \"Two\"\nin force from 1 September 2014 until 31 August 2029\n"
                                          "applies to fragment, draft\ntags quick, dates\nrequire plan.date is stated\nif not stated skip\n"
                                          "fix \"Write the date.\"\nfamily \"There is no date.\""));
    const compile::Rule& rule = rules.rules.front();
    CHECK(rule.severity == finding::Severity::minor);
    REQUIRE(rule.severity_when.size() == 1);
    CHECK(rule.severity_when[0].first == finding::Severity::critical);
    CHECK(rule.basis == finding::Basis::law);
    REQUIRE(rule.basis_when.size() == 1);
    CHECK(rule.basis_when[0].first == finding::Basis::practice);
    CHECK(rule.citations == std::vector<std::string>{"One", "Two"});
    CHECK(rule.tags == std::vector<std::string>{"quick", "dates"});
    CHECK(rule.from == Date::of(2014, 9, 1));
    CHECK(rule.until == Date::of(2029, 8, 31));
    CHECK(rule.kinds == (1U << static_cast<unsigned>(plan::Kind::plan) | 1U << static_cast<unsigned>(plan::Kind::fragment)));
    CHECK(rule.statuses == 1U << static_cast<unsigned>(plan::Status::draft));
    CHECK_FALSE(rule.any_status);
    CHECK(rule.if_not_stated == compile::IfNotStated::skip);
    CHECK(rule.fix.written == "Write the date.");
    CHECK(rules.find("TEST-A01") == &rule);
    CHECK(rules.find("test-rule") == &rule);
    CHECK(rules.find("TEST-A02") == nullptr);
    CHECK(rules_of(rule_text("applies to plan\nrequire plan.date is stated")).rules[0].any_status);
}

TEST_CASE("what was written is told on one line") {
    const auto rules = rules_of(rule_text("require plan.date is stated\n    and   plan.next_review\tis stated\nsays \"{words in text of section B} of {plan.date}\""));
    const compile::Rule& rule = rules.rules.front();
    CHECK(rules.written(rule.condition) == "plan.date is stated and plan.next_review is stated");
    // A value inside a message is told in its own words.
    const auto& words = std::get<compile::Expr>(rule.says.parts.at(0));
    CHECK(rules.written(words) == "words in text of section B");
    CHECK(rules.written(words.kids.at(0)) == "text of section B");
    CHECK(rules.written(std::get<compile::Expr>(rule.says.parts.at(2))) == "plan.date");
}

TEST_CASE("rules are sorted by id, whatever their files") {
    const auto rule = [](std::string id, std::string slug) {
        std::string text = rule_text("require plan.date is stated");
        text.replace(text.find("TEST-A01"), 8, id);
        text.replace(text.find("test-rule"), 9, slug);
        return text;
    };
    const auto compiled = compile_files({{"a.rules", pack_text(rule("TEST-C01", "c") + rule("TEST-A02", "a"))}, {"b.rules", pack_text(rule("TEST-B01", "b"))}});
    CHECK(shown(compiled.faults) == "");
    REQUIRE(compiled.rules.rules.size() == 3);
    CHECK(compiled.rules.rules[0].id == "TEST-A02");
    CHECK(compiled.rules.rules[1].id == "TEST-B01");
    CHECK(compiled.rules.rules[2].id == "TEST-C01");
    CHECK(compiled.rules.packs.size() == 1);
}

TEST_CASE("faults between two files name both") {
    const auto compiled = compile_files({{"a.rules", "pack test \"One\"\n  version 1.0\n\nparameter life: number = 1\n"},
                                         {"b.rules", "pack test \"Two\"\n  version 1.1\n\n\nparameter life: number = 2\n"},
                                         {"c.rules", "pack other \"Three\"\n  version 2.0\n  use test, tset\n"}});
    CHECK(shown(compiled.faults) == "b.rules:1:6: E604 pack `test` has version 1.0 in another of its files\n"
                                    "    1 | pack test \"Two\"\n"
                                    "      |      ^^^^\n"
                                    "b.rules:5:11: E211 there are two parameters called `life`; the first is at a.rules:4\n"
                                    "    5 | parameter life: number = 2\n"
                                    "      |           ^^^^\n"
                                    "c.rules:3:13: E605 pack `tset` is not loaded; did you mean `test`?\n"
                                    "    3 |   use test, tset\n"
                                    "      |             ^^^^\n");
}

TEST_CASE("a fault in what another file defines is told in that file") {
    const auto compiled = compile_files({{"a.rules", pack_text(rule_text("require plan.good"))}, {"b.rules", pack_text("define plan.good as plan.dat is stated\n")}});
    REQUIRE(compiled.faults.size() == 1);
    CHECK(compiled.faults.front().file == "b.rules");
}

TEST_CASE("no files are no rules and no faults") {
    const auto compiled = compile_files({});
    CHECK(compiled.faults.empty());
    CHECK(compiled.rules.rules.empty());
    CHECK(compile_files({{"empty.rules", ""}}).faults.empty());
}

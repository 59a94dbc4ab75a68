#include "audit/coverage.hpp"
#include "support/rule_text.hpp"
#include "support/rules.hpp"

using namespace ehc;

namespace {

struct Reached {
    compile::CompiledRules rules;
    std::vector<const compile::Rule*> all;
    eval::Decisions decisions;
    std::vector<audit::ExampleResult> results;

    explicit Reached(const std::string& clauses) : rules(test::rules_of(test::rule_text(clauses))) {
        for (const compile::Rule& rule : rules.rules)
            all.push_back(&rule);
        results = audit::run_examples(rules, all, &decisions);
    }

    // "unless advice.role is camhs": "yes", "no", "both" or "neither", in the order of the rule.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> conditions() const {
        std::vector<std::pair<std::string, std::string>> words;
        for (const audit::CoveredCondition& condition : audit::coverage(rules, all, decisions))
            words.emplace_back(std::string(condition.clause) + " " + rules.written(*condition.expr),
                               condition.both_ways() ? "both" : condition.seen.yes ? "yes" : condition.seen.no ? "no" : "neither");
        return words;
    }
};

using Conditions = std::vector<std::pair<std::string, std::string>>;

std::string days_of(const audit::Boundary& boundary) {
    std::string words;
    for (const audit::Boundary::Day& day : boundary.days)
        words += day.date.iso() + (day.holds ? " yes, " : " no, ") + day.verdict + "\n";
    return words;
}

} // namespace

TEST_CASE("each condition of a rule is known by the answers that examples gave it") {
    const Reached reached("critical when plan.status is final\n"
                          "when plan.date is after 1 September 2014\n"
                          "for each advice in section K\n"
                          "where advice.date is stated and advice.role is not medical\n"
                          "require advice.appended\n"
                          "unless advice.role is camhs\n"
                          "unless advice.awaited or advice.organisation is stated\n"
                          "fires on advice { role: audiology, date: 2024-05-12, appended: no, awaited: no }\n"
                          "quiet on advice { role: camhs, date: 2024-05-12, appended: no, awaited: no }\n"
                          "quiet on advice { role: medical, date: 2024-05-12 }");
    for (const audit::ExampleResult& result : reached.results)
        CHECK(result.what == "");
    CHECK(reached.conditions() == Conditions{
                                      {"when plan.date is after 1 September 2014", "yes"},
                                      {"where advice.date is stated and advice.role is not medical", "both"},
                                      {"where advice.date is stated", "yes"},
                                      {"where advice.role is not medical", "both"},
                                      {"require advice.appended", "no"},
                                      {"unless advice.role is camhs", "both"},
                                      {"unless advice.awaited or advice.organisation is stated", "no"},
                                      {"unless advice.awaited", "no"},
                                      {"unless advice.organisation is stated", "no"},
                                      {"severity when plan.status is final", "yes"},
                                  });
}

TEST_CASE("a condition that no example reaches has no answer, and neither have its parts") {
    const Reached reached("for each outcome in section E\n"
                          "where outcome.text is stated\n"
                          "require outcome.target_date is stated\n"
                          "unless outcome.achieved and outcome.area is stated\n"
                          "fires on outcome { text: missing }\n"
                          "quiet on outcome { text: blank }");
    CHECK(reached.conditions() == Conditions{{"where outcome.text is stated", "no"},
                                             {"require outcome.target_date is stated", "neither"},
                                             {"unless outcome.achieved and outcome.area is stated", "neither"}});
}

TEST_CASE("conditions inside a quantifier and words that are forbidden count too") {
    const Reached some("require some advice in section K where advice.role is camhs such that advice.appended\n"
                       "fires on advice { role: camhs, appended: no }\nquiet on advice { role: camhs, appended: yes }");
    CHECK(some.conditions() == Conditions{{"require some advice in section K where advice.role is camhs such that advice.appended", "both"},
                                          {"where advice.role is camhs", "yes"},
                                          {"test advice.appended", "both"}});
    const compile::CompiledRules rules = test::rules_of("lexicon loose \"Loose\"\n\"as required\"\nend\n" +
                                                        test::rule_text("for each provision in section F\nforbid mention of loose in provision.text\n"
                                                                        "fires on \"Help as required.\"\nquiet on \"Help daily.\""));
    eval::Decisions decisions;
    (void)audit::run_examples(rules, {&rules.rules.front()}, &decisions);
    const auto forbidden = audit::coverage(rules, {&rules.rules.front()}, decisions);
    REQUIRE(forbidden.size() == 1);
    CHECK(forbidden.front().both_ways());
}

TEST_CASE("the conditions of a definition count once, whatever the rules that use it") {
    const compile::CompiledRules rules = test::rules_of("define advice.told as advice.author is stated or advice.organisation is stated\n" +
                                                        test::rule_text("for each advice in section K\nrequire advice.told\n"
                                                                        "fires on advice { role: camhs }\nquiet on advice { role: camhs, author: \"A. Made-Up\" }"));
    eval::Decisions decisions;
    const std::vector<const compile::Rule*> all{&rules.rules.front()};
    (void)audit::run_examples(rules, all, &decisions);
    Conditions words;
    for (const audit::CoveredCondition& condition : audit::coverage(rules, all, decisions))
        if (condition.derived != nullptr)
            words.emplace_back(std::string(condition.clause) + " " + rules.written(*condition.expr), condition.both_ways() ? "both" : condition.seen.yes ? "yes" : "no");
    CHECK(words == Conditions{{"define advice.author is stated or advice.organisation is stated", "both"},
                              {"define advice.author is stated", "both"},
                              {"define advice.organisation is stated", "no"}});
}

TEST_CASE("a limit on a date is shown the day before, on the day and after") {
    const Reached reached("major when advice.date is more than 36 months before plan.date\n"
                          "severity minor\n"
                          "for each advice in section K\n"
                          "require advice.date is within 24 months before plan.date\n"
                          "fires on plan { date: 2024-02-29 } advice { date: 2019-01-01 }\n"
                          "quiet on plan { date: 2024-02-29 } advice { date: 2023-01-01 }");
    const auto found = audit::boundaries(reached.rules, reached.all);
    std::vector<std::string> tables;
    for (const audit::Boundary& boundary : found) {
        CHECK(boundary.turns() == 1);
        CHECK(boundary.moved == "date of advice");
        tables.push_back(days_of(boundary));
    }
    CHECK(tables == std::vector<std::string>{
                        "2021-02-27 yes, fires (major)\n2021-02-28 no, fires (minor)\n2021-03-01 no, fires (minor)\n",
                        "2022-02-27 no, fires (minor)\n2022-02-28 yes, quiet\n2022-03-01 yes, quiet\n",
                        "2024-02-28 yes, quiet\n2024-02-29 yes, quiet\n2024-03-01 no, fires (minor)\n",
                    });
}

TEST_CASE("an age turns on a birthday, and a school year on 1 September") {
    const Reached age("when age of child on plan.date is at least 18 years\nrequire plan.setting is stated\n"
                      "fires on plan { date: 2025-01-15, setting: missing } child { date_of_birth: 2004-02-29 }\n"
                      "quiet on plan { date: 2025-01-15 }");
    auto found = audit::boundaries(age.rules, age.all);
    REQUIRE(found.size() == 1);
    CHECK(days_of(found[0]) == "2007-01-15 yes, fires (major)\n2007-01-16 no, not applicable\n2007-01-17 no, not applicable\n");
    const Reached year("when school year of child on plan.date is at least 9\nrequire plan.setting is stated\n"
                       "fires on plan { setting: missing } child { date_of_birth: 2010-05-05 }\n"
                       "quiet on plan { date: 2025-01-15 }");
    found = audit::boundaries(year.rules, year.all);
    REQUIRE(found.size() == 1);
    CHECK(days_of(found[0]) == "2011-08-31 yes, fires (major)\n2011-09-01 no, not applicable\n2011-09-02 no, not applicable\n");
}

TEST_CASE("no limit on a date in the packs turns more than once") {
    const compile::CompiledRules& rules = test::own_rules();
    std::vector<const compile::Rule*> all;
    for (const compile::Rule& rule : rules.rules)
        all.push_back(&rule);
    const auto found = audit::boundaries(rules, all);
    CHECK(found.size() >= 20);
    for (const audit::Boundary& boundary : found) {
        INFO(boundary.rule->id << " " << rules.written(*boundary.expr) << "\n" << days_of(boundary));
        CHECK(boundary.days.size() == 3);
        CHECK(boundary.turns() == 1);
    }
}

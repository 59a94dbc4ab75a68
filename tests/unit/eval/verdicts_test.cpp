// From a rule to its verdicts: whom it applies to, its subjects, excuses and provisos, and what becomes of a doubt.
#include "unit/eval/small_plan.hpp"

using namespace ehc;
using test::run_rule;
using test::small_plan;
using test::verdicts;

namespace {

const char* const words = "lexicon vague \"Vague words\"\n  \"regular\", \"ongoing\"\nend\n";

plan::Plan with_advice() {
    plan::Plan plan = small_plan();
    test::add_advice(plan, 51, plan::Role::medical, "2024-10-01");
    test::add_advice(plan, 52, plan::Role::camhs, "2023-10-01");
    test::add_advice(plan, 53, plan::Role::audiology, "2024-11-01").date = {};
    return plan;
}

} // namespace

TEST_CASE("a rule ends in one verdict for the plan") {
    plan::Plan plan = small_plan();
    CHECK(verdicts(plan, "require plan.date is stated") == "passed");
    CHECK(verdicts(plan, "forbid plan.date is stated") == "failed");
    CHECK(verdicts(plan, "require plan.request is before plan.date") == "unchecked");
    CHECK(verdicts(plan, "ask \"Is it good?\"") == "asked");
    CHECK(run_rule(plan, "require plan.date is stated").had_subject);
}

TEST_CASE("a rule is about the kinds and statuses that it names") {
    plan::Plan plan = small_plan();
    CHECK(verdicts(plan, "applies to plan\nrequire plan.date is stated") == "passed");
    CHECK(verdicts(plan, "applies to final, amended_final\nrequire plan.date is stated") == "passed");
    CHECK(verdicts(plan, "applies to draft\nrequire plan.date is stated") == "not applicable");
    CHECK(verdicts(plan, "applies to template\nrequire plan.date is stated") == "not applicable");
    CHECK(verdicts(plan, "applies to template, final\nrequire plan.date is stated") == "passed");
    CHECK(verdicts(plan, "applies to draft, plan\nrequire plan.date is stated") == "passed");
    plan.kind.set(plan::Kind::template_, {});
    CHECK(verdicts(plan, "applies to template\nrequire plan.date is stated") == "passed");
    CHECK(verdicts(plan, "applies to plan\nrequire plan.date is stated") == "not applicable");
    CHECK(verdicts(plan, "applies to final\nrequire plan.date is stated") == "not applicable");
    CHECK_FALSE(run_rule(plan, "applies to plan\nrequire plan.date is stated").had_subject);
}

TEST_CASE("a rule for some statuses is unchecked where the status is not stated") {
    plan::Plan plan = small_plan();
    plan.status = {};
    const eval::RuleOutcome outcome = run_rule(plan, "applies to final\nrequire plan.date is stated");
    CHECK(verdicts(outcome) == "unchecked");
    CHECK(outcome.unchecked.front().because == "the status of the plan (draft, final ...) is not stated");
    CHECK(verdicts(plan, "applies to plan\nrequire plan.date is stated") == "passed");
    CHECK(verdicts(plan, "applies to template\nrequire plan.date is stated") == "not applicable");
    plan.status.state = plan::State::placeholder;
    CHECK(verdicts(plan, "applies to final\nrequire plan.date is stated") == "unchecked");
}

TEST_CASE("a rule is in force from its first to its last day") {
    const plan::Plan plan = small_plan();
    const std::string clauses = "in force from 1 September 2014 until 31 August 2029\nrequire plan.date is stated";
    CHECK(verdicts(plan, clauses, "", "2014-08-31") == "not applicable");
    CHECK(verdicts(plan, clauses, "", "2014-09-01") == "passed");
    CHECK(verdicts(plan, clauses, "", "2029-08-31") == "passed");
    CHECK(verdicts(plan, clauses, "", "2029-09-01") == "not applicable");
    CHECK(verdicts(plan, "in force until 31 August 2029\nrequire plan.date is stated", "", "1990-01-01") == "passed");
    CHECK(verdicts(plan, "in force from 1 September 2014\nrequire plan.date is stated", "", "2099-01-01") == "passed");
}

TEST_CASE("when it does not hold the rule is not applicable, and when it cannot be told unchecked") {
    plan::Plan plan = small_plan();
    CHECK(verdicts(plan, "when child.year_group is at least 5\nrequire plan.date is missing") == "failed");
    CHECK(verdicts(plan, "when child.year_group is at least 6\nrequire plan.date is missing") == "not applicable");
    plan.child.year_group = {};
    CHECK(verdicts(plan, "when child.year_group is at least 6\nrequire plan.date is missing") == "unchecked");
    CHECK(verdicts(plan, "when child.year_group is at least 6\nrequire plan.date is missing\nif not stated skip") == "not applicable");
}

TEST_CASE("each subject has its own verdict") {
    const plan::Plan plan = with_advice();
    const eval::RuleOutcome outcome = run_rule(plan, "for each advice in section K\nrequire advice.date is within 12 months before plan.date\nsays \"{advice.role}\"");
    CHECK(verdicts(outcome) == "failed, unchecked, passed");
    CHECK(outcome.findings.front().message == "CAMHS");
    CHECK(outcome.findings.front().section == plan::Letter::K);
    CHECK(outcome.findings.front().places.front().origin.block == 52);
    CHECK(outcome.unchecked.front().because == "date of advice 3 is not stated");
    CHECK(outcome.unchecked.front().origin.block == 53);
}

TEST_CASE("where narrows down, and where it cannot be told the subject is unchecked") {
    const plan::Plan plan = with_advice();
    CHECK(verdicts(plan, "for each advice in section K where advice.role is medical\nrequire advice.date is stated") == "passed");
    CHECK(verdicts(plan, "for each advice in section K\n  where advice.date is after 2024-01-01\nrequire advice.role is medical") == "unchecked, passed");
    CHECK(verdicts(plan, "for each advice in section K where advice.date is after 2024-01-01\nrequire advice.role is medical\nif not stated skip") ==
          "passed, not applicable");
    CHECK(verdicts(plan, "for each advice in section K where advice.role is parent\nrequire advice.date is stated") == "not applicable");
}

TEST_CASE("a rule whose plan has nothing that it looks at says so") {
    const eval::RuleOutcome outcome = run_rule(small_plan(), "for each need in section B\nrequire need.text is stated");
    CHECK(verdicts(outcome) == "not applicable");
    CHECK_FALSE(outcome.had_subject);
}

TEST_CASE("for each inside for each pairs every item with every other") {
    plan::Plan plan = small_plan();
    test::add_need(plan, 21, "B1", "Reading");
    test::add_need(plan, 22, "B2", "Writing");
    test::add_outcome(plan, 31, "E1", "He will read");
    test::add_outcome(plan, 32, "E2", "He will write");
    const eval::RuleOutcome outcome = run_rule(plan, "for each need in section B\nfor each outcome in section E\nrequire need.id is \"B1\" and outcome.id is \"E1\"\nsays \"{need.id} {outcome.id}\"");
    CHECK(verdicts(outcome) == "failed 3, passed");
    CHECK(outcome.findings[0].message == "B1 E2");
    CHECK(outcome.findings[1].message == "B2 E1");
    CHECK(outcome.findings[2].message == "B2 E2");
    // The finding stands at the innermost subject.
    CHECK(outcome.findings[0].section == plan::Letter::E);
    CHECK(outcome.findings[0].places.front().origin.block == 32);
    // The same list twice, by another name; a `where` of the inner one sees the outer one.
    CHECK(verdicts(plan, "for each need in section B\nfor each need in section B as other where other.id is not need.id\nrequire need.text is other.text") == "failed 2");
    // Where it cannot be told whether the outer item is meant, the inner ones are not gone through.
    plan.needs[1].id = {};
    CHECK(verdicts(plan, "for each need in section B where need.id is \"B1\"\nfor each outcome in section E\nrequire outcome.text is stated") == "unchecked, passed 2");
}

TEST_CASE("for each value of a list, and for each mention of a wording") {
    const plan::Plan plan = with_advice();
    const eval::RuleOutcome outcome = run_rule(plan, "for each role in (medical, camhs, parent)\nrequire some advice in section K where advice.role is role\nsays \"No advice by {role}.\"");
    CHECK(verdicts(outcome) == "failed, passed 2");
    CHECK(outcome.findings.front().message == "No advice by parent or carer.");

    plan::Plan vague = small_plan();
    test::put(vague.section(plan::Letter::F).text, 151, "Regular help. He said \"ongoing\" twice.");
    const eval::RuleOutcome mentions = run_rule(vague, "for each mention of vague in text of section F\nrequire mention is quoted\nsays \"{mention}\"", words);
    CHECK(verdicts(mentions) == "failed, passed");
    CHECK(mentions.findings.front().message == "Regular");
    vague.section(plan::Letter::F).text = {};
    CHECK(verdicts(vague, "for each mention of vague in text of section F\nrequire mention is quoted", words) == "unchecked");
    CHECK(verdicts(vague, "for each mention of vague in text of section F\nrequire mention is quoted\nif not stated skip", words) == "not applicable");
}

TEST_CASE("what is not stated fails, is asked, is skipped or stays unchecked") {
    const plan::Plan plan = small_plan();
    const std::string clauses = "require plan.request is before plan.date\n";
    CHECK(verdicts(plan, clauses) == "unchecked");
    CHECK(verdicts(plan, clauses + "if not stated fail") == "failed");
    CHECK(verdicts(plan, clauses + "if not stated skip") == "not applicable");
    const eval::RuleOutcome asked = run_rule(plan, clauses + "if not stated ask");
    CHECK(verdicts(asked) == "asked");
    CHECK(asked.questions.front().question == "What the rule requires?");
    // It is about what is missing only: what is stated is judged as it is.
    for (const char* remedy : {"fail", "skip", "ask"}) {
        CHECK(verdicts(plan, std::string("require plan.next_review is after plan.date\nif not stated ") + remedy) == "passed");
        CHECK(verdicts(plan, std::string("require plan.next_review is before plan.date\nif not stated ") + remedy) == "failed");
    }
    CHECK(verdicts(plan, clauses + "if not stated fail\nunless plan.status is final") == "passed");
}

TEST_CASE("unless excuses, also by one of several, and a doubtful excuse leaves the subject unchecked") {
    const plan::Plan plan = small_plan();
    const std::string wrong = "require plan.next_review is before plan.date\n";
    CHECK(verdicts(plan, wrong) == "failed");
    CHECK(verdicts(plan, wrong + "unless plan.status is final") == "passed");
    CHECK(verdicts(plan, wrong + "unless plan.status is draft") == "failed");
    CHECK(verdicts(plan, wrong + "unless plan.status is draft\nunless plan.status is final") == "passed");
    CHECK(verdicts(plan, wrong + "unless plan.request is before plan.date") == "unchecked");
    CHECK(verdicts(plan, wrong + "unless plan.request is before plan.date\nunless plan.status is final") == "passed");
    // Nothing to excuse where the condition holds.
    CHECK(verdicts(plan, "require plan.next_review is after plan.date\nunless plan.request is before plan.date") == "passed");
    CHECK(verdicts(plan, "ask \"Is it good?\"\nunless plan.status is final") == "passed");
    // Unchecked is not excused away.
    CHECK(verdicts(plan, "require plan.request is before plan.date\nunless plan.status is draft") == "unchecked");
}

TEST_CASE("provided it does not hold, the subject is unchecked for the reason given") {
    const plan::Plan plan = small_plan();
    const eval::RuleOutcome outcome = run_rule(plan, "provided some need in section B otherwise \"section B has no needs\"\nrequire plan.date is missing");
    CHECK(verdicts(outcome) == "unchecked");
    CHECK(outcome.unchecked.front().because == "section B has no needs");
    CHECK(verdicts(plan, "provided plan.date is stated otherwise \"no date\"\nrequire plan.date is missing") == "failed");
    // A proviso that cannot be told gives its own reason, and `if not stated` is not about it.
    const eval::RuleOutcome doubtful = run_rule(plan, "provided plan.request is before plan.date otherwise \"made before\"\nrequire plan.date is missing\nif not stated fail");
    CHECK(verdicts(doubtful) == "unchecked");
    CHECK(doubtful.unchecked.front().because == "request of the plan is not stated");
}

TEST_CASE("one cause is told once, and every cause is told") {
    plan::Plan plan = with_advice();
    plan.request = {};
    const eval::RuleOutcome same = run_rule(plan, "for each advice in section K\nrequire plan.request is before plan.date");
    CHECK(same.unchecked.size() == 1);
    plan.advice[0].date = {};
    const eval::RuleOutcome different = run_rule(plan, "for each advice in section K\nrequire advice.date is before plan.date");
    CHECK(different.unchecked.size() == 2);
}

TEST_CASE("a question brings its evidence") {
    plan::Plan plan = small_plan();
    test::add_need(plan, 21, "B1", "He finds reading hard.");
    const eval::RuleOutcome own = run_rule(plan, "for each need in section B\nask \"Is this a need?\"");
    REQUIRE(own.questions.size() == 1);
    CHECK(own.questions[0].question == "Is this a need?");
    CHECK(own.questions[0].evidence == std::vector<std::string>{"He finds reading hard."});
    CHECK(own.questions[0].section == plan::Letter::B);
    CHECK(own.questions[0].origin.block == 21);
    CHECK(run_rule(plan, "for each need in section B\nask \"Is this a need?\" with plan.setting").questions.at(0).evidence == std::vector<std::string>{"Fernbank School"});
    CHECK(run_rule(plan, "for each need in section B\nask \"Is this a need?\" with placement.name").questions.at(0).evidence.empty());
}

TEST_CASE("quantifiers count those that hold, and a doubtful item leaves open what it could change") {
    // Two are before 2024-06-01 or not: one yes, one no, one that is not stated.
    struct Row {
        const char* quantifier;
        const char* with_doubt; // yes 1, no 1, doubtful 1
        const char* without;    // yes 1, no 1
        const char* only_doubt; // doubtful 1
        const char* none;       // no item
    };
    const std::vector<Row> table{
        {"some advice", "passed", "passed", "unchecked", "failed"},
        {"every advice", "failed", "failed", "unchecked", "passed"},
        {"no advice", "failed", "failed", "unchecked", "passed"},
        {"at least 1 advice", "passed", "passed", "unchecked", "failed"},
        {"at least 2 advice", "unchecked", "failed", "failed", "failed"},
        {"at least 3 advice", "failed", "failed", "failed", "failed"},
        {"at most 0 advice", "failed", "failed", "unchecked", "passed"},
        {"at most 1 advice", "unchecked", "passed", "passed", "passed"},
        {"at most 2 advice", "passed", "passed", "passed", "passed"},
        {"exactly 0 advice", "failed", "failed", "unchecked", "passed"},
        {"exactly 1 advice", "unchecked", "passed", "unchecked", "failed"},
        {"exactly 2 advice", "unchecked", "failed", "failed", "failed"},
        {"exactly 3 advice", "failed", "failed", "failed", "failed"},
    };
    plan::Plan doubt = with_advice(), decided = with_advice(), only = with_advice(), none = small_plan();
    decided.advice.pop_back();
    only.advice.erase(only.advice.begin(), only.advice.begin() + 2);
    for (const Row& row : table)
        for (const char* form : {" in section K such that advice.date is before 2024-06-01", " in section K where advice.date is before 2024-06-01"}) {
            const std::string quantifier(row.quantifier);
            // With `where` alone, every item that is left holds: only whether there are any matters.
            if (std::string_view(form).find("where") != std::string_view::npos && quantifier == "every advice")
                continue;
            CAPTURE(row.quantifier, form);
            CHECK(verdicts(doubt, "require " + quantifier + form) == row.with_doubt);
            CHECK(verdicts(decided, "require " + quantifier + form) == row.without);
            CHECK(verdicts(only, "require " + quantifier + form) == row.only_doubt);
            CHECK(verdicts(none, "require " + quantifier + form) == row.none);
        }
}

TEST_CASE("where and such that bind one item: two conditions are never met by two of them") {
    const plan::Plan plan = with_advice();
    CHECK(verdicts(plan, "require some advice in section K where advice.role is medical and advice.date is before 2024-01-01") == "failed");
    CHECK(verdicts(plan, "require some advice in section K where advice.role is camhs and advice.date is before 2024-01-01") == "passed");
    CHECK(verdicts(plan, "require some advice in section K where advice.role is camhs such that advice.date is before 2024-01-01") == "passed");
}

TEST_CASE("counts with a doubtful item are between bounds") {
    const plan::Plan plan = with_advice();
    const std::string count = "count of advice in section K where advice.date is before 2024-06-01";
    CHECK(verdicts(plan, "require (" + count + ") is at least 1") == "passed");
    CHECK(verdicts(plan, "require (" + count + ") is at least 2") == "unchecked");
    CHECK(verdicts(plan, "require (" + count + ") is at most 2") == "passed");
    CHECK(verdicts(plan, "require (" + count + ") is 1") == "unchecked");
    CHECK(verdicts(plan, "require (" + count + ") is 3") == "failed");
    CHECK(verdicts(plan, "require count of advice in section K is 3") == "passed");
}

TEST_CASE("items stand in their sections") {
    plan::Plan plan = small_plan();
    test::add_need(plan, 21, "B1", "Reading");
    test::add_need(plan, 22, "C1", "Asthma").section.set(plan::Letter::C, {});
    CHECK(verdicts(plan, "require exactly 1 need in section B") == "passed");
    CHECK(verdicts(plan, "require exactly 2 needs in sections B, C") == "passed");
    CHECK(verdicts(plan, "require exactly 2 needs in plan") == "passed");
    CHECK(verdicts(plan, "require no need in section D") == "passed");
    CHECK(verdicts(plan, "require exactly 12 sections in plan where section.headed") == "passed");
    CHECK(verdicts(plan, "for each section in sections H1, H2\nrequire section.text is stated") == "passed 2");
}

// A missing value is never a pass: whatever a condition asks of a field that is missing, blank, a placeholder or unreadable,
// neither it nor its contrary holds. Only the words that ask about the state itself can be answered.
#include "unit/eval/small_plan.hpp"

#include <map>

using namespace ehc;
using plan::State;
using test::small_plan;
using test::verdicts;

namespace {

const char* const declarations = "lexicon vague \"Vague words\"\n  \"regular\", \"school\"\nend\n"
                                 "lexicon nil_statements \"Nothing\"\n  \"no needs\"\nend\n"
                                 "parameter life: duration by setting = 24 months\n"
                                 "define plan.soon as plan.next_review is before audit date\n"
                                 "define plan.later as plan.next_review + 1 month\n"
                                 "define plan.wordy as words in plan.setting is more than 3\n";

constexpr State not_stated[] = {State::missing, State::blank, State::placeholder, State::unreadable};

std::string_view words_of(State state) {
    switch (state) {
    case State::missing:
        return "missing";
    case State::blank:
        return "blank";
    case State::placeholder:
        return "a placeholder";
    case State::unreadable:
        return "unreadable";
    case State::stated:
        break;
    }
    return "stated";
}

// The plan with one of the fields that the conditions below ask about in the given state.
plan::Plan with(State state) {
    plan::Plan plan = small_plan();
    if (state == State::stated)
        return plan;
    const auto take = [&](auto& field) {
        field = {};
        field.state = state;
        field.origin = test::at_block(9);
    };
    take(plan.next_review);
    take(plan.child.year_group);
    take(plan.child.looked_after);
    take(plan.placement.type);
    take(plan.setting);
    take(plan.section(plan::Letter::B).text);
    take(plan.section(plan::Letter::C).text);
    return plan;
}

const char* const conditions[] = {
    // a date
    "plan.next_review is plan.date", "plan.next_review is not plan.date", "plan.next_review is one of 2025-01-01, plan.date",
    "plan.next_review is before plan.date", "plan.next_review is after plan.date", "plan.next_review is on or before plan.date",
    "plan.next_review is on or after plan.date", "plan.next_review is not before plan.date", "plan.date is before plan.next_review",
    "plan.next_review is within 1 month before plan.date", "plan.next_review is within 1 month after plan.date",
    "plan.next_review is within 1 month of plan.date", "plan.date is within 1 month of plan.next_review",
    "plan.next_review is more than 1 month before plan.date", "plan.next_review is at least 1 month after plan.date",
    "plan.next_review is less than 1 month before plan.date", "plan.next_review is at most 1 month after plan.date",
    "plan.next_review is between plan.date and 2027-01-01", "2026-01-01 is between plan.date and plan.next_review",
    "age of child on plan.next_review is at least 10 years", "age of plan.next_review on audit date is at least 1 month",
    "years between plan.date and plan.next_review is 0", "months between plan.next_review and plan.date is at most 3",
    "weeks between plan.next_review and plan.date is 3", "days between plan.next_review and plan.date is less than 3",
    "school year of child on plan.next_review is 5", "school year of plan.next_review on plan.date is 5",
    "school leaving date of plan.next_review is after plan.date", "start of plan.next_review is before plan.date",
    "end of plan.next_review is before plan.date", "plan.next_review + 1 month is after plan.date", "plan.date is after plan.next_review - 1 year",
    "latest of plan.next_review, plan.request is after plan.date", "earliest of plan.next_review, plan.request is after plan.date",
    // a number
    "child.year_group is 5", "child.year_group is not 5", "child.year_group is one of 4, 5", "child.year_group is at least 5",
    "child.year_group is at most 5", "child.year_group is more than 5", "child.year_group is less than 5", "child.year_group is not less than 5",
    "child.year_group is between 4 and 6", "child.year_group + 1 is 6", "6 - child.year_group is 1", "3 is at most child.year_group",
    "difference between child.year_group and 3 is at most 2", "difference between 3 and child.year_group is 2",
    "child.year_group is school year of child on plan.date",
    // yes or no
    "child.looked_after", "not child.looked_after", "child.looked_after is yes", "child.looked_after is no", "child.looked_after is not yes",
    // one of a list
    "placement.type is mainstream_school", "placement.type is not mainstream_school", "placement.type is one of mainstream_school, special_school",
    "placement.type is not one of mainstream_school, special_school", "plan.date is within life for placement.type before plan.date",
    // text
    "plan.setting is \"Fernbank School\"", "plan.setting is not \"Fernbank School\"", "plan.setting is one of \"Fernbank\", \"Oak\"",
    "plan.setting mentions vague", "plan.setting does not mention vague", "plan.setting has vague", "plan.setting has no vague",
    "mention of vague in plan.setting", "not mention of vague in plan.setting", "plan.setting is a nil statement",
    "plan.setting is not a nil statement", "words in plan.setting is at least 2", "words in plan.setting is less than 2",
    "count of mention of vague in plan.setting is at least 1", "count of mention of vague in plan.setting is 0",
    "count of different mention of vague in plan.setting is 1", "some mention of vague in plan.setting", "no mention of vague in plan.setting",
    "every mention of vague in plan.setting such that mention is quoted", "at least 1 mention of vague in plan.setting",
    "at most 1 mention of vague in plan.setting", "exactly 0 mentions of vague in plan.setting",
    // the text of sections
    "text of section B mentions vague", "text of section B does not mention vague", "text of sections B, C mentions vague",
    "words in text of section B is at least 3", "words in text of sections B, C is less than 3", "text of section B is a nil statement",
    "some mention of vague in text of section B", "no mention of vague in text of sections B, C", "text of section B is \"Words\"",
    "mention of vague in text of section B",
    // values made of these
    "plan.soon", "not plan.soon", "plan.soon is yes", "plan.soon is no", "plan.later is after plan.date", "plan.wordy",
    // joined with what is so, or what is not
    "plan.date is stated and plan.next_review is after plan.date", "plan.next_review is after plan.date and plan.date is stated",
    "plan.date is missing or plan.next_review is after plan.date", "not (plan.next_review is after plan.date or plan.date is missing)",
    // among several
    "some section in sections B where plan.next_review is after plan.date", "every section in sections A, B such that child.looked_after",
    "no section in plan such that plan.setting mentions vague", "exactly 1 section in section B such that child.year_group is 5",
};

} // namespace

TEST_CASE("no condition holds, and none fails, on a value that is not stated") {
    for (const char* condition : conditions) {
        CAPTURE(condition);
        const std::string clause(condition);
        // The other way round: where all is stated, each of them is decided.
        const plan::Plan whole = with(State::stated);
        const std::string decided = verdicts(whole, "require " + clause, declarations);
        CHECK((decided == "passed" || decided == "failed"));
        CHECK(verdicts(whole, "forbid " + clause, declarations) == (decided == "passed" ? "failed" : "passed"));
        for (const State state : not_stated) {
            CAPTURE(words_of(state));
            const plan::Plan plan = with(state);
            CHECK(verdicts(plan, "require " + clause, declarations) == "unchecked");
            CHECK(verdicts(plan, "forbid " + clause, declarations) == "unchecked");
            CHECK(verdicts(plan, "require not (" + clause + ")", declarations) == "unchecked");
            // What could not be read may be there: no fault of the plan.
            CHECK(verdicts(plan, "forbid " + clause + "\nif not stated fail", declarations) == (state == State::unreadable ? "unchecked" : "failed"));
            CHECK(verdicts(plan, "require " + clause + "\nif not stated skip", declarations) == "not applicable");
        }
    }
}

TEST_CASE("a part that decides whatever the missing one may be does decide") {
    for (const State state : not_stated) {
        CAPTURE(words_of(state));
        const plan::Plan plan = with(state);
        CHECK(verdicts(plan, "require plan.date is stated or plan.next_review is after plan.date") == "passed");
        CHECK(verdicts(plan, "require plan.next_review is after plan.date or plan.date is stated") == "passed");
        CHECK(verdicts(plan, "require plan.date is missing and plan.next_review is after plan.date") == "failed");
        CHECK(verdicts(plan, "require plan.next_review is after plan.date and plan.date is missing") == "failed");
        CHECK(verdicts(plan, "require plan.next_review is between 2027-01-01 and plan.date") == "unchecked");
    }
}

TEST_CASE("what state a field is in can be told, but whether an unreadable one is stated cannot") {
    const std::map<std::string, std::string> fields{{"plan.next_review", "date"},   {"child.year_group", "number"},  {"child.looked_after", "yes or no"},
                                                    {"placement.type", "choice"},   {"plan.setting", "text"},        {"text of section B", "text of a section"}};
    const auto expected = [](State asked, State actual) -> std::string {
        if (asked == State::stated && actual == State::unreadable)
            return "unchecked";
        return asked == actual ? "passed" : "failed";
    };
    constexpr State all[] = {State::missing, State::blank, State::placeholder, State::unreadable, State::stated};
    for (const auto& [field, kind] : fields)
        for (const State asked : all)
            for (const State actual : all) {
                CAPTURE(field, words_of(asked), words_of(actual));
                const plan::Plan plan = with(actual);
                const std::string answer = expected(asked, actual), contrary = answer == "passed" ? "failed" : answer == "failed" ? "passed" : answer;
                const std::string is = field + " is " + std::string(words_of(asked)), is_not = field + " is not " + std::string(words_of(asked));
                CHECK(verdicts(plan, "require " + is) == answer);
                CHECK(verdicts(plan, "require " + is_not) == contrary);
                CHECK(verdicts(plan, "forbid " + is) == contrary);
            }
}

TEST_CASE("whether a value that is worked out is stated follows from what it is worked out of") {
    CHECK(verdicts(with(State::stated), "require plan.later is stated", declarations) == "passed");
    CHECK(verdicts(with(State::missing), "require plan.later is stated", declarations) == "failed");
    CHECK(verdicts(with(State::stated), "require plan.soon is stated", declarations) == "passed");
    for (const State state : not_stated)
        CHECK(verdicts(with(state), "require plan.soon is stated", declarations) != "passed");
}

TEST_CASE("several sections are read together, and one that cannot be read leaves a doubt") {
    plan::Plan plan = small_plan();
    test::put(plan.section(plan::Letter::B).text, 111, "He has regular speech therapy.");
    auto& health = plan.section(plan::Letter::C).text;
    for (const State state : {State::missing, State::blank, State::placeholder}) {
        CAPTURE(words_of(state));
        health = {};
        health.state = state;
        CHECK(verdicts(plan, "require text of sections B, C mentions vague", declarations) == "passed");
        CHECK(verdicts(plan, "forbid mention of vague in text of sections C, D", declarations) == "passed");
    }
    health.state = State::unreadable;
    CHECK(verdicts(plan, "forbid mention of vague in text of sections C, D", declarations) == "unchecked");
    CHECK(verdicts(plan, "require text of sections C, D does not mention vague", declarations) == "unchecked");
}

TEST_CASE("the reason names the place and the state, never what else stands there") {
    const auto reason = [](const plan::Plan& plan, const std::string& clauses) {
        const eval::RuleOutcome outcome = test::run_rule(plan, clauses, declarations);
        REQUIRE(outcome.unchecked.size() == 1);
        return outcome.unchecked.front().because;
    };
    CHECK(reason(with(State::missing), "require plan.next_review is after plan.date") == "next review of the plan is not stated");
    CHECK(reason(with(State::blank), "require plan.next_review is after plan.date") == "next review of the plan is left blank");
    CHECK(reason(with(State::placeholder), "require child.looked_after") == "looked after of the child is still a placeholder");
    CHECK(reason(with(State::unreadable), "require plan.setting mentions vague") == "setting of the plan could not be read");
    CHECK(reason(with(State::missing), "require text of section B mentions vague") == "the plan has no text in section B");
    CHECK(reason(with(State::missing), "require text of sections B, C mentions vague") == "the plan has no text in sections B, C");
    plan::Plan plan = with(State::unreadable);
    plan.next_review.because = "the page is a picture";
    CHECK(reason(plan, "require plan.next_review is after plan.date") == "next review of the plan could not be read: the page is a picture");
    test::add_advice(plan, 50, plan::Role::medical, "2024-10-01");
    test::add_advice(plan, 51, plan::Role::camhs, "2024-10-02").date = {};
    CHECK(reason(plan, "for each advice in section K\nrequire advice.date is before plan.date") == "date of advice 2 is not stated");
}

// Each comparing word of the language at its boundaries: the day before, on the day, the day after.
#include "unit/eval/small_plan.hpp"

using namespace ehc;
using test::partial;
using test::small_plan;
using test::verdicts;

namespace {

struct Row {
    const char* subject; // plan.next_review
    char answer;         // y, n or ? when it cannot be told
};

// Whether "plan.next_review WORDS" holds, where plan.date is `than`.
void check(const std::string& words, const char* than, const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        plan::Plan plan = small_plan();
        plan.date.set(partial(than), test::at_block(2));
        plan.next_review.set(partial(row.subject), test::at_block(3));
        const std::string expected = row.answer == 'y' ? "passed" : row.answer == 'n' ? "failed" : "unchecked";
        const std::string denied = row.answer == 'y' ? "failed" : row.answer == 'n' ? "passed" : "unchecked";
        CAPTURE(words, than, row.subject);
        CHECK(verdicts(plan, "require plan.next_review is " + words + " plan.date") == expected);
        CHECK(verdicts(plan, "require plan.next_review is not " + words + " plan.date") == denied);
        CHECK(verdicts(plan, "forbid plan.next_review is " + words + " plan.date") == denied);
    }
}

} // namespace

TEST_CASE("before, after, on or before, on or after") {
    check("before", "2025-01-15", {{"2025-01-14", 'y'}, {"2025-01-15", 'n'}, {"2025-01-16", 'n'}, {"2025-01", '?'}, {"2024-12", 'y'}, {"2025-02", 'n'}});
    check("after", "2025-01-15", {{"2025-01-14", 'n'}, {"2025-01-15", 'n'}, {"2025-01-16", 'y'}, {"2025-01", '?'}, {"2024-12", 'n'}, {"2025-02", 'y'}});
    check("on or before", "2025-01-15", {{"2025-01-14", 'y'}, {"2025-01-15", 'y'}, {"2025-01-16", 'n'}, {"2025-01", '?'}});
    check("on or after", "2025-01-15", {{"2025-01-14", 'n'}, {"2025-01-15", 'y'}, {"2025-01-16", 'y'}, {"2025-01", '?'}});
    check("on or before", "2025-01", {{"2025-01-01", 'y'}, {"2025-01-02", '?'}, {"2025-01-31", '?'}, {"2025-02-01", 'n'}});
    check("before", "2025-01", {{"2024-12-31", 'y'}, {"2025-01-01", '?'}, {"2025-01-30", '?'}, {"2025-01-31", 'n'}});
}

TEST_CASE("within a time before, after and of") {
    check("within 24 months before", "2025-01-15",
          {{"2023-01-14", 'n'}, {"2023-01-15", 'y'}, {"2023-01-16", 'y'}, {"2025-01-14", 'y'}, {"2025-01-15", 'y'}, {"2025-01-16", 'n'},
           {"2023-01", '?'}, {"2023-02", 'y'}, {"2022-12", 'n'}, {"2023", '?'}, {"2024", 'y'}});
    check("within 6 weeks after", "2025-01-15", {{"2025-01-14", 'n'}, {"2025-01-15", 'y'}, {"2025-02-26", 'y'}, {"2025-02-27", 'n'}, {"2025-02", '?'}});
    check("within 3 days of", "2025-01-15", {{"2025-01-11", 'n'}, {"2025-01-12", 'y'}, {"2025-01-15", 'y'}, {"2025-01-18", 'y'}, {"2025-01-19", 'n'}});
    // Month ends: a month before 31 March is the last day of February.
    check("within 1 month before", "2025-03-31", {{"2025-02-27", 'n'}, {"2025-02-28", 'y'}, {"2025-03-01", 'y'}});
    check("within 1 month before", "2024-03-31", {{"2024-02-28", 'n'}, {"2024-02-29", 'y'}});
    check("within 12 months before", "2024-02-29", {{"2023-02-27", 'n'}, {"2023-02-28", 'y'}});
    check("within 12 months after", "2024-02-29", {{"2025-02-28", 'y'}, {"2025-03-01", 'n'}});
}

TEST_CASE("more than, at least, less than and at most a time before") {
    check("more than 24 months before", "2025-01-15", {{"2023-01-14", 'y'}, {"2023-01-15", 'n'}, {"2023-01-16", 'n'}, {"2023-01", '?'}, {"2022", 'y'}});
    check("at least 24 months before", "2025-01-15", {{"2023-01-14", 'y'}, {"2023-01-15", 'y'}, {"2023-01-16", 'n'}, {"2023-01", '?'}});
    check("less than 24 months before", "2025-01-15", {{"2023-01-15", 'n'}, {"2023-01-16", 'y'}, {"2025-01-15", 'y'}, {"2025-01-16", 'n'}});
    check("at most 24 months before", "2025-01-15", {{"2023-01-14", 'n'}, {"2023-01-15", 'y'}, {"2025-01-15", 'y'}, {"2025-01-16", 'n'}});
}

TEST_CASE("more than, at least, less than and at most a time after") {
    check("more than 12 months after", "2025-01-15", {{"2026-01-14", 'n'}, {"2026-01-15", 'n'}, {"2026-01-16", 'y'}, {"2026-01", '?'}});
    check("at least 12 months after", "2025-01-15", {{"2026-01-14", 'n'}, {"2026-01-15", 'y'}, {"2026-01-16", 'y'}});
    check("less than 12 months after", "2025-01-15", {{"2025-01-14", 'n'}, {"2025-01-15", 'y'}, {"2026-01-14", 'y'}, {"2026-01-15", 'n'}});
    check("at most 12 months after", "2025-01-15", {{"2025-01-14", 'n'}, {"2025-01-15", 'y'}, {"2026-01-15", 'y'}, {"2026-01-16", 'n'}});
}

TEST_CASE("between two dates, numbers and lengths of time, both included") {
    const std::vector<std::pair<const char*, const char*>> dates{
        {"2025-01-14", "failed"}, {"2025-01-15", "passed"}, {"2025-01-20", "passed"}, {"2025-01-21", "failed"}, {"2025-01", "unchecked"}};
    for (const auto& [date, expected] : dates) {
        plan::Plan plan = small_plan();
        plan.next_review.set(partial(date), test::at_block(3));
        CAPTURE(date);
        CHECK(verdicts(plan, "require plan.next_review is between plan.date and 2025-01-20") == expected);
    }
    for (const auto& [year, expected] : std::vector<std::pair<double, const char*>>{{3, "failed"}, {4, "passed"}, {6, "passed"}, {7, "failed"}}) {
        plan::Plan plan = small_plan();
        plan.child.year_group.set(year, test::at_block(6));
        CAPTURE(year);
        CHECK(verdicts(plan, "require child.year_group is between 4 and 6") == expected);
    }
    // Nine years and ten months on 15 January 2025.
    CHECK(verdicts(small_plan(), "require age of child on plan.date is between 9 years and 10 years") == "passed");
    CHECK(verdicts(small_plan(), "require age of child on plan.date is between 10 years and 11 years") == "failed");
}

TEST_CASE("ages, school years and leaving dates at their turning days") {
    struct Aged {
        const char* born;
        const char* on;
        const char* condition;
        const char* expected;
    };
    const std::vector<Aged> table{
        {"2007-03-02", "2025-03-01", "age of child on plan.date is at least 18 years", "failed"},
        {"2007-03-01", "2025-03-01", "age of child on plan.date is at least 18 years", "passed"},
        {"2007-02-28", "2025-03-01", "age of child on plan.date is at least 18 years", "passed"},
        {"2007-03", "2025-03-01", "age of child on plan.date is at least 18 years", "unchecked"},
        {"2007-03", "2025-03-31", "age of child on plan.date is at least 18 years", "passed"},
        {"2008-02-29", "2026-02-28", "age of child on plan.date is at least 18 years", "failed"},
        {"2008-02-29", "2026-03-01", "age of child on plan.date is at least 18 years", "passed"},
        {"2007-03-01", "2025-03-01", "age of child on plan.date is less than 18 years", "failed"},
        {"2007-03-02", "2025-03-01", "age of child on plan.date is less than 18 years", "passed"},
        {"2007-03-01", "2025-03-01", "years between child.date_of_birth and plan.date is 18", "passed"},
        {"2024-12-05", "2025-01-15", "age of child on plan.date is less than 6 weeks", "passed"}, // 41 days
        {"2024-12-04", "2025-01-15", "age of child on plan.date is less than 6 weeks", "failed"}, // 42 days
        {"2011-08-31", "2025-08-31", "school year of child on plan.date is at least 10", "failed"},
        {"2011-08-31", "2025-09-01", "school year of child on plan.date is at least 10", "passed"},
        {"2011-09-01", "2025-09-01", "school year of child on plan.date is at least 10", "failed"},
        {"2011", "2025-09-01", "school year of child on plan.date is at least 10", "unchecked"},
        {"2008-09-01", "2025-06-27", "plan.date is on or before school leaving date of child", "passed"},
        {"2008-09-01", "2025-06-28", "plan.date is on or before school leaving date of child", "failed"},
        {"2008-08-31", "2025-06-27", "plan.date is on or before school leaving date of child", "failed"},
    };
    for (const Aged& row : table) {
        plan::Plan plan = small_plan();
        plan.child.date_of_birth.set(partial(row.born), test::at_block(5));
        plan.date.set(test::day(row.on), test::at_block(2));
        CAPTURE(row.born, row.on, row.condition);
        CHECK(verdicts(plan, std::string("require ") + row.condition) == row.expected);
    }
}

TEST_CASE("the start and the end of a partial date, the latest and the earliest of several") {
    plan::Plan plan = small_plan();
    plan.next_review.set(partial("2025-03"), test::at_block(3));
    CHECK(verdicts(plan, "require start of plan.next_review is 2025-03-01") == "passed");
    CHECK(verdicts(plan, "require end of plan.next_review is 2025-03-31") == "passed");
    CHECK(verdicts(plan, "require plan.next_review is 2025-03-31") == "unchecked");
    CHECK(verdicts(plan, "require latest of plan.date, plan.next_review is after 2025-02-28") == "passed");
    CHECK(verdicts(plan, "require earliest of plan.date, plan.next_review is 2025-01-15") == "passed");
    // Those that are not stated do not count, unless none is.
    CHECK(verdicts(plan, "require latest of plan.date, plan.draft_sent is 2025-01-15") == "passed");
    CHECK(verdicts(plan, "require latest of plan.request, plan.draft_sent is 2025-01-15") == "unchecked");
    // One that cannot be read might be the latest.
    plan.draft_sent.state = plan::State::unreadable;
    CHECK(verdicts(plan, "require latest of plan.date, plan.draft_sent is 2025-01-15") == "unchecked");
}

TEST_CASE("sums of dates, numbers and lengths of time") {
    const plan::Plan plan = small_plan();
    for (const char* holds : {"plan.date + 1 month is 2025-02-15", "plan.date - 1 day is 2025-01-14", "plan.date + 1 month - 2 weeks is 2025-02-01",
                              "2025-01-31 + 1 month is 2025-02-28", "2024-02-29 + 1 year is 2025-02-28", "child.year_group + 3 - 1 is 7",
                              "- 2 + child.year_group is 3", "difference between child.year_group and 7 is 2", "difference between 7 and child.year_group is 2",
                              "(age of child on plan.date) + 2 months is at least 10 years"}) {
        CAPTURE(holds);
        CHECK(verdicts(plan, std::string("require ") + holds) == "passed");
        CHECK(verdicts(plan, std::string("forbid ") + holds) == "failed");
    }
    CHECK(verdicts(plan, "let length be 1 year\nrequire length is 12 months") == "passed");
    CHECK(verdicts(plan, "let length be 2 weeks\nrequire length is 14 days") == "passed");
}

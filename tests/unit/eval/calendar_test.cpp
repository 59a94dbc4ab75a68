// Days of the law and of the school calendar: working days, days of the year, school years of a person, terms, and the law
// in force on the day that counts.
#include "unit/eval/small_plan.hpp"

using namespace ehc;
using test::small_plan;
using test::verdicts;

namespace {

// Of a plan of Wednesday 15 January 2025 and a child born on 1 March 2015.
std::string holds(const std::string& condition) { return verdicts(small_plan(), "require " + condition); }

} // namespace

TEST_CASE("working days are added, counted and compared") {
    CHECK(holds("plan.date + 5 working days is 2025-01-22") == "passed");
    CHECK(holds("plan.date - 1 working day is 2025-01-14") == "passed");
    CHECK(holds("working days between 2024-12-24 and plan.date is 13") == "passed");
    CHECK(holds("2025-01-22 is within 5 working days after plan.date") == "passed");
    CHECK(holds("2025-01-23 is within 5 working days after plan.date") == "failed");
    CHECK(holds("2025-01-21 is within 5 working days after plan.date") == "passed");
}

TEST_CASE("a day of the year comes last before a date or first after it") {
    CHECK(holds("15 February before plan.date is 2024-02-15") == "passed");
    CHECK(holds("1 September after plan.date is 2025-09-01") == "passed");
    CHECK(holds("15 January before plan.date is 2024-01-15") == "passed");
    CHECK(holds("15 January on or before plan.date is plan.date") == "passed");
    CHECK(holds("15 January on or after plan.date is plan.date") == "passed");
    CHECK(holds("15 January after plan.date is 2026-01-15") == "passed");
    CHECK(holds("plan.date is before 15 February before start of year 7 of child") == "passed");
}

TEST_CASE("the school years of a person and the term round a date are stretches of days") {
    CHECK(holds("start of year 7 of child is 2026-09-01") == "passed");
    CHECK(holds("end of year 11 of child is 2031-08-31") == "passed");
    CHECK(holds("start of academic year of plan.date is 2024-09-01") == "passed");
    CHECK(holds("end of academic year of plan.date is 2025-08-31") == "passed");
    CHECK(holds("start of term of plan.date is 2025-01-01") == "passed");
    plan::Plan plan = small_plan();
    plan.child.date_of_birth.set(test::partial("2015"), test::at_block(5)); // either side of 1 September
    CHECK(verdicts(plan, "require start of year 7 of child is 2026-09-01") == "unchecked");
    CHECK(verdicts(plan, "require term of child.date_of_birth is before plan.date") == "unchecked");
}

TEST_CASE("the law in force is that of the audit date, or of the day that the rule names") {
    const plan::Plan plan = small_plan();
    const std::string law = "in force from 1 February 2025\nrequire plan.date is stated";
    CHECK(verdicts(plan, law) == "passed");
    CHECK(verdicts(plan, "judged at plan.date\n" + law) == "not applicable");
    CHECK(verdicts(plan, "judged at plan.date\nin force until 15 January 2025\nrequire plan.date is stated") == "passed");
    CHECK(verdicts(plan, "judged at plan.final_issued\n" + law) == "unchecked");
    CHECK(verdicts(plan, "judged at plan.final_issued\nif not stated skip\n" + law) == "not applicable");
    plan::Plan partial = small_plan();
    partial.date.set(test::partial("2025"), test::at_block(2));
    CHECK(verdicts(partial, "judged at plan.date\n" + law) == "unchecked");
}

TEST_CASE("a transition leaves out the plans that older law still governs") {
    const plan::Plan plan = small_plan();
    const std::string older = " when plan.date is before 1 February 2025 \"the older law governs it\"\nrequire plan.date is missing";
    CHECK(verdicts(plan, "transition" + older) == "not applicable");
    CHECK(verdicts(plan, "transition until 1 June 2025" + older) == "not applicable");
    CHECK(verdicts(plan, "transition until 31 May 2025" + older) == "failed");
    CHECK(verdicts(plan, "transition from 2 June 2025" + older) == "failed");
    CHECK(verdicts(plan, "transition when plan.request is before 1 February 2025 \"older law\"\nrequire plan.date is missing") == "unchecked");
}

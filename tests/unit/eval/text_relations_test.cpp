// Wording in its place: starts and ends, near other words, in one sentence, negated, quoted; stretches of a text as subjects;
// measures of texts; values gathered from several items.
#include "unit/eval/small_plan.hpp"

using namespace ehc;
using test::run_rule;
using test::small_plan;
using test::verdicts;

namespace {

plan::Plan with_provision(const std::string& text) {
    plan::Plan plan = small_plan();
    test::add_provision(plan, 31, "F1", text);
    return plan;
}

std::string verdict_on(const std::string& text, const std::string& condition) {
    return verdicts(with_provision(text), "for each provision in section F\nrequire " + condition,
                    "lexicon staff \"Staff\"\n  \"teacher\", \"assistant\"\nend\nlexicon hours \"Hours\"\n  \"hour(s)\"\nend\n"
                    "pattern hours_of \"Hours\"\n  is number \"hours\"\nend\n");
}

} // namespace

TEST_CASE("a text starts with, ends with or matches wording; signs round it do not count") {
    CHECK(verdict_on("TBC.", "provision.text matches \"TBC\"") == "passed");
    CHECK(verdict_on("TBC by March", "provision.text matches \"TBC\"") == "failed");
    CHECK(verdict_on("- Teacher, daily", "provision.text starts with staff") == "passed");
    CHECK(verdict_on("A teacher, daily", "provision.text starts with staff") == "failed");
    CHECK(verdict_on("A teacher, daily", "provision.text does not start with staff") == "passed");
    CHECK(verdict_on("Daily with a teacher.", "provision.text ends with staff") == "passed");
    CHECK(verdict_on("A teacher, daily.", "provision.text does not end with staff") == "passed");
    CHECK(verdict_on("A teacher, daily.", "provision.text does not match staff") == "passed");
}

TEST_CASE("a phrase in quotes stands wherever a lexicon may") {
    CHECK(verdict_on("Help as required", "provision.text mentions staff, \"as (and when) required\"") == "passed");
    CHECK(verdict_on("Help each day", "provision.text does not mention \"as (and when) required\"") == "passed");
    CHECK(verdict_on("3 hours", "provision.text mentions number") == "passed");
    CHECK(verdict_on("some hours", "provision.text mentions number") == "failed");
}

TEST_CASE("a mention is near other words, within so many of them, or in one sentence or paragraph with them") {
    const std::string two = "A teacher will listen. Support for two hours.\nAn assistant helps.";
    const auto about_hours = [&](const std::string& test) { return verdict_on(two, "some mention of hours in provision.text is " + test); };
    CHECK(about_hours("near staff") == "passed");
    CHECK(about_hours("in the same sentence as staff") == "failed");
    CHECK(about_hours("in the same paragraph as \"teacher\"") == "passed");
    CHECK(about_hours("in the same paragraph as \"assistant\"") == "failed");
    CHECK(about_hours("within 2 words of \"support\"") == "passed");
    CHECK(about_hours("within 1 word of \"support\"") == "failed");
    CHECK(about_hours("not near \"assistant\"") == "passed");
}

TEST_CASE("near is ten words at most") {
    CHECK(verdict_on("Teacher a b c d e f g h i j hours", "some mention of hours in provision.text is near staff") == "passed");
    CHECK(verdict_on("Teacher a b c d e f g h i j k hours", "some mention of hours in provision.text is near staff") == "failed");
    // A hit is not near itself.
    CHECK(verdict_on("Two hours", "some mention of hours in provision.text is near hours") == "failed");
}

TEST_CASE("the dates, numbers, sentences and quotations of a text are subjects") {
    plan::Plan plan = with_provision("Seen on 3 May 2024. Due by June 2026. Cai said \"I like chess\" and \"not maths\".");
    const auto each = [&](const std::string& subject, const std::string& condition) {
        return verdicts(plan, "for each provision in section F\nfor each " + subject + "\nrequire " + condition);
    };
    CHECK(each("date in provision.text", "date.date is before plan.date") == "failed, passed");
    CHECK(each("sentence in provision.text", "words in sentence is at most 5") == "failed, passed 2");
    CHECK(each("quotation in provision.text as said", "said mentions \"chess\"") == "failed, passed");
    CHECK(verdicts(with_provision("2 hours for 1 teacher"), "for each provision in section F\nrequire total of number.number over number in provision.text is 3") == "passed");
    test::put(plan.section(plan::Letter::A).text, 101, "He said \"I want to run\".");
    CHECK(verdicts(plan, "for each quotation in section A\nrequire quotation mentions \"run\"") == "passed");
}

TEST_CASE("evidence of a question is every item that it names") {
    plan::Plan plan = small_plan();
    test::put(plan.section(plan::Letter::A).text, 101, "He said \"I want to run\" and then \"Go away\".");
    const eval::RuleOutcome outcome = run_rule(plan, "ask \"Is this his own voice?\" with every quotation in section A");
    REQUIRE(outcome.questions.size() == 1);
    CHECK(outcome.questions.front().evidence == std::vector<std::string>{"I want to run", "Go away"});
}

TEST_CASE("texts are equal by their words") {
    CHECK(verdict_on("To be: confirmed.", "provision.text is \"to be confirmed\"") == "passed");
    CHECK(verdict_on("To be confirmed now", "provision.text is \"to be confirmed\"") == "failed");
}

TEST_CASE("the share of a text in common with another counts the words of runs of four") {
    CHECK(verdict_on("one two three four five six", "share of provision.text in common with \"zero one two three four nine\" is 67") == "passed");
    CHECK(verdict_on("one two three", "share of provision.text in common with \"one two three four\" is 100%") == "passed");
    CHECK(verdict_on("one two four", "share of provision.text in common with \"one two three four\" is 0%") == "passed");
}

TEST_CASE("sentences are counted, and the reading age of twenty words or more is told") {
    CHECK(verdict_on("One. Two words here.", "sentences in provision.text is 2") == "passed");
    CHECK(verdict_on("Too short.", "reading age of provision.text is at most 12") == "unchecked");
    std::string easy, hard;
    for (int i = 0; i < 8; ++i) {
        easy += "The cat sat on the mat. ";
        hard += "Multidisciplinary professionals systematically facilitate individualised communication interventions, notwithstanding considerable organisational complexity ";
    }
    CHECK(verdict_on(easy, "reading age of provision.text is at most 6") == "passed");
    CHECK(verdict_on(hard, "reading age of provision.text is at least 20") == "passed");
}

TEST_CASE("the first stated, the latest, the greatest and the total of several values") {
    plan::Plan plan = small_plan();
    CHECK(verdicts(plan, "require first stated of plan.amended_final, plan.final_issued, plan.date is plan.date") == "passed");
    CHECK(verdicts(plan, "require first stated of plan.amended_final, plan.final_issued is plan.date") == "unchecked");
    test::add_advice(plan, 51, plan::Role::medical, "2024-10-01");
    test::add_advice(plan, 52, plan::Role::camhs, "2023-10-01");
    test::add_advice(plan, 53, plan::Role::medical, "2022-10-01");
    CHECK(verdicts(plan, "require latest of advice.date over advice in section K is 2024-10-01") == "passed");
    CHECK(verdicts(plan, "require earliest of advice.date over advice in section K where advice.role is camhs is 2023-10-01") == "passed");
    CHECK(verdicts(plan, "let other be latest advice in section K by date where advice.role is not medical\nrequire other.date is 2023-10-01") == "passed");
}

TEST_CASE("the latest item by a date is an item, or missing where there is none") {
    plan::Plan plan = small_plan();
    const std::string rule = "let newest be latest advice in section K by date\nrequire newest.role is medical";
    CHECK(verdicts(plan, rule) == "unchecked");
    CHECK(verdicts(plan, "let newest be latest advice in section K by date\nrequire newest is missing") == "passed");
    test::add_advice(plan, 51, plan::Role::camhs, "2024-10-01");
    test::add_advice(plan, 52, plan::Role::medical, "2024-10-02");
    CHECK(verdicts(plan, rule) == "passed");
    plan.advice.back().date.state = plan::State::unreadable;
    CHECK(verdicts(plan, rule) == "unchecked");
}

TEST_CASE("only is every, and there must be some; shares are of those that there are") {
    plan::Plan plan = small_plan();
    CHECK(verdicts(plan, "require every need in section B such that need.text is stated") == "passed");
    CHECK(verdicts(plan, "require only needs in section B such that need.text is stated") == "failed");
    test::add_need(plan, 21, "B1", "Reading");
    test::add_need(plan, 22, "B2", "Writing");
    test::add_need(plan, 23, "B3", "Spelling");
    test::add_need(plan, 24, "B4", "Number").text = {};
    CHECK(verdicts(plan, "require only needs in section B such that need.text is stated") == "failed");
    CHECK(verdicts(plan, "require at least 75% of needs in section B such that need.text is stated") == "passed");
    CHECK(verdicts(plan, "require more than 75% of needs in section B such that need.text is stated") == "failed");
    CHECK(verdicts(plan, "require fewer than 2 needs in section B such that need.text is missing") == "passed");
    CHECK(verdicts(plan, "require at least 50% of outcomes in section E such that outcome.text is stated") == "unchecked");
}

TEST_CASE("each pair of items is met once where the second stands after the first") {
    plan::Plan plan = small_plan();
    test::add_outcome(plan, 41, "E1", "Cai will read.");
    test::add_outcome(plan, 42, "E2", "Cai will write.");
    test::add_outcome(plan, 43, "E3", "cai will READ!");
    const std::string pairs = "for each outcome in section E\nfor each outcome in section E as other\n  where other is ";
    CHECK(verdicts(plan, pairs + "after outcome\nforbid other.text is outcome.text") == "failed, passed 2");
    CHECK(verdicts(plan, pairs + "not outcome\nforbid other.text is outcome.text") == "failed 2, passed 4");
}

TEST_CASE("a text contains another in a row, or shares a word with it") {
    plan::Plan plan = with_provision("Cai Evans will have help at Fernbank each day.");
    test::put(plan.child.name, 5, "Cai Evans");
    const auto test = [&](const std::string& condition) {
        return verdicts(plan, "for each provision in section F\nrequire " + condition, "lexicon school_words \"Schools\"\n  \"school\"\nend\n");
    };
    CHECK(test("provision.text contains child.name") == "passed");
    CHECK(test("provision.text contains \"Evans Cai\"") == "failed");
    CHECK(test("provision.text does not contain \"each week\", \"daily\"") == "passed");
    CHECK(test("provision.text shares a word with plan.setting") == "passed");
    CHECK(test("\"A new school\" shares a word with plan.setting") == "passed");
    CHECK(test("\"A new school\" shares a word with plan.setting other than school_words") == "failed");
    CHECK(test("provision.text shares no word with \"Tom\"") == "passed");
    CHECK(test("provision.text shares a word with child.known_as, child.name") == "passed"); // one of them is stated
    CHECK(test("provision.text shares a word with child.known_as, plan.setting") == "passed");
    CHECK(test("\"Tom\" shares a word with child.known_as") == "unchecked");
}

TEST_CASE("alike are texts of the same words in any order; a text repeats itself in runs of six words") {
    CHECK(verdict_on("one two three 4", "likeness of provision.text and \"three two one 5\" is 100%") == "passed");
    CHECK(verdict_on("one two", "likeness of provision.text and \"one four\" is 50%") == "passed");
    CHECK(verdict_on("a b c d e f x a b c d e f", "repeated share of provision.text is at least 90%") == "passed");
    CHECK(verdict_on("a b c d e f x", "repeated share of provision.text is 0%") == "passed");
}

TEST_CASE("minutes a week are the lengths of a text times their frequencies") {
    const auto minutes = [&](const std::string& text, const std::string& number) {
        INFO(text);
        return verdict_on(text, "minutes a week in provision.text is " + number);
    };
    CHECK(minutes("3 x 30 minutes a week", "90") == "passed");
    CHECK(minutes("A teaching assistant, one to one, for 30 minutes each school day.", "150") == "passed");
    CHECK(minutes("20 minutes daily", "100") == "passed");
    CHECK(minutes("Two sessions of 45 minutes per fortnight", "45") == "passed");
    CHECK(minutes("Half an hour twice a week, and 1 hour 15 minutes weekly.", "135") == "passed");
    CHECK(minutes("Twice weekly sessions of 20 minutes", "40") == "passed");
    CHECK(minutes("One hour each half term", "10") == "passed");
    CHECK(minutes("Support for 30 minutes", "30") == "unchecked");
    CHECK(minutes("Daily support", "30") == "unchecked");
}

TEST_CASE("pupil and NHS numbers carry their check") {
    plan::Plan plan = small_plan();
    const auto valid = [&](const std::string& upn, const std::string& nhs) {
        test::put(plan.child.upn, 5, upn);
        test::put(plan.child.nhs_number, 5, nhs);
        return verdicts(plan, "require child.upn is a valid pupil number and child.nhs_number is a valid NHS number");
    };
    CHECK(valid("H801200001001", "943 476 5919") == "passed");
    CHECK(valid("H801200001002", "943 476 5919") == "failed");
    CHECK(valid("H801200001001", "943 476 5918") == "failed");
    CHECK(valid("H80120000100", "9434765919") == "failed");
    plan.child.upn = {};
    CHECK(verdicts(plan, "require child.upn is a valid pupil number") == "unchecked");
}

TEST_CASE("a lexicon may give its entries meanings of its own; words in capitals are a part of patterns") {
    plan::Plan plan = with_provision("A wheelchair, and a LAPTOP");
    const std::string kinds = "lexicon equipment \"Equipment\"\n  wheelchair: \"wheelchair(s)\", \"power chair\"\n  computer: \"laptop\"\nend\n";
    CHECK(verdicts(plan, "for each mention of equipment in text of section G\nrequire mention.means is computer", kinds) == "not applicable");
    CHECK(verdicts(plan, "for each provision in section F\nfor each mention of equipment in provision.text\nrequire mention.means is computer", kinds) == "failed, passed");
    CHECK(verdicts(plan, "for each provision in section F\nrequire count of mentions of capitals in provision.text is 1") == "passed");
}

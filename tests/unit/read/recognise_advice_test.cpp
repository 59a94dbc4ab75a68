// Section K in all its layouts, sections I and J, and the views of section A.
#include "support/blocks.hpp"
#include "support/catch.hpp"

using namespace ehc;
using namespace ehc::test;

namespace {

const std::string k = "# Section K: Advice and information\n";

// "role category date appended awaited" of each item.
std::vector<std::string> advice(const std::string& notation) {
    std::vector<std::string> items;
    for (const plan::Advice& item : plan_in(k + notation).advice)
        items.push_back(shown(item.role) + " " + shown(item.category) + " " + shown(item.date) + " " + shown(item.appended) + " " + shown(item.awaited));
    return items;
}
plan::Advice only(const std::string& notation) {
    const plan::Plan plan = plan_in(k + notation);
    REQUIRE(plan.advice.size() == 1);
    return plan.advice.front();
}
using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("advice requested, date received, who from, appended", "[recognise][advice]") {
    const Texts items = advice("\n| Advice and information requested: | Date received | Who from | Appended |\n| Parental views | 20/10/2024 | Jane Smith | YES |\n"
                               "| Medical advice | 04/11/2024 | Dr O. Falk, consultant paediatrician | YES |\n| Educational psychologist | 08/11/2024 | Dr J. Kerslake | NO |\n"
                               "| Social care | | | YES/ NO |\n| Advice and information from any other person the local authority thinks appropriate | | | YES/ NO |\n| | | | YES/ NO |");
    CHECK(items == Texts{"parent views 2024-10-20 yes no", "medical medical 2024-11-04 yes no", "educational_psychologist psychology 2024-11-08 no no"});
    const plan::Plan plan = plan_in(k + "\n| Advice and information requested: | Date received | Who from | Appended |\n| Medical advice | 04/11/2024 | Dr O. Falk | YES |");
    CHECK(shown(plan.advice[0].received) == "2024-11-04");
    CHECK(shown(plan.advice[0].author) == "Dr O. Falk");
    CHECK(shown(plan.section(plan::Letter::K).text) == "Medical advice\n04/11/2024\nDr O. Falk\nYES");
}

TEST_CASE("name, title, how contributed, report attached", "[recognise][advice]") {
    const plan::Advice item = only("\n| Name | Title/Service/Organisation | How did they contribute? | Report attached? (Include date of Report) |\n"
                                   "| Dr E. Blythe | Educational psychologist, Marlingshire | Psychological advice | Yes - 17.03.14 |");
    CHECK(shown(item.role) == "educational_psychologist");
    CHECK(shown(item.author) == "Dr E. Blythe");
    CHECK(shown(item.appended) == "yes");
    CHECK(shown(item.date) == "2014-03-17");
    CHECK(shown(item.received) == "missing");
    CHECK(shown(item.text) == "Dr E. Blythe\nEducational psychologist, Marlingshire\nPsychological advice\nYes - 17.03.14");
    CHECK(advice("\n| Name | Title | How did they contribute? | Report attached? (inc. date of report) |\n| J. Bow | Physiotherapist | Report | Yes-24.03.14 |") ==
          Texts{"physiotherapist other_professional 2014-03-24 yes no"});
}

TEST_CASE("numbered categories with documents and dates", "[recognise][advice]") {
    const Texts items = advice("\n| Name of Document and Author | Date Written |\n| 1 Child/young person and parent views | |\n| Parental contribution, Jane Smith | 20 October 2024 |\n| 2 Educational | |\n"
                               "| Report by M. Whitcombe | 28 October 2024 |\n| 5 Psychological | |\n| Advice - Dr J. Kerslake | November 2024 |");
    CHECK(items == Texts{"parent views 2024-10-20 missing no", "education_setting education 2024-10-28 missing no", "educational_psychologist psychology 2024-11 missing no"});
}

TEST_CASE("lists of free text", "[recognise][advice]") {
    CHECK(advice("Speech and language therapy report, J. Abara HCPC, 14 February 2025\nSchool report, 1 October 2024\nThe following advice was taken into account:\nAdvice is held on file.") ==
          Texts{"speech_and_language_therapist other_professional 2025-02-14 missing no", "education_setting education 2024-10-01 missing no"});
    CHECK(advice("Advice is held on file.").empty());
    CHECK(advice("- Educational Psychologist\n- School") == Texts{"educational_psychologist psychology missing missing no", "education_setting education missing missing no"});
    CHECK(advice("Speech therapy report, Ms J. Abara") == Texts{"speech_and_language_therapist other_professional missing missing no"});
    SECTION("with their own numbers") {
        const plan::Plan plan = plan_in(k + "Appendix 1: Parental views, 20 October 2024\nK2. Advice of the head teacher, 28 October 2024\nMedical advice, 4 November 2024");
        REQUIRE(plan.advice.size() == 3);
        CHECK(shown(plan.advice[0].id) == "Appendix 1");
        CHECK(shown(plan.advice[1].id) == "K2");
        CHECK(shown(plan.advice[2].id) == "K3");
    }
    SECTION("with author, title and organisation apart") {
        const plan::Advice item = only("S. Lee, Specialist Teacher, Sensory Support Service, 6 March 2025");
        CHECK(shown(item.author) == "S. Lee");
        CHECK(shown(item.organisation) == "Sensory Support Service");
        CHECK(shown(item.role) == "specialist_teacher");
    }
    SECTION("in one box of a table") { CHECK(advice("\n| School report, 1 October 2024 // Medical advice, 4 November 2024 |").size() == 2); }
    SECTION("under subheads that name the role") {
        CHECK(advice("! Educational psychologist\nDr J. Kerslake, 8 November 2024") == Texts{"educational_psychologist psychology 2024-11-08 missing no"});
    }
    SECTION("rows without heads") { CHECK(advice("\n| Medical advice | Dr O. Falk | 4 November 2024 |\n| Educational psychologist | Dr J. Kerslake | 8 November 2024 |").size() == 2); }
}

TEST_CASE("people who helped to write the plan are advice without dates", "[recognise][advice]") {
    const plan::Plan plan = plan_in("! These people helped me to write this plan\n\n| Name | Role/Service |\n| Jane Smith | Parent |\n| M. Whitcombe | SENCO |");
    REQUIRE(plan.advice.size() == 2);
    CHECK(shown(plan.advice[1].role) == "education_setting");
    CHECK(shown(plan.advice[1].date) == "missing");
}

TEST_CASE("appendix letters in the list of advice are no sections", "[recognise][advice]") {
    const std::string list = "# Section A: Views\nI like trains.\n# Section C: Health needs\nAsthma.\n# Section K: Advice\n\n| Appendix | Advice | Author | Date |\n"
                             "| A | Young person's views | Cai Rees | 20 May 2026 |\n| B | Medical advice | Dr S. Haines | |\n| C | Social care | R. Lindley, social worker | 21 May 2026 |";
    const plan::Plan plan = plan_in(list);
    REQUIRE(plan.advice.size() == 3);
    CHECK(shown(plan.advice[0].role) == "child");
    CHECK(shown(plan.advice[2].id) == "C");
    CHECK(plan.section(plan::Letter::A).occurrences.value == 1);
    CHECK(plan.section(plan::Letter::C).occurrences.value == 1);
}

TEST_CASE("a list of advice may be one sentence", "[recognise][advice]") {
    CHECK(advice("Educational psychologist 2019; college report; speech therapy report, May 2023; parental views.").size() == 4);
    CHECK(advice("School report, 1 October 2024; it was discussed with the family.").size() == 1);
}

TEST_CASE("a report of two authors is advice of both", "[recognise][advice]") {
    const plan::Plan plan = plan_in(k + "\n| Report | Written by | Date |\n| Therapy advice | Lars Hedman, physiotherapist, and Tilly Shore, occupational therapist | 27 April 2026 |");
    REQUIRE(plan.advice.size() == 2);
    CHECK(shown(plan.advice[0].role) == "physiotherapist");
    CHECK(shown(plan.advice[1].role) == "occupational_therapist");
    CHECK(shown(plan.advice[1].date) == "2026-04-27");
}

TEST_CASE("views are the child's whoever wrote them down", "[recognise][advice]") {
    CHECK(shown(only("\n| Advice | Author | Date |\n| Views of Rowan | Gathered by Jan Aldous, teaching assistant | 24 June 2026 |").role) == "child");
    CHECK(shown(only("\n| From | Role | Date |\n| Lily-Mae Osei, with Tess Gray | Child, with play therapist | 9 December 2025 |").role) == "child");
    CHECK(shown(only("\n| From | Role | Date |\n| Tess Gray | Child psychologist | 9 December 2025 |").role) != "child");
    CHECK(shown(only("\n| Advice | Author | Date |\n| Views of Mrs Aldous | By letter | 24 June 2026 |").role) == "parent");
    const plan::Plan plan = plan_in("| Name | Elodie Marchbanks |\n\n" + k + "\n| Advice from | Author | Date |\n| Elodie | Elodie Marchbanks, by email | 1 May 2026 |");
    REQUIRE(plan.advice.size() == 1);
    CHECK(shown(plan.advice[0].role) == "child");
}

TEST_CASE("roles are known by many wordings", "[recognise][advice]") {
    struct Row {
        std::string words;
        std::string role;
        std::string category;
    };
    const Row rows[] = {
        {"EP report", "educational_psychologist", "psychology"},
        {"Principal Educational Psychologist", "educational_psychologist", "psychology"},
        {"SaLT report", "speech_and_language_therapist", "other_professional"},
        {"Paediatric occupational therapist", "occupational_therapist", "other_professional"},
        {"School nurse", "medical", "medical"},
        {"Health visitor", "medical", "medical"},
        {"CAMHS clinician", "camhs", "medical"},
        {"Qualified Teacher of the Deaf", "teacher_of_the_deaf", "education"},
        {"QTVI report", "teacher_of_vision_impairment", "education"},
        {"Vision report, qualified teacher of children with a vision impairment", "teacher_of_vision_impairment", "education"},
        {"Report of the annual review meeting", "education_setting", "education"},
        {"Head teacher", "education_setting", "education"},
        {"Social worker, disabled children's team", "social_care", "social_care"},
        {"Early help assessment", "social_care", "social_care"},
        {"Careers adviser", "careers_adviser", "preparation_for_adulthood"},
        {"Portage home visitor", "specialist_teacher", "other_professional"},
        {"Views of the young person", "child", "views"},
        {"Mother's views", "parent", "views"},
        {"Habilitation specialist", "other", "other_professional"},
    };
    for (const Row& row : rows) {
        INFO(row.words);
        const plan::Advice item = only("- " + row.words + ", 1 October 2024");
        CHECK(shown(item.role) == row.role);
        CHECK(shown(item.category) == row.category);
    }
    CHECK(shown(only("\n| Advice | Author and role | Date |\n| Views of the young person | Rosa, with her tutor | 4 November 2024 |").category) == "views");
}

TEST_CASE("advice that is still to come", "[recognise][advice]") {
    const auto waits = [](const std::string& words) { return shown(only("- Social care advice: " + words).awaited); };
    for (const std::string words : {"awaiting response", "to follow", "not received", "not yet received", "chased 3 March 2025", "pending", "requested 4 January 2025"}) {
        INFO(words);
        CHECK(waits(words) == "yes");
    }
    CHECK(waits("received 3 March 2025, no needs identified") == "no");
    CHECK(waits("requested 4 January 2025, received 3 March 2025") == "no");
    CHECK(shown(only("- Social care advice: requested 4 January 2025, received 3 March 2025").received) == "2025-03-03");
    CHECK(shown(only("- Social care advice: requested 4 January 2025, received 3 March 2025").requested) == "2025-01-04");
    CHECK(shown(only("\n| Advice | Date requested | Date received |\n| Social care advice from T. Brodie | 4 January 2025 | 3 March 2025 |").requested) == "2025-01-04");
    CHECK(advice("\n| Advice | Date requested | Date received |\n| Social care advice from T. Brodie | 4 January 2025 | |") == Texts{"social_care social_care missing missing yes"});
}

TEST_CASE("a note that advice is still sufficient is kept", "[recognise][advice]") {
    CHECK(only("- Educational psychologist, 7 October 2019. Author, authority and family agreed on 2 May 2025 that it is still sufficient.").sufficiency_note.stated());
    CHECK_FALSE(only("- Educational psychologist, 7 October 2019").sufficiency_note.stated());
}

TEST_CASE("section I names an institution, a type, or neither", "[recognise][placement]") {
    const auto placed = [](const std::string& text) {
        const plan::Plan plan = plan_in("# Section I: Placement\n" + text);
        return shown(plan.placement.name) + " / " + shown(plan.placement.type) + " / " + shown(plan.placement.start);
    };
    CHECK(placed("\n| Name | Lowther Academy |\n| Type | Mainstream secondary academy |") == "Lowther Academy / mainstream_academy / missing");
    CHECK(placed("Lowther Academy, mainstream secondary academy, from 1 September 2025") == "Lowther Academy / mainstream_academy / 2025-09-01");
    CHECK(placed("Lowther Academy (mainstream secondary academy).") == "Lowther Academy / mainstream_academy / missing");
    CHECK(placed("A maintained special school") == "missing / maintained_special_school / missing");
    CHECK(placed("A maintained special school, to be named.") == "missing / maintained_special_school / missing");
    CHECK(placed("Willowmere School") == "Willowmere School / missing / missing");
    CHECK(placed("Name: Willowmere School\nType: Maintained special school\nStart date: 1 September 2025") == "Willowmere School / maintained_special_school / 2025-09-01");
    CHECK(placed("\n| Name of school | Type of school |\n| Willowmere School | Non-maintained special school |") == "Willowmere School / non_maintained_special_school / missing");
    CHECK(placed("\n| Name of school | |\n| Type of school | |") == "blank / blank / missing");
    CHECK(placed("\n| Name | {{ school }} |\n| Type | {{ type }} |") == "placeholder / placeholder / missing");
    CHECK(placed("\n| Name | |\n| Type | A mainstream secondary school |") == "blank / mainstream_school / missing");
    CHECK(placed("Maya will attend Fernbank School, a maintained mainstream school.") == "Fernbank School / mainstream_school / missing");
    for (const std::string none : {"To be confirmed", "See letter", "Parental preference", "Consultation ongoing", "TBC", "As discussed with the family.", "Parental preference: consultation continuing.", "Left blank; see Section F."}) {
        INFO(none);
        CHECK(placed(none) == "missing / missing / missing");
        const bool prompt = none == "TBC" || none == "To be confirmed"; // as forms print them
        CHECK(plan_in("# Section I: Placement\n" + none).placement.text.state == (prompt ? plan::State::placeholder : plan::State::stated));
    }
    CHECK(shown(plan_in("# Section I: Placement\n\n| Name of school | |\n| Type of school | |").placement.text) == "blank");
    SECTION("education otherwise than at school") {
        for (const std::string words : {"Education otherwise than at school.", "EOTAS package under section 61", "Education otherwise than at a school or post-16 institution"}) {
            INFO(words);
            const plan::Plan plan = plan_in("# Section I: Placement\n" + words);
            CHECK(shown(plan.placement.otherwise) == "yes");
            CHECK(shown(plan.placement.name) == "missing");
        }
        CHECK(shown(plan_in("# Section I: Placement\nWillowmere School").placement.otherwise) == "no");
    }
    CHECK(shown(plan_in("# Section I: Placement\n\n| Name | Priory Fields School until July 2025. College to be confirmed from September 2025. |").placement.start) == "2025-09");
    CHECK(placed("Priory Fields School, mainstream academy, until 31 August 2025; Wexcombe College, further education college, from 1 September 2025").ends_with("2025-09-01"));
}

TEST_CASE("section J says whether a direct payment is made", "[recognise][placement]") {
    const auto budget = [](const std::string& text) {
        const plan::Plan plan = plan_in("# Section J: Personal budget\n" + text);
        return shown(plan.budget.direct_payment) + " / " + shown(plan.budget.amount);
    };
    CHECK(budget("A direct payment of \xC2\xA3" "400 a month has been agreed.") == "yes / \xC2\xA3" "400 a month");
    CHECK(budget("No direct payment is made.") == "no / missing");
    CHECK(budget("Not applicable.") == "no / missing");
    CHECK(budget("\n| Details | |\n| Arrangements for direct payment | |") == "missing / missing");
    CHECK(shown(plan_in("# Section J: Personal budget\n\n| Details | |\n| Arrangements for direct payment | |").budget.text) == "blank");
}

TEST_CASE("views have the speaker that the section gives them", "[recognise][views]") {
    const std::string child = "| Name | Maya Smith |\n\n# Section A: Views, interests and aspirations\n";
    const auto speakers = [&](const std::string& text) {
        std::string list;
        for (const plan::View& view : plan_in(child + text).views)
            list += (list.empty() ? "" : " ") + shown(view.speaker);
        return list;
    };
    CHECK(speakers("I like trains.") == "child");
    CHECK(speakers("\"I like trains and I want to drive one.\"") == "child");
    CHECK(speakers("Maya told her teacher that she likes trains.") == "child");
    CHECK(speakers("Mum says that mornings are hard.") == "parent");
    CHECK(speakers("Maya's mother and father say that she is kind.") == "parent");
    CHECK(speakers("Maya has an excellent memory.") == "missing");
    CHECK(speakers("We would like our son to make friends.") == "parent");
    CHECK(speakers("! My views\nTrains and trams.\n! My family's views\nMornings are hard.") == "child parent");
    CHECK(speakers("## Parent/carer views\nMornings are hard.\n## What is important to me\nTrains.") == "parent child");
    CHECK(speakers("## Her parents' views\nMornings are hard.\n## How to talk with Maya\nSay her name first.") == "parent missing");
    CHECK(speakers("\n| My views | Trains and trams. |\n| Views of her parents | Mornings are hard. |") == "child parent");
    CHECK(speakers("! My views\nMaya's mum says that mornings are hard.") == "parent");
    SECTION("guidance and prompts are no views") { CHECK(speakers("Please describe the child's views in their own words.\nWhat makes a good day?\nI like trains.") == "child"); }
}

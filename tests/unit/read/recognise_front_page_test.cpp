// The front page: labels of many councils, dates of the plan and its review, people.
#include "support/blocks.hpp"
#include "support/catch.hpp"

using namespace ehc;
using namespace ehc::test;

TEST_CASE("drafts and finals are dated within a line too", "[recognise][front page]") {
    CHECK(shown(plan_in("Plan reference 1234. Amended final: 12 June 2025").amended_final) == "2025-06-12");
    const plan::Plan plan = plan_in("First plan 3 May 2022, amended final 12 June 2025");
    CHECK(shown(plan.first_final) == "2022-05-03");
    CHECK(shown(plan.amended_final) == "2025-06-12");
    CHECK(shown(plan.date) == "2025-06-12");
    const plan::Plan issued = plan_in("Draft sent 3 May 2025; Final: 12/06/2025");
    CHECK(shown(issued.draft_sent) == "2025-05-03");
    CHECK(shown(issued.final_issued) == "2025-06-12");
    CHECK(shown(plan_in("Version 3 (amended final, 12th June 2025)").amended_final) == "2025-06-12");
    // Words between, so that the day is of something else.
    CHECK_FALSE(plan_in("Final: see the letter of 12 June 2025").final_issued.stated());
}

TEST_CASE("a value stands beside its label, below it, or in its paragraph", "[recognise][front page]") {
    SECTION("in the cell to the right") {
        const plan::Plan plan = plan_in("| Name: | Maya Smith |\n| Date of Birth: | 03/04/2013 |");
        CHECK(shown(plan.child.name) == "Maya Smith");
        CHECK(shown(plan.child.date_of_birth) == "2013-04-03");
        CHECK(plan.child.name.origin.block == 2);
    }
    SECTION("several pairs in a row") {
        const plan::Plan plan = plan_in("| First name | Maya | Surname | Smith |\n| DOB | 03.04.13 | UPN | H801200001001 |");
        CHECK(shown(plan.child.name) == "Maya Smith");
        CHECK(shown(plan.child.date_of_birth) == "2013-04-03");
        CHECK(shown(plan.child.upn) == "H801200001001");
    }
    SECTION("in one paragraph") {
        const plan::Plan plan = plan_in("Date of Birth: 3 April 2013\nName: Maya Smith");
        CHECK(shown(plan.child.date_of_birth) == "2013-04-03");
        CHECK(shown(plan.child.name) == "Maya Smith");
    }
    SECTION("several pairs in one paragraph") {
        const plan::Plan plan = plan_in("Name: Maya Smith DOB: 3 April 2013 UPN: H801200001001");
        CHECK(shown(plan.child.name) == "Maya Smith");
        CHECK(shown(plan.child.date_of_birth) == "2013-04-03");
        CHECK(shown(plan.child.upn) == "H801200001001");
    }
    SECTION("in the row below a row of labels") {
        const plan::Plan plan = plan_in("| Name of child | Date of birth | Year group |\n| Maya Smith | 3 April 2013 | Year 5 |");
        CHECK(shown(plan.child.name) == "Maya Smith");
        CHECK(shown(plan.child.date_of_birth) == "2013-04-03");
        CHECK(shown(plan.child.year_group) == "5");
    }
    SECTION("in the same cell") {
        const plan::Plan plan = plan_in("| Name // Maya Smith | Date of birth: 3 April 2013 |");
        CHECK(shown(plan.child.name) == "Maya Smith");
        CHECK(shown(plan.child.date_of_birth) == "2013-04-03");
    }
    SECTION("under a label in bold") { CHECK(shown(plan_in("! Name:\nMaya Smith").child.name) == "Maya Smith"); }
    SECTION("but a title is no label with its value") {
        CHECK(shown(plan_in("# Child Assessment Report").child.name) == "missing");
        CHECK(shown(plan_in("# Child or Young Person's Personal Details").child.name) == "missing");
        CHECK(shown(plan_in("Name of child Maya Smith").child.name) == "Maya Smith");
    }
    SECTION("after the label without a colon") { CHECK(shown(plan_in("Date of birth 3 April 2013").child.date_of_birth) == "2013-04-03"); }
}

TEST_CASE("labels vary between councils", "[recognise][front page]") {
    const auto name = [](const std::string& label) { return shown(plan_in("| " + label + " | Maya Smith |").child.name); };
    for (const std::string label : {"Name", "Name of child", "Child's name", "Child or young person's name:", "Full name", "My full name is", "Pupil name", "Student", "Child/Young Person"}) {
        INFO(label);
        CHECK(name(label) == "Maya Smith");
    }
    const auto known = [](const std::string& label) { return shown(plan_in("| " + label + " | May |").child.known_as); };
    for (const std::string label : {"Known as", "Preferred name", "I like to be known as", "Likes to be called"}) {
        INFO(label);
        CHECK(known(label) == "May");
    }
    const auto born = [](const std::string& label) { return shown(plan_in("| " + label + " | 3 April 2013 |").child.date_of_birth); };
    for (const std::string label : {"Date of Birth", "DOB", "D.O.B.", "My date of birth", "I was born on", "Date of birth (DOB)"}) {
        INFO(label);
        CHECK(born(label) == "2013-04-03");
    }
    const auto year = [](const std::string& label, const std::string& value) { return shown(plan_in("| " + label + " | " + value + " |").child.year_group); };
    CHECK(year("NC Year", "5") == "5");
    CHECK(year("Year Group", "Year 5") == "5");
    CHECK(year("National Curriculum Year", "Reception") == "0");
    const auto setting = [](const std::string& label) { return shown(plan_in("| " + label + " | Fernbank School |").setting); };
    for (const std::string label : {"Educational setting", "Current school/setting", "Setting/School/College", "Current Setting / School / College", "School", "Name of school",
                                    "Educational Placement named in this EHC Plan"}) {
        INFO(label);
        CHECK(setting(label) == "Fernbank School");
    }
    const auto reference = [](const std::string& label) { return shown(plan_in("| " + label + " | EX-77 |").id); };
    for (const std::string label : {"Plan number", "EHC Plan Ref No", "Document reference"}) {
        INFO(label);
        CHECK(reference(label) == "EX-77");
    }
    const plan::Plan plan = plan_in("| NHS Number (if available) | 943 476 5919 |\n| Home Language | English and Tamil |\n| Pronouns | she/her |\n| Currently a looked after child? | No |");
    CHECK(shown(plan.child.nhs_number) == "943 476 5919");
    CHECK(shown(plan.child.first_language) == "English and Tamil");
    CHECK(shown(plan.child.pronouns) == "she/her");
    CHECK(shown(plan.child.looked_after) == "no");
}

TEST_CASE("a label without a value is blank or a placeholder, and has its place", "[recognise][front page]") {
    const plan::Plan plan = plan_in("| Name | |\n| Date of birth | DD/MM/YYYY |\n| UPN | \xC2\xABUPN\xC2\xBB |\n| NHS number | {{ nhs }} |\n| Year group | {?Choose an item.?} |\n| Looked after? | YES/NO |\n"
                                    "| School | ________ |\n| Known as | [First name] |");
    CHECK(shown(plan.child.name) == "blank");
    CHECK(plan.child.name.origin.block == 1);
    CHECK(shown(plan.child.date_of_birth) == "placeholder");
    CHECK(plan.child.date_of_birth.origin.block == 3);
    CHECK(shown(plan.child.upn) == "placeholder");
    CHECK(shown(plan.child.nhs_number) == "placeholder");
    CHECK(shown(plan.child.year_group) == "placeholder");
    CHECK(shown(plan.child.looked_after) == "placeholder");
    CHECK(shown(plan.setting) == "blank");
    CHECK(shown(plan.child.known_as) == "placeholder");
    CHECK(shown(plan.child.pronouns) == "missing");
    SECTION("and a later label with a value counts") { CHECK(shown(plan_in("| Name | |\n\nName: Maya Smith").child.name) == "Maya Smith"); }
}

TEST_CASE("answers that are no value are answers", "[recognise][front page]") {
    CHECK(shown(plan_in("| School | N/A |").setting) == "N/A");
    CHECK(shown(plan_in("| School | As above |").setting) == "As above");
    CHECK(shown(plan_in("| Name | withheld |").child.name) == "withheld");
}

TEST_CASE("a date that cannot be read says why", "[recognise][front page]") {
    const plan::Plan age = plan_in("| I was born on | 4 years old |");
    CHECK(shown(age.child.date_of_birth) == "unreadable");
    CHECK(age.child.date_of_birth.because == "an age stands where the date of birth should be");
    const plan::Plan none = plan_in("| Date of final plan | 31/04/2025 |");
    CHECK(shown(none.final_issued) == "unreadable");
    CHECK(none.final_issued.because == "there is no such day");
    CHECK(shown(plan_in("| Date of final plan | see letter |").final_issued) == "unreadable");
    CHECK(shown(plan_in("| Date of final plan | N/A |").final_issued) == "missing");
}

TEST_CASE("the date of the plan is that of this version", "[recognise][front page]") {
    const auto date = [](const std::string& notation) { return shown(plan_in(notation).date); };
    CHECK(date("| Date of plan | 1 May 2025 |") == "2025-05-01");
    CHECK(date("| Date of draft EHC Plan | 1 March 2025 |\n| Date of final EHC Plan | 12 May 2025 |") == "2025-05-12");
    CHECK(date("| Date of final plan | 12 May 2022 |\n| Amended with effect from | 3 March 2025 |") == "2025-03-03");
    CHECK(date("| Date of draft EHC Plan | 1 March 2025 |\n| Date of final EHC Plan | |") == "2025-03-01");
    CHECK(date("| Date of Issue of First EHC Plan | 1 March 2018 |\n| Date of this plan | 12 May 2025 |") == "2025-05-12");
    CHECK(date("! Draft amended EHC plan\n\n| Date of final plan | 12 May 2022 |\n| Date of draft amended plan | 1 March 2025 |") == "2025-03-01");
    CHECK(date("! AMENDED FINAL EHC PLAN, version 4, issued 12 May 2025") == "2025-05-12");
    CHECK(date("| Date of plan | |") == "blank");
    CHECK(date("Maya Smith") == "missing");
    const plan::Plan plan = plan_in("| Date of Issue of First EHC Plan | 1 March 2018 |\n| Date of request | 2 September 2024 |\n| Date of decision to assess | 7 October 2024 |\n"
                                    "| Date of amendment notice | 5 January 2025 |");
    CHECK(shown(plan.first_final) == "2018-03-01");
    CHECK(shown(plan.request) == "2024-09-02");
    CHECK(shown(plan.decision_to_assess) == "2024-10-07");
    CHECK(shown(plan.amendment_notice) == "2025-01-05");
}

TEST_CASE("older plans open with a legal sentence", "[recognise][front page]") {
    const plan::Plan plan = plan_in("The following Education, Health and Care Plan, consisting of sections and appendices, is made on 12 May 2015 by Southmere City Council in respect of Maya Smith "
                                    "whose particulars are set out below.");
    CHECK(shown(plan.date) == "2015-05-12");
    CHECK(shown(plan.authority) == "Southmere City Council");
    CHECK(shown(plan.child.name) == "Maya Smith");
}

TEST_CASE("the authority is named in a field, a title or a page header", "[recognise][front page]") {
    CHECK(shown(plan_in("| Local authority | Southmere |").authority) == "Southmere");
    CHECK(shown(plan_in("! Northwick and Thorne Council\nEducation, Health and Care Plan").authority) == "Northwick and Thorne Council");
    CHECK(shown(plan_in("@header Southmere City Council - OFFICIAL SENSITIVE\nName: Maya").authority) == "Southmere City Council");
    CHECK(shown(plan_in("The council was told.").authority) == "missing");
    CHECK(shown(plan_in("! Royal Borough of Linden Heath\nEducation, Health and Care Plan").authority) == "Royal Borough of Linden Heath");
}

TEST_CASE("the next review is a field or a sentence", "[recognise][front page]") {
    const auto next = [](const std::string& notation) { return shown(plan_in(notation).next_review); };
    for (const std::string label : {"Review date", "My Review Date", "Plan review date", "Planned review date", "Scheduled Review Date", "Next planned Annual Review date", "Date this plan will be reviewed by",
                                    "Next review by", "Date by which this plan will be reviewed:", "The council must review this plan before", "Planned date of next review meeting"}) {
        INFO(label);
        // "before" a day leaves the day before it as the last.
        CHECK(next("| " + label + " | 11 May 2026 |") == (label.find("before") == std::string::npos ? "2026-05-11" : "2026-05-10"));
    }
    CHECK(next("This plan will be reviewed by 11 May 2026.") == "2026-05-11");
    CHECK(next("Next review due by 11 May 2026.") == "2026-05-11");
    CHECK(next("# Section F: Special educational provision\nDaily reading.\n# Monitoring\nThis plan will be reviewed by 11 May 2026.") == "2026-05-11");
    CHECK(next("The plan must be reviewed within 12 months of 12 May 2025.") == "2026-05-11");
    CHECK(next("| Date of final plan | 12 May 2025 |\n\nThis plan will be reviewed within twelve months of the date of this plan.") == "2026-05-11");
    CHECK(next("This plan will be reviewed annually.") == "missing");
    CHECK(next("This plan was reviewed on 12 May 2024.") == "missing");
    CHECK(next("| Review report to be sent | 12 May 2024 |") == "missing");
    const plan::Plan plan = plan_in("| Date of last annual review meeting | 6 November 2024 |\n| Date review decision sent | 29 November 2024 |\n| Outcome of review | Amend the plan |");
    CHECK(shown(plan.review.meeting_date) == "2024-11-06");
    CHECK(shown(plan.review.decision_date) == "2024-11-29");
    CHECK(shown(plan.review.decision) == "amend");
}

TEST_CASE("the day of a final plan is not that of its draft", "[recognise][front page]") {
    const plan::Plan plan = plan_in("| Final or Draft Plan? | Final |\n| Date of draft plan | 17 April 2026 |\n| Date of this plan | 22 May 2026 |\n| The people who look after me | Maja Lindqvist (mum) |");
    CHECK(shown(plan.date) == "2026-05-22");
    REQUIRE(plan.parents.size() == 1);
    CHECK(shown(plan_in("Issued as a final plan on 10 April 2026.\n\n| Draft issued | 6 March 2026 |\n").date) == "2026-04-10");
    const plan::Plan amended = plan_in("| Version | Amended final plan (early review) |\n| Decision letter and proposed amendments sent | 5 June 2026 |\n| Date of this plan | 24 July 2026 |");
    CHECK(shown(amended.status) == "amended_final");
    CHECK(shown(amended.amendment_notice) == "2026-06-05");
}

TEST_CASE("a status with a day beside it is that day", "[recognise][front page]") {
    const plan::Plan plan = plan_in("| Draft sent | 16 February 2026 | Final plan | 20 March 2026 |\n| Carers | Ruth Abbey (foster carer) | | |");
    CHECK(shown(plan.draft_sent) == "2026-02-16");
    CHECK(shown(plan.final_issued) == "2026-03-20");
    CHECK(plan.parents.size() == 1);
    CHECK(shown(plan_in("| Final plan | Yes |").final_issued) == "missing");
}

TEST_CASE("parents are people of their own", "[recognise][front page]") {
    const plan::Plan plan = plan_in("| Child's personal details | < | < | < |\n| Name: | Maya Smith | Date of birth: | 3 April 2013 |\n"
                                    "| Main contact: Parent or carer 1 (or young person if they are applying independently) | Jane Smith | Relationship: | Mother |\n"
                                    "| Parent or carer 2: | Omar Smith | Relationship: | Father |\n| Parent or carer first language | English | Email: | x@example.org |");
    REQUIRE(plan.parents.size() == 2);
    CHECK(shown(plan.parents[0].name) == "Jane Smith");
    CHECK(shown(plan.parents[0].relationship) == "Mother");
    CHECK(shown(plan.parents[1].name) == "Omar Smith");
    CHECK(shown(plan.parents[1].relationship) == "Father");
    CHECK(shown(plan.child.name) == "Maya Smith");
    SECTION("under a title of their own") {
        const plan::Plan titled = plan_in("| Name | Maya Smith |\n\n! Person/s with parental responsibility\n\n| Name | Jane Smith |\n| Relationship to child | Mother |");
        CHECK(shown(titled.child.name) == "Maya Smith");
        REQUIRE(titled.parents.size() == 1);
        CHECK(shown(titled.parents[0].name) == "Jane Smith");
    }
}

TEST_CASE("the signature is read in every layout", "[recognise][front page]") {
    const auto signed_by = [](const std::string& notation) {
        const plan::Plan plan = plan_in(notation);
        return shown(plan.signatory.name) + " / " + shown(plan.signatory.role) + " / " + shown(plan.signatory.date);
    };
    CHECK(signed_by("Signed R. Asante, SEND Casework Manager, 12 May 2025") == "R. Asante / SEND Casework Manager / 2025-05-12");
    CHECK(signed_by("| Signed on behalf of Children's Services | R. Asante |\n| Role | SEND Casework Manager |\n| Date | 12 May 2025 |") == "R. Asante / SEND Casework Manager / 2025-05-12");
    CHECK(signed_by("| Local authority officer - name | Local authority officer - signature | Date |\n| R. Asante | R. Asante | 12 May 2025 |") == "R. Asante / missing / 2025-05-12");
    CHECK(signed_by("| Signed for the authority | Print name and title | Date signed |\n| H. Lowe | Hannah Lowe, Head of SEND | 20 March 2026 |") == "Hannah Lowe / Head of SEND / 2026-03-20");
    CHECK(signed_by("Signed on behalf of Children's Services: T. Marchetti\nName and role: Tessa Marchetti, SEND Manager     Date: 22 May 2026") == "Tessa Marchetti / SEND Manager / 2026-05-22");
    CHECK(signed_by("Signed for Cotterdale District Council by Nadia Frost, SEND Lead, on 10 April 2026") == "Nadia Frost / SEND Lead / 2026-04-10");
    CHECK(signed_by("Signed: ____ Date: ____") == "blank / missing / blank");
    CHECK(signed_by("Signed: R. Asante Date: 12 May 2025") == "R. Asante / missing / 2025-05-12");
    CHECK(signed_by("| Signed on behalf of Marrowby County Council | Hilary Penrose, SEND Casework Manager |\n| Date | 25/07/2025 |") == "Hilary Penrose / SEND Casework Manager / 2025-07-25");
    CHECK(signed_by("Signed for the City of Aldwark: Bernard Quill, SEND Lead. Date: 17 March 2025") == "Bernard Quill / SEND Lead / 2025-03-17");
    CHECK(signed_by("Maya uses signed supported English.") == "missing / missing / missing");
}

TEST_CASE("fields of other people are not the child's", "[recognise][front page]") {
    const plan::Plan plan = plan_in("| Name | Maya Smith |\n\n! Professionals involved\n\n| Name | Role |\n| Dr A. Singh | Paediatrician |\n\n| Social worker | T. Brodie |\n| GP | Dr Patel |");
    CHECK(shown(plan.child.name) == "Maya Smith");
    CHECK(plan.parents.empty());
    CHECK(shown(plan.signatory.role) == "missing");
}

TEST_CASE("dates and reasons that the time limits are judged by", "[recognise][front page]") {
    const plan::Plan plan = plan_in("| Name of child | Maya Smith |\n| Age | 9 |\n| Comments by | 15 May 2025 |\n| Exception to the 20 week time limit | The family was abroad for six weeks |\n"
                                    "| Phase transfer date | 1 September 2025 |\n| Date plan transferred from another local authority | 3 March 2025 |");
    CHECK(shown(plan.child.age) == "9");
    CHECK(shown(plan.comments_by) == "2025-05-15");
    CHECK(shown(plan.exception) == "The family was abroad for six weeks");
    CHECK(shown(plan.transfer) == "2025-09-01");
    CHECK(shown(plan.moved_in) == "2025-03-03");
    CHECK(shown(plan_in("| Exception | None |").exception) == "missing");
}

TEST_CASE("a review form tells the authority's decision, and not the meeting's wish, where a box is ticked", "[recognise][review form]") {
    const auto decision = [](const std::string& lines) { return shown(recognised("# Annual Review of EHC Plan\n| Name | Sam Pike |\n| Date of this review | 12/03/2025 |\n" + lines).plan.review.decision); };
    CHECK(decision("# Decision of the local authority\n☐ Maintain the plan ☒ Amend the plan ☐ Cease the plan") == "amend");
    CHECK(decision("The authority has decided to: ☒ maintain ☐ amend ☐ cease") == "maintain");
    CHECK(decision("# Recommendation of the meeting\n☐ Maintain the plan ☒ Amend the plan") == "missing");
    CHECK(decision("# Decision of the local authority\n☒ Maintain the plan ☒ Amend the plan") == "missing");
    CHECK(decision("# Decision of the local authority\n☐ Maintain the plan ☐ Amend the plan") == "missing");
    const plan::Plan form = recognised("# Annual Review of EHC Plan\n| Name | Sam Pike |\n\n|= Name | Role | Advice submitted | Attended |\n| Agata Pike | Mother | Yes | Yes |\n\n# Changes to the draft plan\nFinal changes.").plan;
    CHECK(form.parents.empty());
    CHECK(shown(form.status) == "missing");
    CHECK(shown(form.child.name) == "Sam Pike");
}

TEST_CASE("labels that only look like ones have no values", "[recognise][front_page]") {
    const std::string rest = "\n\n# Section A: Views\nI like trains.\n# Section B: Special educational needs\nAda finds reading hard.\n";
    SECTION("\"Post-16\" is a word and makes nobody an officer") {
        const plan::Plan plan = plan_in("Plans for early years and\nPost-16). They follow the Code.\nName Ada Rowe\nDate of Birth 19/9/11" + rest);
        CHECK(shown(plan.child.name) == "Ada Rowe");
        CHECK(plan.signatory.name.state == plan::State::missing);
    }
    SECTION("a sentence under \"review date\" is no date, and a date under it is") {
        CHECK(plan_in("Next planned review date:\nThese people should be asked to it" + rest).next_review.state == plan::State::blank);
        CHECK(shown(plan_in("Next planned review date:\n4 May 2026" + rest).next_review) == "2026-05-04");
    }
    SECTION("the head of a list in a line names nobody") { CHECK(!plan_in("Name / Role / Service" + rest).child.name.stated()); }
}

TEST_CASE("whose plan it is may stand in its title", "[recognise][front page]") {
    const std::string rest = "\n\n# Section A: Views\nI like trains.\n# Section B: Special educational needs\nKeziah finds reading hard.\n";
    CHECK(shown(plan_in("Keziah Lund\xE2\x80\x99s Final Education, Health and Care Plan" + rest).child.name) == "Keziah Lund");
    CHECK(shown(plan_in("Keziah Lund's EHC Plan" + rest).child.name) == "Keziah Lund");
    CHECK(!plan_in("Your Child's Education, Health and Care Plan" + rest).child.name.stated());
    CHECK(!plan_in("Keziah's EHC Plan" + rest).child.name.stated());
}

TEST_CASE("a blank form's next label is no value of the one above", "[recognise][front page]") {
    const std::string rest = "\n\n# Section A: Views\n[Name]\n# Section B: Special educational needs\n[Name]\n";
    CHECK(plan_in("| Name | | Preferred name | |\n| Date of birth | | | |\n| Sex | | Ethnicity | |" + rest).child.name.state == plan::State::blank);
    CHECK(shown(plan_in("| Name | Date of birth |\n| Ada Rowe | 3 April 2013 |" + rest).child.name) == "Ada Rowe");
}

#include "support/catch.hpp"

#include "read/recognise.hpp"
#include "read/text.hpp"
#include "shown.hpp"

#include <string>

using namespace ehc;
using namespace ehc::read;
using ehc::test::shown;

namespace {

Document saved(std::string_view bytes) {
    auto document = read_text(bytes, "plan.txt", {});
    REQUIRE(document.ok());
    CHECK(test::in_step(*document));
    return *document;
}

plan::Plan plan_in(const Document& document) { return recognise(document, {}).plan; }
plan::Plan plan_in(std::string_view bytes) { return plan_in(saved(bytes)); }

} // namespace

TEST_CASE("labels and values that were saved one a line stand beside each other again", "[read][text][flat]") {
    const std::string front = "Final EHC Plan\nName\nJonah Moss\nRelationship to child\nMother\nDate of birth\n19 July 2017\nUPN\n\nYear group\nYear 3\n";
    CHECK(shown(saved(front)) == "Final EHC Plan\n[1:0,0] Name\n[1:0,1] Jonah Moss\n[1:1,0] Relationship to child\n[1:1,1] Mother\n[1:2,0] Date of birth\n[1:2,1] 19 July 2017\n"
                                 "[1:3,0] UPN\n[1:3,1] \n[1:4,0] Year group\n[1:4,1] Year 3\n");
    const plan::Plan plan = plan_in(front);
    CHECK(plan.child.name.value.value == "Jonah Moss");
    CHECK(plan.child.upn.state == plan::State::blank);
    CHECK(plan.child.year_group.stated());
    // The status is a title over the labels, and no label with "Name" for its value.
    CHECK(plan_in("Amended Final Plan\nName\nJonah Moss\nDate of birth\n19 July 2017\n").child.name.value.value == "Jonah Moss");
    // Heads in a row and their values in the next.
    CHECK(plan_in("EHC Plan\nSection J: Personal budget\nNone.\n\nSigned for the authority\nPrint name\nDate signed\nH. Lowe\nHannah Lowe, Head of SEND\n20/03/2026\n").signatory.date.stated());
}

TEST_CASE("heads of columns and the cells of their rows are a table again", "[read][text][flat]") {
    const Document document = saved("Section F: Special educational provision\nNo\nProvision\nWho\nHow often\nNeeds met\nF1\nDirect speech therapy on understanding, one to one.\nSpeech and language therapist\n"
                                    "40 minutes, 18 times a year\nB1, B2\nF2\nA laptop with word prediction for all writing.\n\nIn every lesson\nB3\n\nAll of it is looked at each term.\n");
    CHECK(shown(document) == "Section F: Special educational provision\n[1:0,0]= !No\n[1:0,1]= !Provision\n[1:0,2]= !Who\n[1:0,3]= !How often\n[1:0,4]= !Needs met\n[1:1,0] F1\n"
                             "[1:1,1] Direct speech therapy on understanding, one to one.\n[1:1,2] Speech and language therapist\n[1:1,3] 40 minutes, 18 times a year\n[1:1,4] B1, B2\n"
                             "[1:2,0] F2\n[1:2,1] A laptop with word prediction for all writing.\n[1:2,2] \n[1:2,3] In every lesson\n[1:2,4] B3\nAll of it is looked at each term.\n");
    const plan::Plan plan = plan_in(document);
    REQUIRE(plan.provisions.size() == 2);
    CHECK(plan.provisions[0].who.value.value == "Speech and language therapist");
    CHECK_FALSE(plan.provisions[1].who.stated());
}

TEST_CASE("columns with section letters part lines that have an order of their own", "[read][text][flat]") {
    const plan::Plan plan = plan_in("EHC Plan\nSections B, E and F\nCommunication and interaction\nB: Special educational needs\nF: Special educational provision\nE: Outcomes\n"
                                            "B1 Dylan misreads faces and tone of voice.\nF1 A speech therapist gives Dylan 30 minutes of therapy weekly.\nF2 A lunch club with three others.\n"
                                            "E1 By July 2027 Dylan will explain what another person may be feeling.\nB2 Dylan speaks very quietly in class.\n\nE2 Dylan will read aloud once a week.\n");
    CHECK(plan.needs.size() == 2);
    CHECK(plan.provisions.size() == 2);
    REQUIRE(plan.outcomes.size() == 2);
    CHECK(plan.outcomes[1].text.value.value.starts_with("Dylan will read aloud"));
    // Sections that hold nothing are no columns.
    const Document empty = saved("EHC Plan\nSection C: Health care needs\nSection D: Social care needs\nSection E: Outcomes\nO1. By July 2027, Bronte will say two-word sentences.\nO2. By July 2027, Bronte will read.\n");
    CHECK(shown(empty).find('[') == std::string::npos);
}

TEST_CASE("a list of advice ends where the plan is signed", "[read][text][flat]") {
    const plan::Plan plan = plan_in("EHC Plan\nSection K: Advice and information\nAdvice\nName and role\nDate\nAttached\nEducation\nV. Castell, class teacher\n12/09/2025\nYes\nSocial care\n"
                                            "D. Achterberg, social worker\n02/10/2025\nYes\n\nSigned for the local authority\nH. Lorrimer\nRole\nSEN Officer\nDate\n24 January 2026\n");
    REQUIRE(plan.advice.size() == 2);
    CHECK(plan.advice[1].date.stated());
    CHECK(plan.signatory.name.value.value == "H. Lorrimer");
    CHECK(plan.signatory.date.stated());
}

TEST_CASE("cells of a print have several lines, with blank ones between cells", "[read][text][flat]") {
    const plan::Plan plan = plan_in("EHC Plan\nSection E: Outcomes\nNo\n\nOutcome\n\nNeeds\n\nO1\n\nBy July 2027, Jonah will follow\nan instruction of three parts.\n\nB1\n\fO2\n\nBy July 2026, Jonah will ask\nanother child to play.\n\nB2, B3\n");
    REQUIRE(plan.outcomes.size() == 2);
    CHECK(plan.outcomes[0].text.value.value == "By July 2027, Jonah will follow an instruction of three parts.");
    CHECK(plan.outcomes[1].text.value.value == "By July 2026, Jonah will ask another child to play.");
}

TEST_CASE("a table whose rows cannot be told apart leaves what is missing unchecked", "[read][text][flat]") {
    const Document document = saved("EHC Plan\nSection F: Special educational provision\nNo\nProvision\nWho\nHow often\nNeeds met\nTherapy for Jonah in school.\nAs agreed.\nTherapist.\nAn hour.\nMore of the same.\n");
    CHECK(document.unread == "the table whose heads begin in line 3 was saved without its rows and columns");
    CHECK(plan_in(document).section(plan::Letter::B).headed.state == plan::State::unreadable);
}

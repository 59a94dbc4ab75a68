// SEN2 person-level returns: what their dates say, and that nobody is named.
#include "read/readers.hpp"
#include "read/recognise.hpp"
#include "support/blocks.hpp"
#include "support/catch.hpp"

using namespace ehc;
using namespace ehc::test;

namespace {

std::string message(const std::string& persons) {
    return "<Message><Header><CollectionDetails><Collection>SEN2</Collection><Year>2025</Year><ReferenceDate>2025-01-16</ReferenceDate></CollectionDetails></Header>\n<Persons>" + persons +
           "</Persons></Message>";
}

read::Recognition recognised_in(const std::string& xml) {
    const Result<read::Document> document = read::read(xml, "return.xml", {}, {});
    REQUIRE(document);
    return read::recognise(*document, {});
}

const std::string named = "<Person><Surname>Quill</Surname><Forename>Ada</Forename><PersonBirthDate>2014-02-03</PersonBirthDate><UPN>X1234567898765</UPN>";

} // namespace

TEST_CASE("a return holds a plan for each request, by its dates", "[sen2]") {
    const read::Recognition found = recognised_in(
        message(named + "\n<Requests><ReceivedDate>2023-11-30</ReceivedDate><RequestOutcomeDate>2023-12-01</RequestOutcomeDate><RequestOutcome>Y</RequestOutcome>"
                        "<Assessment><AssessmentOutcome>Y</AssessmentOutcome><AssessmentOutcomeDate>2024-03-25</AssessmentOutcomeDate><Week20>1</Week20>"
                        "<NamedPlan><StartDate>2024-03-26</StartDate></NamedPlan></Assessment>"
                        "<ActivePlans><LastReview>2025-03-08</LastReview><ReviewOutcome>A</ReviewOutcome><ReviewMeeting>2025-03-01</ReviewMeeting></ActivePlans></Requests></Person>"));
    CHECK(found.kind == plan::Kind::return_);
    REQUIRE(found.people.size() == 1);
    const plan::Plan& person = found.people[0];
    CHECK(shown(person.id) == "person 1");
    CHECK(shown(person.request) == "2023-11-30");
    CHECK(shown(person.decision_to_assess) == "2023-12-01");
    CHECK(shown(person.first_final) == "2024-03-25");
    CHECK(shown(person.date) == "2024-03-26");
    CHECK(shown(person.status) == "final");
    CHECK(shown(person.review.meeting_date) == "2025-03-01");
    CHECK(shown(person.review.decision_date) == "2025-03-08");
    CHECK(shown(person.review.decision) == "amend");
    CHECK(person.exception.stated());
    CHECK(shown(person.amendment_notice) == "unreadable"); // returns before 2025 do not tell
    CHECK(person.origin.line == 3);
    CHECK(person.origin.column == 1);
}

TEST_CASE("a return of 2025 tells when amendments were sent", "[sen2]") {
    const auto sent = [](const std::string& draft) {
        return shown(recognised_in(message(named + "<Requests><ReceivedDate>2023-11-30</ReceivedDate><ActivePlans><ReviewOutcome>A</ReviewOutcome>" + draft + "</ActivePlans></Requests></Person>"))
                         .people.at(0)
                         .amendment_notice);
    };
    CHECK(sent("<ReviewDraft>2025-03-08</ReviewDraft>") == "2025-03-08");
    CHECK(sent("<ReviewDraft/>") == "blank");
}

TEST_CASE("names and numbers of people are not taken in", "[sen2]") {
    const read::Recognition found = recognised_in(message(named + "<Requests><ReceivedDate>2023-11-30</ReceivedDate></Requests></Person>"));
    REQUIRE(found.people.size() == 1);
    CHECK(shown(found.people[0].child.name) == "missing");
    CHECK(shown(found.people[0].child.upn) == "missing");
    CHECK(found.why.find("Quill") == std::string::npos);
}

TEST_CASE("a refused request, a plan that has ended and a date that is none", "[sen2]") {
    const read::Recognition found = recognised_in(
        message(named + "<Requests><ReceivedDate>2023-08-31</ReceivedDate><RequestOutcomeDate>2023-12-01</RequestOutcomeDate><RequestOutcome>N</RequestOutcome></Requests>"
                        "<Requests><ReceivedDate>last week</ReceivedDate><RequestOutcome>A</RequestOutcome></Requests></Person>"
                        "<person><requests><receiveddate>2020-01-01</receiveddate><assessment><namedplan><startdate>2020-05-01</startdate><ceasedate>2024-01-01</ceasedate></namedplan></assessment>"
                        "</requests></person>"));
    REQUIRE(found.people.size() == 2);
    CHECK(shown(found.people[0].decision_to_assess) == "2023-12-01");
    CHECK(shown(found.people[0].status) == "missing");
    CHECK(shown(found.people[1].request) == "unreadable");
    CHECK(shown(found.people[1].id) == "person 1");
}

TEST_CASE("other returns stay what they are", "[sen2]") {
    std::string cin = message("<Person/>");
    cin.replace(cin.find("SEN2"), 4, "CIN");
    const read::Recognition found = recognised_in(cin);
    CHECK(found.kind == plan::Kind::other);
    CHECK(found.people.empty());
}

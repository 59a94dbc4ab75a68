#include "support/catch.hpp"

#include "read/json.hpp"
#include "read/json_source.hpp"
#include "read/readers.hpp"
#include "read/recognise.hpp"
#include "shown.hpp"

#include <string>

using namespace ehc;
using namespace ehc::read;
using ehc::test::place_of;
using ehc::test::shown;

namespace {

Document json(std::string_view bytes, const Limits& limits = {}) {
    auto document = read_json(bytes, "plan.json", limits);
    REQUIRE(document.ok());
    CHECK(test::in_step(*document));
    return *document;
}

std::string refusal(std::string_view bytes, const Limits& limits = {}) {
    const auto document = read_json(bytes, "plan.json", limits);
    return document ? "read" : document.error().line();
}

std::string in_brackets(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

} // namespace

TEST_CASE("a plan's parts become headings, its details labels, its records rows", "[read][json]") {
    const Document document = json(R"({"plan": {"child_name": "Cai", "known_as": "", "looked_after": false,
        "sectionA": {"childViews": "I like trains.\nI like maps."},
        "section_h_1": null,
        "sectionE": [{"id": "O1", "target": "Cai reads."}, {"id": "O2", "steps": ["one", "two"]}],
        "sectionJ": "None."}})");
    CHECK(shown(document) == "[1:0,0] Child name\n[1:0,1] Cai\n[1:1,0] Known as\n[1:1,1] \n[1:2,0] Looked after\n[1:2,1] No\n"
                             "#1 Section A\n#2 Child Views\nI like trains.\nI like maps.\n#1 Section H1\n#1 Section E\n"
                             "[2:0,0]= Id\n[2:0,1]= Target\n[2:0,2]= Steps\n[2:1,0] O1\n[2:1,1] Cai reads.\n[2:1,2] \n[2:2,0] O2\n[2:2,1] \n[2:2,2] one\n[2:2,2] two\n"
                             "#1 Section J\nNone.\n");
}

TEST_CASE("every word of JSON has its line and column, behind escapes as before them", "[read][json]") {
    const Document document = json("{\"sectionA\":\r\n  \"caf\\u00e9 \\\"old\\\" \\ud83d\\ude82 train\",\n \"sectionB\": \"é new\\nline two\"}");
    CHECK(place_of(document, "Section A") == "1:3");
    CHECK(place_of(document, "caf") == "2:4");
    CHECK(place_of(document, "old") == "2:16");
    CHECK(place_of(document, "train") == "2:35");
    CHECK(place_of(document, "new") == "3:17");
    CHECK(place_of(document, "line two") == "3:22");
}

TEST_CASE("arrays that run side by side are rows, nulls and all", "[read][json]") {
    const Document document = json(R"({"Cognition_and_Learning": {"Needs": ["Cai cannot read."],
        "Provision": ["Reading", "Spelling"], "By_Whom": ["Teacher", null], "Frequency": ["daily", "weekly"]},
        "Advice_Giver": {"Name": "L. Fenn", "Role": "Psychologist", "Date": "2024-12-02T10:00:00Z"}})");
    CHECK(shown(document) == "#1 Cognition and Learning\n#2 Needs\n- Cai cannot read.\n"
                             "[1:0,0]= Provision\n[1:0,1]= By Whom\n[1:0,2]= Frequency\n[1:1,0] Reading\n[1:1,1] Teacher\n[1:1,2] daily\n[1:2,0] Spelling\n[1:2,1] \n[1:2,2] weekly\n"
                             "#1 Advice Giver\n[2:0,0] Advice Giver Name\n[2:0,1] L. Fenn\n[2:1,0] Advice Giver Role\n[2:1,1] Psychologist\n[2:2,0] Advice Giver Date\n[2:2,1] 2024-12-02\n");
    REQUIRE(document.told);
    const Recognition recognised = recognise(document, {});
    CHECK(recognised.kind == plan::Kind::advice);
    REQUIRE(recognised.plan.provisions.size() == 2);
    CHECK(recognised.plan.provisions[0].who.value.value == "Teacher");
    CHECK(recognised.plan.provisions[1].frequency.value.value == "weekly");
}

TEST_CASE("sections are known by title, by letter in a list, and inside an envelope", "[read][json]") {
    const auto letters = [](std::string_view bytes) {
        std::string found;
        const Recognition recognised = recognise(json(bytes), {});
        for (const plan::Section& section : recognised.plan.sections)
            if (section.text.stated())
                found += std::string(plan::name_of(section.letter.value)) + "=" + section.text.value.value + ";";
        return found;
    };
    CHECK(letters(R"({"views": "I like trains.", "needs": "", "outcomes": ["Cai reads."], "educational_provision": ["Reading daily."], "health_provision": "None.",
        "personal_budget": "None.", "advice": "None yet."})") == "A=I like trains.;E=Cai reads.;F=Reading daily.;G=None.;J=None.;K=None yet.;");
    CHECK(letters(R"({"data": {"sections": {"A": "I like trains.", "h2": "Short breaks."}}})") == "A=I like trains.;H2=Short breaks.;");
    CHECK(letters(R"({"sections": [{"code": "B", "title": "Needs", "content": [{"text": "Cai cannot read."}]}, {"code": "G", "content": "None."}]})") ==
          "B=Cai cannot read.;G=None.;");
}

TEST_CASE("text that is a page in itself is read as one", "[read][json]") {
    const Document document = json(R"({"sectionF": "<p>Therapy <b>weekly</b> &amp; more.</p><ul><li>30 minutes</li></ul>"})");
    CHECK(shown(document) == "#1 Section F\nTherapy weekly & more.\n- 30 minutes\n");
    CHECK(document.notes == std::vector<std::string>{"1 text is marked up as a web page, and read as such"});
    CHECK(place_of(document, "weekly") == "1:23");
}

TEST_CASE("a case system's record is judged by its dates", "[read][json]") {
    const Document document = json(R"([{"child": "Cai Rowe", "EHCP": {"EHCP_Request_Date": "2024-01-10", "Assessment": {"EHCP_Assessment_Outcome_Date": "2024-09-30", "EHCP_Assessment_Outcome": "Y"},
        "Named_Plan": [{"Named_Plan_Start_Date": "2024-09-30"}, {"Named_Plan_Start_Date": "soon"}]}}, {"EHCP": {"EHCP_Request_Date": "", "Next_Review_Date": "2025-05-01", "Last_Review": {"Meeting_Date": "2024-04-02"}}}])");
    CHECK(document.kind == plan::Kind::return_);
    REQUIRE(document.people.size() == 2);
    CHECK(document.people[0].request.value.iso() == "2024-01-10");
    CHECK(document.people[0].final_issued.value.iso() == "2024-09-30");
    CHECK(document.people[0].date.state == plan::State::unreadable);
    CHECK(document.people[1].request.state == plan::State::blank);
    CHECK(document.people[1].next_review.value.iso() == "2025-05-01");
    CHECK(document.people[1].review.meeting_date.value.iso() == "2024-04-02");
    CHECK(document.people[1].final_issued.state == plan::State::missing);
    CHECK(document.blocks.empty());
    CHECK(document.recognised_as == "a case system's record of 2 plans' dates (JSON)");
}

TEST_CASE("JSON of another kind is named, and no plan", "[read][json]") {
    const auto named = [](std::string_view bytes) {
        const Document document = json(bytes);
        CHECK(document.kind == plan::Kind::other);
        return document.recognised_as;
    };
    CHECK(named(R"({"resourceType": "CarePlan", "sectionA": 1, "sectionB": 2})") == "a health record's resource (FHIR, JSON), not an EHC plan");
    CHECK(named(R"({"$schema": "x", "properties": {"sectionA": {}}})") == "a JSON schema, not a plan");
    CHECK(named(R"({"schema": "ehcaudit-report/1"})") == "a report of ehcaudit (JSON), not a plan");
    CHECK(named(R"({"goals": [], "outcomes": "x"})").starts_with("JSON of a shape that is not known"));
    CHECK(named("[1, 2]") == "a JSON list, not a plan");
    CHECK(named("{}").starts_with("JSON of a shape that is not known"));
    CHECK(named(R"([{"sectionA": "x"}, {"sectionA": "y"}])") == "a JSON list of 2 plans: give each in a file of its own");
}

TEST_CASE("JSON that is broken, too deep or too much is refused with its place", "[read][json]") {
    CHECK(refusal("{\"a\": [1, 2\n") == "plan.json:2:1: this JSON ends before it is complete; export or copy it again, it may have been cut short");
    CHECK(refusal("{\"a\": 1,\n  b: 2}").starts_with("plan.json:2:3: this is not JSON from here on; "));
    CHECK(refusal("{} x").starts_with("plan.json:1:4: this is not JSON from here on; "));
    CHECK(refusal("{\"a\": \"\\ud83d\"}").starts_with("plan.json:1:"));
    CHECK(refusal(in_brackets(256)) == "read");
    CHECK(refusal(in_brackets(257)).find("more than 256 deep") != std::string::npos);
    CHECK(refusal(std::string(100'000, '[')).find("more than 256 deep") != std::string::npos);
    std::string objects;
    for (int i = 0; i < 100'000; ++i)
        objects += "{\"a\":";
    CHECK(refusal(objects).find("more than 256 deep") != std::string::npos);
    Limits few;
    few.json_values = 3;
    CHECK(refusal("[1, 2]", few) == "read");
    CHECK(refusal("[1, 2, 3]", few).starts_with("plan.json: this JSON holds more than 3 values"));
    few = {};
    few.blocks = 3;
    CHECK(refusal(R"({"sectionA": "a\nb\nc\nd"})", few).starts_with("plan.json: the document has more than 3 paragraphs"));
}

TEST_CASE("JSON cut off anywhere is an error, and never half a plan", "[read][json]") {
    const std::string whole = R"({"sectionA": {"views": "I like \u00e9 trains."}, "sectionE": [{"id": "O1", "n": -1.5e3, "x": [true, null]}]})";
    REQUIRE(refusal(whole) == "read");
    for (std::size_t size = 0; size < whole.size(); ++size)
        CHECK(refusal(whole.substr(0, size)) != "read");
}

TEST_CASE("JSON of two bytes a character is JSON", "[read][json]") {
    std::string wide = "\xFF\xFE";
    for (const char c : std::string_view(R"({"sectionA": "I like trains."})")) {
        wide += c;
        wide += '\0';
    }
    const auto document = read::read(wide, "plan.json", {});
    REQUIRE(document.ok());
    CHECK(document->format == "json");
    CHECK(shown(*document) == "#1 Section A\nI like trains.\n");
}

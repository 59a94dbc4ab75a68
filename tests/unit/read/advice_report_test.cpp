// Advice reports as inputs of their own, and which plan they belong to.
#include "read/advice_report.hpp"
#include "support/blocks.hpp"
#include "support/catch.hpp"

using namespace ehc;
using namespace ehc::test;

namespace {

std::optional<read::AdviceReport> report_in(const std::string& notation) { return read::read_advice_report(blocks(notation), {}); }

const std::string therapy = "# Speech and Language Therapy Report\n| Name | Sam Pike |\n| Date of birth | 2 February 2010 |\n| Report author | Lena Ross, HCPC SL12345 |\n"
                            "| Date of report | 14 February 2025 |\n# Assessment\nSam was seen at school on 3 February 2025.\n# Recommendations\n- Therapy of 45 minutes each week\n- A quiet room\n";

} // namespace

TEST_CASE("a report says who wrote it, when, about whom, and what it recommends", "[advice report]") {
    const auto found = report_in(therapy);
    REQUIRE(found);
    CHECK(shown(found->report.role) == "speech_and_language_therapist");
    CHECK(shown(found->report.author).find("Lena Ross") == 0);
    CHECK(shown(found->report.date) == "2025-02-14");
    CHECK(shown(found->report.title) == "Speech and Language Therapy Report");
    CHECK(shown(found->child) == "Sam Pike");
    CHECK(shown(found->born) == "2010-02-02");
    REQUIRE(found->recommendations.size() == 2);
    CHECK(found->recommendations[0].value == "Therapy of 45 minutes each week");
}

TEST_CASE("a plan or a letter is no advice report", "[advice report]") {
    CHECK(!report_in("Dear parents, the school is closed on Monday."));
    CHECK(!report_in("# Section A: Views\nA.\n# Section B: Needs\nB.\n# Section C: Health needs\nC.\n# Section D: Social care needs\nD.\n# Section E: Outcomes\nE.\n"
                     "# Section F: Special educational provision\nF.\n# Section I: Placement\nA school."));
}

TEST_CASE("reports go to the plan of the child they are about", "[advice report]") {
    const auto found = report_in(therapy);
    REQUIRE(found);
    struct Row {
        std::string front;
        std::size_t reports;
    };
    const Row rows[] = {{"| Name | Sam Pike |", 1},
                        {"| Name | Sam John Pike |", 1},
                        {"| Name | Ella Voss |", 0},
                        {"| Name | Ella Voss |\n| Date of birth | 2 February 2010 |", 1}, // the birth date decides
                        {"| Name | Sam Pike |\n| Date of birth | 3 February 2010 |", 0},
                        {"An EHC plan", 1}};
    for (const Row& row : rows) {
        INFO(row.front);
        plan::Plan plan = plan_in(row.front + "\n# Section F: Special educational provision\nReading.\n# Section K: Advice and information\nSchool report, 1 May 2024");
        CHECK(shown(plan.reports_given) == "missing");
        read::give_reports({*found}, plan);
        CHECK(shown(plan.reports_given) == "yes");
        CHECK(plan.reports.size() == row.reports);
        CHECK(plan.recommendations.size() == row.reports * 2);
        for (const plan::Recommendation& recommendation : plan.recommendations)
            CHECK(recommendation.text.origin.block == plan.section(plan::Letter::F).origin.block); // it has no place in the plan itself
    }
}

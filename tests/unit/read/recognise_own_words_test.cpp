// Headings and labels that a council adds in its profile.
#include "support/blocks.hpp"
#include "support/catch.hpp"

#include "read/own_words.hpp"

using namespace ehc;
using namespace ehc::test;
using plan::Letter;

namespace {

plan::Plan read_with(const std::string& notation, const read::OwnWords& own) {
    read::RecogniseOptions options;
    options.kind = plan::Kind::plan;
    options.own = own;
    return recognised(notation, options).plan;
}

} // namespace

TEST_CASE("a heading of a council's own names its section", "[recognise][own]") {
    const read::OwnWords own{{{Letter::B, "My extra needs"}, {Letter::F, "What everybody will do for me"}}, {}};
    const std::string heads[] = {"# My extra needs", "MY EXTRA NEEDS", "My extra needs", "2. My extra needs:", "# B: My extra needs"};
    for (const std::string& head : heads) {
        INFO(head);
        const std::string notation = head + "\nMaya finds reading hard.\n# What everybody will do for me\nDaily reading.";
        const plan::Plan plan = read_with(notation, own);
        CHECK(shown(plan.section(Letter::B).text) == "Maya finds reading hard.");
        CHECK(shown(plan.section(Letter::F).text) == "Daily reading.");
    }
    CHECK(shown(plan_in("# My extra needs\nMaya finds reading hard.").section(Letter::B).text) == "missing");
    // Only the whole heading counts.
    CHECK(shown(read_with("# My extra needs and wishes\nMaya finds reading hard.", own).section(Letter::B).text) == "missing");
}

TEST_CASE("a label of a council's own asks for its field", "[recognise][own]") {
    const read::OwnWords own{{}, {{"date_of_plan", "Plan agreed on"}, {"name", "This is all about"}}};
    const plan::Plan plan = read_with("| Plan agreed on | 3 April 2025 |\n| This is all about | Maya Smith |", own);
    CHECK(shown(plan.date) == "2025-04-03");
    CHECK(shown(plan.child.name) == "Maya Smith");
    CHECK(shown(plan_in("| Plan agreed on | 3 April 2025 |").date) == "missing");
}

TEST_CASE("fields of labels are known by name", "[recognise][own]") {
    CHECK(read::is_label_field("date_of_plan"));
    CHECK(!read::is_label_field("date of plan"));
    CHECK(!read::label_fields().empty());
}

// Whole plans in the layouts that councils use, each invented, in tests/layouts: NAME.txt is a document in the notation of
// support/blocks.hpp, NAME.read what is to be read in it.
#include "support/blocks.hpp"
#include "support/catch.hpp"
#include "support/golden.hpp"

#include <algorithm>

using namespace ehc;
using namespace ehc::test;

namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
    std::ifstream in(path);
    REQUIRE(in.good());
    return {std::istreambuf_iterator<char>(in), {}};
}

// The first words of a text in one line.
std::string opening(const plan::TextField& field) {
    constexpr std::size_t longest = 48;
    std::string words = shown(field);
    std::replace(words.begin(), words.end(), '\n', '/');
    if (words.size() > longest)
        words = words.substr(0, words.rfind(' ', longest)) + " ...";
    return words;
}

std::string line(const char* what, const std::string& value) { return value == "missing" ? "" : std::string(what) + " " + value + "\n"; }
std::string part(const std::string& value, const char* before) { return value == "missing" ? "" : before + value; }

std::string summary(const read::Recognition& found) {
    const plan::Plan& plan = found.plan;
    std::string text = found.recognised_as + "\n";
    text += line("name", shown(plan.child.name)) + line("known as", shown(plan.child.known_as)) + line("born", shown(plan.child.date_of_birth)) + line("year", shown(plan.child.year_group)) +
            line("UPN", shown(plan.child.upn)) + line("NHS", shown(plan.child.nhs_number)) + line("authority", shown(plan.authority)) + line("id", shown(plan.id)) + line("setting", shown(plan.setting)) +
            line("looked after", shown(plan.child.looked_after)) + line("date", shown(plan.date)) + line("final", shown(plan.final_issued)) + line("draft", shown(plan.draft_sent)) +
            line("first", shown(plan.first_final)) + line("amended", shown(plan.amended_final)) + line("notice", shown(plan.amendment_notice)) + line("next review", shown(plan.next_review)) +
            line("signed", shown(plan.signatory.name)) + line("signed on", shown(plan.signatory.date));
    for (const plan::Parent& parent : plan.parents)
        text += "parent " + shown(parent.name) + part(shown(parent.relationship), ", ") + "\n";
    for (const plan::Section& section : plan.sections) {
        if (!section.headed.value && section.text.state == plan::State::missing)
            continue;
        text += std::string(plan::name_of(section.letter.value)) + (section.headed.value ? "" : " by words") + part(shown(section.merged_with), " with ") + ": " + opening(section.text) + "\n";
    }
    for (const plan::View& view : plan.views)
        text += "view" + part(shown(view.speaker), " of ") + ": " + opening(view.text) + "\n";
    for (const plan::Need& need : plan.needs)
        text += "need " + shown(need.id) + part(shown(need.area), " ") + ": " + opening(need.text) + "\n";
    for (const plan::Outcome& outcome : plan.outcomes)
        text += "outcome " + shown(outcome.id) + part(shown(outcome.target_date), " by ") + part(shown(outcome.needs), " for ") + ": " + opening(outcome.text) + "\n";
    for (const plan::Provision& provision : plan.provisions)
        text += "provision " + shown(provision.id) + part(shown(provision.area), " ") + part(shown(provision.who), " who ") + part(shown(provision.frequency), " how often ") +
                part(shown(provision.needs), " for ") + part(shown(provision.outcomes), " to ") + ": " + opening(provision.text) + "\n";
    for (const plan::Advice& advice : plan.advice)
        text += "advice " + shown(advice.id) + part(shown(advice.role), " ") + part(shown(advice.author), " by ") + part(shown(advice.date), " of ") + (shown(advice.awaited) == "yes" ? " awaited" : "") + ": " +
                opening(advice.text) + "\n";
    text += line("placement", shown(plan.placement.name) == "missing" ? part(shown(plan.placement.type), "") : shown(plan.placement.name) + part(shown(plan.placement.type), ", "));
    return text;
}

} // namespace

TEST_CASE("plans in many layouts are read as they are meant", "[recognise][layouts]") {
    std::size_t read = 0;
    for (const auto& entry : fs::directory_iterator(tests_dir() / "layouts")) {
        if (entry.path().extension() != ".txt")
            continue;
        INFO(entry.path().filename().string());
        const std::string found = summary(recognised(contents(entry.path())));
        check_golden("layouts/" + entry.path().stem().string() + ".read", found);
        ++read;
    }
    CHECK(read >= 20);
}

#include "text/likeness.hpp"

#include "support/catch.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace ehc;
using namespace ehc::text;

namespace {

std::string stems(std::string_view text) {
    std::string all;
    for (const std::string& each : content_stems(Analysis(text)))
        all += (all.empty() ? "" : " ") + each;
    return all;
}

} // namespace

TEST_CASE("forms of one word have one stem") {
    const std::vector<std::vector<const char*>> groups{
        {"read", "reads", "reading", "read's"},
        {"write", "writes", "writing", "written", "wrote"},
        {"therapy", "therapies"},
        {"communicate", "communicates", "communicated", "communicating", "communication", "communications"},
        {"run", "runs", "running", "ran"},
        {"hope", "hopes", "hoped", "hoping"},
        {"hop", "hops", "hopped", "hopping"},
        {"struggle", "struggles", "struggled", "struggling"},
        {"emotion", "emotions"},
        {"emotional", "emotionally"},
        {"independent", "independently"},
        {"improve", "improves", "improved", "improving"},
        {"regulate", "regulates", "regulating", "regulation"},
        {"spell", "spells", "spelling"},
        {"travel", "travels", "travelled", "travelling"},
        {"dress", "dresses", "dressing", "dressed"},
        {"cope", "copes", "coping"},
        {"dance", "dancing"},
        {"nurse", "nurses", "nursing"},
        {"change", "changes", "changing"},
        {"word", "words"},
        {"box", "boxes"},
        {"child", "children"},
        {"swim", "swims", "swimming", "swam"},
        {"motivate", "motivation", "motivating"},
        {"carry", "carries", "carried", "carrying"},
        {"visit", "visits", "visiting", "visited"},
        {"discuss", "discusses", "discussed", "discussing"},
        {"headache", "headaches"},
        {"behaviour", "behaviours", "behavior"},
        {"solve", "solves", "solving"},
        {"play", "plays", "playing", "played"},
        {"focus", "focused", "focusing"},
        {"maths", "mathematics"},
    };
    for (const auto& group : groups)
        for (const char* word : group) {
            CAPTURE(word, group[0]);
            CHECK(stem(word) == stem(group[0]));
        }
}

TEST_CASE("words of different meaning keep their own stems") {
    const std::vector<std::pair<const char*, const char*>> pairs{
        {"hope", "hop"},         {"hoping", "hopping"},   {"station", "state"},     {"evening", "even"},     {"clothing", "cloth"},   {"sing", "s"},         {"string", "str"},
        {"bed", "b"},            {"need", "ne"},          {"feed", "fee"},          {"bus", "bu"},           {"this", "thi"},         {"news", "new"},       {"glasses", "glass"},
        {"physics", "physic"},   {"hardly", "hard"},      {"lately", "late"},       {"family", "fami"},      {"presently", "present"}, {"sibling", "sibl"},  {"building", "build"},
        {"vacation", "vacate"},  {"ration", "rate"},      {"means", "mean"},        {"speech", "speed"},     {"hearing", "heart"},    {"autism", "autistic"}, {"sensory", "sense"},
        {"anxious", "anxiety"},  {"organ", "organise"},   {"univers", "university"}, {"policy", "police"},   {"general", "generous"}, {"filing", "filling"}, {"caring", "car"},
        {"planing", "planning"}, {"staring", "starring"}, {"sacred", "sacr"},       {"wicked", "wick"},      {"left", "leave"},
    };
    for (const auto& [a, b] : pairs) {
        CAPTURE(a, b);
        CHECK(stem(a) != stem(b));
    }
}

TEST_CASE("a stem is its own stem's word at the edges") {
    CHECK(stem("").empty());
    CHECK(stem("a") == "a");
    CHECK(stem("ing") == "ing");
    CHECK(stem("\u043c\u043e\u0441\u043a\u0432\u0430") == "\u043c\u043e\u0441\u043a\u0432\u0430");
    CHECK(stem(std::string(100000, 'y')) == std::string(100000, 'y'));
    CHECK(stem("'s").empty());
}

TEST_CASE("content words leave out what every plan says") {
    CHECK(stems("The child will need support with reading for 30 minutes each week from a teaching assistant.") == "read");
    CHECK(stems("He has difficulty understanding spoken language.") == "languag speak");
    CHECK(stems("Jamie\u2019s speech, and Jamie\u2019s SPEECH; he\u2019ll speak twice a week by July 2026") == "jamie speak speech twice");
    CHECK(stems("Forty-five minutes, three times a term").empty());
    CHECK(stems("").empty());
    CHECK(stems("He doesn't, can't and won't.").empty());
}

TEST_CASE("what need and provision share is counted") {
    const auto need = content_stems(Analysis("Jamie struggles to communicate his feelings and becomes anxious in crowds."));
    const auto provision = content_stems(Analysis("Weekly sessions on communication and naming feelings, one to one."));
    CHECK(shared(need, provision) == 2);
    CHECK(shared(need, need) == need.size());
    CHECK(shared(need, {}) == 0);
    CHECK(shared({}, {}) == 0);
}

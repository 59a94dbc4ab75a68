#include "generate.hpp"

#include <array>
#include <string_view>

namespace ehc::bench {

namespace {

// xorshift64*: the same plans on every machine and library.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 1) {}
    std::uint64_t next() {
        state_ ^= state_ >> 12;
        state_ ^= state_ << 25;
        state_ ^= state_ >> 27;
        return state_ * 0x2545F4914F6CDD1DULL;
    }
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
    template <std::size_t N> std::string_view pick(const std::array<std::string_view, N>& list) { return list[below(N)]; }

  private:
    std::uint64_t state_;
};

constexpr std::array<std::string_view, 40> words{
    "Alex",     "morning", "classroom", "letters",  "number",  "friends", "playground", "picture", "story",    "listen",
    "follow",   "steps",   "sounds",    "phonics",  "reading", "writing", "sentence",   "spoken",  "quiet",    "corner",
    "lunch",    "bus",     "swimming",  "garden",   "paint",   "music",   "computer",   "tablet",  "calm",     "breathing",
    "timetable", "card",   "symbol",    "question", "answer",  "turn",    "game",       "rule",    "homework", "caf\xc3\xa9"};

constexpr std::array<std::string_view, 16> phrases{
    "regular access to a quiet space as and when required",
    "opportunities to practise social skills in a small group",
    "a teaching assistant for 30 minutes each school day",
    "speech and language therapy, 36 sessions of 45 minutes a year",
    "support with transitions as appropriate",
    "reviewed by the occupational therapist each term",
    "in a group of no more than 4",
    "finds it hard to follow instructions in a noisy room",
    "struggles with the \xe2\x80\x9cmiddle\xe2\x80\x9d sounds of longer words",
    "will read 90 words a minute by July 2027",
    "subject to the availability of staff",
    "in 2019 she was supported at School Action Plus",
    "twice a week, 20 minutes, one to one",
    "a high level of adult support",
    "the educational psychologist\xe2\x80\x99s report of 12 March 2024",
    "is not known to social care"};

void sentences(std::string& out, Random& random, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        out += "The pupil ";
        for (std::size_t w = 6 + random.below(8); w > 0; --w) {
            out += random.pick(words);
            out += ' ';
        }
        if (random.below(2) == 0) {
            out += random.pick(phrases);
        } else {
            out += "and ";
            out += random.pick(words);
        }
        out += ". ";
    }
}

std::string plan(Random& random) {
    std::string xml = "<ehc_plan schema=\"1\"><status>final</status><id>BENCH</id><authority>Example Council</authority><date>2025-05-12</date>"
                      "<first_final>2023-03-01</first_final><next_review>2026-05-11</next_review>"
                      "<child><name>Alex Example</name><date_of_birth>2015-03-01</date_of_birth></child>";
    const auto section = [&](std::string_view letter, auto&& fill) {
        xml += "<section letter=\"" + std::string(letter) + "\"><title>Section " + std::string(letter) + "</title>";
        fill();
        xml += "</section>";
    };
    const auto paragraphs = [&](std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            xml += "<p>";
            sentences(xml, random, 4);
            xml += "</p>";
        }
    };
    const auto items = [&](std::string_view element, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            xml += "<" + std::string(element) + "><text>";
            sentences(xml, random, 3);
            xml += "</text></" + std::string(element) + ">";
        }
    };
    section("A", [&] { paragraphs(12); });
    section("B", [&] { items("need", 16); });
    section("C", [&] { paragraphs(3); });
    section("D", [&] { paragraphs(2); });
    section("E", [&] { items("outcome", 12); });
    section("F", [&] { items("provision", 30); });
    section("G", [&] { items("provision", 3); });
    section("H1", [&] { paragraphs(1); });
    section("H2", [&] { paragraphs(1); });
    section("I", [&] { xml += "<placement><text>Fernbank School, maintained mainstream school</text></placement>"; });
    section("K", [&] {
        for (const char* role : {"parent", "education_setting", "educational_psychologist", "medical", "social_care", "speech_and_language_therapist"})
            xml += "<advice role=\"" + std::string(role) + "\"><date>2024-0" + std::to_string(1 + random.below(9)) + "-11</date></advice>";
    });
    return xml + "</ehc_plan>\n";
}

} // namespace

std::vector<std::string> generate_plans(std::size_t count, std::uint64_t seed) {
    Random random(seed);
    std::vector<std::string> plans;
    for (std::size_t i = 0; i < count; ++i)
        plans.push_back(plan(random));
    return plans;
}

} // namespace ehc::bench

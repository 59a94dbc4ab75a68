#include "text/pattern.hpp"

#include "naive_matcher.hpp"
#include "support/catch.hpp"

#include <string>
#include <thread>
#include <vector>

using namespace ehc;
using namespace ehc::text;

namespace {

using Kind = Pattern::Kind;

Pattern of(Kind kind, std::vector<Pattern> parts = {}) {
    Pattern pattern;
    pattern.kind = kind;
    pattern.parts = std::move(parts);
    return pattern;
}

Pattern word(std::string text, Kind kind = Kind::word) {
    Pattern pattern = of(kind);
    pattern.text = std::move(text);
    return pattern;
}

Pattern gap(std::uint32_t count) {
    Pattern pattern = of(Kind::gap);
    pattern.count = count;
    return pattern;
}

Pattern tagged(std::uint32_t tag, std::vector<Pattern> parts) {
    Pattern pattern = of(Kind::tagged, std::move(parts));
    pattern.tag = tag;
    return pattern;
}

Pattern phrase(std::string_view text) {
    auto read = read_phrase(text);
    INFO(text);
    REQUIRE(std::holds_alternative<Pattern>(read));
    return std::get<Pattern>(read);
}

// The words of the original that each match covers, "|" between matches.
std::string found(const Pattern& pattern, std::string_view text) {
    Matcher matcher;
    matcher.add(pattern);
    const Analysis analysis(text);
    std::string all;
    for (const Match& match : matcher.scan(analysis))
        all += (all.empty() ? "" : "|") + std::string(text.substr(match.span.begin, match.span.size()));
    return all;
}

} // namespace

TEST_CASE("phrases match whole words whatever their case, accents, quotes and dashes") {
    CHECK(found(phrase("as required"), "Help AS  required, as\u00a0Required and as-required.") == "AS  required|as\u00a0Required|as-required");
    CHECK(found(phrase("access"), "accessible access accesses") == "access");
    CHECK(found(phrase("cafe"), "the cafe\u0301 and Caf\u00e9") == "cafe\u0301|Caf\u00e9");
    CHECK(found(phrase("child's views"), "the child\u2019s views") == "child\u2019s views");
    CHECK(found(phrase("part time"), "part time, part-time, part\u2013time, part - time, parttime") == "part time|part-time|part\u2013time|part - time");
    CHECK(found(phrase("one-page profile"), "a one page profile, a one-page profile") == "one-page profile");
    CHECK(found(phrase("year 5"), "Year 5, year5, Year\u00a05, Year 55") == "Year 5|year5|Year\u00a05");
    CHECK(found(phrase("eg"), "pets, e.g. dogs, eg cats, i.e. these") == "e.g.|eg");
}

TEST_CASE("no match crosses the end of a sentence or paragraph") {
    CHECK(found(phrase("support needed"), "He has support. Needed daily.").empty());
    CHECK(found(phrase("support needed"), "He has support\nneeded daily.").empty());
    CHECK(found(phrase("reduce ... hours"), "We will reduce. The hours stay.").empty());
    CHECK(found(phrase("reduce ... hours"), "reduce the number of (teaching) hours") == "reduce the number of (teaching) hours");
    CHECK(found(phrase("reduce ... hours"), "reduce one two three four five hours").empty());
    CHECK(found(phrase("reduce ... hours"), "reduce hours") == "reduce hours");
    CHECK(found(phrase("support mr"), "with support Mr. Abara gives") == "support Mr");
    CHECK(found(phrase("error! reference source"), "see Error! Reference source not found.") == "Error! Reference source");
}

TEST_CASE("the longest match at the leftmost place wins, and matches do not overlap") {
    const Pattern ways = of(Kind::either, {phrase("as required"), phrase("as required by"), phrase("required by the school")});
    CHECK(found(ways, "as required by the school as required") == "as required by|as required");
    const Pattern late = of(Kind::either, {of(Kind::sequence, {word("a"), word("a")}), of(Kind::sequence, {word("a"), gap(4), word("b")})});
    CHECK(found(late, "a a w w a w b") == "a a|a w b");
    CHECK(found(phrase("a a"), "a a a a a") == "a a|a a");
}

TEST_CASE("a match carries its first number, date and tag") {
    Matcher matcher;
    const auto amount = matcher.add(of(Kind::sequence, {of(Kind::number), word("x"), of(Kind::number), phrase("min(ute)(s)")}));
    const auto due = matcher.add(of(Kind::sequence, {word("by"), of(Kind::date)}));
    const auto role = matcher.add(of(Kind::either, {tagged(7, {phrase("speech ... therapist")}), tagged(8, {phrase("teacher")})}));
    const std::string text = "Teacher: 3 x forty-five minutes by 12 May 2025 and by June 2026; speech and language therapist.";
    const Analysis analysis(text);
    const auto matches = matcher.scan(analysis);
    REQUIRE(matches.size() == 5);
    CHECK(matches[0].pattern == amount);
    CHECK(matches[0].number == 3.0);
    CHECK(matches[1].pattern == due);
    CHECK(analysis.dates()[matches[1].date.value()].date.iso() == "2025-05-12");
    CHECK(analysis.dates()[matches[2].date.value()].date.iso() == "2026-06");
    CHECK(matches[3].pattern == role);
    CHECK(matches[3].tag == 8U);
    CHECK(matches[4].tag == 7U);
    CHECK_FALSE(matches[4].number);
}

TEST_CASE("numbers are digits and words, as a whole") {
    const Pattern minutes = of(Kind::sequence, {of(Kind::number), phrase("(min|mins|minute|minutes)")});
    CHECK(found(minutes, "30mins, 30-minute, thirty minutes, forty-five minutes, forty five minutes, 2.5 minutes") ==
          "30mins|30-minute|thirty minutes|forty-five minutes|forty five minutes|2.5 minutes");
    CHECK(found(minutes, "twenty five-minute sessions") == "five-minute");
    CHECK(found(of(Kind::sequence, {of(Kind::number), word("hour")}), "half an hour").empty());
    CHECK(found(of(Kind::sequence, {of(Kind::number), of(Kind::optional, {word("an")}), word("hour")}), "half an hour") == "half an hour");
}

TEST_CASE("dashes, marks and capitals are matched where a pattern asks") {
    CHECK(found(of(Kind::sequence, {of(Kind::number), of(Kind::dash), of(Kind::number)}), "9-11 and 9 11 and 20 \u2013 45") == "9-11|20 \u2013 45");
    CHECK(found(phrase("1:1"), "1:1, 1 : 1, 11") == "1:1|1 : 1");
    CHECK(found(phrase("dd/mm/yyyy"), "Date: DD/MM/YYYY") == "DD/MM/YYYY");
    CHECK(found(phrase("[insert"), "[INSERT NAME] [sic]") == "[INSERT");
    CHECK(found(phrase("{{"), "Dear {{child.name}}") == "{{");
    CHECK(found(phrase("____"), "Signed ___________ here") == "___________");
    CHECK(found(phrase("xxx"), "XXXX minutes, an xx chromosome") == "XXXX");
    CHECK(found(phrase("??"), "Name: ???? What?") == "????");
    CHECK(found(phrase("......"), "Name ............") == "............");
    CHECK(found(of(Kind::sequence, {of(Kind::capital), of(Kind::capital)}), "then Jamie Example reads \u00c9mile zola") == "Jamie Example");
    CHECK(found(phrase("\u00abname\u00bb"), "Dear \u00abName\u00bb") == "\u00abName\u00bb");
}

TEST_CASE("prefixes match the words that begin with them") {
    CHECK(found(phrase("struggl*"), "He struggles, is struggling; strugg") == "struggles|struggling");
    CHECK(found(word("re", Kind::prefix), "read an area") == "read");
    CHECK(found(phrase("self-regulat*"), "self-regulation, self regulating") == "self-regulation");
    CHECK(found(of(Kind::either, {word("stru", Kind::prefix), word("strug", Kind::prefix)}), "struggle strum") == "struggle|strum");
}

TEST_CASE("a pattern that may be nothing never matches nothing") {
    CHECK(found(of(Kind::optional, {word("a")}), "b a b") == "a");
    CHECK(found(of(Kind::sequence), "a b").empty());
    CHECK(found(of(Kind::either), "a b").empty());
    CHECK(found(of(Kind::sequence, {of(Kind::either), word("a")}), "a a").empty());
}

TEST_CASE("a scan of nothing finds nothing") {
    Matcher empty;
    CHECK(empty.scan(Analysis("some text")).empty());
    CHECK(empty.patterns() == 0);
    Matcher one;
    one.add(phrase("a b"));
    CHECK(one.scan(Analysis("")).empty());
    CHECK(one.scan(Analysis("...")).empty());
    CHECK(one.patterns() == 1);
    CHECK(one.states() >= 3);
}

TEST_CASE("a pattern nested without end matches nothing and stops nothing") {
    Pattern deep = word("a");
    for (int i = 0; i < 5000; ++i) {
        Pattern outer = of(Kind::sequence);
        outer.parts.push_back(std::move(deep));
        deep = std::move(outer);
    }
    CHECK(found(deep, "a a").empty());
    Pattern wide = of(Kind::sequence, {word("a"), gap(4000000000U), word("b")});
    CHECK(found(wide, "a c d e b") == "a c d e b");
    Pattern doubling = word("a");
    for (int i = 0; i < 60; ++i) {
        Pattern both = of(Kind::either, {of(Kind::optional, {word("a")}), of(Kind::optional, {word("a")})});
        doubling = of(Kind::sequence, {std::move(both), std::move(doubling)});
    }
    CHECK(found(doubling, std::string("a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a")).size() == 59);
}

namespace {

// A small generator, the same on every machine.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed * 2 + 1) {}
    std::uint32_t below(std::uint32_t bound) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::uint32_t>(state_ >> 33) % bound;
    }
    template <std::size_t N> const char* one_of(const char* const (&options)[N]) { return options[below(N)]; }

  private:
    std::uint64_t state_;
};

constexpr const char* vocabulary[] = {"a", "b", "c", "support", "supports", "supporting", "as", "3", "two", "forty"};
constexpr const char* pieces[] = {" ", " ", " ", " ", "-", " - ", ". ", "\n", ", ", " (", ":", "! ", " -- - "};
constexpr const char* specials[] = {"12 May 2025", "June 2024", "forty-five", "Jamie", "Support", "01/02/2024", "12-", "a a a", "(((("};

std::string random_text(Dice& dice) {
    std::string text;
    for (std::uint32_t i = dice.below(30); i-- > 0;) {
        text += dice.below(6) == 0 ? dice.one_of(specials) : dice.one_of(vocabulary);
        text += dice.one_of(pieces);
    }
    return text;
}

Pattern random_pattern(Dice& dice, int depth) {
    const std::uint32_t choice = dice.below(depth > 2 ? 12 : 20);
    const auto parts = [&] {
        std::vector<Pattern> all;
        for (std::uint32_t i = dice.below(4); i-- > 0;)
            all.push_back(random_pattern(dice, depth + 1));
        return all;
    };
    switch (choice) {
    case 6:
        return word(dice.below(2) == 0 ? "sup" : "support", Kind::prefix);
    case 7:
        return of(Kind::number);
    case 8:
        return dice.below(2) == 0 ? of(Kind::date) : of(Kind::any);
    case 9:
        return dice.below(2) == 0 ? of(Kind::dash) : of(Kind::capital);
    case 10:
        return gap(dice.below(4));
    case 11:
        return word(dice.below(2) == 0 ? "," : "!");
    case 12:
    case 13:
    case 14:
        return of(Kind::sequence, parts());
    case 15:
    case 16:
        return of(Kind::either, parts());
    case 17:
    case 18:
        return of(Kind::optional, parts());
    case 19:
        return tagged(dice.below(5), parts());
    default:
        return word(dice.one_of(vocabulary));
    }
}

bool same(const Match& a, const Match& b) {
    return a.pattern == b.pattern && a.first == b.first && a.last == b.last && a.span == b.span && a.number == b.number && a.date == b.date && a.tag == b.tag;
}

std::string shown(const std::vector<Match>& matches) {
    std::string all;
    for (const Match& match : matches)
        all += std::to_string(match.pattern) + ":" + std::to_string(match.first) + "-" + std::to_string(match.last) + "#" + (match.tag ? std::to_string(*match.tag) : "") + "n" +
               (match.number ? std::to_string(*match.number) : "") + "d" + (match.date ? std::to_string(*match.date) : "") + " ";
    return all;
}

} // namespace

TEST_CASE("the automaton and the obvious matcher agree on random patterns and texts") {
    std::size_t matches = 0;
    for (std::uint64_t seed = 0; seed < 4000; ++seed) {
        Dice dice(seed);
        Matcher fast;
        NaiveMatcher slow;
        for (std::uint32_t i = 1 + dice.below(8); i-- > 0;) {
            const Pattern pattern = random_pattern(dice, 0);
            fast.add(pattern);
            slow.add(pattern);
        }
        for (int texts = 0; texts < 3; ++texts) {
            const std::string text = random_text(dice);
            const Analysis analysis(text);
            const auto expected = slow.scan(analysis), actual = fast.scan(analysis);
            matches += expected.size();
            if (expected.size() != actual.size() || !std::equal(expected.begin(), expected.end(), actual.begin(), same)) {
                CAPTURE(seed, text);
                REQUIRE(shown(actual) == shown(expected));
            }
        }
    }
    CHECK(matches > 20000); // the comparison is of something
}

TEST_CASE("threads share a matcher") {
    Matcher matcher;
    matcher.add(phrase("as (and when) required"));
    matcher.add(of(Kind::sequence, {of(Kind::number), phrase("minutes")}));
    std::string text;
    for (int i = 0; i < 200; ++i)
        text += "Help for 20 minutes as and when required. ";
    const Analysis analysis(text);
    std::vector<std::size_t> counts(4);
    {
        std::vector<std::jthread> threads;
        for (std::size_t& count : counts)
            threads.emplace_back([&] { count = matcher.scan(analysis).size(); });
    }
    CHECK(counts == std::vector<std::size_t>(4, 400));
}

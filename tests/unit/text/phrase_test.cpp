#include "text/pattern.hpp"

#include "support/catch.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace ehc;
using namespace ehc::text;

namespace {

// A pattern as text: words as they are, (a|b) either, [a] optional, ..n a gap, w* a prefix, - a dash that must be there.
std::string shown(const Pattern& pattern) {
    using Kind = Pattern::Kind;
    const auto joined = [&](const char* between) {
        std::string all;
        for (const Pattern& part : pattern.parts)
            all += (all.empty() ? "" : between) + shown(part);
        return all;
    };
    switch (pattern.kind) {
    case Kind::word:
        return pattern.text;
    case Kind::prefix:
        return pattern.text + "*";
    case Kind::dash:
        return "-";
    case Kind::gap:
        return ".." + std::to_string(pattern.count);
    case Kind::sequence:
        return joined(" ");
    case Kind::either:
        return "(" + joined("|") + ")";
    case Kind::optional:
        return "[" + joined(" ") + "]";
    default:
        return "?";
    }
}

std::string read(std::string_view phrase) {
    const auto found = read_phrase(phrase);
    if (const auto* fault = std::get_if<PhraseFault>(&found))
        return "fault at `" + std::string(phrase.substr(fault->span.begin, fault->span.size())) + "`: " + fault->what;
    return shown(std::get<Pattern>(found));
}

} // namespace

TEST_CASE("phrases are read as people write them") {
    const std::vector<std::pair<const char*, const char*>> table{
        {"access to", "access to"},
        {"  Access \n to ", "access to"},
        {"as (and when) required", "as [and when] required"},
        {"as(and when) required", "(asand when|as) required"},
        {"regular(ly)", "(regularly|regular)"},
        {"(un)kind", "(unkind|kind)"},
        {"therap(y|ist|ists)", "(therapy|therapist|therapists)"},
        {"(small|big) group", "(small|big) group"},
        {"(small|very big|) group", "[(small|very big)] group"},
        {"(at (the) discretion|if able) of", "(at [the] discretion|if able) of"},
        {"struggl*", "struggl*"},
        {"self-harm*", "self - harm*"},
        {"therap(y|ist)*", "(therapy*|therapist*)"},
        {"reduce ... hours", "reduce ..4 hours"},
        {"reduce \u2026 hours", "reduce ..4 hours"},
        {"reduce...hours", "reduce ..4 hours"},
        {"one-page profile", "one - page profile"},
        {"part\u2013time", "part - time"},
        {"1:1", "1 : 1"},
        {"dd/mm/yyyy", "dd / mm / yyyy"},
        {"[insert", "[ insert"},
        {"{{", "{ {"},
        {"____", "____"},
        {"______________", "____"},
        {"......", "......"},
        {"e.g.", "eg"},
        {"etc.", "etc"},
        {"approx. 5", "approx 5"},
        {"error! reference source", "error ! reference source"},
        {"child\u2019s views", "child's views"},
        {"group(s) of 4", "(groups|group) of 4"},
        {"adult(s)/child(ren)", "(adults / children|adults / child|adult / children|adult / child)"},
        {"KS2", "ks 2"},
        {"6,000", "6,000"},
        {"colo(u)r", "(colour|color)"},
        {"behavio(u)r(al(ly)|s|)", "(behaviourally|behavioural|behaviours|behaviour|behaviorally|behavioral|behaviors|behavior)"},
    };
    for (const auto& [phrase, expected] : table) {
        CAPTURE(phrase);
        CHECK(read(phrase) == expected);
    }
}

TEST_CASE("a phrase that cannot be read says what is wrong, and where") {
    const std::vector<std::pair<std::string, std::string>> table{
        {"", "fault at ``: this phrase is empty; write the words to look for"},
        {"   ", "fault at `   `: this phrase is empty; write the words to look for"},
        {"as (and when required", "fault at `(`: this bracket is not closed; add `)`"},
        {"therap(y|ist", "fault at `(`: this bracket is not closed; add `)`"},
        {"as and) when", "fault at `)`: this bracket closes nothing; take it out or add `(`"},
        {"small|big group", "fault at `|`: `|` stands only inside brackets, as in `(small|big) group`"},
        {"as () required", "fault at `()`: these brackets are empty; write words in them or take them out"},
        {"regular()", "fault at `()`: these brackets are empty; write letters in them or take them out"},
        {"as ( | ) required", "fault at `( | )`: these brackets are empty; write words in them or take them out"},
        {"(and when)", "fault at `(and when)`: every word of this phrase may be left out; take the brackets off at least one"},
        {"st*", "fault at `*`: `*` stands only at the end of a word of at least 3 letters"},
        {"support * hours", "fault at `*`: `*` stands only at the end of a word of at least 3 letters"},
        {"str*gle", "fault at `*`: `*` stands only at the end of a word of at least 3 letters"},
        {"strug**", "fault at `*`: `*` stands only at the end of a word of at least 3 letters"},
        {"year 123*", "fault at `*`: `*` stands only at the end of a word of at least 3 letters"},
        {"abc-*", "fault at `*`: `*` stands only at the end of a word of at least 3 letters"},
        {"... hours", "fault at `...`: `...` must stand between two words"},
        {"reduce ...", "fault at `...`: `...` must stand between two words"},
        {"reduce ... ... hours", "fault at `...`: `...` must stand between two words"},
        {"reduce (... of) hours", "fault at `...`: `...` must stand between two words"},
        {"a(b)(c)(d)(e)(f)(g)(h)", "fault at `a(b)(c)(d)(e)(f)(g)(h)`: the brackets of this word make more than 64 forms; write it as several phrases"},
        {"((((((((((a)))))))))) b", "fault at `(`: brackets stand at most 8 deep; write the phrase as several"},
    };
    for (const auto& [phrase, expected] : table) {
        CAPTURE(phrase);
        CHECK(read(phrase) == expected);
    }
    CHECK(std::get<PhraseFault>(read_phrase("as (and when required")).span == Span{3, 4});
    CHECK(read("a(b)(c)(d)(e)(f)(g)").find("fault") == std::string::npos); // 64 forms are enough
}

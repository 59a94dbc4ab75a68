// What rules/README.md shows is so: every block of rules in it is loaded beside the packs, and its examples hold; every
// condition of its list is one.
#include "audit/examples.hpp"
#include "dsl/format.hpp"
#include "pack/load.hpp"
#include "support/paths.hpp"
#include "support/rule_text.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

using namespace ehc;

namespace {

// The blocks between ```KIND and ```.
std::vector<std::string> blocks(const std::string& kind) {
    std::ifstream in(test::source_dir() / "rules/README.md", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    std::vector<std::string> found;
    const std::string open = "\n```" + kind + "\n";
    for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
        at += open.size();
        found.push_back(text.substr(at, text.find("```", at) - at));
    }
    return found;
}

std::vector<pack::RuleFile> packs_and(const std::string& text) {
    auto files = pack::read_rules((test::source_dir() / "rules").string());
    REQUIRE(files.ok());
    files->push_back({"README.md", text});
    return *files;
}

} // namespace

TEST_CASE("the rules of the README are rules, laid out in the one way, and their examples hold") {
    const auto found = blocks("rules");
    REQUIRE(found.size() >= 4);
    for (const std::string& text : found) {
        INFO(text);
        const compile::Compiled compiled = pack::load({{"README.md", text}}, "0.1.0");
        CHECK(test::shown(compiled.faults) == "");
        CHECK(dsl::format(Source("README.md", text)).text == text);
        std::vector<const compile::Rule*> own;
        for (const compile::Rule& rule : compiled.rules.rules)
            own.push_back(&rule);
        for (const audit::ExampleResult& result : audit::run_examples(compiled.rules, own))
            CHECK(result.what == "");
    }
}

TEST_CASE("what the README changes in the packs is there to be changed, and its examples hold") {
    const auto found = blocks("overlay");
    REQUIRE(found.size() == 1);
    const compile::Compiled compiled = pack::load(packs_and(found.front()), "0.1.0");
    CHECK(test::shown(compiled.faults) == "");
    CHECK(dsl::format(Source("README.md", found.front())).text == found.front());
    const compile::Rule* extended = compiled.rules.find("EHC-F01");
    REQUIRE(extended != nullptr);
    CHECK(extended->severity == finding::Severity::minor);
    for (const audit::ExampleResult& result : audit::run_examples(compiled.rules, {extended}))
        CHECK(result.what == "");
    CHECK(compiled.rules.find("EHC-X01")->left_out != "");
    CHECK(compiled.rules.judgements.back().name == "OurGrade");
}

TEST_CASE("the conditions of the README are conditions of a rule about something") {
    const std::string about[] = {"",
                                 "for each advice in section K\n",
                                 "for each need in section B\n",
                                 "for each outcome in section E\nfor each outcome in section E as other where other is after outcome\n",
                                 "for each provision in section F\n",
                                 "for each provision in section F\nfor each need in section B\n",
                                 "for each outcome in section E\nfor each need in section B\n"};
    const auto found = blocks("conditions");
    REQUIRE(found.size() == 1);
    // One rule a line and subject; a line is good where one of its rules has no fault.
    std::vector<std::string> lines;
    std::istringstream in(found.front());
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    REQUIRE(lines.size() >= 20);
    std::string text = test::pack_text("use lexicons, vocabulary, staleness, provision\n");
    std::vector<std::pair<std::size_t, std::size_t>> owners; // of each rule: where it begins, which line it is for
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (std::size_t kind = 0; kind < std::size(about); ++kind) {
            owners.emplace_back(text.size(), i);
            std::string rule = test::rule_text(about[kind] + "require " + lines[i] + "\nfires on \"a\"\nquiet on \"b\"");
            rule.replace(rule.find("TEST-A01"), 8, "TEST-A" + std::to_string(100 + 10 * i + kind));
            rule.replace(rule.find("test-rule"), 9, "made-" + std::to_string(100 + 10 * i + kind));
            text += rule;
        }
    for (const char* name : {"staff", "hours", "common_words"})
        text += "lexicon " + std::string(name) + " \"Made up\"\n  \"adult\", \"5 hours\"\nend\n";
    const compile::Compiled compiled = pack::load(packs_and(text), "0.1.0");
    std::vector<std::vector<std::string>> faults(lines.size() * std::size(about));
    for (const dsl::Fault& fault : compiled.faults) {
        if (fault.file != "README.md")
            continue;
        const auto after = std::upper_bound(owners.begin(), owners.end(), std::pair<std::size_t, std::size_t>(fault.span.begin, ~std::size_t{0}));
        if (after != owners.begin() && fault.code != "E211")
            faults[static_cast<std::size_t>(after - owners.begin() - 1)].push_back(dsl::show(fault));
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto first = faults.begin() + static_cast<std::ptrdiff_t>(i * std::size(about));
        const bool good = std::any_of(first, first + static_cast<std::ptrdiff_t>(std::size(about)), [](const auto& one) { return one.empty(); });
        INFO(lines[i] << "\n" << (first->empty() ? "" : first->front()) << "\n" << ((first + 3)->empty() ? "" : (first + 3)->front()));
        CHECK(good);
    }
}

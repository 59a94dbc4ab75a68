// Runs the cases of this folder: see README.md.
#include "audit/examples.hpp"
#include "pack/load.hpp"
#include "support/paths.hpp"
#include "support/rule_text.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

using namespace ehc;

namespace {

struct Case {
    std::string example, verdict;
    std::size_t line = 0;
};
struct Topic {
    std::string declarations, clauses;
    std::vector<Case> cases;
};

Topic topic_of(const std::filesystem::path& path) {
    Topic topic;
    std::ifstream in(path, std::ios::binary);
    enum { above, rule, cases } part = above;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.empty() || line.front() == '#')
            continue;
        if (line == "rule") {
            part = rule;
        } else if (line == "---") {
            part = cases;
        } else if (part == cases) {
            const std::size_t colon = line.rfind(" : ");
            INFO(path.filename().string() << ":" << number << ": " << line);
            REQUIRE(colon != std::string::npos);
            topic.cases.push_back({line.substr(0, colon), line.substr(colon + 3), number});
        } else {
            std::string& text = part == above ? topic.declarations : topic.clauses;
            text += line.substr(std::min(line.find_first_not_of(' '), line.size())) + "\n";
        }
    }
    return topic;
}

std::string verdict_of(const eval::RuleOutcome& outcome) {
    return !outcome.findings.empty() ? "fails" : !outcome.questions.empty() ? "asks" : !outcome.unchecked.empty() ? "cannot tell" : outcome.passed != 0 ? "passes" : "not applicable";
}

} // namespace

TEST_CASE("every case of the language has the verdict that it names") {
    std::size_t topics = 0, cases = 0;
    for (const auto& entry : std::filesystem::directory_iterator(test::tests_dir() / "language")) {
        if (entry.path().extension() != ".cases")
            continue;
        ++topics;
        const std::string name = entry.path().filename().string();
        const Topic topic = topic_of(entry.path());
        INFO(name);
        REQUIRE_FALSE(topic.cases.empty());
        // The examples of a rule are the cases; that some of them fire is what is tested.
        std::string clauses = topic.clauses + "fires on \"a\"\n";
        for (const Case& one : topic.cases)
            clauses += "quiet on " + one.example + "\n";
        const compile::Compiled compiled = pack::load({{name, test::pack_text(topic.declarations + test::rule_text(clauses))}}, "0.1.0");
        REQUIRE(test::shown(compiled.faults) == "");
        const compile::Rule& rule = compiled.rules.rules.front();
        REQUIRE(rule.examples.size() == topic.cases.size() + 1);
        bool alike = true;
        for (std::size_t i = 0; i < topic.cases.size(); ++i) {
            ++cases;
            const Case& one = topic.cases[i];
            alike = alike && one.verdict == topic.cases.front().verdict;
            const audit::ExamplePlan judged = audit::plan_of(rule, rule.examples[i + 1]);
            eval::Evaluator evaluator(compiled.rules, judged.plan, {judged.as_at});
            const eval::RuleOutcome outcome = evaluator.run(rule);
            INFO(name << ":" << one.line << ": " << one.example);
            CHECK(verdict_of(outcome) == one.verdict);
        }
        CHECK_FALSE(alike); // cases that all say the same prove nothing
    }
    CHECK(topics >= 30);
    CHECK(cases >= 200);
}

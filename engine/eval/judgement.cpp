#include "eval/judgement.hpp"

#include <algorithm>

namespace ehc::eval {

namespace {

template <class Named> bool in(std::uint32_t set, Named value) { return set == 0 || (set >> static_cast<unsigned>(value) & 1U) != 0; }
bool in(const std::vector<std::string>& set, const std::string& value) { return set.empty() || std::find(set.begin(), set.end(), value) != set.end(); }
bool in_section(std::uint32_t letters, const std::optional<plan::Letter>& section) { return letters == 0 || (section && in(letters, *section)); }

// Of what has no severity of its own the rule's counts.
bool counts(const compile::CompiledRules& rules, const compile::Counting& test, const std::string& id, const std::optional<plan::Letter>& section) {
    const compile::Rule* rule = rules.find(id);
    return rule != nullptr && in(test.severities, rule->severity) && in(test.bases, rule->basis) && in(test.categories, rule->category) &&
           in(test.rules, id) && in_section(test.letters, section);
}

std::size_t count(const compile::CompiledRules& rules, const compile::Counting& test, const finding::DocumentReport& report) {
    switch (test.what) {
    case dsl::Counted::findings:
        break;
    case dsl::Counted::unchecked: {
        // A rule counts once, however many of its subjects could not be decided.
        std::vector<std::string_view> seen;
        for (const finding::Unchecked& unchecked : report.unchecked)
            if (!unchecked.not_given && counts(rules, test, unchecked.rule, unchecked.section) && std::find(seen.begin(), seen.end(), unchecked.rule) == seen.end())
                seen.push_back(unchecked.rule);
        return seen.size();
    }
    case dsl::Counted::questions:
        return static_cast<std::size_t>(std::count_if(report.questions.begin(), report.questions.end(),
                                                      [&](const finding::Question& question) { return counts(rules, test, question.rule, question.section); }));
    }
    return static_cast<std::size_t>(std::count_if(report.findings.begin(), report.findings.end(), [&](const finding::Finding& finding) {
        return in(test.severities, finding.severity) && in(test.bases, finding.basis) && in(test.categories, finding.category) && in(test.rules, finding.rule) &&
               in_section(test.letters, finding.section);
    }));
}

bool holds(const compile::Counting& test, std::size_t found) {
    const auto number = static_cast<double>(found);
    switch (test.quantifier) {
    case dsl::Quantifier::some:
    case dsl::Quantifier::every:
    case dsl::Quantifier::only:
        return found != 0;
    case dsl::Quantifier::no:
        return found == 0;
    case dsl::Quantifier::at_least:
        return number >= test.count;
    case dsl::Quantifier::at_most:
        return number <= test.count;
    case dsl::Quantifier::exactly:
        return number == test.count;
    case dsl::Quantifier::more_than:
        return number > test.count;
    case dsl::Quantifier::fewer_than:
        return number < test.count;
    }
    return false;
}

} // namespace

std::vector<finding::JudgementGiven> judge(const compile::CompiledRules& rules, const finding::DocumentReport& report) {
    std::vector<finding::JudgementGiven> given;
    for (const compile::Judgement& judgement : rules.judgements)
        for (const compile::Grade& grade : judgement.grades) {
            std::string because;
            std::size_t held = 0;
            for (const compile::Counting& test : grade.tests) {
                const std::size_t found = count(rules, test, report);
                if (!holds(test, found))
                    continue;
                ++held;
                because += (because.empty() ? "" : ", ") + test.words + ": " + std::to_string(found);
            }
            if (grade.tests.empty() || (grade.any ? held != 0 : held == grade.tests.size())) {
                given.push_back({judgement.name, grade.name, std::move(because)});
                break;
            }
        }
    return given;
}

} // namespace ehc::eval

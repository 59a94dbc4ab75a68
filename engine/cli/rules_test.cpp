// ehcaudit rules test: the examples inside rules, what they reach, and the days on which dates decide.

#include "audit/coverage.hpp"
#include "cli/commands.hpp"
#include "cli/rule_set.hpp"
#include "cli/settings.hpp"
#include "dsl/print.hpp"

#include <algorithm>
#include <iomanip>
#include <iostream>

namespace ehc::cli {

namespace {

std::string place_of(const compile::CompiledRules& rules, std::uint32_t file, Span span) {
    const Source& source = *rules.sources[file];
    const Place place = source.place(span.begin);
    return source.name() + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

// A condition cut at a word.
std::string short_form(const compile::CompiledRules& rules, const compile::Expr& expr) {
    constexpr std::size_t longest = 90;
    std::string words = rules.written(expr);
    if (words.size() <= longest)
        return words;
    words.erase(std::min(words.rfind(' ', longest), longest));
    return words + " ...";
}

std::string counted(std::size_t count, std::string_view one, std::string_view several) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : several);
}

void print_coverage(const compile::CompiledRules& rules, const std::vector<audit::CoveredCondition>& conditions) {
    for (const audit::CoveredCondition& condition : conditions) {
        if (condition.both_ways())
            continue;
        std::cout << place_of(rules, condition.expr->file, condition.expr->span) << ": " << (condition.rule != nullptr ? condition.rule->id : condition.derived->name) << " " << condition.clause << " `"
                  << short_form(rules, *condition.expr) << "`: "
                  << (condition.seen.yes ? "no example in which it does not hold" : condition.seen.no ? "no example in which it holds" : "no example reaches it")
                  << "\n";
    }
}

// The number of tables in which the answer does not turn exactly once.
unsigned print_boundaries(const compile::CompiledRules& rules, const std::vector<audit::Boundary>& boundaries, bool all) {
    unsigned wrong = 0;
    for (const audit::Boundary& boundary : boundaries) {
        const bool once = boundary.turns() == 1;
        wrong += once ? 0 : 1;
        if (!all && once)
            continue;
        std::cout << "\n" << place_of(rules, boundary.expr->file, boundary.expr->span) << ": " << boundary.rule->id << " `" << short_form(rules, *boundary.expr) << "`, by "
                  << boundary.moved << " in the example of line " << rules.sources[boundary.example->file]->place(boundary.example->span.begin).line
                  << (once ? "" : ": the answer must turn once between these days") << "\n";
        for (const audit::Boundary::Day& day : boundary.days)
            std::cout << "  " << std::left << std::setw(18) << day.date.text() << std::setw(5) << (day.holds ? "yes" : "no") << day.verdict << "\n";
    }
    return wrong;
}

} // namespace

ExitStatus run(const RulesTest& command) {
    RuleChoice own = command.rules;
    own.no_project = true; // examples hold by the packs' own figures, unless a profile is asked for
    const Result<RuleChoice> choice = with_files(own);
    if (!choice)
        return tell(choice.error());
    return with_rules(*choice, [&](const RuleSet& set) {
        eval::Decisions decisions;
        const std::vector<audit::ExampleResult> results = audit::run_examples(set.rules, set.chosen, &decisions);
        unsigned good = 0, bad = 0, known = 0;
        for (const audit::ExampleResult& result : results) {
            const std::string& gap = result.example->todo;
            ++(result.good ? good : gap.empty() ? bad : known);
            if (result.good && gap.empty() && !command.verbose)
                continue;
            std::cout << place_of(set.rules, result.example->file, result.example->span) << ": " << result.rule->id << " "
                      << dsl::written(result.example->expected) << ": " << (result.good ? "as expected" : result.what);
            if (!gap.empty())
                std::cout << (result.good ? ", so its `todo` can go: " : " (known gap: ") << gap << (result.good ? "" : ")");
            std::cout << "\n";
        }
        const std::vector<audit::CoveredCondition> conditions = audit::coverage(set.rules, set.chosen, decisions);
        if (command.coverage)
            print_coverage(set.rules, conditions);
        const std::vector<audit::Boundary> boundaries = audit::boundaries(set.rules, set.chosen);
        const unsigned wrong = print_boundaries(set.rules, boundaries, command.boundaries);
        if (command.boundaries && !boundaries.empty())
            std::cout << "\n";
        for (const dsl::Fault& warning : set.warnings)
            std::cout << dsl::show(warning) << "\n";
        const auto both = std::count_if(conditions.begin(), conditions.end(), [](const audit::CoveredCondition& condition) { return condition.both_ways(); });
        std::cout << counted(set.chosen.size(), "rule", "rules") << ", " << counted(results.size(), "example", "examples") << ": " << good << " as expected, " << bad << " not";
        if (known != 0)
            std::cout << ", " << counted(known, "known gap", "known gaps");
        std::cout << "\n" << counted(conditions.size(), "condition", "conditions") << ": " << both << " decided both ways by the examples";
        if (!command.coverage && static_cast<std::size_t>(both) != conditions.size())
            std::cout << "; the others: --coverage";
        std::cout << "\n";
        if (!boundaries.empty())
            std::cout << counted(boundaries.size(), "limit on a date", "limits on dates") << ": " << boundaries.size() - wrong << " turn exactly once"
                      << (command.boundaries ? "" : "; day by day: --boundaries") << "\n";
        if (!set.warnings.empty())
            std::cout << counted(set.warnings.size(), "warning", "warnings") << " on the rules; more on one: ehcaudit help " << set.warnings.front().code << "\n";
        return bad == 0 && wrong == 0 ? ExitStatus::clean : ExitStatus::findings;
    }, true);
}

} // namespace ehc::cli

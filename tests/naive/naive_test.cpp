// Rules and plans made at random give the same verdicts in the real evaluator and in the obvious one. The seed is printed;
// EHC_SEED=N runs another, EHC_PAIRS=N more or fewer pairs. Where they differ, rule and plan are made as small as they can be.
#include "eval/evaluate.hpp"
#include "naive/calendar.hpp"
#include "naive/generate.hpp"
#include "read/write_xml.hpp"
#include "support/rules.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>

using namespace ehc;

namespace {

unsigned setting(const char* name, unsigned usual) {
    const char* given = std::getenv(name);
    return given == nullptr ? usual : static_cast<unsigned>(std::strtoul(given, nullptr, 10));
}

std::string pack_with(const std::string& rule) { return "pack made \"Made up\"\n  version 1\n\n" + naive::lexicon_text() + rule; }

std::vector<std::string> plain_words(const std::string& text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text + " ")
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (!word.empty())
            words.push_back(std::exchange(word, ""));
    return words;
}

naive::Verdicts real(const compile::CompiledRules& rules, const plan::Plan& plan, Date as_at) {
    const compile::Rule& rule = rules.rules.front();
    eval::Evaluator evaluator(rules, plan, {as_at});
    const eval::RuleOutcome outcome = evaluator.run(rule);
    naive::Verdicts verdicts;
    const bool words = rule.form == compile::Form::forbid && rule.condition.op == compile::Op::mention_of;
    for (const finding::Finding& finding : outcome.findings) {
        std::string told(finding::name_of(finding.severity));
        std::string found;
        if (words)
            for (const finding::Place& place : finding.places) {
                found += found.empty() ? "" : ",";
                for (const std::string& word : plain_words(place.words))
                    found += " " + word;
            }
        verdicts.findings.push_back(told + found);
    }
    verdicts.passed = outcome.passed;
    verdicts.not_applicable = outcome.not_applicable;
    verdicts.asked = static_cast<unsigned>(outcome.questions.size());
    verdicts.unchecked = !outcome.unchecked.empty();
    return verdicts;
}

struct Pair {
    std::string rule;
    plan::Plan plan;
    Date as_at;
};

bool agree(const naive::Verdicts& is, const naive::Verdicts& must) {
    if (is.passed != must.passed || is.not_applicable != must.not_applicable || is.asked != must.asked || is.unchecked != must.unchecked)
        return false;
    return std::ranges::equal(is.findings, must.findings, [](const std::string& told, const std::string& wanted) {
        const std::string_view any = naive::Verdicts::any_words;
        return wanted.ends_with(any) ? told.starts_with(wanted.substr(0, wanted.size() - any.size())) : told == wanted;
    });
}

// What both say; nothing where the rule has a fault, or they agree.
std::optional<std::string> difference(const compile::CompiledRules& rules, const plan::Plan& plan, Date as_at) {
    const naive::Verdicts is = real(rules, plan, as_at), must = naive::evaluate(rules, rules.rules.front(), naive::lexicons(), plan, as_at);
    if (agree(is, must))
        return std::nullopt;
    return "the evaluator says " + is.text() + "\nthe obvious one     " + must.text();
}
std::optional<std::string> difference(const Pair& pair) {
    const compile::Compiled compiled = test::compile_text(pack_with(pair.rule));
    return compiled.faults.empty() ? difference(compiled.rules, pair.plan, pair.as_at) : std::nullopt;
}

// Leaves out clauses, items and fields as long as the difference stays.
Pair shrunk(Pair pair) {
    const auto keep_if_different = [&](Pair smaller) {
        if (!difference(smaller))
            return false;
        pair = std::move(smaller);
        return true;
    };
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t at = 0; at < pair.rule.size();) {
            const std::size_t end = pair.rule.find('\n', at) + 1;
            Pair smaller = pair;
            smaller.rule.erase(at, end - at);
            if (keep_if_different(std::move(smaller)))
                changed = true;
            else
                at = end;
        }
        const auto without_item = [&](auto member) {
            for (std::size_t i = 0; i < (pair.plan.*member).size();) {
                Pair smaller = pair;
                (smaller.plan.*member).erase((smaller.plan.*member).begin() + static_cast<std::ptrdiff_t>(i));
                if (keep_if_different(std::move(smaller)))
                    changed = true;
                else
                    ++i;
            }
        };
        without_item(&plan::Plan::needs);
        without_item(&plan::Plan::outcomes);
        without_item(&plan::Plan::provisions);
        without_item(&plan::Plan::advice);
    }
    return pair;
}

} // namespace

TEST_CASE("rules made at random give the same verdicts in the obvious evaluator") {
    const unsigned seed = setting("EHC_SEED", 2), wanted = setting("EHC_PAIRS", 18000);
    std::cout << "seed " << seed << ", " << wanted << " pairs\n";
    naive::Random random(seed);
    constexpr unsigned plans_a_rule = 6;
    unsigned pairs = 0, refused = 0, rules = 0, different = 0;
    std::map<std::string, unsigned> seen; // how often each verdict came up
    while (pairs < wanted && different < 3) {
        const std::string rule = naive::rule(random);
        const compile::Compiled compiled = test::compile_text(pack_with(rule));
        if (!compiled.faults.empty()) {
            // Conditions that can never or always hold are faults; anything else means that the generator is wrong.
            ++refused;
            std::string faults;
            for (const dsl::Fault& fault : compiled.faults)
                faults += dsl::show(fault) + "\n";
            INFO(rule << faults);
            REQUIRE(refused < 50 + rules / 4);
            continue;
        }
        ++rules;
        for (unsigned i = 0; i < plans_a_rule; ++i, ++pairs) {
            const plan::Plan plan = naive::plan(random);
            const Date as_at = naive::audit_date(random);
            const naive::Verdicts verdicts = naive::evaluate(compiled.rules, compiled.rules.rules.front(), naive::lexicons(), plan, as_at);
            seen["findings"] += verdicts.findings.empty() ? 0 : 1;
            seen["passed"] += verdicts.passed != 0 ? 1 : 0;
            seen["unchecked"] += verdicts.unchecked ? 1 : 0;
            seen["not applicable"] += verdicts.not_applicable != 0 ? 1 : 0;
            seen["asked"] += verdicts.asked != 0 ? 1 : 0;
            if (!difference(compiled.rules, plan, as_at))
                continue;
            ++different;
            const Pair small = shrunk({rule, plan, as_at});
            FAIL_CHECK("seed " << seed << ", pair " << pairs << "\n"
                               << small.rule << "\nas at " << as_at.iso() << "\n"
                               << read::write_plan_xml(small.plan) << "\n"
                               << difference(small).value_or("") << "\n");
            break;
        }
    }
    std::cout << rules << " rules";
    for (const auto& [verdict, count] : seen) {
        std::cout << ", " << verdict << " " << count;
        CHECK(count * 60 > pairs); // a generator that only ever meets one verdict would prove nothing
    }
    std::cout << ", refused " << refused << "\n";
    if (different == 0)
        CHECK(pairs >= wanted);
}

TEST_CASE("the obvious calendar is right where the year turns") {
    CHECK(naive::days().size() == 146097); // four hundred years of days
    for (const Date date : {*Date::of(1800, 1, 1), *Date::of(1900, 3, 1), *Date::of(2000, 2, 29), *Date::of(2199, 12, 31)})
        CHECK(naive::number_of(date) == (date.days() - Date::of(1800, 1, 1)->days()).count());
}

// Rules and plans made at random give the same verdicts in the real evaluator and in the obvious one. The seed is printed;
// EHC_SEED=N runs another, EHC_PAIRS=N more or fewer pairs. Where they differ, rule and plan are made as small as they can be.
#include "eval/evaluate.hpp"
#include "eval/judgement.hpp"
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
            CHECK(std::ranges::all_of(compiled.faults, [](const dsl::Fault& fault) { return fault.code.starts_with("E32"); }));
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

TEST_CASE("what a pack of one's own changes gives the same verdicts as the change written into the pack") {
    naive::Random random(setting("EHC_SEED", 2));
    unsigned compared = 0, found = 0;
    while (compared < 1500) {
        const std::string rule = naive::rule(random);
        // The severity of the council's own holds in every case.
        std::string own = rule;
        if (const std::size_t when = own.find("\ncritical when"); when != std::string::npos)
            own.erase(when, own.find('\n', when + 1) - when);
        own.replace(own.find("severity ") + 9, 5, "advice");
        std::string lexicons = naive::lexicon_text();
        lexicons.replace(lexicons.find("\"regular\""), 9, "\"regular\", \"support\"");
        const compile::Compiled changed = pack::load({{"made.rules", pack_with(rule)},
                                                      {"own.rules", "pack own \"Ours\"\n  version 1\n\nextend rule TEST-A01\n  severity advice\nend\n\nextend lexicon loose\n  \"support\"\nend\n"}},
                                                     "0.1.0");
        const compile::Compiled written = test::compile_text("pack made \"Made up\"\n  version 1\n\n" + lexicons + own);
        if (!changed.faults.empty() || !written.faults.empty()) {
            CHECK(std::ranges::all_of(changed.faults, [](const dsl::Fault& fault) { return fault.code.starts_with("E32"); }));
            continue;
        }
        for (unsigned i = 0; i < 5; ++i, ++compared) {
            const plan::Plan plan = naive::plan(random);
            const Date as_at = naive::audit_date(random);
            const naive::Verdicts one = real(changed.rules, plan, as_at), other = real(written.rules, plan, as_at);
            found += one.findings.empty() ? 0 : 1;
            INFO(rule << read::write_plan_xml(plan));
            CHECK(one.text() == other.text());
        }
    }
    CHECK(found > 50);
}

TEST_CASE("a judgement gives the grade that counting by hand gives") {
    naive::Random random(setting("EHC_SEED", 2));
    const std::vector<std::string> severities{"critical", "major", "minor", "advice"}, bases{"law", "practice", "local"}, letters{"A", "B", "F"};
    std::string rules = "pack made \"Made up\"\n  version 1\n\n";
    std::vector<std::pair<std::string, std::string>> of_rule; // severity, basis
    for (int i = 0; i < 4; ++i) {
        of_rule.emplace_back(severities[static_cast<std::size_t>(i)], bases[static_cast<std::size_t>(i) % 3]);
        rules += "rule TEST-A0" + std::to_string(i + 1) + " made-" + std::to_string(i + 1) + " \"Made up\"\nseverity " + of_rule.back().first + "\nbasis " + of_rule.back().second +
                 "\ncategory test\ncites \"Test\"\napplies to plan\nrequire plan.date is stated\nsays \"Found.\"\nfires on plan { date: missing }\nquiet on plan { date: 2025-01-15 }\nend\n";
    }
    std::map<std::string, unsigned> given;
    for (unsigned round = 0; round < 400; ++round) {
        finding::DocumentReport report;
        for (unsigned i = random.below(8); i > 0; --i) {
            finding::Finding finding;
            const auto& [severity, basis] = of_rule[random.below(4)];
            finding.severity = *finding::severity_named(random.one_in(3) ? random.pick(severities) : severity);
            finding.basis = *finding::basis_named(basis);
            finding.rule = "TEST-A0" + std::to_string(1 + random.below(4));
            finding.category = "test";
            if (!random.one_in(3))
                finding.section = static_cast<plan::Letter>(*plan::letters.find(random.pick(letters)));
            report.findings.push_back(finding);
        }
        for (unsigned i = random.below(5); i > 0; --i) {
            finding::Unchecked unchecked;
            unchecked.rule = "TEST-A0" + std::to_string(1 + random.below(4));
            unchecked.not_given = random.one_in(4);
            report.unchecked.push_back(unchecked);
        }
        // Two grades with one or two tests each, and what each comes to.
        struct Test {
            std::string words;
            bool holds;
        };
        const auto test_of = [&]() -> Test {
            const bool unchecked = random.one_in(4);
            const std::string severity = random.pick(severities), basis = random.pick(bases), letter = random.pick(letters);
            const bool by_basis = !unchecked && random.one_in(3), by_letter = !unchecked && random.one_in(3), by_severity = random.one_in(2);
            unsigned count = 0;
            if (unchecked)
                for (int i = 0; i < 4; ++i) {
                    bool any = false;
                    for (const finding::Unchecked& one : report.unchecked)
                        any = any || (!one.not_given && one.rule == "TEST-A0" + std::to_string(i + 1) && (!by_severity || of_rule[static_cast<std::size_t>(i)].first == severity));
                    count += any ? 1 : 0;
                }
            else
                for (const finding::Finding& one : report.findings)
                    count += (!by_severity || finding::name_of(one.severity) == severity) && (!by_basis || finding::name_of(one.basis) == basis) &&
                                     (!by_letter || (one.section && plan::name_of(*one.section) == letter))
                                 ? 1
                                 : 0;
            const std::string what = (by_severity ? severity + " " : "") + (unchecked ? "unchecked rules" : "findings") + (by_basis ? " with basis " + basis : "") + (by_letter ? " in section " + letter : "");
            const unsigned limit = random.below(4);
            switch (random.below(5)) {
            case 0:
                return {"any " + what, count > 0};
            case 1:
                return {"no " + what, count == 0};
            case 2:
                return {"more than " + std::to_string(limit) + " " + what, count > limit};
            case 3:
                return {"exactly " + std::to_string(limit) + " " + what, count == limit};
            default:
                return {"count of " + what + " is at most " + std::to_string(limit), count <= limit};
            }
        };
        std::string text = "judgement Overall \"Made up\"\n", expected = "good";
        for (const char* grade : {"poor", "middling"}) {
            const Test one = test_of(), two = test_of();
            const bool both = random.one_in(2), either = random.one_in(2);
            text += std::string("  ") + grade + " when " + one.words + (both ? (either ? " or " : " and ") + two.words : "") + "\n";
            const bool holds = both ? (either ? one.holds || two.holds : one.holds && two.holds) : one.holds;
            if (holds && expected == "good")
                expected = grade;
        }
        const compile::Compiled compiled = test::compile_text(rules + text + "  good otherwise\nend\n");
        INFO(text << (compiled.faults.empty() ? "" : dsl::show(compiled.faults.front())));
        REQUIRE(compiled.faults.empty());
        const std::vector<finding::JudgementGiven> grades = eval::judge(compiled.rules, report);
        REQUIRE(grades.size() == 1);
        CHECK(grades.front().grade == expected);
        ++given[expected];
    }
    for (const auto& [grade, count] : given)
        CHECK(count > 20);
    CHECK(given.size() == 3);
}

// A small plan with every part filled in, and one rule run on it.
#pragma once

#include "eval/evaluate.hpp"
#include "plan/plan.hpp"
#include "support/rule_text.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace ehc::test {

inline Date day(std::string_view iso) {
    const auto date = Date::from_iso(iso);
    REQUIRE(date);
    return *date;
}

inline PartialDate partial(std::string_view iso) {
    const auto date = PartialDate::from_iso(iso);
    REQUIRE(date);
    return *date;
}

inline plan::Origin at_block(std::uint32_t block) {
    plan::Origin origin;
    origin.block = block;
    return origin;
}

// A text that stands in one block, from byte 1000 times its number of the extracted text.
inline plan::Text text_at(std::uint32_t block, std::string value) {
    plan::Origin origin = at_block(block);
    origin.span = {1000 * block, 1000 * block + static_cast<std::uint32_t>(value.size())};
    return {std::move(value), {{0, origin}}};
}

inline void put(plan::TextField& field, std::uint32_t block, std::string value) { field.set(text_at(block, std::move(value)), at_block(block)); }

inline plan::Need& add_need(plan::Plan& plan, std::uint32_t block, std::string id, std::string text) {
    plan::Need& need = plan.needs.emplace_back();
    need.origin = at_block(block);
    need.section.set(plan::Letter::B, need.origin);
    put(need.id, block, std::move(id));
    put(need.text, block, std::move(text));
    return need;
}

inline plan::Outcome& add_outcome(plan::Plan& plan, std::uint32_t block, std::string id, std::string text) {
    plan::Outcome& outcome = plan.outcomes.emplace_back();
    outcome.origin = at_block(block);
    outcome.section.set(plan::Letter::E, outcome.origin);
    put(outcome.id, block, std::move(id));
    put(outcome.text, block, std::move(text));
    return outcome;
}

inline plan::Provision& add_provision(plan::Plan& plan, std::uint32_t block, std::string id, std::string text) {
    plan::Provision& provision = plan.provisions.emplace_back();
    provision.origin = at_block(block);
    provision.section.set(plan::Letter::F, provision.origin);
    put(provision.id, block, std::move(id));
    put(provision.text, block, std::move(text));
    return provision;
}

inline plan::Advice& add_advice(plan::Plan& plan, std::uint32_t block, plan::Role role, std::string_view date) {
    plan::Advice& advice = plan.advice.emplace_back();
    advice.origin = at_block(block);
    advice.role.set(role, advice.origin);
    advice.date.set(partial(date), advice.origin);
    return advice;
}

// A final plan of 15 January 2025 without needs, outcomes, provision and advice.
inline plan::Plan small_plan() {
    plan::Plan plan;
    plan.origin = at_block(1);
    plan.kind.set(plan::Kind::plan, at_block(1));
    plan.status.set(plan::Status::final, at_block(1));
    plan.date.set(day("2025-01-15"), at_block(2));
    plan.next_review.set(day("2026-01-14"), at_block(3));
    put(plan.setting, 4, "Fernbank School");
    plan.child.origin = at_block(5);
    plan.child.date_of_birth.set(day("2015-03-01"), at_block(5));
    plan.child.year_group.set(5, at_block(6));
    plan.child.looked_after.set(false, at_block(7));
    plan.placement.origin = at_block(8);
    plan.placement.type.set(plan::Setting::mainstream_school, at_block(8));
    for (std::size_t i = 0; i < plan::letter_count; ++i) {
        plan::Section& section = plan.sections[i];
        section.origin = at_block(static_cast<std::uint32_t>(100 + 10 * i));
        section.headed.set(true, section.origin);
        put(section.title, section.origin.block, "Section " + std::string(plan::name_of(static_cast<plan::Letter>(i))));
        put(section.text, section.origin.block + 1, "Words of section " + std::string(plan::name_of(static_cast<plan::Letter>(i))) + ".");
    }
    return plan;
}

inline eval::RuleOutcome run_rule(const plan::Plan& plan, const std::string& clauses, const std::string& declarations = "", std::string_view as_at = "2025-06-01",
                                  eval::Explanation* explanation = nullptr) {
    INFO(clauses);
    const compile::CompiledRules rules = rules_of(declarations + rule_text(clauses));
    eval::Evaluator evaluator(rules, plan, {day(as_at)});
    return evaluator.run(rules.rules.front(), explanation);
}

// The verdicts in a word: "failed", "passed 2", "failed 1, unchecked 1".
inline std::string verdicts(const eval::RuleOutcome& outcome) {
    std::string words;
    for (const auto& [name, count] : {std::pair{"failed", outcome.findings.size()},
                                      {"unchecked", outcome.unchecked.size()},
                                      {"asked", outcome.questions.size()},
                                      {"passed", static_cast<std::size_t>(outcome.passed)},
                                      {"not applicable", static_cast<std::size_t>(outcome.not_applicable)}})
        if (count != 0)
            words += (words.empty() ? "" : ", ") + std::string(name) + (count == 1 ? "" : " " + std::to_string(count));
    return words;
}

inline std::string verdicts(const plan::Plan& plan, const std::string& clauses, const std::string& declarations = "", std::string_view as_at = "2025-06-01") {
    return verdicts(run_rule(plan, clauses, declarations, as_at));
}

} // namespace ehc::test

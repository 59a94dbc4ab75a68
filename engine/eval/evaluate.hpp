// Compiled rules on one plan: verdicts, and on request the explanation of how they came about.
//
// Evaluation is total: every rule ends, none sees the clock or another rule, and the order of rules changes nothing.
// Links ("meets", "supports", "answers"): by the ids that the plan gives; where it gives none, two items are taken as linked
// when they share two content words, or one and their area (text/likeness.hpp). A finding that rests on such an inferred link
// is one step less severe.
#pragma once

#include "base/allowance.hpp"
#include "compile/compiled.hpp"
#include "finding/finding.hpp"

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace ehc::eval {

struct Decisions;

struct Context {
    Date as_at;
    Decisions* decisions = nullptr; // told of every condition that was decided
    // What an example sets, by the number of the parameter; owned by the caller.
    const std::vector<std::pair<std::uint32_t, compile::Constant>>* parameters = nullptr;
    Allowance* allowance = nullptr; // once it is spent, what run() gives is cut short, and is not to be used
    std::function<std::string(std::string_view)> veil{}; // what stands in messages for a plan's words and dates; none: they do
};

// What one rule said of one plan.
struct RuleOutcome {
    std::vector<finding::Finding> findings; // fingerprints not yet set
    std::vector<finding::Unchecked> unchecked;
    std::vector<finding::Question> questions;
    std::uint32_t passed = 0;
    std::uint32_t not_applicable = 0;
    bool had_subject = false;
};

// One step of an explanation: a part of the rule, what it came to, and where that was found.
struct Step {
    std::string part;  // as written in the rule
    std::string value; // "yes", "no", "cannot tell: ...", "12 May 2025"
    plan::Origin origin;
    std::vector<Step> parts;
    std::string clause{}; // of the outermost steps: "where", "let", "provided", "require", "forbid" or "unless"
};

// How a rule came to its verdict, subject by subject.
struct Explanation {
    struct Subject {
        std::string what; // "provision 3 (paragraph 41)"
        plan::Origin origin;
        finding::Verdict verdict = finding::Verdict::not_applicable; // also of what a `where` leaves out
        std::string because; // the part that decided, in a sentence
        std::vector<Step> steps;
    };
    std::string applicability; // why the rule does or does not apply to this plan
    std::vector<Step> steps;   // of its `when`
    std::vector<Subject> subjects;
};

class Evaluator {
  public:
    // Plan, rules and context outlive the evaluator. One evaluator a plan and thread.
    Evaluator(const compile::CompiledRules& rules, const plan::Plan& plan, const Context& context);
    ~Evaluator();
    Evaluator(const Evaluator&) = delete;
    Evaluator& operator=(const Evaluator&) = delete;

    [[nodiscard]] RuleOutcome run(const compile::Rule& rule, Explanation* explanation = nullptr);

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace ehc::eval

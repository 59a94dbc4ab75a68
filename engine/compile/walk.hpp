// Visits every expression of a rule, outermost first, those inside `where` and counted items included.
#pragma once

#include "compile/compiled.hpp"

#include <span>

namespace ehc::compile {

template <class Visit> void each_expr(const Each& each, const Visit& visit);

template <class Visit> void each_expr(const Expr& expr, const Visit& visit) {
    visit(expr);
    for (const Expr& kid : expr.kids)
        each_expr(kid, visit);
    if (expr.each)
        each_expr(*expr.each, visit);
}

template <class Visit> void each_expr(const Each& each, const Visit& visit) {
    for (const auto* parts : {&each.text, &each.values, &each.where})
        for (const Expr& part : *parts)
            each_expr(part, visit);
}

template <class Visit> void each_expr(const Rule& rule, const Visit& visit) {
    const auto all = [&](const auto& pairs) {
        for (const auto& [key, expr] : pairs)
            each_expr(expr, visit);
    };
    all(rule.severity_when);
    all(rule.basis_when);
    for (const auto* part : {&rule.judged_at, &rule.when, &rule.provided, &rule.at})
        if (*part)
            each_expr(**part, visit);
    for (const Transition& transition : rule.transitions)
        if (transition.when)
            each_expr(*transition.when, visit);
    for (const Expr& shown : rule.evidence)
        each_expr(shown, visit);
    if (rule.every)
        each_expr(*rule.every, visit);
    for (const Each& subject : rule.subjects)
        each_expr(subject, visit);
    all(rule.lets);
    each_expr(rule.condition, visit);
    for (const Expr& unless : rule.unless)
        each_expr(unless, visit);
    for (const Template* text : {&rule.says, &rule.fix, &rule.family})
        for (const auto& part : text->parts)
            if (const auto* expr = std::get_if<Expr>(&part))
                each_expr(*expr, visit);
}

// The conditions that all must hold for one that is no negation: those it joins by `and`, or itself.
inline std::span<const Expr> parts_of(const Expr& condition) {
    if (condition.op == Op::all_of && !condition.negated)
        return condition.kids;
    return {&condition, 1};
}

} // namespace ehc::compile

#include "compile/cost.hpp"

#include <algorithm>
#include <map>

namespace ehc::compile {

namespace {

class Costs {
  public:
    explicit Costs(const CompiledRules& rules) : rules_(rules) {}

    Cost of(const Expr& expr) {
        Cost most;
        const auto add = [&](const Cost& cost) {
            most.loops = std::max(most.loops, cost.loops);
            most.compares_texts = most.compares_texts || cost.compares_texts;
        };
        for (const Expr& kid : expr.kids)
            add(of(kid));
        if (expr.each) {
            add(of(*expr.each));
            ++most.loops; // what is asked of each item is asked inside the list
        }
        if (expr.op == Op::derived) {
            const auto [known, fresh] = derived_.try_emplace(expr.index);
            if (fresh)
                known->second = of(rules_.derived[expr.index].value);
            add(known->second);
        }
        most.compares_texts = most.compares_texts || expr.op == Op::in_common || expr.op == Op::overlaps || (expr.op == Op::linked && !expr.flag);
        return most;
    }
    // Of what narrows a list down, or of the text that is gone through.
    Cost of(const Each& each) {
        Cost most;
        for (const auto* parts : {&each.text, &each.values, &each.where})
            for (const Expr& part : *parts) {
                const Cost cost = of(part);
                most.loops = std::max(most.loops, cost.loops);
                most.compares_texts = most.compares_texts || cost.compares_texts;
            }
        return most;
    }

  private:
    const CompiledRules& rules_;
    std::map<std::uint32_t, Cost> derived_;
};

} // namespace

Cost cost_of(const CompiledRules& rules, const Rule& rule) {
    Costs costs(rules);
    Cost most;
    const auto add = [&](const Cost& cost, std::size_t inside) {
        most.loops = std::max(most.loops, cost.loops + static_cast<unsigned>(inside));
        most.compares_texts = most.compares_texts || cost.compares_texts;
    };
    if (rule.when)
        add(costs.of(*rule.when), 0);
    std::size_t depth = 0;
    for (const Each& subject : rule.subjects)
        add(costs.of(subject), ++depth);
    for (const auto& [slot, let] : rule.lets)
        add(costs.of(let), depth);
    if (rule.provided)
        add(costs.of(*rule.provided), depth);
    add(costs.of(rule.condition), depth);
    for (const Expr& unless : rule.unless)
        add(costs.of(unless), depth);
    for (const auto& [severity, when] : rule.severity_when)
        add(costs.of(when), depth);
    if (rule.every)
        add(costs.of(*rule.every), depth + 1);
    return most;
}

std::string cost_words(const Cost& cost) {
    std::string words = cost.loops == 0   ? "light: looks at the plan once"
                        : cost.loops == 1 ? "light: goes through one list"
                        : cost.loops == 2 ? "moderate: goes through a list for each item of another"
                                          : "heavy: " + std::to_string(cost.loops) + " lists one inside another";
    return words + (cost.compares_texts ? "; compares texts word by word" : "");
}

} // namespace ehc::compile

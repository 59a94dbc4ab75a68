// One value out of several: the latest, the greatest, the first stated, the total.

#include "eval/evaluator.hpp"

namespace ehc::eval {

using dsl::Gathering;

namespace {

// Whether `next` takes the place of `best`. Of dates known in part the later end counts for the latest, the first for the
// earliest, as in comparisons of whole stretches.
bool goes_before(Gathering how, const Value& next, const Value& best) {
    if (const auto* date = next.as<PartialDate>()) {
        const auto& known = *best.as<PartialDate>();
        return how == Gathering::latest ? date->last > known.last : date->first < known.first;
    }
    if (const auto* number = next.as<builtin::NumberRange>()) {
        const auto& known = *best.as<builtin::NumberRange>();
        return how == Gathering::greatest ? number->high > known.high : number->low < known.low;
    }
    const auto &length = *next.as<builtin::DurationRange>(), &known = *best.as<builtin::DurationRange>();
    return how == Gathering::greatest ? length.high > known.high : length.low < known.low;
}

} // namespace

Value Evaluator::Impl::gathered(const compile::Expr& expr, Frame& frame) {
    std::vector<Value> values;
    if (expr.each == nullptr) {
        for (const compile::Expr& kid : expr.kids)
            values.push_back(value(kid, frame));
    } else {
        if (!expr.each->text.empty())
            if (Value text = value(expr.each->text.front(), frame); text.unknown() != nullptr)
                return text;
        std::optional<Unknown> doubt;
        each_item(
            *expr.each, frame,
            [&](const Value&) {
                values.push_back(value(expr.kids.front(), frame));
                return true;
            },
            [&](const builtin::Truth& why) { doubt = {plan::State::unreadable, why.because}; });
        if (doubt) // one that may or may not belong here might be the latest
            return {*doubt, {}, {}};
        if (values.empty() && expr.gathering != Gathering::total)
            return {Unknown{plan::State::missing, "there is no " + expr.each->noun + " to take a value from"}, {}, {}};
    }
    std::optional<Value> best;
    std::string because;
    for (Value& next : values) {
        if (const Unknown* unknown = next.unknown()) {
            // One that cannot be read might be the one; and a total lacks whatever is not stated.
            if (unknown->state == plan::State::unreadable || expr.gathering == Gathering::total)
                return next;
            because += (because.empty() ? "" : ", and ") + unknown->why();
            continue;
        }
        if (expr.gathering == Gathering::first_stated)
            return next;
        if (expr.gathering == Gathering::total && best)
            best->held = added(*best, next, false);
        else if (!best || goes_before(expr.gathering, next, *best))
            best = std::move(next);
    }
    if (best)
        return *best;
    if (expr.gathering == Gathering::total) {
        if (expr.type.base == compile::Base::duration)
            return {builtin::DurationRange(Duration{}), {}, {}};
        return {builtin::NumberRange(0), {}, {}};
    }
    return {Unknown{plan::State::missing, because}, {}, {}};
}

Value Evaluator::Impl::utmost(const compile::Expr& expr, Frame& frame) {
    if (!expr.each->text.empty())
        if (Value text = value(expr.each->text.front(), frame); text.unknown() != nullptr)
            return text;
    std::optional<Value> best_item, best_date, doubt;
    each_item(
        *expr.each, frame,
        [&](const Value& item) {
            Value date = value(expr.kids.front(), frame);
            if (const Unknown* unknown = date.unknown()) {
                if (unknown->state == plan::State::unreadable)
                    doubt = std::move(date);
                return true;
            }
            if (!best_date || goes_before(expr.flag ? Gathering::latest : Gathering::earliest, date, *best_date)) {
                best_date = std::move(date);
                best_item = item;
            }
            return true;
        },
        [&](const builtin::Truth& why) { doubt = Value{Unknown{plan::State::unreadable, why.because}, {}, {}}; });
    if (doubt)
        return *doubt;
    if (best_item)
        return *best_item;
    return {Unknown{plan::State::missing, "there is no " + expr.each->noun + " with a date"}, {}, {}};
}

} // namespace ehc::eval

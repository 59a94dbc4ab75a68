#include "compile/holds.hpp"

#include "builtin/ranges.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace ehc::compile {

namespace {

constexpr double endless = std::numeric_limits<double>::infinity();
const Stretches everywhere{{{-endless, 0}, {endless, 0}}};

Point just_before(Point point) { return {point.first, point.second - 1}; }
Point just_after(Point point) { return {point.first, point.second + 1}; }

// The rest of `all`.
Stretches without(const Stretches& all, const Stretches& taken) {
    Stretches rest;
    Point from{-endless, 0};
    for (const auto& [low, high] : taken) {
        if (from < low)
            rest.emplace_back(from, just_before(low));
        from = std::max(from, just_after(high));
    }
    if (from <= Point{endless, 0} && from.first < endless)
        rest.emplace_back(from, Point{endless, 0});
    return common(rest, all);
}

// A value of the plan by what it is: two expressions with one key have one value. Whether it is negated is left to the caller.
void add_key(const Expr& expr, std::string& key) {
    key += std::to_string(static_cast<int>(expr.op)) + ":" + std::to_string(expr.slot) + ":" + std::to_string(expr.index) + ":" +
           std::to_string(expr.letters) + ":" + (expr.number != 0 ? std::to_string(expr.number) : std::string()) + (expr.flag ? "!" : "");
    for (const int part : {static_cast<int>(expr.mention_field), static_cast<int>(expr.unit), static_cast<int>(expr.state), static_cast<int>(expr.order),
                           static_cast<int>(expr.bound), static_cast<int>(expr.side), static_cast<int>(expr.link), static_cast<int>(expr.quantifier),
                           static_cast<int>(expr.gathering), static_cast<int>(expr.measure), static_cast<int>(expr.fit), static_cast<int>(expr.reach),
                           static_cast<int>(expr.calendar), static_cast<int>(expr.overlap)})
        key += static_cast<char>('A' + part);
    if (expr.field != nullptr)
        key += "." + std::string(expr.field->name);
    for (const std::uint32_t wording : expr.wordings)
        key += "w" + std::to_string(wording);
    for (const bool minus : expr.minus)
        key += minus ? "-" : "+";
    if (expr.op == Op::constant)
        key += std::visit(
            [](const auto& value) -> std::string {
                using Value = std::decay_t<decltype(value)>;
                if constexpr (std::is_same_v<Value, std::string>)
                    return "\"" + value + "\"";
                else if constexpr (std::is_same_v<Value, PartialDate>)
                    return value.iso();
                else if constexpr (std::is_same_v<Value, Duration>)
                    return value.text();
                else
                    return std::to_string(value);
            },
            expr.constant);
    // Each of two counts has an item of its own, whose slot is another: such conditions are taken for different ones.
    if (expr.each)
        key += "e" + std::to_string(expr.each->slot) + (expr.each->list != nullptr ? std::string(expr.each->list->name) : expr.each->noun) + std::to_string(expr.each->letters);
    for (const Expr& kid : expr.kids) {
        key += kid.negated ? "!(" : "(";
        add_key(kid, key);
        key += ')';
    }
}

std::string key_of(const Expr& expr) {
    std::string key;
    add_key(expr, key);
    return key;
}

// A value written in the rule, on the line of its type; lengths of time only where all of them are counted in one unit.
std::optional<double> place_of(const Expr& expr) {
    if (expr.op != Op::constant)
        return std::nullopt;
    if (const auto* number = std::get_if<double>(&expr.constant))
        return *number;
    if (const auto* choice = std::get_if<plan::ChoiceIndex>(&expr.constant))
        return *choice;
    if (const auto* yes = std::get_if<bool>(&expr.constant))
        return *yes ? 1 : 0;
    if (const auto* date = std::get_if<PartialDate>(&expr.constant); date != nullptr && date->exact())
        return static_cast<double>(date->first.days().time_since_epoch().count());
    if (const auto* length = std::get_if<Duration>(&expr.constant); length != nullptr && length->days == 0 && length->working_days == 0)
        return length->months;
    return std::nullopt;
}

// The values that an expression can have at all.
Stretches range_of(const CompiledRules& rules, const Expr& expr) {
    const auto points = [](double from, double to) { return Stretches{{{from, 0}, {to, 0}}}; };
    switch (expr.op) {
    case Op::count:
        return points(0, endless);
    case Op::measured:
        return points(0, endless);
    case Op::in_common:
        return points(0, 100);
    case Op::difference:
        return points(0, endless);
    case Op::parameter: {
        const Parameter& parameter = rules.parameters[expr.index];
        const auto bound = [&](const std::optional<Constant>& written) -> std::optional<double> {
            if (!written)
                return std::nullopt;
            Expr value;
            value.constant = *written;
            return place_of(value);
        };
        const auto least = bound(parameter.least), most = bound(parameter.most);
        return least && most ? points(*least, *most) : everywhere;
    }
    default:
        break;
    }
    if (expr.type.base == Base::choice && expr.type.domain != nullptr) {
        Stretches all;
        for (std::size_t i = 0; i < expr.type.domain->rows.size(); ++i)
            all.push_back({{static_cast<double>(i), 0}, {static_cast<double>(i), 0}});
        return all;
    }
    if (expr.type.base == Base::yes_no)
        return {{{0, 0}, {0, 0}}, {{1, 0}, {1, 0}}};
    return everywhere;
}

Stretches at(double place) { return {{{place, 0}, {place, 0}}}; }

// The states of a value, as points of a line of their own.
constexpr std::size_t state_count = 5;
Stretches all_states() {
    Stretches all;
    for (std::size_t i = 0; i < state_count; ++i)
        all.push_back({{static_cast<double>(i), 0}, {static_cast<double>(i), 0}});
    return all;
}
std::optional<std::size_t> state_index(dsl::StateWord word) {
    const auto index = static_cast<std::size_t>(word);
    return index < state_count ? std::optional(index) : std::nullopt;
}
std::string state_key(const Expr& value) { return "state of " + key_of(value); }

// What the value of a comparison must lie in for it to hold; nothing where that cannot be told from the rule alone.
std::optional<Stretches> wanted(const Expr& expr) {
    const auto than = [&](std::size_t i) { return place_of(expr.kids[i]); };
    switch (expr.op) {
    case Op::is_equal:
        return than(1) ? std::optional(at(*than(1))) : std::nullopt;
    case Op::is_one_of: {
        Stretches all;
        for (std::size_t i = 1; i < expr.kids.size(); ++i) {
            if (!than(i))
                return std::nullopt;
            all = joined(std::move(all), at(*than(i)));
        }
        return all;
    }
    case Op::is_ordered: {
        const auto day = than(1);
        if (!day || expr.kids[1].type.base != Base::date)
            return std::nullopt;
        switch (expr.order) {
        case dsl::Order::before:
            return Stretches{{{-endless, 0}, {*day, -1}}};
        case dsl::Order::after:
            return Stretches{{{*day, 1}, {endless, 0}}};
        case dsl::Order::on_or_before:
            return Stretches{{{-endless, 0}, {*day, 0}}};
        case dsl::Order::on_or_after:
            return Stretches{{{*day, 0}, {endless, 0}}};
        }
        return std::nullopt;
    }
    case Op::is_bound: {
        const auto limit = than(1);
        if (!limit)
            return std::nullopt;
        switch (expr.bound) {
        case dsl::Bound::at_least:
            return Stretches{{{*limit, 0}, {endless, 0}}};
        case dsl::Bound::at_most:
            return Stretches{{{-endless, 0}, {*limit, 0}}};
        case dsl::Bound::more_than:
            return Stretches{{{*limit, 1}, {endless, 0}}};
        case dsl::Bound::less_than:
            return Stretches{{{-endless, 0}, {*limit, -1}}};
        }
        return std::nullopt;
    }
    case Op::is_between: {
        const auto from = than(1), to = than(2);
        if (!from || !to)
            return std::nullopt;
        return *from <= *to ? Stretches{{{*from, 0}, {*to, 0}}} : Stretches{};
    }
    default:
        return std::nullopt;
    }
}

Demands of_value(std::string key, Stretches where) {
    Demands result;
    result.never = where.empty();
    result.of.emplace(std::move(key), std::move(where));
    return result;
}

Demands either(Demands a, const Demands& b) {
    if (a.never)
        return b;
    if (b.never)
        return a;
    Demands result;
    for (auto& [key, where] : a.of)
        if (const auto other = b.of.find(key); other != b.of.end())
            result.of.emplace(key, joined(std::move(where), other->second));
    return result;
}

} // namespace

Stretches common(const Stretches& a, const Stretches& b) {
    Stretches both;
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        const Point low = std::max(left->first, right->first), high = std::min(left->second, right->second);
        if (low <= high)
            both.emplace_back(low, high);
        (left->second < right->second ? left : right)++;
    }
    return both;
}

Stretches joined(Stretches a, const Stretches& b) {
    a.insert(a.end(), b.begin(), b.end());
    std::sort(a.begin(), a.end());
    Stretches all;
    for (const auto& stretch : a)
        if (!all.empty() && stretch.first <= just_after(all.back().second))
            all.back().second = std::max(all.back().second, stretch.second);
        else
            all.push_back(stretch);
    return all;
}

Demands both(Demands a, const Demands& b) {
    a.never = a.never || b.never;
    for (const auto& [key, where] : b.of) {
        const auto [at, fresh] = a.of.try_emplace(key, where);
        if (!fresh)
            at->second = common(at->second, where);
        a.never = a.never || at->second.empty();
    }
    return a;
}

Demands demands(const CompiledRules& rules, const Expr& expr, bool holds) {
    holds = holds != expr.negated;
    const auto all = [&](bool each, bool every) {
        Demands result = demands(rules, expr.kids.front(), each);
        for (std::size_t i = 1; i < expr.kids.size(); ++i)
            result = every ? both(std::move(result), demands(rules, expr.kids[i], each)) : either(std::move(result), demands(rules, expr.kids[i], each));
        return result;
    };
    switch (expr.op) {
    case Op::all_of:
        return all(holds, holds);
    case Op::any_of:
        return all(holds, !holds);
    case Op::negation:
        return demands(rules, expr.kids.front(), !holds);
    case Op::constant: {
        Demands result;
        if (const auto* yes = std::get_if<bool>(&expr.constant))
            result.never = *yes != holds;
        return result;
    }
    case Op::is_state:
        if (const auto index = state_index(expr.state)) {
            const Stretches is = at(static_cast<double>(*index));
            return of_value(state_key(expr.kids.front()), holds ? is : without(all_states(), is));
        }
        break;
    default:
        break;
    }
    if (const auto where = wanted(expr)) {
        const Expr& value = expr.kids.front();
        const Stretches range = range_of(rules, value);
        if (const auto place = place_of(value)) { // both sides stand in the rule
            Demands result;
            result.never = common(at(*place), *where).empty() == holds;
            return result;
        }
        Demands result = of_value(key_of(value), holds ? common(*where, range) : without(range, *where));
        // A comparison is decided only where the plan states the value.
        return both(std::move(result), of_value(state_key(value), at(static_cast<double>(*state_index(dsl::StateWord::stated)))));
    }
    if (expr.op == Op::is_equal && key_of(expr.kids[0]) == key_of(expr.kids[1])) {
        Demands result;
        result.never = !holds;
        return result;
    }
    // Any other condition is its own value: yes or no.
    return of_value("whether " + key_of(expr), at(holds ? 1 : 0));
}

Demands reach_of(const Rule& rule) {
    const auto of_plan = [](std::string_view field) {
        Expr plan;
        plan.op = Op::slot;
        plan.type = {Base::record, nullptr, &plan::plan_type};
        Expr value;
        value.op = Op::field;
        value.field = plan::plan_type.find(field);
        value.type = {Base::choice, value.field->domain, nullptr};
        value.kids.push_back(std::move(plan));
        return value;
    };
    const auto chosen = [](std::uint32_t mask, std::size_t count) {
        Stretches all;
        for (std::size_t i = 0; i < count; ++i)
            if ((mask >> i & 1U) != 0)
                all.push_back({{static_cast<double>(i), 0}, {static_cast<double>(i), 0}});
        return all;
    };
    Demands given;
    if (plan::plan_type.find("kind") != nullptr)
        given = of_value(key_of(of_plan("kind")), chosen(rule.kinds, plan::kinds.rows.size()));
    if (!rule.any_status && rule.kinds == 1U << static_cast<unsigned>(plan::Kind::plan)) {
        const Expr status = of_plan("status");
        given = both(std::move(given), of_value(key_of(status), chosen(rule.statuses, plan::statuses.rows.size())));
        given = both(std::move(given), of_value(state_key(status), at(static_cast<double>(*state_index(dsl::StateWord::stated)))));
    }
    if (rule.from || rule.until) {
        const auto day = [](Date date) { return static_cast<double>(date.days().time_since_epoch().count()); };
        const Stretches inside{{rule.from ? Point{day(*rule.from), 0} : Point{-endless, 0}, rule.until ? Point{day(*rule.until), 0} : Point{endless, 0}}};
        Expr judged;
        judged.op = Op::audit_date;
        given = both(std::move(given), of_value(key_of(rule.judged_at ? *rule.judged_at : judged), inside));
    }
    return given;
}

Always always(const CompiledRules& rules, const Expr& condition, const Demands& given) {
    if (both(given, demands(rules, condition, true)).never)
        return Always::never;
    return both(given, demands(rules, condition, false)).never ? Always::yes : Always::no;
}

void each_idle_part(const CompiledRules& rules, const Expr& condition, const Demands& given, const std::function<void(const Expr&, Always)>& tell) {
    if (condition.type.base != Base::yes_no)
        return;
    bool told = false;
    const auto inner = [&](const Expr& part, Always which) {
        told = true;
        tell(part, which);
    };
    if (condition.op == Op::all_of || condition.op == Op::any_of || condition.op == Op::negation || condition.op == Op::quantified)
        for (const Expr& kid : condition.kids)
            each_idle_part(rules, kid, given, inner);
    if (condition.each)
        for (const Expr& where : condition.each->where)
            each_idle_part(rules, where, given, inner);
    if (told || condition.op == Op::constant)
        return;
    if (const Always which = always(rules, condition, given); which != Always::no)
        tell(condition, which);
}

} // namespace ehc::compile

// What may follow `is`: states, equality, order, bounds.

#include "base/overloaded.hpp"
#include "compile/checker.hpp"
#include "dsl/print.hpp"

#include <algorithm>

namespace ehc::compile {

namespace {

std::string_view bound_words(dsl::Bound bound) {
    switch (bound) {
    case dsl::Bound::at_least:
        return "at least";
    case dsl::Bound::at_most:
        return "at most";
    case dsl::Bound::more_than:
        return "more than";
    case dsl::Bound::less_than:
        return "less than";
    }
    return "";
}

std::string_view order_words(dsl::Order order) {
    switch (order) {
    case dsl::Order::before:
        return "before";
    case dsl::Order::after:
        return "after";
    case dsl::Order::on_or_before:
        return "on or before";
    case dsl::Order::on_or_after:
        return "on or after";
    }
    return "before";
}

} // namespace

// The plan, and what an "each" goes over: never missing.
bool Checker::is_item(const Expr& expr, const Scope& scope) const {
    if (expr.type.base != Base::mention && expr.type.base != Base::record)
        return false;
    if (expr.op == Op::field)
        return true;
    const auto found = std::find_if(scope.variables.begin(), scope.variables.end(), [&](const Variable& variable) { return variable.slot == expr.slot; });
    return expr.op == Op::slot && (found == scope.variables.end() || found->is_item || expr.slot == 0);
}

std::optional<Expr> Checker::check_is(const dsl::Is& is, Span span, Scope& scope) {
    auto subject = check(*is.subject, scope);
    if (!subject)
        return std::nullopt;
    const Type type = subject->type;
    const std::string words = rules_.written(*subject);
    Expr result = node(Op::is_state, yes_no_type, span);
    result.negated = is.negated;
    result.kids.push_back(std::move(*subject));
    const auto wrong = [&](std::string_view wants, std::string suggestion = {}) -> std::optional<Expr> {
        fault("E306", span, "`" + words + "` is " + type.words() + "; " + std::string(wants), std::move(suggestion));
        return std::nullopt;
    };
    // The fields of the same record that a date word can stand behind.
    const auto dates_beside = [&]() -> std::string {
        const Expr& written = result.kids.front();
        if (written.op != Op::field || written.kids.front().type.record == nullptr)
            return {};
        const std::string owner = rules_.written(written.kids.front());
        std::string names;
        for (const plan::FieldRow& row : written.kids.front().type.record->fields)
            if (row.type == plan::FieldType::date)
                names += (names.empty() ? "`" : " or `") + owner + "." + std::string(row.name) + "`";
        return names.empty() || names.size() > 80 ? std::string() : "did you mean " + names + "?";
    };
    const auto with = [&](std::optional<Expr> kid) {
        if (kid)
            result.kids.push_back(std::move(*kid));
        return kid.has_value();
    };
    return std::visit(
        overloaded{
            [&](const dsl::IsState& state) -> std::optional<Expr> {
                result.state = state.word;
                switch (state.word) {
                case dsl::StateWord::nil_statement:
                    if (type.base != Base::text)
                        return wrong("only text can be a nil statement");
                    if (const auto nil = wordings_.find("nil_statements"); nil != wordings_.end())
                        result.wordings = {nil->second.index};
                    else if (!lost("nil_statements"))
                        fault("E209", span, "`is a nil statement` needs a lexicon called `nil_statements`, and no pack has one");
                    break;
                case dsl::StateWord::pupil_number:
                case dsl::StateWord::nhs_number:
                    if (type.base != Base::text)
                        return wrong("only text can be a valid number of this kind");
                    break;
                case dsl::StateWord::negated:
                case dsl::StateWord::quoted:
                    if (type.base != Base::mention)
                        return wrong("only a mention can be negated or quoted");
                    break;
                default:
                    if (is_item(result.kids.front(), scope))
                        return wrong("it is always there; ask about one of its fields");
                }
                return result;
            },
            [&](const dsl::IsEqual& equal) -> std::optional<Expr> {
                result.op = Op::is_equal;
                return with(value_for(*equal.to, type, words, scope)) ? std::optional(result) : std::nullopt;
            },
            [&](const dsl::IsOneOf& one_of) -> std::optional<Expr> {
                result.op = Op::is_one_of;
                for (const dsl::Expr& value : one_of.values)
                    if (!with(value_for(value, type, words, scope)))
                        return std::nullopt;
                return result;
            },
            [&](const dsl::IsOrdered& ordered) -> std::optional<Expr> {
                result.op = Op::is_ordered;
                result.order = ordered.order;
                // Items of one list, and mentions, by their place in the plan.
                if (type.base == Base::record || type.base == Base::mention)
                    return with(value_for(*ordered.than, type, words, scope)) ? std::optional(result) : std::nullopt;
                if (type.base != Base::date)
                    return wrong("only a date, or an item of the plan, can be `" + std::string(order_words(ordered.order)) + "` another", dates_beside());
                return with(expect(*ordered.than, Base::date, scope, "what it is compared with")) ? std::optional(result) : std::nullopt;
            },
            [&](const dsl::IsBound& bound) -> std::optional<Expr> {
                result.op = Op::is_bound;
                result.bound = bound.bound;
                if (type.base != Base::number && type.base != Base::duration)
                    return wrong("only a number or a length of time can be more or less than another",
                                 type.base == Base::date && std::holds_alternative<dsl::DurationLiteral>(bound.than->node)
                                     ? "say from which day, such as `" + words + " is " + (is.negated ? "not " : "") + std::string(bound_words(bound.bound)) + " " +
                                           dsl::print(*bound.than) + " before plan.date`"
                                     : "");
                return with(value_for(*bound.than, type, words, scope)) ? std::optional(result) : std::nullopt;
            },
            [&](const dsl::IsWithin& within) -> std::optional<Expr> {
                result.op = Op::is_within;
                result.side = within.side;
                if (type.base != Base::date)
                    return wrong("only a date can be within a time of another", dates_beside());
                const bool good = with(expect(*within.duration, Base::duration, scope, "the time after `within`")) &&
                                  with(expect(*within.than, Base::date, scope, "what it is compared with"));
                return good ? std::optional(result) : std::nullopt;
            },
            [&](const dsl::IsApart& apart) -> std::optional<Expr> {
                result.op = Op::is_apart;
                result.bound = apart.bound;
                result.side = apart.side;
                if (type.base != Base::date)
                    return wrong("only a date can be some time before or after another", dates_beside());
                const bool good = with(expect(*apart.duration, Base::duration, scope, "the time")) &&
                                  with(expect(*apart.than, Base::date, scope, "what it is compared with"));
                return good ? std::optional(result) : std::nullopt;
            },
            [&](const dsl::IsBetween& between) -> std::optional<Expr> {
                result.op = Op::is_between;
                if (type.base != Base::number && type.base != Base::date && type.base != Base::duration)
                    return wrong("only a number, a date or a length of time can be between two others");
                const bool good = with(value_for(*between.from, type, words, scope)) && with(value_for(*between.to, type, words, scope));
                return good ? std::optional(result) : std::nullopt;
            },
            [&](const dsl::IsNear& near) -> std::optional<Expr> {
                result.op = Op::is_near;
                result.reach = near.reach;
                result.number = near.words;
                result.wordings = wording_list(near.wordings);
                if (type.base != Base::mention)
                    return wrong("only a mention can be near other words");
                return result.wordings.size() == near.wordings.size() ? std::optional(result) : std::nullopt;
            },
        },
        is.predicate);
}

} // namespace ehc::compile

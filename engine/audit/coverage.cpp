#include "audit/coverage.hpp"

#include "compile/walk.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>

namespace ehc::audit {

namespace {

using compile::Expr;
using compile::Op;

using Visit = std::function<void(const Expr&, std::string_view)>;

void each_condition_inside(const Expr& expr, const Visit& visit);

void each_narrowing(const compile::Each& each, const Visit& visit) {
    for (const Expr& text : each.text)
        each_condition_inside(text, visit);
    for (const Expr& where : each.where) {
        visit(where, "where");
        each_condition_inside(where, visit);
    }
}

// The conditions inside an expression: `where` and the test of a quantifier.
void each_condition_inside(const Expr& expr, const Visit& visit) {
    if (expr.each)
        each_narrowing(*expr.each, visit);
    if (expr.op == Op::quantified)
        for (const Expr& test : expr.kids)
            visit(test, "test");
    for (const Expr& kid : expr.kids)
        each_condition_inside(kid, visit);
}

// Calls `visit` for each condition of the rule as written, with the clause that it is.
void each_condition(const compile::Rule& rule, const Visit& visit) {
    const auto whole = [&](const Expr& expr, std::string_view clause) {
        visit(expr, clause);
        each_condition_inside(expr, visit);
    };
    for (const compile::Transition& transition : rule.transitions)
        if (transition.when)
            whole(*transition.when, "transition when");
    if (rule.when)
        whole(*rule.when, "when");
    for (const compile::Each& subject : rule.subjects)
        each_narrowing(subject, visit);
    for (const auto& [slot, let] : rule.lets)
        each_condition_inside(let, visit);
    if (rule.provided)
        whole(*rule.provided, "provided");
    if (rule.form != compile::Form::ask)
        whole(rule.condition, rule.form == compile::Form::require ? "require" : "forbid");
    for (const Expr& unless : rule.unless)
        whole(unless, "unless");
    for (const auto& [severity, when] : rule.severity_when)
        whole(when, "severity when");
    for (const auto& [basis, when] : rule.basis_when)
        whole(when, "basis when");
}

bool is_comparison(const Expr& expr) {
    return expr.op == Op::is_ordered || expr.op == Op::is_bound || expr.op == Op::is_between || expr.op == Op::is_within ||
           expr.op == Op::is_apart;
}

// ---- boundaries

// One example of a rule whose date can be moved.
class Moved {
  public:
    Moved(const compile::CompiledRules& rules, const compile::Rule& rule, const compile::Example& example)
        : rules_(rules), rule_(rule), judged_(plan_of(rule, example)), parameters_(&example.parameters) {}

    [[nodiscard]] eval::Decisions decisions() { return run().first; }

    // What the comparison and the rule say when the date is another day; nothing where the comparison is not decided, or is
    // decided both ways by several subjects.
    [[nodiscard]] std::optional<Boundary::Day> on(Date day, const Expr& comparison, const eval::Decisions::DateOf& date) {
        auto* const owner = const_cast<void*>(date.owner.at); // a record of our own plan
        const plan::FieldView before = date.field->view(owner);
        const PartialDate kept = std::get<PartialDate>(before.value);
        const plan::Origin origin = *before.origin;
        date.field->set(owner, plan::FieldInput(PartialDate(day)), origin);
        const auto [decided, verdict] = run();
        date.field->set(owner, plan::FieldInput(kept), origin);
        const auto seen = decided.seen.find(&comparison);
        if (seen == decided.seen.end() || seen->second.yes == seen->second.no)
            return std::nullopt;
        return Boundary::Day{day, seen->second.yes, verdict};
    }

  private:
    std::pair<eval::Decisions, std::string> run() {
        eval::Decisions decisions;
        eval::Evaluator evaluator(rules_, judged_.plan, {judged_.as_at, &decisions, parameters_});
        const eval::RuleOutcome outcome = evaluator.run(rule_);
        std::string verdict = "quiet";
        if (!outcome.findings.empty()) {
            auto worst = outcome.findings.front().severity;
            for (const finding::Finding& finding : outcome.findings)
                worst = std::min(worst, finding.severity);
            verdict = "fires (" + std::string(finding::name_of(worst)) + ")";
        } else if (!outcome.questions.empty()) {
            verdict = "asks";
        } else if (!outcome.unchecked.empty()) {
            verdict = "unchecked";
        } else if (outcome.passed == 0) {
            verdict = "not applicable";
        }
        return {std::move(decisions), std::move(verdict)};
    }

    const compile::CompiledRules& rules_;
    const compile::Rule& rule_;
    ExamplePlan judged_;
    const std::vector<std::pair<std::uint32_t, compile::Constant>>* parameters_; // of the example
};

// Days on which the answer may turn, when `date` is moved: every other date of the comparison, and that many months and days
// before and after it.
std::vector<Date> likely_limits(const eval::Decisions::Compared& compared, Date moved) {
    std::vector<Duration> lengths{{}};
    for (const eval::Value& value : compared.values)
        if (const auto* length = value.as<builtin::DurationRange>()) {
            lengths.push_back(length->low);
            lengths.push_back(-length->low);
        }
    std::vector<Date> limits;
    for (const eval::Value& value : compared.values)
        if (const auto* date = value.as<PartialDate>(); date != nullptr && date->first != moved)
            for (const Duration& length : lengths)
                for (const Date day : {date->first, date->last})
                    limits.push_back(day + length);
    return limits;
}

// Ages and counts of whole years turn once as a date moves: looked for year by year, then halved down to the day.
std::optional<Date> turning_day(Date from, const std::function<std::optional<bool>(Date)>& holds) {
    constexpr int most_years = 26; // no EHC plan is kept beyond the age of 25
    Date low = from.plus_months(-12 * most_years);
    std::optional<bool> before = holds(low);
    for (int year = -most_years + 1; year <= most_years; ++year) {
        Date high = from.plus_months(12 * year);
        const std::optional<bool> after = holds(high);
        if (before && after && *before != *after) {
            while (low.plus_days(1) < high) {
                const Date middle(low.days() + (high.days() - low.days()) / 2);
                const std::optional<bool> now = holds(middle);
                if (!now)
                    return std::nullopt;
                (*now == *before ? low : high) = middle;
            }
            return high;
        }
        low = high;
        before = after;
    }
    return std::nullopt;
}

void add_boundaries(Moved& example, const Boundary& like, const eval::Decisions::Compared& compared, std::vector<Boundary>& found) {
    const eval::Decisions::DateOf& date = compared.dates.front();
    const Date stands = std::get<PartialDate>(date.field->view(date.owner.at).value).first;
    const auto on = [&](Date day) { return example.on(day, *compared.expr, date); };
    const auto holds = [&](Date day) -> std::optional<bool> {
        const auto there = on(day);
        return there ? std::optional(there->holds) : std::nullopt;
    };
    std::vector<Date> limits = likely_limits(compared, stands);
    if (compared.expr->op == Op::is_bound)
        if (const auto turning = turning_day(stands, holds))
            limits.push_back(*turning);
    std::vector<Date> turned; // days that differ from the one before
    constexpr int reach = 4; // months end on the 28th to the 31st
    for (const Date limit : limits)
        for (int days = -reach; days <= reach; ++days) {
            const Date day = limit.plus_days(days);
            const auto before = holds(day.plus_days(-1)), after = holds(day);
            if (!before || !after || *before == *after || std::find(turned.begin(), turned.end(), day) != turned.end())
                continue;
            turned.push_back(day);
            // The limit is the day that the rule names, where that is one of the two.
            const bool named = std::find(limits.begin(), limits.end(), day.plus_days(-1)) != limits.end() &&
                               std::find(limits.begin(), limits.end(), day) == limits.end();
            const Date middle = named ? day.plus_days(-1) : day;
            Boundary boundary = like;
            boundary.expr = compared.expr;
            boundary.moved = std::string(date.field->name) + " of " + std::string(date.owner.type->name);
            std::replace(boundary.moved.begin(), boundary.moved.end(), '_', ' ');
            for (int i = -1; i <= 1; ++i)
                if (const auto there = on(middle.plus_days(i)))
                    boundary.days.push_back(*there);
            if (boundary.days.size() == 3) // else the example does not reach the comparison on one of them
                found.push_back(std::move(boundary));
        }
}

} // namespace

std::vector<CoveredCondition> coverage(const compile::CompiledRules& rules, const std::vector<const compile::Rule*>& chosen, const eval::Decisions& decisions) {
    std::vector<CoveredCondition> all;
    const auto add = [&](const CoveredCondition& of, const Expr& expr, std::string_view clause) {
        const auto with_parts = [&](const Expr& whole, const auto& self) -> void {
            const auto seen = decisions.seen.find(&whole);
            all.push_back({of.rule, of.derived, &whole, clause, seen == decisions.seen.end() ? eval::Decisions::Seen{} : seen->second});
            if (seen != decisions.seen.end() && (whole.op == Op::all_of || whole.op == Op::any_of))
                for (const Expr& part : whole.kids)
                    self(part, self);
        };
        with_parts(expr, with_parts);
    };
    std::set<std::uint32_t> used; // definitions, and those that they use in turn
    const auto use = [&](const Expr& expr, const auto& self) -> void {
        if (expr.op == Op::derived && used.insert(expr.index).second)
            compile::each_expr(rules.derived[expr.index].value, [&](const Expr& inner) { self(inner, self); });
    };
    for (const compile::Rule* rule : chosen) {
        each_condition(*rule, [&](const Expr& condition, std::string_view clause) { add({rule}, condition, clause); });
        compile::each_expr(*rule, [&](const Expr& expr) { use(expr, use); });
    }
    for (const std::uint32_t index : used) {
        const compile::Derived& derived = rules.derived[index];
        const Visit visit = [&](const Expr& condition, std::string_view clause) { add({nullptr, &derived}, condition, clause); };
        if (derived.value.type.base == compile::Base::yes_no)
            visit(derived.value, "define");
        each_condition_inside(derived.value, visit);
    }
    return all;
}

unsigned Boundary::turns() const noexcept {
    unsigned count = 0;
    for (std::size_t i = 1; i < days.size(); ++i)
        count += days[i].holds != days[i - 1].holds ? 1 : 0;
    return count;
}

std::vector<Boundary> boundaries(const compile::CompiledRules& rules, const std::vector<const compile::Rule*>& chosen) {
    std::vector<Boundary> found;
    for (const compile::Rule* rule : chosen) {
        const auto first = static_cast<std::ptrdiff_t>(found.size());
        std::vector<const Expr*> done; // the first example that shows a comparison turning is enough
        for (const compile::Example& example : rule->examples) {
            Moved moved(rules, *rule, example);
            const eval::Decisions decisions = moved.decisions();
            for (const eval::Decisions::Compared& compared : decisions.compared) {
                const bool known = std::find(done.begin(), done.end(), compared.expr) != done.end();
                if (known || compared.dates.empty() || !is_comparison(*compared.expr))
                    continue;
                const std::size_t before = found.size();
                add_boundaries(moved, {rule, nullptr, &example, {}, {}}, compared, found);
                if (found.size() != before)
                    done.push_back(compared.expr);
            }
        }
        std::stable_sort(found.begin() + first, found.end(), [](const Boundary& a, const Boundary& b) {
            return std::tuple(a.expr->file, a.expr->span.begin, a.days.front().date) < std::tuple(b.expr->file, b.expr->span.begin, b.days.front().date);
        });
    }
    return found;
}

} // namespace ehc::audit

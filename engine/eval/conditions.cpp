// Conditions: yes, no, or cannot tell and why.

#include "base/overloaded.hpp"
#include "eval/evaluator.hpp"
#include "text/check_digits.hpp"
#include "text/likeness.hpp"

#include <algorithm>
#include <array>

namespace ehc::eval {

using builtin::Truth;

namespace {

// One of the ids "B1; B3" (or "B1, B3") of a reference.
bool refers(const plan::TextField& references, const plan::TextField& id) {
    if (!references.stated() || !id.stated() || id.value.empty())
        return false;
    const std::string& list = references.value.value;
    const std::string& wanted = id.value.value;
    for (std::size_t at = list.find(wanted); at != std::string::npos; at = list.find(wanted, at + 1)) {
        const auto edge = [&](std::size_t i) {
            return i >= list.size() || list[i] == ';' || list[i] == ',' || list[i] == ' ';
        };
        if ((at == 0 || edge(at - 1)) && edge(at + wanted.size()))
            return true;
    }
    return false;
}

// Whether one item stands before another in the plan; both of one list, or two mentions.
bool stands_before(const Value& a, const Value& b) {
    if (const Record* record = a.as<Record>())
        return record->number < b.as<Record>()->number;
    const Mention &x = *a.as<Mention>(), &y = *b.as<Mention>();
    const auto place = [](const Mention& mention) {
        const plan::Origin origin = mention.in->text->origin(mention.match->span.begin, mention.match->span.end);
        return std::pair(origin.span.begin, mention.match->first);
    };
    return place(x) < place(y);
}

} // namespace

bool Evaluator::Impl::by_reference(const plan::Provision& provision, const plan::Need& need) const {
    if (refers(provision.needs, need.id))
        return true;
    return std::any_of(plan_.outcomes.begin(), plan_.outcomes.end(), [&](const plan::Outcome& outcome) {
        return refers(provision.outcomes, outcome.id) && refers(outcome.needs, need.id);
    });
}

// The child's name stands in every item and links none of them.
std::size_t Evaluator::Impl::shared_words(const TextView& a, const TextView& b) {
    const std::vector<std::string>&left = texts_.stems(a), &right = texts_.stems(b);
    std::vector<std::string> names;
    for (const plan::TextField* name : {&plan_.child.name, &plan_.child.known_as})
        if (name->stated()) {
            const std::vector<std::string>& parts = texts_.stems(texts_.view(name->value, std::nullopt));
            names.insert(names.end(), parts.begin(), parts.end());
        }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    const auto in = [](const std::vector<std::string>& words, const std::string& word) { return std::binary_search(words.begin(), words.end(), word); };
    return text::shared(left, right) -
           static_cast<std::size_t>(std::count_if(names.begin(), names.end(), [&](const std::string& name) { return in(left, name) && in(right, name); }));
}

Truth Evaluator::Impl::linked(const compile::Expr& expr, Frame& frame) {
    const Value subject = value(expr.kids[0], frame), object = value(expr.kids[1], frame);
    for (const Value* side : {&subject, &object})
        if (const Unknown* unknown = side->unknown())
            return Truth::unknown(unknown->why());
    const void *from = subject.as<Record>()->at, *to = object.as<Record>()->at;
    const auto infer = [&](const auto& a, const auto& b, bool any_reference) {
        if (expr.flag)
            return Truth::of(false);
        if (!any_reference)
            inferred_ = true;
        if (!a.text.stated() || !b.text.stated())
            return Truth::unknown("an item without text cannot be linked");
        const std::size_t shared = shared_words(texts_.view(a.text.value, subject.section), texts_.view(b.text.value, object.section));
        const bool same_area = a.area.stated() && b.area.stated() && a.area.value == b.area.value;
        return Truth::of(shared >= (same_area ? 1U : 2U));
    };
    switch (expr.link) {
    case dsl::Link::meets: {
        const auto& provision = *static_cast<const plan::Provision*>(from);
        const auto& need = *static_cast<const plan::Need*>(to);
        if (by_reference(provision, need))
            return Truth::of(true);
        const bool any = std::any_of(plan_.provisions.begin(), plan_.provisions.end(), [](const plan::Provision& p) { return p.needs.stated(); });
        return infer(provision, need, any);
    }
    case dsl::Link::supports: {
        const auto& provision = *static_cast<const plan::Provision*>(from);
        const auto& outcome = *static_cast<const plan::Outcome*>(to);
        if (refers(provision.outcomes, outcome.id))
            return Truth::of(true);
        const bool any = std::any_of(plan_.provisions.begin(), plan_.provisions.end(), [](const plan::Provision& p) { return p.outcomes.stated(); });
        return infer(provision, outcome, any);
    }
    case dsl::Link::answers: {
        const auto& outcome = *static_cast<const plan::Outcome*>(from);
        const auto& need = *static_cast<const plan::Need*>(to);
        if (refers(outcome.needs, need.id))
            return Truth::of(true);
        const bool any = std::any_of(plan_.outcomes.begin(), plan_.outcomes.end(), [](const plan::Outcome& o) { return o.needs.stated(); });
        return infer(outcome, need, any);
    }
    }
    return Truth::of(false);
}

Truth Evaluator::Impl::is_state(const compile::Expr& expr, Frame& frame) {
    Value made;
    const Value& subject = peek(expr.kids.front(), frame, made);
    if (const Truth* answer = subject.as<Truth>(); answer != nullptr && answer->is_unknown())
        return *answer;
    const Unknown* unknown = subject.unknown();
    const plan::State state = unknown != nullptr ? unknown->state : plan::State::stated;
    switch (expr.state) {
    case dsl::StateWord::stated:
        return state == plan::State::unreadable ? Truth::unknown(unknown->why()) : Truth::of(state == plan::State::stated);
    case dsl::StateWord::missing:
        return Truth::of(state == plan::State::missing);
    case dsl::StateWord::blank:
        return Truth::of(state == plan::State::blank);
    case dsl::StateWord::placeholder:
        return Truth::of(state == plan::State::placeholder);
    case dsl::StateWord::unreadable:
        return Truth::of(state == plan::State::unreadable);
    case dsl::StateWord::nil_statement: {
        if (unknown != nullptr)
            return Truth::unknown(unknown->why());
        const TextView* view = subject.as<TextView>();
        // A nil statement is short: words that say there is nothing, and where that comes from. A long text that also says
        // "no concerns" about one thing is not one.
        constexpr std::uint32_t longest = 30;
        return Truth::of((view == nullptr || view->last - view->first <= longest) && mentions_any(expr.wordings, subject));
    }
    case dsl::StateWord::pupil_number:
    case dsl::StateWord::nhs_number:
        if (unknown != nullptr)
            return Truth::unknown(unknown->why());
        return Truth::of(expr.state == dsl::StateWord::pupil_number ? text::is_pupil_number(words_of(subject)) : text::is_nhs_number(words_of(subject)));
    case dsl::StateWord::negated: {
        if (unknown != nullptr)
            return Truth::unknown(unknown->why());
        const Mention& mention = *subject.as<Mention>();
        return Truth::of(mention.in->analysis().negated(mention.match->first));
    }
    case dsl::StateWord::quoted: {
        if (unknown != nullptr)
            return Truth::unknown(unknown->why());
        const Mention& mention = *subject.as<Mention>();
        return Truth::of(mention.in->analysis().quoted(mention.match->first));
    }
    }
    return Truth::of(false);
}

Truth Evaluator::Impl::equal(const Value& a, const Value& b) {
    if (const Unknown* unknown = a.unknown())
        return Truth::unknown(unknown->why());
    if (const Unknown* unknown = b.unknown())
        return Truth::unknown(unknown->why());
    return std::visit(overloaded{
                          [&](const Choice& x) { return Truth::of(x.index == b.as<Choice>()->index); },
                          [&](const PartialDate& x) { return builtin::same_day(x, *b.as<PartialDate>()); },
                          [&](const builtin::NumberRange& x) { return builtin::equal(x, *b.as<builtin::NumberRange>()); },
                          [&](const builtin::DurationRange& x) {
                              const auto& y = *b.as<builtin::DurationRange>();
                              return builtin::both(builtin::at_most(x, y), builtin::at_most(y, x));
                          },
                          [&](const Truth& x) {
                              const Truth& y = *b.as<Truth>();
                              return x.is_unknown() ? x : y.is_unknown() ? y : Truth::of(x.yes() == y.yes());
                          },
                          [&](const Record& x) { return Truth::of(x.at == b.as<Record>()->at); },
                          // Texts are equal when they have the same words: case, accents, signs and line ends do not count.
                          [&](const TextView&) { return Truth::of(same_words(a, b)); },
                          [&](const TextViews*) { return Truth::of(same_words(a, b)); },
                          [&](const Mention& x) { return Truth::of(x.in == b.as<Mention>()->in && x.match == b.as<Mention>()->match); },
                          [&](const Unknown&) { return Truth::of(false); },
                      },
                      a.held);
}

void Evaluator::Impl::note_comparison(const compile::Expr& expr, Frame& frame) {
    Decisions::Compared noted{&expr, {}, {}};
    for (const compile::Expr& kid : expr.kids)
        noted.values.push_back(value(kid, frame));
    const auto add_dates = [&](const compile::Expr& part, auto&& self) -> void {
        if (part.op == compile::Op::field && part.type.base == compile::Base::date) {
            if (const Value owner = value(part.kids.front(), frame); owner.as<Record>() != nullptr)
                noted.dates.push_back({part.field, *owner.as<Record>()});
            return;
        }
        for (const compile::Expr& kid : part.kids)
            self(kid, self);
    };
    add_dates(expr, add_dates);
    context_.decisions->compared.push_back(std::move(noted));
}

// The comparisons: ordered, bound, within, apart, between.
Truth Evaluator::Impl::compare(const compile::Expr& expr, Frame& frame) {
    std::array<Value, 3> made;
    std::array<const Value*, 3> found{};
    for (std::size_t i = 0; i < expr.kids.size(); ++i) {
        found[i] = &peek(expr.kids[i], frame, made[i]);
        if (const Unknown* unknown = found[i]->unknown())
            return Truth::unknown(unknown->why());
    }
    const auto kids = [&](std::size_t i) -> const Value& { return *found[i]; };
    const Value& subject = kids(0);
    if (subject.as<Record>() != nullptr || subject.as<Mention>() != nullptr) {
        const bool earlier = expr.order == dsl::Order::before || expr.order == dsl::Order::on_or_after;
        const bool stands = earlier ? stands_before(kids(0), kids(1)) : stands_before(kids(1), kids(0));
        const bool either_way = expr.order == dsl::Order::on_or_before || expr.order == dsl::Order::on_or_after;
        return Truth::of(either_way ? !stands : stands);
    }
    if (context_.decisions != nullptr)
        note_comparison(expr, frame);
    const auto at_most = [](const Value& a, const Value& b) {
        if (const auto* date = a.as<PartialDate>())
            return builtin::on_or_before(*date, *b.as<PartialDate>());
        if (const auto* number = a.as<builtin::NumberRange>())
            return builtin::at_most(*number, *b.as<builtin::NumberRange>());
        return builtin::at_most(*a.as<builtin::DurationRange>(), *b.as<builtin::DurationRange>());
    };
    const auto less = [](const Value& a, const Value& b) {
        if (const auto* date = a.as<PartialDate>())
            return builtin::before(*date, *b.as<PartialDate>());
        if (const auto* number = a.as<builtin::NumberRange>())
            return builtin::less(*number, *b.as<builtin::NumberRange>());
        return builtin::less(*a.as<builtin::DurationRange>(), *b.as<builtin::DurationRange>());
    };
    switch (expr.op) {
    case compile::Op::is_ordered:
        switch (expr.order) {
        case dsl::Order::before:
            return less(subject, kids(1));
        case dsl::Order::after:
            return less(kids(1), subject);
        case dsl::Order::on_or_before:
            return at_most(subject, kids(1));
        case dsl::Order::on_or_after:
            return at_most(kids(1), subject);
        }
        break;
    case compile::Op::is_bound:
        switch (expr.bound) {
        case dsl::Bound::at_least:
            return at_most(kids(1), subject);
        case dsl::Bound::at_most:
            return at_most(subject, kids(1));
        case dsl::Bound::more_than:
            return less(kids(1), subject);
        case dsl::Bound::less_than:
            return less(subject, kids(1));
        }
        break;
    case compile::Op::is_between:
        if (less(kids(2), kids(1)).yes()) // nothing lies between them, whatever day a partial date may mean
            return Truth::of(false);
        return builtin::both(at_most(kids(1), subject), at_most(subject, kids(2)));
    case compile::Op::is_within:
    case compile::Op::is_apart: {
        const PartialDate& x = *subject.as<PartialDate>();
        const Duration length = kids(1).as<builtin::DurationRange>()->low;
        const PartialDate& y = *kids(2).as<PartialDate>();
        const PartialDate early = builtin::minus(y, length), late = builtin::plus(y, length);
        using builtin::before, builtin::both, builtin::on_or_before;
        if (expr.op == compile::Op::is_within)
            return both(on_or_before(expr.side == dsl::Side::after ? y : early, x), on_or_before(x, expr.side == dsl::Side::before ? y : late));
        const bool earlier = expr.side == dsl::Side::before;
        switch (expr.bound) { // the table in builtin/ranges.hpp
        case dsl::Bound::more_than:
            return earlier ? before(x, early) : before(late, x);
        case dsl::Bound::at_least:
            return earlier ? on_or_before(x, early) : on_or_before(late, x);
        case dsl::Bound::less_than:
            if (length <= Duration()) // nor is any day less than no days away
                return Truth::of(false);
            return earlier ? both(before(early, x), on_or_before(x, y)) : both(on_or_before(y, x), before(x, late));
        case dsl::Bound::at_most:
            return earlier ? both(on_or_before(early, x), on_or_before(x, y)) : both(on_or_before(y, x), on_or_before(x, late));
        }
        break;
    }
    default:
        break;
    }
    return Truth::of(false);
}

Truth Evaluator::Impl::quantified(const compile::Expr& expr, Frame& frame) {
    std::uint32_t yes = 0, no = 0, doubtful = 0;
    std::string because;
    if (!expr.each->text.empty())
        if (const Value text = value(expr.each->text.front(), frame); text.unknown() != nullptr)
            return Truth::unknown(text.unknown()->why());
    std::vector<Step>* const outer = steps_;
    each_item(
        *expr.each, frame,
        [&](const Value& item) {
            const std::size_t from = step_count();
            const Truth test = expr.kids.empty() ? Truth::of(true) : truth(expr.kids.front(), frame);
            if (outer != nullptr) {
                std::vector<Step> steps = take_steps(from);
                outer->push_back({words_of(item), words_of({test, {}, {}}), item.origin, std::move(steps)});
            }
            if (test.is_unknown()) {
                ++doubtful;
                if (because.empty())
                    because = test.because;
            } else {
                ++(test.yes() ? yes : no);
            }
            // What is already decided is not looked at further, unless the reader wants to see every item.
            if (outer != nullptr)
                return true;
            return !(expr.quantifier == dsl::Quantifier::some && yes != 0) && !(expr.quantifier == dsl::Quantifier::no && yes != 0) &&
                   !((expr.quantifier == dsl::Quantifier::every || expr.quantifier == dsl::Quantifier::only) && no != 0);
        },
        [&](const Truth& doubt) {
            ++doubtful;
            if (because.empty())
                because = doubt.because;
        });
    // The number of items that hold lies between yes and yes + doubtful.
    const double low = yes, high = static_cast<double>(yes) + doubtful;
    const double all = high + no;
    const double wanted = expr.flag ? expr.number / 100 * all : expr.number; // a share is of those that there are
    if (expr.flag && all == 0) // of nothing there is no share
        return Truth::unknown("there is no " + expr.each->noun + " to take a share of");
    const auto unless_doubtful = [&](bool certain_yes, bool certain_no) {
        return certain_yes ? Truth::of(true) : certain_no ? Truth::of(false) : Truth::unknown(because);
    };
    switch (expr.quantifier) {
    case dsl::Quantifier::some:
        return unless_doubtful(low >= 1, high < 1);
    case dsl::Quantifier::no:
        return unless_doubtful(high < 1, low >= 1);
    case dsl::Quantifier::every:
        return unless_doubtful(no == 0 && doubtful == 0, no != 0);
    case dsl::Quantifier::only:
        return unless_doubtful(no == 0 && doubtful == 0 && yes != 0, no != 0 || all == 0);
    case dsl::Quantifier::at_least:
        return unless_doubtful(low >= wanted, high < wanted);
    case dsl::Quantifier::at_most:
        return unless_doubtful(high <= wanted, low > wanted);
    case dsl::Quantifier::more_than:
        return unless_doubtful(low > wanted, high <= wanted);
    case dsl::Quantifier::fewer_than:
        return unless_doubtful(high < wanted, low >= wanted);
    case dsl::Quantifier::exactly:
        return unless_doubtful(low == wanted && high == wanted, low > wanted || high < wanted);
    }
    return Truth::of(false);
}

Truth Evaluator::Impl::decide(const compile::Expr& expr, Frame& frame) {
    using compile::Op;
    switch (expr.op) {
    case Op::all_of: {
        Truth all = Truth::of(true);
        for (const compile::Expr& kid : expr.kids) {
            all = builtin::both(std::move(all), truth(kid, frame));
            if (all.no() && steps_ == nullptr)
                break;
        }
        return all;
    }
    case Op::any_of: {
        Truth any = Truth::of(false);
        for (const compile::Expr& kid : expr.kids) {
            any = builtin::either(std::move(any), truth(kid, frame));
            if (any.yes() && steps_ == nullptr)
                break;
        }
        return any;
    }
    case Op::negation:
        return !truth(expr.kids.front(), frame);
    case Op::is_state:
        return is_state(expr, frame);
    case Op::is_equal: {
        Value left, right;
        const Value& a = peek(expr.kids[0], frame, left);
        return equal(a, peek(expr.kids[1], frame, right));
    }
    case Op::is_one_of: {
        const Value subject = value(expr.kids.front(), frame);
        Truth any = Truth::of(false);
        for (std::size_t i = 1; i < expr.kids.size() && !any.yes(); ++i)
            any = builtin::either(std::move(any), equal(subject, value(expr.kids[i], frame)));
        return any;
    }
    case Op::is_ordered:
    case Op::is_bound:
    case Op::is_within:
    case Op::is_apart:
    case Op::is_between:
        return compare(expr, frame);
    case Op::mentions:
    case Op::mention_of: {
        const Value text = value(expr.kids.front(), frame);
        if (const Unknown* unknown = text.unknown())
            return Truth::unknown(unknown->why());
        const auto found_or_doubt = [&](bool found) {
            std::string doubt = found ? std::string() : doubt_of(text);
            return doubt.empty() ? Truth::of(found) : Truth::unknown(std::move(doubt));
        };
        if (expr.fit != dsl::Fit::anywhere)
            return found_or_doubt(fits(expr, text));
        if (steps_ == nullptr)
            return found_or_doubt(mentions_any(expr.wordings, text));
        const std::vector<Mention> found = mentions(expr.wordings, text);
        for (const Mention& mention : found)
            steps_->push_back({"found", "\"" + std::string(mention.words()) + "\"", mention.in->text->origin(mention.match->span.begin, mention.match->span.end), {}});
        return found_or_doubt(!found.empty());
    }
    case Op::overlaps:
        return overlaps(expr, frame);
    case Op::is_near:
        return is_near(expr, frame);
    case Op::linked:
        return linked(expr, frame);
    case Op::quantified:
        return quantified(expr, frame);
    default: {
        const Value held = value(expr, frame);
        if (const Unknown* unknown = held.unknown())
            return Truth::unknown(unknown->why());
        return *held.as<Truth>();
    }
    }
}

Truth Evaluator::Impl::truth(const compile::Expr& expr, Frame& frame) {
    using compile::Op;
    if (steps_ == nullptr && context_.decisions == nullptr) {
        Truth result = decide(expr, frame);
        return expr.negated ? !std::move(result) : result;
    }
    // Fields, derived fields and parameters are values that happen to be yes or no; value() records them.
    const bool is_value = expr.op == Op::field || expr.op == Op::derived || expr.op == Op::parameter || expr.op == Op::slot || expr.op == Op::constant || expr.op == Op::lookup;
    std::vector<Step>* const outer = steps_;
    std::vector<Step> parts;
    if (outer != nullptr && !is_value)
        steps_ = &parts;
    Truth result = decide(expr, frame);
    if (expr.negated)
        result = !std::move(result);
    if (context_.decisions != nullptr)
        context_.decisions->decided(expr, result);
    if (outer != nullptr && !is_value) {
        steps_ = outer;
        outer->push_back({rules_.written(expr), words_of({result, {}, {}}), {}, std::move(parts)});
    }
    return result;
}

} // namespace ehc::eval

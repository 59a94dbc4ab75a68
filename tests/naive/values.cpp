#include "naive/expressions.hpp"

#include "naive/measures.hpp"

#include <algorithm>
#include <stdexcept>

namespace ehc::naive {

using compile::Expr;
using compile::Op;

namespace {

// Whether one of two values is taken before the other; of what is known in part the later end counts for the latest.
bool goes_before(dsl::Gathering how, const Value& next, const Value& best) {
    switch (how) {
    case dsl::Gathering::latest:
        return next.last > best.last;
    case dsl::Gathering::earliest:
        return next.first < best.first;
    case dsl::Gathering::greatest:
        return next.high > best.high;
    case dsl::Gathering::smallest:
        return next.low < best.low;
    default:
        return false;
    }
}

Value held(const compile::Constant& constant) {
    Value value;
    if (const auto* text = std::get_if<std::string>(&constant)) {
        value.kind = Value::Kind::text;
        value.words = words_of(*text);
    } else if (const auto* figure = std::get_if<double>(&constant)) {
        value = number(*figure, *figure);
    } else if (const auto* day = std::get_if<PartialDate>(&constant)) {
        value = date(number_of(day->first), number_of(day->last));
    } else if (const auto* stretch = std::get_if<Duration>(&constant)) {
        value = length({stretch->months, stretch->days}, {stretch->months, stretch->days});
        value.working = stretch->working_days;
    } else if (const auto* yes = std::get_if<bool>(&constant)) {
        value = answered(of(*yes));
    } else {
        value.kind = Value::Kind::choice;
        value.choice = std::get<plan::ChoiceIndex>(constant);
    }
    return value;
}

} // namespace

Value Expressions::mention_at(const Value& text, const Found& found) {
    Value mention;
    mention.kind = Value::Kind::mention;
    mention.words = {text.words.begin() + static_cast<std::ptrdiff_t>(found.first), text.words.begin() + static_cast<std::ptrdiff_t>(found.last)};
    mention.around = text.words;
    mention.place = found;
    return mention;
}

std::vector<Value> Expressions::items(const compile::Each& each) {
    std::vector<Value> all;
    if (each.over == compile::Each::Over::values) {
        for (const Expr& expr : each.values)
            all.push_back(value(expr));
        return all;
    }
    if (each.over == compile::Each::Over::mentions) {
        const Value text = value(each.text.front());
        for (const Found& found : mentions(each.wordings, text.words))
            all.push_back(mention_at(text, found));
        return all;
    }
    if (each.over != compile::Each::Over::list)
        throw std::logic_error("the naive evaluator goes through lists only");
    for (std::size_t i = 0; i < each.list->count(&plan_); ++i) {
        void* item = each.list->item(&plan_, i);
        if (each.section != nullptr && each.letters != 0) {
            const plan::FieldView letter = each.section->view(item);
            if (letter.state != plan::State::stated || (each.letters >> std::get<plan::ChoiceIndex>(letter.value) & 1U) == 0)
                continue;
        }
        all.push_back(record(each.list->record, item));
    }
    return all;
}

std::vector<Found> Expressions::mentions(const std::vector<std::uint32_t>& wordings, const std::vector<std::string>& words) {
    std::vector<Found> all;
    for (const std::uint32_t index : wordings) {
        const Phrases& phrases = lexicons_.at(rules_.wordings[index].name);
        const std::vector<Found> undoing = find(phrases.exceptions, words);
        for (const Found& hit : find(phrases.hits, words)) {
            bool undone = false;
            for (const Found& exception : undoing)
                undone = undone || (exception.first <= hit.first && hit.last <= exception.last);
            if (!undone)
                all.push_back(hit);
        }
    }
    // In order; what lies inside another is not told again.
    std::vector<Found> kept;
    for (const Found& hit : all) {
        bool inside = false;
        for (const Found& other : all) {
            const bool wider = other.last - other.first > hit.last - hit.first;
            inside = inside || (wider && other.first <= hit.first && hit.last <= other.last);
        }
        for (const Found& other : kept)
            inside = inside || (other.first == hit.first && other.last == hit.last);
        if (!inside)
            kept.push_back(hit);
    }
    std::sort(kept.begin(), kept.end(), [](const Found& a, const Found& b) { return a.first < b.first; });
    return kept;
}

Value Expressions::value(const Expr& expr) {
    const auto both = [&](auto make) -> Value {
        const Value a = value(expr.kids[0]), b = value(expr.kids[1]);
        return a.kind == Value::Kind::unknown ? a : b.kind == Value::Kind::unknown ? b : make(a, b);
    };
    switch (expr.op) {
    case Op::constant:
        return held(expr.constant);
    case Op::slot:
        return frame_.at(expr.slot);
    case Op::field:
        return field(expr);
    case Op::parameter:
        return held(rules_.parameters[expr.index].value);
    case Op::audit_date:
        return date(number_of(as_at_), number_of(as_at_));
    case Op::age:
        return both([](const Value& a, const Value& b) {
            Value stretch = length({9999, 0}, {-9999, 0});
            stretch.counted = true;
            stretch.fewest_days = b.first - a.last;
            stretch.most_days = b.last - a.first;
            for (int from = a.first; from <= a.last; ++from)
                for (int to = b.first; to <= b.last; ++to) {
                    stretch.shortest = std::min(stretch.shortest, age(from, to));
                    stretch.longest = std::max(stretch.longest, age(from, to));
                }
            return stretch;
        });
    case Op::elapsed:
        return both([&](const Value& a, const Value& b) {
            Value count = number(1e9, -1e9);
            for (int from = a.first; from <= a.last; ++from)
                for (int to = b.first; to <= b.last; ++to) {
                    const int in_days = to - from, months = age(from, to).months;
                    const int units = expr.unit == dsl::Unit::working_days ? working_between(from, to) : expr.unit == dsl::Unit::years ? months / 12 : expr.unit == dsl::Unit::months ? months : expr.unit == dsl::Unit::weeks ? in_days / 7 : in_days;
                    count.low = std::min<double>(count.low, units);
                    count.high = std::max<double>(count.high, units);
                }
            return count;
        });
    case Op::school_year:
        return both([](const Value& a, const Value& b) {
            Value year = number(1e9, -1e9);
            for (int born = a.first; born <= a.last; ++born)
                for (int on = b.first; on <= b.last; ++on) {
                    const double ncy = school_year(on) - school_year(born) - 5;
                    year.low = std::min(year.low, ncy);
                    year.high = std::max(year.high, ncy);
                }
            return year;
        });
    case Op::edge: {
        const Value of = value(expr.kids.front());
        if (of.kind == Value::Kind::unknown)
            return of;
        return expr.flag ? date(of.last, of.last) : date(of.first, of.first);
    }
    case Op::around: {
        const Value of = value(expr.kids.front());
        if (of.kind == Value::Kind::unknown)
            return of;
        const auto around = [&](int day) {
            if (expr.calendar == dsl::Calendar::term)
                return term_around(day);
            return std::pair(number_of(school_year(day), 9, 1), number_of(school_year(day) + 1, 8, 31));
        };
        if (around(of.first) != around(of.last))
            return unknown(plan::State::unreadable);
        return date(around(of.first).first, around(of.first).second);
    }
    case Op::derived: {
        std::vector<Value> own(rules_.derived[expr.index].slots, unknown());
        own[0] = frame_[0];
        for (std::size_t i = 0; i < expr.kids.size(); ++i)
            own[i + 1] = value(expr.kids[i]);
        if (own[1].kind == Value::Kind::unknown)
            return own[1];
        own.swap(frame_);
        const Value result = value(rules_.derived[expr.index].value);
        own.swap(frame_);
        return result;
    }
    case Op::in_common: {
        const Value of = value(expr.kids[0]), with = value(expr.kids[1]);
        if (of.kind == Value::Kind::unknown || with.kind == Value::Kind::unknown)
            return of.kind == Value::Kind::unknown ? of : with;
        const double percent = expr.flag ? alike(plain(of.words), plain(with.words)) : copied(plain(of.words), plain(with.words));
        return number(percent, percent);
    }
    case Op::gathered:
        return gathered(expr);
    case Op::utmost:
        return utmost(expr);
    case Op::count: {
        if (!expr.each->text.empty())
            if (const Value text = value(expr.each->text.front()); text.kind == Value::Kind::unknown)
                return text;
        double low = 0, high = 0;
        for (const Value& item : items(*expr.each)) {
            frame_[expr.each->slot] = item;
            const Answer where = expr.each->where.empty() ? Answer::yes : decide(expr.each->where.front());
            low += where == Answer::yes ? 1 : 0;
            high += where != Answer::no ? 1 : 0;
        }
        return number(low, high);
    }
    case Op::measured: {
        const Value text = value(expr.kids.front());
        if (text.kind == Value::Kind::unknown)
            return text;
        double count = 0;
        for (const std::string& word : text.words)
            count += std::isalnum(static_cast<unsigned char>(word.front())) != 0 ? 1 : 0;
        return number(count, count);
    }
    case Op::sum: {
        Value total = value(expr.kids.front());
        if (expr.minus.front() && total.kind == Value::Kind::number) // -1
            total = number(-total.high, -total.low);
        for (std::size_t i = 1; i < expr.kids.size() && total.kind != Value::Kind::unknown; ++i) {
            const Value term = value(expr.kids[i]);
            const int sign = expr.minus[i] ? -1 : 1;
            if (term.kind == Value::Kind::unknown || total.kind != Value::Kind::date)
                return term.kind == Value::Kind::unknown ? term : throw std::logic_error("the naive evaluator adds to dates only");
            total = date(plus(total.first, sign * term.shortest.months, sign * term.shortest.days), plus(total.last, sign * term.shortest.months, sign * term.shortest.days));
        }
        return total;
    }
    default:
        return answered(decide(expr));
    }
}

// One value out of those that are stated.
Value Expressions::gathered(const Expr& expr) {
    std::vector<Value> values;
    if (expr.each) {
        for (const Value& item : items(*expr.each)) {
            frame_[expr.each->slot] = item;
            const Answer where = expr.each->where.empty() ? Answer::yes : decide(expr.each->where.front());
            if (where == Answer::unknown)
                return unknown(plan::State::unreadable);
            if (where == Answer::yes)
                values.push_back(value(expr.kids.front()));
        }
    } else {
        for (const Expr& kid : expr.kids)
            values.push_back(value(kid));
    }
    const bool total = expr.gathering == dsl::Gathering::total;
    Value best = total ? number(0, 0) : unknown();
    for (const Value& next : values) {
        if (next.kind == Value::Kind::unknown) {
            if (next.state == plan::State::unreadable || total)
                return next;
            continue;
        }
        if (expr.gathering == dsl::Gathering::first_stated)
            return next;
        if (total)
            best = number(best.low + next.low, best.high + next.high);
        else if (best.kind == Value::Kind::unknown || goes_before(expr.gathering, next, best))
            best = next;
    }
    return best;
}

// The item itself.
Value Expressions::utmost(const Expr& expr) {
    Value best_item = unknown(), best_date = unknown();
    bool doubt = false;
    for (const Value& item : items(*expr.each)) {
        frame_[expr.each->slot] = item;
        const Answer where = expr.each->where.empty() ? Answer::yes : decide(expr.each->where.front());
        doubt = doubt || where == Answer::unknown;
        if (where != Answer::yes)
            continue;
        const Value date = value(expr.kids.front());
        doubt = doubt || (date.kind == Value::Kind::unknown && date.state == plan::State::unreadable);
        if (date.kind != Value::Kind::unknown &&
            (best_date.kind == Value::Kind::unknown || goes_before(expr.flag ? dsl::Gathering::latest : dsl::Gathering::earliest, date, best_date))) {
            best_date = date;
            best_item = item;
        }
    }
    return doubt ? unknown(plan::State::unreadable) : best_item;
}

Value Expressions::field(const Expr& expr) {
    const Value owner = value(expr.kids.front());
    if (owner.kind == Value::Kind::unknown) // the latest of none
        return owner;
    void* at = const_cast<void*>(owner.record);
    if (expr.field->type == plan::FieldType::record)
        return record(expr.field->record, expr.field->sub(at));
    const plan::FieldView view = expr.field->view(at);
    met_unreadable_ = met_unreadable_ || view.state == plan::State::unreadable;
    if (view.state != plan::State::stated)
        return unknown(view.state);
    Value value;
    if (const auto* text = std::get_if<const plan::Text*>(&view.value)) {
        value.kind = Value::Kind::text;
        value.words = words_of((*text)->value);
    } else if (const auto* figure = std::get_if<double>(&view.value)) {
        value = number(*figure, *figure);
    } else if (const auto* day = std::get_if<PartialDate>(&view.value)) {
        value = date(number_of(day->first), number_of(day->last));
        if (*day == PartialDate(*Date::of(2024, 9, 1), *Date::of(2024, 12, 31), Precision::term)) // the council's own
            value = date(term_around(value.first).first, term_around(value.first).second);
    } else if (const auto* yes = std::get_if<bool>(&view.value)) {
        value = answered(of(*yes));
    } else {
        value.kind = Value::Kind::choice;
        value.choice = std::get<plan::ChoiceIndex>(view.value);
    }
    return value;
}

} // namespace ehc::naive

#include "naive/expressions.hpp"

#include "naive/measures.hpp"

#include <algorithm>
#include <stdexcept>

namespace ehc::naive {

using compile::Expr;
using compile::Op;

namespace {

// Every whole number that each may be.
template <class Test> Answer of_numbers(const Value& a, const Value& b, Test test) {
    bool yes = false, no = false;
    for (double x = a.low; x <= a.high; ++x)
        for (double y = b.low; y <= b.high; ++y)
            (test(x, y) ? yes : no) = true;
    return agreed(yes, no);
}

// Every day that each may be.
template <class Test> Answer of_dates(const Value& a, const Value& b, Test test) {
    bool yes = false, no = false;
    for (int x = a.first; x <= a.last; ++x)
        for (int y = b.first; y <= b.last; ++y)
            (test(x, y) ? yes : no) = true;
    return agreed(yes, no);
}

template <class Test> Answer of_lengths(const Value& a, const Value& b, Test test) {
    // Weeks and days are counted in days, months and years as people count ages.
    const bool in_days = b.longest.months == 0 && a.counted;
    const bool low = in_days ? test(a.fewest_days, b.shortest.days) : test(a.shortest, b.shortest);
    const bool high = in_days ? test(a.most_days, b.longest.days) : test(a.longest, b.longest);
    return agreed(low || high, !low || !high);
}

Answer equal(const Value& a, const Value& b) {
    if (a.kind == Value::Kind::unknown || b.kind == Value::Kind::unknown)
        return Answer::unknown;
    switch (a.kind) {
    case Value::Kind::choice:
        return of(a.choice == b.choice);
    case Value::Kind::answer:
        return a.answer == Answer::unknown || b.answer == Answer::unknown ? Answer::unknown : of(a.answer == b.answer);
    case Value::Kind::number:
        return of_numbers(a, b, [](double x, double y) { return x == y; });
    case Value::Kind::date:
        return of_dates(a, b, [](int x, int y) { return x == y; });
    case Value::Kind::text:
        return of(a.words == b.words);
    default:
        throw std::logic_error("the naive evaluator does not compare these");
    }
}

} // namespace

Answer Expressions::decide(const Expr& expr) {
    const Answer answer = decide_plain(expr);
    return expr.negated ? opposite(answer) : answer;
}

Answer Expressions::decide_plain(const Expr& expr) {
    switch (expr.op) {
    case Op::all_of: {
        Answer all = Answer::yes;
        for (const Expr& kid : expr.kids) {
            const Answer answer = decide(kid);
            if (answer == Answer::no)
                all = Answer::no;
            else if (answer == Answer::unknown && all == Answer::yes)
                all = Answer::unknown;
        }
        return all;
    }
    case Op::any_of: {
        Answer any = Answer::no;
        for (const Expr& kid : expr.kids) {
            const Answer answer = decide(kid);
            if (answer == Answer::yes)
                any = Answer::yes;
            else if (answer == Answer::unknown && any == Answer::no)
                any = Answer::unknown;
        }
        return any;
    }
    case Op::negation:
        return opposite(decide(expr.kids.front()));
    case Op::is_state:
        return is_state(expr);
    case Op::is_equal:
        return equal(value(expr.kids[0]), value(expr.kids[1]));
    case Op::is_one_of: {
        const Value subject = value(expr.kids.front());
        Answer any = Answer::no;
        for (std::size_t i = 1; i < expr.kids.size(); ++i) {
            const Answer answer = equal(subject, value(expr.kids[i]));
            if (answer == Answer::yes)
                return answer;
            if (answer == Answer::unknown)
                any = answer;
        }
        return any;
    }
    case Op::is_ordered:
    case Op::is_bound:
    case Op::is_between:
    case Op::is_within:
    case Op::is_apart:
        return compare(expr);
    case Op::mentions: {
        const Value text = value(expr.kids.front());
        return text.kind == Value::Kind::unknown ? Answer::unknown : of(!mentions(expr.wordings, text.words).empty());
    }
    case Op::overlaps:
        return overlaps(expr);
    case Op::is_near:
        return is_near(expr);
    case Op::linked:
        return linked(expr);
    case Op::quantified:
        return quantified(expr);
    default: {
        const Value held = value(expr);
        return held.kind == Value::Kind::unknown ? Answer::unknown : held.answer;
    }
    }
}

Answer Expressions::is_state(const Expr& expr) {
    const Value subject = value(expr.kids.front());
    const plan::State state = subject.kind == Value::Kind::unknown ? subject.state : plan::State::stated;
    switch (expr.state) {
    case dsl::StateWord::stated:
        return state == plan::State::unreadable ? Answer::unknown : of(state == plan::State::stated);
    case dsl::StateWord::missing:
        return of(state == plan::State::missing);
    case dsl::StateWord::blank:
        return of(state == plan::State::blank);
    case dsl::StateWord::placeholder:
        return of(state == plan::State::placeholder);
    case dsl::StateWord::unreadable:
        return of(state == plan::State::unreadable);
    default:
        throw std::logic_error("the naive evaluator does not know this state");
    }
}

Answer Expressions::compare(const Expr& expr) {
    std::vector<Value> kids;
    for (const Expr& kid : expr.kids)
        kids.push_back(value(kid));
    for (const Value& kid : kids)
        if (kid.kind == Value::Kind::unknown)
            return Answer::unknown;
    const Value &a = kids[0], &b = kids[1];
    if (expr.op == Op::is_ordered)
        return of_dates(a, b, [&](int x, int y) {
            switch (expr.order) {
            case dsl::Order::before:
                return x < y;
            case dsl::Order::after:
                return x > y;
            case dsl::Order::on_or_before:
                return x <= y;
            case dsl::Order::on_or_after:
                return x >= y;
            }
            return false;
        });
    const auto bound = [&](const auto& x, const auto& y) {
        switch (expr.bound) {
        case dsl::Bound::at_least:
            return x >= y;
        case dsl::Bound::at_most:
            return x <= y;
        case dsl::Bound::more_than:
            return x > y;
        case dsl::Bound::less_than:
            return x < y;
        }
        return false;
    };
    if (expr.op == Op::is_bound)
        return a.kind == Value::Kind::number ? of_numbers(a, b, bound) : of_lengths(a, b, bound);
    if (expr.op == Op::is_between) {
        bool yes = false, no = false;
        for (int x = a.first; x <= a.last; ++x)
            for (const int from : {b.first, b.last})
                for (const int to : {kids[2].first, kids[2].last})
                    (from <= x && x <= to ? yes : no) = true;
        return agreed(yes, no);
    }
    const Age by = b.shortest;
    return of_dates(a, kids[2], [&](int x, int y) {
        const int early = plus_working(plus(y, -by.months, -by.days), -b.working), late = plus_working(plus(y, by.months, by.days), b.working);
        const bool earlier = expr.side == dsl::Side::before;
        if (expr.op == Op::is_within)
            return (expr.side == dsl::Side::after ? y : early) <= x && x <= (earlier ? y : late);
        // So long before or after: counted from the limit on that side, and never past the day itself.
        const bool same_side = earlier ? x <= y : x >= y;
        switch (expr.bound) {
        case dsl::Bound::more_than:
            return earlier ? x < early : x > late;
        case dsl::Bound::at_least:
            return earlier ? x <= early : x >= late;
        case dsl::Bound::less_than:
            return same_side && (earlier ? x > early : x < late);
        case dsl::Bound::at_most:
            return same_side && (earlier ? x >= early : x <= late);
        }
        return false;
    });
}

Answer Expressions::linked(const Expr& expr) {
    if (!expr.flag)
        throw std::logic_error("the naive evaluator knows stated links only");
    const Value from = value(expr.kids[0]), to = value(expr.kids[1]);
    const auto names = [](const plan::TextField& list, const plan::TextField& id) {
        if (!list.stated() || !id.stated())
            return false;
        const std::vector<std::string> ids = words_of(list.value.value), wanted = words_of(id.value.value);
        return wanted.size() == 1 && std::find(ids.begin(), ids.end(), wanted.front()) != ids.end();
    };
    if (expr.link == dsl::Link::supports)
        return of(names(static_cast<const plan::Provision*>(from.record)->outcomes, static_cast<const plan::Outcome*>(to.record)->id));
    if (expr.link == dsl::Link::answers)
        return of(names(static_cast<const plan::Outcome*>(from.record)->needs, static_cast<const plan::Need*>(to.record)->id));
    const auto& provision = *static_cast<const plan::Provision*>(from.record);
    const auto& need = *static_cast<const plan::Need*>(to.record);
    bool meets = names(provision.needs, need.id);
    for (const plan::Outcome& outcome : plan_.outcomes)
        meets = meets || (names(provision.outcomes, outcome.id) && names(outcome.needs, need.id));
    return of(meets);
}

// Texts that are not stated are passed over as long as one of them is.
Answer Expressions::overlaps(const Expr& expr) {
    const Value subject = value(expr.kids.front());
    if (subject.kind == Value::Kind::unknown)
        return Answer::unknown;
    bool any_stated = false, unreadable = false;
    for (std::size_t i = 1; i < expr.kids.size(); ++i) {
        Value with = value(expr.kids[i]);
        if (with.kind == Value::Kind::unknown) {
            unreadable = unreadable || with.state == plan::State::unreadable;
            continue;
        }
        any_stated = true;
        if (expr.overlap == dsl::Overlap::contains) {
            if (!plain(with.words).empty() && runs_in(plain(with.words), plain(subject.words)))
                return Answer::yes;
            continue;
        }
        for (const Found& left_out : mentions(expr.wordings, with.words))
            for (std::size_t word = left_out.first; word < left_out.last; ++word)
                with.words[word] = ".";
        if ((expr.overlap == dsl::Overlap::misspells ? misspells_one : shares_one)(plain(subject.words), plain(with.words)))
            return Answer::yes;
    }
    return unreadable || !any_stated ? Answer::unknown : Answer::no;
}

// Ten words of the text, or so many of the sentence, or the sentence, or the text: generated texts are one paragraph.
Answer Expressions::is_near(const Expr& expr) {
    const Value mention = value(expr.kids.front());
    if (mention.kind == Value::Kind::unknown)
        return Answer::unknown;
    const bool whole = expr.reach == dsl::Reach::near || expr.reach == dsl::Reach::paragraph;
    const Found within = whole ? Found{0, mention.around.size()} : sentence_of(mention.around, mention.place.first);
    const double most = expr.reach == dsl::Reach::near ? 10 : expr.number;
    for (const Found& other : mentions(expr.wordings, mention.around)) {
        if (other.first < within.first || within.last < other.last)
            continue;
        if (other.first < mention.place.last && mention.place.first < other.last) // the words themselves
            continue;
        double between = 0;
        for (std::size_t word = std::min(other.last, mention.place.last); word < std::max(other.first, mention.place.first); ++word)
            between += is_plain(mention.around[word]) ? 1 : 0;
        if (expr.reach == dsl::Reach::sentence || expr.reach == dsl::Reach::paragraph || between <= most)
            return Answer::yes;
    }
    return Answer::no;
}

// Every way in which the doubtful items may turn out.
Answer Expressions::quantified(const Expr& expr) {
    if (!expr.each->text.empty() && value(expr.each->text.front()).kind == Value::Kind::unknown)
        return Answer::unknown;
    unsigned yes = 0, no = 0, doubtful = 0;
    for (const Value& item : items(*expr.each)) {
        frame_[expr.each->slot] = item;
        const Answer where = expr.each->where.empty() ? Answer::yes : decide(expr.each->where.front());
        if (where == Answer::no)
            continue;
        const Answer test = where == Answer::unknown ? Answer::unknown : expr.kids.empty() ? Answer::yes : decide(expr.kids.front());
        ++(test == Answer::yes ? yes : test == Answer::no ? no : doubtful);
    }
    bool any_yes = false, any_no = false;
    for (unsigned turned = 0; turned <= doubtful; ++turned) {
        const unsigned count = yes + turned;
        bool holds = false;
        switch (expr.quantifier) {
        case dsl::Quantifier::some:
            holds = count > 0;
            break;
        case dsl::Quantifier::no:
            holds = count == 0;
            break;
        case dsl::Quantifier::every:
            holds = no == 0 && turned == doubtful;
            break;
        case dsl::Quantifier::at_least:
            holds = count >= expr.number;
            break;
        case dsl::Quantifier::at_most:
            holds = count <= expr.number;
            break;
        case dsl::Quantifier::exactly:
            holds = count == expr.number;
            break;
        case dsl::Quantifier::more_than:
            holds = count > expr.number;
            break;
        case dsl::Quantifier::fewer_than:
            holds = count < expr.number;
            break;
        case dsl::Quantifier::only:
            holds = no == 0 && turned == doubtful && count > 0;
            break;
        }
        (holds ? any_yes : any_no) = true;
    }
    return agreed(any_yes, any_no);
}

} // namespace ehc::naive

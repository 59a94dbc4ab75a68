#include "naive/evaluate.hpp"

#include "naive/measures.hpp"

#include <algorithm>
#include <stdexcept>

namespace ehc::naive {

namespace {

using compile::Expr;
using compile::Op;

class Walk {
  public:
    Walk(const compile::CompiledRules& rules, const Lexicons& lexicons, const plan::Plan& plan, Date as_at)
        : rules_(rules), lexicons_(lexicons), plan_(const_cast<plan::Plan&>(plan)), as_at_(as_at) {}

    Verdicts run(const compile::Rule& rule) {
        frame_.assign(rule.slots, unknown());
        frame_[0] = record(&plan::plan_type, &plan_);
        const plan::Kind kind = plan_.kind.stated() ? plan_.kind.value : plan::Kind::plan;
        if ((rule.kinds >> static_cast<unsigned>(kind) & 1U) == 0) {
            ++verdicts_.not_applicable;
            return verdicts_;
        }
        if (kind == plan::Kind::plan && !rule.any_status) {
            if (!plan_.status.stated()) {
                verdicts_.unchecked = true;
                return verdicts_;
            }
            if ((rule.statuses >> static_cast<unsigned>(plan_.status.value) & 1U) == 0) {
                ++verdicts_.not_applicable;
                return verdicts_;
            }
        }
        if ((rule.from && as_at_ < *rule.from) || (rule.until && *rule.until < as_at_)) {
            ++verdicts_.not_applicable;
            return verdicts_;
        }
        if (rule.when) {
            const Answer when = decide(*rule.when);
            if (when == Answer::no || (when == Answer::unknown && rule.if_not_stated == compile::IfNotStated::skip)) {
                ++verdicts_.not_applicable;
                return verdicts_;
            }
            if (when == Answer::unknown) {
                verdicts_.unchecked = true;
                return verdicts_;
            }
        }
        go_through(rule, 0);
        if (!had_subject_)
            ++verdicts_.not_applicable;
        return verdicts_;
    }

  private:
    // ---- what the rule looks at

    void go_through(const compile::Rule& rule, std::size_t depth) {
        if (depth == rule.subjects.size()) {
            had_subject_ = true;
            return judge(rule);
        }
        const compile::Each& each = rule.subjects[depth];
        for (const Value& item : items(each)) {
            frame_[each.slot] = item;
            const Answer where = each.where.empty() ? Answer::yes : decide(each.where.front());
            if (where == Answer::yes) {
                go_through(rule, depth + 1);
            } else if (where == Answer::unknown) {
                had_subject_ = true;
                if (rule.if_not_stated == compile::IfNotStated::skip)
                    ++verdicts_.not_applicable;
                else
                    verdicts_.unchecked = true;
            }
        }
    }

    void judge(const compile::Rule& rule) {
        met_unreadable_ = false;
        for (const auto& [slot, let] : rule.lets)
            frame_[slot] = value(let);
        if (rule.provided && decide(*rule.provided) != Answer::yes) {
            verdicts_.unchecked = true;
            return;
        }
        if (rule.form == compile::Form::ask) {
            ++(excused(rule) == Answer::yes ? verdicts_.passed : verdicts_.asked);
            return;
        }
        if (rule.form == compile::Form::forbid && rule.condition.op == Op::mention_of)
            return forbid_words(rule);
        Answer holds = decide(rule.condition);
        if (rule.form == compile::Form::forbid)
            holds = opposite(holds);
        if (holds == Answer::yes) {
            ++verdicts_.passed;
        } else if (holds == Answer::unknown) {
            not_told(rule);
        } else {
            switch (excused(rule)) {
            case Answer::yes:
                ++verdicts_.passed;
                break;
            case Answer::no:
                fail(rule, "");
                break;
            case Answer::unknown:
                verdicts_.unchecked = true;
            }
        }
    }

    void not_told(const compile::Rule& rule) {
        switch (rule.if_not_stated) {
        case compile::IfNotStated::unchecked:
            verdicts_.unchecked = true;
            break;
        case compile::IfNotStated::skip:
            ++verdicts_.not_applicable;
            break;
        case compile::IfNotStated::ask:
            ++verdicts_.asked;
            break;
        case compile::IfNotStated::fail: {
            const bool unreadable = met_unreadable_;
            if (excused(rule) == Answer::yes)
                ++verdicts_.passed;
            else if (unreadable)
                verdicts_.unchecked = true;
            else
                fail(rule, rule.condition.op == Op::mention_of ? Verdicts::any_words : "");
        }
        }
    }

    // Each mention by itself; what is not excused makes one finding.
    void forbid_words(const compile::Rule& rule) {
        const Value text = value(rule.condition.kids.front());
        if (text.kind == Value::Kind::unknown)
            return not_told(rule);
        std::string left;
        bool doubt = false;
        for (const Found& found : mentions(rule.condition.wordings, text.words)) {
            const Value mention = mention_at(text, found);
            frame_[rule.condition.slot] = mention;
            const Answer excuse = excused(rule);
            doubt = doubt || excuse == Answer::unknown;
            if (excuse != Answer::no)
                continue;
            left += left.empty() ? "" : ",";
            for (const std::string& word : mention.words)
                left += " " + word;
        }
        if (!left.empty())
            fail(rule, left);
        else if (doubt)
            verdicts_.unchecked = true;
        else
            ++verdicts_.passed;
    }

    static Value mention_at(const Value& text, const Found& found) {
        Value mention;
        mention.kind = Value::Kind::mention;
        mention.words = {text.words.begin() + static_cast<std::ptrdiff_t>(found.first), text.words.begin() + static_cast<std::ptrdiff_t>(found.last)};
        mention.around = text.words;
        mention.place = found;
        return mention;
    }

    Answer excused(const compile::Rule& rule) {
        bool doubt = false;
        for (const Expr& unless : rule.unless) {
            const Answer answer = decide(unless);
            if (answer == Answer::yes)
                return answer;
            doubt = doubt || answer == Answer::unknown;
        }
        return doubt ? Answer::unknown : Answer::no;
    }

    void fail(const compile::Rule& rule, const std::string& words) {
        finding::Severity severity = rule.severity;
        for (const auto& [level, when] : rule.severity_when)
            if (decide(when) == Answer::yes)
                severity = level;
        verdicts_.findings.push_back(std::string(finding::name_of(severity)) + words);
    }

    std::vector<Value> items(const compile::Each& each) {
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

    // ---- conditions

    Answer decide(const Expr& expr) {
        const Answer answer = decide_plain(expr);
        return expr.negated ? opposite(answer) : answer;
    }

    Answer decide_plain(const Expr& expr) {
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

    Answer is_state(const Expr& expr) {
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

    static Answer equal(const Value& a, const Value& b) {
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

    // Every whole number that each may be.
    template <class Test> static Answer of_numbers(const Value& a, const Value& b, Test test) {
        bool yes = false, no = false;
        for (double x = a.low; x <= a.high; ++x)
            for (double y = b.low; y <= b.high; ++y)
                (test(x, y) ? yes : no) = true;
        return agreed(yes, no);
    }
    // Every day that each may be.
    template <class Test> static Answer of_dates(const Value& a, const Value& b, Test test) {
        bool yes = false, no = false;
        for (int x = a.first; x <= a.last; ++x)
            for (int y = b.first; y <= b.last; ++y)
                (test(x, y) ? yes : no) = true;
        return agreed(yes, no);
    }
    template <class Test> static Answer of_lengths(const Value& a, const Value& b, Test test) {
        // Weeks and days are counted in days, months and years as people count ages.
        const bool in_days = b.longest.months == 0 && a.counted;
        const bool low = in_days ? test(a.fewest_days, b.shortest.days) : test(a.shortest, b.shortest);
        const bool high = in_days ? test(a.most_days, b.longest.days) : test(a.longest, b.longest);
        return agreed(low || high, !low || !high);
    }

    Answer compare(const Expr& expr) {
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

    Answer linked(const Expr& expr) {
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
    Answer overlaps(const Expr& expr) {
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
            if (shares_one(plain(subject.words), plain(with.words)))
                return Answer::yes;
        }
        return unreadable || !any_stated ? Answer::unknown : Answer::no;
    }

    // Ten words of the text, or so many of the sentence, or the sentence, or the text: generated texts are one paragraph.
    Answer is_near(const Expr& expr) {
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
    Answer quantified(const Expr& expr) {
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

    // ---- words

    std::vector<Found> mentions(const std::vector<std::uint32_t>& wordings, const std::vector<std::string>& words) {
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

    // ---- values

    Value value(const Expr& expr) {
        const auto both = [&](auto make) -> Value {
            const Value a = value(expr.kids[0]), b = value(expr.kids[1]);
            return a.kind == Value::Kind::unknown ? a : b.kind == Value::Kind::unknown ? b : make(a, b);
        };
        switch (expr.op) {
        case Op::constant:
            return constant(expr);
        case Op::slot:
            return frame_.at(expr.slot);
        case Op::field:
            return field(expr);
        case Op::parameter:
            return held(rules_.parameters[expr.index].value, expr.type);
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

    // Whether one of two values is taken before the other; of what is known in part the later end counts for the latest.
    static bool goes_before(dsl::Gathering how, const Value& next, const Value& best) {
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

    // One value out of those that are stated.
    Value gathered(const Expr& expr) {
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
    Value utmost(const Expr& expr) {
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

    Value held(const compile::Constant& constant, const compile::Type& type) {
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
        (void)type;
        return value;
    }
    Value constant(const Expr& expr) { return held(expr.constant, expr.type); }

    Value field(const Expr& expr) {
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

    const compile::CompiledRules& rules_;
    const Lexicons& lexicons_;
    plan::Plan& plan_; // never changed: the field table's accessors are shared with writers
    Date as_at_;
    std::vector<Value> frame_;
    bool had_subject_ = false;
    bool met_unreadable_ = false; // while judging the subject
    Verdicts verdicts_;
};

} // namespace

std::string Verdicts::text() const {
    std::string words = "findings:";
    for (const std::string& finding : findings)
        words += " [" + finding + "]";
    return words + ", passed " + std::to_string(passed) + ", not applicable " + std::to_string(not_applicable) + ", asked " + std::to_string(asked) +
           (unchecked ? ", unchecked" : "");
}

Verdicts evaluate(const compile::CompiledRules& rules, const compile::Rule& rule, const Lexicons& lexicons, const plan::Plan& plan, Date as_at) {
    return Walk(rules, lexicons, plan, as_at).run(rule);
}

} // namespace ehc::naive

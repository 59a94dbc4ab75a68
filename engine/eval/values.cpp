// Values of expressions.

#include "base/overloaded.hpp"
#include "eval/evaluator.hpp"
#include "text/dates.hpp"

#include <algorithm>
#include <cmath>

namespace ehc::eval {

namespace {

std::string spaced(std::string_view name) {
    std::string words(name);
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::string state_words(plan::State state, std::string_view because) {
    switch (state) {
    case plan::State::missing:
        return "is not stated";
    case plan::State::blank:
        return "is left blank";
    case plan::State::placeholder:
        return "is still a placeholder";
    case plan::State::unreadable:
        return "could not be read" + (because.empty() ? std::string() : ": " + std::string(because));
    case plan::State::stated:
        break;
    }
    return "is stated";
}

std::string reason(const plan::FieldRow& field, const Record& owner, plan::State state, std::string_view because) {
    return spaced(field.name) + " of " + name_of(owner) + " " + state_words(state, because);
}

} // namespace

std::string Unknown::why() const { return field != nullptr ? reason(*field, owner, state, {}) : because; }

std::string words_of(const Value& value) {
    return std::visit(overloaded{
                          [](const Unknown& unknown) -> std::string {
                              return unknown.because.starts_with("cannot tell") ? unknown.because : "not stated";
                          },
                          [](const TextView& view) { return std::string(view.words()); },
                          [](const TextViews* views) {
                              std::string words;
                              for (const TextView& view : views->views)
                                  words += (words.empty() ? "" : " ") + std::string(view.words());
                              return words;
                          },
                          [](const builtin::NumberRange& number) { return number.text(); },
                          [](const PartialDate& date) { return date.text(); },
                          [](const builtin::DurationRange& duration) { return duration.text(); },
                          [](const builtin::Truth& truth) -> std::string {
                              return truth.is_unknown() ? "cannot tell: " + truth.because : truth.yes() ? "yes" : "no";
                          },
                          [](const Choice& choice) { return std::string(choice.domain->rows[choice.index].words); },
                          [](const Record& record) {
                              return std::string(record.type->name) + (record.number != 0 ? " " + std::to_string(record.number) : "");
                          },
                          [](const Mention& mention) { return std::string(mention.words()); },
                      },
                      value.held);
}

std::string name_of(const Record& record) {
    if (record.type == &plan::section_type) {
        const auto& section = *static_cast<const plan::Section*>(record.at);
        return "section " + std::string(plan::name_of(section.letter.value));
    }
    if (record.type == &plan::marks_type || record.type == &plan::properties_type) // what the file keeps beside the text
        return "the file";
    if (record.number != 0)
        return std::string(record.type->name) + " " + std::to_string(record.number);
    return "the " + std::string(record.type->name);
}

Value Evaluator::Impl::record_value(const plan::RecordType& type, const void* at, std::uint32_t number) const {
    Value value{Record{&type, at, number}, type.origin(at), std::nullopt};
    value.section = section_of(value);
    return value;
}

std::span<const TextView> Evaluator::Impl::views(const Value& text) {
    if (const TextView* view = text.as<TextView>())
        return {view, 1};
    if (const auto* views = text.as<const TextViews*>())
        return (*views)->views;
    return {};
}

std::vector<Mention> Evaluator::Impl::mentions(const std::vector<std::uint32_t>& wordings, const Value& text) const {
    std::vector<Mention> found;
    for (const TextView& view : views(text))
        texts_.mentions(wordings, view, found);
    return found;
}

std::string Evaluator::Impl::doubt_of(const Value& text) const {
    const auto* views = text.as<const TextViews*>();
    return views != nullptr && (*views)->in_doubt() ? (*views)->because : std::string();
}

bool Evaluator::Impl::mentions_any(const std::vector<std::uint32_t>& wordings, const Value& text) const {
    const auto all = views(text);
    return std::any_of(all.begin(), all.end(), [&](const TextView& view) { return texts_.mentions_any(wordings, view); });
}

const Value& Evaluator::Impl::peek(const compile::Expr& expr, Frame& frame, Value& made) {
    if (expr.op == compile::Op::slot && steps_ == nullptr)
        return frame[expr.slot];
    return made = value(expr, frame);
}

Value Evaluator::Impl::field(const compile::Expr& expr, Frame& frame) {
    Value made;
    const Value& owner_value = peek(expr.kids.front(), frame, made);
    if (owner_value.unknown() != nullptr) // `latest advice ...` where there is none
        return owner_value;
    const Record owner = *owner_value.as<Record>();
    if (expr.field->type == plan::FieldType::record)
        return record_value(*expr.field->record, expr.field->sub(const_cast<void*>(owner.at)), 0);
    const plan::FieldView view = expr.field->view(owner.at);
    const std::optional<plan::Letter> section = owner_value.section;
    const plan::Origin origin = view.origin->known() ? *view.origin : owner.type->origin(owner.at);
    if (view.state == plan::State::unreadable)
        met_unreadable_ = true;
    if (view.state != plan::State::stated)
        return {view.because.empty() ? Unknown{view.state, {}, expr.field, owner} : Unknown{view.state, reason(*expr.field, owner, view.state, view.because), nullptr, {}}, origin, section};
    return std::visit(overloaded{
                          [&](std::monostate) { return Value{Unknown{}, origin, section}; },
                          [&](const plan::Text* text) { return Value{texts_.view(*text, section), origin, section}; },
                          [&](double number) { return Value{builtin::NumberRange(number), origin, section}; },
                          [&](const PartialDate& date) { return Value{rules_.in_own_terms(date), origin, section}; },
                          [&](bool yes) { return Value{builtin::Truth::of(yes), origin, section}; },
                          [&](plan::ChoiceIndex index) { return Value{Choice{expr.field->domain, index}, origin, section}; },
                      },
                      view.value);
}

Value Evaluator::Impl::mention_field(const compile::Expr& expr, Frame& frame) {
    Value made;
    const Value& held = peek(expr.kids.front(), frame, made);
    if (held.unknown() != nullptr)
        return held;
    const Mention& mention = *held.as<Mention>();
    const auto section = mention.section();
    const text::Analysis& analysis = mention.in->analysis();
    const auto place = [&](Span bytes) { return mention.in->text->origin(bytes.begin, bytes.end); };
    const auto text = [&](const TextView& view) { return Value{view, place(view.span()), section}; };
    const auto none = [&](std::string_view what) { return Value{Unknown{plan::State::missing, "these words give no " + std::string(what)}, held.origin, section}; };
    const compile::EntryInfo* entry = mention.match->tag ? &rules_.entries[*mention.match->tag] : nullptr;
    switch (expr.mention_field) {
    case compile::MentionField::text:
        return text({mention.in, mention.match->first, mention.match->last});
    case compile::MentionField::sentence:
        return text(mention.sentence());
    case compile::MentionField::paragraph:
        return text(mention.paragraph());
    case compile::MentionField::number:
        return mention.match->number ? Value{builtin::NumberRange(*mention.match->number), held.origin, section} : none("number");
    case compile::MentionField::date:
        return mention.match->date ? Value{rules_.in_own_terms(analysis.dates()[*mention.match->date].date), held.origin, section} : none("date");
    case compile::MentionField::means:
        return entry != nullptr && entry->means ? Value{Choice{expr.type.domain, *entry->means}, held.origin, section} : none("meaning");
    case compile::MentionField::now:
        return entry != nullptr && !entry->now.empty() ? Value{texts_.whole(texts_.own(entry->now)), held.origin, section} : none("newer term");
    case compile::MentionField::from:
        return entry != nullptr && entry->from ? Value{PartialDate(*entry->from), held.origin, section} : none("date");
    case compile::MentionField::section:
        return section ? Value{Choice{&plan::letters, static_cast<plan::ChoiceIndex>(*section)}, held.origin, section} : none("section");
    }
    return none("value");
}

Value Evaluator::Impl::of_constant(const compile::Constant& constant, const compile::Type& type) {
    return std::visit(overloaded{
                          [&](const std::string& text) { return Value{texts_.whole(texts_.own(text)), {}, {}}; },
                          [&](double number) { return Value{builtin::NumberRange(number), {}, {}}; },
                          [&](const PartialDate& date) { return Value{date, {}, {}}; },
                          [&](const Duration& duration) { return Value{builtin::DurationRange(duration), {}, {}}; },
                          [&](bool yes) { return Value{builtin::Truth::of(yes), {}, {}}; },
                          [&](plan::ChoiceIndex index) { return Value{Choice{type.domain, index}, {}, {}}; },
                      },
                      constant);
}

const compile::Constant* Evaluator::Impl::set_by_example(std::uint32_t parameter) const {
    if (context_.parameters != nullptr)
        for (const auto& [index, value] : *context_.parameters)
            if (index == parameter)
                return &value;
    return nullptr;
}

Value Evaluator::Impl::constant(const compile::Expr& expr) { return of_constant(expr.constant, expr.type); }

decltype(Value::held) Evaluator::Impl::added(const Value& total, const Value& term, bool minus) {
    if (const auto* date = total.as<PartialDate>()) {
        const auto& by = *term.as<builtin::DurationRange>();
        return minus ? builtin::minus(*date, by.low) : builtin::plus(*date, by.low);
    }
    if (const auto* number = total.as<builtin::NumberRange>()) {
        const auto& by = *term.as<builtin::NumberRange>();
        return minus ? builtin::NumberRange(number->low - by.high, number->high - by.low)
                     : builtin::NumberRange(number->low + by.low, number->high + by.high);
    }
    const auto &length = *total.as<builtin::DurationRange>(), &by = *term.as<builtin::DurationRange>();
    const auto sum = [&](Duration a, Duration b) {
        return minus ? Duration{a.months - b.months, a.days - b.days, a.working_days - b.working_days}
                     : Duration{a.months + b.months, a.days + b.days, a.working_days + b.working_days};
    };
    return builtin::DurationRange(sum(length.low, by.low), sum(length.high, by.high));
}

Value Evaluator::Impl::sum(const compile::Expr& expr, Frame& frame) {
    Value total = value(expr.kids.front(), frame);
    if (expr.minus.front()) {
        if (const auto* number = total.as<builtin::NumberRange>())
            total.held = builtin::NumberRange(-number->high, -number->low);
        else if (const auto* duration = total.as<builtin::DurationRange>())
            total.held = builtin::DurationRange({-duration->high.months, -duration->high.days}, {-duration->low.months, -duration->low.days});
    }
    for (std::size_t i = 1; i < expr.kids.size() && total.unknown() == nullptr; ++i) {
        const Value term = value(expr.kids[i], frame);
        if (term.unknown() != nullptr)
            return term;
        total.held = added(total, term, expr.minus[i]);
    }
    return total;
}

Value Evaluator::Impl::count(const compile::Expr& expr, Frame& frame) {
    double low = 0, high = 0;
    std::vector<std::uint32_t> seen;
    std::optional<Unknown> unreadable;
    if (!expr.each->text.empty())
        if (const Value text = value(expr.each->text.front(), frame); text.unknown() != nullptr)
            return text;
    each_item(
        *expr.each, frame,
        [&](const Value& item) {
            if (expr.flag) {
                // Different entries: "School Action" three times counts once.
                const std::uint32_t tag = item.as<Mention>()->match->tag.value_or(~0U);
                if (std::find(seen.begin(), seen.end(), tag) != seen.end())
                    return true;
                seen.push_back(tag);
            }
            ++low, ++high;
            return true;
        },
        [&](const builtin::Truth&) { ++high; });
    return {builtin::NumberRange(low, high), {}, {}};
}

// The values that a definition takes, into its own frame; an explanation begins with them.
void Evaluator::Impl::take_values(const compile::Expr& expr, const compile::Derived& derived, Frame& frame, Frame& own) {
    std::uint32_t slot = 2;
    for (const compile::Derived::Argument& argument : derived.arguments) {
        const std::size_t from = step_count();
        if (!argument.type) {
            if (steps_ != nullptr)
                steps_->push_back({argument.name, argument.wording, {}, {}});
            continue;
        }
        own[slot] = value(expr.kids[slot - 1], frame);
        if (steps_ != nullptr) {
            std::vector<Step> parts = take_steps(from);
            steps_->push_back({argument.name, words_of(own[slot]), own[slot].origin, std::move(parts)});
        }
        ++slot;
    }
}

Value Evaluator::Impl::derived_of(const compile::Expr& expr, Frame& frame) {
    const compile::Derived& derived = rules_.derived[expr.index];
    Value made;
    const Value& of = peek(expr.kids.front(), frame, made);
    if (of.unknown() != nullptr)
        return of;
    const auto by_definition = [&] {
        Frame own(derived.slots);
        own[0] = frame[0];
        own[1] = of;
        take_values(expr, derived, frame, own);
        return value(derived.value, own);
    };
    const Record* record = of.as<Record>();
    const bool takes_values = std::any_of(derived.arguments.begin(), derived.arguments.end(), [](const auto& argument) { return argument.type.has_value(); });
    if (record == nullptr || takes_values || steps_ != nullptr) // an explanation shows every part
        return by_definition();
    const auto [known, fresh] = derived_.try_emplace({record->at, expr.index});
    if (fresh) {
        const bool inferred = std::exchange(inferred_, false);
        const bool unreadable = std::exchange(met_unreadable_, false);
        Value found = by_definition();
        // Looked up again: working it out may have added others.
        derived_[{record->at, expr.index}] = {found, inferred_, met_unreadable_};
        inferred_ = inferred_ || inferred;
        met_unreadable_ = met_unreadable_ || unreadable;
        return found;
    }
    inferred_ = inferred_ || known->second.inferred;
    met_unreadable_ = met_unreadable_ || known->second.unreadable;
    return known->second.value;
}

Value Evaluator::Impl::value(const compile::Expr& expr, Frame& frame) {
    using compile::Op;
    if (steps_ == nullptr || expr.op == Op::constant || expr.op == Op::slot)
        return work_out(expr, frame);
    std::vector<Step> parts;
    std::vector<Step>* const outer = std::exchange(steps_, &parts);
    Value result = work_out(expr, frame);
    steps_ = outer;
    // A condition records itself in truth(); this is for values.
    if (expr.type.base != compile::Base::yes_no || expr.op == Op::field || expr.op == Op::derived)
        outer->push_back({rules_.written(expr), words_of(result), result.origin, expr.op == Op::field ? std::vector<Step>{} : std::move(parts)});
    else
        outer->insert(outer->end(), parts.begin(), parts.end());
    return result;
}

Value Evaluator::Impl::work_out(const compile::Expr& expr, Frame& frame) {
    using compile::Op;
    const auto dates = [&](auto&& make) -> Value {
        const Value from = value(expr.kids[0], frame), to = value(expr.kids[1], frame);
        if (from.unknown() != nullptr)
            return from;
        if (to.unknown() != nullptr)
            return to;
        return {make(*from.as<PartialDate>(), *to.as<PartialDate>()), from.origin, from.section};
    };
    switch (expr.op) {
    case Op::constant:
        return constant(expr);
    case Op::slot:
        // A `let` stands for its value; which item is meant the reader sees already.
        if (steps_ != nullptr && frame[expr.slot].as<Record>() == nullptr && frame[expr.slot].as<Mention>() == nullptr)
            steps_->push_back({rules_.written(expr), words_of(frame[expr.slot]), frame[expr.slot].origin, {}});
        return frame[expr.slot];
    case Op::field:
        return field(expr, frame);
    case Op::derived:
        return derived_of(expr, frame);
    case Op::parameter: {
        const compile::Parameter& parameter = rules_.parameters[expr.index];
        const compile::Constant* set = set_by_example(expr.index);
        return of_constant(set != nullptr ? *set : parameter.value, parameter.type);
    }
    case Op::lookup: {
        const Value key = value(expr.kids.front(), frame);
        if (key.unknown() != nullptr)
            return key;
        const compile::Parameter& parameter = rules_.parameters[expr.index];
        if (const compile::Constant* set = set_by_example(expr.index))
            return of_constant(*set, parameter.type);
        const auto& own = parameter.values[key.as<Choice>()->index];
        return of_constant(own ? *own : parameter.value, parameter.type);
    }
    case Op::mention_field:
        return mention_field(expr, frame);
    case Op::audit_date:
        return {PartialDate(context_.as_at), {}, {}};
    case Op::section_text: {
        const TextViews& views = texts_.of_sections(expr.letters);
        std::optional<plan::Letter> first;
        for (std::size_t i = plan::letter_count; i-- > 0;)
            if ((expr.letters >> i & 1U) != 0)
                first = static_cast<plan::Letter>(i);
        const plan::Origin home = first ? plan_.section(*first).origin : plan::Origin{};
        met_unreadable_ = met_unreadable_ || views.in_doubt();
        if (views.views.empty())
            return {Unknown{views.others, views.in_doubt() ? views.because : "the plan has no text in " + rules_.written(expr).substr(std::string_view("text of ").size())}, home, first};
        return {&views, home, first};
    }
    case Op::age:
        return dates([](const PartialDate& a, const PartialDate& b) { return builtin::age(a, b); });
    case Op::elapsed:
        return dates([&](const PartialDate& a, const PartialDate& b) {
            return builtin::elapsed(static_cast<builtin::Count>(expr.unit), a, b);
        });
    case Op::school_year:
        return dates([](const PartialDate& a, const PartialDate& b) { return builtin::curriculum_year(a, b); });
    case Op::year_of: {
        Value born = value(expr.kids.front(), frame);
        if (const auto* date = born.as<PartialDate>()) {
            if (school::curriculum_year(date->first, date->first) != school::curriculum_year(date->last, date->first))
                born.held = Unknown{plan::State::unreadable, "cannot tell the school years of a person born " + date->text()};
            else
                born.held = builtin::in_curriculum_year(*date, static_cast<int>(expr.number));
        }
        return born;
    }
    case Op::around: {
        Value date = value(expr.kids.front(), frame);
        if (const auto* found = date.as<PartialDate>()) {
            const PartialDate known = *found;
            const auto around = [&](Date day) { return expr.calendar == dsl::Calendar::term ? rules_.in_own_terms(text::term_around(day)) : builtin::school_year_around(day); };
            if (around(known.first) == around(known.last))
                date.held = around(known.first);
            else
                date.held = Unknown{plan::State::unreadable, "cannot tell in which " + std::string(expr.calendar == dsl::Calendar::term ? "term " : "academic year ") + known.text() + " lies"};
        }
        return date;
    }
    case Op::day_of_year: {
        Value date = value(expr.kids.front(), frame);
        if (const auto* known = date.as<PartialDate>()) {
            const auto when = static_cast<unsigned>(expr.number);
            date.held = builtin::day_of_year(when / 100, when % 100, expr.order == dsl::Order::before || expr.order == dsl::Order::on_or_before,
                                             expr.order == dsl::Order::on_or_before || expr.order == dsl::Order::on_or_after, *known);
        }
        return date;
    }
    case Op::leaving_date: {
        Value born = value(expr.kids.front(), frame);
        if (const auto* date = born.as<PartialDate>())
            born.held = builtin::leaving_date(*date);
        return born;
    }
    case Op::edge: {
        Value date = value(expr.kids.front(), frame);
        if (const auto* known = date.as<PartialDate>())
            date.held = PartialDate(expr.flag ? known->last : known->first);
        return date;
    }
    case Op::gathered:
        return gathered(expr, frame);
    case Op::utmost:
        return utmost(expr, frame);
    case Op::count:
        return count(expr, frame);
    case Op::measured:
        return measured(expr, frame);
    case Op::in_common:
        return in_common(expr, frame);
    case Op::difference: {
        const Value a = value(expr.kids[0], frame), b = value(expr.kids[1], frame);
        if (a.unknown() != nullptr)
            return a;
        if (b.unknown() != nullptr)
            return b;
        const auto &x = *a.as<builtin::NumberRange>(), &y = *b.as<builtin::NumberRange>();
        const double one = std::abs(x.low - y.high), other = std::abs(x.high - y.low);
        const bool touching = x.low <= y.high && y.low <= x.high;
        return {builtin::NumberRange(touching && (x.low != x.high || y.low != y.high) ? 0 : std::min(one, other), std::max(one, other)), a.origin, a.section};
    }
    case Op::sum:
        return sum(expr, frame);
    default:
        return {truth(expr, frame), {}, {}};
    }
}

} // namespace ehc::eval

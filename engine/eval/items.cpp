// What a rule, a quantifier or a count goes through, and how little of it need be asked.

#include "compile/walk.hpp"
#include "eval/evaluator.hpp"

#include <algorithm>
#include <utility>

namespace ehc::eval {

using builtin::Truth;

const std::vector<Value>& Evaluator::Impl::items_of(const plan::FieldRow& list, const plan::FieldRow* section, std::uint32_t letters, bool or_not_stated) {
    for (const Listed& known : listed_)
        if (known.list == &list && known.letters == letters && known.or_not_stated == or_not_stated)
            return known.items;
    std::vector<Value> found;
    auto* plan = const_cast<plan::Plan*>(&plan_); // the table's item() is shared with writers; nothing is written here
    const std::size_t count = list.count(plan);
    for (std::size_t i = 0; i < count; ++i) {
        const void* item = list.item(plan, i);
        if (letters != 0) {
            const plan::FieldView view = section->view(item);
            if (view.state != plan::State::stated ? !or_not_stated : (letters >> std::get<plan::ChoiceIndex>(view.value) & 1U) == 0)
                continue;
        }
        found.push_back(record_value(*list.record, item, static_cast<std::uint32_t>(i + 1)));
    }
    return listed_.emplace_back(Listed{&list, letters, or_not_stated, std::move(found)}).items;
}

// A rule that compares every item with every other would look at thousands of pairs, most of them of two sections or the
// wrong way round. What is left out here is what its `where` is sure to leave out.
Evaluator::Impl::Items Evaluator::Impl::candidates(const compile::Each& each, Frame& frame) {
    const auto& whole = [&]() -> const std::vector<Value>& { return items_of(*each.list, each.section, each.section != nullptr ? each.letters : 0, false); };
    if (each.where.empty() || steps_ != nullptr || context_.decisions != nullptr) // those who watch see every item
        return {whole()};
    Items found;
    std::optional<std::uint32_t> letter;
    std::optional<std::uint32_t> before; // the number of the item that these stand before
    if (each.letters == 0) {
        const auto is_item = [&](const compile::Expr& expr) { return expr.op == compile::Op::slot && expr.slot == each.slot; };
        std::uint64_t bit = 1;
        for (const compile::Expr& part : compile::parts_of(each.where.front())) {
            const std::uint64_t own_bit = std::exchange(bit, bit << 1U);
            if (part.negated || part.kids.size() != 2)
                continue;
            const compile::Expr &left = part.kids[0], &right = part.kids[1];
            if (part.op == compile::Op::is_ordered && part.order == dsl::Order::before && is_item(left) && right.op == compile::Op::slot && right.slot != each.slot) {
                if (const Record* other = frame[right.slot].as<Record>(); other != nullptr && other->type == each.list->record) {
                    before = other->number;
                    found.of_all |= own_bit;
                }
            } else if (part.op == compile::Op::is_equal && left.op == compile::Op::field && left.field->domain == &plan::letters && is_item(left.kids.front()) &&
                       left.field == each.list->record->section() && right.op == compile::Op::field && right.kids.front().op == compile::Op::slot && right.kids.front().slot != each.slot) {
                if (const Value other = value(right, frame); other.as<Choice>() != nullptr) {
                    letter = other.as<Choice>()->index;
                    found.of_placed |= own_bit;
                }
            }
        }
    }
    found.all = letter ? items_of(*each.list, each.list->record->section(), 1U << *letter, true) : whole();
    narrow(found, each, letter, frame);
    if (before) {
        const auto end = std::partition_point(found.all.begin(), found.all.end(), [&](const Value& item) { return item.as<Record>()->number < *before; });
        found.all = found.all.first(static_cast<std::size_t>(end - found.all.begin()));
    }
    return found;
}

void Evaluator::Impl::narrow(Items& found, const compile::Each& each, std::optional<std::uint32_t> letter, Frame& frame) {
    if (std::find(each.own.begin(), each.own.end(), true) == each.own.end())
        return;
    Narrowed& narrowed = narrowed_[{&each, letter ? *letter + 1 : 0}];
    if (!std::exchange(narrowed.asked_before, true))
        return;
    const auto parts = compile::parts_of(each.where.front());
    const std::size_t known = std::min<std::size_t>(parts.size(), 64);
    if (narrowed.sure == nullptr) {
        narrowed.items.reserve(found.all.size());
        narrowed.sure = std::make_unique<bool[]>(found.all.size());
        for (const Value& item : found.all) {
            frame[each.slot] = item;
            const bool inferred = std::exchange(inferred_, false), unreadable = std::exchange(met_unreadable_, false);
            bool out = false, sure = true;
            for (std::size_t i = 0; i < known && !out; ++i)
                if (each.own[i]) {
                    const Truth holds = truth(parts[i], frame);
                    out = holds.no();
                    sure = sure && holds.yes();
                }
            // What was met on the way would be met again each time; such an item is asked each time.
            const bool plain = !inferred_ && !met_unreadable_;
            inferred_ = inferred;
            met_unreadable_ = unreadable;
            if (out && plain)
                continue;
            narrowed.sure[narrowed.items.size()] = sure && plain;
            narrowed.items.push_back(item);
        }
    }
    found.all = narrowed.items;
    found.sure = {narrowed.sure.get(), narrowed.items.size()};
    for (std::size_t i = 0; i < known; ++i)
        if (each.own[i])
            found.of_sure |= std::uint64_t{1} << i;
}

Truth Evaluator::Impl::rest_of(const compile::Expr& condition, std::uint64_t known, Frame& frame) {
    if (known == 0)
        return truth(condition, frame);
    Truth all = Truth::of(true);
    std::uint64_t bit = 1;
    for (const compile::Expr& part : compile::parts_of(condition)) {
        if ((known & std::exchange(bit, bit << 1U)) != 0)
            continue;
        all = builtin::both(std::move(all), truth(part, frame));
        if (all.no())
            break;
    }
    return all;
}

Evaluator::Impl::Items Evaluator::Impl::items(const compile::Each& each, Frame& frame, std::vector<Value>& found) {
    switch (each.over) {
    case compile::Each::Over::list:
        return candidates(each, frame);
    case compile::Each::Over::mentions: {
        const Value text = value(each.text.front(), frame);
        if (text.unknown() == nullptr)
            for (const Mention& mention : mentions(each.wordings, text))
                found.push_back({mention, mention.in->text->origin(mention.match->span.begin, mention.match->span.end), mention.section()});
        break;
    }
    case compile::Each::Over::sentences:
    case compile::Each::Over::quotations:
        stretches(each.over == compile::Each::Over::quotations, value(each.text.front(), frame), found);
        break;
    case compile::Each::Over::values:
        for (const compile::Expr& value_expr : each.values)
            found.push_back(value(value_expr, frame));
        break;
    }
    return {found};
}

// The sentences of a text, or what stands in it between quotation marks.
void Evaluator::Impl::stretches(bool quotations, const Value& text, std::vector<Value>& found) const {
    for (const TextView& view : views(text)) {
        const text::Analysis& analysis = view.in->analysis();
        std::uint32_t first = view.first;
        const auto part_of = [&](std::uint32_t token) {
            return quotations ? (analysis.quoted(token) ? 1U : 0U) : analysis.tokens()[token].sentence + 1;
        };
        for (std::uint32_t i = view.first; i <= view.last; ++i) {
            if (i < view.last && part_of(i) == part_of(first))
                continue;
            if (first < i && part_of(first) != 0) {
                const TextView part{view.in, first, i};
                if (analysis.word_count(first, i) != 0)
                    found.push_back({part, view.in->text->origin(part.span().begin, part.span().end), text.section});
            }
            first = i;
        }
    }
}

void Evaluator::Impl::each_item(const compile::Each& each, Frame& frame, FunctionRef<bool(const Value&)> visit, FunctionRef<void(const Truth&)> doubt,
                                FunctionRef<void()> left_out) {
    std::vector<Value> made;
    const Items found = items(each, frame, made);
    for (std::size_t i = 0; i < found.all.size(); ++i) {
        const Value& item = found.all[i];
        if (context_.allowance != nullptr && context_.allowance->spent_in_loop())
            throw Spent{};
        frame[each.slot] = item;
        if (!each.where.empty()) {
            const std::size_t from = step_count();
            std::uint64_t known = found.of_all;
            if (!found.sure.empty() && found.sure[i])
                known |= found.of_sure;
            if (found.of_placed != 0 && each.list->record->section()->view(item.as<Record>()->at).state == plan::State::stated)
                known |= found.of_placed;
            const Truth where = rest_of(each.where.front(), known, frame);
            if (left_out)
                name_steps(from, "where");
            else if (std::vector<Step> steps = take_steps(from); steps_ != nullptr && !where.yes())
                steps_->push_back({words_of(frame[each.slot]), where.no() ? "left out" : words_of({where, {}, {}}), frame[each.slot].origin, std::move(steps)});
            if (where.no()) {
                if (left_out)
                    left_out();
                continue;
            }
            if (where.is_unknown()) {
                doubt(where);
                continue;
            }
        }
        if (!visit(frame[each.slot]))
            return;
    }
}

} // namespace ehc::eval

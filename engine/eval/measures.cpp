// What can be measured in texts, and how words stand to each other.

#include "eval/evaluator.hpp"
#include "text/likeness.hpp"
#include "text/readability.hpp"

#include <algorithm>
#include <cmath>

namespace ehc::eval {

using builtin::Truth;

Value Evaluator::Impl::measured(const compile::Expr& expr, Frame& frame) {
    Value text = value(expr.kids.front(), frame);
    if (text.unknown() != nullptr)
        return text;
    text::ReadingLoad load;
    for (const TextView& view : views(text))
        load += text::reading_load(view.in->analysis(), view.first, view.last);
    switch (expr.measure) {
    case dsl::Measure::words:
        text.held = builtin::NumberRange(load.words);
        break;
    case dsl::Measure::sentences:
        text.held = builtin::NumberRange(load.sentences);
        break;
    case dsl::Measure::reading_age: {
        constexpr std::uint32_t fewest = 20; // the formula says nothing of a line or two
        if (load.words < fewest)
            text.held = Unknown{plan::State::unreadable, "cannot tell the reading age of fewer than 20 words"};
        else
            text.held = builtin::NumberRange(std::round(10 * load.age()) / 10);
        break;
    }
    }
    return text;
}

Value Evaluator::Impl::in_common(const compile::Expr& expr, Frame& frame) {
    Value of = value(expr.kids[0], frame);
    const Value with = value(expr.kids[1], frame);
    if (of.unknown() != nullptr)
        return of;
    if (with.unknown() != nullptr)
        return with;
    const auto words = [&](const Value& text) {
        std::vector<std::string_view> all;
        for (const TextView& view : views(text))
            for (const std::string_view word : text::plain_words(view.in->analysis(), view.first, view.last))
                all.push_back(word);
        return all;
    };
    const std::vector<std::string_view> own = words(of);
    const double share = own.empty() ? 0 : 100.0 * static_cast<double>(text::copied_words(own, words(with))) / static_cast<double>(own.size());
    of.held = builtin::NumberRange(std::round(share));
    return of;
}

Truth Evaluator::Impl::is_near(const compile::Expr& expr, Frame& frame) {
    const Value subject = value(expr.kids.front(), frame);
    if (const Unknown* unknown = subject.unknown())
        return Truth::unknown(unknown->because);
    const Mention& mention = *subject.as<Mention>();
    const TextView where = expr.reach == dsl::Reach::near || expr.reach == dsl::Reach::paragraph ? mention.paragraph() : mention.sentence();
    constexpr double near_words = 10;
    const double most = expr.reach == dsl::Reach::near ? near_words : expr.number;
    const bool counted = expr.reach == dsl::Reach::near || expr.reach == dsl::Reach::words;
    std::vector<Mention> found;
    texts_.mentions(expr.wordings, where, found);
    return Truth::of(std::any_of(found.begin(), found.end(), [&](const Mention& other) {
        const bool apart = other.match->last <= mention.match->first || mention.match->last <= other.match->first;
        if (!apart) // the words themselves are not near themselves
            return false;
        const std::uint32_t from = std::min(other.match->last, mention.match->last), to = std::max(other.match->first, mention.match->first);
        return !counted || static_cast<double>(text::plain_words(mention.in->analysis(), from, to).size()) <= most;
    }));
}

// Whether the text begins with the wording, ends with it or is nothing else; signs round it do not count.
bool Evaluator::Impl::fits(const compile::Expr& expr, const Value& text) const {
    const std::vector<TextView> all = views(text);
    return std::any_of(all.begin(), all.end(), [&](const TextView& view) {
        std::vector<Mention> found;
        texts_.mentions(expr.wordings, view, found);
        return std::any_of(found.begin(), found.end(), [&](const Mention& mention) {
            const text::Analysis& analysis = view.in->analysis();
            const bool first = text::plain_words(analysis, view.first, mention.match->first).empty();
            const bool last = text::plain_words(analysis, mention.match->last, view.last).empty();
            return (first || expr.fit == dsl::Fit::at_end) && (last || expr.fit == dsl::Fit::at_start);
        });
    });
}

} // namespace ehc::eval

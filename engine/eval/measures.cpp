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
    if (expr.measure == dsl::Measure::repeated) {
        text.held = builtin::NumberRange(std::round(text::repetition(all_words(text))));
        return text;
    }
    if (expr.measure == dsl::Measure::weekly_minutes) {
        std::optional<double> minutes;
        for (const TextView& view : views(text))
            if (const auto own = texts_.weekly_minutes(view))
                minutes = minutes.value_or(0) + *own;
        if (minutes)
            text.held = builtin::NumberRange(std::round(10 * *minutes) / 10);
        else
            text.held = Unknown{plan::State::missing, "nothing in the text has both a length and a frequency"};
        return text;
    }
    if (expr.measure == dsl::Measure::words) {
        std::uint32_t words = 0;
        for (const TextView& view : views(text))
            words += view.in->analysis().word_count(view.first, view.last);
        text.held = builtin::NumberRange(words);
        return text;
    }
    text::ReadingLoad load;
    for (const TextView& view : views(text))
        load += texts_.reading_load(view);
    switch (expr.measure) {
    case dsl::Measure::repeated:
    case dsl::Measure::weekly_minutes:
    case dsl::Measure::words:
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
    const auto share = [&](const text::WordList& own, const text::WordList& other) {
        if (expr.flag)
            return own.likeness(other);
        return own.size() == 0 ? 0 : 100.0 * static_cast<double>(own.copied_from(other)) / static_cast<double>(own.size());
    };
    const TextView *one = of.as<TextView>(), *another = with.as<TextView>();
    const double percent = one != nullptr && another != nullptr ? share(texts_.word_list(*one), texts_.word_list(*another))
                                                                : share({all_words(of), texts_.word_ids()}, {all_words(with), texts_.word_ids()});
    of.held = builtin::NumberRange(std::round(percent));
    return of;
}

std::vector<text::WordId> Evaluator::Impl::all_words(const Value& text) {
    if (const Mention* mention = text.as<Mention>())
        return texts_.words({mention->in, mention->match->first, mention->match->last});
    std::vector<text::WordId> words;
    for (const TextView& view : views(text)) {
        const std::vector<text::WordId>& more = texts_.words(view);
        words.insert(words.end(), more.begin(), more.end());
    }
    return words;
}

bool Evaluator::Impl::same_words(const Value& a, const Value& b) {
    const TextView *x = a.as<TextView>(), *y = b.as<TextView>();
    return x != nullptr && y != nullptr ? texts_.words(*x) == texts_.words(*y) : all_words(a) == all_words(b);
}

// Texts that are not stated are passed over as long as one of them is: a child may have no second name.
Truth Evaluator::Impl::overlaps(const compile::Expr& expr, Frame& frame) {
    const Value subject = value(expr.kids.front(), frame);
    if (const Unknown* unknown = subject.unknown())
        return Truth::unknown(unknown->why());
    const std::vector<text::WordId> own = all_words(subject);
    // What the lexicon covers in the other text does not count.
    const auto counting = [&](const Value& text) {
        std::vector<text::WordId> words;
        for (const TextView& view : views(text)) {
            std::vector<Mention> left_out;
            texts_.mentions(expr.wordings, view, left_out);
            std::uint32_t from = view.first;
            const auto add = [&](std::uint32_t to) {
                for (const std::string_view word : text::plain_words(view.in->analysis(), from, to))
                    if (word.size() > 1)
                        words.push_back(texts_.word_ids().of(word));
            };
            for (const Mention& mention : left_out) {
                add(mention.match->first);
                from = mention.match->last;
            }
            add(view.last);
        }
        return text.as<Mention>() != nullptr ? all_words(text) : words;
    };
    bool any_stated = false;
    std::string because, doubt = doubt_of(subject);
    for (std::size_t i = 1; i < expr.kids.size(); ++i) {
        const Value with = value(expr.kids[i], frame);
        if (const Unknown* unknown = with.unknown()) {
            (unknown->state == plan::State::unreadable ? doubt : because) = unknown->why();
            continue;
        }
        any_stated = true;
        const std::vector<text::WordId> words = expr.overlap == dsl::Overlap::contains ? all_words(with) : counting(with);
        const auto among = [](const std::vector<text::WordId>& some, text::WordId word) { return std::find(some.begin(), some.end(), word) != some.end(); };
        const auto misspelt = [&](text::WordId word) {
            return !among(words, word) && std::any_of(words.begin(), words.end(), [&](text::WordId right) { return text::misspells(texts_.word_ids().word(word), texts_.word_ids().word(right)); });
        };
        const bool found = expr.overlap == dsl::Overlap::contains
                               ? !words.empty() && std::search(own.begin(), own.end(), words.begin(), words.end()) != own.end()
                           : expr.overlap == dsl::Overlap::shares_a_word ? std::any_of(words.begin(), words.end(), [&](text::WordId word) { return among(own, word); })
                                                                         : std::any_of(own.begin(), own.end(), misspelt);
        if (found)
            return Truth::of(true);
    }
    if (!doubt.empty())
        return Truth::unknown(doubt);
    return any_stated ? Truth::of(false) : Truth::unknown(because);
}

Truth Evaluator::Impl::is_near(const compile::Expr& expr, Frame& frame) {
    const Value subject = value(expr.kids.front(), frame);
    if (const Unknown* unknown = subject.unknown())
        return Truth::unknown(unknown->why());
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
        return !counted || mention.in->analysis().word_count(from, to) <= most;
    }));
}

// Whether the text begins with the wording, ends with it or is nothing else; signs round it do not count.
bool Evaluator::Impl::fits(const compile::Expr& expr, const Value& text) const {
    const auto all = views(text);
    return std::any_of(all.begin(), all.end(), [&](const TextView& view) {
        std::vector<Mention> found;
        texts_.mentions(expr.wordings, view, found);
        return std::any_of(found.begin(), found.end(), [&](const Mention& mention) {
            const text::Analysis& analysis = view.in->analysis();
            const bool first = analysis.word_count(view.first, mention.match->first) == 0;
            const bool last = analysis.word_count(mention.match->last, view.last) == 0;
            return (first || expr.fit == dsl::Fit::at_end) && (last || expr.fit == dsl::Fit::at_start);
        });
    });
}

} // namespace ehc::eval

// The obvious matcher, to compare the real one with: every pattern at every token by plain recursion.
#pragma once

#include "text/pattern.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

namespace ehc::text {

class NaiveMatcher {
  public:
    std::uint32_t add(const Pattern& pattern) {
        patterns_.push_back(pattern);
        return static_cast<std::uint32_t>(patterns_.size() - 1);
    }

    std::vector<Match> scan(const Analysis& analysis) {
        analysis_ = &analysis;
        const auto count = static_cast<std::uint32_t>(analysis.tokens().size());
        std::vector<Match> matches;
        for (std::uint32_t pattern = 0; pattern < patterns_.size(); ++pattern)
            for (start_ = 0; start_ < count;) {
                std::optional<State> best;
                follow(patterns_[pattern], {start_, {}, {}, {}}, [&](const State& end) {
                    if (end.at > start_ && (!best || end.at > best->at))
                        best = end;
                });
                if (!best) {
                    ++start_;
                    continue;
                }
                matches.push_back({pattern, start_, best->at, analysis.span(start_, best->at), best->number, best->date, best->tag});
                start_ = best->at;
            }
        return matches;
    }

  private:
    struct State {
        std::uint32_t at = 0;
        std::optional<double> number;
        std::optional<std::uint32_t> date;
        std::optional<std::uint32_t> tag;
    };
    using Next = std::function<void(const State&)>;

    bool is(std::uint32_t at, TokenKind kind) const { return at < analysis_->tokens().size() && analysis_->tokens()[at].kind == kind; }
    bool sign(std::uint32_t at) const { return is(at, TokenKind::dash) || is(at, TokenKind::mark); }
    bool counted(std::uint32_t at) const { return is(at, TokenKind::word) || is(at, TokenKind::number); }

    void sequence(const std::vector<Pattern>& parts, std::size_t from, const State& state, const Next& next) const {
        if (from == parts.size())
            next(state);
        else
            follow(parts[from], state, [&](const State& after) { sequence(parts, from + 1, after, next); });
    }

    void gap(std::uint32_t words, State state, const Next& next) const {
        next(state);
        for (int i = 0; i < 3 && sign(state.at); ++i) {
            ++state.at;
            next(state);
        }
        if (words > 0 && counted(state.at)) {
            ++state.at;
            gap(words - 1, state, next);
        }
    }

    void follow(const Pattern& pattern, State state, const Next& next) const {
        using Kind = Pattern::Kind;
        switch (pattern.kind) {
        case Kind::sequence:
            return sequence(pattern.parts, 0, state, next);
        case Kind::either:
            for (const Pattern& part : pattern.parts)
                follow(part, state, next);
            return;
        case Kind::optional:
            sequence(pattern.parts, 0, state, next);
            return next(state);
        case Kind::tagged:
            if (!state.tag)
                state.tag = pattern.tag;
            return sequence(pattern.parts, 0, state, next);
        case Kind::gap:
            return gap(pattern.count, state, next);
        case Kind::dash:
            if (is(state.at, TokenKind::dash)) {
                ++state.at;
                next(state);
            }
            return;
        default:
            break;
        }
        for (int i = 0; i < 2 && state.at != start_ && is(state.at, TokenKind::dash); ++i)
            ++state.at;
        const std::uint32_t at = state.at;
        if (at >= analysis_->tokens().size())
            return;
        std::uint32_t length = 0;
        if (pattern.kind == Kind::word)
            length = analysis_->word(at) == pattern.text;
        else if (pattern.kind == Kind::prefix)
            length = is(at, TokenKind::word) && analysis_->word(at).starts_with(pattern.text);
        else if (pattern.kind == Kind::any)
            length = counted(at);
        else if (pattern.kind == Kind::capital)
            length = analysis_->capital(at);
        else if (pattern.kind == Kind::number) {
            length = analysis_->number_length(at);
            if (length > 0 && !state.number)
                state.number = analysis_->tokens()[at].number;
        } else if (pattern.kind == Kind::date) {
            for (std::uint32_t i = 0; i < analysis_->dates().size(); ++i)
                if (const FoundDate& date = analysis_->dates()[i]; date.first == at) {
                    length = date.last - at;
                    if (!state.date)
                        state.date = i;
                }
        }
        if (length > 0) {
            state.at += length;
            next(state);
        }
    }

    std::vector<Pattern> patterns_;
    const Analysis* analysis_ = nullptr;
    std::uint32_t start_ = 0;
};

} // namespace ehc::text

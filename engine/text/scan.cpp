// Every pattern of a matcher found in one walk over a text.

#include "text/pattern.hpp"

#include <algorithm>
#include <numeric>

namespace ehc::text {

namespace {

constexpr std::uint32_t dashes_passed = 2; // between words
constexpr std::uint32_t signs_passed = 3;  // between the words of a gap

} // namespace

// One walk over one text.
class Matcher::Scan {
  public:
    Scan(const Matcher& matcher, const Analysis& analysis)
        : matcher_(matcher), analysis_(analysis), tokens_(analysis.tokens()), count_(static_cast<std::uint32_t>(tokens_.size())), reached_(matcher.entries_.size(), 0) {
        ids_.resize(count_ + 1);
        traits_.resize(count_ + 1, is_token);
        starts_.resize(count_ + 1);
        find_starts();
    }

    std::vector<Match> run() {
        const auto& dates = analysis_.dates();
        std::size_t date = 0;
        for (const std::uint32_t at : starts_) {
            second_ = traits_[at + 1];
            from_word(at);
            from_list(matcher_.by_gap_, at);
            const Token& token = tokens_[at];
            switch (token.kind) {
            case TokenKind::word:
                from_prefix(at);
                if (!matcher_.by_capital_.empty() && analysis_.capital(at))
                    from_list(matcher_.by_capital_, at);
                from_list(matcher_.by_any_, at);
                if (token.number != 0)
                    from_number(at);
                break;
            case TokenKind::number:
                from_list(matcher_.by_any_, at);
                from_number(at);
                break;
            case TokenKind::dash:
                from_list(matcher_.by_dash_, at);
                break;
            case TokenKind::mark:
            case TokenKind::stop:
                break;
            }
            while (date < dates.size() && dates[date].first < at)
                ++date;
            if (date < dates.size() && dates[date].first == at) {
                second_ = traits_[dates[date].last];
                from_list(matcher_.by_date_, at);
            }
        }
        return by_pattern();
    }

  private:
    // Those of one pattern were found in the order of their places.
    std::vector<Match> by_pattern() const {
        std::vector<std::uint32_t> next(matcher_.entries_.size() + 1, 0);
        for (const Match& match : matches_)
            ++next[match.pattern + 1];
        std::partial_sum(next.begin(), next.end(), next.begin());
        std::vector<Match> sorted(matches_.size());
        for (const Match& match : matches_)
            sorted[next[match.pattern]++] = match;
        return sorted;
    }

    // The number of every token, and the tokens at which some pattern may begin: few, so that the rest costs nothing more.
    void find_starts() {
        const bool everywhere = !matcher_.by_gap_.empty(), anywhere = everywhere || !matcher_.by_any_.empty();
        const bool at_numbers = anywhere || !matcher_.by_number_.empty();
        std::array<bool, 5> by_kind{};
        by_kind[static_cast<std::size_t>(TokenKind::word)] = anywhere || !matcher_.by_capital_.empty() || !matcher_.by_short_prefix_.empty();
        by_kind[static_cast<std::size_t>(TokenKind::number)] = at_numbers;
        by_kind[static_cast<std::size_t>(TokenKind::dash)] = everywhere || !matcher_.by_dash_.empty();
        by_kind[static_cast<std::size_t>(TokenKind::mark)] = by_kind[static_cast<std::size_t>(TokenKind::stop)] = everywhere;
        const char* folded = analysis_.folded().data();
        const auto& dates = analysis_.dates();
        std::size_t date = matcher_.by_date_.empty() ? dates.size() : 0;
        std::size_t count = 0;
        for (std::uint32_t i = 0; i < count_; ++i) {
            const Token& token = tokens_[i];
            const char* word = folded + token.folded.begin;
            const std::uint32_t id = matcher_.words_.find({word, token.folded.size()});
            ids_[i] = id;
            traits_[i] = traits_of(i, word, id);
            starts_[count] = i;
            const bool dated = date < dates.size() && dates[date].first == i;
            date += dated;
            count += dated | matcher_.begins_[id] | by_kind[static_cast<std::size_t>(token.kind)] | (matcher_.may_have_prefix(word) & (token.kind == TokenKind::word)) |
                     (at_numbers & (token.number != 0));
        }
        ids_[count_] = Vocabulary::unknown;
        starts_.resize(count);
    }

    struct Captures {
        std::uint32_t tag = none;
        std::uint32_t number = none; // token
        std::uint32_t date = none;
    };
    struct Thread {
        std::uint32_t state = 0;
        std::uint32_t token = 0; // the next one
        Captures captures;
    };

    Traits traits_of(std::uint32_t at, const char* word, std::uint32_t id) const {
        const Token& token = tokens_[at];
        if (token.kind == TokenKind::dash)
            return ~Traits{0};
        Traits traits = is_token | trait_of_letters(word);
        if (id != Vocabulary::unknown)
            traits |= trait_of_word(id);
        if (token.kind == TokenKind::number || token.number != 0)
            traits |= is_number;
        if (analysis_.capital(at))
            traits |= is_capital | is_capitals;
        return traits;
    }

    void from_list(const std::vector<Start>& starts, std::uint32_t at) {
        for (const Start& start : starts)
            if ((start.second & second_) != 0)
                try_pattern(start.pattern, at);
    }

    void from_number(std::uint32_t at) {
        second_ = traits_[at + std::max(1U, analysis_.number_length(at))];
        from_list(matcher_.by_number_, at);
    }

    void from_prefix(std::uint32_t at) {
        const Span folded = tokens_[at].folded;
        const std::string_view word(analysis_.folded().data() + folded.begin, folded.size());
        for (const PrefixStart& start : matcher_.by_short_prefix_)
            if (word.starts_with(start.text) && (start.start.second & second_) != 0)
                try_pattern(start.start.pattern, at);
        if (word.size() < 3 || !matcher_.may_have_prefix(word.data()))
            return;
        if (const auto found = matcher_.by_prefix_.find(prefix_key(word.data())); found != matcher_.by_prefix_.end())
            for (const PrefixStart& start : found->second)
                if ((start.start.second & second_) != 0 && word.starts_with(start.text))
                    try_pattern(start.start.pattern, at);
    }

    // A pattern that can begin in several ways is tried once at a token.
    void try_pattern(std::uint32_t pattern, std::uint32_t at) {
        if (at < reached_[pattern])
            return;
        reached_[pattern] = at + 1;
        threads_.push_back({matcher_.entries_[pattern], at, {}});
        finish(pattern, at);
    }

    void from_word(std::uint32_t at) {
        const auto& starts = matcher_.by_word_[ids_[at]];
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const Start& start = starts[i];
            if ((start.second & second_) == 0)
                continue;
            if (!start.past_word) {
                try_pattern(start.pattern, at);
                continue;
            }
            if (at < reached_[start.pattern])
                continue;
            // The other beginnings of the same pattern stand beside this one, of lower rank.
            std::size_t last = i + 1;
            while (last < starts.size() && starts[last].pattern == start.pattern)
                ++last;
            if (last == i + 1 && matcher_.states_[start.way.state].kind == State::Kind::accept) { // one word, which is most of them
                found(start.pattern, at, at + 1, {start.way.tag, none, none});
                continue;
            }
            for (std::size_t each = last; each-- > i;)
                if (const Start& other = starts[each]; (other.second & second_) != 0)
                    threads_.push_back({other.way.state, at + 1, {other.way.tag, none, none}});
            finish(start.pattern, at);
            i = last - 1;
        }
    }

    bool dash_at(std::uint32_t at) const { return at < count_ && tokens_[at].kind == TokenKind::dash; }
    bool sign_at(std::uint32_t at) const { return at < count_ && (tokens_[at].kind == TokenKind::dash || tokens_[at].kind == TokenKind::mark); }
    bool word_at(std::uint32_t at) const { return at < count_ && tokens_[at].is_word(); }

    std::uint32_t past_dashes(std::uint32_t at) const {
        if (at == start_)
            return at;
        for (std::uint32_t passed = 0; passed < dashes_passed && dash_at(at); ++passed)
            ++at;
        return at;
    }

    // Follows the waiting threads to their ends, those of higher rank first; the first to reach the furthest end wins.
    void finish(std::uint32_t pattern, std::uint32_t start) {
        start_ = start;
        best_ = start;
        ++stamp_;
        visited_ = 0;
        while (!threads_.empty()) {
            Thread thread = threads_.back();
            threads_.pop_back();
            while (step(thread)) {
            }
        }
        if (best_ != start)
            found(pattern, start, best_, best_captures_);
    }

    void found(std::uint32_t pattern, std::uint32_t first, std::uint32_t last, const Captures& captures) {
        reached_[pattern] = last;
        Match& match = matches_.emplace_back();
        match.pattern = pattern;
        match.first = first;
        match.last = last;
        match.span = analysis_.span(first, last);
        if (captures.number != none)
            match.number = tokens_[captures.number].number;
        if (captures.date != none)
            match.date = captures.date;
        if (captures.tag != none)
            match.tag = captures.tag;
    }

    // Moves a thread on by one state; false when it ends here.
    bool step(Thread& thread) {
        const State& state = matcher_.states_[thread.state];
        if (state.checked && !first_visit(thread))
            return false;
        std::uint32_t at = thread.token;
        switch (state.kind) {
        case State::Kind::accept:
            if (at > best_) {
                best_ = at;
                best_captures_ = thread.captures;
            }
            return false;
        case State::Kind::tag:
            if (thread.captures.tag == none)
                thread.captures.tag = state.value;
            thread.state = state.next;
            return true;
        case State::Kind::split:
            return spread(matcher_.splits_[state.value], thread);
        case State::Kind::gap:
            return pass_gap(state, thread);
        case State::Kind::dash:
            if (!dash_at(at))
                return false;
            return go_on(thread, state, at + 1);
        case State::Kind::word:
            at = past_dashes(at);
            return ids_[at] == state.value && go_on(thread, state, at + 1);
        case State::Kind::prefix:
            at = past_dashes(at);
            return at < count_ && tokens_[at].kind == TokenKind::word && analysis_.word(at).starts_with(matcher_.prefixes_[state.value]) && go_on(thread, state, at + 1);
        case State::Kind::any:
            at = past_dashes(at);
            return word_at(at) && go_on(thread, state, at + 1);
        case State::Kind::capital:
            at = past_dashes(at);
            return (state.value > 1 ? analysis_.all_capitals(at) : analysis_.capital(at)) && go_on(thread, state, at + 1);
        case State::Kind::number: {
            at = past_dashes(at);
            const std::uint32_t length = analysis_.number_length(at);
            if (length == 0)
                return false;
            if (thread.captures.number == none)
                thread.captures.number = at;
            return go_on(thread, state, at + length);
        }
        case State::Kind::date: {
            at = past_dashes(at);
            const auto& dates = analysis_.dates();
            const auto found = std::lower_bound(dates.begin(), dates.end(), at, [](const FoundDate& date, std::uint32_t token) { return date.first < token; });
            if (found == dates.end() || found->first != at)
                return false;
            if (thread.captures.date == none)
                thread.captures.date = static_cast<std::uint32_t>(found - dates.begin());
            return go_on(thread, state, found->last);
        }
        }
        return false;
    }

    static bool go_on(Thread& thread, const State& state, std::uint32_t token) {
        thread.state = state.next;
        thread.token = token;
        return true;
    }

    // Leaves one thread waiting for each way of a split that can match here.
    bool spread(const Split& split, const Thread& thread) {
        const std::size_t mark = threads_.size();
        const auto wait = [&](const Way& way, std::uint32_t token) {
            Thread& waiting = threads_.emplace_back(thread);
            waiting.state = way.state;
            waiting.token = token;
            if (waiting.captures.tag == none)
                waiting.captures.tag = way.tag;
        };
        const std::uint32_t at = past_dashes(thread.token);
        auto word = std::lower_bound(split.words.begin(), split.words.end(), ids_[at], [](const WordWay& way, std::uint32_t wanted) { return way.word < wanted; });
        const bool known = ids_[at] != Vocabulary::unknown;
        const Traits here = traits_[at];
        auto other = split.other.begin();
        for (;;) {
            while (other != split.other.end() && (other->may & here) == 0)
                ++other;
            const bool has_word = known && word != split.words.end() && word->word == ids_[at];
            const bool has_other = other != split.other.end();
            if (!has_word && !has_other)
                break;
            if (has_word && (!has_other || word->order < other->order)) {
                wait(word->way, at + 1);
                ++word;
            } else {
                wait(other->way, thread.token);
                ++other;
            }
        }
        std::reverse(threads_.begin() + static_cast<std::ptrdiff_t>(mark), threads_.end());
        return false;
    }

    // The shortest gap first: what follows it here, then after each sign, then after one more word.
    bool pass_gap(const State& state, const Thread& thread) {
        const std::size_t mark = threads_.size();
        const auto wait = [&](std::uint32_t to, std::uint32_t token) {
            Thread& waiting = threads_.emplace_back(thread);
            waiting.state = to;
            waiting.token = token;
        };
        const Traits after = matcher_.states_[state.next].may;
        const auto end_at = [&](std::uint32_t token) {
            if ((after & traits_[token]) != 0)
                wait(state.next, token);
        };
        std::uint32_t at = thread.token;
        end_at(at);
        for (std::uint32_t passed = 0; passed < signs_passed && sign_at(at); ++passed)
            end_at(++at);
        if (state.value > 0 && word_at(at))
            wait(thread.state - 1, at + 1);
        std::reverse(threads_.begin() + static_cast<std::ptrdiff_t>(mark), threads_.end());
        return false;
    }

    // True the first time that this pattern, begun here, is in this state at this token.
    bool first_visit(const Thread& thread) {
        if (2 * (visited_ + 1) > visits_.size())
            more_visits();
        const std::uint64_t key = static_cast<std::uint64_t>(thread.state) << 32 | thread.token;
        Visit& visit = visits_[slot_of(key)];
        if (visit.stamp == stamp_)
            return false;
        visit = {key, stamp_};
        ++visited_;
        return true;
    }

    // The slot that holds the key, else the one to put it in; slots of earlier stamps are empty.
    std::size_t slot_of(std::uint64_t key) const {
        std::size_t at = (key * 0x9E3779B97F4A7C15U >> 32) & (visits_.size() - 1);
        while (visits_[at].stamp == stamp_ && visits_[at].key != key)
            at = (at + 1) & (visits_.size() - 1);
        return at;
    }

    void more_visits() {
        constexpr std::size_t fewest = 256;
        const std::vector<Visit> before = std::exchange(visits_, std::vector<Visit>(std::max(fewest, visits_.size() * 2)));
        for (const Visit& visit : before)
            if (visit.stamp == stamp_)
                visits_[slot_of(visit.key)] = visit;
    }

    struct Visit {
        std::uint64_t key = 0;
        std::uint32_t stamp = 0;
    };

    const Matcher& matcher_;
    const Analysis& analysis_;
    const std::vector<Token>& tokens_;
    std::uint32_t count_;
    std::vector<std::uint32_t> ids_;     // of each token, and one unknown after the last
    std::vector<Traits> traits_;         // of each token, and of none after the last
    std::vector<std::uint32_t> starts_;  // tokens at which a pattern may begin
    Traits second_ = 0;                  // of the token after the one at which patterns are tried
    std::vector<std::uint32_t> reached_; // by pattern: the first token at which it may begin
    std::vector<Thread> threads_;        // waiting, the highest rank last
    std::vector<Match> matches_;
    std::vector<Visit> visits_;
    std::uint32_t visited_ = 0; // slots of this stamp
    std::uint32_t stamp_ = 0;   // one for each start of a pattern
    std::uint32_t start_ = 0;
    std::uint32_t best_ = 0;
    Captures best_captures_;
};

std::vector<Match> Matcher::scan(const Analysis& analysis) const { return Scan(*this, analysis).run(); }

} // namespace ehc::text

#include "text/pattern.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_set>

namespace ehc::text {

namespace {

constexpr int deepest = 200;               // levels of a pattern
constexpr std::uint32_t widest_gap = 100;  // words
constexpr std::size_t inlined = 16;        // ways of a split that a split before it takes over
constexpr std::uint32_t dashes_passed = 2; // between words
constexpr std::uint32_t signs_passed = 3;  // between the words of a gap

// The first three bytes of a word or prefix.
std::uint32_t prefix_key(const char* text) noexcept { return static_cast<std::uint32_t>(first_bytes(text) & 0xFFFFFFU); }

constexpr std::size_t filter_bit(std::uint32_t key) { return (key * 0x9E3779B1U) >> 20; } // of 4096

} // namespace

std::uint32_t Matcher::state(State::Kind kind, std::uint32_t value, std::uint32_t next) {
    states_.push_back({kind, false, value, next, may_begin(kind, value, next)});
    return static_cast<std::uint32_t>(states_.size() - 1);
}

std::uint32_t Matcher::add(const Pattern& pattern) {
    const auto number = static_cast<std::uint32_t>(entries_.size());
    const auto from = static_cast<std::uint32_t>(states_.size());
    const std::uint32_t accept = state(State::Kind::accept, 0, 0);
    entries_.push_back(build(pattern, accept, 0));
    mark_checked(from);
    by_word_.resize(words_.size() + Vocabulary::first);
    begins_.resize(by_word_.size(), 0);
    index(number, from);
    return number;
}

// Patterns are built from their ends, so that every part knows what comes after it.
std::uint32_t Matcher::build(const Pattern& pattern, std::uint32_t next, int depth) {
    using Kind = Pattern::Kind;
    if (depth > deepest)
        return split({});
    switch (pattern.kind) {
    case Kind::word:
        return state(State::Kind::word, words_.intern(pattern.text), next);
    case Kind::prefix:
        prefixes_.push_back(pattern.text);
        return state(State::Kind::prefix, static_cast<std::uint32_t>(prefixes_.size() - 1), next);
    case Kind::number:
        return state(State::Kind::number, 0, next);
    case Kind::date:
        return state(State::Kind::date, 0, next);
    case Kind::any:
        return state(State::Kind::any, 0, next);
    case Kind::dash:
        return state(State::Kind::dash, 0, next);
    case Kind::capital:
        return state(State::Kind::capital, pattern.count, next);
    case Kind::gap: {
        std::uint32_t last = 0;
        for (std::uint32_t left = 0; left <= std::min(pattern.count, widest_gap); ++left)
            last = state(State::Kind::gap, left, next);
        return last;
    }
    case Kind::sequence:
        return sequence(pattern.parts, next, depth);
    case Kind::optional:
        return split({sequence(pattern.parts, next, depth), next});
    case Kind::tagged:
        return state(State::Kind::tag, pattern.tag, sequence(pattern.parts, next, depth));
    case Kind::either: {
        std::vector<std::uint32_t> ways;
        ways.reserve(pattern.parts.size());
        for (const Pattern& part : pattern.parts)
            ways.push_back(build(part, next, depth + 1));
        return ways.size() == 1 ? ways[0] : split(ways);
    }
    }
    return next;
}

std::uint32_t Matcher::sequence(const std::vector<Pattern>& parts, std::uint32_t next, int depth) {
    for (auto part = parts.rbegin(); part != parts.rend(); ++part)
        next = build(*part, next, depth + 1);
    return next;
}

// Tags and small splits straight after a split are folded into it.
void Matcher::add_ways(std::vector<Way>& ways, Way way) const {
    while (states_[way.state].kind == State::Kind::tag) {
        if (way.tag == none)
            way.tag = states_[way.state].value;
        way.state = states_[way.state].next;
    }
    const State& at = states_[way.state];
    if (at.kind == State::Kind::split && splits_[at.value].ways.size() <= inlined)
        for (const Way& inner : splits_[at.value].ways)
            ways.push_back({inner.state, way.tag == none ? inner.tag : way.tag});
    else
        ways.push_back(way);
}

std::uint32_t Matcher::split(const std::vector<std::uint32_t>& states) {
    Split made;
    for (const std::uint32_t each : states)
        add_ways(made.ways, {each, none});
    std::unordered_set<std::uint32_t> seen; // a way that repeats an earlier one adds nothing
    std::erase_if(made.ways, [&](const Way& way) { return !seen.insert(way.state).second; });
    for (std::uint32_t order = 0; order < made.ways.size(); ++order) {
        const Way& way = made.ways[order];
        if (const State& at = states_[way.state]; at.kind == State::Kind::word)
            made.words.push_back({at.value, order, {at.next, way.tag}});
        else
            made.other.push_back({order, way, states_[way.state].may});
    }
    std::sort(made.words.begin(), made.words.end(), [](const WordWay& a, const WordWay& b) { return a.word != b.word ? a.word < b.word : a.order < b.order; });
    splits_.push_back(std::move(made));
    return state(State::Kind::split, static_cast<std::uint32_t>(splits_.size() - 1), 0);
}

// A state that two ways lead to, or that follows such a one, would otherwise be gone through once for each way.
void Matcher::mark_checked(std::uint32_t from) {
    std::vector<std::uint8_t> ways(states_.size() - from, 0);
    const auto count = [&](std::uint32_t to) { ways[to - from] = static_cast<std::uint8_t>(std::min(2, ways[to - from] + 1)); };
    for (std::uint32_t i = from; i < states_.size(); ++i) {
        const State& each = states_[i];
        if (each.kind == State::Kind::split)
            for (const Way& way : splits_[each.value].ways)
                count(way.state);
        else if (each.kind != State::Kind::accept)
            count(each.next);
    }
    for (std::uint32_t i = from; i < states_.size(); ++i) {
        State& each = states_[i];
        if (each.kind == State::Kind::split || each.kind == State::Kind::gap)
            each.checked = true;
        if (ways[i - from] > 1) {
            each.checked = each.kind != State::Kind::accept;
            if (each.kind != State::Kind::accept && each.kind != State::Kind::split && states_[each.next].kind != State::Kind::accept)
                states_[each.next].checked = true;
        }
    }
}

// The leaves and gaps that a pattern can begin with, in the order in which they are tried. `first` is its first state.
std::vector<Matcher::Way> Matcher::beginnings(std::uint32_t entry, std::uint32_t first) const {
    std::vector<Way> leaves, open{{entry, none}};
    std::vector<bool> seen(states_.size() - first, false);
    while (!open.empty()) {
        Way at = open.back();
        open.pop_back();
        if (seen[at.state - first])
            continue;
        seen[at.state - first] = true;
        const State& each = states_[at.state];
        if (each.kind == State::Kind::tag) {
            open.push_back({each.next, at.tag == none ? each.value : at.tag});
        } else if (each.kind == State::Kind::split) {
            const auto& ways = splits_[each.value].ways;
            for (auto inner = ways.rbegin(); inner != ways.rend(); ++inner)
                open.push_back({inner->state, at.tag == none ? inner->tag : at.tag});
        } else {
            leaves.push_back(at);
        }
    }
    return leaves;
}

namespace {
// 64 bits: 4 kinds of token, then the letters, then the words.
constexpr std::uint32_t kind_bits = 4, letter_bits = 28, word_bits = 32;
} // namespace

Matcher::Traits Matcher::trait_of_word(std::uint32_t word) noexcept { return Traits{1} << (kind_bits + letter_bits + (word * 0x9E3779B1U >> 16) % word_bits); }

Matcher::Traits Matcher::trait_of_letters(const char* word) noexcept {
    const std::uint32_t two = static_cast<unsigned char>(word[0]) * 256U + static_cast<unsigned char>(word[1]);
    return Traits{1} << (kind_bits + (two * 0x9E3779B1U >> 16) % letter_bits);
}

// States are made from the ends of their pattern, so what follows one is known already.
Matcher::Traits Matcher::may_begin(State::Kind kind, std::uint32_t value, std::uint32_t next) const {
    switch (kind) {
    case State::Kind::word:
        return trait_of_word(value);
    case State::Kind::prefix:
        return prefixes_[value].size() < 2 ? is_token : trait_of_letters(prefixes_[value].data());
    case State::Kind::number:
        return is_number;
    case State::Kind::capital:
        return value > 1 ? is_capitals : is_capital;
    case State::Kind::tag:
        return states_[next].may;
    case State::Kind::split: {
        Traits any = 0;
        for (const Way& way : splits_[value].ways)
            any |= states_[way.state].may;
        return any;
    }
    case State::Kind::date:
    case State::Kind::any:
    case State::Kind::dash:
    case State::Kind::gap:
    case State::Kind::accept:
        break;
    }
    return is_token;
}

void Matcher::index(std::uint32_t pattern, std::uint32_t first) {
    const std::vector<Way> leaves = beginnings(entries_[pattern], first);
    const bool words_only = std::all_of(leaves.begin(), leaves.end(), [&](const Way& leaf) {
        const State::Kind kind = states_[leaf.state].kind;
        return kind == State::Kind::word || kind == State::Kind::accept;
    });
    for (const Way& leaf : leaves) {
        const State& at = states_[leaf.state];
        const bool goes_on = at.kind != State::Kind::gap && at.kind != State::Kind::accept;
        const Start start{pattern, goes_on ? states_[at.next].may : is_token, {entries_[pattern], none}, false};
        const auto once = [&](std::vector<Start>& list) {
            if (list.empty() || list.back().pattern != pattern)
                list.push_back(start);
            else
                list.back().second |= start.second;
        };
        switch (at.kind) {
        case State::Kind::word: {
            auto& starts = by_word_[at.value];
            begins_[at.value] = 1;
            if (words_only)
                starts.push_back({pattern, start.second, {at.next, leaf.tag}, true});
            else
                once(starts);
            break;
        }
        case State::Kind::prefix: {
            const std::string& text = prefixes_[at.value];
            if (text.size() < 3) {
                by_short_prefix_.push_back({text, start});
                break;
            }
            const std::uint32_t key = prefix_key((text + std::string(key_bytes, '\0')).data());
            by_prefix_[key].push_back({text, start});
            prefix_keys_[filter_bit(key) / 64] |= std::uint64_t{1} << (filter_bit(key) % 64);
            break;
        }
        case State::Kind::number:
            once(by_number_);
            break;
        case State::Kind::date:
            once(by_date_);
            break;
        case State::Kind::any:
            once(by_any_);
            break;
        case State::Kind::dash:
            once(by_dash_);
            break;
        case State::Kind::capital:
            once(by_capital_);
            break;
        case State::Kind::gap:
            once(by_gap_);
            break;
        case State::Kind::accept: // nothing at all is no match
        case State::Kind::split:
        case State::Kind::tag:
            break;
        }
    }
}

bool Matcher::may_have_prefix(const char* word) const noexcept {
    const std::size_t bit = filter_bit(prefix_key(word));
    return (prefix_keys_[bit / 64] >> (bit % 64) & 1U) != 0;
}

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

std::size_t Matcher::states() const noexcept { return states_.size(); }
std::size_t Matcher::patterns() const noexcept { return entries_.size(); }

} // namespace ehc::text

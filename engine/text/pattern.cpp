#include "text/pattern.hpp"

#include <algorithm>
#include <unordered_set>

namespace ehc::text {

namespace {

constexpr int deepest = 200;               // levels of a pattern
constexpr std::uint32_t widest_gap = 100;  // words
constexpr std::size_t inlined = 16;        // ways of a split that a split before it takes over

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

std::size_t Matcher::states() const noexcept { return states_.size(); }
std::size_t Matcher::patterns() const noexcept { return entries_.size(); }

} // namespace ehc::text

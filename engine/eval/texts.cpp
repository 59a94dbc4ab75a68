#include "eval/texts.hpp"

#include "text/weekly_minutes.hpp"

#include <algorithm>
#include <span>
#include <tuple>

namespace ehc::eval {

namespace {

std::span<const text::Match> matches_of(const Analysed& analysed, std::uint32_t pattern) {
    const Scanned& scanned = *analysed.scanned;
    return std::span(scanned.matches).subspan(scanned.from[pattern], scanned.from[pattern + 1] - scanned.from[pattern]);
}

// The matches of one pattern that lie inside the view; they are in order and do not overlap.
std::span<const text::Match> inside(std::span<const text::Match> matches, const TextView& view) {
    const auto from = std::partition_point(matches.begin(), matches.end(), [&](const text::Match& match) { return match.first < view.first; });
    const auto to = std::partition_point(from, matches.end(), [&](const text::Match& match) { return match.last <= view.last; });
    return {from, to};
}

bool undone(const Analysed& analysed, const compile::Wording& wording, const text::Match& hit) {
    if (!wording.exceptions)
        return false;
    const auto exceptions = matches_of(analysed, *wording.exceptions);
    return std::any_of(exceptions.begin(), exceptions.end(),
                       [&](const text::Match& exception) { return exception.first <= hit.first && hit.last <= exception.last; });
}

} // namespace

Scanned::Scanned(std::string_view words, const text::Matcher& matcher) : analysis(words), matches(matcher.scan(analysis)), from(matcher.patterns() + 1) {
    for (std::size_t pattern = 0, match = 0; pattern < matcher.patterns(); from[++pattern] = static_cast<std::uint32_t>(match))
        while (match < matches.size() && matches[match].pattern == pattern)
            ++match;
}

Span TextView::span() const {
    if (in->analysis().tokens().empty() || first >= last)
        return {};
    return in->analysis().span(first, last);
}

std::string_view TextView::words() const {
    const Span bytes = span();
    return std::string_view(in->text->value).substr(bytes.begin, bytes.size());
}

std::string_view Mention::words() const { return std::string_view(in->text->value).substr(match->span.begin, match->span.size()); }

namespace {

// The tokens whose bytes lie in a stretch of the text.
TextView tokens_in(Analysed& in, Span bytes) {
    const auto& tokens = in.analysis().tokens();
    const auto from = std::partition_point(tokens.begin(), tokens.end(), [&](const text::Token& token) { return token.span.begin < bytes.begin; });
    const auto to = std::partition_point(from, tokens.end(), [&](const text::Token& token) { return token.span.end <= bytes.end; });
    return {&in, static_cast<std::uint32_t>(from - tokens.begin()), static_cast<std::uint32_t>(to - tokens.begin())};
}

} // namespace

TextView Mention::sentence() const { return tokens_in(*in, in->analysis().sentence(match->first)); }
TextView Mention::paragraph() const { return tokens_in(*in, in->analysis().paragraph(match->first)); }
std::optional<plan::Letter> Mention::section() const { return in->section; }

Texts::Texts(const compile::CompiledRules& rules, const plan::Plan& plan) : rules_(rules), plan_(plan) {}

Analysed& Texts::add(const plan::Text& text, std::optional<plan::Letter> section) {
    const auto [at, fresh] = by_words_.try_emplace(text.value, nullptr);
    if (fresh)
        at->second = &scanned_.emplace_back(text.value, rules_.matcher);
    return all_.emplace_back(Analysed{&text, at->second, section});
}

const TextView& Texts::view(const plan::Text& text, std::optional<plan::Letter> section) {
    const auto known = known_.find(&text);
    if (known != known_.end())
        return known->second;
    const auto part = section ? inside_section(text, *section) : std::nullopt;
    return known_.emplace(&text, part ? *part : whole(add(text, section))).first->second;
}

std::optional<TextView> Texts::inside_section(const plan::Text& text, plan::Letter letter) {
    const plan::TextField& home = plan_.section(letter).text;
    if (&text == &home.value || !home.stated() || text.pieces.empty() || text.value.size() > home.value.value.size())
        return std::nullopt;
    const auto earlier = [](const plan::Origin& a, const plan::Origin& b) {
        return std::tie(a.span.begin, a.line, a.column) < std::tie(b.span.begin, b.line, b.column);
    };
    auto& pieces = pieces_[static_cast<std::size_t>(letter)];
    if (!pieces) {
        pieces = home.value.pieces;
        std::sort(pieces->begin(), pieces->end(), [&](const plan::Piece& a, const plan::Piece& b) { return earlier(a.origin, b.origin); });
    }
    const plan::Origin& wanted = text.pieces.front().origin;
    const auto piece = std::lower_bound(pieces->begin(), pieces->end(), wanted, [&](const plan::Piece& a, const plan::Origin& b) { return earlier(a.origin, b); });
    if (piece == pieces->end() || piece->origin.block != wanted.block || earlier(wanted, piece->origin))
        return std::nullopt;
    const std::string& all = home.value.value;
    const std::uint32_t from = piece->at, to = from + static_cast<std::uint32_t>(text.value.size());
    if (all.compare(from, text.value.size(), text.value) != 0 || (from > 0 && all[from - 1] != '\n') || (to < all.size() && all[to] != '\n'))
        return std::nullopt;
    return tokens_in(*view(home.value, letter).in, {from, to});
}

Analysed& Texts::own(std::string value) {
    kept_.push_back({std::move(value), {}});
    return add(kept_.back(), std::nullopt);
}

const TextViews& Texts::of_sections(std::uint32_t letters) {
    const auto [at, fresh] = sections_.try_emplace(letters);
    if (fresh)
        for (std::size_t i = 0; i < plan::letter_count; ++i) {
            if ((letters >> i & 1U) == 0)
                continue;
            const auto letter = static_cast<plan::Letter>(i);
            const plan::TextField& text = plan_.sections[i].text;
            if (text.stated() && !text.value.empty()) {
                at->second.views.push_back(view(text.value, letter));
            } else if (!text.stated() && text.state >= at->second.others) {
                at->second.others = text.state;
                if (text.state == plan::State::unreadable)
                    at->second.because = "section " + std::string(plan::name_of(letter)) + " could not be read" + (text.because.empty() ? "" : ": " + text.because);
            }
        }
    return at->second;
}

TextView Texts::whole(Analysed& analysed) const {
    return {&analysed, 0, static_cast<std::uint32_t>(analysed.analysis().tokens().size())};
}

void Texts::mentions(const std::vector<std::uint32_t>& wordings, const TextView& view, std::vector<Mention>& found) const {
    const auto from = static_cast<std::ptrdiff_t>(found.size());
    for (const std::uint32_t index : wordings) {
        const compile::Wording& wording = rules_.wordings[index];
        for (const text::Match& match : inside(matches_of(*view.in, wording.hits), view))
            if (!undone(*view.in, wording, match))
                found.push_back({view.in, &match});
    }
    if (wordings.size() < 2)
        return;
    std::stable_sort(found.begin() + from, found.end(), [](const Mention& a, const Mention& b) {
        return a.match->first != b.match->first ? a.match->first < b.match->first : a.match->last > b.match->last;
    });
    std::uint32_t reached = 0;
    found.erase(std::remove_if(found.begin() + from, found.end(),
                               [&](const Mention& mention) {
                                   if (mention.match->last <= reached)
                                       return true;
                                   reached = mention.match->last;
                                   return false;
                               }),
                found.end());
}

bool Texts::mentions_any(const std::vector<std::uint32_t>& wordings, const TextView& view) const {
    return std::any_of(wordings.begin(), wordings.end(), [&](std::uint32_t index) {
        const compile::Wording& wording = rules_.wordings[index];
        const auto hits = inside(matches_of(*view.in, wording.hits), view);
        return std::any_of(hits.begin(), hits.end(), [&](const text::Match& match) { return !undone(*view.in, wording, match); });
    });
}

std::size_t Texts::HashOfView::operator()(const TextView& view) const noexcept {
    const std::uint64_t tokens = static_cast<std::uint64_t>(view.first) << 32 | view.last;
    return std::hash<const void*>()(view.in) ^ tokens * 0x9E3779B97F4A7C15U;
}

const std::vector<std::string>& Texts::stems(const TextView& view) {
    const auto [at, fresh] = stems_.try_emplace(view);
    if (fresh)
        at->second = text::content_stems(view.in->analysis(), view.first, view.last);
    return at->second;
}

const std::vector<text::WordId>& Texts::words(const TextView& view) {
    const auto [at, fresh] = words_.try_emplace(view);
    if (fresh)
        for (const std::string_view word : text::plain_words(view.in->analysis(), view.first, view.last))
            at->second.push_back(word_ids_.of(word));
    return at->second;
}

const text::ReadingLoad& Texts::reading_load(const TextView& view) {
    const auto [at, fresh] = reading_loads_.try_emplace(view);
    if (fresh)
        at->second = text::reading_load(view.in->analysis(), view.first, view.last);
    return at->second;
}

const std::optional<double>& Texts::weekly_minutes(const TextView& view) {
    const auto [at, fresh] = weekly_minutes_.try_emplace(view);
    if (fresh)
        at->second = text::weekly_minutes(view.in->analysis(), view.first, view.last);
    return at->second;
}

const text::WordList& Texts::word_list(const TextView& view) {
    const auto known = word_lists_.find(view);
    return known != word_lists_.end() ? known->second : word_lists_.try_emplace(view, words(view), word_ids_).first->second;
}

} // namespace ehc::eval

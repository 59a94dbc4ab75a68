#include "eval/texts.hpp"

#include "text/likeness.hpp"

#include <algorithm>
#include <span>

namespace ehc::eval {

namespace {

std::span<const text::Match> matches_of(const Analysed& analysed, std::uint32_t pattern) {
    const auto from = std::partition_point(analysed.matches.begin(), analysed.matches.end(),
                                           [&](const text::Match& match) { return match.pattern < pattern; });
    const auto to = std::partition_point(from, analysed.matches.end(), [&](const text::Match& match) { return match.pattern == pattern; });
    return {from, to};
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

std::optional<plan::Letter> Analysed::section_at(std::uint32_t byte) const {
    std::optional<plan::Letter> section;
    for (const auto& [begin, letter] : sections)
        if (begin <= byte)
            section = letter;
    return section;
}

Span TextView::span() const {
    if (in->analysis.tokens().empty() || first >= last)
        return {};
    return in->analysis.span(first, last);
}

std::string_view TextView::words() const {
    const Span bytes = span();
    return std::string_view(in->text->value).substr(bytes.begin, bytes.size());
}

std::string_view Mention::words() const { return std::string_view(in->text->value).substr(match->span.begin, match->span.size()); }

namespace {

// The tokens whose bytes lie in a stretch of the text.
TextView tokens_in(Analysed& in, Span bytes) {
    const auto& tokens = in.analysis.tokens();
    const auto from = std::partition_point(tokens.begin(), tokens.end(), [&](const text::Token& token) { return token.span.begin < bytes.begin; });
    const auto to = std::partition_point(from, tokens.end(), [&](const text::Token& token) { return token.span.end <= bytes.end; });
    return {&in, static_cast<std::uint32_t>(from - tokens.begin()), static_cast<std::uint32_t>(to - tokens.begin())};
}

} // namespace

TextView Mention::sentence() const { return tokens_in(*in, in->analysis.sentence(match->first)); }
TextView Mention::paragraph() const { return tokens_in(*in, in->analysis.paragraph(match->first)); }
std::optional<plan::Letter> Mention::section() const { return in->section_at(match->span.begin); }

Texts::Texts(const compile::CompiledRules& rules, const plan::Plan& plan) : rules_(rules), plan_(plan) {}

Analysed& Texts::add(const plan::Text& text) {
    Analysed& analysed = all_.emplace_back(Analysed{&text, text::Analysis(text.value), {}, {}, {}, false});
    analysed.matches = rules_.matcher.scan(analysed.analysis);
    return analysed;
}

Analysed& Texts::analysed(const plan::Text& text, std::optional<plan::Letter> section) {
    const auto [at, fresh] = known_.try_emplace(&text, nullptr);
    if (fresh) {
        at->second = &add(text);
        if (section)
            at->second->sections.emplace_back(0U, *section);
    }
    return *at->second;
}

Analysed& Texts::own(std::string value) {
    kept_.push_back({std::move(value), {}});
    return add(kept_.back());
}

Analysed* Texts::joined(std::uint32_t letters) {
    const auto [at, fresh] = joined_.try_emplace(letters, nullptr);
    if (!fresh)
        return at->second;
    plan::Text text;
    std::vector<std::pair<std::uint32_t, plan::Letter>> sections;
    for (std::size_t i = 0; i < plan::letter_count; ++i) {
        const plan::Section& section = plan_.sections[i];
        if ((letters >> i & 1U) == 0 || !section.text.stated() || section.text.value.empty())
            continue;
        sections.emplace_back(static_cast<std::uint32_t>(text.value.size() + (text.value.empty() ? 0 : 1)), static_cast<plan::Letter>(i));
        text.append(section.text.value, "\n");
    }
    if (sections.empty())
        return nullptr;
    kept_.push_back(std::move(text));
    at->second = &add(kept_.back());
    at->second->sections = std::move(sections);
    return at->second;
}

TextView Texts::whole(Analysed& analysed) const {
    return {&analysed, 0, static_cast<std::uint32_t>(analysed.analysis.tokens().size())};
}

std::vector<Mention> Texts::mentions(const std::vector<std::uint32_t>& wordings, const TextView& view) const {
    std::vector<Mention> found;
    for (const std::uint32_t index : wordings) {
        const compile::Wording& wording = rules_.wordings[index];
        for (const text::Match& match : inside(matches_of(*view.in, wording.hits), view))
            if (!undone(*view.in, wording, match))
                found.push_back({view.in, &match});
    }
    if (wordings.size() > 1) {
        std::stable_sort(found.begin(), found.end(), [](const Mention& a, const Mention& b) {
            return a.match->first != b.match->first ? a.match->first < b.match->first : a.match->last > b.match->last;
        });
        std::uint32_t reached = 0;
        std::erase_if(found, [&](const Mention& mention) {
            if (mention.match->last <= reached)
                return true;
            reached = mention.match->last;
            return false;
        });
    }
    return found;
}

bool Texts::mentions_any(const std::vector<std::uint32_t>& wordings, const TextView& view) const {
    return std::any_of(wordings.begin(), wordings.end(), [&](std::uint32_t index) {
        const compile::Wording& wording = rules_.wordings[index];
        const auto hits = inside(matches_of(*view.in, wording.hits), view);
        return std::any_of(hits.begin(), hits.end(), [&](const text::Match& match) { return !undone(*view.in, wording, match); });
    });
}

const std::vector<std::string>& Texts::stems(Analysed& analysed) const {
    if (!analysed.stemmed) {
        analysed.stems = text::content_stems(analysed.analysis);
        analysed.stemmed = true;
    }
    return analysed.stems;
}

} // namespace ehc::eval

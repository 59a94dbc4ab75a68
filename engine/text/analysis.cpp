#include "text/analysis.hpp"

#include "text/tokens.hpp"

#include <algorithm>
#include <utility>

namespace ehc::text {

namespace {

// Words that deny what follows them. Sorted.
constexpr std::string_view denials[] = {"cannot", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "without"};
static_assert(std::is_sorted(std::begin(denials), std::end(denials)));

// "no more than 4", "not only": a denial before one of these bounds an amount or adds to it, and denies nothing.
constexpr std::string_view undoing[] = {"fewer", "greater", "just", "later", "less", "merely", "more", "only"};
static_assert(std::is_sorted(std::begin(undoing), std::end(undoing)));

template <std::size_t N> bool among(const std::string_view (&words)[N], std::string_view word) {
    return std::binary_search(std::begin(words), std::end(words), word);
}

} // namespace

Analysis::Analysis(std::string_view original) : original_(original) {
    TokenStream stream = tokenise(original);
    dates_ = find_dates(original, stream);
    folded_ = std::move(stream.folded);
    folded_size_ = stream.folded_size;
    tokens_ = std::move(stream.tokens);
    sentences_ = std::move(stream.sentences);
    quotes_ = std::move(stream.quotes);
    paragraph_ends_ = std::move(stream.paragraph_ends);
    word_count_ = stream.words;
}

std::string_view Analysis::word(std::uint32_t token) const noexcept {
    if (token >= tokens_.size())
        return {};
    const Span folded = tokens_[token].folded;
    return {folded_.data() + folded.begin, folded.size()};
}

std::uint32_t Analysis::word_count() const noexcept { return word_count_; }
std::uint32_t Analysis::sentence_count() const noexcept { return static_cast<std::uint32_t>(sentences_.size()); }

Span Analysis::span(std::uint32_t first, std::uint32_t last) const noexcept {
    last = std::min(last, static_cast<std::uint32_t>(tokens_.size()));
    if (first >= last)
        return {};
    return {tokens_[first].span.begin, tokens_[last - 1].span.end};
}

Span Analysis::sentence(std::uint32_t token) const noexcept {
    if (token >= tokens_.size())
        return {};
    Span range = sentences_[tokens_[token].sentence];
    if (range.size() > 1 && word(range.end - 1) == "\n") // the line end is no part of what was written
        --range.end;
    return span(range.begin, range.end);
}

Span Analysis::paragraph(std::uint32_t token) const noexcept {
    if (token >= tokens_.size())
        return {};
    const std::uint32_t at = tokens_[token].span.begin;
    const auto next = std::lower_bound(paragraph_ends_.begin(), paragraph_ends_.end(), at);
    const std::uint32_t begin = next == paragraph_ends_.begin() ? 0 : *(next - 1) + 1;
    const auto end = next == paragraph_ends_.end() ? static_cast<std::uint32_t>(original_.size()) : *next;
    // From the first to the last token, so that no white space stands at the edges.
    const auto starts_before = [](const Token& each, std::uint32_t byte) { return each.span.begin < byte; };
    const auto first = std::lower_bound(tokens_.begin(), tokens_.end(), begin, starts_before);
    const auto last = std::lower_bound(first, tokens_.end(), end, starts_before);
    return first == last ? tokens_[token].span : Span{first->span.begin, (last - 1)->span.end};
}

std::uint32_t Analysis::word_count(std::uint32_t first, std::uint32_t last) const noexcept {
    return static_cast<std::uint32_t>(std::count_if(tokens_.begin() + first, tokens_.begin() + std::max(first, last), [](const Token& token) { return token.is_word(); }));
}

bool Analysis::negated(std::uint32_t token) const noexcept {
    constexpr int reach = 6; // words
    if (token >= tokens_.size())
        return false;
    int words = 0;
    for (std::uint32_t at = token; at-- > 0 && words < reach;) {
        const Token& before = tokens_[at];
        if (before.kind == TokenKind::stop)
            return false;
        const std::string_view text = word(at);
        if (before.kind == TokenKind::mark && text == ";")
            return false;
        if (before.kind == TokenKind::number)
            ++words;
        if (before.kind != TokenKind::word)
            continue;
        ++words;
        if (text == "but")
            return false;
        if (text.ends_with("n't") || (among(denials, text) && !among(undoing, word(at + 1))))
            return true;
    }
    return false;
}

bool Analysis::quoted(std::uint32_t token) const noexcept {
    const auto after = std::upper_bound(quotes_.begin(), quotes_.end(), token, [](std::uint32_t wanted, const Span& quote) { return wanted < quote.begin; });
    return after != quotes_.begin() && token < (after - 1)->end;
}

bool Analysis::all_capitals(std::uint32_t token) const noexcept {
    if (!capital(token) || tokens_[token].kind != TokenKind::word)
        return false;
    const std::string_view written = original_.substr(tokens_[token].span.begin, tokens_[token].span.size());
    const auto letters = std::count_if(written.begin(), written.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return letters > 1 && std::none_of(written.begin(), written.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool Analysis::capital(std::uint32_t token) const noexcept { return token < tokens_.size() && begins_with_capital(original_, tokens_[token]); }

std::uint32_t Analysis::number_length(std::uint32_t token) const noexcept { return token < tokens_.size() ? text::number_length(tokens_, token) : 0; }

std::string fold(std::string_view text) {
    TokenStream stream = tokenise(text);
    stream.folded.resize(stream.folded_size);
    return std::move(stream.folded);
}

} // namespace ehc::text

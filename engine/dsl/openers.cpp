#include "dsl/openers.hpp"

#include <algorithm>

namespace ehc::dsl {

namespace {

constexpr std::size_t count_of_kind(KeywordKind kind) {
    std::size_t count = 0;
    for (const Keyword& keyword : keyword_table)
        count += keyword.kind == kind;
    return count;
}

template <KeywordKind kind> constexpr auto phrases_of_kind = [] {
    std::array<PhraseWords, count_of_kind(kind)> phrases{};
    std::size_t i = 0;
    for (const Keyword& keyword : keyword_table)
        if (keyword.kind == kind)
            phrases[i++] = words_of(keyword.phrase);
    return phrases;
}();

constexpr WordNumber word_at = number_of("at"), word_least = number_of("least"), word_most = number_of("most"),
                     word_end = number_of("end"), word_of = number_of("of");

} // namespace

bool is_sign(const Token* token, char sign) noexcept { return token->kind == Token::Kind::sign && token->sign == sign; }

bool is_word(const Token* token, WordNumber word) noexcept { return token->kind == Token::Kind::word && token->word == word; }

bool is_phrase(const Token* token, const PhraseWords& phrase) noexcept {
    for (std::size_t i = 0; i < phrase.count; ++i, ++token)
        if (!is_word(token, phrase.words[i]))
            return false;
    return true;
}

bool opens_item(const Token* token) noexcept {
    const auto opens = [&](const PhraseWords& phrase) { return is_phrase(token, phrase); };
    return token->line_first && token->kind == Token::Kind::word && !closes_item(token) &&
           std::ranges::any_of(phrases_of_kind<KeywordKind::item>, opens) && token[1].kind != Token::Kind::sign;
}

bool opens_clause(const Token* token) noexcept {
    if (token->kind != Token::Kind::word || token->word == 0)
        return false;
    if (token->word == word_at) // not `at least 2 needs`, nor the words that an example must find
        return !is_word(token + 1, word_least) && !is_word(token + 1, word_most) && token[1].kind != Token::Kind::string;
    return std::ranges::any_of(phrases_of_kind<KeywordKind::clause>, [&](const PhraseWords& phrase) { return is_phrase(token, phrase); });
}

bool closes_item(const Token* token) noexcept {
    return is_word(token, word_end) && !is_word(token + 1, word_of) && !is_sign(token + 1, ':');
}

bool is_noun(const Token* token) noexcept {
    if (token->kind != Token::Kind::word)
        return false;
    if (!is_reserved(token))
        return true;
    const bool verb_and_noun = token->word == number_of("mentions") || token->word == number_of("supports") || token->word == number_of("answers");
    return verb_and_noun && (is_word(token + 1, word_of) || is_word(token + 1, number_of("in")));
}

bool is_reserved(const Token* token) noexcept {
    switch (reserved(token->word)) {
    case Reserved::always:
        return true;
    case Reserved::at_line_start:
        return token->line_first;
    case Reserved::no:
        return token->line_first && (opens_clause(token) || is_phrase(token, words_of("needs engine")));
    }
    return false;
}

} // namespace ehc::dsl

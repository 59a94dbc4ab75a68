#include "dsl/complaints.hpp"

#include "base/nearest.hpp"
#include "dsl/openers.hpp"

#include <algorithm>
#include <optional>

namespace ehc::dsl {

namespace {

bool is_any_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::ranges::find(list, word) != list.end();
}

// The words just before the impasse: a whole phrase or path where one ends there.
std::string before(const Source& source, const Impasse& impasse) {
    const Token* first = impasse.phrase != nullptr ? impasse.phrase : impasse.at - 1;
    while (first > impasse.begin + 1 && is_sign(first - 1, '.'))
        first -= 2;
    const std::uint32_t begin = first->span.begin;
    return shown(source.text().substr(begin, impasse.at[-1].span.end - begin));
}

// A word that is spelt as the language has it is in the wrong place, not misspelt.
std::string misspelt(const Source& source, const Token* token, const std::vector<std::string>& candidates) {
    return token->kind == Token::Kind::word && token->word == 0 ? did_you_mean(text_of(source, token), candidates) : std::string{};
}

// The keywords that would have fitted at a token.
std::vector<std::string> tried(const Impasse& impasse, const Token* where) {
    std::vector<std::string> words;
    for (const Impasse::Miss& miss : impasse.misses)
        if (miss.where == where && std::ranges::find(words, miss.word) == words.end())
            words.emplace_back(miss.word);
    return words;
}

// `on or befor`: a phrase went on past the impasse and then wrong.
std::optional<Fault> broken_phrase(const Source& source, const Impasse& impasse) {
    const Impasse::Miss* furthest = nullptr;
    for (const Impasse::Miss& miss : impasse.misses)
        if (miss.where > impasse.at && (furthest == nullptr || miss.where > furthest->where))
            furthest = &miss;
    if (furthest == nullptr)
        return std::nullopt;
    const Token* const where = furthest->where;
    const std::vector<std::string> words = tried(impasse, where);
    std::string suggestion = where->line_first ? "" : misspelt(source, where, words);
    const bool sure = words.size() == 1 && (is_reserved(furthest->first) || where - furthest->first >= 2); // `does not frequency`, `school year after`
    if (suggestion.empty() && !sure)
        return std::nullopt;
    std::string what = "expected ";
    for (std::size_t i = 0; i < words.size(); ++i)
        what += (i == 0 ? "`" : i + 1 == words.size() ? " or `" : ", `") + words[i] + "`";
    const std::uint32_t begin = furthest->first->span.begin;
    what += " after " + shown(source.text().substr(begin, where[-1].span.end - begin));
    return fault(source, "E101", place_of(furthest->first, where), std::move(what), std::move(suggestion));
}

// What was most likely meant by the word at the impasse or by the one before it.
std::string likely(const Source& source, const Impasse& impasse) {
    const Token* const at = impasse.at;
    std::string near = misspelt(source, at, tried(impasse, at));
    if (!near.empty() || at == impasse.begin)
        return near;
    const bool in_path = at - 1 > impasse.begin && is_sign(at - 2, '.');
    if (!in_path && at - 1 > impasse.begin)
        near = misspelt(source, at - 1, tried(impasse, at - 1)); // `witin 24 months`
    for (const Impasse::Miss& miss : impasse.misses)
        if (near.empty() && miss.first == at - 1 && miss.where == at && !in_path)
            near = "did you mean `" + std::string(miss.phrase) + "`?"; // `more 3` for `more than 3`
    return near;
}

bool is_state(std::string_view word) {
    return std::ranges::any_of(keywords(), [&](const Keyword& keyword) { return keyword.kind == KeywordKind::state && keyword.phrase == word; });
}

// `educational psychologist` where a value stands: after `is`, `is not` or `one of`, or in a list.
bool in_pieces(const Impasse& impasse) {
    const Token* const at = impasse.at;
    const auto plain = [](const Token* token) { return token->kind == Token::Kind::word && token->word == 0; };
    return at - 1 > impasse.begin && !at->line_first && plain(at) && plain(at - 1) &&
           (is_sign(at - 2, ',') || is_word(at - 2, number_of("is")) || is_word(at - 2, number_of("of")) || is_word(at - 2, number_of("not")));
}
// With the words that follow on the line, so far as they are no words of the language.
std::string joined(const Source& source, const Token* at) {
    std::string name(text_of(source, at - 1));
    for (; at->kind == Token::Kind::word && at->word == 0 && !at->line_first; ++at)
        name += "_" + std::string(text_of(source, at));
    return name;
}

bool is_value(const Token* token) {
    return token->kind == Token::Kind::word || token->kind == Token::Kind::string || token->kind == Token::Kind::number ||
           token->kind == Token::Kind::date;
}

} // namespace

std::string_view text_of(const Source& source, const Token* token) {
    return source.text().substr(token->span.begin, token->span.size());
}

void Impasse::missed(const Miss& miss) {
    const bool near = miss.where == at || miss.first == at || (miss.first == at - 1 && at != begin);
    if (near && std::ranges::find(misses, miss) == misses.end())
        misses.push_back(miss);
}

Span place_of(const Token* begin, const Token* at) {
    if (at == begin || !at->line_first)
        return at->span;
    const std::uint32_t end = at[-1].span.end;
    return {end, end};
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
    const auto near = nearest(word, candidates);
    return near ? "did you mean `" + *near + "`?" : std::string{};
}

Fault expected_fault(const Source& source, const Impasse& impasse, std::string_view expected) {
    if (auto fault = broken_phrase(source, impasse))
        return std::move(*fault);
    const Token* at = impasse.at;
    const bool at_line_end = at != impasse.begin && at->line_first;
    std::string what = "expected " + std::string(expected);
    if (at != impasse.begin) {
        if (expected.find(", ") != std::string_view::npos)
            what += ",";
        what += " after " + before(source, impasse);
    }
    std::string suggestion;
    if (is_sign(at, ',') && at != impasse.begin && is_sign(at - 1, ',')) {
        suggestion = "one comma is enough";
    } else if (!at_line_end) {
        suggestion = likely(source, impasse);
        if (suggestion.empty() && at->kind == Token::Kind::word && is_reserved(at) && expected.starts_with("a name"))
            suggestion = shown(text_of(source, at)) + " is a word of the rule language and cannot be a name";
    }
    return fault(source, "E101", place_of(impasse.begin, at), std::move(what), std::move(suggestion));
}

Fault unexpected_fault(const Source& source, const Impasse& impasse) {
    if (auto fault = broken_phrase(source, impasse))
        return std::move(*fault);
    const Token* at = impasse.at;
    const std::string_view text = text_of(source, at);
    const std::string written = at->kind == Token::Kind::string ? "a text in quotes" : shown(text);
    if (at->kind == Token::Kind::end)
        return fault(source, "E101", place_of(impasse.begin, at), "the file ends too early");
    if (at == impasse.begin)
        return fault(source, "E101", at->span, written + " cannot begin anything here", likely(source, impasse));
    if (is_sign(at, ')') || is_sign(at, ']') || is_sign(at, '}'))
        return fault(source, "E101", at->span, "there is nothing open for " + written + " to close");

    const std::string after = before(source, impasse);
    std::string suggestion = likely(source, impasse);
    if (suggestion.empty() && is_any_of(text_of(source, at - 1), {"the", "an"}))
        suggestion = "leave out " + after;
    else if (suggestion.empty() && is_state(text) && !tried(impasse, at).empty())
        suggestion = "write `is " + std::string(text) + "`";
    else if (suggestion.empty() && is_sign(at, '|'))
        suggestion = "put brackets round the choices: `(\"a\" | \"b\")`";
    else if (suggestion.empty() && impasse.comma && is_value(at) && is_value(at - 1))
        suggestion = "put a comma between the two" + (in_pieces(impasse) ? ", or write `" + joined(source, at) + "` if they are one name" : std::string());
    else if (suggestion.empty() && in_pieces(impasse))
        suggestion = "a name of several words is written with `_`: `" + joined(source, at) + "`";
    return fault(source, "E101", at->span, written + " cannot follow " + after, std::move(suggestion));
}

} // namespace ehc::dsl

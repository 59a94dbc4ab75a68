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

// `on or befor`: the phrase went wrong after its first words.
std::optional<Fault> broken_phrase(const Source& source, const Impasse& impasse) {
    if (impasse.partial == nullptr)
        return std::nullopt;
    std::string suggestion = impasse.partial->line_first ? "" : misspelt(source, impasse.partial, impasse.partial_words);
    const bool only_one = impasse.partial_words.size() == 1 && is_reserved(impasse.at);
    if (suggestion.empty() && !only_one)
        return std::nullopt;
    std::string what = "expected ";
    for (std::size_t i = 0; i < impasse.partial_words.size(); ++i)
        what += (i == 0 ? "`" : " or `") + impasse.partial_words[i] + "`";
    const std::uint32_t begin = impasse.at->span.begin;
    what += " after " + shown(source.text().substr(begin, impasse.partial[-1].span.end - begin));
    return fault(source, "E101", place_of(impasse.at, impasse.partial), std::move(what), std::move(suggestion));
}

// The words before `of`, `in`, `between` and the like that make a value: `aeg of child`.
std::string near_form(const Source& source, const Impasse& impasse) {
    const Token* before = impasse.at - 1;
    if (impasse.at == impasse.begin || before->kind != Token::Kind::word)
        return {};
    const std::string written = std::string(text_of(source, before)) + " " + std::string(text_of(source, impasse.at));
    std::vector<std::string> forms;
    for (const Keyword& keyword : keywords())
        if (keyword.kind == KeywordKind::value && keyword.phrase.find(' ') != std::string_view::npos)
            forms.emplace_back(keyword.phrase);
    return did_you_mean(written, forms);
}

} // namespace

std::string_view text_of(const Source& source, const Token* token) {
    return source.text().substr(token->span.begin, token->span.size());
}

void Impasse::missed(const Token* first, const Token* where, std::string word) {
    const auto add = [&](std::vector<std::string>& words) {
        if (std::ranges::find(words, word) == words.end())
            words.push_back(std::move(word));
    };
    if (where == at)
        return add(words_tried);
    if (first != at || where < partial)
        return;
    if (where > partial)
        partial_words.clear();
    partial = where;
    add(partial_words);
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
    if (at->kind == Token::Kind::word && !at_line_end) {
        suggestion = misspelt(source, at, impasse.words_tried);
        if (suggestion.empty() && is_reserved(at) && expected.find("name") != std::string_view::npos)
            suggestion = shown(text_of(source, at)) + " is a word of the rule language and cannot be a name";
    } else if (is_sign(at, ',') && at != impasse.begin && is_sign(at - 1, ',')) {
        suggestion = "one comma is enough";
    } else if (is_sign(at, '=')) {
        suggestion = "write `is`, not `=`";
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
        return fault(source, "E101", at->span, written + " cannot begin anything here", misspelt(source, at, impasse.words_tried));

    const std::string after = before(source, impasse);
    std::string suggestion;
    if (at->kind == Token::Kind::word) {
        suggestion = misspelt(source, at, impasse.words_tried);
        if (suggestion.empty() && is_any_of(text, {"of", "in", "on", "between", "for"}))
            suggestion = near_form(source, impasse);
        if (suggestion.empty() && is_any_of(text_of(source, at - 1), {"the", "an"}))
            suggestion = "leave out " + after;
    } else if (is_sign(at, '=')) {
        suggestion = "write `is`, not `=`";
    } else if (is_sign(at, ')') || is_sign(at, ']') || is_sign(at, '}')) {
        return fault(source, "E101", at->span, "there is nothing open for " + written + " to close");
    } else if (is_sign(at, '|')) {
        suggestion = "put brackets round the choices: `(\"a\" | \"b\")`";
    } else if (at->kind == Token::Kind::string && at[-1].kind == Token::Kind::string) {
        suggestion = "put a comma between the two";
    }
    return fault(source, "E101", at->span, written + " cannot follow " + after, std::move(suggestion));
}

} // namespace ehc::dsl

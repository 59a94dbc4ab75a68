#include "dsl/complaints.hpp"

#include "base/nearest.hpp"
#include "dsl/openers.hpp"

#include <algorithm>

namespace ehc::dsl {

namespace {

bool is_any_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::ranges::find(list, word) != list.end();
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
    const Token* at = impasse.at;
    const bool at_line_end = at != impasse.begin && at->line_first;
    std::string what = "expected " + std::string(expected);
    if (at != impasse.begin) {
        const Token* first = impasse.phrase != nullptr ? impasse.phrase : at - 1;
        const std::uint32_t begin = first->span.begin;
        if (expected.find(", ") != std::string_view::npos)
            what += ",";
        what += " after " + shown(source.text().substr(begin, at[-1].span.end - begin));
    }
    std::string suggestion;
    if (at->kind == Token::Kind::word && !at_line_end) {
        suggestion = did_you_mean(text_of(source, at), impasse.words_tried);
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
    const Token* at = impasse.at;
    const std::string_view text = text_of(source, at);
    const std::string written = at->kind == Token::Kind::string ? "a text in quotes" : shown(text);
    if (at->kind == Token::Kind::end)
        return fault(source, "E101", place_of(impasse.begin, at), "the file ends too early");
    if (at == impasse.begin)
        return fault(source, "E101", at->span, written + " cannot begin anything here", did_you_mean(text, impasse.words_tried));

    const std::string after = shown(text_of(source, at - 1));
    std::string suggestion;
    if (at->kind == Token::Kind::word) {
        suggestion = did_you_mean(text, impasse.words_tried);
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

#include "audit/redact.hpp"

#include "finding/hash.hpp"
#include "plan/fields.hpp"
#include "text/analysis.hpp"

#include <algorithm>
#include <array>

namespace ehc::audit {

namespace {

constexpr std::size_t shortest_name = 3; // parts of names that are shorter would be found in ordinary words

bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool starts_at(std::string_view text, std::size_t at, std::string_view word) {
    return at + word.size() <= text.size() && std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(at), [](char a, char b) { return lower(a) == lower(b); });
}

void add(std::vector<std::string>& all, const plan::TextField& field) {
    if (field.stated() && field.value.value.size() >= shortest_name)
        all.push_back(field.value.value);
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// A name, and each part of it that is written like one. What follows a comma is an office or a school.
void add_name(std::vector<std::string>& all, const plan::TextField& field) {
    add(all, field);
    if (!field.stated())
        return;
    std::string part;
    for (const char c : field.value.value.substr(0, field.value.value.find(',')) + " ") {
        if (is_word_byte(c) || c == '\'' || c == '-') {
            part += c;
        } else {
            if (part.size() >= shortest_name && !is_small(part.front()))
                all.push_back(part);
            part.clear();
        }
    }
}

} // namespace

std::string Redaction::pseudonym(std::string_view kind, std::string_view words) const {
    return "[" + std::string(kind) + "-" + finding::hmac_sha256_hex(key_, std::string(kind) + "|" + text::fold(words)).substr(0, 8) + "]";
}

std::string Redaction::path(std::string_view path) const {
    const std::size_t dot = path.rfind('.'), slash = path.rfind('/');
    std::string ending;
    // An ending is a format's when it is short and plain; anything else may be part of a name.
    if (dot != std::string_view::npos && (slash == std::string_view::npos || dot > slash) && path.size() - dot <= 5)
        for (const std::string_view known : {".docx", ".doc", ".xml", ".pdf", ".odt", ".rtf", ".txt", ".md", ".html", ".htm", ".json", ".zip"})
            if (path.substr(dot) == known)
                ending = known;
    return "document-" + finding::hmac_sha256_hex(key_, "path|" + std::string(path)).substr(0, 16) + ending;
}

std::vector<std::string> Redaction::identifying(const plan::Plan& plan) {
    std::vector<std::string> all;
    // Every text field of the child, the parents and the plan itself, by the field table: what is added there is covered here.
    const auto texts_of = [&](const plan::RecordType& type, const void* at) {
        for (const plan::FieldRow& row : type.fields) {
            constexpr std::array ordinary{"pronouns", "first_language", "relationship"}; // words like "he" and "mother"
            if ((row.type != plan::FieldType::text && row.type != plan::FieldType::date) || std::find(ordinary.begin(), ordinary.end(), row.name) != ordinary.end())
                continue;
            const plan::FieldView view = row.view(at);
            if (view.state != plan::State::stated)
                continue;
            if (const auto* const* text = std::get_if<const plan::Text*>(&view.value); text != nullptr && (*text)->value.size() >= shortest_name)
                all.push_back((*text)->value);
            if (const auto* date = std::get_if<PartialDate>(&view.value)) {
                all.push_back(date->text());
                all.push_back(date->iso());
            }
        }
    };
    texts_of(plan::child_type, &plan.child);
    for (const plan::Parent& parent : plan.parents)
        texts_of(plan::parent_type, &parent);
    add_name(all, plan.child.name);
    add_name(all, plan.child.known_as);
    for (const plan::Parent& parent : plan.parents)
        add_name(all, parent.name);
    add(all, plan.id);
    add_name(all, plan.signatory.name);
    for (const plan::Advice& advice : plan.advice)
        add_name(all, advice.author);
    for (const plan::TextField* name : {&plan.setting, &plan.placement.name})
        add(all, *name);
    std::sort(all.begin(), all.end(), [](const std::string& a, const std::string& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

void Redaction::sweep(std::string& text, const std::vector<std::string>& identifying, bool quoted_too) const {
    std::string swept;
    for (std::size_t at = 0; at < text.size();) {
        const bool at_word = at == 0 || !is_word_byte(text[at - 1]);
        const auto found = std::find_if(identifying.begin(), identifying.end(), [&](const std::string& one) {
            const std::size_t end = at + one.size();
            return at_word && (is_small(one.front()) || !is_small(text[at])) && starts_at(text, at, one) && (end == text.size() || !is_word_byte(text[end]));
        });
        if (found != identifying.end()) {
            swept += veil(*found);
            at += found->size();
            continue;
        }
        const std::size_t end = !quoted_too ? std::string::npos : text[at] == '"' || text[at] == '`' ? text.find(text[at], at + 1) : std::string::npos;
        if (end != std::string::npos) {
            const std::string_view quoted = std::string_view(text).substr(at + 1, end - at - 1);
            swept += quoted.starts_with("[words-") && quoted.ends_with(']') ? std::string(quoted) : veil(quoted);
            at = end + 1;
            continue;
        }
        swept += text[at++];
    }
    text = std::move(swept);
}

void Redaction::apply(finding::DocumentReport& document, const std::vector<std::string>& identifying) const {
    document.path = path(document.path);
    if (!document.plan_id.empty())
        document.plan_id = veil(document.plan_id);
    for (std::string& group : document.groups)
        if (!group.empty())
            group = veil(group);
    document.text.clear();
    const auto redact = [&](finding::Finding& finding) {
        for (std::string* text : {&finding.message, &finding.fix, &finding.family})
            sweep(*text, identifying);
        for (finding::Place& place : finding.places) {
            if (!place.words.empty())
                place.words = veil(place.words);
            place.context = place.words;
            place.at = {0, static_cast<std::uint32_t>(place.words.size())};
        }
    };
    for (auto* findings : {&document.findings, &document.known})
        for (finding::Finding& one : *findings)
            redact(one);
    for (finding::Suppressed& one : document.suppressed) {
        redact(one.finding);
        one.who = veil(one.who);
        one.reason = veil(one.reason);
    }
    for (finding::Unchecked& one : document.unchecked)
        sweep(one.because, identifying, true);
    for (finding::Question& one : document.questions) {
        sweep(one.question, identifying);
        for (std::string& evidence : one.evidence)
            evidence = veil(evidence);
    }
    for (std::string& note : document.notes)
        sweep(note, identifying, true);
    for (std::string* text : {&document.recognised_as, &document.why, &document.error})
        sweep(*text, identifying, true);
}

} // namespace ehc::audit

#include "pack/reference.hpp"

#include "compile/words.hpp"

#include <algorithm>

namespace ehc::pack {

namespace {

using compile::CompiledRules;
using compile::Rule;

// A stretch of text; `code` for words of the rule language.
struct Run {
    std::string text;
    bool code = false;
    std::string link = {};
};
using Words = std::vector<Run>;

struct Row {
    std::string label;
    std::vector<Words> values; // one a line
};

struct Entry {
    const Rule* rule = nullptr;
    std::vector<Row> rows;
    std::vector<std::pair<std::string, std::string>> examples; // "Fires on", the words of the rule file
};

struct Chapter {
    const compile::PackInfo* pack = nullptr;
    std::vector<Entry> entries;
};

constexpr std::string_view kinds_of_example[] = {"Fires on", "Quiet on", "Unchecked on"}; // in the order of dsl::Expected

Run plain(std::string_view text) { return {std::string(text), false}; }

Entry entry_of(const CompiledRules& rules, const Rule& rule) {
    Entry entry;
    entry.rule = &rule;
    const auto code = [&](const compile::Expr& expr) { return Run{rules.written(expr), true}; };
    const auto words_at = [&](std::uint32_t file, Span span) { return Run{compile::on_one_line(rules.sources[file]->text().substr(span.begin, span.size())), true}; };
    const auto row = [&](std::string label, std::vector<Words> values) {
        if (!values.empty())
            entry.rows.push_back({std::move(label), std::move(values)});
    };
    const auto line = [&](std::string label, std::string_view text) {
        if (!text.empty())
            row(std::move(label), {{plain(text)}});
    };
    line("Why", compile::comment_above(rules, rule));
    std::vector<Words> severity{{plain(finding::name_of(rule.severity))}};
    for (const auto& [level, when] : rule.severity_when)
        severity.push_back({plain(std::string(finding::name_of(level)) + " when "), code(when)});
    row("Severity", std::move(severity));
    std::vector<Words> basis{{plain(finding::name_of(rule.basis))}};
    for (const auto& [level, when] : rule.basis_when)
        basis.push_back({plain(std::string(finding::name_of(level)) + " when "), code(when)});
    row("Basis", std::move(basis));
    std::vector<Words> citations;
    for (std::size_t i = 0; i < rule.citations.size(); ++i) {
        const bool listed = i < rule.cited.size() && rule.cited[i].instrument.has_value();
        citations.push_back({{rule.citations[i], false, listed ? rules.instruments[*rule.cited[i].instrument].link : std::string()}});
    }
    row("Rests on", std::move(citations));
    if (rule.from || rule.until)
        line("In force", (rule.from ? "from " + rule.from->text() : std::string()) + (rule.from && rule.until ? " " : "") +
                             (rule.until ? "until " + rule.until->text() : std::string()));
    line("Applies to", compile::audience(rule));
    if (rule.when)
        row("Only when", {{code(*rule.when)}});
    std::vector<Words> subjects;
    for (const compile::Each& each : rule.subjects)
        subjects.push_back({words_at(each.file, each.span)});
    row("Looks at each", std::move(subjects));
    if (rule.provided)
        row("Unchecked unless", {{code(*rule.provided), plain(" (" + rule.provided_because + ")")}});
    if (rule.form == compile::Form::ask)
        line("Asks", rule.question);
    else
        row(rule.form == compile::Form::require ? "Requires" : "Forbids", {{code(rule.condition)}});
    std::vector<Words> excuses;
    for (const compile::Expr& unless : rule.unless)
        excuses.push_back({code(unless)});
    row("Unless", std::move(excuses));
    constexpr std::string_view missing[] = {"", "it fails", "it asks a person", "it does not apply"};
    line("Where a value is not stated", missing[static_cast<std::size_t>(rule.if_not_stated)]);
    std::vector<Words> definitions;
    for (const compile::Derived* derived : compile::definitions_of(rules, rule))
        definitions.push_back({{compile::name_of(*derived), true}, plain(derived->doc.empty() ? ": " : ": " + derived->doc + ": "), code(derived->value)});
    row("Where it says", std::move(definitions));
    line("Says", rule.says.written);
    line("How to put it right", rule.fix.written);
    line("For families", rule.family.written);
    std::vector<Words> parameters;
    for (const compile::Parameter* parameter : compile::parameters_of(rules, rule))
        parameters.push_back({{parameter->name, true}, plain(": " + compile::value_words(*parameter) + (parameter->help.empty() ? "" : ". " + parameter->help))});
    row("Figures a council may change", std::move(parameters));
    for (const compile::Example& example : rule.examples) {
        std::string words = words_at(example.file, example.span).text;
        words.erase(0, std::min(words.find(" on ") + 4, words.size()));
        entry.examples.emplace_back(kinds_of_example[static_cast<std::size_t>(example.expected)], std::move(words));
    }
    std::stable_sort(entry.examples.begin(), entry.examples.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return entry;
}

std::vector<Chapter> chapters_of(const CompiledRules& rules, const std::vector<const Rule*>& chosen) {
    std::vector<Chapter> chapters;
    for (const compile::PackInfo& pack : rules.packs) {
        Chapter chapter{&pack, {}};
        for (const Rule* rule : chosen)
            if (&rules.packs[rule->pack] == &pack)
                chapter.entries.push_back(entry_of(rules, *rule));
        if (!chapter.entries.empty())
            chapters.push_back(std::move(chapter));
    }
    std::sort(chapters.begin(), chapters.end(), [](const Chapter& a, const Chapter& b) { return a.pack->name < b.pack->name; });
    return chapters;
}

// ---- Markdown

std::string marked_down(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (std::string_view("\\`*_<>[]|").find(c) != std::string_view::npos)
            result += '\\';
        result += c;
    }
    return result;
}

// Code that holds backticks stands between more of them.
std::string code_span(std::string_view code) {
    std::string fence = "`";
    while (code.find(fence) != std::string_view::npos)
        fence += '`';
    const std::string room = fence.size() > 1 ? " " : "";
    return fence + room + std::string(code) + room + fence;
}

std::string marked_down(const Words& words) {
    std::string text;
    for (const Run& run : words)
        text += run.code ? code_span(run.text) : run.link.empty() ? marked_down(run.text) : "[" + marked_down(run.text) + "](" + run.link + ")";
    return text;
}

std::string name_of(const Rule& rule) { return rule.id + " " + rule.slug; }

// The address that Markdown viewers give a heading of letters, digits and hyphens.
std::string address_of(const std::string& heading) {
    std::string address;
    for (const char c : heading)
        address += c == ' ' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return address;
}

// ---- HTML

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text)
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default:
            result += c;
        }
    return result;
}

std::string html_of(const Words& words) {
    std::string text;
    for (const Run& run : words)
        text += run.code           ? "<code>" + escaped(run.text) + "</code>"
                : run.link.empty() ? escaped(run.text)
                                   : "<a href=\"" + escaped(run.link) + "\">" + escaped(run.text) + "</a>";
    return text;
}

constexpr std::string_view page_head = R"(<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rules for EHC plans</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; color: #0b0c0c; background: #fff; max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 3rem; border-bottom: 2px solid #0b0c0c; }
h3 { margin: 2.5rem 0 0; }
a { color: #1d70b8; }
a:focus { outline: 3px solid #ffdd00; }
dl { display: grid; grid-template-columns: minmax(9rem, 1fr) 4fr; gap: .25rem 1rem; }
dt { font-weight: 700; }
dd { margin: 0; }
dd p { margin: 0; }
code { font: .9em ui-monospace, monospace; background: #f3f2f1; padding: 0 .2em; overflow-wrap: anywhere; }
nav ul { columns: 20rem; }
.title { font-weight: 700; margin: .25rem 0 1rem; }
@media (max-width: 40rem) { dl { display: block; } dd { margin-bottom: .5rem; } }
@media print { a { color: inherit; } h3 { break-after: avoid; } }
</style>
</head>
<body>
)";

constexpr std::string_view introduction = "What each rule requires, why, what it stands on, when it fires and when it stays quiet. Only law and "
                                          "case law bind; guidance, practice and local policy are said to be what they are.";

} // namespace

std::string reference_markdown(const CompiledRules& rules, const std::vector<const Rule*>& chosen) {
    const std::vector<Chapter> chapters = chapters_of(rules, chosen);
    std::string text = "# The rules\n\n" + std::string(introduction) + "\nWritten by `ehcaudit rules document` from the rule files.\n\n";
    for (const Chapter& chapter : chapters) {
        text += "- " + chapter.pack->name + ": " + marked_down(chapter.pack->title) + "\n";
        for (const Entry& entry : chapter.entries)
            text += "  - [" + name_of(*entry.rule) + "](#" + address_of(name_of(*entry.rule)) + "): " + marked_down(entry.rule->title) + "\n";
    }
    for (const Chapter& chapter : chapters) {
        text += "\n## " + marked_down(chapter.pack->title) + "\n\nPack `" + chapter.pack->name + "`, version " + chapter.pack->version + "\n";
        if (!chapter.pack->about.empty())
            text += "\n" + marked_down(chapter.pack->about) + "\n";
        for (const Entry& entry : chapter.entries) {
            text += "\n### " + name_of(*entry.rule) + "\n\n**" + marked_down(entry.rule->title) + "**\n\n";
            for (const Row& row : entry.rows) {
                text += "- " + row.label + ":";
                if (row.values.size() == 1) {
                    text += " " + marked_down(row.values.front()) + "\n";
                    continue;
                }
                text += "\n";
                for (const Words& value : row.values)
                    text += "  - " + marked_down(value) + "\n";
            }
            std::string label;
            for (const auto& [kind, words] : entry.examples) {
                if (kind != label)
                    text += "- " + kind + ":\n";
                label = kind;
                text += "  - " + code_span(words) + "\n";
            }
        }
    }
    return text;
}

std::string reference_html(const CompiledRules& rules, const std::vector<const Rule*>& chosen) {
    const std::vector<Chapter> chapters = chapters_of(rules, chosen);
    std::string text = std::string(page_head) + "<header>\n<h1>Rules for EHC plans</h1>\n<p>" + escaped(introduction) + "</p>\n</header>\n<nav aria-label=\"Contents\">\n";
    for (const Chapter& chapter : chapters) {
        text += "<p><a href=\"#pack-" + escaped(chapter.pack->name) + "\">" + escaped(chapter.pack->title) + "</a></p>\n<ul>\n";
        for (const Entry& entry : chapter.entries)
            text += "<li><a href=\"#" + escaped(entry.rule->id) + "\">" + escaped(entry.rule->id) + "</a> " + escaped(entry.rule->title) + "</li>\n";
        text += "</ul>\n";
    }
    text += "</nav>\n<main>\n";
    for (const Chapter& chapter : chapters) {
        text += "<section>\n<h2 id=\"pack-" + escaped(chapter.pack->name) + "\">" + escaped(chapter.pack->title) + "</h2>\n<p>Pack <code>" + escaped(chapter.pack->name) +
                "</code>, version " + escaped(chapter.pack->version) + ". " + escaped(chapter.pack->about) + "</p>\n";
        for (const Entry& entry : chapter.entries) {
            text += "<article>\n<h3 id=\"" + escaped(entry.rule->id) + "\">" + escaped(name_of(*entry.rule)) + "</h3>\n<p class=\"title\">" + escaped(entry.rule->title) + "</p>\n<dl>\n";
            const auto row = [&](std::string_view label, const std::vector<Words>& values) {
                text += "<dt>" + escaped(label) + "</dt>\n<dd>";
                for (const Words& value : values)
                    text += "<p>" + html_of(value) + "</p>";
                text += "</dd>\n";
            };
            for (const Row& part : entry.rows)
                row(part.label, part.values);
            for (const std::string_view kind : kinds_of_example) {
                std::vector<Words> words;
                for (const auto& [label, example] : entry.examples)
                    if (label == kind)
                        words.push_back({{example, true}});
                if (!words.empty())
                    row(kind, words);
            }
            text += "</dl>\n</article>\n";
        }
        text += "</section>\n";
    }
    return text + "</main>\n</body>\n</html>\n";
}

} // namespace ehc::pack

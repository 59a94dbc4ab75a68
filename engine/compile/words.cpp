#include "compile/words.hpp"

#include "base/overloaded.hpp"
#include "compile/walk.hpp"

#include <algorithm>
#include <set>

namespace ehc::compile {

std::string words_of(const Constant& constant, const Type& type) {
    return std::visit(overloaded{
                          [](const std::string& text) { return text; },
                          [](double number) { return builtin::NumberRange(number).text(); },
                          [](const PartialDate& date) { return date.text(); },
                          [](const Duration& duration) { return duration.text(); },
                          [](bool yes) { return std::string(yes ? "yes" : "no"); },
                          [&](plan::ChoiceIndex choice) { return std::string(type.domain->rows[choice].words); },
                      },
                      constant);
}

std::string range_words(const Parameter& parameter) {
    if (!parameter.least || !parameter.most)
        return {};
    return "between " + words_of(*parameter.least, parameter.type) + " and " + words_of(*parameter.most, parameter.type);
}

std::string value_words(const Parameter& parameter) {
    std::string words = words_of(parameter.value, parameter.type);
    if (parameter.by == nullptr)
        return words;
    std::vector<std::pair<std::string, std::string>> groups; // a value and the choices that have it
    for (std::size_t i = 0; i < parameter.values.size(); ++i) {
        if (!parameter.values[i])
            continue;
        const std::string value = words_of(*parameter.values[i], parameter.type), choice(parameter.by->rows[i].words);
        const auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& other) { return other.first == value; });
        if (group == groups.end())
            groups.emplace_back(value, choice);
        else
            group->second += ", " + choice;
    }
    for (const auto& [value, choices] : groups)
        words += "; " + value + " for " + choices;
    return words;
}

std::string audience(const Rule& rule) {
    std::string words;
    const auto add = [&](std::string_view word) { words += (words.empty() ? "" : ", ") + std::string(word); };
    for (std::size_t i = 0; i < plan::kinds.rows.size(); ++i)
        if ((rule.kinds >> i & 1U) != 0 && (static_cast<plan::Kind>(i) != plan::Kind::plan || rule.any_status))
            add(plan::kinds.rows[i].name);
    for (std::size_t i = 0; i < plan::statuses.rows.size(); ++i)
        if ((rule.statuses >> i & 1U) != 0 && !rule.any_status)
            add(plan::statuses.rows[i].name);
    return words;
}

std::string on_one_line(std::string_view written) {
    std::string words;
    bool comment = false, quoted = false;
    for (std::size_t i = 0; i < written.size(); ++i) {
        const char c = written[i];
        if (c == '\n')
            comment = false;
        if (!comment && c == '"' && (i == 0 || written[i - 1] != '\\'))
            quoted = !quoted;
        comment = comment || (c == '#' && !quoted);
        if (comment)
            continue;
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r')
            words += c;
        else if (!words.empty() && words.back() != ' ')
            words += ' ';
    }
    while (words.ends_with(' '))
        words.pop_back();
    return words;
}

std::string comment_above(const CompiledRules& rules, const Rule& rule) {
    const Source& source = *rules.sources[rule.file];
    std::vector<std::string_view> lines;
    for (std::uint32_t number = source.place(rule.span.begin).line - 1; number > 0; --number) {
        std::string_view line = source.line(number);
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        if (!line.starts_with('#'))
            break;
        line.remove_prefix(std::min(line.find_first_not_of("# "), line.size()));
        lines.push_back(line);
    }
    std::string words;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line)
        words += (words.empty() ? "" : " ") + std::string(line->substr(0, line->find_last_not_of(" \r\t") + 1));
    return words;
}

std::vector<const Parameter*> parameters_of(const CompiledRules& rules, const Rule& rule) {
    std::set<std::uint32_t> used, derived;
    const auto visit = [&](const Expr& expr, const auto& self) -> void {
        if (expr.op == Op::parameter || expr.op == Op::lookup)
            used.insert(expr.index);
        if (expr.op == Op::derived && derived.insert(expr.index).second)
            each_expr(rules.derived[expr.index].value, [&](const Expr& inner) { self(inner, self); });
    };
    each_expr(rule, [&](const Expr& expr) { visit(expr, visit); });
    std::vector<const Parameter*> parameters;
    for (const std::uint32_t index : used)
        parameters.push_back(&rules.parameters[index]);
    return parameters;
}

std::string name_of(const Derived& derived) {
    std::string text = std::string(derived.record->name) + "." + derived.name;
    for (std::size_t i = 0; i < derived.arguments.size(); ++i)
        text += (i == 0 ? "(" : ", ") + derived.arguments[i].name;
    return text + (derived.arguments.empty() ? "" : ")");
}

std::vector<const Derived*> definitions_of(const CompiledRules& rules, const Rule& rule) {
    std::vector<const Derived*> all;
    const auto visit = [&](const Expr& expr, const auto& self) -> void {
        if (expr.op != Op::derived)
            return;
        const Derived& derived = rules.derived[expr.index];
        if (std::any_of(all.begin(), all.end(), [&](const Derived* known) { return known->record == derived.record && known->name == derived.name; }))
            return;
        all.push_back(&derived);
        each_expr(derived.value, [&](const Expr& inner) { self(inner, self); });
    };
    each_expr(rule, [&](const Expr& expr) { visit(expr, visit); });
    return all;
}

} // namespace ehc::compile

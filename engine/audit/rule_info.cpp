#include "audit/rule_info.hpp"

#include "builtin/ranges.hpp"

namespace ehc::audit {

namespace {

std::string text_of(const compile::Constant& constant) {
    if (const auto* number = std::get_if<double>(&constant))
        return builtin::NumberRange(*number).text();
    if (const auto* duration = std::get_if<Duration>(&constant))
        return duration->text();
    if (const auto* date = std::get_if<PartialDate>(&constant))
        return date->text();
    if (const auto* text = std::get_if<std::string>(&constant))
        return *text;
    if (const auto* yes = std::get_if<bool>(&constant))
        return *yes ? "yes" : "no";
    return "a choice";
}

bool is_name_character(char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool names(std::string_view text, std::string_view name) {
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        if ((at == 0 || !is_name_character(text[at - 1])) && (end == text.size() || !is_name_character(text[end])))
            return true;
    }
    return false;
}

} // namespace

std::string value_text(const compile::Parameter& parameter) {
    std::string text = text_of(parameter.value);
    for (std::size_t i = 0; i < parameter.values.size(); ++i)
        if (parameter.values[i])
            text += ", " + std::string(parameter.by->rows[i].name) + ": " + text_of(*parameter.values[i]);
    return text;
}

std::string_view card(const compile::CompiledRules& rules, const compile::Rule& rule) {
    const std::string_view text = rules.sources[rule.file]->text();
    std::string_view card = text.substr(text.rfind('\n', rule.span.begin) + 1);
    const auto end = card.find("\nend");
    return end == std::string_view::npos ? card : card.substr(0, end + 4);
}

std::vector<const compile::Parameter*> parameters_of(const compile::CompiledRules& rules, const compile::Rule& rule) {
    std::vector<const compile::Parameter*> used;
    for (const compile::Parameter& parameter : rules.parameters)
        if (names(card(rules, rule), parameter.name))
            used.push_back(&parameter);
    return used;
}

std::vector<finding::RuleInfo> describe(const compile::CompiledRules& rules, const std::vector<const compile::Rule*>& chosen) {
    std::vector<finding::RuleInfo> infos;
    for (const compile::Rule* rule : chosen) {
        finding::RuleInfo info{rule->id, rule->slug, rule->title, rules.packs[rule->pack].name, rule->severity, rule->basis,
                               rule->category, rule->citations, rule->form == compile::Form::ask ? rule->question : rule->says.written, rule->fix.written, {}};
        for (const compile::Parameter* parameter : parameters_of(rules, *rule))
            info.parameters.push_back({parameter->name, value_text(*parameter), parameter->help});
        infos.push_back(std::move(info));
    }
    return infos;
}

} // namespace ehc::audit

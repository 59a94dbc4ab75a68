#include "audit/rule_info.hpp"

#include "compile/words.hpp"

namespace ehc::audit {

std::string_view card(const compile::CompiledRules& rules, const compile::Rule& rule) {
    const std::string_view text = rules.sources[rule.file]->text();
    std::string_view card = text.substr(text.rfind('\n', rule.span.begin) + 1);
    const auto end = card.find("\nend");
    return end == std::string_view::npos ? card : card.substr(0, end + 4);
}

std::vector<finding::RuleInfo> describe(const compile::CompiledRules& rules, const std::vector<const compile::Rule*>& chosen) {
    std::vector<finding::RuleInfo> infos;
    for (const compile::Rule* rule : chosen) {
        finding::RuleInfo info{rule->id, rule->slug, rule->title, rules.packs[rule->pack].name, rule->severity, rule->basis,
                               rule->category, rule->citations, rule->form == compile::Form::ask ? rule->question : rule->says.written, rule->fix.written, {}};
        for (const compile::Parameter* parameter : compile::parameters_of(rules, *rule))
            info.parameters.push_back({parameter->name, compile::value_words(*parameter), parameter->help});
        info.former_ids = rule->former_ids;
        infos.push_back(std::move(info));
    }
    return infos;
}

} // namespace ehc::audit

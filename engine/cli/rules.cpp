// ehcaudit rules list, show

#include "audit/rule_info.hpp"
#include "cli/commands.hpp"
#include "cli/rule_set.hpp"
#include "cli/settings.hpp"
#include "cli/topics.hpp"
#include "compile/cost.hpp"
#include "compile/words.hpp"
#include "finding/finding.hpp"

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <map>

namespace ehc::cli {

namespace {

// What stands differently from the packs as they were published, each with where it was changed.
ExitStatus list_origins(const RuleSet& set) {
    for (const compile::Setting& setting : set.rules.settings)
        std::cout << setting.subject << ": " << setting.what << " = " << setting.value << "\n    " << setting.origin << "\n";
    for (const finding::RuleOff& off : set.off)
        std::cout << off.rule << ": off, because " << off.reason << "\n    " << set.profile << "\n";
    if (set.rules.settings.empty() && set.off.empty())
        std::cout << "every rule and parameter is as its pack has it\n";
    return ExitStatus::clean;
}

} // namespace

ExitStatus run(const RulesList& command) {
    const Result<RuleChoice> choice = with_files(command.rules);
    if (!choice)
        return tell(choice.error());
    return with_rules(*choice, [&](const RuleSet& set) {
        if (command.origin)
            return list_origins(set);
        std::uint32_t pack = ~0U;
        std::map<std::string_view, unsigned> by_basis;
        std::vector<const compile::Rule*> rules = set.chosen;
        std::stable_sort(rules.begin(), rules.end(), [&](const compile::Rule* a, const compile::Rule* b) { return set.rules.packs[a->pack].name < set.rules.packs[b->pack].name; });
        for (const compile::Rule* rule : rules) {
            if (rule->pack != pack) {
                pack = rule->pack;
                const compile::PackInfo& info = set.rules.packs[pack];
                const auto count = std::count_if(rules.begin(), rules.end(), [&](const compile::Rule* other) { return other->pack == pack; });
                std::cout << (rule == rules.front() ? "" : "\n") << info.name << " " << info.version << ": " << info.title << " (" << count << ")\n";
            }
            ++by_basis[finding::name_of(rule->basis)];
            std::cout << "  " << std::left << std::setw(9) << rule->id << std::setw(34) << rule->slug << std::setw(9) << finding::name_of(rule->severity) << std::setw(19)
                      << finding::name_of(rule->basis) << rule->title << "\n";
        }
        std::cout << "\n" << rules.size() << " rules:";
        bool first = true;
        for (std::size_t i = 0; i < finding::basis_count; ++i) {
            const std::string_view name = finding::name_of(static_cast<finding::Basis>(i));
            if (by_basis[name] != 0) {
                std::cout << (first ? " " : ", ") << by_basis[name] << " " << name;
                first = false;
            }
        }
        std::cout << "\n";
        return ExitStatus::clean;
    });
}

ExitStatus run(const RulesShow& command) {
    const Result<RuleChoice> choice = with_files(command.rules);
    if (!choice)
        return tell(choice.error());
    return with_rules(*choice, [&](const RuleSet& set) {
        const compile::Rule* rule = named_rule(set.rules, "rules show", command.rule);
        if (rule == nullptr)
            return tell(unknown_rule(set.rules, "rules show", command.rule));
        const compile::PackInfo& pack = set.rules.packs[rule->pack];
        std::cout << rule->id << " " << rule->slug << "\n" << rule->title << "\n\n";
        std::cout << help_row("pack", pack.name + " " + pack.version, 10);
        std::cout << help_row("severity", finding::name_of(rule->severity), 10);
        for (const auto& [severity, when] : rule->severity_when)
            std::cout << help_row("", std::string(finding::name_of(severity)) + " when " + set.rules.written(when), 10);
        std::cout << help_row("basis", finding::name_of(rule->basis), 10);
        for (const auto& [basis, when] : rule->basis_when)
            std::cout << help_row("", std::string(finding::name_of(basis)) + " when " + set.rules.written(when), 10);
        std::string link; // of the one before
        for (std::size_t i = 0; i < rule->citations.size(); ++i) {
            std::cout << help_row(i == 0 ? "law" : "", rule->citations[i], 10);
            const bool listed = i < rule->cited.size() && rule->cited[i].instrument.has_value();
            if (const std::string& own = listed ? set.rules.instruments[*rule->cited[i].instrument].link : std::string(); !own.empty() && own != link)
                std::cout << std::string(12, ' ') << (link = own) << "\n"; // an address stays whole
        }
        if (!rule->graver_because.empty())
            std::cout << help_row("graver", rule->graver_because, 10);
        for (const std::string& id : rule->former_ids)
            std::cout << help_row(&id == &rule->former_ids.front() ? "formerly" : "", id, 10);
        std::cout << help_row("for", compile::audience(*rule), 10);
        if (rule->from || rule->until)
            std::cout << help_row("in force", (rule->from ? "from " + rule->from->text() : std::string()) + (rule->until ? " until " + rule->until->text() : std::string()), 10);
        std::cout << help_row("says", rule->says.written, 10);
        if (!rule->fix.written.empty())
            std::cout << help_row("fix", rule->fix.written, 10);
        std::cout << help_row("cost", compile::cost_words(compile::cost_of(set.rules, *rule)), 10);
        // The card itself, as its author wrote it, is the best account of what it does.
        const Source& source = *set.rules.sources[rule->file];
        const Place begin = source.place(rule->span.begin);
        std::cout << "\n" << source.name() << ":" << begin.line << "\n\n";
        std::cout << audit::card(set.rules, *rule) << "\n";
        const std::vector<const compile::Derived*> definitions = compile::definitions_of(set.rules, *rule);
        std::cout << (definitions.empty() ? "" : "\ndefinitions\n");
        for (const compile::Derived* derived : definitions)
            std::cout << help_row(compile::name_of(*derived), (derived->doc.empty() ? "" : derived->doc + ": ") + set.rules.written(derived->value), 26);
        const std::vector<const compile::Parameter*> parameters = compile::parameters_of(set.rules, *rule);
        std::cout << (parameters.empty() ? "" : "\nparameters\n");
        for (const compile::Parameter* parameter : parameters)
            std::cout << help_row(parameter->name, compile::value_words(*parameter) + ". " + parameter->help, 26);
        return ExitStatus::clean;
    });
}

} // namespace ehc::cli

// What a pack of one's own changes in the rules of others, and judgements. An override that matches nothing is a fault, and so is
// one that is made twice: the order of files never decides.

#include "base/overloaded.hpp"
#include "compile/checker.hpp"
#include "compile/words.hpp"
#include "dsl/print.hpp"

#include <algorithm>

namespace ehc::compile {

namespace {

template <class Named> std::uint32_t bit(const std::optional<Named>& named) { return 1U << static_cast<unsigned>(*named); }

} // namespace

std::string Checker::origin_of(std::uint32_t file, Span span) const {
    const Source& source = *units_[file].source;
    return "pack " + rules_.packs[pack_of_file_[file]].name + " (" + source.name() + ":" + std::to_string(source.place(span.begin).line) + ")";
}

void Checker::declare_overlays() {
    std::map<std::string, std::string, std::less<>> id_of; // ids and slugs
    std::vector<std::string> rules, lexicons;
    for (const Unit& unit : units_)
        for (const dsl::Item& item : unit.file->items) {
            if (const auto* rule = std::get_if<dsl::Rule>(&item.node)) {
                id_of.emplace(rule->id.text, rule->id.text);
                id_of.emplace(rule->slug.text, rule->id.text);
                rules.insert(rules.end(), {rule->id.text, rule->slug.text});
                for (const dsl::Clause& clause : rule->clauses)
                    if (const auto* formerly = std::get_if<dsl::Formerly>(&clause.node))
                        for (const dsl::Name& former : formerly->ids)
                            id_of.emplace(former.text, rule->id.text);
            }
            if (const auto* lexicon = std::get_if<dsl::Lexicon>(&item.node))
                lexicons.push_back(lexicon->name.text);
        }
    const auto id = [&](const dsl::Name& name, std::string_view what) -> std::optional<std::string> {
        if (const auto found = id_of.find(name.text); found != id_of.end())
            return found->second;
        unknown("E608", name, "there is no rule `" + name.text + "` to " + std::string(what), rules);
        return std::nullopt;
    };
    for (file_ = 0; file_ < units_.size(); ++file_)
        for (const dsl::Item& item : units_[file_].file->items) {
            if (const auto* extension = std::get_if<dsl::ExtendRule>(&item.node)) {
                if (const auto rule = id(extension->rule, "extend"))
                    extensions_[*rule].emplace_back(file_, extension);
            } else if (const auto* disabled = std::get_if<dsl::DisableRule>(&item.node)) {
                const auto rule = id(disabled->rule, "leave out");
                if (!rule)
                    continue;
                const auto [first, fresh] = disabled_.try_emplace(*rule, file_, disabled);
                if (!fresh) {
                    fault("E609", disabled->rule.span, "rule `" + disabled->rule.text + "` is left out twice", "the first is in " + origin_of(first->second.first, first->second.second->rule.span));
                    continue;
                }
                rules_.settings.push_back({*rule, "left out", disabled->because.text, origin_of(file_, disabled->rule.span)});
            } else if (const auto* lexicon = std::get_if<dsl::ExtendLexicon>(&item.node)) {
                const dsl::Name& name = lexicon->lexicon.name;
                if (std::find(lexicons.begin(), lexicons.end(), name.text) == lexicons.end()) {
                    unknown("E608", name, "there is no lexicon `" + name.text + "` to extend", lexicons);
                    continue;
                }
                lexicon_extensions_[name.text].emplace_back(file_, &lexicon->lexicon);
                std::string phrases;
                for (const dsl::Entry& entry : lexicon->lexicon.entries)
                    for (const dsl::String& phrase : entry.phrases)
                        phrases += (phrases.empty() ? "" : ", ") + dsl::quoted(phrase.text);
                rules_.settings.push_back({name.text, "phrases", std::move(phrases), origin_of(file_, name.span)});
            }
        }
}

void Checker::set_parameters() {
    std::map<std::string, std::string, std::less<>> set; // name and key: where it was set
    for (file_ = 0; file_ < units_.size(); ++file_)
        for (const dsl::Item& item : units_[file_].file->items) {
            const auto* written = std::get_if<dsl::SetParameter>(&item.node);
            if (written == nullptr)
                continue;
            const dsl::Name& name = written->parameter;
            const auto found = parameters_.find(name.text);
            if (found == parameters_.end()) {
                std::vector<std::string> names;
                for (const auto& [known, declared] : parameters_)
                    names.push_back(known);
                unknown("E608", name, "there is no parameter `" + name.text + "` to set", std::move(names));
                continue;
            }
            if (parameters_faulty_.contains(found->second.index))
                continue;
            Parameter& parameter = rules_.parameters[found->second.index];
            std::optional<plan::ChoiceIndex> key;
            if (written->key && parameter.by == nullptr) {
                fault("E215", written->key->span, "`" + parameter.name + "` has one value only", "leave out `for`");
                continue;
            }
            if (written->key && !(key = parameter.by->find(written->key->text))) {
                unknown("E202", *written->key, "`" + written->key->text + "` is no " + std::string(parameter.by->name), names_of(*parameter.by));
                continue;
            }
            const std::string origin = origin_of(file_, name.span);
            const auto [first, fresh] = set.try_emplace(name.text + (written->key ? "." + written->key->text : ""), origin);
            if (!fresh) {
                fault("E609", name.span, "parameter `" + name.text + "` is set twice", "the first is in " + first->second);
                continue;
            }
            auto value = constant_of(written->value, parameter.type, name.text);
            if (!value)
                continue;
            if (!inside_range(parameter, *value)) {
                fault("E216", written->value.span, "this value of `" + parameter.name + "` is outside its range", "it may be " + range_words(parameter));
                continue;
            }
            rules_.settings.push_back({parameter.name, written->key ? "value for " + written->key->text : "value", dsl::print(written->value), origin});
            parameter.origin = origin;
            if (key)
                parameter.values[*key] = std::move(*value);
            else
                parameter.value = std::move(*value);
        }
}

// Adds what overlays say of a rule to its own clauses. What a rule tests stays as it is.
void Checker::extend(const dsl::Rule& written, Rule& rule, std::vector<std::pair<std::uint32_t, const dsl::Clause*>>& clauses) {
    if (const auto disabled = disabled_.find(written.id.text); disabled != disabled_.end())
        rule.left_out = disabled->second.second->because.text;
    const auto found = extensions_.find(written.id.text);
    if (found == extensions_.end())
        return;
    const std::uint32_t home = file_;
    std::map<std::string, std::string, std::less<>> replaced; // what, and where
    const auto drop = [&](auto same) { std::erase_if(clauses, [&](const auto& clause) { return clause.first == home && same(*clause.second); }); };
    for (const auto& [file, extension] : found->second) {
        file_ = file;
        for (const dsl::Clause& clause : extension->clauses) {
            const std::string origin = origin_of(file, clause.span);
            const std::string_view text = units_[file].source->text().substr(clause.span.begin, clause.span.size());
            const auto noted = [&](std::string what, std::string value) { rules_.settings.push_back({rule.id, std::move(what), std::move(value), origin}); };
            const auto replace = [&](std::string what, std::string value, auto same) {
                const auto [first, fresh] = replaced.try_emplace(what, origin);
                if (!fresh) {
                    fault("E609", clause.span, "the " + what + " of rule `" + rule.id + "` is set twice", "the first is in " + first->second);
                    return;
                }
                drop(same);
                noted(std::move(what), std::move(value));
                clauses.emplace_back(file, &clause);
            };
            const auto add = [&](std::string what) {
                if (!what.empty())
                    noted(std::move(what), std::string(text));
                clauses.emplace_back(file, &clause);
            };
            std::visit(overloaded{
                           [&](const dsl::Severity& severity) {
                               if (severity.when)
                                   return add("severity");
                               // A severity set by the council holds in every case, but for its own `when` lines.
                               replace("severity", severity.level.text, [](const dsl::Clause& own) { return std::holds_alternative<dsl::Severity>(own.node); });
                           },
                           [&](const dsl::Fix& fix) { replace("fix", fix.text.text, [](const dsl::Clause& own) { return std::holds_alternative<dsl::Fix>(own.node); }); },
                           [&](const dsl::Family& family) {
                               replace("family", family.text.text, [](const dsl::Clause& own) { return std::holds_alternative<dsl::Family>(own.node); });
                           },
                           [&](const dsl::Cites&) { add("cites"); },
                           [&](const dsl::Tags&) { add("tags"); },
                           [&](const dsl::Example&) { add({}); },
                           [&](const auto&) {
                               fault("E607", clause.span, "this line would change what rule `" + rule.id + "` tests",
                                     "an extension has `severity`, `cites`, `fix`, `family`, `tags` and examples; disable the rule and write your own instead");
                           },
                       },
                       clause.node);
        }
    }
    file_ = home;
}

std::optional<Counting> Checker::check_counting(const dsl::Counting& written) {
    Counting counting{written.quantifier, written.count, written.what, 0, 0, 0, {}, {}, {}};
    counting.words = std::string(units_[file_].source->text().substr(written.span.begin, written.span.size()));
    const std::size_t faults_before = faults_.size();
    for (const dsl::Name& severity : written.severities)
        counting.severities |= bit(finding::severity_named(severity.text)); // the language knows them
    for (const dsl::Name& basis : written.bases) {
        if (const auto named = finding::basis_named(basis.text))
            counting.bases |= bit(named);
        else
            unknown("E202", basis, "`" + basis.text + "` is no basis", {"law", "case-law", "statutory-guidance", "practice", "local"});
    }
    if (!written.letters.empty())
        counting.letters = letter_mask(written.letters).value_or(0);
    for (const dsl::Name& category : written.categories) {
        std::vector<std::string> names;
        for (const Rule& rule : rules_.rules)
            names.push_back(rule.category);
        if (rules_left_out_ == 0 && std::find(names.begin(), names.end(), category.text) == names.end())
            unknown("E608", category, "no rule has the category `" + category.text + "`", std::move(names));
        counting.categories.push_back(category.text);
    }
    for (const dsl::Name& name : written.rules) {
        const auto rule = std::find_if(rules_.rules.begin(), rules_.rules.end(), [&](const Rule& known) { return known.id == name.text || known.slug == name.text; });
        if (rule != rules_.rules.end()) {
            counting.rules.push_back(rule->id);
            continue;
        }
        if (rule_names_.contains(name.text)) // which has faults of its own
            return std::nullopt;
        std::vector<std::string> names;
        for (const Rule& known : rules_.rules)
            names.push_back(known.id);
        unknown("E608", name, "there is no rule `" + name.text + "` to count", std::move(names));
    }
    return faults_.size() == faults_before ? std::optional(std::move(counting)) : std::nullopt;
}

void Checker::check_judgements() {
    std::map<std::string, Declared, std::less<>> names;
    for (file_ = 0; file_ < units_.size(); ++file_)
        for (const dsl::Item& item : units_[file_].file->items) {
            const auto* written = std::get_if<dsl::Judgement>(&item.node);
            if (written == nullptr)
                continue;
            const auto [first, fresh] = names.try_emplace(written->name.text, Declared{file_, written->name.span, 0});
            if (!fresh) {
                fault("E211", written->name.span, "there are two judgements called `" + written->name.text + "`", "the first is in " + origin_of(first->second.file, first->second.span));
                continue;
            }
            Judgement judgement{written->name.text, written->doc ? written->doc->text : std::string(), {}, pack_of_file_[file_]};
            bool closed = false;
            for (const dsl::Grade& line : written->grades) {
                if (closed)
                    fault("E412", line.span, "no plan comes to this grade: the line above holds `otherwise`", "put `otherwise` last");
                closed = closed || line.tests.empty();
                Grade grade{line.name.text, line.any, {}};
                for (const dsl::Counting& test : line.tests)
                    if (auto counting = check_counting(test))
                        grade.tests.push_back(std::move(*counting));
                judgement.grades.push_back(std::move(grade));
            }
            if (!closed && !written->broken)
                fault("E412", written->name.span, "this judgement leaves some plans without a grade", "end it with a line such as `good otherwise`");
            rules_.judgements.push_back(std::move(judgement));
        }
}

} // namespace ehc::compile

// Packs, and the names that rules share: parameters, wordings, derived fields.

#include "compile/checker.hpp"
#include "compile/words.hpp"
#include "dsl/parse.hpp"

#include "base/nearest.hpp"

#include <algorithm>

namespace ehc::compile {

namespace {

struct NamedType {
    std::string_view name;
    Type type;
};

const NamedType scalar_types[] = {{"number", {Base::number}},
                                  {"duration", {Base::duration}},
                                  {"date", {Base::date}},
                                  {"text", {Base::text}},
                                  {"yes_no", {Base::yes_no}}};

const plan::Domain* domain_named(std::string_view name) {
    for (const plan::Domain* domain : {&plan::kinds, &plan::statuses, &plan::letters, &plan::areas, &plan::roles, &plan::categories,
                                       &plan::speakers, &plan::decisions, &plan::settings})
        if (domain->name == name)
            return domain;
    return nullptr;
}

} // namespace

std::vector<std::string> domain_names() {
    std::vector<std::string> names;
    for (const plan::Domain* domain : {&plan::kinds, &plan::statuses, &plan::letters, &plan::areas, &plan::roles, &plan::categories,
                                       &plan::speakers, &plan::decisions, &plan::settings})
        names.emplace_back(domain->name);
    return names;
}

std::vector<std::string> type_names() {
    std::vector<std::string> names;
    for (const NamedType& named : scalar_types)
        names.emplace_back(named.name);
    for (std::string& name : domain_names())
        names.push_back(std::move(name));
    return names;
}

// The type that is called so in a rule file; nothing where none is. Records only where they may be meant.
std::optional<Type> Checker::type_named(std::string_view name, bool records) const {
    for (const NamedType& named : scalar_types)
        if (named.name == name)
            return named.type;
    if (const plan::Domain* domain = domain_named(name))
        return Type{Base::choice, domain, nullptr};
    if (records)
        for (const plan::RecordType* type : plan::record_types())
            if (type->name == name)
                return record_type(*type);
    return std::nullopt;
}

namespace {

bool in_order(const Constant& a, const Constant& b) {
    if (const auto *x = std::get_if<double>(&a), *y = std::get_if<double>(&b); x != nullptr && y != nullptr)
        return *x <= *y;
    if (const auto *x = std::get_if<Duration>(&a), *y = std::get_if<Duration>(&b); x != nullptr && y != nullptr)
        return *x <= *y;
    if (const auto *x = std::get_if<PartialDate>(&a), *y = std::get_if<PartialDate>(&b); x != nullptr && y != nullptr)
        return x->first <= y->first;
    return true;
}

} // namespace

bool inside_range(const Parameter& parameter, const Constant& value) {
    return !parameter.least || !parameter.most || (in_order(*parameter.least, value) && in_order(value, *parameter.most));
}

void Checker::declare_packs() {
    for (file_ = 0; file_ < units_.size(); ++file_) {
        rules_.sources.push_back(units_[file_].source);
        const dsl::Pack* own = nullptr;
        for (const dsl::Item& item : units_[file_].file->items)
            if (const auto* pack = std::get_if<dsl::Pack>(&item.node)) {
                if (own != nullptr)
                    fault("E601", pack->name.span, "this file already belongs to pack `" + own->name.text + "`");
                else
                    own = pack;
            }
        PackInfo info;
        const bool broken = units_[file_].file->broken;
        if (own != nullptr) {
            info = {own->name.text, own->title.text, own->version, own->about ? own->about->text : std::string(), {}};
            if (own->version.empty() && !broken)
                fault("E602", own->name.span, "pack `" + info.name + "` has no version", "add a line such as `version 2026.11`");
        } else if (!units_[file_].file->items.empty() && !broken) {
            fault("E603", {0, 0}, "a rule file must begin by saying which pack it is",
                  "add a first line such as `pack local \"Our own rules\"`");
        }
        const auto same = std::find_if(rules_.packs.begin(), rules_.packs.end(), [&](const PackInfo& pack) { return pack.name == info.name; });
        if (same == rules_.packs.end()) {
            pack_of_file_.push_back(static_cast<std::uint32_t>(rules_.packs.size()));
            rules_.packs.push_back(std::move(info));
        } else {
            pack_of_file_.push_back(static_cast<std::uint32_t>(same - rules_.packs.begin()));
            if (own != nullptr && !own->version.empty() && own->version != same->version)
                fault("E604", own->name.span, "pack `" + info.name + "` has version " + same->version + " in another of its files");
        }
    }
    for (file_ = 0; file_ < units_.size(); ++file_)
        for (const dsl::Item& item : units_[file_].file->items)
            if (const auto* pack = std::get_if<dsl::Pack>(&item.node))
                for (const dsl::Name& use : pack->uses)
                    if (std::none_of(rules_.packs.begin(), rules_.packs.end(), [&](const PackInfo& info) { return info.name == use.text; })) {
                        std::vector<std::string> names;
                        for (const PackInfo& info : rules_.packs)
                            names.push_back(info.name);
                        unknown("E605", use, "pack `" + use.text + "` is not loaded", std::move(names));
                    }
}

// The meanings that a lexicon without `of` gives its entries, as a list of its own; null where it gives none.
const plan::Domain* Checker::own_domain(const dsl::Lexicon& lexicon) {
    auto own = std::make_shared<OwnDomain>();
    own->name = lexicon.name.text;
    for (const dsl::Entry& entry : lexicon.entries)
        if (entry.means && std::find(own->names.begin(), own->names.end(), entry.means->text) == own->names.end())
            own->names.push_back(entry.means->text);
    if (own->names.empty())
        return nullptr;
    for (const std::string& name : own->names) {
        own->words.push_back(name);
        std::replace(own->words.back().begin(), own->words.back().end(), '_', ' ');
    }
    for (std::size_t i = 0; i < own->names.size(); ++i)
        own->rows.push_back({own->names[i], own->words[i], {}, {}});
    constexpr std::size_t most = 255; // a value is known by one byte
    if (own->rows.size() > most) {
        fault("E503", lexicon.name.span, "a lexicon has 255 meanings of its own at most");
        return nullptr;
    }
    own->domain = {own->name, {}, own->rows};
    rules_.own_domains.push_back(own);
    return &own->domain;
}

void Checker::told_twice(const dsl::Name& name, const Declared& first, std::string_view what) {
    const Place place = units_[first.file].source->place(first.span.begin);
    fault("E211", name.span, "there are two " + std::string(what) + " called `" + name.text + "`",
          "the first is at " + units_[first.file].source->name() + ":" + std::to_string(place.line));
}

void Checker::declare_names() {
    for (file_ = 0; file_ < units_.size(); ++file_)
        for (const dsl::Item& item : units_[file_].file->items) {
            if (const auto* parameter = std::get_if<dsl::Parameter>(&item.node)) {
                const auto [at, fresh] = parameters_.try_emplace(
                    parameter->name.text, Declared{file_, parameter->name.span, static_cast<std::uint32_t>(rules_.parameters.size())});
                if (!fresh) {
                    told_twice(parameter->name, at->second, "parameters");
                    continue;
                }
                Parameter compiled;
                compiled.name = parameter->name.text;
                compiled.help = parameter->help ? parameter->help->text : std::string();
                compiled.file = file_;
                compiled.span = parameter->name.span;
                rules_.parameters.push_back(std::move(compiled));
            }
            const auto declare_wording = [&](const dsl::Name& name, const std::optional<dsl::String>& doc, const dsl::Name* of, auto written) {
                const auto [at, fresh] =
                    wordings_.try_emplace(name.text, Declared{file_, name.span, static_cast<std::uint32_t>(rules_.wordings.size())});
                if (!fresh) {
                    told_twice(name, at->second, "lexicons or patterns");
                    return;
                }
                Wording wording;
                wording.name = name.text;
                wording.doc = doc ? doc->text : std::string();
                wording.file = file_;
                wording.span = name.span;
                if (of != nullptr) {
                    wording.domain = domain_named(of->text);
                    if (wording.domain == nullptr)
                        unknown("E207", *of, "there is no list of values called `" + of->text + "`", domain_names());
                }
                if constexpr (std::is_same_v<decltype(written), const dsl::Lexicon*>)
                    if (of == nullptr)
                        wording.domain = own_domain(*written);
                rules_.wordings.push_back(std::move(wording));
                written_wordings_.emplace(name.text, written);
            };
            if (const auto* lexicon = std::get_if<dsl::Lexicon>(&item.node))
                declare_wording(lexicon->name, lexicon->doc, lexicon->domain ? &*lexicon->domain : nullptr, lexicon);
            if (const auto* pattern = std::get_if<dsl::Pattern>(&item.node))
                declare_wording(pattern->name, pattern->doc, nullptr, pattern);
            if (const auto* define = std::get_if<dsl::Define>(&item.node))
                declare(*define);
        }
    if (const auto nil = wordings_.find("nil_statements"); nil != wordings_.end())
        rules_.nil_statements = nil->second.index;
}

std::optional<Constant> Checker::constant_of(const dsl::Expr& expr, const Type& type, std::string_view what) {
    Scope none{{}, 1, {}};
    const auto value = value_for(expr, type, what, none);
    if (!value)
        return std::nullopt;
    if (value->op != Op::constant) {
        fault("E312", expr.span, "a parameter's value must be written out");
        return std::nullopt;
    }
    return value->constant;
}

void Checker::check_parameters() {
    for (file_ = 0; file_ < units_.size(); ++file_)
        for (const dsl::Item& item : units_[file_].file->items) {
            const auto* written = std::get_if<dsl::Parameter>(&item.node);
            if (written == nullptr)
                continue;
            const Declared& declared = parameters_.find(written->name.text)->second;
            if (declared.file != file_ || declared.span != written->name.span)
                continue; // a second one of that name, already reported
            Parameter& parameter = rules_.parameters[declared.index];
            parameter.origin = "pack " + rules_.packs[pack_of_file_[file_]].name;
            const auto type = type_named(written->type.text, false);
            if (!type) {
                unknown("E214", written->type, "a parameter cannot be a `" + written->type.text + "`", type_names());
                parameters_faulty_.insert(declared.index);
                continue;
            }
            parameter.type = *type;
            if (written->by && (parameter.by = domain_named(written->by->text)) == nullptr) {
                unknown("E207", *written->by, "there is no list of values called `" + written->by->text + "`", domain_names());
                parameters_faulty_.insert(declared.index);
                continue;
            }
            if (auto value = constant_of(written->value, parameter.type, written->name.text))
                parameter.value = std::move(*value);
            if (parameter.by != nullptr)
                parameter.values.resize(parameter.by->rows.size());
            for (const dsl::ParameterValue& value : written->values) {
                if (parameter.by == nullptr) {
                    fault("E215", value.key.span, "`" + parameter.name + "` has one value only", "declare it `by` a list, such as `by role`");
                    break;
                }
                const auto index = parameter.by->find(value.key.text);
                if (!index)
                    unknown("E202", value.key, "`" + value.key.text + "` is no " + std::string(parameter.by->name), names_of(*parameter.by));
                else if (auto constant = constant_of(value.value, parameter.type, written->name.text))
                    parameter.values[*index] = std::move(*constant);
            }
            if (written->least && written->most) {
                parameter.least = constant_of(*written->least, parameter.type, written->name.text);
                parameter.most = constant_of(*written->most, parameter.type, written->name.text);
                if (!inside_range(parameter, parameter.value))
                    fault("E216", written->value.span, "the value of `" + parameter.name + "` is outside its own range");
                for (const dsl::ParameterValue& value : written->values)
                    if (const auto index = parameter.by != nullptr ? parameter.by->find(value.key.text) : std::nullopt;
                        index && parameter.values[*index] && !inside_range(parameter, *parameter.values[*index]))
                        fault("E216", value.value.span, "the value of `" + parameter.name + "` is outside its own range");
            }
        }
}

Compiled Checker::run(bool with_warnings) {
    for (const Unit& unit : units_) {
        lost_.insert(unit.file->lost.begin(), unit.file->lost.end());
        name_lost_ = name_lost_ || unit.file->name_lost;
    }
    declare_packs();
    declare_names();
    declare_instruments();
    declare_terms();
    declare_overlays();
    check_parameters();
    set_parameters();
    build_wordings();
    check_derived();
    check_rules();
    check_retired();
    check_judgements();
    check_accepted();
    const auto order = [](const dsl::Fault& a, const dsl::Fault& b) {
        return std::tie(a.file, a.span.begin, a.code) < std::tie(b.file, b.span.begin, b.code);
    };
    std::stable_sort(faults_.begin(), faults_.end(), order);
    faults_.erase(std::unique(faults_.begin(), faults_.end()), faults_.end());
    dsl::Faults told;
    if (with_warnings && faults_.empty()) {
        told = warnings();
        std::stable_sort(told.begin(), told.end(), order);
    }
    return {std::move(rules_), std::move(faults_), std::move(told)};
}

Compiled compile(std::span<const Unit> units, bool with_warnings) { return Checker(units).run(with_warnings); }

const Rule* CompiledRules::find(std::string_view name) const noexcept {
    auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.id == name || rule.slug == name; });
    if (found == rules.end())
        found = std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return std::find(rule.former_ids.begin(), rule.former_ids.end(), name) != rule.former_ids.end(); });
    return found == rules.end() ? nullptr : &*found;
}

const RetiredRule* CompiledRules::find_retired(std::string_view id) const noexcept {
    const auto found = std::find_if(retired.begin(), retired.end(), [&](const RetiredRule& one) { return one.id == id; });
    return found == retired.end() ? nullptr : &*found;
}

PartialDate CompiledRules::in_own_terms(const PartialDate& date) const noexcept {
    const auto own = std::find_if(terms.begin(), terms.end(), [&](const SchoolTerm& term) { return term.standard == date; });
    return own == terms.end() ? date : own->days;
}

std::string CompiledRules::written(const Expr& expr) const {
    if (expr.file >= sources.size())
        return {};
    return on_one_line(sources[expr.file]->text().substr(expr.span.begin, expr.span.size()));
}

dsl::Faults set_parameter(CompiledRules& rules, std::string_view assignment, std::string_view origin) {
    const Source source{std::string(origin), std::string(assignment)};
    const auto wrong = [&](Span span, std::string what, std::string suggestion) {
        return dsl::Faults{dsl::fault(source, "E701", span, std::move(what), std::move(suggestion))};
    };
    const auto equals = assignment.find('=');
    if (equals == std::string_view::npos)
        return wrong({0, static_cast<std::uint32_t>(assignment.size())}, "this sets nothing", "write NAME=VALUE, such as `advice_warn=18 months`");
    std::string name(assignment.substr(0, equals)), key;
    const auto dot = name.find('.');
    if (dot != std::string::npos) {
        key = name.substr(dot + 1);
        name.resize(dot);
    }
    const Span name_span{0, static_cast<std::uint32_t>(equals)};
    const auto found = std::find_if(rules.parameters.begin(), rules.parameters.end(), [&](const Parameter& p) { return p.name == name; });
    if (found == rules.parameters.end()) {
        std::vector<std::string> names;
        for (const Parameter& parameter : rules.parameters)
            names.push_back(parameter.name);
        const auto near = nearest(name, names);
        return wrong(name_span, "there is no parameter `" + name + "`", near ? "did you mean `" + *near + "`?" : "`ehcaudit rules list --parameters` shows them all");
    }
    std::optional<plan::ChoiceIndex> index;
    if (dot != std::string::npos) {
        if (found->by == nullptr)
            return wrong(name_span, "`" + name + "` has one value only", {});
        if (index = found->by->find(key); !index) {
            const auto near = nearest(key, names_of(*found->by));
            return wrong(name_span, "`" + key + "` is no " + std::string(found->by->name), near ? "did you mean `" + *near + "`?" : "");
        }
    }
    const Source value_source{std::string(origin), std::string(assignment.substr(equals + 1))};
    const dsl::ParsedExpr parsed = dsl::parse_value(value_source);
    if (!parsed.value)
        return parsed.faults;
    const Span value_span{static_cast<std::uint32_t>(equals + 1), static_cast<std::uint32_t>(assignment.size())};
    std::optional<Constant> value;
    if (const auto* number = std::get_if<dsl::NumberLiteral>(&parsed.value->node); number != nullptr && found->type.base == Base::number)
        value = number->value;
    else if (const auto* duration = std::get_if<dsl::DurationLiteral>(&parsed.value->node); duration != nullptr && found->type.base == Base::duration)
        value = duration->value;
    else if (const auto* date = std::get_if<dsl::DateLiteral>(&parsed.value->node); date != nullptr && found->type.base == Base::date)
        value = PartialDate(date->value);
    else if (const auto* yes = std::get_if<dsl::YesNoLiteral>(&parsed.value->node); yes != nullptr && found->type.base == Base::yes_no)
        value = yes->value;
    else if (const auto* text = std::get_if<dsl::TextLiteral>(&parsed.value->node); text != nullptr && found->type.base == Base::text)
        value = text->value.text;
    else if (const auto* path = std::get_if<dsl::Path>(&parsed.value->node); path != nullptr && found->type.base == Base::choice)
        if (const auto choice = found->type.domain->find(path->names.front().text); choice && path->names.size() == 1)
            value = *choice;
    if (!value)
        return wrong(value_span, "`" + name + "` is " + found->type.words() + ", and this is not",
                     found->type.base == Base::duration ? "write a number and a unit, such as `18 months`" : "");
    if (!inside_range(*found, *value))
        return wrong(value_span, "the value of `" + name + "` is outside its range", "it may be " + range_words(*found));
    if (index) {
        found->values[*index] = std::move(*value);
    } else {
        found->value = std::move(*value);
        for (auto& each : found->values)
            each.reset();
    }
    found->origin = std::string(origin);
    rules.settings.push_back({name, key.empty() ? "value" : "value for " + key, std::string(assignment.substr(equals + 1)), std::string(origin)});
    return {};
}

} // namespace ehc::compile

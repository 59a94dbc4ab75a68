#include "cli/rule_set.hpp"

#include "base/nearest.hpp"
#include "cli/values.hpp"
#include "cli/version.hpp"
#include "pack/load.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <tuple>

namespace ehc::cli {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> rule_names(const compile::CompiledRules& rules) {
    std::vector<std::string> names;
    for (const compile::Rule& rule : rules.rules) {
        names.push_back(rule.id);
        names.push_back(rule.slug);
    }
    return names;
}

std::vector<std::string> pack_names(const compile::CompiledRules& rules) {
    std::vector<std::string> names;
    for (const compile::PackInfo& pack : rules.packs)
        names.push_back(pack.name);
    return names;
}

// A choice that matches nothing is a mistake, never ignored.
std::optional<Error> unknown_choice(const compile::CompiledRules& rules, const RuleChoice& choice) {
    for (const std::string& pack : choice.packs)
        if (const auto names = pack_names(rules); std::find(names.begin(), names.end(), pack) == names.end())
            return unknown_name("--pack", pack, "a pack", names);
    for (const auto& [option, list] : {std::pair{"--rule", &choice.rules}, std::pair{"--skip", &choice.skip}})
        for (const std::string& rule : *list)
            if (named_rule(rules, option, rule) == nullptr && !(list == &choice.skip && is_retired(rules, option, rule)))
                return unknown_rule(rules, option, rule);
    return std::nullopt;
}

// Reports tell no folders of this machine: "council.info:12".
std::string short_place(const std::string& where) { return fs::path(where).filename().string(); }

std::optional<Error> set_severities(compile::CompiledRules& rules, const SettingsFile& file) {
    for (const SettingsFile::Of& of : file.severities) {
        const compile::Rule* found = named_rule(rules, of.where, of.name);
        if (found == nullptr)
            return unknown_rule(rules, of.where, of.name);
        compile::Rule* const rule = &rules.rules[static_cast<std::size_t>(found - rules.rules.data())];
        rule->severity = *finding::severity_named(of.value); // checked when the file was read
        rule->severity_when.clear();
        rules.settings.push_back({rule->id, "severity", of.value, short_place(of.where)});
    }
    return std::nullopt;
}

// What `--only-rules` left out is no misspelling: faults that are gone once the built-in packs are there say so.
void blame_only_rules(RuleChoice choice, compile::Compiled& alone) {
    choice.only = false;
    const RuleSetOr together = load_rules(choice);
    const auto* left = std::get_if<dsl::Faults>(&together);
    const auto there = [](const dsl::Fault& fault) { return std::tuple(fault.code, fault.file, fault.span.begin, fault.what); };
    const std::string pack = alone.rules.packs.empty() ? "NAME" : alone.rules.packs.front().name;
    for (dsl::Fault& fault : alone.faults)
        if (left == nullptr || std::none_of(left->begin(), left->end(), [&](const dsl::Fault& other) { return there(other) == there(fault); }))
            fault.suggestion = "`--only-rules` leaves out the packs, with their word lists, definitions and parameters: run `--pack " + pack + "` instead";
}

} // namespace

const compile::Rule* named_rule(const compile::CompiledRules& rules, std::string_view where, const std::string& name) {
    const compile::Rule* rule = rules.find(name);
    if (rule != nullptr && rule->id != name && rule->slug != name)
        std::cerr << "ehcaudit: " << where << ": `" << name << "` is called " << rule->id << " now\n";
    return rule;
}

bool is_retired(const compile::CompiledRules& rules, std::string_view where, const std::string& name) {
    if (rules.find_retired(name) == nullptr)
        return false;
    std::cerr << "ehcaudit: " << unknown_rule(rules, where, name).line() << "\n";
    return true;
}

Error unknown_rule(const compile::CompiledRules& rules, std::string_view where, const std::string& name) {
    if (const compile::RetiredRule* retired = rules.find_retired(name)) {
        std::string now;
        for (const std::string& id : retired->now)
            now += (now.empty() ? "use " : " or ") + id;
        return {std::string(where), "`" + name + "` is no rule any more: " + retired->because, now};
    }
    Error error = unknown_name(where, name, "a rule", rule_names(rules));
    if (!nearest(name, rule_names(rules)))
        error.remedy = "`ehcaudit rules list` lists them";
    return error;
}

std::string rules_folder(const std::string& given) {
    if (!given.empty())
        return given;
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (!error) {
        const fs::path installed = program.parent_path().parent_path() / "share" / "ehcaudit" / "rules";
        if (fs::is_directory(installed, error))
            return installed.generic_string();
        // A build folder: the source tree lies above it.
        for (fs::path at = program.parent_path(); at.has_relative_path(); at = at.parent_path())
            if (fs::is_directory(at / "rules", error) && fs::exists(at / "engine", error))
                return (at / "rules").generic_string();
    }
    return {};
}

RuleSetOr load_rules(const RuleChoice& choice, bool with_warnings) {
    std::vector<pack::RuleFile> files;
    const auto add = [&](const std::string& path, std::string_view option) -> std::optional<Error> {
        auto read = pack::read_rules(path);
        if (!read) {
            Error error = read.error();
            error.where = std::string(option) + " " + error.where;
            return error;
        }
        for (pack::RuleFile& file : *read)
            files.push_back(std::move(file));
        return std::nullopt;
    };
    if (!choice.only) {
        const std::string folder = rules_folder(choice.folder);
        if (folder.empty())
            return Error{"rules", "the built-in rule packs are not beside the program", "say where they are: --rules-dir FOLDER"};
        if (const auto error = add(folder, choice.folder.empty() ? "rules" : "--rules-dir"))
            return *error;
        // Findings and faults name the pack's file, not where this machine keeps it.
        for (pack::RuleFile& file : files)
            file.name = "rules" + file.name.substr(folder.size());
    }
    for (const SettingsFile& file : choice.files)
        for (const std::string& path : file.rules)
            if (const auto error = add(path, file.path + ": rules"))
                return *error;
    for (const std::string& path : choice.paths)
        if (const auto error = add(path, "--rules"))
            return *error;
    compile::Compiled compiled = pack::load(files, version, with_warnings);
    if (!compiled.faults.empty()) {
        if (choice.only)
            blame_only_rules(choice, compiled);
        return std::move(compiled.faults);
    }
    for (const SettingsFile& file : choice.files) {
        for (const SettingsFile::Of& of : file.parameters)
            if (dsl::Faults faults = compile::set_parameter(compiled.rules, of.name + "=" + of.value, short_place(of.where)); !faults.empty())
                return faults;
        if (const auto error = set_severities(compiled.rules, file))
            return *error;
    }
    for (const Setting& setting : choice.settings) {
        dsl::Faults faults = compile::set_parameter(compiled.rules, setting.name + "=" + setting.value, "--set");
        if (!faults.empty())
            return faults;
    }
    if (const auto error = unknown_choice(compiled.rules, choice))
        return *error;
    auto set = std::make_unique<RuleSet>();
    set->rules = std::move(compiled.rules);
    set->warnings = std::move(compiled.warnings);
    const auto names = [](const std::vector<std::string>& list, const compile::Rule& rule) {
        return std::any_of(list.begin(), list.end(), [&](const std::string& name) {
            return name == rule.id || name == rule.slug || std::find(rule.former_ids.begin(), rule.former_ids.end(), name) != rule.former_ids.end();
        });
    };
    std::vector<std::string> off;
    for (const SettingsFile& file : choice.files) {
        set->profile += (set->profile.empty() ? "" : ", ") + file.name;
        for (const SettingsFile::Of& of : file.off) {
            const compile::Rule* rule = named_rule(set->rules, of.where, of.name);
            if (rule == nullptr && is_retired(set->rules, of.where, of.name))
                continue;
            if (rule == nullptr)
                return unknown_rule(set->rules, of.where, of.name);
            if (names(choice.rules, *rule) || std::find(off.begin(), off.end(), rule->id) != off.end())
                continue; // asked for by name on the command line, or off already
            off.push_back(rule->id);
            set->off.push_back({rule->id, of.value});
        }
    }
    for (const compile::Rule& rule : set->rules.rules) {
        const std::string& pack = set->rules.packs[rule.pack].name;
        const bool in_packs = choice.packs.empty() || std::find(choice.packs.begin(), choice.packs.end(), pack) != choice.packs.end();
        // What a pack of one's own leaves out runs only when it is asked for by name.
        const bool wanted = choice.rules.empty() ? rule.left_out.empty() : names(choice.rules, rule);
        if (in_packs && wanted && !names(choice.skip, rule) && !names(off, rule))
            set->chosen.push_back(&rule);
    }
    if (set->chosen.empty())
        return Error{"rules", "no rule is left to run", "choose fewer with --skip, or others with --rule and --pack"};
    return set;
}

ExitStatus tell(const dsl::Faults& faults) {
    for (const dsl::Fault& fault : faults)
        std::cerr << dsl::show(fault) << "\n";
    std::cerr << "ehcaudit: " << faults.size() << (faults.size() == 1 ? " fault" : " faults") << " in the rules; nothing was audited. More on one: ehcaudit help " << faults.front().code << "\n";
    return ExitStatus::wrong;
}

ExitStatus tell(const Error& error) {
    std::cerr << "ehcaudit: " << error.line() << "\n";
    return ExitStatus::wrong;
}

} // namespace ehc::cli

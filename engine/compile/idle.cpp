// What has no effect: conditions that never hold or always do, rules that cannot fire, phrases that cannot be found, examples
// that show nothing new.

#include "compile/checker.hpp"
#include "compile/holds.hpp"
#include "dsl/print.hpp"

#include <algorithm>

namespace ehc::compile {

namespace {

// Every row of words that a phrase finds, up to a number; nothing where there are more. A part that stands for many words is
// one sign of its own, so that only the same part covers it.
using Rows = std::vector<std::string>;
constexpr std::size_t most_rows = 256;

std::optional<Rows> rows_of(const text::Pattern& pattern) {
    using Kind = text::Pattern::Kind;
    switch (pattern.kind) {
    case Kind::sequence:
    case Kind::tagged: {
        Rows all{""};
        for (const text::Pattern& part : pattern.parts) {
            const auto ways = rows_of(part);
            if (!ways || all.size() * ways->size() > most_rows)
                return std::nullopt;
            Rows next;
            for (const std::string& begin : all)
                for (const std::string& way : *ways)
                    next.push_back(way.empty() || begin.empty() ? begin + way : begin + " " + way);
            all = std::move(next);
        }
        return all;
    }
    case Kind::either:
    case Kind::optional: {
        Rows all;
        if (pattern.kind == Kind::optional) {
            text::Pattern parts = pattern;
            parts.kind = Kind::sequence;
            auto ways = rows_of(parts);
            if (!ways)
                return std::nullopt;
            all = std::move(*ways);
            all.emplace_back();
            return all;
        }
        for (const text::Pattern& part : pattern.parts) {
            const auto ways = rows_of(part);
            if (!ways || all.size() + ways->size() > most_rows)
                return std::nullopt;
            all.insert(all.end(), ways->begin(), ways->end());
        }
        return all;
    }
    case Kind::word:
        return Rows{pattern.text};
    case Kind::prefix:
        return Rows{pattern.text + "*"};
    case Kind::gap:
        return Rows{"..." + std::to_string(pattern.count)};
    case Kind::number:
    case Kind::date:
    case Kind::any:
    case Kind::dash:
    case Kind::capital:
        return Rows{"<" + std::to_string(static_cast<int>(pattern.kind)) + ":" + std::to_string(pattern.count) + ">"};
    }
    return std::nullopt;
}

std::string verb_of(dsl::Expected expected) {
    constexpr std::string_view verbs[] = {"fire", "be quiet", "be unchecked"};
    return std::string(verbs[static_cast<std::size_t>(expected)]);
}

} // namespace

std::optional<std::vector<std::string>> rows_of_phrase(const dsl::String& phrase) {
    auto read = text::read_phrase(phrase.text);
    const auto* pattern = std::get_if<text::Pattern>(&read);
    return pattern != nullptr ? rows_of(*pattern) : std::nullopt;
}

// A phrase all of whose wordings an earlier one of the lexicon has, or an exception takes away, is never the one that is found.
void Checker::check_reach(const dsl::Lexicon& lexicon, std::uint32_t file) {
    std::map<std::string, std::string, std::less<>> known; // row of words: the phrase that has it
    std::set<std::string, std::less<>> undone;
    for (const dsl::String& exception : lexicon.exceptions)
        if (const auto all = rows_of_phrase(exception))
            undone.insert(all->begin(), all->end());
    const std::uint32_t outer = file_;
    file_ = file;
    for (const dsl::Entry& entry : lexicon.entries)
        for (const dsl::String& phrase : entry.phrases) {
            const auto all = rows_of_phrase(phrase);
            if (!all || all->empty())
                continue;
            if (std::all_of(all->begin(), all->end(), [&](const std::string& row) { return undone.contains(row); }))
                fault("E505", phrase.span, "this phrase can never be found: `except` takes away every hit of it", "leave out one of the two");
            else if (std::all_of(all->begin(), all->end(), [&](const std::string& row) { return known.contains(row); }))
                fault("E505", phrase.span, "this phrase adds nothing: " + dsl::quoted(known.find(all->front())->second) + " is in the lexicon already", "leave it out");
            for (const std::string& row : *all)
                known.try_emplace(row, phrase.text);
        }
    file_ = outer;
}

void Checker::tell_idle(const Expr& condition, const Demands& given) {
    each_idle_part(rules_, condition, given, [&](const Expr& part, Always which) {
        const std::string words = "`" + rules_.written(part) + "` ";
        const bool alone = always(rules_, part) != Always::no; // without `applies to` and `in force`
        const std::string where = alone ? "" : " for the plans that the rule is about";
        if (which == Always::never)
            fault("E320", part.span, words + "can never hold" + where, alone ? "look for values that exclude each other, or that the field never has" : "look at its `applies to` and `in force`");
        else
            fault("E321", part.span, words + "holds" + (alone ? " whatever the plan says" : " in any case" + where), "leave it out, or correct the value it is compared with");
    });
}

void Checker::check_idle(const dsl::Rule& written, const Rule& rule) {
    const std::size_t faults_before = faults_.size();
    // Where what is not stated fails, a condition may be there only to ask for a value.
    const bool asks_for_values = rule.if_not_stated == IfNotStated::fail || rule.if_not_stated == IfNotStated::ask;
    const Demands given = reach_of(rule);
    Demands fires = given;
    const auto needs = [&](const Expr& condition, bool holds) { fires = both(std::move(fires), demands(rules_, condition, holds)); };
    if (rule.when) {
        tell_idle(*rule.when, given);
        needs(*rule.when, true);
    }
    for (const Each& subject : rule.subjects)
        for (const Expr& where : subject.where) {
            tell_idle(where, given);
            needs(where, true);
        }
    if (rule.provided) {
        tell_idle(*rule.provided, given);
        needs(*rule.provided, true);
    }
    if (rule.form != Form::ask && !asks_for_values) {
        tell_idle(rule.condition, given);
        needs(rule.condition, rule.form == Form::forbid);
    }
    for (const Expr& unless : rule.unless) {
        tell_idle(unless, given);
        needs(unless, false);
    }
    for (const auto& [severity, when] : rule.severity_when)
        tell_idle(when, given);
    for (const auto& [basis, when] : rule.basis_when)
        tell_idle(when, given);
    if (faults_.size() == faults_before && fires.never)
        fault("E322", written.id.span, "rule `" + rule.id + "` can never fire: what it looks for is shut out by its own `applies to`, `in force`, `when`, `where` or `unless`");
    // Two examples that say the same show no more than one; and one cannot come to two verdicts.
    std::map<std::string, const dsl::Clause*, std::less<>> seen;
    for (const dsl::Clause& clause : written.clauses)
        if (const auto* example = std::get_if<dsl::Example>(&clause.node)) {
            dsl::Example bare = *example;
            bare.expected = {};
            bare.at.clear();
            bare.because.clear();
            bare.todo.clear();
            const auto [first, fresh] = seen.try_emplace(dsl::print(dsl::Clause{{}, bare}), &clause);
            if (fresh)
                continue;
            const dsl::Expected before = std::get<dsl::Example>(first->second->node).expected;
            fault("E413", clause.span, before == example->expected ? "this example stands twice" : "this example is to " + verb_of(before) + " and to " + verb_of(example->expected),
                  "the other is on line " + std::to_string(units_[file_].source->place(first->second->span.begin).line));
        }
}

} // namespace ehc::compile

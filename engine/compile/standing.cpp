// What stands beside the rules: school terms of a council's own, and ids that rules had or no longer have.

#include "compile/checker.hpp"
#include "text/dates.hpp"

#include <algorithm>
#include <cmath>

namespace ehc::compile {

void Checker::declare_terms() {
    constexpr std::pair<std::string_view, text::Term> terms[] = {{"autumn", text::Term::autumn}, {"spring", text::Term::spring}, {"summer", text::Term::summer}};
    std::vector<std::pair<std::uint32_t, const dsl::SchoolTerm*>> all; // beside rules_.terms
    for (file_ = 0; file_ < units_.size(); ++file_)
        for (const dsl::Item& item : units_[file_].file->items) {
            const auto* written = std::get_if<dsl::SchoolTerm>(&item.node);
            if (written == nullptr)
                continue;
            const auto term = std::find_if(std::begin(terms), std::end(terms), [&](const auto& named) { return named.first == written->term.text; });
            if (term == std::end(terms)) {
                unknown("E202", written->term, "there is no term `" + written->term.text + "`", {"autumn", "spring", "summer"});
                continue;
            }
            constexpr double first_year = 1900, last_year = 2099;
            if (written->year < first_year || written->year > last_year || written->year != std::floor(written->year)) {
                fault("E610", written->term.span, "a term is one of the years 1900 to 2099");
                continue;
            }
            const PartialDate standard = text::term_of(term->second, static_cast<int>(written->year));
            const std::string name = written->term.text + " term of " + std::to_string(static_cast<int>(written->year));
            // A few weeks either way: Easter moves, and some councils begin in August.
            constexpr int weeks_about = 6, days_a_week = 7;
            const Date earliest = standard.first.plus_days(-weeks_about * days_a_week), latest = standard.last.plus_days(weeks_about * days_a_week);
            if (written->until < written->from) {
                fault("E610", written->term.span, "the " + name + " ends before it begins");
                continue;
            }
            if (written->from < earliest || latest < written->until) {
                fault("E610", written->term.span, "the " + name + " lies between " + earliest.text() + " and " + latest.text(), "look at the year: a term is named by the calendar year it lies in");
                continue;
            }
            const PartialDate days(written->from, written->until, Precision::term);
            bool good = true;
            for (std::size_t i = 0; i < all.size() && good; ++i) {
                const bool same = rules_.terms[i].standard == standard;
                if (same)
                    fault("E609", written->term.span, "the " + name + " is set twice", "the first is in " + origin_of(all[i].first, all[i].second->term.span));
                else if (days.first <= rules_.terms[i].days.last && rules_.terms[i].days.first <= days.last)
                    fault("E610", written->term.span, "the " + name + " overlaps the " + all[i].second->term.text + " term", "the other is in " + origin_of(all[i].first, all[i].second->term.span));
                else
                    continue;
                good = false;
            }
            if (!good)
                continue;
            all.emplace_back(file_, written);
            rules_.terms.push_back({standard, days});
            rules_.settings.push_back({"school term", name, written->from.text() + " to " + written->until.text(), origin_of(file_, written->term.span)});
        }
}

// Ids are never given twice: not those that a rule had before, nor those of rules that are gone.
void Checker::check_retired() {
    std::map<std::string, Declared, std::less<>> former;
    const auto taken = [&](const dsl::Name& name) {
        if (const auto rule = rule_names_.find(name.text); rule != rule_names_.end()) {
            fault("E211", name.span, "there is a rule `" + name.text + "`, so that no rule was called so before",
                  "it is at " + units_[rule->second.file].source->name() + ":" + std::to_string(units_[rule->second.file].source->place(rule->second.span.begin).line));
            return;
        }
        if (const auto [first, fresh] = former.try_emplace(name.text, Declared{file_, name.span, 0}); !fresh)
            told_twice(name, first->second, "former rules");
    };
    for (file_ = 0; file_ < units_.size(); ++file_)
        for (const dsl::Item& item : units_[file_].file->items) {
            if (const auto* rule = std::get_if<dsl::Rule>(&item.node)) {
                for (const dsl::Clause& clause : rule->clauses)
                    if (const auto* formerly = std::get_if<dsl::Formerly>(&clause.node))
                        std::for_each(formerly->ids.begin(), formerly->ids.end(), taken);
                continue;
            }
            const auto* retired = std::get_if<dsl::RetiredRule>(&item.node);
            if (retired == nullptr)
                continue;
            taken(retired->rule);
            RetiredRule compiled{retired->rule.text, {}, retired->because.text};
            for (const dsl::Name& now : retired->now) {
                if (!rule_names_.contains(now.text)) {
                    std::vector<std::string> names;
                    for (const auto& [name, declared] : rule_names_)
                        names.push_back(name);
                    unknown("E608", now, "there is no rule `" + now.text + "` to do the work of `" + retired->rule.text + "`", std::move(names));
                }
                compiled.now.push_back(now.text);
            }
            rules_.retired.push_back(std::move(compiled));
        }
}

} // namespace ehc::compile

// What is no fault and still not as it should be: said by `rules test`, never in the way of an audit. What is meant to be so
// is accepted in the pack, with a reason.

#include "compile/checker.hpp"
#include "compile/walk.hpp"
#include "dsl/codes.hpp"
#include "dsl/print.hpp"

#include <algorithm>

namespace ehc::compile {

// What rules and definitions make of the names that packs declare.
struct Checker::Uses {
    std::set<std::vector<std::uint32_t>> lists; // wordings that are looked for together
    std::set<std::uint32_t> parameters;
    std::set<std::pair<const plan::RecordType*, std::string>> derived;
    std::set<std::string, std::less<>> inside; // wordings that others are made of
};

namespace {

void names_of(const std::vector<dsl::PatternPart>& parts, std::set<std::string, std::less<>>& names) {
    for (const dsl::PatternPart& part : parts)
        if (const auto* name = std::get_if<dsl::PatternName>(&part.node))
            names.insert(name->name.text);
        else if (const auto* optional = std::get_if<dsl::PatternOptional>(&part.node))
            names_of(optional->parts, names);
        else if (const auto* either = std::get_if<dsl::PatternEither>(&part.node))
            for (const auto& way : either->ways)
                names_of(way, names);
}

bool only_phrases(const dsl::Pattern& pattern) {
    return std::all_of(pattern.ways.begin(), pattern.ways.end(),
                       [](const auto& way) { return way.size() == 1 && std::holds_alternative<dsl::PatternPhrase>(way.front().node); });
}

} // namespace

void Checker::warn(std::string code, std::string subject, std::uint32_t file, Span span, std::string what, std::string suggestion) {
    warnings_.push_back({std::move(subject), dsl::fault(*units_[file].source, std::move(code), span, std::move(what), std::move(suggestion))});
}

Checker::Uses Checker::uses() const {
    Uses all;
    const auto list = [&](std::vector<std::uint32_t> wordings) {
        std::erase(wordings, any_wording);
        std::sort(wordings.begin(), wordings.end());
        if (!wordings.empty())
            all.lists.insert(std::move(wordings));
    };
    const auto expr = [&](const Expr& one) {
        list(one.wordings);
        if (one.each)
            list(one.each->wordings);
        if (one.op == Op::parameter || one.op == Op::lookup)
            all.parameters.insert(one.index);
        if (one.op == Op::derived)
            all.derived.emplace(rules_.derived[one.index].record, rules_.derived[one.index].name);
    };
    for (const Rule& rule : rules_.rules) {
        each_expr(rule, expr);
        for (const Each& subject : rule.subjects)
            list(subject.wordings);
        if (rule.every)
            list(rule.every->wordings);
    }
    for (const Derived& derived : rules_.derived)
        each_expr(derived.value, expr);
    for (const auto& [name, written] : written_wordings_)
        if (const auto* pattern = std::get_if<const dsl::Pattern*>(&written))
            for (const auto& way : (*pattern)->ways)
                names_of(way, all.inside);
        else
            for (const dsl::Name& include : std::get<const dsl::Lexicon*>(written)->includes)
                all.inside.insert(include.text);
    for (const auto& [name, extensions] : lexicon_extensions_)
        for (const auto& [file, extension] : extensions)
            for (const dsl::Name& include : extension->includes)
                all.inside.insert(include.text);
    return all;
}

void Checker::warn_of_unused(const Uses& uses) {
    const auto unused = [&](std::string_view what, const std::string& subject, std::uint32_t file, Span span) {
        warn("W201", subject, file, span, "no rule uses the " + std::string(what) + " `" + subject + "`", "leave it out, or say what it is for: `accept W201 of " + subject + " because \"...\"`");
    };
    std::set<std::uint32_t> wordings;
    for (const auto& list : uses.lists)
        wordings.insert(list.begin(), list.end());
    for (const auto& [name, declared] : wordings_)
        if (!wordings.contains(declared.index) && !uses.inside.contains(name) && rules_.nil_statements != declared.index)
            unused(rules_.wordings[declared.index].is_pattern ? "pattern" : "lexicon", name, declared.file, declared.span);
    for (const auto& [name, declared] : parameters_)
        if (!uses.parameters.contains(declared.index))
            unused("parameter", name, declared.file, declared.span);
    for (const auto& [key, declared] : derived_)
        if (!uses.derived.contains(key))
            unused("definition", std::string(key.first->name) + "." + key.second, declared.file, declared.span);
}

// The rows of words of each phrase that a lexicon has of its own.
std::vector<Checker::PhraseRows> Checker::rows_of_lexicon(const dsl::Lexicon& lexicon) {
    std::vector<PhraseRows> all;
    for (const dsl::Entry& entry : lexicon.entries)
        for (const dsl::String& phrase : entry.phrases)
            if (auto rows = rows_of_phrase(phrase))
                all.push_back({&entry, &phrase, std::move(*rows)});
    return all;
}

void Checker::warn_of_words(const Uses& uses) {
    struct Words {
        const dsl::Lexicon* lexicon = nullptr;
        std::uint32_t index = 0, file = 0;
        std::vector<PhraseRows> phrases;
        std::set<std::string, std::less<>> rows;
        bool plain = false; // neither exceptions nor other lexicons change what it finds
    };
    std::map<std::uint32_t, Words> lexicons; // by index
    for (const auto& [name, written] : written_wordings_) {
        const Declared& declared = wordings_.find(name)->second;
        const auto* lexicon = std::get_if<const dsl::Lexicon*>(&written);
        if (lexicon == nullptr)
            continue;
        Words words{*lexicon, declared.index, declared.file, rows_of_lexicon(**lexicon), {}, (*lexicon)->exceptions.empty() && (*lexicon)->includes.empty()};
        for (const PhraseRows& phrase : words.phrases)
            words.rows.insert(phrase.rows.begin(), phrase.rows.end());
        lexicons.emplace(declared.index, std::move(words));
    }
    const auto has_all = [](const Words& words, const PhraseRows& phrase) {
        return std::all_of(phrase.rows.begin(), phrase.rows.end(), [&](const std::string& row) { return words.rows.contains(row); });
    };
    // A phrase of a list that is never looked for without another list that finds it too.
    std::set<std::pair<std::uint32_t, std::uint32_t>> told;
    for (const auto& [index, words] : lexicons) {
        if (uses.inside.contains(words.lexicon->name.text))
            continue;
        std::vector<std::uint32_t> always; // in every list that it is in
        bool listed = false;
        for (const auto& list : uses.lists)
            if (std::binary_search(list.begin(), list.end(), index)) {
                std::vector<std::uint32_t> both;
                std::set_intersection(always.begin(), always.end(), list.begin(), list.end(), std::back_inserter(both));
                always = listed ? both : list;
                listed = true;
            }
        for (const std::uint32_t other : always) {
            const auto found = lexicons.find(other);
            if (other == index || found == lexicons.end() || !found->second.plain || told.contains({other, index}))
                continue;
            for (const PhraseRows& phrase : words.phrases)
                if (!phrase.entry->means && !phrase.entry->now && has_all(found->second, phrase)) {
                    told.emplace(index, other);
                    warn("W501", words.lexicon->name.text, words.file, phrase.phrase->span, "this phrase is in `" + found->second.lexicon->name.text + "` too, and the two are only looked for together",
                         "leave it out of one of them");
                }
        }
    }
    for (auto first = lexicons.begin(); first != lexicons.end(); ++first)
        for (auto second = std::next(first); second != lexicons.end(); ++second)
            if (first->second.plain && second->second.plain && !first->second.rows.empty() && first->second.rows == second->second.rows)
                warn("W502", second->second.lexicon->name.text, second->second.file, second->second.lexicon->name.span,
                     "this lexicon has the same phrases as `" + first->second.lexicon->name.text + "`", "keep one of the two, or `include` it");
    for (const auto& [name, written] : written_wordings_)
        if (const auto* pattern = std::get_if<const dsl::Pattern*>(&written); pattern != nullptr && only_phrases(**pattern))
            warn("W503", name, wordings_.find(name)->second.file, (*pattern)->name.span, "this pattern is a list of phrases", "make it a lexicon, which says the same more plainly");
    for (const auto& [name, extensions] : lexicon_extensions_)
        for (const auto& [file, extension] : extensions) {
            const auto base = lexicons.find(wordings_.find(name)->second.index);
            for (const PhraseRows& phrase : rows_of_lexicon(*extension))
                if (base != lexicons.end() && base->second.lexicon->exceptions.empty() && has_all(base->second, phrase))
                    warn("W504", name, file, phrase.phrase->span, "`" + name + "` has this phrase already", "leave it out");
        }
}

void Checker::warn_of_rules() {
    for (std::uint32_t file = 0; file < units_.size(); ++file)
        for (const dsl::Item& item : units_[file].file->items) {
            const auto* written = std::get_if<dsl::Rule>(&item.node);
            const Rule* rule = written != nullptr ? rules_.find(written->id.text) : nullptr;
            if (rule == nullptr)
                continue;
            if (rule->form != Form::ask && rule->fix.written.empty())
                warn("W401", rule->id, file, written->id.span, "rule `" + rule->id + "` does not say how to put it right", "add a line such as `fix \"...\"`");
            std::set<std::uint32_t> used;
            each_expr(*rule, [&](const Expr& expr) {
                if (expr.op == Op::slot)
                    used.insert(expr.slot);
            });
            std::size_t next = 0;
            for (const dsl::Clause& clause : written->clauses)
                if (const auto* let = std::get_if<dsl::Let>(&clause.node); let != nullptr && next < rule->lets.size())
                    if (!used.contains(rule->lets[next++].first))
                        warn("W202", rule->id, file, let->name.span, "nothing in rule `" + rule->id + "` uses `" + let->name.text + "`", "leave the line out");
        }
}

// Takes out what is accepted; an acceptance that accepts nothing is one of the warnings.
dsl::Faults Checker::warnings() {
    const Uses all = uses();
    warn_of_unused(all);
    warn_of_words(all);
    warn_of_rules();
    for (std::uint32_t file = 0; file < units_.size(); ++file)
        for (const dsl::Item& item : units_[file].file->items)
            if (const auto* accepted = std::get_if<dsl::Accept>(&item.node)) {
                std::string subject;
                for (const dsl::Name& name : accepted->subject)
                    subject += (subject.empty() ? "" : ".") + name.text;
                const auto taken = std::erase_if(warnings_, [&](const Warning& one) { return one.subject == subject && one.fault.code == accepted->code.text; });
                if (taken == 0)
                    warn("W601", subject, file, item.span, "there is no " + accepted->code.text + " of `" + subject + "` to accept", "leave the line out");
            }
    dsl::Faults told;
    for (Warning& one : warnings_)
        told.push_back(std::move(one.fault));
    return told;
}

void Checker::check_accepted() {
    for (file_ = 0; file_ < units_.size(); ++file_)
        for (const dsl::Item& item : units_[file_].file->items)
            if (const auto* accepted = std::get_if<dsl::Accept>(&item.node); accepted != nullptr && !(accepted->code.text.starts_with("W") && dsl::find_code(accepted->code.text) != nullptr)) {
                std::vector<std::string> known;
                for (const dsl::CodeRow& row : dsl::codes())
                    if (row.code.starts_with('W'))
                        known.emplace_back(row.code);
                unknown("E608", accepted->code, "`" + accepted->code.text + "` is no warning that can be accepted", std::move(known));
            }
}

} // namespace ehc::compile

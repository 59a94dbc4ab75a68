// What rules cite: instruments as the packs list them, and that no rule claims more than what it cites carries.

#include "base/nearest.hpp"
#include "compile/checker.hpp"

#include <algorithm>

namespace ehc::compile {

namespace {

// The part of a citation that a name with `...` for any words covers, from its beginning; nothing where it does not.
std::optional<std::size_t> covered(std::string_view citation, std::string_view name) {
    constexpr std::string_view any = "...";
    std::size_t at = 0;
    for (bool first = true;; first = false) {
        const std::size_t dots = name.find(any);
        const std::string_view part = name.substr(0, dots);
        const std::size_t found = part.empty() ? at : citation.find(part, at);
        if (found == std::string_view::npos || (first && !part.empty() && found != 0))
            return std::nullopt;
        at = part.empty() ? at : found + part.size();
        if (dots == std::string_view::npos)
            break;
        name.remove_prefix(dots + any.size());
        if (name.empty())
            return citation.size();
    }
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    const bool whole_word = at == citation.size() || at == 0 || !is_letter(citation[at - 1]) || !is_letter(citation[at]);
    return whole_word ? std::optional(at) : std::nullopt;
}

// The first words of a citation, as many as the name has.
std::string first_words(std::string_view citation, std::string_view name) {
    auto wanted = std::count(name.begin(), name.end(), ' ');
    std::size_t end = 0;
    while (end < citation.size() && (citation[end] != ' ' || wanted-- > 0))
        ++end;
    return std::string(citation.substr(0, end));
}

unsigned weight(finding::Basis basis) { return static_cast<unsigned>(basis); } // the strongest is 0

} // namespace

void Checker::declare_instruments() {
    std::map<std::string, Declared, std::less<>> names;
    for (file_ = 0; file_ < units_.size(); ++file_)
        for (const dsl::Item& item : units_[file_].file->items) {
            const auto* written = std::get_if<dsl::Instruments>(&item.node);
            if (written == nullptr)
                continue;
            const auto carries = finding::basis_named(written->basis.text);
            if (!carries || *carries == finding::Basis::local) {
                unknown("E202", written->basis, "instruments cannot carry `" + written->basis.text + "`", {"law", "case-law", "statutory-guidance", "practice"});
                continue;
            }
            for (const dsl::Instrument& line : written->lines) {
                Instrument instrument{line.names.front().text, {}, *carries, line.link ? line.link->text : std::string()};
                if (!instrument.link.empty() && !instrument.link.starts_with("https://"))
                    fault("E417", line.link->span, "this is no address of a page", "an address begins with `https://`");
                for (const dsl::String& name : line.names) {
                    instrument.names.push_back(name.text);
                    if (const auto [first, fresh] = names.try_emplace(name.text, Declared{file_, name.span, 0}); !fresh)
                        told_twice({name.text, name.span}, first->second, "instruments");
                }
                rules_.instruments.push_back(std::move(instrument));
            }
        }
}

// By the longest name that the citation begins with; one with dots counts by what it covers only where no other is there.
Citation Checker::citation(const std::string& written) const {
    Citation result{written, {}, {}};
    std::size_t most = 0;
    bool dotted = true;
    for (std::uint32_t i = 0; i < rules_.instruments.size(); ++i)
        for (const std::string& name : rules_.instruments[i].names) {
            const auto end = covered(written, name);
            const bool dots = name.find("...") != std::string::npos;
            if (!end || (dots && !dotted) || (dots == dotted && *end <= most))
                continue;
            most = *end;
            dotted = dots;
            result.instrument = i;
        }
    if (result.instrument && !dotted) {
        std::size_t from = most;
        while (from < written.size() && (written[from] == ' ' || written[from] == ','))
            ++from;
        result.provision = written.substr(from);
    }
    return result;
}

void Checker::check_citations(const std::vector<std::pair<std::uint32_t, const dsl::Clause*>>& clauses, Rule& rule) {
    if (rules_.instruments.empty()) // nobody says what may be cited
        return;
    using finding::Basis;
    auto strongest = Basis::local;
    bool unlisted = false;
    const std::uint32_t home = file_;
    for (const auto& [file, clause] : clauses) {
        const auto* cites = std::get_if<dsl::Cites>(&clause->node);
        if (cites == nullptr)
            continue;
        file_ = file;
        for (const dsl::String& written : cites->citations) {
            Citation one = citation(written.text);
            if (one.instrument) {
                strongest = std::min(strongest, rules_.instruments[*one.instrument].carries);
            } else {
                unlisted = true;
                std::optional<std::string> near;
                for (const Instrument& instrument : rules_.instruments)
                    for (const std::string& name : instrument.names)
                        if (const std::string words = first_words(written.text, name); !near && name.find("...") == std::string::npos && nearest(words, std::vector<std::string>{name}))
                            near = name;
                // A council cites what it likes for what is its own, and adds it to what others cite. What could not be read
                // may have listed it.
                if (near || (file == home && lost_.empty() && weight(rule.basis) < weight(Basis::practice)))
                    fault("E414", written.span, "no pack lists what this cites",
                          near ? "did you mean `" + *near + "`?" : "correct it, or list it: `instruments " + std::string(finding::name_of(rule.basis)) + "`, its name in quotes on a line, `end`");
            }
            rule.cited.push_back(std::move(one));
        }
    }
    for (const auto& [file, clause] : clauses) {
        file_ = file;
        if (const auto* basis = std::get_if<dsl::Basis>(&clause->node)) {
            const auto claimed = finding::basis_named(basis->basis.text);
            const bool carried = !claimed || weight(*claimed) >= weight(Basis::practice) ||
                                 std::any_of(rule.cited.begin(), rule.cited.end(), [&](const Citation& one) {
                                     if (!one.instrument)
                                         return true; // told already
                                     const Basis carries = rules_.instruments[*one.instrument].carries;
                                     return *claimed == Basis::case_law ? carries == Basis::case_law : weight(carries) <= weight(*claimed);
                                 });
            if (!carried)
                fault("E415", clause->span, "a rule with basis `" + basis->basis.text + "` cites " + (*claimed == Basis::law ? "an Act or regulations" : *claimed == Basis::case_law ? "a judgment" : "statutory guidance or law") + ", and this one does not",
                      "cite what it rests on, or claim less, such as `basis practice`");
        } else if (const auto* severity = std::get_if<dsl::Severity>(&clause->node)) {
            const auto level = finding::severity_named(severity->level.text);
            // Critical is what law or a court says; major what guidance says.
            const Basis needed = level == finding::Severity::critical ? Basis::case_law : level == finding::Severity::major ? Basis::statutory_guidance : Basis::local;
            if (!severity->because && !unlisted && weight(strongest) > weight(needed))
                fault("E416", clause->span, "`" + severity->level.text + "` is graver than what this rule cites allows",
                      std::string("cite ") + (needed == Basis::case_law ? "law or a judgment" : "law or statutory guidance") + ", or say why: `because \"...\"` at the end of the line");
            if (severity->because && rule.graver_because.empty())
                rule.graver_because = severity->because->text;
        }
    }
    file_ = home;
}

} // namespace ehc::compile

// Lexicons and patterns to text::Pattern trees, all in one matcher.

#include "base/overloaded.hpp"
#include "compile/checker.hpp"

#include <algorithm>

namespace ehc::compile {

namespace {

using Kind = text::Pattern::Kind;

text::Pattern of(Kind kind, std::vector<text::Pattern> parts = {}) {
    text::Pattern pattern;
    pattern.kind = kind;
    pattern.parts = std::move(parts);
    return pattern;
}

struct BuiltIn {
    std::string_view name;
    Kind kind;
};
// Parts that a pattern may name without declaring them.
constexpr BuiltIn built_in[] = {
    {"number", Kind::number}, {"date", Kind::date}, {"word", Kind::any}, {"dash", Kind::dash}, {"capital", Kind::capital}, {"capitals", Kind::capital}};

text::Pattern of_part(const BuiltIn& part) {
    text::Pattern pattern = of(part.kind);
    pattern.count = part.name == "capitals" ? 2 : 0;
    return pattern;
}

// The one list that the tagged parts of a pattern mean values of; null when there is none, or more than one.
const plan::Domain* common_domain(const text::Pattern& pattern, const std::vector<const plan::Domain*>& of_tag) {
    const plan::Domain* domain = pattern.kind == Kind::tagged ? of_tag[pattern.tag] : nullptr;
    for (const text::Pattern& part : pattern.parts)
        if (const plan::Domain* own = common_domain(part, of_tag); own != nullptr) {
            if (domain != nullptr && own != domain)
                return nullptr;
            domain = own;
        }
    return domain;
}

} // namespace

std::optional<text::Pattern> Checker::phrase(const dsl::String& written, std::uint32_t file) {
    auto read = text::read_phrase(written.text);
    if (auto* pattern = std::get_if<text::Pattern>(&read))
        return std::move(*pattern);
    const auto& wrong = std::get<text::PhraseFault>(read);
    const std::uint32_t outer = file_;
    file_ = file;
    // The phrase stands one byte inside its quotes; escapes inside may shift the caret, never past the closing quote.
    const std::uint32_t begin = std::min(written.span.begin + 1 + wrong.span.begin, written.span.end);
    fault("E501", {begin, std::min(begin + std::max(1U, wrong.span.size()), written.span.end)}, wrong.what);
    file_ = outer;
    return std::nullopt;
}

text::Pattern Checker::named_pattern(const dsl::Name& name, std::uint32_t file, std::vector<std::string>& open) {
    for (const BuiltIn& part : built_in)
        if (part.name == name.text)
            return of_part(part);
    const std::uint32_t outer = file_;
    file_ = file;
    text::Pattern result = of(Kind::either);
    if (std::find(open.begin(), open.end(), name.text) != open.end()) {
        fault("E502", name.span, "`" + name.text + "` is made of itself");
    } else if (const auto found = written_wordings_.find(name.text); found == written_wordings_.end()) {
        std::vector<std::string> candidates;
        for (const BuiltIn& part : built_in)
            candidates.emplace_back(part.name);
        for (const auto& [known, declared] : written_wordings_)
            candidates.push_back(known);
        unknown("E206", name, "there is no lexicon or pattern called `" + name.text + "`", std::move(candidates));
    } else {
        open.push_back(name.text);
        const std::uint32_t home = wordings_.find(name.text)->second.file;
        result = std::visit(overloaded{[&](const dsl::Lexicon* lexicon) { return lexicon_pattern(*lexicon, home, open); },
                                       [&](const dsl::Pattern* pattern) { return pattern_pattern(*pattern, home, open); }},
                            found->second);
        open.pop_back();
    }
    file_ = outer;
    return result;
}

text::Pattern Checker::lexicon_pattern(const dsl::Lexicon& lexicon, std::uint32_t file, std::vector<std::string>& open) {
    text::Pattern all = of(Kind::either);
    const std::uint32_t outer = file_;
    file_ = file;
    const plan::Domain* domain = nullptr; // a lexicon that only includes one with meanings gives its own entries none
    if (lexicon.domain || std::any_of(lexicon.entries.begin(), lexicon.entries.end(), [](const dsl::Entry& entry) { return entry.means.has_value(); }))
        domain = rules_.wordings[wordings_.find(lexicon.name.text)->second.index].domain;
    const auto add = [&](const dsl::Entry& entry) {
        EntryInfo info;
        info.phrase = entry.phrases.empty() ? std::string() : entry.phrases.front().text;
        info.now = entry.now ? entry.now->text : std::string();
        info.from = entry.from;
        if (entry.means) {
            if (domain != nullptr && !(info.means = domain->find(entry.means->text)))
                unknown("E202", *entry.means, "`" + entry.means->text + "` is no " + std::string(domain->name), names_of(*domain));
        } else if (domain != nullptr) {
            fault("E504", entry.span, "an entry of this lexicon must say which " + std::string(domain->name) + " it means",
                  "begin the line with it, such as `" + std::string(domain->rows.front().name) + ": \"...\"`");
        }
        text::Pattern tagged = of(Kind::tagged);
        tagged.tag = static_cast<std::uint32_t>(rules_.entries.size());
        rules_.entries.push_back(std::move(info));
        entry_domains_.push_back(domain);
        text::Pattern ways = of(Kind::either);
        for (const dsl::String& written : entry.phrases)
            if (auto pattern = phrase(written, file_))
                ways.parts.push_back(std::move(*pattern));
        if (!ways.parts.empty()) {
            tagged.parts.push_back(std::move(ways));
            all.parts.push_back(std::move(tagged));
        }
    };
    const auto add_all = [&](const dsl::Lexicon& written, std::uint32_t home) {
        file_ = home;
        std::for_each(written.entries.begin(), written.entries.end(), add);
        for (const dsl::Name& include : written.includes)
            all.parts.push_back(named_pattern(include, home, open));
    };
    add_all(lexicon, file);
    if (const auto extended = lexicon_extensions_.find(lexicon.name.text); extended != lexicon_extensions_.end())
        for (const auto& [home, extension] : extended->second)
            add_all(*extension, home);
    file_ = outer;
    return all;
}

text::Pattern Checker::parts_pattern(const std::vector<dsl::PatternPart>& parts, std::uint32_t file, std::vector<std::string>& open) {
    text::Pattern sequence = of(Kind::sequence);
    for (const dsl::PatternPart& part : parts)
        std::visit(overloaded{
                       [&](const dsl::PatternPhrase& written) {
                           if (auto pattern = phrase(written.phrase, file))
                               sequence.parts.push_back(std::move(*pattern));
                       },
                       [&](const dsl::PatternName& name) { sequence.parts.push_back(named_pattern(name.name, file, open)); },
                       [&](const dsl::PatternGap& gap) {
                           text::Pattern skipped = of(Kind::gap);
                           skipped.count = gap.words;
                           sequence.parts.push_back(std::move(skipped));
                       },
                       [&](const dsl::PatternOptional& optional) {
                           sequence.parts.push_back(of(Kind::optional, {parts_pattern(optional.parts, file, open)}));
                       },
                       [&](const dsl::PatternEither& either) {
                           text::Pattern ways = of(Kind::either);
                           for (const auto& way : either.ways)
                               ways.parts.push_back(parts_pattern(way, file, open));
                           sequence.parts.push_back(std::move(ways));
                       },
                   },
                   part.node);
    return sequence;
}

text::Pattern Checker::pattern_pattern(const dsl::Pattern& pattern, std::uint32_t file, std::vector<std::string>& open) {
    text::Pattern ways = of(Kind::either);
    for (const auto& way : pattern.ways)
        ways.parts.push_back(parts_pattern(way, file, open));
    return ways;
}

std::optional<std::uint32_t> Checker::wording(const dsl::Wording& written) {
    if (!written.is_phrase)
        for (const auto& [name, index] : wording_arguments_)
            if (name == written.text)
                return index;
    if (!written.is_phrase)
        if (const auto found = wordings_.find(written.text); found != wordings_.end())
            return found->second.index;
    // Phrases and parts that stand in a rule itself: each once, under the name that no lexicon can have.
    const std::string name = written.is_phrase ? "\"" + written.text + "\"" : "the part " + written.text;
    if (const auto found = unnamed_wordings_.find(name); found != unnamed_wordings_.end())
        return found->second;
    std::optional<text::Pattern> pattern;
    if (written.is_phrase) {
        pattern = phrase({written.text, written.span}, file_);
        if (!pattern)
            return std::nullopt;
    }
    std::vector<std::string> candidates;
    for (const BuiltIn& part : built_in) {
        candidates.emplace_back(part.name);
        if (!written.is_phrase && part.name == written.text)
            pattern = of_part(part);
    }
    if (!pattern) {
        for (const auto& [known, declared] : wordings_)
            candidates.push_back(known);
        for (const auto& [known, index] : wording_arguments_)
            candidates.push_back(known);
        unknown("E206", {written.text, written.span}, "there is no lexicon or pattern called `" + written.text + "`", std::move(candidates));
        return std::nullopt;
    }
    Wording wording;
    wording.name = written.text;
    wording.is_pattern = true;
    wording.file = file_;
    wording.span = written.span;
    wording.hits = rules_.matcher.add(*pattern);
    const auto index = static_cast<std::uint32_t>(rules_.wordings.size());
    rules_.wordings.push_back(std::move(wording));
    unnamed_wordings_.emplace(name, index);
    return index;
}

std::vector<std::uint32_t> Checker::wording_list(const std::vector<dsl::Wording>& wordings) {
    std::vector<std::uint32_t> list;
    for (const dsl::Wording& written : wordings)
        if (const auto index = wording(written))
            list.push_back(*index);
    return list;
}

const plan::Domain* Checker::domain_of(const std::vector<std::uint32_t>& wordings) const {
    const plan::Domain* domain = nullptr;
    for (const std::uint32_t wording : wordings) {
        const plan::Domain* own = wording == any_wording ? nullptr : rules_.wordings[wording].domain;
        if (own == nullptr || (domain != nullptr && own != domain))
            return nullptr;
        domain = own;
    }
    return domain;
}

void Checker::build_wordings() {
    for (const auto& [name, written] : written_wordings_) {
        const Declared& declared = wordings_.find(name)->second;
        Wording& wording = rules_.wordings[declared.index];
        std::vector<std::string> open{name};
        const std::vector<dsl::String>* exceptions = nullptr;
        text::Pattern pattern;
        if (const auto* lexicon = std::get_if<const dsl::Lexicon*>(&written)) {
            pattern = lexicon_pattern(**lexicon, declared.file, open);
            check_reach(**lexicon, declared.file);
            exceptions = &(*lexicon)->exceptions;
        } else {
            const dsl::Pattern& own = *std::get<const dsl::Pattern*>(written);
            pattern = pattern_pattern(own, declared.file, open);
            exceptions = &own.exceptions;
            wording.is_pattern = true;
        }
        // What is made of one lexicon with meanings has those meanings.
        if (wording.domain == nullptr)
            wording.domain = common_domain(pattern, entry_domains_);
        wording.hits = rules_.matcher.add(pattern);
        text::Pattern undo = of(Kind::either);
        const auto add_exceptions = [&](const std::vector<dsl::String>& phrases, std::uint32_t file) {
            for (const dsl::String& exception : phrases)
                if (auto way = phrase(exception, file))
                    undo.parts.push_back(std::move(*way));
        };
        add_exceptions(*exceptions, declared.file);
        if (const auto extended = lexicon_extensions_.find(name); extended != lexicon_extensions_.end())
            for (const auto& [file, extension] : extended->second)
                add_exceptions(extension->exceptions, file);
        if (!undo.parts.empty()) {
            wording.exceptions = rules_.matcher.add(undo);
        }
    }
}

} // namespace ehc::compile

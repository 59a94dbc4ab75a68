#include "read/words.hpp"

#include "text/analysis.hpp"

#include <algorithm>
#include <map>

namespace ehc::read {

namespace {

struct Wording {
    std::string plain;
    std::uint8_t index = 0;
};

// The wordings of a table of choices, longest first.
std::vector<Wording> wordings_of(const plan::Domain& domain) {
    std::vector<Wording> wordings;
    for (std::size_t i = 0; i < domain.rows.size(); ++i) {
        const plan::ChoiceRow& row = domain.rows[i];
        const auto add = [&](std::string_view wording) {
            std::string plain = Words(wording).plain();
            if (!plain.empty())
                wordings.push_back({std::move(plain), static_cast<std::uint8_t>(i)});
        };
        add(row.words);
        for (std::size_t from = 0; from < row.also.size();) {
            const std::size_t end = std::min(row.also.find(';', from), row.also.size());
            add(row.also.substr(from, end - from));
            from = end + 1;
        }
    }
    std::ranges::stable_sort(wordings, [](const Wording& a, const Wording& b) { return a.plain.size() > b.plain.size(); });
    return wordings;
}

// Made once a table, all together, so that threads may share them.
const std::vector<Wording>& wordings(const plan::Domain& domain) {
    static const auto tables = [] {
        std::map<std::string_view, std::vector<Wording>> made;
        for (const plan::Domain* each : {&plan::statuses, &plan::areas, &plan::roles, &plan::decisions, &plan::settings})
            made.emplace(each->name, wordings_of(*each));
        return made;
    }();
    static const std::vector<Wording> none;
    const auto table = tables.find(domain.name);
    return table == tables.end() ? none : table->second;
}

} // namespace

Words::Words(std::string_view original) : original_(original) {
    const text::Analysis analysis(original);
    const auto& tokens = analysis.tokens();
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        const text::Token& token = tokens[i];
        std::string_view word = analysis.word(i);
        if (token.kind == text::TokenKind::mark && word == "&")
            word = "and";
        else if (token.kind != text::TokenKind::word && token.kind != text::TokenKind::number)
            continue;
        if (!plain_.empty())
            plain_ += ' ';
        offsets_.push_back(static_cast<std::uint32_t>(plain_.size()));
        plain_ += word;
        spans_.push_back(token.span);
    }
}

std::string_view Words::word(std::uint32_t index) const noexcept {
    if (index >= count())
        return {};
    const std::size_t end = index + 1 < count() ? offsets_[index + 1] - 1 : plain_.size();
    return std::string_view(plain_).substr(offsets_[index], end - offsets_[index]);
}

std::string_view Words::gap_before(std::uint32_t index) const noexcept {
    const std::size_t begin = index == 0 ? 0 : index <= count() ? spans_[index - 1].end : original_.size();
    const std::size_t end = index < count() ? spans_[index].begin : original_.size();
    return original_.substr(begin, end - begin);
}

bool Words::capital(std::uint32_t index) const noexcept {
    const char first = original_[spans_[index].begin];
    return first >= 'A' && first <= 'Z';
}

std::optional<WordRange> Words::find(std::string_view phrase, std::uint32_t from) const noexcept {
    if (phrase.empty() || from >= count())
        return std::nullopt;
    const bool open_end = phrase.back() == '*';
    if (open_end)
        phrase.remove_suffix(1);
    for (std::size_t at = plain_.find(phrase, offsets_[from]); at != std::string::npos; at = plain_.find(phrase, at + 1)) {
        const auto first = std::ranges::lower_bound(offsets_, static_cast<std::uint32_t>(at));
        const std::size_t end = at + phrase.size();
        if (first == offsets_.end() || *first != at || (!open_end && end != plain_.size() && plain_[end] != ' '))
            continue;
        const auto last = std::ranges::lower_bound(offsets_, static_cast<std::uint32_t>(end));
        return WordRange{static_cast<std::uint32_t>(first - offsets_.begin()), static_cast<std::uint32_t>(last - offsets_.begin())};
    }
    return std::nullopt;
}

bool Words::has_any(std::span<const std::string_view> phrases) const noexcept {
    return std::ranges::any_of(phrases, [&](std::string_view phrase) { return has(phrase); });
}

bool Words::begins(std::string_view phrase, std::uint32_t at) const noexcept {
    if (at >= count())
        return false;
    const bool open_end = !phrase.empty() && phrase.back() == '*';
    if (open_end)
        phrase.remove_suffix(1);
    const std::string_view rest = std::string_view(plain_).substr(offsets_[at]);
    return rest.starts_with(phrase) && (open_end || rest.size() == phrase.size() || rest[phrase.size()] == ' ');
}

bool Words::begins_any(std::span<const std::string_view> phrases, std::uint32_t at) const noexcept {
    return std::ranges::any_of(phrases, [&](std::string_view phrase) { return begins(phrase, at); });
}

bool Words::is_any(std::span<const std::string_view> phrases) const noexcept {
    return std::ranges::any_of(phrases, [&](std::string_view phrase) { return is(phrase); });
}

std::optional<FoundChoice> find_choice(const plan::Domain& domain, const Words& words, std::uint32_t from) {
    std::optional<FoundChoice> found;
    std::size_t length = 0;
    for (const Wording& wording : wordings(domain)) {
        if (found && wording.plain.size() < length)
            break;
        auto at = words.find(wording.plain, from);
        if (!at)
            at = words.find(wording.plain + "'s", from); // "Educational psychologist's advice"
        if (at && (!found || at->first < found->at.first)) {
            found = FoundChoice{wording.index, *at};
            length = wording.plain.size();
        }
    }
    return found;
}

} // namespace ehc::read

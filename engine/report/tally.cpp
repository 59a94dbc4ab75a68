#include "report/tally.hpp"

#include <algorithm>

namespace ehc::report {

namespace {

constexpr std::size_t most_months = 24;

} // namespace

bool is_grave(const Counts& counts) noexcept {
    return counts[static_cast<std::size_t>(finding::Severity::critical)] + counts[static_cast<std::size_t>(finding::Severity::major)] != 0;
}

bool was_audited(const finding::DocumentReport& document) noexcept { return document.error.empty() && document.kind != plan::Kind::other; }

void Tally::add(const finding::DocumentReport& document) {
    if (!was_audited(document))
        return;
    const Counts counts = count(document.findings);
    const bool grave = is_grave(counts);
    ++audited_;
    grave_ += grave ? 1 : 0;
    ++by_worst_[static_cast<std::size_t>(std::find_if(counts.begin(), counts.end(), [](std::uint32_t n) { return n != 0; }) - counts.begin())];
    std::array<bool, plan::letter_count + 1> here{};
    for (const finding::Finding& finding : document.findings) {
        const std::size_t at = finding.section ? static_cast<std::size_t>(*finding.section) : whole_plan;
        ++sections_[at].findings[static_cast<std::size_t>(finding.severity)];
        here[at] = true;
    }
    for (std::size_t i = 0; i < here.size(); ++i)
        sections_[i].documents += here[i] ? 1 : 0;
    const auto add_to = [&](std::map<std::string, Group>& groups, const std::string& value) {
        Group& group = groups[value];
        ++group.documents;
        group.grave += grave ? 1 : 0;
        for (std::size_t i = 0; i < counts.size(); ++i)
            group.findings[i] += counts[i];
    };
    for (std::size_t i = 0; i < groups_.size(); ++i)
        add_to(groups_[i], i < document.groups.size() ? document.groups[i] : std::string());
    add_to(months_, document.plan_date.substr(0, 7));
    add_to(years_, document.plan_date.substr(0, 4));
}

std::vector<Tally::Named> Tally::group(std::size_t n) const {
    std::vector<Named> ranked(groups_[n].begin(), groups_[n].end());
    std::stable_sort(ranked.begin(), ranked.end(), [](const Named& a, const Named& b) {
        if (a.first.empty() != b.first.empty())
            return b.first.empty();
        if (a.second.grave != b.second.grave)
            return a.second.grave > b.second.grave;
        return a.second.documents < b.second.documents;
    });
    if (!ranked.empty() && ranked.back().first.empty())
        ranked.back().first = not_stated;
    return ranked;
}

bool Tally::by_year() const noexcept { return months_.size() > most_months; }

std::vector<Tally::Named> Tally::months() const {
    const auto& groups = by_year() ? years_ : months_;
    std::vector<Named> rows;
    for (const auto& [date, group] : groups)
        if (!date.empty())
            rows.emplace_back(date, group);
    if (const auto undated = groups.find(""); undated != groups.end())
        rows.emplace_back(not_stated, undated->second);
    return rows;
}

} // namespace ehc::report

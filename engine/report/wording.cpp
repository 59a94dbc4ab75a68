#include "report/wording.hpp"

#include "base/date.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

namespace ehc::report {

using finding::Basis, finding::DocumentReport, finding::Finding, finding::Severity, finding::severity_count;

Counts count(const std::vector<Finding>& findings) {
    Counts counts{};
    for (const Finding& one : findings)
        ++counts[static_cast<std::size_t>(one.severity)];
    return counts;
}

std::size_t sum(const Counts& counts) { return std::accumulate(counts.begin(), counts.end(), std::size_t{0}); }

std::string by_severity(const Counts& counts) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < severity_count; ++i)
        if (counts[i] != 0)
            parts.push_back(thousands(counts[i]) + " " + std::string(name_of(static_cast<Severity>(i))));
    return joined(parts, ", ");
}

std::vector<const DocumentReport*> worst_first(const std::vector<DocumentReport>& documents) {
    std::vector<std::pair<Counts, const DocumentReport*>> ranked;
    for (const DocumentReport& document : documents)
        ranked.emplace_back(count(document.findings), &document);
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<const DocumentReport*> sorted;
    for (const auto& [counts, document] : ranked)
        sorted.push_back(document);
    return sorted;
}

std::string_view label_of(Basis basis) noexcept {
    switch (basis) {
    case Basis::law: return "law";
    case Basis::case_law: return "case law";
    case Basis::statutory_guidance: return "guidance";
    case Basis::practice: return "good practice";
    case Basis::local: return "local policy";
    }
    return "";
}

std::string thousands(std::size_t number) {
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3; at -= 3)
        text.insert(at - 3, ",");
    return text;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return thousands(count) + " " + std::string(count == 1 ? one : many);
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : std::string(separator)) + part;
    return text;
}

std::vector<std::pair<std::string, std::string>> ranges_by_pack(const std::vector<finding::RuleInfo>& rules, const std::vector<std::string>& ids) {
    const auto letters_of = [](std::string_view id) { return id.substr(0, id.find_first_of("0123456789")); }; // "EHC-M"
    const std::set<std::string_view> wanted(ids.begin(), ids.end());
    std::vector<std::string_view> packs;
    for (const finding::RuleInfo& rule : rules)
        if (wanted.contains(rule.id) && std::find(packs.begin(), packs.end(), rule.pack) == packs.end())
            packs.push_back(rule.pack);
    std::vector<std::pair<std::string, std::string>> ranges;
    for (const std::string_view pack : packs) {
        std::vector<std::string> parts;
        std::string_view first, last; // of the run that is open
        std::size_t length = 0;
        std::string_view letters;     // that were written before
        const auto close = [&] {
            if (first.empty())
                return;
            const auto brief = [&](std::string_view id) { return std::string(letters_of(id) == letters ? id.substr(id.find('-') + 1) : id); };
            const std::string begin = brief(first);
            letters = letters_of(first);
            parts.push_back(begin + (first == last ? "" : (length == 2 ? ", " : " to ") + brief(last)));
            first = {};
        };
        for (const finding::RuleInfo& rule : rules) {
            if (rule.pack != pack)
                continue;
            const bool goes_on = wanted.contains(rule.id);
            if (!goes_on || (!first.empty() && letters_of(first) != letters_of(rule.id)))
                close();
            if (goes_on && first.empty())
                first = rule.id, length = 0;
            ++length;
            last = goes_on ? std::string_view(rule.id) : last;
        }
        close();
        ranges.emplace_back(pack, joined(parts, ", "));
    }
    std::vector<std::string> others;
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(others), [&](const std::string& id) { return std::none_of(rules.begin(), rules.end(), [&](const finding::RuleInfo& rule) { return rule.id == id; }); });
    if (!others.empty())
        ranges.emplace_back("others", joined(others, ", "));
    return ranges;
}

std::string readable_grade(std::string grade) {
    std::replace(grade.begin(), grade.end(), '_', ' ');
    return grade;
}

std::string readable_date(std::string_view iso) {
    const auto date = PartialDate::from_iso(iso);
    return date ? date->text() : std::string(iso);
}

std::string place_text(std::optional<plan::Letter> section, const plan::Origin& origin) {
    std::vector<std::string> parts;
    if (section)
        parts.push_back("Section " + std::string(plan::name_of(*section)));
    if (origin.page != 0)
        parts.push_back("page " + std::to_string(origin.page));
    if (origin.line != 0) {
        parts.push_back("line " + std::to_string(origin.line));
        if (origin.column != 0)
            parts.push_back("column " + std::to_string(origin.column));
    } else if (origin.paragraph != 0) {
        parts.push_back("paragraph " + std::to_string(origin.paragraph));
    } else if (origin.block != 0) {
        parts.push_back("block " + std::to_string(origin.block));
    }
    if (origin.from_ocr)
        parts.emplace_back("from OCR");
    return parts.empty() ? "the document" : joined(parts, ", ");
}

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

} // namespace ehc::report

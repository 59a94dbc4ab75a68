#include "finding/finding.hpp"

#include <algorithm>
#include <tuple>

namespace ehc::finding {

namespace {

constexpr std::array<std::string_view, severity_count> severity_names{"critical", "major", "minor", "advice"};
constexpr std::array<std::string_view, basis_count> basis_names{"law", "case-law", "statutory-guidance", "practice", "local"};

template <class E, std::size_t N>
std::optional<E> named(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<E>(found - names.begin());
}

} // namespace

std::string_view name_of(Severity severity) noexcept { return severity_names[static_cast<std::size_t>(severity)]; }
std::string_view name_of(Basis basis) noexcept { return basis_names[static_cast<std::size_t>(basis)]; }
std::optional<Severity> severity_named(std::string_view name) noexcept { return named<Severity>(severity_names, name); }
std::optional<Basis> basis_named(std::string_view name) noexcept { return named<Basis>(basis_names, name); }

void sort(std::vector<Finding>& findings) {
    const auto key = [](const Finding& finding) {
        const plan::Origin& origin = finding.places.front().origin;
        return std::tie(finding.severity, origin.block, origin.span.begin, finding.rule, finding.message);
    };
    std::stable_sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
}

void add(Summary& summary, const DocumentReport& document) {
    ++summary.documents;
    summary.unreadable += !document.error.empty();
    for (const Finding& finding : document.findings)
        ++summary.findings[static_cast<std::size_t>(finding.severity)];
    for (const Unchecked& unchecked : document.unchecked)
        ++(unchecked.not_given ? summary.not_given : summary.unchecked);
    summary.passed += document.passed;
    summary.not_applicable += document.not_applicable;
    summary.suppressed += static_cast<std::uint32_t>(document.suppressed.size());
    summary.known += static_cast<std::uint32_t>(document.known.size());
    for (const Gone& gone : document.gone)
        summary.gone += gone.times;
    summary.questions += static_cast<std::uint32_t>(document.questions.size());
}

Summary summarise(const std::vector<DocumentReport>& documents) {
    Summary summary;
    for (const DocumentReport& document : documents)
        add(summary, document);
    return summary;
}

} // namespace ehc::finding

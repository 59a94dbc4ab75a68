// What reports for people say in the same words: counts, places, what a rule stands on. Plain text, safe as its input is.
// Errors: none.
#pragma once

#include "finding/finding.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ehc::report {

using Counts = std::array<std::uint32_t, finding::severity_count>;

[[nodiscard]] Counts count(const std::vector<finding::Finding>& findings);
[[nodiscard]] std::size_t sum(const Counts& counts);
// "1 critical, 3 major"; severities without findings are left out.
[[nodiscard]] std::string by_severity(const Counts& counts);
// Most critical findings first, then most major ones and so on; alike ones in the order of the report.
[[nodiscard]] std::vector<const finding::DocumentReport*> worst_first(const std::vector<finding::DocumentReport>& documents);

// What the sources of a rule are to the reader: "law", "guidance", "good practice". Good practice must never pass for law.
[[nodiscard]] std::string_view label_of(finding::Basis basis) noexcept;
// "Section F, page 3, paragraph 41"; "the document" when there is no better answer.
[[nodiscard]] std::string place_text(std::optional<plan::Letter> section, const plan::Origin& origin);
// "2 March 2021" of an ISO date, whole or partial; other text as it is.
[[nodiscard]] std::string readable_date(std::string_view iso);

// "EHC-M01 to M17, M21" of each pack that any of `ids` is from, in the order of `rules`; a range leaves out no rule of the pack.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> ranges_by_pack(const std::vector<finding::RuleInfo>& rules, const std::vector<std::string>& ids);

// "requires improvement"
[[nodiscard]] std::string readable_grade(std::string grade);

// "11,232"
[[nodiscard]] std::string thousands(std::size_t number);
// "1 plan", "11,232 plans"
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view many);
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view separator);
[[nodiscard]] std::string capitalised(std::string text);

} // namespace ehc::report

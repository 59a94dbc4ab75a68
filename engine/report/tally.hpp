// What is counted over many documents besides the summary, once for all formats: how documents did, the sections their findings
// stand in, the months of the plans, and the groups that the user asked for. Memory grows with the number of groups only.
//
// Counts are of documents that were audited; those that could not be read and those that no rule is about are left out.
// Errors: none.
#pragma once

#include "finding/finding.hpp"
#include "report/wording.hpp"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace ehc::report {

// A finding that a plan would be sent back for.
[[nodiscard]] bool is_grave(const Counts& counts) noexcept;
[[nodiscard]] bool was_audited(const finding::DocumentReport& document) noexcept;

// For a document whose group is not known, and a plan that has no date.
inline constexpr std::string_view not_stated = "Not stated";

class Tally {
  public:
    struct Group {
        std::size_t documents = 0;
        std::size_t grave = 0; // documents with a finding that they would be sent back for
        Counts findings{};
    };
    using Named = std::pair<std::string, Group>;
    struct Section {
        Counts findings{};
        std::size_t documents = 0; // with a finding here
    };
    static constexpr std::size_t whole_plan = plan::letter_count; // of findings that are about no one section

    explicit Tally(std::size_t groups) : groups_(groups) {}
    void add(const finding::DocumentReport& document);

    [[nodiscard]] std::size_t audited() const noexcept { return audited_; }
    [[nodiscard]] std::size_t grave() const noexcept { return grave_; }
    // Documents by their worst finding; the last: by none.
    [[nodiscard]] const std::array<std::size_t, finding::severity_count + 1>& by_worst() const noexcept { return by_worst_; }
    [[nodiscard]] const std::array<Section, plan::letter_count + 1>& sections() const noexcept { return sections_; }
    // Of the nth name of the report: most documents to send back first, then the largest share; what is not known last.
    [[nodiscard]] std::vector<Named> group(std::size_t n) const;
    // Of the plans' dates in order, "2025-02", or years where months would be too many to read; undated ones last.
    [[nodiscard]] std::vector<Named> months() const;
    [[nodiscard]] bool by_year() const noexcept;

  private:
    std::size_t audited_ = 0, grave_ = 0;
    std::array<std::size_t, finding::severity_count + 1> by_worst_{};
    std::array<Section, plan::letter_count + 1> sections_{};
    std::vector<std::map<std::string, Group>> groups_;
    std::map<std::string, Group> months_, years_;
};

} // namespace ehc::report

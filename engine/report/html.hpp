// The two views of the HTML report, between its head and its foot: html.cpp writes the page around them.
// Errors: those of the stream, left in its state.
#pragma once

#include "finding/finding.hpp"
#include "report/html_parts.hpp"
#include "report/tally.hpp"
#include "report/wording.hpp"

#include <iosfwd>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace ehc::report {

// One document: its text, where the report has it, with the findings beside it.
void write_html_plan(std::ostream& out, const finding::DocumentReport& document);

// Many documents: which are worst, what goes wrong most, and where. Of each only its counts are kept, and the findings of the
// worst, so that a caseload of many thousands takes little memory, here and in a browser.
class BatchPage {
  public:
    explicit BatchPage(const finding::Report& head) : head_(head), tally_(head.group_names.size()) {} // must outlive the page

    void add(const finding::DocumentReport& document);
    void write(std::ostream& out, const finding::Summary& summary);

  private:
    struct Row {
        std::string path, what, date, error;
        std::string groups; // those that are known, in one line
        Counts findings{};
        std::uint32_t unchecked = 0, questions = 0, accepted = 0, known = 0;
        std::uint32_t number = 0; // in the order of the report
        bool audited = false;
    };
    struct RuleCount {
        std::string rule, slug, title, fix; // of its gravest finding
        finding::Severity severity = finding::Severity::advice;
        finding::Basis basis = finding::Basis::practice;
        std::size_t findings = 0, plans = 0, last_plan = 0;
    };

    [[nodiscard]] std::string plans_in_words(std::size_t n) const;
    void keep_if_worst(const finding::DocumentReport& document, const Row& row);
    void summary(std::ostream& out, const finding::Summary& all) const;
    void figures(std::ostream& out, const finding::Summary& all) const;
    void first(std::ostream& out) const;
    void contents(std::ostream& out) const;
    void not_audited(std::ostream& out) const;
    void worst_chart(std::ostream& out) const;
    void heat(std::ostream& out) const;
    void rules(std::ostream& out) const;
    void rule_table(std::ostream& out, std::size_t from, std::size_t to, std::string_view caption) const;
    void groups(std::ostream& out) const;
    void months(std::ostream& out) const;
    void group_part(std::ostream& out, const std::vector<Tally::Named>& groups, const std::string& name, const std::string& caption) const;
    void group_table(std::ostream& out, std::span<const Tally::Named> groups, const std::string& name, const std::string& caption) const;
    void plans(std::ostream& out) const;
    void unchecked(std::ostream& out) const;
    void details(std::ostream& out) const;

    const finding::Report& head_;
    std::vector<Row> rows_; // worst first once the page is written
    std::vector<std::pair<Row, finding::DocumentReport>> worst_; // a heap, its least bad in front, until the page is written
    Tally tally_;
    std::size_t foreign_ = 0, unreadable_ = 0;
    bool only_plans_ = true; // so far
    std::map<std::string, RuleCount, std::less<>> rules_;
    std::vector<const RuleCount*> by_rule_;
    Reasons open_, not_given_;
};

} // namespace ehc::report

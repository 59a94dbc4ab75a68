// What the HTML reports are put together from. Everything that comes from a document, a rule or a path goes through
// escape.hpp: markup in it is shown as written, and nothing in it can act or turn the reading direction.
//
// Errors: those of the stream, left in its state.
#pragma once

#include "finding/finding.hpp"
#include "report/escape.hpp"
#include "report/tally.hpp"
#include "report/wording.hpp"

#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ehc::report {

// "critical" with the look of that severity, and "none" for no finding at all.
[[nodiscard]] std::string severity_tag(std::string_view name);

// What counts as one to send back, told wherever the number is.
inline constexpr std::string_view grave_means = "A plan counts as one to send back when it has a critical or a major finding.";

// Message, what to do, what it stands on. `paragraph` opens each: "<p>".
void write_advice(std::ostream& out, const finding::Finding& finding);
// The words at fault in their sentence, marked; nothing where something is missing.
void write_excerpt(std::ostream& out, const finding::Finding& finding, std::size_t most);

// Why checks could not be made, gathered over documents.
class Reasons {
  public:
    // Those of a document that were not given an input, or the others.
    void add(const finding::DocumentReport& document, bool not_given);
    // The reasons with the rules that they stopped, most frequent first. Nothing where there are none.
    void write(std::ostream& out, std::string_view caption) const;
    [[nodiscard]] std::size_t total() const noexcept { return total_; }

  private:
    struct Reason {
        std::size_t times = 0;
        std::map<std::string, std::string, std::less<>> rules; // id to slug
    };
    std::map<std::string, Reason, std::less<>> reasons_;
    std::size_t total_ = 0;
};
[[nodiscard]] Reasons reasons_of(const finding::DocumentReport& document, bool not_given);

// What the lists of this run take out of the findings: accepted exceptions with who and why, known findings, and what is gone.
// Nothing where there is none of it; `heading` is the level of its heading.
void write_set_aside(std::ostream& out, const finding::DocumentReport& document, char heading);

void write_questions(std::ostream& out, const std::vector<finding::Question>& questions);

// The packs with their versions, what the severities mean, and how the page came about.
void write_about(std::ostream& out, const finding::Report& report, const finding::Summary& summary);

// Rows of a summary list.
using Facts = std::vector<std::pair<std::string, std::string>>; // the second is markup
void write_facts(std::ostream& out, const Facts& facts);

// Columns over time of the plans, and the part of them to send back; nothing where a table says it as well.
[[nodiscard]] std::string columns(const std::vector<Tally::Named>& months);

// A bar of the page's width: `part` of `whole` in the colour of a severity, "plain" or "none". For show beside a number.
[[nodiscard]] std::string bar(std::size_t part, std::size_t whole, std::string_view colour);

} // namespace ehc::report

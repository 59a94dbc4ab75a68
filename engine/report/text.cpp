// The report for reading on a terminal. Documents worst first; in each, findings worst first, those of one rule together,
// so that its advice and its law are said once, many of them in one section as places; then what needs a person, what was not checked and why; counts at the end,
// where the eye is when the run is over.

#include "report/excerpt.hpp"
#include "report/registry.hpp"
#include "report/text_page.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <map>
#include <ostream>

namespace ehc::report {

namespace {

using finding::DocumentReport, finding::Finding, finding::Question, finding::Report, finding::Severity;
using finding::Summary, finding::Unchecked, finding::severity_count;

constexpr std::uint32_t most_in_full = 50; // documents; of more the worst are named, and --verbose shows all
constexpr std::size_t places_shown = 3;    // of a finding
constexpr std::size_t findings_shown = 3;  // of one rule in one section
constexpr std::size_t groups_shown = 10;
constexpr unsigned label_column = 17; // where the text after "good practice:" starts

// Findings of one rule that share all but their places and messages.
using Group = std::vector<const Finding*>;

bool same_group(const Finding& a, const Finding& b) {
    return a.rule == b.rule && a.severity == b.severity && a.basis == b.basis && a.title == b.title && a.fix == b.fix &&
           a.family == b.family && a.citations == b.citations;
}

std::vector<Group> grouped(const std::vector<Finding>& findings, Severity least) {
    std::vector<Group> groups;
    for (const Finding& one : findings) {
        if (one.severity > least)
            continue;
        const auto home = std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return same_group(*g.front(), one); });
        if (home == groups.end())
            groups.push_back({&one});
        else
            home->push_back(&one);
    }
    return groups;
}

class TextReport : private TextPage {
  public:
    using TextPage::TextPage;

    void write(const Report& report) {
        if (!options_.quiet)
            header(report, true);
        Tally tally(report.group_names.size());
        for (const DocumentReport* document : worst_first(report.documents)) {
            if (document->error.empty())
                this->document(*document);
            tally.add(*document);
        }
        if (!options_.quiet)
            groups(report, tally, options_.verbose ? tally.audited() : groups_shown);
        closing(report);
    }

  private:
    // ---- parts

    void document(const DocumentReport& document) {
        const std::vector<Group> groups = grouped(document.findings, options_.show);
        if (options_.quiet && groups.empty())
            return;
        out_ << painted(sgr::bold, safe(document.path)) << '\n'; // in one piece, to be copied
        if (!options_.quiet)
            introduction(document);
        blank();
        for (const Group& group : groups)
            this->group(group);
        if (options_.quiet)
            return;
        judgements(document.judgements);
        questions(document.questions);
        unchecked(document.unchecked, false, "Not checked");
        unchecked(document.unchecked, true, "Not checked: needs something that this run was not given");
        notes(document.notes);
        if (options_.verbose)
            set_aside(document);
    }

    void introduction(const DocumentReport& document) {
        std::string what = document.recognised_as.empty() ? "not recognised" : document.recognised_as;
        if (!document.plan_date.empty())
            what += ", dated " + readable_date(document.plan_date);
        if (!document.why.empty())
            what += ": " + document.why;
        paragraph(2, 4, "read as", {}, what);
        if (options_.verbose)
            paragraph(2, 4, "format", {}, document.format + ", SHA-256 " + document.sha256);
        const Counts counts = count(document.findings);
        const std::size_t total = sum(counts);
        paragraph(2, 4, total == 0 ? "no findings" : counted(total, "finding", "findings") + ": " + by_severity(counts), sgr::bold);
        Counts hidden = counts;
        std::fill(hidden.begin(), hidden.begin() + static_cast<std::ptrdiff_t>(options_.show) + 1, 0U);
        if (sum(hidden) != 0)
            paragraph(2, 4, "not shown:", {}, by_severity(hidden));
    }

    void group(const Group& group) {
        const Finding& first = *group.front();
        std::string name = first.rule + " " + first.slug;
        if (group.size() > 1)
            name += " (" + std::to_string(group.size()) + " findings)";
        paragraph(0, 10, word_of(first.severity), colour_of(first.severity), name);
        paragraph(10, 10, first.title);
        std::map<std::optional<plan::Letter>, std::vector<const Finding*>> more;
        std::map<std::optional<plan::Letter>, std::size_t> in_section;
        for (const Finding* one : group)
            if (options_.verbose || ++in_section[one->section] <= findings_shown)
                places(*one);
            else
                more[one->section].push_back(one);
        for (const auto& [section, findings] : more)
            paragraph(2, 4, "and " + std::to_string(findings.size()) + " more" + (section ? " in Section " + std::string(plan::name_of(*section)) : "") + ":", sgr::bold, numbers_of(findings));
        if (!first.fix.empty())
            paragraph(2, label_column, "fix:", sgr::bold, first.fix);
        if (options_.verbose && !first.family.empty())
            paragraph(2, label_column, "for families:", sgr::bold, first.family);
        paragraph(2, label_column, std::string(label_of(first.basis)) + ":", sgr::bold,
                  first.citations.empty() ? "no source given" : joined(first.citations, "; "));
        blank();
    }

    // "paragraphs 41, 43, 57"
    static std::string numbers_of(const std::vector<const Finding*>& findings) {
        std::map<std::string_view, std::vector<std::string>> numbers;
        for (const Finding* one : findings) {
            const plan::Origin& origin = one->places.front().origin;
            const auto& [unit, number] = origin.line != 0 ? std::pair("line", origin.line) : origin.paragraph != 0 ? std::pair("paragraph", origin.paragraph) : origin.page != 0 ? std::pair("page", origin.page) : std::pair("block", origin.block);
            std::vector<std::string>& of_unit = numbers[unit];
            if (of_unit.empty() || of_unit.back() != std::to_string(number))
                of_unit.push_back(std::to_string(number));
        }
        std::vector<std::string> parts;
        for (const auto& [unit, all] : numbers)
            parts.push_back(std::string(unit) + (all.size() == 1 ? " " : "s ") + joined(all, ", "));
        return joined(parts, "; ");
    }

    // The first few places, those in one line together, and how many more there are.
    void places(const Finding& one) {
        std::span<const finding::Place> rest = one.places;
        for (std::size_t lines = 0; !rest.empty() && (options_.verbose || lines < places_shown); ++lines) {
            if (lines == 0)
                paragraph(2, 4, capitalised(place_text(one.section, rest.front().origin)) + ":", sgr::bold, one.message);
            else
                paragraph(4, 6, "also " + place_text(std::nullopt, rest.front().origin));
            const std::size_t together = shown_together(rest, options_.unicode, width_ - 6);
            for (const ExcerptLine& line : excerpt(rest.first(together), options_.unicode, width_ - 6))
                excerpt_line(line);
            rest = rest.subspan(together);
        }
        if (!rest.empty())
            paragraph(4, 6, "and " + counted(rest.size(), "more place", "more places"));
    }

    void excerpt_line(const ExcerptLine& line) {
        out_ << std::string(6, ' ') << painted_marks(line.text, sgr::bold_red) << '\n';
        if (!line.markers.empty()) {
            const std::size_t start = line.markers.find('^');
            out_ << std::string(6 + start, ' ') << painted(sgr::red, line.markers.substr(start)) << '\n';
        }
    }

    void judgements(const std::vector<finding::JudgementGiven>& judgements) {
        if (judgements.empty())
            return;
        heading("Ceiling on the grade: a person decides below it");
        for (const finding::JudgementGiven& given : judgements) {
            paragraph(2, 4, given.name + ": " + readable_grade(given.grade) + (given.because.empty() ? "" : " (" + given.because + ")"));
        }
        blank();
    }

    void questions(const std::vector<Question>& questions) {
        if (questions.empty())
            return;
        heading("For a person to answer (" + std::to_string(questions.size()) + ")");
        for (const Question& question : questions) {
            paragraph(2, 4, capitalised(place_text(question.section, question.origin)) + ":", sgr::bold, question.question);
            for (const std::string& evidence : question.evidence)
                paragraph(6, 8, "-", {}, evidence);
            paragraph(4, 6, question.rule + " " + question.slug, sgr::dim);
        }
        blank();
    }

    // One line a reason with the rules it stopped; with --verbose one line a subject.
    void unchecked(const std::vector<Unchecked>& all, bool not_given, std::string_view title) {
        std::vector<std::pair<std::string, std::vector<const Unchecked*>>> reasons; // in order of appearance
        std::size_t total = 0;
        for (const Unchecked& one : all) {
            if (one.not_given != not_given)
                continue;
            ++total;
            const auto home = std::find_if(reasons.begin(), reasons.end(), [&](const auto& r) { return r.first == one.because; });
            if (home == reasons.end())
                reasons.push_back({one.because, {&one}});
            else
                home->second.push_back(&one);
        }
        if (total == 0)
            return;
        heading(std::string(title) + " (" + std::to_string(total) + ")");
        for (const auto& [because, subjects] : reasons) {
            if (options_.verbose) {
                paragraph(2, 4, because, sgr::bold);
                for (const Unchecked* one : subjects)
                    paragraph(4, 6, one->rule + " " + one->slug + ",", {}, place_text(one->section, one->origin));
            } else {
                paragraph(2, 4, because + ":", sgr::bold, rules_of(subjects));
            }
        }
        blank();
    }

    // "EHC-K03 (2 times), EHC-K04"
    static std::string rules_of(const std::vector<const Unchecked*>& subjects) {
        std::vector<std::pair<std::string, std::size_t>> rules;
        for (const Unchecked* one : subjects) {
            const auto home = std::find_if(rules.begin(), rules.end(), [&](const auto& r) { return r.first == one->rule; });
            if (home == rules.end())
                rules.emplace_back(one->rule, 1);
            else
                ++home->second;
        }
        std::vector<std::string> parts;
        for (const auto& [rule, times] : rules)
            parts.push_back(times == 1 ? rule : rule + " (" + std::to_string(times) + " times)");
        return joined(parts, ", ");
    }

    void notes(const std::vector<std::string>& notes) {
        if (notes.empty())
            return;
        heading("Notes");
        for (const std::string& note : notes)
            paragraph(2, 4, "-", {}, note);
        blank();
    }

    // What the lists of this run take out of the findings.
    void set_aside(const DocumentReport& document) {
        const auto in = [](std::optional<plan::Letter> section) { return section ? ", section " + std::string(plan::name_of(*section)) : std::string(); };
        if (!document.suppressed.empty())
            heading("Accepted by the list of exceptions (" + std::to_string(document.suppressed.size()) + ")");
        for (const finding::Suppressed& one : document.suppressed)
            paragraph(2, 4, one.finding.rule + " " + one.finding.slug + in(one.finding.section) + ":", sgr::bold, one.reason + " (" + one.who + ", until " + readable_date(one.until) + ")");
        if (!document.known.empty())
            heading("Known before (" + std::to_string(document.known.size()) + ")");
        for (const Finding& one : document.known)
            paragraph(2, 4, one.rule + " " + one.slug + in(one.section));
        if (!document.gone.empty())
            heading("Gone since the baseline");
        for (const finding::Gone& one : document.gone)
            paragraph(2, 4, one.rule + in(one.section) + (one.times == 1 ? "" : ", " + std::to_string(one.times) + " times"));
        if (!document.suppressed.empty() || !document.known.empty() || !document.gone.empty())
            blank();
    }

    void closing(const Report& report) {
        const Summary& summary = report.summary;
        this->rule();
        if (summary.unreadable != 0) {
            heading("Could not be read (" + std::to_string(summary.unreadable) + ")");
            for (const DocumentReport& document : report.documents)
                if (!document.error.empty())
                    paragraph(2, 4, document.path + ":", sgr::bold, document.error);
        }
        // Of one document alone most rules find nothing to look at; over many it is worth knowing which.
        if (!options_.quiet && !summary.rules_without_subject.empty() && summary.documents > summary.unreadable) {
            if (summary.documents > 1 || options_.verbose) {
                heading("Rules that found nothing to look at (" + std::to_string(summary.rules_without_subject.size()) + " of " + std::to_string(report.rules.size()) + ")");
                for (const auto& [pack, ranges] : ranges_by_pack(report.rules, summary.rules_without_subject))
                    paragraph(2, 4, pack + ":", sgr::bold, ranges);
            } else {
                paragraph(0, 2, counted(summary.rules_without_subject.size(), "rule", "rules") + " found nothing to look at here; --verbose names them.");
            }
        }
        this->counts(report, summary);
    }
};

// Documents stand worst first, so all must be there before the first is written.
class Collected : public Running {
  public:
    Collected(std::ostream& out, const Report& head, const Options& options) : out_(out), report_(head), options_(options) {}
    void document(const DocumentReport& document) override { report_.documents.push_back(document); }
    void end(const Summary& summary) override {
        report_.summary = summary;
        TextReport(out_, options_).write(report_);
    }

  private:
    std::ostream& out_;
    Report report_;
    const Options& options_;
};

} // namespace

std::unique_ptr<Running> open_text(std::ostream& out, const Report& head, const Options& options) {
    if (head.summary.documents > most_in_full && !options.verbose)
        return open_text_summary(out, head, options);
    return std::make_unique<Collected>(out, head, options);
}

} // namespace ehc::report

// The report for reading on a terminal. Documents worst first; in each, findings worst first, those of one rule together,
// so that its advice and its law are said once; then what needs a person, what was not checked and why; counts at the end,
// where the eye is when the run is over.

#include "report/display.hpp"
#include "report/excerpt.hpp"
#include "report/registry.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <ostream>

namespace ehc::report {

namespace {

using finding::DocumentReport, finding::Finding, finding::Question, finding::Report, finding::Severity;
using finding::Summary, finding::Unchecked, finding::severity_count;

constexpr std::size_t places_shown = 3;
constexpr unsigned label_column = 17; // where the text after "good practice:" starts

// SGR parameters, all legible on dark and on light ground.
constexpr std::string_view bold = "1", dim = "2", red = "31", bold_red = "1;31", yellow = "33", cyan = "36";

std::string_view colour_of(Severity severity) {
    switch (severity) {
    case Severity::critical: return bold_red;
    case Severity::major: return red;
    case Severity::minor: return yellow;
    case Severity::advice: return cyan;
    }
    return bold;
}

std::string_view word_of(Severity severity) {
    switch (severity) {
    case Severity::critical: return "CRITICAL";
    case Severity::major: return "MAJOR";
    case Severity::minor: return "MINOR";
    case Severity::advice: return "ADVICE";
    }
    return "";
}

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

class TextReport {
  public:
    TextReport(std::ostream& out, const Options& options)
        : out_(out), options_(options), width_(std::max(options.width, 40U)) {}

    void write(const Report& report) {
        if (!options_.quiet)
            header(report);
        for (const DocumentReport* document : worst_first(report.documents))
            if (document->error.empty())
                this->document(*document);
        closing(report);
    }

  private:
    // ---- lines

    [[nodiscard]] std::string painted(std::string_view colour, const std::string& text) const {
        if (!options_.colour || colour.empty() || text.empty())
            return text;
        return "\x1b[" + std::string(colour) + "m" + text + "\x1b[0m";
    }

    [[nodiscard]] std::string safe(std::string_view text) const { return shown(text, options_.unicode); }

    void blank() { out_ << '\n'; }

    // The line with its marked characters in colour.
    [[nodiscard]] std::string painted_marks(Line line, std::string_view colour) const {
        std::string text;
        for (auto at = line.begin(); at != line.end();) {
            const auto end = std::find_if(at, line.end(), [&](const Glyph& glyph) { return glyph.marked != at->marked; });
            const std::string run = shown(Line(at, end));
            text += at->marked ? painted(colour, run) : run;
            at = end;
        }
        return text;
    }

    // `lead` in colour from column `indent`, then the text, which starts at column `hang` or after a longer lead; further
    // lines start at `hang`. Either part may be empty.
    void paragraph(unsigned indent, unsigned hang, std::string_view lead, std::string_view colour,
                   std::string_view text = {}) {
        std::vector<Glyph> all = glyphs(lead, options_.unicode);
        for (Glyph& glyph : all)
            glyph.marked = true;
        const std::vector<Glyph> body = glyphs(text, options_.unicode);
        if (!lead.empty() && !body.empty()) {
            const unsigned used = indent + columns(all);
            all.insert(all.end(), used < hang ? hang - used : 1, Glyph{" ", 1, false});
        }
        all.insert(all.end(), body.begin(), body.end());
        unsigned start = indent;
        for (const Line line : wrap(all, width_ - indent, width_ - hang)) {
            out_ << std::string(start, ' ') << painted_marks(line, colour) << '\n';
            start = hang;
        }
    }
    void paragraph(unsigned indent, unsigned hang, std::string_view text) { paragraph(indent, hang, {}, {}, text); }

    void heading(std::string_view text) { paragraph(0, 2, text, bold); }

    // ---- parts

    void header(const Report& report) {
        std::vector<std::string> packs;
        for (const finding::PackInfo& pack : report.packs) {
            packs.push_back(pack.name + " " + pack.version);
            if (options_.verbose)
                packs.back() += " (" + pack.digest + ")";
        }
        paragraph(0, 2, "ehcaudit " + report.version + ", as at " + readable_date(report.as_at), bold);
        if (!packs.empty())
            paragraph(0, 7, "packs:", {}, joined(packs, ", "));
        if (!report.profile.empty())
            paragraph(0, 9, "profile:", {}, report.profile);
        blank();
    }

    void document(const DocumentReport& document) {
        const std::vector<Group> groups = grouped(document.findings, options_.show);
        if (options_.quiet && groups.empty())
            return;
        out_ << painted(bold, safe(document.path)) << '\n'; // in one piece, to be copied
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
        paragraph(2, 4, total == 0 ? "no findings" : counted(total, "finding", "findings") + ": " + by_severity(counts), bold);
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
        for (const Finding* one : group)
            places(*one);
        if (!first.fix.empty())
            paragraph(2, label_column, "fix:", bold, first.fix);
        if (options_.verbose && !first.family.empty())
            paragraph(2, label_column, "for families:", bold, first.family);
        paragraph(2, label_column, std::string(label_of(first.basis)) + ":", bold,
                  first.citations.empty() ? "no source given" : joined(first.citations, "; "));
        blank();
    }

    // The first few places, those in one line together, and how many more there are.
    void places(const Finding& one) {
        std::span<const finding::Place> rest = one.places;
        for (std::size_t lines = 0; !rest.empty() && (options_.verbose || lines < places_shown); ++lines) {
            if (lines == 0)
                paragraph(2, 4, capitalised(place_text(one.section, rest.front().origin)) + ":", bold, one.message);
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
        out_ << std::string(6, ' ') << painted_marks(line.text, bold_red) << '\n';
        if (!line.markers.empty()) {
            const std::size_t start = line.markers.find('^');
            out_ << std::string(6 + start, ' ') << painted(red, line.markers.substr(start)) << '\n';
        }
    }

    void judgements(const std::vector<finding::JudgementGiven>& judgements) {
        if (judgements.empty())
            return;
        heading("Ceiling on the grade: a person decides below it");
        for (const finding::JudgementGiven& given : judgements) {
            std::string grade = given.grade;
            std::replace(grade.begin(), grade.end(), '_', ' ');
            paragraph(2, 4, given.name + ": " + grade + (given.because.empty() ? "" : " (" + given.because + ")"));
        }
        blank();
    }

    void questions(const std::vector<Question>& questions) {
        if (questions.empty())
            return;
        heading("For a person to answer (" + std::to_string(questions.size()) + ")");
        for (const Question& question : questions) {
            paragraph(2, 4, capitalised(place_text(question.section, question.origin)) + ":", bold, question.question);
            for (const std::string& evidence : question.evidence)
                paragraph(6, 8, "-", {}, evidence);
            paragraph(4, 6, question.rule + " " + question.slug, dim);
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
                paragraph(2, 4, because, bold);
                for (const Unchecked* one : subjects)
                    paragraph(4, 6, one->rule + " " + one->slug + ",", {}, place_text(one->section, one->origin));
            } else {
                paragraph(2, 4, because + ":", bold, rules_of(subjects));
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

    void closing(const Report& report) {
        const Summary& summary = report.summary;
        std::string rule;
        for (unsigned i = 0; i < width_; ++i)
            rule += options_.unicode ? "\u2500" : "-";
        out_ << painted(dim, rule) << '\n';
        if (summary.unreadable != 0) {
            heading("Could not be read (" + std::to_string(summary.unreadable) + ")");
            for (const DocumentReport& document : report.documents)
                if (!document.error.empty())
                    paragraph(2, 4, document.path + ":", bold, document.error);
        }
        if (!options_.quiet && !summary.rules_without_subject.empty()) {
            heading("Rules that found nothing to look at (" + std::to_string(summary.rules_without_subject.size()) + ")");
            paragraph(2, 2, joined(summary.rules_without_subject, ", "));
        }
        const std::size_t total = sum(summary.findings);
        std::string checks = std::to_string(total) + " failed, " + std::to_string(summary.passed) + " passed, " +
                             std::to_string(summary.not_applicable) + " not applicable, " +
                             std::to_string(summary.unchecked + summary.not_given) + " unchecked";
        if (summary.not_given != 0)
            checks += " (" + std::to_string(summary.not_given) + " for want of something that was not given)";
        checks += ", " + std::to_string(summary.questions) + " for a person";
        paragraph(0, 8, "Checks:", {}, checks);
        const std::string documents = counted(summary.documents, "document", "documents");
        std::string verdict = (total == 0 ? "No findings" : counted(total, "finding", "findings")) + " in " + documents;
        if (total != 0)
            verdict += ": " + by_severity(summary.findings);
        if (summary.unreadable != 0)
            verdict += "; " + std::to_string(summary.unreadable) + " could not be read";
        paragraph(0, 2, verdict, bold);
    }

    std::ostream& out_;
    const Options& options_;
    unsigned width_;
};

} // namespace

void write_text(std::ostream& out, const Report& report, const Options& options) { TextReport(out, options).write(report); }

} // namespace ehc::report

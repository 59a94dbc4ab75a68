#include "report/text_page.hpp"

#include "report/wording.hpp"

#include <algorithm>
#include <ostream>

namespace ehc::report {

using finding::Report, finding::Severity, finding::Summary;

std::string_view colour_of(Severity severity) noexcept {
    switch (severity) {
    case Severity::critical: return sgr::bold_red;
    case Severity::major: return sgr::red;
    case Severity::minor: return sgr::yellow;
    case Severity::advice: return sgr::cyan;
    }
    return sgr::bold;
}

std::string_view word_of(Severity severity) noexcept {
    switch (severity) {
    case Severity::critical: return "CRITICAL";
    case Severity::major: return "MAJOR";
    case Severity::minor: return "MINOR";
    case Severity::advice: return "ADVICE";
    }
    return "";
}

TextPage::TextPage(std::ostream& out, const Options& options) : out_(out), options_(options), width_(std::max(options.width, 40U)) {}

std::string TextPage::painted(std::string_view colour, const std::string& text) const {
    if (!options_.colour || colour.empty() || text.empty())
        return text;
    return "\x1b[" + std::string(colour) + "m" + text + "\x1b[0m";
}

void TextPage::blank() { out_ << '\n'; }

std::string TextPage::painted_marks(Line line, std::string_view colour) const {
    std::string text;
    for (auto at = line.begin(); at != line.end();) {
        const auto end = std::find_if(at, line.end(), [&](const Glyph& glyph) { return glyph.marked != at->marked; });
        const std::string run = shown(Line(at, end));
        text += at->marked ? painted(colour, run) : run;
        at = end;
    }
    return text;
}

void TextPage::paragraph(unsigned indent, unsigned hang, std::string_view lead, std::string_view colour, std::string_view text) {
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

void TextPage::rule() {
    std::string line;
    for (unsigned i = 0; i < width_; ++i)
        line += options_.unicode ? "\u2500" : "-";
    out_ << painted(sgr::dim, line) << '\n';
}

void TextPage::header(const Report& report, bool with_packs) {
    std::vector<std::string> packs;
    for (const finding::PackInfo& pack : report.packs) {
        packs.push_back(pack.name + " " + pack.version);
        if (options_.verbose)
            packs.back() += " (" + pack.digest + ")";
    }
    paragraph(0, 2, "ehcaudit " + report.version + ", as at " + readable_date(report.as_at), sgr::bold);
    if (with_packs && !packs.empty())
        paragraph(0, 7, "packs:", {}, joined(packs, ", "));
    if (!report.profile.empty())
        paragraph(0, 9, "settings:", {}, report.profile);
    std::vector<std::string> off;
    for (const finding::RuleOff& one : report.off)
        off.push_back(with_packs ? one.rule + ", " + one.reason : one.rule);
    if (!off.empty())
        paragraph(0, 5, "off:", {}, joined(off, with_packs ? "; " : ", "));
    blank();
}

void TextPage::groups(const Report& report, const Tally& tally, std::size_t most) {
    for (std::size_t i = 0; i < report.group_names.size(); ++i) {
        const std::vector<Tally::Named> all = tally.group(i);
        heading("By " + report.group_names[i] + ": documents to send back");
        for (std::size_t k = 0; k < std::min(most, all.size()); ++k) {
            const auto& [value, group] = all[k];
            const std::string found = thousands(group.grave) + " of " + thousands(group.documents);
            std::vector<Glyph> name = glyphs(value, options_.unicode);
            const std::size_t room = width_ - 4 - std::min<std::size_t>(found.size(), width_ / 2);
            while (columns(name) > room)
                name.pop_back();
            out_ << "  " << shown(Line(name)) << std::string(room - columns(name) + 2, ' ') << found << '\n';
        }
        if (all.size() > most)
            paragraph(2, 4, "and " + counted(all.size() - most, "more", "more") + "; --verbose and the other formats show all");
        blank();
    }
}

void TextPage::counts(const Report& report, const Summary& summary) {
    const std::size_t total = sum(summary.findings);
    std::string checks = thousands(total) + " failed, " + thousands(summary.passed) + " passed, " + thousands(summary.not_applicable) + " not applicable, " +
                         thousands(summary.unchecked + summary.not_given) + " unchecked";
    if (summary.not_given != 0)
        checks += " (" + thousands(summary.not_given) + " for want of something that was not given)";
    checks += ", " + thousands(summary.questions) + " for a person";
    paragraph(0, 8, "Checks:", {}, checks);
    if (report.with_suppressions || summary.suppressed != 0)
        paragraph(0, 10, "Accepted:", {}, counted(summary.suppressed, "finding", "findings") + " by the list of exceptions, not counted above");
    if (report.with_baseline || summary.known != 0)
        paragraph(0, 10, "Known:", {}, counted(summary.known, "finding is", "findings are") + " in the baseline, not counted above; " +
                                           thousands(summary.gone) + " of it " + (summary.gone == 1 ? "is" : "are") + " no longer found");
    const std::string documents = counted(summary.documents, "document", "documents");
    std::string verdict = (total == 0 ? "No findings" : counted(total, "finding", "findings")) + " in " + documents;
    if (total != 0)
        verdict += ": " + by_severity(summary.findings);
    if (summary.unreadable != 0)
        verdict += "; " + thousands(summary.unreadable) + " could not be read";
    paragraph(0, 2, verdict, sgr::bold);
}

} // namespace ehc::report

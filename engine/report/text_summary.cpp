// The text report of many documents, on one screen: the worst of them, the rules that fail most often, what could not be read,
// totals. Memory does not grow with the number of documents.

#include "report/registry.hpp"
#include "report/text_page.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <map>

namespace ehc::report {

namespace {

using finding::DocumentReport, finding::Finding, finding::Report, finding::Severity, finding::Summary;

constexpr std::size_t worst_shown = 5, rules_shown = 5, unreadable_shown = 2;

class TextSummary : public Running, private TextPage {
  public:
    TextSummary(std::ostream& out, const Report& head, const Options& options) : TextPage(out, options), head_(head), tally_(head.group_names.size()) {
        if (!options_.quiet)
            header(head, false);
    }

    void document(const DocumentReport& document) override {
        tally_.add(document);
        if (!document.error.empty()) {
            if (unreadable_.size() < unreadable_shown)
                unreadable_.emplace_back(document.path, document.error);
            return;
        }
        std::map<std::string_view, bool> seen;
        for (const Finding& one : document.findings) {
            Rule& rule = rules_[one.rule];
            if (rule.findings == 0 || one.severity < rule.severity) {
                rule.severity = one.severity;
                rule.title = one.title;
            }
            ++rule.findings;
            rule.documents += seen.emplace(one.rule, true).second;
        }
        const Counts counts = count(document.findings);
        if (sum(counts) == 0)
            return;
        const auto after = std::find_if(worst_.begin(), worst_.end(), [&](const auto& one) { return one.first < counts; });
        worst_.emplace(after, counts, document.path);
        if (worst_.size() > worst_shown)
            worst_.pop_back();
    }

    void end(const Summary& summary) override {
        if (!options_.quiet) {
            list_worst();
            list_rules();
            list_groups();
            list_unreadable(summary.unreadable);
            if (!summary.rules_without_subject.empty())
                paragraph(0, 2, counted(summary.rules_without_subject.size(), "rule", "rules") + " found nothing to look at; --verbose names them, and shows every finding.");
            rule();
        }
        counts(head_, summary);
    }

  private:
    struct Rule {
        Severity severity = Severity::advice;
        std::string title;
        std::size_t findings = 0, documents = 0;
    };

    // One line, however long the name: its end is what tells names apart.
    [[nodiscard]] std::string fitted(const std::string& text, std::size_t most) const {
        const std::vector<Glyph> all = glyphs(text, options_.unicode);
        if (columns(all) <= most)
            return shown(Line(all));
        std::size_t begin = all.size();
        for (unsigned used = 3; begin > 0 && used + all[begin - 1].width <= most; --begin)
            used += all[begin - 1].width;
        return (options_.unicode ? "\u2026" : "...") + shown(Line(all).subspan(begin));
    }

    void list_worst() {
        if (worst_.empty())
            return;
        heading("Worst documents");
        std::size_t name_room = 0, longest = 0; // one column for all
        for (const auto& [counts, path] : worst_) {
            name_room = std::max<std::size_t>(name_room, columns(glyphs(path, options_.unicode)));
            longest = std::max(longest, by_severity(counts).size());
        }
        name_room = std::min(name_room, std::max<std::size_t>(16, width_ - 4 - std::min<std::size_t>(longest, width_ - 20)));
        for (const auto& [counts, path] : worst_) {
            const std::string name = fitted(path, name_room), found = by_severity(counts);
            out_ << "  " << name << std::string(name_room - std::min<std::size_t>(name_room, columns(glyphs(name, options_.unicode))), ' ') << "  " << found << '\n';
        }
        blank();
    }

    void list_rules() {
        if (rules_.empty())
            return;
        std::vector<std::pair<std::string, Rule>> sorted(rules_.begin(), rules_.end());
        std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
            return a.second.severity != b.second.severity ? a.second.severity < b.second.severity : a.second.documents > b.second.documents;
        });
        heading("Gravest rules, by the documents in which they fail");
        for (std::size_t i = 0; i < sorted.size() && i < rules_shown; ++i) {
            const auto& [id, one] = sorted[i];
            const std::string lead = "  " + std::string(word_of(one.severity)) + std::string(10 - word_of(one.severity).size(), ' ') + id + " ";
            const std::string tail = "  " + std::to_string(one.documents);
            std::vector<Glyph> title = glyphs(one.title, options_.unicode);
            const std::size_t room = width_ > lead.size() + tail.size() ? width_ - lead.size() - tail.size() : 0;
            if (columns(title) > room) {
                while (columns(title) + 3 > room && !title.empty())
                    title.pop_back();
                for (const Glyph& dots : glyphs(options_.unicode ? "\u2026" : "...", options_.unicode))
                    title.push_back(dots);
            }
            out_ << painted(colour_of(one.severity), lead) << shown(Line(title)) << std::string(room - columns(title), ' ') << tail << '\n';
        }
        if (sorted.size() > rules_shown)
            paragraph(2, 4, "and " + counted(sorted.size() - rules_shown, "more rule fails", "more rules fail"));
        blank();
    }

    // A line for each name, as many groups as it holds.
    void list_groups() {
        if (head_.group_names.empty())
            return;
        heading("Documents to send back, by group");
        for (std::size_t i = 0; i < head_.group_names.size(); ++i) {
            std::string line = safe(head_.group_names[i]) + ": ";
            const std::vector<Tally::Named> all = tally_.group(i);
            for (std::size_t k = 0; k < all.size(); ++k) {
                const std::string next = (k == 0 ? "" : ", ") + safe(all[k].first) + " " + thousands(all[k].second.grave) + " of " + thousands(all[k].second.documents);
                const std::string more = k + 1 == all.size() ? "" : " and " + thousands(all.size() - k - 1) + " more";
                if (k != 0 && columns(glyphs(line + next + more, options_.unicode)) > width_ - 2) {
                    line += " and " + thousands(all.size() - k) + " more";
                    break;
                }
                line += next;
            }
            std::vector<Glyph> cut = glyphs(line, options_.unicode);
            while (columns(cut) > width_ - 2)
                cut.pop_back();
            out_ << "  " << shown(Line(cut)) << '\n';
        }
        blank();
    }

    void list_unreadable(std::size_t all) {
        if (all == 0)
            return;
        heading("Could not be read (" + std::to_string(all) + ")");
        for (const auto& [path, error] : unreadable_) {
            const std::string name = fitted(path, width_ / 2);
            std::vector<Glyph> why = glyphs(": " + error, options_.unicode);
            while (columns(why) + columns(glyphs(name, options_.unicode)) + 3 > width_)
                why.pop_back();
            out_ << "  " << painted(sgr::bold, name) << shown(Line(why)) << '\n';
        }
        if (all > unreadable_.size())
            paragraph(2, 4, "and " + std::to_string(all - unreadable_.size()) + " more; --verbose names them, and so do the other formats");
        blank();
    }

    const Report& head_;
    Tally tally_;
    std::vector<std::pair<Counts, std::string>> worst_; // worst first
    std::map<std::string, Rule> rules_;
    std::vector<std::pair<std::string, std::string>> unreadable_;
};

} // namespace

std::unique_ptr<Running> open_text_summary(std::ostream& out, const Report& head, const Options& options) {
    return std::make_unique<TextSummary>(out, head, options);
}

} // namespace ehc::report

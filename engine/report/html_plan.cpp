// One plan on a page: what comes of the audit in one sentence, what to do first, then its text with each finding beside the
// words at fault, numbered, and links both ways.

#include "report/html.hpp"
#include "report/html_parts.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace ehc::report {

namespace {

using finding::DocumentReport, finding::Finding, finding::Passage, finding::Place, finding::Severity;

constexpr std::size_t first_things = 5;

// The words of one place of a finding inside a passage.
struct Mark {
    std::size_t begin = 0, end = 0; // bytes of the passage's text; the same where something is missing
    std::size_t finding = 0;        // index
    std::size_t place = 0;
};

std::string number(std::size_t index) { return std::to_string(index + 1); }

std::string id_of(std::size_t finding, std::size_t place) { return "w" + number(finding) + (place == 0 ? "" : "-" + number(place)); }

// What the filters go by.
std::string data_of(const Finding& finding, std::size_t index) {
    return " data-finding=\"" + number(index) + "\" data-severity=\"" + std::string(name_of(finding.severity)) + "\" data-basis=\"" + std::string(name_of(finding.basis)) +
           "\" data-section=\"" + (finding.section ? std::string(plan::name_of(*finding.section)) : "-") + "\" data-category=\"" + xml_escaped(finding.category) + "\"";
}

class PlanPage {
  public:
    PlanPage(std::ostream& out, const DocumentReport& document) : out_(out), document_(document) {}

    void write() {
        place_marks();
        summary();
        first();
        contents();
        choice();
        table();
        text();
        questions();
        unchecked();
        set_aside();
    }

  private:
    // ---- where findings stand

    void place_marks() {
        std::map<std::uint32_t, std::size_t> by_block;
        for (std::size_t i = 0; i < document_.text.size(); ++i)
            by_block.emplace(document_.text[i].origin.block, i);
        marks_.resize(document_.text.size());
        shown_.resize(document_.findings.size());
        for (std::size_t i = 0; i < document_.findings.size(); ++i) {
            const Finding& finding = document_.findings[i];
            for (std::size_t k = 0; k < finding.places.size(); ++k) {
                const Place& place = finding.places[k];
                const auto home = by_block.find(place.origin.block);
                if (home == by_block.end())
                    continue;
                const Passage& passage = document_.text[home->second];
                const std::size_t from = passage.origin.span.begin, size = passage.text.size();
                const std::size_t begin = place.words.empty() || place.origin.span.begin < from ? 0 : std::min<std::size_t>(place.origin.span.begin - from, size);
                const std::size_t end = place.words.empty() || place.origin.span.end < from ? begin : std::clamp<std::size_t>(place.origin.span.end - from, begin, size);
                marks_[home->second].push_back({begin, end, i, k});
                shown_[i].push_back(k);
            }
        }
    }

    // ---- above the text

    void summary() {
        const Counts counts = count(document_.findings);
        const std::size_t total = sum(counts), open = reasons_of(document_, false).total(), not_given = document_.unchecked.size() - open;
        out_ << "<h1 class=\"govuk-heading-l ehc-path\">" << xml_escaped(document_.path) << "</h1>\n";
        if (!document_.error.empty()) {
            out_ << "<div class=\"ehc-verdict ehc-verdict--unsure\"><h2 class=\"govuk-heading-m\">This document could not be read</h2>\n<p class=\"govuk-body\">"
                 << xml_escaped(document_.error) << "</p></div>\n";
            return;
        }
        const bool foreign = document_.kind == plan::Kind::other;
        const bool grave = is_grave(counts);
        out_ << "<div class=\"ehc-verdict" << (grave ? " ehc-verdict--poor" : foreign || total + open != 0 ? " ehc-verdict--unsure" : "") << "\">\n<h2 class=\"govuk-heading-m\">";
        if (foreign)
            out_ << "This is not a document that the rules are about</h2>\n<p class=\"govuk-body\">No rule was run on it.</p>\n";
        else if (grave)
            out_ << "This plan would be sent back</h2>\n<p class=\"govuk-body\">" << counted(total, "finding", "findings") << ": " << by_severity(counts) << ".</p>\n";
        else if (total != 0)
            out_ << "Nothing here would send this plan back</h2>\n<p class=\"govuk-body\">" << counted(total, "finding", "findings") << " to look at: " << by_severity(counts) << ".</p>\n";
        else
            out_ << "No findings</h2>\n";
        if (!foreign) {
            out_ << "<p class=\"govuk-body\">" << counted(document_.passed, "check", "checks") << " passed";
            if (!document_.questions.empty())
                out_ << "; <a class=\"govuk-link\" href=\"#questions\">" << counted(document_.questions.size(), "question needs", "questions need") << " a person</a>";
            if (open != 0)
                out_ << "; <a class=\"govuk-link\" href=\"#unchecked\">" << counted(open, "check", "checks") << " could not be made</a>";
            if (not_given != 0)
                out_ << "; <a class=\"govuk-link\" href=\"#unchecked\">" << counted(not_given, "check needs", "checks need") << " something that this audit was not given</a>";
            if (!document_.suppressed.empty())
                out_ << "; <a class=\"govuk-link\" href=\"#set-aside\">" << counted(document_.suppressed.size(), "finding is", "findings are") << " accepted</a>";
            if (!document_.known.empty())
                out_ << "; <a class=\"govuk-link\" href=\"#set-aside\">" << counted(document_.known.size(), "finding was", "findings were") << " known before</a>";
            out_ << ".</p>\n<p class=\"govuk-body ehc-small\">" << grave_means << "</p>\n";
        }
        out_ << "</div>\n";
        Facts facts{{"Read as", xml_escaped(document_.recognised_as.empty() ? "not recognised" : document_.recognised_as) +
                                    (document_.why.empty() ? "" : "<br><span class=\"ehc-small\">because " + xml_escaped(document_.why) + "</span>")}};
        if (!document_.plan_date.empty())
            facts.emplace_back("Date of the plan", xml_escaped(readable_date(document_.plan_date)));
        if (!document_.plan_id.empty())
            facts.emplace_back("Plan number", xml_escaped(document_.plan_id));
        for (const finding::JudgementGiven& given : document_.judgements)
            facts.emplace_back("Ceiling on the grade", xml_escaped(given.name + ": " + readable_grade(given.grade)) + (given.because.empty() ? "" : "<br><span class=\"ehc-small\">because " + xml_escaped(given.because) + "; below it a person decides</span>"));
        for (const std::string& note : document_.notes)
            facts.emplace_back("Note", xml_escaped(note));
        write_facts(out_, facts);
    }

    void first() {
        std::vector<std::size_t> order;
        std::set<std::string_view> seen;
        for (std::size_t i = 0; i < document_.findings.size() && order.size() < first_things; ++i)
            if (document_.findings[i].severity <= Severity::major && seen.insert(document_.findings[i].rule).second)
                order.push_back(i);
        if (order.empty())
            return;
        out_ << "<h2 class=\"govuk-heading-m\" id=\"first\">What to do first</h2>\n<ol class=\"govuk-list govuk-list--number govuk-list--spaced\">\n";
        for (const std::size_t i : order) {
            const Finding& finding = document_.findings[i];
            const auto alike = std::count_if(document_.findings.begin(), document_.findings.end(), [&](const Finding& each) { return each.rule == finding.rule; });
            out_ << "<li><strong>" << xml_escaped(finding.title) << ".</strong> " << xml_escaped(finding.fix) << " <a class=\"govuk-link\" href=\"#f" << number(i) << "\">"
                 << (alike == 1 ? "Finding " + number(i) : "First of " + std::to_string(alike) + " findings") << (finding.section ? ", section " + std::string(plan::name_of(*finding.section)) : "")
                 << "</a></li>\n";
        }
        out_ << "</ol>\n";
    }

    void contents() {
        out_ << "<h2 class=\"govuk-heading-s ehc-contents-title\">On this page</h2>\n<ul class=\"govuk-list ehc-contents\">\n";
        const auto entry = [&](std::string_view id, const std::string& text) { out_ << "<li><a class=\"govuk-link\" href=\"#" << id << "\">" << text << "</a></li>\n"; };
        if (!document_.findings.empty())
            entry("findings", "All findings (" + std::to_string(document_.findings.size()) + ")");
        if (!document_.text.empty())
            entry("text", "The document with its findings beside it");
        if (!document_.questions.empty())
            entry("questions", "For a person to answer (" + std::to_string(document_.questions.size()) + ")");
        if (!document_.unchecked.empty())
            entry("unchecked", "Not checked (" + std::to_string(document_.unchecked.size()) + ")");
        if (has_set_aside())
            entry("set-aside", "Not counted as findings (" + std::to_string(document_.suppressed.size() + document_.known.size()) + ")");
        entry("about", "About this audit");
        out_ << "</ul>\n";
    }

    void choice() {
        if (document_.findings.size() < 2)
            return;
        const auto boxes = [&](std::string_view name, std::string_view legend, const std::vector<std::pair<std::string, std::string>>& values) {
            out_ << "<fieldset><legend class=\"govuk-body\">" << legend << "</legend><div class=\"govuk-checkboxes govuk-checkboxes--small\">";
            for (const auto& [value, label] : values)
                out_ << "<div class=\"govuk-checkboxes__item\"><input class=\"govuk-checkboxes__input\" type=\"checkbox\" checked name=\"" << name << "\" id=\"" << name << '-' << value
                     << "\" value=\"" << value << "\"><label class=\"govuk-label govuk-checkboxes__label\" for=\"" << name << '-' << value << "\">" << label << "</label></div>";
            out_ << "</div></fieldset>\n";
        };
        const auto select = [&](std::string_view name, std::string_view label, const std::set<std::string>& values, std::string_view prefix) {
            out_ << "<div class=\"govuk-form-group\"><label class=\"govuk-label\" for=\"" << name << "\">" << label << "</label><select class=\"govuk-select\" id=\"" << name << "\" name=\"" << name
                 << "\"><option value=\"\">All</option>";
            for (const std::string& value : values)
                out_ << "<option value=\"" << xml_escaped(value) << "\">" << (value == "-" ? "The whole plan" : std::string(prefix) + xml_escaped(value)) << "</option>";
            out_ << "</select></div>\n";
        };
        std::vector<std::pair<std::string, std::string>> severities, bases;
        std::set<std::string> sections, categories;
        for (std::size_t i = 0; i < finding::severity_count; ++i) {
            const auto severity = static_cast<Severity>(i);
            if (const auto n = std::count_if(document_.findings.begin(), document_.findings.end(), [&](const Finding& f) { return f.severity == severity; }); n != 0)
                severities.emplace_back(name_of(severity), capitalised(std::string(name_of(severity))) + " (" + std::to_string(n) + ")");
        }
        for (std::size_t i = 0; i < finding::basis_count; ++i) {
            const auto basis = static_cast<finding::Basis>(i);
            if (const auto n = std::count_if(document_.findings.begin(), document_.findings.end(), [&](const Finding& f) { return f.basis == basis; }); n != 0)
                bases.emplace_back(name_of(basis), capitalised(std::string(label_of(basis))) + " (" + std::to_string(n) + ")");
        }
        for (const Finding& finding : document_.findings) {
            sections.insert(finding.section ? std::string(plan::name_of(*finding.section)) : "-");
            categories.insert(finding.category);
        }
        out_ << "<form class=\"ehc-choose\" id=\"choose\" hidden aria-label=\"Choose which findings are shown\">\n";
        boxes("severity", "Severity", severities);
        boxes("basis", "Stands on", bases);
        select("section", "Section", sections, "Section ");
        select("category", "Category", categories, "");
        out_ << "<button type=\"reset\" class=\"govuk-button govuk-button--secondary\">Show all</button>\n<p class=\"govuk-body\" id=\"chosen\" role=\"status\"></p>\n</form>\n";
    }

    void table() {
        if (document_.findings.empty())
            return;
        out_ << "<h2 class=\"govuk-heading-m\" id=\"findings\">All findings</h2>\n<div class=\"ehc-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"All findings\"><table class=\"govuk-table\">"
             << "<caption class=\"govuk-visually-hidden\">All findings, worst first</caption><thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">";
        for (const std::string_view head : {"No.", "Severity", "Finding"})
            out_ << "<th scope=\"col\" class=\"govuk-table__header\">" << head << "</th>";
        for (const std::string_view head : {"Section", "Stands on"})
            out_ << "<th scope=\"col\" class=\"govuk-table__header ehc-wide\">" << head << "</th>";
        out_ << "</tr></thead>\n<tbody class=\"govuk-table__body\">\n";
        for (std::size_t i = 0; i < document_.findings.size(); ++i) {
            const Finding& finding = document_.findings[i];
            out_ << "<tr class=\"govuk-table__row\"" << data_of(finding, i) << "><td class=\"govuk-table__cell\">" << number(i) << "</td><td class=\"govuk-table__cell\">"
                 << severity_tag(name_of(finding.severity)) << "</td><td class=\"govuk-table__cell\"><a class=\"govuk-link\" href=\"#f" << number(i) << "\">" << xml_escaped(finding.title)
                 << "</a><br><span class=\"ehc-small\">" << xml_escaped(finding.message) << "</span></td><td class=\"govuk-table__cell ehc-wide\">"
                 << (finding.section ? plan::name_of(*finding.section) : "Whole plan") << "</td><td class=\"govuk-table__cell ehc-wide\">" << capitalised(std::string(label_of(finding.basis))) << "</td></tr>\n";
        }
        out_ << "</tbody></table></div>\n";
    }

    // ---- the text and the notes beside it

    void note(std::size_t index) {
        const Finding& finding = document_.findings[index];
        out_ << "<li class=\"ehc-note ehc-note--" << name_of(finding.severity) << "\" id=\"f" << number(index) << "\" tabindex=\"-1\"" << data_of(finding, index) << ">\n<p class=\"ehc-note__title\">" << number(index)
             << ". " << xml_escaped(finding.title) << "</p>\n<p>" << severity_tag(name_of(finding.severity)) << "</p>\n";
        write_advice(out_, finding);
        if (shown_[index].empty())
            write_excerpt(out_, finding, 3);
        if (!finding.family.empty())
            out_ << "<p><strong>For families:</strong> " << xml_escaped(finding.family) << "</p>\n";
        out_ << "<p class=\"ehc-small\">" << xml_escaped(finding.rule) << ' ' << xml_escaped(finding.slug) << " · "
             << xml_escaped(capitalised(place_text(finding.section, finding.places.front().origin)));
        const std::vector<std::size_t>& shown = shown_[index];
        for (std::size_t i = 0; i < shown.size(); ++i)
            out_ << " · <a class=\"govuk-link\" href=\"#" << id_of(index, shown[i]) << "\">"
                 << (i != 0 ? "place " + number(i) : shown.size() == 1 ? "Show finding " + number(index) + " in the text" : "Show finding " + number(index) + " in the text, place 1") << "</a>";
        out_ << "</p>\n</li>\n";
    }

    // Notes of findings that no passage holds: all of them where there is no text.
    void notes_apart() {
        bool any = false;
        for (std::size_t i = 0; i < document_.findings.size(); ++i) {
            if (!shown_[i].empty())
                continue;
            if (!any)
                out_ << (document_.text.empty() ? "<ul class=\"ehc-notes\">\n" : "<h3 class=\"govuk-heading-s\">About the plan as a whole</h3>\n<ul class=\"ehc-notes\">\n");
            any = true;
            note(i);
        }
        if (any)
            out_ << "</ul>\n";
    }

    void text() {
        if (document_.text.empty() && document_.findings.empty())
            return;
        out_ << "<h2 class=\"govuk-heading-m\" id=\"text\">" << (document_.text.empty() ? "The findings in full" : "The document with its findings beside it") << "</h2>\n";
        if (document_.text.empty())
            out_ << "<p class=\"govuk-body\">The text of the document is not shown here.</p>\n";
        notes_apart();
        bool open = false, apart = false;
        std::vector<std::size_t> beside; // findings whose notes stand beside the row
        const auto close = [&] {
            if (!open)
                return;
            out_ << "</div>\n";
            if (!beside.empty()) {
                out_ << "<ul class=\"ehc-notes\">\n";
                for (const std::size_t index : beside)
                    note(index);
                out_ << "</ul>\n";
            }
            out_ << "</div>\n";
            beside.clear();
            open = false;
        };
        for (std::size_t i = 0; i < document_.text.size();) {
            // A table is one thing; its notes stand beside it together.
            std::size_t end = i + 1;
            while (document_.text[i].table != 0 && end < document_.text.size() && document_.text[end].table == document_.text[i].table)
                ++end;
            std::vector<std::size_t> here;
            for (std::size_t k = i; k < end; ++k)
                for (const Mark& mark : marks_[k])
                    if (mark.place == shown_[mark.finding].front())
                        here.push_back(mark.finding);
            std::sort(here.begin(), here.end());
            const plan::Place place = document_.text[i].place;
            const bool outside = place == plan::Place::header || place == plan::Place::footer || place == plan::Place::note;
            if (!here.empty() || (outside && !apart))
                close();
            if (!open) {
                if (outside && !apart) {
                    out_ << "<h3 class=\"govuk-heading-s ehc-aside\">Headers, footers and notes of the document</h3>\n";
                    apart = true;
                }
                out_ << "<div class=\"ehc-row\"><div class=\"ehc-plan\">\n";
                open = true;
            }
            beside.insert(beside.end(), here.begin(), here.end());
            if (document_.text[i].table != 0)
                cells(i, end);
            else
                passage(i);
            i = end;
        }
        close();
    }

    void passage(std::size_t index) {
        const Passage& passage = document_.text[index];
        if (passage.text.empty())
            return;
        if (passage.heading_level != 0) {
            out_ << "<h3 class=\"govuk-heading-s\">";
            words(index);
            out_ << "</h3>\n";
            return;
        }
        out_ << "<p class=\"govuk-body" << (passage.list_item ? " ehc-item" : "") << (passage.label.empty() ? "" : " ehc-field") << "\">";
        if (passage.list_item)
            out_ << "<span class=\"ehc-list-label\">" << (passage.list_label.empty() ? "\u2022" : xml_escaped(passage.list_label)) << "</span>";
        if (!passage.label.empty())
            out_ << "<span class=\"ehc-field__name\">" << xml_escaped(capitalised(passage.label)) << "</span> <span>";
        words(index);
        out_ << (passage.label.empty() ? "</p>\n" : "</span></p>\n");
    }

    void cells(std::size_t begin, std::size_t end) {
        const auto& text = document_.text;
        const bool has_body = std::any_of(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end), [](const Passage& each) { return !each.header_row; });
        out_ << "<div class=\"ehc-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table " << std::to_string(text[begin].table) << " of the document\"><table class=\"govuk-table ehc-cells\"><tbody>\n";
        for (std::size_t i = begin; i < end;) {
            out_ << "<tr>";
            for (const std::uint32_t row = text[i].row; i < end && text[i].row == row;) {
                const Passage& cell = text[i];
                const char* tag = cell.header_row && has_body ? "th" : "td";
                out_ << '<' << tag;
                if (*(tag + 1) == 'h')
                    out_ << " scope=\"col\"";
                if (cell.column_span > 1)
                    out_ << " colspan=\"" << std::to_string(cell.column_span) << '"';
                if (cell.row_span > 1)
                    out_ << " rowspan=\"" << std::to_string(cell.row_span) << '"';
                out_ << '>';
                for (; i < end && text[i].row == row && text[i].column == cell.column; ++i) {
                    if (text[i].text.empty() && marks_[i].empty())
                        continue;
                    out_ << "<p>";
                    if (text[i].list_item)
                        out_ << "<span class=\"ehc-list-label\">" << (text[i].list_label.empty() ? "\u2022" : xml_escaped(text[i].list_label)) << "</span>";
                    words(i);
                    out_ << "</p>";
                }
                out_ << "</" << tag << '>';
            }
            out_ << "</tr>\n";
        }
        out_ << "</tbody></table></div>\n";
    }

    void reference(const Mark& mark) {
        const Finding& finding = document_.findings[mark.finding];
        out_ << "<a class=\"ehc-ref\" id=\"" << id_of(mark.finding, mark.place) << "\" href=\"#f" << number(mark.finding) << "\" aria-label=\"Finding " << number(mark.finding) << ": "
             << xml_escaped(finding.title) << '"' << data_of(finding, mark.finding) << '>' << number(mark.finding) << "</a>";
    }

    // The passage's text, the words of findings marked; where findings overlap, in the look of the worst.
    void words(std::size_t index) {
        const Passage& passage = document_.text[index];
        const std::vector<Mark>& marks = marks_[index];
        std::set<std::size_t> edges{0, passage.text.size()};
        for (const Mark& mark : marks) {
            edges.insert(mark.begin);
            edges.insert(mark.end);
            if (mark.begin == mark.end && mark.begin == 0)
                reference(mark);
        }
        if (passage.bold)
            out_ << "<strong>";
        std::size_t from = 0;
        for (const std::size_t to : edges) {
            if (to > from) {
                const Mark* worst = nullptr;
                for (const Mark& mark : marks)
                    if (mark.begin <= from && mark.end >= to && (worst == nullptr || mark.finding < worst->finding))
                        worst = &mark;
                const std::string piece = xml_escaped_piece(std::string_view(passage.text).substr(from, to - from));
                if (worst != nullptr)
                    out_ << "<mark class=\"ehc-mark ehc-mark--" << name_of(document_.findings[worst->finding].severity) << '"' << data_of(document_.findings[worst->finding], worst->finding) << '>' << piece
                         << "</mark>";
                else
                    out_ << piece;
            }
            if (to != 0)
                for (const Mark& mark : marks)
                    if (mark.end == to)
                        reference(mark);
            from = to;
        }
        if (passage.bold)
            out_ << "</strong>";
    }

    // ---- below the text

    void questions() {
        if (document_.questions.empty())
            return;
        out_ << "<h2 class=\"govuk-heading-m\" id=\"questions\">For a person to answer</h2>\n<p class=\"govuk-body\">The rules gathered what the plan says; only a person can judge it.</p>\n";
        write_questions(out_, document_.questions);
    }

    void unchecked() {
        if (document_.unchecked.empty())
            return;
        out_ << "<h2 class=\"govuk-heading-m\" id=\"unchecked\">Not checked</h2>\n<p class=\"govuk-body\">What could not be checked is not a pass. Look at these yourself, or give the audit what it lacked.</p>\n";
        reasons_of(document_, false).write(out_, "The document does not say what the check needs");
        reasons_of(document_, true).write(out_, "This audit was not given what the check needs");
    }

    void set_aside() {
        if (!has_set_aside())
            return;
        out_ << "<h2 class=\"govuk-heading-m\" id=\"set-aside\">Not counted as findings</h2>\n";
        write_set_aside(out_, document_, '3');
    }
    [[nodiscard]] bool has_set_aside() const { return !document_.suppressed.empty() || !document_.known.empty() || !document_.gone.empty(); }

    std::ostream& out_;
    const DocumentReport& document_;
    std::vector<std::vector<Mark>> marks_;          // by passage
    std::vector<std::vector<std::size_t>> shown_;   // by finding: its places that stand in the text
};

} // namespace

void write_html_plan(std::ostream& out, const DocumentReport& document) { PlanPage(out, document).write(); }

} // namespace ehc::report

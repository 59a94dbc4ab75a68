// Many plans on a page, for those who answer for them: how many would be sent back, what to do first, then what goes wrong
// where, plan by plan, worst first. The counts of every plan are in the page; the findings of the worst only, so that a
// browser can still show a caseload of many thousands.

#include "report/html.hpp"

#include <algorithm>
#include <tuple>

namespace ehc::report {

namespace {

using finding::DocumentReport, finding::Finding, finding::Severity, finding::Unchecked, finding::severity_count;

constexpr std::size_t detailed = 100;     // plans whose findings are in the page
constexpr std::size_t first_rules = 3, first_plans = 5;
constexpr std::size_t charted_rules = 10;
constexpr std::size_t rows_at_once = 50;  // of the table of plans, where a script can hide the rest
constexpr std::size_t charted_groups = 20;

std::string cell(std::string_view text, bool numeric = false) {
    return "<td class=\"govuk-table__cell" + std::string(numeric ? " govuk-table__cell--numeric" : "") + "\">" + std::string(text) + "</td>";
}
// The script sorts by data-value: "11,232" is no number to it.
std::string cell(std::size_t number, std::string_view also = {}) {
    const std::string value = number < 1000 ? "" : " data-value=\"" + std::to_string(number) + "\"";
    return "<td class=\"govuk-table__cell govuk-table__cell--numeric" + std::string(also) + "\"" + value + ">" + thousands(number) + "</td>";
}
std::string head(std::string_view text, bool numeric = false, std::string_view also = {}) {
    return "<th scope=\"col\" class=\"govuk-table__header" + std::string(numeric ? " govuk-table__header--numeric" : "") + std::string(also) + "\">" + std::string(text) + "</th>";
}
constexpr std::string_view wide = " ehc-wide"; // left out on a narrow screen

std::string percent(std::size_t part, std::size_t whole) { return whole == 0 ? "-" : std::to_string((100 * part + whole / 2) / whole) + "%"; }

// Most critical findings first, then most major ones and so on; alike ones in the order of the report.
constexpr auto worse = [](const auto& a, const auto& b) { return std::tie(b.findings, a.number) < std::tie(a.findings, b.number); };

// "Hilltop Primary · North team"
std::string known_groups(const DocumentReport& document) {
    std::vector<std::string> known;
    std::copy_if(document.groups.begin(), document.groups.end(), std::back_inserter(known), [](const std::string& group) { return !group.empty(); });
    return joined(known, " · ");
}

void write_details(std::ostream& out, const DocumentReport& document, std::size_t number) {
    const std::size_t total = document.findings.size();
    out << "<details class=\"govuk-details\" id=\"p" << std::to_string(number) << "\"><summary class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text ehc-path\">" << xml_escaped(document.path) << "</span> - "
         << (total == 0 ? "no findings" : by_severity(count(document.findings))) << "</summary>\n<div class=\"govuk-details__text\">\n<p class=\"ehc-small\">Read as " << xml_escaped(document.recognised_as)
         << (document.why.empty() ? "" : ", because " + xml_escaped(document.why)) << ". " << counted(document.passed, "check", "checks") << " passed.</p>\n";
    if (total != 0)
        out << "<ul class=\"ehc-notes\">\n";
    for (const Finding& finding : document.findings) {
        out << "<li class=\"ehc-note ehc-note--" << name_of(finding.severity) << "\"><p class=\"ehc-note__title\">" << xml_escaped(finding.title) << "</p>\n<p>" << severity_tag(name_of(finding.severity)) << " <span class=\"ehc-small\">"
             << xml_escaped(capitalised(place_text(finding.section, finding.places.front().origin))) << " · " << xml_escaped(finding.rule) << ' ' << xml_escaped(finding.slug) << "</span></p>\n";
        write_excerpt(out, finding, 2);
        write_advice(out, finding);
        out << "</li>\n";
    }
    if (total != 0)
        out << "</ul>\n";
    if (!document.questions.empty()) {
        out << "<p class=\"govuk-body\"><strong>For a person to answer</strong></p>\n";
        write_questions(out, document.questions);
    }
    reasons_of(document, false).write(out, "Not checked");
    write_set_aside(out, document, '3');
    for (const std::string& note : document.notes)
        out << "<p class=\"govuk-body\">Note: " << xml_escaped(note) << "</p>\n";
    out << "</div></details>\n";
}

} // namespace

void BatchPage::keep_if_worst(const DocumentReport& document, const Row& row) {
    const auto by_row = [](const auto& a, const auto& b) { return worse(a.first, b.first); };
    if (worst_.size() == detailed && !worse(row, worst_.front().first))
        return;
    if (worst_.size() == detailed) {
        std::pop_heap(worst_.begin(), worst_.end(), by_row);
        worst_.pop_back();
    }
    worst_.emplace_back(row, document);
    worst_.back().second.text.clear();
    std::push_heap(worst_.begin(), worst_.end(), by_row);
}

void BatchPage::add(const DocumentReport& document) {
    Row row{document.path, document.recognised_as, document.plan_date, document.error, known_groups(document), count(document.findings), 0, static_cast<std::uint32_t>(document.questions.size()),
            static_cast<std::uint32_t>(document.suppressed.size()), static_cast<std::uint32_t>(document.known.size()), static_cast<std::uint32_t>(rows_.size()), was_audited(document)};
    const std::size_t serial = rows_.size() + 1;
    row.unchecked = static_cast<std::uint32_t>(std::count_if(document.unchecked.begin(), document.unchecked.end(), [](const Unchecked& one) { return !one.not_given; }));
    open_.add(document, false);
    not_given_.add(document, true);
    unreadable_ += document.error.empty() ? 0 : 1;
    foreign_ += document.error.empty() && !row.audited ? 1 : 0;
    tally_.add(document);
    if (row.audited) {
        only_plans_ = only_plans_ && document.kind == plan::Kind::plan;
        for (const Finding& finding : document.findings) {
            RuleCount& rule = rules_[finding.rule];
            if (rule.findings++ == 0 || finding.severity < rule.severity)
                std::tie(rule.rule, rule.slug, rule.title, rule.fix, rule.severity, rule.basis) = std::tie(finding.rule, finding.slug, finding.title, finding.fix, finding.severity, finding.basis);
            rule.plans += rule.last_plan != serial ? 1 : 0;
            rule.last_plan = serial;
        }
        keep_if_worst(document, row);
    }
    rows_.push_back(std::move(row));
}

// "28 plans"; templates, advice and forms among them are counted as documents.
std::string BatchPage::plans_in_words(std::size_t n) const { return only_plans_ ? counted(n, "plan", "plans") : counted(n, "document", "documents"); }

void BatchPage::write(std::ostream& out, const finding::Summary& all) {
    std::sort(rows_.begin(), rows_.end(), worse);
    std::sort(worst_.begin(), worst_.end(), [](const auto& a, const auto& b) { return worse(a.first, b.first); });
    by_rule_.clear();
    for (const auto& [id, rule] : rules_)
        by_rule_.push_back(&rule);
    std::stable_sort(by_rule_.begin(), by_rule_.end(), [](const RuleCount* a, const RuleCount* b) { return std::tie(b->plans, a->severity, b->findings) < std::tie(a->plans, b->severity, a->findings); });
    summary(out, all);
    figures(out, all);
    first(out);
    contents(out);
    not_audited(out);
    worst_chart(out);
    heat(out);
    rules(out);
    groups(out);
    months(out);
    plans(out);
    unchecked(out);
    details(out);
}

// "14 of 29 plans would be sent back"
void BatchPage::summary(std::ostream& out, const finding::Summary& all) const {
    out << "<h1 class=\"govuk-heading-xl\">Audit of " << counted(rows_.size(), "document", "documents") << "</h1>\n<div class=\"ehc-verdict"
         << (tally_.grave() != 0 ? " ehc-verdict--poor" : all.unreadable + all.unchecked != 0 || tally_.audited() == 0 ? " ehc-verdict--unsure" : "") << "\">\n<h2 class=\"govuk-heading-l\">";
    if (tally_.audited() == 0)
        out << "No plan was audited";
    else
        out << thousands(tally_.grave()) << " of " << plans_in_words(tally_.audited()) << " would be sent back";
    out << "</h2>\n";
    std::string sentence;
    if (const auto total = sum(all.findings); total != 0)
        sentence = counted(total, "finding", "findings") + ": " + by_severity(all.findings) + ".";
    else if (tally_.audited() != 0)
        sentence = "No findings.";
    out << "<p class=\"govuk-body-l\">" << sentence << "</p>\n<p class=\"govuk-body\">";
    std::vector<std::string> besides;
    if (all.unreadable != 0)
        besides.push_back("<a class=\"govuk-link\" href=\"#unreadable\">" + counted(all.unreadable, "document", "documents") + " could not be read</a>");
    if (foreign_ != 0)
        besides.push_back("<a class=\"govuk-link\" href=\"#unreadable\">" + counted(foreign_, "document is", "documents are") + " not ours to audit</a>");
    if (all.unchecked != 0)
        besides.push_back("<a class=\"govuk-link\" href=\"#unchecked\">" + counted(all.unchecked, "check", "checks") + " could not be made</a>");
    if (all.not_given != 0)
        besides.push_back("<a class=\"govuk-link\" href=\"#unchecked\">" + counted(all.not_given, "check needs", "checks need") + " something that this audit was not given</a>");
    if (all.questions != 0)
        besides.push_back("<a class=\"govuk-link\" href=\"#details\">" + counted(all.questions, "question needs", "questions need") + " a person</a>");
    if (head_.with_suppressions)
        besides.push_back(counted(all.suppressed, "finding is", "findings are") + " accepted by the list of exceptions, and not counted here");
    if (head_.with_baseline)
        besides.push_back(counted(all.known, "finding was", "findings were") + " known before (in the baseline), and not counted here; " + counted(all.gone, "is", "are") + " gone since");
    if (!besides.empty())
        out << "Besides: " << joined(besides, "; ") << ". ";
    out << grave_means << "</p>\n</div>\n";
}

void BatchPage::figures(std::ostream& out, const finding::Summary& all) const {
    const auto figure = [&](std::size_t value, std::string_view words, std::string_view look) {
        out << "<li class=\"ehc-figure ehc-figure--" << look << "\"><strong>" << thousands(value) << "</strong>" << words << "</li>\n";
    };
    out << "<ul class=\"ehc-figures\" aria-label=\"The audit in figures\">\n";
    figure(tally_.audited(), only_plans_ ? "plans audited" : "documents audited", "plain");
    figure(tally_.grave(), "to send back", "critical");
    for (std::size_t i = 0; i < severity_count; ++i) {
        const std::string_view name = name_of(static_cast<Severity>(i));
        figure(all.findings[i], name, name);
    }
    figure(all.passed, "checks passed", "none");
    figure(all.unchecked, "checks not possible", "minor");
    out << "</ul>\n";
}

void BatchPage::first(std::ostream& out) const {
    std::vector<const RuleCount*> grave;
    for (const RuleCount* rule : by_rule_)
        if (rule->severity <= Severity::major)
            grave.push_back(rule);
    if (grave.empty())
        return;
    out << "<h2 class=\"govuk-heading-m\" id=\"first\">What to do first</h2>\n<ol class=\"govuk-list govuk-list--number govuk-list--spaced\">\n";
    for (std::size_t i = 0; i < std::min(first_rules, grave.size()); ++i) {
        const RuleCount& rule = *grave[i];
        out << "<li><strong>" << xml_escaped(rule.title) << "</strong>: not so in " << plans_in_words(rule.plans) << " (" << percent(rule.plans, tally_.audited()) << "). "
             << xml_escaped(rule.fix) << "</li>\n";
    }
    out << "<li><strong>Start with</strong> ";
    std::size_t named = 0;
    for (const auto& [row, document] : worst_)
        if (named < first_plans && is_grave(row.findings))
            out << (named++ == 0 ? "" : ", ") << "<a class=\"govuk-link ehc-path\" href=\"#p" << std::to_string(row.number + 1) << "\">" << xml_escaped(row.path) << "</a>";
    out << "</li>\n</ol>\n";
}

void BatchPage::contents(std::ostream& out) const {
    out << "<h2 class=\"govuk-heading-s ehc-contents-title\">On this page</h2>\n<ul class=\"govuk-list ehc-contents\">\n";
    const auto entry = [&](bool there, std::string_view id, std::string_view text) {
        if (there)
            out << "<li><a class=\"govuk-link\" href=\"#" << id << "\">" << text << "</a></li>\n";
    };
    entry(unreadable_ + foreign_ != 0, "unreadable", "Documents that were not audited");
    entry(tally_.audited() != 0, "worst", "How plans did");
    entry(!rules_.empty(), "sections", "Sections by severity");
    entry(!rules_.empty(), "rules", "What goes wrong most");
    entry(!head_.group_names.empty(), "group-1", xml_escaped("By " + joined(head_.group_names, ", by ")));
    entry(tally_.months().size() > 1, "months", tally_.by_year() ? "By year of the plan" : "By month of the plan");
    entry(true, "plans", "All documents, worst first");
    entry(open_.total() + not_given_.total() != 0, "unchecked", "Not checked");
    entry(!worst_.empty(), "details", "Findings plan by plan");
    entry(true, "about", "About this audit");
    out << "</ul>\n";
}

void BatchPage::not_audited(std::ostream& out) const {
    if (unreadable_ + foreign_ == 0)
        return;
    out << "<h2 class=\"govuk-heading-m\" id=\"unreadable\">Documents that were not audited</h2>\n<div class=\"ehc-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Documents that were not audited\"><table class=\"govuk-table\">"
         << "<caption class=\"govuk-visually-hidden\">Documents that were not audited</caption><thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">" << head("Document") << head("Why")
         << "</tr></thead>\n<tbody class=\"govuk-table__body\">\n";
    for (const Row& row : rows_)
        if (!row.audited)
            out << "<tr class=\"govuk-table__row\">" << cell("<span class=\"ehc-path\">" + xml_escaped(row.path) + "</span>")
                << cell(row.error.empty() ? "Not a document that the rules are about: " + xml_escaped(row.what) : "Could not be read: " + xml_escaped(row.error)) << "</tr>\n";
    out << "</tbody></table></div>\n";
}

void BatchPage::worst_chart(std::ostream& out) const {
    if (tally_.audited() == 0)
        return;
    constexpr std::array<std::string_view, severity_count + 1> looks{"critical", "major", "minor", "advice", "none"};
    constexpr std::array<std::string_view, severity_count + 1> words{"A critical finding", "A major finding at worst", "A minor finding at worst", "Advice at most", "No finding"};
    out << "<h2 class=\"govuk-heading-m\" id=\"worst\">How plans did</h2>\n<svg class=\"ehc-bar ehc-bar--tall\" role=\"img\" aria-label=\"Plans by their worst finding; the table below has the numbers\">";
    std::size_t done = 0;
    for (std::size_t i = 0; i < looks.size(); ++i) {
        const auto tenths = [&](std::size_t n) { return std::to_string(n * 1000 / tally_.audited() / 10) + "." + std::to_string(n * 1000 / tally_.audited() % 10) + "%"; };
        if (tally_.by_worst()[i] != 0)
            out << "<rect class=\"ehc-fill--" << looks[i] << "\" x=\"" << tenths(done) << "\" width=\"" << tenths(tally_.by_worst()[i]) << "\" height=\"100%\"/>";
        done += tally_.by_worst()[i];
    }
    out << "</svg>\n<div class=\"ehc-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Plans by their worst finding\"><table class=\"govuk-table\"><caption class=\"govuk-visually-hidden\">Plans by their worst finding</caption><thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">"
         << head("Worst finding of the plan") << head("Plans", true) << head("Share", true) << head("In a picture") << "</tr></thead>\n<tbody class=\"govuk-table__body\">\n";
    for (std::size_t i = 0; i < looks.size(); ++i)
        out << "<tr class=\"govuk-table__row\"><th scope=\"row\" class=\"govuk-table__header\"><span class=\"ehc-tag ehc-tag--" << looks[i] << "\">" << words[i] << "</span></th>" << cell(tally_.by_worst()[i])
             << cell(percent(tally_.by_worst()[i], tally_.audited()), true) << cell(bar(tally_.by_worst()[i], tally_.audited(), looks[i])) << "</tr>\n";
    out << "</tbody></table></div>\n";
}

// Shades say which cells are large; the numbers say all.
void BatchPage::heat(std::ostream& out) const {
    if (rules_.empty())
        return;
    std::size_t most = 1;
    const auto& sections = tally_.sections();
    for (const Tally::Section& section : sections)
        most = std::max<std::size_t>(most, *std::max_element(section.findings.begin(), section.findings.end()));
    const auto shade = [&](std::size_t n) { return n == 0 ? std::string() : " ehc-heat-" + std::to_string(1 + (4 * n - 1) / (most + 1) % 4); };
    out << "<h2 class=\"govuk-heading-m\" id=\"sections\">Sections by severity</h2>\n<p class=\"govuk-body\">Findings in each section of the plans; the darker, the more.</p>\n"
         << "<div class=\"ehc-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Sections by severity\"><table class=\"govuk-table ehc-heat\"><caption class=\"govuk-visually-hidden\">Findings by section and severity</caption>"
         << "<thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">" << head("Section");
    for (std::size_t i = 0; i < severity_count; ++i)
        out << head(capitalised(std::string(name_of(static_cast<Severity>(i)))), true);
    out << head("Plans with a finding here", true) << "</tr></thead>\n<tbody class=\"govuk-table__body\">\n";
    for (std::size_t i = 0; i < sections.size(); ++i) {
        if (i == Tally::whole_plan && sections[i].documents == 0)
            continue;
        std::string name = "The plan as a whole";
        if (i != Tally::whole_plan) {
            const auto letter = static_cast<plan::Letter>(i);
            const std::string_view doc = plan::row_of(letter).doc; // "outcomes: reg 12(1)(e)"
            name = std::string(plan::name_of(letter)) + ": " + std::string(doc.substr(0, doc.find(": reg")));
        }
        out << "<tr class=\"govuk-table__row\"><th scope=\"row\" class=\"govuk-table__header\">" << xml_escaped(name) << "</th>";
        for (const std::uint32_t n : sections[i].findings)
            out << "<td class=\"govuk-table__cell" << shade(n) << "\">" << thousands(n) << "</td>";
        out << "<td class=\"govuk-table__cell\">" << thousands(sections[i].documents) << " (" << percent(sections[i].documents, tally_.audited()) << ")</td></tr>\n";
    }
    out << "</tbody></table></div>\n";
}

void BatchPage::rules(std::ostream& out) const {
    if (rules_.empty())
        return;
    out << "<h2 class=\"govuk-heading-m\" id=\"rules\">What goes wrong most</h2>\n";
    rule_table(out, 0, std::min(charted_rules, by_rule_.size()), "The rules that most plans fail");
    if (by_rule_.size() > charted_rules) {
        out << "<details class=\"govuk-details\"><summary class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text\">The other " << std::to_string(by_rule_.size() - charted_rules)
             << " rules with findings</span></summary><div class=\"govuk-details__text\">\n";
        rule_table(out, charted_rules, by_rule_.size(), "The other rules with findings");
        out << "</div></details>\n";
    }
}

void BatchPage::rule_table(std::ostream& out, std::size_t from, std::size_t to, std::string_view caption) const {
    out << "<div class=\"ehc-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"" << caption << "\"><table class=\"govuk-table\" data-sort><caption class=\"govuk-visually-hidden\">" << caption
         << "</caption><thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">" << head("What a good plan shows") << head("Rule") << head("Severity") << head("Stands on") << head("Plans", true)
         << head("Findings", true) << head("Share of plans") << "</tr></thead>\n<tbody class=\"govuk-table__body\">\n";
    for (std::size_t i = from; i < to; ++i) {
        const RuleCount& rule = *by_rule_[i];
        const auto severity = static_cast<std::size_t>(rule.severity);
        out << "<tr class=\"govuk-table__row\">" << cell(xml_escaped(rule.title)) << cell("<span class=\"ehc-nowrap\">" + xml_escaped(rule.rule) + "</span><br><span class=\"ehc-small\">" + xml_escaped(rule.slug) + "</span>")
             << "<td class=\"govuk-table__cell\" data-value=\"" << std::to_string(severity) << "\">" << severity_tag(name_of(rule.severity)) << "</td>"
             << cell(capitalised(std::string(label_of(rule.basis)))) << cell(rule.plans) << cell(rule.findings) << "<td class=\"govuk-table__cell\" data-value=\"" << std::to_string(rule.plans) << "\">" << percent(rule.plans, tally_.audited())
             << bar(rule.plans, tally_.audited(), name_of(rule.severity)) << "</td></tr>\n";
    }
    out << "</tbody></table></div>\n";
}

void BatchPage::group_table(std::ostream& out, std::span<const Tally::Named> groups, const std::string& name, const std::string& caption) const {
    out << "<div class=\"ehc-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"" << caption << "\"><table class=\"govuk-table\" data-sort><caption class=\"govuk-visually-hidden\">" << caption
        << "</caption><thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">" << head(name) << head("Plans", true) << head("To send back", true);
    for (std::size_t i = 0; i < severity_count; ++i)
        out << head(capitalised(std::string(name_of(static_cast<Severity>(i)))), true, wide);
    out << head("Share to send back") << "</tr></thead>\n<tbody class=\"govuk-table__body\">\n";
    for (const auto& [value, group] : groups) {
        const std::string shown = readable_date(value);
        out << "<tr class=\"govuk-table__row\">"
            << (shown == value ? cell(xml_escaped(value)) : "<td class=\"govuk-table__cell ehc-nowrap\" data-value=\"" + xml_escaped(value) + "\">" + xml_escaped(shown) + "</td>")
            << cell(group.documents) << cell(group.grave);
        for (const std::uint32_t n : group.findings)
            out << cell(n, wide);
        out << "<td class=\"govuk-table__cell\" data-value=\"" << std::to_string(group.grave * 1000 / std::max<std::size_t>(group.documents, 1)) << "\">" << percent(group.grave, group.documents)
            << bar(group.grave, group.documents, "critical") << "</td></tr>\n";
    }
    out << "</tbody></table></div>\n";
}

void BatchPage::group_part(std::ostream& out, const std::vector<Tally::Named>& groups, const std::string& name, const std::string& caption) const {
    const std::span<const Tally::Named> all(groups);
    group_table(out, all.first(std::min(charted_groups, all.size())), name, caption);
    if (all.size() <= charted_groups)
        return;
    out << "<details class=\"govuk-details\"><summary class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text\">The other " << thousands(all.size() - charted_groups)
        << "</span></summary><div class=\"govuk-details__text\">\n";
    group_table(out, all.subspan(charted_groups), name, caption + ", the others");
    out << "</div></details>\n";
}

void BatchPage::groups(std::ostream& out) const {
    for (std::size_t i = 0; i < head_.group_names.size(); ++i) {
        const std::string name = xml_escaped(head_.group_names[i]);
        out << "<h2 class=\"govuk-heading-m\" id=\"group-" << std::to_string(i + 1) << "\">By " << name << "</h2>\n";
        group_part(out, tally_.group(i), name, "By " + name);
    }
}

// By the month of the plan's date; by year where months would be too many to read.
void BatchPage::months(std::ostream& out) const {
    const std::vector<Tally::Named> rows = tally_.months();
    if (rows.size() < 2)
        return;
    const std::string heading = tally_.by_year() ? "By year of the plan" : "By month of the plan", chart = columns(rows);
    out << "<h2 class=\"govuk-heading-m\" id=\"months\">" << heading << "</h2>\n";
    if (!chart.empty())
        out << "<p class=\"govuk-body\">Each column is the plans of one " << (tally_.by_year() ? "year" : "month") << "; its red part is those to send back.</p>\n" << chart;
    group_part(out, rows, tally_.by_year() ? "Year of the plan" : "Month of the plan", heading);
}

void BatchPage::plans(std::ostream& out) const {
    out << "<h2 class=\"govuk-heading-m\" id=\"plans\">All documents, worst first</h2>\n<div class=\"ehc-choose\" id=\"all-find\" hidden><div class=\"govuk-form-group\"><label class=\"govuk-label\" for=\"all-words\">"
         << "Show documents with these words</label><input class=\"govuk-input\" type=\"search\" id=\"all-words\" autocomplete=\"off\"></div><p class=\"govuk-body\" id=\"all-shown\" role=\"status\"></p></div>\n"
         << "<div class=\"ehc-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"All documents\"><table class=\"govuk-table\" id=\"all\" data-sort data-page=\"" << std::to_string(rows_at_once)
         << "\"><caption class=\"govuk-visually-hidden\">All documents, worst first</caption><thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">" << head("Document") << head("What it is", false, wide) << head("Date", false, wide);
    for (std::size_t i = 0; i < severity_count; ++i)
        out << head(capitalised(std::string(name_of(static_cast<Severity>(i)))), true);
    out << head("Not checked", true) << head("Questions", true) << (head_.with_suppressions ? head("Accepted", true) : "") << (head_.with_baseline ? head("Known", true) : "") << "</tr></thead>\n<tbody class=\"govuk-table__body\">\n";
    const auto is_detailed = [&](const Row& row) { return row.audited && (worst_.size() < detailed || !worse(worst_.back().first, row)); };
    for (const Row& row : rows_) {
        const std::string path = "<span class=\"ehc-path\">" + xml_escaped(row.path) + "</span>";
        const std::string groups = row.groups.empty() ? "" : "<br><span class=\"ehc-small\">" + xml_escaped(row.groups) + "</span>";
        out << "<tr><td class=\"govuk-table__cell\">" << (is_detailed(row) ? "<a class=\"govuk-link\" href=\"#p" + std::to_string(row.number + 1) + "\">" + path + "</a>" : path) << groups << "</td>"
            << "<td class=\"govuk-table__cell ehc-wide\">" << xml_escaped(row.error.empty() ? row.what : "could not be read") << "</td><td class=\"govuk-table__cell ehc-nowrap ehc-wide\" data-value=\""
            << xml_escaped(row.date) << "\">" << xml_escaped(readable_date(row.date)) << "</td>";
        for (const std::uint32_t n : row.findings)
            out << cell(n);
        out << cell(row.unchecked) << cell(row.questions) << (head_.with_suppressions ? cell(row.accepted) : "") << (head_.with_baseline ? cell(row.known) : "") << "</tr>\n";
    }
    out << "</tbody></table></div>\n<button type=\"button\" class=\"govuk-button govuk-button--secondary\" id=\"all-more\" hidden>Show more</button>\n";
}

void BatchPage::unchecked(std::ostream& out) const {
    if (open_.total() + not_given_.total() == 0)
        return;
    out << "<h2 class=\"govuk-heading-m\" id=\"unchecked\">Not checked</h2>\n<p class=\"govuk-body\">What could not be checked is not a pass.</p>\n";
    open_.write(out, "The document does not say what the check needs");
    not_given_.write(out, "This audit was not given what the check needs");
}

void BatchPage::details(std::ostream& out) const {
    if (worst_.empty())
        return;
    out << "<h2 class=\"govuk-heading-m\" id=\"details\">Findings plan by plan</h2>\n";
    if (tally_.audited() > detailed)
        out << "<p class=\"govuk-body\"><strong>This page holds the findings of the " << std::to_string(detailed) << " worst of " << plans_in_words(tally_.audited())
             << ".</strong> The table above counts those of all. For every finding of every plan use the spreadsheet or JSON report, or audit the plan alone for its own page.</p>\n";
    for (const auto& [row, document] : worst_)
        write_details(out, document, row.number + 1);
}

} // namespace ehc::report

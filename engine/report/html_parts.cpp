#include "report/html_parts.hpp"

#include <algorithm>

namespace ehc::report {

using finding::DocumentReport, finding::Finding, finding::Place, finding::Question, finding::Report, finding::Severity, finding::Unchecked;

std::string severity_tag(std::string_view name) {
    return "<span class=\"ehc-tag ehc-tag--" + std::string(name) + "\">" + capitalised(std::string(name)) + "</span>";
}

void write_advice(std::ostream& out, const Finding& finding) {
    out << "<p>" << xml_escaped(finding.message) << "</p>\n";
    if (!finding.fix.empty())
        out << "<p><strong>What to do:</strong> " << xml_escaped(finding.fix) << "</p>\n";
    if (!finding.citations.empty())
        out << "<p><strong>" << capitalised(std::string(label_of(finding.basis))) << ":</strong> " << xml_escaped(joined(finding.citations, "; ")) << "</p>\n";
}

void write_excerpt(std::ostream& out, const Finding& finding, std::size_t most) {
    std::size_t written = 0;
    for (const Place& place : finding.places) {
        if (place.context.empty())
            continue;
        if (written++ == most)
            break;
        const std::string_view context = place.context;
        const std::size_t begin = std::min<std::size_t>(place.at.begin, context.size()), end = std::clamp<std::size_t>(place.at.end, begin, context.size());
        out << "<p class=\"ehc-excerpt\">" << xml_escaped_piece(context.substr(0, begin)) << "<mark class=\"ehc-mark ehc-mark--" << name_of(finding.severity) << "\">"
            << xml_escaped_piece(context.substr(begin, end - begin)) << "</mark>" << xml_escaped_piece(context.substr(end)) << "</p>\n";
    }
    if (finding.places.size() > most)
        out << "<p class=\"ehc-small\">" << counted(finding.places.size(), "place", "places") << " in all</p>\n";
}

void Reasons::add(const DocumentReport& document, bool not_given) {
    for (const Unchecked& one : document.unchecked) {
        if (one.not_given != not_given)
            continue;
        ++total_;
        Reason& reason = reasons_[one.because];
        ++reason.times;
        reason.rules.emplace(one.rule, one.slug);
    }
}

Reasons reasons_of(const DocumentReport& document, bool not_given) {
    Reasons reasons;
    reasons.add(document, not_given);
    return reasons;
}

void Reasons::write(std::ostream& out, std::string_view caption) const {
    if (total_ == 0)
        return;
    std::vector<std::pair<std::string_view, const Reason*>> ranked;
    for (const auto& [because, reason] : reasons_)
        ranked.emplace_back(because, &reason);
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.second->times > b.second->times; });
    out << "<div class=\"ehc-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"" << caption << "\"><table class=\"govuk-table\"><caption class=\"govuk-table__caption govuk-table__caption--s\">"
        << caption << "</caption>\n<thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\"><th scope=\"col\" class=\"govuk-table__header\">Because</th>"
        << "<th scope=\"col\" class=\"govuk-table__header\">Rules</th><th scope=\"col\" class=\"govuk-table__header govuk-table__header--numeric\">Checks</th></tr></thead>\n"
        << "<tbody class=\"govuk-table__body\">\n";
    for (const auto& [because, reason] : ranked) {
        out << "<tr class=\"govuk-table__row\"><td class=\"govuk-table__cell\">" << xml_escaped(because) << "</td><td class=\"govuk-table__cell\">";
        bool first = true;
        for (const auto& [rule, slug] : reason->rules) {
            out << (first ? "" : ", ") << "<span class=\"ehc-nowrap\" title=\"" << xml_escaped(slug) << "\">" << xml_escaped(rule) << "</span>";
            first = false;
        }
        out << "</td><td class=\"govuk-table__cell govuk-table__cell--numeric\">" << std::to_string(reason->times) << "</td></tr>\n";
    }
    out << "</tbody></table></div>\n";
}

void write_questions(std::ostream& out, const std::vector<Question>& questions) {
    out << "<ol class=\"govuk-list govuk-list--number\">\n";
    for (const Question& question : questions) {
        out << "<li><p class=\"govuk-body\">" << xml_escaped(question.question) << "<br><span class=\"ehc-small\">"
            << xml_escaped(capitalised(place_text(question.section, question.origin))) << " · " << xml_escaped(question.rule) << ' ' << xml_escaped(question.slug)
            << "</span></p>\n";
        if (!question.evidence.empty()) {
            out << "<ul class=\"govuk-list govuk-list--bullet\">";
            for (const std::string& evidence : question.evidence)
                out << "<li>" << xml_escaped(evidence) << "</li>";
            out << "</ul>\n";
        }
        out << "</li>\n";
    }
    out << "</ol>\n";
}

void write_facts(std::ostream& out, const Facts& facts) {
    out << "<dl class=\"govuk-summary-list\">\n";
    for (const auto& [name, value] : facts)
        out << "<div class=\"govuk-summary-list__row\"><dt class=\"govuk-summary-list__key\">" << name << "</dt><dd class=\"govuk-summary-list__value\">" << value
            << "</dd></div>\n";
    out << "</dl>\n";
}

void write_about(std::ostream& out, const Report& report, const finding::Summary& summary) {
    out << "<h2 class=\"govuk-heading-m\" id=\"about\">About this audit</h2>\n";
    std::string packs;
    for (const finding::PackInfo& pack : report.packs)
        packs += (packs.empty() ? "" : ", ") + ("<span class=\"ehc-nowrap\" title=\"" + xml_escaped(pack.digest) + "\">" + xml_escaped(pack.name) + ' ' + xml_escaped(pack.version) + "</span>");
    Facts facts{{"Audit date", xml_escaped(readable_date(report.as_at))}, {"Program", "ehcaudit " + xml_escaped(report.version)}};
    if (!report.profile.empty())
        facts.emplace_back("Profile", xml_escaped(report.profile));
    if (!packs.empty())
        facts.emplace_back("Rule packs", packs);
    if (!summary.rules_without_subject.empty())
        facts.emplace_back("Rules that found nothing to look at", xml_escaped(joined(summary.rules_without_subject, ", ")));
    facts.emplace_back("Severities", severity_tag("critical") + " the plan fails in what it is for; " + severity_tag("major") +
                                         " a duty is not met, or a part of the plan cannot be relied on; " + severity_tag("minor") +
                                         " a weakness to put right at the next change; " + severity_tag("advice") + " a suggestion.");
    facts.emplace_back("What a finding stands on", "Law and case law bind; guidance is statutory guidance. Good practice and local policy are what they say, and no law.");
    write_facts(out, facts);
    out << "<p class=\"govuk-body\">The same documents, rules and audit date always give this same page. It pre-marks plans so that a person starts with evidence; it does not "
           "judge what only a person can. It is not legal advice. This is not a GOV.UK page; it uses styles of the GOV.UK Design System.</p>\n";
}

std::string bar(std::size_t part, std::size_t whole, std::string_view colour) {
    const std::size_t tenths = whole == 0 ? 0 : part * 1000 / whole;
    const std::string width = std::to_string(part != 0 && tenths < 5 ? 0 : tenths / 10) + "." + std::to_string(part != 0 && tenths < 5 ? 5 : tenths % 10) + "%";
    return "<svg class=\"ehc-bar\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"ehc-track\" width=\"100%\" height=\"100%\"/><rect class=\"ehc-fill--" +
           std::string(colour) + "\" width=\"" + width + "\" height=\"100%\"/></svg>";
}

} // namespace ehc::report

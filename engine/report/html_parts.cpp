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

void write_set_aside(std::ostream& out, const DocumentReport& document, char heading) {
    if (document.suppressed.empty() && document.known.empty() && document.gone.empty())
        return;
    const auto open = [&](std::string_view title) {
        out << "<h" << heading << " class=\"govuk-heading-s\">" << title << "</h" << heading << ">\n<ul class=\"govuk-list govuk-list--bullet\">\n";
    };
    const auto named = [&](std::string_view rule, std::optional<plan::Letter> section) {
        return "<span class=\"ehc-small\">" + xml_escaped(rule) + (section ? ", section " + std::string(plan::name_of(*section)) : "") + "</span>";
    };
    if (!document.suppressed.empty()) {
        open("Accepted by the list of exceptions");
        for (const finding::Suppressed& one : document.suppressed)
            out << "<li>" << severity_tag(name_of(one.finding.severity)) << ' ' << xml_escaped(one.finding.title) << ' ' << named(one.finding.rule, one.finding.section) << "<br>Accepted by " << xml_escaped(one.who)
                << " until " << xml_escaped(readable_date(one.until)) << ": " << xml_escaped(one.reason) << "</li>\n";
        out << "</ul>\n";
    }
    if (!document.known.empty()) {
        open("Known before (in the baseline)");
        for (const Finding& one : document.known)
            out << "<li>" << severity_tag(name_of(one.severity)) << ' ' << xml_escaped(one.title) << ' ' << named(one.rule, one.section) << "</li>\n";
        out << "</ul>\n";
    }
    if (!document.gone.empty()) {
        open("Gone since the baseline");
        for (const finding::Gone& one : document.gone)
            out << "<li>" << named(one.rule, one.section) << (one.times == 1 ? "" : ", " + counted(one.times, "time", "times")) << "</li>\n";
        out << "</ul>\n";
    }
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
    std::string idle;
    for (const auto& [pack, ranges] : ranges_by_pack(report.rules, summary.rules_without_subject))
        idle += (idle.empty() ? "" : "<br>") + xml_escaped(pack + ": " + ranges);
    if (!idle.empty())
        facts.emplace_back("Rules that found nothing to look at", idle);
    std::string off;
    for (const finding::RuleOff& one : report.off)
        off += (off.empty() ? "" : "<br>") + xml_escaped(one.rule + ": " + one.reason);
    if (!off.empty())
        facts.emplace_back("Rules that were not run", off);
    facts.emplace_back("Severities", severity_tag("critical") + " the plan fails in what it is for; " + severity_tag("major") +
                                         " a duty is not met, or a part of the plan cannot be relied on; " + severity_tag("minor") +
                                         " a weakness to put right at the next change; " + severity_tag("advice") + " a suggestion.");
    facts.emplace_back("What a finding stands on", "Law and case law bind; guidance is statutory guidance. Good practice and local policy are what they say, and no law.");
    write_facts(out, facts);
    out << "<p class=\"govuk-body\">The same documents, rules and audit date always give this same page. It pre-marks plans so that a person starts with evidence; it does not "
           "judge what only a person can. It is not legal advice. This is not a GOV.UK page; it uses styles of the GOV.UK Design System.</p>\n";
}

std::string columns(const std::vector<Tally::Named>& months) {
    // Months without a plan have their place, too.
    const auto number_of = [](std::string_view date) {
        return date.size() < 4 ? 0U : date.size() < 7 ? static_cast<unsigned>(std::stoul(std::string(date))) : static_cast<unsigned>(std::stoul(std::string(date.substr(0, 4))) * 12 + std::stoul(std::string(date.substr(5, 2))));
    };
    std::size_t letters = 4; // of "2025", or of "2025-02" where any plan states its month
    for (const Tally::Named& one : months)
        letters = one.first.size() == 7 ? 7 : letters;
    std::vector<Tally::Named> dated;
    for (const Tally::Named& one : months)
        if (one.first != not_stated && one.first.size() == letters)
            dated.push_back(one);
    if (dated.size() < 3)
        return {};
    const unsigned first = number_of(dated.front().first), all = number_of(dated.back().first) - first + 1;
    std::size_t most = 1;
    for (const auto& [date, group] : dated)
        most = std::max(most, group.documents);
    const auto thousandths = [](std::size_t n) { return std::to_string(n / 10) + "." + std::to_string(n % 10) + "%"; };
    std::string chart = "<svg class=\"ehc-columns\" role=\"img\" aria-label=\"Plans by their date, and how many of them to send back; the table below has the numbers\"><text x=\"0\" y=\"8%\">" +
                        thousands(most) + "</text>";
    for (const auto& [date, group] : dated) {
        const std::string x = thousandths((number_of(date) - first) * 1000U / all), width = thousandths(std::max(800U / all, 1U));
        const auto column = [&](std::size_t height, std::string_view look) { // the top tenth and the bottom sixth are words
            const std::size_t tall = height * 730 / most;
            chart += "<rect class=\"ehc-fill--" + std::string(look) + "\" x=\"" + x + "\" y=\"" + thousandths(840 - tall) + "\" width=\"" + width + "\" height=\"" + thousandths(tall) + "\"/>";
        };
        column(group.documents, "plain");
        column(group.grave, "critical");
    }
    return chart + "<rect x=\"0\" y=\"84%\" width=\"100%\" height=\"1\"/><text x=\"0\" y=\"97%\">" + xml_escaped(readable_date(dated.front().first)) + "</text><text x=\"100%\" y=\"97%\" text-anchor=\"end\">" +
           xml_escaped(readable_date(dated.back().first)) + "</text></svg>\n";
}

std::string bar(std::size_t part, std::size_t whole, std::string_view colour) {
    const std::size_t tenths = whole == 0 ? 0 : part * 1000 / whole;
    const std::string width = std::to_string(part != 0 && tenths < 5 ? 0 : tenths / 10) + "." + std::to_string(part != 0 && tenths < 5 ? 5 : tenths % 10) + "%";
    return "<svg class=\"ehc-bar\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"ehc-track\" width=\"100%\" height=\"100%\"/><rect class=\"ehc-fill--" +
           std::string(colour) + "\" width=\"" + width + "\" height=\"100%\"/></svg>";
}

} // namespace ehc::report

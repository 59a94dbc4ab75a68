#include "read/advice_report.hpp"

#include "read/advice_entry.hpp"
#include "read/wording.hpp"
#include "text/dates.hpp"

#include <algorithm>

namespace ehc::read {

namespace {

using plan::Text;

constexpr std::string_view author_labels[] = {"advice giver name", "report author", "author", "author of report", "name of author", "report by", "report written by", "written by", "completed by", "prepared by", "advice giver",
                                              "name of advice giver", "advice given by", "professional", "name of professional", "assessed by", "assessor", "therapist", "signed", "electronically signed by",
                                              "author s name", "advice provided by", "provided by"};
constexpr std::string_view role_labels[] = {"advice giver role", "role", "job title", "title", "profession", "designation", "role of author", "position"};
constexpr std::string_view date_labels[] = {"advice giver date", "date of report", "report date", "date of advice", "date written", "date completed", "date of this report", "date report written", "advice date", "date of this advice",
                                            "dated", "date"};
constexpr std::uint32_t longest_label = 6;
constexpr std::uint32_t longest_title = 18;
constexpr std::uint32_t longest_value = 25;

// "Report author: L. Ross", or the label with its value in the next cell or line.
std::optional<Text> value_of(const Document& document, std::span<const std::string_view> labels) {
    for (const std::string_view label : labels) {
        for (std::size_t i = 0; i < document.blocks.size(); ++i) {
            const Block& block = document.blocks[i];
            const Words words(block.text.value);
            if (!words.begins(label))
                continue;
            const std::size_t colon = block.text.value.find(':');
            if (colon != std::string::npos && Words(std::string_view(block.text.value).substr(0, colon)).is(label)) {
                const std::size_t from = block.text.value.find_first_not_of(' ', colon + 1);
                if (from != std::string::npos && words.count() <= longest_value)
                    return block.text.part(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(block.text.value.size()));
            }
            if (!words.is(label) || words.count() > longest_label || i + 1 >= document.blocks.size())
                continue;
            const Block& next = document.blocks[i + 1];
            const bool beside = !block.cell || (next.cell && next.cell->table == block.cell->table && next.cell->row == block.cell->row);
            if (beside && !is_blank(next.text.value) && !is_placeholder(std::string_view(next.text.value)) && Words(next.text.value).count() <= longest_value)
                return next.text;
        }
    }
    return std::nullopt;
}

const Block* title_of(const Document& document) {
    for (const Block& block : document.blocks)
        if (block.place != plan::Place::header && block.place != plan::Place::footer && !is_blank(block.text.value) && Words(block.text.value).count() <= longest_title)
            return &block;
    return nullptr;
}

bool same_child(const AdviceReport& report, const plan::Plan& plan) {
    if (report.born.stated() && plan.child.date_of_birth.stated())
        return report.born.value == plan.child.date_of_birth.value;
    if (!report.child.stated() || !plan.child.name.stated())
        return true;
    // First and last names agree; what stands between may be left out of one of them.
    const Words a(report.child.value.value), b(plan.child.name.value.value);
    if (a.empty() || b.empty())
        return true;
    const bool first = a.word(0) == b.word(0) || (plan.child.known_as.stated() && Words(plan.child.known_as.value.value).word(0) == a.word(0));
    return first && (a.count() == 1 || b.count() == 1 || a.word(a.count() - 1) == b.word(b.count() - 1));
}

} // namespace

std::optional<AdviceReport> read_advice_report(const Document& document, const RecogniseOptions& options) {
    const Recognition recognition = recognise(document, options);
    if (recognition.kind != plan::Kind::advice)
        return std::nullopt;
    AdviceReport found;
    found.child = recognition.plan.child.name;
    found.born = recognition.plan.child.date_of_birth;
    plan::Report& report = found.report;
    report.file.set(Text{document.path, {}}, {});
    // The same machinery that reads an entry of Section K reads what the report says of itself.
    AdviceEntry entry;
    const auto add = [&](AdvicePart part, const std::optional<Text>& text) {
        if (text)
            entry.cells.push_back({part, *text, false, text->origin()});
    };
    const Block* title = title_of(document);
    add(AdvicePart::what, title != nullptr ? std::optional(title->text) : std::nullopt);
    add(AdvicePart::author, value_of(document, author_labels));
    add(AdvicePart::role, value_of(document, role_labels));
    add(AdvicePart::date, value_of(document, date_labels));
    read_cells(entry, true);
    plan::Advice advice;
    fill_advice_item(entry, advice);
    report.role = advice.role;
    report.author = advice.author;
    report.title = advice.title;
    report.date = advice.date;
    for (const plan::Provision& provision : recognition.plan.provisions)
        if (provision.text.stated())
            found.recommendations.push_back(provision.text.value);
    return found;
}

void give_reports(const std::vector<AdviceReport>& reports, plan::Plan& plan) {
    plan.reports_given.set(true, plan.origin);
    const plan::Origin list = plan.section(plan::Letter::K).origin, provision = plan.section(plan::Letter::F).origin;
    // The words stand in another document: their place here is that of the section.
    const auto here = [](Text text, const plan::Origin& origin) {
        text.pieces.assign(1, {0, origin});
        return text;
    };
    for (const AdviceReport& given : reports) {
        if (!same_child(given, plan))
            continue;
        plan::Report& report = plan.reports.emplace_back(given.report);
        report.origin = list;
        for (plan::TextField* field : {&report.file, &report.author, &report.title})
            if (field->stated())
                field->set(here(field->value, list), list);
        report.role.origin = report.date.origin = list;
        for (const Text& text : given.recommendations) {
            plan::Recommendation& made = plan.recommendations.emplace_back();
            made.origin = provision;
            made.file = report.file;
            made.role = report.role;
            made.date = report.date;
            made.text.set(here(text, provision), provision);
        }
    }
}

} // namespace ehc::read

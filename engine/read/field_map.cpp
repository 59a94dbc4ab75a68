#include "read/field_map.hpp"

#include <algorithm>

namespace ehc::read {

namespace {

constexpr std::size_t longest_words = 60; // bytes of the words that told a field

std::string in_words(const plan::Text& text) {
    std::string words = text.value;
    std::ranges::replace(words, '\n', ' ');
    return words;
}
std::string in_words(const PartialDate& date) { return date.iso(); }
std::string in_words(double number) { return std::to_string(static_cast<long long>(number)); }
std::string in_words(bool yes) { return yes ? "yes" : "no"; }
std::string in_words(plan::Status status) { return std::string(plan::words_of(status)); }

template <class T> void add(std::vector<FieldSeen>& rows, std::string_view name, const plan::Field<T>& field) {
    FieldSeen& row = rows.emplace_back();
    row.field = name;
    row.state = field.state;
    row.origin = field.origin;
    if (field.stated())
        row.value = in_words(field.value);
    else if (field.state == plan::State::unreadable)
        row.value = field.because;
}

bool overlap(const Span& a, const Span& b) { return a.begin < b.end && b.begin < a.end; }

std::string cut(std::string_view words) {
    if (words.size() <= longest_words)
        return std::string(words);
    std::size_t end = longest_words;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U)
        --end;
    return std::string(words.substr(0, end)) + "...";
}

} // namespace

std::vector<FieldSeen> field_map(const plan::Plan& plan) {
    std::vector<FieldSeen> rows;
    add(rows, "child's name", plan.child.name);
    add(rows, "date of birth", plan.child.date_of_birth);
    add(rows, "year group", plan.child.year_group);
    add(rows, "looked after", plan.child.looked_after);
    add(rows, "parent", plan.parents.empty() ? plan::TextField{} : plan.parents.front().name);
    add(rows, "school or college", plan.setting);
    add(rows, "authority", plan.authority);
    add(rows, "plan number", plan.id);
    add(rows, "status", plan.status);
    add(rows, "date of this version", plan.date);
    add(rows, "date of request", plan.request);
    add(rows, "date of draft", plan.draft_sent);
    add(rows, "date of final plan", plan.final_issued);
    add(rows, "date of first plan", plan.first_final);
    add(rows, "date amended", plan.amended_final);
    add(rows, "last review", plan.review.meeting_date);
    add(rows, "next review", plan.next_review);
    add(rows, "signed by", plan.signatory.name);
    return rows;
}

std::vector<FieldSeen> field_map(const Document& document, const std::vector<Labelled>& labels, const plan::Plan& plan) {
    std::vector<FieldSeen> rows = field_map(plan);
    const auto words = [&](const Span& span) { return cut(std::string_view(document.extracted).substr(std::min<std::size_t>(span.begin, document.extracted.size()), span.size())); };
    for (FieldSeen& row : rows) {
        if (row.state == plan::State::missing || !row.origin.known())
            continue;
        const auto told = std::ranges::find_if(labels, [&](const Labelled& label) {
            return label.state == plan::State::stated ? overlap(label.value.origin().span, row.origin.span) : label.label.span == row.origin.span;
        });
        row.how = told != labels.end() ? "label " + words(told->label.span) : "words " + words(row.origin.span);
    }
    return rows;
}

} // namespace ehc::read

#include "read/xml_shape.hpp"

#include <algorithm>
#include <initializer_list>

namespace ehc::read {

namespace {

SectionItem item(std::string_view field, std::initializer_list<plan::Letter> letters) {
    SectionItem result{plan::plan_type.find(field), {}};
    for (const plan::Letter letter : letters)
        result.sections[static_cast<std::size_t>(letter)] = true;
    return result;
}

} // namespace

std::span<const SectionItem> section_items() {
    using enum plan::Letter;
    static const std::array items{item("views", {A}),  item("needs", {B, C, D}),           item("outcomes", {E}),
                                  item("placement", {I}), item("provisions", {F, G, H1, H2}), item("budget", {J}),
                                  item("advice", {K})};
    return items;
}

bool stands_at_root(const plan::FieldRow& row) {
    const auto is_row = [&](const SectionItem& candidate) { return candidate.row == &row; };
    return !row.beside && row.name != "kind" && row.name != "sections" && row.name != "paragraphs" &&
           std::ranges::none_of(section_items(), is_row);
}

std::string_view element_of(const plan::FieldRow& row) {
    return row.type == plan::FieldType::list ? row.record->name : row.name;
}

bool is_attribute(const plan::RecordType& record, const plan::FieldRow& row) {
    constexpr std::array<std::string_view, 5> keys{"id", "area", "speaker", "category", "role"};
    const auto holds = [&](const SectionItem& candidate) { return candidate.row->record == &record; };
    return std::ranges::find(keys, row.name) != keys.end() && std::ranges::any_of(section_items(), holds);
}

bool follows_from_place(const plan::FieldRow& row) { return row.name == "section"; }

bool is_reference(const plan::FieldRow& row) {
    const plan::FieldRow* list = plan::plan_type.find(row.name);
    return row.type == plan::FieldType::text && list != nullptr && list->type == plan::FieldType::list;
}

std::vector<std::string> letters_in(std::string_view list) {
    constexpr std::string_view separators = ", ";
    std::vector<std::string> letters;
    for (std::size_t at = 0; (at = list.find_first_not_of(separators, at)) != std::string_view::npos;) {
        const std::size_t end = std::min(list.find_first_of(separators, at), list.size());
        letters.emplace_back(list.substr(at, end - at));
        at = end;
    }
    return letters;
}

} // namespace ehc::read

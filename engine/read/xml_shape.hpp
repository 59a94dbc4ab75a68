// How the plan model is laid out in canonical XML: the few facts beside the field table that reader, writer and schema share.
//
// Everything that belongs to a section stands inside its `section` element, under the name of its record; what follows from
// where it stands is not written again. All other records are child elements of the root, and every scalar field is a child
// element of its record, except the short keys of section items, which are attributes.
#pragma once

#include "plan/fields.hpp"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ehc::read {

inline constexpr std::string_view root_element = "ehc_plan";
inline constexpr std::string_view schema_version = "1";
inline constexpr std::string_view section_element = "section";
inline constexpr std::string_view paragraph_element = "p";

// A field of the plan whose records stand inside sections, and which sections.
struct SectionItem {
    const plan::FieldRow* row; // of plan_type: a record or a list
    std::array<bool, plan::letter_count> sections{};

    [[nodiscard]] bool stands_in(plan::Letter letter) const { return sections[static_cast<std::size_t>(letter)]; }
    [[nodiscard]] std::string_view element() const { return row->record->name; }
};
[[nodiscard]] std::span<const SectionItem> section_items();

// Fields of the plan that are child elements of the root.
[[nodiscard]] bool stands_at_root(const plan::FieldRow& row);
[[nodiscard]] std::string_view element_of(const plan::FieldRow& row); // a list's elements bear the name of its record

// Keys of section items that are attributes, not child elements: `id`, `area`, `speaker`, `category`, `role`.
[[nodiscard]] bool is_attribute(const plan::RecordType& record, const plan::FieldRow& row);
// The `section` of an item, which follows from where it stands.
[[nodiscard]] bool follows_from_place(const plan::FieldRow& row);
// A text field that names other items by their ids: it bears the name of one of the plan's lists.
[[nodiscard]] bool is_reference(const plan::FieldRow& row);

// Fields of a section that are attributes of its element, beside `letter`; the rest is worked out from what it holds.
inline constexpr std::array<std::string_view, 4> section_attributes{"headed", "merged_with", "occurrences", "title_letter"};

// The letters in the value of `merged_with`: "C, D".
[[nodiscard]] std::vector<std::string> letters_in(std::string_view list);

// The states of a field that its value cannot show, as values of the attribute `state`.
struct StateName {
    plan::State state;
    std::string_view name;
    std::string_view doc;
};
inline constexpr std::array<StateName, 3> state_names{{
    {plan::State::blank, "blank", "has a label and no value; an empty element says the same"},
    {plan::State::placeholder, "placeholder", "a merge field or a form hint such as DD/MM/YYYY stands in its place"},
    {plan::State::unreadable, "unreadable", "something stands there that could not be read; the attribute because says why"},
}};

} // namespace ehc::read

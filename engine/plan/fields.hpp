// The field table: for every record of the plan model its fields, each with name, type, a sentence and access. The rule
// checker, the evaluator, the XML reader and writer, the schema and the reference all work from these rows, so a field is
// added by one member and one row.
#pragma once

#include "plan/plan.hpp"

#include <span>
#include <string_view>
#include <variant>

namespace ehc::plan {

enum class FieldType : std::uint8_t { text, number, date, yes_no, choice, record, list };

struct RecordType;

// A choice value without its enum type; the row's domain names it.
using ChoiceIndex = std::uint8_t;
// Value of a stated field. Text is referred to and lives as long as its record.
using FieldValue = std::variant<std::monostate, const Text*, double, PartialDate, bool, ChoiceIndex>;

struct FieldView {
    State state = State::missing;
    FieldValue value;
    const Origin* origin = nullptr;
    std::string_view because;
};

// What can be put into a field. Setting a type that the field has not is refused (returns false).
using FieldInput = std::variant<Text, double, PartialDate, bool, ChoiceIndex>;

struct FieldRow {
    std::string_view name;
    std::string_view doc;
    FieldType type = FieldType::text;
    const Domain* domain = nullptr;     // for choice
    const RecordType* record = nullptr; // for record and list
    bool beside = false;                // given beside the document or not at all: advice reports

    FieldView (*view)(const void* record) = nullptr;                                 // scalars
    bool (*set)(void* record, FieldInput input, const Origin& at) = nullptr;         // scalars
    void (*mark)(void* record, State state, const Origin& at) = nullptr;             // scalars: blank, placeholder ...
    void (*explain)(void* record, std::string_view because) = nullptr;               // scalars: why it is unreadable
    void* (*sub)(void* record) = nullptr;                                            // record
    std::size_t (*count)(const void* record) = nullptr;                              // list
    void* (*item)(void* record, std::size_t index) = nullptr;                        // list
    void* (*add)(void* record) = nullptr;                                            // list; null where its size is fixed
    void (*clear)(void* record) = nullptr;                                           // list; null where its size is fixed
};

struct RecordType {
    std::string_view name; // "advice"; also the word for one item of its list
    std::string_view doc;
    std::span<const FieldRow> fields;
    const Origin& (*origin)(const void* record);

    [[nodiscard]] const FieldRow* find(std::string_view field) const noexcept;
    // The field that says in which section such a record stands; null where it has none.
    [[nodiscard]] const FieldRow* section() const noexcept;
};

extern const RecordType plan_type, child_type, parent_type, signatory_type, review_type, section_type, view_type, need_type,
    outcome_type, provision_type, advice_type, placement_type, budget_type, paragraph_type, marks_type, properties_type,
    report_type, recommendation_type;

// All record types, plan first.
[[nodiscard]] std::span<const RecordType* const> record_types() noexcept;

} // namespace ehc::plan

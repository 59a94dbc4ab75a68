#include "support/catch.hpp"

#include "plan/fields.hpp"

#include <set>
#include <string>

using namespace ehc;
using namespace ehc::plan;

TEST_CASE("every field has a name of its own and a sentence that says what it is") {
    for (const RecordType* type : record_types()) {
        INFO(type->name);
        CHECK_FALSE(type->doc.empty());
        std::set<std::string_view> names;
        for (const FieldRow& row : type->fields) {
            INFO(row.name);
            CHECK(names.insert(row.name).second);
            CHECK(row.doc.ends_with('.'));
            CHECK(type->find(row.name) == &row);
            for (const char c : row.name)
                CHECK(((c >= 'a' && c <= 'z') || c == '_'));
        }
        CHECK(type->find("no_such_field") == nullptr);
    }
}

TEST_CASE("every row can do what its type asks for, and no more") {
    for (const RecordType* type : record_types())
        for (const FieldRow& row : type->fields) {
            INFO(type->name << "." << row.name);
            const bool scalar = row.type != FieldType::record && row.type != FieldType::list;
            CHECK((row.view != nullptr) == scalar);
            CHECK((row.set != nullptr) == scalar);
            CHECK((row.mark != nullptr) == scalar);
            CHECK((row.explain != nullptr) == scalar);
            CHECK((row.sub != nullptr) == (row.type == FieldType::record));
            CHECK((row.count != nullptr) == (row.type == FieldType::list));
            CHECK((row.item != nullptr) == (row.type == FieldType::list));
            CHECK((row.domain != nullptr) == (row.type == FieldType::choice));
            CHECK((row.record != nullptr) == !scalar);
        }
}

namespace {

// A value of the row's type, and one of another type.
FieldInput some_value(const FieldRow& row) {
    switch (row.type) {
    case FieldType::text: return Text{"words", {}};
    case FieldType::number: return 7.0;
    case FieldType::date: return PartialDate(*Date::of(2025, 5, 12));
    case FieldType::yes_no: return true;
    default: return ChoiceIndex{1};
    }
}
FieldInput other_value(const FieldRow& row) {
    return row.type == FieldType::number ? FieldInput(Text{"words", {}}) : FieldInput(7.0);
}

} // namespace

TEST_CASE("a field set through the table is stated at its place, and only that field changes") {
    const Origin at{.block = 3, .paragraph = 9, .page = 0, .line = 0, .column = 0, .span = {10, 15}};
    Plan reference;
    for (const FieldRow& row : plan_type.fields) {
        if (row.view == nullptr)
            continue;
        INFO(row.name);
        Plan plan;
        CHECK(row.view(&plan).state == State::missing);
        CHECK_FALSE(row.set(&plan, other_value(row), at));
        CHECK(plan == reference);
        REQUIRE(row.set(&plan, some_value(row), at));
        CHECK(row.view(&plan).state == State::stated);
        CHECK(*row.view(&plan).origin == at);
        int stated = 0;
        for (const FieldRow& other : plan_type.fields)
            stated += other.view != nullptr && other.view(&plan).state == State::stated;
        CHECK(stated == 1);
        row.mark(&plan, State::unreadable, at);
        row.explain(&plan, "a picture stands in its place");
        CHECK(row.view(&plan).state == State::unreadable);
        CHECK(row.view(&plan).because == "a picture stands in its place");
        CHECK(std::holds_alternative<std::monostate>(row.view(&plan).value));
        // Setting it after all leaves no reason behind in what a rule sees as stated.
        REQUIRE(row.set(&plan, some_value(row), at));
        CHECK(row.view(&plan).state == State::stated);
    }
}

TEST_CASE("a choice outside its list is refused") {
    Plan plan;
    const FieldRow& status = *plan_type.find("status");
    CHECK_FALSE(status.set(&plan, ChoiceIndex{5}, {}));
    CHECK(status.set(&plan, ChoiceIndex{4}, {}));
    CHECK(plan.status.value == Status::working_document);
}

TEST_CASE("lists grow by the table, but for the twelve sections") {
    Plan plan;
    const FieldRow& needs = *plan_type.find("needs");
    void* need = needs.add(&plan);
    REQUIRE(need_type.find("id")->set(need, Text{"B1", {}}, {}));
    REQUIRE(needs.count(&plan) == 1);
    CHECK(plan.needs.front().id.value.value == "B1");
    needs.clear(&plan);
    CHECK(plan.needs.empty());

    const FieldRow& sections = *plan_type.find("sections");
    CHECK(sections.add == nullptr);
    CHECK(sections.clear == nullptr);
    REQUIRE(sections.count(&plan) == letter_count);
    for (std::size_t i = 0; i < letter_count; ++i) {
        CHECK(plan.sections[i].letter.value == static_cast<Letter>(i));
        CHECK(plan.sections[i].headed.stated());
        CHECK_FALSE(plan.sections[i].headed.value);
    }
}

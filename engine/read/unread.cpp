#include "read/unread.hpp"

#include "plan/fields.hpp"

namespace ehc::read {

namespace {

using plan::State;

// Missing scalars of a record, and of the records in it. Lists hold what was found: their items are whole.
void mark(void* record, const plan::RecordType& type, std::string_view because) {
    for (const plan::FieldRow& row : type.fields) {
        if (row.type == plan::FieldType::record)
            mark(row.sub(record), *row.record, because);
        else if (row.view != nullptr && row.view(record).state == State::missing) {
            row.mark(record, State::unreadable, row.view(record).origin != nullptr ? *row.view(record).origin : plan::Origin{});
            row.explain(record, because);
        }
    }
}

template <class T> void unreadable(plan::Field<T>& field, std::string_view because) {
    field.value = {};
    field.state = State::unreadable;
    field.because = because;
}

} // namespace

void mark_unread(plan::Plan& plan, std::string_view because) {
    const plan::Marks marks = plan.marks; // what the format has not is not unread
    const plan::Properties properties = plan.properties;
    mark(&plan, plan::plan_type, because);
    plan.marks = marks;
    plan.properties = properties;
    for (plan::Section& section : plan.sections) {
        if (!section.headed.value) {
            unreadable(section.headed, because);
            unreadable(section.merged, because);
            unreadable(section.occurrences, because);
        }
        if (section.text.state != State::stated && section.text.state != State::placeholder)
            unreadable(section.text, because);
    }
}

} // namespace ehc::read

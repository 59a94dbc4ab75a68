#include "read/json_case.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>

namespace ehc::read {

namespace {

bool same(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::equal(a, b, {}, lower, lower);
}

const JsonValue* member_of(const JsonValue& value, std::initializer_list<std::string_view> names) {
    for (const JsonMember& member : value.members)
        if (std::ranges::any_of(names, [&](std::string_view name) { return same(member.name, name); }))
            return &member.value;
    return nullptr;
}

void date(const JsonValue* value, plan::DateField& field) {
    if (value == nullptr || !value->is_scalar())
        return;
    field.origin = value->where();
    if (value->kind == JsonValue::Kind::null || value->text.find_first_not_of(' ') == std::string::npos) {
        field.state = plan::State::blank;
    } else if (const auto day = Date::from_iso(std::string_view(value->text).substr(0, 10))) {
        field.set(PartialDate(*day), value->where());
    } else {
        field.state = plan::State::unreadable;
        field.because = "it is no date";
    }
}

// "Y", "Yes", "Issue EHC plan", "Agreed"; not "N", "No plan", "Refused".
bool says_plan(const JsonValue* outcome) {
    if (outcome == nullptr)
        return true; // its date stands for it
    const std::string& text = outcome->text;
    return outcome->kind == JsonValue::Kind::boolean ? text == "true" : !text.empty() && text.front() != 'N' && text.front() != 'n' && text.front() != 'R' && text.front() != 'r';
}

void take(const JsonValue& record, Document& document) {
    plan::Plan plan;
    plan.origin = record.where();
    plan.kind.set(plan::Kind::return_, plan.origin);
    date(member_of(record, {"EHCP_Request_Date", "Request_Date"}), plan.request);
    if (const JsonValue* assessment = member_of(record, {"Assessment"})) {
        date(member_of(*assessment, {"EHCP_Assessment_Decision_Date", "Assessment_Decision_Date"}), plan.decision_to_assess);
        if (says_plan(member_of(*assessment, {"EHCP_Assessment_Outcome", "Assessment_Outcome"}))) {
            date(member_of(*assessment, {"EHCP_Assessment_Outcome_Date", "Assessment_Outcome_Date"}), plan.final_issued);
            plan.first_final = plan.final_issued;
        }
    }
    if (const JsonValue* plans = member_of(record, {"Named_Plan"})) {
        const JsonValue* last = plans->is_array() ? (plans->items.empty() ? nullptr : &plans->items.back()) : plans;
        if (last != nullptr)
            date(member_of(*last, {"Named_Plan_Start_Date", "Start_Date"}), plan.date);
    }
    if (plan.date.state == plan::State::missing)
        plan.date = plan.final_issued;
    if (plan.date.stated())
        plan.status.set(plan::Status::final, plan.origin);
    date(member_of(record, {"EHCP_Next_Review_Date", "Next_Review_Date", "Next_Review"}), plan.next_review);
    if (const JsonValue* review = member_of(record, {"Annual_Review", "Last_Review"}); review != nullptr && review->is_object()) {
        date(member_of(*review, {"Review_Meeting_Date", "Meeting_Date"}), plan.review.meeting_date);
        date(member_of(*review, {"Review_Decision_Date", "Decision_Date"}), plan.review.decision_date);
    }
    plan.review.origin = plan.origin;
    plan.amendment_notice.state = plan::State::unreadable;
    plan.amendment_notice.because = "this record does not tell when proposed amendments were sent";
    plan.id.set(plan::Text{"person " + std::to_string(++document.persons), {}}, plan.origin);
    document.people.push_back(std::move(plan));
}

} // namespace

bool read_cases(const JsonValue& root, Document& document) {
    std::vector<const JsonValue*> open{&root};
    while (!open.empty()) {
        const JsonValue& value = *open.back();
        open.pop_back();
        if (member_of(value, {"EHCP_Request_Date"}) != nullptr) {
            take(value, document);
            continue;
        }
        for (auto item = value.items.rbegin(); item != value.items.rend(); ++item)
            open.push_back(&*item);
        for (auto member = value.members.rbegin(); member != value.members.rend(); ++member)
            open.push_back(&member->value);
    }
    if (document.people.empty())
        return false;
    document.kind = plan::Kind::return_;
    document.recognised_as = document.persons == 1 ? "a case system's record of one plan's dates (JSON)" : "a case system's record of " + std::to_string(document.persons) + " plans' dates (JSON)";
    document.notes.push_back(std::to_string(document.persons) + (document.persons == 1 ? " case" : " cases") + " judged by dates; names and numbers of people are left out");
    return true;
}

} // namespace ehc::read

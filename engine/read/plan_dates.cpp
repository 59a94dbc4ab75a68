#include "read/plan_dates.hpp"

#include "read/field_values.hpp"

#include <vector>

namespace ehc::read {

namespace {

using plan::DateField;
using plan::Origin;
using plan::State;

// The day before the plan is a year old, as reg 18 and s.44 count: "within 12 months of 12 May 2025" ends on 11 May 2026.
PartialDate within(const PartialDate& from, int months) {
    return {from.first.plus_months(months).plus_days(-1), from.last.plus_months(months).plus_days(-1), from.precision};
}

constexpr std::string_view review_openings[] = {
    "will be reviewed", "must be reviewed", "to be reviewed", "should be reviewed", "shall be reviewed", "next review", "review due", "review is due",
    "review will be held", "review will take place", "annual review will", "annual review must", "annual review is due", "annual review due", "review date", "reviewed by", "review by",
    "reviewed on or before", "due for review", "be held by",
};
constexpr std::string_view past_reviews[] = {"was reviewed", "last review", "last reviewed", "previous review", "were reviewed", "has been reviewed", "reviewed on"};

// "This plan will be reviewed by 11 May 2026", "... within 12 months of 12 May 2025".
bool review_sentence(const Line& line, plan::Plan& plan) {
    const Words& words = line.words;
    if (!words.has("review*"))
        return false;
    for (const std::string_view opening : review_openings) {
        const auto at = words.find(opening);
        if (!at || words.has_any(past_reviews))
            continue;
        const std::uint32_t begin = words.span(at->first).begin;
        std::size_t stop = words.original().find(". ", begin);
        if (stop == std::string_view::npos)
            stop = words.original().size();
        const std::string_view sentence = words.original().substr(begin, stop - begin);
        const auto date = date_in(sentence);
        const Origin origin = line.block->text.origin(begin, static_cast<std::uint32_t>(stop));
        const Words said(sentence);
        const bool twelve_months = said.has("12 months") || said.has("twelve months") || said.has("one year") || said.has("a year");
        const bool six_months = said.has("6 months") || said.has("six months");
        if (twelve_months || six_months) {
            const int months = twelve_months ? 12 : 6;
            if (date)
                plan.next_review.set(within(date->date, months), origin);
            else if (plan.date.stated() && (said.has("of the date of this plan") || said.has("of this plan") || said.has("of the date of the plan") ||
                                            said.has("from the date of this plan") || said.has("of the plan") || said.has("of issue") || said.has("of its date")))
                plan.next_review.set(within(plan.date.value, months), origin);
            else
                continue;
            return true;
        }
        if (date) {
            plan.next_review.set(date->date, origin);
            return true;
        }
    }
    return false;
}

// By the labels and the status.
void choose_by_labels(const DateField& plan_date, plan::Plan& plan) {
    // A plan with proposed amendments goes out with its notice (reg 22(2)).
    if (plan.status.stated() && plan.status.value == plan::Status::proposed_amended && !plan.draft_sent.stated() && !plan_date.stated() && plan.amendment_notice.stated()) {
        plan.date = plan.amendment_notice;
        return;
    }
    const bool draft = plan.status.stated() && (plan.status.value == plan::Status::draft || plan.status.value == plan::Status::proposed_amended);
    // A draft may still bear the date of the final plan that it is to replace.
    if (draft && plan.draft_sent.stated()) {
        plan.date = plan.draft_sent;
        return;
    }
    std::vector<const DateField*> order{&plan.amended_final, &plan.final_issued, &plan.draft_sent, &plan_date};
    // A final plan may tell when its draft went out; "Date of this plan" is not that day.
    if (plan.status.stated() && (plan.status.value == plan::Status::final || plan.status.value == plan::Status::amended_final))
        order = {&plan.amended_final, &plan.final_issued, &plan_date}; // the draft's only where nothing else has a day
    // "Date of plan" beside the date of an older final of an amended plan is the date of this version.
    if (draft)
        order = {&plan_date, &plan.amended_final, &plan.final_issued};
    for (const DateField* field : order)
        if (field->stated()) {
            plan.date = *field;
            return;
        }
    for (const DateField* field : std::initializer_list<const DateField*>{&plan_date, &plan.final_issued, &plan.amended_final, &plan.draft_sent})
        if (field->state != State::missing && field->state != State::stated && (plan.date.state == State::missing || field->state == State::unreadable))
            plan.date = *field;
}

// A title or sentence above the sections: "Final Plan - 12 May 2025".
void read_date_of_title(const Outline& outline, plan::Plan& plan) {
    for (std::uint32_t i = 0; i < outline.first_section_line() && i < outline.lines.size(); ++i) {
        const Line& line = outline.lines[i];
        if (line.words.count() > 20 || line.use == Use::label || !(line.words.has("plan") || line.words.has("ehcp") || line.words.has("council")))
            continue;
        const bool says = line.words.has("issued") || line.words.has("dated") || line.words.has("final") || line.words.has("draft");
        const auto date = date_in(line.words.original());
        if (says && date && !line.words.has("review*") && !line.words.has("birth") && !line.words.has("born") && !line.words.has("dob")) {
            const Origin origin = line.block->text.origin();
            plan.date.set(date->date, origin);
            if (plan.status.stated() && plan.status.value == plan::Status::final && !plan.final_issued.stated())
                plan.final_issued.set(date->date, origin);
            if (plan.status.stated() && plan.status.value == plan::Status::amended_final && !plan.amended_final.stated())
                plan.amended_final.set(date->date, origin);
            if (plan.status.stated() && plan.status.value == plan::Status::draft && !plan.draft_sent.stated())
                plan.draft_sent.set(date->date, origin);
            break;
        }
    }
}

} // namespace

void choose_date(const Outline& outline, const DateField& plan_date, plan::Plan& plan) {
    choose_by_labels(plan_date, plan);
    if (!plan.date.stated())
        read_date_of_title(outline, plan);
    // The date on which a plan is signed off is the one it bears where no other does (Code of Practice 2015 para 9.125).
    if (plan.date.state == State::missing && plan.signatory.date.stated())
        plan.date = plan.signatory.date;
    if (!plan.date.stated() && plan.draft_sent.stated())
        plan.date = plan.draft_sent;
}

void read_review_sentence(const Outline& outline, plan::Plan& plan) {
    for (const Line& line : outline.lines)
        if (line.use != Use::empty && line.use != Use::contents && line.use != Use::guidance && review_sentence(line, plan))
            break;
}

} // namespace ehc::read

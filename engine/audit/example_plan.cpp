#include "audit/example_plan.hpp"

namespace ehc::audit {

namespace {

using namespace plan;

constexpr std::string_view titles[] = {"Section A: The views, interests and aspirations of the child and the child's parents",
                                       "Section B: Special educational needs",
                                       "Section C: Health care needs related to special educational needs",
                                       "Section D: Social care needs related to special educational needs or to a disability",
                                       "Section E: Outcomes",
                                       "Section F: Special educational provision",
                                       "Section G: Health care provision",
                                       "Section H1: Social care provision under the Chronically Sick and Disabled Persons Act 1970",
                                       "Section H2: Other social care provision",
                                       "Section I: Placement",
                                       "Section J: Personal budget",
                                       "Section K: Advice and information"};

Origin at(std::uint32_t block) {
    Origin origin;
    origin.block = block;
    return origin;
}

Date day(int year, unsigned month, unsigned number) { return *Date::of(year, month, number); }

} // namespace

Text example_text(std::string value) {
    Text text;
    Origin origin = at(1);
    origin.span = {0, static_cast<std::uint32_t>(value.size())};
    text.value = std::move(value);
    text.pieces = {{0, origin}};
    return text;
}

Plan example_plan() {
    Plan plan;
    const Origin here = at(1);
    const auto text = [&](TextField& field, std::string value) { field.set(example_text(std::move(value)), here); };
    plan.origin = here;
    plan.kind.set(Kind::plan, here);
    plan.status.set(Status::final, here);
    text(plan.id, "EX-1");
    text(plan.authority, "Example County Council");
    plan.date.set(day(2025, 1, 15), here);
    plan.final_issued.set(day(2025, 1, 15), here);
    plan.first_final.set(day(2025, 1, 15), here);
    plan.draft_sent.set(day(2024, 12, 20), here);
    plan.request.set(day(2024, 9, 2), here);
    plan.next_review.set(day(2026, 1, 14), here);
    text(plan.signatory.name, "R. Example");
    text(plan.signatory.role, "SEND Casework Manager");
    plan.signatory.date.set(day(2025, 1, 15), here);
    text(plan.child.name, "Sam Example");
    plan.child.date_of_birth.set(day(2015, 3, 1), here);
    plan.child.year_group.set(5, here);
    plan.child.looked_after.set(false, here);
    text(plan.setting, "Fernbank School");
    text(plan.parents.emplace_back().name, "Alex Example");
    for (std::size_t i = 0; i < letter_count; ++i) {
        Section& section = plan.sections[i];
        section.origin = at(static_cast<std::uint32_t>(10 * (i + 1)));
        section.headed.set(true, section.origin);
        section.occurrences.set(1, section.origin);
        section.title_letter.set(static_cast<Letter>(i), section.origin);
        section.title.set(example_text(std::string(titles[i])), section.origin);
    }
    const auto section_text = [&](Letter letter, std::string value) { text(plan.section(letter).text, std::move(value)); };
    View& child = plan.views.emplace_back();
    child.speaker.set(Speaker::child, here);
    text(child.text, "Sam told his teacher: \"I like trains and I want to drive one.\"");
    View& parent = plan.views.emplace_back();
    parent.speaker.set(Speaker::parent, here);
    text(parent.text, "Sam's mother says that reading is his greatest worry.");
    section_text(Letter::A, plan.views.front().text.value.value + "\n" + parent.text.value.value); // `child` moved when the list grew
    Need& need = plan.needs.emplace_back();
    text(need.id, "B1");
    need.section.set(Letter::B, here);
    need.area.set(Area::cognition_and_learning, here);
    text(need.text, "Sam finds it hard to read words of more than one syllable.");
    section_text(Letter::B, need.text.value.value);
    section_text(Letter::C, "No health care needs identified by the community paediatrician.");
    section_text(Letter::D, "No social care needs identified by children's social care.");
    Outcome& outcome = plan.outcomes.emplace_back();
    text(outcome.id, "O1");
    outcome.section.set(Letter::E, here);
    outcome.area.set(Area::cognition_and_learning, here);
    text(outcome.text, "By July 2026 Sam will read 90 words a minute of a Year 4 text, on 4 of 5 days.");
    outcome.target_date.set(*PartialDate::from_iso("2026-07"), here);
    text(outcome.needs, "B1");
    section_text(Letter::E, outcome.text.value.value);
    Provision& provision = plan.provisions.emplace_back();
    text(provision.id, "F1");
    provision.section.set(Letter::F, here);
    provision.area.set(Area::cognition_and_learning, here);
    text(provision.text, "A teaching assistant trained by a specialist teacher reads with Sam, one to one, for 20 minutes each school day.");
    text(provision.needs, "B1");
    text(provision.outcomes, "O1");
    section_text(Letter::F, provision.text.value.value);
    section_text(Letter::G, "No health care provision required.");
    section_text(Letter::H1, "No provision required under the Chronically Sick and Disabled Persons Act 1970.");
    section_text(Letter::H2, "No other social care provision required.");
    text(plan.placement.text, "Fernbank School, maintained mainstream school");
    text(plan.placement.name, "Fernbank School");
    plan.placement.type.set(Setting::mainstream_school, here);
    plan.placement.otherwise.set(false, here);
    section_text(Letter::I, plan.placement.text.value.value);
    section_text(Letter::J, "Not applicable.");
    text(plan.budget.text, "Not applicable.");
    plan.budget.direct_payment.set(false, here);
    const auto advice = [&](Category category, Role role, std::string title, Date date) {
        Advice& item = plan.advice.emplace_back();
        text(item.id, "K" + std::to_string(plan.advice.size()));
        item.category.set(category, here);
        item.role.set(role, here);
        text(item.text, title + ", " + date.text());
        text(item.title, std::move(title));
        item.date.set(date, here);
        item.appended.set(true, here);
        item.awaited.set(false, here);
    };
    advice(Category::views, Role::parent, "Views of parent and child", day(2024, 10, 20));
    advice(Category::education, Role::education_setting, "Fernbank School", day(2024, 10, 28));
    advice(Category::medical, Role::medical, "Community paediatrician", day(2024, 11, 4));
    advice(Category::psychology, Role::educational_psychologist, "Educational psychologist", day(2024, 11, 8));
    advice(Category::social_care, Role::social_care, "Children's social care", day(2024, 11, 11));
    std::string list;
    for (const Advice& item : plan.advice)
        list += (list.empty() ? "" : "\n") + item.text.value.value;
    section_text(Letter::K, std::move(list));
    Paragraph& paragraph = plan.paragraphs.emplace_back();
    paragraph.place.set(Place::body, here);
    text(paragraph.text, "This plan is about Sam Example, who is a pupil at Fernbank School.");
    paragraph.guidance.set(false, here);
    text(plan.properties.title, "EHC plan");
    text(plan.properties.author, "Example County Council");
    plan.marks.tracked_changes.set(0, here);
    plan.marks.comments.set(0, here);
    plan.marks.hidden.set(0, here);
    plan.marks.struck_through.set(0, here);
    plan.marks.highlighted.set(0, here);
    plan.marks.plain_headings.set(0, here);
    return plan;
}

} // namespace ehc::audit

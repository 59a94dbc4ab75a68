#include "plan/fields.hpp"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace ehc::plan {

namespace {

template <class M> struct MemberOf;
template <class R, class T> struct MemberOf<T R::*> {
    using Record = R;
    using Type = T;
};

template <class T> constexpr FieldType type_of() {
    if constexpr (std::is_same_v<T, Text>)
        return FieldType::text;
    else if constexpr (std::is_same_v<T, double>)
        return FieldType::number;
    else if constexpr (std::is_same_v<T, PartialDate>)
        return FieldType::date;
    else if constexpr (std::is_same_v<T, bool>)
        return FieldType::yes_no;
    else
        return FieldType::choice;
}

// A row for a scalar member: everything follows from the member's type.
template <auto Member> FieldRow field(std::string_view name, std::string_view doc) {
    using Record = typename MemberOf<decltype(Member)>::Record;
    using Value = decltype((std::declval<Record>().*Member).value);
    FieldRow row{.name = name, .doc = doc, .type = type_of<Value>()};
    if constexpr (std::is_enum_v<Value>)
        row.domain = &DomainOf<Value>::get();
    row.view = [](const void* record) {
        const auto& member = static_cast<const Record*>(record)->*Member;
        FieldView view{.state = member.state, .value = {}, .origin = &member.origin, .because = member.because};
        if (member.stated()) {
            if constexpr (std::is_same_v<Value, Text>)
                view.value = &member.value;
            else if constexpr (std::is_enum_v<Value>)
                view.value = static_cast<ChoiceIndex>(member.value);
            else
                view.value = member.value;
        }
        return view;
    };
    row.set = [](void* record, FieldInput input, const Origin& at) {
        auto& member = static_cast<Record*>(record)->*Member;
        if constexpr (std::is_enum_v<Value>) {
            const auto* index = std::get_if<ChoiceIndex>(&input);
            if (index == nullptr || *index >= DomainOf<Value>::get().rows.size())
                return false;
            member.set(static_cast<Value>(*index), at);
        } else {
            auto* value = std::get_if<Value>(&input);
            if (value == nullptr)
                return false;
            member.set(std::move(*value), at);
        }
        return true;
    };
    row.mark = [](void* record, State state, const Origin& at) {
        auto& member = static_cast<Record*>(record)->*Member;
        member = {};
        member.state = state;
        member.origin = at;
    };
    row.explain = [](void* record, std::string_view because) { (static_cast<Record*>(record)->*Member).because = because; };
    return row;
}

template <auto Member> FieldRow record(std::string_view name, const RecordType& type, std::string_view doc) {
    using Record = typename MemberOf<decltype(Member)>::Record;
    FieldRow row{.name = name, .doc = doc, .type = FieldType::record, .record = &type};
    row.sub = [](void* owner) -> void* { return &(static_cast<Record*>(owner)->*Member); };
    return row;
}

template <auto Member> FieldRow list(std::string_view name, const RecordType& type, std::string_view doc) {
    using Record = typename MemberOf<decltype(Member)>::Record;
    using List = typename MemberOf<decltype(Member)>::Type;
    FieldRow row{.name = name, .doc = doc, .type = FieldType::list, .record = &type};
    row.count = [](const void* owner) { return (static_cast<const Record*>(owner)->*Member).size(); };
    row.item = [](void* owner, std::size_t index) -> void* { return &(static_cast<Record*>(owner)->*Member)[index]; };
    if constexpr (requires(List& items) { items.emplace_back(); }) {
        row.add = [](void* owner) -> void* { return &(static_cast<Record*>(owner)->*Member).emplace_back(); };
        row.clear = [](void* owner) { (static_cast<Record*>(owner)->*Member).clear(); };
    }
    return row;
}

FieldRow beside(FieldRow row) {
    row.beside = true;
    return row;
}

template <class Record> const Origin& origin_of(const void* record) { return static_cast<const Record*>(record)->origin; }

const FieldRow child_fields[] = {
    field<&Child::name>("name", "Full name of the child or young person."),
    field<&Child::known_as>("known_as", "The name the child likes to be called by."),
    field<&Child::date_of_birth>("date_of_birth", "Date of birth."),
    field<&Child::pronouns>("pronouns", "Pronouns the plan declares, such as she/her."),
    field<&Child::age>("age", "Age printed in the plan, in whole years."),
    field<&Child::year_group>("year_group", "National Curriculum year printed in the plan; Reception is 0."),
    field<&Child::upn>("upn", "Unique pupil number."),
    field<&Child::nhs_number>("nhs_number", "NHS number."),
    field<&Child::first_language>("first_language", "First or home language."),
    field<&Child::looked_after>("looked_after", "Whether the child is looked after by a local authority."),
};
const FieldRow parent_fields[] = {
    field<&Parent::name>("name", "Name of a parent, carer or person with parental responsibility."),
    field<&Parent::relationship>("relationship", "Relationship to the child."),
};
const FieldRow signatory_fields[] = {
    field<&Signatory::name>("name", "Officer who signed the plan for the authority (Code of Practice 2015 para 9.125)."),
    field<&Signatory::role>("role", "That officer's post."),
    field<&Signatory::date>("date", "Date of the signature."),
};
const FieldRow review_fields[] = {
    field<&Review::meeting_date>("meeting_date", "Date of the last review meeting (SEND Regulations 2014 reg 20)."),
    field<&Review::report_sent>("report_sent", "Date on which the report of that meeting was sent (reg 20(9))."),
    field<&Review::decision_date>("decision_date", "Date on which the authority notified its decision (reg 20(10)); the review ends then."),
    field<&Review::decision>("decision", "Maintain, amend or cease."),
};
const FieldRow section_fields[] = {
    field<&Section::letter>("letter", "Letter of the section (SEND Regulations 2014 reg 12)."),
    field<&Section::title>("title", "Heading as written."),
    field<&Section::headed>("headed", "Whether the document has a heading or a lettered column for this section."),
    field<&Section::merged>("merged", "Whether it shares one heading and one body with another section."),
    field<&Section::merged_with>("merged_with", "Letters of the sections it is merged with."),
    field<&Section::occurrences>("occurrences", "Number of separate blocks under this letter whose text differs."),
    field<&Section::title_letter>("title_letter", "Section that the words of the heading name, whatever letter stands there."),
    field<&Section::text>("text", "Everything under the heading, without the form's guidance."),
};
const FieldRow view_fields[] = {
    field<&View::speaker>("speaker", "Whose view it is."),
    field<&View::text>("text", "The view as written."),
};
const FieldRow need_fields[] = {
    field<&Need::id>("id", "Number or code of the need, such as B1."),
    field<&Need::section>("section", "B (educational), C (health) or D (social care)."),
    field<&Need::area>("area", "Area of need."),
    field<&Need::text>("text", "The need as described."),
};
const FieldRow outcome_fields[] = {
    field<&Outcome::id>("id", "Number or code of the outcome, such as O2."),
    field<&Outcome::section>("section", "E."),
    field<&Outcome::area>("area", "Area of need it belongs to."),
    field<&Outcome::text>("text", "The outcome as written."),
    field<&Outcome::target_date>("target_date", "Date by which it is to be achieved; terms and key stages are worked out from the date of birth."),
    field<&Outcome::achieved>("achieved", "Whether the plan records it as achieved."),
    field<&Outcome::needs>("needs", "Ids of the needs it answers."),
};
const FieldRow provision_fields[] = {
    field<&Provision::id>("id", "Number or code of the provision, such as F3."),
    field<&Provision::section>("section", "F (educational), G (health), H1 or H2 (social care)."),
    field<&Provision::area>("area", "Area of need it belongs to."),
    field<&Provision::text>("text", "The whole item: what, who, how often and how long, joined from its cells."),
    field<&Provision::what>("what", "What is provided, where the document has a column for it."),
    field<&Provision::who>("who", "Who provides it."),
    field<&Provision::frequency>("frequency", "How often."),
    field<&Provision::duration>("duration", "How long each time."),
    field<&Provision::group_size>("group_size", "Group size or ratio."),
    field<&Provision::start>("start", "When it starts."),
    field<&Provision::end>("end", "When it ends."),
    field<&Provision::needs>("needs", "Ids of the needs it meets."),
    field<&Provision::outcomes>("outcomes", "Ids of the outcomes it supports."),
};
const FieldRow advice_fields[] = {
    field<&Advice::id>("id", "Number or code of the item in Section K."),
    field<&Advice::category>("category", "Kind of advice under SEND Regulations 2014 reg 6(1)."),
    field<&Advice::role>("role", "Profession or role of the author."),
    field<&Advice::title>("title", "Title of the report."),
    field<&Advice::author>("author", "Name of the author."),
    field<&Advice::organisation>("organisation", "Service or organisation of the author."),
    field<&Advice::date>("date", "Date of the advice."),
    field<&Advice::requested>("requested", "Date on which the authority asked for it (SEND Regulations 2014 reg 8(1))."),
    field<&Advice::received>("received", "Date on which the authority received it."),
    field<&Advice::appended>("appended", "Whether it is attached to the plan."),
    field<&Advice::awaited>("awaited", "Whether the list says that it is still to come."),
    field<&Advice::sufficiency_note>("sufficiency_note", "Record that author, authority and family agree that it is still sufficient (reg 6(4))."),
    field<&Advice::text>("text", "The whole entry as written."),
};
const FieldRow report_fields[] = {
    field<&Report::file>("file", "File of the report, as it was named."),
    field<&Report::role>("role", "Profession or role of the author."),
    field<&Report::author>("author", "Name of the author."),
    field<&Report::title>("title", "Title of the report."),
    field<&Report::date>("date", "Date of the report."),
};
const FieldRow recommendation_fields[] = {
    field<&Recommendation::file>("file", "File of the report, as it was named."),
    field<&Recommendation::role>("role", "Profession or role of the report's author."),
    field<&Recommendation::date>("date", "Date of the report."),
    field<&Recommendation::text>("text", "The recommendation as written."),
};
const FieldRow placement_fields[] = {
    field<&Placement::text>("text", "Everything in Section I."),
    field<&Placement::name>("name", "Name of the school or other institution."),
    field<&Placement::type>("type", "Type of the institution."),
    field<&Placement::start>("start", "Date on which the placement starts."),
    field<&Placement::otherwise>("otherwise", "Whether education is otherwise than at school (Children and Families Act 2014 s.61)."),
};
const FieldRow budget_fields[] = {
    field<&Budget::text>("text", "Everything in Section J."),
    field<&Budget::direct_payment>("direct_payment", "Whether a direct payment is made."),
    field<&Budget::amount>("amount", "Amount of the personal budget."),
};
const FieldRow paragraph_fields[] = {
    field<&Paragraph::section>("section", "Section in which it stands; not stated on the front page."),
    field<&Paragraph::place>("place", "Whether it is a heading, body text, a table cell, a header ..."),
    field<&Paragraph::text>("text", "The paragraph as written."),
    field<&Paragraph::guidance>("guidance", "Whether it is an instruction of the form to its writer."),
};
const FieldRow marks_fields[] = {
    field<&Marks::tracked_changes>("tracked_changes", "Number of tracked insertions and deletions in the file."),
    field<&Marks::comments>("comments", "Number of comments in the file."),
    field<&Marks::hidden>("hidden", "Number of hidden runs of text."),
    field<&Marks::struck_through>("struck_through", "Number of struck-through runs of text."),
    field<&Marks::highlighted>("highlighted", "Number of highlighted runs of text."),
    field<&Marks::plain_headings>("plain_headings", "Number of section headings that only look like one: bold or large text without a heading style."),
};
const FieldRow properties_fields[] = {
    field<&Properties::title>("title", "Title in the properties of the file; blank where nobody gave one, missing where the format has none."),
    field<&Properties::author>("author", "Author in the properties of the file."),
    field<&Properties::last_modified_by>("last_modified_by", "Who saved the file last, by its properties."),
    field<&Properties::created>("created", "Day on which the file was made, by its properties."),
    field<&Properties::modified>("modified", "Day on which it was last saved."),
};
const FieldRow plan_fields[] = {
    field<&Plan::kind>("kind", "What the document is."),
    field<&Plan::status>("status", "Draft, proposed amended, final, amended final or working document."),
    field<&Plan::id>("id", "Reference of the plan."),
    field<&Plan::authority>("authority", "Local authority that made the plan."),
    field<&Plan::version>("version", "Version as printed."),
    field<&Plan::date>("date", "Date of this version: final or amended-final date, else draft date, else the date of the plan."),
    field<&Plan::request>("request", "Date on which the request for an assessment was received (SEND Regulations 2014 reg 13(2) counts from it)."),
    field<&Plan::decision_to_assess>("decision_to_assess", "Date of the decision to assess (reg 5)."),
    field<&Plan::draft_sent>("draft_sent", "Date on which the draft was sent (reg 13(1))."),
    field<&Plan::final_issued>("final_issued", "Date on which this final plan was issued (reg 13(2))."),
    field<&Plan::first_final>("first_final", "Date on which the plan was first made (Children and Families Act 2014 s.44(1))."),
    field<&Plan::amendment_notice>("amendment_notice", "Date of the amendment notice (reg 22(2))."),
    field<&Plan::amended_final>("amended_final", "Date on which the amended final plan was issued (reg 22(3))."),
    field<&Plan::next_review>("next_review", "Date by which the plan is to be reviewed next."),
    field<&Plan::comments_by>("comments_by", "Last day that the draft gives for representations (SEND Regulations 2014 reg 13(1))."),
    field<&Plan::exception>("exception", "Reason recorded for a time limit that was not kept (regs 5(4), 10(4), 13(3))."),
    field<&Plan::transfer>("transfer", "Date of the move to the next phase of education, where the plan declares one (reg 18)."),
    field<&Plan::moved_in>("moved_in", "Date on which the plan was transferred from another authority (reg 15)."),
    record<&Plan::review>("review", review_type, "The last annual review."),
    record<&Plan::signatory>("signatory", signatory_type, "Who signed the plan."),
    record<&Plan::child>("child", child_type, "The child or young person."),
    field<&Plan::setting>("setting", "School, college or other setting on the front page."),
    record<&Plan::placement>("placement", placement_type, "The placement of Section I."),
    record<&Plan::budget>("budget", budget_type, "The personal budget of Section J."),
    record<&Plan::marks>("marks", marks_type, "What the file keeps beside the text: comments, tracked changes."),
    record<&Plan::properties>("properties", properties_type, "What the file says of itself: title, author."),
    list<&Plan::parents>("parents", parent_type, "Parents and carers."),
    list<&Plan::sections>("sections", section_type, "The twelve statutory sections, present or not."),
    list<&Plan::views>("views", view_type, "Views in Section A, by speaker."),
    list<&Plan::needs>("needs", need_type, "Needs of Sections B, C and D."),
    list<&Plan::outcomes>("outcomes", outcome_type, "Outcomes of Section E."),
    list<&Plan::provisions>("provisions", provision_type, "Provision of Sections F, G, H1 and H2."),
    list<&Plan::advice>("advice", advice_type, "Advice and information listed in Section K."),
    list<&Plan::paragraphs>("paragraphs", paragraph_type, "Every paragraph of the document in reading order."),
    beside(field<&Plan::reports_given>("reports_given", "Whether advice reports were given beside the plan, to be compared with Section K.")),
    beside(list<&Plan::reports>("reports", report_type, "Advice reports given beside the plan.")),
    beside(list<&Plan::recommendations>("recommendations", recommendation_type, "What those reports recommend.")),
};

} // namespace

const RecordType plan_type{"plan", "One child or young person's EHC plan.", plan_fields, origin_of<Plan>};
const RecordType child_type{"child", "The child or young person.", child_fields, origin_of<Child>};
const RecordType parent_type{"parent", "A parent or carer.", parent_fields, origin_of<Parent>};
const RecordType signatory_type{"signatory", "Who signed the plan.", signatory_fields, origin_of<Signatory>};
const RecordType review_type{"review", "The last annual review.", review_fields, origin_of<Review>};
const RecordType section_type{"section", "A statutory section.", section_fields, origin_of<Section>};
const RecordType view_type{"view", "A view recorded in Section A.", view_fields, origin_of<View>};
const RecordType need_type{"need", "A need in Section B, C or D.", need_fields, origin_of<Need>};
const RecordType outcome_type{"outcome", "An outcome in Section E.", outcome_fields, origin_of<Outcome>};
const RecordType provision_type{"provision", "An item of provision in Section F, G, H1 or H2.", provision_fields, origin_of<Provision>};
const RecordType advice_type{"advice", "An item of advice listed in Section K.", advice_fields, origin_of<Advice>};
const RecordType report_type{"report", "An advice report given beside the plan.", report_fields, origin_of<Report>};
const RecordType recommendation_type{"recommendation", "A recommendation of such a report.", recommendation_fields, origin_of<Recommendation>};
const RecordType placement_type{"placement", "The placement of Section I.", placement_fields, origin_of<Placement>};
const RecordType budget_type{"budget", "The personal budget of Section J.", budget_fields, origin_of<Budget>};
const RecordType paragraph_type{"paragraph", "A paragraph of the document.", paragraph_fields, origin_of<Paragraph>};
const RecordType marks_type{"marks", "What the file keeps beside the text.", marks_fields, origin_of<Marks>};
const RecordType properties_type{"properties", "What the file says of itself.", properties_fields, origin_of<Properties>};

const FieldRow* RecordType::find(std::string_view field) const noexcept {
    for (const FieldRow& row : fields)
        if (row.name == field)
            return &row;
    return nullptr;
}

const FieldRow* RecordType::section() const noexcept {
    const auto row = std::find_if(fields.begin(), fields.end(), [](const FieldRow& each) { return each.domain == &letters; });
    return row == fields.end() ? nullptr : &*row;
}

std::span<const RecordType* const> record_types() noexcept {
    static constexpr const RecordType* types[] = {
        &plan_type,    &child_type,   &parent_type,    &signatory_type, &review_type,    &placement_type, &budget_type, &marks_type, &properties_type,
        &section_type, &view_type,    &need_type,      &outcome_type,   &provision_type, &advice_type,    &paragraph_type,
        &report_type,  &recommendation_type};
    return types;
}

Plan::Plan() {
    for (std::size_t i = 0; i < letter_count; ++i) {
        sections[i].letter.set(static_cast<Letter>(i), {});
        sections[i].headed.set(false, {});
        sections[i].merged.set(false, {});
        sections[i].occurrences.set(0, {});
    }
}

} // namespace ehc::plan

#include "support/catch.hpp"

#include "plan/fields.hpp"
#include "read/plan_xml.hpp"
#include "read/write_xml.hpp"

#include <string>
#include <vector>

using namespace ehc;
using namespace ehc::read;
using namespace ehc::plan;

namespace {

Plan read_back(const std::string& xml) {
    const auto document = read_xml(xml, "plan.xml", {});
    INFO((document ? "" : document.error().line()));
    INFO(xml);
    REQUIRE(document.ok());
    REQUIRE(document->plan.has_value());
    return *document->plan;
}

// Every field of a record but its places, one a line; the list of paragraphs is left out.
void describe(const void* record, const RecordType& type, const std::string& path, std::vector<std::string>& lines) {
    void* filled = const_cast<void*>(record); // the table reads through one pointer type
    for (const FieldRow& row : type.fields) {
        const std::string name = path + "." + std::string(row.name);
        if (row.type == FieldType::record) {
            describe(row.sub(filled), *row.record, name, lines);
        } else if (row.type == FieldType::list) {
            for (std::size_t i = 0; row.name != "paragraphs" && i < row.count(filled); ++i)
                describe(row.item(filled, i), *row.record, name + "[" + std::to_string(i) + "]", lines);
        } else {
            const FieldView view = row.view(record);
            std::string line = name + " " + std::to_string(static_cast<int>(view.state)) + " " + std::string(view.because) + " ";
            if (const auto* const* text = std::get_if<const Text*>(&view.value))
                line += (*text)->value;
            else if (const auto* number = std::get_if<double>(&view.value))
                line += std::to_string(*number);
            else if (const auto* date = std::get_if<PartialDate>(&view.value))
                line += date->iso();
            else if (const auto* yes = std::get_if<bool>(&view.value))
                line += *yes ? "yes" : "no";
            else if (const auto* choice = std::get_if<ChoiceIndex>(&view.value))
                line += row.domain->rows[*choice].name;
            lines.push_back(line);
        }
    }
}

std::vector<std::string> described(const Plan& plan) {
    std::vector<std::string> lines;
    describe(&plan, plan_type, "plan", lines);
    return lines;
}

Text text(std::string value) {
    Text result{std::move(value), {}};
    Origin origin;
    origin.block = 1;
    result.pieces.push_back({0, origin});
    return result;
}

// A value for every scalar field of a record.
void fill(void* record, const RecordType& type) {
    int number = 0;
    for (const FieldRow& row : type.fields) {
        ++number;
        switch (row.type) {
        case FieldType::text: row.set(record, text(std::string(row.name) + " <& \"" + std::to_string(number) + "\">"), {}); break;
        case FieldType::number: row.set(record, 2.5 * number, {}); break;
        case FieldType::date: row.set(record, *PartialDate::from_iso(number % 2 == 0 ? "2025-03" : "2024-09-01/2024-12-31"), {}); break;
        case FieldType::yes_no: row.set(record, number % 2 == 0, {}); break;
        case FieldType::choice: row.set(record, static_cast<ChoiceIndex>(row.domain->rows.size() - 1), {}); break;
        case FieldType::record:
        case FieldType::list: break;
        }
    }
}

} // namespace

TEST_CASE("every field of every record that XML can hold is read back as it was written") {
    Plan plan;
    fill(&plan, plan_type);
    plan.reports_given = {}; // beside the document, not in it
    plan.kind.set(Kind::review_form, {});
    fill(&plan.review, review_type);
    fill(&plan.signatory, signatory_type);
    fill(&plan.child, child_type);
    fill(&plan.marks, marks_type);
    fill(&plan.parents.emplace_back(), parent_type);
    fill(&plan.parents.emplace_back(), parent_type);
    fill(&plan.views.emplace_back(), view_type);
    for (const Letter letter : {Letter::B, Letter::D}) {
        fill(&plan.needs.emplace_back(), need_type);
        plan.needs.back().section.set(letter, {});
        plan.needs.back().id.set(text(std::string(name_of(letter)) + "x"), {});
    }
    fill(&plan.outcomes.emplace_back(), outcome_type);
    plan.outcomes.back().section.set(Letter::E, {});
    for (const Letter letter : {Letter::F, Letter::H1}) {
        fill(&plan.provisions.emplace_back(), provision_type);
        plan.provisions.back().section.set(letter, {});
    }
    fill(&plan.advice.emplace_back(), advice_type);
    fill(&plan.placement, placement_type);
    fill(&plan.budget, budget_type);
    const auto head = [&](Letter letter, const Text& body) {
        Section& section = plan.section(letter);
        section.headed.set(true, {});
        section.occurrences.set(letter == Letter::B ? 2 : 1, {});
        section.title.set(text("Section " + std::string(name_of(letter))), {});
        section.text.set(body, {});
    };
    head(Letter::A, plan.views[0].text.value);
    Text needs = text("Before the needs.");
    needs.append(plan.needs[0].text.value, "\n");
    needs.append(text("After the needs."), "\n");
    head(Letter::B, needs);
    head(Letter::D, plan.needs[1].text.value);
    head(Letter::E, plan.outcomes[0].text.value);
    head(Letter::F, plan.provisions[0].text.value);
    head(Letter::H1, plan.provisions[1].text.value);
    head(Letter::I, plan.placement.text.value);
    head(Letter::J, plan.budget.text.value);
    head(Letter::K, plan.advice[0].text.value);
    plan.section(Letter::D).merged.set(true, {});
    plan.section(Letter::D).merged_with.set(text("B"), {});
    plan.section(Letter::F).title_letter.set(Letter::E, {});

    const std::string xml = write_plan_xml(plan);
    CHECK(described(read_back(xml)) == described(plan));
}

TEST_CASE("states of fields are kept, and a plan of nothing stays one") {
    Plan plan;
    plan.kind.set(Kind::template_, {});
    child_type.find("name")->mark(&plan.child, State::blank, {});
    child_type.find("upn")->mark(&plan.child, State::placeholder, {});
    child_type.find("date_of_birth")->mark(&plan.child, State::unreadable, {});
    child_type.find("date_of_birth")->explain(&plan.child, "a day that does not exist");
    CHECK(described(read_back(write_plan_xml(plan))) == described(plan));
    Plan bare;
    bare.kind.set(Kind::plan, {});
    CHECK(described(read_back(write_plan_xml(bare))) == described(bare));
}

TEST_CASE("each line of a section is written once, items where they stand") {
    Plan plan;
    plan.kind.set(Kind::plan, {});
    Section& section = plan.section(Letter::F);
    section.headed.set(true, {});
    section.occurrences.set(1, {});
    section.text.set(text("Reading\ndaily\nAlso:\nMaths\nweekly\nThe end."), {});
    for (const char* words : {"Reading\ndaily", "Maths\nweekly"}) {
        Provision& provision = plan.provisions.emplace_back();
        provision.section.set(Letter::F, {});
        provision.text.set(text(words), {});
    }
    const std::string xml = write_plan_xml(plan);
    const Plan back = read_back(xml);
    CHECK(back.section(Letter::F).text.value.value == section.text.value.value);
    REQUIRE(back.provisions.size() == 2);
    CHECK(back.provisions[1].text.value.value == "Maths\nweekly");
    CHECK(xml.find(">Also:</p>") != std::string::npos);
    CHECK(xml.find("Also:") == xml.rfind("Also:"));
}

TEST_CASE("items in another order than the text lose no line and repeat none") {
    Plan plan;
    plan.kind.set(Kind::plan, {});
    Section& section = plan.section(Letter::B);
    section.headed.set(true, {});
    section.occurrences.set(1, {});
    section.text.set(text("one\ntwo\nthree"), {});
    for (const char* words : {"three", "one"}) {
        Need& need = plan.needs.emplace_back();
        need.section.set(Letter::B, {});
        need.text.set(text(words), {});
    }
    const Plan back = read_back(write_plan_xml(plan));
    CHECK(back.section(Letter::B).text.value.value == "two\nthree\none");
    CHECK(back.needs[0].text.value.value == "three");
}

TEST_CASE("places of the document that was converted are noted, and control characters replaced") {
    Plan plan;
    Origin origin;
    origin.block = 4;
    origin.page = 2;
    origin.paragraph = 41;
    plan.child.name.set(Text{"Ell\x01is", {}}, origin);
    const std::string xml = write_plan_xml(plan);
    CHECK(xml.find("<name at=\"page 2, paragraph 41\">Ell\xEF\xBF\xBDis</name>") != std::string::npos);
}

TEST_CASE("what else stands on the front page is kept as paragraphs, without labels, footers and fields") {
    const auto paragraph = [](std::uint32_t block, plan::Place place, const char* words) {
        Paragraph result;
        result.origin.block = block;
        result.place.set(place, {});
        result.text.set(Text{words, {}}, result.origin);
        return result;
    };
    Plan plan;
    Origin at;
    at.block = 2;
    plan.child.name.set(Text{"Ellis Marlowe", {{0, at}}}, at);
    plan.paragraphs = {paragraph(1, plan::Place::label, "Name"), paragraph(2, plan::Place::cell, "Ellis Marlowe"),
                       paragraph(3, plan::Place::body, "Private and confidential"), paragraph(9, plan::Place::footer, "Page 1")};
    const std::string xml = write_plan_xml(plan);
    CHECK(xml.find(">Private and confidential</p>") != std::string::npos);
    CHECK(xml.find("Name</p>") == std::string::npos);
    CHECK(xml.find("Page 1") == std::string::npos);
    CHECK(xml.find("Ellis Marlowe") == xml.rfind("Ellis Marlowe"));
}

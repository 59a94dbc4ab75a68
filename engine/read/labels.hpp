// Labels and their values, wherever a form has them: "Date of birth" with the value in the cell to the right or below,
// several pairs in one row, or "Date of Birth: 3 April 2013" in one paragraph.
// Errors: none. Values stay as written; a label without a value, or with a prompt, is told with its place.
#pragma once

#include "read/outline.hpp"
#include "read/own_words.hpp"

#include <span>
#include <vector>

namespace ehc::read {

// What a label asks for. Names, dates and signatures without a person in the label belong to the person of their table.
enum class Asks : std::uint8_t {
    child_name, given_names, other_names, family_name, known_as, birth_date, pronouns, year_group, upn, nhs_number, age, first_language, looked_after,
    parent_name, relationship, setting, named_placement,
    plan_id, authority, version, status, exception, plan_date, draft_date, final_date, first_date, amended_date, notice_date, request_date, decision_to_assess_date,
    comments_by_date, transfer_date, moved_in_date,
    review_date, last_review_date, review_report_date, review_decision_date, review_decision,
    signature, officer_name, officer_role, signature_date,
    person_name, person_role, date, // of whoever the table is about
    other_person, other,            // known, and not kept: they end the value before them
};

// Whose part of the form a label stands in.
enum class Person : std::uint8_t { child, parent, setting, officer, other };

struct Labelled {
    Asks asks = Asks::other;
    Person person = Person::child;
    plan::State state = plan::State::blank; // blank, placeholder or stated
    plan::Text value;
    plan::Origin label;
    std::uint32_t line = 0; // of the label
};

// In the order of the document. Marks the lines that are labels only, outside sections.
[[nodiscard]] std::vector<Labelled> find_labels(Outline& outline, std::span<const OwnLabel> own = {});

} // namespace ehc::read

// What the words of a label ask for ("Date of this plan", "My date of birth", "Person/s with parental responsibility"), and
// whose part of a form a title opens; wherever they stand.
//
// Shapes: words of the child ("child's", "my") and what stands in brackets do not count; longer labels of reviews, requests
// and amendments are known by the words in them.
// Errors: none; nothing for words that are no label.
// Source: labels that councils print, as gathered from their templates.
#pragma once

#include "read/own_words.hpp"
#include "read/words.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>

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

constexpr std::uint32_t longest_label = 16; // words

// Labels of a profile, as they are compared.
using LabelTable = std::map<std::string, Asks, std::less<>>;
[[nodiscard]] LabelTable own_labels(std::span<const OwnLabel> own);

// What the whole of `range` asks for. Labels of a profile come first.
[[nodiscard]] std::optional<Asks> label_in(const Words& words, WordRange range, const LabelTable& own);
// Whose details follow below a title or beside a label.
[[nodiscard]] std::optional<Person> person_of_title(const Words& words);

} // namespace ehc::read

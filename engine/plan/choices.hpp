// The closed lists of the plan model (statuses, section letters, advice roles ...) and, for each value, its name in rules
// and XML, its words for people, and the other ways documents write it. One row a value: checker, schema, reader and
// reference all use these tables.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace ehc::plan {

// What a document is, decided by the recogniser.
enum class Kind : std::uint8_t { plan, template_, fragment, advice, review_form, return_, other };
enum class Status : std::uint8_t { draft, proposed_amended, final, amended_final, working_document };
// Sections of SEND Regulations 2014 reg 12(1); K is the appendices of reg 12(4).
enum class Letter : std::uint8_t { A, B, C, D, E, F, G, H1, H2, I, J, K };
inline constexpr std::size_t letter_count = 12;
// The areas of need of the SEND Code of Practice 2015 para 6.28 on, with the further headings that councils use.
enum class Area : std::uint8_t {
    communication_and_interaction,
    cognition_and_learning,
    social_emotional_and_mental_health,
    sensory_and_physical,
    independence,
    preparation_for_adulthood,
    health,
    social_care,
};
// Who gave an item of advice.
enum class Role : std::uint8_t {
    child,
    parent,
    education_setting,
    educational_psychologist,
    speech_and_language_therapist,
    occupational_therapist,
    physiotherapist,
    medical,
    camhs,
    teacher_of_the_deaf,
    teacher_of_vision_impairment,
    teacher_of_multi_sensory_impairment,
    audiology,
    social_care,
    careers_adviser,
    specialist_teacher,
    other,
};
// The lettered items of SEND Regulations 2014 reg 6(1).
enum class Category : std::uint8_t {
    views,                     // (a)
    education,                 // (b)
    medical,                   // (c)
    psychology,                // (d)
    social_care,               // (e)
    other_professional,        // (f)
    preparation_for_adulthood, // (g)
    requested_by_family,       // (h)
};
enum class Speaker : std::uint8_t { child, parent, other };
enum class Decision : std::uint8_t { maintain, amend, cease };
enum class Setting : std::uint8_t {
    mainstream_school,
    mainstream_academy,
    free_school,
    maintained_nursery,
    early_years_setting,
    resourced_provision,
    maintained_special_school,
    special_academy,
    non_maintained_special_school,
    independent_special_school,
    independent_school,
    special_school,
    alternative_provision,
    further_education_college,
    sixth_form_college,
    specialist_post_16_institution,
    hospital_school,
};
// What a paragraph is in its document.
enum class Place : std::uint8_t { heading, body, cell, label, header, footer, note };

struct ChoiceRow {
    std::string_view name;  // in rules and XML: "educational_psychologist"
    std::string_view words; // for people: "educational psychologist"
    std::string_view also;  // other wordings, lower case, "; " between them; empty for none
    std::string_view doc;
};

struct Domain {
    std::string_view name; // "role"
    std::string_view doc;
    std::span<const ChoiceRow> rows;

    [[nodiscard]] std::optional<std::uint8_t> find(std::string_view value_name) const noexcept;
};

extern const Domain kinds, statuses, letters, areas, roles, categories, speakers, decisions, settings, places;

template <class E> struct DomainOf;
template <> struct DomainOf<Kind> { static const Domain& get() { return kinds; } };
template <> struct DomainOf<Status> { static const Domain& get() { return statuses; } };
template <> struct DomainOf<Letter> { static const Domain& get() { return letters; } };
template <> struct DomainOf<Area> { static const Domain& get() { return areas; } };
template <> struct DomainOf<Role> { static const Domain& get() { return roles; } };
template <> struct DomainOf<Category> { static const Domain& get() { return categories; } };
template <> struct DomainOf<Speaker> { static const Domain& get() { return speakers; } };
template <> struct DomainOf<Decision> { static const Domain& get() { return decisions; } };
template <> struct DomainOf<Setting> { static const Domain& get() { return settings; } };
template <> struct DomainOf<Place> { static const Domain& get() { return places; } };

template <class E> [[nodiscard]] const ChoiceRow& row_of(E value) {
    return DomainOf<E>::get().rows[static_cast<std::size_t>(value)];
}
template <class E> [[nodiscard]] std::string_view name_of(E value) { return row_of(value).name; }
template <class E> [[nodiscard]] std::string_view words_of(E value) { return row_of(value).words; }

} // namespace ehc::plan

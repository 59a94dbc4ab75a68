#include "support/catch.hpp"

#include "plan/choices.hpp"

#include <set>
#include <string_view>

using namespace ehc::plan;

TEST_CASE("every value of every list is found by its name alone, and has words for people") {
    for (const Domain* domain : {&kinds, &statuses, &letters, &areas, &roles, &categories, &speakers, &decisions, &settings, &places}) {
        INFO(domain->name);
        std::set<std::string_view> names;
        for (std::size_t i = 0; i < domain->rows.size(); ++i) {
            const ChoiceRow& row = domain->rows[i];
            INFO(row.name);
            CHECK(names.insert(row.name).second);
            CHECK(domain->find(row.name) == i);
            CHECK_FALSE(row.words.empty());
            CHECK(row.doc != "");
        }
        CHECK_FALSE(domain->find(""));
        CHECK_FALSE(domain->find("no such value"));
    }
}

TEST_CASE("names stand in the order of their enums") {
    CHECK(name_of(Kind::other) == "other");
    CHECK(kinds.rows.size() == static_cast<std::size_t>(Kind::other) + 1);
    CHECK(name_of(Kind::template_) == "template");
    CHECK(name_of(Status::working_document) == "working_document");
    CHECK(statuses.rows.size() == static_cast<std::size_t>(Status::working_document) + 1);
    CHECK(name_of(Letter::H1) == "H1");
    CHECK(name_of(Letter::K) == "K");
    CHECK(letters.rows.size() == letter_count);
    CHECK(name_of(Area::social_care) == "social_care");
    CHECK(areas.rows.size() == static_cast<std::size_t>(Area::social_care) + 1);
    CHECK(name_of(Role::educational_psychologist) == "educational_psychologist");
    CHECK(roles.rows.size() == static_cast<std::size_t>(Role::other) + 1);
    CHECK(name_of(Category::requested_by_family) == "requested_by_family");
    CHECK(categories.rows.size() == static_cast<std::size_t>(Category::requested_by_family) + 1);
    CHECK(name_of(Speaker::other) == "other");
    CHECK(name_of(Decision::cease) == "cease");
    CHECK(name_of(Setting::hospital_school) == "hospital_school");
    CHECK(settings.rows.size() == static_cast<std::size_t>(Setting::hospital_school) + 1);
    CHECK(name_of(Place::note) == "note");
    CHECK(words_of(Status::amended_final) == "amended final");
}

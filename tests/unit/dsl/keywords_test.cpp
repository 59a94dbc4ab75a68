#include "support/catch.hpp"

#include "dsl/keywords.hpp"
#include "dsl/nouns.hpp"

#include <set>
#include <string>

using namespace ehc::dsl;

TEST_CASE("every keyword stands once and says what it is for", "[dsl][keywords]") {
    std::set<std::string_view> seen;
    for (const Keyword& keyword : keywords()) {
        INFO(keyword.phrase);
        CHECK(seen.insert(keyword.phrase).second);
        CHECK(keyword.doc.size() > 5);
        CHECK(keyword.doc.ends_with('.'));
        CHECK(keyword.phrase.find("  ") == std::string_view::npos);
        CHECK(words_of(keyword.phrase).count <= longest_phrase);
    }
}

TEST_CASE("words have numbers, and other words have none", "[dsl][keywords]") {
    CHECK(number_of("rule") != 0);
    CHECK(number_of("school") != 0); // only in phrases
    CHECK(number_of("rule") != number_of("rules"));
    CHECK(number_of("ruler") == 0);
    CHECK(number_of("") == 0);
    CHECK(words_of("on or before").count == 3);
    CHECK(words_of("on or before").words[1] == number_of("or"));
}

TEST_CASE("some words are never names, some only not at the start of a line", "[dsl][keywords]") {
    CHECK(reserved(number_of("and")) == Reserved::always);
    CHECK(reserved(number_of("end")) == Reserved::always);
    CHECK(reserved(number_of("category")) == Reserved::at_line_start);
    CHECK(reserved(number_of("school")) == Reserved::no);
    CHECK(reserved(0) == Reserved::no);
}

TEST_CASE("nouns fold to the singular and back", "[dsl][nouns]") {
    const auto [many, one] = GENERATE(table<std::string, std::string>({
        {"needs", "need"},
        {"outcomes", "outcome"},
        {"advice", "advice"},
        {"categories", "category"},
        {"children", "child"},
        {"statuses", "status"},
        {"mentions", "mention"},
    }));
    CHECK(singular(many) == one);
    CHECK(singular(one) == one);
    CHECK(plural(one) == many);
}

TEST_CASE("a noun that only looks plural stays, and so does one that would become a word of the language", "[dsl][nouns]") {
    CHECK(singular("status") == "status");
    CHECK(singular("class") == "class");
    CHECK(singular("ends") == "ends");
    CHECK(singular("s") == "s");
    for (const std::string noun : {"categorie", "statu", "ends", "class", "x", "s", "thi"}) {
        INFO(noun);
        CHECK(singular(plural(noun)) == singular(noun));
    }
}

#include "base/nearest.hpp"

#include "support/catch.hpp"

#include <string>
#include <vector>

using namespace ehc;

TEST_CASE("edits count inserts, deletes, replacements and swaps of neighbours") {
    CHECK(edit_distance("", "") == 0);
    CHECK(edit_distance("plan", "plan") == 0);
    CHECK(edit_distance("", "plan") == 4);
    CHECK(edit_distance("provision", "provison") == 1);
    CHECK(edit_distance("advice", "adivce") == 1);
    CHECK(edit_distance("need", "seed") == 1);
    CHECK(edit_distance("plan", "placement") == 5);
    CHECK(edit_distance("placement", "plan") == 5);
}

TEST_CASE("the nearest name is found within a third of the word's letters") {
    const std::vector<std::string> names{"provision", "placement", "plan", "plane", "review"};
    CHECK(nearest("provison", names) == "provision");
    CHECK(nearest("reveiw", names) == "review");
    CHECK(nearest("plans", names) == "plan"); // a tie: the earlier name
    CHECK_FALSE(nearest("outcome", names));
    CHECK_FALSE(nearest("x", names));
    CHECK_FALSE(nearest("", names));
    CHECK_FALSE(nearest(std::string(100000, 'a'), names));
    CHECK_FALSE(nearest("plan", std::vector<std::string>{"plan"})); // the word itself is no suggestion
    CHECK_FALSE(nearest("plan", std::vector<std::string>{}));
}

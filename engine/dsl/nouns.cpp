#include "dsl/nouns.hpp"

#include "dsl/keywords.hpp"

namespace ehc::dsl {

namespace {

struct Irregular {
    std::string_view one;
    std::string_view many;
};
constexpr Irregular irregulars[] = {
    {"advice", "advice"},       {"authority", "authorities"}, {"basis", "bases"},           {"body", "bodies"},
    {"category", "categories"}, {"child", "children"},        {"difficulty", "difficulties"}, {"status", "statuses"},
};

bool folds(std::string_view noun) { return noun.size() > 1 && noun.ends_with('s') && !noun.ends_with("ss"); }

} // namespace

std::string singular(std::string_view noun) {
    for (const Irregular& irregular : irregulars)
        if (noun == irregular.one || noun == irregular.many)
            return std::string(irregular.one);
    if (!folds(noun))
        return std::string(noun);
    const std::string_view folded = noun.substr(0, noun.size() - 1);
    return std::string(reserved(number_of(folded)) == Reserved::always ? noun : folded); // `ends` stays a name
}

std::string plural(std::string_view noun) {
    for (const Irregular& irregular : irregulars)
        if (noun == irregular.one)
            return std::string(irregular.many);
    std::string many = std::string(noun) + "s";
    return singular(many) == noun ? many : std::string(noun);
}

} // namespace ehc::dsl

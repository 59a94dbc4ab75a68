#include "dsl/nouns.hpp"

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
    return std::string(folds(noun) ? noun.substr(0, noun.size() - 1) : noun);
}

std::string plural(std::string_view noun) {
    for (const Irregular& irregular : irregulars)
        if (noun == irregular.one)
            return std::string(irregular.many);
    return noun.ends_with('s') ? std::string(noun) : std::string(noun) + "s";
}

} // namespace ehc::dsl

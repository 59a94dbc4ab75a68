#include "read/area_words.hpp"

#include <algorithm>
#include <iterator>

namespace ehc::read {

namespace {

// Words that may stand round the name of an area in its subhead.
constexpr std::string_view area_fillers[] = {
    "need", "needs", "difficulties", "difficulty", "skills", "sen", "and", "or", "of", "the", "my", "including", "incorporating", "provision", "outcomes",
    "outcome", "development", "strengths", "impact", "current", "functioning", "with", "special", "educational", "preparation", "preparing", "for",
    "adulthood", "keeping", "safe", "wellbeing", "health", "physical", "sensory", "medical", "mental", "emotional", "social", "section", "area",
    "self", "care", "help", "independence", "independent", "living", "learning", "child's", "continued", "in", "to", "long", "term", "short", "support",
    "communication", "language", "speech", "behaviour", "regulation", "play", "interaction", "cognition", "pfa", "life",
};

} // namespace

std::optional<plan::Area> area_of_opening(const Words& words) {
    const auto found = find_choice(plan::areas, words);
    if (!found || found->at.first != 0 || found->at.last >= words.count() || words.span(found->at.last - 1).end < sure_area_wording)
        return std::nullopt;
    const std::string_view gap = words.gap_before(found->at.last);
    if (gap.find(':') == std::string_view::npos && gap.find(" - ") == std::string_view::npos && gap.find(" \xE2\x80\x93 ") == std::string_view::npos)
        return std::nullopt;
    return static_cast<plan::Area>(found->index);
}

std::optional<plan::Area> area_of_subhead(const Words& words, bool long_text) {
    const auto found = find_choice(plan::areas, words);
    if (!found)
        return std::nullopt;
    const auto filler = [&](std::uint32_t at) {
        const std::string_view word = words.word(at);
        if (word == "ii" || word == "iii" || word == "iv") // "B(ii) Cognition and learning"
            return true;
        const bool letter_or_number = word.size() <= 2 && (word.size() == 1 || (word[0] >= '0' && word[0] <= '9'));
        return letter_or_number || std::ranges::find(area_fillers, word) != std::end(area_fillers);
    };
    for (std::uint32_t i = 0; i < found->at.first; ++i)
        if (!filler(i))
            return std::nullopt;
    // A description of the area may follow its name in the title row of a grid.
    if (!long_text)
        for (std::uint32_t i = found->at.last; i < words.count(); ++i)
            if (!filler(i))
                return std::nullopt;
    return static_cast<plan::Area>(found->index);
}

} // namespace ehc::read

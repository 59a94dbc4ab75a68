#include "read/item_words.hpp"

#include <algorithm>

namespace ehc::read {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Words of difficulty, and of what somebody can do.
constexpr std::string_view difficulty_words[] = {
    "difficult*", "struggl*", "hard", "harder", "need", "needs", "cannot", "can't", "unable", "not", "delay*", "doesn't", "don't", "isn't", "without", "finds", "requires", "require", "limited",
    "reduced", "impair*", "anxi*", "distress*", "overwhelm*", "below", "behind", "lack*", "challeng*", "problem*", "weak*", "slow*", "poor*", "barrier*", "affect*", "impact*", "easily", "avoid*",
    "refus*", "disorder*", "support*", "help", "helped", "emerging", "restrict*", "sensitiv*", "unclear", "forget*", "tire*", "fatigue", "loses", "misses", "only", "diagnos*", "autis*", "adhd", "less",
    "few", "little", "unless", "rarely", "seldom", "never", "no", "upset*", "worr*", "prompt*", "remind*", "relies", "dependent", "vulnerab*", "risk*", "syndrome", "epilep*", "palsy", "loss",
    "pain*", "seizure*", "asthma*", "allerg*", "concern*", "but", "however", "although", "though", "gap*", "low", "lower", "unsafe", "danger*", "significant*", "moderate", "severe", "deaf*", "blind*",
    "hyper*", "hypo*", "rigid*", "literal*", "disrupt*", "dysregulat*", "aggress*", "self harm*", "isolat*", "withdraw*", "mild", "fear*", "phobi*", "confus*", "inconsisten*", "irregular", "stammer*",
};
constexpr std::string_view ability_words[] = {
    "can", "able to", "enjoys", "enjoy", "good at", "strength", "strengths", "likes", "loves", "reads", "fluent*", "confident*", "excellent", "well", "kind", "friendly", "caring", "happy", "popular",
    "talented", "skilled", "expected", "reliable", "polite", "curious", "bright", "creative", "calculates", "swims", "plays", "sociable", "helpful", "proud", "knows", "independently", "age appropriate",
    "keen", "enthusiastic", "imaginative", "affectionate", "funny", "strong", "leads", "determined", "hardworking", "articulate",
};

constexpr std::string_view measures[] = {"level", "levels", "younger", "percentile", "centile", "standard score", "standard scores", "age equivalent", "scored", "dys*", "reading age", "spelling age",
                                         "working towards", "years old", "month level"};
constexpr std::string_view as_expected[] = {"expected", "age appropriate", "average", "above", "age related", "high level", "higher"};

// What a section says of itself and not of the child: where its provision is made, how its tables and numbers are read, and
// who has agreed to it.
constexpr std::string_view of_section[] = {"in this section", "this section", "in section*", "of section*", "provision below", "set out below", "listed below", "shown below", "tables below", "table below", "set out above", "listed above",
                                           "shown above", "the table", "each table", "the tables", "the following provision", "all of this", "all of the provision", "all provision", "provision applies", "this provision",
                                           "the provision runs", "section 61", "otherwise than at school", "numbers point", "numbers refer", "numbers in brackets", "left hand column", "right hand column", "outcomes run", "outcomes are for", "these outcomes", "these are for", "unless another date", "unless it says"};
constexpr std::string_view of_agreement[] = {"agreed", "agree", "agrees", "approved", "confirmed"};
constexpr std::string_view who_agrees[] = {"board", "icb", "integrated care board", "commissioner", "commissioners", "commissioning", "panel", "clinical officer", "trust", "nhs", "health authority"};
constexpr std::uint32_t longest_agreement = 40;

} // namespace

bool only_strengths(const Words& words) {
    // A level or score tells of a need unless it is said to be as expected.
    const bool measured = words.has_any(measures) && !words.has_any(as_expected);
    return !measured && words.has_any(ability_words) && !words.has_any(difficulty_words);
}

bool tells_of_section(const Words& words) {
    // "Education otherwise than at school: 15 hours a week with a tutor" is provision.
    constexpr std::string_view amounts[] = {"hours", "hour", "minutes", "minute", "sessions"};
    return words.has_any(of_section) && !words.has_any(amounts);
}

bool tells_of_targets(const Words& words) {
    constexpr std::string_view who[] = {"the school", "school", "the setting", "the college", "the nursery", "staff", "teachers", "tutors", "targets", "steps", "short term", "shorter", "termly", "progress", "each term", "every term", "smaller"};
    constexpr std::string_view what[] = {"target*", "steps", "step", "progress", "short term"};
    constexpr std::string_view when[] = {"review*", "set", "sets", "term", "half term", "termly", "meeting*", "report*"};
    return words.begins_any(who) && words.has_any(what) && words.has_any(when);
}

bool tells_of_agreement(const Words& words) {
    return words.count() <= longest_agreement && words.has_any(of_agreement) && words.has_any(who_agrees) && (words.has("provision") || words.has("this") || words.has("everything") || words.has("all"));
}

bool only_refers(const Words& words) {
    constexpr std::uint32_t longest_reference = 12;
    constexpr std::string_view glue[] = {"see", "also", "and", "or", "above", "below", "as", "in", "section", "sections", "outcome", "outcomes", "need", "needs", "part", "to", "refer", "please", "the", "provision", "of", "under", "row", "item", "items"};
    // "The following table sets out the provision required to meet the needs in section B."
    constexpr std::uint32_t longest_introduction = 40;
    constexpr std::string_view introductions[] = {"the following table", "the following tables", "the table below", "the tables below", "this table"};
    if (words.begins_any(introductions) && words.count() <= longest_introduction)
        return true;
    if (words.count() > longest_reference)
        return false;
    bool points = false;
    for (std::uint32_t i = 0; i < words.count(); ++i) {
        const std::string_view word = words.word(i);
        const bool number = std::ranges::all_of(word, is_digit);
        const bool letter = word.size() <= 2 && words.capital(i) && !number && word[0] >= 'a' && word[0] <= 'k';
        points = points || number || letter;
        if (!number && !letter && std::ranges::find(glue, word) == std::end(glue))
            return false;
    }
    return points;
}

bool opens_with_strengths(const Words& words) {
    constexpr std::string_view tags[] = {"strengths", "strength", "my strengths", "what i can do", "what i am good at", "what is working well", "what is going well"};
    for (const std::string_view tag : tags) {
        const auto end = static_cast<std::uint32_t>(std::ranges::count(tag, ' ') + 1);
        if (words.begins(tag) && end < words.count() && words.gap_before(end).find_first_of(".:-") != std::string_view::npos)
            return true;
    }
    return false;
}

std::string list_number(std::string_view label) {
    if (label.empty() || label.size() > 3)
        return {};
    const std::size_t digits = label.ends_with('.') || label.ends_with(')') ? label.size() - 1 : label.size();
    return digits != 0 && std::ranges::all_of(label.substr(0, digits), is_digit) ? std::string(label.substr(0, digits)) : std::string();
}

} // namespace ehc::read

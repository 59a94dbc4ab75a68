#include "read/section_titles.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace ehc::read {

namespace {

using plan::Letter;
using Phrases = std::span<const std::string_view>;

// Words of each section's title: `own` suffice for the letter that stands there; `clear` name this section alone.
constexpr std::string_view own_a[] = {"view*", "interest*", "aspiration*", "about me", "profile", "pen picture", "who i am", "story", "history", "hopes",
                                      "dreams", "voice", "background", "journey", "strengths", "introduction", "wishes"};
constexpr std::string_view own_b[] = {"special educational need*", "sen", "educational need*", "learning need*", "need help", "help with", "special needs",
                                      "description of need*", "strengths and needs", "my needs", "area* of need*", "identified need*", "difficult*"};
constexpr std::string_view own_c[] = {"health", "medical", "healthcare"};
constexpr std::string_view own_d[] = {"social care", "care needs", "social", "family and community life", "care"};
constexpr std::string_view own_e[] = {"outcome*", "goal*", "target*", "aim*", "what i want to achieve", "achieve"};
constexpr std::string_view own_f[] = {"provision", "support", "educational provision", "education provision", "help me"};
constexpr std::string_view own_g[] = {"health", "medical", "therap*", "healthcare"};
constexpr std::string_view own_h[] = {"social care", "care", "social", "chronically sick", "csdpa", "short break*"};
constexpr std::string_view own_i[] = {"placement*", "school*", "setting*", "institution*", "name and type", "name and or type", "college", "provider"};
constexpr std::string_view own_j[] = {"budget*", "direct payment*", "payment*"};
constexpr std::string_view own_k[] = {"advice", "information", "appendi*", "report*", "evidence", "contribut*", "assessment", "helped me to write"};

constexpr std::string_view clear_a[] = {"views interests", "interests and aspirations", "views and aspirations", "all about me"};
constexpr std::string_view clear_b[] = {"special educational needs", "special educational need"};
constexpr std::string_view clear_c[] = {"health needs", "health care needs", "healthcare needs", "medical needs"};
constexpr std::string_view clear_d[] = {"social care needs", "care needs"};
constexpr std::string_view clear_e[] = {"outcomes", "outcome"};
constexpr std::string_view clear_f[] = {"special educational provision", "special education provision", "educational provision"};
constexpr std::string_view clear_g[] = {"health provision", "health care provision", "healthcare provision"};
constexpr std::string_view clear_h1[] = {"chronically sick", "social care provision", "csdpa"};
constexpr std::string_view clear_h2[] = {"other social care provision", "other social care"};
constexpr std::string_view clear_i[] = {"placement", "name and type"};
constexpr std::string_view clear_j[] = {"personal budget*", "direct payment*"};
constexpr std::string_view clear_k[] = {"advice and information", "advice information"};

struct Family {
    Phrases own;
    Phrases clear;
};
constexpr std::array<Family, plan::letter_count> families{{
    {own_a, clear_a}, {own_b, clear_b}, {own_c, clear_c}, {own_d, clear_d}, {own_e, clear_e}, {own_f, clear_f},
    {own_g, clear_g}, {own_h, clear_h1}, {own_h, clear_h2}, {own_i, clear_i}, {own_j, clear_j}, {own_k, clear_k},
}};

// Whole titles without a letter. A title matches when it begins with one of these and has few words more.
struct WordTitle {
    std::string_view begins;
    Letter letter;
    std::uint32_t more = 4; // words that may follow
};
constexpr WordTitle word_titles[] = {
    {"views interests strengths aspirations", Letter::A},
    {"views interests and aspirations", Letter::A, 20},
    {"views wishes and feelings", Letter::A, 12},
    {"views interests hopes and dreams", Letter::A},
    {"views and aspirations", Letter::A, 10},
    {"child young person history", Letter::A},
    {"child's history", Letter::A},
    {"all about me", Letter::A},
    {"about me", Letter::A, 6},
    {"personal profile", Letter::A},
    {"profile", Letter::A, 0},
    {"learner profile", Letter::A},
    {"one page profile", Letter::A},
    {"pen picture", Letter::A},
    {"me pen picture", Letter::A},
    {"who i am", Letter::A},
    {"summary of the child or young person's history", Letter::A},
    {"parent carer views hopes and dreams", Letter::A},
    {"special educational needs provision", Letter::F},
    {"special educational needs", Letter::B, 5},
    {"what are my special educational needs", Letter::B, 2},
    {"strengths and special educational needs", Letter::B, 2},
    {"special educational need", Letter::B, 2},
    {"child or young person's special educational needs", Letter::B, 3},
    {"identified special educational need", Letter::B, 2},
    {"identified special educational needs", Letter::B, 2},
    {"description of needs", Letter::B, 2},
    {"description of need", Letter::B, 2},
    {"description of strengths and needs", Letter::B, 2},
    {"what i need help with", Letter::B, 2},
    {"health needs", Letter::C, 8},
    {"health care needs", Letter::C, 8},
    {"healthcare needs", Letter::C, 8},
    {"medical needs", Letter::C, 2},
    {"social care needs", Letter::D, 8},
    {"care needs", Letter::D, 8},
    {"family and community life", Letter::D, 2},
    {"desired outcomes", Letter::E, 2},
    {"intended outcomes", Letter::E, 2},
    {"outcomes sought", Letter::E, 16},
    {"outcomes including preparing for adulthood", Letter::E, 10},
    {"outcomes and support plan", Letter::F, 2},
    {"outcomes", Letter::E, 0},
    {"educational outcomes", Letter::E, 0},
    {"what i want to achieve", Letter::E, 2},
    {"long term goals for the child or young person", Letter::E, 2},
    {"special educational provision", Letter::F, 16},
    {"provision to meet", Letter::F, 8},
    {"what will help me get there", Letter::F, 0},
    {"special education provision", Letter::F, 10},
    {"educational provision", Letter::F, 4},
    {"provision", Letter::F, 0},
    {"health provision reasonably required", Letter::G, 40},
    {"any health provision reasonably required", Letter::G, 40},
    {"any health care provision reasonably required", Letter::G, 40},
    {"health provision", Letter::G, 16},
    {"health care provision", Letter::G, 8},
    {"healthcare provision", Letter::G, 8},
    {"social care provision other", Letter::H2, 4},
    {"other social care provision", Letter::H2, 14},
    {"any other social care provision", Letter::H2, 20},
    {"social care provision legislation", Letter::H1, 2},
    {"social care provision which must be made", Letter::H1, 30},
    {"social care provision required under section 2", Letter::H1, 20},
    {"social care provision resulting from section 2", Letter::H1, 20},
    {"social care any other social care provision", Letter::H2, 30},
    {"any other social care", Letter::H2, 30},
    {"other social care", Letter::H2, 4},
    {"social care provision", Letter::H1, 4},
    {"any social care provision which must be made", Letter::H1, 30},
    {"care provision", Letter::H1, 2},
    {"placement", Letter::I, 8},
    {"school placement", Letter::I, 2},
    {"educational placement named in this ehc plan", Letter::I, 2},
    {"education placement", Letter::I, 2},
    {"educational placement", Letter::I, 2},
    {"name and type of", Letter::I, 16},
    {"personal budget", Letter::J, 8},
    {"personal budgets", Letter::J, 8},
    {"direct payments", Letter::J, 3},
    {"details of any personal budget", Letter::J, 2},
    {"advice and information", Letter::K, 16},
    {"information and advice", Letter::K, 12},
    {"advice and reports", Letter::K, 6},
    {"evidence used to write this plan", Letter::K, 2},
    {"reports used to write this plan", Letter::K, 2},
    {"assessment evidence and advice", Letter::K, 2},
    {"list of appendices", Letter::K, 2},
    {"list of advice", Letter::K, 4},
    {"appendices", Letter::K, 4},
    {"people who have contributed to", Letter::K, 14},
    {"people who contributed to", Letter::K, 14},
    {"these people helped me to write this plan", Letter::K, 2},
    {"the following reports evidence and advice", Letter::K, 20},
    {"reports and advice", Letter::K, 4},
};
// Titles of advice reports, which have no letters.
constexpr WordTitle advice_titles[] = {
    {"recommendations", Letter::F, 8},
    {"recommended provision", Letter::F, 6},
    {"provision recommendations", Letter::F, 4},
    {"provision required", Letter::F, 6},
    {"suggested provision", Letter::F, 4},
    {"short term outcomes and recommendations", Letter::F, 2},
    {"education funded therapy provision", Letter::F, 2},
    {"health funded therapy provision", Letter::G, 2},
    {"support required", Letter::F, 4},
    {"strategies and provision", Letter::F, 4},
    {"long term outcomes", Letter::E, 2},
    {"short term outcomes", Letter::E, 2},
    {"medium term outcomes", Letter::E, 2},
    {"suggested outcomes", Letter::E, 2},
    {"recommended outcomes", Letter::E, 2},
    {"areas of difficulty", Letter::B, 2},
    {"areas of need", Letter::B, 2},
    {"needs", Letter::B, 0},
    {"strengths and needs", Letter::B, 2},
};

bool is_number(std::string_view word) { return !word.empty() && word[0] >= '0' && word[0] <= '9'; }

// "My ...", "The child or young person's ...", "Priya's ...": the word after those.
std::uint32_t after_owners(const Words& words, std::uint32_t from) {
    constexpr std::string_view owners[] = {"the", "my", "our", "child's", "childs", "child's or", "child or young person's", "child young person's", "child's young person's", "young person's"};
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view owner : owners)
            if (words.begins(owner, from)) {
                from += static_cast<std::uint32_t>(std::ranges::count(owner, ' ') + 1);
                more = true;
            }
    }
    if (from + 1 < words.count() && words.word(from).ends_with("'s") && words.capital(from) && words.word(from) != "people's")
        ++from;
    return from;
}

} // namespace

std::uint32_t after_part_number(const Words& words) {
    std::uint32_t at = 0;
    if ((words.word(0) == "part" || words.word(0) == "section" || words.word(0) == "step" || words.word(0) == "page") && is_number(words.word(1)))
        at = 2;
    else if (is_number(words.word(0)))
        at = 1;
    while (at != 0 && is_number(words.word(at)))
        ++at;
    return at < words.count() ? at : 0;
}

bool names_section(const Words& words, WordRange range, Letter letter) {
    const auto within = [&](std::string_view phrase) {
        const auto at = words.find(phrase, range.first);
        return at && at->last <= range.last;
    };
    const auto any = [&](Phrases phrases) { return std::ranges::any_of(phrases, within); };
    const bool provision = within("provision") || within("support");
    const bool needs = within("need") || within("needs");
    const Family& family = families[static_cast<std::size_t>(letter)];
    switch (letter) {
    case Letter::B:
        // Bare "needs" are B's unless the words name another kind.
        return (any(family.own) && !(within("provision") && any(clear_f))) || (needs && !any(own_c) && !any(own_d));
    case Letter::C:
        return any(family.own) && (needs || !provision);
    case Letter::D:
        return any(family.own) && (needs || !provision) && !((within("health care needs") || within("healthcare needs")) && !within("social"));
    case Letter::F:
        return any(clear_f) || (any(family.own) && !any(clear_g) && !any(clear_h1) && !(needs && any(clear_b) && !within("provision")));
    case Letter::G:
        return any(family.own) && (provision || !needs);
    case Letter::H1:
        // The words of H2 with none of the Act are H2's.
        return any(family.own) && (provision || !needs) &&
               !(any(clear_h2) && !within("chronically sick") && !within("1970") && !within("csdpa"));
    case Letter::H2:
        return any(family.own) && (provision || !needs) && !(within("chronically sick") && !within("other"));
    default:
        return any(family.own);
    }
}

bool opens_with_section(const Words& words, WordRange range, Letter letter) {
    constexpr std::uint32_t early = 8;
    if (!names_section(words, range, letter))
        return false;
    const Family& family = families[static_cast<std::size_t>(letter)];
    if (std::ranges::any_of(family.clear, [&](std::string_view phrase) {
            const auto at = words.find(phrase, range.first);
            return at && at->first < range.first + early;
        }))
        return true;
    const std::uint32_t from = after_owners(words, range.first);
    return words.begins_any(family.own, from) || letter_by_words(Words(words.original().substr(words.span(range.first).begin))) == letter;
}

std::optional<Letter> title_letter(const Words& words, WordRange range, Letter own) {
    if (range.first >= range.last)
        return std::nullopt;
    if (names_section(words, range, own))
        return own;
    std::optional<Letter> found;
    WordRange at{words.count(), 0};
    for (std::size_t i = 0; i < plan::letter_count; ++i)
        for (const std::string_view phrase : families[i].clear) {
            const auto here = words.find(phrase, range.first);
            // The earlier words count; of those that begin alike, the longer.
            if (here && here->last <= range.last && (here->first < at.first || (here->first == at.first && here->last > at.last))) {
                found = static_cast<Letter>(i);
                at = *here;
            }
        }
    // The two halves of H are told apart above; either letter may have the plain words.
    if (found && (own == Letter::H1 || own == Letter::H2) && *found == Letter::H1 && !words.has("chronically sick"))
        return std::nullopt;
    return found;
}

std::optional<Letter> letter_by_words(const Words& words, bool advice) {
    std::uint32_t from = after_part_number(words);
    from = after_owners(words, from);
    const std::uint32_t left = words.count() - std::min(from, words.count());
    const auto search = [&](std::span<const WordTitle> titles) -> std::optional<Letter> {
        std::optional<Letter> found;
        std::size_t length = 0;
        for (const WordTitle& title : titles) {
            const auto size = static_cast<std::uint32_t>(std::ranges::count(title.begins, ' ') + 1);
            if (title.begins.size() > length && words.begins(title.begins, from) && left <= size + title.more) {
                found = title.letter;
                length = title.begins.size();
            }
        }
        return found;
    };
    if (advice)
        if (const auto found = search(advice_titles))
            return found;
    return search(word_titles);
}

} // namespace ehc::read

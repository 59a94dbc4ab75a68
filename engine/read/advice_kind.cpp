#include "read/advice_kind.hpp"

#include "read/title_lines.hpp"

#include <algorithm>

namespace ehc::read {

namespace {

using plan::Kind;
using plan::Letter;

constexpr std::size_t fewest_sections_of_a_plan = 4;
constexpr std::uint32_t longest_sign = 30;        // words of a line that is a part's head or names the author
constexpr std::size_t longest_blank_advice = 400; // words, of labels and instructions

// Titles that only advice has. A plan's list of advice names them too, but a plan has its list.
constexpr std::string_view sure_advice_titles[] = {
    "education advice", "educational advice", "health advice", "health care advice", "medical advice", "social care advice", "psychological advice", "psychology advice",
    "educational psychologist advice", "educational psychologist's advice", "parental advice", "parent advice", "parent carer advice", "school advice", "early years advice",
    "setting advice", "specialist teacher advice", "specialist teacher's advice", "physiotherapy advice", "occupational therapy advice", "speech and language therapy advice",
    "professional advice", "statutory advice", "advice report", "psychological report", "educational psychology report", "educational psychologist report", "educational psychologist's report",
    "speech and language therapy report", "speech and language therapist report", "speech and language therapist's report", "speech and language report", "occupational therapy report",
    "occupational therapist report", "occupational therapist's report", "physiotherapy report", "physiotherapist report", "physiotherapist's report", "paediatric report", "paediatrician's report",
    "advice for an education health and care needs assessment", "advice for education health and care needs assessment", "advice for an ehc needs assessment", "advice for ehc needs assessment",
    "advice towards an education health and care needs assessment", "advice towards an ehc needs assessment", "needs assessment report", "therapy advice", // after those that end with it
};
constexpr std::uint32_t longest_advice_head = 8; // words of a head within a paper that gathers several pieces of advice
constexpr std::string_view advice_titles[] = {
    "advice", "report", "assessment", "psychological advice", "medical advice", "social care advice", "education advice", "educational advice", "parental advice", "parent's views", "parental views",
    "appendix", "appendices", "school advice", "statement of", "information and advice", "contribution to",
};
constexpr std::string_view advice_signs[] = {
    "recommendations", "recommendation", "assessment", "hcpc", "reason for referral", "reason for assessment", "background information", "sources of information", "date of assessment", "assessment date",
    "report author", "author", "observation", "observations", "test results", "standard score", "percentile", "date of report", "report date", "conclusion", "conclusions", "summary and recommendations",
    "current support provision", "support strategies", "attainment", "date last seen", "presenting difficulties", "areas of difficulty", "assessment methods used",
    "recommended provision", "provision recommended", "date of advice", "this report is based on", "date of consultation", "date of online consultation", "areas of need", "advice giver", "formal assessments", "medical history", "involvement to date", "summary of involvement",
};

bool answered(plan::State state) { return state == plan::State::stated || state == plan::State::unreadable; }

// How many parts of a report it has.
std::size_t signs_of_advice(const Document& document) {
    std::vector<std::string_view> seen;
    for (const Block& block : document.blocks) {
        const Words words(block.text.value);
        if (words.count() > longest_sign)
            continue;
        const bool heads = block.heading_level != 0 || block.all_bold || words.count() <= 6;
        for (const std::string_view sign : advice_signs)
            if (heads && words.has(sign) && std::ranges::find(seen, sign) == seen.end())
                seen.push_back(sign);
    }
    return seen.size();
}

void add(std::string& why, const std::string& sign) {
    if (!sign.empty())
        why += (why.empty() ? "" : "; ") + sign;
}

} // namespace

std::optional<KindFound> titled_advice(const Document& document, const Outline& outline, const plan::Plan& plan, std::size_t all_words) {
    if (outline.section(Letter::I).headed || outline.section(Letter::K).headed || (outline.section(Letter::I).found() && outline.section(Letter::K).found()))
        return std::nullopt;
    const auto names_advice = [](const Words& words) {
        return std::ranges::find_if(sure_advice_titles, [&](std::string_view title) { return words.has(title); });
    };
    const auto* title = std::end(sure_advice_titles);
    for (const TitleLine& line : first_lines(document))
        if (line.words.count() <= longest_title && !line.block->cell && !line.words.original().ends_with('.') && title == std::end(sure_advice_titles))
            title = names_advice(line.words);
    std::vector<std::string_view> heads;
    for (const Line& line : outline.lines)
        if (!line.block->cell && line.words.count() <= longest_advice_head && (line.strong() || line.words.original().ends_with(':')))
            if (const auto* named = names_advice(line.words); named != std::end(sure_advice_titles) && std::ranges::find(heads, *named) == heads.end())
                heads.push_back(*named);
    if (title == std::end(sure_advice_titles) && heads.size() < 2)
        return std::nullopt;
    // A thread of a forum has such a title too; advice names a child, or has the parts of a report.
    const bool form = plan.child.name.state != plan::State::missing || plan.child.date_of_birth.state != plan::State::missing || outline.headed() + outline.by_words() != 0;
    if (!form && heads.size() < 2 && signs_of_advice(document) == 0)
        return std::nullopt;
    const bool blank = !answered(plan.child.name.state) && !answered(plan.child.date_of_birth.state) && all_words <= longest_blank_advice;
    return KindFound{Kind::advice, blank ? "a blank form for advice" : "an advice report",
                     title != std::end(sure_advice_titles) ? "its title names " + std::string(*title) : "it gathers " + std::string(heads[0]) + " and " + std::string(heads[1])};
}

std::optional<KindFound> advice_kind(const Document& document, const Outline& outline) {
    std::string why;
    std::optional<plan::Role> role;
    bool titled = false;
    for (const TitleLine& line : first_lines(document)) {
        if (line.words.count() > longest_title)
            continue;
        titled = titled || line.words.has_any(advice_titles);
        if (!role)
            role = choice_in<plan::Role>(line.words);
    }
    const std::size_t signs = signs_of_advice(document);
    bool author = false;
    for (const Block& block : document.blocks) {
        const Words words(block.text.value);
        if (words.count() <= longest_sign)
            author = author || words.has("report author") || words.has("author") || words.has("hcpc") || words.has("report by") || words.has("completed by") || words.has("signed") ||
                     words.has("prepared by") || words.has("written by") || words.has("advice giver");
    }
    if (!(titled || author) || signs < 2 || (!role && !author && signs < 3))
        return std::nullopt;
    if (outline.headed() >= fewest_sections_of_a_plan)
        return std::nullopt;
    if (role)
        add(why, "the first lines name the role: " + std::string(plan::words_of(*role)));
    if (author)
        add(why, "an author is named");
    add(why, "it has an assessment or recommendations and no lettered sections of a plan");
    return KindFound{Kind::advice, "an advice report", why};
}

} // namespace ehc::read

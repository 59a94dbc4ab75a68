#include "read/columns.hpp"

#include <algorithm>

namespace ehc::read {

namespace {

enum class How : std::uint8_t { is, begins, has };

struct RoleWords {
    std::string_view phrase;
    Role role;
    How how = How::begins;
};

// The first row that fits decides, so the narrower labels stand first.
constexpr RoleWords role_words[] = {
    {"which need", Role::need_reference, How::has},
    {"for need", Role::need_reference},
    {"which needs", Role::need_reference, How::has},
    {"meets", Role::need_reference, How::is},
    {"for", Role::need_reference, How::is},
    {"relates to", Role::need_reference, How::is},
    {"for outcome", Role::outcome_reference},
    {"need met", Role::need_reference, How::has},
    {"needs met", Role::need_reference, How::has},
    {"met need", Role::need_reference, How::is},
    {"need ref", Role::need_reference},
    {"need reference", Role::need_reference},
    {"linked need", Role::need_reference},
    {"link to need", Role::need_reference},
    {"links to need", Role::need_reference},
    {"related need", Role::need_reference},
    {"meets need", Role::need_reference},
    {"need addressed", Role::need_reference, How::has},
    {"which outcome", Role::outcome_reference, How::has},
    {"outcome met", Role::outcome_reference, How::has},
    {"outcome ref", Role::outcome_reference},
    {"outcome reference", Role::outcome_reference},
    {"linked outcome", Role::outcome_reference},
    {"link to outcome", Role::outcome_reference},
    {"links to outcome", Role::outcome_reference},
    {"supports outcome", Role::outcome_reference},
    {"outcome supported", Role::outcome_reference},
    {"related outcome", Role::outcome_reference},
    {"no", Role::id, How::is},
    {"number", Role::id, How::is},
    {"ref", Role::id, How::is},
    {"ref no", Role::id, How::is},
    {"reference", Role::id, How::is},
    {"id", Role::id, How::is},
    {"need no", Role::id, How::is},
    {"need number", Role::id, How::is},
    {"outcome no", Role::id, How::is},
    {"outcome number", Role::id, How::is},
    {"provision no", Role::id, How::is},
    {"item", Role::id, How::is},
    {"what is not working", Role::need},
    {"what's not working", Role::need},
    {"not working", Role::need, How::has},
    {"what is working", Role::strengths},
    {"what's working", Role::strengths},
    {"what is going well", Role::strengths},
    {"strength", Role::strengths, How::is},
    {"strengths", Role::strengths, How::is},
    {"my strengths", Role::strengths, How::is},
    {"strengths and abilities", Role::strengths, How::is},
    {"strengths and resources", Role::strengths, How::is},
    {"strengths and interests", Role::strengths, How::is},
    {"strengths resources", Role::strengths, How::is},
    {"area", Role::area, How::is},
    {"area of need", Role::area, How::is},
    {"areas of need", Role::area, How::is},
    {"category of need", Role::area, How::is},
    {"broad area of need", Role::area, How::is},
    {"by when", Role::deadline},
    {"by", Role::deadline, How::is},
    {"target date", Role::deadline},
    {"timescale", Role::deadline, How::has},
    {"timescales", Role::deadline, How::has},
    {"to be achieved by", Role::deadline, How::has},
    {"date to be achieved", Role::deadline},
    {"achieve by", Role::deadline, How::is},
    {"when will", Role::when},
    {"when", Role::when, How::is},
    {"by whom", Role::who},
    {"who", Role::who, How::is},
    {"who by", Role::who},
    {"who will", Role::who},
    {"who is responsible", Role::who},
    {"who provides", Role::who},
    {"who and", Role::who},
    {"from whom", Role::who},
    {"provider", Role::who},
    {"provided by", Role::who},
    {"delivered by", Role::who},
    {"lead", Role::who, How::is},
    {"lead person", Role::who, How::is},
    {"lead professional", Role::who, How::is},
    {"person responsible", Role::who},
    {"responsible", Role::who},
    {"responsibility", Role::who},
    {"staff", Role::who, How::is},
    {"staffing", Role::who, How::is},
    {"resources and staffing", Role::who, How::is},
    {"staffing and resources", Role::who, How::is},
    {"agency", Role::who, How::is},
    {"service", Role::who, How::is},
    {"qualification", Role::who},
    {"expertise", Role::who},
    {"group size", Role::group_size},
    {"ratio", Role::group_size, How::is},
    {"staff student ratio", Role::group_size},
    {"staff pupil ratio", Role::group_size},
    {"staff to student ratio", Role::group_size},
    {"staffing ratio", Role::group_size},
    {"adult child ratio", Role::group_size},
    {"adult pupil ratio", Role::group_size},
    {"grouping", Role::group_size, How::is},
    {"how long", Role::duration},
    {"duration", Role::duration},
    {"length of session", Role::duration},
    {"session length", Role::duration},
    {"length of time", Role::duration},
    {"how often", Role::frequency},
    {"when and how", Role::frequency},
    {"when and for how", Role::frequency},
    {"freq", Role::frequency, How::is},
    {"length", Role::duration, How::is},
    {"how frequently", Role::frequency},
    {"frequency", Role::frequency},
    {"how much", Role::frequency},
    {"amount", Role::frequency, How::is},
    {"hours", Role::frequency, How::is},
    {"start date", Role::start},
    {"start", Role::start, How::is},
    {"from", Role::start, How::is},
    {"date from", Role::start, How::is},
    {"end date", Role::end},
    {"until", Role::end, How::is},
    {"date to", Role::end, How::is},
    {"achieved", Role::achieved, How::is},
    {"achieved partially achieved", Role::achieved},
    {"achieved or not", Role::achieved},
    {"next steps", Role::aside, How::is},
    {"outcome achieved", Role::achieved},
    {"steps", Role::steps},
    {"small steps", Role::steps},
    {"step towards", Role::steps},
    {"short term target", Role::steps},
    {"short term targets", Role::steps},
    {"success criteria", Role::steps},
    {"how will we know", Role::steps},
    {"how will i know", Role::steps},
    {"measure", Role::steps},
    {"how will it be measured", Role::steps},
    {"aspiration", Role::aim},
    {"aspirations", Role::aim},
    {"long term aim", Role::aim},
    {"long term aims", Role::aim},
    {"long term aim s", Role::aim},
    {"long term goal", Role::aim},
    {"long term goals", Role::aim},
    {"overarching aim", Role::aim},
    {"where", Role::detail, How::is},
    {"location", Role::detail, How::is},
    {"resources", Role::detail, How::is},
    {"equipment", Role::detail, How::is},
    {"resources and equipment", Role::detail, How::is},
    {"impact", Role::detail},
    {"how", Role::detail, How::is},
    {"monitoring", Role::aside},
    {"monitored", Role::aside},
    {"review", Role::aside},
    {"reviewed", Role::aside},
    {"how will this be reviewed", Role::aside},
    {"how will this be monitored", Role::aside},
    {"evaluation", Role::aside, How::is},
    {"progress", Role::aside, How::is},
    {"source", Role::aside},
    {"evidence", Role::aside, How::is},
    {"funded by", Role::aside},
    {"funding", Role::aside},
    {"funder", Role::aside},
    {"cost", Role::aside},
    {"costs", Role::aside},
    {"what", Role::provision, How::is},
    {"what will", Role::provision},
    {"what support", Role::provision},
    {"to help the child", Role::provision},
    {"to help the young person", Role::provision},
    {"to achieve the outcome", Role::provision},
    {"action", Role::provision},
    {"actions", Role::provision},
    {"intervention", Role::provision},
    {"interventions", Role::provision},
    {"strategies", Role::provision, How::is},
    {"support required", Role::provision},
    {"desired outcome", Role::outcome},
    {"desired outcomes", Role::outcome},
    {"outcome", Role::outcome},
    {"outcomes", Role::outcome},
    {"what i want to achieve", Role::outcome},
    {"goal", Role::outcome, How::is},
    {"goals", Role::outcome, How::is},
    {"provision", Role::provision, How::has},
    {"support", Role::provision, How::has},
    {"outcome", Role::outcome, How::has},
    {"outcomes", Role::outcome, How::has},
    {"need", Role::need, How::has},
    {"needs", Role::need, How::has},
    {"difficulties", Role::need, How::is},
    {"barriers", Role::need},
};

constexpr std::uint32_t longest_label = 25;
constexpr std::uint32_t longest_loose_label = 9;

} // namespace

std::optional<plan::Letter> home_of(Role role) {
    switch (role) {
    case Role::need:
    case Role::strengths: return plan::Letter::B;
    case Role::outcome:
    case Role::aim:
    case Role::steps: return plan::Letter::E;
    case Role::provision: return plan::Letter::F;
    default: return std::nullopt;
    }
}

bool is_property(Role role) {
    switch (role) {
    case Role::none:
    case Role::need:
    case Role::outcome:
    case Role::provision:
    case Role::strengths:
    case Role::aim:
    case Role::area: return false;
    default: return true;
    }
}

RoleFound role_of(const Words& words) {
    if (words.empty())
        return {words.original().find('#') != std::string_view::npos ? Role::id : Role::none, true};
    if (words.count() > longest_label)
        return {};
    for (const RoleWords& row : role_words) {
        const bool fits = row.how == How::is ? words.is(row.phrase) : row.how == How::begins ? words.begins(row.phrase) : words.has(row.phrase);
        if (!fits)
            continue;
        if (row.how == How::has && (words.count() > longest_loose_label || words.original().ends_with('.')))
            continue;
        // "Outcome: Maya will ..." is an outcome, not its label.
        if (row.how == How::begins && words.count() > longest_loose_label && !words.begins("to help") && words.original().ends_with('.'))
            continue;
        return {row.role, row.how != How::has};
    }
    // "What Raff will get", "What I will do"
    constexpr std::string_view given[] = {"will get", "will receive", "will have", "gets", "receives", "is provided"};
    constexpr std::string_view reached[] = {"will do", "will achieve", "be able to"};
    constexpr std::uint32_t longest_question = 6;
    if (words.begins("what") && words.count() <= longest_question) {
        if (words.has_any(given))
            return {Role::provision, true};
        if (words.has_any(reached))
            return {Role::outcome, true};
    }
    return {};
}

} // namespace ehc::read

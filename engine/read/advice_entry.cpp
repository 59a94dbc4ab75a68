#include "read/advice_entry.hpp"

#include "read/wording.hpp"
#include "text/dates.hpp"

#include <algorithm>

namespace ehc::read {

namespace {

using plan::Category;
using plan::Origin;
using plan::Role;
using plan::State;
using plan::Text;

constexpr std::string_view report_words[] = {"report", "reports", "advice", "assessment", "letter", "views", "questionnaire", "statement", "evidence", "contribution", "appendix", "profile",
                                             "summary", "review", "form", "information", "ehcna"};
constexpr std::string_view waiting_words[] = {"awaiting", "awaited", "to follow", "not received", "not yet received", "chased", "pending", "to be received", "not yet available",
                                              "not available yet", "still to come", "overdue", "requested"};
constexpr std::string_view person_titles[] = {"dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "sir", "dame"};
constexpr std::string_view organisation_words[] = {"service", "services", "team", "trust", "school", "academy", "college", "centre", "hospital", "nhs", "council", "clinic", "nursery", "department",
                                                   "surgery", "practice", "foundation", "authority", "preschool", "icb", "partnership", "ltd", "unit", "cic"};
constexpr std::string_view form_fillers[] = {"advice", "and", "information", "from", "report", "reports", "the", "of", "a", "any", "other", "person", "views", "professional", "professionals",
                                             "advice", "medical", "social", "care", "health", "education", "educational", "psychological", "or", "child", "young", "person's", "child's", "parent", "parents",
                                             "carer", "carers", "assessment", "ehc", "needs", "if", "applicable", "where", "appropriate", "who", "whom", "authority", "local", "thinks", "service",
                                             "setting", "requests", "reasonably", "that", "it", "is", "sought", "provision", "to", "assist", "y9", "year", "9", "older", "people", "in", "prepare",
                                             "preparing", "preparation", "for", "adulthood", "independent", "independence", "living", "y", "children", "seek", "requested", "by", "with", "parental", "given",
                                             "including", "incl", "hi", "vi", "impairment", "hearing", "visual", "vision", "therapy", "la", "assisting", "head", "teacher", "1", "2", "3", "4", "5", "6", "7", "8", "10"};
constexpr std::size_t longest_name = 5; // words

bool listed(std::span<const std::string_view> words, std::string_view word) { return std::ranges::find(words, word) != words.end(); }

// What a form prints for a row to be filled in: roles and kinds of advice, and nothing of one child.
bool printed_by_form(const Text& text) {
    const Words words(text.value);
    const auto role = find_choice(plan::roles, words);
    for (std::uint32_t i = 0; i < words.count(); ++i) {
        if (role && i >= role->at.first && i < role->at.last)
            continue;
        if (!listed(form_fillers, words.word(i)))
            return false;
    }
    return true;
}

// Parts of an entry written in one line: "Speech therapy report, J. Abara HCPC, 14 February 2025".
std::vector<Text> parts_of(const Text& text) {
    std::vector<Text> parts;
    const std::string_view value = text.value;
    std::size_t from = 0;
    const auto cut = [&](std::size_t end, std::size_t next) {
        std::size_t begin = from, last = end;
        while (begin < last && std::string_view(" ,;:(").find(value[begin]) != std::string_view::npos)
            ++begin;
        while (last > begin && std::string_view(" ,;:).").find(value[last - 1]) != std::string_view::npos)
            --last;
        if (last > begin)
            parts.push_back(text.part(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last)));
        from = next;
    };
    for (std::size_t at = 0; at < value.size(); ++at) {
        const std::string_view rest = value.substr(at);
        if (value[at] == ',' || value[at] == ';' || value[at] == ':' || value[at] == '\n' || value[at] == '(' || value[at] == ')' || value[at] == '|')
            cut(at, at + 1);
        else if (rest.starts_with(" - "))
            cut(at, at + 3);
        else if (rest.starts_with(" \xE2\x80\x93 ") || rest.starts_with(" \xE2\x80\x94 "))
            cut(at, at + 5);
        else if (rest.starts_with(" by ") || rest.starts_with(" from "))
            cut(at, at + (rest[1] == 'b' ? 4U : 6U));
        else if (rest.starts_with(" dated ") || rest.starts_with(" written "))
            cut(at, at + 1);
    }
    cut(value.size(), value.size());
    return parts;
}

bool person_name(const Text& text) {
    const Words words(text.value);
    if (words.empty() || words.count() > longest_name + 2 || words.has_any(report_words))
        return false;
    if (listed(person_titles, words.word(0)))
        return words.count() >= 2;
    if (role_of_advice(words) || words.has_any(organisation_words))
        return false;
    std::uint32_t names = 0, joins = 0;
    for (std::uint32_t i = 0; i < words.count(); ++i) {
        if (words.word(i)[0] >= '0' && words.word(i)[0] <= '9')
            return false;
        names += words.capital(i) ? 1U : 0U;
        joins += words.word(i) == "and" ? 1U : 0U;
    }
    // A first name or initial, and a surname; "Ann and Joe Ferris".
    return names >= 2 && names + joins == words.count();
}

struct Dates {
    std::optional<PartialDate> date, received, requested;
    Origin date_origin, received_origin, requested_origin;
};

// Dates of a line: that of the advice, and the one that follows "received".
void dates_in(const Text& text, Dates& dates) {
    const text::Analysis analysis(text.value);
    for (const text::FoundDate& found : analysis.dates()) {
        if (!found.valid)
            continue;
        const Span span = analysis.span(found.first, found.last);
        bool received = false, requested = false, aside = false;
        for (std::uint32_t back = 1; back <= 3 && back <= found.first; ++back) {
            const std::string_view word = analysis.word(found.first - back);
            received = received || word == "received";
            requested = requested || word == "requested";
            aside = aside || word == "born" || word == "dob" || word == "chased";
            if (word == "dated" || word == "," || word == ";")
                break;
        }
        if (aside)
            continue;
        auto& slot = received ? dates.received : requested ? dates.requested : dates.date;
        if (slot)
            continue;
        slot = found.date;
        (received ? dates.received_origin : requested ? dates.requested_origin : dates.date_origin) = text.origin(span.begin, span.end);
    }
}

void dates_in_cell(const AdviceCell& cell, Dates& dates) {
    // A bare year or term counts where a column asks for the date.
    if (cell.part == AdvicePart::date || cell.part == AdvicePart::received || cell.part == AdvicePart::requested) {
        const auto found = text::read_date(cell.text.value);
        auto& slot = cell.part == AdvicePart::date ? dates.date : cell.part == AdvicePart::received ? dates.received : dates.requested;
        if (found && found->valid && !slot) {
            slot = found->date;
            (cell.part == AdvicePart::date ? dates.date_origin : cell.part == AdvicePart::received ? dates.received_origin : dates.requested_origin) = cell.text.origin();
        }
        return;
    }
    dates_in(cell.text, dates);
}

const AdviceCell* cell_of(const AdviceEntry& entry, AdvicePart part) {
    for (const AdviceCell& cell : entry.cells)
        if (cell.part == part)
            return &cell;
    return nullptr;
}

Dates dates_of(const AdviceEntry& entry) {
    Dates dates;
    // Columns that ask for the date come before dates in other words.
    for (const AdvicePart part : {AdvicePart::date, AdvicePart::received, AdvicePart::requested, AdvicePart::appended, AdvicePart::what, AdvicePart::none, AdvicePart::author, AdvicePart::role,
                                  AdvicePart::organisation, AdvicePart::note})
        for (const AdviceCell& cell : entry.cells)
            if (cell.part == part && !cell.text.empty())
                dates_in_cell(cell, dates);
    return dates;
}

// True when the words say that the advice is still to come; "requested ... received" does not.
bool says_waiting(const Words& words) {
    const bool not_received = words.has("not received") || words.has("not yet received") || words.has("to be received") || words.has("not been received");
    for (const std::string_view waiting : waiting_words) {
        const auto at = words.find(waiting);
        if (!at)
            continue;
        const auto received = words.find("received", at->last);
        if (received && !not_received && words.word(received->first - 1) != "not")
            continue;
        // "Advice and information requested" is a label; a request waits only with its date or reply.
        if (waiting == "requested" && (words.has("requested by") || words.has("information requested") || words.has("not requested") || words.has("reasonably")))
            continue;
        return true;
    }
    return false;
}

Text whole_text(const AdviceEntry& entry) {
    Text whole;
    for (const AdviceCell& cell : entry.cells)
        if (!cell.text.empty() && cell.part != AdvicePart::id)
            whole.append(cell.text, "\n");
    return whole;
}

// "K3:", "Appendix 2 -", "3." where an entry begins: bytes [0, end) of the text.
struct EntryNumber {
    std::string id;
    std::uint32_t end = 0;
};
std::optional<EntryNumber> number_at_start(const Text& text) {
    const Words words(text.value);
    std::uint32_t next = 0;
    std::string id;
    if ((words.word(0) == "appendix" || words.word(0) == "app") && words.count() > 1 && words.word(1).size() <= 2) {
        const Span number = words.span(1);
        id = "Appendix " + text.value.substr(number.begin, number.size());
        next = 2;
    } else if (words.word(0) == "k" && words.capital(0) && words.count() > 2 && words.gap_before(1).empty() && words.word(1)[0] >= '0' && words.word(1)[0] <= '9') {
        id = "K" + std::string(words.word(1));
        next = 2;
    } else if (!words.empty() && words.word(0).size() <= 2 && words.word(0)[0] >= '0' && words.word(0)[0] <= '9' && words.count() > 1 &&
               words.gap_before(1).find_first_of(".):") != std::string_view::npos && words.gap_before(1).find(' ') != std::string_view::npos) {
        next = 1;
    } else {
        return std::nullopt;
    }
    const std::uint32_t end = next < words.count() ? words.span(next).begin : static_cast<std::uint32_t>(text.value.size());
    return EntryNumber{std::move(id), end};
}

Category category_of(Role role) {
    switch (role) {
    case Role::child:
    case Role::parent: return Category::views;
    case Role::education_setting:
    case Role::teacher_of_the_deaf:
    case Role::teacher_of_vision_impairment:
    case Role::teacher_of_multi_sensory_impairment: return Category::education;
    case Role::educational_psychologist: return Category::psychology;
    case Role::medical:
    case Role::camhs:
    case Role::audiology: return Category::medical;
    case Role::social_care: return Category::social_care;
    case Role::careers_adviser: return Category::preparation_for_adulthood;
    case Role::speech_and_language_therapist:
    case Role::occupational_therapist:
    case Role::physiotherapist:
    case Role::specialist_teacher:
    case Role::other: break;
    }
    return Category::other_professional;
}

void set_appended(const AdviceCell& cell, plan::YesNoField& field) {
    const Words words(cell.text.value);
    const std::string_view text = cell.text.value;
    const Origin origin = cell.text.empty() ? cell.origin : cell.text.origin();
    const bool tick = text.find("\xE2\x9C\x93") != std::string_view::npos || text.find("\xE2\x9C\x94") != std::string_view::npos || text.find("\xE2\x98\x91") != std::string_view::npos ||
                      text.find("\xE2\x98\x92") != std::string_view::npos;
    if (cell.placeholder || is_placeholder(text)) {
        field.state = State::placeholder;
        field.origin = origin;
    } else if (words.begins("no") || words.is("n") || words.begins("not") || words.is("n a")) {
        field.set(false, origin);
    } else if (words.begins("yes") || words.is("y") || words.begins("attached") || words.begins("appended") || words.begins("appendix") || tick) {
        field.set(true, origin);
    } else if (is_blank(text)) {
        field.state = State::blank;
        field.origin = origin;
    }
}

void set_text(plan::TextField& field, const AdviceCell* cell) {
    if (cell == nullptr)
        return;
    if (cell->text.empty() || is_blank(cell->text.value)) {
        field.state = cell->placeholder ? State::placeholder : State::blank;
        field.origin = cell->origin;
    } else {
        field.set(cell->text, cell->text.origin());
    }
}

} // namespace

std::optional<Role> role_of_advice(const Words& words) {
    return choice_in<Role>(words);
}

std::optional<Category> category_of_words(const Words& words) {
    if (words.has("reasonably requests") || words.has("requested by parent*") || words.has("requested by the parent*") || words.has("requested by family") ||
        words.has("requested by the family") || words.has("requested by parents"))
        return Category::requested_by_family;
    if (words.has("preparation for adulthood") || words.has("preparing for adulthood") || words.has("adulthood"))
        return Category::preparation_for_adulthood;
    if (words.has("any other person") || words.has("any other advice") || words.has("any other requested"))
        return Category::other_professional;
    if (words.has("views"))
        return Category::views;
    if (const auto role = choice_in<Role>(words))
        return category_of(*role);
    return std::nullopt;
}

void read_cells(AdviceEntry& entry, bool headed) {
    const Text whole = whole_text(entry);
    const Words words(whole.value);
    const AdviceCell* what = cell_of(entry, AdvicePart::what);
    // "Views of the young person" written down by a tutor are still the young person's.
    const bool views = what != nullptr && Words(what->text.value).has("views");
    const auto role_in = [&](std::string_view text) {
        const auto role = role_of_advice(Words(text));
        return role && views && *role != Role::child && *role != Role::parent ? std::nullopt : role;
    };
    // "Child, with play therapist" in the column for the role.
    constexpr std::string_view own[] = {"child", "the child", "pupil", "young person", "the young person", "student", "learner"};
    if (const AdviceCell* cell = cell_of(entry, AdvicePart::role))
        for (const std::string_view who : own) {
            const Words said(cell->text.value);
            const auto end = static_cast<std::uint32_t>(std::ranges::count(who, ' ') + 1);
            if (said.begins(who) && (end >= said.count() || said.word(end) == "with" || said.gap_before(end).find_first_of(",(") != std::string_view::npos))
                entry.role = Role::child;
        }
    for (const AdvicePart part : {AdvicePart::role, AdvicePart::what, AdvicePart::organisation, AdvicePart::author})
        if (const AdviceCell* cell = cell_of(entry, part); cell != nullptr && !entry.role)
            entry.role = role_in(cell->text.value);
    if (!entry.role)
        entry.role = role_in(whole.value);
    // "Holly's views": the child's, where they are nobody's else.
    for (std::uint32_t i = 0; !entry.role && i + 1 < words.count(); ++i)
        if (words.word(i).ends_with("'s") && words.word(i + 1) == "views")
            entry.role = Role::child;
    // "Views of Holly", gathered by a teaching assistant; "Views of Mrs Asante".
    if (!entry.role && views)
        entry.role = std::ranges::any_of(person_titles, [&](std::string_view title) { return Words(what->text.value).has(title); }) ? Role::parent : Role::child;
    // The head or principal writes the report of a review (reg 20(7)).
    if (!entry.role && (words.has("annual review") || words.has("review meeting")))
        entry.role = Role::education_setting;
    if (!entry.role && !views && cell_of(entry, AdvicePart::role) != nullptr && !is_blank(cell_of(entry, AdvicePart::role)->text.value))
        entry.role = Role::other;
    if (what != nullptr)
        entry.category = category_of_words(Words(what->text.value));
    // The role says more than a report's title: an educational psychologist's views are psychological advice.
    if (entry.role)
        give_role(entry, *entry.role);
    if (!entry.category)
        entry.category = category_of_words(words);
    const Dates dates = dates_of(entry);
    entry.dated = dates.date || dates.received;
    entry.waits = says_waiting(words);
    entry.has_signs = entry.role.has_value() || words.has_any(report_words);
    if (const AdviceCell* author = cell_of(entry, AdvicePart::author))
        entry.author = !is_blank(author->text.value);
    if (!entry.author)
        for (const AdviceCell& cell : entry.cells)
            for (const Text& part : parts_of(cell.text))
                entry.author = entry.author || person_name(part);
    if (!entry.cells.empty())
        entry.numbered = number_at_start(entry.cells.front().text).has_value();
    // A row that only holds what the form prints.
    bool other_words = false, form_words = false;
    for (const AdviceCell& cell : entry.cells) {
        if (cell.text.empty() || is_blank(cell.text.value) || is_placeholder(std::string_view(cell.text.value)) || cell.part == AdvicePart::id)
            continue;
        // "Yes - 17.03.14" and a date are filled in; "Medical advice" may be printed.
        if (headed ? (cell.part == AdvicePart::what || cell.part == AdvicePart::role || cell.part == AdvicePart::none) : entry.cells.size() > 1) {
            if (printed_by_form(cell.text)) {
                form_words = true;
                continue;
            }
        }
        other_words = true;
    }
    entry.empty_form_row = !other_words && (form_words || whole.empty()) && entry.cells.size() > 1;
}

std::vector<Role> joint_roles(const AdviceEntry& entry) {
    std::vector<Role> roles;
    for (const AdviceCell& cell : entry.cells) {
        if (cell.part != AdvicePart::author && cell.part != AdvicePart::role && cell.part != AdvicePart::none)
            continue;
        bool named = false; // a person stands before the role
        for (Text part : parts_of(cell.text)) {
            if (Words(part.value).begins("and"))
                part = part.part(std::min<std::uint32_t>(4, static_cast<std::uint32_t>(part.value.size())), static_cast<std::uint32_t>(part.value.size()));
            if (person_name(part)) {
                named = true;
                continue;
            }
            const auto role = role_of_advice(Words(part.value));
            if (named && role && std::ranges::find(roles, *role) == roles.end())
                roles.push_back(*role);
            named = false;
        }
    }
    return roles.size() > 1 ? roles : std::vector<Role>{};
}

void give_role(AdviceEntry& entry, Role role) {
    entry.role = role;
    if (role != Role::other && entry.category != Category::requested_by_family && entry.category != Category::preparation_for_adulthood)
        entry.category = category_of(role);
}

void fill_advice_item(const AdviceEntry& entry, plan::Advice& advice) {
    Text whole = whole_text(entry);
    const Origin origin = whole.origin();
    advice.origin = origin;
    if (entry.cells.size() == 1)
        if (const auto number = number_at_start(whole)) {
            if (!number->id.empty())
                advice.id.set(Text{number->id, {{0, whole.pieces.front().origin}}}, origin);
            if (number->end < whole.value.size())
                whole = whole.part(number->end, static_cast<std::uint32_t>(whole.value.size()));
        }
    if (const AdviceCell* id = cell_of(entry, AdvicePart::id); id != nullptr && !is_blank(id->text.value))
        advice.id.set(id->text, id->text.origin());
    if (entry.role)
        advice.role.set(*entry.role, origin);
    if (entry.category)
        advice.category.set(*entry.category, origin);
    const Dates dates = dates_of(entry);
    if (dates.received)
        advice.received.set(*dates.received, dates.received_origin);
    if (dates.requested)
        advice.requested.set(*dates.requested, dates.requested_origin);
    // Advice is no younger than its receipt, which dates it where nothing else does.
    if (dates.date)
        advice.date.set(*dates.date, dates.date_origin);
    else if (dates.received)
        advice.date.set(*dates.received, dates.received_origin);
    const AdviceCell* author = cell_of(entry, AdvicePart::author);
    set_text(advice.author, author);
    set_text(advice.organisation, cell_of(entry, AdvicePart::organisation));
    if (const AdviceCell* what = cell_of(entry, AdvicePart::what))
        set_text(advice.title, what);
    // What one cell says in several parts.
    for (const AdviceCell& cell : entry.cells) {
        if (cell.part != AdvicePart::none && cell.part != AdvicePart::what && cell.part != AdvicePart::role && cell.part != AdvicePart::author)
            continue;
        for (const Text& part : parts_of(entry.cells.size() == 1 ? whole : cell.text)) {
            const Words words(part.value);
            if (words.empty() || (words.word(0)[0] >= '0' && words.word(0)[0] <= '9'))
                continue;
            if (person_name(part)) {
                if (!advice.author.stated())
                    advice.author.set(part, part.origin());
            } else if (words.has_any(organisation_words) && words.count() <= 10 && !words.has_any(report_words)) {
                if (!advice.organisation.stated())
                    advice.organisation.set(part, part.origin());
            } else if (words.has_any(report_words) && words.count() <= 14 && !says_waiting(words)) {
                if (!advice.title.stated())
                    advice.title.set(part, part.origin());
            }
        }
    }
    const Words words(whole.value);
    const AdviceCell* requested = cell_of(entry, AdvicePart::requested);
    const AdviceCell* appended = cell_of(entry, AdvicePart::appended);
    if (appended != nullptr)
        set_appended(*appended, advice.appended);
    else if (words.has("attached") || words.has("appended"))
        advice.appended.set(!words.has("not attached") && !words.has("not appended"), origin);
    bool waits = entry.waits;
    const bool here = dates.received || dates.date || (advice.appended.stated() && advice.appended.value);
    if (requested != nullptr && !is_blank(requested->text.value) && !here && cell_of(entry, AdvicePart::received) != nullptr)
        waits = true;
    // A date of receipt in its column outweighs a remark.
    const AdviceCell* received = cell_of(entry, AdvicePart::received);
    if (received != nullptr && dates.received && !is_blank(received->text.value))
        waits = false;
    advice.awaited.set(waits, origin);
    for (const std::string_view note : {"still sufficient", "remains sufficient", "sufficient", "6 4", "is still current and", "remains current"})
        if (words.has(note) && (words.has("agree*") || words.has("6 4") || words.has("satisfied") || words.has("sufficient")) && !words.has("not sufficient") && !words.has("insufficient")) {
            advice.sufficiency_note.set(whole, origin);
            break;
        }
    advice.text.set(std::move(whole), origin);
}

} // namespace ehc::read

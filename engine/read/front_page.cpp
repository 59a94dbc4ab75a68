#include "read/front_page.hpp"

#include "read/status.hpp"
#include "read/wording.hpp"
#include "text/dates.hpp"

#include <algorithm>
#include <array>

namespace ehc::read {

namespace {

using plan::DateField;
using plan::Origin;
using plan::State;
using plan::Text;

// A field keeps the first value it is given; a label without a value gives way to one that has it.
template <class Field> bool wanted(const Field& field, State offered) {
    if (field.state == State::stated)
        return false;
    return offered == State::stated || field.state == State::missing;
}

template <class Field> bool set_unstated(Field& field, const Labelled& label) {
    if (!wanted(field, label.state))
        return false;
    if (label.state != State::stated) {
        field.state = label.state;
        field.origin = label.label;
        return false;
    }
    return true;
}

void unreadable(DateField& field, const Origin& origin, std::string because) {
    field.state = State::unreadable;
    field.origin = origin;
    field.because = std::move(because);
}

void set_text(plan::TextField& field, const Labelled& label) {
    if (set_unstated(field, label))
        field.set(label.value, label.value.origin());
}

// "Final plan | Yes" and "Draft plan | 2 copies" ask for no date though the same words may.
bool without_date(const Labelled& label) {
    return label.state != State::stated || !text::read_date(label.value.value);
}

void set_date(DateField& field, const Labelled& label) {
    if (!set_unstated(field, label))
        return;
    const Origin origin = label.value.origin();
    const Words words(label.value.value);
    if (is_nil(words))
        return;
    const auto date = text::read_date(label.value.value);
    if (!date)
        unreadable(field, origin, "its words name no date");
    else if (!date->valid)
        unreadable(field, origin, "there is no such day");
    else
        field.set(date->date, origin);
}

void set_yes_no(plan::YesNoField& field, const Labelled& label) {
    if (!set_unstated(field, label))
        return;
    const Words words(label.value.value);
    const std::string_view text = label.value.value;
    const bool ticked_boxes = text.find("\xE2\x98\x92") != std::string_view::npos || text.find("\xE2\x98\x91") != std::string_view::npos;
    if (ticked_boxes) {
        // "☒ Yes ☐ No": the word beside the tick.
        for (std::uint32_t i = 0; i < words.count(); ++i)
            if (words.gap_before(i).find("\xE2\x98\x92") != std::string_view::npos || words.gap_before(i).find("\xE2\x98\x91") != std::string_view::npos)
                if (words.word(i) == "yes" || words.word(i) == "no") {
                    field.set(words.word(i) == "yes", label.value.origin());
                    return;
                }
        return;
    }
    if (words.begins("yes") || words.is("y"))
        field.set(true, label.value.origin());
    else if (words.begins("no") || words.is("n") || words.begins("not") || words.is("n a") || words.is("none"))
        field.set(false, label.value.origin());
}

// The date of a document in its title: "issued 12 May 2025", "Final Plan - 12 May 2025".
std::optional<text::FoundDate> date_in(std::string_view text) {
    auto date = text::read_date(text);
    return date && date->valid ? date : std::nullopt;
}

// "DIRECTOR OF ... Example County Council": the words in capitals before "Council".
std::optional<Span> council_in(const Words& words) {
    const auto council = words.find("council");
    // "Royal Borough of Linden Heath"
    for (const std::string_view opening : {"royal borough of", "london borough of", "metropolitan borough of", "borough of", "city of", "county of"})
        if (const auto at = council ? std::nullopt : words.find(opening); at && words.capital(at->first) && at->last < words.count() && words.capital(at->last)) {
            std::uint32_t last = at->last + 1;
            while (last < words.count() && last - at->last < 4 && words.gap_before(last) == " " && (words.capital(last) || words.word(last) == "and" || words.word(last) == "upon"))
                ++last;
            return Span{words.span(at->first).begin, words.span(last - 1).end};
        }
    if (!council || council->first == 0 || !words.capital(council->first))
        return std::nullopt;
    std::uint32_t first = council->first;
    while (first > 0) {
        const std::uint32_t before = first - 1;
        const std::string_view word = words.word(before);
        const std::string_view gap = words.gap_before(first);
        if (gap.find_first_of(".:;|,") != std::string_view::npos)
            break;
        const bool joins = word == "of" || word == "and" || word == "upon" || word == "the";
        if (!words.capital(before) && !joins)
            break;
        first = before;
    }
    while (first < council->first && (words.word(first) == "of" || words.word(first) == "and" || words.word(first) == "the" || words.word(first) == "upon"))
        ++first;
    if (first == council->first || council->last - first > 8)
        return std::nullopt;
    return Span{words.span(first).begin, words.span(council->last - 1).end};
}

// The day before the plan is a year old, as reg 18 and s.44 count: "within 12 months of 12 May 2025" ends on 11 May 2026.
PartialDate within(const PartialDate& from, int months) {
    return {from.first.plus_months(months).plus_days(-1), from.last.plus_months(months).plus_days(-1), from.precision};
}

constexpr std::string_view review_openings[] = {
    "will be reviewed", "must be reviewed", "to be reviewed", "should be reviewed", "shall be reviewed", "next review", "review due", "review is due",
    "review will be held", "review will take place", "annual review will", "annual review must", "annual review is due", "annual review due", "review date", "reviewed by", "review by",
    "reviewed on or before", "due for review", "be held by",
};
constexpr std::string_view past_reviews[] = {"was reviewed", "last review", "last reviewed", "previous review", "were reviewed", "has been reviewed", "reviewed on"};

// "This plan will be reviewed by 11 May 2026", "... within 12 months of 12 May 2025".
bool review_sentence(const Line& line, plan::Plan& plan) {
    const Words& words = line.words;
    if (!words.has("review*"))
        return false;
    for (const std::string_view opening : review_openings) {
        const auto at = words.find(opening);
        if (!at || words.has_any(past_reviews))
            continue;
        const std::uint32_t begin = words.span(at->first).begin;
        std::size_t stop = words.original().find(". ", begin);
        if (stop == std::string_view::npos)
            stop = words.original().size();
        const std::string_view sentence = words.original().substr(begin, stop - begin);
        const auto date = date_in(sentence);
        const Origin origin = line.block->text.origin(begin, static_cast<std::uint32_t>(stop));
        const Words said(sentence);
        const bool twelve_months = said.has("12 months") || said.has("twelve months") || said.has("one year") || said.has("a year");
        const bool six_months = said.has("6 months") || said.has("six months");
        if (twelve_months || six_months) {
            const int months = twelve_months ? 12 : 6;
            if (date)
                plan.next_review.set(within(date->date, months), origin);
            else if (plan.date.stated() && (said.has("of the date of this plan") || said.has("of this plan") || said.has("of the date of the plan") ||
                                            said.has("from the date of this plan") || said.has("of the plan") || said.has("of issue") || said.has("of its date")))
                plan.next_review.set(within(plan.date.value, months), origin);
            else
                continue;
            return true;
        }
        if (date) {
            plan.next_review.set(date->date, origin);
            return true;
        }
    }
    return false;
}

// "R. Asante, SEND Casework Manager, 12 May 2025" beside "Signed". A name in print, with a post behind it, is better than
// the name as signed.
void read_signature(const Text& value, plan::Signatory& signatory, bool in_print = false) {
    const bool person_only = value.value.find(',') == std::string::npos;
    bool renames = in_print && !person_only && signatory.name.stated();
    std::vector<std::pair<std::uint32_t, std::uint32_t>> parts;
    std::uint32_t from = 0;
    const auto size = static_cast<std::uint32_t>(value.value.size());
    for (std::uint32_t at = 0; at <= size; ++at)
        if (at == size || value.value[at] == ',' || value.value[at] == '\n' || value.value[at] == ';') {
            if (at > from)
                parts.emplace_back(from, at);
            from = at + 1;
        }
    for (auto [begin, end] : parts) {
        while (begin < end && value.value[begin] == ' ')
            ++begin;
        const Text part = value.part(begin, end);
        if (is_blank(part.value) || is_placeholder(std::string_view(part.value)))
            continue;
        const auto date = date_in(part.value);
        const Words words(part.value);
        if (date && words.count() <= 6) {
            if (!signatory.date.stated())
                signatory.date.set(date->date, part.origin());
        } else if (person_only && signatory.name.stated()) {
            continue; // the name again, as signed
        } else if (renames) {
            signatory.name.set(part, part.origin());
            renames = false;
        } else if (!signatory.name.stated()) {
            signatory.name.set(part, part.origin());
        } else if (!signatory.role.stated()) {
            // "SEND Lead." before the date of a sentence
            const auto stop = static_cast<std::uint32_t>(part.value.size() - (part.value.ends_with('.') ? 1 : 0));
            const Text role = part.part(0, stop);
            signatory.role.set(role, role.origin());
        }
    }
}

constexpr std::uint32_t longest_title_line = 16;
// Words of titles that are nobody's name.
constexpr std::string_view words_of_titles[] = {"education", "health", "care", "plan", "plans", "ehc", "ehcp", "final", "draft", "amended", "child", "children", "young", "person", "people",
                                                "pupil", "student", "school", "academy", "college", "council", "county", "borough", "city", "date", "birth", "section", "name", "the", "review",
                                                "special", "educational", "needs", "send", "sen", "guidance", "use", "consultation", "comment", "comments", "parents", "local", "authority"};

class FrontPage {
  public:
    FrontPage(const Outline& outline, plan::Plan& plan) : outline_(outline), plan_(plan) {}

    void take(const Labelled& label);
    void finish();

  private:
    plan::Parent& parent() { return plan_.parents.empty() ? plan_.parents.emplace_back() : plan_.parents.back(); }
    void take_name(const Labelled& label);
    void take_birth_date(const Labelled& label);
    void take_parent(const Labelled& label);
    bool take_two_parents(const Labelled& label);
    void take_role(const Labelled& label);
    void take_date(const Labelled& label);
    void join_names();
    void read_title_name(std::uint32_t index, std::uint32_t front);
    void read_sentences();
    void read_authority();
    void choose_date();

    const Outline& outline_;
    plan::Plan& plan_;
    plan::TextField given_, other_names_, family_;
    DateField plan_date_;
};

void FrontPage::take_name(const Labelled& label) {
    switch (label.person) {
    case Person::child:
        set_text(plan_.child.name, label);
        break;
    case Person::parent:
        take_parent(label);
        break;
    case Person::setting:
        set_text(plan_.setting, label);
        break;
    case Person::officer:
        set_text(plan_.signatory.name, label);
        break;
    case Person::other:
        break;
    }
}

void FrontPage::take_birth_date(const Labelled& label) {
    DateField& field = plan_.child.date_of_birth;
    if (!set_unstated(field, label))
        return;
    const Origin origin = label.value.origin();
    // A birth date of this century cannot lie after the latest date any plan could bear.
    const auto born = text::read_birth_date(label.value.value, *Date::of(2099, 12, 31));
    if (born)
        field.set(*born, origin);
    else if (const auto date = text::read_date(label.value.value); date && !date->valid)
        unreadable(field, origin, "there is no such day");
    else if (text::read_age(label.value.value))
        unreadable(field, origin, "an age stands where the date of birth should be");
    else
        unreadable(field, origin, "its words name no date");
}

// "Elizabeth Mensah (mother) and Jon Hartley (father)": two people, each with a first and a last name.
bool FrontPage::take_two_parents(const Labelled& label) {
    const Words words(label.value.value);
    for (std::uint32_t at = 2; at + 2 < words.count(); ++at) {
        if (words.word(at) != "and" || !words.capital(0) || !words.capital(1) || !words.capital(at + 1) || !words.capital(at + 2))
            continue;
        const auto size = static_cast<std::uint32_t>(label.value.value.size());
        for (const auto& [begin, end] : {std::pair{0U, words.span(at).begin}, std::pair{words.span(at + 1).begin, size}}) {
            Labelled one = label;
            one.value = label.value.part(begin, end);
            while (!one.value.value.empty() && one.value.value.back() == ' ')
                one.value = one.value.part(0, static_cast<std::uint32_t>(one.value.value.size() - 1));
            take_parent(one);
        }
        return true;
    }
    return false;
}

void FrontPage::take_parent(const Labelled& label) {
    if (label.state == State::stated && take_two_parents(label))
        return;
    // Every label of a parent with a name begins a person; a second label without one does not.
    if (label.state == State::stated && is_nil(Words(label.value.value)))
        return;
    if (!plan_.parents.empty() && plan_.parents.back().name.state != State::missing &&
        (plan_.parents.back().name.stated() || label.state == State::stated)) {
        if (plan_.parents.back().name.stated() && label.state != State::stated)
            return;
        if (plan_.parents.back().name.stated())
            plan_.parents.emplace_back();
    }
    plan::Parent& person = parent();
    if (!person.origin.known())
        person.origin = label.label;
    set_text(person.name, label);
    if (person.name.stated() && person.name.origin == label.value.origin())
        person.origin = person.name.origin;
}

void FrontPage::take_role(const Labelled& label) {
    if (label.person == Person::officer || label.asks == Asks::officer_role)
        if (label.person == Person::officer)
            set_text(plan_.signatory.role, label);
}

void FrontPage::take_date(const Labelled& label) {
    if (label.person == Person::officer)
        set_date(plan_.signatory.date, label);
}

void FrontPage::take(const Labelled& label) {
    // Labels that are a status and no more: a date behind them is the day of it.
    constexpr std::string_view statuses[] = {"final plan", "final ehc plan", "final ehcp", "amended final", "amended final ehc plan", "draft plan", "draft ehc plan"};
    const bool status_label = label.line < outline_.lines.size() && outline_.lines[label.line].words.begins_any(statuses);
    switch (label.asks) {
    case Asks::child_name: set_text(plan_.child.name, label); return;
    case Asks::person_name: take_name(label); return;
    case Asks::given_names:
        if (label.person == Person::child)
            set_text(given_, label);
        return;
    case Asks::other_names: // a statement's forenames; elsewhere what stands beside them
        if (label.person == Person::child)
            set_text(other_names_, label);
        return;
    case Asks::family_name:
        if (label.person == Person::child)
            set_text(family_, label);
        return;
    case Asks::known_as: set_text(plan_.child.known_as, label); return;
    case Asks::birth_date: take_birth_date(label); return;
    case Asks::pronouns: set_text(plan_.child.pronouns, label); return;
    case Asks::year_group:
        if (set_unstated(plan_.child.year_group, label)) {
            if (const auto year = text::read_year_group(label.value.value))
                plan_.child.year_group.set(*year, label.value.origin());
        }
        return;
    case Asks::upn: set_text(plan_.child.upn, label); return;
    case Asks::nhs_number: set_text(plan_.child.nhs_number, label); return;
    case Asks::age:
        if (label.person == Person::child && set_unstated(plan_.child.age, label))
            if (const auto age = text::read_age(label.value.value))
                plan_.child.age.set(*age, label.value.origin());
        return;
    case Asks::first_language:
        if (label.person == Person::child)
            set_text(plan_.child.first_language, label);
        return;
    case Asks::looked_after: set_yes_no(plan_.child.looked_after, label); return;
    case Asks::parent_name: take_parent(label); return;
    case Asks::relationship:
        if (!plan_.parents.empty())
            set_text(plan_.parents.back().relationship, label);
        return;
    case Asks::setting: set_text(plan_.setting, label); return;
    case Asks::named_placement:
        set_text(plan_.setting, label);
        return;
    case Asks::plan_id: set_text(plan_.id, label); return;
    case Asks::authority: set_text(plan_.authority, label); return;
    case Asks::version: set_text(plan_.version, label); return;
    case Asks::plan_date: set_date(plan_date_, label); return;
    case Asks::draft_date:
        if (!(status_label && without_date(label)))
            set_date(plan_.draft_sent, label);
        return;
    case Asks::final_date:
        if (!(status_label && without_date(label)))
            set_date(plan_.final_issued, label);
        return;
    case Asks::first_date: set_date(plan_.first_final, label); return;
    case Asks::amended_date:
        if (!(status_label && without_date(label)))
            set_date(plan_.amended_final, label);
        return;
    case Asks::notice_date: set_date(plan_.amendment_notice, label); return;
    case Asks::request_date: set_date(plan_.request, label); return;
    case Asks::decision_to_assess_date: set_date(plan_.decision_to_assess, label); return;
    case Asks::comments_by_date: set_date(plan_.comments_by, label); return;
    case Asks::transfer_date: set_date(plan_.transfer, label); return;
    case Asks::moved_in_date: set_date(plan_.moved_in, label); return;
    case Asks::exception:
        if (label.state != State::stated || !is_nil(Words(label.value.value)))
            set_text(plan_.exception, label);
        return;
    case Asks::review_date: set_date(plan_.next_review, label); return;
    case Asks::last_review_date: set_date(plan_.review.meeting_date, label); return;
    case Asks::review_report_date: set_date(plan_.review.report_sent, label); return;
    case Asks::review_decision_date: set_date(plan_.review.decision_date, label); return;
    case Asks::review_decision:
        if (set_unstated(plan_.review.decision, label))
            if (const auto decision = choice_in<plan::Decision>(Words(label.value.value)))
                plan_.review.decision.set(*decision, label.value.origin());
        return;
    case Asks::signature:
        if (label.state == State::stated)
            read_signature(label.value, plan_.signatory);
        if (!plan_.signatory.origin.known())
            plan_.signatory.origin = label.label;
        if (!plan_.signatory.name.stated() && plan_.signatory.name.state == State::missing) {
            plan_.signatory.name.state = State::blank;
            plan_.signatory.name.origin = label.label;
        }
        return;
    case Asks::officer_name:
        if (!plan_.signatory.origin.known())
            plan_.signatory.origin = label.label;
        if (label.state == State::stated)
            read_signature(label.value, plan_.signatory, true);
        else
            set_text(plan_.signatory.name, label);
        return;
    case Asks::officer_role:
    case Asks::person_role: take_role(label); return;
    case Asks::signature_date: set_date(plan_.signatory.date, label); return;
    case Asks::date: take_date(label); return;
    case Asks::status:
    case Asks::other_person:
    case Asks::other: return;
    }
}

void FrontPage::join_names() {
    if (plan_.child.name.stated())
        return;
    if (!given_.stated() && other_names_.stated())
        given_ = other_names_;
    if (given_.stated() || family_.stated()) {
        Text name = given_.value;
        name.append(family_.value, " ");
        plan_.child.name.set(name, given_.stated() ? given_.origin : family_.origin);
    } else if (plan_.child.name.state == State::missing) {
        plan_.child.name = given_.state != State::missing ? given_ : family_;
    }
}

// "Education, Health and Care Plan for Jacob Stone", or "for" and the name in lines of their own: two to four words in
// capitals, none of them a form's.
void FrontPage::read_title_name(std::uint32_t index, std::uint32_t front) {
    const Line& line = outline_.lines[index];
    const auto name_from = [&](const Line& named, std::uint32_t from) {
        const std::uint32_t count = named.words.count() - std::min(from, named.words.count());
        if (count < 2 || count > 4 || named.use == Use::label)
            return false;
        for (std::uint32_t i = from; i < named.words.count(); ++i)
            if (!named.words.capital(i) || named.words.word(i).size() < 2 || std::ranges::find(words_of_titles, named.words.word(i)) != std::end(words_of_titles) ||
                std::ranges::any_of(named.words.word(i), [](char c) { return c >= '0' && c <= '9'; }))
                return false;
        const Text part = named.block->text.part(named.words.span(from).begin, named.words.span(named.words.count() - 1).end);
        plan_.child.name.set(part, part.origin());
        return true;
    };
    for (const std::string_view opening : {"plan for", "ehcp for", "ehc plan for", "plan of"})
        if (const auto at = line.words.find(opening))
            if (name_from(line, at->last))
                return;
    const bool ends = line.words.is("for") || line.words.is("of") || (line.words.word(line.words.count() - 1) == "for" && line.words.has("plan"));
    if (!ends)
        return;
    for (std::uint32_t next = index + 1; next < front && next < outline_.lines.size(); ++next)
        if (outline_.lines[next].use != Use::empty) {
            name_from(outline_.lines[next], 0);
            return;
        }
}

// Sentences that stand where other plans have fields.
void FrontPage::read_sentences() {
    const std::uint32_t front = outline_.first_section_line();
    for (std::uint32_t i = 0; i < outline_.lines.size(); ++i) {
        const Line& line = outline_.lines[i];
        if (line.use == Use::empty || line.use == Use::contents || line.use == Use::placeholder || line.words.empty())
            continue;
        // "The following Education, Health and Care Plan ... is made on DATE by COUNCIL in respect of NAME whose ..."
        const auto made = line.words.find("is made on");
        if (i < front && made && line.words.has("in respect of")) {
            const auto respect = *line.words.find("in respect of");
            const std::string_view text = line.words.original();
            const std::uint32_t begin = line.words.span(made->last).begin;
            if (const auto date = date_in(text.substr(begin)); date && !plan_date_.stated())
                plan_date_.set(date->date, line.block->text.origin(begin, line.words.span(respect.first).begin));
            if (const auto council = council_in(line.words); council && !plan_.authority.stated()) {
                const Text part = line.block->text.part(council->begin, council->end);
                plan_.authority.set(part, part.origin());
            }
            const auto whose = line.words.find("whose", respect.last);
            const std::uint32_t last = whose ? whose->first : std::min(line.words.count(), respect.last + 4);
            if (respect.last < last && !plan_.child.name.stated()) {
                const Text part = line.block->text.part(line.words.span(respect.last).begin, line.words.span(last - 1).end);
                if (!is_placeholder(std::string_view(part.value)))
                    plan_.child.name.set(part, part.origin());
            }
        }
        if (i < front && !plan_.child.name.stated() && line.words.count() <= longest_title_line)
            read_title_name(i, front);
        // "Signed for Cotterdale District Council by Nadia Frost, SEND Lead, on 10 April 2026"
        if (line.words.begins("signed") && !plan_.signatory.name.stated() && line.words.count() <= 25)
            if (const auto by = line.words.find("by"); by && by->last + 1 < line.words.count() && line.words.capital(by->last) && line.words.capital(by->last + 1)) {
                read_signature(line.block->text.part(line.words.span(by->last).begin, static_cast<std::uint32_t>(line.block->text.value.size())), plan_.signatory);
                if (!plan_.signatory.origin.known())
                    plan_.signatory.origin = line.block->text.origin();
            }
        // "Signed R. Asante, SEND Casework Manager, 12 May 2025"
        if (line.sections.empty() && line.use == Use::content && !plan_.signatory.name.stated() && line.words.count() <= 25) {
            for (const std::string_view opening : {"signed on behalf of the local authority by", "signed on behalf of the authority by", "signed on behalf of the council by",
                                                   "electronically signed by", "electronically authorised by", "signed by", "authorised by", "signed"}) {
                if (!line.words.begins(opening))
                    continue;
                const auto words = static_cast<std::uint32_t>(std::ranges::count(opening, ' ') + 1);
                if (words < line.words.count() && line.words.capital(words) && line.words.gap_before(words).find(':') == std::string_view::npos) {
                    read_signature(line.block->text.part(line.words.span(words).begin, static_cast<std::uint32_t>(line.block->text.value.size())), plan_.signatory);
                    if (!plan_.signatory.origin.known())
                        plan_.signatory.origin = line.block->text.origin();
                }
                break;
            }
        }
    }
}

void FrontPage::read_authority() {
    if (plan_.authority.stated())
        return;
    const std::uint32_t front = outline_.first_section_line();
    constexpr std::uint32_t longest_line = 40;
    for (std::uint32_t i = 0; i < outline_.lines.size(); ++i) {
        const Line& line = outline_.lines[i];
        if ((i >= front && line.use != Use::running) || line.use == Use::empty || line.use == Use::contents || line.words.count() > longest_line)
            continue;
        if (const auto council = council_in(line.words)) {
            const Text part = line.block->text.part(council->begin, council->end);
            plan_.authority.set(part, part.origin());
            return;
        }
    }
}

// The date printed on this version.
void FrontPage::choose_date() {
    // A plan with proposed amendments goes out with its notice (reg 22(2)).
    if (plan_.status.stated() && plan_.status.value == plan::Status::proposed_amended && !plan_.draft_sent.stated() && !plan_date_.stated() && plan_.amendment_notice.stated()) {
        plan_.date = plan_.amendment_notice;
        return;
    }
    const bool draft = plan_.status.stated() && (plan_.status.value == plan::Status::draft || plan_.status.value == plan::Status::proposed_amended);
    // A draft may still bear the date of the final plan that it is to replace.
    if (draft && plan_.draft_sent.stated()) {
        plan_.date = plan_.draft_sent;
        return;
    }
    std::vector<const DateField*> order{&plan_.amended_final, &plan_.final_issued, &plan_.draft_sent, &plan_date_};
    // A final plan may tell when its draft went out; "Date of this plan" is not that day.
    if (plan_.status.stated() && (plan_.status.value == plan::Status::final || plan_.status.value == plan::Status::amended_final))
        order = {&plan_.amended_final, &plan_.final_issued, &plan_date_}; // the draft's only where nothing else has a day
    // "Date of plan" beside the date of an older final of an amended plan is the date of this version.
    if (draft)
        order = {&plan_date_, &plan_.amended_final, &plan_.final_issued};
    for (const DateField* field : order)
        if (field->stated()) {
            plan_.date = *field;
            return;
        }
    for (const DateField* field : {&plan_date_, &plan_.final_issued, &plan_.amended_final, &plan_.draft_sent})
        if (field->state != State::missing && field->state != State::stated && (plan_.date.state == State::missing || field->state == State::unreadable))
            plan_.date = *field;
}

void FrontPage::finish() {
    read_sentences();
    join_names();
    read_authority();
    choose_date();
    if (plan_.date.state != State::stated)
        for (std::uint32_t i = 0; i < outline_.first_section_line() && i < outline_.lines.size(); ++i) {
            const Line& line = outline_.lines[i];
            if (line.words.count() > 20 || line.use == Use::label || !(line.words.has("plan") || line.words.has("ehcp")))
                continue;
            const bool says = line.words.has("issued") || line.words.has("dated") || line.words.has("final") || line.words.has("draft");
            const auto date = date_in(line.words.original());
            if (says && date && !line.words.has("review*") && !line.words.has("birth") && !line.words.has("born") && !line.words.has("dob")) {
                const Origin origin = line.block->text.origin();
                plan_.date.set(date->date, origin);
                if (plan_.status.stated() && plan_.status.value == plan::Status::final && !plan_.final_issued.stated())
                    plan_.final_issued.set(date->date, origin);
                if (plan_.status.stated() && plan_.status.value == plan::Status::amended_final && !plan_.amended_final.stated())
                    plan_.amended_final.set(date->date, origin);
                if (plan_.status.stated() && plan_.status.value == plan::Status::draft && !plan_.draft_sent.stated())
                    plan_.draft_sent.set(date->date, origin);
                break;
            }
        }
    if (!plan_.next_review.stated())
        for (const Line& line : outline_.lines)
            if (line.use != Use::empty && line.use != Use::contents && line.use != Use::guidance && review_sentence(line, plan_))
                break;
    // The date on which a plan is signed off is the one it bears where no other does (Code of Practice 2015 para 9.125).
    if (plan_.date.state == State::missing && plan_.signatory.date.stated())
        plan_.date = plan_.signatory.date;
    if (!plan_.date.stated() && plan_.draft_sent.stated())
        plan_.date = plan_.draft_sent;
    if (plan_.review.meeting_date.stated())
        plan_.review.origin = plan_.review.meeting_date.origin;
    if (!plan_.child.origin.known())
        plan_.child.origin = plan_.child.name.state != State::missing ? plan_.child.name.origin : plan_.child.date_of_birth.origin;
    std::erase_if(plan_.parents, [](const plan::Parent& person) { return person.name.state == State::missing && !person.relationship.stated(); });
}

} // namespace

void fill_front_page(const Document& document, const Outline& outline, const std::vector<Labelled>& labels, std::optional<plan::Status> status,
                     plan::Plan& plan) {
    FrontPage front(outline, plan);
    for (const Labelled& label : labels)
        front.take(label);
    if (status)
        plan.status.set(*status, plan.origin);
    else
        plan.status = find_status(document, outline, labels);
    // A date of issue that is filled in tells where no word does.
    if (!plan.status.stated()) {
        if (plan.amended_final.stated())
            plan.status.set(plan::Status::amended_final, plan.amended_final.origin);
        else if (plan.final_issued.stated())
            plan.status.set(plan::Status::final, plan.final_issued.origin);
        else if (plan.draft_sent.stated())
            plan.status.set(plan::Status::draft, plan.draft_sent.origin);
    }
    front.finish();
}

std::vector<std::string> names_of_child(const plan::Plan& plan) {
    std::vector<std::string> names;
    const auto add = [&](const plan::TextField& field) {
        if (!field.stated())
            return;
        const Words words(field.value.value);
        if (words.count() != 0 && words.word(0).size() > 1)
            names.emplace_back(words.word(0));
    };
    add(plan.child.name);
    add(plan.child.known_as);
    return names;
}

} // namespace ehc::read

#include "read/front_page.hpp"

#include "read/field_values.hpp"
#include "read/plan_dates.hpp"
#include "read/signatory.hpp"
#include "read/status.hpp"
#include "read/wording.hpp"
#include "text/dates.hpp"

#include <algorithm>

namespace ehc::read {

namespace {

using plan::DateField;
using plan::Origin;
using plan::State;
using plan::Text;

// "DIRECTOR OF ... Example County Council": the words in capitals before "Council".
std::optional<Span> council_in(const Words& words) {
    auto council = words.find("council");
    // "Royal Borough of Linden Heath"
    for (const std::string_view opening : {"royal borough of", "london borough of", "metropolitan borough of", "borough of", "city of", "county of"})
        if (const auto at = council ? std::nullopt : words.find(opening); at && words.capital(at->first) && at->last < words.count() && words.capital(at->last)) {
            std::uint32_t last = at->last + 1;
            while (last < words.count() && last - at->last < 4 && words.gap_before(last) == " " && (words.capital(last) || words.word(last) == "and" || words.word(last) == "upon"))
                ++last;
            return Span{words.span(at->first).begin, words.span(last - 1).end};
        }
    // "Thornbury and Vale Unitary Authority"
    if (!council)
        council = words.find("unitary authority");
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

constexpr std::uint32_t longest_title_line = 16;
// Words of titles that are nobody's name.
constexpr std::string_view words_of_titles[] = {"your", "my", "our", "education", "health", "care", "plan", "plans", "ehc", "ehcp", "final", "draft", "amended", "child", "children", "young", "person", "people",
                                                "pupil", "student", "school", "academy", "college", "council", "county", "borough", "city", "date", "birth", "section", "name", "the", "review",
                                                "portal", "print", "template", "form", "version", "copy", "special", "educational", "needs", "send", "sen", "guidance", "use", "consultation", "comment", "comments", "parents", "local", "authority"};

constexpr std::string_view home[] = {"live with", "lives with"};
constexpr std::string_view kin[] = {"mum", "mummy", "mother", "dad", "daddy", "father", "parents", "carer*", "guardian*", "grandmother", "grandfather", "grandparents", "nan", "grandma", "grandpa"};
// "Mummy (Joss Farrant) and Grandpa" names somebody; "my mother" does not.
bool names_kin(const Words& words) {
    if (!words.has_any(kin))
        return false;
    for (std::uint32_t i = 1; i < words.count(); ++i)
        if (words.capital(i) && std::ranges::none_of(kin, [&](std::string_view each) { return words.begins(each, i); }))
            return true;
    return false;
}

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
    void read_particulars(const Line& line);
    void read_authority();

    const Outline& outline_;
    plan::Plan& plan_;
    plan::TextField given_, other_names_, family_;
    DateField plan_date_;
    std::optional<std::uint32_t> signature_line_;
    std::optional<Labelled> at_home_;
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
    case Asks::notice_date:
        set_date(plan_.amendment_notice, label);
        // "Decision letter and notice of amendments sent": they go out together.
        if (label.line < outline_.lines.size() && outline_.lines[label.line].words.begins("decision"))
            set_date(plan_.review.decision_date, label);
        return;
    case Asks::request_date: set_date(plan_.request, label); return;
    case Asks::decision_to_assess_date: set_date(plan_.decision_to_assess, label); return;
    case Asks::comments_by_date: set_date(plan_.comments_by, label); return;
    case Asks::transfer_date: set_date(plan_.transfer, label); return;
    case Asks::moved_in_date: set_date(plan_.moved_in, label); return;
    case Asks::exception:
        if (label.state != State::stated || !is_nil(Words(label.value.value)))
            set_text(plan_.exception, label);
        return;
    case Asks::review_date: {
        const bool first = !plan_.next_review.stated();
        set_date(plan_.next_review, label);
        // "Must be reviewed before 20 November 2027": the day before it is the last.
        if (first && plan_.next_review.stated() && plan_.next_review.value.exact() && label.line < outline_.lines.size() && outline_.lines[label.line].words.has("before")) {
            const Date last = plan_.next_review.value.first.plus_days(-1);
            plan_.next_review.value = PartialDate(last);
        }
        return;
    }
    case Asks::last_review_date: set_date(plan_.review.meeting_date, label); return;
    case Asks::review_report_date: set_date(plan_.review.report_sent, label); return;
    case Asks::review_decision_date: set_date(plan_.review.decision_date, label); return;
    case Asks::review_decision:
        if (set_unstated(plan_.review.decision, label))
            if (const auto decision = choice_in<plan::Decision>(Words(label.value.value)))
                plan_.review.decision.set(*decision, label.value.origin());
        return;
    case Asks::signature:
        if (label.state == State::stated) {
            read_signature(label.value, plan_.signatory);
            signature_line_ = label.line;
        }
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
            read_signature(label.value, plan_.signatory, Written::in_print);
        else
            set_text(plan_.signatory.name, label);
        return;
    case Asks::officer_role:
    case Asks::person_role: take_role(label); return;
    case Asks::signature_date: set_date(plan_.signatory.date, label); return;
    case Asks::date: take_date(label); return;
    case Asks::status:
        // "Plan: FINAL, 20 November 2026"
        if (label.state == State::stated && !plan_date_.stated())
            if (const auto date = date_in(label.value.value))
                plan_date_.set(date->date, label.value.origin());
        return;
    case Asks::other_person:
    case Asks::other:
        // "I live with: Mummy (Joss Farrant) and Grandpa", where no label asks for a parent.
        if (label.state == State::stated && label.line < outline_.lines.size() && outline_.lines[label.line].words.has_any(home) && names_kin(Words(label.value.value)))
            at_home_ = label;
        return;
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
    // "EHC PLAN: Keziah Lund", "EHCP - Jacob Stone"
    for (const std::string_view title : {"education health and care plan", "ehc plan", "ehcp"})
        if (const auto at = line.words.find(title); at && at->last < line.words.count()) {
            const std::string_view gap = line.words.gap_before(at->last);
            if (gap.find_first_of(":-|") != std::string_view::npos || gap.find("\xE2\x80\x93") != std::string_view::npos || gap.find("\xE2\x80\x94") != std::string_view::npos)
                if (name_from(line, at->last))
                    return;
        }
    // "Keziah Lund's Final Education, Health and Care Plan"
    for (const std::string_view title : {"education health and care plan", "ehc plan", "ehcp"}) {
        const auto at = line.words.find(title);
        if (!at || line.use == Use::label)
            continue;
        constexpr std::string_view states[] = {"final", "draft", "amended", "proposed"};
        std::uint32_t owners = at->first;
        while (owners > 0 && std::ranges::find(states, line.words.word(owners - 1)) != std::end(states))
            --owners;
        if (owners < 2 || owners > 4)
            continue;
        const std::string_view last = line.words.original().substr(line.words.span(owners - 1).begin, line.words.span(owners - 1).end - line.words.span(owners - 1).begin);
        const std::uint32_t suffix = last.ends_with("'s") ? 2U : last.ends_with("\xE2\x80\x99s") ? 4U : 0U;
        bool named = suffix != 0;
        for (std::uint32_t i = 0; i < owners; ++i) {
            std::string_view word = line.words.word(i);
            word = word.ends_with("'s") ? word.substr(0, word.size() - 2) : word;
            named = named && line.words.capital(i) && word.size() > 1 && std::ranges::find(words_of_titles, word) == std::end(words_of_titles);
        }
        if (named) {
            const Text part = line.block->text.part(line.words.span(0).begin, line.words.span(owners - 1).end - suffix);
            plan_.child.name.set(part, part.origin());
            return;
        }
    }
    const bool ends = line.words.is("for") || line.words.is("of") || (line.words.word(line.words.count() - 1) == "for" && line.words.has("plan"));
    if (!ends)
        return;
    for (std::uint32_t next = index + 1; next < front && next < outline_.lines.size(); ++next)
        if (outline_.lines[next].use != Use::empty) {
            name_from(outline_.lines[next], 0);
            return;
        }
}

// "Born 21 August 2009. Year 13. Lives with his parents, Ann and Huw Brightwater. Studies at Fernhill Land College."
void FrontPage::read_particulars(const Line& line) {
    constexpr std::string_view at_school[] = {"studies at", "attends", "is a pupil at", "goes to"};
    const Text& text = line.block->text;
    const auto size = static_cast<std::uint32_t>(text.value.size());
    for (std::uint32_t from = 0; from < size;) {
        const std::size_t stop = text.value.find(". ", from);
        const std::uint32_t end = stop == std::string::npos ? size - (text.value.ends_with('.') ? 1U : 0U) : static_cast<std::uint32_t>(stop);
        const Text part = text.part(from, end);
        from = stop == std::string::npos ? size : end + 2;
        const Words words(part.value);
        // "Jonah was born on 9 February 2014 and is in Year 7 at Beckfoot High School."
        const auto birth = words.find("born");
        const auto at_home = [&]() -> std::optional<WordRange> {
            for (const std::string_view phrase : home)
                if (const auto at = words.find(phrase); at && at->first <= 2)
                    return at;
            return std::nullopt;
        }();
        if (birth && birth->first <= 3 && !plan_.child.date_of_birth.stated()) {
            if (const auto born = text::read_birth_date(words.begins("born on", birth->first) ? std::string_view(part.value).substr(words.span(birth->last).end) : std::string_view(part.value).substr(words.span(birth->first).end), *Date::of(2099, 12, 31)))
                plan_.child.date_of_birth.set(*born, part.origin());
        } else if (at_home && names_kin(words) && plan_.parents.empty() && words.count() > at_home->last + 1) {
            Labelled parents;
            parents.asks = Asks::parent_name;
            parents.state = State::stated;
            std::uint32_t first = at_home->last;
            while (first + 1 < words.count() && !words.capital(first))
                ++first;
            parents.value = part.part(words.span(first).begin, static_cast<std::uint32_t>(part.value.size()));
            parents.label = part.origin();
            take_parent(parents);
        } else if (!plan_.setting.stated() && words.begins_any(at_school)) {
            std::uint32_t first = 1;
            while (first < words.count() && !words.capital(first))
                ++first;
            if (first < words.count()) {
                const Text name = part.part(words.span(first).begin, static_cast<std::uint32_t>(part.value.size()));
                plan_.setting.set(name, name.origin());
            }
        }
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
                // "in respect of Name whose particulars are set out below"
                constexpr std::string_view asked[] = {"name", "child's name", "name of child", "child", "first name surname", "forename surname", "full name", "pupil name", "insert name"};
                if (is_placeholder(std::string_view(part.value)) || Words(part.value).is_any(asked)) {
                    if (plan_.child.name.state == State::missing) {
                        plan_.child.name.state = State::placeholder;
                        plan_.child.name.origin = part.origin();
                    }
                } else {
                    plan_.child.name.set(part, part.origin());
                }
            }
        }
        if (i < front && !plan_.child.name.stated() && line.words.count() <= longest_title_line)
            read_title_name(i, front);
        if (i < front && line.use == Use::content)
            read_particulars(line);
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

void FrontPage::finish() {
    read_sentences();
    if (plan_.parents.empty() && at_home_)
        take_parent(*at_home_);
    if (!plan_.signatory.name.stated())
        signature_line_ = read_signing_sentence(outline_, plan_.signatory);
    if (signature_line_)
        read_below_signature(outline_, *signature_line_, plan_.signatory);
    join_names();
    read_authority();
    choose_date(outline_, plan_date_, plan_);
    if (!plan_.next_review.stated())
        read_review_sentence(outline_, plan_);
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

#include "read/placement.hpp"

#include "read/wording.hpp"
#include "text/dates.hpp"

#include <algorithm>
#include <array>

namespace ehc::read {

namespace {

using plan::Letter;
using plan::State;
using plan::Text;

// Words of institutions' own names; a name has one of them and another word that is not a type's.
constexpr std::string_view institution_words[] = {"school", "academy", "college", "nursery", "centre", "center", "unit", "hospital", "institute", "university", "kindergarten",
                                                  "preschool", "pre school", "playgroup", "high", "primary", "juniors", "infants", "campus", "house", "lodge", "provision", "base", "sixth form",
                                                  "trust", "grammar", "pru", "childminder", "utc"};
// Words that describe any institution and name none.
constexpr std::string_view type_words[] = {
    "a", "an", "the", "maintained", "mainstream", "special", "school", "schools", "academy", "college", "nursery", "independent", "non", "primary", "secondary", "infant", "junior",
    "community", "voluntary", "aided", "controlled", "foundation", "free", "specialist", "resourced", "resource", "provision", "unit", "base", "sen", "send", "post", "16", "further",
    "education", "fe", "sixth", "form", "day", "weekly", "termly", "residential", "placement", "boarding", "with", "for", "pupils", "children", "young", "people", "autism", "asd",
    "or", "and", "of", "in", "at", "type", "name", "setting", "named", "to", "be", "alternative", "pupil", "referral", "hospital", "all", "through", "converter", "sponsored", "state",
    "funded", "institution", "general", "middle", "first", "high", "upper", "lower", "section", "41", "approved", "under", "maintaining", "local", "authority", "la", "attend",
    "educational", "is", "his", "her", "their", "s", "learning", "difficulties", "additional", "enhanced", "ordinary", "which", "that", "caters", "moderate", "severe", "needs", "ages",
};
// What stands where a name should be and is none.
constexpr std::string_view no_name[] = {
    "to be confirmed", "to be named", "to be decided", "to be agreed", "to be advised", "to be determined", "tbc", "tba", "parental preference", "parent's preference", "parents' preference",
    "parental request", "consultation", "consultations", "consulting", "see letter", "see attached", "see covering", "awaiting", "not yet", "blank in the draft", "left blank",
    "pending", "as discussed", "none", "not applicable", "n a", "in progress", "to follow", "unknown", "see below", "see above", "no placement", "without a placement",
    "see section", "see sections", "section f", "see part",
};
constexpr std::string_view otherwise_words[] = {"eotas", "eotis", "eotisc", "eotc", "education otherwise", "otherwise than at school", "otherwise than at a school", "otherwise than in a school",
                                                "otherwise than in school", "otherwise than at college", "section 61", "otherwise than at a school or post 16 institution", "educated otherwise",
                                                "education other than at school"};
constexpr std::string_view name_labels[] = {"name", "name of school", "name of setting", "name of placement", "name of institution", "name of school or setting", "school", "setting",
                                            "name of educational setting", "name of education setting", "placement", "institution", "school name", "name of provider", "provider", "name of college",
                                            "name of school college", "name of school setting", "name of the school", "educational placement", "school or college", "school setting",
                                            "name of school or college", "name of educational placement", "named placement", "name of school or other institution", "college"};
constexpr std::string_view type_labels[] = {"type", "type of school", "type of setting", "type of placement", "type of institution", "type of provision", "type of educational setting", "setting type",
                                            "type of education setting", "school type", "placement type", "type of school or setting", "type of school or college", "type of school or other institution",
                                            "type of educational placement"};
constexpr std::string_view start_labels[] = {"start date", "start", "from", "date from", "starting", "date of admission", "admission date", "placement start date", "start date of placement", "with effect from",
                                             "effective from", "date placement starts", "placement from", "date of placement", "commencing"};
constexpr std::string_view other_labels[] = {"address", "end date", "until", "date to", "attendance", "day or residential", "arrangements for review", "details", "urn", "dfe number", "telephone",
                                             "headteacher", "year group", "arrangements", "rank", "section", "email", "contact", "postcode"};

enum class Ask : std::uint8_t { none, name, type, start, other };

Ask ask_of(const Words& words) {
    if (words.count() == 0 || words.count() > 8)
        return Ask::none;
    if (words.is_any(name_labels))
        return Ask::name;
    if (words.is_any(type_labels))
        return Ask::type;
    if (words.is_any(start_labels))
        return Ask::start;
    return words.is_any(other_labels) ? Ask::other : Ask::none;
}

// Bytes where a placement's words turn from the institution to its dates: "from 1 September 2025", "until ...".
std::size_t dates_begin(const Words& words) {
    for (std::uint32_t i = 0; i < words.count(); ++i)
        for (const std::string_view opening : {"from", "until", "starting", "start", "commencing", "with effect from", "since", "to start", "effective"})
            if (words.begins(opening, i) && i + 1 < words.count()) {
                const auto rest = words.original().substr(words.span(i).begin);
                const auto date = text::read_date(rest.substr(0, std::min<std::size_t>(rest.size(), 40)));
                if (date && date->valid)
                    return words.span(i).begin;
            }
    return words.original().size();
}

// "Lowther Academy", "Willowmere School": capitalised words with one of an institution, and one that is no type.
bool names_institution(const Words& words) {
    if (words.empty() || words.count() > 14 || words.has_any(no_name) || words.original().ends_with('?'))
        return false;
    bool own_word = false, institution = false;
    for (std::uint32_t i = 0; i < words.count(); ++i) {
        const bool of_type = std::ranges::find(type_words, words.word(i)) != std::end(type_words);
        own_word = own_word || (!of_type && words.capital(i) && words.word(i).size() > 1);
        institution = institution || std::ranges::find(institution_words, words.word(i)) != std::end(institution_words);
    }
    return own_word && (institution || words.count() <= 5);
}

class PlacementReader {
  public:
    PlacementReader(const Outline& outline, plan::Placement& placement) : outline_(outline), placement_(placement) {}

    void run();

  private:
    void value(Ask ask, const Text& text, bool placeholder);
    void free_text(const Text& text);
    void part(const Text& text);
    void set_start(const Text& text);
    void set_later_start(const Text& text);
    void set_type(const Text& text);

    const Outline& outline_;
    plan::Placement& placement_;
};

void PlacementReader::set_start(const Text& text) {
    if (placement_.start.stated())
        return;
    if (const auto date = text::read_date(text.value); date && date->valid)
        placement_.start.set(date->date, text.origin());
}

// "Priory Fields School until July 2025. College to be confirmed from September 2025."
void PlacementReader::set_later_start(const Text& text) {
    const Words words(text.value);
    const auto until = words.find("until");
    const auto from = words.find("from", until ? until->last : 0);
    if (until && from)
        set_start(text.part(words.span(from->first).begin, static_cast<std::uint32_t>(text.value.size())));
}

void PlacementReader::set_type(const Text& text) {
    if (placement_.type.stated())
        return;
    if (const auto found = find_choice(plan::settings, Words(text.value))) {
        const Words words(text.value);
        placement_.type.set(static_cast<plan::Setting>(found->index), text.origin(words.span(found->at.first).begin, words.span(found->at.last - 1).end));
    }
}

// One part of a line: a name, a type, or words that are neither.
void PlacementReader::part(const Text& text) {
    const Words words(text.value);
    if (words.empty())
        return;
    // "Maya will attend Fernbank School": the name follows the verb.
    constexpr std::uint32_t longest_subject = 6;
    for (const std::string_view verb : {"will attend", "attends", "is to attend", "will be attending", "will be educated at", "will transfer to", "will move to", "will continue to attend",
                                        "continues to attend", "is placed at", "will continue at", "has a place at", "will start at", "to attend"})
        if (const auto at = words.find(verb); at && at->first <= longest_subject && at->last < words.count())
            return part(text.part(words.span(at->last).begin, static_cast<std::uint32_t>(text.value.size())));
    if (words.has_any(otherwise_words)) {
        placement_.otherwise.set(true, text.origin());
        return;
    }
    if (!placement_.name.stated() && names_institution(words))
        placement_.name.set(text, text.origin());
    set_type(text);
}

// "Lowther Academy, mainstream secondary academy, from 1 September 2025"
void PlacementReader::free_text(const Text& whole) {
    const Words words(whole.value);
    if (words.empty() || is_nil(words))
        return;
    if (words.has_any(otherwise_words) && !names_institution(words)) {
        placement_.otherwise.set(true, whole.origin());
        // A school may still be named beside it.
    }
    const std::size_t dates = dates_begin(words);
    if (dates < whole.value.size()) {
        const Text when = whole.part(static_cast<std::uint32_t>(dates), static_cast<std::uint32_t>(whole.value.size()));
        if (!Words(when.value).begins("until"))
            set_start(when);
        else
            set_later_start(when);
    }
    std::size_t from = 0;
    const std::string_view text = std::string_view(whole.value).substr(0, dates);
    const auto cut = [&](std::size_t end, std::size_t next) {
        std::size_t begin = from, last = end;
        while (begin < last && std::string_view(" ,;(-").find(text[begin]) != std::string_view::npos)
            ++begin;
        while (last > begin && std::string_view(" ,;).-").find(text[last - 1]) != std::string_view::npos)
            --last;
        if (last > begin)
            part(whole.part(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last)));
        from = next;
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool spaced = at + 2 < text.size() && text[at] == ' ' && text[at + 1] == '-' && text[at + 2] == ' ';
        const bool dash = text.substr(at).starts_with(" \xE2\x80\x93 ") || text.substr(at).starts_with(" \xE2\x80\x94 ");
        const bool is_a = text.substr(at).starts_with(" is a ") || text.substr(at).starts_with(" is an ");
        if (text[at] == ',' || text[at] == ';' || text[at] == '(' || text[at] == ')' || text[at] == '\n')
            cut(at, at + 1);
        else if ((text[at] == '.' || text[at] == ':') && (at + 1 == text.size() || text[at + 1] == ' '))
            cut(at, at + 1);
        else if (spaced || dash || is_a)
            cut(at, at + (dash ? 5U : 3U));
    }
    cut(text.size(), text.size());
    // The type may be said across the parts: "School (maintained special)".
    if (!placement_.type.stated())
        set_type(whole);
    else if (const auto all = find_choice(plan::settings, words); all && all->at.last - all->at.first > 2 && !Words(placement_.name.value.value).has("special school"))
        placement_.type.value = static_cast<plan::Setting>(all->index);
}

void PlacementReader::value(Ask ask, const Text& text, bool placeholder) {
    const auto state = [&](auto& field) {
        if (field.state == State::missing) {
            field.state = placeholder ? State::placeholder : State::blank;
            field.origin = text.origin();
        }
    };
    const Words words(text.value);
    const bool blank = is_blank(text.value) || placeholder;
    switch (ask) {
    case Ask::name:
        if (blank)
            state(placement_.name);
        else if (words.has_any(otherwise_words))
            placement_.otherwise.set(true, text.origin());
        else if (words.has_any(no_name))
            set_later_start(text);
        else if (!placement_.name.stated()) {
            // "Lowther Academy (mainstream secondary academy)" in the cell for the name.
            free_text(text);
            if (!placement_.name.stated() && !placement_.type.stated())
                placement_.name.set(text, text.origin());
        }
        break;
    case Ask::type:
        if (blank)
            state(placement_.type);
        else if (words.has_any(otherwise_words))
            placement_.otherwise.set(true, text.origin());
        else {
            placement_.type = {};
            set_type(text);
        }
        break;
    case Ask::start:
        if (!blank)
            set_start(text);
        break;
    case Ask::other:
    case Ask::none: break;
    }
}

void PlacementReader::run() {
    const auto& lines = outline_.lines;
    Ask row_ask = Ask::none, above = Ask::none;
    std::uint32_t row = ~0U, table = 0;
    std::vector<Ask> heads; // labels side by side, with their values below
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        if (!line.in(Letter::I) || line.use == Use::guidance)
            continue;
        const bool heading = line.use == Use::heading || line.use == Use::column_head;
        const Text text = heading ? line.content() : line.block->text;
        if (heading && text.empty())
            continue;
        const bool placeholder = line.use == Use::placeholder;
        const Ask ask = placeholder || line.use == Use::empty ? Ask::none : ask_of(line.words);
        if (line.block->cell) {
            const Cell& cell = *line.block->cell;
            if (cell.table != table) {
                table = cell.table;
                row = ~0U;
                heads.clear();
            }
            if (cell.row != row) {
                row = cell.row;
                row_ask = Ask::none;
                // A row of labels alone heads the rows below it.
                std::vector<Ask> labels;
                bool all = true;
                for (std::uint32_t k = i; k < lines.size() && lines[k].block->cell && lines[k].block->cell->table == table && lines[k].block->cell->row == row; ++k) {
                    const std::uint32_t column = lines[k].block->cell->column;
                    const Ask here = lines[k].use == Use::empty ? Ask::none : ask_of(lines[k].words);
                    if (labels.size() <= column && column < 64)
                        labels.resize(column + 1, Ask::none);
                    if (column < labels.size())
                        labels[column] = here;
                    all = all && here != Ask::none;
                }
                if (all && labels.size() >= 2)
                    heads = labels;
                else if (all)
                    heads.clear();
            }
            if (ask != Ask::none) {
                row_ask = ask;
                continue;
            }
            const Ask asked = row_ask != Ask::none ? row_ask : cell.column < heads.size() ? heads[cell.column] : Ask::none;
            if (asked != Ask::none) {
                value(asked, text, placeholder);
                continue;
            }
        } else if (ask != Ask::none && ask != Ask::other) {
            above = ask; // a label over its value
            continue;
        }
        if (line.use == Use::empty)
            continue;
        // "Name: Lowther Academy"
        const std::size_t colon = text.value.find(':');
        if (colon != std::string::npos) {
            const Ask labelled = ask_of(Words(std::string_view(text.value).substr(0, colon)));
            if (labelled != Ask::none) {
                std::size_t from = text.value.find_first_not_of(' ', colon + 1);
                from = from == std::string::npos ? text.value.size() : from;
                const Text said = text.part(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(text.value.size()));
                value(labelled, said, is_placeholder(std::string_view(said.value)));
                continue;
            }
        }
        if (placeholder)
            continue;
        if (above != Ask::none) {
            value(above, text, false);
            above = Ask::none;
        } else {
            free_text(text);
        }
    }
}

} // namespace

bool is_placement_label(const Words& words) { return ask_of(words) != Ask::none; }

void mark_placement_labels(Outline& outline) {
    constexpr std::string_view budget_labels[] = {"details", "arrangements for direct payment", "arrangements for direct payments", "personal budget", "direct payment",
                                                  "direct payments", "details of personal budget", "arrangements", "personal budget requested", "needs", "outcomes"};
    for (Line& line : outline.lines) {
        if (line.use != Use::content)
            continue;
        if ((line.in(Letter::I) && ask_of(line.words) != Ask::none) || (line.in(Letter::J) && line.words.is_any(budget_labels)))
            line.use = Use::label;
    }
}

void fill_placement(const Outline& outline, plan::Plan& plan) {
    const plan::Section& section = plan.section(Letter::I);
    plan::Placement& placement = plan.placement;
    placement.origin = section.text.stated() ? section.text.origin : section.origin;
    if (!outline.section(Letter::I).found())
        return;
    placement.text = section.text;
    PlacementReader(outline, placement).run();
    if (placement.name.stated() && !placement.type.stated() && placement.type.state == State::missing) {
        // "Willowmere Special School" says its type in its name.
        const Words words(placement.name.value.value);
        if (const auto setting = choice_in<plan::Setting>(words))
            placement.type.set(*setting, placement.name.origin);
    }
    // Education otherwise than at school may be written in F, with I left blank; F's own words say so.
    if (!placement.otherwise.stated() && (placement.name.stated() || placement.type.stated()))
        placement.otherwise.set(false, placement.origin);
}

void fill_budget(const Outline& outline, plan::Plan& plan) {
    const plan::Section& section = plan.section(Letter::J);
    plan::Budget& budget = plan.budget;
    budget.origin = section.text.stated() ? section.text.origin : section.origin;
    if (!outline.section(Letter::J).found())
        return;
    budget.text = section.text;
    if (!section.text.stated())
        return;
    const Words words(section.text.value.value);
    const auto denies = [&] {
        constexpr std::string_view none[] = {"no direct payment", "no direct payments", "no personal budget", "not applicable", "n a", "none", "does not have a personal budget",
                                             "not requested", "has not requested", "have not requested", "declined", "no request", "not been requested", "has not been requested",
                                             "do not wish", "does not wish", "nil", "not currently", "not in receipt", "not required"};
        return words.has_any(none) || is_nil(words) || words.is("no");
    };
    constexpr std::string_view pays[] = {"direct payment", "direct payments"};
    // "None. The direct payment of \xC2\xA32,400 is paid each quarter": money that is paid outweighs the word.
    constexpr std::string_view paid[] = {"direct payment of", "direct payments of", "direct payment is paid", "direct payments are paid", "direct payment will be paid", "direct payments will be paid"};
    const bool pays_anyway = words.has_any(paid) && section.text.value.value.find("\xC2\xA3") != std::string::npos;
    if (denies() && !pays_anyway)
        budget.direct_payment.set(false, section.text.origin);
    else if (words.has_any(pays))
        budget.direct_payment.set(true, section.text.origin);
    // "£400 a month"
    const Text& text = section.text.value;
    const std::size_t pound = text.value.find("\xC2\xA3");
    if (pound != std::string::npos) {
        std::size_t end = pound + 2;
        while (end < text.value.size() && (std::string_view("0123456789,. ").find(text.value[end]) != std::string_view::npos))
            ++end;
        while (end > pound + 2 && (text.value[end - 1] == ' ' || text.value[end - 1] == '.' || text.value[end - 1] == ','))
            --end;
        for (const std::string_view tail : {" a month", " per month", " a week", " per week", " a year", " per year", " per annum", " monthly", " weekly", " annually", " an hour", " per hour", " each month",
                                            " each week", " a term", " per term"})
            if (std::string_view(text.value).substr(end).starts_with(tail)) {
                end += tail.size();
                break;
            }
        if (end > pound + 2) {
            const Text amount = text.part(static_cast<std::uint32_t>(pound), static_cast<std::uint32_t>(end));
            budget.amount.set(amount, amount.origin());
        }
    }
}

} // namespace ehc::read

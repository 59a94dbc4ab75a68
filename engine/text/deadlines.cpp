// Deadlines in words: what names a time ("by", "within", "end of"), which time it names, and what day that is for this plan.
#include "text/dates.hpp"

#include "text/known_words.hpp"

#include <algorithm>
#include <iterator>

namespace ehc::text {

namespace {

template <std::size_t N> constexpr bool among(const std::string_view (&words)[N], std::string_view word) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

constexpr std::string_view by_words[] = {"by", "before", "until", "till"};
constexpr std::string_view stretch_words[] = {"within", "in", "over", "during", "throughout", "across", "for"};
constexpr std::string_view owners[] = {"the", "this", "that", "his", "her", "their", "its", "my", "our", "current", "a", "an"};
constexpr std::string_view coming[] = {"next", "following", "coming", "upcoming", "first"};
constexpr std::string_view nearly[] = {"early", "mid", "late", "around", "about", "approximately", "roughly", "latest", "very"};
constexpr std::string_view weekdays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::string_view ends[] = {"end", "close", "completion", "conclusion"};
constexpr std::string_view beginnings[] = {"start", "beginning"};
// "by Year 6 pupils" names people, not a time.
constexpr std::string_view people_and_things[] = {"pupil", "pupils", "student", "students", "teacher", "teachers", "staff", "class", "classes", "peers", "group", "groups", "children",
                                                  "tutor", "team", "lead", "leader", "curriculum", "expectations", "standard", "standards", "level", "levels", "work", "camp"};
constexpr std::string_view stretches_of_time[] = {"period", "time", "timeframe", "timescale", "window"};
// What ends at some time that no date in the plan tells.
constexpr std::string_view undated[] = {"course", "programme", "phase", "apprenticeship", "internship", "traineeship", "college"};
constexpr std::string_view ordinals[] = {"fifth",    "sixth",     "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",
                                         "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};
constexpr int first_ordinal = 5;

enum class Edge : std::uint8_t { none, begin, end };

// A stretch of time that the text names: its days, where they can be worked out, and the token after it.
struct Period {
    std::optional<PartialDate> date;
    std::uint32_t last = 0;
};

PartialDate stretch(Date first, Date last) { return {first, last, Precision::term}; }

Date birthday(Date born, int age) {
    const Date day = born.plus_months(12 * age);
    return day.day() == born.day() ? day : day.plus_days(1); // 29 February: 1 March in a common year
}

int school_year_of(Date day) { return day.month() >= 9 ? day.year() : day.year() - 1; }

std::optional<PartialDate> school_year(int start) {
    const auto first = Date::of(start, 9, 1), last = Date::of(start + 1, 8, 31);
    return first && last ? std::optional(stretch(*first, *last)) : std::nullopt;
}

// The term that holds a day, moved on by `later` terms.
PartialDate term_after(Date day, int later) {
    int year = day.year();
    int term = day <= term_of(Term::spring, year).last ? 1 : day <= term_of(Term::summer, year).last ? 2 : 0;
    const int moved = (term == 0 ? 3 : term) + later; // counted from the spring term of `year`: 1, 2, 3 is autumn
    year += (moved - 1) / 3;
    term = (moved - 1) % 3;
    constexpr Term in_year[] = {Term::spring, Term::summer, Term::autumn};
    return term_of(in_year[term], year);
}

class DeadlineReader {
  public:
    DeadlineReader(const Analysis& analysis, const DeadlineContext& context) : analysis_(analysis), context_(context) {}

    struct Found {
        std::optional<PartialDate> date;
        std::uint32_t first = 0;
        std::uint32_t last = 0;
    };

    std::optional<Found> last_deadline() {
        std::optional<Found> last;
        for (std::uint32_t at = 0; at < count();) {
            const auto found = is_word(at) ? deadline_at(at) : std::nullopt;
            at = found ? found->last : at + 1;
            if (found)
                last = found;
        }
        return last ? last : whole_value();
    }

  private:
    std::uint32_t count() const { return static_cast<std::uint32_t>(analysis_.tokens().size()); }
    bool is(std::uint32_t at, TokenKind kind) const { return at < count() && analysis_.tokens()[at].kind == kind; }
    bool is_word(std::uint32_t at) const { return is(at, TokenKind::word); }
    std::string_view word(std::uint32_t at) const { return analysis_.word(at); }
    bool reads(std::uint32_t at, std::string_view first, std::string_view second) const { return word(at) == first && word(at + 1) == second; }

    // Days and years only as written in digits or a number word.
    std::optional<int> whole(std::uint32_t at) const {
        if (analysis_.number_length(at) == 0)
            return std::nullopt;
        const double value = analysis_.tokens()[at].number;
        return value >= 0 && value <= 9999 && value == static_cast<int>(value) ? std::optional(static_cast<int>(value)) : std::nullopt;
    }

    std::uint32_t past_number(std::uint32_t at) const { return at + analysis_.number_length(at); }

    const FoundDate* date_at(std::uint32_t at) const {
        const auto& dates = analysis_.dates();
        const auto found = std::lower_bound(dates.begin(), dates.end(), at, [](const FoundDate& date, std::uint32_t token) { return date.first < token; });
        return found != dates.end() && found->first == at && found->valid ? &*found : nullptr;
    }

    std::optional<Found> deadline_at(std::uint32_t at) {
        const std::string_view trigger = word(at);
        if (among(by_words, trigger) || (trigger == "than" && at > 0 && word(at - 1) == "later"))
            return found_from(at, target(at + 1));
        if (among(stretch_words, trigger))
            return found_from(at, stretch_from(at));
        if (trigger == "end" || trigger == "start" || trigger == "beginning") {
            std::uint32_t before = at;
            while (before > 0 && among(owners, word(before - 1)))
                --before;
            const std::string_view ahead = before > 0 ? word(before - 1) : std::string_view();
            if (trigger != "end" || ahead == "from" || ahead == "since" || ahead == "after")
                return std::nullopt;
            return found_from(at, target(at));
        }
        if (trigger == "when" || trigger == "once")
            return found_from(at, at_age(at + 1));
        return std::nullopt;
    }

    std::optional<Found> found_from(std::uint32_t first, std::optional<Period> period) const {
        if (!period)
            return std::nullopt;
        return Found{period->date, first, period->last};
    }

    // The value of a table cell, "12 months" or "End of Key Stage 2", where the text is nothing else.
    std::optional<Found> whole_value() {
        std::uint32_t begin = 0;
        while (begin < count() && !is_word(begin) && !is(begin, TokenKind::number))
            ++begin;
        for (auto period : {target(begin), duration(begin, false)}) {
            if (!period)
                continue;
            std::uint32_t rest = period->last;
            while (rest < count() && !is_word(rest) && !is(rest, TokenKind::number))
                ++rest;
            if (rest == count())
                return found_from(begin, period);
        }
        return std::nullopt;
    }

    std::uint32_t skip(std::uint32_t at, bool (*passes)(std::string_view)) const {
        while (is_word(at) && (passes(word(at)) || (word(at).ends_with("'s") && is_word(at + 1))))
            at = is(at + 1, TokenKind::dash) ? at + 2 : at + 1;
        return at;
    }

    // What may follow "by".
    std::optional<Period> target(std::uint32_t at) {
        at = skip(at, [](std::string_view text) { return among(owners, text) || among(nearly, text) || text == "at" || text == "no" || text == "later" || text == "than"; });
        if (!is_word(at) && !is(at, TokenKind::number))
            return std::nullopt;
        const std::string_view text = word(at);
        if (among(ends, text) || among(beginnings, text)) {
            const Edge edge = among(ends, text) ? Edge::end : Edge::begin;
            return dated_after(at_edge(period(word(at + 1) == "of" ? at + 2 : at + 1, edge), edge));
        }
        if (text == "time")
            return at_time(at + 1);
        if (text == "age" || text == "aged")
            return age(word(at + 1) == "of" ? at + 2 : at + 1);
        if (text == "transition" || text == "transfer" || text == "move")
            return dated_after(at_edge(moved_to(at + 1), Edge::begin));
        if (auto found = at_age(at))
            return found;
        if (auto found = review(at))
            return dated_after(found);
        if (auto found = a_birthday(at))
            return found;
        auto found = period(at, Edge::none);
        if (found && is_word(found->last) && among(people_and_things, word(found->last)))
            return std::nullopt;
        return dated_after(found);
    }

    static std::optional<Period> at_edge(std::optional<Period> period, Edge edge) {
        if (period && period->date)
            period->date = edge == Edge::end ? PartialDate(period->date->last) : PartialDate(period->date->first);
        return period;
    }

    // "the end of Year 6 (July 2027)": the date written out wins over the one worked out.
    std::optional<Period> dated_after(std::optional<Period> period) const {
        if (!period)
            return period;
        std::uint32_t at = period->last;
        if (is(at, TokenKind::dash) || (is(at, TokenKind::mark) && (word(at) == "(" || word(at) == "," || word(at) == ":")))
            ++at;
        if (is_word(at) && (word(at) == "in" || word(at) == "on" || word(at) == "ie" || word(at) == "by"))
            ++at;
        if (at != period->last)
            if (const FoundDate* found = date_at(at))
                return Period{found->date, found->last};
        return period;
    }

    std::optional<Period> moved_to(std::uint32_t at) {
        while (is_word(at) && (word(at) == "to" || word(at) == "into" || word(at) == "on" || word(at) == "onto"))
            ++at;
        return period(at, Edge::begin);
    }

    // "by the time he is 16", "by the time she leaves primary school".
    std::optional<Period> at_time(std::uint32_t at) {
        if (auto found = at_age(at))
            return found;
        constexpr std::string_view leaving[] = {"leaves", "leave", "finishes", "finish", "completes", "complete", "ends"};
        constexpr std::string_view arriving[] = {"starts", "start", "begins", "begin", "enters", "enter", "joins", "moves", "move", "transfers", "transitions"};
        for (std::uint32_t verb = at; verb < at + names_most && is_word(verb); ++verb) {
            if (among(leaving, word(verb)))
                return at_edge(period(verb + 1, Edge::end), Edge::end);
            if (among(arriving, word(verb)))
                return at_edge(moved_to(verb + 1), Edge::begin);
        }
        return std::nullopt;
    }

    // "she is 16", "Jamie Example turns 18": up to three words, then the age.
    std::optional<Period> at_age(std::uint32_t at) const {
        constexpr std::string_view being[] = {"is", "are", "turns", "turn", "reaches", "reach", "becomes"};
        for (std::uint32_t verb = at + 1; verb < at + names_most && is_word(verb - 1) && is_word(verb); ++verb)
            if (among(being, word(verb)))
                return age(word(verb + 1) == "aged" ? verb + 2 : verb + 1);
        return std::nullopt;
    }

    std::optional<Period> age(std::uint32_t at) const {
        const auto years = whole(at);
        std::uint32_t last = past_number(at);
        if (!years || *years > 30)
            return std::nullopt;
        if (is_word(last) && (word(last) == "years" || word(last) == "year")) {
            ++last;
            if (word(last) == "old" || reads(last, "of", "age"))
                last += word(last) == "old" ? 1 : 2;
        } else if (is(last, TokenKind::mark) && (word(last) == "%" || word(last) == ":" || word(last) == "/")) {
            return std::nullopt;
        } else if (is_word(last)) { // "when it is 5 minutes to nine"
            constexpr std::string_view going_on[] = {"and", "or", "he", "she", "they", "to", "in", "with", "will", "so", "but", "at"};
            if (!among(going_on, word(last)) && !analysis_.capital(last))
                return std::nullopt;
        }
        return Period{context_.born ? std::optional(PartialDate(birthday(*context_.born, *years))) : std::nullopt, last};
    }

    std::optional<Period> review(std::uint32_t at) const {
        constexpr std::string_view kinds[] = {"annual", "statutory", "ehcp", "ehc", "plan", "formal", "interim", "early", "yearly"};
        bool of_the_plan = true;
        for (int i = 0; i < 4 && is_word(at) && (among(coming, word(at)) || among(kinds, word(at))); ++i, ++at)
            of_the_plan = of_the_plan && word(at) != "interim" && word(at) != "early";
        if (word(at) != "review" || !is_word(at))
            return std::nullopt;
        const std::uint32_t last = word(at + 1) == "meeting" ? at + 2 : at + 1;
        return Period{of_the_plan && context_.next_review ? std::optional(PartialDate(*context_.next_review)) : std::nullopt, last};
    }

    std::optional<Period> a_birthday(std::uint32_t at) const {
        std::optional<int> years;
        std::uint32_t last = at;
        if (const auto* ordinal = std::find(std::begin(ordinals), std::end(ordinals), word(at)); ordinal != std::end(ordinals)) {
            years = first_ordinal + static_cast<int>(ordinal - std::begin(ordinals));
            last = at + 1;
        } else if (is(at, TokenKind::number)) {
            years = whole(at);
            last = at + 2; // past "th"
        } else if (among(coming, word(at))) {
            last = at + 1;
        }
        if (word(last) != "birthday")
            return std::nullopt;
        ++last;
        if (!context_.born || (!years && !context_.written))
            return Period{std::nullopt, last};
        if (!years) {
            years = std::max(0, whole_years(*context_.born, *context_.written)) + 1;
        }
        return Period{PartialDate(birthday(*context_.born, std::min(*years, 150))), last};
    }

    // A named stretch of time: a date, a term, a year group, a key stage, a school year.
    std::optional<Period> period(std::uint32_t at, Edge edge) {
        bool next = false;
        const std::uint32_t first = at;
        at = skip(at, [](std::string_view text) { return among(owners, text) || among(nearly, text) || among(weekdays, text); });
        if (is_word(at) && among(coming, word(at))) {
            next = word(at) != "first";
            ++at;
        }
        if (const FoundDate* found = date_at(at))
            return Period{found->date, found->last};
        if (is(at, TokenKind::number))
            return year_in_digits(at);
        if (!is_word(at))
            return std::nullopt;
        if (const KnownWord* known = find_known_word(word(at))) {
            if (known->kind == KnownWord::Kind::month)
                return month(at, known->value);
            if (known->kind == KnownWord::Kind::term)
                return term(at, static_cast<Term>(known->value), next);
        }
        if (auto found = year_group(at))
            return found;
        if (auto found = phase(at))
            return found;
        const bool owned = at != first;
        if (word(at) == "term" && owned)
            return Period{context_.written ? std::optional(term_after(*context_.written, next)) : std::nullopt, at + 1};
        const std::uint32_t kind = at + (word(at) == "academic" || word(at) == "school");
        if (word(kind) == "year" && (owned || kind != at)) {
            if (auto found = year_in_digits(kind + 1))
                return found;
            return Period{context_.written ? school_year(school_year_of(*context_.written) + next) : std::nullopt, kind + 1};
        }
        if (edge != Edge::none && owned && among(undated, word(at)))
            return Period{std::nullopt, at + 1};
        return std::nullopt;
    }

    // 2025/26 and 2025-2026 are school years, whatever word follows; 2026 alone is a calendar year.
    std::optional<Period> year_in_digits(std::uint32_t at) const {
        const auto start = whole(at);
        if (!start || word(at).size() != 4 || *start < 2000 || *start > 2098)
            return std::nullopt;
        std::uint32_t last = at + 1;
        std::optional<PartialDate> date;
        if ((word(last) == "/" || word(last) == "-") && is(last + 1, TokenKind::number)) {
            const auto end = whole(last + 1);
            if (!end || (*end != *start + 1 && !(word(last + 1).size() == 2 && *end == (*start + 1) % 100)))
                return std::nullopt;
            date = school_year(*start);
            last += 2;
        } else {
            date = PartialDate(*Date::of(*start, 1, 1), *Date::of(*start, 12, 31), Precision::year);
        }
        if (is_word(last) && (word(last) == "academic" || word(last) == "school") && word(last + 1) == "year")
            last += 2;
        return Period{date, last};
    }

    // A month without a year: the first that ends on or after the day of writing.
    std::optional<Period> month(std::uint32_t at, int wanted) const {
        if (!analysis_.capital(at) || is(at + 1, TokenKind::number))
            return std::nullopt;
        if (!context_.written)
            return Period{std::nullopt, at + 1};
        const Date written = *context_.written;
        const int year = static_cast<int>(written.month()) <= wanted ? written.year() : written.year() + 1;
        const auto first = Date::of(year, static_cast<unsigned>(wanted), 1);
        if (!first)
            return std::nullopt;
        return Period{PartialDate(*first, first->plus_months(1).plus_days(-1), Precision::month), at + 1};
    }

    std::optional<Period> term(std::uint32_t at, Term wanted, bool next) const {
        const std::uint32_t last = word(at + 1) == "term" ? at + 2 : at + 1;
        if (!context_.written)
            return Period{std::nullopt, last};
        const Date written = *context_.written;
        PartialDate found = term_of(wanted, written.year());
        if (next ? found.first <= written : found.last < written)
            found = term_of(wanted, written.year() + 1);
        return Period{found, last};
    }

    std::optional<PartialDate> years(int first, int last) const {
        if (!context_.born)
            return std::nullopt;
        return stretch(school::end_of_curriculum_year(*context_.born, first - 1).plus_days(1), school::end_of_curriculum_year(*context_.born, last));
    }

    // Year 6, Y6, NCY 6, Key Stage 2, KS2; of "Year 5/6" the later.
    std::optional<Period> year_group(std::uint32_t at) const {
        const std::string_view text = word(at);
        const bool key_stage = text == "ks" || reads(at, "key", "stage");
        if (!key_stage && text != "year" && text != "y" && text != "yr" && text != "ncy" && text != "years")
            return std::nullopt;
        std::uint32_t number_at = at + (text == "key" ? 2U : 1U);
        if (!key_stage && word(number_at) == "group")
            ++number_at;
        if (!key_stage && word(number_at) == "r")
            return Period{years(0, 0), number_at + 1};
        auto number = whole(number_at);
        if (!number)
            return std::nullopt;
        std::uint32_t last = past_number(number_at);
        if (word(last) == "/" || word(last) == "-" || word(last) == "and" || word(last) == "or")
            if (const auto second = whole(last + 1); second && *second == *number + 1) {
                number = second;
                last = past_number(last + 1);
            }
        if (!key_stage)
            return *number <= 14 ? std::optional(Period{years(*number, *number), last}) : std::nullopt;
        const auto last_year = school::last_year_of_key_stage(*number);
        if (!last_year)
            return std::nullopt;
        const int first_year = *number == 0 ? 0 : *school::last_year_of_key_stage(*number - 1) + 1;
        return Period{years(first_year, *last_year), last};
    }

    // Phases of schooling by their names.
    std::optional<Period> phase(std::uint32_t at) const {
        struct Row {
            std::string_view first, second; // second may be empty
            int from, to;                   // National Curriculum years
        };
        constexpr Row rows[] = {{"early", "years", -1, 0},  {"foundation", "stage", -1, 0}, {"eyfs", "", -1, 0},        {"nursery", "", -1, -1},
                                {"reception", "", 0, 0},    {"infant", "school", 0, 2},     {"infants", "", 0, 2},      {"junior", "school", 3, 6},
                                {"juniors", "", 3, 6},      {"primary", "", 0, 6},          {"secondary", "", 7, 11},   {"sixth", "form", 12, 13}};
        for (const Row& row : rows)
            if (word(at) == row.first && (row.second.empty() || word(at + 1) == row.second)) {
                std::uint32_t last = at + (row.second.empty() ? 1U : 2U);
                constexpr std::string_view tails[] = {"school", "phase", "year", "class", "education", "provision", "stage"};
                while (is_word(last) && among(tails, word(last)))
                    ++last;
                return Period{years(row.from, row.to), last};
            }
        return std::nullopt;
    }

    // "within 12 months", "over the next two terms", "in 18 months".
    std::optional<Period> stretch_from(std::uint32_t at) {
        const std::string_view trigger = word(at);
        bool next = false;
        std::uint32_t begin = at + 1;
        for (; is_word(begin); ++begin) {
            if (among(coming, word(begin)) && word(begin) != "first")
                next = true;
            else if (word(begin) != "the" && !among(nearly, word(begin)))
                break;
        }
        if (trigger != "within" && trigger != "in" && !next)
            return std::nullopt;
        if (auto found = duration(begin, next))
            if (next || trigger == "within" || counted_in(begin, found->last))
                return found;
        if (trigger == "within" && word(begin) != "a" && word(begin) != "an")
            return dated_after(period(at + 1, Edge::none));
        return std::nullopt;
    }

    // "in 18 months" is a deadline, "five times in a week" and "in three weeks out of four" are none.
    bool counted_in(std::uint32_t begin, std::uint32_t last) const {
        if (word(last - 1) == "time" || (word(last) == "'" && word(last + 1) == "time") || reads(last, "from", "now"))
            return true;
        return whole(begin) && *whole(begin) > 1 && word(last) != "out" && !among(people_and_things, word(last));
    }

    // A number of weeks, months, terms or years from the day of writing. `next`: "the next" stands before it, so that the
    // number may be missing.
    std::optional<Period> duration(std::uint32_t at, bool next) const {
        int number = 1;
        bool one = true;
        const bool article = word(at) == "a" || word(at) == "an";
        at += article;
        if (const auto written = whole(at)) {
            number = *written;
            at = past_number(at);
            if (is(at, TokenKind::dash) || word(at) == "to" || word(at) == "or")
                if (const auto most = whole(at + 1); most && *most > number) { // "12-18 months": the longer
                    number = *most;
                    at = past_number(at + 1);
                }
            one = number == 1;
        } else if (!article && !next) {
            return std::nullopt;
        }
        if (number < 1 || number > 1200)
            return std::nullopt;
        bool joined = is(at, TokenKind::dash);
        at += joined;
        while (is_word(at) && (word(at) == "school" || word(at) == "academic" || word(at) == "calendar" || word(at) == "full"))
            ++at;
        const bool half = analysis_.tokens().size() > at && word(at) == "half";
        if (half)
            at += is(at + 1, TokenKind::dash) ? 2 : 1;
        if (!is_word(at))
            return std::nullopt;

        struct Unit {
            std::string_view one, many;
            int months, days, terms;
        };
        constexpr Unit units[] = {{"week", "weeks", 0, 7, 0},   {"wk", "wks", 0, 7, 0},   {"fortnight", "fortnights", 0, 14, 0}, {"month", "months", 1, 0, 0},
                                  {"mth", "mths", 1, 0, 0},     {"year", "years", 12, 0, 0}, {"yr", "yrs", 12, 0, 0},           {"term", "terms", 0, 0, 1}};
        std::string_view name = word(at);
        const bool possessive = name.ends_with("'s"); // "in a year's time"
        if (possessive)
            name.remove_suffix(2);
        const auto* unit = std::find_if(std::begin(units), std::end(units), [&](const Unit& row) { return row.one == name || row.many == name; });
        if (unit == std::end(units) || (half && unit->terms == 0))
            return std::nullopt;
        std::uint32_t last = at + 1;
        if (!one && unit->one == name && !among(stretches_of_time, word(last))) // "a 6-week block", "6 week programme"
            return std::nullopt;
        if (one && !next && unit->days > 0 && !possessive) // "three times within a week" says how often
            return std::nullopt;
        if (is_word(last) && among(stretches_of_time, word(last)))
            ++last;
        if (is_word(last) && among(people_and_things, word(last)))
            return std::nullopt;
        if (!context_.written || of_something_else(last))
            return Period{std::nullopt, last};
        const Date written = *context_.written;
        constexpr int half_term = 49; // days, with the holiday in it
        if (half)
            return Period{PartialDate(written.plus_days(half_term * number)), last};
        if (unit->terms > 0)
            return Period{PartialDate(term_after(written, number).last), last};
        return Period{PartialDate(written + Duration{unit->months * number, unit->days * number}), last};
    }

    // "within 6 weeks of starting" counts from a day that is not known; "of this plan", "from now" do not.
    bool of_something_else(std::uint32_t at) const {
        constexpr std::string_view counts_from[] = {"of", "after", "from", "following"};
        constexpr std::string_view this_plan[] = {"plan", "ehcp", "ehc", "now", "today"};
        if (!is_word(at) || !among(counts_from, word(at)))
            return false;
        for (std::uint32_t i = at + 1; i < at + 7 && is_word(i); ++i)
            if (among(this_plan, word(i)))
                return false;
        return true;
    }

    static constexpr std::uint32_t names_most = 4; // words of a name before its verb, and the verb

    const Analysis& analysis_;
    const DeadlineContext& context_;
};

} // namespace

std::optional<Deadline> read_deadline(const Analysis& analysis, const DeadlineContext& context) {
    const auto found = DeadlineReader(analysis, context).last_deadline();
    if (!found || !found->date)
        return std::nullopt;
    return Deadline{*found->date, analysis.span(found->first, found->last)};
}

bool names_deadline(const Analysis& analysis) { return DeadlineReader(analysis, {}).last_deadline().has_value(); }

} // namespace ehc::text

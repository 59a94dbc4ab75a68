#include "text/dates.hpp"

#include "text/known_words.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace ehc::text {

namespace {

constexpr int earliest_short_year = 15; // of "6.8.26" alone: plans began in September 2014
constexpr int oldest_year = 1900, latest_year = 2099; // of a year that stands beside a month or a term

// A word after "July 16" that shows that 16 is a year: what follows a date rather than what is counted.
constexpr std::string_view after_dates[] = {"a",    "and",  "as",   "at",   "but",  "by",   "each", "for",  "from", "he",   "her",   "his",  "if",    "in",   "including",
                                            "is",   "it",   "may",  "of",   "on",   "or",   "our",  "she",  "so",   "that", "the",   "their", "then",  "they", "this",
                                            "to",   "until", "was", "we",   "when", "where", "which", "while", "who", "will", "with", "would"};
static_assert(std::is_sorted(std::begin(after_dates), std::end(after_dates)));

// Words before a number with points that make it the number of a paragraph.
constexpr std::string_view before_references[] = {"figure", "item",    "no",      "outcome", "page",  "para",    "paragraph", "part",
                                                  "point",  "reg",     "regulation", "rule", "section", "standard", "table",  "v",
                                                  "version"};
static_assert(std::is_sorted(std::begin(before_references), std::end(before_references)));

class DateFinder {
  public:
    // `value`: the text stands behind a label that asks for a day, so that "8.1.23" in it is one.
    DateFinder(std::string_view original, std::string_view folded, const std::vector<Token>& tokens, bool value = false)
        : original_(original), folded_(folded), tokens_(tokens), value_(value) {}

    std::vector<FoundDate> run(const std::vector<std::uint32_t>& calendar) {
        std::uint32_t free = 0;
        for (const std::uint32_t at : calendar)
            if (at >= free)
                if (const auto found = date_at(at)) {
                    dates_.push_back(*found);
                    free = found->last;
                }
        return std::move(dates_);
    }

    std::optional<FoundDate> at_start() const { return is(0, TokenKind::number) ? date_at(0) : std::nullopt; }

  private:
    std::uint32_t count() const { return static_cast<std::uint32_t>(tokens_.size()); }
    std::string_view word(std::uint32_t at) const {
        if (at >= count())
            return {};
        const Span span = tokens_[at].folded;
        return folded_.substr(span.begin, span.size());
    }
    bool is(std::uint32_t at, TokenKind kind) const { return at < count() && tokens_[at].kind == kind; }
    bool spaced(std::uint32_t at) const { return at < count() && tokens_[at].space_before; }

    // A whole number of `least` to `most` digits, else -1.
    int whole(std::uint32_t at, std::size_t least, std::size_t most) const {
        if (!is(at, TokenKind::number))
            return -1;
        const std::string_view digits = word(at);
        if (digits.size() < least || digits.size() > most || !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return -1;
        return static_cast<int>(tokens_[at].number);
    }

    const KnownWord* known(std::uint32_t at, KnownWord::Kind kind) const {
        if (!is(at, TokenKind::word))
            return nullptr;
        const KnownWord* found = find_known_word(word(at));
        return found != nullptr && found->kind == kind ? found : nullptr;
    }

    std::optional<FoundDate> date_at(std::uint32_t at) const {
        if (is(at, TokenKind::number)) {
            const std::size_t digits = word(at).size();
            if (digits > 4 || digits == 3)
                return std::nullopt;
            if (at == 0 || spaced(at) || !continues_number(at - 1))
                if (auto found = numeric(at))
                    return found;
            return day_month_year(at);
        }
        if (known(at, KnownWord::Kind::month) != nullptr)
            return month_year(at);
        return term_year(at);
    }

    // True for a sign that ties the number after it to a number before it: the "." of "1.2.3".
    bool continues_number(std::uint32_t sign) const {
        return sign > 0 && is_separator(sign) && !spaced(sign) && is(sign - 1, TokenKind::number);
    }
    bool is_separator(std::uint32_t at) const {
        return is(at, TokenKind::dash) || (is(at, TokenKind::mark) && (word(at) == "/" || word(at) == "."));
    }

    static FoundDate exact(std::uint32_t first, std::uint32_t last, int year, int month, int day) {
        const auto date = Date::of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
        return {first, last, date ? PartialDate(*date) : PartialDate(), date.has_value()};
    }

    // 01/01/2015, 06.10.11, 2024-06-20.
    std::optional<FoundDate> numeric(std::uint32_t at) const {
        if (!is_separator(at + 1) || !is_separator(at + 3) || word(at + 1) != word(at + 3) || !is(at + 4, TokenKind::number))
            return std::nullopt;
        if (is_separator(at + 5) && word(at + 5) == word(at + 1) && !spaced(at + 5) && is(at + 6, TokenKind::number) && !spaced(at + 6))
            return std::nullopt; // four parts: a telephone number, an address
        const char separator = word(at + 1)[0];
        const bool close = !spaced(at + 1) && !spaced(at + 2) && !spaced(at + 3) && !spaced(at + 4);
        const int month = whole(at + 2, 1, 2);
        if (month < 0)
            return std::nullopt;

        if (const int year = whole(at, 4, 4); year >= 0) {
            const int day = whole(at + 4, 2, 2);
            if (separator == '.' || !close || day < 0 || word(at + 2).size() != 2 || year < 1800 || year > 2199)
                return std::nullopt;
            return exact(at, at + 5, year, month, day);
        }
        const int day = whole(at, 1, 2);
        if (day < 0 || (separator == '.' && !close))
            return std::nullopt;
        const bool likely = day >= 1 && day <= 31 && month >= 1 && month <= 12;
        if (const int year = whole(at + 4, 4, 4); year >= 0) {
            if (separator != '/' && (!likely || year < oldest_year || year > latest_year))
                return std::nullopt;
            return exact(at, at + 5, year, month, day);
        }
        const int year = whole(at + 4, 2, 2);
        if (year < 0 || !likely || !close)
            return std::nullopt;
        const bool two_digits_each = word(at).size() == 2 && word(at + 2).size() == 2;
        if (separator == '-' && !two_digits_each) // "5-10-15 minutes"
            return std::nullopt;
        if (separator == '.' && ((word(at).size() == 1 && word(at + 2).size() == 1 && !closes(at, at + 5)) || numbers_a_paragraph(at)))
            return std::nullopt;
        return exact(at, at + 5, 2000 + year, month, day);
    }

    // "8.1.23" alone, or at the end of an entry, is a day; before words it is the number of a paragraph.
    bool closes(std::uint32_t first, std::uint32_t last) const {
        constexpr std::string_view closing[] = {")", ";", ",", "&"};
        if (first == 0)
            return value_ || (whole(last - 1, 2, 2) >= earliest_short_year && (last == count() || (is(last, TokenKind::mark) && word(last) == "(")));
        const bool ends = last == count() || is(last, TokenKind::stop) || (is(last, TokenKind::mark) && std::ranges::find(closing, word(last)) != std::end(closing)) ||
                          (is(last, TokenKind::word) && word(last) == "and");
        return ends && !is(first - 1, TokenKind::stop);
    }

    bool numbers_a_paragraph(std::uint32_t at) const {
        return at > 0 && std::binary_search(std::begin(before_references), std::end(before_references), word(at - 1));
    }

    // The token after an optional ordinal ending, "of", comma, dash or slash between the parts of a date.
    std::uint32_t after_joint(std::uint32_t at, bool with_of) const {
        if (is(at, TokenKind::word))
            if (const auto ending = word(at); ending == "st" || ending == "nd" || ending == "rd" || ending == "th")
                ++at;
        if (with_of && is(at, TokenKind::word) && word(at) == "of")
            ++at;
        if (is(at, TokenKind::mark) && word(at) == ",")
            ++at;
        else if ((is(at, TokenKind::dash) || (is(at, TokenKind::mark) && word(at) == "/")) && !spaced(at) && !spaced(at + 1))
            ++at;
        return at;
    }

    // A year at `at`: 4 digits, or 2 digits (20xx) where what follows shows that they count nothing. Moves past it.
    std::optional<int> year_at(std::uint32_t& at, bool short_too) const {
        if (const int year = whole(at, 4, 4); year >= oldest_year && year <= latest_year) {
            ++at;
            return year;
        }
        if (!short_too)
            return std::nullopt;
        std::uint32_t next = at;
        const bool shortened = is(next, TokenKind::mark) && word(next) == "'" && !spaced(next + 1); // '16
        next += shortened;
        const int year = whole(next, 2, 2);
        if (year < 0 || (!shortened && !stands_alone(next)))
            return std::nullopt;
        at = next + 1;
        return 2000 + year;
    }

    bool stands_alone(std::uint32_t number) const {
        const std::uint32_t next = number + 1;
        if (next >= count() || is(next, TokenKind::stop))
            return true;
        if (is(next, TokenKind::word))
            return spaced(next) && (begins_with_capital(original_, tokens_[next]) ||
                                    std::binary_search(std::begin(after_dates), std::end(after_dates), word(next)));
        if (is(next, TokenKind::number))
            return false;
        const bool number_follows = is(next + 1, TokenKind::number);
        if (is(next, TokenKind::dash))
            return spaced(next) || !(number_follows || is(next + 1, TokenKind::word));
        const std::string_view sign = word(next);
        return sign != "%" && !((sign == ":" || sign == "/" || sign == ".") && number_follows);
    }

    // "may" and "march" are words too; beside two digits they need their capital.
    bool surely_month(std::uint32_t at) const {
        const std::string_view name = word(at);
        return (name != "may" && name != "march" && name != "mar") || begins_with_capital(original_, tokens_[at]);
    }

    // 28 August 2013, 1st January 2015, 12 May, 2025, 20 Nov 23.
    std::optional<FoundDate> day_month_year(std::uint32_t at) const {
        const int day = whole(at, 1, 2);
        if (day < 1 || day > 31)
            return std::nullopt;
        if (at > 0 && !spaced(at) && is(at - 1, TokenKind::word) && word(at - 1).size() == 1) // "v3 Feb 2017": a version
            return std::nullopt;
        if (is(at + 1, TokenKind::mark) && word(at + 1) == ",") // "Key Stage 2, July 2027"
            return std::nullopt;
        const std::uint32_t month_at = after_joint(at + 1, true);
        const KnownWord* month = known(month_at, KnownWord::Kind::month);
        if (month == nullptr)
            return std::nullopt;
        std::uint32_t last = after_joint(month_at + 1, false);
        if (const auto year = year_at(last, surely_month(month_at)))
            return exact(at, last, *year, month->value, day);
        return std::nullopt;
    }

    // June 2024, July 16, May 12, 2025.
    std::optional<FoundDate> month_year(std::uint32_t at) const {
        const int month = known(at, KnownWord::Kind::month)->value;
        if (const int day = whole(at + 1, 1, 2); day >= 1 && day <= 31) {
            std::uint32_t last = after_joint(at + 2, false);
            if (const auto year = year_at(last, false))
                return exact(at, last, *year, month, day);
        }
        std::uint32_t last = after_joint(at + 1, true);
        const auto year = year_at(last, surely_month(at) && last == at + 1 && begins_with_capital(original_, tokens_[at]));
        if (!year)
            return std::nullopt;
        const Date first = *Date::of(*year, static_cast<unsigned>(month), 1);
        return FoundDate{at, last, {first, first.plus_months(1).plus_days(-1), Precision::month}, true};
    }

    // Spring 2025, Autumn term 2023, Summer term of 2025/26.
    std::optional<FoundDate> term_year(std::uint32_t at) const {
        const KnownWord* term = known(at, KnownWord::Kind::term);
        if (term == nullptr)
            return std::nullopt;
        std::uint32_t next = at + 1;
        const bool named_term = is(next, TokenKind::word) && word(next) == "term";
        next += named_term;
        if (whole(next, 1, 1) > 0 && whole(next + 1, 4, 4) > 0) // "Autumn 1 2024", a half-term
            ++next;
        if (is(next, TokenKind::word) && (word(next) == "of" || word(next) == "in"))
            ++next;
        else if (is(next, TokenKind::dash) || (is(next, TokenKind::mark) && (word(next) == "," || word(next) == "(")))
            ++next;
        const auto year = year_at(next, named_term);
        if (!year)
            return std::nullopt;
        int in = *year;
        if (is_separator(next) && word(next) != "." && !spaced(next) && !spaced(next + 1)) { // a school year: 2025/26
            const bool follows = whole(next + 1, 2, 2) == (in + 1) % 100 || whole(next + 1, 4, 4) == in + 1;
            if (follows) {
                next += 2;
                in += term->value != 1;
            }
        }
        return FoundDate{at, next, term_of(static_cast<Term>(term->value), in), true};
    }

    std::string_view original_;
    std::string_view folded_;
    const std::vector<Token>& tokens_;
    bool value_;
    std::vector<FoundDate> dates_;
};

} // namespace

PartialDate term_of(Term term, int year) {
    const auto day = [&](unsigned month, unsigned of_month) { return *Date::of(std::clamp(year, oldest_year, latest_year), month, of_month); };
    switch (term) {
    case Term::autumn:
        return {day(9, 1), day(12, 31), Precision::term};
    case Term::spring:
        return {day(1, 1), day(4, 15), Precision::term};
    case Term::summer:
        break;
    }
    return {day(4, 16), day(8, 31), Precision::term};
}

PartialDate term_around(Date day) {
    for (const Term which : {Term::spring, Term::summer})
        if (const PartialDate days = term_of(which, day.year()); day <= days.last)
            return days;
    return term_of(Term::autumn, day.year());
}

std::vector<FoundDate> find_dates(std::string_view original, const TokenStream& stream) {
    return DateFinder(original, stream.folded, stream.tokens).run(stream.calendar);
}

std::optional<FoundDate> read_date(std::string_view value) {
    const Analysis analysis(value);
    if (const auto opening = DateFinder(value, analysis.folded(), analysis.tokens(), true).at_start())
        return opening;
    if (!analysis.dates().empty())
        return analysis.dates().front();
    // A bare year, where it is the only number.
    std::optional<FoundDate> found;
    const auto& tokens = analysis.tokens();
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind != TokenKind::number)
            continue;
        const auto year = static_cast<int>(std::min(tokens[i].number, 1e6));
        const auto first = analysis.word(i).size() == 4 && year >= oldest_year && year <= latest_year ? Date::of(year, 1, 1) : std::nullopt;
        if (found || !first)
            return std::nullopt;
        found = FoundDate{i, i + 1, {*first, first->plus_months(12).plus_days(-1), Precision::year}, true};
    }
    return found;
}

std::optional<Date> read_birth_date(std::string_view value, Date reference) {
    const Analysis analysis(value);
    std::vector<FoundDate> dates = analysis.dates();
    if (const auto opening = DateFinder(value, analysis.folded(), analysis.tokens(), true).at_start())
        dates.insert(dates.begin(), *opening);
    for (const FoundDate& found : dates) {
        if (!found.valid || !found.date.exact())
            continue;
        const Date born = found.date.first;
        const bool short_year = analysis.word(found.last - 1).size() == 2;
        if (!short_year || born <= reference)
            return born;
        return Date::of(born.year() - 100, born.month(), born.day());
    }
    return std::nullopt;
}

} // namespace ehc::text

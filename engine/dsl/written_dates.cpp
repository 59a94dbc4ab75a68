#include "dsl/written_dates.hpp"

#include <algorithm>
#include <array>

namespace ehc::dsl {

namespace {

const Date stand_in = *Date::of(2000, 1, 1);

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int number_in(std::string_view digits) { // at most 4 digits
    int value = 0;
    for (const char c : digits)
        value = value * 10 + (c - '0');
    return value;
}

// 1 to 12 for a month's name or its usual short form, else 0.
unsigned month_in(std::string_view word) {
    constexpr std::array<std::string_view, 12> names{"january", "february", "march",     "april",   "may",      "june",
                                                     "july",    "august",   "september", "october", "november", "december"};
    if (word.size() < 3 || word.size() > 9) // most words are no month
        return 0;
    std::string lower(word);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    for (unsigned month = 0; month < names.size(); ++month)
        if (lower == names[month] || lower == names[month].substr(0, 3) || (lower == "sept" && month == 8))
            return month + 1;
    return 0;
}

std::string month_name(unsigned month) {
    const std::string text = Date::of(2000, month, 1)->text(); // 1 September 2000
    return text.substr(2, text.size() - 7);
}

// Why a day does not exist.
std::string impossible(int year, unsigned month, unsigned day) {
    if (year < 1800 || year > 2199)
        return " has a year outside 1800 to 2199";
    if (month < 1 || month > 12)
        return " has no month that exists: months go from 01 to 12";
    if (day < 1)
        return " has no day that exists: days count from 1";
    const unsigned last = Date::of(year, month, 1)->plus_months(1).plus_days(-1).day();
    return " does not exist: " + month_name(month) + " " + std::to_string(year) + " has " + std::to_string(last) + " days";
}

} // namespace

bool is_ordinal_ending(std::string_view text) { return text == "st" || text == "nd" || text == "rd" || text == "th"; }

std::optional<NumericDate> read_numeric_date(std::string_view text) {
    std::array<std::string_view, 3> groups;
    std::size_t at = 0;
    char joint = '\0';
    for (std::size_t i = 0; i < 3; ++i) {
        const std::size_t begin = at;
        while (at < text.size() && is_digit(text[at]))
            ++at;
        groups[i] = text.substr(begin, at - begin);
        if (groups[i].empty() || groups[i].size() > 4)
            return std::nullopt;
        if (i == 2)
            break;
        if (at == text.size() || (text[at] != '-' && text[at] != '/' && text[at] != '.') || (joint != '\0' && text[at] != joint))
            return std::nullopt;
        joint = text[at++];
    }
    const bool year_first = groups[0].size() == 4;
    const bool year_last = groups[2].size() == 4 || (!year_first && groups[2].size() == 2 && joint != '.');
    const bool shaped = year_first != year_last && groups[1].size() <= 2 && (year_first ? groups[2] : groups[0]).size() <= 2;
    if (joint == '.' && (!shaped || year_first))
        return std::nullopt; // 2026.11.1 and other versions

    NumericDate result{at, stand_in, {}, {}, {}};
    if (!shaped) {
        result.code = "E107";
        result.what = " is not a date";
        result.suggestion = "write a date such as 2014-09-01 or 1 September 2014";
        return result;
    }
    if (year_first) {
        const int year = number_in(groups[0]);
        const auto month = static_cast<unsigned>(number_in(groups[1])), day = static_cast<unsigned>(number_in(groups[2]));
        const auto date = Date::of(year, month, day);
        if (!date) {
            result.code = "E106";
            result.what = impossible(year, month, day);
            return result;
        }
        result.date = *date;
        if (joint != '-' || groups[1].size() != 2 || groups[2].size() != 2) {
            result.code = "E107";
            result.what = " is not how a date is written here";
            result.suggestion = "write " + date->iso() + " or " + date->text();
        }
        return result;
    }
    const int written = number_in(groups[2]);
    const int year = groups[2].size() == 4 ? written : written + (written < 70 ? 2000 : 1900);
    const auto first = static_cast<unsigned>(number_in(groups[0])), second = static_cast<unsigned>(number_in(groups[1]));
    const auto british = Date::of(year, second, first), american = Date::of(year, first, second);
    result.code = "E107";
    if (british && american && *british != *american) {
        result.date = *british;
        result.what = " can be read as two dates";
        result.suggestion = "write " + british->text() + " or " + american->text();
    } else if (british || american) {
        result.date = british ? *british : *american;
        result.what = " is not how a date is written here";
        result.suggestion = "write " + result.date.iso() + " or " + result.date.text();
    } else {
        result.what = " is not a date";
        result.suggestion = "write a date such as 2014-09-01 or 1 September 2014";
    }
    return result;
}

namespace {

// Walks over the tokens once and writes them back, three or two made one where they are a date.
class DateJoiner {
  public:
    DateJoiner(const Source& source, Tokens& tokens) : source_(source), tokens_(tokens.tokens), faults_(tokens.faults) {}

    void run() {
        std::size_t to = 0;
        for (std::size_t from = 0; from < tokens_.size();) {
            const std::size_t used = joined(from);
            Token token = tokens_[from];
            if (used > 1) {
                token.kind = yearless_ ? Token::Kind::day_of_year : Token::Kind::date;
                token.word = 0;
                token.span.end = tokens_[from + used - 1].span.end;
                token.date = date_;
            } else if (token.kind == Token::Kind::number && is_ordinal_ending(text(from).substr(day_digits(from)))) {
                complain(from, 1, "E117", shown(text(from)) + " is not a number", "write " + std::string(text(from).substr(0, day_digits(from))));
                token.span.end = token.span.begin + static_cast<std::uint32_t>(day_digits(from));
            }
            tokens_[to++] = token;
            from += used;
        }
        tokens_.resize(to);
    }

  private:
    [[nodiscard]] std::string_view text(std::size_t i) const { return source_.text().substr(tokens_[i].span.begin, tokens_[i].span.size()); }
    [[nodiscard]] bool is(std::size_t i, Token::Kind kind) const { return i < tokens_.size() && tokens_[i].kind == kind; }
    [[nodiscard]] std::size_t day_digits(std::size_t i) const {
        const std::string_view word = text(i);
        return static_cast<std::size_t>(std::ranges::find_if_not(word, is_digit) - word.begin());
    }
    [[nodiscard]] bool is_day(std::size_t i) const {
        if (!is(i, Token::Kind::number) || day_digits(i) > 2)
            return false;
        const std::string_view rest = text(i).substr(day_digits(i));
        return rest.empty() || is_ordinal_ending(rest);
    }
    [[nodiscard]] bool is_year(std::size_t i) const {
        return is(i, Token::Kind::number) && text(i).size() == 4 && day_digits(i) == 4;
    }
    [[nodiscard]] bool before_another(std::size_t i) const {
        return is(i, Token::Kind::word) && (text(i) == "before" || text(i) == "after" || text(i) == "on");
    }
    [[nodiscard]] unsigned month(std::size_t i) const { return is(i, Token::Kind::word) ? month_in(text(i)) : 0; }
    [[nodiscard]] bool is_capital(std::size_t i) const { return text(i)[0] >= 'A' && text(i)[0] <= 'Z'; }
    [[nodiscard]] bool comma(std::size_t i) const { return is(i, Token::Kind::sign) && tokens_[i].sign == ','; }

    void complain(std::size_t first, std::size_t count, std::string code, std::string what, std::string suggestion = {}) {
        if (faults_.size() < most_faults)
            faults_.push_back(fault(source_, std::move(code), {tokens_[first].span.begin, tokens_[first + count - 1].span.end},
                                    std::move(what), std::move(suggestion)));
    }

    // The number of tokens from here that are one date, left in date_; 1 where there is none.
    std::size_t joined(std::size_t i) {
        date_ = stand_in;
        yearless_ = false;
        if (is_day(i) && month(i + 1) != 0)
            return day_first(i);
        if (month(i) != 0 && is_capital(i) && is_day(i + 1) && is_year(comma(i + 2) ? i + 3 : i + 2)) {
            const std::size_t count = comma(i + 2) ? 4 : 3;
            take(i, count, number_in(text(i + count - 1)), month(i), i + 1, "E107");
            return count;
        }
        if (month(i) != 0 && is_capital(i) && is_year(i + 1)) {
            complain(i, 2, "E107", "this date has no day", "write a date such as 1 " + month_name(month(i)) + " " + std::string(text(i + 1)));
            return 2;
        }
        return 1;
    }

    std::size_t day_first(std::size_t i) {
        if (is_year(i + 2)) {
            const bool plain = day_digits(i) == text(i).size();
            take(i, 3, number_in(text(i + 2)), month(i + 1), i, plain ? "" : "E107");
            return 3;
        }
        if (!is_capital(i + 1)) // "1 march" may be a number and a name
            return 1;
        if (before_another(i + 2)) { // 15 February before plan.date
            yearless_ = true;
            take(i, 2, 2000, month(i + 1), i, day_digits(i) == text(i).size() ? "" : "E107");
            return 2;
        }
        complain(i, 2, "E107", "this date has no year in full",
                 "write a date such as " + std::string(text(i).substr(0, day_digits(i))) + " " + month_name(month(i + 1)) + " 2014");
        return is_day(i + 2) && !tokens_[i + 2].line_first ? 3 : 2;
    }

    void take(std::size_t first, std::size_t count, int year, unsigned month, std::size_t day_at, std::string code) {
        const auto day = static_cast<unsigned>(number_in(text(day_at).substr(0, day_digits(day_at))));
        const auto date = Date::of(year, month, day);
        const std::uint32_t begin = tokens_[first].span.begin;
        const std::string written = shown(source_.text().substr(begin, tokens_[first + count - 1].span.end - begin));
        if (!date)
            return complain(first, count, "E106", written + impossible(year, month, day));
        date_ = *date;
        if (!code.empty())
            complain(first, count, std::move(code), written + " is not how a date is written here",
                     "write " + date->text() + " or " + date->iso());
    }

    const Source& source_;
    std::vector<Token>& tokens_;
    Faults& faults_;
    Date date_;
    bool yearless_ = false;
};

} // namespace

void join_dates(const Source& source, Tokens& tokens) { DateJoiner(source, tokens).run(); }

} // namespace ehc::dsl

#include "text/weekly_minutes.hpp"

#include <algorithm>
#include <initializer_list>

namespace ehc::text {

namespace {

class Reader {
  public:
    Reader(const Analysis& analysis, std::uint32_t first, std::uint32_t last) : analysis_(analysis), first_(first), last_(last) {}

    std::optional<double> run() {
        std::optional<double> total;
        for (std::uint32_t at = first_; at < last_; ++at)
            if (const auto minutes = length_at(at)) {
                if (const auto weekly = times_a_week(at, end_))
                    total = total.value_or(0) + *minutes * *weekly;
                at = end_ - 1;
            }
        return total;
    }

  private:
    [[nodiscard]] bool is(std::uint32_t at, std::initializer_list<std::string_view> words) const {
        return at >= first_ && at < last_ && std::find(words.begin(), words.end(), analysis_.word(at)) != words.end();
    }
    [[nodiscard]] std::optional<double> number(std::uint32_t at) const {
        if (at >= first_ && at < last_ && analysis_.number_length(at) != 0)
            return analysis_.tokens()[at].number;
        return std::nullopt;
    }
    [[nodiscard]] std::uint32_t past_dashes(std::uint32_t at) const {
        while (at < last_ && analysis_.tokens()[at].kind == TokenKind::dash)
            ++at;
        return at;
    }

    // Minutes of a length of time that begins at a token; `end_` is then past it.
    std::optional<double> length_at(std::uint32_t at) {
        const auto unit = [&](std::uint32_t where) -> std::optional<double> {
            if (is(where, {"minute", "minutes", "min", "mins"}))
                return 1;
            if (is(where, {"hour", "hours", "hr", "hrs"}))
                return 60;
            return std::nullopt;
        };
        if (is(at, {"half"}) && is(at + 1, {"an", "a"}) && is(at + 2, {"hour"})) {
            end_ = at + 3;
            return 30;
        }
        if (is(at, {"an"}) && is(at + 1, {"hour"}) && !is(at - 1, {"half"})) {
            end_ = at + 2;
            return 60;
        }
        const auto count = number(at);
        if (!count)
            return std::nullopt;
        const std::uint32_t after = past_dashes(at + analysis_.number_length(at));
        const auto minutes = unit(after);
        if (!minutes)
            return std::nullopt;
        end_ = after + 1;
        double total = *count * *minutes;
        // "1 hour 30 minutes" is one length.
        const std::uint32_t rest = is(end_, {"and"}) ? end_ + 1 : end_;
        if (const auto more = number(rest); more && *minutes == 60)
            if (const std::uint32_t more_unit = rest + analysis_.number_length(rest); is(more_unit, {"minutes", "minute", "mins", "min"})) {
                total += *more;
                end_ = more_unit + 1;
            }
        return total;
    }

    // How many times a week stretches of a cycle come: "week" 1, "fortnight" one half.
    [[nodiscard]] std::optional<double> cycle(std::uint32_t at) const {
        if (is(at, {"school", "academic", "working"}))
            ++at;
        if (is(at, {"half"}) && is(at + 1, {"term", "terms"}))
            return 1.0 / 6;
        constexpr double days = 5, weeks_of_term = 13, weeks_of_year = 38, weeks_of_month = 52.0 / 12;
        if (is(at, {"day", "morning", "afternoon", "lunchtime"}))
            return days;
        if (is(at, {"week"}))
            return 1;
        if (is(at, {"fortnight"}))
            return 0.5;
        if (is(at, {"month"}))
            return 1 / weeks_of_month;
        if (is(at, {"term"}))
            return 1 / weeks_of_term;
        if (is(at, {"year"}))
            return 1 / weeks_of_year;
        return std::nullopt;
    }
    [[nodiscard]] std::optional<double> adverb(std::uint32_t at) const {
        if (is(at, {"half"}))
            return is(at + 1, {"termly"}) ? std::optional(1.0 / 6) : std::nullopt;
        if (is(at, {"termly"}) && is(at - 1, {"half"}))
            return 1.0 / 6;
        if (is(at, {"daily"}))
            return 5;
        if (is(at, {"weekly"}))
            return 1;
        if (is(at, {"fortnightly"}))
            return 0.5;
        if (is(at, {"monthly"}))
            return 12.0 / 52;
        if (is(at, {"termly"}))
            return 1.0 / 13;
        if (is(at, {"annually", "yearly"}))
            return 1.0 / 38;
        return std::nullopt;
    }
    // "once", "3 times", "3 x", "three sessions" at a token.
    [[nodiscard]] std::optional<double> times(std::uint32_t at) const {
        if (is(at, {"once"}))
            return 1;
        if (is(at, {"twice"}))
            return 2;
        if (is(at, {"thrice"}))
            return 3;
        const auto count = number(at);
        if (!count)
            return std::nullopt;
        std::uint32_t after = past_dashes(at + analysis_.number_length(at));
        for (int adjectives = 0; adjectives < 3 && after < last_; ++adjectives, ++after)
            if (is(after, {"times", "time", "x", "sessions", "session", "lessons", "visits", "blocks", "slots"}))
                return count;
        return std::nullopt;
    }
    [[nodiscard]] bool same_sentence(std::uint32_t a, std::uint32_t b) const {
        return a >= first_ && a < last_ && analysis_.tokens()[a].sentence == analysis_.tokens()[b].sentence;
    }

    // How often the length at [from, to) comes in a week, by the words of its sentence up to the next length.
    [[nodiscard]] std::optional<double> times_a_week(std::uint32_t from, std::uint32_t to) {
        std::optional<double> weekly, count;
        constexpr std::uint32_t reach = 12; // words; further off it speaks of something else
        const std::uint32_t own_end = end_;
        std::uint32_t used = 0;
        for (std::uint32_t at = to; at < std::min(last_, to + reach) && same_sentence(at, from) && !weekly; ++at) {
            if (length_at(at))
                break;
            if (!count)
                count = times(at);
            weekly = adverb(at);
            used = at + 1;
            if (is(at, {"a", "an", "per", "each", "every"}))
                weekly = is(at + 1, {"other"}) && cycle(at + 2) ? std::optional(*cycle(at + 2) / 2) : cycle(at + 1);
        }
        for (std::uint32_t back = 1; back <= reach && back <= from - std::max(first_, used_) && same_sentence(from - back, from); ++back) {
            const std::uint32_t at = from - back;
            if (is(at, {"minute", "minutes", "min", "mins", "hour", "hours", "hr", "hrs"}))
                break; // of another length
            if (!count)
                count = times(at);
            if (!weekly)
                weekly = adverb(at);
            if (!weekly && is(at, {"a", "an", "per", "each", "every"}))
                weekly = cycle(at + 1);
        }
        end_ = own_end;
        used_ = weekly ? used : 0; // words that say how often one length comes do not say it of the next
        if (!weekly)
            return std::nullopt;
        return *weekly * count.value_or(1);
    }

    const Analysis& analysis_;
    std::uint32_t first_, last_;
    std::uint32_t end_ = 0;
    std::uint32_t used_ = 0;
};

} // namespace

std::optional<double> weekly_minutes(const Analysis& analysis, std::uint32_t first, std::uint32_t last) { return Reader(analysis, first, last).run(); }

} // namespace ehc::text

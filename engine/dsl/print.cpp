#include "dsl/print.hpp"

#include "base/overloaded.hpp"
#include "dsl/nouns.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace ehc::dsl {

namespace {

// What may stand in a place without brackets.
enum class Room : std::uint8_t {
    condition, // anything
    joined,    // beside `and` or `or`, with more to follow
    last,      // the last beside `and` or `or`
    negated,   // after `not`
    sum,       // one side of a comparison
    term,      // one term of a sum
    part,      // inside a value
    item,      // one of a list with commas
};

template <class T> bool holds(const Expr& expr) { return std::holds_alternative<T>(expr.node); }

bool is_comparison(const Expr& expr) {
    return holds<Is>(expr) || holds<Mentions>(expr) || holds<Overlaps>(expr) || holds<Linked>(expr);
}
bool is_condition(const Expr& expr) {
    return is_comparison(expr) || holds<And>(expr) || holds<Or>(expr) || holds<Not>(expr) || holds<Quantified>(expr);
}

// `some provision in section F meets need`: the test's subject is the item itself.
bool is_elided(const Quantified& quantified) {
    if (!quantified.test || !is_comparison(**quantified.test))
        return false;
    const Name& item = quantified.each.alias ? *quantified.each.alias : quantified.each.noun;
    return std::visit(
        [&](const auto& node) {
            if constexpr (requires { node.subject; }) {
                const auto* path = std::get_if<Path>(&node.subject->node);
                return path != nullptr && path->names.size() == 1 && path->names[0].text == item.text;
            }
            return false;
        },
        (*quantified.test)->node);
}

// Whether a condition goes on over an `and` that follows it.
bool is_open(const Expr& expr) {
    if (const auto* negation = std::get_if<Not>(&expr.node))
        return is_open(*negation->operand);
    const auto* quantified = std::get_if<Quantified>(&expr.node);
    return quantified != nullptr && (quantified->test ? !is_elided(*quantified) : quantified->each.where.has_value());
}

// Values that another value cannot take in without a reader losing the thread, or the parser the end.
bool is_compound(const Expr& expr) {
    return holds<Age>(expr) || holds<Elapsed>(expr) || holds<SchoolYear>(expr) || holds<Difference>(expr) || holds<Gathered>(expr) ||
           holds<Utmost>(expr) || holds<InCommon>(expr) || holds<DayOfYear>(expr) || holds<Count>(expr) || holds<MentionOf>(expr);
}
bool is_plain(const Expr& expr) {
    return holds<NumberLiteral>(expr) || holds<TextLiteral>(expr) || holds<DateLiteral>(expr) || holds<DurationLiteral>(expr) ||
           holds<YesNoLiteral>(expr) || holds<Path>(expr) || holds<Call>(expr) || holds<AuditDate>(expr);
}

bool needs_brackets(const Expr& expr, Room room) {
    switch (room) {
    case Room::condition:
        return false;
    case Room::joined:
        return holds<And>(expr) || holds<Or>(expr) || is_open(expr);
    case Room::last:
    case Room::negated:
        return holds<And>(expr) || holds<Or>(expr);
    case Room::sum: {
        const auto* count = std::get_if<Count>(&expr.node);
        const auto* gathered = std::get_if<Gathered>(&expr.node);
        const auto* utmost = std::get_if<Utmost>(&expr.node);
        return is_condition(expr) || (count != nullptr && count->each.where) ||
               (gathered != nullptr && gathered->over && gathered->over->where) || (utmost != nullptr && utmost->each.where);
    }
    case Room::term:
    case Room::part:
        return is_condition(expr) || holds<Sum>(expr) || is_compound(expr);
    case Room::item:
        return !is_plain(expr);
    }
    return false;
}

std::string list_of(const std::vector<Wording>& wordings) {
    std::string text;
    for (const Wording& wording : wordings)
        text += (text.empty() ? "" : ", ") + (wording.is_phrase ? quoted(wording.text) : wording.text);
    return text;
}
std::string list_of(const std::vector<Name>& names) {
    std::string text;
    for (const Name& name : names)
        text += (text.empty() ? "" : ", ") + name.text;
    return text;
}

std::string_view unit_word(Unit unit) {
    constexpr std::array<std::string_view, 5> words{"years", "months", "weeks", "days", "working days"};
    return words[static_cast<std::size_t>(unit)];
}
std::string_view state_words(StateWord word) {
    constexpr std::array<std::string_view, 10> words{"stated",     "missing",         "blank",   "a placeholder",
                                                     "unreadable", "a nil statement", "negated", "quoted",
                                                     "a valid pupil number", "a valid NHS number"};
    return words[static_cast<std::size_t>(word)];
}
std::string_view order_words(Order order) {
    constexpr std::array<std::string_view, 4> words{"before", "after", "on or before", "on or after"};
    return words[static_cast<std::size_t>(order)];
}
std::string_view bound_words(Bound bound) {
    constexpr std::array<std::string_view, 4> words{"at least", "at most", "more than", "less than"};
    return words[static_cast<std::size_t>(bound)];
}
std::string_view side_word(Side side) {
    constexpr std::array<std::string_view, 3> words{"before", "after", "of"};
    return words[static_cast<std::size_t>(side)];
}
std::string_view quantifier_words(Quantifier quantifier) {
    constexpr std::array<std::string_view, 9> words{"some",    "every",   "no",        "only",      "at least",
                                                    "at most", "exactly", "more than", "fewer than"};
    return words[static_cast<std::size_t>(quantifier)];
}
std::string_view gathering_words(Gathering how) {
    constexpr std::array<std::string_view, 6> words{"latest of",   "earliest of",     "greatest of",
                                                    "smallest of", "first stated of", "total of"};
    return words[static_cast<std::size_t>(how)];
}
std::string_view measure_words(Measure measure) {
    constexpr std::array<std::string_view, 5> words{"words in", "sentences in", "reading age of", "repeated share of", "minutes a week in"};
    return words[static_cast<std::size_t>(measure)];
}
// "mentions", or "mention" where the subject is several or the verb is denied.
std::string fit_words(Fit fit, bool bare) {
    constexpr std::array<std::string_view, 4> one{"mentions", "starts with", "ends with", "matches"};
    constexpr std::array<std::string_view, 4> many{"mention", "start with", "end with", "match"};
    return std::string((bare ? many : one)[static_cast<std::size_t>(fit)]);
}
std::string link_word(Link link, bool several) {
    constexpr std::array<std::string_view, 3> words{"meet", "support", "answer"};
    return std::string(words[static_cast<std::size_t>(link)]) + (several ? "" : "s");
}

class Printer {
  public:
    std::string text;

    void expr(const Expr& value, Room room) {
        const bool brackets = needs_brackets(value, room);
        if (brackets)
            put("(");
        std::visit([&](const auto& node) { write(node); }, value.node);
        if (brackets)
            put(")");
    }

    // `room` is what follows the whole; `several` prints the noun in the plural.
    void each(const Each& over, bool several, bool more_follows) {
        unfiltered(over, several);
        filter(over, more_follows);
    }

  private:
    void unfiltered(const Each& over, bool several) {
        put(several ? plural(over.noun.text) : over.noun.text);
        if (over.text) {
            if (!over.wordings.empty())
                put(" of " + list_of(over.wordings));
            put(" in ");
            // A bracket after `in` holds a list of values.
            expr(**over.text, Room::part);
        } else if (!over.values.empty()) {
            put(" in (");
            list(over.values);
            put(")");
        } else if (over.letters.empty()) {
            put(" in plan");
        } else {
            put((over.letters.size() == 1 ? " in section " : " in sections ") + list_of(over.letters));
        }
        if (over.alias)
            put(" as " + over.alias->text);
    }
    void filter(const Each& over, bool more_follows) {
        if (over.where) {
            put(" where ");
            const bool brackets = more_follows && !is_comparison(**over.where);
            if (brackets)
                put("(");
            expr(**over.where, Room::condition);
            if (brackets)
                put(")");
        }
    }

    void put(std::string_view words) { text += words; }

    void list(const std::vector<Expr>& values) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            put(i == 0 ? "" : ", ");
            expr(values[i], Room::item);
        }
    }
    void two(std::string_view before, const Expr& first, std::string_view between, const Expr& second) {
        put(before);
        expr(first, Room::part);
        put(between);
        expr(second, Room::part);
    }
    void one(std::string_view before, const Expr& value) {
        put(before);
        expr(value, Room::part);
    }

    void write(const NumberLiteral& node) { put(written(node.value) + (node.percent ? "%" : "")); }
    void write(const TextLiteral& node) { put(quoted(node.value.text)); }
    void write(const DateLiteral& node) { put(node.value.text()); }
    void write(const DurationLiteral& node) { put(written(node.value)); }
    void write(const YesNoLiteral& node) { put(node.value ? "yes" : "no"); }
    void write(const Path& node) {
        for (std::size_t i = 0; i < node.names.size(); ++i)
            put((i == 0 ? "" : ".") + node.names[i].text);
    }
    void write(const Call& node) {
        write(Path{node.names});
        put("(");
        for (std::size_t i = 0; i < node.values.size(); ++i) {
            put(i == 0 ? "" : ", ");
            const bool listed = node.values.size() > 1 && is_compound(node.values[i]); // which has commas of its own
            expr(node.values[i], listed ? Room::item : Room::sum);
        }
        put(")");
        for (const Name& field : node.fields)
            put("." + field.text);
    }
    void write(const AuditDate&) { put("audit date"); }
    void write(const SectionText& node) {
        put((node.letters.size() == 1 ? "text of section " : "text of sections ") + list_of(node.letters));
    }
    void write(const Age& node) { two("age of ", *node.of, " on ", *node.on); }
    void write(const Elapsed& node) { two(std::string(unit_word(node.unit)) + " between ", *node.from, " and ", *node.to); }
    void write(const SchoolYear& node) { two("school year of ", *node.of, " on ", *node.on); }
    void write(const LeavingDate& node) { one("school leaving date of ", *node.of); }
    void write(const Edge& node) { one(node.end ? "end of " : "start of ", *node.of); }
    void write(const Gathered& node) {
        put(std::string(gathering_words(node.how)) + " ");
        list(node.of);
        if (node.over) {
            put(" over ");
            each(*node.over, false, false);
        }
    }
    void write(const Utmost& node) {
        put(node.latest ? "latest " : "earliest ");
        unfiltered(node.each, false);
        put(" by " + node.by.text);
        filter(node.each, false);
    }
    void write(const Count& node) {
        put(node.different ? "count of different " : "count of ");
        each(node.each, true, false);
    }
    void write(const Measured& node) { one(std::string(measure_words(node.measure)) + " ", *node.of); }
    void write(const InCommon& node) {
        two(node.both_ways ? "likeness of " : "share of ", *node.of, node.both_ways ? " and " : " in common with ", *node.with);
    }
    void write(const YearOf& node) { one("year " + written(node.year) + " of ", *node.of); }
    void write(const Around& node) { one(node.calendar == Calendar::term ? "term of " : "academic year of ", *node.of); }
    void write(const DayOfYear& node) {
        const std::string day = Date::of(2000, node.month, node.day).value_or(Date()).text(); // "15 February 2000"
        one(day.substr(0, day.rfind(' ')) + " " + std::string(order_words(node.order)) + " ", *node.than);
    }
    void write(const Difference& node) { two("difference between ", *node.a, " and ", *node.b); }
    void write(const Lookup& node) { one(node.parameter.text + " for ", *node.key); }
    void write(const Sum& node) {
        for (std::size_t i = 0; i < node.terms.size(); ++i) {
            put(i == 0 ? (node.terms[i].minus ? "-" : "") : (node.terms[i].minus ? " - " : " + "));
            expr(*node.terms[i].value, Room::term);
        }
    }
    void chain(const std::vector<Expr>& operands, std::string_view joiner) {
        for (std::size_t i = 0; i < operands.size(); ++i) {
            put(i == 0 ? "" : joiner);
            expr(operands[i], i + 1 < operands.size() ? Room::joined : Room::last);
        }
    }
    void write(const And& node) { chain(node.operands, " and "); }
    void write(const Or& node) { chain(node.operands, " or "); }
    void write(const Not& node) {
        put("not ");
        expr(*node.operand, Room::negated);
    }

    void write(const IsState& node) { put(state_words(node.word)); }
    void write(const IsEqual& node) {
        // A name that is also a state would be read as the state.
        const auto* path = std::get_if<Path>(&node.to->node);
        const bool brackets = path != nullptr && path->names.size() == 1 && is_state(path->names[0].text);
        put(brackets ? "(" : "");
        expr(*node.to, Room::sum);
        put(brackets ? ")" : "");
    }
    static bool is_state(std::string_view name) {
        return name == "stated" || name == "missing" || name == "blank" || name == "unreadable" || name == "negated" || name == "quoted";
    }
    void write(const IsOneOf& node) {
        // A bracket after `one of` holds the whole list.
        const bool brackets = !node.values.empty() && needs_brackets(node.values.front(), Room::item);
        put(brackets ? "one of (" : "one of ");
        list(node.values);
        put(brackets ? ")" : "");
    }
    void write(const IsOrdered& node) {
        put(std::string(order_words(node.order)) + " ");
        expr(*node.than, Room::sum);
    }
    void write(const IsBound& node) {
        put(std::string(bound_words(node.bound)) + " ");
        expr(*node.than, Room::sum);
    }
    void write(const IsWithin& node) {
        put("within ");
        expr(*node.duration, Room::sum);
        put(" " + std::string(side_word(node.side)) + " ");
        expr(*node.than, Room::sum);
    }
    void write(const IsApart& node) {
        put(std::string(bound_words(node.bound)) + " ");
        expr(*node.duration, Room::sum);
        put(" " + std::string(side_word(node.side)) + " ");
        expr(*node.than, Room::sum);
    }
    void write(const IsBetween& node) {
        put("between ");
        expr(*node.from, Room::sum);
        put(" and ");
        expr(*node.to, Room::sum);
    }

    void write(const IsNear& node) {
        switch (node.reach) {
        case Reach::near:
            put("near ");
            break;
        case Reach::words:
            put("within " + written(node.words) + (node.words == 1 ? " word of " : " words of "));
            break;
        case Reach::sentence:
            put("in the same sentence as ");
            break;
        case Reach::paragraph:
            put("in the same paragraph as ");
            break;
        }
        put(list_of(node.wordings));
    }

    // A comparison without its subject.
    void verb(const Is& node, bool several) {
        put(several ? "are " : "is ");
        put(node.negated ? "not " : "");
        std::visit([&](const auto& predicate) { write(predicate); }, node.predicate);
    }
    void verb(const Mentions& node, bool several) {
        put(node.negated ? (several ? "do not " : "does not ") : "");
        put(fit_words(node.fit, node.negated || several) + " " + list_of(node.wordings));
    }
    void verb(const Overlaps& node, bool several) {
        if (node.how == Overlap::contains)
            put(!node.negated ? (several ? "contain " : "contains ") : (several ? "do not contain " : "does not contain "));
        else if (node.how == Overlap::shares_a_word)
            put(std::string(several ? "share " : "shares ") + (node.negated ? "no word with " : "a word with "));
        else
            put(std::string(several ? "misspell " : "misspells ") + (node.negated ? "no word of " : "a word of "));
        const bool brackets = !node.with.empty() && needs_brackets(node.with.front(), Room::item);
        put(brackets ? "(" : "");
        list(node.with);
        put(brackets ? ")" : "");
        if (!node.other_than.empty())
            put(" other than " + list_of(node.other_than));
    }
    void verb(const Linked& node, bool several) {
        put(link_word(node.link, several) + " ");
        expr(*node.object, Room::part);
        put(node.by_reference ? " by reference" : "");
    }
    void compare(const auto& node) {
        expr(*node.subject, Room::sum);
        put(" ");
        verb(node, false);
    }
    void write(const Is& node) { compare(node); }
    void write(const Mentions& node) { compare(node); }
    void write(const Overlaps& node) { compare(node); }
    void write(const Linked& node) { compare(node); }
    void write(const MentionOf& node) { one("mention of " + list_of(node.wordings) + " in ", *node.in); }

    void write(const Quantified& node) {
        put(quantifier_words(node.quantifier));
        put(" ");
        bool several = false;
        switch (node.quantifier) {
        case Quantifier::at_least:
        case Quantifier::at_most:
        case Quantifier::exactly:
        case Quantifier::more_than:
        case Quantifier::fewer_than:
            several = node.count != 1 || node.percent;
            put(written(node.count) + (node.percent ? "% of " : " "));
            break;
        case Quantifier::only:
            several = true;
            break;
        case Quantifier::some:
        case Quantifier::every:
        case Quantifier::no:
            break;
        }
        each(node.each, several, node.test.has_value());
        if (!node.test)
            return;
        if (!is_elided(node)) {
            put(" such that ");
            return expr(**node.test, Room::condition);
        }
        put(" ");
        std::visit(
            [&](const auto& test) {
                if constexpr (requires { test.subject; })
                    verb(test, several);
            },
            (*node.test)->node);
    }
};

} // namespace

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += '\\';
        if (c == '\n')
            result += "\\n";
        else
            result += c;
    }
    return result + "\"";
}

std::string written(double number) {
    std::array<char, 400> buffer{}; // the longest fixed form of a double is 325 characters
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed).ptr;
    return {buffer.data(), end};
}

std::string written(Duration duration) {
    const auto counted = [](int count, std::string_view unit) {
        return std::to_string(count) + " " + std::string(unit) + (count == 1 ? "" : "s");
    };
    constexpr int most_in_months = 24; // 12 and 24 months are how the law and councils say it
    if (duration.working_days != 0)
        return counted(duration.working_days, "working day");
    if (duration.months != 0 && (duration.months <= most_in_months || duration.months % 12 != 0))
        return counted(duration.months, "month");
    if (duration.months != 0)
        return counted(duration.months / 12, "year");
    return duration.days != 0 && duration.days % 7 == 0 ? counted(duration.days / 7, "week") : counted(duration.days, "day");
}

std::string print(const Expr& expr) {
    Printer printer;
    printer.expr(expr, Room::condition);
    return std::move(printer.text);
}

std::string print(const Each& each) {
    Printer printer;
    printer.each(each, false, false);
    return std::move(printer.text);
}

} // namespace ehc::dsl

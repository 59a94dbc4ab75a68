// Values and conditions as written: one node for each thing the author typed, with the bytes it covers in the Source. The
// clauses and items that they stand in are in ast.hpp.
//
// Shapes: plain values with equality. `and`, `or` and sums are one node with many operands, so a long chain is not deep.
// Spans are byte offsets into the Source that was parsed; the Source outlives the tree where spans are shown.
#pragma once

#include "base/box.hpp"
#include "base/date.hpp"
#include "base/span.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ehc::dsl {

struct Name {
    std::string text;
    Span span;
    bool operator==(const Name&) const = default;
};

struct String { // quotes and escapes taken off
    std::string text;
    Span span; // with its quotes
    bool operator==(const String&) const = default;
};

struct Expr;
using ExprBox = Box<Expr>;

// Wording that is looked for: a lexicon, a pattern or a part such as `number` by its name, or a phrase in quotes.
struct Wording {
    std::string text;
    bool is_phrase = false;
    Span span;
    bool operator==(const Wording&) const = default;
};

// What "each" and the quantifiers go over.
//   need in section B            noun, letters
//   section in plan              noun
//   mention of weasel, "as needed" in provision.text    noun "mention", wordings, text
//   date in need.text            noun "date", "number", "sentence" or "quotation"; text, or letters for their text
//   category in (education, medical)              noun, values
//   ... as other                 alias;  ... where CONDITION    where
struct Each {
    Span span;
    Name noun;
    std::vector<Wording> wordings;
    std::vector<Name> letters;
    std::vector<Expr> values;
    std::optional<ExprBox> text;
    std::optional<Name> alias;
    std::optional<ExprBox> where;
    bool operator==(const Each&) const;
};

struct NumberLiteral {
    double value = 0;
    bool percent = false; // written as 80%; the value is 80
    bool operator==(const NumberLiteral&) const = default;
};
struct TextLiteral {
    String value;
    bool operator==(const TextLiteral&) const = default;
};
struct DateLiteral { // 2025-05-12 or 1 September 2014
    Date value;
    bool operator==(const DateLiteral&) const = default;
};
struct DurationLiteral { // 24 months; years are 12 months, weeks 7 days
    Duration value;
    bool operator==(const DurationLiteral&) const = default;
};
struct YesNoLiteral {
    bool value = false;
    bool operator==(const YesNoLiteral&) const = default;
};
struct Path { // advice.date, plan.review.decision_date, a parameter, a `let`, or a value such as final
    std::vector<Name> names;
    bool operator==(const Path&) const = default;
};
struct Call { // plan.asks(asks_who, F), plan.newest(camhs).date: a definition that takes values
    std::vector<Name> names;
    std::vector<Expr> values;
    std::vector<Name> fields; // of what it gives
    bool operator==(const Call&) const;
};
struct AuditDate { // audit date
    bool operator==(const AuditDate&) const = default;
};
struct SectionText { // text of section B   /   text of sections B, C
    std::vector<Name> letters;
    bool operator==(const SectionText&) const = default;
};
struct Age { // age of child on plan.date: the calendar stretch since a birth date or any date
    ExprBox of;
    ExprBox on;
    bool operator==(const Age&) const = default;
};
enum class Unit : std::uint8_t { years, months, weeks, days, working_days };
struct Elapsed { // years between A and B: whole ones
    Unit unit = Unit::days;
    ExprBox from;
    ExprBox to;
    bool operator==(const Elapsed&) const = default;
};
struct SchoolYear { // school year of child on plan.date: National Curriculum year, Reception 0
    ExprBox of;
    ExprBox on;
    bool operator==(const SchoolYear&) const = default;
};
struct YearOf { // year 7 of child: the stretch of days in which a person is in that National Curriculum year
    double year = 0;
    ExprBox of;
    bool operator==(const YearOf&) const = default;
};
enum class Calendar : std::uint8_t { school_year, term };
struct Around { // academic year of DATE / term of DATE: the stretch of days that the date lies in
    Calendar calendar = Calendar::school_year;
    ExprBox of;
    bool operator==(const Around&) const = default;
};
enum class Order : std::uint8_t { before, after, on_or_before, on_or_after };
struct DayOfYear { // 15 February before DATE: the last such day; 1 September on or after DATE: the first
    std::uint8_t month = 1;
    std::uint8_t day = 1;
    Order order = Order::before;
    ExprBox than;
    bool operator==(const DayOfYear&) const = default;
};
struct LeavingDate { // school leaving date of child: last Friday in June
    ExprBox of;
    bool operator==(const LeavingDate&) const = default;
};
struct Edge { // start of DATE, end of DATE: first or last day it may mean
    bool end = false;
    ExprBox of;
    bool operator==(const Edge&) const = default;
};
enum class Gathering : std::uint8_t { latest, earliest, greatest, smallest, first_stated, total };
struct Gathered { // latest of A, B, C: of those that are stated   /   latest of advice.date over advice in section K
    Gathering how = Gathering::latest;
    std::vector<Expr> of;
    std::optional<Each> over; // then `of` is one expression about its item
    bool operator==(const Gathered&) const;
};
struct Utmost { // latest advice in section K by date where ...: the item itself
    bool latest = false;
    Each each;
    Name by;
    bool operator==(const Utmost&) const = default;
};
struct Count { // count of needs ...: count of Each
    Each each;
    bool different = false; // count of different mention of ...: by the entry that was met
    bool operator==(const Count&) const = default;
};
enum class Measure : std::uint8_t { words, sentences, reading_age, repeated, weekly_minutes };
struct Measured { // words in TEXT, sentences in, reading age of, repeated share of, minutes a week in
    Measure measure = Measure::words;
    ExprBox of;
    bool operator==(const Measured&) const = default;
};
struct InCommon { // share of TEXT in common with TEXT / likeness of TEXT and TEXT: percent
    bool both_ways = false; // likeness
    ExprBox of;
    ExprBox with;
    bool operator==(const InCommon&) const = default;
};
struct Difference { // difference between A and B: never negative
    ExprBox a;
    ExprBox b;
    bool operator==(const Difference&) const = default;
};
struct Lookup { // advice_life for advice.role: a parameter that is set by a value
    Name parameter;
    ExprBox key;
    bool operator==(const Lookup&) const = default;
};
struct Term {
    bool minus = false;
    ExprBox value;
    bool operator==(const Term&) const = default;
};
struct Sum { // A + B - C
    std::vector<Term> terms;
    bool operator==(const Sum&) const = default;
};
struct And {
    std::vector<Expr> operands;
    bool operator==(const And&) const;
};
struct Or {
    std::vector<Expr> operands;
    bool operator==(const Or&) const;
};
struct Not {
    ExprBox operand;
    bool operator==(const Not&) const = default;
};

// What may follow "is" or "is not".
enum class StateWord : std::uint8_t {
    stated,
    missing,
    blank,
    placeholder,
    unreadable,
    nil_statement,
    negated,
    quoted,
    pupil_number,
    nhs_number,
};
struct IsState {
    StateWord word = StateWord::stated;
    bool operator==(const IsState&) const = default;
};
struct IsEqual {
    ExprBox to;
    bool operator==(const IsEqual&) const = default;
};
struct IsOneOf {
    std::vector<Expr> values;
    bool operator==(const IsOneOf&) const;
};
struct IsOrdered { // is on or before DATE
    Order order = Order::before;
    ExprBox than;
    bool operator==(const IsOrdered&) const = default;
};
enum class Bound : std::uint8_t { at_least, at_most, more_than, less_than };
struct IsBound { // is at least NUMBER or DURATION
    Bound bound = Bound::at_least;
    ExprBox than;
    bool operator==(const IsBound&) const = default;
};
enum class Side : std::uint8_t { before, after, of };
struct IsWithin { // is within 24 months before plan.date: from that day minus 24 months to that day, both included
    ExprBox duration;
    Side side = Side::before;
    ExprBox than;
    bool operator==(const IsWithin&) const = default;
};
struct IsApart { // is more than 24 months before plan.date
    Bound bound = Bound::more_than;
    ExprBox duration;
    Side side = Side::before;
    ExprBox than;
    bool operator==(const IsApart&) const = default;
};
struct IsBetween { // is between A and B, both included
    ExprBox from;
    ExprBox to;
    bool operator==(const IsBetween&) const = default;
};
enum class Reach : std::uint8_t { near, words, sentence, paragraph };
struct IsNear { // mention is near WORDING / within 5 words of WORDING / in the same sentence as WORDING
    Reach reach = Reach::near;
    double words = 0; // for Reach::words
    std::vector<Wording> wordings;
    bool operator==(const IsNear&) const = default;
};
using Predicate = std::variant<IsState, IsEqual, IsOneOf, IsOrdered, IsBound, IsWithin, IsApart, IsBetween, IsNear>;
struct Is {
    ExprBox subject;
    bool negated = false;
    Predicate predicate;
    bool operator==(const Is&) const = default;
};
enum class Fit : std::uint8_t { anywhere, at_start, at_end, whole };
struct Mentions { // TEXT mentions a, b / does not mention a / has frequency / has no frequency / starts with / ends with / matches
    ExprBox subject;
    bool negated = false;
    std::vector<Wording> wordings; // any of them
    Fit fit = Fit::anywhere;
    bool operator==(const Mentions&) const = default;
};
enum class Overlap : std::uint8_t { contains, shares_a_word, misspells };
struct Overlaps { // TEXT contains TEXT, TEXT   /   TEXT shares a word with TEXT, TEXT other than WORDING
    ExprBox subject;
    bool negated = false;
    Overlap how = Overlap::contains;
    std::vector<Expr> with; // any of them
    std::vector<Wording> other_than;
    bool operator==(const Overlaps&) const;
};
struct MentionOf { // mention of a, b in TEXT: true when there is one; the mentions are the places of the finding
    std::vector<Wording> wordings;
    ExprBox in;
    bool operator==(const MentionOf&) const = default;
};
enum class Link : std::uint8_t { meets, supports, answers };
struct Linked { // provision meets need / provision supports outcome / outcome answers need
    ExprBox subject;
    Link link = Link::meets;
    ExprBox object;
    bool by_reference = false; // "... by reference": only links that the document states
    bool operator==(const Linked&) const = default;
};
enum class Quantifier : std::uint8_t { some, every, no, only, at_least, at_most, exactly, more_than, fewer_than };
struct Quantified { // some provision in section F meets need;  at least 80% of outcomes in section E such that CONDITION
    Quantifier quantifier = Quantifier::some;
    double count = 0; // from at least on
    bool percent = false;
    Each each;
    std::optional<ExprBox> test; // subject of an elided verb phrase is the item
    bool operator==(const Quantified&) const = default;
};

struct Expr {
    Span span;
    std::variant<NumberLiteral, TextLiteral, DateLiteral, DurationLiteral, YesNoLiteral, Path, Call, AuditDate, SectionText, Age, Elapsed,
                 SchoolYear, YearOf, Around, DayOfYear, LeavingDate, Edge, Gathered, Utmost, Count, Measured, InCommon, Difference, Lookup, Sum, And, Or, Not, Is, Mentions, Overlaps,
                 MentionOf, Linked, Quantified>
        node;
    bool operator==(const Expr&) const;
};

} // namespace ehc::dsl

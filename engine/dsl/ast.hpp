// The rule language as written: one node for each thing the author typed, with the bytes it covers in the Source. Knows no
// plan: names are names until compile/ resolves them.
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

// ---- clauses of a rule -------------------------------------------------------------------------------------------------

struct Severity { // severity major   /   critical when CONDITION   /   either with because "why it is graver than what it cites"
    Name level;
    std::optional<Expr> when;
    std::optional<String> because;
    bool operator==(const Severity&) const = default;
};
struct Basis { // basis law   /   practice when CONDITION, on a line that begins with "basis"
    Name basis;
    std::optional<Expr> when;
    bool operator==(const Basis&) const = default;
};
struct Category {
    Name category;
    bool operator==(const Category&) const = default;
};
struct Cites {
    std::vector<String> citations;
    bool operator==(const Cites&) const = default;
};
struct InForce { // in force from DATE [until DATE]
    std::optional<Date> from;
    std::optional<Date> until;
    bool operator==(const InForce&) const = default;
};
struct JudgedAt { // judged at DATE: `in force` and `transition` go by that day instead of the audit date
    Expr date;
    bool operator==(const JudgedAt&) const = default;
};
struct Transition { // transition until DATE when CONDITION "why": plans that older law still governs are not judged
    InForce between;
    std::optional<Expr> when;
    String why;
    bool operator==(const Transition&) const = default;
};
struct AppliesTo { // applies to draft, final, template
    std::vector<Name> to;
    bool operator==(const AppliesTo&) const = default;
};
struct When { // when CONDITION: otherwise the rule is not applicable
    Expr condition;
    bool operator==(const When&) const = default;
};
struct ForEach {
    Each each;
    bool operator==(const ForEach&) const = default;
};
struct Let { // let NAME be EXPR
    Name name;
    Expr value;
    bool operator==(const Let&) const = default;
};
struct Provided { // provided CONDITION otherwise "reason": else the subject is unchecked with that reason
    Expr condition;
    String because;
    bool operator==(const Provided&) const = default;
};
struct Require {
    Expr condition;
    bool operator==(const Require&) const = default;
};
struct Forbid {
    Expr condition;
    bool operator==(const Forbid&) const = default;
};
struct Ask { // ask "question" with TEXT, TEXT   /   ask "question" with every quotation in section A
    String question;
    std::vector<Expr> evidence;
    std::optional<Each> every;
    bool operator==(const Ask&) const = default;
};
struct Unless {
    Expr condition;
    bool operator==(const Unless&) const = default;
};
struct IfNotStated { // if not stated fail / ask / skip
    Name what;
    bool operator==(const IfNotStated&) const = default;
};
struct At { // at plan.next_review: where the finding is placed
    Expr place;
    bool operator==(const At&) const = default;
};
struct Says {
    String text;
    bool operator==(const Says&) const = default;
};
struct Fix {
    String text;
    bool operator==(const Fix&) const = default;
};
struct Family {
    String text;
    bool operator==(const Family&) const = default;
};
struct Tags {
    std::vector<Name> tags;
    bool operator==(const Tags&) const = default;
};
struct Formerly { // formerly EHC-X99: ids that this rule had; they still name it
    std::vector<Name> ids;
    bool operator==(const Formerly&) const = default;
};

struct FieldValue { // date: 2025-05-12   /   next_review: missing
    Name field;
    Expr value;
    bool operator==(const FieldValue&) const = default;
};
struct RecordValue { // advice { role: educational_psychologist, date: 2021-03-02 }
    Name record;
    std::vector<FieldValue> fields;
    Span span;
    bool operator==(const RecordValue&) const = default;
};
struct DocumentValue { // document "..."
    String text;
    bool operator==(const DocumentValue&) const = default;
};
struct NoneOf { // no advice, no needs: empties that list of the example plan
    Name record;
    bool operator==(const NoneOf&) const = default;
};
enum class Expected : std::uint8_t { fires, quiet, unchecked }; // of the rule in an example
struct Example {
    Expected expected = Expected::fires;
    std::vector<std::variant<String, RecordValue, DocumentValue, NoneOf>> parts;
    std::optional<Date> as_at;   // as at DATE
    std::vector<String> at;      // at "words", "words": of every finding expected
    std::vector<String> because; // because "reason": why the rule cannot decide, each reason once
    std::vector<String> todo;    // todo "reason": a known gap; run and reported, not a failure
    bool operator==(const Example&) const = default;
};

struct Clause {
    Span span;
    std::variant<Severity, Basis, Category, Cites, InForce, JudgedAt, Transition, AppliesTo, When, ForEach, Let, Provided, Require, Forbid, Ask, Unless,
                 IfNotStated, At, Says, Fix, Family, Tags, Formerly, Example>
        node;
    bool operator==(const Clause&) const = default;
};

// ---- top level ---------------------------------------------------------------------------------------------------------

struct Pack { // pack NAME "title", then version, about, use, needs engine in any order
    Name name;
    String title;
    std::optional<String> about;
    std::string version; // 2026.11
    std::optional<Span> version_span;
    std::vector<Name> uses;
    std::string needs_engine; // least engine version, empty for any
    bool operator==(const Pack&) const = default;
};

// parameter advice_warn: duration by role = 24 months, medical: 12 months   between 1 month and 120 months   "help"
struct ParameterValue {
    Name key;
    Expr value;
    bool operator==(const ParameterValue&) const = default;
};
struct Parameter {
    Name name;
    Name type;              // number, duration, date, text, yes_no, or a choice domain
    std::optional<Name> by; // a choice domain: one value for each, `value` for those not listed
    Expr value;
    std::vector<ParameterValue> values;
    std::optional<Expr> least;
    std::optional<Expr> most;
    std::optional<String> help;
    bool operator==(const Parameter&) const = default;
};

// One line of a lexicon: one meaning, several phrases.
//   "regular(ly)", "ongoing"
//   occupational_therapist: "OT", "occupational therapist"
//   "School Action Plus", "SA+" now "SEN Support" from 2014-09-01
struct Entry {
    Span span;
    std::vector<String> phrases;
    std::optional<Name> means; // a value of the lexicon's domain
    std::optional<String> now; // what replaced the term
    std::optional<Date> from;  // date on which it was replaced
    bool operator==(const Entry&) const = default;
};
struct Lexicon { // lexicon NAME "doc" [of role]  entries, except "..." lines, include NAME lines, source "..."  end
    Name name;
    std::optional<String> doc;
    std::optional<Name> domain;
    std::vector<Entry> entries;
    std::vector<String> exceptions; // phrases that, where they cover a hit, undo it
    std::vector<Name> includes;     // other lexicons, taken in whole
    std::optional<String> source;
    bool operator==(const Lexicon&) const = default;
};

// pattern NAME "doc"  is PARTS  is PARTS ...  end.  PARTS: "phrase", number, date, word, dash, capital, NAME of another
// wording, [ optional ], ( a | b ), up to 3 words
struct PatternPart;
struct PatternPhrase {
    String phrase;
    bool operator==(const PatternPhrase&) const = default;
};
struct PatternName { // number, date, word, dash, capital, or another wording
    Name name;
    bool operator==(const PatternName&) const = default;
};
struct PatternGap { // up to 3 words
    std::uint32_t words = 0;
    bool operator==(const PatternGap&) const = default;
};
struct PatternOptional {
    std::vector<PatternPart> parts;
    bool operator==(const PatternOptional&) const;
};
struct PatternEither {
    std::vector<std::vector<PatternPart>> ways;
    bool operator==(const PatternEither&) const;
};
struct PatternPart {
    Span span;
    std::variant<PatternPhrase, PatternName, PatternGap, PatternOptional, PatternEither> node;
    bool operator==(const PatternPart&) const;
};
struct Pattern {
    Name name;
    std::optional<String> doc;
    std::vector<std::vector<PatternPart>> ways; // one for each "is"
    std::vector<String> exceptions;
    bool operator==(const Pattern&) const = default;
};

// define provision.vague "doc" as CONDITION OR VALUE: a derived field of a record
// define plan.asks(words: wording, where: letter) "doc" as ...: one that takes values
struct Argument {
    Name name;
    Name type; // number, duration, date, text, yes_no, a choice domain, a record, or wording: a lexicon, pattern or phrase
    bool operator==(const Argument&) const = default;
};
struct Define {
    Name record;
    Name name;
    std::vector<Argument> arguments;
    std::optional<String> doc;
    Expr value;
    bool operator==(const Define&) const = default;
};

struct Rule {
    Name id;
    Name slug;
    String title;
    std::vector<Clause> clauses;   // as written; without those that could not be read
    bool broken = false;           // some could not
    std::vector<std::string> lost; // the words of those: what they declared is not missing anywhere else
    bool name_lost = false;        // a name that is not even among them
    bool operator==(const Rule&) const = default;
};

// What a judgement counts: critical findings with basis law in sections B, F   /   unchecked rules   /   questions
enum class Counted : std::uint8_t { findings, unchecked, questions };
struct Counting { // any ...   /   no ...   /   more than 3 major findings
    Span span;
    Quantifier quantifier = Quantifier::some;
    double count = 0;
    Counted what = Counted::findings;
    std::vector<Name> severities, bases, categories, letters, rules; // empty for all
    bool operator==(const Counting&) const = default;
};
struct Grade { // good when no major findings and no critical findings   /   good otherwise
    Span span;
    Name name;
    bool any = false;            // joined by `or`
    std::vector<Counting> tests; // none for `otherwise`
    bool operator==(const Grade&) const = default;
};
struct Judgement { // judgement NAME "doc"  grades, the first that holds counts  end
    Name name;
    std::optional<String> doc;
    std::vector<Grade> grades;
    bool broken = false; // some could not be read
    bool operator==(const Judgement&) const = default;
};

// Overlays: what a pack of one's own may change in the rules of others. Never what a rule tests.
struct ExtendRule { // extend rule EHC-F01  severity, fix, family, cites, tags, examples  end
    Name rule;
    std::vector<Clause> clauses;
    bool operator==(const ExtendRule&) const = default;
};
struct DisableRule { // disable rule EHC-F01 because "..."
    Name rule;
    String because;
    bool operator==(const DisableRule&) const = default;
};
struct ExtendLexicon { // extend lexicon NAME  entries, except, include  end
    Lexicon lexicon;
    bool operator==(const ExtendLexicon&) const = default;
};
struct SetParameter { // set parameter advice_warn = 18 months   /   set parameter advice_warn for medical = 6 months
    Name parameter;
    std::optional<Name> key;
    Expr value;
    bool operator==(const SetParameter&) const = default;
};

// What rules may cite, by what it can carry: instruments law "doc"  a line of names for each  end
//   "SEND Regulations 2014", "SI 2014/1530" link "https://www.legislation.gov.uk/uksi/2014/1530"     begins the citation; what follows is the provision
//   "... v ..."                                 dots stand for any words
struct Instrument {
    Span span;
    std::vector<String> names;
    std::optional<String> link;
    bool operator==(const Instrument&) const = default;
};
struct Instruments {
    Name basis; // law, case-law, statutory-guidance, practice
    std::optional<String> doc;
    std::vector<Instrument> lines;
    bool operator==(const Instruments&) const = default;
};
struct SchoolTerm { // school term autumn 2025 from 2 September 2025 until 19 December 2025
    Name term;
    double year = 0;
    Date from, until;
    bool operator==(const SchoolTerm&) const = default;
};
struct RetiredRule { // retired rule EHC-H01 now EHC-S03 because "..."
    Name rule;
    std::vector<Name> now; // what does its work
    String because;
    bool operator==(const RetiredRule&) const = default;
};
struct Accept { // accept W501 of staff because "...": a warning that is meant to be
    Name code;
    std::vector<Name> subject; // a name, or a record and a definition of it
    String because;
    bool operator==(const Accept&) const = default;
};

struct Item {
    Span span;
    std::variant<Pack, Parameter, Lexicon, Pattern, Define, Rule, Judgement, ExtendRule, DisableRule, ExtendLexicon, SetParameter, Instruments, SchoolTerm, RetiredRule,
                 Accept>
        node;
    bool operator==(const Item&) const = default;
};

struct File {
    std::vector<Item> items;
    bool broken = false;           // part of it could not be read
    bool cut_short = false;        // nor was the rest, for its many faults
    std::vector<std::string> lost; // words of what could not be read, outside the clauses of rules
    bool name_lost = false;        // a name that is not even among them
    bool operator==(const File&) const = default;
};

} // namespace ehc::dsl

// The rule language as written: the clauses of a rule and the items of a file, of the values and conditions in
// expressions.hpp. Knows no plan: names are names until compile/ resolves them.
#pragma once

#include "dsl/expressions.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ehc::dsl {

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

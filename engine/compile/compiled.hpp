// Rules as they mean: every name resolved to a field, a slot, a parameter or a wording, every type checked. Built once, const
// from then on, shared by all threads. The only other tree is dsl/ast.hpp, what was written.
//
// Shapes: an Expr is one node with its operands in `kids`; which other members count is said at each Op. A rule is evaluated
// with a frame of slots: slot 0 is the plan, then one for each `for each`, quantifier, `let` and mention.
#pragma once

#include "base/box.hpp"
#include "base/source.hpp"
#include "builtin/ranges.hpp"
#include "dsl/ast.hpp"
#include "finding/finding.hpp"
#include "plan/fields.hpp"
#include "text/pattern.hpp"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ehc::compile {

enum class Base : std::uint8_t { text, number, date, duration, yes_no, choice, record, mention };

struct Type {
    Base base = Base::yes_no;
    const plan::Domain* domain = nullptr;     // of a choice, and of what a mention means
    const plan::RecordType* record = nullptr; // of a record
    bool operator==(const Type&) const = default;
    [[nodiscard]] std::string words() const; // "a date", "a role", "a provision"
};

using Constant = std::variant<std::string, double, PartialDate, Duration, bool, plan::ChoiceIndex>;

enum class Op : std::uint8_t {
    constant,      // constant
    slot,          // slot: a subject, a mention or a `let`
    field,         // kids[0] a record; field
    derived,       // kids: a record, then the values that the definition takes; index of the Derived
    parameter,     // index of the Parameter
    lookup,        // index of the Parameter; kids[0] the key
    mention_field, // kids[0] a mention; mention_field
    audit_date,
    section_text, // letters
    age,          // kids: of, on
    elapsed,      // unit; kids: from, to
    school_year,  // kids: of, on
    year_of,      // number; kids: of
    around,       // calendar; kids: of
    day_of_year,  // number: 100 month + day; order; kids: than
    leaving_date, // kids: of
    edge,         // flag: end; kids: of
    gathered,     // gathering; kids, or with each: kids[0] about its item
    utmost,       // each; flag: latest; field of its item
    count,        // each; flag: different
    measured,     // measure; kids: of
    in_common,    // kids: of, with; flag: both ways
    difference,   // kids: a, b
    sum,          // kids; minus[i] for each
    all_of,       // kids
    any_of,       // kids
    negation,     // kids[0]
    is_state,     // state; kids[0]
    is_equal,     // kids[0], kids[1]
    is_one_of,    // kids[0] then the values
    is_ordered,   // order; kids[0], kids[1]
    is_bound,     // bound; kids[0], kids[1]
    is_within,    // side; kids: subject, duration, than
    is_apart,     // bound, side; kids: subject, duration, than
    is_between,   // kids: subject, from, to
    mentions,     // wordings, fit; kids[0] a text
    overlaps,     // overlap, wordings that do not count; kids[0] a text, then texts
    is_near,      // wordings, reach, number; kids[0] a mention
    mention_of,   // wordings; slot of the mention; kids[0] a text
    linked,       // link; flag: by reference only; kids: subject, object
    quantified,   // quantifier, number, flag: percent; each; kids[0] the test, if any
};

enum class MentionField : std::uint8_t { text, sentence, paragraph, number, date, means, now, from, section };

struct Each;

struct Expr {
    Op op = Op::constant;
    Type type;
    bool negated = false; // "is not", "does not mention", "has no"
    Span span;            // in the source of `file`
    std::uint32_t file = 0;
    std::vector<Expr> kids;
    std::vector<bool> minus;
    Constant constant;
    const plan::FieldRow* field = nullptr;
    std::uint32_t slot = 0;
    std::uint32_t index = 0;
    std::uint32_t letters = 0; // bit i: plan::Letter i
    std::vector<std::uint32_t> wordings;
    MentionField mention_field = MentionField::text;
    bool flag = false;
    double number = 0;
    dsl::Unit unit = dsl::Unit::days;
    dsl::StateWord state = dsl::StateWord::stated;
    dsl::Order order = dsl::Order::before;
    dsl::Bound bound = dsl::Bound::at_least;
    dsl::Side side = dsl::Side::before;
    dsl::Link link = dsl::Link::meets;
    dsl::Quantifier quantifier = dsl::Quantifier::some;
    dsl::Gathering gathering = dsl::Gathering::latest;
    dsl::Measure measure = dsl::Measure::words;
    dsl::Fit fit = dsl::Fit::anywhere;
    dsl::Reach reach = dsl::Reach::near;
    dsl::Calendar calendar = dsl::Calendar::school_year;
    dsl::Overlap overlap = dsl::Overlap::contains;
    std::shared_ptr<const Each> each; // shared because const; null where the op has none
};

// What a `for each`, a quantifier or a count goes over.
struct Each {
    enum class Over : std::uint8_t { list, mentions, sentences, quotations, values };
    Over over = Over::list;
    std::uint32_t slot = 0;
    Type item;
    std::string noun;
    Span span;
    std::uint32_t file = 0;
    const plan::FieldRow* list = nullptr;    // of the plan
    const plan::FieldRow* section = nullptr; // field of the item that the letters are compared with; null for all
    std::uint32_t letters = 0;               // 0: any
    std::vector<std::uint32_t> wordings;
    std::vector<Expr> text;   // one, for mentions, sentences and quotations
    std::vector<Expr> values; // for values
    std::vector<Expr> where;  // none or one
    std::vector<bool> own;    // of each part of `where` (itself, or those it joins by `and`): it speaks of the item and the plan alone
};

// A lexicon or pattern. `hits` and `exceptions` number its patterns in the matcher.
struct Wording {
    std::string name;
    std::string doc;
    const plan::Domain* domain = nullptr; // of what its entries mean
    std::uint32_t hits = 0;
    std::optional<std::uint32_t> exceptions;
    bool is_pattern = false;
    std::uint32_t file = 0;
    Span span;
};

// What an entry of a lexicon says about its phrases; a match's tag is its number.
struct EntryInfo {
    std::string phrase; // the first, as written
    std::optional<plan::ChoiceIndex> means;
    std::string now;
    std::optional<Date> from;
};

struct Parameter {
    std::string name;
    std::string help;
    Type type;
    const plan::Domain* by = nullptr;
    Constant value;                                   // the default of a parameter that is set by a choice
    std::vector<std::optional<Constant>> values;      // one for each choice of `by`
    std::optional<Constant> least, most;
    std::uint32_t file = 0;
    Span span;
    std::string origin; // who set it last: "pack advice", "--set"
};

// A derived field: `define provision.vague as ...`. Evaluated with its own frame: slot 0 the plan, slot 1 the record, then
// the values that it takes. One that takes wordings has a Derived for each choice of them, besides the one as it was written.
struct Derived {
    struct Argument {
        std::string name;
        std::optional<Type> type; // nothing for a wording
        std::string wording;      // the one that is meant here
    };
    std::string name;
    std::string doc;
    const plan::RecordType* record = nullptr;
    std::vector<Argument> arguments;
    Expr value;
    std::uint32_t slots = 2;
    std::uint32_t file = 0;
    Span span;
};

// A message with values in it: text and expressions by turns.
struct Template {
    std::string written; // with its braces, as the author has it
    std::vector<std::variant<std::string, Expr>> parts;
};

enum class Form : std::uint8_t { require, forbid, ask };
enum class IfNotStated : std::uint8_t { unchecked, fail, ask, skip };

// An example of a rule, its records checked against the field table.
struct ExampleField {
    const plan::FieldRow* field = nullptr;
    std::variant<plan::FieldInput, plan::State> value;
};
struct ExampleRecord {
    const plan::RecordType* type = nullptr;
    std::vector<ExampleField> fields;
};
struct Example {
    dsl::Expected expected = dsl::Expected::fires;
    std::optional<std::string> text;     // the text of the innermost subject
    std::optional<std::string> document; // blocks in the notation of rules/README.md
    std::vector<ExampleRecord> records;
    std::vector<const plan::RecordType*> emptied; // "no advice"
    std::optional<Date> as_at;
    std::vector<std::pair<std::uint32_t, Constant>> parameters; // index and the value it has in this example
    std::vector<std::string> at;
    std::vector<std::string> because;
    std::string todo;
    std::uint32_t file = 0;
    Span span;
};

// Plans that older law still governs: on the judging day the rule is not about those for which `when` holds.
struct Transition {
    std::optional<Date> from, until;
    std::optional<Expr> when;
    std::string why;
};

// What a rule cites, taken apart: the instrument of the packs' tables that it begins with, and the provision of it.
struct Citation {
    std::string text;                        // as written
    std::optional<std::uint32_t> instrument; // nothing where no table has it
    std::string provision;                   // "reg 12(1)(a)"; empty for the whole of it
};

struct Rule {
    std::string id, slug, title;
    std::vector<std::string> former_ids; // which still name it
    std::uint32_t pack = 0;
    std::uint32_t file = 0;
    Span span;
    finding::Severity severity = finding::Severity::major;
    std::vector<std::pair<finding::Severity, Expr>> severity_when;
    finding::Basis basis = finding::Basis::practice;
    std::vector<std::pair<finding::Basis, Expr>> basis_when;
    std::string category;
    std::string graver_because; // why the severity is beyond what is cited
    std::vector<std::string> citations;
    std::vector<Citation> cited; // the same, taken apart
    std::optional<Date> from, until;
    std::optional<Expr> judged_at; // the day that `from`, `until` and transitions go by; else the audit date
    std::vector<Transition> transitions;
    std::uint32_t kinds = 0;    // bit i: plan::Kind i
    std::uint32_t statuses = 0; // bit i: plan::Status i, for plans; all bits: any, stated or not
    bool any_status = false;
    std::optional<Expr> when;
    std::vector<Each> subjects; // outermost first
    std::vector<std::pair<std::uint32_t, Expr>> lets;
    std::optional<Expr> provided;
    std::string provided_because;
    Form form = Form::require;
    Expr condition;              // of require and forbid
    std::vector<Expr> evidence;   // of ask
    std::optional<Each> every;    // of ask: each item is evidence
    std::string question;
    std::vector<Expr> unless;
    IfNotStated if_not_stated = IfNotStated::unchecked;
    std::optional<Expr> at;
    Template says, fix, family;
    std::vector<std::string> tags;
    std::string left_out; // why a pack of one's own disabled it; empty when it runs
    std::vector<Example> examples;
    std::uint32_t slots = 1;
};

// A grade for a whole plan: the first whose tests hold.
struct Counting {
    dsl::Quantifier quantifier = dsl::Quantifier::some;
    double count = 0;
    dsl::Counted what = dsl::Counted::findings;
    std::uint32_t severities = 0, bases = 0; // bit i: that severity or basis; 0: any
    std::uint32_t letters = 0;
    std::vector<std::string> categories, rules; // ids; empty for any
    std::string words;                          // as written
};
struct Grade {
    std::string name;
    bool any = false; // one test is enough
    std::vector<Counting> tests;
};
struct Judgement {
    std::string name, doc;
    std::vector<Grade> grades;
    std::uint32_t pack = 0;
};

// What a pack of one's own, a profile or the command line has changed, and where it was changed.
struct Setting {
    std::string subject; // a rule id, a parameter, a lexicon
    std::string what;    // "severity", "fix", "left out", "value", "value for medical", "phrases" ...
    std::string value;   // as written
    std::string origin;  // "pack local (local.rules:12)", "--set"
};

// Something that rules may cite, and the strongest basis that it carries.
struct Instrument {
    std::string name;               // the first of them
    std::vector<std::string> names; // with `...` for any words
    finding::Basis carries = finding::Basis::practice;
    std::string link; // where it can be read; may be empty
};

// An id that is no rule's any more.
struct RetiredRule {
    std::string id;
    std::vector<std::string> now; // ids of the rules that do its work
    std::string because;
};

// The days of a school term where a council has its own; `standard` are those that text/dates.hpp gives it.
struct SchoolTerm {
    PartialDate standard, days;
};

struct PackInfo {
    std::string name, title, version, about;
    std::string digest; // SHA-256 over its files, set by pack/
};

// The meanings of a lexicon that names its own: "wheelchair: ..." without `of` a list.
struct OwnDomain {
    std::string name;
    std::vector<std::string> names, words;
    std::vector<plan::ChoiceRow> rows;
    plan::Domain domain;
};

struct CompiledRules {
    std::vector<std::shared_ptr<const Source>> sources; // by `file`; after the files, the values inside messages
    std::vector<PackInfo> packs;
    std::vector<Parameter> parameters;
    std::vector<Wording> wordings;
    std::vector<EntryInfo> entries;
    std::vector<std::shared_ptr<const OwnDomain>> own_domains; // shared, so that types may point at them
    std::vector<Derived> derived;
    std::vector<Rule> rules; // sorted by id
    std::vector<Judgement> judgements;
    std::vector<Setting> settings; // in the order in which they were made
    std::vector<Instrument> instruments;
    std::vector<RetiredRule> retired;
    std::vector<SchoolTerm> terms;
    text::Matcher matcher;
    std::optional<std::uint32_t> nil_statements; // the wording behind "is a nil statement"

    [[nodiscard]] const Rule* find(std::string_view name) const noexcept; // by its id, its slug or an id it had before
    [[nodiscard]] const RetiredRule* find_retired(std::string_view id) const noexcept;
    // The days that a stretch of days means: those of the council's own term, where it is the standard one of that term.
    [[nodiscard]] PartialDate in_own_terms(const PartialDate& date) const noexcept;
    // The words of the source that an expression was compiled from, on one line.
    [[nodiscard]] std::string written(const Expr& expr) const;
};

} // namespace ehc::compile

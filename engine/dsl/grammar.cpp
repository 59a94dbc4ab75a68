// The grammar itself, in Boost.Spirit X3 over tokens. Every level is left-factored and looks no further ahead than a few
// words, so reading is linear in the text. A rule that recurs passes through `nested`, which caps the depth.
//
// How to read it: `>>` branches, `>` commits, and what then fails is told by the name of the parser on its right, which is
// why those names are the author's words. `in_place[...]` gives the node its span. Nodes are built by the actions in
// brackets, each of which sees what its sequence matched.
#include "dsl/grammar.hpp"

#include "dsl/grammar_parsers.hpp"
#include "dsl/nouns.hpp"

#include <boost/fusion/include/at_c.hpp>

#include <algorithm>

namespace ehc::dsl {

namespace {

using namespace parsers;
using boost::fusion::at_c;
using x3::_attr;
using x3::_val;
using x3::_where;

// ---- actions -----------------------------------------------------------------------------------------------------------

ExprBox boxed(Expr& value) { return ExprBox(std::move(value)); }
template <class T> auto standard(boost::optional<T>& value) { return value ? std::optional<T>(std::move(*value)) : std::nullopt; }
template <int I> decltype(auto) nth(auto& context) { return at_c<I>(_attr(context)); }

// Puts a node of one kind into an expression, clause or part; cheaper to compile than an assignment.
template <class Node, class... Parts> void set_node(auto& context, Parts&&... parts) {
    _val(context).node.template emplace<Node>(Node{std::forward<Parts>(parts)...});
}

const auto become = [](auto& context) { _val(context) = std::move(_attr(context)); };
// The node of an expression or clause out of one, two or three parts.
template <class Node> const auto node_of = [](auto& context) { set_node<Node>(context, std::move(_attr(context))); };
template <class Node> const auto node_of_box = [](auto& context) { set_node<Node>(context, boxed(_attr(context))); };
template <class Node> const auto node_of_two = [](auto& context) {
    set_node<Node>(context, boxed(nth<0>(context)), boxed(nth<1>(context)));
};
template <class Node> const auto node_of_name_and_optional = [](auto& context) {
    set_node<Node>(context, std::move(nth<0>(context)), standard(nth<1>(context)));
};

// ---- names, lists ------------------------------------------------------------------------------------------------------

constexpr const char* value_words = "a value, such as `plan.date`, 12 months or \"final\"";

const x3::rule<struct names_id, std::vector<Name>> names = "a name";
const auto names_def = name >> *(list_comma > name);
const x3::rule<struct strings_id, std::vector<String>> strings = "a text in double quotes";
const auto strings_def = string >> *(sign(',') > string);
BOOST_SPIRIT_DEFINE(names, strings)

// ---- values ------------------------------------------------------------------------------------------------------------

const x3::rule<struct condition_id, Expr> condition = "a condition, such as `plan.date is stated`";
const x3::rule<struct negation_id, Expr> negation = "a condition, such as `plan.date is stated`";
const x3::rule<struct comparison_id, Expr> comparison = "a condition, such as `plan.date is stated`";
const x3::rule<struct sum_id, Expr> sum = value_words;
const x3::rule<struct primary_id, Expr> primary = value_words;
const x3::rule<struct each_id, Each> each = "what to look at, such as `need in section B`";

const auto part = nested[primary]; // the operand inside a value

const auto set_duration = [](auto& context) {
    const double amount = nth<0>(context);
    const auto unit = nth<1>(context);
    if (!unit)
        return set_node<NumberLiteral>(context, amount);
    constexpr double most = 10000;
    const Token* after = _where(context).begin();
    if (amount != static_cast<int>(std::min(amount, most)))
        object(state_of(context), after - 1, Span{after[-2].span.begin, after[-1].span.end}, "E117",
               "a length of time is a whole number of days, weeks, months or years, 10000 at most");
    const int count = static_cast<int>(amount);
    Duration duration;
    switch (*unit) {
    case Unit::years:
        duration.months = 12 * count;
        break;
    case Unit::months:
        duration.months = count;
        break;
    case Unit::weeks:
        duration.days = 7 * count;
        break;
    case Unit::days:
        duration.days = count;
        break;
    }
    set_node<DurationLiteral>(context, duration);
};
const auto unit = choice<Unit>("days, weeks, months or years", {{phrase("years"), Unit::years},
                                                                {phrase("year"), Unit::years},
                                                                {phrase("months"), Unit::months},
                                                                {phrase("month"), Unit::months},
                                                                {phrase("weeks"), Unit::weeks},
                                                                {phrase("week"), Unit::weeks},
                                                                {phrase("days"), Unit::days},
                                                                {phrase("day"), Unit::days}});
const auto yes_no = choice<bool>("`yes` or `no`", {{phrase("yes"), true}, {phrase("no"), false}});
const x3::rule<struct literal_id, Expr> literal = value_words;
const auto literal_def = in_place[(number >> -unit)[set_duration] | string[node_of<TextLiteral>] | date[node_of<DateLiteral>] |
                                  yes_no[node_of<YesNoLiteral>]];

const auto elapsed_unit = choice<Unit>("`years between`", {{phrase("years between"), Unit::years},
                                                            {phrase("months between"), Unit::months},
                                                            {phrase("weeks between"), Unit::weeks},
                                                            {phrase("days between"), Unit::days}});
const auto edge = choice<bool>("`start of`", {{phrase("start of"), false}, {phrase("end of"), true}});
const auto extremum = choice<bool>("`latest of`", {{phrase("latest of"), true}, {phrase("earliest of"), false}});

const auto set_elapsed = [](auto& context) {
    set_node<Elapsed>(context, nth<0>(context), boxed(nth<1>(context)), boxed(nth<2>(context)));
};
const auto set_edge = [](auto& context) { set_node<Edge>(context, nth<0>(context), boxed(nth<1>(context))); };
const auto set_extremum = [](auto& context) { set_node<Extremum>(context, nth<0>(context), std::move(nth<1>(context))); };
const auto set_lookup = [](auto& context) { set_node<Lookup>(context, std::move(nth<0>(context)), boxed(nth<1>(context))); };
const auto set_mention_of = [](auto& context) { set_node<MentionOf>(context, std::move(nth<0>(context)), boxed(nth<1>(context))); };
const auto set_count = [](auto& context) {
    Each& over = nth<1>(context);
    over.noun.text = singular(over.noun.text);
    set_node<Count>(context, std::move(over), nth<0>(context));
};
const auto set_letter = [](auto& context) { set_node<SectionText>(context, std::vector<Name>{std::move(_attr(context))}); };

const x3::rule<struct parts_id, std::vector<Expr>> parts = value_words;
const auto parts_def = part >> *(list_comma > part);

const auto letter = called("the letter of a section, such as B", name);
const auto letters = called("letters of sections, such as B, C", names);
const auto day = called("a date, such as `plan.date`", part);

const x3::rule<struct form_id, Expr> form = value_words;
const auto form_def = in_place[
    (phrase("text of sections") > letters)[node_of<SectionText>]
    | (phrase("text of section") > letter)[set_letter]
    | (phrase("audit date") >> x3::attr(AuditDate{}))[node_of<AuditDate>]
    | ((phrase("age of") > part > phrase("on") > day)[node_of_two<Age>] > no_sum)
    | ((elapsed_unit > day > phrase("and") > day)[set_elapsed] > no_sum)
    | ((phrase("school year of") > part > phrase("on") > day)[node_of_two<SchoolYear>] > no_sum)
    | (phrase("school leaving date of") > part)[node_of_box<LeavingDate>]
    | (edge > day)[set_edge]
    | ((extremum > parts)[set_extremum] > no_sum)
    | (phrase("count of") > x3::matches[phrase("different")] > each)[set_count]
    | (!(phrase("words") >> phrase("in force")) >> phrase("words in") > part)[node_of_box<WordCount>]
    | ((phrase("difference between") > part > phrase("and") > part)[node_of_two<Difference>] > no_sum)
    | (phrase("mention of") > called("a lexicon or pattern", names) > phrase("in") > part)[set_mention_of]];

const x3::rule<struct path_id, Expr> path = value_words;
const auto path_def = in_place[(name >> phrase("for") >> !phrase("each") > part)[set_lookup] |
                               (name >> *(sign('.') > any_name))[([](auto& context) {
                                   Path result{{std::move(nth<0>(context))}};
                                   std::ranges::move(nth<1>(context), std::back_inserter(result.names));
                                   set_node<Path>(context, std::move(result.names));
                               })]];

const x3::rule<struct bracket_id, Expr> bracket = value_words;
const auto bracket_def = sign('(') > nested[condition] > called("a closing `)`", sign(')'));
const auto primary_def = literal | bracket | form | (no_article >> path);

struct Signed {
    bool minus = false;
    Expr value;
};
const auto set_signed = [](auto& context) { _val(context) = Signed{nth<0>(context), std::move(nth<1>(context))}; };
const auto plus = reads<bool>("`+`", [](const State&, const Token*& at) -> std::optional<bool> {
    if (!is_sign(at, '+') && !is_sign(at, '-'))
        return std::nullopt;
    return is_sign(at++, '-');
});
const x3::rule<struct more_id, Signed> more = "a value";
const auto more_def = (plus > primary)[set_signed];
const x3::rule<struct first_term_id, Signed> first_term = "a value";
const auto first_term_def = (x3::matches[sign('-')] >> primary)[set_signed];
const auto set_sum = [](auto& context) {
    Signed& first = nth<0>(context);
    auto& others = nth<1>(context);
    if (others.empty() && !first.minus) {
        _val(context) = std::move(first.value);
        return;
    }
    Sum result;
    result.terms.reserve(others.size() + 1);
    result.terms.push_back({first.minus, boxed(first.value)});
    for (Signed& other : others)
        result.terms.push_back({other.minus, boxed(other.value)});
    set_node<Sum>(context, std::move(result.terms));
};
const auto sum_def = in_place[(first_term >> *more)[set_sum]];
BOOST_SPIRIT_DEFINE(literal, parts, form, path, bracket, primary, more, first_term, sum)

// ---- conditions --------------------------------------------------------------------------------------------------------

const auto state_word = choice<StateWord>("a state, such as `stated`", {{phrase("stated"), StateWord::stated},
                                                                       {phrase("missing"), StateWord::missing},
                                                                       {phrase("blank"), StateWord::blank},
                                                                       {phrase("a placeholder"), StateWord::placeholder},
                                                                       {phrase("unreadable"), StateWord::unreadable},
                                                                       {phrase("a nil statement"), StateWord::nil_statement},
                                                                       {phrase("negated"), StateWord::negated},
                                                                       {phrase("quoted"), StateWord::quoted},
                                                                       {phrase("in a quotation"), StateWord::quoted}});
const auto order = choice<Order>("`before` or `after`", {{phrase("before"), Order::before},
                                                         {phrase("after"), Order::after},
                                                         {phrase("on or before"), Order::on_or_before},
                                                         {phrase("on or after"), Order::on_or_after}});
const auto bound = choice<Bound>("`at least` or `at most`", {{phrase("at least"), Bound::at_least},
                                                             {phrase("at most"), Bound::at_most},
                                                             {phrase("more than"), Bound::more_than},
                                                             {phrase("less than"), Bound::less_than}});
const auto side = choice<Side>("`before`, `after` or `of`",
                               {{phrase("before"), Side::before}, {phrase("after"), Side::after}, {phrase("of"), Side::of}});
const auto way = choice<Side>("`before` or `after`", {{phrase("before"), Side::before}, {phrase("after"), Side::after}});

const auto moment = called("a date, such as 1 September 2014", sum);
const auto length = called("a length of time, such as 24 months", sum);
const auto amount = called("a number or a length of time, such as 24 months", sum);

// A bare number where only a length of time makes sense.
void must_have_unit(const State& state, const Expr& expr, const Token* at) {
    if (std::holds_alternative<NumberLiteral>(expr.node))
        object(state, at, Span{expr.span.end, expr.span.end}, "E117",
               "expected days, weeks, months or years after " + shown(state.source.text().substr(expr.span.begin, expr.span.size())),
               at->line_first ? "" : did_you_mean(text_of(state, at), {"days", "weeks", "months", "years"}));
}

const x3::rule<struct duration_id, Expr> duration = "a length of time, such as 24 months";
const auto duration_def = length[([](auto& context) {
    must_have_unit(state_of(context), _attr(context), _where(context).begin());
    _val(context) = std::move(_attr(context));
})];
struct Apart {
    Side side = Side::before;
    Expr than;
};
const x3::rule<struct apart_tail_id, Apart> apart = "`before` or `after`";
const auto apart_def = (way > moment)[([](auto& context) { _val(context) = Apart{nth<0>(context), std::move(nth<1>(context))}; })];

const x3::rule<struct values_id, std::vector<Expr>> values = value_words;
const auto values_def = (sign('(') > nested[sum] > *(list_comma > nested[sum]) > called("a closing `)`", sign(')'))) |
                        (sum >> *(list_comma > sum));

const auto set_bound = [](auto& context) {
    const Bound which = nth<0>(context);
    Expr& than = nth<1>(context);
    if (auto& far = nth<2>(context)) {
        // `at` of the objection is where reading stopped; the place is the number's own end.
        must_have_unit(state_of(context), than, _where(context).begin());
        _val(context) = IsApart{which, boxed(than), far->side, boxed(far->than)};
    } else {
        _val(context) = IsBound{which, boxed(than)};
    }
};
const x3::rule<struct predicate_id, Predicate> predicate = "what to compare with, such as `stated`, `one of`, `before` or a value";
const auto predicate_def =
    (state_word >> !sign('.'))[([](auto& context) { _val(context) = IsState{_attr(context)}; })] |
    (phrase("one of") > values)[([](auto& context) { _val(context) = IsOneOf{std::move(_attr(context))}; })] |
    (order > moment)[([](auto& context) { _val(context) = IsOrdered{nth<0>(context), boxed(nth<1>(context))}; })] |
    (phrase("within") > duration > side > moment)[([](auto& context) {
        _val(context) = IsWithin{boxed(nth<0>(context)), nth<1>(context), boxed(nth<2>(context))};
    })] |
    (phrase("between") > sum > phrase("and") > sum)[([](auto& context) {
        _val(context) = IsBetween{boxed(nth<0>(context)), boxed(nth<1>(context))};
    })] |
    (bound > amount > -apart)[set_bound] | sum[([](auto& context) { _val(context) = IsEqual{boxed(_attr(context))}; })];

// What may follow a subject; the subject is put in by whoever has it.
ExprBox no_subject() { return ExprBox(Expr{}); }
const auto set_is = [](auto& context) { set_node<Is>(context, no_subject(), nth<0>(context), std::move(nth<1>(context))); };
const auto set_mentions = [](auto& context) { set_node<Mentions>(context, no_subject(), nth<0>(context), std::move(nth<1>(context))); };
const auto set_linked = [](auto& context) {
    set_node<Linked>(context, no_subject(), nth<0>(context), boxed(nth<1>(context)), nth<2>(context));
};
const auto link = choice<Link>("`meets`", {{phrase("meets"), Link::meets},
                                          {phrase("meet"), Link::meets},
                                          {phrase("supports"), Link::supports},
                                          {phrase("support"), Link::supports},
                                          {phrase("answers"), Link::answers},
                                          {phrase("answer"), Link::answers}});
const auto mentioning = choice<bool>("`mentions`", {{phrase("mentions"), false},
                                                    {phrase("mention"), false},
                                                    {phrase("does not mention"), true},
                                                    {phrase("do not mention"), true},
                                                    {phrase("has no"), true},
                                                    {phrase("have no"), true},
                                                    {phrase("has"), false},
                                                    {phrase("have"), false}});
const x3::rule<struct tail_id, Expr> tail = "a comparison, such as `is stated`";
const auto tail_def =
    in_place[((phrase("is") | phrase("are")) > x3::matches[phrase("not")] > predicate)[set_is] |
             (mentioning > called("a lexicon or pattern", names))[set_mentions] |
             (link > called("what it is linked to, such as `need`", primary) > x3::matches[phrase("by reference")])[set_linked]];

void give_subject(Expr& verb, Expr subject) {
    verb.span.begin = subject.span.begin;
    std::visit(
        [&](auto& node) {
            if constexpr (requires { node.subject; })
                node.subject = ExprBox(std::move(subject));
        },
        verb.node);
}
const auto add_tail = [](auto& context) {
    give_subject(_attr(context), std::move(_val(context)));
    _val(context) = std::move(_attr(context));
};

const auto set_mention = [](auto& context) {
    auto& over = _val(context);
    over.noun = std::move(nth<0>(context));
    if (singular(over.noun.text) != "mention")
        object(state_of(context), _where(context).begin(), over.noun.span, "E101", "only mentions are of something: write `mention of`");
    over.lexicons = std::move(nth<1>(context));
    over.text = boxed(nth<2>(context));
};
const auto set_letters = [](auto& context) { _val(context).letters = std::move(_attr(context)); };
const auto set_first_letter = [](auto& context) { _val(context).letters = {std::move(_attr(context))}; };
const auto set_values = [](auto& context) { _val(context).values = std::move(_attr(context)); };
const auto set_alias = [](auto& context) { _val(context).alias = std::move(_attr(context)); };
const auto set_where = [](auto& context) { _val(context).where = boxed(_attr(context)); };

const auto noun = reads<Name>("what to look at, such as `need in section B`", [](const State& state, const Token*& at) -> std::optional<Name> {
    if (!is_noun(at))
        return std::nullopt;
    Name result{std::string(text_of(state, at)), at->span};
    ++at;
    return result;
});
const x3::rule<struct range_id, Each> range = "where to look: `section B`, `sections B, C`, `plan` or values in brackets";
const auto range_def =
    (phrase("sections") > letters)[set_letters] | (phrase("section") > letter)[set_first_letter] | (phrase("plan") >> !sign('.')) |
    (sign('(') > parts > called("a closing `)`", sign(')')))[set_values];
const x3::rule<struct where_id, Expr> where_ = "a condition, such as `plan.date is stated`";
const auto where__def = phrase("where") > nested[condition];
const auto set_range = [](auto& context) {
    auto& over = _val(context);
    over.noun = std::move(nth<0>(context));
    over.letters = std::move(nth<1>(context).letters);
    over.values = std::move(nth<1>(context).values);
};
const auto each_def = in_place[((noun >> phrase("of") > called("a lexicon or pattern", names) > phrase("in") > part)[set_mention] |
                                (noun > phrase("in") > range)[set_range]) >>
                               -(phrase("as") > name)[set_alias] >> -where_[set_where]];

struct Counting {
    Quantifier quantifier = Quantifier::some;
    double count = 0;
};
const auto plain_quantifier = choice<Quantifier>("`some`", {{phrase("some"), Quantifier::some}, {phrase("every"), Quantifier::every}});
const auto counting_quantifier = choice<Quantifier>("`at least`", {{phrase("at least"), Quantifier::at_least},
                                                                   {phrase("at most"), Quantifier::at_most},
                                                                   {phrase("exactly"), Quantifier::exactly}});
const x3::rule<struct quantifier_id, Counting> quantifier = "`some`, `every` or `no`";
const auto quantifier_def =
    plain_quantifier[([](auto& context) { _val(context) = Counting{_attr(context), 0}; })] |
    (phrase("no") >> noun_follows)[([](auto& context) { _val(context) = Counting{Quantifier::no, 0}; })] |
    (counting_quantifier > number)[([](auto& context) { _val(context) = Counting{nth<0>(context), nth<1>(context)}; })];

const x3::rule<struct quantified_id, Expr> quantified = "a condition, such as `some need in section B`";
const auto set_quantified = [](auto& context) {
    const Counting counting = nth<0>(context);
    Each& over = nth<1>(context);
    over.noun.text = singular(over.noun.text);
    set_node<Quantified>(context, counting.quantifier, counting.count, std::move(over), std::nullopt);
};
const auto set_test = [](auto& context) { std::get<Quantified>(_val(context).node).test = boxed(_attr(context)); };
const auto set_elided_test = [](auto& context) {
    auto& result = std::get<Quantified>(_val(context).node);
    const Name& item = result.each.alias ? *result.each.alias : result.each.noun;
    give_subject(_attr(context), Expr{item.span, Path{{item}}});
    result.test = boxed(_attr(context));
};
const x3::rule<struct such_that_id, Expr> such_that = "a condition, such as `plan.date is stated`";
const auto such_that_def = phrase("such that") > nested[condition];
const auto quantified_def =
    in_place[(quantifier > each)[set_quantified] >> -(such_that[set_test] | tail[set_elided_test])];

const auto comparison_def = in_place[quantified[become] | (sum[become] >> -tail[add_tail] >> no_equals_sign)];
const x3::rule<struct not_id, Expr> not_ = "a condition, such as `plan.date is stated`";
const auto not__def = in_place[(phrase("not") > nested[negation])[node_of_box<Not>]];
const auto negation_def = not_ | comparison;

template <class Chain> const auto join = [](auto& context) {
    auto& whole = _val(context);
    Chain chain;
    chain.operands.reserve(_attr(context).size() + 1);
    chain.operands.push_back(std::move(whole));
    std::ranges::move(_attr(context), std::back_inserter(chain.operands));
    set_node<Chain>(context, std::move(chain.operands));
};
const auto condition_def = in_place[negation[become] >>
                                    -((+(phrase("and") > negation))[join<And>] | (+(phrase("or") > negation))[join<Or>]) >> one_joiner];
BOOST_SPIRIT_DEFINE(duration, apart, values, predicate, tail, range, where_, each,
                    quantifier, such_that, quantified, comparison, not_, negation, condition)

// ---- clauses of a rule -------------------------------------------------------------------------------------------------

const x3::rule<struct level_id, Name> level = "a severity: critical, major, minor or advice";
const auto level_def = &(phrase("critical") | phrase("major") | phrase("minor") | phrase("advice")) >> any_name;
const x3::rule<struct remedy_id, Name> remedy = "`fail`, `ask` or `skip`";
const auto remedy_def = &(phrase("fail") | phrase("ask") | phrase("skip")) >> any_name;

const auto when_here = same_line >> phrase("when"); // on its own line `when` is a clause
const auto set_level = [](auto& context) { set_node<Severity>(context, std::move(_attr(context)), std::nullopt); };
const auto set_level_when = [](auto& context) { set_node<Severity>(context, std::move(nth<0>(context)), std::move(nth<1>(context))); };
const x3::rule<struct dates_id, InForce> dates = "`from` or `until` with a date";
const auto dates_def =
    (phrase("from") > date > -(phrase("until") > date))[([](auto& context) { _val(context) = InForce{nth<0>(context), standard(nth<1>(context))}; })] |
    (phrase("until") > date)[([](auto& context) { _val(context) = InForce{std::nullopt, _attr(context)}; })];

const auto is_about_def = in_place[
    (level >> phrase("when") > condition)[set_level_when] |
    (phrase("severity") >> level >> when_here > condition)[set_level_when] | (phrase("severity") > level)[set_level] |
    (phrase("basis") > name > -(when_here > condition))[node_of_name_and_optional<Basis>] |
    (phrase("category") > name)[node_of<Category>] | (phrase("cites") > strings)[node_of<Cites>] |
    (phrase("in force") > dates)[node_of<InForce>] |
    (phrase("applies to") > called("kinds or statuses of documents, such as final", names))[node_of<AppliesTo>] |
    (phrase("if not stated") > remedy)[node_of<IfNotStated>] | (phrase("tags") > names)[node_of<Tags>]];
const x3::rule<struct is_about_id, Clause> is_about = "a clause";

const auto set_let = [](auto& context) { set_node<Let>(context, std::move(nth<0>(context)), std::move(nth<1>(context))); };
const auto set_provided = [](auto& context) { set_node<Provided>(context, std::move(nth<0>(context)), std::move(nth<1>(context))); };
const x3::rule<struct tests_id, Clause> tests = "a clause";
const auto tests_def = in_place[
    (phrase("when") > condition)[node_of<When>] | (phrase("for each") > each)[node_of<ForEach>] |
    (phrase("let") > name > phrase("be") > condition)[set_let] |
    (phrase("provided") > condition > phrase("otherwise") > string)[set_provided] | (phrase("require") > condition)[node_of<Require>] |
    (phrase("forbid") > condition)[node_of<Forbid>] | (phrase("unless") > condition)[node_of<Unless>] |
    (phrase("ask") > string > -(phrase("with") > condition))[node_of_name_and_optional<Ask>]];

const x3::rule<struct tells_id, Clause> tells = "a clause";
const auto tells_def = in_place[
    (phrase("says") > string)[node_of<Says>] | (phrase("fix") > string)[node_of<Fix>] | (phrase("family") > string)[node_of<Family>] |
    (phrase("at") > called("where to place the finding, such as `plan.next_review`", sum))[node_of<At>]];

// ---- examples ----------------------------------------------------------------------------------------------------------

const x3::rule<struct field_id, FieldValue> field = "a field and its value, such as `date: 2025-05-12`";
const auto field_def = (any_name > sign(':') > sum)[([](auto& context) {
    _val(context) = FieldValue{std::move(nth<0>(context)), std::move(nth<1>(context))};
})];
const x3::rule<struct fields_id, std::vector<FieldValue>> fields = "a field and its value, such as `date: 2025-05-12`";
const auto fields_def = -(field >> *(sign(',') >> field)) >> -sign(',');
const x3::rule<struct record_id, RecordValue> record = "a record, such as `plan { date: 2025-05-12 }`";
// Past the first part of an example only a word on the same line is one for certain.
const auto record_name = reads<Name>("a record, such as `plan { date: 2025-05-12 }`", [](const State& state, const Token*& at) -> std::optional<Name> {
    if (at->kind != Token::Kind::word || is_reserved(at) || opens_clause(at) || (at->line_first && !is_sign(at + 1, '{')))
        return std::nullopt;
    Name result{std::string(text_of(state, at)), at->span};
    ++at;
    return result;
});
const auto record_def = in_place[(record_name > sign('{') > fields > called("`,` and the next field, or `}`", sign('}')))[([](auto& context) {
    _val(context).record = std::move(nth<0>(context));
    _val(context).fields = std::move(nth<1>(context));
})]];

using ExamplePart = std::variant<String, RecordValue, DocumentValue, NoneOf>;
template <class Node> const auto make = [](auto& context) { _val(context) = Node{std::move(_attr(context))}; };
const x3::rule<struct example_part_id, ExamplePart> example_part =
    "an example: words in double quotes, `plan { ... }`, `document \"...\"` or `no advice`";
const auto example_part_def = string[become] | (phrase("no") > name)[make<NoneOf>] |
                              (phrase("document") > string)[make<DocumentValue>] | record[become];

const auto set_example = [](auto& context) {
    Example example;
    example.fires = nth<0>(context);
    example.parts.push_back(std::move(nth<1>(context)));
    std::ranges::move(nth<2>(context), std::back_inserter(example.parts));
    _val(context).node.template emplace<Example>(std::move(example));
};
const auto example_of = [](auto& context) -> Example& { return std::get<Example>(_val(context).node); };
const auto set_as_at = [](auto& context) { example_of(context).as_at = _attr(context); };
const auto add_words = [](auto& context) { std::ranges::move(_attr(context), std::back_inserter(example_of(context).at)); };
const auto add_todo = [](auto& context) { std::ranges::move(_attr(context), std::back_inserter(example_of(context).todo)); };
const auto firing = choice<bool>("an example", {{phrase("fires on"), true}, {phrase("quiet on"), false}});
const x3::rule<struct example_id, Clause> example = "an example";
const auto example_def = in_place[
    (firing > example_part > *example_part)[set_example] >>
    *((phrase("as at") > date)[set_as_at] | (phrase("at") >> strings)[add_words] | (phrase("todo") > strings)[add_todo])];

const x3::rule<struct clause_id, Clause> any_clause = "a clause of a rule";
const auto any_clause_def = is_about | tests | tells | example;
BOOST_SPIRIT_DEFINE(level, remedy, dates, is_about, tests, tells, field, fields, record, example_part, example, any_clause)

// ---- packs, parameters, definitions, heads of rules --------------------------------------------------------------------

const x3::rule<struct pack_head_id, Pack> pack_head = "a pack";
const auto pack_head_def = (phrase("pack") > name > called("the title of the pack in double quotes", string))[([](auto& context) {
    _val(context).name = std::move(nth<0>(context));
    _val(context).title = std::move(nth<1>(context));
})];
const auto set_version = [](auto& context) {
    _val(context).version = std::move(_attr(context).text);
    _val(context).version_span = _attr(context).span;
};
const auto set_about = [](auto& context) { _val(context).about = std::move(_attr(context)); };
const auto set_uses = [](auto& context) { _val(context).uses = std::move(_attr(context)); };
const auto set_needs = [](auto& context) { _val(context).needs_engine = std::move(_attr(context).text); };
const x3::rule<struct pack_line_id, Pack> pack_line = "a line of a pack";
const auto pack_line_def = (phrase("version") > version)[set_version] | (phrase("about") > string)[set_about] |
                           (phrase("use") > names)[set_uses] | (phrase("needs engine") > version)[set_needs];

const x3::rule<struct parameter_value_id, ParameterValue> parameter_value = "a value for one choice, such as `medical: 12 months`";
const auto parameter_value_def = (name > sign(':') > sum)[([](auto& context) {
    _val(context) = ParameterValue{std::move(nth<0>(context)), std::move(nth<1>(context))};
})];
const auto set_parameter = [](auto& context) {
    Parameter& parameter = _val(context);
    parameter.name = std::move(nth<0>(context));
    parameter.type = std::move(nth<1>(context));
    parameter.by = standard(nth<2>(context));
    parameter.value = std::move(nth<3>(context));
    parameter.values = std::move(nth<4>(context));
};
const auto set_limits = [](auto& context) {
    _val(context).least = std::move(nth<0>(context));
    _val(context).most = std::move(nth<1>(context));
};
const auto set_help = [](auto& context) { _val(context).help = std::move(_attr(context)); };
const x3::rule<struct parameter_id, Parameter> one_parameter = "a parameter";
const auto one_parameter_def =
    (phrase("parameter") > name > sign(':') > called("a type, such as duration", name) > -(phrase("by") > name) > sign('=') > sum >
     *(sign(',') > parameter_value))[set_parameter] >>
    -(phrase("between") > sum > phrase("and") > sum)[set_limits] >> -string[set_help];

const auto set_define = [](auto& context) {
    _val(context) = Define{std::move(nth<0>(context)), std::move(nth<1>(context)), standard(nth<2>(context)), std::move(nth<3>(context))};
};
const x3::rule<struct define_id, Define> one_define = "a definition";
const auto one_define_def =
    (phrase("define") > called("a record and a new name, such as `provision.vague`", name) >
     called("`.` and what to call it, such as `provision.vague`", sign('.')) > any_name > -string > phrase("as") > condition)[set_define];

const x3::rule<struct rule_head_id, Rule> rule_head = "a rule";
const auto rule_head_def = (phrase("rule") > called("the id of the rule, such as EHC-F01", name) >
                            called("a short name for the fault, such as provision-vague", name) >
                            called("the title of the rule in double quotes", string))[([](auto& context) {
    _val(context).id = std::move(nth<0>(context));
    _val(context).slug = std::move(nth<1>(context));
    _val(context).title = std::move(nth<2>(context));
})];
BOOST_SPIRIT_DEFINE(pack_head, pack_line, parameter_value, one_parameter, one_define, rule_head)

// ---- wording -----------------------------------------------------------------------------------------------------------

const auto phrases = called("a phrase in double quotes", strings);

const x3::rule<struct lexicon_head_id, Lexicon> lexicon_head = "a lexicon";
const auto lexicon_head_def = (phrase("lexicon") > name > -(same_line >> string) > -(phrase("of") > name))[([](auto& context) {
    _val(context).name = std::move(nth<0>(context));
    _val(context).doc = standard(nth<1>(context));
    _val(context).domain = standard(nth<2>(context));
})];
const x3::rule<struct entry_id, Entry> entry = "a phrase in double quotes";
const auto entry_def = in_place[(-(any_name >> sign(':')) > phrases > -(phrase("now") > string) > -(phrase("from") > date))[([](auto& context) {
    _val(context).means = standard(nth<0>(context));
    _val(context).phrases = std::move(nth<1>(context));
    _val(context).now = standard(nth<2>(context));
    _val(context).from = standard(nth<3>(context));
})]];
const auto set_exceptions = [](auto& context) { _val(context).exceptions = std::move(_attr(context)); };
const auto set_includes = [](auto& context) { _val(context).includes = std::move(_attr(context)); };
const auto set_source = [](auto& context) { _val(context).source = std::move(_attr(context)); };
const auto add_entry = [](auto& context) { _val(context).entries.push_back(std::move(_attr(context))); };
const auto not_a_value = !(any_name >> sign(':'));
const x3::rule<struct lexicon_line_id, Lexicon> lexicon_line = "a line of a lexicon";
const auto lexicon_line_def = (not_a_value >> phrase("except") > phrases)[set_exceptions] |
                              (not_a_value >> phrase("include") > called("a lexicon", names))[set_includes] |
                              (not_a_value >> phrase("source") > string)[set_source] | entry[add_entry];

const x3::rule<struct pattern_head_id, Pattern> pattern_head = "a pattern";
const auto pattern_head_def = (phrase("pattern") > name > -string)[([](auto& context) {
    _val(context).name = std::move(nth<0>(context));
    _val(context).doc = standard(nth<1>(context));
})];

struct Way { // one way of wording; a struct of its own because Spirit would run nested vectors together
    std::vector<PatternPart> parts;
};
constexpr const char* pattern_words = "a part of the pattern: a phrase in double quotes, number, `up to 3 words`, a name or a bracket";
const x3::rule<struct pattern_part_id, PatternPart> pattern_part = pattern_words;
const x3::rule<struct way_of_wording_id, Way> way_of_wording = pattern_words;
const auto way_of_wording_def = (pattern_part >> *pattern_part)[([](auto& context) {
    _val(context).parts.push_back(std::move(nth<0>(context)));
    std::ranges::move(nth<1>(context), std::back_inserter(_val(context).parts));
})];
const x3::rule<struct ways_id, std::vector<Way>> ways = pattern_words;
const auto ways_def = way_of_wording >> *(sign('|') > way_of_wording);

PatternEither either(std::vector<Way>& choices) {
    PatternEither result;
    for (Way& each_way : choices)
        result.ways.push_back(std::move(each_way.parts));
    return result;
}
const auto set_either = [](auto& context) { set_node<PatternEither>(context, either(_attr(context)).ways); };
const auto set_optional = [](auto& context) {
    PatternOptional result;
    if (_attr(context).size() == 1)
        result.parts = std::move(_attr(context)[0].parts);
    else
        result.parts.push_back({{_attr(context).front().parts.front().span.begin, _attr(context).back().parts.back().span.end},
                                either(_attr(context))});
    set_node<PatternOptional>(context, std::move(result.parts));
};
const auto set_gap = [](auto& context) {
    const double words = _attr(context);
    constexpr std::uint32_t most = 50;
    const auto whole = static_cast<std::uint32_t>(std::min(words, double{most}));
    if (whole != words || whole == 0)
        object(state_of(context), _where(context).begin(), _where(context).begin()[-2].span, "E117", "a gap has 1 to 50 words");
    set_node<PatternGap>(context, whole);
};
const auto pattern_part_def = in_place[
    string[node_of<PatternPhrase>] | (phrase("up to") > number > phrase("words"))[set_gap] |
    (sign('[') > nested[ways] > called("a closing `]`", sign(']')))[set_optional] |
    (sign('(') > nested[ways] > called("a closing `)`", sign(')')))[set_either] | name[node_of<PatternName>]];

const x3::rule<struct pattern_line_id, Pattern> pattern_line = "a line of a pattern";
const auto pattern_line_def = (phrase("is") > way_of_wording)[([](auto& context) { _val(context).ways.push_back(std::move(_attr(context).parts)); })] |
                              (phrase("except") > phrases)[set_exceptions];
BOOST_SPIRIT_DEFINE(lexicon_head, entry, lexicon_line, pattern_head, pattern_part, way_of_wording, ways, pattern_line)

// ---- one construct -----------------------------------------------------------------------------------------------------

struct Attempt {
    const Token* at = nullptr;        // where reading ended or got stuck
    bool matched = false;             //
    std::optional<std::string> expected{}; // what was expected there
    std::optional<Fault> fault{};     // or what the grammar said itself
};

template <class Rule, class Node> Attempt attempt(State& state, const Token* begin, const Rule& rule, Node& node) {
    const Token* at = begin;
    const Token* const no_end = nullptr; // the last token is of a kind that nothing matches
    try {
        const bool matched = x3::parse(at, no_end, x3::with<state_tag>(state)[rule], node);
        return {at, matched};
    } catch (const x3::expectation_failure<const Token*>& failure) {
        return {failure.where(), false, failure.which()};
    } catch (Objection& objection) {
        return {objection.at, false, std::nullopt, std::move(objection.fault)};
    }
}

// Reads once; when that fails, reads again to learn which keywords would have fitted.
template <class Rule, class Node>
std::optional<Fault> read(Reader& reader, const Rule& rule, Node& node, bool (*may_follow)(const Token*)) {
    const Token* const begin = reader.at;
    State state{.source = reader.source};
    Attempt first = attempt(state, begin, rule, node);
    reader.at = first.at;
    if (first.matched && (first.at->line_first || may_follow(first.at)))
        return std::nullopt;
    if (first.fault)
        return first.fault;
    Impasse impasse{.begin = begin, .at = first.at};
    State again{.source = reader.source, .impasse = &impasse};
    Node unused{};
    attempt(again, begin, rule, unused);
    return first.expected ? expected_fault(reader.source, impasse, *first.expected) : unexpected_fault(reader.source, impasse);
}

bool is_any_of(const Token* token, std::initializer_list<WordNumber> words) {
    return std::ranges::any_of(words, [&](WordNumber word) { return is_word(token, word); });
}
bool after_clause(const Token* token) { return opens_clause(token) || closes_item(token); }
bool after_pack(const Token* token) {
    return is_any_of(token, {number_of("version"), number_of("about"), number_of("use"), number_of("needs")});
}
bool after_lexicon(const Token* token) {
    return closes_item(token) || is_any_of(token, {number_of("except"), number_of("include"), number_of("source")});
}
bool after_pattern(const Token* token) { return closes_item(token) || is_any_of(token, {number_of("is"), number_of("except")}); }
bool only_new_line(const Token*) { return false; }

} // namespace

std::optional<Fault> Reader::pack_head(Pack& pack) { return read(*this, dsl::pack_head, pack, after_pack); }
std::optional<Fault> Reader::pack_line(Pack& line) { return read(*this, dsl::pack_line, line, after_pack); }
std::optional<Fault> Reader::parameter(Parameter& parameter) { return read(*this, one_parameter, parameter, only_new_line); }
std::optional<Fault> Reader::lexicon_head(Lexicon& lexicon) { return read(*this, dsl::lexicon_head, lexicon, after_lexicon); }
std::optional<Fault> Reader::lexicon_line(Lexicon& line) { return read(*this, dsl::lexicon_line, line, after_lexicon); }
std::optional<Fault> Reader::pattern_head(Pattern& pattern) { return read(*this, dsl::pattern_head, pattern, after_pattern); }
std::optional<Fault> Reader::pattern_line(Pattern& line) { return read(*this, dsl::pattern_line, line, after_pattern); }
std::optional<Fault> Reader::define(Define& define) { return read(*this, one_define, define, only_new_line); }
std::optional<Fault> Reader::rule_head(Rule& rule) { return read(*this, dsl::rule_head, rule, after_clause); }
std::optional<Fault> Reader::clause(Clause& clause) { return read(*this, any_clause, clause, after_clause); }
std::optional<Fault> Reader::value(Expr& value) { return read(*this, sum, value, only_new_line); }

} // namespace ehc::dsl

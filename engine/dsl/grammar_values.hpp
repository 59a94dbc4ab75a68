// The grammar of names, lists and values. Part of grammar.cpp, which alone includes this.
#pragma once

#include "dsl/grammar_parsers.hpp"
#include "dsl/nouns.hpp"

#include <boost/fusion/include/at_c.hpp>

#include <algorithm>

namespace ehc::dsl::grammar {

using namespace parsers;
using boost::fusion::at_c;
using x3::_attr;
using x3::_val;
using x3::_where;

// ---- actions -----------------------------------------------------------------------------------------------------------

inline ExprBox boxed(Expr& value) { return ExprBox(std::move(value)); }
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

const auto wording = reads<Wording>("a lexicon, a pattern or a phrase in double quotes", [](const State& state, const Token*& at) -> std::optional<Wording> {
    const bool is_phrase = at->kind == Token::Kind::string;
    if (!is_phrase && (at->kind != Token::Kind::word || is_reserved(at)))
        return std::nullopt;
    Wording result{is_phrase ? unquoted(text_of(state, at)) : std::string(text_of(state, at)), is_phrase, at->span};
    ++at;
    return result;
});
const x3::rule<struct wordings_id, std::vector<Wording>> wordings = "a lexicon, a pattern or a phrase in double quotes";
const auto wordings_def = wording >> *(list_comma > wording);
BOOST_SPIRIT_DEFINE(wordings)

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
const x3::rule<struct unfiltered_id, Each> unfiltered = "what to look at, such as `advice in section K`";
const x3::rule<struct where_id, Expr> where_ = "a condition, such as `plan.date is stated`";

const auto part = nested[primary]; // the operand inside a value

const auto set_duration = [](auto& context) {
    const double amount = nth<0>(context);
    const auto unit = nth<1>(context);
    if (!unit)
        return set_node<NumberLiteral>(context, amount, false);
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
    case Unit::working_days:
        duration.working_days = count;
        break;
    }
    set_node<DurationLiteral>(context, duration);
};
const auto unit = choice<Unit>("days, weeks, months or years", {{phrase("years"), Unit::years},
                                                                {phrase("working days"), Unit::working_days},
                                                                {phrase("working day"), Unit::working_days},
                                                                {phrase("year"), Unit::years},
                                                                {phrase("months"), Unit::months},
                                                                {phrase("month"), Unit::months},
                                                                {phrase("weeks"), Unit::weeks},
                                                                {phrase("week"), Unit::weeks},
                                                                {phrase("days"), Unit::days},
                                                                {phrase("day"), Unit::days}});
const auto yes_no = choice<bool>("`yes` or `no`", {{phrase("yes"), true}, {phrase("no"), false}});
const x3::rule<struct literal_id, Expr> literal = value_words;
const auto set_percent = [](auto& context) { set_node<NumberLiteral>(context, _attr(context), true); };
const auto literal_def = in_place[(number >> sign('%'))[set_percent] | (number >> -unit)[set_duration] | string[node_of<TextLiteral>] | date[node_of<DateLiteral>] |
                                  yes_no[node_of<YesNoLiteral>]];

const auto elapsed_unit = choice<Unit>("`years between`", {{phrase("years between"), Unit::years},
                                                            {phrase("months between"), Unit::months},
                                                            {phrase("weeks between"), Unit::weeks},
                                                            {phrase("days between"), Unit::days},
                                                            {phrase("working days between"), Unit::working_days}});
const auto edge = choice<bool>("`start of`", {{phrase("start of"), false}, {phrase("end of"), true}});
const auto gathering = choice<Gathering>("`latest of`", {{phrase("latest of"), Gathering::latest},
                                                        {phrase("earliest of"), Gathering::earliest},
                                                        {phrase("greatest of"), Gathering::greatest},
                                                        {phrase("smallest of"), Gathering::smallest},
                                                        {phrase("first stated of"), Gathering::first_stated},
                                                        {phrase("total of"), Gathering::total}});
const auto utmost = choice<bool>("`latest`", {{phrase("latest"), true}, {phrase("earliest"), false}});
const auto measure = choice<Measure>("`words in`", {{phrase("words in"), Measure::words},
                                                    {phrase("sentences in"), Measure::sentences},
                                                    {phrase("reading age of"), Measure::reading_age},
                                                    {phrase("repeated share of"), Measure::repeated},
                                                    {phrase("minutes a week in"), Measure::weekly_minutes}});
const auto calendar = choice<Calendar>("`term of`", {{phrase("academic year of"), Calendar::school_year}, {phrase("term of"), Calendar::term}});
const auto order = choice<Order>("`before` or `after`", {{phrase("before"), Order::before},
                                                         {phrase("after"), Order::after},
                                                         {phrase("on or before"), Order::on_or_before},
                                                         {phrase("on or after"), Order::on_or_after}});

const auto set_elapsed = [](auto& context) {
    set_node<Elapsed>(context, nth<0>(context), boxed(nth<1>(context)), boxed(nth<2>(context)));
};
const auto set_edge = [](auto& context) { set_node<Edge>(context, nth<0>(context), boxed(nth<1>(context))); };
const auto set_gathered = [](auto& context) {
    auto& over = nth<2>(context);
    if (over && nth<1>(context).size() > 1)
        object(state_of(context), _where(context).begin(), nth<1>(context)[1].span, "E101", "only one value can be taken from each item",
               "leave out the others, or leave out `over`");
    set_node<Gathered>(context, nth<0>(context), std::move(nth<1>(context)), standard(over));
};
const auto set_utmost = [](auto& context) {
    Each& over = nth<1>(context);
    over.where = nth<3>(context) ? std::optional(boxed(*nth<3>(context))) : std::nullopt;
    set_node<Utmost>(context, nth<0>(context), std::move(over), std::move(nth<2>(context)));
};
const auto set_year_of = [](auto& context) { set_node<YearOf>(context, nth<0>(context), boxed(nth<1>(context))); };
const auto set_around = [](auto& context) { set_node<Around>(context, nth<0>(context), boxed(nth<1>(context))); };
const auto set_day_of_year = [](auto& context) {
    const Date when = nth<0>(context);
    set_node<DayOfYear>(context, static_cast<std::uint8_t>(when.month()), static_cast<std::uint8_t>(when.day()), nth<1>(context), boxed(nth<2>(context)));
};
const auto set_in_common = [](auto& context) { set_node<InCommon>(context, false, boxed(nth<0>(context)), boxed(nth<1>(context))); };
const auto set_likeness = [](auto& context) { set_node<InCommon>(context, true, boxed(nth<0>(context)), boxed(nth<1>(context))); };
const auto set_measured = [](auto& context) { set_node<Measured>(context, nth<0>(context), boxed(nth<1>(context))); };
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
    | ((gathering > parts > -(phrase("over") > each))[set_gathered] > no_sum)
    | (utmost >> noun_follows > unfiltered > phrase("by") > any_name > -where_)[set_utmost]
    | (phrase("count of") > x3::matches[phrase("different")] > each)[set_count]
    | (!(phrase("words") >> phrase("in force")) >> measure > part)[set_measured]
    | ((phrase("share of") > part > phrase("in common with") > part)[set_in_common] > no_sum)
    | ((phrase("likeness of") > part > phrase("and") > part)[set_likeness] > no_sum)
    | ((day_of_year > order > day)[set_day_of_year] > no_sum)
    | (phrase("year") >> number >> phrase("of") > part)[set_year_of]
    | (calendar > day)[set_around]
    | ((phrase("difference between") > part > phrase("and") > part)[node_of_two<Difference>] > no_sum)
    | (phrase("mention of") > wordings > phrase("in") > part)[set_mention_of]];

const x3::rule<struct in_brackets_id, std::vector<Expr>> in_brackets = value_words;
const auto in_brackets_def = sign('(') > nested[sum] > *(sign(',') > nested[sum]) > called("a closing `)`", sign(')'));
const auto set_path = [](auto& context) {
    Path result{{std::move(nth<0>(context))}};
    std::ranges::move(nth<1>(context), std::back_inserter(result.names));
    set_node<Path>(context, std::move(result.names));
};
const auto set_call = [](auto& context) {
    set_node<Call>(context, std::move(std::get<Path>(_val(context).node).names), std::move(nth<0>(context)), std::move(nth<1>(context)));
};
const x3::rule<struct path_id, Expr> path = value_words;
const auto path_def = in_place[(name >> phrase("for") >> !phrase("each") > part)[set_lookup] |
                               ((name >> *(sign('.') > any_name))[set_path] >> -(in_brackets > *(sign('.') > any_name))[set_call])];

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
BOOST_SPIRIT_DEFINE(literal, parts, form, in_brackets, path, bracket, primary, more, first_term, sum)

} // namespace ehc::dsl::grammar

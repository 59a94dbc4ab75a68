// The grammar of conditions. Part of grammar.cpp, which alone includes this.
#pragma once

#include "dsl/grammar_values.hpp"

namespace ehc::dsl::grammar {

// ---- conditions --------------------------------------------------------------------------------------------------------

const auto state_word = choice<StateWord>("a state, such as `stated`", {{phrase("stated"), StateWord::stated},
                                                                       {phrase("missing"), StateWord::missing},
                                                                       {phrase("blank"), StateWord::blank},
                                                                       {phrase("a placeholder"), StateWord::placeholder},
                                                                       {phrase("unreadable"), StateWord::unreadable},
                                                                       {phrase("a nil statement"), StateWord::nil_statement},
                                                                       {phrase("a valid pupil number"), StateWord::pupil_number},
                                                                       {phrase("a valid NHS number"), StateWord::nhs_number},
                                                                       {phrase("negated"), StateWord::negated},
                                                                       {phrase("quoted"), StateWord::quoted},
                                                                       {phrase("in a quotation"), StateWord::quoted}});
const auto bound = choice<Bound>("`at least` or `at most`", {{phrase("at least"), Bound::at_least},
                                                             {phrase("at most"), Bound::at_most},
                                                             {phrase("more than"), Bound::more_than},
                                                             {phrase("less than"), Bound::less_than}});
const auto side = choice<Side>("`before`, `after` or `of`",
                               {{phrase("before"), Side::before}, {phrase("after"), Side::after}, {phrase("of"), Side::of}});
const auto way = choice<Side>("`before` or `after`", {{phrase("before"), Side::before}, {phrase("after"), Side::after}});

const auto same_place = choice<Reach>("`in the same sentence as`", {{phrase("in the same sentence as"), Reach::sentence},
                                                                   {phrase("in the same paragraph as"), Reach::paragraph}});

const auto moment = called("a date, such as 1 September 2014", sum);
const auto length = called("a length of time, such as 24 months", sum);
const auto amount = called("a number or a length of time, such as 24 months", sum);

// A bare number where only a length of time makes sense.
inline void must_have_unit(const State& state, const Expr& expr, const Token* at) {
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
const auto values_def = in_brackets | (sum >> *(list_comma > sum));

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
    (phrase("near") > wordings)[([](auto& context) { _val(context) = IsNear{Reach::near, 0, std::move(_attr(context))}; })] |
    (same_place > wordings)[([](auto& context) { _val(context) = IsNear{nth<0>(context), 0, std::move(nth<1>(context))}; })] |
    (phrase("within") >> number >> (phrase("words of") | phrase("word of")) > wordings)[([](auto& context) {
        _val(context) = IsNear{Reach::words, nth<0>(context), std::move(nth<1>(context))};
    })] |
    (phrase("within") > duration > side > moment)[([](auto& context) {
        _val(context) = IsWithin{boxed(nth<0>(context)), nth<1>(context), boxed(nth<2>(context))};
    })] |
    (phrase("between") > sum > phrase("and") > sum)[([](auto& context) {
        _val(context) = IsBetween{boxed(nth<0>(context)), boxed(nth<1>(context))};
    })] |
    (bound > amount > -apart)[set_bound] | sum[([](auto& context) { _val(context) = IsEqual{boxed(_attr(context))}; })];

// What may follow a subject; the subject is put in by whoever has it.
inline ExprBox no_subject() { return ExprBox(Expr{}); }
const auto set_is = [](auto& context) { set_node<Is>(context, no_subject(), nth<0>(context), std::move(nth<1>(context))); };
struct Mentioning {
    bool negated = false;
    Fit fit = Fit::anywhere;
};
const auto set_mentions = [](auto& context) {
    const Mentioning how = nth<0>(context);
    set_node<Mentions>(context, no_subject(), how.negated, std::move(nth<1>(context)), how.fit);
};
const auto set_linked = [](auto& context) {
    set_node<Linked>(context, no_subject(), nth<0>(context), boxed(nth<1>(context)), nth<2>(context));
};
const auto link = choice<Link>("`meets`", {{phrase("meets"), Link::meets},
                                          {phrase("meet"), Link::meets},
                                          {phrase("supports"), Link::supports},
                                          {phrase("support"), Link::supports},
                                          {phrase("answers"), Link::answers},
                                          {phrase("answer"), Link::answers}});
const auto mentioning = choice<Mentioning>("`mentions`", {{phrase("mentions"), {false, Fit::anywhere}},
                                                          {phrase("mention"), {false, Fit::anywhere}},
                                                          {phrase("does not mention"), {true, Fit::anywhere}},
                                                          {phrase("do not mention"), {true, Fit::anywhere}},
                                                          {phrase("has no"), {true, Fit::anywhere}},
                                                          {phrase("have no"), {true, Fit::anywhere}},
                                                          {phrase("has"), {false, Fit::anywhere}},
                                                          {phrase("have"), {false, Fit::anywhere}},
                                                          {phrase("starts with"), {false, Fit::at_start}},
                                                          {phrase("start with"), {false, Fit::at_start}},
                                                          {phrase("does not start with"), {true, Fit::at_start}},
                                                          {phrase("do not start with"), {true, Fit::at_start}},
                                                          {phrase("ends with"), {false, Fit::at_end}},
                                                          {phrase("end with"), {false, Fit::at_end}},
                                                          {phrase("does not end with"), {true, Fit::at_end}},
                                                          {phrase("do not end with"), {true, Fit::at_end}},
                                                          {phrase("matches"), {false, Fit::whole}},
                                                          {phrase("match"), {false, Fit::whole}},
                                                          {phrase("does not match"), {true, Fit::whole}},
                                                          {phrase("do not match"), {true, Fit::whole}}});
struct Overlapping {
    bool negated = false;
    Overlap how = Overlap::contains;
};
const auto set_overlaps = [](auto& context) {
    const Overlapping how = nth<0>(context);
    set_node<Overlaps>(context, no_subject(), how.negated, how.how, std::move(nth<1>(context)), nth<2>(context).value_or(std::vector<Wording>{}));
};
const auto overlapping = choice<Overlapping>("`contains`", {{phrase("contains"), {false, Overlap::contains}},
                                                            {phrase("contain"), {false, Overlap::contains}},
                                                            {phrase("does not contain"), {true, Overlap::contains}},
                                                            {phrase("do not contain"), {true, Overlap::contains}},
                                                            {phrase("shares a word with"), {false, Overlap::shares_a_word}},
                                                            {phrase("share a word with"), {false, Overlap::shares_a_word}},
                                                            {phrase("shares no word with"), {true, Overlap::shares_a_word}},
                                                            {phrase("share no word with"), {true, Overlap::shares_a_word}},
                                                            {phrase("misspells a word of"), {false, Overlap::misspells}},
                                                            {phrase("misspell a word of"), {false, Overlap::misspells}},
                                                            {phrase("misspells no word of"), {true, Overlap::misspells}},
                                                            {phrase("misspell no word of"), {true, Overlap::misspells}}});
const x3::rule<struct tail_id, Expr> tail = "a comparison, such as `is stated`";
const auto tail_def =
    in_place[((phrase("is") | phrase("are")) > x3::matches[phrase("not")] > predicate)[set_is] |
             (mentioning > wordings)[set_mentions] |
             (overlapping > values > -(phrase("other than") > wordings))[set_overlaps] |
             (link > called("what it is linked to, such as `need`", primary) > x3::matches[phrase("by reference")])[set_linked]];

inline void give_subject(Expr& verb, Expr subject) {
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
    over.wordings = std::move(nth<1>(context));
    over.text = boxed(nth<2>(context));
};
const auto set_letters = [](auto& context) { _val(context).letters = std::move(_attr(context)); };
const auto set_first_letter = [](auto& context) { _val(context).letters = {std::move(_attr(context))}; };
const auto set_text = [](auto& context) { _val(context).text = boxed(_attr(context)); };
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
const x3::rule<struct range_id, Each> range = "where to look: `section B`, `sections B, C`, `plan`, a text or values in brackets";
const auto range_def =
    (phrase("sections") > letters)[set_letters] | (phrase("section") >> !sign('.') > letter)[set_first_letter] | (phrase("plan") >> !sign('.')) |
    (sign('(') > parts > called("a closing `)`", sign(')')))[set_values] | part[set_text];
const auto where__def = phrase("where") > nested[condition];
const auto set_range = [](auto& context) {
    auto& over = _val(context);
    over.noun = std::move(nth<0>(context));
    over.letters = std::move(nth<1>(context).letters);
    over.values = std::move(nth<1>(context).values);
    over.text = std::move(nth<1>(context).text);
};
const auto unfiltered_def = in_place[((noun >> phrase("of") > wordings > phrase("in") > part)[set_mention] |
                                      (noun > phrase("in") > range)[set_range]) >>
                                     -(phrase("as") > name)[set_alias]];
const auto each_def = in_place[unfiltered[become] >> -where_[set_where]];

struct HowMany {
    Quantifier quantifier = Quantifier::some;
    double count = 0;
    bool percent = false;
};
const auto plain_quantifier = choice<Quantifier>("`some`", {{phrase("some"), Quantifier::some}, {phrase("every"), Quantifier::every}});
const auto counting_quantifier = choice<Quantifier>("`at least`", {{phrase("at least"), Quantifier::at_least},
                                                                   {phrase("at most"), Quantifier::at_most},
                                                                   {phrase("exactly"), Quantifier::exactly},
                                                                   {phrase("more than"), Quantifier::more_than},
                                                                   {phrase("fewer than"), Quantifier::fewer_than}});
const x3::rule<struct quantifier_id, HowMany> quantifier = "`some`, `every` or `no`";
const auto quantifier_def =
    plain_quantifier[([](auto& context) { _val(context) = HowMany{_attr(context)}; })] |
    (phrase("no") >> noun_follows)[([](auto& context) { _val(context) = HowMany{Quantifier::no}; })] |
    (phrase("only") >> noun_follows)[([](auto& context) { _val(context) = HowMany{Quantifier::only}; })] |
    (counting_quantifier > number > x3::matches[sign('%') > phrase("of")])[([](auto& context) {
        _val(context) = HowMany{nth<0>(context), nth<1>(context), nth<2>(context)};
    })];

const x3::rule<struct quantified_id, Expr> quantified = "a condition, such as `some need in section B`";
const auto set_quantified = [](auto& context) {
    const HowMany counting = nth<0>(context);
    Each& over = nth<1>(context);
    over.noun.text = singular(over.noun.text);
    set_node<Quantified>(context, counting.quantifier, counting.count, counting.percent, std::move(over), std::nullopt);
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
BOOST_SPIRIT_DEFINE(duration, apart, values, predicate, tail, range, where_, unfiltered, each,
                    quantifier, such_that, quantified, comparison, not_, negation, condition)

} // namespace ehc::dsl::grammar

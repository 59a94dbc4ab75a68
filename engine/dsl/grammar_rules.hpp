// The grammar of the clauses and examples of a rule. Part of grammar.cpp, which alone includes this.
#pragma once

#include "dsl/grammar_conditions.hpp"

namespace ehc::dsl::grammar {

// ---- clauses of a rule -------------------------------------------------------------------------------------------------

const x3::rule<struct level_id, Name> level = "a severity: critical, major, minor or advice";
const auto level_def = &(phrase("critical") | phrase("major") | phrase("minor") | phrase("advice")) >> any_name;
const x3::rule<struct remedy_id, Name> remedy = "`fail`, `ask` or `skip`";
const auto remedy_def = &(phrase("fail") | phrase("ask") | phrase("skip")) >> any_name;

const auto when_here = same_line >> phrase("when"); // on its own line `when` is a clause
const auto set_level = [](auto& context) { set_node<Severity>(context, std::move(_attr(context)), std::nullopt, std::nullopt); };
const auto set_level_when = [](auto& context) { set_node<Severity>(context, std::move(nth<0>(context)), std::move(nth<1>(context)), std::nullopt); };
const auto set_because = [](auto& context) { std::get<Severity>(_val(context).node).because = std::move(_attr(context)); };
const auto because = phrase("because") > called("why it is graver than what it cites, in double quotes", string);
const x3::rule<struct dates_id, InForce> dates = "`from` or `until` with a date";
const auto dates_def =
    (phrase("from") > date > -(phrase("until") > date))[([](auto& context) { _val(context) = InForce{nth<0>(context), standard(nth<1>(context))}; })] |
    (phrase("until") > date)[([](auto& context) { _val(context) = InForce{std::nullopt, _attr(context)}; })];

const auto judging_day = called("the day whose law counts, such as `plan.date`", sum);
const auto set_transition = [](auto& context) {
    set_node<Transition>(context, nth<0>(context).value_or(InForce{}), standard(nth<1>(context)), std::move(nth<2>(context)));
};
const auto is_about_def = in_place[
    (((level >> phrase("when") > condition)[set_level_when] | (phrase("severity") >> level >> when_here > condition)[set_level_when] |
      (phrase("severity") > level)[set_level]) >>
     -because[set_because]) |
    (phrase("basis") > name > -(when_here > condition))[node_of_name_and_optional<Basis>] |
    (phrase("category") > name)[node_of<Category>] | (phrase("cites") > strings)[node_of<Cites>] |
    (phrase("in force") > dates)[node_of<InForce>] | (phrase("judged at") > judging_day)[node_of<JudgedAt>] |
    (phrase("transition") > -dates > -(phrase("when") > condition) > called("why the rule is not about these plans, in double quotes", string))[set_transition] |
    (phrase("applies to") > called("kinds or statuses of documents, such as final", names))[node_of<AppliesTo>] |
    (phrase("if not stated") > remedy)[node_of<IfNotStated>] | (phrase("tags") > names)[node_of<Tags>] |
    (phrase("formerly") > called("the id that the rule had, such as LOCAL-A01", names))[node_of<Formerly>]];
const x3::rule<struct is_about_id, Clause> is_about = "a clause";

const auto set_let = [](auto& context) { set_node<Let>(context, std::move(nth<0>(context)), std::move(nth<1>(context))); };
const auto set_provided = [](auto& context) { set_node<Provided>(context, std::move(nth<0>(context)), std::move(nth<1>(context))); };
const auto set_ask = [](auto& context) { set_node<Ask>(context, std::move(_attr(context)), std::vector<Expr>{}, std::nullopt); };
const auto add_evidence = [](auto& context) { std::get<Ask>(_val(context).node).evidence.push_back(std::move(_attr(context))); };
const auto add_every = [](auto& context) {
    Each& every = _attr(context);
    every.noun.text = singular(every.noun.text);
    std::get<Ask>(_val(context).node).every = std::move(every);
};
const auto evidence = called("what shows it, such as `every quotation in section A`", (phrase("every") > each[add_every]) | (condition[add_evidence] >> *(list_comma > condition[add_evidence])));
const x3::rule<struct tests_id, Clause> tests = "a clause";
const auto tests_def = in_place[
    (phrase("when") > condition)[node_of<When>] | (phrase("for each") > each)[node_of<ForEach>] |
    (phrase("let") > name > phrase("be") > condition)[set_let] |
    (phrase("provided") > condition > phrase("otherwise") > string)[set_provided] | (phrase("require") > condition)[node_of<Require>] |
    (phrase("forbid") > condition)[node_of<Forbid>] | (phrase("unless") > condition)[node_of<Unless>] |
    (phrase("ask") > string)[set_ask] >> -(phrase("with") > evidence)];

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
const auto make_none = [](auto& context) {
    NoneOf none{std::move(_attr(context))};
    none.record.text = singular(none.record.text);
    _val(context) = std::move(none);
};
const x3::rule<struct example_part_id, ExamplePart> example_part =
    "an example: words in double quotes, `plan { ... }`, `document \"...\"` or `no advice`";
const auto example_part_def = string[become] | (phrase("no") > name)[make_none] |
                              (phrase("document") > string)[make<DocumentValue>] | record[become];

const auto set_example = [](auto& context) {
    Example example;
    example.expected = nth<0>(context);
    example.parts.push_back(std::move(nth<1>(context)));
    std::ranges::move(nth<2>(context), std::back_inserter(example.parts));
    _val(context).node.template emplace<Example>(std::move(example));
};
const auto example_of = [](auto& context) -> Example& { return std::get<Example>(_val(context).node); };
const auto set_as_at = [](auto& context) { example_of(context).as_at = _attr(context); };
const auto add_words = [](auto& context) { std::ranges::move(_attr(context), std::back_inserter(example_of(context).at)); };
const auto add_reasons = [](auto& context) { std::ranges::move(_attr(context), std::back_inserter(example_of(context).because)); };
const auto add_todo = [](auto& context) { std::ranges::move(_attr(context), std::back_inserter(example_of(context).todo)); };
const auto expected = choice<Expected>(
    "an example", {{phrase("fires on"), Expected::fires}, {phrase("quiet on"), Expected::quiet}, {phrase("unchecked on"), Expected::unchecked}});
const x3::rule<struct example_id, Clause> example = "an example";
const auto example_def = in_place[
    (expected > example_part > *example_part)[set_example] >>
    *((phrase("as at") > date)[set_as_at] | (phrase("at") >> strings)[add_words] | (phrase("because") > strings)[add_reasons] |
      (phrase("todo") > strings)[add_todo])];

const x3::rule<struct clause_id, Clause> any_clause = "a clause of a rule";
const auto any_clause_def = is_about | tests | tells | example;
BOOST_SPIRIT_DEFINE(level, remedy, dates, is_about, tests, tells, field, fields, record, example_part, example, any_clause)

} // namespace ehc::dsl::grammar

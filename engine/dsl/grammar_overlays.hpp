// The grammar of judgements, and of what a pack of one's own changes in others. Part of grammar.cpp, which alone includes this.
#pragma once

#include "dsl/grammar_rules.hpp"

namespace ehc::dsl::grammar {

// ---- judgements --------------------------------------------------------------------------------------------------------

const x3::rule<struct judgement_head_id, Judgement> judgement_head = "a judgement";
const auto judgement_head_def = (phrase("judgement") > called("the name of the judgement, such as Overall", name) > -string)[([](auto& context) {
    _val(context).name = std::move(nth<0>(context));
    _val(context).doc = standard(nth<1>(context));
})];

const auto counted = choice<Counted>("`findings`, `unchecked rules` or `questions`", {{phrase("findings"), Counted::findings},
                                                                                      {phrase("finding"), Counted::findings},
                                                                                      {phrase("unchecked rules"), Counted::unchecked},
                                                                                      {phrase("unchecked rule"), Counted::unchecked},
                                                                                      {phrase("questions"), Counted::questions},
                                                                                      {phrase("question"), Counted::questions}});
const auto any_or_no = choice<Quantifier>("`any`", {{phrase("any"), Quantifier::some}, {phrase("no"), Quantifier::no}});
const x3::rule<struct levels_id, std::vector<Name>> levels = "a severity: critical, major, minor or advice";
const auto levels_def = level >> *(sign(',') > level);
const auto bound_of_count = choice<Quantifier>("`more than`", {{phrase("at least"), Quantifier::at_least},
                                                               {phrase("at most"), Quantifier::at_most},
                                                               {phrase("more than"), Quantifier::more_than},
                                                               {phrase("less than"), Quantifier::fewer_than}});

const auto set_severities = [](auto& context) { _val(context).severities = std::move(_attr(context)); };
const auto set_counted = [](auto& context) { _val(context).what = _attr(context); };
const auto add_bases = [](auto& context) { std::ranges::move(_attr(context), std::back_inserter(_val(context).bases)); };
const auto add_categories = [](auto& context) { std::ranges::move(_attr(context), std::back_inserter(_val(context).categories)); };
const auto add_letters = [](auto& context) { std::ranges::move(_attr(context), std::back_inserter(_val(context).letters)); };
const auto add_rules = [](auto& context) { std::ranges::move(_attr(context), std::back_inserter(_val(context).rules)); };
const x3::rule<struct counted_set_id, Counting> counted_set = "what is counted, such as `major findings`";
const auto counted_set_def = -levels[set_severities] >> counted[set_counted] >>
                             *((phrase("with basis") > names[add_bases]) | (phrase("with category") > names[add_categories]) |
                               ((phrase("in sections") | phrase("in section")) > called("the letter of a section, such as B", names[add_letters])) |
                               ((phrase("of rules") | phrase("of rule")) > names[add_rules]));
void count_with(auto& counting, Quantifier how, double number_wanted) {
    counting.quantifier = how;
    counting.count = number_wanted;
}
const x3::rule<struct test_of_grade_id, Counting> test_of_grade = "what is counted, such as `any critical finding` or `more than 3 major findings`";
const auto test_of_grade_def = in_place[
    (any_or_no > counted_set)[([](auto& context) {
        _val(context) = std::move(nth<1>(context));
        count_with(_val(context), nth<0>(context), 0);
    })] |
    (counting_quantifier > number > counted_set)[([](auto& context) {
        _val(context) = std::move(nth<2>(context));
        count_with(_val(context), nth<0>(context), nth<1>(context));
    })] |
    (phrase("count of") > counted_set > phrase("is") > bound_of_count > number)[([](auto& context) {
        _val(context) = std::move(nth<0>(context));
        count_with(_val(context), nth<1>(context), nth<2>(context));
    })]];
const auto add_test = [](auto& context) { _val(context).tests.push_back(std::move(_attr(context))); };
const auto add_tests = [](auto& context) { std::ranges::move(_attr(context), std::back_inserter(_val(context).tests)); };
const auto add_other_tests = [](auto& context) {
    _val(context).any = true;
    std::ranges::move(_attr(context), std::back_inserter(_val(context).tests));
};
const auto set_grade_name = [](auto& context) { _val(context).name = std::move(_attr(context)); };
const x3::rule<struct grade_id, Grade> grade = "a grade, such as `good otherwise`";
const auto grade_def = in_place[
    any_name[set_grade_name] >
    called("`when` and what is counted, or `otherwise`",
           phrase("otherwise") | (phrase("when") > test_of_grade[add_test] >>
                                  -((+(phrase("and") > test_of_grade))[add_tests] | (+(phrase("or") > test_of_grade))[add_other_tests]) >> one_joiner))];
BOOST_SPIRIT_DEFINE(judgement_head, levels, counted_set, test_of_grade, grade)

// ---- overlays ----------------------------------------------------------------------------------------------------------

const auto rule_id = called("the id of a rule, such as EHC-F01", name);

const x3::rule<struct extend_rule_head_id, ExtendRule> extend_rule_head = "a rule to extend";
const auto extend_rule_head_def = (phrase("extend rule") > rule_id)[([](auto& context) { _val(context).rule = std::move(_attr(context)); })];

const x3::rule<struct disable_rule_id, DisableRule> disable_rule = "a rule to leave out";
const auto disable_rule_def = (phrase("disable rule") > rule_id > phrase("because") > called("the reason in double quotes", string))[([](auto& context) {
    _val(context) = DisableRule{std::move(nth<0>(context)), std::move(nth<1>(context))};
})];

const x3::rule<struct extend_lexicon_head_id, ExtendLexicon> extend_lexicon_head = "a lexicon to extend";
const auto extend_lexicon_head_def =
    (phrase("extend lexicon") > called("the name of a lexicon", name))[([](auto& context) { _val(context).lexicon.name = std::move(_attr(context)); })];

const x3::rule<struct setting_id, SetParameter> setting = "a parameter to set";
const auto setting_def = (phrase("set parameter") > called("the name of a parameter", name) > -(phrase("for") > name) > sign('=') > sum)[([](auto& context) {
    _val(context) = SetParameter{std::move(nth<0>(context)), standard(nth<1>(context)), std::move(nth<2>(context))};
})];

// ---- what rules may cite, terms, and what is meant to be -----------------------------------------------------------------

const auto reason = called("the reason in double quotes", string);

const x3::rule<struct instruments_head_id, Instruments> instruments_head = "what rules may cite";
const auto instruments_head_def = (phrase("instruments") > called("law, case-law, statutory-guidance or practice", name) > -(same_line >> string))[([](auto& context) {
    _val(context).basis = std::move(nth<0>(context));
    _val(context).doc = standard(nth<1>(context));
})];
const x3::rule<struct instrument_id, Instrument> instrument = "what it is cited as, in double quotes";
const auto instrument_def = in_place[strings[([](auto& context) { _val(context).names = std::move(_attr(context)); })] >>
                                     -(phrase("link") > called("the address of a page in double quotes", same_line >> string[([](auto& context) { _val(context).link = std::move(_attr(context)); })]))];

const x3::rule<struct school_term_id, SchoolTerm> school_term = "a school term";
const auto school_term_def = (phrase("school term") > called("autumn, spring or summer", name) > called("the year, such as 2025", number) > phrase("from") > date >
                              phrase("until") > date)[([](auto& context) {
    _val(context) = SchoolTerm{std::move(nth<0>(context)), nth<1>(context), nth<2>(context), nth<3>(context)};
})];

const x3::rule<struct retired_rule_id, RetiredRule> retired_rule = "an id that is no rule's any more";
const auto retired_rule_def = (phrase("retired rule") > rule_id > -(phrase("now") > called("the rule that does its work", names)) > phrase("because") > reason)[([](auto& context) {
    _val(context) = RetiredRule{std::move(nth<0>(context)), nth<1>(context).value_or(std::vector<Name>{}), std::move(nth<2>(context))};
})];

const x3::rule<struct accept_id, Accept> accept = "a warning that is meant to be";
const auto accept_def = (phrase("accept") > called("the code of a warning, such as W501", name) > phrase("of") > name > *(sign('.') > any_name) > phrase("because") > reason)[([](auto& context) {
    Accept& result = _val(context);
    result.code = std::move(nth<0>(context));
    result.subject = {std::move(nth<1>(context))};
    std::ranges::move(nth<2>(context), std::back_inserter(result.subject));
    result.because = std::move(nth<3>(context));
})];
BOOST_SPIRIT_DEFINE(extend_rule_head, disable_rule, extend_lexicon_head, setting, instruments_head, instrument, school_term, retired_rule, accept)

} // namespace ehc::dsl::grammar

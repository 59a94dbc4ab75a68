// The grammar of what stands at the top of a file: packs, parameters, definitions, lexicons, patterns, heads of rules. Part of grammar.cpp, which alone includes this.
#pragma once

#include "dsl/grammar_conditions.hpp"

namespace ehc::dsl::grammar {

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

const x3::rule<struct argument_id, Argument> argument = "a name and its type, such as `words: wording`";
const auto argument_def = (name > sign(':') > called("a type, such as wording or date", any_name))[([](auto& context) {
    _val(context) = Argument{std::move(nth<0>(context)), std::move(nth<1>(context))};
})];
const x3::rule<struct arguments_id, std::vector<Argument>> arguments = "a name and its type, such as `words: wording`";
const auto arguments_def = sign('(') > argument > *(sign(',') > argument) > called("a closing `)`", sign(')'));
const auto set_define = [](auto& context) {
    Define& define = _val(context);
    define.record = std::move(nth<0>(context));
    define.name = std::move(nth<1>(context));
    define.arguments = nth<2>(context).value_or(std::vector<Argument>{});
    define.doc = standard(nth<3>(context));
    define.value = std::move(nth<4>(context));
};
const x3::rule<struct define_id, Define> one_define = "a definition";
const auto one_define_def =
    (phrase("define") > called("a record and a new name, such as `provision.vague`", name) >
     called("`.` and what to call it, such as `provision.vague`", sign('.')) > any_name > -arguments > -string > phrase("as") > condition)[set_define];

const x3::rule<struct rule_head_id, Rule> rule_head = "a rule";
const auto rule_head_def = (phrase("rule") > called("the id of the rule, such as EHC-F01", name) >
                            called("a short name for the fault, such as provision-vague", name) >
                            called("the title of the rule in double quotes", string))[([](auto& context) {
    _val(context).id = std::move(nth<0>(context));
    _val(context).slug = std::move(nth<1>(context));
    _val(context).title = std::move(nth<2>(context));
})];
BOOST_SPIRIT_DEFINE(pack_head, pack_line, parameter_value, one_parameter, argument, arguments, one_define, rule_head)

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

inline PatternEither either(std::vector<Way>& choices) {
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

} // namespace ehc::dsl::grammar

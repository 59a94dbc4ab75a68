// The grammar itself, in Boost.Spirit X3 over tokens. Every level is left-factored and looks no further ahead than a few
// words, so reading is linear in the text. A rule that recurs passes through `nested`, which caps the depth.
//
// How to read it: `>>` branches, `>` commits, and what then fails is told by the name of the parser on its right, which is
// why those names are the author's words. `in_place[...]` gives the node its span. Nodes are built by the actions in
// brackets, each of which sees what its sequence matched.
#include "dsl/grammar.hpp"

#include "dsl/grammar_items.hpp"
#include "dsl/grammar_overlays.hpp"
#include "dsl/grammar_rules.hpp"

namespace ehc::dsl {

namespace {

using namespace grammar;

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

std::optional<Fault> Reader::pack_head(Pack& pack) { return read(*this, grammar::pack_head, pack, after_pack); }
std::optional<Fault> Reader::pack_line(Pack& line) { return read(*this, grammar::pack_line, line, after_pack); }
std::optional<Fault> Reader::parameter(Parameter& parameter) { return read(*this, one_parameter, parameter, only_new_line); }
std::optional<Fault> Reader::lexicon_head(Lexicon& lexicon) { return read(*this, grammar::lexicon_head, lexicon, after_lexicon); }
std::optional<Fault> Reader::lexicon_line(Lexicon& line) { return read(*this, grammar::lexicon_line, line, after_lexicon); }
std::optional<Fault> Reader::pattern_head(Pattern& pattern) { return read(*this, grammar::pattern_head, pattern, after_pattern); }
std::optional<Fault> Reader::pattern_line(Pattern& line) { return read(*this, grammar::pattern_line, line, after_pattern); }
std::optional<Fault> Reader::define(Define& define) { return read(*this, one_define, define, only_new_line); }
std::optional<Fault> Reader::rule_head(Rule& rule) { return read(*this, grammar::rule_head, rule, after_clause); }
std::optional<Fault> Reader::clause(Clause& clause) { return read(*this, any_clause, clause, after_clause); }
std::optional<Fault> Reader::judgement_head(Judgement& judgement) { return read(*this, grammar::judgement_head, judgement, only_new_line); }
std::optional<Fault> Reader::grade(Grade& grade) { return read(*this, grammar::grade, grade, closes_item); }
std::optional<Fault> Reader::extend_rule_head(ExtendRule& extension) { return read(*this, grammar::extend_rule_head, extension, after_clause); }
std::optional<Fault> Reader::disable_rule(DisableRule& disabled) { return read(*this, grammar::disable_rule, disabled, only_new_line); }
std::optional<Fault> Reader::extend_lexicon_head(ExtendLexicon& extension) { return read(*this, grammar::extend_lexicon_head, extension, after_lexicon); }
std::optional<Fault> Reader::set_parameter(SetParameter& setting) { return read(*this, grammar::setting, setting, only_new_line); }
std::optional<Fault> Reader::instruments_head(Instruments& instruments) { return read(*this, grammar::instruments_head, instruments, closes_item); }
std::optional<Fault> Reader::instrument(Instrument& line) { return read(*this, grammar::instrument, line, closes_item); }
std::optional<Fault> Reader::school_term(SchoolTerm& term) { return read(*this, grammar::school_term, term, only_new_line); }
std::optional<Fault> Reader::retired_rule(RetiredRule& retired) { return read(*this, grammar::retired_rule, retired, only_new_line); }
std::optional<Fault> Reader::accept(Accept& accepted) { return read(*this, grammar::accept, accepted, only_new_line); }
std::optional<Fault> Reader::value(Expr& value) { return read(*this, sum, value, only_new_line); }

} // namespace ehc::dsl

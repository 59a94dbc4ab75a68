// The grammar, one construct at a time. Each function reads the construct that begins at `at`, which afterwards stands past
// it; or gives the fault, `at` then being the token where it was noticed. What follows must begin a line, or be something
// that may follow on the same line. Nothing is thrown but for want of memory.
#pragma once

#include "dsl/ast.hpp"
#include "dsl/token.hpp"

#include <optional>

namespace ehc::dsl {

struct Reader {
    const Source& source;
    const Token* at;

    [[nodiscard]] std::optional<Fault> pack_head(Pack& pack);
    [[nodiscard]] std::optional<Fault> pack_line(Pack& line); // only what the line says is filled
    [[nodiscard]] std::optional<Fault> parameter(Parameter& parameter);
    [[nodiscard]] std::optional<Fault> lexicon_head(Lexicon& lexicon);
    [[nodiscard]] std::optional<Fault> lexicon_line(Lexicon& line);
    [[nodiscard]] std::optional<Fault> pattern_head(Pattern& pattern);
    [[nodiscard]] std::optional<Fault> pattern_line(Pattern& line);
    [[nodiscard]] std::optional<Fault> define(Define& define);
    [[nodiscard]] std::optional<Fault> rule_head(Rule& rule);
    [[nodiscard]] std::optional<Fault> clause(Clause& clause);
    [[nodiscard]] std::optional<Fault> judgement_head(Judgement& judgement);
    [[nodiscard]] std::optional<Fault> grade(Grade& grade);
    [[nodiscard]] std::optional<Fault> extend_rule_head(ExtendRule& extension);
    [[nodiscard]] std::optional<Fault> disable_rule(DisableRule& disabled);
    [[nodiscard]] std::optional<Fault> extend_lexicon_head(ExtendLexicon& extension);
    [[nodiscard]] std::optional<Fault> set_parameter(SetParameter& setting);
    [[nodiscard]] std::optional<Fault> instruments_head(Instruments& instruments);
    [[nodiscard]] std::optional<Fault> instrument(Instrument& line);
    [[nodiscard]] std::optional<Fault> school_term(SchoolTerm& term);
    [[nodiscard]] std::optional<Fault> retired_rule(RetiredRule& retired);
    [[nodiscard]] std::optional<Fault> accept(Accept& accepted);
    [[nodiscard]] std::optional<Fault> value(Expr& value);
};

} // namespace ehc::dsl

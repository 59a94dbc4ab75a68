// Where a line begins something new. One place for the grammar, which must not read such a word as a name, and for the
// recovery after a fault, which goes on there.
#pragma once

#include "dsl/token.hpp"

namespace ehc::dsl {

// Each takes a token of a list that ends with Kind::end and looks ahead no further than that.
[[nodiscard]] bool is_sign(const Token* token, char sign) noexcept;
[[nodiscard]] bool is_word(const Token* token, WordNumber word) noexcept;
[[nodiscard]] bool is_phrase(const Token* token, const PhraseWords& phrase) noexcept;

[[nodiscard]] bool opens_item(const Token* token) noexcept;   // `rule`, `lexicon` ... at the start of a line
[[nodiscard]] bool opens_clause(const Token* token) noexcept; // a clause of a rule, anywhere
[[nodiscard]] bool closes_item(const Token* token) noexcept;  // `end`, but not of `end of plan.date`
// A word that names what to look at; of the verbs only those that are nouns too: `mentions of vague in ...`.
[[nodiscard]] bool is_noun(const Token* token) noexcept;
// Whether a word here is part of the language's own frame and so cannot be a name.
[[nodiscard]] bool is_reserved(const Token* token) noexcept;

} // namespace ehc::dsl

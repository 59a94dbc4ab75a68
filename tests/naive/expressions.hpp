// Compiled expressions worked out the obvious way: conditions (conditions.cpp) to yes, no or unknown, the rest (values.cpp) to
// values, by walking the tree and every item, word and day.
// Errors: std::logic_error where the language's part that generate.hpp writes is left.
#pragma once

#include "naive/evaluate.hpp"
#include "naive/value.hpp"

#include <vector>

namespace ehc::naive {

class Expressions {
  public:
    Expressions(const compile::CompiledRules& rules, const Lexicons& lexicons, const plan::Plan& plan, Date as_at)
        : rules_(rules), lexicons_(lexicons), plan_(const_cast<plan::Plan&>(plan)), as_at_(as_at) {}

    Answer decide(const compile::Expr& expr);
    Value value(const compile::Expr& expr);
    // What a rule, or a count in it, goes through.
    std::vector<Value> items(const compile::Each& each);
    // In order; what lies inside another is not told again.
    std::vector<Found> mentions(const std::vector<std::uint32_t>& wordings, const std::vector<std::string>& words);
    static Value mention_at(const Value& text, const Found& found);

  protected:
    const compile::CompiledRules& rules_;
    const Lexicons& lexicons_;
    plan::Plan& plan_; // never changed: the field table's accessors are shared with writers
    Date as_at_;
    std::vector<Value> frame_;
    bool met_unreadable_ = false; // since it was last set so

  private:
    Answer decide_plain(const compile::Expr& expr);
    Answer is_state(const compile::Expr& expr);
    Answer compare(const compile::Expr& expr);
    Answer linked(const compile::Expr& expr);
    Answer overlaps(const compile::Expr& expr);
    Answer is_near(const compile::Expr& expr);
    Answer quantified(const compile::Expr& expr);
    Value gathered(const compile::Expr& expr);
    Value utmost(const compile::Expr& expr);
    Value field(const compile::Expr& expr);
};

} // namespace ehc::naive

// The evaluator's state, shared by the files of this folder; nobody outside includes this.
#pragma once

#include "eval/decisions.hpp"
#include "eval/evaluate.hpp"
#include "eval/value.hpp"

#include <deque>
#include <functional>
#include <span>
#include <unordered_map>

namespace ehc::eval {

class Evaluator::Impl {
  public:
    Impl(const compile::CompiledRules& rules, const plan::Plan& plan, const Context& context)
        : rules_(rules), plan_(plan), context_(context), texts_(rules, plan) {}

    RuleOutcome run(const compile::Rule& rule, Explanation* explanation);

  private:
    using Frame = std::vector<Value>;

    // values.cpp
    Value value(const compile::Expr& expr, Frame& frame);
    // The same without a copy of what stands in the frame already; else it is put into `made`.
    const Value& peek(const compile::Expr& expr, Frame& frame, Value& made);
    Value field(const compile::Expr& expr, Frame& frame);
    Value mention_field(const compile::Expr& expr, Frame& frame);
    Value constant(const compile::Expr& expr);
    [[nodiscard]] const compile::Constant* set_by_example(std::uint32_t parameter) const;
    Value of_constant(const compile::Constant& constant, const compile::Type& type);
    Value sum(const compile::Expr& expr, Frame& frame);
    static decltype(Value::held) added(const Value& total, const Value& term, bool minus);
    Value count(const compile::Expr& expr, Frame& frame);

    // gathered.cpp
    Value gathered(const compile::Expr& expr, Frame& frame);
    Value utmost(const compile::Expr& expr, Frame& frame);

    // measures.cpp
    Value measured(const compile::Expr& expr, Frame& frame);
    builtin::Truth overlaps(const compile::Expr& expr, Frame& frame);
    Value in_common(const compile::Expr& expr, Frame& frame);
    builtin::Truth is_near(const compile::Expr& expr, Frame& frame);
    [[nodiscard]] bool fits(const compile::Expr& expr, const Value& text) const;
    void take_values(const compile::Expr& expr, const compile::Derived& derived, Frame& frame, Frame& own);
    // What `define` makes of a record: the same for every rule that asks, so it is worked out once.
    Value derived_of(const compile::Expr& expr, Frame& frame);

    // conditions.cpp
    builtin::Truth truth(const compile::Expr& expr, Frame& frame);
    builtin::Truth decide(const compile::Expr& expr, Frame& frame);
    builtin::Truth is_state(const compile::Expr& expr, Frame& frame);
    builtin::Truth equal(const Value& a, const Value& b);
    builtin::Truth compare(const compile::Expr& expr, Frame& frame);
    void note_comparison(const compile::Expr& expr, Frame& frame);
    builtin::Truth linked(const compile::Expr& expr, Frame& frame);
    [[nodiscard]] std::size_t shared_words(const TextView& a, const TextView& b); // words of content that two texts have in common
    builtin::Truth quantified(const compile::Expr& expr, Frame& frame);
    bool by_reference(const plan::Provision& provision, const plan::Need& need) const;

    // subjects.cpp
    // Calls `visit` for each item whose `where` holds; `doubt` for each of which that cannot be told. `visit` returns false to stop.
    void each_item(const compile::Each& each, Frame& frame, const std::function<bool(const Value&)>& visit,
                   const std::function<void(const builtin::Truth&)>& doubt, const std::function<void()>& left_out = {});
    // In their order. Those of a list are made once; others are put into `made`.
    std::span<const Value> items(const compile::Each& each, Frame& frame, std::vector<Value>& made);
    const std::vector<Value>& items_of(const plan::FieldRow& list, const plan::FieldRow* section, std::uint32_t letters, bool or_not_stated);
    // The items of a list that its `where` may hold for, by the parts of it that say where an item stands.
    std::span<const Value> candidates(const compile::Each& each, Frame& frame);
    void stretches(bool quotations, const Value& text, std::vector<Value>& found) const;
    // Why the law of the judging day does not reach this plan; nothing where it does, unknown where that cannot be told.
    std::optional<builtin::Truth> out_of_force(const compile::Rule& rule, Frame& frame);
    void subjects(const compile::Rule& rule, std::size_t depth, Frame& frame, RuleOutcome& outcome);
    void judge(const compile::Rule& rule, Frame& frame, RuleOutcome& outcome);
    void fail(const compile::Rule& rule, Frame& frame, const std::vector<Mention>& mentions, RuleOutcome& outcome);
    void leave_unchecked(const compile::Rule& rule, Frame& frame, const std::string& because, RuleOutcome& outcome);
    void ask(const compile::Rule& rule, Frame& frame, const std::string& question, RuleOutcome& outcome);
    std::string fill(const compile::Template& text, Frame& frame);
    finding::Place place_of(const Mention& mention) const;
    finding::Place place_of(const Value& value);
    const Value& subject(const compile::Rule& rule, const Frame& frame) const;
    std::optional<plan::Letter> section_of(const Value& value) const;
    void note_subject(const compile::Rule& rule, const Frame& frame, finding::Verdict verdict, std::string because);

    // Of text values: one text, or those of several sections.
    [[nodiscard]] static std::span<const TextView> views(const Value& text);
    [[nodiscard]] std::vector<text::WordId> all_words(const Value& text);
    std::vector<Mention> mentions(const std::vector<std::uint32_t>& wordings, const Value& text) const;
    bool mentions_any(const std::vector<std::uint32_t>& wordings, const Value& text) const;
    // Why what is not found in the text may stand where nothing could be read; empty where all could.
    [[nodiscard]] std::string doubt_of(const Value& text) const;

    Value record_value(const plan::RecordType& type, const void* at, std::uint32_t number) const;

    const compile::CompiledRules& rules_;
    const plan::Plan& plan_;
    const Context context_;
    Texts texts_;
    struct OfRecord {
        const void* record;
        std::uint32_t derived;
        bool operator==(const OfRecord&) const = default;
    };
    struct HashOfRecord {
        std::size_t operator()(const OfRecord& key) const noexcept { return std::hash<const void*>()(key.record) * 31 + key.derived; }
    };
    struct Known {
        Value value;
        bool inferred = false;   // a link was inferred in working it out
        bool unreadable = false; // something that could not be read was asked for
    };
    std::unordered_map<OfRecord, Known, HashOfRecord> derived_; // looked up, never walked
    struct Listed {
        const plan::FieldRow* list;
        std::uint32_t letters;
        bool or_not_stated; // with those of which it is not known in which section they stand
        std::vector<Value> items;
    };
    std::deque<Listed> listed_;
    bool inferred_ = false;            // a link was inferred from wording while judging this subject
    bool met_unreadable_ = false;      // while judging this subject something was asked for that could not be read: it may be there
    Explanation* explanation_ = nullptr;
    // Steps recorded since `from`, taken out of the record, or given the name of a clause.
    [[nodiscard]] std::size_t step_count() const { return steps_ == nullptr ? 0 : steps_->size(); }
    std::vector<Step> take_steps(std::size_t from);
    void name_steps(std::size_t from, std::string_view clause);

    std::vector<Step>* steps_ = nullptr; // where the parts of the expression being evaluated go
};

} // namespace ehc::eval

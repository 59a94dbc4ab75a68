// The evaluator's state, shared by the files of this folder; nobody outside includes this.
#pragma once

#include "base/function_ref.hpp"
#include "eval/decisions.hpp"
#include "eval/evaluate.hpp"
#include "eval/value.hpp"

#include <deque>
#include <map>
#include <memory>
#include <span>
#include <unordered_map>

namespace ehc::eval {

class Evaluator::Impl {
  public:
    Impl(const compile::CompiledRules& rules, const plan::Plan& plan, const Context& context)
        : rules_(rules), plan_(plan), context_(context), texts_(rules, plan) {}

    RuleOutcome run(const compile::Rule& rule, Explanation* explanation);
    struct Spent {}; // thrown when the allowance is, no further than Evaluator::run()

  private:
    using Frame = std::vector<Value>;

    // values.cpp
    Value value(const compile::Expr& expr, Frame& frame);
    Value work_out(const compile::Expr& expr, Frame& frame);
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

    // items.cpp
    // Calls `visit` for each item whose `where` holds; `doubt` for each of which that cannot be told. `visit` returns false to stop.
    void each_item(const compile::Each& each, Frame& frame, FunctionRef<bool(const Value&)> visit, FunctionRef<void(const builtin::Truth&)> doubt,
                   FunctionRef<void()> left_out = {});
    // What is gone through, in order, and which parts of the `where` are known to hold already, a bit for each.
    struct Items {
        std::span<const Value> all;
        std::span<const bool> sure{};  // of each item, whether what is said of it alone holds; empty: of none
        std::uint64_t of_sure = 0;     // parts that hold for the sure ones
        std::uint64_t of_placed = 0;   // for those of which it is stated in which section they stand
        std::uint64_t of_all = 0;
    };
    // Those of a list are made once; others are put into `made`.
    Items items(const compile::Each& each, Frame& frame, std::vector<Value>& made);
    const std::vector<Value>& items_of(const plan::FieldRow& list, const plan::FieldRow* section, std::uint32_t letters, bool or_not_stated);
    // The items of a list that its `where` may hold for, by the parts of it that say where an item stands, and those that speak
    // of the item alone.
    Items candidates(const compile::Each& each, Frame& frame);
    void narrow(Items& found, const compile::Each& each, std::optional<std::uint32_t> letter, Frame& frame);
    // A condition of parts that all must hold, of which those in `known` do.
    builtin::Truth rest_of(const compile::Expr& condition, std::uint64_t known, Frame& frame);
    void stretches(bool quotations, const Value& text, std::vector<Value>& found) const;

    // subjects.cpp
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
    void note_subject(const compile::Rule& rule, const Frame& frame, finding::Verdict verdict, std::string_view because);

    // Of text values: one text, or those of several sections.
    [[nodiscard]] static std::span<const TextView> views(const Value& text);
    [[nodiscard]] std::vector<text::WordId> all_words(const Value& text);
    [[nodiscard]] bool same_words(const Value& a, const Value& b);
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
    // What is left of a list when the parts of a `where` that speak of the item alone have been asked of every item, for a list
    // that is gone through more than once: within another.
    struct Narrowed {
        bool asked_before = false;
        std::vector<Value> items;
        std::unique_ptr<bool[]> sure; // of each item, whether those parts hold; else they may. None before they were asked
    };
    std::map<std::pair<const compile::Each*, std::uint32_t>, Narrowed> narrowed_; // by letter too; looked up, never walked
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

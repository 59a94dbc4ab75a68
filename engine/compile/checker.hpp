// The checker's state, shared by the files of this folder; nobody outside includes this.
#pragma once

#include "compile/compile.hpp"
#include "compile/holds.hpp"

#include <map>
#include <set>

namespace ehc::compile {

inline const Type text_type{Base::text}, number_type{Base::number}, date_type{Base::date}, duration_type{Base::duration}, yes_no_type{Base::yes_no};
[[nodiscard]] inline Type record_type(const plan::RecordType& type) { return {Base::record, nullptr, &type}; }
[[nodiscard]] bool comparable(const Type& a, const Type& b);

// Stands for the wording that a definition will be given, where it is checked as it was written.
inline constexpr std::uint32_t any_wording = ~0U;

class Checker {
  public:
    explicit Checker(std::span<const Unit> units) : units_(units) {}
    Compiled run(bool with_warnings);

  private:
    // A name that an expression may use, and the slot behind it.
    struct Variable {
        std::string name;
        Type type;
        std::uint32_t slot = 0;
        bool is_item = false; // what "each" goes over: always there
    };
    // Names in scope, innermost last, and the number of slots used so far in this frame.
    struct Scope {
        std::vector<Variable> variables;
        std::uint32_t slots = 1;
        std::vector<std::string> faulty; // names declared with a fault: what is said of them would be its echo
        [[nodiscard]] const Variable* find(std::string_view name) const;
    };
    // A declared parameter, wording or derived field, before and after it is compiled.
    struct Declared {
        std::uint32_t file = 0;
        Span span;
        std::uint32_t index = 0;
    };

    // declarations.cpp
    void declare_packs();
    [[nodiscard]] const plan::Domain* own_domain(const dsl::Lexicon& lexicon);
    void declare_names();
    void told_twice(const dsl::Name& name, const Declared& first, std::string_view what);
    void check_parameters();
    void check_rules();
    [[nodiscard]] std::optional<Type> type_named(std::string_view name, bool records) const;
    [[nodiscard]] std::optional<Constant> constant_of(const dsl::Expr& expr, const Type& type, std::string_view what);

    // wordings.cpp
    void build_wordings();
    [[nodiscard]] text::Pattern lexicon_pattern(const dsl::Lexicon& lexicon, std::uint32_t file, std::vector<std::string>& open);
    [[nodiscard]] text::Pattern pattern_pattern(const dsl::Pattern& pattern, std::uint32_t file, std::vector<std::string>& open);
    [[nodiscard]] text::Pattern parts_pattern(const std::vector<dsl::PatternPart>& parts, std::uint32_t file,
                                              std::vector<std::string>& open);
    [[nodiscard]] text::Pattern named_pattern(const dsl::Name& name, std::uint32_t file, std::vector<std::string>& open);
    [[nodiscard]] std::optional<text::Pattern> phrase(const dsl::String& written, std::uint32_t file);

    // overlays.cpp
    void declare_overlays();
    void set_parameters();
    void check_judgements();
    [[nodiscard]] std::optional<Counting> check_counting(const dsl::Counting& written);
    void extend(const dsl::Rule& written, Rule& rule, std::vector<std::pair<std::uint32_t, const dsl::Clause*>>& clauses);
    [[nodiscard]] std::string origin_of(std::uint32_t file, Span span) const; // "pack local (local.rules:12)"

    // idle.cpp
    void check_reach(const dsl::Lexicon& lexicon, std::uint32_t file);
    void check_idle(const dsl::Rule& written, const Rule& rule);
    void tell_idle(const Expr& condition, const Demands& given = {});

    // definitions.cpp
    void declare(const dsl::Define& define);
    void check_derived();
    [[nodiscard]] bool check_definition(std::uint32_t index);
    [[nodiscard]] std::uint32_t definition_for(std::uint32_t index, const std::vector<std::uint32_t>& wordings);
    void check_body(std::uint32_t index, const std::vector<std::uint32_t>& wordings, Derived& derived);
    [[nodiscard]] std::optional<Expr> derived_field(Expr record, std::uint32_t index, const dsl::Name& name);
    [[nodiscard]] std::optional<Expr> check_call(const dsl::Call& call, Span span, Scope& scope);

    // citations.cpp
    void declare_instruments();
    void check_citations(const std::vector<std::pair<std::uint32_t, const dsl::Clause*>>& clauses, Rule& rule);
    [[nodiscard]] Citation citation(const std::string& written) const;

    // standing.cpp
    void declare_terms();
    void check_retired();

    // warnings.cpp
    struct Uses;
    struct Warning {
        std::string subject; // the name that an `accept` gives
        dsl::Fault fault;
    };
    struct PhraseRows {
        const dsl::Entry* entry = nullptr;
        const dsl::String* phrase = nullptr;
        std::vector<std::string> rows;
    };
    void warn(std::string code, std::string subject, std::uint32_t file, Span span, std::string what, std::string suggestion);
    [[nodiscard]] Uses uses() const;
    void warn_of_unused(const Uses& uses);
    void warn_of_words(const Uses& uses);
    void warn_of_rules();
    [[nodiscard]] static std::vector<PhraseRows> rows_of_lexicon(const dsl::Lexicon& lexicon);
    [[nodiscard]] dsl::Faults warnings();
    void check_accepted();

    // predicates.cpp
    [[nodiscard]] std::optional<Expr> check_is(const dsl::Is& is, Span span, Scope& scope);
    [[nodiscard]] bool is_item(const Expr& expr, const Scope& scope) const;

    // ranges.cpp
    [[nodiscard]] std::optional<Each> check_each(const dsl::Each& each, Scope& scope);
    [[nodiscard]] bool check_range(const dsl::Each& written, Each& each, Scope& scope);
    [[nodiscard]] bool check_values(const dsl::Each& written, Each& each, Scope& scope);
    [[nodiscard]] bool check_stretches(const dsl::Each& written, Each& each, Scope& scope);
    [[nodiscard]] bool check_list(const dsl::Each& written, Each& each);
    [[nodiscard]] std::optional<Expr> check_count(const dsl::Count& count, Span span, Scope& scope);
    [[nodiscard]] std::optional<Expr> check_gathered(const dsl::Gathered& gathered, Span span, Scope& scope);
    [[nodiscard]] std::optional<Expr> check_utmost(const dsl::Utmost& utmost, Span span, Scope& scope);
    [[nodiscard]] std::optional<Expr> check_quantified(const dsl::Quantified& quantified, Span span, Scope& scope);

    // expressions.cpp
    [[nodiscard]] std::optional<Expr> check(const dsl::Expr& expr, Scope& scope);
    [[nodiscard]] std::optional<Expr> condition(const dsl::Expr& expr, Scope& scope);
    [[nodiscard]] std::optional<Expr> expect(const dsl::Expr& expr, Base base, Scope& scope, std::string_view what);
    [[nodiscard]] std::optional<Expr> check_path(const dsl::Path& path, Span span, Scope& scope);
    [[nodiscard]] std::optional<Expr> field_of(Expr record, const dsl::Name& name);
    [[nodiscard]] std::optional<Expr> value_for(const dsl::Expr& expr, const Type& type, std::string_view subject, Scope& scope);
    [[nodiscard]] std::optional<Expr> birth_or_date(const dsl::Expr& expr, Scope& scope, std::string_view what);
    [[nodiscard]] std::optional<std::uint32_t> letter_mask(const std::vector<dsl::Name>& letters);
    [[nodiscard]] std::optional<std::uint32_t> wording(const dsl::Wording& written);
    [[nodiscard]] std::vector<std::uint32_t> wording_list(const std::vector<dsl::Wording>& wordings);
    [[nodiscard]] const plan::Domain* domain_of(const std::vector<std::uint32_t>& wordings) const;
    [[nodiscard]] Expr node(Op op, Type type, Span span) const;

    // rules.cpp
    void check_rule(const dsl::Rule& rule);
    void check_clause(const dsl::Clause& clause, Rule& rule, Scope& scope);
    void check_parameter_values(const dsl::RecordValue& record, Example& example);
    [[nodiscard]] std::optional<Template> check_template(const dsl::String& text, Scope& scope);
    void check_example(const dsl::Example& example, Span span, Rule& rule);
    void check_completeness(const dsl::Rule& written, const Rule& rule);

    void fault(std::string code, Span span, std::string what, std::string suggestion = {});
    void unknown(std::string code, const dsl::Name& name, std::string what, std::vector<std::string> candidates);

    [[nodiscard]] bool lost(std::string_view name) const; // a word of what could not be read

    std::span<const Unit> units_;
    CompiledRules rules_;
    dsl::Faults faults_;
    std::vector<Warning> warnings_;
    std::set<std::string, std::less<>> lost_;           // of all files, and of the rule being checked
    bool name_lost_ = false;                            // a name that is not among them
    std::uint32_t file_ = 0;                            // being checked
    std::optional<std::uint32_t> inside_;               // source of the value inside a message that is being checked
    std::vector<std::uint32_t> pack_of_file_;           // index into rules_.packs
    std::map<std::string, Declared, std::less<>> parameters_;
    std::map<std::string, Declared, std::less<>> wordings_;
    std::map<std::string, std::uint32_t, std::less<>> unnamed_wordings_; // phrases and parts in rules
    std::map<std::string, std::variant<const dsl::Lexicon*, const dsl::Pattern*>, std::less<>> written_wordings_;
    std::map<std::pair<const plan::RecordType*, std::string>, Declared> derived_;
    std::vector<const dsl::Define*> written_derived_;
    std::vector<const plan::Domain*> entry_domains_; // of each entry's lexicon
    std::map<std::pair<std::uint32_t, std::vector<std::uint32_t>>, std::uint32_t> derived_for_; // definition and wordings
    std::vector<std::pair<std::string, std::uint32_t>> wording_arguments_;                      // of the definition being checked
    std::set<std::uint32_t> derived_open_, derived_done_, derived_faulty_, parameters_faulty_;
    std::size_t rules_left_out_ = 0; // for their faults
    std::map<std::string, Declared, std::less<>> rule_names_; // ids and slugs
    std::map<std::string, std::vector<std::pair<std::uint32_t, const dsl::ExtendRule*>>, std::less<>> extensions_;      // by rule id
    std::map<std::string, std::pair<std::uint32_t, const dsl::DisableRule*>, std::less<>> disabled_;                    // by rule id
    std::map<std::string, std::vector<std::pair<std::uint32_t, const dsl::Lexicon*>>, std::less<>> lexicon_extensions_; // by lexicon
};

// Every row of words that a phrase finds; nothing where it cannot be read, or they are too many. (idle.cpp)
[[nodiscard]] std::optional<std::vector<std::string>> rows_of_phrase(const dsl::String& phrase);
[[nodiscard]] bool inside_range(const Parameter& parameter, const Constant& value);
[[nodiscard]] Type type_of(const plan::FieldRow& row);
[[nodiscard]] std::vector<std::string> type_names();   // of parameters
[[nodiscard]] std::vector<std::string> domain_names();
[[nodiscard]] std::vector<std::string> names_of(const plan::Domain& domain);
[[nodiscard]] std::string listed(const std::vector<std::string>& names); // "a, b or c"

} // namespace ehc::compile

// A tree with every span set to nothing, so that two trees can be compared by what was written and not by where.
#pragma once

#include "dsl/ast.hpp"

namespace ehc::dsl {

class WithoutSpans {
  public:
    template <class Node> static Node of(Node node) {
        clear(node);
        return node;
    }

  private:
    static void clear(Span& span) { span = {}; }
    static void clear(Name& name) { clear(name.span); }
    static void clear(String& string) { clear(string.span); }
    template <class T> static void clear(Box<T>& box) { clear(*box); }
    template <class T> static void clear(std::optional<T>& value) {
        if (value)
            clear(*value);
    }
    template <class T> static void clear(std::vector<T>& values) {
        for (T& value : values)
            clear(value);
    }
    template <class... Ts> static void clear(std::variant<Ts...>& value) {
        std::visit([](auto& node) { clear(node); }, value);
    }
    template <class... Ts> static void all(Ts&... parts) { (clear(parts), ...); }

    static void clear(Wording& wording) { clear(wording.span); }
    static void clear(Each& e) { all(e.span, e.noun, e.wordings, e.letters, e.values, e.text, e.alias, e.where); }
    static void clear(Expr& e) { all(e.span, e.node); }

    static void clear(Date&) {}
    static void clear(NumberLiteral&) {}
    static void clear(TextLiteral& e) { clear(e.value); }
    static void clear(DateLiteral&) {}
    static void clear(DurationLiteral&) {}
    static void clear(YesNoLiteral&) {}
    static void clear(Path& e) { clear(e.names); }
    static void clear(Call& e) { all(e.names, e.values, e.fields); }
    static void clear(AuditDate&) {}
    static void clear(SectionText& e) { clear(e.letters); }
    static void clear(Age& e) { all(e.of, e.on); }
    static void clear(Elapsed& e) { all(e.from, e.to); }
    static void clear(SchoolYear& e) { all(e.of, e.on); }
    static void clear(YearOf& e) { clear(e.of); }
    static void clear(Around& e) { clear(e.of); }
    static void clear(DayOfYear& e) { clear(e.than); }
    static void clear(LeavingDate& e) { clear(e.of); }
    static void clear(Edge& e) { clear(e.of); }
    static void clear(Gathered& e) { all(e.of, e.over); }
    static void clear(Utmost& e) { all(e.each, e.by); }
    static void clear(Count& e) { clear(e.each); }
    static void clear(Measured& e) { clear(e.of); }
    static void clear(InCommon& e) { all(e.of, e.with); }
    static void clear(Difference& e) { all(e.a, e.b); }
    static void clear(Lookup& e) { all(e.parameter, e.key); }
    static void clear(Term& e) { clear(e.value); }
    static void clear(Sum& e) { clear(e.terms); }
    static void clear(And& e) { clear(e.operands); }
    static void clear(Or& e) { clear(e.operands); }
    static void clear(Not& e) { clear(e.operand); }
    static void clear(IsState&) {}
    static void clear(IsEqual& e) { clear(e.to); }
    static void clear(IsOneOf& e) { clear(e.values); }
    static void clear(IsOrdered& e) { clear(e.than); }
    static void clear(IsBound& e) { clear(e.than); }
    static void clear(IsWithin& e) { all(e.duration, e.than); }
    static void clear(IsApart& e) { all(e.duration, e.than); }
    static void clear(IsBetween& e) { all(e.from, e.to); }
    static void clear(IsNear& e) { clear(e.wordings); }
    static void clear(Is& e) { all(e.subject, e.predicate); }
    static void clear(Mentions& e) { all(e.subject, e.wordings); }
    static void clear(Overlaps& e) { all(e.subject, e.with, e.other_than); }
    static void clear(MentionOf& e) { all(e.wordings, e.in); }
    static void clear(Linked& e) { all(e.subject, e.object); }
    static void clear(Quantified& e) { all(e.each, e.test); }

    static void clear(Clause& e) { all(e.span, e.node); }
    static void clear(Severity& e) { all(e.level, e.when, e.because); }
    static void clear(Basis& e) { all(e.basis, e.when); }
    static void clear(Category& e) { clear(e.category); }
    static void clear(Cites& e) { clear(e.citations); }
    static void clear(InForce&) {}
    static void clear(JudgedAt& e) { clear(e.date); }
    static void clear(Transition& e) { all(e.when, e.why); }
    static void clear(AppliesTo& e) { clear(e.to); }
    static void clear(When& e) { clear(e.condition); }
    static void clear(ForEach& e) { clear(e.each); }
    static void clear(Let& e) { all(e.name, e.value); }
    static void clear(Provided& e) { all(e.condition, e.because); }
    static void clear(Require& e) { clear(e.condition); }
    static void clear(Forbid& e) { clear(e.condition); }
    static void clear(Ask& e) { all(e.question, e.evidence, e.every); }
    static void clear(Unless& e) { clear(e.condition); }
    static void clear(IfNotStated& e) { clear(e.what); }
    static void clear(At& e) { clear(e.place); }
    static void clear(Says& e) { clear(e.text); }
    static void clear(Fix& e) { clear(e.text); }
    static void clear(Family& e) { clear(e.text); }
    static void clear(Tags& e) { clear(e.tags); }
    static void clear(Formerly& e) { clear(e.ids); }
    static void clear(Instrument& e) { all(e.span, e.names, e.link); }
    static void clear(Instruments& e) { all(e.basis, e.doc, e.lines); }
    static void clear(SchoolTerm& e) { clear(e.term); }
    static void clear(RetiredRule& e) { all(e.rule, e.now, e.because); }
    static void clear(Accept& e) { all(e.code, e.subject, e.because); }
    static void clear(FieldValue& e) { all(e.field, e.value); }
    static void clear(RecordValue& e) { all(e.record, e.fields, e.span); }
    static void clear(DocumentValue& e) { clear(e.text); }
    static void clear(NoneOf& e) { clear(e.record); }
    static void clear(Example& e) { all(e.parts, e.at, e.because, e.todo); }

    static void clear(File& e) { clear(e.items); }
    static void clear(Item& e) { all(e.span, e.node); }
    static void clear(Pack& e) { all(e.name, e.title, e.about, e.version_span, e.uses); }
    static void clear(ParameterValue& e) { all(e.key, e.value); }
    static void clear(Parameter& e) { all(e.name, e.type, e.by, e.value, e.values, e.least, e.most, e.help); }
    static void clear(Entry& e) { all(e.span, e.phrases, e.means, e.now); }
    static void clear(Lexicon& e) { all(e.name, e.doc, e.domain, e.entries, e.exceptions, e.includes, e.source); }
    static void clear(PatternPhrase& e) { clear(e.phrase); }
    static void clear(PatternName& e) { clear(e.name); }
    static void clear(PatternGap&) {}
    static void clear(PatternOptional& e) { clear(e.parts); }
    static void clear(PatternEither& e) { clear(e.ways); }
    static void clear(PatternPart& e) { all(e.span, e.node); }
    static void clear(Pattern& e) { all(e.name, e.doc, e.ways, e.exceptions); }
    static void clear(Argument& e) { all(e.name, e.type); }
    static void clear(Define& e) { all(e.record, e.name, e.arguments, e.doc, e.value); }
    static void clear(Counting& e) { all(e.span, e.severities, e.bases, e.categories, e.letters, e.rules); }
    static void clear(Grade& e) { all(e.span, e.name, e.tests); }
    static void clear(Judgement& e) { all(e.name, e.doc, e.grades); }
    static void clear(ExtendRule& e) { all(e.rule, e.clauses); }
    static void clear(DisableRule& e) { all(e.rule, e.because); }
    static void clear(ExtendLexicon& e) { clear(e.lexicon); }
    static void clear(SetParameter& e) { all(e.parameter, e.key, e.value); }
    static void clear(Rule& e) { all(e.id, e.slug, e.title, e.clauses); }
};

} // namespace ehc::dsl

#include "support/catch.hpp"

#include "dsl/parse.hpp"

using namespace ehc;
using namespace ehc::dsl;

namespace {

Parsed read(const std::string& text) {
    Parsed parsed = parse(Source("a.rules", text));
    for (const Fault& fault : parsed.faults)
        UNSCOPED_INFO(show(fault));
    REQUIRE(parsed.faults.empty());
    return parsed;
}

template <class T> T only(const std::string& text) {
    const Parsed parsed = read(text);
    REQUIRE(parsed.file.items.size() == 1);
    REQUIRE(std::holds_alternative<T>(parsed.file.items[0].node));
    return std::get<T>(parsed.file.items[0].node);
}

template <class T> T clause(const std::string& text) {
    const Rule rule = only<Rule>("rule A b \"c\"\n" + text + "\nend\n");
    REQUIRE(rule.clauses.size() == 1);
    REQUIRE(std::holds_alternative<T>(rule.clauses[0].node));
    return std::get<T>(rule.clauses[0].node);
}

// The node of a condition or value.
template <class T> T node(const std::string& text) {
    INFO(text);
    const Expr expr = clause<Require>("require " + text).condition;
    REQUIRE(std::holds_alternative<T>(expr.node));
    return std::get<T>(expr.node);
}
template <class T> T predicate(const std::string& text) {
    INFO(text);
    const Is is = node<Is>(text);
    REQUIRE(std::holds_alternative<T>(is.predicate));
    return std::get<T>(is.predicate);
}
std::string name_of(const Expr& expr) {
    REQUIRE(std::holds_alternative<Path>(expr.node));
    std::string text;
    for (const Name& name : std::get<Path>(expr.node).names)
        text += (text.empty() ? "" : ".") + name.text;
    return text;
}

} // namespace

TEST_CASE("items stand in the file in the author's order, each with its span", "[dsl][parse]") {
    const std::string text = "# first\nrule A b \"c\"\nend\n\npack p \"P\"\n  use q, r\ndefine a.b as yes";
    const Parsed parsed = read(text);
    REQUIRE(parsed.file.items.size() == 3);
    CHECK(std::holds_alternative<Rule>(parsed.file.items[0].node));
    CHECK(parsed.file.items[0].span == Span{8, 24});
    CHECK(text.substr(parsed.file.items[1].span.begin, parsed.file.items[1].span.size()) == "pack p \"P\"\n  use q, r");
    CHECK(text.substr(parsed.file.items[2].span.begin) == "define a.b as yes");
    const auto& pack = std::get<Pack>(parsed.file.items[1].node);
    CHECK(pack.title.text == "P");
    REQUIRE(pack.uses.size() == 2);
    CHECK(pack.uses[1].text == "r");
    CHECK_FALSE(pack.about);
    CHECK_FALSE(pack.version_span);
}

TEST_CASE("an empty file has nothing in it and nothing wrong with it", "[dsl][parse]") {
    for (const std::string text : {"", "\n", "# only a comment", "\uFEFF\n", "\r\n\t "}) {
        const Parsed parsed = parse(Source("a", text));
        CHECK(parsed.file.items.empty());
        CHECK(parsed.faults.empty());
    }
}

TEST_CASE("spans cover exactly what was written", "[dsl][parse]") {
    const std::string text = "define a.b as (plan.date is on or before  audit date) and not x.y is stated\n";
    const Parsed parsed = read(text);
    const Expr& whole = std::get<Define>(parsed.file.items[0].node).value;
    const auto written = [&](Span span) { return text.substr(span.begin, span.size()); };
    CHECK(written(whole.span) == "(plan.date is on or before  audit date) and not x.y is stated");
    const auto& operands = std::get<And>(whole.node).operands;
    CHECK(written(operands[0].span) == "(plan.date is on or before  audit date)");
    CHECK(written(operands[1].span) == "not x.y is stated");
    const auto& is = std::get<Is>(operands[0].node);
    CHECK(written(is.subject->span) == "plan.date");
    CHECK(written(std::get<IsOrdered>(is.predicate).than->span) == "audit date");
    CHECK(written(std::get<Not>(operands[1].node).operand->span) == "x.y is stated");
    CHECK(written(std::get<Path>(is.subject->node).names[1].span) == "date");
}

TEST_CASE("a parameter", "[dsl][parse]") {
    const auto parameter = only<Parameter>("parameter warn: duration by role = 24 months, medical: 12 months\n  between 1 month and 9 years\n  \"help\"\n");
    CHECK(parameter.name.text == "warn");
    CHECK(parameter.type.text == "duration");
    CHECK(parameter.by->text == "role");
    CHECK(std::get<DurationLiteral>(parameter.value.node).value == Duration{24, 0});
    REQUIRE(parameter.values.size() == 1);
    CHECK(parameter.values[0].key.text == "medical");
    CHECK(std::get<DurationLiteral>(parameter.least->node).value == Duration{1, 0});
    CHECK(std::get<DurationLiteral>(parameter.most->node).value == Duration{108, 0});
    CHECK(parameter.help->text == "help");
}

TEST_CASE("a lexicon's first phrase is not its description", "[dsl][parse]") {
    const auto with = only<Lexicon>("lexicon a \"doc\" of role\n  medical: \"b\", \"c\" now \"d\" from 2014-09-01\nend\n");
    CHECK(with.doc->text == "doc");
    CHECK(with.domain->text == "role");
    REQUIRE(with.entries.size() == 1);
    CHECK(with.entries[0].means->text == "medical");
    CHECK(with.entries[0].phrases.size() == 2);
    CHECK(with.entries[0].now->text == "d");
    CHECK(with.entries[0].from->iso() == "2014-09-01");

    const auto without = only<Lexicon>("lexicon a\n  \"b\", \"c\"\n  \"d\"\n  except \"e\"\n  except \"f\"\n  include g\n  source \"h\"\nend\n");
    CHECK_FALSE(without.doc);
    REQUIRE(without.entries.size() == 2);
    CHECK(without.entries[0].phrases.size() == 2);
    CHECK(without.exceptions.size() == 2);
    CHECK(without.includes.at(0).text == "g");
    CHECK(without.source->text == "h");
}

TEST_CASE("a pattern", "[dsl][parse]") {
    const auto pattern = only<Pattern>("pattern p \"doc\"\n  is \"a\" number up to 3 words\n  is [\"b\" | c] (\"d\" \"e\" | \"f\")\n  is [\"g\"]\nend\n");
    REQUIRE(pattern.ways.size() == 3);
    REQUIRE(pattern.ways[0].size() == 3);
    CHECK(std::get<PatternPhrase>(pattern.ways[0][0].node).phrase.text == "a");
    CHECK(std::get<PatternName>(pattern.ways[0][1].node).name.text == "number");
    CHECK(std::get<PatternGap>(pattern.ways[0][2].node).words == 3);
    const auto& optional = std::get<PatternOptional>(pattern.ways[1][0].node);
    REQUIRE(optional.parts.size() == 1);
    CHECK(std::get<PatternEither>(optional.parts[0].node).ways.size() == 2);
    const auto& either = std::get<PatternEither>(pattern.ways[1][1].node);
    REQUIRE(either.ways.size() == 2);
    CHECK(either.ways[0].size() == 2);
    CHECK(std::holds_alternative<PatternPhrase>(std::get<PatternOptional>(pattern.ways[2][0].node).parts.at(0).node));
}

TEST_CASE("clauses that say what a rule is about", "[dsl][parse]") {
    CHECK(clause<Severity>("severity major").level.text == "major");
    CHECK_FALSE(clause<Severity>("severity major").when);
    CHECK(clause<Severity>("critical when a is b").when);
    CHECK(clause<Severity>("advice when a is b").level.text == "advice");
    CHECK(clause<Severity>("severity minor when a is b").when);
    CHECK(clause<Basis>("basis case-law").basis.text == "case-law");
    CHECK(clause<Basis>("basis practice when a is b").when);
    CHECK(clause<Category>("category category").category.text == "category");
    CHECK(clause<Cites>("cites \"a\",\n  \"b\"").citations.size() == 2);
    CHECK(clause<InForce>("in force from 1 May 2020 until 2021-05-01").until->iso() == "2021-05-01");
    CHECK_FALSE(clause<InForce>("in force until 1 May 2020").from);
    CHECK(clause<AppliesTo>("applies to final, draft").to.size() == 2);
    CHECK(clause<IfNotStated>("if not stated ask").what.text == "ask");
    CHECK(clause<Tags>("tags a, b-c").tags.at(1).text == "b-c");
}

TEST_CASE("`when` belongs to the basis on the same line, and is a clause on its own", "[dsl][parse]") {
    const Rule rule = only<Rule>("rule A b \"c\"\n  severity major\n  when a is b\n  basis law\n  when c is d\nend\n");
    REQUIRE(rule.clauses.size() == 4);
    CHECK_FALSE(std::get<Severity>(rule.clauses[0].node).when);
    CHECK(std::holds_alternative<When>(rule.clauses[1].node));
    CHECK_FALSE(std::get<Basis>(rule.clauses[2].node).when);
    CHECK(std::holds_alternative<When>(rule.clauses[3].node));
}

TEST_CASE("clauses that test and tell", "[dsl][parse]") {
    CHECK(clause<Let>("let x be 3").name.text == "x");
    CHECK(clause<Provided>("provided a is b otherwise \"c\"").because.text == "c");
    CHECK(clause<Ask>("ask \"a?\" with text of section A, b").evidence.size() == 2);
    CHECK(clause<Ask>("ask \"a?\" with every quotation in section A").every);
    CHECK(clause<Ask>("ask \"a?\"").evidence.empty());
    CHECK(std::holds_alternative<MentionOf>(clause<Forbid>("forbid mention of a in b").condition.node));
    CHECK(std::holds_alternative<Is>(clause<Unless>("unless a is b").condition.node));
    CHECK(name_of(clause<At>("at plan.next_review").place) == "plan.next_review");
    CHECK(clause<Says>("says \"\\\"{mention}\\\"\"").text.text == "\"{mention}\"");
    CHECK(clause<Family>("family \"a\"").text.text == "a");
    const Each each = clause<ForEach>("for each provision in sections F, G\n    where provision.text is stated").each;
    CHECK(each.noun.text == "provision");
    CHECK(each.letters.at(1).text == "G");
    CHECK(each.where);
}

TEST_CASE("an example", "[dsl][parse]") {
    const auto fires = clause<Example>("fires on \"a\" at \"b\", \"c\"\n    at \"d\" as at 1 May 2025 todo \"e\"");
    CHECK(fires.expected == Expected::fires);
    CHECK(std::get<String>(fires.parts.at(0)).text == "a");
    CHECK(fires.at.size() == 3);
    CHECK(fires.as_at->iso() == "2025-05-01");
    CHECK(fires.todo.at(0).text == "e");

    const auto quiet = clause<Example>("quiet on no advice document \"d\" plan { date: missing, end: no, }\n    need { }");
    CHECK(quiet.expected == Expected::quiet);
    REQUIRE(quiet.parts.size() == 4);
    CHECK(std::get<NoneOf>(quiet.parts[0]).record.text == "advice");
    CHECK(std::get<DocumentValue>(quiet.parts[1]).text.text == "d");
    const auto& plan = std::get<RecordValue>(quiet.parts[2]);
    REQUIRE(plan.fields.size() == 2);
    CHECK(name_of(plan.fields[0].value) == "missing");
    CHECK(plan.fields[1].field.text == "end");
    CHECK(std::get<RecordValue>(quiet.parts[3]).fields.empty());

    const auto unchecked = clause<Example>("unchecked on no advice because \"a\", \"b\"\n    because \"c\" as at 1 May 2025");
    CHECK(unchecked.expected == Expected::unchecked);
    REQUIRE(unchecked.because.size() == 3);
    CHECK(unchecked.because[2].text == "c");
    CHECK(unchecked.as_at->iso() == "2025-05-01");
}

TEST_CASE("what follows an example is a clause of its own", "[dsl][parse]") {
    const Rule rule = only<Rule>("rule A b \"c\"\n  fires on \"a\"\n  at plan.date\n  fires on \"b\" quiet on \"c\" unchecked on \"d\"\nend\n");
    REQUIRE(rule.clauses.size() == 5);
    CHECK(std::holds_alternative<At>(rule.clauses[1].node));
}

TEST_CASE("chains are one node and brackets make another", "[dsl][parse]") {
    CHECK(node<And>("a is b and c is d and e is f").operands.size() == 3);
    CHECK(node<Or>("a is b or (c is d and e is f)").operands.size() == 2);
    CHECK(node<And>("(a is b and c is d) and e is f").operands.size() == 2);
    CHECK(std::holds_alternative<Is>(node<Not>("not a is b").operand->node));
    const auto sum = node<Sum>("a + b - 3");
    REQUIRE(sum.terms.size() == 3);
    CHECK_FALSE(sum.terms[1].minus);
    CHECK(sum.terms[2].minus);
    CHECK(node<Sum>("-3").terms.at(0).minus);
}

TEST_CASE("comparisons", "[dsl][parse]") {
    CHECK(predicate<IsState>("a is a nil statement").word == StateWord::nil_statement);
    CHECK(predicate<IsState>("a is in a quotation").word == StateWord::quoted);
    CHECK(node<Is>("a is not stated").negated);
    CHECK_FALSE(node<Is>("a is stated").negated);
    CHECK(predicate<IsOneOf>("a is one of b, c").values.size() == 2);
    CHECK(predicate<IsOneOf>("a is one of (b, c)").values.size() == 2);
    CHECK(predicate<IsOrdered>("a is before b").order == Order::before);
    CHECK(predicate<IsOrdered>("a is after b").order == Order::after);
    CHECK(predicate<IsOrdered>("a is on or before b").order == Order::on_or_before);
    CHECK(predicate<IsOrdered>("a is on or after b").order == Order::on_or_after);
    CHECK(predicate<IsBound>("a is at least 3").bound == Bound::at_least);
    CHECK(predicate<IsBound>("a is at most 3").bound == Bound::at_most);
    CHECK(predicate<IsBound>("a is more than 3").bound == Bound::more_than);
    CHECK(predicate<IsBound>("a is less than 3").bound == Bound::less_than);
    CHECK(predicate<IsWithin>("a is within 3 days of b").side == Side::of);
    CHECK(predicate<IsWithin>("a is within 3 days before b").side == Side::before);
    CHECK(predicate<IsApart>("a is more than 3 days after b").side == Side::after);
    CHECK(name_of(*predicate<IsBetween>("a is between b and c").to) == "c");
    CHECK(name_of(*predicate<IsEqual>("a is b").to) == "b");
    CHECK_FALSE(std::get<YesNoLiteral>(predicate<IsEqual>("a is no").to->node).value);
    // a whole condition does not run over `and`
    CHECK(node<And>("a is one of b, c and d is stated").operands.size() == 2);
    CHECK(node<And>("a is between b and c and d is stated").operands.size() == 2);
}

TEST_CASE("wording and links", "[dsl][parse]") {
    CHECK(node<Mentions>("a mentions b, c").wordings.size() == 2);
    CHECK_FALSE(node<Mentions>("a has b").negated);
    CHECK(node<Mentions>("a has no b").negated);
    CHECK(node<Mentions>("a does not mention b").negated);
    CHECK(node<MentionOf>("mention of a, b in c").wordings.size() == 2);
    CHECK(node<Linked>("a meets b").link == Link::meets);
    CHECK(node<Linked>("a supports b").link == Link::supports);
    CHECK(node<Linked>("a answers b by reference").by_reference);
    CHECK_FALSE(node<Linked>("a answers b").by_reference);
    CHECK(name_of(*node<Linked>("a meets b").object) == "b");
}

TEST_CASE("quantifiers", "[dsl][parse]") {
    CHECK(node<Quantified>("some need in section B").quantifier == Quantifier::some);
    CHECK(node<Quantified>("no need in section B").quantifier == Quantifier::no);
    CHECK(node<Quantified>("exactly 3 needs in plan").quantifier == Quantifier::exactly);
    const auto counted = node<Quantified>("at most 2 needs in section B are stated");
    CHECK(counted.quantifier == Quantifier::at_most);
    CHECK(counted.count == 2);
    CHECK(counted.each.noun.text == "need");
    CHECK(name_of(*std::get<Is>((*counted.test)->node).subject) == "need");
    const auto renamed = node<Quantified>("some need in section B as other meets x");
    CHECK(name_of(*std::get<Linked>((*renamed.test)->node).subject) == "other");
    const auto such = node<Quantified>("every need in section B such that a is b and c is d");
    CHECK(std::holds_alternative<And>((*such.test)->node));
    const auto where = node<Quantified>("some need in section B where a is b meets c");
    CHECK(std::holds_alternative<Is>((*where.each.where)->node));
    CHECK(std::holds_alternative<Linked>((*where.test)->node));
    CHECK(node<Quantified>("every category in (a, b, c)").each.values.size() == 3);
    CHECK(node<Quantified>("no mention of a in b.c").each.text);
    CHECK(node<And>("some need in section B meets c and d is e").operands.size() == 2);
}

TEST_CASE("values", "[dsl][parse]") {
    CHECK(name_of(*node<Age>("age of a on b").of) == "a");
    CHECK(name_of(*node<Age>("age of a on b").on) == "b");
    CHECK(node<Elapsed>("years between a and b").unit == Unit::years);
    CHECK(node<Elapsed>("months between a and b").unit == Unit::months);
    CHECK(node<Elapsed>("weeks between a and b").unit == Unit::weeks);
    CHECK(node<Elapsed>("days between a and b").unit == Unit::days);
    CHECK(name_of(*node<Elapsed>("days between a and b").from) == "a");
    CHECK(name_of(*node<SchoolYear>("school year of a on b").on) == "b");
    CHECK(name_of(*node<LeavingDate>("school leaving date of a").of) == "a");
    CHECK(node<Edge>("end of a").end);
    CHECK_FALSE(node<Edge>("start of a").end);
    CHECK(node<Gathered>("latest of a, b, c").how == Gathering::latest);
    CHECK(node<Gathered>("earliest of a, b, c").of.size() == 3);
    CHECK(node<Count>("count of needs in section B").each.noun.text == "need");
    CHECK(node<Count>("count of different mention of a in b").different);
    CHECK(node<Count>("count of different mentions of a in b").each.noun.text == "mention");
    CHECK(name_of(*node<Measured>("words in a").of) == "a");
    CHECK(name_of(*node<Difference>("difference between a and b").b) == "b");
    CHECK(node<SectionText>("text of section B").letters.size() == 1);
    CHECK(node<SectionText>("text of sections B, H1").letters.size() == 2);
    CHECK(node<Lookup>("a for b.c").parameter.text == "a");
    node<AuditDate>("audit date");
    CHECK(std::get<DurationLiteral>(predicate<IsEqual>("a is 3 weeks").to->node).value == Duration{0, 21});
    CHECK(std::get<DurationLiteral>(predicate<IsEqual>("a is 2 years").to->node).value == Duration{24, 0});
}

TEST_CASE("a value form is the subject of what follows it", "[dsl][parse]") {
    CHECK(std::holds_alternative<Age>(node<Is>("age of x on plan.date is at least 18 years").subject->node));
    CHECK(std::holds_alternative<Count>(node<Is>("count of needs in section B is 3").subject->node));
    CHECK(std::holds_alternative<Measured>(node<Sum>("words in a + words in b").terms.at(1).value->node));
}

TEST_CASE("a lookup does not take in the next clause", "[dsl][parse]") {
    const Rule rule = only<Rule>("rule A b \"c\"\n  let x be a\n  for each need in section B\n  let y be words\n  in force from 1 May 2020\nend\n");
    REQUIRE(rule.clauses.size() == 4);
    CHECK(name_of(std::get<Let>(rule.clauses[0].node).value) == "a");
    CHECK(name_of(std::get<Let>(rule.clauses[2].node).value) == "words");
}

TEST_CASE("what could not be read is left out and noted, the rest stays", "[dsl][parse]") {
    const Parsed parsed = parse(Source("a.rules", "rule A b \"c\"\n  sayz \"x\"\nend\nlexicon l\n  \"a\",\n  \"b\"\n  exept \"c\"\nend\nrule D e \"f\"\nend\n"));
    CHECK(parsed.faults.size() == 2);
    REQUIRE(parsed.file.items.size() == 3);
    CHECK(parsed.file.broken);
    CHECK_FALSE(parsed.file.cut_short);
    const auto& broken = std::get<Rule>(parsed.file.items[0].node);
    CHECK(broken.broken);
    CHECK(broken.clauses.empty());
    CHECK(broken.lost == std::vector<std::string>{"sayz", "mention"});
    CHECK(std::get<Lexicon>(parsed.file.items[1].node).entries.size() == 1);
    CHECK(std::get<Rule>(parsed.file.items[2].node).id.text == "D");
    CHECK_FALSE(std::get<Rule>(parsed.file.items[2].node).broken);
}

TEST_CASE("one value is read by itself", "[dsl][parse]") {
    const auto value = [](const std::string& text) { return parse_value(Source("--set", text)); };
    CHECK(std::get<DurationLiteral>(value("24 months").value->node).value == Duration{24, 0});
    CHECK(std::get<YesNoLiteral>(value("yes").value->node).value);
    CHECK(std::get<YesNoLiteral>(value(" no ").value->node).value == false);
    CHECK(std::get<NumberLiteral>(value("0.95").value->node).value == Approx(0.95));
    CHECK(std::get<TextLiteral>(value("\"a\"").value->node).value.text == "a");
    CHECK(name_of(*value("final").value) == "final");
    for (const std::string text : {"", "24 months 3", "\"a", "is", "24 moths", "2025-02-30", "24 months\nrule", ")"}) {
        INFO(text);
        const ParsedExpr parsed = value(text);
        CHECK_FALSE(parsed.value);
        CHECK(parsed.faults.size() == 1);
    }
}

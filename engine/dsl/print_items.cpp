#include "base/overloaded.hpp"
#include "dsl/nouns.hpp"
#include "dsl/print.hpp"

#include <algorithm>
#include <array>

namespace ehc::dsl {

namespace {

template <class T> std::string list_of(const std::vector<T>& values) {
    std::string text;
    for (const T& value : values) {
        if (!text.empty())
            text += ", ";
        if constexpr (std::is_same_v<T, String>)
            text += quoted(value.text);
        else
            text += value.text;
    }
    return text;
}

constexpr std::string_view expectations[] = {"fires on", "quiet on", "unchecked on"}; // in the order of Expected

// A clause of a rule: its first word in a column of its own.
std::string line(std::string_view keyword, std::string_view rest) {
    constexpr std::size_t column = 8;
    std::string text = "  " + std::string(keyword);
    if (keyword.size() < column)
        text.append(column - keyword.size(), ' ');
    return text + " " + std::string(rest);
}

std::string when(const std::optional<Expr>& condition) { return condition ? " when " + print(*condition) : ""; }

std::string dates(const InForce& force) {
    std::string text;
    if (force.from)
        text = " from " + force.from->text();
    if (force.until)
        text += " until " + force.until->text();
    return text;
}

// In a list with commas or before a further clause of the item a value that is more than one word stands in brackets.
std::string listed(const Expr& value) {
    const bool plain = std::visit(overloaded{[](const NumberLiteral&) { return true; }, [](const TextLiteral&) { return true; },
                                             [](const DateLiteral&) { return true; }, [](const DurationLiteral&) { return true; },
                                             [](const YesNoLiteral&) { return true; }, [](const Path&) { return true; }, [](const Call&) { return true; },
                                             [](const AuditDate&) { return true; }, [](const auto&) { return false; }},
                                  value.node);
    return plain ? print(value) : "(" + print(value) + ")";
}

std::string evidence_of(const std::vector<Expr>& evidence) {
    if (evidence.size() == 1)
        return " with " + print(evidence.front());
    std::string text;
    for (const Expr& value : evidence)
        text += (text.empty() ? " with " : ", ") + listed(value);
    return text;
}

std::string print(const RecordValue& record) {
    std::string text = record.record.text + " {";
    for (const FieldValue& field : record.fields) {
        const auto* date = std::get_if<DateLiteral>(&field.value.node);
        text += (text.back() == '{' ? " " : ", ") + field.field.text + ": " + (date != nullptr ? date->value.iso() : listed(field.value));
    }
    return text + " }";
}

std::string print(const Example& example) {
    std::string text = line(written(example.expected), "");
    text.pop_back();
    for (const auto& part : example.parts)
        text += " " + std::visit(overloaded{[](const String& words) { return quoted(words.text); },
                                            [](const RecordValue& record) { return print(record); },
                                            [](const DocumentValue& document) { return "document " + quoted(document.text.text); },
                                            [](const NoneOf& none) { return "no " + plural(none.record.text); }},
                                 part);
    if (example.as_at)
        text += " as at " + example.as_at->iso();
    if (!example.at.empty())
        text += " at " + list_of(example.at);
    if (!example.because.empty())
        text += " because " + list_of(example.because);
    if (!example.todo.empty())
        text += " todo " + list_of(example.todo);
    return text;
}

// `at "words"` belongs to an example, and `at least` to a condition.
std::string place(const Expr& expr) {
    std::string text = print(expr);
    const bool brackets = text.starts_with('"') || text.starts_with("least") || text.starts_with("most");
    return brackets ? "(" + text + ")" : text;
}

std::string each_line(const Each& each) {
    std::string text = print(each);
    if (each.where) // on a line of its own
        text.replace(text.size() - print(**each.where).size() - std::string_view(" where ").size(), 1, "\n    ");
    return line("for each", text);
}

std::string parts_of(const std::vector<PatternPart>& parts) {
    std::string text;
    for (const PatternPart& part : parts)
        text += (text.empty() ? "" : " ") + print(part);
    return text;
}
std::string ways_of(const PatternEither& either) {
    std::string text;
    for (const auto& way : either.ways)
        text += (text.empty() ? "" : " | ") + parts_of(way);
    return text;
}

std::string print(const Entry& entry) {
    std::string text = "  " + (entry.means ? entry.means->text + ": " : "") + list_of(entry.phrases);
    if (entry.now)
        text += " now " + quoted(entry.now->text);
    if (entry.from)
        text += " from " + entry.from->iso();
    return text + "\n";
}

std::string print(const Pack& pack) {
    std::string text = "pack " + pack.name.text + " " + quoted(pack.title.text) + "\n";
    if (!pack.version.empty())
        text += "  version " + pack.version + "\n";
    if (pack.about)
        text += "  about   " + quoted(pack.about->text) + "\n";
    if (!pack.uses.empty())
        text += "  use     " + list_of(pack.uses) + "\n";
    if (!pack.needs_engine.empty())
        text += "  needs engine " + pack.needs_engine + "\n";
    return text;
}

std::string print(const Parameter& parameter) {
    std::string text = "parameter " + parameter.name.text + ": " + parameter.type.text;
    if (parameter.by)
        text += " by " + parameter.by->text;
    text += " = " + listed(parameter.value);
    for (const ParameterValue& value : parameter.values)
        text += ", " + value.key.text + ": " + listed(value.value);
    // `years between` would be read as one value.
    if (parameter.least && (text.ends_with(" years") || text.ends_with(" months") || text.ends_with(" weeks") || text.ends_with(" days")))
        if (const Expr& last = parameter.values.empty() ? parameter.value : parameter.values.back().value;
            std::holds_alternative<Path>(last.node)) {
            text.insert(text.rfind(' ') + 1, "(");
            text += ")";
        }
    text += "\n";
    if (parameter.least && parameter.most)
        text += "  between " + listed(*parameter.least) + " and " + listed(*parameter.most) + "\n";
    if (parameter.help)
        text += "  " + quoted(parameter.help->text) + "\n";
    return text;
}

std::string print(const Lexicon& lexicon) {
    std::string text = "lexicon " + lexicon.name.text;
    if (lexicon.doc)
        text += " " + quoted(lexicon.doc->text);
    if (lexicon.domain)
        text += " of " + lexicon.domain->text;
    text += "\n";
    for (const Entry& entry : lexicon.entries)
        text += print(entry);
    if (!lexicon.exceptions.empty())
        text += "  except " + list_of(lexicon.exceptions) + "\n";
    if (!lexicon.includes.empty())
        text += "  include " + list_of(lexicon.includes) + "\n";
    if (lexicon.source)
        text += "  source " + quoted(lexicon.source->text) + "\n";
    return text + "end\n";
}

std::string print(const Pattern& pattern) {
    std::string text = "pattern " + pattern.name.text;
    if (pattern.doc)
        text += " " + quoted(pattern.doc->text);
    text += "\n";
    for (const auto& way : pattern.ways)
        text += "  is " + parts_of(way) + "\n";
    if (!pattern.exceptions.empty())
        text += "  except " + list_of(pattern.exceptions) + "\n";
    return text + "end\n";
}

std::string print(const Define& define) {
    std::string text = "define " + define.record.text + "." + define.name.text;
    for (const Argument& argument : define.arguments)
        text += (&argument == &define.arguments.front() ? "(" : ", ") + argument.name.text + ": " + argument.type.text;
    text += define.arguments.empty() ? "" : ")";
    if (define.doc)
        text += " " + quoted(define.doc->text);
    return text + " as " + print(define.value) + "\n";
}

std::string print(const Rule& rule) {
    std::string text = "rule " + rule.id.text + " " + rule.slug.text + " " + quoted(rule.title.text) + "\n";
    for (const Clause& clause : rule.clauses)
        text += print(clause) + "\n";
    return text + "end\n";
}

std::string counted_words(const Counting& test) {
    constexpr std::array<std::string_view, 9> quantifiers{"any", "every", "no", "only", "at least", "at most", "exactly", "more than", "fewer than"};
    constexpr std::array<std::string_view, 3> one{"finding", "unchecked rule", "question"}, many{"findings", "unchecked rules", "questions"};
    std::string text(quantifiers[static_cast<std::size_t>(test.quantifier)]);
    const bool counts = test.quantifier != Quantifier::some && test.quantifier != Quantifier::no;
    if (counts)
        text += " " + written(test.count);
    if (!test.severities.empty())
        text += " " + list_of(test.severities);
    const bool several = test.quantifier == Quantifier::no || (counts && test.count != 1);
    text += " " + std::string((several ? many : one)[static_cast<std::size_t>(test.what)]);
    if (!test.bases.empty())
        text += " with basis " + list_of(test.bases);
    if (!test.categories.empty())
        text += " with category " + list_of(test.categories);
    if (!test.letters.empty())
        text += (test.letters.size() == 1 ? " in section " : " in sections ") + list_of(test.letters);
    if (!test.rules.empty())
        text += (test.rules.size() == 1 ? " of rule " : " of rules ") + list_of(test.rules);
    return text;
}

std::string print(const Judgement& judgement) {
    std::string text = "judgement " + judgement.name.text + (judgement.doc ? " " + quoted(judgement.doc->text) : "") + "\n";
    std::size_t widest = 0;
    for (const Grade& grade : judgement.grades)
        widest = std::max(widest, grade.name.text.size());
    for (const Grade& grade : judgement.grades) {
        text += "  " + grade.name.text + std::string(widest - grade.name.text.size(), ' ');
        if (grade.tests.empty())
            text += " otherwise";
        for (std::size_t i = 0; i < grade.tests.size(); ++i)
            text += (i == 0 ? " when " : grade.any ? " or " : " and ") + counted_words(grade.tests[i]);
        text += "\n";
    }
    return text + "end\n";
}

std::string print(const ExtendRule& extension) {
    std::string text = "extend rule " + extension.rule.text + "\n";
    for (const Clause& clause : extension.clauses)
        text += print(clause) + "\n";
    return text + "end\n";
}

std::string print(const DisableRule& disabled) { return "disable rule " + disabled.rule.text + " because " + quoted(disabled.because.text) + "\n"; }

std::string print(const ExtendLexicon& extension) { return "extend " + print(extension.lexicon); }

std::string print(const Instruments& instruments) {
    std::string text = "instruments " + instruments.basis.text + (instruments.doc ? " " + quoted(instruments.doc->text) : "") + "\n";
    for (const Instrument& line : instruments.lines)
        text += "  " + list_of(line.names) + (line.link ? " link " + quoted(line.link->text) : "") + "\n";
    return text + "end\n";
}

std::string print(const SchoolTerm& term) {
    return "school term " + term.term.text + " " + written(term.year) + " from " + term.from.text() + " until " + term.until.text() + "\n";
}

std::string print(const RetiredRule& retired) {
    return "retired rule " + retired.rule.text + (retired.now.empty() ? "" : " now " + list_of(retired.now)) + " because " + quoted(retired.because.text) + "\n";
}

std::string print(const Accept& accepted) {
    std::string subject;
    for (const Name& name : accepted.subject)
        subject += (subject.empty() ? "" : ".") + name.text;
    return "accept " + accepted.code.text + " of " + subject + " because " + quoted(accepted.because.text) + "\n";
}

std::string print(const SetParameter& setting) {
    return "set parameter " + setting.parameter.text + (setting.key ? " for " + setting.key->text : "") + " = " + listed(setting.value) + "\n";
}

} // namespace

std::string_view written(Expected expected) noexcept { return expectations[static_cast<std::size_t>(expected)]; }

std::string print(const Clause& clause) {
    return std::visit(
        overloaded{
            [](const Severity& node) {
                const std::string because = node.because ? " because " + quoted(node.because->text) : "";
                return (node.when ? line(node.level.text + " when", print(*node.when)) : line("severity", node.level.text)) + because;
            },
            [](const Basis& node) { return line("basis", node.basis.text + when(node.when)); },
            [](const Category& node) { return line("category", node.category.text); },
            [](const Cites& node) { return line("cites", list_of(node.citations)); },
            [](const InForce& node) { return "  in force" + dates(node); },
            [](const JudgedAt& node) { return "  judged   at " + print(node.date); },
            [](const Transition& node) { return "  transition" + dates(node.between) + when(node.when) + " " + quoted(node.why.text); },
            [](const AppliesTo& node) { return "  applies  to " + list_of(node.to); },
            [](const When& node) { return line("when", print(node.condition)); },
            [](const ForEach& node) { return each_line(node.each); },
            [](const Let& node) { return "  let " + node.name.text + " be " + print(node.value); },
            [](const Provided& node) { return line("provided", print(node.condition) + " otherwise " + quoted(node.because.text)); },
            [](const Require& node) { return line("require", print(node.condition)); },
            [](const Forbid& node) { return line("forbid", print(node.condition)); },
            [](const Ask& node) {
                return line("ask", quoted(node.question.text) + evidence_of(node.evidence) +
                                       (node.every ? " with every " + print(*node.every) : ""));
            },
            [](const Unless& node) { return "    unless " + print(node.condition); },
            [](const IfNotStated& node) { return "  if not stated " + node.what.text; },
            [](const At& node) { return line("at", place(node.place)); },
            [](const Says& node) { return line("says", quoted(node.text.text)); },
            [](const Fix& node) { return line("fix", quoted(node.text.text)); },
            [](const Family& node) { return line("family", quoted(node.text.text)); },
            [](const Tags& node) { return line("tags", list_of(node.tags)); },
            [](const Formerly& node) { return line("formerly", list_of(node.ids)); },
            [](const Example& node) { return print(node); },
        },
        clause.node);
}

std::string print(const PatternPart& part) {
    return std::visit(overloaded{
                          [](const PatternPhrase& node) { return quoted(node.phrase.text); },
                          [](const PatternName& node) { return node.name.text; },
                          [](const PatternGap& node) { return "up to " + std::to_string(node.words) + " words"; },
                          [](const PatternOptional& node) {
                              const auto* either = node.parts.size() == 1 ? std::get_if<PatternEither>(&node.parts[0].node) : nullptr;
                              return "[" + (either != nullptr && either->ways.size() > 1 ? ways_of(*either) : parts_of(node.parts)) + "]";
                          },
                          [](const PatternEither& node) { return "(" + ways_of(node) + ")"; },
                      },
                      part.node);
}

std::string print(const Item& item) {
    return std::visit([](const auto& node) { return print(node); }, item.node);
}

std::string print(const File& file) {
    std::string text;
    for (const Item& item : file.items)
        text += (text.empty() ? "" : "\n") + print(item);
    return text;
}

} // namespace ehc::dsl

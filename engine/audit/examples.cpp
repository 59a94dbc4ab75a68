#include "audit/examples.hpp"

#include "audit/example_plan.hpp"
#include "audit/audit.hpp"
#include "base/overloaded.hpp"
#include "text/dates.hpp"

#include <algorithm>
#include <sstream>

namespace ehc::audit {

namespace {

using plan::FieldRow;
using plan::Letter;
using plan::RecordType;

const Date judged_as_at = *Date::of(2025, 6, 1);

const FieldRow* list_of(const RecordType* type) {
    for (const FieldRow& row : plan::plan_type.fields)
        if (row.type == plan::FieldType::list && row.record == type)
            return &row;
    return nullptr;
}

const FieldRow* record_of(const RecordType* type) {
    for (const FieldRow& row : plan::plan_type.fields)
        if (row.type == plan::FieldType::record && row.record == type)
            return &row;
    return nullptr;
}

// The section in which an item stands when the example does not say.
std::optional<Letter> home_of(const RecordType* type) {
    if (type == &plan::need_type)
        return Letter::B;
    if (type == &plan::outcome_type)
        return Letter::E;
    if (type == &plan::provision_type)
        return Letter::F;
    return std::nullopt;
}

std::optional<Letter> first_letter(std::uint32_t mask) {
    for (std::size_t i = 0; i < plan::letter_count; ++i)
        if ((mask >> i & 1U) != 0)
            return static_cast<Letter>(i);
    return std::nullopt;
}

// Block numbers give each item its own place, so that findings keep the order of the example.
class Builder {
  public:
    explicit Builder(plan::Plan plan) : plan_(std::move(plan)) {}

    plan::Origin next() {
        plan::Origin origin;
        origin.block = ++block_;
        return origin;
    }

    plan::Text text(const std::string& value) {
        plan::Text made = example_text(value);
        made.pieces.front().origin.block = ++block_;
        return made;
    }

    void* add(const RecordType* type) {
        const FieldRow* list = list_of(type);
        if (std::find(replaced_.begin(), replaced_.end(), type) == replaced_.end()) {
            replaced_.push_back(type);
            list->clear(&plan_);
        }
        void* item = list->add(&plan_);
        if (const auto letter = home_of(type))
            type->find("section")->set(item, plan::FieldInput(static_cast<plan::ChoiceIndex>(*letter)), next());
        if (const FieldRow* id = type->find("id")) {
            const std::string letter = type == &plan::outcome_type ? "O" : type == &plan::provision_type ? "F" : type == &plan::advice_type ? "K" : "B";
            id->set(item, plan::FieldInput(text(letter + std::to_string(list->count(&plan_)))), next());
        }
        return item;
    }

    void set(const RecordType* type, void* record, const compile::ExampleField& field) {
        const plan::Origin origin = next();
        std::visit(overloaded{[&](const plan::FieldInput& input) {
                                  if (const auto* value = std::get_if<plan::Text>(&input))
                                      field.field->set(record, plan::FieldInput(text(value->value)), origin);
                                  else
                                      field.field->set(record, input, origin);
                              },
                              [&](plan::State state) { field.field->mark(record, state, origin); }},
                   field.value);
        // An item's place is that of its text.
        if (field.field->name == "text" && type == &plan::provision_type)
            static_cast<plan::Provision*>(record)->origin = origin;
    }

    void put(const compile::ExampleRecord& record) {
        void* target = nullptr;
        if (record.type == &plan::plan_type) {
            target = &plan_;
        } else if (record.type == &plan::section_type) {
            for (const compile::ExampleField& field : record.fields)
                if (field.field->name == "letter")
                    if (const auto* input = std::get_if<plan::FieldInput>(&field.value))
                        target = &plan_.sections[std::get<plan::ChoiceIndex>(*input)];
        } else if (const FieldRow* single = record_of(record.type)) {
            target = single->sub(&plan_);
        } else {
            target = add(record.type);
        }
        if (target == nullptr)
            return;
        for (const compile::ExampleField& field : record.fields)
            set(record.type, target, field);
    }

    void empty(const RecordType* type) {
        replaced_.push_back(type);
        list_of(type)->clear(&plan_);
    }

    void put_section_text(Letter letter, const std::string& value) {
        plan::Section& section = plan_.section(letter);
        section.text.set(text(value), section.origin);
    }

    // The text of an example, at the rule's innermost subject.
    void put_text(const compile::Rule& rule, const std::string& value) {
        const auto section_in = [&](const compile::Expr& expr, auto&& self) -> std::optional<Letter> {
            if (expr.op == compile::Op::section_text)
                return first_letter(expr.letters);
            for (const compile::Expr& kid : expr.kids)
                if (const auto letter = self(kid, self))
                    return letter;
            if (expr.each)
                for (const compile::Expr& text : expr.each->text)
                    if (const auto letter = self(text, self))
                        return letter;
            return std::nullopt;
        };
        for (auto subject = rule.subjects.rbegin(); subject != rule.subjects.rend(); ++subject) {
            if (subject->over == compile::Each::Over::list) {
                const RecordType* type = subject->item.record;
                if (type == &plan::section_type) {
                    put_section_text(first_letter(subject->letters).value_or(Letter::A), value);
                    return;
                }
                void* item = add(type);
                if (subject->section != nullptr && subject->letters != 0)
                    subject->section->set(item, plan::FieldInput(static_cast<plan::ChoiceIndex>(*first_letter(subject->letters))), next());
                set(type, item, {type->find("text"), plan::FieldInput(plan::Text{value, {}})});
                // An outcome's deadline is read from its words, as it is in a document.
                if (type == &plan::outcome_type) {
                    auto* outcome = static_cast<plan::Outcome*>(item);
                    const text::Analysis analysis(outcome->text.value.value);
                    const text::DeadlineContext context{plan_.child.date_of_birth.stated() ? std::optional(plan_.child.date_of_birth.value.first) : std::nullopt,
                                                        plan_.date.stated() ? std::optional(plan_.date.value.first) : std::nullopt,
                                                        plan_.next_review.stated() ? std::optional(plan_.next_review.value.first) : std::nullopt};
                    if (const auto deadline = text::read_deadline(analysis, context))
                        outcome->target_date.set(deadline->date, next());
                }
                return;
            }
            if (subject->over == compile::Each::Over::mentions)
                if (const auto letter = section_in(subject->text.front(), section_in)) {
                    put_section_text(*letter, value);
                    return;
                }
        }
        std::optional<Letter> letter = section_in(rule.condition, section_in);
        if (!letter && rule.when)
            letter = section_in(*rule.when, section_in);
        for (const compile::Expr& unless : rule.unless)
            if (!letter)
                letter = section_in(unless, section_in);
        if (letter)
            put_section_text(*letter, value);
    }

    plan::Plan take() { return std::move(plan_); }

  private:
    plan::Plan plan_;
    std::vector<const RecordType*> replaced_;
    std::uint32_t block_ = 200;
};

// `document "..."`: a line of the text is a paragraph; "# " makes it a heading, "| a | b |" a row of a table.
read::Document example_document(const std::string& written) {
    read::Document document;
    document.format = "example";
    std::istringstream lines(written);
    std::uint32_t table = 0, row = 0;
    bool in_table = false;
    const auto add = [&](std::string text, std::optional<read::Cell> cell, std::uint32_t heading) {
        read::Block block;
        block.cell = cell;
        block.heading_level = heading;
        block.place = heading != 0 ? plan::Place::heading : cell ? plan::Place::cell : plan::Place::body;
        plan::Origin origin;
        origin.block = static_cast<std::uint32_t>(document.blocks.size() + 1);
        origin.span = {static_cast<std::uint32_t>(document.extracted.size()), static_cast<std::uint32_t>(document.extracted.size() + text.size())};
        document.extracted += text + "\n";
        block.text = {std::move(text), {{0, origin}}};
        document.blocks.push_back(std::move(block));
    };
    const auto trimmed = [](std::string text) {
        text.erase(0, text.find_first_not_of(' '));
        text.erase(text.find_last_not_of(' ') + 1);
        return text;
    };
    for (std::string line; std::getline(lines, line);) {
        line = trimmed(line);
        if (line.empty()) {
            in_table = false;
            continue;
        }
        if (line.front() != '|') {
            in_table = false;
            const bool heading = line.starts_with("# ");
            add(heading ? trimmed(line.substr(2)) : line, std::nullopt, heading ? 1 : 0);
            continue;
        }
        if (!in_table) {
            ++table;
            row = 0;
            in_table = true;
        }
        std::vector<std::string> cells;
        for (std::size_t from = 1; from < line.size();) {
            const auto bar = std::min(line.find('|', from), line.size());
            cells.push_back(trimmed(line.substr(from, bar - from)));
            from = bar + 1;
        }
        for (std::size_t i = 0; i < cells.size(); ++i) {
            read::Cell cell;
            cell.table = table;
            cell.row = row;
            cell.column = static_cast<std::uint32_t>(i);
            cell.columns = static_cast<std::uint32_t>(cells.size());
            add(cells[i], cell, 0);
        }
        ++row;
    }
    return document;
}

std::string quoted_list(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& each : words)
        list += (list.empty() ? "" : ", ") + ("\"" + each + "\"");
    return list.empty() ? "no words" : list;
}

// Each reason why the rule could not decide, once.
std::vector<std::string> reasons_of(const eval::RuleOutcome& outcome) {
    std::vector<std::string> reasons;
    for (const finding::Unchecked& unchecked : outcome.unchecked)
        if (std::find(reasons.begin(), reasons.end(), unchecked.because) == reasons.end())
            reasons.push_back(unchecked.because);
    return reasons;
}

std::vector<std::string> words_at_fault(const eval::RuleOutcome& outcome) {
    std::vector<std::string> words;
    for (const finding::Finding& finding : outcome.findings)
        for (const finding::Place& place : finding.places)
            if (!place.words.empty())
                words.push_back(place.words);
    return words;
}

// What came instead of what the example expects; nothing where it came.
std::string difference(const compile::Example& example, const eval::RuleOutcome& outcome) {
    using dsl::Expected;
    const std::vector<std::string> reasons = reasons_of(outcome);
    const std::string verdict = !outcome.findings.empty()    ? "says: " + outcome.findings.front().message
                                : !outcome.questions.empty() ? "asks a question"
                                : !reasons.empty()           ? "is unchecked: " + reasons.front()
                                : outcome.passed != 0        ? "is quiet"
                                                             : "is quiet: there is nothing that it applies to";
    const bool fired = !outcome.findings.empty() || !outcome.questions.empty();
    switch (example.expected) {
    case Expected::fires:
        if (!fired)
            return "it should fire and " + verdict;
        if (const std::vector<std::string> words = words_at_fault(outcome); !example.at.empty() && words != example.at)
            return "it should fire at " + quoted_list(example.at) + " and fires at " + quoted_list(words);
        return {};
    case Expected::quiet:
        return fired || !reasons.empty() ? "it should be quiet and " + verdict : "";
    case Expected::unchecked:
        if (fired || reasons.empty())
            return "it should be unchecked and " + verdict;
        if (!example.because.empty() && reasons != example.because)
            return "it should be unchecked because " + quoted_list(example.because) + " and is because " + quoted_list(reasons);
        return {};
    }
    return {};
}

ExampleResult run(const compile::CompiledRules& rules, const compile::Rule& rule, const compile::Example& example, eval::Decisions* decisions) {
    const ExamplePlan judged = plan_of(rule, example);
    eval::Evaluator evaluator(rules, judged.plan, {judged.as_at, decisions, &example.parameters});
    eval::RuleOutcome outcome = evaluator.run(rule);
    finding::sort(outcome.findings);
    std::string what = difference(example, outcome);
    const bool good = what.empty();
    return {&rule, &example, good, std::move(what)};
}

} // namespace

ExamplePlan plan_of(const compile::Rule& rule, const compile::Example& example) {
    plan::Plan base = example_plan();
    if (example.document) {
        read::RecogniseOptions options;
        options.kind = plan::Kind::plan;
        base = read::recognise(example_document(*example.document), options).plan;
        if (!base.status.stated())
            base.status.set(plan::Status::final, {});
        if (!base.date.stated())
            base.date.set(*Date::of(2025, 1, 15), {});
    }
    Builder builder(std::move(base));
    for (const RecordType* type : example.emptied)
        builder.empty(type);
    for (const compile::ExampleRecord& record : example.records)
        builder.put(record);
    if (example.text)
        builder.put_text(rule, *example.text);
    return {builder.take(), example.as_at.value_or(judged_as_at)};
}

std::vector<ExampleResult> run_examples(const compile::CompiledRules& rules, const std::vector<const compile::Rule*>& chosen,
                                        eval::Decisions* decisions) {
    std::vector<ExampleResult> results;
    for (const compile::Rule* rule : chosen)
        for (const compile::Example& example : rule->examples)
            results.push_back(run(rules, *rule, example, decisions));
    return results;
}

} // namespace ehc::audit

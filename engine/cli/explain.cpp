// ehcaudit explain PLAN RULE: how a rule came to its verdict on a plan, value by value.

#include "caseload/caseload.hpp"
#include "cli/commands.hpp"
#include "cli/rule_set.hpp"
#include "eval/evaluate.hpp"
#include "read/readers.hpp"
#include "report/json_writer.hpp"

#include <iostream>

namespace ehc::cli {

namespace {

std::string place_words(const plan::Origin& origin) {
    if (origin.line != 0)
        return "line " + std::to_string(origin.line) + ":" + std::to_string(origin.column);
    if (origin.paragraph != 0)
        return "paragraph " + std::to_string(origin.paragraph);
    if (origin.block != 0)
        return "block " + std::to_string(origin.block);
    return {};
}

std::string_view verdict_words(finding::Verdict verdict) {
    switch (verdict) {
    case finding::Verdict::failed:
        return "failed";
    case finding::Verdict::passed:
        return "passed";
    case finding::Verdict::not_applicable:
        return "not applicable";
    case finding::Verdict::unchecked:
        return "unchecked";
    case finding::Verdict::for_a_person:
        return "for a person";
    }
    return "";
}

void print(const std::vector<eval::Step>& steps, unsigned depth) {
    for (const eval::Step& step : steps) {
        const std::string place = place_words(step.origin);
        std::cout << std::string(4 + 2 * depth, ' ') << step.part << ": " << step.value << (place.empty() ? "" : "  (" + place + ")") << "\n";
        print(step.parts, depth + 1);
    }
}

void write(report::JsonWriter& json, const std::vector<eval::Step>& steps) {
    json.array([&] {
        for (const eval::Step& step : steps)
            json.object([&] {
                json.key("part").string(step.part);
                json.key("value").string(step.value);
                json.key("line").number_or_null(step.origin.line);
                json.key("column").number_or_null(step.origin.column);
                json.key("paragraph").number_or_null(step.origin.paragraph);
                json.key("block").number_or_null(step.origin.block);
                json.key("parts");
                write(json, step.parts);
            });
    });
}

void write_json(const compile::Rule& rule, const read::Recognition& recognition, const std::string& path, Date as_at, const eval::Explanation& explanation) {
    report::JsonWriter json(std::cout);
    json.object([&] {
        json.key("schema").string("ehcaudit-explanation/1");
        json.key("rule").string(rule.id);
        json.key("slug").string(rule.slug);
        json.key("title").string(rule.title);
        json.key("path").string(path);
        json.key("recognised_as").string(recognition.recognised_as);
        json.key("as_at").string(as_at.iso());
        json.key("applicability").string(explanation.applicability);
        json.key("subjects").array([&] {
            for (const eval::Explanation::Subject& subject : explanation.subjects)
                json.object([&] {
                    json.key("subject").string(subject.what);
                    json.key("verdict").string(verdict_words(subject.verdict));
                    json.key("because").string_or_null(subject.because);
                    json.key("steps");
                    write(json, subject.steps);
                });
        });
    });
    std::cout << "\n";
}

} // namespace

ExitStatus run(const Explain& command) {
    RuleSetOr loaded = load_rules(command.rules);
    if (const auto* faults = std::get_if<dsl::Faults>(&loaded))
        return tell(*faults);
    if (const auto* error = std::get_if<Error>(&loaded))
        return tell(*error);
    const RuleSet& set = *std::get<std::unique_ptr<RuleSet>>(loaded);
    const compile::Rule* rule = set.rules.find(command.rule);
    if (rule == nullptr)
        return tell(unknown_rule(set.rules, "explain", command.rule));
    const read::Limits limits;
    const Result<std::string> bytes = caseload::read_file(command.plan, limits.file_bytes);
    if (!bytes) {
        std::cerr << "ehcaudit: " << bytes.error().line() << "\n";
        return ExitStatus::unreadable;
    }
    const Result<read::Document> document = read::read(*bytes, command.plan, limits);
    if (!document) {
        std::cerr << "ehcaudit: " << document.error().line() << "\n";
        return ExitStatus::unreadable;
    }
    const read::Recognition recognition = read::recognise(*document, command.recognise);
    const Date as_at = command.as_at ? *command.as_at : today();
    eval::Explanation explanation;
    eval::Evaluator evaluator(set.rules, recognition.plan, {as_at});
    (void)evaluator.run(*rule, &explanation);
    if (command.format == "json") {
        write_json(*rule, recognition, command.plan, as_at, explanation);
        return ExitStatus::clean;
    }
    std::cout << rule->id << " " << rule->slug << ": " << rule->title << "\n";
    std::cout << command.plan << ": " << recognition.recognised_as << ", as at " << as_at.text() << "\n\n";
    std::cout << explanation.applicability << "\n";
    for (const eval::Explanation::Subject& subject : explanation.subjects) {
        std::cout << "\n  " << subject.what << ": " << verdict_words(subject.verdict) << (subject.because.empty() ? "" : ", " + subject.because) << "\n";
        print(subject.steps, 0);
    }
    return ExitStatus::clean;
}

} // namespace ehc::cli

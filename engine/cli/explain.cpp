// ehcaudit explain PLAN RULE: how a rule came to its verdict on a plan, value by value.

#include "caseload/caseload.hpp"
#include "cli/advice_given.hpp"
#include "cli/commands.hpp"
#include "cli/explanation.hpp"
#include "cli/programs.hpp"
#include "cli/rule_set.hpp"
#include "cli/settings.hpp"
#include "cli/terminal.hpp"
#include "eval/evaluate.hpp"
#include "read/readers.hpp"

#include <iostream>

#include <unistd.h>

namespace ehc::cli {

ExitStatus run(const Explain& given) {
    Explain command = given;
    if (const auto added = add_files(command.rules, &command.recognise, {&command.plan, 1}); !added)
        return tell(added.error());
    RuleSetOr loaded = load_rules(command.rules);
    if (const auto* faults = std::get_if<dsl::Faults>(&loaded))
        return tell(*faults);
    if (const auto* error = std::get_if<Error>(&loaded))
        return tell(*error);
    const RuleSet& set = *std::get<std::unique_ptr<RuleSet>>(loaded);
    const compile::Rule* rule = named_rule(set.rules, "explain", command.rule);
    if (rule == nullptr)
        return tell(unknown_rule(set.rules, "explain", command.rule));
    audit::AuditContext context;
    for (auto file = command.rules.files.rbegin(); file != command.rules.files.rend(); ++file) // the one that wins comes last
        command.ocr = command.ocr ? command.ocr : file->ocr;
    auto programs = find_programs(command.ocr.value_or(false));
    if (!programs)
        return tell(programs.error());
    context.programs = std::move(programs).value();
    const Result<std::string> bytes = caseload::read_file(command.plan, context.limits.file_bytes);
    if (!bytes) {
        std::cerr << "ehcaudit: " << bytes.error().line() << "\n";
        return ExitStatus::unreadable;
    }
    const Result<read::Document> document = read::read(*bytes, command.plan, context.limits, context.programs);
    if (!document) {
        std::cerr << "ehcaudit: " << document.error().line() << "\n";
        return ExitStatus::unreadable;
    }
    read::Recognition recognition = read::recognise(*document, command.recognise);
    if (!command.advice.empty()) {
        const auto reports = advice_given(command.advice, context);
        if (!reports)
            return tell(reports.error());
        read::give_reports(*reports, recognition.plan);
    }
    const Date as_at = command.as_at ? *command.as_at : today();
    Explained explained{rule, command.plan, recognition.recognised_as, as_at, {}};
    eval::Evaluator evaluator(set.rules, recognition.plan, {as_at});
    (void)evaluator.run(*rule, &explained.explanation);
    if (command.format == "json")
        write_json(std::cout, explained);
    else
        write_text(std::cout, explained, command.verbose, terminal_for(surroundings_of(STDOUT_FILENO), command.colour).width);
    return std::cout.flush() ? ExitStatus::clean : tell(Error{"-", "standard output cannot be written", ""});
}

} // namespace ehc::cli

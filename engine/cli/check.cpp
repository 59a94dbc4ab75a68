// ehcaudit check

#include "caseload/caseload.hpp"
#include "cli/commands.hpp"
#include "cli/rule_set.hpp"
#include "cli/terminal.hpp"
#include "cli/version.hpp"
#include "report/output.hpp"
#include "report/registry.hpp"

#include <algorithm>
#include <iostream>
#include <thread>

#include <unistd.h>

namespace ehc::cli {

namespace {

// A line on the terminal's standard error that is written over as documents are done; nothing anywhere else.
class Progress {
  public:
    explicit Progress(bool wanted) : wanted_(wanted && isatty(STDERR_FILENO) != 0) {}
    void operator()(std::size_t done, std::size_t of) {
        if (wanted_ && of > 1)
            std::cerr << "\rauditing " << done << " of " << of << (done == of ? "\r\033[K" : "") << std::flush;
    }

  private:
    bool wanted_;
};

bool at_or_above(const finding::Report& report, finding::Severity least) {
    for (std::size_t i = 0; i <= static_cast<std::size_t>(least); ++i)
        if (report.summary.findings[i] != 0)
            return true;
    return false;
}

} // namespace

ExitStatus run(const Check& command) {
    RuleSetOr loaded = load_rules(command.rules);
    if (const auto* faults = std::get_if<dsl::Faults>(&loaded))
        return tell(*faults);
    if (const auto* error = std::get_if<Error>(&loaded))
        return tell(*error);
    const RuleSet& set = *std::get<std::unique_ptr<RuleSet>>(loaded);

    const std::vector<caseload::Found> found = caseload::discover(command.paths);
    if (found.empty())
        return tell(Error{command.paths.front(), "there is no document here", "name a plan, or a folder that holds some"});
    std::vector<std::string> documents;
    for (const caseload::Found& each : found)
        documents.push_back(each.path);
    for (const FormatChoice& format : command.formats)
        if (const auto good = report::check_output(format.file, documents); !good)
            return tell(good.error());

    audit::AuditContext context;
    context.rules = &set.rules;
    context.chosen = set.chosen;
    context.as_at = command.as_at ? *command.as_at : today();
    context.recognise = command.recognise;
    Progress progress(!command.quiet);
    caseload::Settings settings;
    settings.jobs = command.jobs ? *command.jobs : std::max(1U, std::thread::hardware_concurrency());
    settings.progress = [&](std::size_t done, std::size_t of) { progress(done, of); };
    finding::Report report = caseload::audit_all(found, context, settings);
    report.version = std::string(version);
    for (const compile::PackInfo& pack : set.rules.packs)
        report.packs.push_back({pack.name, pack.version, pack.digest});

    for (const FormatChoice& format : command.formats) {
        const bool to_terminal = format.file == "-";
        const Terminal terminal = terminal_for(to_terminal ? surroundings_of(STDOUT_FILENO) : Surroundings{}, command.colour);
        const report::Options options{terminal.colour, terminal.unicode, terminal.width, command.verbose, command.quiet, command.show};
        const auto written = report::write_output(format.file, documents, [&](std::ostream& out) { report::format_named(format.name)->write(out, report, options); });
        if (!written)
            return tell(written.error());
    }
    if (report.summary.unreadable != 0)
        return ExitStatus::unreadable;
    return command.fail_on && at_or_above(report, *command.fail_on) ? ExitStatus::findings : ExitStatus::clean;
}

} // namespace ehc::cli

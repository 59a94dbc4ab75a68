// ehcaudit check

#include "audit/rule_info.hpp"
#include "caseload/caseload.hpp"
#include "caseload/copies.hpp"
#include "cli/accepted.hpp"
#include "cli/advice_given.hpp"
#include "cli/commands.hpp"
#include "cli/programs.hpp"
#include "cli/progress.hpp"
#include "cli/rule_set.hpp"
#include "cli/settings.hpp"
#include "cli/terminal.hpp"
#include "cli/version.hpp"
#include "report/output.hpp"
#include "report/registry.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <thread>

#include <unistd.h>

namespace ehc::cli {

namespace {

bool at_or_above(const finding::Report& report, finding::Severity least) {
    for (std::size_t i = 0; i <= static_cast<std::size_t>(least); ++i)
        if (report.summary.findings[i] != 0)
            return true;
    return false;
}

report::Options options_for(const FormatChoice& choice, const Check& command) {
    const Terminal terminal = terminal_for(choice.file == "-" ? surroundings_of(STDOUT_FILENO) : Surroundings{}, command.colour);
    report::Options options{terminal.colour, terminal.unicode, terminal.width, command.verbose, command.quiet, {}, command.show.value_or(finding::Severity::advice)};
    if (choice.file != "-" && !choice.file.starts_with("/dev/")) {
        options.folder = std::filesystem::path(choice.file).parent_path().string();
        if (options.folder.empty())
            options.folder = ".";
    }
    return options;
}

// Copies show nothing by themselves.
void tell_copies(const std::vector<FormatChoice>& formats, std::size_t copied, std::size_t unreadable) {
    for (const FormatChoice& format : formats)
        if (report::format_named(format.name)->is_copies()) {
            std::cerr << copied << (copied == 1 ? " copy with comments is in `" : " copies with comments are in `") << format.file << "`";
            if (unreadable != 0)
                std::cerr << "; " << unreadable << (unreadable == 1 ? " document" : " documents") << " could not be read and " << (unreadable == 1 ? "has" : "have") << " none";
            std::cerr << '\n';
        }
}

// The files that the settings of a run name, besides documents.
std::vector<std::string> lists_of(const Check& command) {
    std::vector<std::string> lists{command.suppressions, command.fingerprint_key, command.baseline};
    for (const SettingsFile& file : command.rules.files)
        lists.push_back(file.path);
    for (const std::string& list : command.groups)
        if (!caseload::Grouping::is_stated(list))
            lists.push_back(list);
    std::erase(lists, std::string());
    return lists;
}

bool is_one_of(const std::vector<std::string>& files, const std::string& path) {
    std::error_code ignored;
    return std::any_of(files.begin(), files.end(), [&](const std::string& file) { return std::filesystem::equivalent(file, path, ignored); });
}

// Settings and lists are read before anything is written, and must still be there afterwards. A baseline may be written anew.
Result<Done> spares_inputs(const Check& command) {
    const std::vector<std::string> inputs = lists_of(command);
    std::vector<std::string> outputs;
    for (const FormatChoice& format : command.formats)
        outputs.push_back(format.file);
    std::error_code ignored;
    for (const std::string& output : outputs)
        if (is_one_of(inputs, output))
            return Error{output, "the audit reads this file, and the report would replace it", "name another file"};
    if (!command.write_baseline.empty())
        for (const std::string& other : outputs)
            if (other == command.write_baseline || std::filesystem::equivalent(other, command.write_baseline, ignored))
                return Error{command.write_baseline, "a report and the baseline would both go there", "name another file"};
    return Done{};
}

// One of the reports that were asked for, on its way to its file.
class Writing {
  public:
    Writing(const report::Format& format, const report::Options& options, report::Output&& output)
        : format_(&format), options_(std::make_unique<report::Options>(options)), output_(std::move(output)) {}

    [[nodiscard]] bool takes_all() const { return format_->open == nullptr; }
    // `report` has no documents yet and lives until the end.
    void begin(const finding::Report& report) {
        if (!takes_all())
            running_ = format_->open(output_.stream(), report, *options_);
    }
    // False where nothing more can be written.
    bool document(const finding::DocumentReport& document) {
        if (running_ != nullptr)
            running_->document(document);
        return output_.stream().good();
    }
    Result<Done> end(const finding::Report& report) {
        if (running_ != nullptr)
            running_->end(report.summary);
        else
            format_->write(output_.stream(), report, *options_);
        return output_.finish();
    }

  private:
    const report::Format* format_;
    std::unique_ptr<report::Options> options_; // where it is, since running reports refer to it
    report::Output output_;
    std::unique_ptr<report::Running> running_;
};

} // namespace

ExitStatus run(const Check& given) {
    Check command = given;
    if (const auto added = add_files(command); !added)
        return tell(added.error());
    RuleSetOr loaded = load_rules(command.rules);
    if (const auto* faults = std::get_if<dsl::Faults>(&loaded))
        return tell(*faults);
    if (const auto* error = std::get_if<Error>(&loaded))
        return tell(*error);
    const RuleSet& set = *std::get<std::unique_ptr<RuleSet>>(loaded);

    std::vector<caseload::Found> found = caseload::discover(command.paths);
    // A list that lies in a folder of documents is none of them.
    std::vector<std::string> lists = lists_of(command);
    if (!command.write_baseline.empty())
        lists.push_back(command.write_baseline);
    if (!lists.empty())
        std::erase_if(found, [&](const caseload::Found& each) { return std::find(command.paths.begin(), command.paths.end(), each.path) == command.paths.end() && is_one_of(lists, each.path); });
    if (found.empty())
        return tell(Error{command.paths.front(), "there is no document here", "name a plan, or a folder that holds some"});
    std::vector<std::string> documents;
    for (const caseload::Found& each : found)
        documents.push_back(each.path);
    const std::vector<std::string> files = caseload::files_on_disk(found); // that no report may replace
    if (const auto spared = spares_inputs(command); !spared)
        return tell(spared.error());
    Result<Accepted> accepted = Accepted::from(command, set, documents, files);
    if (!accepted)
        return tell(accepted.error());
    std::vector<caseload::Copies> copies;
    for (const FormatChoice& format : command.formats) {
        if (report::format_named(format.name)->is_copies()) {
            if (command.redact)
                return tell(Error{"--redact", "copies of documents show all that is in them", "leave out `--format " + format.name + "`"});
            auto made = caseload::Copies::to(format.file, command.paths, documents);
            if (!made)
                return tell(made.error());
            copies.push_back(std::move(made).value());
        } else if (const auto good = report::check_output(format.file, files); !good) {
            return tell(good.error());
        }
    }

    audit::AuditContext context;
    context.rules = &set.rules;
    context.chosen = set.chosen;
    auto programs = find_programs(command.ocr.value_or(false));
    if (!programs)
        return tell(programs.error());
    context.programs = std::move(programs).value();
    context.limits.computing = command.time_limit.value_or(context.limits.computing);
    context.clock = computing_seconds;
    context.as_at = command.as_at ? *command.as_at : today();
    context.recognise = command.recognise;
    std::vector<read::AdviceReport> reports;
    if (!command.advice.empty()) {
        auto given_reports = advice_given(command.advice, context);
        if (!given_reports)
            return tell(given_reports.error());
        reports = std::move(given_reports).value();
        context.reports = &reports;
    }
    accepted->prepare(context);
    Progress progress(!command.quiet);
    caseload::Settings settings;
    settings.jobs = command.jobs ? *command.jobs : std::max(1U, std::thread::hardware_concurrency());
    settings.progress = [&](std::size_t done, std::size_t of) { progress(done, of); };

    finding::Report report;
    report.version = std::string(version);
    report.as_at = context.as_at.iso();
    for (const compile::PackInfo& pack : set.rules.packs)
        report.packs.push_back({pack.name, pack.version, pack.digest});
    for (const compile::Setting& setting : set.rules.settings)
        report.settings.push_back({setting.subject, setting.what, setting.value, setting.origin});
    report.rules = audit::describe(set.rules, set.chosen);
    report.off = set.off;
    report.profile = set.profile;
    accepted->describe(report);
    report.summary.documents = static_cast<std::uint32_t>(found.size());
    settings.finish = [&](audit::Audited& audited) { accepted->finish(audited, report, context.as_at); };

    std::vector<Writing> writings;
    for (const FormatChoice& choice : command.formats) {
        if (report::format_named(choice.name)->is_copies())
            continue;
        Result<report::Output> output = report::Output::open(choice.file, files);
        if (!output)
            return tell(output.error());
        writings.emplace_back(*report::format_named(choice.name), options_for(choice, command), std::move(*output));
    }
    for (Writing& writing : writings)
        writing.begin(report);
    const bool keep = std::any_of(writings.begin(), writings.end(), [](const Writing& writing) { return writing.takes_all(); });
    // Only a page about one document shows its text: that of many would take memory without end.
    const bool shows_text = found.size() == 1 && !command.redact && std::any_of(command.formats.begin(), command.formats.end(), [](const FormatChoice& format) { return format.name == "html"; });
    std::optional<Error> copying_failed;
    std::size_t copied = 0;
    report.summary = caseload::audit_each(found, context, settings, [&](finding::DocumentReport&& document) {
        if (shows_text)
            document.text = caseload::text_of(document, context.limits, context.programs);
        for (const caseload::Copies& each : copies)
            if (document.error.empty() && !copying_failed)
                if (const auto written = each.write(report, document, context.limits, context.programs); !written)
                    copying_failed = written.error();
        copied += document.error.empty() ? 1 : 0;
        bool wanted = !copies.empty() && !copying_failed;
        for (Writing& writing : writings)
            wanted = writing.document(document) || wanted;
        if (keep)
            report.documents.push_back(std::move(document));
        return wanted;
    });
    progress.clear();
    ExitStatus status = ExitStatus::clean;
    const std::optional<finding::Severity> fail_on = command.fail_on.value_or(finding::Severity::major);
    if (fail_on && at_or_above(report, *fail_on))
        status = ExitStatus::findings;
    if (report.summary.unreadable != 0)
        status = ExitStatus::unreadable;
    for (Writing& writing : writings)
        if (const auto written = writing.end(report); !written)
            status = tell(written.error());
    if (const auto written = accepted->end(command.quiet); !written)
        status = tell(written.error());
    if (copying_failed)
        status = tell(*copying_failed);
    else if (!copies.empty() && !command.quiet)
        tell_copies(command.formats, copied, report.summary.unreadable);
    return status;
}

} // namespace ehc::cli

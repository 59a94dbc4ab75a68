// ehcaudit rules format: rule files in the one layout.

#include "cli/commands.hpp"
#include "cli/rule_set.hpp"
#include "dsl/format.hpp"
#include "pack/load.hpp"
#include "report/output.hpp"

#include <iostream>
#include <iterator>

namespace ehc::cli {

namespace {

void tell_unformatted(const dsl::Faults& faults) {
    for (const dsl::Fault& fault : faults)
        std::cerr << dsl::show(fault) << "\n";
}

ExitStatus format_input(bool check) {
    const std::string text{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
    const dsl::Formatted formatted = dsl::format(Source("-", text));
    if (!formatted.faults.empty()) {
        tell_unformatted(formatted.faults);
        return ExitStatus::wrong;
    }
    if (check)
        return formatted.text == text ? ExitStatus::clean : ExitStatus::findings;
    std::cout << formatted.text << std::flush;
    return std::cout ? ExitStatus::clean : tell(Error{"-", "standard output cannot be written", ""});
}

} // namespace

ExitStatus run(const RulesFormat& command) {
    if (command.paths.front() == "-")
        return format_input(command.check);
    std::vector<pack::RuleFile> files;
    for (const std::string& path : command.paths) {
        auto read = pack::read_rules(path);
        if (!read)
            return tell(read.error());
        std::move(read->begin(), read->end(), std::back_inserter(files));
    }
    // Nothing is written unless every file can be.
    std::vector<std::string> texts;
    bool readable = true;
    for (const pack::RuleFile& file : files) {
        dsl::Formatted formatted = dsl::format(Source(file.name, file.text));
        tell_unformatted(formatted.faults);
        readable = readable && formatted.faults.empty();
        texts.push_back(std::move(formatted.text));
    }
    if (!readable) {
        std::cerr << "ehcaudit: nothing was formatted\n";
        return ExitStatus::wrong;
    }
    bool changes = false;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (texts[i] == files[i].text)
            continue;
        changes = true;
        std::cout << files[i].name << "\n";
        if (command.check)
            continue;
        const auto written = report::write_output(files[i].name, {}, [&](std::ostream& out) { out << texts[i]; });
        if (!written)
            return tell(written.error());
    }
    return command.check && changes ? ExitStatus::findings : ExitStatus::clean;
}

} // namespace ehc::cli

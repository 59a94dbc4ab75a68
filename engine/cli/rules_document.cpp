// ehcaudit rules document: the reference of the rules.

#include "cli/commands.hpp"
#include "cli/rule_set.hpp"
#include "cli/settings.hpp"
#include "pack/reference.hpp"
#include "report/output.hpp"

#include <ostream>

namespace ehc::cli {

ExitStatus run(const RulesDocument& command) {
    const Result<RuleChoice> choice = with_files(command.rules);
    if (!choice)
        return tell(choice.error());
    return with_rules(*choice, [&](const RuleSet& set) {
        const std::string text = command.format == "html" ? pack::reference_html(set.rules, set.chosen) : pack::reference_markdown(set.rules, set.chosen);
        const auto written = report::write_output(command.output, {}, [&](std::ostream& out) { out << text; });
        return written ? ExitStatus::clean : tell(written.error());
    });
}

} // namespace ehc::cli

// ehcaudit rules document: the reference of the rules.

#include "cli/commands.hpp"
#include "cli/rule_set.hpp"
#include "pack/reference.hpp"
#include "report/output.hpp"

#include <ostream>

namespace ehc::cli {

ExitStatus run(const RulesDocument& command) {
    return with_rules(command.rules, [&](const RuleSet& set) {
        const std::string text = command.format == "html" ? pack::reference_html(set.rules, set.chosen) : pack::reference_markdown(set.rules, set.chosen);
        const auto written = report::write_output(command.output, {}, [&](std::ostream& out) { out << text; });
        return written ? ExitStatus::clean : tell(written.error());
    });
}

} // namespace ehc::cli

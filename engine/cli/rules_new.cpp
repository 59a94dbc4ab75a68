// ehcaudit rules new: a rule to fill in. It is a whole rule that works, so that its author changes one thing at a time and
// `rules test` says at each step whether it still does.

#include "cli/commands.hpp"
#include "cli/new_rule.hpp"
#include "cli/rule_set.hpp"
#include "cli/version.hpp"
#include "pack/load.hpp"

#include <iostream>

namespace ehc::cli {

namespace {

constexpr std::string_view pack_head = R"(pack local "Our own standard"
  version 1.0
  about   "What our council asks of its plans beyond the law."

)";

constexpr std::string_view rule_body = R"(  severity minor  # critical, major, minor or advice
  basis    local  # law, case-law, statutory-guidance, practice or local
  category local
  cites    "Our quality standard, 2026"
  applies  to plan
  for each outcome in section E
  require  words in outcome.text is at least 8
  says     "This outcome has only {words in outcome.text} words."
  fix      "Say what will be different, for whom, and by when."
  # A text here becomes the text of the outcome. The rule must fire on the first and stay quiet on the second.
  fires on "Sam will read."
  quiet on "By July 2026 Sam will read a page of a book for his age aloud."
end
)";

} // namespace

std::string new_rule(const std::string& id, const std::string& slug) {
    return "# Why: who asks for this, and what goes wrong in a plan without it.\nrule " + id + " " + slug + " \"Say here what a good plan shows\"\n" +
           std::string(rule_body);
}

std::string new_pack_head() { return std::string(pack_head); }

ExitStatus run(const RulesNew& command) {
    const std::string rule = new_rule(command.id, command.slug);
    const std::string file = new_pack_head() + rule;
    // An id or a name that cannot be one is told as it would be in the file.
    const compile::Compiled compiled = pack::load({{"new rule", file}}, version);
    if (!compiled.faults.empty()) {
        for (const dsl::Fault& fault : compiled.faults)
            std::cerr << dsl::show(fault) << "\n";
        return ExitStatus::wrong;
    }
    return with_rules(command.rules, [&](const RuleSet& set) {
        for (const std::string& name : {command.id, command.slug})
            if (const compile::Rule* taken = set.rules.find(name))
                return tell(Error{"rules new", "`" + name + "` is taken by rule " + taken->id + " (" + taken->title + ")",
                                  "an id is never given twice; begin your own with the name of your council"});
        std::cout << (command.pack ? file : rule) << std::flush;
        return ExitStatus::clean;
    });
}

} // namespace ehc::cli

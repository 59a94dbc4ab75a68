// The project's own packs, loaded once for a test program; a fault in them fails the test that asks.
#pragma once

#include "audit/audit.hpp"
#include "pack/load.hpp"
#include "support/catch.hpp"
#include "support/paths.hpp"

#include <sstream>

namespace ehc::test {

inline const compile::CompiledRules& own_rules() {
    static const compile::CompiledRules rules = [] {
        const auto files = pack::read_rules((source_dir() / "rules").string());
        REQUIRE(files.ok());
        compile::Compiled compiled = pack::load(*files, "0.1.0");
        std::ostringstream faults;
        for (const dsl::Fault& fault : compiled.faults)
            faults << dsl::show(fault) << "\n";
        INFO(faults.str());
        REQUIRE(compiled.faults.empty());
        return std::move(compiled.rules);
    }();
    return rules;
}

// Rules of one text, for tests of the language.
inline compile::Compiled compile_text(const std::string& text) { return pack::load({{"test.rules", text}}, "0.1.0"); }

inline audit::AuditContext context_for(const compile::CompiledRules& rules, Date as_at) {
    audit::AuditContext context;
    context.rules = &rules;
    for (const compile::Rule& rule : rules.rules)
        context.chosen.push_back(&rule);
    context.as_at = as_at;
    return context;
}

} // namespace ehc::test

// Rules written out in a test, parsed and compiled without the loader of packs.
#pragma once

#include "compile/compile.hpp"
#include "dsl/parse.hpp"
#include "support/catch.hpp"

#include <string>
#include <utility>
#include <vector>

namespace ehc::test {

// Faults as the command prints them, a line end after each.
inline std::string shown(const dsl::Faults& faults) {
    std::string text;
    for (const dsl::Fault& fault : faults)
        text += dsl::show(fault) + "\n";
    return text;
}

// Each file by its name and its text. The language must be able to read them; what they mean may be faulty.
inline compile::Compiled compile_files(const std::vector<std::pair<std::string, std::string>>& files) {
    std::vector<dsl::Parsed> parsed;
    std::vector<compile::Unit> units;
    parsed.reserve(files.size());
    for (const auto& [name, text] : files) {
        auto source = std::make_shared<const Source>(name, text);
        parsed.push_back(dsl::parse(*source));
        INFO(text);
        REQUIRE(shown(parsed.back().faults) == "");
        units.push_back({std::move(source), &parsed.back().file});
    }
    return compile::compile(units);
}

// A pack with these declarations and rules.
inline std::string pack_text(const std::string& items) { return "pack test \"Rules of a test\"\n  version 2026.11\n\n" + items; }

// One rule, TEST-A01, with these clauses, a line each; what else a rule must have is put in.
inline std::string rule_text(const std::string& clauses) {
    std::string text = "rule TEST-A01 test-rule \"What the rule requires\"\n";
    const auto unless_written = [&](const std::string& opener, const std::string& rest) {
        if (("\n" + clauses).find("\n" + opener + " ") == std::string::npos)
            text += opener + " " + rest + "\n";
    };
    unless_written("severity", "major");
    unless_written("basis", "practice");
    unless_written("category", "test");
    unless_written("cites", "\"Test 1\"");
    unless_written("applies", "to plan");
    text += clauses + "\n";
    unless_written("says", "\"This is wrong.\"");
    unless_written("fires", "on \"One text.\"");
    unless_written("quiet", "on \"Another text.\"");
    return text + "end\n";
}

// Rules that must have no fault.
inline compile::CompiledRules rules_of(const std::string& items) {
    compile::Compiled compiled = compile_files({{"test.rules", pack_text(items)}});
    INFO(items);
    REQUIRE(shown(compiled.faults) == "");
    return std::move(compiled.rules);
}

} // namespace ehc::test

// Trees of rule files to CompiledRules: names resolved against the field table and each other, types checked, phrases and
// patterns put into one matcher. Every fault of every file is reported in one run; rules are usable only when there is none.
#pragma once

#include "compile/compiled.hpp"
#include "dsl/fault.hpp"

#include <span>

namespace ehc::compile {

struct Unit {
    std::shared_ptr<const Source> source;
    const dsl::File* file = nullptr;
};

struct Compiled {
    CompiledRules rules;
    dsl::Faults faults;
    dsl::Faults warnings; // where they were asked for, and there is no fault
};

[[nodiscard]] Compiled compile(std::span<const Unit> units, bool with_warnings = false);

// Sets a parameter from outside ("advice_warn=18 months", "advice_warn.medical=6 months"). A fault names the option as its
// file; an unknown name, a wrong type and a value out of range are faults.
[[nodiscard]] dsl::Faults set_parameter(CompiledRules& rules, std::string_view assignment, std::string_view origin);

} // namespace ehc::compile

// One document through the whole pipeline: bytes, blocks, plan, verdicts, findings. The only place where it is written out.
//
// Pure: files, date and settings are arguments; the same arguments give the same report.
#pragma once

#include "audit/redact.hpp"
#include "compile/compiled.hpp"
#include "eval/evaluate.hpp"
#include "finding/finding.hpp"
#include "read/advice_report.hpp"
#include "read/programs.hpp"
#include "read/recognise.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace ehc::audit {

struct AuditContext {
    const compile::CompiledRules* rules = nullptr;
    std::vector<const compile::Rule*> chosen; // those to run, by id
    Date as_at;
    read::Limits limits;
    std::function<double()> clock{}; // seconds of computing of the thread that asks; none: limits.computing is not kept
    read::Programs programs;
    read::RecogniseOptions recognise;
    const std::vector<read::AdviceReport>* reports = nullptr; // advice given beside the plans; null for none
    std::string fingerprint_key;        // empty: fingerprints without plan text
    const Redaction* redact = nullptr;  // values in messages are veiled as they are put in; the rest is for its apply()
};

struct Audited {
    finding::DocumentReport report;
    std::vector<std::string> identifying; // of the plan, where the context asks for redaction
    std::vector<bool> had_subject; // for each rule of `chosen`
    std::string school; // where the plan places the child, or where the child is; empty where it states neither
};

[[nodiscard]] Audited audit(std::string_view bytes, std::string_view path, const AuditContext& context);

// The same from a plan that was already recognised: for examples, explanations and the benchmark.
[[nodiscard]] Audited audit(const read::Recognition& recognition, const AuditContext& context);

} // namespace ehc::audit

// An advice report as an input of its own: who wrote it, in which role, when, about whom, and what it recommends.
// Errors: none; what is not stated is missing. A document of another kind gives nothing.
#pragma once

#include "read/recognise.hpp"

#include <optional>
#include <vector>

namespace ehc::read {

struct AdviceReport {
    plan::Report report;
    plan::TextField child;   // the child's name as the report has it
    plan::DateField born;
    std::vector<plan::Text> recommendations;
};

[[nodiscard]] std::optional<AdviceReport> read_advice_report(const Document& document, const RecogniseOptions& options);

// Those reports that are about the plan's child, or do not say about whom, become the plan's reports and recommendations. A
// report is about the child when neither name nor birth date says otherwise.
void give_reports(const std::vector<AdviceReport>& reports, plan::Plan& plan);

} // namespace ehc::read

// The sample plans of samples/: what each must show, and what the audit says of it, in one notation.
//
// expected.txt: "as-at 2025-06-01", then "kind template" for what is not a plan, then one line for each finding, as the
// report sorts them: RULE severity SECTION "words", "words". `-` stands for no section.
#pragma once

#include "audit/audit.hpp"
#include "caseload/advice.hpp"
#include "caseload/caseload.hpp"
#include "support/paths.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace ehc::test {

struct Sample {
    std::string name;
    std::string document; // path
    std::string expected; // path of expected.txt
};

inline std::vector<Sample> samples() {
    namespace fs = std::filesystem;
    std::vector<Sample> all;
    for (const auto& folder : fs::directory_iterator(source_dir() / "samples")) {
        if (!folder.is_directory())
            continue;
        Sample sample{folder.path().filename().string(), {}, (folder.path() / "expected.txt").string()};
        for (const auto& file : fs::directory_iterator(folder.path()))
            if (file.path().stem() == "plan")
                sample.document = file.path().string();
        if (sample.name != "ci") // files for CI services, and no plan
            all.push_back(std::move(sample));
    }
    std::sort(all.begin(), all.end(), [](const Sample& a, const Sample& b) { return a.name < b.name; });
    return all;
}

inline std::string contents(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

inline std::string as_expected(const finding::DocumentReport& report, Date as_at) {
    std::string text = "as-at " + as_at.iso() + "\n";
    if (!report.error.empty())
        return text + "unreadable\n";
    if (*report.kind != plan::Kind::plan)
        text += "kind " + std::string(plan::name_of(*report.kind)) + "\n";
    for (const finding::Finding& finding : report.findings) {
        text += finding.rule + " " + std::string(finding::name_of(finding.severity)) + " " + (finding.section ? std::string(plan::name_of(*finding.section)) : "-");
        bool first = true;
        for (const finding::Place& place : finding.places)
            if (!place.words.empty()) {
                text += (first ? " \"" : ", \"") + place.words + "\"";
                first = false;
            }
        text += "\n";
    }
    return text;
}

inline finding::DocumentReport audit_sample(const Sample& sample, const audit::AuditContext& context) {
    const auto bytes = caseload::read_file(sample.document, context.limits.file_bytes);
    if (!bytes) {
        finding::DocumentReport report;
        report.error = bytes.error().what;
        return report;
    }
    // A folder `advice` beside the plan is what --with-advice would be given.
    const std::string advice = (std::filesystem::path(sample.expected).parent_path() / "advice").string();
    if (!std::filesystem::is_directory(advice))
        return audit::audit(*bytes, sample.document, context).report;
    const std::vector<std::string> paths{advice};
    const auto reports = caseload::advice_reports(paths, context, [](const std::string&, const std::string&) {});
    audit::AuditContext with = context;
    with.reports = &reports;
    return audit::audit(*bytes, sample.document, with).report;
}

} // namespace ehc::test

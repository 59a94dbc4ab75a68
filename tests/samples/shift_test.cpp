// The calendar is the only clock: a plan moved on by four years, judged four years later, has the same verdicts. Four years,
// so that leap days stay where they are. Whatever differs is dated law, and is listed here with its reason.
//
// A plan is moved by its canonical XML: every calendar year in fields and in text, but not the year of an Act or regulation.

#include "support/catch.hpp"
#include "read/readers.hpp"
#include "read/write_xml.hpp"
#include "support/rules.hpp"
#include "support/sample.hpp"

#include <map>
#include <set>

using namespace ehc;

namespace {

constexpr int shift = 4;

bool digit(char c) { return c >= '0' && c <= '9'; }

// "Children and Families Act 2014" stays.
bool year_of_law(const std::string& text, std::size_t at) {
    for (const std::string_view before : {"Act ", "Regulations ", "Code of Practice "})
        if (at >= before.size() && text.compare(at - before.size(), before.size(), before) == 0)
            return true;
    return false;
}

// Years from 1990 to 2049, as four digits or as the last two of "07.10.19".
std::string moved(const std::string& xml) {
    std::string text = xml;
    for (std::size_t at = 0; at < text.size();) {
        if (!digit(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && digit(text[end]))
            ++end;
        const std::string number = text.substr(at, end - at);
        const bool dated = at >= 4 && (text[at - 1] == '.' || text[at - 1] == '/') && digit(text[at - 2]) &&
                           (text[at - 3] == text[at - 1] || text[at - 4] == text[at - 1]);
        if (number.size() == 4 && number >= "1990" && number < "2050" && !year_of_law(text, at))
            text.replace(at, 4, std::to_string(std::stoi(number) + shift));
        else if (number.size() == 2 && dated && std::stoi(number) + shift < 100)
            text.replace(at, 2, std::to_string(100 + std::stoi(number) + shift).substr(1));
        at = end;
    }
    return text;
}

// Each rule with what became of its subjects; the words of findings are left out, since they hold the dates.
std::map<std::string, std::string> verdicts(const std::string& xml, const audit::AuditContext& context) {
    const finding::DocumentReport report = audit::audit(xml, "plan.xml", context).report;
    REQUIRE(report.error.empty());
    std::map<std::string, std::string> by_rule;
    for (std::size_t i = 0; i < report.by_rule.size(); ++i)
        by_rule[context.chosen[i]->id] = std::to_string(report.by_rule[i].passed) + " passed, " + std::to_string(report.by_rule[i].not_applicable) + " not applicable";
    for (const finding::Finding& finding : report.findings)
        by_rule[finding.rule] += ", " + std::string(finding::name_of(finding.severity)) + (finding.section ? " in " + std::string(plan::name_of(*finding.section)) : "");
    for (const finding::Unchecked& unchecked : report.unchecked)
        by_rule[unchecked.rule] += ", unchecked";
    return by_rule;
}

// Rules that compare with a day that the law or the calendar of services fixed, and so may answer otherwise four years on.
const std::set<std::string> dated_law = {
    "EHC-L09", "EHC-L11",                                   // the Devon judgment of March 2022
    "EHC-V01", "EHC-V02", "EHC-V03", "EHC-V04", "EHC-V05",  // terms with the day from which each was superseded
    "EHC-V07", "EHC-V08", "EHC-V11", "EHC-M15",
};

} // namespace

TEST_CASE("a plan moved on by four years has the same verdicts four years later") {
    for (const test::Sample& sample : test::samples()) {
        const std::string expected = test::contents(sample.expected);
        const auto as_at = Date::from_iso(expected.substr(6, 10));
        REQUIRE(as_at.has_value());
        const audit::AuditContext now = test::context_for(test::own_rules(), *as_at);
        const audit::AuditContext then = test::context_for(test::own_rules(), as_at->plus_months(12 * shift));
        const auto bytes = caseload::read_file(sample.document, now.limits.file_bytes);
        REQUIRE(bytes.ok());
        const auto document = read::read(*bytes, sample.document, now.limits);
        REQUIRE(document.ok());
        const read::Recognition recognition = read::recognise(*document, now.recognise);
        if (recognition.kind != plan::Kind::plan)
            continue;
        DYNAMIC_SECTION(sample.name) {
            const std::string xml = read::write_plan_xml(recognition.plan);
            REQUIRE(moved(xml) != xml);
            const std::map<std::string, std::string> today = verdicts(xml, now), later = verdicts(moved(xml), then);
            REQUIRE(today.size() == later.size());
            for (const auto& [rule, verdict] : today) {
                INFO(rule);
                if (!dated_law.contains(rule))
                    CHECK(later.at(rule) == verdict);
            }
        }
    }
}

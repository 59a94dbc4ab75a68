// What is counted over many documents, and ids of rules said in short.
#include "report/tally.hpp"

#include "support/catch.hpp"

using namespace ehc;
using report::Tally;

namespace {

finding::DocumentReport document_of(std::string date, std::vector<finding::Severity> severities, std::string group = "") {
    finding::DocumentReport document;
    document.kind = plan::Kind::plan;
    document.plan_date = std::move(date);
    document.groups = {std::move(group)};
    for (const finding::Severity severity : severities) {
        finding::Finding one;
        one.severity = severity;
        one.section = plan::Letter::F;
        document.findings.push_back(one);
    }
    return document;
}

std::vector<finding::RuleInfo> rules_of(const std::vector<std::pair<std::string, std::string>>& ids) {
    std::vector<finding::RuleInfo> rules;
    for (const auto& [pack, id] : ids) {
        rules.emplace_back();
        rules.back().id = id;
        rules.back().pack = pack;
    }
    return rules;
}

} // namespace

TEST_CASE("documents are counted by section, month and group; what was not audited is left out") {
    using enum finding::Severity;
    Tally tally(1);
    tally.add(document_of("2025-02-01", {critical, minor}, "Hill"));
    tally.add(document_of("2025-02-27", {minor}, "Hill"));
    tally.add(document_of("2024-12", {major}, "Lantern"));
    tally.add(document_of("", {}, ""));
    finding::DocumentReport unread = document_of("2025-02-01", {critical}, "Hill"), foreign = unread;
    unread.error = "no";
    foreign.kind = plan::Kind::other;
    tally.add(unread);
    tally.add(foreign);
    CHECK(tally.audited() == 4);
    CHECK(tally.grave() == 2);
    CHECK(tally.by_worst() == std::array<std::size_t, 5>{1, 1, 1, 0, 1});
    CHECK(tally.sections()[static_cast<std::size_t>(plan::Letter::F)].documents == 3);
    CHECK(tally.sections()[static_cast<std::size_t>(plan::Letter::F)].findings == report::Counts{1, 1, 2, 0});
    const auto months = tally.months();
    REQUIRE(months.size() == 3);
    CHECK(months[0].first == "2024-12");
    CHECK(months[1].first == "2025-02");
    CHECK(months[1].second.documents == 2);
    CHECK(months[2].first == report::not_stated);
    const auto groups = tally.group(0);
    REQUIRE(groups.size() == 3);
    CHECK(groups[0].first == "Lantern"); // one to send back as at Hill, of fewer documents
    CHECK(groups[1].first == "Hill");
    CHECK(groups[1].second.grave == 1);
    CHECK(groups[2].first == report::not_stated);
}

TEST_CASE("many months are counted as years") {
    Tally tally(0);
    for (int month = 0; month < 26; ++month)
        tally.add(document_of(std::to_string(2020 + month / 12) + "-" + (month % 12 < 9 ? "0" : "") + std::to_string(month % 12 + 1) + "-01", {}));
    CHECK(tally.by_year());
    REQUIRE(tally.months().size() == 3);
    CHECK(tally.months()[2].first == "2022");
    CHECK(tally.months()[2].second.documents == 2);
}

TEST_CASE("rules are named by ranges within their pack, which leave out none") {
    const auto rules = rules_of({{"form", "EHC-M01"}, {"form", "EHC-M02"}, {"form", "EHC-M03"}, {"form", "EHC-M05"}, {"form", "EHC-M06"}, {"form", "EHC-N01"}, {"time", "EHC-T01"}, {"time", "EHC-T02"}, {"time", "EHC-T03"}});
    using Ranges = std::vector<std::pair<std::string, std::string>>;
    CHECK(report::ranges_by_pack(rules, {"EHC-M01", "EHC-M02", "EHC-M03", "EHC-M05", "EHC-T01", "EHC-T02"}) == Ranges{{"form", "EHC-M01 to M05"}, {"time", "EHC-T01, T02"}});
    CHECK(report::ranges_by_pack(rules, {"EHC-M01", "EHC-M03", "EHC-M05", "EHC-M06", "EHC-N01"}) == Ranges{{"form", "EHC-M01, M03 to M06, EHC-N01"}});
    CHECK(report::ranges_by_pack(rules, {"EHC-Q01"}) == Ranges{{"others", "EHC-Q01"}});
    CHECK(report::ranges_by_pack(rules, {}).empty());
}

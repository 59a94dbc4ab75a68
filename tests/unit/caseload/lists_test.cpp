// Baselines and accepted exceptions.
#include "caseload/baseline.hpp"
#include "caseload/suppressions.hpp"

#include "support/catch.hpp"

using namespace ehc;
using caseload::Baseline, caseload::Suppressions;
using finding::DocumentReport, finding::Finding;

namespace {

Finding finding_of(std::string rule, std::string fingerprint, plan::Letter section = plan::Letter::F) {
    Finding one;
    one.rule = std::move(rule);
    one.slug = "a-slug";
    one.section = section;
    one.fingerprint = std::move(fingerprint);
    one.places = {{}};
    return one;
}

DocumentReport document_of(std::string path, std::vector<Finding> findings) {
    DocumentReport document;
    document.path = std::move(path);
    document.findings = std::move(findings);
    document.by_rule.resize(1);
    return document;
}

std::vector<finding::RuleInfo> rules_run() {
    finding::RuleInfo rule;
    rule.id = "EHC-F01";
    rule.slug = "provision-vague";
    rule.title = "Provision is specific";
    return {rule};
}

std::string exception_until(const std::string& until, const std::string& more = "") {
    return "suppression\n{\n  rule provision-vague ; by name\n  plan a.xml\n  reason \"Agreed; see the minutes\"\n  who \"J. Okafor\"\n  until " + until + "\n" + more + "}\n";
}

Suppressions parsed(const std::string& text) {
    auto list = Suppressions::parse(text, "lists/exceptions.info");
    INFO((list ? "" : list.error().line()));
    REQUIRE(list.ok());
    return *list;
}

std::string wrong(const std::string& text) {
    const auto list = Suppressions::parse(text, "exceptions.info");
    return list ? "" : list.error().line();
}

const Date today = *Date::of(2025, 6, 1);

} // namespace

TEST_CASE("a baseline counts: a third finding beside two known ones is new") {
    Baseline baseline;
    baseline.take(document_of("a.xml", {finding_of("EHC-F01", "x"), finding_of("EHC-F01", "x"), finding_of("EHC-F02", "y")}));
    DocumentReport now = document_of("a.xml", {finding_of("EHC-F01", "x"), finding_of("EHC-F01", "x"), finding_of("EHC-F01", "x")});
    baseline.apply(now);
    CHECK(now.findings.size() == 1);
    CHECK(now.known.size() == 2);
    REQUIRE(now.gone.size() == 1);
    CHECK(now.gone[0] == finding::Gone{"EHC-F02", "y", plan::Letter::F, 1});
    DocumentReport other = document_of("b.xml", {finding_of("EHC-F01", "x")});
    baseline.apply(other);
    CHECK(other.findings.size() == 1);
}

TEST_CASE("a baseline is written sorted and reads back, odd names and all") {
    Baseline baseline;
    baseline.take(document_of("b.xml", {finding_of("EHC-F02", "y", plan::Letter::H1)}));
    baseline.take(document_of("a plan\nwith \\ a break.xml", {finding_of("EHC-F01", "x"), finding_of("EHC-F01", "x")}));
    const std::string text = baseline.text();
    CHECK(text == "ehcaudit-baseline 1\nEHC-F01 F 2 x a plan\\nwith \\\\ a break.xml\nEHC-F02 H1 1 y b.xml\n");
    const auto again = Baseline::parse(text, "baseline.txt");
    REQUIRE(again.ok());
    CHECK(again->text() == text);
}

TEST_CASE("what came and went since a baseline, and documents that were not seen") {
    Baseline before, after;
    before.take(document_of("a.xml", {finding_of("EHC-F01", "x"), finding_of("EHC-F01", "x")}));
    before.take(document_of("gone.xml", {finding_of("EHC-F01", "z")}));
    after = before;
    after.take(document_of("a.xml", {finding_of("EHC-F01", "x"), finding_of("EHC-F09", "n")}));
    const auto change = after.since(before);
    CHECK(change.added == 1);
    CHECK(change.gone == 1);
    CHECK(after.documents_beside({"a.xml"}) == 1);
    DocumentReport unreadable = document_of("a.xml", {});
    unreadable.error = "this is not a plan";
    after.take(unreadable);
    CHECK(after.since(before).added == 1); // what it had is kept
}

TEST_CASE("a broken baseline is never an empty one") {
    const auto wrong_line = [](const std::string& text) {
        const auto baseline = Baseline::parse(text, "b.txt");
        return baseline ? std::string() : baseline.error().line();
    };
    CHECK(wrong_line("").find("b.txt: this is not a baseline") == 0);
    CHECK(wrong_line("ehcaudit-baseline 2\n").find("this is not a baseline") != std::string::npos);
    for (const char* line : {"EHC-F01", "EHC-F01 F 0 x a.xml", "EHC-F01 F 2x x a.xml", "EHC-F01 Q 2 x a.xml", "EHC-F01 F 2 x ", "<<<<<<< HEAD"})
        CHECK(wrong_line(std::string("ehcaudit-baseline 1\n") + line + "\n").find("b.txt:2: this line of the baseline is broken") == 0);
    CHECK(wrong_line("ehcaudit-baseline 1\nEHC-F01 F 1 x a\nEHC-F01 F 2 x a\n").find("b.txt:3: this line stands twice") == 0);
}

TEST_CASE("an exception accepts findings up to and on its last day") {
    DocumentReport document = document_of("a.xml", {finding_of("EHC-F01", "x"), finding_of("EHC-F02", "y")});
    parsed(exception_until("2025-06-01")).apply(document, rules_run(), today);
    REQUIRE(document.suppressed.size() == 1);
    CHECK(document.suppressed[0].finding.rule == "EHC-F01");
    CHECK(document.suppressed[0].reason == "Agreed; see the minutes");
    CHECK(document.suppressed[0].who == "J. Okafor");
    REQUIRE(document.findings.size() == 1);
    CHECK(document.findings[0].rule == "EHC-F02");
}

TEST_CASE("an exception that has run out, or accepts nothing, is a finding") {
    DocumentReport expired = document_of("a.xml", {finding_of("EHC-F01", "x")});
    parsed(exception_until("2025-05-31")).apply(expired, rules_run(), today);
    REQUIRE(expired.findings.size() == 2);
    CHECK(expired.suppressed.empty());
    const auto about = std::find_if(expired.findings.begin(), expired.findings.end(), [](const Finding& one) { return one.rule == "EHC-Y01"; });
    REQUIRE(about != expired.findings.end());
    CHECK(about->message.find("ran out on 31 May 2025") != std::string::npos);
    CHECK(about->citations == std::vector<std::string>{"exceptions.info, line 1"});

    DocumentReport unused = document_of("a.xml", {finding_of("EHC-F01", "x", plan::Letter::H1)});
    parsed(exception_until("2026-01-01", "  section F\n")).apply(unused, rules_run(), today);
    CHECK(unused.findings.size() == 2);
    CHECK(std::any_of(unused.findings.begin(), unused.findings.end(), [](const Finding& one) { return one.rule == "EHC-Y02"; }));

    // Of another plan, of a rule that was not run, or on a document that could not be read, nothing is said.
    DocumentReport other = document_of("b.xml", {});
    DocumentReport not_run = document_of("a.xml", {});
    DocumentReport unreadable = document_of("a.xml", {});
    unreadable.error = "this is not a plan";
    parsed(exception_until("2026-01-01")).apply(other, rules_run(), today);
    parsed(exception_until("2026-01-01")).apply(not_run, {}, today);
    parsed(exception_until("2026-01-01")).apply(unreadable, rules_run(), today);
    CHECK(other.findings.empty());
    CHECK(not_run.findings.empty());
    CHECK(unreadable.findings.empty());
}

TEST_CASE("an exception may name the plan's own id") {
    DocumentReport document = document_of("other/name.xml", {finding_of("EHC-F01", "x")});
    document.plan_id = "a.xml";
    parsed(exception_until("2026-01-01")).apply(document, rules_run(), today);
    CHECK(document.suppressed.size() == 1);
}

TEST_CASE("a list of exceptions with anything wrong is refused, with its line") {
    CHECK(wrong("suppression\n{\n  rule EHC-F01\n  plan a\n  who b\n  until 2025-01-01\n}\n").find("exceptions.info:1: this exception has no `reason`") == 0);
    CHECK(wrong("suppression\n{\n  rule EHC-F01\n}\nsuppression\n{\n rle EHC-F01\n}\n").find("exceptions.info:1: this exception has no `plan`") == 0);
    CHECK(wrong("suppression\n{\n  rle EHC-F01\n}\n") == "exceptions.info:3: `rle` is not a key here; did you mean `rule`?");
    CHECK(wrong("supression\n{\n}\n") == "exceptions.info:1: `supression` is not a key here; did you mean `suppression`?");
    CHECK(wrong(exception_until("1/6/2025")).find("exceptions.info:7: `1/6/2025` is not a date") == 0);
    CHECK(wrong(exception_until("2025-06-01", "  section Z\n")).find("exceptions.info:8: `Z` is not a section") == 0);
    CHECK(wrong(exception_until("2025-06-01", "  who \"another\"\n")).find("exceptions.info:8: `who` is given twice") == 0);
    CHECK(wrong("suppression\n{\n  rule EHC-F01\n").find("a bracket `{` is not closed") != std::string::npos);
    CHECK(wrong("#include \"other\"\n").find("exceptions.info:1: a line begins with `#`") == 0);
    CHECK(wrong("suppression\n{\n  who J. Okafor\n}\n").find("values of several words stand in quotes") != std::string::npos);
    CHECK(wrong(std::string("suppression\0{}", 14)).find("not a text file") != std::string::npos);
    CHECK(wrong(std::string(9, '{')).find("more than 8 deep") != std::string::npos);
}

// The HTML report, as far as its text shows it; tests/page/ looks at it in a browser.
#include "report/escape.hpp"
#include "report/registry.hpp"

#include "support/catch.hpp"
#include "unit/report/shared_reports.hpp"

#include <set>
#include <sstream>

using namespace ehc;

namespace {

std::string page(const finding::Report& report) {
    std::ostringstream out;
    report::write(*report::format_named("html"), out, report, {});
    return out.str();
}

std::size_t count(const std::string& text, std::string_view words) {
    std::size_t n = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + words.size()))
        ++n;
    return n;
}

bool holds(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

std::set<std::string> values_of(const std::string& text, const std::string& attribute) {
    std::set<std::string> values;
    const std::string opening = " " + attribute + "=\"";
    for (auto at = text.find(opening); at != std::string::npos; at = text.find(opening, at + 1)) {
        const auto begin = at + opening.size();
        values.insert(text.substr(begin, text.find('"', begin) - begin));
    }
    return values;
}

finding::Passage passage(std::uint32_t block, std::uint32_t begin, std::string text) {
    finding::Passage one;
    one.origin.block = block;
    one.origin.span = {begin, begin + static_cast<std::uint32_t>(text.size())};
    one.text = std::move(text);
    return one;
}

// One plan with two findings in one line, one of them with a second place in another, and one that is about no place.
finding::Report with_text() {
    finding::Report report = finding::shared::ordinary();
    finding::DocumentReport& document = report.documents.front();
    document.text = {passage(1, 0, "Section F <provision>"), passage(2, 22, "Regular help as appropriate & soon."), passage(3, 58, "Access to a room.")};
    document.text[0].heading_level = 1;
    const auto at = [](std::uint32_t block, std::uint32_t begin, std::string words) {
        finding::Place place;
        place.origin.block = block;
        place.origin.span = {begin, begin + static_cast<std::uint32_t>(words.size())};
        place.words = std::move(words);
        return place;
    };
    auto& findings = document.findings;
    findings.resize(3);
    findings[0].places = {at(2, 22, "Regular"), at(3, 58, "Access to")};
    findings[1].places = {at(2, 35, "as appropriate & soon")};
    findings[2].places = {finding::Place{}};
    return report;
}

} // namespace

TEST_CASE("words at fault are marked where they stand, and linked with their note both ways") {
    const std::string text = page(with_text());
    const auto row = text.find("<p class=\"govuk-body\"><mark class=\"ehc-mark ehc-mark--critical\" data-finding=\"1\"");
    REQUIRE(row != std::string::npos);
    const std::string line = text.substr(row, text.find("</p>", row) - row);
    CHECK(holds(line, ">Regular</mark><a class=\"ehc-ref\" id=\"w1\" href=\"#f1\""));
    CHECK(holds(line, "</a> help <mark"));
    CHECK(holds(line, ">as appropriate &amp; soon</mark><a class=\"ehc-ref\" id=\"w2\" href=\"#f2\""));
    CHECK(holds(text, ">Access to</mark><a class=\"ehc-ref\" id=\"w1-2\" href=\"#f1\""));
    CHECK(holds(text, "<a class=\"govuk-link\" href=\"#w1\">"));
    CHECK(holds(text, "<a class=\"govuk-link\" href=\"#w1-2\">"));
    CHECK(holds(text, "Section F &lt;provision&gt;</h3>"));
    // The third has no words in the text: its note stands apart, and no link leads nowhere.
    CHECK(holds(text, "About the plan as a whole"));
    CHECK_FALSE(holds(text, "href=\"#w3\""));
}

TEST_CASE("every link inside a page leads somewhere, and no id is there twice") {
    for (const finding::Report& report : {with_text(), finding::shared::empty(), finding::shared::ordinary(), finding::shared::several(), finding::shared::hostile()}) {
        const std::string text = page(report);
        const std::set<std::string> ids = values_of(text, "id");
        for (const std::string& target : values_of(text, "href")) {
            INFO(target);
            REQUIRE(target.starts_with("#"));
            CHECK(ids.contains(target.substr(1)));
        }
        for (const std::string& id : ids) {
            INFO(id);
            CHECK(count(text, " id=\"" + id + "\"") == 1);
        }
    }
}

TEST_CASE("nothing in a plan is markup or asks for anything from outside") {
    for (finding::Report report : {finding::shared::hostile(), with_text()}) {
        report.documents.front().text.push_back(passage(9, 900, "</style></script><script>alert(1)</script><img src=//x onerror=alert(2)>"));
        report.group_names = {"<b>School"};
        report.profile = "\"><script>";
        for (const bool several : {false, true}) {
            if (several)
                report.documents.push_back(report.documents.front());
            report.summary = finding::summarise(report.documents);
            const std::string text = page(report);
            CHECK(count(text, "<script") == 1);
            CHECK(count(text, "</style") == 1);
            CHECK(count(text, "<img") == 0);
            CHECK(count(text, "<b>") == 0);
            CHECK(count(text, "url(") == 0);
            CHECK(count(text, "\xe2\x80\xae") == 0); // right-to-left override
        }
    }
    CHECK(report::xml_escaped_piece(" a<b> ") == " a&lt;b&gt; ");
    CHECK(report::xml_escaped_piece(" ") == " ");
    CHECK(report::xml_escaped_piece("") == "");
}

TEST_CASE("what was not checked, what needs a person and what could not be read is on the page of many") {
    const std::string text = page(finding::shared::several());
    CHECK(holds(text, "2 of 3 plans would be sent back"));
    CHECK(holds(text, "plans/scan.docx"));
    CHECK(holds(text, "Could not be read: this is not a Word document"));
    CHECK(holds(text, "Not a document that the rules are about: not an EHC document"));
    CHECK(holds(text, "advice 2 has no date"));
    CHECK(holds(text, "the version before was not given"));
    CHECK(holds(text, "Do these read as the child&#39;s own words?"));
}

TEST_CASE("plans are counted by the groups that the user gives") {
    finding::Report report = finding::shared::several();
    const std::string text = page(report);
    CHECK(holds(text, "By School</h2>"));
    CHECK(holds(text, ">Hill School, &quot;upper&quot;</td>"));
    CHECK(holds(text, ">Not stated</td>"));
}

TEST_CASE("the page of a great many plans holds the findings of the worst and the counts of all") {
    finding::Report report = finding::shared::ordinary();
    const finding::DocumentReport one = report.documents.front();
    report.documents.clear();
    for (int i = 0; i < 250; ++i) {
        report.documents.push_back(one);
        report.documents.back().path = "plans/" + std::to_string(i) + ".docx";
        if (i % 2 == 0)
            report.documents.back().findings.clear();
    }
    report.summary = finding::summarise(report.documents);
    const std::string text = page(report);
    CHECK(holds(text, "125 of 250 plans would be sent back"));
    CHECK(holds(text, "This page holds the findings of the 100 worst of 250 plans."));
    CHECK(count(text, "<details class=\"govuk-details\" id=\"p") == 100);
    CHECK(count(text, "plans/248.docx") == 1); // in the table
    CHECK(count(text, "href=\"#p2\"") > 0);
    CHECK(count(text, "href=\"#p1\"") == 0); // has no finding
}

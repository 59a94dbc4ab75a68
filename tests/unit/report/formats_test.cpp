// Every format writes the shared reports; tests/report/ holds what it must write.
#include "report/registry.hpp"

#include "support/golden.hpp"
#include "unit/report/shared_reports.hpp"

#include <algorithm>
#include <filesystem>
#include <locale>
#include <set>
#include <sstream>

using namespace ehc;
using report::Options;

namespace {

std::string written(std::string_view format, const finding::Report& report, const Options& options = {}) {
    std::ostringstream out;
    report::write(*report::format_named(format), out, report, options);
    return out.str();
}

// Copies are no reports: tests/unit/annotate/.
std::vector<report::Format> written_formats() {
    std::vector<report::Format> all(report::formats().begin(), report::formats().end());
    std::erase_if(all, [](const report::Format& format) { return format.is_copies(); });
    return all;
}

// Style, script and their hashes are the same in every page: goldens go without.
std::string without_assets(std::string page) {
    for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{"<style>", "</style>"}, {"<script>", "</script>"}, {"'sha256-", "'"}})
        for (auto at = page.find(from); at != std::string::npos; at = page.find(from, at + from.size()))
            page.erase(at + from.size(), page.find(to, at + from.size()) - at - from.size());
    return page;
}

struct Shared {
    std::string name;
    finding::Report report;
};

std::vector<Shared> shared_reports() {
    using namespace finding::shared;
    return {{"empty", empty()}, {"ordinary", ordinary()}, {"several", several()}, {"hostile", hostile()}};
}

// Groups digits, as many locales do.
struct Grouping : std::numpunct<char> {
    char do_thousands_sep() const override { return ','; }
    std::string do_grouping() const override { return "\1"; }
};

constexpr std::string_view extension_of(std::string_view format) {
    return format == "text" ? "txt" : format == "junit" ? "junit.xml" : format == "gitlab" ? "gitlab.json" : format == "markdown" ? "md" : format == "github-summary" ? "summary.md" : format;
}

// A workbook is a zip, which no person can read as a golden file: tests/report/validate.py reads it back instead.
bool has_golden(std::string_view format) { return format != "xlsx"; }

std::size_t longest_line(const std::string& ascii) {
    std::istringstream in(ascii);
    std::size_t longest = 0;
    for (std::string line; std::getline(in, line);)
        longest = std::max(longest, line.size());
    return longest;
}

} // namespace

TEST_CASE("each format writes each shared report as its golden file says") {
    for (const Shared& shared : shared_reports())
        for (const report::Format& format : written_formats())
            if (has_golden(format.name)) {
                const std::string text = written(format.name, shared.report);
                ehc::test::check_golden("report/" + shared.name + "." + std::string(extension_of(format.name)), format.name == "html" ? without_assets(text) : text);
            }
}

TEST_CASE("the text report in its other shapes") {
    ehc::test::check_golden("report/ordinary-verbose-100.txt",
                            written("text", finding::shared::ordinary(), {.width = 100, .verbose = true}));
    ehc::test::check_golden("report/several-quiet-major.txt",
                            written("text", finding::shared::several(), {.quiet = true, .show = finding::Severity::major}));
    ehc::test::check_golden("report/hostile-ascii-60.txt",
                            written("text", finding::shared::hostile(), {.unicode = false, .width = 60}));
    ehc::test::check_golden("report/ordinary-colour.txt", written("text", finding::shared::ordinary(), {.colour = true}));
}

TEST_CASE("no golden file is left over from a report or format that is gone") {
    std::set<std::string> expected{"ordinary-verbose-100.txt", "several-quiet-major.txt", "hostile-ascii-60.txt",
                                   "ordinary-colour.txt", "validate.py", "written.py", "redacted.py", "lists.py", "ci_files.py", "sarif-2.1.0.schema", "sarif-2.1.0.schema.notice"};
    for (const Shared& shared : shared_reports())
        for (const report::Format& format : written_formats())
            if (has_golden(format.name))
                expected.insert(shared.name + "." + std::string(extension_of(format.name)));
    std::set<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(test::tests_dir() / "report"))
        found.insert(entry.path().filename().string());
    CHECK(found == expected);
}

TEST_CASE("colour adds nothing but colour") {
    std::string coloured = written("text", finding::shared::several(), {.colour = true});
    for (std::size_t at = 0; (at = coloured.find("\x1b[", at)) != std::string::npos;)
        coloured.erase(at, coloured.find('m', at) + 1 - at);
    CHECK(coloured == written("text", finding::shared::several()));
}

namespace {

// Thirteen thousand documents by turns, without holding them.
std::string text_of_many(const finding::Report& pattern, std::uint32_t documents, const Options& options) {
    std::ostringstream out;
    finding::Report head = pattern;
    head.documents.clear();
    head.summary = {};
    head.summary.documents = documents;
    const auto running = report::format_named("text")->open(out, head, options);
    finding::Summary summary;
    for (std::uint32_t i = 0; i < documents; ++i) {
        finding::DocumentReport document = pattern.documents[i % pattern.documents.size()];
        document.path = "plans/of a school with a long name/year " + std::to_string(i % 14) + "/" + std::to_string(i) + " " + document.path;
        finding::add(summary, document);
        running->document(document);
    }
    summary.rules_without_subject = {"EHC-L15"};
    running->end(summary);
    return out.str();
}

} // namespace

TEST_CASE("the text report of 13,000 documents fits one screen, and with --verbose shows all") {
    for (const auto& [pattern, lines] : {std::pair(finding::shared::ordinary(), 24), std::pair(finding::shared::several(), 40), std::pair(finding::shared::hostile(), 27)}) {
        const std::string text = text_of_many(pattern, 13'000, {.unicode = false});
        INFO(text);
        CHECK(std::count(text.begin(), text.end(), '\n') <= lines); // more where there are settings, groups, exceptions, unreadable documents
        CHECK(longest_line(text) <= 80);
        CHECK(text.find("\x1b") == std::string::npos);
        CHECK(text.find("in 13,000 documents") != std::string::npos);
    }
    const std::string all = text_of_many(finding::shared::several(), 60, {.verbose = true});
    CHECK(all.find("/59 plans/amara.docx") != std::string::npos);
    const std::string quiet = text_of_many(finding::shared::several(), 60, {.quiet = true});
    CHECK(std::count(quiet.begin(), quiet.end(), '\n') <= 8);
}

TEST_CASE("more results than GitHub takes are told in the log itself") {
    finding::Report report = finding::shared::ordinary();
    std::vector<finding::Finding>& findings = report.documents.front().findings;
    CHECK(written("sarif", report).find("GitHub code scanning takes") == std::string::npos);
    const finding::Finding one = findings.front();
    findings.assign(25'001, one);
    CHECK(written("sarif", report).find("and GitHub code scanning takes 25,000 at most and shows the worst 5,000") != std::string::npos);
}

TEST_CASE("forty findings of one rule in one section are one entry with its places") {
    finding::Report report = finding::shared::ordinary();
    finding::DocumentReport& document = report.documents.front();
    const finding::Finding vague = *std::find_if(document.findings.begin(), document.findings.end(), [](const finding::Finding& one) { return one.rule == "EHC-F01"; });
    document.findings.assign(40, vague);
    for (std::uint32_t i = 0; i < 40; ++i)
        document.findings[i].places.front().origin.paragraph = 100 + i;
    report.summary = finding::summarise(report.documents);
    const std::string text = written("text", report);
    CHECK(text.find("EHC-F01 provision-vague (40 findings)") != std::string::npos);
    CHECK(text.find("and 37 more in Section F: paragraphs 103, 104, 105,") != std::string::npos);
    CHECK(std::count(text.begin(), text.end(), '\n') < 60);
    CHECK(written("text", report, {.verbose = true}).find("more in Section F") == std::string::npos);
    const std::string json = written("json", report);
    std::size_t in_json = 0;
    for (std::size_t at = 0; (at = json.find("\"rule\": \"EHC-F01\"", at)) != std::string::npos; ++at)
        ++in_json;
    CHECK(in_json == 40);
}

TEST_CASE("no text of a plan reaches the terminal as a control character") {
    for (const bool unicode : {true, false}) {
        const std::string text = written("text", finding::shared::hostile(), {.unicode = unicode, .verbose = true});
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            CHECK((byte >= 0x20 || byte == '\n'));
            CHECK((unicode || byte < 0x7F));
        }
        CHECK(text.find("\xe2\x80\xae") == std::string::npos); // right-to-left override
        CHECK(text.find("\xc2\x9b") == std::string::npos);     // the one-character CSI
    }
}

TEST_CASE("lines keep to the width, paths aside") {
    for (const unsigned width : {40U, 60U, 80U, 120U}) {
        INFO(width);
        CHECK(longest_line(written("text", finding::shared::ordinary(), {.unicode = false, .width = width})) <= width);
        CHECK(longest_line(written("text", finding::shared::hostile(), {.unicode = false, .width = width})) <= width);
    }
    // Too narrow a page is a page of 40 columns.
    CHECK(written("text", finding::shared::ordinary(), {.width = 1}) == written("text", finding::shared::ordinary(), {.width = 40}));
}

TEST_CASE("what is below the severity shown is counted, not lost") {
    const std::string text = written("text", finding::shared::ordinary(), {.show = finding::Severity::major});
    CHECK(text.find("EHC-K03 ") == std::string::npos);
    CHECK(text.find("not shown: 1 minor, 1 advice\n") != std::string::npos);
    CHECK(text.find("6 findings in 1 document: 1 critical, 3 major, 1 minor, 1 advice\n") != std::string::npos);
}

TEST_CASE("good practice and local policy are never presented as law") {
    finding::Report report = finding::shared::ordinary();
    const auto only = [&](finding::Basis basis) {
        finding::Report one = report;
        auto& findings = one.documents.front().findings;
        findings.resize(1);
        findings.front().basis = basis;
        findings.front().citations = {"the source"};
        return written("text", one);
    };
    CHECK(only(finding::Basis::law).find("  law:           the source\n") != std::string::npos);
    CHECK(only(finding::Basis::case_law).find("  case law:      the source\n") != std::string::npos);
    CHECK(only(finding::Basis::statutory_guidance).find("  guidance:      the source\n") != std::string::npos);
    CHECK(only(finding::Basis::practice).find("  good practice: the source\n") != std::string::npos);
    CHECK(only(finding::Basis::local).find("  local policy:  the source\n") != std::string::npos);
    CHECK(only(finding::Basis::practice).find("law:") == std::string::npos);
}

TEST_CASE("json lists places from the second on") {
    finding::Report one = finding::shared::ordinary();
    auto& findings = one.documents.front().findings;
    findings.resize(1);
    CHECK(written("json", one).find("\"places\"") == std::string::npos);
    findings.front().places.push_back(findings.front().places.front());
    CHECK(written("json", one).find("\"places\"") != std::string::npos);
}

TEST_CASE("numbers do not follow the locale of the stream") {
    for (const report::Format& format : written_formats()) {
        std::ostringstream out;
        out.imbue(std::locale(std::locale::classic(), new Grouping));
        report::write(format, out, finding::shared::several(), {});
        CHECK(out.str() == written(format.name, finding::shared::several()));
    }
}

TEST_CASE("formats are found by name") {
    REQUIRE(report::format_named("json") != nullptr);
    CHECK(report::format_named("json")->name == "json");
    CHECK(report::format_named("JSON") == nullptr);
    CHECK(report::format_named("") == nullptr);
    CHECK(report::format_names().front() == "text");
    for (const report::Format& format : written_formats())
        CHECK((format.write == nullptr) != (format.open == nullptr));
}

#include "cli/options.hpp"
#include "cli/values.hpp"

#include "report/registry.hpp"
#include "support/catch.hpp"

#include <sstream>

using namespace ehc;
using namespace ehc::cli;
using finding::Severity;
using Words = std::vector<std::string>;

namespace {

template <class C> C parsed(const Words& words) {
    const Result<Command> result = parse(words, "9.8.7");
    INFO((result ? std::string("parsed") : result.error().line()));
    REQUIRE(result.ok());
    REQUIRE(std::holds_alternative<C>(*result));
    return std::get<C>(*result);
}

// The one line of what is wrong; "" when nothing is.
std::string wrong(const Words& words) {
    const Result<Command> result = parse(words, "9.8.7");
    if (result)
        return "";
    const std::string line = result.error().line();
    CHECK(line.find('\n') == std::string::npos);
    return line;
}

Words split(const std::string& line) {
    std::istringstream in(line);
    Words words;
    for (std::string word; in >> word;)
        words.push_back(word);
    return words;
}

} // namespace

TEST_CASE("check: what is left out has its usual value") {
    const Check check = parsed<Check>({"check", "plans"});
    CHECK(check.paths == Words{"plans"});
    CHECK_FALSE(check.as_at);
    CHECK((check.rules.paths.empty() && check.rules.packs.empty() && check.rules.rules.empty() && check.rules.skip.empty()));
    CHECK((check.rules.settings.empty() && check.rules.profile.empty() && check.rules.files.empty() && !check.rules.no_project && !check.rules.only));
    CHECK_FALSE(check.recognise.kind);
    CHECK_FALSE(check.recognise.status);
    CHECK(check.formats.empty()); // what is left open, settings files may say
    CHECK(!check.fail_on);
    CHECK(!check.show);
    CHECK_FALSE(check.jobs);
    CHECK_FALSE(check.time_limit);
    CHECK_FALSE(check.ocr);
    CHECK_FALSE(check.quiet);
    CHECK_FALSE(check.verbose);
    CHECK(check.colour == Colour::automatic);
}

TEST_CASE("check: every option is read, between and after paths") {
    const Check check = parsed<Check>(
        {"check", "a.docx", "--as-at", "2025-06-01", "--rules", "local", "b.docx", "-r", "more.rules", "--only-rules", "--rules-dir=/opt/rules",
         "--pack", "advice", "--rule", "EHC-K03", "--rule", "provision-vague", "--skip", "EHC-A18", "--set", "advice_life=18 months",
         "-s", "share=10%=x", "--kind", "draft", "-f", "json=out=1.json", "--format", "text", "--fail-on", "never", "--show", "minor",
         "-j8", "-q", "--color=always", "c.docx"});
    CHECK(check.paths == Words{"a.docx", "b.docx", "c.docx"});
    REQUIRE(check.as_at);
    CHECK(check.as_at->iso() == "2025-06-01");
    CHECK(check.rules.paths == Words{"local", "more.rules"});
    CHECK(check.rules.only);
    CHECK(check.rules.folder == "/opt/rules");
    CHECK(check.rules.packs == Words{"advice"});
    CHECK(check.rules.rules == Words{"EHC-K03", "provision-vague"});
    CHECK(check.rules.skip == Words{"EHC-A18"});
    CHECK(check.rules.settings == std::vector<Setting>{{"advice_life", "18 months"}, {"share", "10%=x"}});
    CHECK(check.recognise.kind == plan::Kind::plan);
    CHECK(check.recognise.status == plan::Status::draft);
    CHECK(check.formats == std::vector<FormatChoice>{{"json", "out=1.json"}, {"text", "-"}});
    REQUIRE(check.fail_on);
    CHECK_FALSE(*check.fail_on); // never
    CHECK(check.show == Severity::minor);
    CHECK(check.jobs == 8U);
    CHECK(check.quiet);
    CHECK(check.colour == Colour::always);
    CHECK(parsed<Check>({"check", "a", "-v"}).verbose);
    CHECK(parsed<Check>({"check", "a", "--ocr"}).ocr == true);
    CHECK(parsed<Check>({"check", "a", "--time-limit", "300"}).time_limit == 300U);
    CHECK(parsed<Explain>({"explain", "a", "EHC-A01", "--ocr"}).ocr == true);
    CHECK(parsed<Convert>({"convert", "a", "--map", "--ocr"}).ocr);
}

TEST_CASE("check: kinds") {
    const auto kind = [](const std::string& word) { return parsed<Check>({"check", "a", "--kind", word}).recognise; };
    CHECK_FALSE(kind("auto").kind);
    CHECK(kind("plan").kind == plan::Kind::plan);
    CHECK_FALSE(kind("plan").status);
    CHECK(kind("template").kind == plan::Kind::template_);
    CHECK(kind("fragment").kind == plan::Kind::fragment);
    CHECK(kind("advice").kind == plan::Kind::advice);
}

TEST_CASE("paths are taken as they are written") {
    CHECK(parsed<Check>({"check", "[2025,2026]", "rules", "check", "help", "{}", "a b", "-", "--", "-q", "--help", "--"}).paths ==
          Words{"[2025,2026]", "rules", "check", "help", "{}", "a b", "-", "-q", "--help", "--"});
    CHECK(parsed<Check>({"check", "a", "--rules", "[x]", "--rules", "{}"}).rules.paths == Words{"[x]", "{}"});
}

TEST_CASE("rules: list, show and test") {
    CHECK(parsed<RulesList>(split("rules list --pack advice --rules local")).rules.packs == Words{"advice"});
    const RulesShow show = parsed<RulesShow>(split("rules show EHC-K03 --rules local --only-rules"));
    CHECK(show.rule == "EHC-K03");
    CHECK(show.rules.only);
    const RulesTest test = parsed<RulesTest>(split("rules test --rule EHC-K03 --set a=1 -v --coverage"));
    CHECK(test.coverage);
    CHECK_FALSE(test.boundaries);
    CHECK(parsed<RulesTest>(split("rules test --boundaries")).boundaries);
    CHECK(test.rules.rules == Words{"EHC-K03"});
    CHECK(test.rules.settings == std::vector<Setting>{{"a", "1"}});
    CHECK(test.verbose);
}

TEST_CASE("explain and convert") {
    const Explain explain = parsed<Explain>(split("explain plan.docx EHC-K03 --as-at 2025-06-01 --kind plan --set a=1 --format json"));
    CHECK(explain.plan == "plan.docx");
    CHECK(explain.rule == "EHC-K03");
    CHECK(explain.as_at == Date::of(2025, 6, 1));
    CHECK(explain.recognise.kind == plan::Kind::plan);
    CHECK(explain.rules.settings.size() == 1);
    CHECK(explain.format == "json");
    CHECK(parsed<Explain>(split("explain p r")).format == "text");

    const Convert convert = parsed<Convert>(split("convert plan.docx -o out.xml --kind template"));
    CHECK(convert.plan == "plan.docx");
    CHECK(convert.output == "out.xml");
    CHECK(convert.recognise.kind == plan::Kind::template_);
    CHECK(parsed<Convert>(split("convert plan.docx -o -")).output == "-");
    CHECK(parsed<Convert>(split("convert plan.docx --map")).map);
    CHECK(!convert.map);
}

TEST_CASE("what is wrong is said in one line, with what to write instead") {
    struct Row {
        std::string line, message;
    };
    const std::vector<Row> rows{
        {"check", "`check` needs a document or a folder; for example `ehcaudit check plans/`"},
        {"chekc x", "`chekc` is not a command of `ehcaudit`; did you mean `check`?"},
        {"xyzzy", "`xyzzy` is not a command of `ehcaudit`; `ehcaudit --help` lists them"},
        {"plans/a.docx", "`plans/a.docx` is not a command of `ehcaudit`; did you mean `ehcaudit check plans/a.docx`?"},
        {"xyzzy check a", "`xyzzy` is not a command of `ehcaudit`; `ehcaudit --help` lists them"},
        {"check a ++ b", "`b` is not a command of `ehcaudit`; `ehcaudit --help` lists them"},
        {"check a --formt json", "`--formt` is not an option of `ehcaudit check`; did you mean `--format`?"},
        {"check a --sarif=x", "`--sarif` is not an option of `ehcaudit check`; `ehcaudit check --help` lists them"},
        {"check a -z", "`-z` is not an option of `ehcaudit check`; `ehcaudit check --help` lists them"},
        {"--quiet check a", "`--quiet` is not an option of `ehcaudit`; it belongs to `ehcaudit check` and stands after that"},
        {"explain a b --fail-on never",
         "`--fail-on` is not an option of `ehcaudit explain`; it belongs to `ehcaudit check` and stands after that"},
        {"check a --as-at", "--as-at: this needs a value after it; see `ehcaudit check --help`"},
        {"check a --as-at May", "--as-at: `May` is not a date; write year, month and day, for example 2025-06-01"},
        {"check a --as-at 12/5/2025", "--as-at: `12/5/2025` is not a date; for 12 May 2025 write 2025-05-12"},
        {"check a --as-at 31.12.2025", "--as-at: `31.12.2025` is not a date; for 31 December 2025 write 2025-12-31"},
        {"check a --as-at 12/31/2025", "--as-at: `12/31/2025` is not a date; write year, month and day, for example 2025-06-01"},
        {"check a --as-at 2025-02-30",
         "--as-at: there is no day `2025-02-30` in the calendar; write year, month and day, for example 2025-06-01"},
        {"check a --as-at 2025-01-01 --as-at 2025-01-02",
         "--as-at: this is given twice, as `2025-01-01` and `2025-01-02`; leave one of them out"},
        {"check a --show majr", "--show: `majr` is not a severity; did you mean `major`?"},
        {"check a --show never", "--show: `never` is not a severity; write critical, major, minor or advice"},
        {"check a --fail-on none", "--fail-on: `none` is not a severity; write critical, major, minor, advice or never"},
        {"check a --kind darft", "--kind: `darft` is not a kind of document; did you mean `draft`?"},
        {"check a --kind return",
         "--kind: `return` is not a kind of document; write auto, plan, draft, template, fragment or advice"},
        {"check a -f jsn", "--format: `jsn` is not a report format; did you mean `json`?"},
        {"check a -f json=", "--format: `json=` names no file; write `json=FILE`, or `json` for standard output"},
        {"check a -f text -f json=/dev/stdout",
         "--format: `text` and `json` would both go to standard output; give each its own file, for example `--format json=report.json`"},
        {"check a -f json=x -f text=x",
         "--format: `json` and `text` would both go to `x`; give each its own file, for example `--format json=report.json`"},
        {"check a --time-limit 0", "--time-limit: `0` is not a number of seconds; write a whole number from 1 to 86400"},
        {"check a -j 0", "--jobs: `0` is not a number of jobs; write a number from 1 to 1024, or leave it out for one a core"},
        {"check a --jobs many", "--jobs: `many` is not a number of jobs; write a number from 1 to 1024, or leave it out for one a core"},
        {"check a --set advice_life",
         "--set: `advice_life` does not set anything; write the parameter and its value, for example `--set \"advice_life=18 months\"`"},
        {"check a --set a=1 --set a=2", "--set: `a` is set twice; leave one of them out"},
        {"check a --only-rules", "--only-rules: this leaves no rules, since no --rules are given; add `--rules PATH`, or leave it out"},
        {"check a -qv", "`--quiet` and `--verbose` ask for opposite things; leave one of them out"},
        {"check a --quiet=no", "--quiet: this takes no value, and `no` is one; write `--quiet` alone, or leave it out"},
        {"check a --color sometimes", "--color: `sometimes` is not a choice of colour; write auto, always or never"},
        {"rules", "`rules` needs to know what to do; write one of list, show, test, cost, format, document, new after it"},
        {"rules lst", "`lst` is not a command of `ehcaudit rules`; did you mean `list`?"},
        {"rules show", "`rules show` needs the id or name of a rule; `ehcaudit rules list` lists them"},
        {"rules list extra",
         "`extra` is one word too many for `ehcaudit rules list`; see `ehcaudit rules list --help`, and quote names with spaces"},
        {"explain", "`explain` needs a plan and a rule; for example `ehcaudit explain plan.docx EHC-K03`"},
        {"explain plan.docx", "`explain` needs a rule after the plan; for example `ehcaudit explain plan.docx EHC-K03`"},
        {"explain a b --format xml", "--format: `xml` is not a format of `explain`; write text or json"},
        {"convert", "`convert` needs a plan; for example `ehcaudit convert plan.docx -o plan.xml`"},
        {"convert a", "`convert` needs to know where the plan XML goes; add `-o plan.xml`, or `-o -` for standard output; `--map` shows where its sections were found"},
        {"help exti", "there is no help on `exti`; did you mean `exit`?"},
        {"help rules lst", "there is no help on `rules lst`; did you mean `rules list`?"},
    };
    for (const Row& row : rows) {
        INFO(row.line);
        CHECK(wrong(split(row.line)) == row.message);
    }
    CHECK(wrong({"check", "a", "--as-at", ""}) == "--as-at: `` is not a date; write year, month and day, for example 2025-06-01");
    CHECK(wrong({"check", "a", ""}) == "one of the paths to check is empty; name a document or a folder, or leave it out");
    CHECK(wrong({"check", "a", "--rules", ""}) == "--rules: its value is empty; write a value after it, or leave it out");
}

TEST_CASE("an unknown name among many is not answered with all of them") {
    CHECK(unknown_name("--pack", "x", "a pack", Words{"advice", "timing"}).line() == "--pack: `x` is not a pack; write advice or timing");
    CHECK(unknown_name("--rule", "x", "a rule", Words(13, "EHC-A01")).line() == "--rule: `x` is not a rule; check the spelling");
}

TEST_CASE("help is there for every command, and names no option that does not exist") {
    for (const std::string command : {"check", "explain", "convert", "rules list", "rules show", "rules test", "rules cost", "rules format", "rules document", "rules new"}) {
        INFO(command);
        const std::string text = parsed<Print>(split(command + " --help")).text;
        CHECK(text.starts_with("Usage: ehcaudit " + command));
        CHECK(text == parsed<Print>(split("help " + command)).text);
        CHECK(text == parsed<Print>(split(command + " -h --zzz")).text);
        // Two examples at least, each of which is understood.
        std::istringstream lines(text);
        std::size_t examples = 0;
        for (std::string line; std::getline(lines, line);) {
            CHECK(line.size() <= 82); // an example may be a little longer than the page
            if (line.starts_with("  ehcaudit ")) {
                ++examples;
                CHECK(wrong(split(line.substr(11))) == "");
            }
        }
        CHECK(examples >= 2);
    }
    const std::string check = parsed<Print>(split("check --help")).text;
    for (const report::Format& format : report::formats())
        CHECK(check.find(std::string(format.name)) != std::string::npos);
}

TEST_CASE("help topics, version and the program alone") {
    const Print alone = parsed<Print>({});
    CHECK(alone.status == ExitStatus::wrong);
    CHECK(alone.text.starts_with("Usage: ehcaudit"));
    for (const char* line : {"--help", "-h", "help", "help help"}) {
        const Print help = parsed<Print>(split(line));
        CHECK(help.status == ExitStatus::clean);
        CHECK(help.text == parsed<Print>({"--help"}).text);
    }
    CHECK(parsed<Print>({"--version"}).text == "ehcaudit 9.8.7\n");
    CHECK(parsed<Print>({"-V"}).text == "ehcaudit 9.8.7\n");
    CHECK(parsed<Print>(split("rules --help")).text == parsed<Print>(split("help rules")).text);
    for (const char* status : {"  0   ", "  1   ", "  2   ", "  3   "})
        CHECK(parsed<Print>(split("help exit")).text.find(status) != std::string::npos);
    CHECK(parsed<Print>(split("help E203")).text.starts_with("E203 There is no such field\n"));
    CHECK(parsed<Print>(split("help e203")).text.find("Right:\n\n    for each advice in section K\n    require advice.date is stated\n") != std::string::npos);
    CHECK(parsed<Print>(split("help codes")).text.find("  E701  ") != std::string::npos);
    CHECK(wrong(split("help E199")) == "there is no help on `E199`; did you mean `E109`?");
    const std::string fields = parsed<Print>(split("help fields")).text;
    for (const char* part : {"\nadvice (each)\n", "\nchild\n", "\n  date_of_birth  ", "Values of role", "  educational_psychologist\n"})
        CHECK(fields.find(part) != std::string::npos);
    for (const char* topic : {"baseline", "codes", "exit", "fields", "formats", "kinds", "profile", "redact", "severities", "suppressions"})
        CHECK(parsed<Print>({"--help"}).text.find(std::string("  ") + topic) != std::string::npos);
}

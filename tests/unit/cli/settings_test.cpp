#include "cli/settings.hpp"

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace ehc;
using namespace ehc::cli;
using ehc::test::TemporaryFolder;

namespace {

SettingsFile file_of(const TemporaryFolder& folder, const std::string& text) {
    auto file = read_settings(folder.write("ehcaudit.info", text));
    INFO((file ? "" : file.error().line()));
    REQUIRE(file.ok());
    return *file;
}

// What is wrong, from the line on.
std::string wrong(const std::string& text) {
    const TemporaryFolder folder;
    const std::string path = folder.write("ehcaudit.info", text);
    const auto file = read_settings(path);
    return file ? "" : file.error().line().substr(path.size());
}

Check check_of(const TemporaryFolder& folder) {
    Check check;
    check.paths = {folder.at("plans")};
    return check;
}

} // namespace

TEST_CASE("every key of the table is read") {
    const TemporaryFolder folder;
    const SettingsFile file = file_of(folder, R"(
        name "Exampleshire County Council"   ; a comment
        profile council.info
        rules local
        rules /elsewhere/rules
        parameters
        {
          advice_warn "18 months"
          advice_warn.medical "6 months"
        }
        severities { EHC-F02 minor
        }
        off
        {
          EHC-R01 "We measure; elsewhere"
        }
        headings
        {
          F "My extra help"
          F "Help that I get"
        }
        labels
        {
          date_of_plan "Agreed on"
        }
        kind template
        format text
        format json=out/audit.json
        fail-on never
        show minor
        suppressions exceptions.info
        baseline baseline.txt
        fingerprint-key-file /etc/ehcaudit.key
        jobs 4
        ocr yes
        time-limit 300
    )");
    CHECK(file.name == "Exampleshire County Council");
    CHECK(file.profile == folder.at("council.info"));
    CHECK(file.rules == std::vector<std::string>{folder.at("local"), "/elsewhere/rules"});
    REQUIRE(file.parameters.size() == 2);
    CHECK(file.parameters[1].name == "advice_warn.medical");
    CHECK(file.parameters[1].value == "6 months");
    CHECK(file.parameters[1].where == folder.at("ehcaudit.info") + ":9");
    REQUIRE(file.off.size() == 1);
    CHECK(file.off[0].value == "We measure; elsewhere");
    CHECK(file.own.headings.size() == 2);
    CHECK(file.own.labels.size() == 1);
    REQUIRE(file.kind.has_value());
    CHECK(file.kind->kind == plan::Kind::template_);
    CHECK(file.formats == std::vector<FormatChoice>{{"text", "-"}, {"json", folder.at("out/audit.json")}});
    REQUIRE(file.fail_on.has_value());
    CHECK(!file.fail_on->has_value());
    CHECK(file.show == finding::Severity::minor);
    CHECK(file.suppressions == folder.at("exceptions.info"));
    CHECK(file.baseline == folder.at("baseline.txt"));
    CHECK(file.fingerprint_key == "/etc/ehcaudit.key");
    CHECK(file.jobs == 4U);
    CHECK(file.ocr == true);
    CHECK(file.time_limit == 300U);
}

TEST_CASE("every key has an example that is understood, and a line in its help") {
    const std::string help = profile_topic();
    for (const SettingKey& key : setting_keys()) {
        CHECK(help.find("  " + std::string(key.name)) != std::string::npos);
        CHECK(wrong(std::string(key.example) + "\n") == "");
        if (key.shape == KeyShape::once)
            CHECK(wrong(std::string(key.example) + "\n" + std::string(key.example) + "\n").find("given twice") != std::string::npos);
    }
}

TEST_CASE("what is wrong in a settings file is told with its line and a near name") {
    CHECK(wrong("\nsevrities\n{\n}\n") == ":2: `sevrities` is not a key here; did you mean `severities`?");
    CHECK(wrong("severities\n{\n  EHC-F02 majro\n}\n").find(":3: `majro` is not a severity; did you mean `major`?") == 0);
    CHECK(wrong("off\n{\n  EHC-R01\n}\n").find(":3: `EHC-R01` has no value") == 0);
    CHECK(wrong("off\n{\n  EHC-R01 no\n  EHC-R01 never\n}\n").find(":4: `EHC-R01` stands twice among the off") == 0);
    CHECK(wrong("headings\n{\n  Q words\n}\n").find(":3: `Q` is not a section") == 0);
    CHECK(wrong("labels\n{\n  date_of_paln words\n}\n").find("did you mean `date_of_plan`?") != std::string::npos);
    CHECK(wrong("fail-on\n").find(":1: `fail-on` takes one value") == 0);
    CHECK(wrong("parameters x\n").find(":1: `parameters` takes lines in brackets") == 0);
    CHECK(wrong("jobs many\n").find(":1: `many` is not a number of jobs") == 0);
    CHECK(wrong("format pdf\n").find("`pdf` is not a report format") != std::string::npos);
    CHECK(wrong("format json\nformat text\n").find("would both go to standard output") != std::string::npos);
    CHECK(wrong("name Exampleshire County Council\n").find("`County` is not a key here") != std::string::npos);
    CHECK(wrong("}\n").find("a bracket `}` closes nothing") != std::string::npos);
}

TEST_CASE("a project file is found upward from the documents, the nearest first") {
    const TemporaryFolder folder;
    folder.write("ehcaudit.info", "jobs 1\n");
    folder.write("plans/year/one.xml");
    CHECK(std::filesystem::equivalent(find_project_file(folder.at("plans/year")), folder.at("ehcaudit.info")));
    CHECK(std::filesystem::equivalent(find_project_file(folder.at("plans/year/one.xml")), folder.at("ehcaudit.info")));
    folder.write("plans/ehcaudit.info", "jobs 2\n");
    CHECK(std::filesystem::equivalent(find_project_file(folder.at("plans/year/one.xml")), folder.at("plans/ehcaudit.info")));
    CHECK(find_project_file("/").empty());
}

TEST_CASE("the command line wins over the project file, and that over the profile") {
    const TemporaryFolder folder;
    folder.write("plans/one.xml");
    folder.write("ehcaudit.info", "profile council.info\njobs 2\nfail-on minor\nheadings { F \"Ours\"\n}\n");
    folder.write("council.info", "name Council\njobs 3\nshow critical\nfail-on advice\nkind template\n");
    Check check = check_of(folder);
    check.jobs = 5;
    REQUIRE(add_files(check).ok());
    CHECK(check.jobs == 5U);
    CHECK(check.fail_on == std::optional<finding::Severity>(finding::Severity::minor));
    CHECK(check.show == finding::Severity::critical);
    CHECK(check.recognise.kind == plan::Kind::template_);
    CHECK(check.recognise.own.headings.size() == 1);
    CHECK(check.formats == std::vector<FormatChoice>{{"text", "-"}});
    REQUIRE(check.rules.files.size() == 2);
    CHECK(check.rules.files[0].name == "Council"); // what yields comes first
    Check alone = check_of(folder);
    alone.rules.no_project = true;
    REQUIRE(add_files(alone).ok());
    CHECK(alone.rules.files.empty());
    CHECK(!alone.jobs.has_value());
}

TEST_CASE("documents of two projects, a missing profile and a profile of a profile are errors") {
    const TemporaryFolder folder;
    folder.write("a/ehcaudit.info", "jobs 1\n");
    folder.write("b/ehcaudit.info", "jobs 2\n");
    Check two;
    two.paths = {folder.at("a"), folder.at("b")};
    const auto both = add_files(two);
    REQUIRE(!both.ok());
    CHECK(both.error().what.find("another project file") != std::string::npos);
    Check missing;
    missing.paths = {folder.at("c")};
    missing.rules.profile = folder.at("nowhere.info");
    CHECK(!add_files(missing).ok());
    Check chain;
    chain.paths = {folder.at("c")};
    chain.rules.profile = folder.write("c.info", "profile d.info\n");
    const auto chained = add_files(chain);
    REQUIRE(!chained.ok());
    CHECK(chained.error().what == "a profile names another profile");
}

// The cases of tests/dsl: accepts/<name>.rules reads without a fault and prints as <name>.canonical; rejects/<name>.rules
// gives exactly the faults of <name>.fault. EHC_UPDATE_GOLDEN=1 rewrites what is expected, and then fails.
#include "support/golden.hpp"

#include "dsl/parse.hpp"
#include "dsl/print.hpp"
#include "unit/dsl/without_spans.hpp"

#include <filesystem>
#include <fstream>
#include <set>

namespace fs = std::filesystem;
using namespace ehc;
using namespace ehc::dsl;

namespace {

std::string content(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    REQUIRE(in.good());
    return {std::istreambuf_iterator<char>(in), {}};
}

// The cases of a folder, each of which must have both files.
std::set<std::string> cases_of(const fs::path& folder, const std::string& golden) {
    std::set<std::string> inputs, goldens;
    for (const auto& entry : fs::directory_iterator(test::tests_dir() / folder)) {
        const fs::path& path = entry.path();
        if (path.extension() == ".rules")
            inputs.insert(path.stem().string());
        else if (path.extension() == golden)
            goldens.insert(path.stem().string());
        else
            FAIL_CHECK(path << " is neither a case nor what is expected of one");
    }
    CHECK_FALSE(inputs.empty());
    for (const std::string& name : goldens)
        if (!inputs.contains(name))
            FAIL_CHECK(name << golden << " has no case");
    return inputs;
}

std::string all_shown(const Faults& faults) {
    std::string text;
    for (const Fault& fault : faults)
        text += show(fault) + "\n";
    return text;
}

// Printed and read again it is the same tree, and the print is stable.
void check_round_trip(const File& file) {
    const std::string canonical = print(file);
    const Source printed("printed", canonical);
    const Parsed again = parse(printed);
    CHECK(all_shown(again.faults) == "");
    CHECK(WithoutSpans::of(again.file) == WithoutSpans::of(file));
    CHECK(print(again.file) == canonical);
}

} // namespace

TEST_CASE("every case of accepts reads, prints as expected and comes back as the same tree", "[dsl][golden]") {
    for (const std::string& name : cases_of("dsl/accepts", ".canonical")) {
        INFO(name);
        const Source source(name + ".rules", content(test::tests_dir() / "dsl/accepts" / (name + ".rules")));
        const Parsed parsed = parse(source);
        CHECK(all_shown(parsed.faults) == "");
        CHECK_FALSE(parsed.file.items.empty());
        test::check_golden("dsl/accepts/" + name + ".canonical", print(parsed.file));
        check_round_trip(parsed.file);
    }
}

TEST_CASE("every case of rejects gives exactly the faults expected", "[dsl][golden]") {
    for (const std::string& name : cases_of("dsl/rejects", ".fault")) {
        INFO(name);
        const Source source(name + ".rules", content(test::tests_dir() / "dsl/rejects" / (name + ".rules")));
        const Parsed parsed = parse(source);
        CHECK_FALSE(parsed.faults.empty());
        test::check_golden("dsl/rejects/" + name + ".fault", all_shown(parsed.faults));
    }
}

TEST_CASE("the project's own packs come back as the same tree", "[dsl][golden]") {
    int packs = 0;
    for (const auto& entry : fs::directory_iterator(test::source_dir() / "rules")) {
        if (entry.path().extension() != ".rules")
            continue;
        INFO(entry.path());
        const Source source(entry.path().filename().string(), content(entry.path()));
        const Parsed parsed = parse(source);
        CHECK(all_shown(parsed.faults) == "");
        check_round_trip(parsed.file);
        ++packs;
    }
    CHECK(packs > 0);
}

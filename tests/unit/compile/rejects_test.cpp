// The cases of tests/compile/rejects: <name>.rules is read without a fault of the language, and what it means gives exactly
// the faults of <name>.fault: message, place and caret.
#include "support/golden.hpp"
#include "support/rule_text.hpp"

#include <filesystem>
#include <set>

using namespace ehc;

namespace {

const std::string folder = "compile/rejects/";

// The names of the cases, each of which must have both files.
std::set<std::string> case_names() {
    std::set<std::string> cases, goldens;
    for (const auto& entry : std::filesystem::directory_iterator(test::tests_dir() / folder))
        (entry.path().extension() == ".fault" ? goldens : cases).insert(entry.path().stem().string());
    REQUIRE_FALSE(cases.empty());
    for (const std::string& name : goldens)
        if (!cases.contains(name))
            FAIL_CHECK(name << ".fault has no case");
    return cases;
}

} // namespace

TEST_CASE("every case of rejects gives exactly the faults expected, with every code among them") {
    std::set<std::string> codes;
    for (const std::string& name : case_names()) {
        INFO(name);
        std::ifstream in(test::tests_dir() / (folder + name + ".rules"), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
        const compile::Compiled compiled = test::compile_files({{name + ".rules", text}});
        CHECK_FALSE(compiled.faults.empty());
        for (const dsl::Fault& fault : compiled.faults)
            codes.insert(fault.code);
        test::check_golden(folder + name + ".fault", test::shown(compiled.faults));
    }
    // E412 and E607 are in overlays_test.cpp. E604 needs two files and E701 no file: compile_test.cpp has them. E202 severity and E406 cannot be reached from
    // text, since the language itself names the words that may stand there.
    const std::set<std::string> expected{"E201", "E202", "E203", "E204", "E205", "E206", "E207", "E208", "E209", "E210", "E211", "E212",
                                         "E213", "E214", "E215", "E216", "E217", "E301", "E302", "E303", "E304", "E305", "E306", "E307", "E308",
                                         "E309", "E310", "E311", "E312", "E313", "E314", "E315", "E320", "E321", "E322", "E401", "E402", "E403", "E404", "E405", "E407", "E408", "E409",
                                         "E410", "E411", "E413", "E414", "E415", "E416", "E417", "E418", "E501", "E502", "E503", "E504", "E505", "E601", "E602", "E603", "E605", "E608", "E609", "E610"};
    CHECK(codes == expected);
}

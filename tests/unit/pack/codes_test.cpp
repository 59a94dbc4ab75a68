// The table of fault codes: every code that the sources give is there and no other, the wrong example of each has that fault,
// and the right one has none.
#include "dsl/codes.hpp"
#include "dsl/parse.hpp"
#include "pack/load.hpp"
#include "support/paths.hpp"
#include "support/rule_text.hpp"

#include <fstream>
#include <iterator>
#include <regex>
#include <set>

using namespace ehc;

namespace {

// Of clauses and items only the faults in them count: what stands round them is put in.
dsl::Faults faults_of(const dsl::CodeRow& row, std::string_view example) {
    std::string written(example);
    if (row.of == dsl::CodeRow::Of::rule && written.find("require ") == std::string::npos && written.find("forbid ") == std::string::npos)
        written += "\nrequire plan.date is stated";
    const std::string text = row.of == dsl::CodeRow::Of::file ? written + "\n"
                             : row.of == dsl::CodeRow::Of::pack ? test::pack_text(written + "\n")
                                                                : test::pack_text(test::rule_text(written));
    compile::Compiled compiled = pack::load({{"test.rules", text}}, "0.1.0", true);
    const bool warning = row.code.starts_with('W');
    REQUIRE((!warning || compiled.faults.empty()));
    if (!warning)
        return std::move(compiled.faults);
    std::erase_if(compiled.warnings, [&](const dsl::Fault& other) { return other.code != row.code && row.code != "W601"; });
    return std::move(compiled.warnings);
}

} // namespace

TEST_CASE("every code has examples that show it and its mend") {
    std::size_t shown = 0;
    for (const dsl::CodeRow& row : dsl::codes()) {
        INFO(row.code << " " << row.title);
        CHECK(row.wrong.empty() == row.right.empty());
        CHECK_FALSE(row.title.ends_with('.'));
        CHECK(row.meaning.ends_with('.'));
        if (row.wrong.empty())
            continue;
        ++shown;
        const dsl::Faults wrong = faults_of(row, row.wrong);
        INFO("wrong:\n" << row.wrong << "\n" << test::shown(wrong));
        REQUIRE_FALSE(wrong.empty());
        CHECK(wrong.front().code == row.code);
        CHECK(test::shown(faults_of(row, row.right)) == "");
    }
    CHECK(shown >= 50);
}

TEST_CASE("the table has the codes that the sources give, each once, in order") {
    std::set<std::string> given;
    const std::regex code("\"([EW][0-9]{3})\"");
    for (const char* folder : {"dsl", "compile", "pack"})
        for (const auto& entry : std::filesystem::directory_iterator(test::source_dir() / "engine" / folder)) {
            if (entry.path().extension() == ".txt" || entry.path().filename() == "codes.cpp" || entry.path().filename() == "fault.hpp")
                continue;
            std::ifstream in(entry.path(), std::ios::binary);
            const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
            for (std::sregex_iterator at(text.begin(), text.end(), code), end; at != end; ++at)
                given.insert((*at)[1]);
        }
    std::vector<std::string> listed;
    for (const dsl::CodeRow& row : dsl::codes())
        listed.emplace_back(row.code);
    CHECK(listed == std::vector<std::string>(given.begin(), given.end()));
}

TEST_CASE("a code is found however it is written") {
    REQUIRE(dsl::find_code("E203") != nullptr);
    CHECK(dsl::find_code("e203") == dsl::find_code("E203"));
    CHECK(dsl::find_code("E999") == nullptr);
    CHECK(dsl::find_code("203") == nullptr);
    CHECK(dsl::find_code("") == nullptr);
}

// The wording of the packs, phrase by phrase: tests/phrases/*.tsv say of each phrase whether a lexicon or pattern stands in it.
// Half of the phrases are near misses. A line is wording, yes or no, phrase, with tabs between; '#' begins a remark.

#include "eval/texts.hpp"
#include "support/catch.hpp"
#include "support/rules.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

using namespace ehc;

namespace {

struct Line {
    std::string file;
    int number = 0;
    std::string wording;
    bool stands = false;
    std::string phrase;
};

std::vector<Line> lines() {
    std::vector<Line> all;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(test::source_dir() / "tests" / "phrases"))
        if (entry.path().extension() == ".tsv")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        std::ifstream in(file);
        std::string text;
        for (int number = 1; std::getline(in, text); ++number) {
            if (text.empty() || text.front() == '#')
                continue;
            const auto first = text.find('\t'), second = text.find('\t', first + 1);
            INFO(file.filename().string() << " line " << number);
            REQUIRE(second != std::string::npos);
            const std::string answer = text.substr(first + 1, second - first - 1);
            REQUIRE((answer == "yes" || answer == "no"));
            all.push_back({file.filename().string(), number, text.substr(0, first), answer == "yes", text.substr(second + 1)});
        }
    }
    return all;
}

} // namespace

TEST_CASE("each phrase holds the wording it is said to hold, and no near miss does") {
    const compile::CompiledRules& rules = test::own_rules();
    std::map<std::string, std::uint32_t> by_name;
    for (std::uint32_t i = 0; i < rules.wordings.size(); ++i)
        by_name.emplace(rules.wordings[i].name, i);
    const plan::Plan plan;
    eval::Texts texts(rules, plan);
    std::size_t yes = 0, no = 0;
    for (const Line& line : lines()) {
        const auto wording = by_name.find(line.wording);
        INFO(line.file << " line " << line.number << ": " << line.wording << " in \"" << line.phrase << "\"");
        REQUIRE(wording != by_name.end());
        CHECK(texts.mentions_any({wording->second}, texts.whole(texts.own(line.phrase))) == line.stands);
        ++(line.stands ? yes : no);
    }
    CHECK(yes >= 150);
    CHECK(no >= 150);
}

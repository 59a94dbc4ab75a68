// Documents of every format that are cut short: read as far as they go or refused in one line, never more than they hold.
#include "support/catch.hpp"

#include "read/readers.hpp"
#include "read/recognise.hpp"
#include "shown.hpp"
#include "support/paths.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

using namespace ehc;
using namespace ehc::read;

namespace {

std::string bytes_of(const std::string& sample) {
    std::ifstream in(test::source_dir() / "samples" / sample, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// Cuts at every thousandth of the file, at the least at every byte, and looks at what comes of each.
void cut(const std::string& whole, const std::string& name) {
    INFO(name);
    REQUIRE(whole.size() > 1000);
    REQUIRE(read::read(whole, name, {}).ok());
    const std::size_t step = std::max<std::size_t>(1, whole.size() / 1000);
    bool good = true;
    std::size_t refused = 0;
    for (std::size_t size = 0; size < whole.size(); size += step) {
        const auto document = read::read(std::string_view(whole).substr(0, size), name, {});
        if (!document) {
            ++refused;
            good = good && document.error().line().find('\n') == std::string::npos && !document.error().what.empty();
            continue;
        }
        good = good && test::in_step(*document);
        if (size % (50 * step) == 0)
            static_cast<void>(recognise(*document, {}));
    }
    CHECK(good);
    CHECK(refused > 0); // the empty file at the least
}

} // namespace

TEST_CASE("documents of every format cut short at every thousandth of their length", "[read][hostile]") {
    cut(bytes_of("good-plan-as-grid/plan.docx"), "plan.docx");
    cut(bytes_of("plan-export-from-a-case-system/plan.json"), "plan.json");
    cut(bytes_of("good-plan-as-xml/plan.xml"), "plan.xml");
    cut(bytes_of("return-with-late-cases/plan.xml"), "return.xml");
    cut(bytes_of("plan-against-its-advice/plan.md"), "plan.md");
    cut(bytes_of("plan-against-its-advice/plan.md"), "plan.txt");
    std::string page = "<!DOCTYPE html><html><body><h1>Section A</h1>";
    for (int i = 0; i < 40; ++i)
        page += "<p>Cai likes <b>trains</b> &amp; maps.</p><table><tr><td rowspan=2>B1</td><td>reads</td></tr><tr><td>writes</td></tr></table>";
    cut(page + "</body></html>", "plan.html");
}

TEST_CASE("a hundred thousand things inside one another are refused or read, in every format of text", "[read][hostile]") {
    const auto many = [](std::string_view what, std::string_view before = {}) {
        std::string text(before);
        for (int i = 0; i < 100'000; ++i)
            text += what;
        return text;
    };
    const auto one_line = [](const std::string& bytes, const std::string& name) {
        const auto document = read::read(bytes, name, {});
        return document ? test::in_step(*document) : document.error().line().find('\n') == std::string::npos;
    };
    CHECK(one_line(many("<a>"), "a.xml"));
    CHECK(one_line(many("<div>", "<!DOCTYPE html>"), "a.html"));
    CHECK(one_line(many("{\"a\":"), "a.json"));
    CHECK(one_line(many("> "), "a.md"));
    CHECK(one_line(many("["), "a.md"));
    CHECK(one_line(many("**"), "a.md"));
    CHECK(one_line(many("  - ", "- "), "a.txt"));
}

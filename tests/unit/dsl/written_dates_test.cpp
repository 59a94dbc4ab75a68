#include "support/catch.hpp"

#include "dsl/parse.hpp"

using namespace ehc;
using namespace ehc::dsl;

namespace {

ParsedExpr read(const std::string& text) { return parse_value(Source("value", text)); }

} // namespace

TEST_CASE("dates in either form are dates", "[dsl][dates]") {
    const auto [text, iso] = GENERATE(table<std::string, std::string>({
        {"2025-05-12", "2025-05-12"},
        {"12 May 2025", "2025-05-12"},
        {"1 September 2014", "2014-09-01"},
        {"01 sep 2014", "2014-09-01"},
        {"1 Sept 2014", "2014-09-01"},
        {"29 February 2024", "2024-02-29"},
        {"31 December 2199", "2199-12-31"},
        {"1 January 1800", "1800-01-01"},
    }));
    INFO(text);
    const ParsedExpr parsed = read(text);
    REQUIRE(parsed.value);
    REQUIRE(std::holds_alternative<DateLiteral>(parsed.value->node));
    CHECK(std::get<DateLiteral>(parsed.value->node).value.iso() == iso);
    CHECK(parsed.value->span == Span{0, static_cast<std::uint32_t>(text.size())});
}

TEST_CASE("a date that is not written so gets its own fault and the way to write it", "[dsl][dates]") {
    const auto [text, code, suggestion] = GENERATE(table<std::string, std::string, std::string>({
        {"2025-02-30", "E106", ""},
        {"30 February 2025", "E106", ""},
        {"2200-01-01", "E106", ""},
        {"05/12/2025", "E107", "write 5 December 2025 or 12 May 2025"},
        {"12/12/2025", "E107", "write 2025-12-12 or 12 December 2025"},
        {"13/05/2025", "E107", "write 2025-05-13 or 13 May 2025"},
        {"05/13/2025", "E107", "write 2025-05-13 or 13 May 2025"},
        {"5-6-25", "E107", "write 5 June 2025 or 6 May 2025"},
        {"1/1/99", "E107", "write 1999-01-01 or 1 January 1999"},
        {"May 12, 2025", "E107", "write 12 May 2025 or 2025-05-12"},
        {"2nd May 2025", "E107", "write 2 May 2025 or 2025-05-02"},
        {"May 2025", "E107", "write a date such as 1 May 2025"},
    }));
    INFO(text);
    const ParsedExpr parsed = read(text);
    CHECK_FALSE(parsed.value);
    REQUIRE(parsed.faults.size() == 1);
    CHECK(parsed.faults[0].code == code);
    CHECK(parsed.faults[0].suggestion == suggestion);
    CHECK(parsed.faults[0].span == Span{0, static_cast<std::uint32_t>(text.size())});
}

TEST_CASE("a month's name may also be a plain name", "[dsl][dates]") {
    for (const std::string text : {"may", "plan.march", "May", "latest of may, june"}) {
        INFO(text);
        CHECK(read(text).value);
    }
}

TEST_CASE("a version is no date", "[dsl][dates]") {
    const Parsed parsed = parse(Source("a.rules", "pack p \"P\"\n  version 2026.11.2\n  needs engine 0.1\n"));
    REQUIRE(parsed.faults.empty());
    const auto& pack = std::get<Pack>(parsed.file.items.at(0).node);
    CHECK(pack.version == "2026.11.2");
    CHECK(pack.needs_engine == "0.1");
}

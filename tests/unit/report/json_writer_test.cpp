#include "report/json_writer.hpp"

#include "support/catch.hpp"

#include <sstream>

using ehc::report::JsonWriter;
using namespace std::string_literals;

namespace {

std::string quoted(std::string_view text) {
    std::ostringstream out;
    JsonWriter(out).string(text);
    return out.str();
}

} // namespace

TEST_CASE("json strings escape what JSON and terminals need") {
    CHECK(quoted("plain") == R"("plain")");
    CHECK(quoted("\"\\/") == R"("\"\\/")");
    CHECK(quoted("\b\f\n\r\t") == R"("\b\f\n\r\t")");
    CHECK(quoted("\0\x1b\x1f"s) == R"("\u0000\u001b\u001f")");
    CHECK(quoted("\x7f\xc2\x9b\xc2\x9f") == R"("\u007f\u009b\u009f")");
    CHECK(quoted("\xe2\x80\xa8\xe2\x80\xa9") == R"("\u2028\u2029")");
    CHECK(quoted("\xc2\xa0\xe2\x80\x99\xf0\x9f\x90\x8e") == "\"\xc2\xa0\xe2\x80\x99\xf0\x9f\x90\x8e\"");
}

TEST_CASE("broken UTF-8 becomes one replacement character for each stretch that is none") {
    const std::string r = "\xef\xbf\xbd";
    CHECK(quoted("\xff") == "\"" + r + "\"");
    CHECK(quoted("a\x80z") == "\"a" + r + "z\"");
    CHECK(quoted("\xc0\xaf") == "\"" + r + r + "\"");               // overlong
    CHECK(quoted("\xe0\x80\xaf") == "\"" + r + r + r + "\"");       // overlong
    CHECK(quoted("\xed\xa0\xbd") == "\"" + r + r + r + "\"");       // surrogate
    CHECK(quoted("\xf4\x90\x80\x80") == "\"" + r + r + r + r + "\""); // over U+10FFFF
    CHECK(quoted("\xf0\x9f\x90") == "\"" + r + "\"");               // cut short
    CHECK(quoted("\xf0\x9f\x90\"") == "\"" + r + "\\\"\"");         // the quote after it is not swallowed
    CHECK(quoted("\xe2\x82\xac\xf4\x8f\xbf\xbf") == "\"\xe2\x82\xac\xf4\x8f\xbf\xbf\"");
}

TEST_CASE("json is indented by two, or one line") {
    const auto write = [](JsonWriter::Layout layout) {
        std::ostringstream out;
        JsonWriter json(out, layout);
        json.object([&] {
            json.key("a").number(18446744073709551615ULL);
            json.key("b").array([&] {
                json.boolean(true);
                json.null();
                json.object([] {});
            });
            json.key("c").array([] {});
            json.key("d").string_or_null("");
            json.key("e").number_or_null(0);
        });
        return out.str();
    };
    CHECK(write(JsonWriter::Layout::one_line) == R"({"a":18446744073709551615,"b":[true,null,{}],"c":[],"d":null,"e":null})");
    CHECK(write(JsonWriter::Layout::indented) == R"({
  "a": 18446744073709551615,
  "b": [
    true,
    null,
    {}
  ],
  "c": [],
  "d": null,
  "e": null
})");
}

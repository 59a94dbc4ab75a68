#include "read/container.hpp"
#include "support/catch.hpp"
#include "zipped.hpp"

#include <cstdint>

using namespace ehc;
using namespace ehc::read;
using ehc::test::Parts;
using ehc::test::zipped;

namespace {

std::string refusal(const std::string &bytes, const Limits &limits = {}) {
    const auto container = Container::open(bytes, "plans/a.docx", limits);
    return container ? "" : container.error().line();
}

// Why a part cannot be read, or nothing.
std::string part_refusal(const std::string &bytes, std::string_view part, const Limits &limits = {}) {
    auto container = Container::open(bytes, "a.docx", limits);
    if (!container)
        return "container: " + container.error().line();
    const auto read = container->part(part);
    return read ? "" : read.error().line();
}

bool contains(const std::string &text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

void put(std::string &bytes, std::size_t at, std::uint64_t value, std::size_t width) {
    for (std::size_t i = 0; i < width; ++i)
        bytes[at + i] = static_cast<char>(value >> (8 * i) & 0xFFU);
}

// Where the central directory's record of the nth part begins.
std::size_t directory_record(const std::string &bytes, int n) {
    using namespace std::string_view_literals;
    std::size_t at = bytes.find("PK\1\2"sv);
    while (n-- > 0)
        at = bytes.find("PK\1\2"sv, at + 4);
    return at;
}

// Makes both headers of the only part claim this unpacked size.
std::string claiming(std::string bytes, std::uint32_t size) {
    put(bytes, 22, size, 4);
    put(bytes, directory_record(bytes, 0) + 24, size, 4);
    return bytes;
}

} // namespace

TEST_CASE("container: parts are found by name, whatever its case, slashes and packing") {
    for (const bool packed : {true, false}) {
        const std::string bytes =
            zipped({{"word/Document.xml", "<a/>"}, {"mimetype", "text"}, {"empty", ""}}, {.packed = packed});
        auto container = Container::open(bytes, "a.docx", {});
        REQUIRE(container);
        CHECK(container->names() == std::vector<std::string>{"empty", "mimetype", "word/document.xml"});
        CHECK(container->has("word/document.xml"));
        CHECK(container->has("/Word\\DOCUMENT.xml"));
        CHECK_FALSE(container->has("word/documents.xml"));
        CHECK(container->part("word/document.xml").value() == "<a/>");
        CHECK(container->part("empty").value().empty());
        CHECK(container->part("word/document.xml").value() == "<a/>");
    }
}

TEST_CASE("container: a part that is missing is named, without what a file could hide in its name") {
    const std::string bytes = zipped({{"a", "1"}});
    CHECK(contains(part_refusal(bytes, "word/document.xml"), "a.docx: the part `word/document.xml` is missing; "));
    CHECK(shown_part("a\n`b\x1B") == "`a??b?`");
    CHECK(shown_part(std::string(200, 'x')).size() == 85);
}

TEST_CASE("container: what is no whole zip is refused in words") {
    CHECK(contains(refusal(""), "plans/a.docx: the file is empty; "));
    CHECK(contains(refusal("Dear parent, here is the plan"), "this is not a zip container"));
    std::string bytes = zipped({{"a", "1"}});
    CHECK(refusal(bytes).empty());
    CHECK(contains(refusal(bytes.substr(0, bytes.size() - 30)), "cut short"));
    CHECK(contains(refusal(bytes.substr(0, 10)), "cut short"));
    put(bytes, bytes.size() - 6, 0xFFFFFF, 4); // the directory would begin behind the end
    CHECK(contains(refusal(bytes), "damaged"));
    CHECK(contains(refusal(bytes, {.file_bytes = 20}), "larger than 0 MB"));
}

TEST_CASE("container: a damaged part is noticed by its checksum") {
    std::string bytes = zipped({{"a", "the plan of a child"}}, {.packed = false});
    bytes[bytes.find("plan")] = 'c';
    CHECK(contains(part_refusal(bytes, "a"), "the part `a` is damaged"));
}

TEST_CASE("container: too many parts are refused before they are listed") {
    std::string bytes = zipped({{"a", ""}, {"b", ""}, {"c", ""}});
    CHECK(refusal(bytes, {.container_entries = 3}).empty());
    CHECK(contains(refusal(bytes, {.container_entries = 2}), "more than 2 parts"));
    put(bytes, bytes.size() - 12, 65000, 2); // the count in the end record, which is 22 bytes long
    CHECK(contains(refusal(bytes), "more than 10000 parts"));
}

TEST_CASE("container: a Zip64 directory cannot claim its way past the limit") {
    using namespace std::string_view_literals;
    const std::string bytes = zipped({{"a", ""}});
    const std::size_t end = bytes.size() - 22;
    std::string record(56, '\0'), locator(20, '\0');
    record.replace(0, 4, "PK\6\6"sv);
    put(record, 4, 44, 8);
    put(record, 32, 4'000'000'000ULL, 8);
    locator.replace(0, 4, "PK\6\7"sv);
    put(locator, 8, end, 8);
    CHECK(contains(refusal(bytes.substr(0, end) + record + locator + bytes.substr(end)), "more than 10000 parts"));
}

TEST_CASE("container: two parts of one name are refused") {
    std::string bytes = zipped({{"word/a.xml", "shown to Word"}, {"word/b.xml", "shown to us"}});
    for (std::size_t at = 0; (at = bytes.find("b.xml", at)) != std::string::npos;)
        bytes[at] = 'A'; // differs in case only
    CHECK(contains(refusal(bytes), "two parts named `word/a.xml`"));
}

TEST_CASE("container: inflating stops at the limits whatever the headers say") {
    const std::string million(3'000'000, ' ');
    const std::string bytes = zipped({{"a", million}});
    REQUIRE(bytes.size() < 10'000);

    SECTION("ratio") {
        CHECK(contains(part_refusal(bytes, "a"), "unpacks to more than 200 times its size"));
        CHECK(contains(part_refusal(claiming(bytes, 10), "a"), "unpacks to more than 200 times its size"));
        CHECK(part_refusal(bytes, "a", {.unpack_ratio = 2000}).empty());
    }
    SECTION("a small part may pack as well as it likes") {
        CHECK(part_refusal(zipped({{"a", std::string(900'000, ' ')}}), "a").empty());
    }
    SECTION("all parts together") {
        const Limits limits{.unpacked_bytes = 4'000'000, .unpack_ratio = 2000};
        const std::string two = zipped({{"a", million}, {"b", million}});
        auto container = Container::open(two, "a.docx", limits);
        REQUIRE(container);
        CHECK(container->part("a"));
        const auto second = container->part("b");
        REQUIRE_FALSE(second);
        CHECK(contains(second.error().line(), "its parts unpack to more than 3 MB"));
    }
    SECTION("a claim of two gigabytes") {
        CHECK(contains(part_refusal(claiming(bytes, 0x80000000), "a"), "unpacks to more than 200 times its size"));
        CHECK(contains(
            part_refusal(claiming(bytes, 0x80000000), "a", {.unpacked_bytes = 1'000'000, .unpack_ratio = 2'000'000}),
            "its parts unpack to more than 0 MB"));
    }
    SECTION("a claim that is too small is a lie") {
        CHECK_FALSE(part_refusal(claiming(zipped({{"a", "twenty bytes of text"}}), 5), "a").empty());
    }
    SECTION("a claim that is too large is a lie") {
        CHECK_FALSE(part_refusal(claiming(zipped({{"a", "twenty bytes of text"}}), 50), "a").empty());
    }
}

TEST_CASE("container: a part that is protected or packed in an odd way is refused by name") {
    const std::string secret = zipped({{"a", "the plan of a child"}}, {.password = "rosebud"});
    REQUIRE_FALSE(secret.empty());
    CHECK(contains(part_refusal(secret, "a"), "the part `a` is protected by a password"));
    std::string odd = zipped({{"a", "1"}}, {.packed = false});
    put(odd, 8, 12, 2); // bzip2
    put(odd, directory_record(odd, 0) + 10, 12, 2);
    CHECK(contains(part_refusal(odd, "a"), "packed in a way that Word does not use"));
}

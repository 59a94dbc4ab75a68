#include "base/source.hpp"

#include "support/catch.hpp"

using namespace ehc;

TEST_CASE("places count lines and code points from one") {
    const Source source("a.rules", "pack\r\nr\u00e8gle \u2019x\n\nlast");
    CHECK(source.name() == "a.rules");
    CHECK(source.place(0) == Place{1, 1});
    CHECK(source.place(4) == Place{1, 5});
    CHECK(source.place(6) == Place{2, 1});
    CHECK(source.place(9) == Place{2, 3});  // after the two bytes of the accented letter
    CHECK(source.place(16) == Place{2, 8}); // after the three bytes of the quote
    CHECK(source.place(18) == Place{3, 1});
    CHECK(source.place(19) == Place{4, 1});
    CHECK(source.place(23) == Place{4, 5});
    CHECK(source.place(4000) == Place{4, 5});
}

TEST_CASE("lines come without their ends") {
    const Source source("a", "one\r\ntwo\n\nthree");
    CHECK(source.line(1) == "one");
    CHECK(source.line(2) == "two");
    CHECK(source.line(3).empty());
    CHECK(source.line(4) == "three");
    CHECK(source.line(0).empty());
    CHECK(source.line(5).empty());
    CHECK(Source("b", "").line(1).empty());
    CHECK(Source("b", "").place(0) == Place{1, 1});
    CHECK(Source("b", "\n").line(2).empty());
    CHECK(Source("b", "\r\n").line(1).empty());
}

#include "support/catch.hpp"

#include "read/html.hpp"
#include "shown.hpp"

#include <string>

using namespace ehc;
using namespace ehc::read;
using namespace std::string_literals;
using ehc::test::place_of;
using ehc::test::shown;

namespace {

Document html(std::string_view bytes) {
    auto document = read_html(bytes, "plan.html", {});
    REQUIRE(document.ok());
    CHECK(test::in_step(*document));
    return *document;
}

} // namespace

TEST_CASE("headings, paragraphs and lists of a page are blocks", "[read][html]") {
    const Document document = html("<!DOCTYPE html><html><head><title>A  plan</title><style>p{}</style></head><body><h1>Plan</h1>\n"
                                   "loose <b>words</b><p>one<br>two<br><br>three</p><div><p><strong>bold</strong></p></div>"
                                   "<ul><li>a<ol start=3><li><p>b</p><p>more</p><li>c</ol></ul><script>x</script></body>");
    CHECK(document.title == "A plan");
    CHECK(shown(document) == "#1 Plan\nloose words\none two\nthree\n!bold\n- a\n  3. b\nmore\n  4. c\n");
    CHECK(shown(html("<div title=header><p>OFFICIAL</div><p>Body</p><div title=footer>page 1</div><nav><a href=x>Section A</a></nav><pre>one\ntwo</pre>")) ==
          "h:OFFICIAL\nBody\nf:page 1\ncontents:Section A\none\ntwo\n");
}

TEST_CASE("tables keep their grid, spans, empty cells and tables inside", "[read][html]") {
    CHECK(shown(html("<table><thead><tr><th colspan=2>Needs<th>E</thead><tr><td rowspan=2>B1<td>x<td><tr><td><p>y</p><p>z</p></td><td>w</table>after")) ==
          "[1:0,0+2x1]= !Needs\n[1:0,2]= !E\n[1:1,0+1x2] B1\n[1:1,1] x\n[1:1,2] \n[1:2,1] y\n[1:2,1] z\n[1:2,2] w\nafter\n");
    const Document nested = html("<table><tr><td>a<table><tr><td>b</td></tr></table>c</td><td>d</td></tr></table>");
    CHECK(shown(nested) == "[1:0,0] a\n[2:0,0] b\n[1:0,0] c\n[1:0,1] d\n");
    CHECK(nested.blocks[0].cell->columns == 2);
    CHECK(nested.blocks[1].cell->columns == 1);
    CHECK(shown(html("<table><tr><td><table><tr><td>b</table><td>d</table>")) == "[2:0,0] b\n[1:0,1] d\n");
}

TEST_CASE("a list of terms is a table: the term, and beside it what is said of it", "[read][html]") {
    CHECK(shown(html("<dl><dt>Child<dd>Wren<div><dt>Parent</dt><dd>Jude</dd><dd>Aldwick</dd></div><dt>GP</dt></dl>after")) ==
          "[1:0,0] !Child\n[1:0,1] Wren\n[1:1,0] !Parent\n[1:1,1] Jude\n[1:1,1] Aldwick\n[1:2,0] !GP\nafter\n");
}

TEST_CASE("what a page does not show is left out and told", "[read][html]") {
    const Document document = html("<p>He has <s>30</s> 20 hours<span style='display: none'> secret</span><span hidden></span>"
                                   "<span style=\"text-decoration:line-through\">old</span><!-- note --></p><img src='http://example.org/a.png'>");
    CHECK(shown(document) == "He has 20 hours\n");
    CHECK(document.notes == std::vector<std::string>{"2 struck-through passages, left out", "1 passage of hidden text, left out", "1 picture: words in pictures are not read"});
    CHECK_FALSE(document.marks.struck_through.stated());
}

TEST_CASE("fields of a form show what is filled in", "[read][html]") {
    const Document document = html("<p>Name: <input value='Cai Moss'> <input type=checkbox checked> yes <input type=radio> no <input type=hidden value=x></p>"
                                   "<p>School: <input placeholder='Enter school'></p><p>Status: <select><option>Draft<option selected>Final</select></p>"
                                   "<p><textarea>He likes\ntrains</textarea></p><table><tr><td><input></table>");
    CHECK(shown(document) == "Name: Cai Moss ☒ yes ☐ no\nSchool: Enter school?\nStatus: Final\nHe likes\ntrains\n[1:0,0] ?\n");
    REQUIRE(document.blocks[1].runs.size() == 1);
    CHECK(document.blocks[1].runs[0].placeholder);
    const Document inside = html("<table><tr><td><input><dl><dt></dt><dd>x</dd></dl></td></tr></table>");
    CHECK(shown(inside).find('?') == std::string::npos); // the field is the outer cell's, which is not empty
}

TEST_CASE("every word of a page has its line and column in the file", "[read][html]") {
    const Document document = html("<p>Zo\u00EB &amp; Cai\n  <b>like</b> &pound;5&nbsp;each and &lt;Name&gt; reads</p>\n<table><tr><td>x</td><td></td></tr></table>");
    CHECK(shown(document.blocks[0]) == "Zo\u00EB & Cai like \u00A35 each and <Name> reads");
    CHECK(place_of(document, "Zo\u00EB") == "1:4");
    CHECK(place_of(document, "& Cai") == "1:8");
    CHECK(place_of(document, "Cai") == "1:14");
    CHECK(place_of(document, "like") == "2:6");
    CHECK(place_of(document, "\u00A35") == "2:15");
    CHECK(place_of(document, "each") == "2:29");
    CHECK(place_of(document, "Name") == "2:42");
    CHECK(place_of(document, "reads") == "2:51");
    CHECK(document.blocks[2].text.origin().line == 3);
    CHECK(document.blocks[2].text.origin().column == 22);
}

TEST_CASE("a page says its encoding, or it is found", "[read][html]") {
    CHECK(shown(html("<meta charset=windows-1252><p>Zo\xEB \x96 \xA3" "5")) == "Zo\u00EB \u2013 \u00A35\n");
    CHECK(shown(html("<meta charset='iso-8859-1'><p>Zo\u00EB")) == "Zo\u00EB\n"); // it says so, and is UTF-8
    CHECK(shown(html("<p>Zo\xEB \x93here\x94")) == "Zo\u00EB \u201Chere\u201D\n");
    const auto unknown = read_html("<meta charset=klingon><p>\xEB", "a.html", {});
    REQUIRE_FALSE(unknown.ok());
    CHECK(unknown.error().line() == "a.html: the file says that it is written in an encoding that is not known; "
                                    "open it in the program that made it and save it as UTF-8");
}

TEST_CASE("pages nested beyond reason are refused, and quickly", "[read][html]") {
    std::string deep, spans, formats;
    for (int i = 0; i < 100'000; ++i) {
        deep += "<div>";
        spans += "<table><tr><td>";
        formats += "<b><i><font><p>";
    }
    for (const std::string& page : {deep, spans, formats}) {
        const auto refused = read_html(page + "x", "a.html", {});
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().line() == "a.html: it has elements nested more than 256 deep; open it in Word and save it as .docx");
    }
    std::string moderately;
    for (int i = 0; i < 300; ++i)
        moderately += "<div>";
    CHECK_FALSE(read_html(moderately + "x", "a.html", {}).ok());
    // Paragraphs and rows without end tags are no nesting.
    std::string flat;
    for (int i = 0; i < 5'000; ++i)
        flat += "<p>one<br><li>two";
    CHECK(read_html(flat, "a.html", {}).ok());
    CHECK(read_html("<table><tr><td colspan=99999999 rowspan=4000000000>a<td>b<td colspan=-3>c</table>", "a.html", {}).ok());
}

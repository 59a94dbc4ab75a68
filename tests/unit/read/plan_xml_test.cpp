#include "support/catch.hpp"

#include "read/plan_xml.hpp"

#include <string>
#include <string_view>

using namespace ehc;
using namespace ehc::read;
using namespace std::string_view_literals;
using plan::Letter;
using plan::State;

namespace {

Document good(std::string_view xml) {
    auto document = read_xml(xml, "plan.xml", {});
    INFO((document ? "" : document.error().line()));
    REQUIRE(document.ok());
    REQUIRE(document->plan.has_value());
    return std::move(document).value();
}

std::string fault(std::string_view xml, const Limits& limits = {}) {
    const auto document = read_xml(xml, "plan.xml", limits);
    return document ? "read without a fault" : document.error().line();
}

std::string in_plan(std::string_view inside) { return "<ehc_plan schema=\"1\">" + std::string(inside) + "</ehc_plan>"; }

std::string in_section(std::string_view letter, std::string_view inside) {
    return in_plan("<section letter=\"" + std::string(letter) + "\"><title>Section</title>" + std::string(inside) + "</section>");
}

// The words that a place names, in the source that it was read from (in UTF-8, lines ended by \n).
bool stands_at(std::string_view source, const plan::Origin& origin, std::string_view words) {
    std::size_t at = 0;
    for (std::uint32_t line = 1; line < origin.line; ++line)
        at = source.find('\n', at) + 1;
    for (std::uint32_t column = 1; column < origin.column; ++at)
        column += (static_cast<unsigned char>(source[at + 1]) & 0xC0U) != 0x80U;
    return source.substr(at).starts_with(words);
}

} // namespace

TEST_CASE("the front page is read by the field table, each field with line, column, block and span") {
    const std::string xml = "<?xml version=\"1.0\"?>\n"
                            "<ehc_plan schema=\"1\" kind=\"plan\">\n"
                            "  <status>final</status>\n"
                            "  <date>2025-01-15</date>\n"
                            "  <next_review>2026-01</next_review>\n"
                            "  <child><name>Ellis Marlowe</name><date_of_birth>2013-04-03</date_of_birth>"
                            "<year_group>5</year_group><looked_after>no</looked_after></child>\n"
                            "  <parent><name>Robin Marlowe</name></parent>\n"
                            "  <parent><name>Sandy Marlowe</name></parent>\n"
                            "</ehc_plan>\n";
    const Document document = good(xml);
    const plan::Plan& plan = *document.plan;
    CHECK(document.format == "xml");
    CHECK(document.path == "plan.xml");
    CHECK(document.kind == plan::Kind::plan);
    CHECK(plan.kind.value == plan::Kind::plan);
    CHECK(plan.status.value == plan::Status::final);
    CHECK(plan.date.value == PartialDate(*Date::of(2025, 1, 15)));
    CHECK(plan.next_review.value.iso() == "2026-01");
    CHECK(plan.child.name.value.value == "Ellis Marlowe");
    CHECK(plan.child.year_group.value == 5);
    CHECK(plan.child.looked_after.stated());
    CHECK_FALSE(plan.child.looked_after.value);
    REQUIRE(plan.parents.size() == 2);
    CHECK(plan.parents[1].name.value.value == "Sandy Marlowe");

    CHECK(plan.child.name.origin.line == 6);
    CHECK(stands_at(xml, plan.child.name.origin, "Ellis Marlowe"));
    CHECK(stands_at(xml, plan.child.date_of_birth.origin, "2013-04-03"));
    CHECK(plan.child.name.origin.block == 4);
    REQUIRE(document.blocks.size() == 9);
    CHECK(document.blocks[3].text.value == "Ellis Marlowe");
    const Span span = plan.child.name.origin.span;
    CHECK(document.extracted.substr(span.begin, span.size()) == "Ellis Marlowe");
    CHECK(plan.paragraphs.size() == 9);
    CHECK_FALSE(plan.paragraphs[0].section.stated());
    // Choices are shown to people in words.
    CHECK(document.blocks[0].text.value == "final");
}

TEST_CASE("absent, blank, placeholder and unreadable fields differ") {
    const Document document = good(in_plan("<child><name></name><upn state=\"placeholder\">{UPN}</upn>"
                                           "<nhs_number state=\"unreadable\" because=\"a picture\"/><known_as>  </known_as></child>"));
    const plan::Child& child = document.plan->child;
    CHECK(child.name.state == State::blank);
    CHECK(child.name.origin.block == 1);
    CHECK(child.known_as.state == State::blank);
    CHECK(child.upn.state == State::placeholder);
    CHECK(child.nhs_number.state == State::unreadable);
    CHECK(child.nhs_number.because == "a picture");
    CHECK(child.pronouns.state == State::missing);
}

TEST_CASE("sections hold paragraphs and items in the order of the document") {
    const Document document = good(in_plan("<section letter=\"B\"><title>Section B: Needs</title><p>Before.</p>"
                                           "<need area=\"cognition_and_learning\"><text>Reads slowly.</text></need>"
                                           "<p guidance=\"yes\">Say what the needs are.</p><need>Writes little.</need></section>"));
    const plan::Plan& plan = *document.plan;
    const plan::Section& section = plan.section(Letter::B);
    CHECK(section.headed.value);
    CHECK(section.title.value.value == "Section B: Needs");
    CHECK(section.occurrences.value == 1);
    CHECK(section.text.value.value == "Before.\nReads slowly.\nWrites little.");
    REQUIRE(plan.needs.size() == 2);
    CHECK(plan.needs[0].area.value == plan::Area::cognition_and_learning);
    CHECK(plan.needs[0].section.value == Letter::B);
    CHECK(plan.needs[1].text.value.value == "Writes little.");
    CHECK(plan.needs[1].area.state == State::missing);
    REQUIRE(plan.paragraphs.size() == 5);
    CHECK(plan.paragraphs[0].place.value == plan::Place::heading);
    CHECK(plan.paragraphs[3].guidance.value);
    for (const plan::Paragraph& paragraph : plan.paragraphs)
        CHECK(paragraph.section.value == Letter::B);
}

TEST_CASE("items of every section find their list") {
    const Document document = good(in_plan("<section letter=\"A\"><view speaker=\"child\">I draw.</view></section>"
                                           "<section letter=\"D\"><need>Care.</need></section>"
                                           "<section letter=\"E\"><outcome><text>Will read.</text><target_date>2026</target_date></outcome></section>"
                                           "<section letter=\"H1\"><provision>Respite.</provision></section>"
                                           "<section letter=\"K\"><advice role=\"medical\" category=\"medical\"><title>Report</title>"
                                           "<date>2024-03-01</date></advice></section>"));
    const plan::Plan& plan = *document.plan;
    CHECK(plan.views.at(0).speaker.value == plan::Speaker::child);
    CHECK(plan.needs.at(0).section.value == Letter::D);
    CHECK(plan.outcomes.at(0).section.value == Letter::E);
    CHECK(plan.outcomes.at(0).target_date.value.iso() == "2026");
    CHECK(plan.provisions.at(0).section.value == Letter::H1);
    CHECK(plan.advice.at(0).role.value == plan::Role::medical);
    CHECK(plan.advice.at(0).date.value.iso() == "2024-03-01");
    // Without a text of its own an item is its parts, as the cells of a row are.
    CHECK(plan.advice.at(0).text.value.value == "Report\n2024-03-01");
    CHECK(plan.section(Letter::K).text.value.value == "Report\n2024-03-01");
}

TEST_CASE("parts of an item that has its own text are no text of the section") {
    const Document document = good(in_section("F", "<provision><text>Reading, daily.</text><what>Reading</what><frequency>daily</frequency>"
                                                   "<needs>B1; B2</needs></provision>"));
    const plan::Provision& provision = document.plan->provisions.at(0);
    CHECK(provision.what.value.value == "Reading");
    CHECK(provision.needs.value.value == "B1; B2");
    CHECK(document.plan->section(Letter::F).text.value.value == "Reading, daily.");
    CHECK(document.plan->paragraphs.size() == 2);
    CHECK(document.blocks.size() == 5);
    const Span span = provision.frequency.origin.span;
    CHECK(document.extracted.substr(span.begin, span.size()) == "daily");
}

TEST_CASE("a date or a reference alone is no wording") {
    const Document document = good(in_section("E", "<outcome><target_date>2026-07</target_date><needs>B1</needs></outcome>"));
    CHECK(document.plan->outcomes.at(0).text.state == State::missing);
    CHECK(document.plan->section(Letter::E).text.state == State::blank);
}

TEST_CASE("items without an id are numbered within their section") {
    const Document document = good(in_plan("<section letter=\"B\"><need>a</need><need id=\"B3\">b</need><need>c</need></section>"
                                           "<section letter=\"C\"><need>d</need></section>"
                                           "<section letter=\"E\"><outcome>e</outcome></section>"
                                           "<section letter=\"H2\"><provision>f</provision></section>"
                                           "<section letter=\"K\"><advice>g</advice></section>"));
    const plan::Plan& plan = *document.plan;
    CHECK(plan.needs[0].id.value.value == "B1");
    CHECK(plan.needs[1].id.value.value == "B3");
    CHECK(plan.needs[2].id.value.value == "B4"); // B3 is taken
    CHECK(plan.needs[3].id.value.value == "C1");
    CHECK(plan.outcomes[0].id.value.value == "O1");
    CHECK(plan.provisions[0].id.value.value == "H21");
    CHECK(plan.advice[0].id.value.value == "K1");
}

TEST_CASE("the text of sections I and J is the whole section") {
    const Document document = good(in_plan("<section letter=\"I\"><p>From September.</p><placement><name>Willow School</name>"
                                           "<type>maintained_special_school</type></placement></section>"
                                           "<section letter=\"J\"><p>No personal budget.</p></section>"));
    const plan::Plan& plan = *document.plan;
    CHECK(plan.placement.text.value.value == "From September.\nWillow School\nmaintained special school");
    CHECK(plan.placement.type.value == plan::Setting::maintained_special_school);
    CHECK(plan.budget.text.value.value == "No personal budget.");

    const Document bare = good(in_section("I", "<placement>A school to be named.</placement>"));
    CHECK(bare.plan->placement.text.value.value == "A school to be named.");
    CHECK(bare.plan->placement.name.state == State::missing);
    CHECK(bare.plan->placement.type.state == State::missing);
    CHECK(good(in_section("I", "")).plan->placement.text.state == State::blank);
    CHECK(good(in_plan("")).plan->placement.text.state == State::missing);
}

TEST_CASE("a missing section stands at the heading before which it belongs, else at the first block") {
    const Document document = good(in_plan("<id>7</id><section letter=\"B\"><title>B</title><p>x</p></section>"
                                           "<section letter=\"F\"><title>F</title><p>y</p></section>"));
    const plan::Plan& plan = *document.plan;
    CHECK_FALSE(plan.section(Letter::A).headed.value);
    CHECK(plan.section(Letter::A).origin.block == plan.section(Letter::B).origin.block);
    CHECK(plan.section(Letter::E).origin.block == plan.section(Letter::F).origin.block);
    CHECK(plan.section(Letter::E).origin.span.empty());
    CHECK(plan.section(Letter::E).headed.origin == plan.section(Letter::E).origin);
    CHECK(plan.section(Letter::K).origin.block == 1);
    CHECK(plan.section(Letter::K).text.state == State::missing);
}

TEST_CASE("merged sections share heading and text, whether one or both are written") {
    const Document one = good(in_plan("<section letter=\"C\" merged_with=\"D\"><title>Sections C and D</title><need>Asthma.</need></section>"));
    for (const Letter letter : {Letter::C, Letter::D}) {
        const plan::Section& section = one.plan->section(letter);
        CHECK(section.headed.value);
        CHECK(section.merged.value);
        CHECK(section.letter.value == letter);
        CHECK(section.text.value.value == "Asthma.");
    }
    CHECK(one.plan->section(Letter::C).merged_with.value.value == "D");
    CHECK(one.plan->section(Letter::D).merged_with.value.value == "C");
    CHECK(one.plan->needs.size() == 1);

    const Document both = good(in_plan("<section letter=\"C\" merged_with=\"D\"><p>a</p></section><section letter=\"D\" merged_with=\"C\"><p>b</p></section>"));
    CHECK(both.plan->section(Letter::D).text.value.value == "b");
}

TEST_CASE("blocks under one letter are counted when their text differs") {
    const Document document = good(in_plan("<section letter=\"B\"><title>B</title><p>x</p></section><section letter=\"F\"><p>z</p></section>"
                                           "<section letter=\"B\"><title>B again</title><p>y</p></section><section letter=\"F\"><p>z</p></section>"));
    CHECK(document.plan->section(Letter::B).occurrences.value == 2);
    CHECK(document.plan->section(Letter::B).title.value.value == "B");
    CHECK(document.plan->section(Letter::B).text.value.value == "x\ny");
    CHECK(document.plan->section(Letter::F).occurrences.value == 1);
    CHECK(good(in_plan("<section letter=\"E\" occurrences=\"3\"/>")).plan->section(Letter::E).occurrences.value == 3);
    CHECK_FALSE(good(in_plan("<section letter=\"E\" headed=\"no\"><outcome>x</outcome></section>")).plan->section(Letter::E).headed.value);
}

TEST_CASE("a title names the section of its words, unless the file says which") {
    const Document document = good(in_plan("<section letter=\"B\"><title>Section B: Special educational provision</title></section>"
                                           "<section letter=\"E\"><title>Outcomes</title></section>"
                                           "<section letter=\"G\" title_letter=\"C\"><title>Section G: Health care provision</title></section>"
                                           "<section letter=\"K\"><title>Section K</title></section>"));
    const plan::Plan& plan = *document.plan;
    CHECK(plan.section(Letter::B).title_letter.value == Letter::F);
    CHECK(plan.section(Letter::B).title_letter.origin == plan.section(Letter::B).title.origin);
    CHECK(plan.section(Letter::E).title_letter.value == Letter::E);
    CHECK(plan.section(Letter::G).title_letter.value == Letter::C);
    CHECK(plan.section(Letter::K).title_letter.state == State::missing);
}

TEST_CASE("a text of several paragraphs has a block for each") {
    const Document document = good(in_section("F", "<provision><p>First part.</p><p>Second part.</p></provision>"
                                                   "<provision><text><p>Third.</p></text><who>A teacher</who></provision>"));
    CHECK(document.plan->provisions[0].text.value.value == "First part.\nSecond part.");
    CHECK(document.plan->provisions[1].text.value.value == "Third.");
    const plan::Text& text = document.plan->provisions[0].text.value;
    CHECK(text.origin(12, 18).block == text.origin(0, 5).block + 1);
    CHECK(document.extracted.substr(text.origin(12, 18).span.begin, 6) == "Second");
}

TEST_CASE("places are exact through references, CDATA, comments, line ends and folded white space") {
    const std::string xml = "<ehc_plan>\r\n"
                            "  <section letter=\"A\">\r\n"
                            "    <view>Caf\xC3\xA9 &amp; \xE2\x80\x9Cwalks\xE2\x80\x9D &lt;here&gt;\r\n"
                            "\t\tand   there<!-- not this --> or <![CDATA[<else> & ]]>where&#x2014;end</view>\r\n"
                            "  </section>\r\n"
                            "</ehc_plan>";
    const Document document = good(xml);
    const plan::Text& text = document.plan->views.at(0).text.value;
    REQUIRE(text.value == "Caf\xC3\xA9 & \xE2\x80\x9Cwalks\xE2\x80\x9D <here> and there or <else> & where\xE2\x80\x94" "end");
    for (const std::string_view word : {"Caf\xC3\xA9"sv, "walks"sv, "here"sv, "and"sv, "there"sv, "or"sv, "<else>"sv, "where"sv, "end"sv}) {
        const auto begin = static_cast<std::uint32_t>(text.value.find(word));
        const auto end = begin + static_cast<std::uint32_t>(word.size());
        INFO(word);
        CHECK(stands_at(xml, text.origin(begin, end), word));
        const Span span = text.origin(begin, end).span;
        CHECK(document.extracted.substr(span.begin, span.size()) == word);
    }
    const auto ampersand = static_cast<std::uint32_t>(text.value.find('&'));
    CHECK(stands_at(xml, text.origin(ampersand, ampersand + 1), "&amp;"));
    CHECK(text.origin(ampersand, ampersand + 1).line == 3);
    CHECK(text.origin(ampersand, ampersand + 1).column == 16);
}

TEST_CASE("white space folds, the non-breaking space too, and runs of plain text are one piece") {
    const Document document = good(in_section("A", "<p> one two\tthree\xC2\xA0" "four&#160;five\n six </p>"));
    const plan::Text& text = document.plan->section(Letter::A).text.value;
    CHECK(text.value == "one two three four five six");
    CHECK(text.pieces.size() == 4); // a new one only after what is longer or shorter in the source, or on another line
}

TEST_CASE("encodings: byte-order marks, UTF-16 and declared Windows-1252 give the same text and places") {
    const auto utf16 = [](std::string_view ascii, bool big) {
        std::string wide;
        for (const char c : ascii) {
            if (big)
                wide += '\0';
            wide += c;
            if (!big)
                wide += '\0';
        }
        return wide;
    };
    const std::string plain = "<ehc_plan>\n<child><name>Ellis</name></child></ehc_plan>";
    for (const std::string& bytes : {plain, "\xEF\xBB\xBF" + plain, "\xFF\xFE" + utf16(plain, false), "\xFE\xFF" + utf16(plain, true),
                                     utf16(plain, false), utf16(plain, true)}) {
        const Document document = good(bytes);
        CHECK(document.plan->child.name.value.value == "Ellis");
        CHECK(document.plan->child.name.origin.line == 2);
        CHECK(document.plan->child.name.origin.column == 14);
    }
    for (const std::string_view encoding : {"windows-1252"sv, "ISO-8859-1"sv}) {
        const std::string xml = "<?xml version=\"1.0\" encoding=\"" + std::string(encoding) +
                                "\"?>\n<ehc_plan><child><name>Zo\xEB \x96 Ren\xE9" "e</name></child></ehc_plan>";
        const Document document = good(xml);
        const plan::Text& name = document.plan->child.name.value;
        CHECK(name.value == "Zo\xC3\xAB \xE2\x80\x93 Ren\xC3\xA9" "e");
        CHECK(name.origin(9, 11).column == 30);
        CHECK(name.origin(9, 11).line == 2);
    }
    CHECK(fault("<ehc_plan>\n<id>\xE9</id></ehc_plan>") ==
          "plan.xml:2:5: a byte that is not UTF-8; save the file as UTF-8, or declare its encoding in the first line: "
          "<?xml version=\"1.0\" encoding=\"windows-1252\"?>");
    CHECK(fault("<?xml version=\"1.0\" encoding=\"EBCDIC-CP-US\"?><ehc_plan/>") ==
          "plan.xml: the encoding `ebcdic-cp-us` is not read; save the file as UTF-8");
    CHECK(fault("<ehc_plan>a\x01</ehc_plan>") == "plan.xml:1:12: a control character that XML does not allow; remove it");
    CHECK(fault("<ehc_plan>\0</ehc_plan>"sv) == "plan.xml:1:11: a control character that XML does not allow; remove it");
}

TEST_CASE("faults name the place, the name and what to do, and never a plan's words") {
    CHECK(fault(in_plan("\n<child><naem>Ellis</naem></child>")) ==
          "plan.xml:2:8: `child` has no element `naem`; did you mean `name`?");
    CHECK(fault(in_plan("<sections/>")) == "plan.xml:1:22: `ehc_plan` has no element `sections`; did you mean `section`?");
    CHECK(fault(in_plan("<need>x</need>")) == "plan.xml:1:22: `ehc_plan` has no element `need`; it stands in sections B, C and D");
    CHECK(fault(in_section("F", "<outcome/>")) == "plan.xml:1:64: `section` has no element `outcome`; it stands in section E");
    CHECK(fault(in_section("B", "<need are=\"health\">x</need>")) ==
          "plan.xml:1:75: `need` has no attribute `are`; did you mean `area`?");
    CHECK(fault(in_section("B", "<need><id>B1</id></need>")) == "plan.xml:1:70: `need` has no element `id`; write it as an attribute of `need`");
    CHECK(fault(in_section("B", "<need text=\"x\"/>")) == "plan.xml:1:76: `need` has no attribute `text`; write it as an element inside `need`");
    CHECK(fault(in_plan("<date>Easter</date>")) ==
          "plan.xml:1:28: the value of `date` is not a date; write a day (2025-05-12), a month (2025-05), a year (2025) or a stretch "
          "(2025-01-01/2025-04-15)");
    CHECK(fault(in_plan("<date>2025-02-30</date>")).starts_with("plan.xml:1:28: the value of `date` is not a date"));
    CHECK(fault(in_plan("<status>finall</status>")) ==
          "plan.xml:1:30: the value of `status` is not one of its choices; did you mean `final`? it may be draft, proposed_amended, "
          "final, amended_final or working_document");
    CHECK(fault(in_plan("<child><looked_after>maybe</looked_after></child>")) ==
          "plan.xml:1:43: the value of `looked_after` is neither yes nor no; write yes or no");
    CHECK(fault(in_plan("<child><year_group>five</year_group></child>")) ==
          "plan.xml:1:41: the value of `year_group` is not a number; write it in digits, such as 5");
    CHECK(fault(in_plan("<child>Ellis</child>")) == "plan.xml:1:29: text stands directly in `child`; put it in the element it belongs to");
    CHECK(fault(in_section("B", "Ellis")) == "plan.xml:1:64: text stands directly in `section`; put it in `<p>` or in the item it belongs to");
    CHECK(fault(in_plan("<id>1</id><id>2</id>")) == "plan.xml:1:32: `id` is given twice; keep one");
    CHECK(fault(in_plan("<section letter=\"L\"/>")) ==
          "plan.xml:1:39: the value of `letter` is not a section; write A, B, C, D, E, F, G, H1, H2, I, J or K");
    CHECK(fault(in_plan("<section/>")) == "plan.xml:1:22: a section has no letter; write letter=\"A\", or the letter that its heading bears");
    CHECK(fault(in_plan("<section letter=\"C\" merged_with=\"C\"/>")).find("not the letter of another section") != std::string::npos);
    CHECK(fault("<ehc_plan schema=\"2\"/>") == "plan.xml:1:19: this version of the plan schema is not read; export the plan with schema=\"1\"");
    CHECK(fault("<ehc_plan kind=\"return\"/>") ==
          "plan.xml:1:17: `kind` is none that an EHC plan file can have; write plan, template, fragment, advice or review_form");
    CHECK(fault(in_plan("<id>a &nbsp; b</id>")) == "plan.xml:1:28: a `&` that begins no reference of XML; write `&amp;` for the sign itself, "
                                                   "and a number such as `&#160;` for a character");
    CHECK(fault(in_plan("<id>&#0;</id>")) == "plan.xml:1:26: a number after `&#` that stands for no character; write the character itself");
    CHECK(fault(in_plan("<id>&#xD800;</id>")).find("stands for no character") != std::string::npos);
}

TEST_CASE("one document gives one error: the first fault and how many follow") {
    CHECK(fault(in_plan("<date>x</date><request>x</request><draft_sent>x</draft_sent>")).ends_with("(2025-01-01/2025-04-15); and 2 more"));
}

TEST_CASE("attributes of other vocabularies and notes of conversion are passed over") {
    const Document document = good("<ehc_plan xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                                   "xsi:noNamespaceSchemaLocation=\"ehc-plan.xsd\"><id at=\"page 1\" xml:space=\"preserve\">7</id></ehc_plan>");
    CHECK(document.plan->id.value.value == "7");
}

TEST_CASE("broken XML is told in plain words with its place") {
    CHECK(fault("<ehc_plan>\n<child></ehc_plan>").starts_with("plan.xml:2:10: this is not well-formed XML: an end tag that closes another"));
    CHECK(fault("<ehc_plan>").find("an element left open") != std::string::npos);
    CHECK(fault("<ehc_plan><id at=x/></ehc_plan>").find("an attribute that is not written as name=\"value\"") != std::string::npos);
    CHECK(fault("<ehc_plan><!-- ").find("a comment that begins with") != std::string::npos);
    CHECK(fault("<ehc_plan>1 < 2</ehc_plan>").find("a `<` that begins no tag") != std::string::npos);
    CHECK(fault("<ehc_plan/><ehc_plan/>") == "plan.xml:1:12: there is a second root element; keep one document in one file");
    CHECK(fault("<?xml version=\"1.0\"?>").find("there is no element in it") != std::string::npos);
}

TEST_CASE("document type declarations are refused, so no entity is ever expanded") {
    const std::string bomb = "<!DOCTYPE ehc_plan [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><ehc_plan><id>&b;</id></ehc_plan>";
    CHECK(fault(bomb).find("a document type declaration is refused") != std::string::npos);
    CHECK(fault("<!DOCTYPE ehc_plan SYSTEM \"file:///etc/passwd\"><ehc_plan/>").find("is refused") != std::string::npos);
}

TEST_CASE("limits give an error for the document") {
    std::string deep = "<Message>";
    for (int i = 0; i < 400; ++i)
        deep += "<a>";
    for (int i = 0; i < 400; ++i)
        deep += "</a>";
    deep += "</Message>";
    CHECK(fault(deep).find("more than 256 deep") != std::string::npos);
    Limits few;
    few.blocks = 3;
    CHECK(fault(in_plan("<id/><date/><request/><draft_sent/>"), few) == "plan.xml: it holds more than 3 elements; split the file");
    std::string broken_text;
    for (int i = 0; i < 20; ++i)
        broken_text += "a&amp;";
    CHECK(fault(in_plan("<id>" + broken_text + "</id>"), few).find("broken by too many references") != std::string::npos);
    std::string many;
    for (int i = 0; i < 61; ++i)
        many += "<a/>";
    CHECK(fault("<x>" + many + "</x>", few).find("more than 60 tags") != std::string::npos);
}

TEST_CASE("XML that is no plan is recognised, not refused") {
    const auto recognised = [](std::string_view xml) {
        const auto document = read_xml(xml, "file.xml", {});
        REQUIRE(document.ok());
        CHECK_FALSE(document->plan.has_value());
        return std::pair(document->recognised_as, document->kind);
    };
    using Pair = std::pair<std::string, plan::Kind>;
    const auto message = [](std::string_view collection) {
        return "<Message><Header><CollectionDetails><Collection> " + std::string(collection) +
               " </Collection><ReferenceDate>2024-01-18</ReferenceDate></CollectionDetails></Header></Message>";
    };
    CHECK(recognised(message("SEN2")) == Pair{"a SEN2 person-level return (reference date 2024-01-18)", plan::Kind::return_});
    CHECK(recognised(message("CIN")) == Pair{"a children-in-need census return", plan::Kind::other});
    CHECK(recognised(message("SSDA903")).first == "a return on looked-after children (SSDA903)");
    CHECK(recognised(message("SC")).first == "a statistical return (collection `SC`)");
    CHECK(recognised("<Message/>").first == "a message that names no collection");
    CHECK(recognised("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"/>").first == "an XML schema, not a return");
    CHECK(recognised("<ClinicalDocument xmlns=\"urn:hl7-org:v3\"/>").first == "a clinical document (HL7 CDA)");
    CHECK(recognised("<component><section><templateId root=\"2.16\"/><title>Goals</title></section></component>").first ==
          "part of a clinical document (HL7 CDA)");
    CHECK(recognised("<section><code codeSystem=\"2.16\"/></section>").first == "part of a clinical document (HL7 CDA)");
    CHECK(recognised("<CarePlan xmlns=\"http://hl7.org/fhir\"/>").first == "a health record (FHIR `CarePlan`)");
    CHECK(recognised("<plans/>") == Pair{"an XML file whose root element is `plans`", plan::Kind::other});
    CHECK(recognised("<section/>").first == "an XML file whose root element is `section`");
}

TEST_CASE("a document of another program that may well be a plan is an error, not a quiet other") {
    CHECK(fault("<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\"/>") ==
          "plan.xml: a Word document saved as flat XML is not read by this version; save it as .docx and try again");
    CHECK(fault("<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\"/>") ==
          "plan.xml: a web page (XHTML) is not read by this version; save it as .docx and try again");
}

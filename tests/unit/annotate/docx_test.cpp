// Comments at the words at fault in a copy of a Word document: where their marks stand, and that nothing else changes.
#include "annotate/docx.hpp"

#include "finding/hash.hpp"
#include "read/container.hpp"
#include "unit/read/word_document.hpp"

using namespace ehc;
using namespace ehc::test;

namespace {

std::string part(const std::string& package, const std::string& name) {
    auto container = read::Container::open(package, "copy.docx", {});
    REQUIRE(container);
    INFO(name);
    const auto bytes = container->part(name);
    REQUIRE(bytes);
    return *bytes;
}

std::vector<std::string> names(const std::string& package) {
    const auto container = read::Container::open(package, "copy.docx", {});
    REQUIRE(container);
    return container->names();
}

std::size_t count(const std::string& text, std::string_view words) {
    std::size_t n = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + words.size()))
        ++n;
    return n;
}

finding::Finding fault(const read::Document& document, std::string_view words, std::size_t from = 0) {
    finding::Finding finding;
    finding.rule = "EHC-F01";
    finding.slug = "provision-vague";
    finding.title = "Provision says how much";
    finding.message = "\"" + std::string(words) + "\" says nothing & <less>.";
    finding.fix = "Say how much.";
    finding.citations = {"SEND Code of Practice 2015 para 9.69"};
    finding.basis = finding::Basis::statutory_guidance;
    finding::Place place;
    const auto at = document.extracted.find(words, from);
    REQUIRE(at != std::string::npos);
    place.words = words;
    for (const read::Block& block : document.blocks)
        if (const plan::Origin origin = block.text.origin(); origin.span.begin <= at && at < origin.span.end)
            place.origin = block.text.origin(static_cast<std::uint32_t>(at) - origin.span.begin, static_cast<std::uint32_t>(at + words.size()) - origin.span.begin);
    finding.places = {place};
    return finding;
}

struct Copy {
    std::string before, after; // packages
    std::string body;          // of the main part of the copy, inside w:body, ids of marks in order of their findings
    std::string comments;
};

finding::DocumentReport report_on(const std::string& package) {
    finding::DocumentReport report;
    report.path = "plan.docx";
    report.format = "docx";
    report.kind = plan::Kind::plan;
    report.sha256 = finding::sha256_hex(package);
    return report;
}

// Checks what holds for every copy.
Copy copied(std::string package, const finding::DocumentReport& report) {
    Copy copy{std::move(package), {}, {}, {}};
    const auto made = annotate::annotated_docx(copy.before, report, "2025-06-01", {});
    INFO((made ? "" : made.error().line()));
    REQUIRE(made);
    copy.after = *made;
    CHECK(annotate::annotated_docx(copy.before, report, "2025-06-01", {}).value() == copy.after);

    const auto before = read::read_docx(copy.before, "plan.docx", {}), after = read::read_docx(copy.after, "plan.docx", {});
    REQUIRE(after);
    CHECK(after->extracted == before->extracted);
    CHECK(after->blocks.size() == before->blocks.size());
    for (std::size_t i = 0; i < std::min(after->blocks.size(), before->blocks.size()); ++i) {
        CHECK(after->blocks[i].all_bold == before->blocks[i].all_bold);
        CHECK(after->blocks[i].heading_level == before->blocks[i].heading_level);
        CHECK(after->blocks[i].text == before->blocks[i].text);
    }
    for (const std::string& name : names(copy.before)) {
        INFO(name);
        if (name != "word/document.xml" && name != "word/comments.xml" && name != "word/_rels/document.xml.rels" && name != "[content_types].xml")
            CHECK(part(copy.after, name) == part(copy.before, name));
    }
    const std::string main = part(copy.after, "word/document.xml");
    const auto begin = main.find("<w:body>");
    copy.body = begin == std::string::npos ? main : main.substr(begin + 8, main.find("</w:body>") - begin - 8);
    copy.comments = part(copy.after, "word/comments.xml");
    // Each of our comments has one beginning, one end and one reference.
    const std::string opening = ":comment ";
    for (auto at = copy.comments.find(opening); at != std::string::npos; at = copy.comments.find(opening, at + 1)) {
        const auto id_at = copy.comments.find(":id=\"", at) + 5;
        const std::string id = "id=\"" + copy.comments.substr(id_at, copy.comments.find('"', id_at) - id_at) + "\"";
        if (copy.comments.substr(at, copy.comments.find('>', at) - at).find("EHC plan audit") == std::string::npos)
            continue;
        for (const char* mark : {"commentRangeStart", "commentRangeEnd", "commentReference"}) {
            std::size_t marks = 0;
            for (auto here = main.find(mark); here != std::string::npos; here = main.find(mark, here + 1))
                marks += main.substr(here, main.find('>', here) - here).find(id) != std::string::npos ? 1 : 0;
            INFO(mark << " " << id);
            CHECK(marks == 1);
        }
    }
    return copy;
}

// The body with one comment at these words, which is number 1; number 0 is the summary.
std::string commented(const std::string& body, std::string_view words, const Parts& stories = {}) {
    const std::string package = word(body, stories);
    finding::DocumentReport report = report_on(package);
    report.findings = {fault(*read::read_docx(package, "plan.docx", {}), words)};
    return copied(package, report).body;
}

std::string end_of(int id) {
    const std::string n = std::to_string(id);
    return "<w:commentRangeEnd w:id=\"" + n + "\"/><w:r><w:commentReference w:id=\"" + n + "\"/></w:r>";
}
std::string start_of(int id) { return "<w:commentRangeStart w:id=\"" + std::to_string(id) + "\"/>"; }

// A first paragraph for the summary, and what it becomes.
const std::string title = paragraph("Plan");
const std::string marked_title = "<w:p>" + start_of(0) + run("Plan") + end_of(0) + "</w:p>";

} // namespace

TEST_CASE("a run is split at the words, its halves set alike") {
    CHECK(commented(title + "<w:p>" + run("Help as needed soon", "<w:b/>") + "</w:p>", "as needed") ==
          marked_title + "<w:p>" + run("Help ", "<w:b/>") + start_of(1) + run("as needed", "<w:b/>") + end_of(1) + run(" soon", "<w:b/>") + "</w:p>");
}

TEST_CASE("words that are a whole run need no split, nor words over several") {
    CHECK(commented(title + "<w:p>" + run("Help ") + run("as needed") + "</w:p>", "as needed") ==
          marked_title + "<w:p>" + run("Help ") + start_of(1) + run("as needed") + end_of(1) + "</w:p>");
    CHECK(commented(title + "<w:p>" + run("Help as ") + run("nee", "<w:i/>") + run("ded soon") + "</w:p>", "as needed") ==
          marked_title + "<w:p>" + run("Help ") + start_of(1) + run("as ") + run("nee", "<w:i/>") + run("ded") + end_of(1) + run(" soon") + "</w:p>");
}

TEST_CASE("references in the text and characters of several bytes are not cut") {
    CHECK(commented(title + paragraph("Q&amp;A &#233;t&#xE9; \xc3\xa9\xe2\x80\x99s end"), "\xc3\xa9t\xc3\xa9 \xc3\xa9") ==
          marked_title + "<w:p>" + run("Q&amp;A ") + start_of(1) + run("&#233;t&#xE9; \xc3\xa9") + end_of(1) + run("\xe2\x80\x99s end") + "</w:p>");
}

TEST_CASE("text without kept spaces keeps those that its halves end with") {
    CHECK(commented(title + "<w:p><w:r><w:t>Help as needed</w:t></w:r></w:p>", "as needed") ==
          marked_title + "<w:p>" + run("Help ") + start_of(1) + run("as needed") + end_of(1) + "</w:p>");
    // Spaces at its ends are the file's layout; kept they would show, so the run stays whole.
    CHECK(commented(title + "<w:p><w:r><w:t> Help as needed </w:t></w:r></w:p>", "as needed") ==
          marked_title + "<w:p>" + start_of(1) + "<w:r><w:t> Help as needed </w:t></w:r>" + end_of(1) + "</w:p>");
}

TEST_CASE("tabs and further texts of a run stay on their side") {
    CHECK(commented(title + "<w:p><w:r w:rsidR=\"00A1\"><w:rPr><w:b/></w:rPr><w:t>Help</w:t><w:tab/><w:t>needed</w:t><w:br/></w:r></w:p>", "needed") ==
          marked_title + "<w:p><w:r w:rsidR=\"00A1\"><w:rPr><w:b/></w:rPr><w:t>Help</w:t><w:tab/></w:r>" + start_of(1) +
              "<w:r w:rsidR=\"00A1\"><w:rPr><w:b/></w:rPr><w:t>needed</w:t></w:r>" + end_of(1) + "<w:r w:rsidR=\"00A1\"><w:rPr><w:b/></w:rPr><w:br/></w:r></w:p>");
}

TEST_CASE("marks stand inside links and tracked insertions, but around what Word makes by itself") {
    CHECK(commented(title + "<w:p><w:hyperlink r:id=\"rId9\">" + run("see needed here") + "</w:hyperlink></w:p>", "needed") ==
          marked_title + "<w:p><w:hyperlink r:id=\"rId9\">" + run("see ") + start_of(1) + run("needed") + end_of(1) + run(" here") + "</w:hyperlink></w:p>");
    CHECK(commented(title + "<w:p><w:ins w:id=\"7\" w:author=\"A\">" + run("as needed") + "</w:ins></w:p>", "needed") ==
          marked_title + "<w:p><w:ins w:id=\"7\" w:author=\"A\">" + run("as ") + start_of(1) + run("needed") + end_of(1) + "</w:ins></w:p>");
    const std::string bound = "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>" + run("as needed") + "</w:sdtContent></w:sdt>";
    CHECK(commented(title + "<w:p>" + bound + "</w:p>", "needed") == marked_title + "<w:p>" + start_of(1) + bound + end_of(1) + "</w:p>");
    const std::string rich = "<w:p><w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>";
    CHECK(commented(title + rich + run("as needed") + "</w:sdtContent></w:sdt></w:p>", "needed") ==
          marked_title + rich + run("as ") + start_of(1) + run("needed") + end_of(1) + "</w:sdtContent></w:sdt></w:p>");
    const auto mark = [](const std::string& type) { return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>"; };
    const std::string merge = mark("begin") + "<w:r><w:instrText> MERGEFIELD a </w:instrText></w:r>" + mark("separate") + run("as needed") + mark("end");
    CHECK(commented(title + "<w:p>" + run("Help ") + merge + run(" soon") + "</w:p>", "needed") ==
          marked_title + "<w:p>" + run("Help ") + start_of(1) + merge + end_of(1) + run(" soon") + "</w:p>");
    const std::string field = "<w:fldSimple w:instr=\"DATE\">" + run("as needed") + "</w:fldSimple>";
    CHECK(commented(title + "<w:p>" + field + "</w:p>", "needed") == marked_title + "<w:p>" + start_of(1) + field + end_of(1) + "</w:p>");
}

TEST_CASE("words in cells have their comment in the cell") {
    const std::string before = "<w:tbl><w:tr><w:tc><w:p>", after = "</w:p></w:tc></w:tr></w:tbl>";
    CHECK(commented(title + before + run("as needed") + after, "needed") == marked_title + before + run("as ") + start_of(1) + run("needed") + end_of(1) + after);
}

TEST_CASE("words in a text box have their comment where the box hangs, and are told in it") {
    const std::string body = title + "<w:p>" + run("Outside") + "<w:r><w:pict><v:textbox><w:txbxContent>" + paragraph("help as needed") + "</w:txbxContent></v:textbox></w:pict></w:r></w:p>";
    const std::string package = word(body);
    finding::DocumentReport report = report_on(package);
    report.findings = {fault(*read::read_docx(package, "plan.docx", {}), "as needed")};
    const Copy copy = copied(package, report);
    CHECK(copy.body.find(start_of(1) + run("Outside") + end_of(1)) != std::string::npos);
    CHECK(copy.comments.find("At the words: ") != std::string::npos);
}

TEST_CASE("findings that overlap, nest and repeat") {
    const std::string package = word(title + paragraph("one two three four one"));
    const read::Document document = *read::read_docx(package, "plan.docx", {});
    finding::DocumentReport report = report_on(package);
    report.findings = {fault(document, "one two three"), fault(document, "two"), fault(document, "three four"), fault(document, "one two three four one"), fault(document, "one", 10)};
    report.findings[1].places.push_back(report.findings[4].places.front()); // the same line: one comment from the first word to the last
    const Copy copy = copied(package, report);
    CHECK(count(copy.comments, "<w:comment ") == 6);
}

TEST_CASE("each further line of a finding has a short comment of its own") {
    const std::string package = word(title + paragraph("as needed") + paragraph("and again as needed"));
    const read::Document document = *read::read_docx(package, "plan.docx", {});
    finding::DocumentReport report = report_on(package);
    report.findings = {fault(document, "as needed")};
    report.findings.front().places.push_back(fault(document, "as needed", 20).places.front());
    const Copy copy = copied(package, report);
    CHECK(count(copy.comments, "<w:comment ") == 3);
    CHECK(copy.comments.find("The same in 1 more place") != std::string::npos);
    CHECK(copy.comments.find("As in the first comment on EHC-F01") != std::string::npos);
}

TEST_CASE("what is missing has its comment at the line it is placed at, and the whole document's at the title") {
    const std::string package = word(title + paragraph("Section F"));
    finding::DocumentReport report = report_on(package);
    finding::Finding missing = fault(*read::read_docx(package, "plan.docx", {}), "Section F");
    missing.places.front().words.clear();
    finding::Finding whole = missing;
    whole.places.front().origin = {};
    report.findings = {missing, whole};
    report.questions = {{"EHC-A18", "own-words", "Are these her words?", {"I like horses."}, {}, missing.places.front().origin}};
    report.unchecked = {{"EHC-K04", "advice-date", "advice 2 has no date", {}, {}, false}, {"EHC-L02", "unchanged", "the version before was not given", {}, {}, true}};
    report.notes = {"3 tracked changes, read as accepted"};
    const Copy copy = copied(package, report);
    CHECK(copy.body == "<w:p>" + start_of(0) + start_of(1) + run("Plan") + end_of(0) + end_of(1) + "</w:p><w:p>" + start_of(2) + start_of(3) + run("Section F") + end_of(2) + end_of(3) + "</w:p>");
    for (const char* told : {"2 findings: 2 major", "1 question", "advice 2 has no date", "EHC-K04", "the version before was not given", "3 tracked changes", "Are these her words?", "I like horses."}) {
        INFO(told);
        CHECK(copy.comments.find(told) != std::string::npos);
    }
}

TEST_CASE("a comment says who it is by, what is wrong, what to do and what that stands on, as text") {
    const std::string package = word(title + paragraph("as needed"));
    finding::DocumentReport report = report_on(package);
    report.findings = {fault(*read::read_docx(package, "plan.docx", {}), "as needed")};
    const std::string comments = copied(package, report).comments;
    CHECK(comments.find("<w:comment w:id=\"1\" w:author=\"EHC plan audit\" w:date=\"2025-06-01T00:00:00Z\" w:initials=\"EHC\">") != std::string::npos);
    for (const char* told : {">Major: Provision says how much<", ">&quot;as needed&quot; says nothing &amp; &lt;less&gt;.<", ">What to do: <", ">Say how much.<", ">Guidance: <", ">SEND Code of Practice 2015 para 9.69<", ">EHC-F01 provision-vague<"}) {
        INFO(told);
        CHECK(comments.find(told) != std::string::npos);
    }
}

TEST_CASE("comments that are there stay, and ours take other numbers") {
    const std::string own = "<w:comment w:id=\"0\" w:author=\"Ms A\"><w:p><w:r><w:t>Check</w:t></w:r></w:p></w:comment>";
    const std::string package = word("<w:p>" + start_of(0) + run("Plan") + end_of(0) + "</w:p><w:p><w:commentRangeStart w:id=\"2\"/>" + run("as needed") + "</w:p>", {{"comments", element("comments", own)}});
    finding::DocumentReport report = report_on(package);
    report.findings = {fault(*read::read_docx(package, "plan.docx", {}), "as needed")};
    const Copy copy = copied(package, report);
    CHECK(copy.comments.find(own) != std::string::npos);
    CHECK(count(copy.comments, "w:author=\"EHC plan audit\"") == 2);
    CHECK(copy.comments.find("w:id=\"1\" w:author=\"EHC") != std::string::npos);
    CHECK(copy.comments.find("w:id=\"3\" w:author=\"EHC") != std::string::npos);
    CHECK(count(copy.body, start_of(0)) == 1);
    // The list of parts names the comments already.
    CHECK(part(copy.after, "[Content_Types].xml") == part(copy.before, "[Content_Types].xml"));
    CHECK(part(copy.after, "word/_rels/document.xml.rels") == part(copy.before, "word/_rels/document.xml.rels"));
}

TEST_CASE("a document without comments gets a part for them, named where Word looks") {
    const std::string package = word(title);
    const Copy copy = copied(package, report_on(package));
    CHECK(part(copy.after, "[Content_Types].xml").find("<Override PartName=\"/word/comments.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/></Types>") != std::string::npos);
    CHECK(part(copy.after, "word/_rels/document.xml.rels").find("Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"comments.xml\"/></Relationships>") != std::string::npos);
    // Annotating a copy again adds to what is there.
    const Copy again = copied(copy.after, report_on(copy.after));
    CHECK(count(again.comments, "<w:comment ") == 2);
}

TEST_CASE("relations that are an empty element, or not there") {
    Parts parts = word_parts(title);
    parts["word/_rels/document.xml.rels"] = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\" />";
    CHECK(part(copied(zipped(parts), report_on(zipped(parts))).after, "word/_rels/document.xml.rels").ends_with("Target=\"comments.xml\"/></Relationships>"));
    parts.erase("word/_rels/document.xml.rels");
    CHECK(part(copied(zipped(parts), report_on(zipped(parts))).after, "word/_rels/document.xml.rels").ends_with("Target=\"comments.xml\"/></Relationships>"));
}

TEST_CASE("other prefixes, no prefix, a byte-order mark and strict files") {
    Parts parts = word_parts("");
    const std::string& words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const auto commented_part = [&](const std::string& xml) {
        parts["word/document.xml"] = xml;
        const std::string package = zipped(parts);
        finding::DocumentReport report = report_on(package);
        report.findings = {fault(*read::read_docx(package, "plan.docx", {}), "needed")};
        return copied(package, report);
    };
    CHECK(part(commented_part("<x:document xmlns:x=\"" + words + "\"><x:body><x:p><x:r><x:t>as needed</x:t></x:r></x:p></x:body></x:document>").after, "word/document.xml")
              .find("as </x:t></x:r><x:commentRangeStart x:id=\"1\"/><x:r><x:t xml:space=\"preserve\">needed") != std::string::npos);
    CHECK(part(commented_part("<document xmlns=\"" + words + "\"><body><p><r><t>as needed</t></r></p></body></document>").after, "word/document.xml")
              .find("as </t></r><w:commentRangeStart xmlns:w=\"" + words + "\" w:id=\"1\"/><r><t xml:space=\"preserve\">needed") != std::string::npos);
    CHECK(commented_part("\xef\xbb\xbf<w:document xmlns:w=\"" + words + "\"><w:body>" + paragraph("as needed") + "</w:body></w:document>").body.find("as </w:t></w:r>" + start_of(1)) != std::string::npos);
    const Copy strict = commented_part("<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body>" + paragraph("as needed") + "</w:body></w:document>");
    CHECK(strict.comments.find("<w:comments xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\">") != std::string::npos);
    CHECK(part(strict.after, "word/_rels/document.xml.rels").find("http://purl.oclc.org/ooxml/officeDocument/relationships/comments") != std::string::npos);
}

TEST_CASE("text that is not where the reader found it has no comments put into it") {
    // UTF-16, as some programs write.
    const std::string xml = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + paragraph("as needed") + "</w:body></w:document>";
    std::string wide = "\xff\xfe";
    for (const char c : xml)
        wide += {c, '\0'};
    Parts parts = word_parts("");
    parts["word/document.xml"] = wide;
    const std::string package = zipped(parts);
    REQUIRE(read::read_docx(package, "plan.docx", {})->extracted == "as needed\n");
    const auto made = annotate::annotated_docx(package, report_on(package), "2025-06-01", {});
    REQUIRE_FALSE(made);
    CHECK(made.error().what == "no comment can be placed in this Word document");
    // Nor has a document without words.
    CHECK_FALSE(annotate::annotated_docx(word("<w:p/>"), report_on(word("<w:p/>")), "2025-06-01", {}));
}

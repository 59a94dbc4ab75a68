// Lists to count documents by: as spreadsheet programs save them, and which document each row is about.
#include "caseload/grouping.hpp"

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace ehc;
using caseload::Grouping, caseload::ListTable;

namespace {

using Cells = std::vector<std::string>;

ListTable table_of(std::string_view bytes) {
    auto table = caseload::parse_list(bytes, "list.csv");
    INFO((table ? "" : table.error().line()));
    REQUIRE(table.ok());
    return *table;
}

std::string wrong(std::string_view bytes) {
    const auto table = caseload::parse_list(bytes, "list.csv");
    return table ? "" : table.error().line();
}

// The groups of documents under this list, "-" where none is known; what did not fit comes last.
Cells groups_of(const std::string& list, const Cells& documents, const Cells& ids = {}) {
    const test::TemporaryFolder folder;
    const std::string path = folder.write("list.csv", list);
    const Cells sources{path};
    auto grouping = Grouping::from(sources, documents);
    INFO((grouping ? "" : grouping.error().line()));
    REQUIRE(grouping.ok());
    Cells groups;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        finding::DocumentReport document;
        document.path = documents[i];
        document.plan_id = i < ids.size() ? ids[i] : "";
        grouping->apply(document, "");
        REQUIRE(document.groups.size() == grouping->names().size());
        groups.push_back(document.groups.front().empty() ? "-" : document.groups.front());
    }
    for (const std::string& line : grouping->leftovers(true))
        groups.push_back(line.substr(path.size() + 2));
    return groups;
}

} // namespace

TEST_CASE("a list is read as spreadsheet programs save it") {
    const Cells columns{"file", "school"}, row{"a.docx", "Hill, Top \"A\"\nannexe"};
    for (const std::string_view bytes : {"file,school\na.docx,\"Hill, Top \"\"A\"\"\nannexe\"\n", "\xEF\xBB\xBF"
                                         "file;school\r\na.docx;\"Hill, Top \"\"A\"\"\r\nannexe\"\r\n\r\n;;\r\n",
                                         "file\tschool\ra.docx\t \"Hill, Top \"\"A\"\"\rannexe\" \r", "sep=|\nfile|school|\na.docx|\"Hill, Top \"\"A\"\"\nannexe\"||"}) {
        const ListTable table = table_of(bytes);
        CHECK(table.columns == columns);
        REQUIRE(table.rows.size() == 1);
        CHECK(table.rows[0].cells == row);
    }
    // UTF-16 as Excel's "Unicode text", and Windows-1252.
    CHECK(table_of(std::string_view("\xFF\xFE"
                                    "f\0\t\0s\0\n\0a\0\t\0\xE9\0\n\0",
                                    18))
              .rows[0]
              .cells == Cells{"a", "\u00E9"});
    CHECK(table_of("f,s\na,St Aidan\x92s\n").rows[0].cells[1] == "St Aidan\u2019s");
    const ListTable lines = table_of("\nf,s\n\na,\"x\ny\"\nb\n");
    CHECK(lines.rows[0].line == 4);
    CHECK(lines.rows[1].line == 6);
    CHECK(lines.rows[1].cells == Cells{"b", ""});
}

TEST_CASE("a list that is broken is told with its line") {
    CHECK(wrong("").starts_with("list.csv: the list is empty"));
    CHECK(wrong("\n,,\n").starts_with("list.csv: the list is empty"));
    CHECK(wrong("f,,s\n").starts_with("list.csv:1: column 2 has no name"));
    CHECK(wrong("f,School,school\n").starts_with("list.csv:1: two columns are called `school`"));
    CHECK(wrong("f,s\na,\"b\nc").starts_with("list.csv:2: a quote is opened in this row and never closed"));
    CHECK(wrong("f,s\n\na,b,c\n").starts_with("list.csv:3: this row has 3 cells, and the head names 2 columns"));
    CHECK(wrong("PK\x03\x04rest").starts_with("list.csv: this is a workbook"));
    std::string wide = "a0";
    for (int i = 1; i <= 100; ++i)
        wide += ",a" + std::to_string(i);
    CHECK(wrong(wide).starts_with("list.csv:1: the list has 101 columns"));
}

TEST_CASE("a row is about one document, by its path, the end of it, its name or the plan's id") {
    CHECK(groups_of("file,s\nplans/a.docx,whole\nnorth/b.docx,end\nC,name\nEHCP-7,id\nC:\\plans\\north\\d.docx,drive\n",
                    {"plans/a.docx", "plans/north/b.docx", "plans/c.pdf", "plans/x.docx", "plans/y.docx"}, {"", "", "", "ehcp-7", "EHCP-8"}) ==
          Cells{"whole", "end", "name", "id", "-", "1 document has no row in the list and is counted as not stated", "1 row names no document of this audit: `C:\\plans\\north\\d.docx` (line 6)"});
    // Not the first column where a later one names documents by its head.
    CHECK(groups_of("school,File Name\nHilltop,a.docx\n", {"p/a.docx"}) == Cells{"Hilltop"});
    // The whole path before a part of it.
    CHECK(groups_of("f,s\nplan.docx,x\n", {"plan.docx", "old/plan.docx"}) == Cells{"x", "-", "1 document has no row in the list and is counted as not stated"});
    CHECK(groups_of("f,s\n./plan.docx,x\nold/plan.docx,y\n", {"plan.docx", "p/old/plan.docx"}) == Cells{"x", "y"});
}

TEST_CASE("a name that several documents bear names none, but one plan in two formats is one") {
    CHECK(groups_of("f,s\nplan.docx,x\n", {"a/plan.docx", "b/plan.docx"}) ==
          Cells{"-", "-", "2 documents have no row in the list and are counted as not stated", "1 row names several documents and is not used: `plan.docx` (line 2)"});
    CHECK(groups_of("f,s\nplan,x\n", {"a/plan.docx", "a/plan.pdf"}) == Cells{"x", "x"});
}

TEST_CASE("one document twice with other values is an error, with the same values none") {
    const test::TemporaryFolder folder;
    const Cells same{folder.write("same.csv", "f,s\na.docx,x\nA.docx,x\n")}, other{folder.write("other.csv", "f,s\na.docx,x\nA.docx,y\n")}, documents{"a.docx"};
    CHECK(!groups_of("f,s\na.docx,x\na.docx,x\n", documents).empty());
    const auto refused = Grouping::from(other, documents);
    REQUIRE(!refused.ok());
    CHECK(refused.error().line().find("other.csv:3: this document stands in line 2 already, with other values") != std::string::npos);
    // Two lists with a column of one name.
    const Cells both{same.front(), "school", other.front()};
    CHECK(!Grouping::from(both, documents).ok());
}

TEST_CASE("what the plan states is a group of its own") {
    const Cells sources{"school"}, documents{"a.docx"};
    auto grouping = Grouping::from(sources, documents);
    REQUIRE(grouping.ok());
    finding::DocumentReport document;
    document.path = "a.docx";
    grouping->apply(document, "Hilltop Primary");
    CHECK(document.groups == Cells{"Hilltop Primary"});
    CHECK(grouping->leftovers(true).empty());
}

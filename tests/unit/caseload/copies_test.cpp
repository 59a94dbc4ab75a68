// Where copies of documents go, that none replaces a document, and copies of files inside archives.
#include "caseload/caseload.hpp"
#include "caseload/copies.hpp"

#include "../read/zipped.hpp"
#include "audit/audit.hpp"
#include "finding/hash.hpp"
#include "support/catch.hpp"
#include "support/paths.hpp"
#include "support/temporary_folder.hpp"

#include <filesystem>
#include <fstream>

using namespace ehc;
using caseload::Copies;
using test::TemporaryFolder;

namespace fs = std::filesystem;

namespace {

using Paths = std::vector<std::string>;

std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string word_plan() { return bytes_of((test::source_dir() / "samples/vague-provision/plan.docx").string()); }

// The report of a document with one finding about the whole of it.
finding::DocumentReport report_of(const std::string& path, const std::string& bytes, const std::string& format) {
    finding::DocumentReport report;
    report.path = path;
    report.sha256 = finding::sha256_hex(bytes);
    report.format = format;
    report.kind = plan::Kind::plan;
    finding::Finding one;
    one.rule = "EHC-A01";
    one.slug = "a-slug";
    one.title = "Something is there";
    one.message = "It is not.";
    one.places = {{}};
    report.findings = {one};
    return report;
}

std::string refused(const std::string& place, const Paths& paths, const Paths& documents) {
    const auto copies = Copies::to(place, paths, documents);
    return copies ? "" : copies.error().what;
}

// Where the copies of all that is found at these paths are written, below the folder; what is wrong after "!".
Paths written(const TemporaryFolder& folder, const std::string& place, const Paths& paths) {
    Paths documents;
    const auto found = caseload::discover(paths);
    for (const caseload::Found& each : found)
        documents.push_back(each.path);
    const auto copies = Copies::to(folder.at(place), paths, documents);
    INFO((copies ? "" : copies.error().line()));
    REQUIRE(copies.ok());
    Paths places;
    for (const caseload::Found& each : found) {
        const auto bytes = each.archive ? each.archive->read(each.entry, {}) : caseload::read_file(each.path, 1U << 24U);
        REQUIRE(bytes.ok());
        const auto copy = copies->write({}, report_of(each.path, *bytes, bytes->starts_with("PK") ? "docx" : "xml"), {});
        places.push_back(copy ? copy->substr(folder.path().size() + 1) : "!" + copy.error().what);
    }
    return places;
}

} // namespace

TEST_CASE("a copy keeps its name below the folder that all documents have in common", "[caseload][copies]") {
    const TemporaryFolder folder;
    folder.write("plans/north/a.docx", word_plan());
    folder.write("plans/south/a.docx", word_plan());
    folder.write("plans/south/b.xml", "<ehc_plan schema=\"1\"/>");
    CHECK(written(folder, "out", {folder.at("plans")}) == Paths{"out/north/a.docx", "out/south/a.docx", "out/south/b.xml.html"});
    CHECK(written(folder, "one", {folder.at("plans/north/a.docx")}) == Paths{"one/a.docx"});
    CHECK(written(folder, "mine.docx", {folder.at("plans/north/a.docx")}) == Paths{"mine.docx"});
    CHECK(written(folder, "mine.html", {folder.at("plans/north/a.docx")}) == Paths{"mine.html"});
    CHECK(bytes_of(folder.at("out/south/b.xml.html")).starts_with("<!DOCTYPE html>"));
    CHECK(bytes_of(folder.at("one/a.docx")) == bytes_of(folder.at("out/north/a.docx"))); // the same plan, the same bytes
    CHECK(bytes_of(folder.at("plans/north/a.docx")) == word_plan());
}

TEST_CASE("files of an archive have copies in a folder of its name", "[caseload][copies]") {
    const TemporaryFolder folder;
    const std::string zip = test::zipped({{"north/a.docx", word_plan()}, {"b.xml", "<ehc_plan schema=\"1\"/>"}}), path = folder.write("plans.zip", zip);
    folder.write("loose/a.docx", word_plan());
    CHECK(written(folder, "out", {path, folder.at("loose")}) == Paths{"out/plans.zip/b.xml.html", "out/plans.zip/north/a.docx", "out/loose/a.docx"});
    CHECK(bytes_of(folder.at("out/plans.zip/north/a.docx")) == bytes_of(folder.at("out/loose/a.docx")));
    CHECK(bytes_of(path) == zip);
    // One of them, named as the report names it.
    CHECK(written(folder, "one", {path + "/north/a.docx"}) == Paths{"one/a.docx"});
}

TEST_CASE("copies go to no place where they would mix with documents", "[caseload][copies]") {
    const TemporaryFolder folder;
    const std::string plan = folder.write("plans/a.docx", word_plan()), other = folder.write("plans/b.docx", word_plan());
    const Paths paths{folder.at("plans")}, documents{plan, other};
    CHECK(refused("-", paths, documents) == "copies cannot go to standard output");
    CHECK(refused(folder.at("plans"), paths, documents).find("where the next audit would take the copies for plans") != std::string::npos);
    CHECK(refused(folder.at("plans/out"), paths, documents).find("where the next audit would take the copies for plans") != std::string::npos);
    CHECK(refused(folder.path(), documents, documents).find("is in this folder, and its copy could replace it") != std::string::npos);
    CHECK(refused(folder.at("one.docx"), paths, documents) == "this is one file, and there are 2 documents");
    CHECK(refused(folder.at("no/where"), paths, documents).find("does not exist") != std::string::npos);
    CHECK(refused(plan, {plan}, {plan}) != "");
    CHECK(refused(folder.write("note.txt", "x"), paths, documents) == "this is a file, not a folder for copies");
    CHECK(refused(folder.at("out"), paths, documents).empty());
}

TEST_CASE("a document that changed since it was audited, or was not read, has no copy", "[caseload][copies]") {
    const TemporaryFolder folder;
    const std::string plan = folder.write("a.docx", word_plan());
    const auto copies = Copies::to(folder.at("out"), Paths{plan}, {plan});
    REQUIRE(copies.ok());
    CHECK(copies->write({}, report_of(plan, "other bytes", "docx"), {}).error().what == "this document has changed since it was audited");
    finding::DocumentReport unread = report_of(plan, word_plan(), "docx");
    unread.error = "no";
    CHECK(!copies->write({}, unread, {}).ok());
    CHECK(!fs::exists(folder.at("out")));
}

TEST_CASE("the file that an archive's documents stand in is the archive", "[caseload][copies]") {
    const TemporaryFolder folder;
    const std::string path = folder.write("plans.zip", test::zipped({{"b.txt", "bee"}, {"../up.txt", "x"}})), loose = folder.write("a.txt", "ay");
    CHECK(caseload::files_on_disk(caseload::discover(Paths{path, loose})) == Paths{path, loose});
    CHECK(caseload::discover(Paths{path + "/none"}).front().error.find("no such file or folder in the archive") != std::string::npos);
}

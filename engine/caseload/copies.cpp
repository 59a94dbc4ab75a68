#include "caseload/copies.hpp"

#include "annotate/docx.hpp"
#include "audit/passages.hpp"
#include "caseload/caseload.hpp"
#include "finding/hash.hpp"
#include "report/output.hpp"
#include "report/registry.hpp"

#include <algorithm>
#include <filesystem>
#include <ostream>

namespace ehc::caseload {

namespace {

namespace fs = std::filesystem;

std::string plain(const std::string& path) { return fs::path(path).lexically_normal().generic_string(); }

// The folder of the first document, cut back to where all others are in it too.
std::string common_folder(std::span<const std::string> documents) {
    if (documents.empty())
        return {};
    std::string common = plain(documents.front());
    common.erase(common.rfind('/') + 1);
    for (const std::string& document : documents)
        while (!common.empty() && !plain(document).starts_with(common)) {
            common.pop_back();
            common.erase(common.rfind('/') + 1);
        }
    return common;
}

bool is_within(const fs::path& inner, const fs::path& outer) {
    const auto [end, unused] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
    return end == outer.end() || (end->empty() && std::next(end) == outer.end());
}

bool names_a_file(const std::string& place) { return place.ends_with(".docx") || place.ends_with(".html"); }

} // namespace

Result<Copies> Copies::to(const std::string& place, std::span<const std::string> paths, std::vector<std::string> documents) {
    std::error_code ignored;
    Copies copies;
    copies.place_ = place;
    copies.is_file_ = names_a_file(place) && !fs::is_directory(place, ignored);
    if (place == "-" || place.starts_with("/dev/"))
        return Error{place, "copies cannot go to standard output", "name a folder, for example `--format docx=annotated`"};
    if (copies.is_file_) {
        if (documents.size() != 1)
            return Error{place, "this is one file, and there are " + std::to_string(documents.size()) + " documents", "name a folder for their copies"};
        if (auto good = report::check_output(place, documents); !good)
            return good.error();
    } else {
        if (fs::exists(place, ignored) && !fs::is_directory(place, ignored))
            return Error{place, "this is a file, not a folder for copies", "name a folder"};
        const fs::path above = fs::path(place).lexically_normal().parent_path();
        if (const fs::path parent = fs::path(place).has_filename() ? above : above.parent_path(); !parent.empty() && !fs::is_directory(parent, ignored))
            return Error{place, "the folder `" + parent.generic_string() + "` does not exist", "make it first, or name another folder"};
        const fs::path folder = fs::weakly_canonical(place, ignored);
        for (const std::string& path : paths)
            if (fs::is_directory(path, ignored) && is_within(folder, fs::weakly_canonical(path, ignored)))
                return Error{place, "this folder is inside `" + path + "`, where the next audit would take the copies for plans", "name a folder outside it, for example `--format docx=../annotated`"};
        for (const std::string& document : documents)
            if (is_within(fs::weakly_canonical(document, ignored), folder))
                return Error{place, "the document `" + document + "` is in this folder, and its copy could replace it", "name another folder"};
    }
    copies.common_ = common_folder(documents);
    copies.documents_ = std::move(documents);
    return copies;
}

std::string Copies::place_of(const std::string& document) const {
    if (is_file_)
        return place_;
    // Steps that lead out of the folder are taken for names.
    fs::path below;
    for (const fs::path& step : fs::path(plain(document).substr(common_.size())))
        below /= step == ".." ? fs::path("up") : step;
    return (fs::path(place_) / below.relative_path()).generic_string();
}

Result<std::string> Copies::write(const finding::Report& head, const finding::DocumentReport& document, const read::Limits& limits,
                                  const read::Programs& programs) const {
    if (!document.error.empty())
        return Error{document.path, "there is no copy, since the document could not be read", ""};
    const auto bytes = read_file(document.path, limits.file_bytes);
    if (!bytes)
        return bytes.error();
    if (finding::sha256_hex(*bytes) != document.sha256)
        return Error{document.path, "this document has changed since it was audited", "run the audit again when nobody is working on it"};
    std::string place = place_of(document.path), copy;
    if (document.format == "docx" && !(is_file_ && place.ends_with(".html")))
        if (auto annotated = annotate::annotated_docx(*bytes, document, head.as_at, limits))
            copy = std::move(annotated).value();
    finding::Report page;
    if (copy.empty()) {
        if (is_file_ && !place.ends_with(".html"))
            return Error{place, "comments cannot be put into `" + document.path + "`", "write a page instead, for example `--format docx=" + fs::path(place).replace_extension(".html").generic_string() + "`"};
        if (!is_file_)
            place += ".html";
        page.version = head.version;
        page.as_at = head.as_at;
        page.packs = head.packs;
        page.settings = head.settings;
        page.profile = head.profile;
        page.documents = {document};
        page.documents.front().text = text_of(document, limits, programs);
        page.summary = finding::summarise(page.documents);
    }
    std::error_code failed;
    if (const fs::path folder = fs::path(place).parent_path(); !folder.empty())
        fs::create_directories(folder, failed);
    if (failed)
        return Error{place, "the folder for this copy cannot be made", "check that you may write there"};
    const auto written = report::write_output(place, documents_, [&](std::ostream& out) {
        if (copy.empty())
            report::write(*report::format_named("html"), out, page, {});
        else
            out.write(copy.data(), static_cast<std::streamsize>(copy.size()));
    });
    if (!written)
        return written.error();
    return place;
}

std::vector<finding::Passage> text_of(const finding::DocumentReport& document, const read::Limits& limits, const read::Programs& programs) {
    if (!document.error.empty())
        return {};
    const auto bytes = read_file(document.path, limits.file_bytes);
    if (!bytes)
        return {};
    auto passages = audit::passages(*bytes, document, limits, programs);
    return passages ? std::move(passages).value() : std::vector<finding::Passage>{};
}

} // namespace ehc::caseload

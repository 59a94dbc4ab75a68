#include "read/readers.hpp"

#include "read/docx.hpp"
#include "read/hash.hpp"
#include "read/html.hpp"
#include "read/json.hpp"
#include "read/odt.hpp"
#include "read/office.hpp"
#include "read/pdf.hpp"
#include "read/plan_xml.hpp"
#include "read/sniff.hpp"
#include "read/text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace ehc::read {

namespace {

// A reader that needs no other program.
template <Result<Document> (*reader)(std::string_view, std::string_view, const Limits&)>
Result<Document> alone(std::string_view bytes, std::string_view path, const Limits& limits, const Programs&) {
    return reader(bytes, path, limits);
}
template <const OfficeKind& kind> Result<Document> by_office(std::string_view bytes, std::string_view path, const Limits& limits, const Programs& programs) {
    return read_by_office(kind, bytes, path, limits, programs.office.get());
}
Result<Document> by_helper(std::string_view bytes, std::string_view path, const Limits& limits, const Programs& programs) {
    return read_pdf(bytes, path, limits, programs);
}

constexpr std::array<Format, 10> format_table{{
    {"doc", "Word 97-2003 documents (.doc), where LibreOffice is installed", ".doc", by_office<word_97>},
    {"docx", "Word documents (.docx, .dotx)", ".docx", alone<read_docx>},
    {"html", "web pages (.html, .htm)", ".html", alone<read_html>},
    {"json", "JSON exports of plans and advice, and dates of cases (.json)", ".json", alone<read_json>},
    {"markdown", "Markdown (.md)", ".md", alone<read_markdown>},
    {"odt", "OpenDocument texts (.odt, .ott)", ".odt", alone<read_odt>},
    {"pdf", "PDFs with words in them (.pdf); scans with --ocr, where Tesseract is installed", ".pdf", by_helper},
    {"rtf", "RTF (.rtf), where LibreOffice is installed", ".rtf", by_office<rich_text>},
    {"text", "plain text (.txt)", ".txt", alone<read_text>},
    {"xml", "canonical plan XML (schemas/ehc-plan.xsd), and SEN2 returns by name", ".xml", alone<read_xml>},
}};

std::string extension_of(std::string_view path) {
    const std::size_t name = path.find_last_of("/\\");
    const std::size_t dot = path.rfind('.');
    if (dot == std::string_view::npos || (name != std::string_view::npos && dot < name))
        return {};
    std::string extension(path.substr(dot));
    for (char& c : extension)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return extension;
}

std::string megabytes(std::uint64_t bytes) {
    const std::uint64_t tenths = (bytes * 10 + (1U << 19)) >> 20;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

// Endings of names that promise what plain text is not.
constexpr std::array<std::string_view, 8> no_text{".docx", ".dotx", ".xml", ".pdf", ".odt", ".doc", ".rtf", ".zip"};

bool contradicts(std::string_view extension) { return std::ranges::find(no_text, extension) != no_text.end(); }

// A text document could be saved in a format that is read; anything else can only be named.
Error not_read(const Sniffed& sniffed, std::string_view path, std::string_view extension) {
    std::string what(sniffed.words);
    const bool promised = std::ranges::find(format_table, extension, &Format::extension) != format_table.end();
    if (sniffed.content == Content::text ? contradicts(extension) : promised)
        what = "its name ends in " + std::string(extension) + ", but it is " + what + ", which";
    what += sniffed.content == Content::text ? " is not what it should be" : " is not read by this version";
    if (!sniffed.remedy.empty())
        return {std::string(path), std::move(what), std::string(sniffed.remedy)};
    return {std::string(path), std::move(what),
            sniffed.content == Content::text ? "check that it is the right file, and whole"
            : sniffed.text                   ? "save it as .docx, or export canonical XML (schemas/ehc-plan.xsd)"
                                             : "give the plan itself as .docx or as canonical XML (schemas/ehc-plan.xsd)"};
}

// What is known to be no plan by its format alone.
Document no_plan(std::string_view path, std::string_view format, std::string_view words) {
    Document document;
    document.path = path;
    document.format = format;
    document.recognised_as = words;
    document.kind = plan::Kind::other;
    return document;
}

// A container by the names in its directory, which stands at its end; what is neither is Word's reader to name.
Result<Document> read_container(std::string_view bytes, std::string_view path, const Limits& limits) {
    constexpr std::size_t directory = 1U << 18U;
    const std::string_view names = bytes.substr(bytes.size() > directory ? bytes.size() - directory : 0);
    const auto has = [&](std::string_view name) { return names.find(name) != std::string_view::npos; };
    if (has("content.xml") && has("META-INF/manifest.xml") && !has("[Content_Types].xml"))
        return read_odt(bytes, path, limits);
    if (has("xl/workbook.") && !has("word/document"))
        return no_plan(path, "sheet", "a spreadsheet (Excel): a list, not a plan");
    return read_docx(bytes, path, limits);
}

Result<Document> read_as(const Sniffed& sniffed, std::string_view bytes, std::string_view path, std::string_view extension, const Limits& limits,
                         const Programs& programs) {
    switch (sniffed.content) {
    case Content::zip: return read_container(bytes, path, limits);
    case Content::xml: return read_xml(bytes, path, limits);
    case Content::pdf: return by_helper(bytes, path, limits, programs);
    case Content::json: return read_json(bytes, path, limits);
    case Content::rtf: return read_by_office(rich_text, bytes, path, limits, programs.office.get());
    case Content::old_word: return read_by_office(word_97, bytes, path, limits, programs.office.get());
    case Content::html: return read_html(bytes, path, limits);
    case Content::markdown: return read_markdown(bytes, path, limits);
    case Content::text:
        if (contradicts(extension))
            break;
        return read_text(bytes, path, limits);
    case Content::sheet: return no_plan(path, "sheet", std::string(sniffed.words) + ": a list, not a plan");
    case Content::empty:
    case Content::other: break;
    }
    return not_read(sniffed, path, extension);
}

} // namespace

std::span<const Format> formats() noexcept { return format_table; }

Result<Document> read(std::string_view bytes, std::string_view path, const Limits& limits, const Programs& programs) {
    if (bytes.size() > limits.file_bytes)
        return Error{std::string(path), "the file is " + megabytes(bytes.size()) + ", more than the limit of " + megabytes(limits.file_bytes),
                     "take pictures out of it, or split it"};
    const std::string extension = extension_of(path);
    const Sniffed sniffed = sniff(bytes, extension);
    if (sniffed.content == Content::empty)
        return Error{std::string(path), "the file is empty", "fetch it again from where it came"};
    Result<Document> document = read_as(sniffed, bytes, path, extension, limits, programs);
    if (document)
        document->sha256 = sha256_hex(bytes);
    return document;
}

} // namespace ehc::read

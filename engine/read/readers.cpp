#include "read/readers.hpp"

#include "read/docx.hpp"
#include "read/hash.hpp"
#include "read/plan_xml.hpp"
#include "read/sniff.hpp"

#include <array>
#include <string>

namespace ehc::read {

namespace {

constexpr std::array<Format, 2> format_table{{
    {"docx", "Word documents (.docx, .dotx)", ".docx", read_docx},
    {"xml", "canonical plan XML (schemas/ehc-plan.xsd), and SEN2 returns by name", ".xml", read_xml},
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

// A text document could be saved in a format that is read; anything else can only be named.
Error not_read(const Sniffed& sniffed, std::string_view path, std::string_view extension) {
    std::string what(sniffed.words);
    for (const Format& format : format_table)
        if (format.extension == extension)
            what = "its name ends in " + std::string(extension) + ", but it is " + what + ", which";
    what += " is not read by this version";
    if (!sniffed.remedy.empty())
        return {std::string(path), std::move(what), std::string(sniffed.remedy)};
    return {std::string(path), std::move(what),
            sniffed.text ? "save it as .docx, or export canonical XML (schemas/ehc-plan.xsd)"
                         : "give the plan itself as .docx or as canonical XML (schemas/ehc-plan.xsd)"};
}

} // namespace

std::span<const Format> formats() noexcept { return format_table; }

Result<Document> read(std::string_view bytes, std::string_view path, const Limits& limits) {
    if (bytes.size() > limits.file_bytes)
        return Error{std::string(path), "the file is " + megabytes(bytes.size()) + ", more than the limit of " + megabytes(limits.file_bytes),
                     "take pictures out of it, or split it"};
    const std::string extension = extension_of(path);
    const Sniffed sniffed = sniff(bytes, extension);
    if (sniffed.content == Content::empty)
        return Error{std::string(path), "the file is empty", "fetch it again from where it came"};
    if (sniffed.content == Content::other)
        return not_read(sniffed, path, extension);
    Result<Document> document =
        sniffed.content == Content::zip ? read_docx(bytes, path, limits) : read_xml(bytes, path, limits);
    if (document)
        document->sha256 = sha256_hex(bytes);
    return document;
}

} // namespace ehc::read

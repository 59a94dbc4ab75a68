#include "read/sniff.hpp"

#include "read/decode.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace ehc::read {

namespace {

using namespace std::string_view_literals;

struct Sign {
    std::string_view bytes;
    std::size_t at = 0;
    Sniffed sniffed;
};

constexpr Sniffed sheet(std::string_view words) { return {Content::sheet, words, false, {}}; }
constexpr Sniffed html{Content::html, "a web page (HTML)", true, {}};
constexpr Sniffed markdown{Content::markdown, "Markdown", true, {}};
constexpr Sniffed json{Content::json, "JSON", true, {}};
constexpr Sniffed pdf{Content::pdf, "PDF", true, {}};
constexpr Sniffed plain{Content::text, "plain text", true, {}};
constexpr Sniffed picture(std::string_view words) {
    return {Content::other, words, false, "ask for the document it was made from, as .docx"};
}
constexpr Sniffed packed(std::string_view words) { return {Content::other, words, false, "unpack it and give what is inside"}; }
constexpr Sniffed other(std::string_view words) { return {Content::other, words, false, {}}; }

constexpr std::string_view without_password = "open it, remove the password and save it again";

// Magic numbers, the longest and surest first.
constexpr std::array signs{
    Sign{"PK\x03\x04"sv, 0, {Content::zip, {}, false, {}}},
    Sign{"PK\x05\x06"sv, 0, {Content::zip, {}, false, {}}},
    Sign{"%PDF-"sv, 0, pdf},
    Sign{"{\\rtf"sv, 0, {Content::rtf, "RTF", true, {}}},
    Sign{"\x89PNG\r\n\x1A\n"sv, 0, picture("a picture (PNG)")},
    Sign{"\xFF\xD8\xFF"sv, 0, picture("a picture (JPEG)")},
    Sign{"GIF8"sv, 0, picture("a picture (GIF)")},
    Sign{"II*\0"sv, 0, picture("a picture (TIFF)")},
    Sign{"MM\0*"sv, 0, picture("a picture (TIFF)")},
    Sign{"WEBP"sv, 8, picture("a picture (WebP)")},
    Sign{"ftypheic"sv, 4, picture("a picture (HEIC)")},
    Sign{"\x1F\x8B"sv, 0, packed("a compressed file (gzip)")},
    Sign{"7z\xBC\xAF\x27\x1C"sv, 0, packed("a compressed archive (7z)")},
    Sign{"Rar!\x1A"sv, 0, packed("a compressed archive (RAR)")},
};

// Compound files of old Office programs; the names of their streams stand in the directory as UTF-16.
struct Stream {
    std::string_view name;
    Sniffed sniffed;
};
constexpr std::array streams{
    Stream{"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv,
           {Content::other, "a document protected by a password", false, without_password}},
    Stream{"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv, {Content::old_word, "a Word 97-2003 document (.doc)", true, {}}},
    Stream{"W\0o\0r\0k\0b\0o\0o\0k\0"sv, sheet("a spreadsheet (Excel 97-2003)")},
    Stream{"P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0"sv, other("a presentation (PowerPoint 97-2003)")},
    Stream{"_\0_\0s\0u\0b\0s\0t\0g\0001\0.\0000\0"sv, other("an Outlook message")},
};

// Kinds of plain text that only the name tells apart.
struct Ending {
    std::string_view extension;
    Sniffed sniffed;
};
constexpr std::array endings{
    Ending{".html", html},  Ending{".htm", html},
    Ending{".xhtml", html}, Ending{".md", markdown},
    Ending{".markdown", markdown},
    Ending{".csv", sheet("a table (CSV)")}, Ending{".tsv", sheet("a table (TSV)")},
    Ending{".json", json},
    Ending{".eml", Sniffed{Content::other, "an email message", false, "save what is attached to it and give that"}},
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// The text from its first visible byte on, in lower case and without the zero bytes of UTF-16: enough to know a tag by.
std::string opening(std::string_view bytes) {
    constexpr std::size_t enough = 64;
    std::string result;
    if (bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        bytes.remove_prefix(bytes.front() == '\xEF' ? 3 : 2);
    const bool wide = bytes.size() > 1 && (bytes[0] == '\0' || bytes[1] == '\0');
    for (const char c : bytes) {
        if ((wide && c == '\0') || (result.empty() && (c == ' ' || c == '\t' || c == '\r' || c == '\n')))
            continue;
        result += lower(c);
        if (result.size() == enough)
            break;
    }
    return result;
}

bool is_html(std::string_view opening) {
    constexpr std::array tags{"<!doctype html"sv, "<html"sv, "<head"sv, "<body"sv};
    return std::ranges::any_of(tags, [&](std::string_view tag) { return opening.starts_with(tag); });
}

bool is_json(std::string_view opening) {
    const std::size_t next = opening.find_first_not_of(" \t\r\n", 1);
    if (opening.empty() || next == std::string_view::npos)
        return false;
    return (opening[0] == '{' && "\"}"sv.find(opening[next]) != std::string_view::npos) ||
           (opening[0] == '[' && "{[\"]0123456789"sv.find(opening[next]) != std::string_view::npos);
}

// Text has no zero byte, but for that of two bytes a character.
bool is_binary(std::string_view bytes) {
    return bytes.substr(0, 4096).find('\0') != std::string_view::npos && !bytes.starts_with("\xFF\xFE") && !bytes.starts_with("\xFE\xFF") &&
           wide_text(bytes) == Wide::no;
}

} // namespace

Sniffed sniff(std::string_view bytes, std::string_view extension) {
    constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    const std::string start = opening(bytes);
    if (start.empty())
        return {Content::empty, {}, false, {}};
    for (const Sign& sign : signs)
        if (bytes.size() >= sign.at && bytes.substr(sign.at).starts_with(sign.bytes))
            return sign.sniffed;
    if (bytes.starts_with(compound_file)) {
        for (const Stream& stream : streams)
            if (bytes.find(stream.name) != std::string_view::npos)
                return stream.sniffed;
        return other("a document of an old Office program");
    }
    if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) // some programs write a line before it
        return pdf;
    const auto ending = std::ranges::find(endings, extension, &Ending::extension);
    if (start.front() == '<') {
        if (is_html(start))
            return html;
        // XHTML begins as XML does.
        if (start.starts_with("<?xml") && bytes.substr(0, 1024).find("<html") != std::string_view::npos)
            return html;
        if (ending == endings.end() || start.starts_with("<?xml"))
            return {Content::xml, {}, false, {}};
    }
    if (ending != endings.end() && !is_binary(bytes))
        return ending->sniffed;
    if (is_json(start))
        return json;
    return is_binary(bytes) ? other("a file of a kind that is not known") : plain;
}

} // namespace ehc::read

#include "read/xml_source.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstring>
#include <limits>
#include <optional>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>
#include <utility>

namespace ehc::read {

namespace {

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Bytes that a text takes over as they stand: all but white space, references, and the lead byte of the non-breaking space.
constexpr std::array<bool, 256> plain_bytes = [] {
    std::array<bool, 256> plain{};
    plain.fill(true);
    for (const unsigned char c : {' ', '\t', '\n', '\r', '&'})
        plain[c] = false;
    plain[0xC2] = false;
    return plain;
}();
bool is_plain(char c) { return plain_bytes[static_cast<unsigned char>(c)]; }

std::uint32_t code_points(std::string_view text) {
    return static_cast<std::uint32_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// Where a stretch that begins with a plain byte ends: before the first byte that is not plain, single spaces between plain
// bytes apart, since those run in step with the source like the words.
std::uint32_t end_of_stretch(std::string_view source, std::uint32_t begin, std::uint32_t end) {
    std::uint32_t at = begin;
    if constexpr (std::endian::native == std::endian::little) {
        // Eight bytes at a time. A mark may be one too many, never one too few, and then the loop below decides.
        constexpr std::uint64_t ones = 0x0101010101010101ULL, high = 0x8080808080808080ULL;
        const auto marks = [](std::uint64_t word, unsigned char byte) {
            const std::uint64_t zero = word ^ (ones * byte);
            return (zero - ones) & ~zero & high;
        };
        std::uint64_t space_before = 0;
        for (; end - at >= 8; at += 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, source.data() + at, 8);
            const std::uint64_t below_space = (word - ones * 0x20) & ~word & high;
            const std::uint64_t spaces = marks(word, ' ');
            if ((below_space | marks(word, '&') | marks(word, 0xC2) | (spaces & (spaces << 8 | space_before))) != 0)
                break;
            space_before = spaces >> 56;
        }
        if (at > begin && source[at - 1] == ' ')
            --at;
    }
    for (;;) {
        if (at < end && is_plain(source[at]))
            ++at;
        else if (at > begin && end - at > 1 && source[at] == ' ' && is_plain(source[at - 1]) && is_plain(source[at + 1]))
            ++at;
        else
            return at;
    }
}

// XML 1.0 section 2.2: characters a document may hold.
bool is_xml_character(std::uint32_t c) {
    return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) ||
           (c >= 0x10000 && c <= 0x10FFFF);
}

std::string at_place(std::string_view path, Place place) {
    return std::string(path) + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

// Nothing when all is well, else the offset of the first byte that is not UTF-8 or not allowed in XML.
std::optional<std::uint32_t> first_bad_byte(std::string_view text) {
    const auto size = static_cast<std::int32_t>(text.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::int32_t i = 0; i < size;) {
        // Eight ASCII letters at a time: plans are nearly all ASCII.
        if (size - i >= 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes + i, 8);
            const std::uint64_t below_space = (word - 0x2020202020202020ULL) & ~word;
            if (((below_space | word) & 0x8080808080808080ULL) == 0) {
                i += 8;
                continue;
            }
        }
        const std::int32_t start = i;
        UChar32 c = 0;
        U8_NEXT(bytes, i, size, c);
        if (c < 0 || !is_xml_character(static_cast<std::uint32_t>(c)))
            return static_cast<std::uint32_t>(start);
    }
    return std::nullopt;
}

// The name in `<?xml ... encoding="name"?>`, in lower case; empty when there is none.
std::string declared_encoding(std::string_view text) {
    if (!text.starts_with("<?xml"))
        return {};
    const std::string_view declaration = text.substr(0, std::min(text.find("?>"), text.size()));
    std::size_t at = declaration.find("encoding");
    if (at == std::string_view::npos)
        return {};
    at = declaration.find_first_of("\"'", at);
    if (at == std::string_view::npos)
        return {};
    const std::size_t end = declaration.find(declaration[at], at + 1);
    if (end == std::string_view::npos)
        return {};
    std::string name(declaration.substr(at + 1, end - at - 1));
    for (char& c : name)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return name;
}

Result<std::string_view> converted(std::string_view bytes, const char* encoding, std::string_view path, std::string& store) {
    UErrorCode status = U_ZERO_ERROR;
    store.resize(bytes.size() * 3 + 1); // a byte of Windows-1252 becomes at most three, two bytes of UTF-16 too
    const std::int32_t size = ucnv_convert("UTF-8", encoding, store.data(), static_cast<std::int32_t>(store.size()), bytes.data(),
                                           static_cast<std::int32_t>(bytes.size()), &status);
    if (U_FAILURE(status))
        return Error{std::string(path), "the text could not be converted from " + std::string(encoding), "save the file as UTF-8"};
    store.resize(static_cast<std::size_t>(size));
    return std::string_view(store);
}

} // namespace

Result<std::string_view> xml_as_utf8(std::string_view bytes, std::string_view path, std::string& store) {
    using namespace std::string_view_literals;
    // A quarter of what ICU's 32-bit lengths hold, since conversion may treble the bytes.
    if (bytes.size() > std::numeric_limits<std::int32_t>::max() / 4)
        return Error{std::string(path), "the file is too large to be read as one XML document", "split it"};

    // Offsets must stand in the text that pugixml is given, so every other encoding becomes UTF-8 here, not inside pugixml.
    Result<std::string_view> text = bytes;
    if (bytes.starts_with("\xEF\xBB\xBF"sv)) {
        text = bytes.substr(3);
    } else if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv)) {
        return Error{std::string(path), "the encoding UTF-32 is not read", "save the file as UTF-8"};
    } else if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) {
        text = converted(bytes.substr(2), bytes.front() == '\xFF' ? "UTF-16LE" : "UTF-16BE", path, store);
    } else if (bytes.starts_with("<\0"sv) || bytes.starts_with("\0<"sv)) {
        text = converted(bytes, bytes.front() == '<' ? "UTF-16LE" : "UTF-16BE", path, store);
    } else {
        const std::string encoding = declared_encoding(bytes);
        static constexpr std::array single_byte{"windows-1252"sv, "cp1252"sv,     "iso-8859-1"sv,
                                                "iso8859-1"sv,    "iso_8859-1"sv, "latin1"sv, "latin-1"sv};
        // A file that calls itself UTF-16 and stands in single bytes was written by a program that keeps text so: it is UTF-8.
        static constexpr std::array as_it_stands{""sv, "utf-8"sv, "utf8"sv, "us-ascii"sv, "ascii"sv, "utf-16"sv, "unicode"sv};
        if (std::ranges::find(single_byte, encoding) != single_byte.end())
            text = converted(bytes, "windows-1252", path, store); // Latin-1 files from Windows hold its quotation marks
        else if (std::ranges::find(as_it_stands, encoding) == as_it_stands.end())
            return Error{std::string(path), "the encoding `" + encoding + "` is not read", "save the file as UTF-8"};
    }
    if (!text)
        return text;
    if (const auto bad = first_bad_byte(*text)) {
        const Place place = LineWalk(*text).at(*bad);
        if (static_cast<unsigned char>((*text)[*bad]) >= 0x80)
            return Error{at_place(path, place), "a byte that is not UTF-8",
                         "save the file as UTF-8, or declare its encoding in the first line: "
                         "<?xml version=\"1.0\" encoding=\"windows-1252\"?>"};
        return Error{at_place(path, place), "a control character that XML does not allow", "remove it"};
    }
    return text;
}

Place LineWalk::at(std::uint32_t offset) {
    offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
    if (offset < offset_) {
        offset_ = 0;
        place_ = {1, 1};
    }
    while (const void* found = std::memchr(text_.data() + offset_, '\n', offset - offset_)) {
        ++place_.line;
        place_.column = 1;
        offset_ = static_cast<std::uint32_t>(static_cast<const char*>(found) - text_.data()) + 1;
    }
    place_.column += code_points(text_.substr(offset_, offset - offset_));
    offset_ = offset;
    return place_;
}

void XmlFaults::add(std::uint32_t offset, std::string what, std::string remedy) {
    if (count_++ == 0)
        first_ = {offset, std::move(what), std::move(remedy)};
}

Error XmlFaults::error(std::string_view path, std::string_view text) const {
    std::string remedy = first_.remedy;
    if (count_ > 1)
        remedy += (remedy.empty() ? "and " : "; and ") + std::to_string(count_ - 1) + " more";
    return {at_place(path, LineWalk(text).at(first_.offset)), first_.what, std::move(remedy)};
}

void TextFolder::character_data(std::uint32_t begin, std::uint32_t end) { add(begin, end, true); }
void TextFolder::literal_data(std::uint32_t begin, std::uint32_t end) { add(begin, end, false); }

plan::Text TextFolder::take() {
    next_ = white_ = nowhere;
    return std::exchange(text_, {});
}

void TextFolder::add(std::uint32_t begin, std::uint32_t end, bool references) {
    for (std::uint32_t i = begin; i < end;) {
        const char c = source_[i];
        if (is_plain(c)) {
            const std::uint32_t stop = end_of_stretch(source_, i, end);
            add_visible(i, source_.substr(i, stop - i), true);
            i = stop;
            continue;
        }
        if (is_white(c)) {
            add_white(i, 1);
            ++i;
        } else if (c == '\xC2') {
            if (end - i > 1 && source_[i + 1] == '\xA0')
                add_white(i, 2);
            else
                add_visible(i, source_.substr(i, 2), true);
            i += 2;
        } else if (!references) {
            add_visible(i, source_.substr(i, 1), true);
            ++i;
        } else {
            const Reference found = reference(i, end);
            if (found.code_point == 0xA0 || (found.code_point < 0x80 && is_white(static_cast<char>(found.code_point)))) {
                add_white(i, found.size);
            } else {
                std::array<char, 4> bytes{};
                std::int32_t size = 0;
                U8_APPEND_UNSAFE(reinterpret_cast<std::uint8_t*>(bytes.data()), size, found.code_point);
                add_visible(i, {bytes.data(), static_cast<std::size_t>(size)}, false);
            }
            i += found.size;
        }
    }
}

void TextFolder::add_white(std::uint32_t at, std::uint32_t size) {
    if (white_ == nowhere) {
        white_ = at;
        white_size_ = size;
    } else {
        white_size_ = nowhere; // more than one: the space that is left no longer runs in step
    }
}

void TextFolder::add_visible(std::uint32_t at, std::string_view bytes, bool in_step) {
    if (white_ != nowhere && !text_.value.empty()) {
        if (white_ != next_)
            start_piece(white_);
        text_.value += ' ';
        const char c = source_[white_];
        next_ = white_size_ == 1 && (c == ' ' || c == '\t') ? white_ + 1 : nowhere;
    }
    white_ = nowhere;
    if (at != next_ || !in_step)
        start_piece(at);
    text_.value += bytes;
    next_ = in_step ? at + static_cast<std::uint32_t>(bytes.size()) : nowhere;
}

void TextFolder::start_piece(std::uint32_t at) {
    if (pieces_left_ == 0)
        return;
    if (--pieces_left_ == 0)
        faults_.add(at, "the text is broken by too many references and line ends to be kept track of", "split the file");
    const Place place = lines_.at(at);
    plan::Origin origin;
    origin.line = place.line;
    origin.column = place.column;
    text_.pieces.push_back({static_cast<std::uint32_t>(text_.value.size()), origin});
}

TextFolder::Reference TextFolder::reference(std::uint32_t at, std::uint32_t end) {
    constexpr std::uint32_t longest = 12; // &#x0010FFFF;
    constexpr std::uint32_t replacement = 0xFFFD;
    const std::string_view text = source_.substr(at, std::min(end - at, longest));
    const std::size_t semicolon = text.find(';');
    if (semicolon != std::string_view::npos) {
        const std::string_view name = text.substr(1, semicolon - 1);
        const auto size = static_cast<std::uint32_t>(semicolon + 1);
        static constexpr std::pair<std::string_view, char> known[] = {
            {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
        for (const auto& [word, sign] : known)
            if (name == word)
                return {size, static_cast<std::uint32_t>(sign)};
        if (name.starts_with('#')) {
            const bool hexadecimal = name.starts_with("#x");
            const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
            std::uint32_t code_point = 0;
            const auto [stop, error] =
                std::from_chars(digits.data(), digits.data() + digits.size(), code_point, hexadecimal ? 16 : 10);
            if (error == std::errc{} && stop == digits.data() + digits.size() && is_xml_character(code_point))
                return {size, code_point};
            faults_.add(at, "a number after `&#` that stands for no character", "write the character itself");
            return {size, replacement};
        }
    }
    faults_.add(at, "a `&` that begins no reference of XML",
                "write `&amp;` for the sign itself, and a number such as `&#160;` for a character");
    return {1, '&'};
}

std::vector<RawAttribute> attributes_of(std::string_view source, std::uint32_t name_at) {
    std::vector<RawAttribute> attributes;
    const auto ends_name = [](char c) { return is_white(c) || c == '=' || c == '>' || c == '/'; };
    std::size_t i = name_at;
    while (i < source.size() && !ends_name(source[i]))
        ++i;
    for (;;) {
        while (i < source.size() && is_white(source[i]))
            ++i;
        if (i >= source.size() || source[i] == '>' || source[i] == '/')
            return attributes;
        const std::size_t name = i;
        while (i < source.size() && !ends_name(source[i]))
            ++i;
        const std::size_t name_end = i;
        const std::size_t open = source.find_first_of("\"'", i);
        if (open == std::string_view::npos)
            return attributes;
        const std::size_t close = source.find(source[open], open + 1);
        if (close == std::string_view::npos)
            return attributes;
        attributes.push_back({source.substr(name, name_end - name), static_cast<std::uint32_t>(open + 1),
                              static_cast<std::uint32_t>(close)});
        i = close + 1;
    }
}

} // namespace ehc::read

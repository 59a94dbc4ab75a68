#include "read/decode.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace ehc::read {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t enough_to_tell = 64U << 10U;
constexpr std::int32_t sure = 50; // of ICU's confidence, 0 to 100

bool is_utf8(std::string_view bytes) {
    UErrorCode error = U_ZERO_ERROR;
    std::int32_t length = 0;
    u_strFromUTF8(nullptr, 0, &length, bytes.data(), static_cast<std::int32_t>(bytes.size()), &error);
    return error == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(error);
}

// ICU's names of the encodings that it detects are for programs.
std::string in_words(std::string_view name) {
    if (name == "windows-1252" || name == "ISO-8859-1")
        return "Windows-1252";
    std::string words(name);
    return words == "UTF-16LE" || words == "UTF-16BE" ? "UTF-16" : words;
}

std::string detected(std::string_view bytes) {
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&error), ucsdet_close);
    const std::string_view start = bytes.substr(0, enough_to_tell);
    ucsdet_setText(detector.get(), start.data(), static_cast<std::int32_t>(start.size()), &error);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
    if (U_FAILURE(error) || match == nullptr)
        return "windows-1252";
    const std::string name = ucsdet_getName(match, &error);
    const std::int32_t confidence = ucsdet_getConfidence(match, &error);
    // Latin text with a few accents and quotes looks a little like many encodings of other scripts.
    if (U_FAILURE(error) || confidence < sure || name.starts_with("ISO-8859-1") || name.starts_with("UTF-16") || name.starts_with("UTF-32"))
        return "windows-1252";
    return name;
}

void end_lines_alike(std::string& text) {
    if (text.find('\r') == std::string::npos)
        return;
    std::size_t to = 0;
    for (std::size_t from = 0; from < text.size(); ++from) {
        if (text[from] == '\r') {
            text[to++] = '\n';
            from += from + 1 < text.size() && text[from + 1] == '\n' ? 1 : 0;
        } else {
            text[to++] = text[from];
        }
    }
    text.resize(to);
}

} // namespace

Wide wide_text(std::string_view bytes) noexcept {
    const std::string_view start = bytes.substr(0, 4096);
    std::size_t zeros[2] = {0, 0};
    for (std::size_t i = 0; i < start.size(); ++i)
        zeros[i % 2] += start[i] == '\0' ? 1 : 0;
    const std::size_t half = start.size() / 2;
    if (half < 2)
        return Wide::no;
    if (zeros[1] * 10 >= half * 8 && zeros[0] * 10 < half)
        return Wide::little;
    return zeros[0] * 10 >= half * 8 && zeros[1] * 10 < half ? Wide::big : Wide::no;
}

Result<Decoded> decode(std::string_view bytes, std::string_view path, std::string_view declared) {
    constexpr std::pair<std::string_view, std::string_view> marks[] = {
        {"\xEF\xBB\xBF"sv, "UTF-8"sv}, {"\xFF\xFE\0\0"sv, "UTF-32LE"sv}, {"\xFF\xFE"sv, "UTF-16LE"sv}, {"\xFE\xFF"sv, "UTF-16BE"sv}};
    std::string encoding;
    for (const auto& [mark, name] : marks)
        if (bytes.starts_with(mark)) {
            encoding = name;
            bytes.remove_prefix(mark.size());
            break;
        }
    if (const Wide wide = encoding.empty() ? wide_text(bytes) : Wide::no; wide != Wide::no)
        encoding = wide == Wide::little ? "UTF-16LE" : "UTF-16BE";
    if (encoding.empty() && is_utf8(bytes))
        encoding = "UTF-8";
    if (encoding.empty() && !declared.empty() && ucnv_compareNames(std::string(declared).c_str(), "UTF-8") != 0)
        encoding = declared;
    if (encoding.empty())
        encoding = detected(bytes);

    Decoded decoded;
    if (encoding == "UTF-8" && is_utf8(bytes)) {
        decoded.text = bytes;
    } else {
        UErrorCode error = U_ZERO_ERROR;
        decoded.text.resize(bytes.size() * 3 + 16);
        const std::int32_t size = ucnv_convert("UTF-8", encoding.c_str(), decoded.text.data(), static_cast<std::int32_t>(decoded.text.size()),
                                               bytes.data(), static_cast<std::int32_t>(bytes.size()), &error);
        if (U_FAILURE(error))
            return Error{std::string(path), "the file says that it is written in an encoding that is not known",
                         "open it in the program that made it and save it as UTF-8"};
        decoded.text.resize(static_cast<std::size_t>(size));
        if (encoding != "UTF-8")
            decoded.encoding = in_words(encoding);
    }
    std::ranges::replace(decoded.text, '\0', ' ');
    end_lines_alike(decoded.text);
    return decoded;
}

} // namespace ehc::read

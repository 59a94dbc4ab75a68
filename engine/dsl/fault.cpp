#include "dsl/fault.hpp"

#include "dsl/utf8.hpp"

#include <algorithm>

namespace ehc::dsl {

namespace {

// A line longer than this is no line that a person wrote; past it the excerpt stops, or is left out where the fault is.
constexpr std::size_t longest_shown = 400;

// What a terminal can show: bytes that are not UTF-8 and hidden characters become U+FFFD, one for one.
std::string showable(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point(text, at);
        if (point.valid && !is_hidden(point.value) && point.value != '\r')
            result.append(text.substr(at, point.bytes));
        else
            result += "\uFFFD";
        at += point.bytes;
    }
    return result;
}

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

} // namespace

Fault fault(const Source& source, std::string code, Span span, std::string what, std::string suggestion) {
    const auto size = static_cast<std::uint32_t>(source.text().size());
    span.begin = std::min(span.begin, size);
    span.end = std::clamp(span.end, span.begin, size);
    Fault result{std::move(code), source.name(), span, source.place(span.begin), std::move(what), std::move(suggestion), {}};
    const std::string_view line = source.line(result.place.line);
    const auto before = static_cast<std::size_t>(span.begin) - static_cast<std::size_t>(line.data() - source.text().data());
    if (before <= longest_shown) {
        std::size_t cut = std::min(line.size(), longest_shown + longest_shown / 2);
        while (cut < line.size() && cut > before && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U)
            --cut;
        // The part before the fault keeps its width, so that the caret stands right.
        const std::size_t split = std::min(before, cut);
        result.line = showable(line.substr(0, split)) + showable(line.substr(split, cut - split));
        result.place.column = static_cast<std::uint32_t>(code_points(showable(line.substr(0, split)))) + 1;
    }
    return result;
}

std::string show(const Fault& fault) {
    std::string text = fault.file + ":" + std::to_string(fault.place.line) + ":" + std::to_string(fault.place.column) + ": " + fault.code +
                       " " + fault.what;
    if (!fault.suggestion.empty())
        text += "; " + fault.suggestion;
    if (fault.line.empty())
        return text;

    const std::string number = std::to_string(fault.place.line);
    const std::string margin(std::max<std::size_t>(number.size() + 3, 5), ' ');
    std::string carets;
    std::size_t column = 1, at = 0;
    const std::string_view line = fault.line;
    for (; at < line.size() && column < fault.place.column; ++column) {
        const CodePoint point = code_point(line, at);
        carets += point.value == '\t' ? '\t' : ' ';
        at += point.bytes;
    }
    carets.append(fault.place.column - column, ' ');
    const std::size_t rest = line.size() - at;
    carets.append(std::max<std::size_t>(1, code_points(line.substr(at, std::min<std::size_t>(rest, fault.span.size())))), '^');
    text += "\n" + margin.substr(number.size()) + number + " | " + std::string(line);
    text += "\n" + margin + " | " + carets;
    return text;
}

} // namespace ehc::dsl

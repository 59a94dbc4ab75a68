#include "report/json_writer.hpp"

#include "report/utf8.hpp"

namespace ehc::report {

namespace {

bool needs_escape(char32_t code) {
    return code < 0x20 || code == '"' || code == '\\' || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029;
}

std::string escaped(char32_t code) {
    switch (code) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '\b': return "\\b";
    case '\f': return "\\f";
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    default: break;
    }
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        text += digits[(code >> shift) & 0xFU];
    return text;
}

} // namespace

JsonWriter& JsonWriter::key(std::string_view name) {
    before_value();
    quoted(name);
    out_ << (layout_ == Layout::indented ? ": " : ":");
    after_key_ = true;
    return *this;
}

void JsonWriter::string(std::string_view text) {
    before_value();
    quoted(text);
}

void JsonWriter::string_or_null(std::string_view text) { text.empty() ? null() : string(text); }

void JsonWriter::number(std::uint64_t value) {
    before_value();
    out_ << std::to_string(value); // the stream's own conversion would follow its locale
}

void JsonWriter::number_or_null(std::uint64_t value) { value == 0 ? null() : number(value); }

void JsonWriter::boolean(bool value) {
    before_value();
    out_ << (value ? "true" : "false");
}

void JsonWriter::null() {
    before_value();
    out_ << "null";
}

void JsonWriter::open(char bracket) {
    before_value();
    out_ << bracket;
    ++depth_;
    first_ = true;
}

void JsonWriter::close(char bracket) {
    --depth_;
    if (!first_)
        new_line();
    out_ << bracket;
    first_ = false;
}

void JsonWriter::before_value() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (!first_)
        out_ << ',';
    if (depth_ > 0)
        new_line();
    first_ = false;
}

void JsonWriter::new_line() {
    if (layout_ == Layout::indented)
        out_ << '\n' << std::string(std::size_t{2} * depth_, ' ');
}

void JsonWriter::quoted(std::string_view text) {
    std::string result = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode_utf8(text, at);
        if (!next.valid)
            append_utf8(result, next.code);
        else if (needs_escape(next.code))
            result += escaped(next.code);
        else
            result += text.substr(at, next.size);
        at += next.size;
    }
    out_ << result << '"';
}

} // namespace ehc::report

#include "read/json_source.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/src.hpp> // no library to link

#include <algorithm>
#include <utility>

namespace ehc::read {

namespace {

namespace json = boost::json;

// The parser tells what stands in the text and not where. It tells it in order, so the place of each is that of the next name
// or value behind the last.
class Places {
  public:
    explicit Places(std::string_view text) : text_(text) {}

    // Goes to the next name or value, or bracket that opens one.
    void next(JsonValue& value) {
        skip(" \t\r\n,:]}");
        value.line = line_;
        value.column = column_;
        step();
    }
    void next_scalar(JsonValue& value) {
        skip(" \t\r\n,:]}[{");
        value.line = line_;
        value.column = column_;
        while (at_ < text_.size() && std::string_view(" \t\r\n,:]}").find(text_[at_]) == std::string_view::npos)
            step();
    }
    // A string: its words begin behind the quote. `text` is what they say.
    void next_string(JsonValue& value) {
        skip(" \t\r\n,:]}[{");
        step();
        value.line = line_;
        value.column = column_;
        value.parts.push_back({0, column_});
        std::uint32_t said = 0;
        while (at_ < text_.size() && text_[at_] != '"') {
            if (text_[at_] != '\\') {
                step();
                ++said;
                continue;
            }
            const bool code = text_.substr(at_ + 1).starts_with('u');
            const bool pair = code && is_high_surrogate(text_.substr(at_ + 2, 2)); // two escapes say one character beyond U+FFFF
            said += code ? size_of(value.text, said) : 1;
            for (int i = 0; i < (pair ? 12 : code ? 6 : 2) && at_ < text_.size(); ++i)
                step();
            value.parts.push_back({said, column_});
        }
        step();
    }

    // Line and column of a byte.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> place(std::size_t offset) const {
        const std::string_view before = text_.substr(0, offset);
        const std::size_t newline = before.rfind('\n');
        const std::string_view line = newline == std::string_view::npos ? before : before.substr(newline + 1);
        return {1 + static_cast<std::uint32_t>(std::ranges::count(before, '\n')), 1 + static_cast<std::uint32_t>(std::ranges::count_if(line, starts))};
    }

  private:
    static bool starts(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }
    static std::uint32_t size_of(std::string_view text, std::uint32_t at) {
        std::uint32_t size = 1;
        while (at + size < text.size() && !starts(text[at + size]))
            ++size;
        return size;
    }
    static bool is_high_surrogate(std::string_view digits) {
        return digits.size() == 2 && (digits[0] == 'd' || digits[0] == 'D') && std::string_view("89abAB").find(digits[1]) != std::string_view::npos;
    }
    void step() {
        if (at_ == text_.size())
            return;
        if (text_[at_] == '\n') {
            ++line_;
            column_ = 1;
        } else if (at_ + 1 == text_.size() || starts(text_[at_ + 1])) {
            ++column_;
        }
        ++at_;
    }
    void skip(std::string_view signs) {
        while (at_ < text_.size() && signs.find(text_[at_]) != std::string_view::npos)
            step();
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1, column_ = 1;
};

// What the parser calls. The tree's open branches are the stack; nesting is bounded by the parser.
struct Builder {
    static constexpr std::size_t max_object_size = std::size_t(-1), max_array_size = std::size_t(-1), max_key_size = 1U << 16U, max_string_size = std::size_t(-1);
    using Code = json::error_code;

    Builder(std::string_view text, std::uint64_t most) : places(text), most_values(most) {}

    Places places;
    std::uint64_t most_values;
    std::uint64_t values = 0;
    bool too_many = false;
    JsonValue root;
    std::vector<JsonValue> open;
    std::vector<JsonMember> names; // of the members whose values are being read
    std::string part;

    bool put(JsonValue&& value) {
        if (open.empty()) {
            root = std::move(value);
        } else if (open.back().is_array()) {
            open.back().items.push_back(std::move(value));
        } else {
            names.back().value = std::move(value);
            open.back().members.push_back(std::move(names.back()));
            names.pop_back();
        }
        return true;
    }
    bool count(Code& error) {
        if (++values <= most_values)
            return true;
        too_many = true;
        error = json::error::exception;
        return false;
    }
    bool begin(JsonValue::Kind kind, Code& error) {
        if (!count(error))
            return false;
        JsonValue& value = open.emplace_back();
        value.kind = kind;
        places.next(value);
        return true;
    }
    bool end() {
        JsonValue value = std::move(open.back());
        open.pop_back();
        return put(std::move(value));
    }
    bool scalar(JsonValue::Kind kind, std::string text, Code& error) {
        if (!count(error))
            return false;
        JsonValue value;
        value.kind = kind;
        value.text = std::move(text);
        places.next_scalar(value);
        return put(std::move(value));
    }

    bool on_document_begin(Code&) { return true; }
    bool on_document_end(Code&) { return true; }
    bool on_object_begin(Code& error) { return begin(JsonValue::Kind::object, error); }
    bool on_object_end(std::size_t, Code&) { return end(); }
    bool on_array_begin(Code& error) { return begin(JsonValue::Kind::array, error); }
    bool on_array_end(std::size_t, Code&) { return end(); }
    bool on_key_part(json::string_view text, std::size_t, Code&) {
        part.append(text.data(), text.size());
        return true;
    }
    bool on_key(json::string_view text, std::size_t, Code&) {
        JsonValue name;
        name.text = std::exchange(part, {}) + std::string(text.data(), text.size());
        places.next_string(name);
        names.push_back({std::move(name.text), name.line, name.column, {}});
        return true;
    }
    bool on_string_part(json::string_view text, std::size_t, Code&) {
        part.append(text.data(), text.size());
        return true;
    }
    bool on_string(json::string_view text, std::size_t, Code& error) {
        if (!count(error))
            return false;
        JsonValue value;
        value.kind = JsonValue::Kind::string;
        value.text = std::exchange(part, {}) + std::string(text.data(), text.size());
        places.next_string(value);
        return put(std::move(value));
    }
    bool on_number_part(json::string_view text, Code&) {
        part.append(text.data(), text.size());
        return true;
    }
    bool number(json::string_view text, Code& error) { return scalar(JsonValue::Kind::number, std::exchange(part, {}) + std::string(text.data(), text.size()), error); }
    bool on_int64(std::int64_t, json::string_view text, Code& error) { return number(text, error); }
    bool on_uint64(std::uint64_t, json::string_view text, Code& error) { return number(text, error); }
    bool on_double(double, json::string_view text, Code& error) { return number(text, error); }
    bool on_bool(bool value, Code& error) { return scalar(JsonValue::Kind::boolean, value ? "true" : "false", error); }
    bool on_null(Code& error) { return scalar(JsonValue::Kind::null, {}, error); }
    bool on_comment_part(json::string_view, Code&) { return true; }
    bool on_comment(json::string_view, Code&) { return true; }
};

} // namespace

plan::Origin JsonValue::where() const noexcept {
    plan::Origin origin;
    origin.line = line;
    origin.column = column;
    return origin;
}

const JsonValue* JsonValue::member(std::string_view name) const noexcept {
    const auto found = std::ranges::find(members, name, &JsonMember::name);
    return found == members.end() ? nullptr : &found->value;
}

plan::Origin JsonMember::where() const noexcept {
    plan::Origin origin;
    origin.line = line;
    origin.column = column;
    return origin;
}

Result<JsonValue> parse_json(std::string_view text, std::string_view path, const Limits& limits) {
    json::parse_options options;
    options.max_depth = limits.nesting;
    json::basic_parser<Builder> parser(options, text, limits.json_values);
    json::error_code error;
    std::size_t read = parser.write_some(false, text.data(), text.size(), error);
    if (!error && read < text.size() && text.find_first_not_of(" \t\r\n", read) != std::string_view::npos)
        error = json::error::extra_data;
    if (!error)
        return std::move(parser.handler().root);
    if (parser.handler().too_many)
        return Error{std::string(path), "this JSON holds more than " + std::to_string(limits.json_values) + " values", "a plan is never so large: check that it is the right file, or split it"};
    read = std::min(read, text.size());
    const auto [line, column] = Places(text).place(read);
    const std::string where = std::string(path) + ":" + std::to_string(line) + ":" + std::to_string(column);
    if (error == json::error::too_deep)
        return Error{where, "the values of this JSON lie in one another more than " + std::to_string(limits.nesting) + " deep", "a plan is never so deep: check that it is the right file"};
    if (text.find_first_not_of(" \t\r\n", read) == std::string_view::npos)
        return Error{where, "this JSON ends before it is complete", "export or copy it again, it may have been cut short"};
    return Error{where, "this is not JSON from here on", "export it again, or mend it here: a comma, quote or bracket is missing or one too many"};
}

} // namespace ehc::read

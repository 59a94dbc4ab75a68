#include "dsl/token.hpp"
#include "dsl/utf8.hpp"
#include "dsl/written_dates.hpp"

#include <algorithm>
#include <array>

namespace ehc::dsl {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_name_part(char c) { return is_letter(c) || is_digit(c); }

// A sign that other languages or word processors use, what to write for it, and the words the grammar is given instead.
struct ForeignSign {
    std::string_view sign;
    std::string_view advice;
    std::string_view words;
};
constexpr ForeignSign foreign_signs[] = {
    {"==", "write `is`", "is"},
    {"!=", "write `is not`", "is not"},
    {"<>", "write `is not`", "is not"},
    {"<=", "write `is at most`, or for a date `is on or before`", "is at most"},
    {">=", "write `is at least`, or for a date `is on or after`", "is at least"},
    {"<", "write `is less than`, or for a date `is before`", "is less than"},
    {">", "write `is more than`, or for a date `is after`", "is more than"},
    {"\u2260", "write `is not`", "is not"},
    {"\u2264", "write `is at most`, or for a date `is on or before`", "is at most"},
    {"\u2265", "write `is at least`, or for a date `is on or after`", "is at least"},
    {"&&", "write `and`", "and"},
    {"&", "write `and`", "and"},
    {"||", "write `or`", "or"},
    {"!", "write `not`", "not"},
    {";", "a clause needs no sign at its end: leave it out", ""},
    {"*", "rules can only add and subtract", ""},
    {"/", "rules can only add and subtract", ""},
    {"%", "it stands only behind a number, such as 80%", ""},
};

enum class Mark : std::uint8_t { none, double_quote, single_quote, dash, space };

Mark mark_of(char32_t c) {
    switch (c) {
    case U'\u201C':
    case U'\u201D':
    case U'\u201E':
    case U'\u201F':
    case U'\u00AB':
    case U'\u00BB':
    case U'\uFF02':
        return Mark::double_quote;
    case U'\'':
    case U'\u2018':
    case U'\u2019':
    case U'\u201A':
    case U'\u201B':
        return Mark::single_quote;
    case U'\u2010':
    case U'\u2011':
    case U'\u2012':
    case U'\u2013':
    case U'\u2014':
    case U'\u2015':
    case U'\u2212':
        return Mark::dash;
    case U'\u00A0':
    case U'\u2007':
    case U'\u202F':
    case U'\u3000':
        return Mark::space;
    default:
        return c >= 0x2000 && c <= 0x200A ? Mark::space : Mark::none;
    }
}

// Letters of other alphabets and accented ones; signs, arrows and pictures are not.
bool is_foreign_letter(char32_t c) { return (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7) || (c >= 0x2C00 && c < 0x1F000); }

std::string code_point_name(char32_t c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string hex;
    for (int shift = 20; shift >= 0; shift -= 4)
        if (const auto digit = (c >> shift) & 0xFU; digit != 0 || !hex.empty() || shift < 16)
            hex += digits[digit];
    return "U+" + hex;
}

bool is_unit(std::string_view word) {
    return std::ranges::any_of(keywords(), [&](const Keyword& keyword) { return keyword.kind == KeywordKind::unit && keyword.phrase == word; });
}

// The word in plain letters, where every other letter of it has a twin among them; else empty.
std::string looks_like(std::string_view word) {
    struct Twin {
        char32_t letter;
        char plain;
    };
    constexpr std::array<Twin, 22> twins{{{0x430, 'a'}, {0x435, 'e'}, {0x43E, 'o'}, {0x440, 'p'}, {0x441, 'c'}, {0x443, 'y'}, {0x445, 'x'}, {0x456, 'i'}, {0x455, 's'}, {0x458, 'j'}, {0x4BB, 'h'},
                                          {0x501, 'd'}, {0x51B, 'q'}, {0x51D, 'w'}, {0x3BF, 'o'}, {0x3BD, 'v'}, {0x3C1, 'p'}, {0x131, 'i'}, {0x251, 'a'}, {0x261, 'g'}, {0x4CF, 'l'}, {0x578, 'n'}}};
    std::string plain;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = code_point(word, at);
        const auto twin = std::ranges::find(twins, point.value, &Twin::letter);
        if (point.value < 0x80)
            plain += static_cast<char>(point.value);
        else if (twin != twins.end())
            plain += twin->plain;
        else
            return {};
        at += point.bytes;
    }
    return plain;
}

class Lexer {
  public:
    explicit Lexer(const Source& source) : source_(source), text_(source.text()) {}

    Tokens run() {
        if (text_.starts_with("\uFEFF")) // a byte order mark, which some editors put first
            at_ = 3;
        result_.tokens.reserve(text_.size() / 6 + 16);
        while (at_ < text_.size())
            step();
        Token end;
        end.line_first = true;
        end.span = {position(text_.size()), position(text_.size())};
        result_.tokens.push_back(end);
        join_dates(source_, result_);
        return std::move(result_);
    }

  private:
    static std::uint32_t position(std::size_t at) { return static_cast<std::uint32_t>(at); }
    [[nodiscard]] char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

    void complain(std::string code, std::size_t begin, std::size_t end, std::string what, std::string suggestion = {}) {
        if (result_.faults.size() < most_faults)
            result_.faults.push_back(
                fault(source_, std::move(code), {position(begin), position(end)}, std::move(what), std::move(suggestion)));
    }
    // The same, where something of the line is lost to the grammar.
    void give_up(std::string code, std::size_t begin, std::size_t end, std::string what, std::string suggestion = {}) {
        if (result_.broken_lines.empty() || result_.broken_lines.back() != line_)
            result_.broken_lines.push_back(line_);
        complain(std::move(code), begin, end, std::move(what), std::move(suggestion));
    }

    void add(Token::Kind kind, std::size_t begin, std::size_t end, char sign = 0) {
        Token token;
        token.kind = kind;
        token.sign = sign;
        token.span = {position(begin), position(end)};
        if (kind == Token::Kind::word)
            token.word = number_of(text_.substr(begin, end - begin));
        token.line_first = line_first_;
        if (line_first_)
            line_opener_ = token.word;
        line_first_ = false;
        result_.tokens.push_back(token);
    }
    void add_words(std::string_view words, std::size_t begin, std::size_t end) {
        detail::each_word(words, [&](std::string_view word) {
            add(Token::Kind::word, begin, end);
            result_.tokens.back().word = number_of(word);
        });
    }

    void step() {
        const char c = peek();
        if (c == '\n') {
            line_first_ = true;
            ++line_;
        }
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
            ++at_;
        else if (c == '#')
            comment();
        else if (c == '"' && closes_nothing())
            unopened();
        else if (c == '"')
            string('"');
        else if (is_digit(c))
            number();
        else if (is_letter(c))
            word();
        else if (static_cast<unsigned char>(c) >= 0x80 || c < ' ' || c == 0x7F)
            beyond_ascii();
        else
            sign();
    }

    // In a parameter's own line `=` has its place.
    [[nodiscard]] bool in_parameter() const { return line_opener_ == number_of("parameter") || line_opener_ == number_of("set"); }

    // Looked for once a line: a line may be the whole file.
    [[nodiscard]] std::size_t line_end() {
        if (line_end_ < at_ || line_end_ == 0)
            line_end_ = std::min(text_.find('\n', at_), text_.size());
        return line_end_;
    }

    // Anything in a comment or string that is not text: reported, and no more than once a line.
    void check(std::size_t begin, std::size_t end) {
        for (std::size_t at = begin; at < end;) {
            const CodePoint point = code_point(text_, at);
            const bool line_end = point.value == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n';
            if (!point.valid)
                return not_text(at);
            if ((is_hidden(point.value) || point.value == '\r') && !line_end)
                return hidden(at, point);
            at += point.bytes;
        }
    }
    void not_text(std::size_t at) {
        give_up("E112", at, at + 1, "this byte is not UTF-8 text", "save the file with the encoding UTF-8");
    }
    void hidden(std::size_t at, CodePoint point) {
        const bool control = point.value < 0xA0 && point.value != 0xAD;
        give_up("E111", at, at + point.bytes,
                (control ? "a control character stands here (" : "a hidden character stands here (") + code_point_name(point.value) + ")",
                "delete it");
    }

    void comment() {
        const std::size_t end = line_end();
        check(at_, end);
        at_ = end;
    }

    // A quote straight after a word or its full stop, and with it an odd number of them to the end of the line: the words before
    // it were never opened, or earlier ones never closed, and whatever else was said about them would mislead.
    // Counted once a line: where they pair there they pair to its end.
    [[nodiscard]] bool closes_nothing() {
        if (at_ == 0 || quotes_counted_ == line_)
            return false;
        const char before = text_[at_ - 1];
        if (!is_name_part(before) && std::string_view(".,;?!)").find(before) == std::string_view::npos)
            return false;
        quotes_counted_ = line_;
        bool odd = false;
        for (std::size_t at = at_; at < line_end(); ++at) {
            if (text_[at] == '\\')
                ++at;
            else
                odd ^= text_[at] == '"';
        }
        return odd;
    }
    void unopened() {
        while (!result_.faults.empty() && result_.faults.back().place.line == line_)
            result_.faults.pop_back();
        give_up("E105", at_, at_ + 1, "a `\"` is missing before this one", "words in quotes have one where they begin and one where they end");
        ++at_;
    }

    // `closing` is what the author began with: a plain quote, or a look-alike that was already complained of.
    void string(char32_t closing) {
        const std::size_t begin = at_;
        at_ += code_point(text_, at_).bytes;
        const std::size_t words = at_, line = line_end();
        const Mark wanted = mark_of(closing);
        std::size_t look_alike = 0;
        while (at_ < line) {
            const CodePoint point = code_point(text_, at_);
            if (point.value == '"' || (closing != '"' && mark_of(point.value) == wanted)) {
                at_ += point.bytes;
                check(words, at_);
                add(Token::Kind::string, begin, at_);
                return;
            }
            if (mark_of(point.value) == Mark::double_quote)
                look_alike = at_;
            if (point.value == '\\' && at_ + 1 < line) {
                const char escaped = text_[at_ + 1];
                if (escaped != '"' && escaped != '\\' && escaped != 'n')
                    complain("E105", at_, at_ + 2, "only `\\\"`, `\\\\` and `\\n` may follow a `\\` in quotes",
                             "write `\\\\` for the sign itself");
                at_ += escaped == '"' || escaped == '\\' || escaped == 'n' ? 2 : 1;
                continue;
            }
            at_ += point.bytes;
        }
        std::size_t end = line;
        while (end > begin + 1 && (text_[end - 1] == '\r' || text_[end - 1] == ' ' || text_[end - 1] == '\t'))
            --end;
        check(words, end);
        if (closing == '"')
            give_up("E105", begin, end, "these words are not closed: put `\"` where they end",
                    look_alike != 0 ? "a curly quote does not close them" : "");
        add(Token::Kind::string, begin, end);
    }

    void word() {
        const std::size_t begin = at_;
        while (is_name_part(peek()) || (peek() == '-' && is_name_part(peek(1))))
            ++at_;
        if (at_ < text_.size() && is_foreign_letter(code_point(text_, at_).value))
            return foreign_word(begin);
        add(Token::Kind::word, begin, at_);
    }

    void foreign_word(std::size_t begin) {
        while (at_ < text_.size()) {
            const CodePoint point = code_point(text_, at_);
            if (!point.valid || !(is_foreign_letter(point.value) || is_name_part(text_[at_]) || text_[at_] == '-'))
                break;
            at_ += point.bytes;
        }
        if (const std::string plain = looks_like(text_.substr(begin, at_ - begin)); !plain.empty()) {
            give_up("E111", begin, at_, shown(text_.substr(begin, at_ - begin)) + " has a letter of another alphabet that only looks the same",
                    "did you mean `" + plain + "`? Type it anew");
            return add(Token::Kind::word, begin, at_);
        }
        give_up("E111", begin, at_,
                shown(text_.substr(begin, at_ - begin)) + " cannot be a name: names are made of a to z, 0 to 9, `_` and `-`",
                "put words of other kinds in double quotes");
        add(Token::Kind::word, begin, at_);
    }

    // Digits, and all that clings to them: 12, 2026.11, 2025-05-12, 05/12/2025, 1st, 24months.
    void number() {
        const std::size_t begin = at_;
        if (const auto date = read_numeric_date(text_.substr(at_, 32))) {
            at_ += date->size;
            if (!date->what.empty())
                complain(date->code, begin, at_, shown(text_.substr(begin, date->size)) + date->what, date->suggestion);
            add(Token::Kind::date, begin, at_);
            result_.tokens.back().date = date->date;
            return;
        }
        while (is_digit(peek()) || (peek() == '.' && is_digit(peek(1))))
            ++at_;
        const std::size_t end = at_;
        while (is_name_part(peek()))
            ++at_;
        const std::string_view tail = text_.substr(end, at_ - end);
        if (tail.empty() || is_ordinal_ending(tail)) // 1st is looked at again with the month after it
            return add(Token::Kind::number, begin, at_);
        const std::string what = shown(text_.substr(begin, at_ - begin)) + " is neither a number nor a name";
        if (is_unit(tail))
            complain("E117", begin, at_, what, "put a space between " + shown(text_.substr(begin, end - begin)) + " and " + shown(tail));
        else
            give_up("E117", begin, at_, what, "a name begins with a letter");
        add(Token::Kind::number, begin, end);
        add(Token::Kind::word, end, at_);
    }

    void beyond_ascii() {
        const CodePoint point = code_point(text_, at_);
        if (!point.valid) {
            not_text(at_);
            at_ = next_text();
        } else if (mark_of(point.value) == Mark::space) {
            at_ += point.bytes;
        } else if (mark_of(point.value) == Mark::double_quote || mark_of(point.value) == Mark::single_quote) {
            quoted_otherwise(point);
        } else if (mark_of(point.value) == Mark::dash) {
            give_up("E110", at_, at_ + point.bytes, "this is not a plain minus sign or hyphen: type `-`");
            add(Token::Kind::sign, at_, at_ + point.bytes, '-');
            at_ += point.bytes;
        } else if (is_hidden(point.value)) {
            hidden(at_, point);
            at_ += point.bytes;
        } else if (is_foreign_letter(point.value)) {
            foreign_word(at_);
        } else {
            sign();
        }
    }

    // Past bytes that are no text, so that a file of another kind gives one fault a line and not one a byte.
    [[nodiscard]] std::size_t next_text() const {
        std::size_t at = at_ + 1;
        while (at < text_.size() && text_[at] != '\n' && !code_point(text_, at).valid)
            ++at;
        return at;
    }

    void quoted_otherwise(CodePoint opening) {
        const std::size_t begin = at_;
        const bool apostrophe = mark_of(opening.value) == Mark::single_quote && begin > 0 && is_name_part(text_[begin - 1]);
        if (apostrophe) {
            give_up("E110", begin, begin + opening.bytes, "an apostrophe can only stand inside double quotes");
            at_ += opening.bytes;
            return;
        }
        give_up("E110", begin, begin + opening.bytes, "words stand in plain double quotes: type `\"` at both ends");
        string(opening.value);
    }

    void sign() {
        const char c = peek();
        const std::size_t begin = at_;
        if (c == '\'')
            return quoted_otherwise({U'\'', 1, true});
        if (c == '%' && begin > 0 && is_digit(text_[begin - 1])) {
            ++at_;
            return add(Token::Kind::sign, begin, at_, c);
        }
        if (c == '/' && peek(1) == '/') {
            give_up("E109", begin, begin + 2, "a comment begins with `#`, not `//`");
            return comment();
        }
        for (const ForeignSign& foreign : foreign_signs)
            if (text_.substr(at_).starts_with(foreign.sign)) {
                at_ += foreign.sign.size();
                if (foreign.sign == "==" && in_parameter()) {
                    complain("E109", begin, at_, "write `=` once");
                    return add(Token::Kind::sign, begin, at_, '=');
                }
                const std::string what = "rules have no " + shown(foreign.sign) + ": " + std::string(foreign.advice);
                if (foreign.words.empty())
                    give_up("E109", begin, at_, what);
                else
                    complain("E109", begin, at_, what);
                return add_words(foreign.words, begin, at_);
            }
        constexpr std::string_view signs = ",:()[]{}|+-=";
        const bool named = is_letter(peek(1)) || (begin + 1 < text_.size() && is_foreign_letter(code_point(text_, begin + 1).value));
        const bool path_dot = c == '.' && begin > 0 && (is_name_part(text_[begin - 1]) || text_[begin - 1] == ')') && named;
        if (path_dot || signs.find(c) != std::string_view::npos) {
            ++at_;
            return add(Token::Kind::sign, begin, at_, c);
        }
        at_ += code_point(text_, at_).bytes;
        if (c == '.')
            return give_up("E111", begin, at_, "a full stop joins two names, such as `plan.date`, and stands nowhere else",
                           "leave it out");
        give_up("E111", begin, at_, shown(text_.substr(begin, at_ - begin)) + " has no meaning here",
                "leave it out, or put it in double quotes");
    }

    const Source& source_;
    std::string_view text_;
    std::size_t at_ = 0;
    bool line_first_ = true;
    WordNumber line_opener_ = 0;
    std::uint32_t line_ = 1;
    std::size_t line_end_ = 0;
    std::uint32_t quotes_counted_ = 0; // the line
    Tokens result_;
};

} // namespace

Tokens tokens_of(const Source& source) { return Lexer(source).run(); }

std::string unquoted(std::string_view token) {
    // A look-alike quote may open or close a string that was complained of; only plain ones have escapes.
    const std::size_t first = token.empty() ? 0 : code_point(token, 0).bytes;
    std::string text;
    text.reserve(token.size());
    for (std::size_t i = first; i < token.size(); ++i) {
        if (token[i] == '"')
            break;
        const char next = i + 1 < token.size() ? token[i + 1] : '\0';
        if (token[i] == '\\' && (next == '"' || next == '\\' || next == 'n')) {
            text += next == 'n' ? '\n' : next;
            ++i;
        } else {
            text += token[i];
        }
    }
    return text;
}

std::string shown(std::string_view text) {
    constexpr std::size_t longest = 40;
    std::string result = "`";
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point(text, at);
        if (at + point.bytes > longest)
            return result + "...`";
        if (!point.valid || is_hidden(point.value))
            result += "\uFFFD";
        else if (point.value == '\n' || point.value == '\r' || point.value == '\t')
            result += ' ';
        else
            result.append(text.substr(at, point.bytes));
        at += point.bytes;
    }
    return result + "`";
}

} // namespace ehc::dsl

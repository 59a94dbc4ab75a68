#include "text/tokens.hpp"

#include "text/characters.hpp"
#include "text/sentence_ends.hpp"
#include "text/signs.hpp"
#include "text/word_key.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>

namespace ehc::text {

namespace {

constexpr std::uint32_t none = ~0U;

class Tokeniser {
  public:
    explicit Tokeniser(std::string_view original) : begin_(original.data()), end_(begin_ + original.size()), at_(begin_) {
        stream_.folded.resize(original.size() + slack);
        stream_.tokens.reserve(original.size() / 5 + 8);
        out_ = stream_.folded.data();
    }

    TokenStream run() {
        while (at_ < end_)
            next();
        stream_.folded_size = folded_size();
        stream_.folded.resize(stream_.folded_size);
        stream_.folded.append(key_bytes, '\0');
        return std::move(stream_);
    }

  private:
    // INVARIANT: the folded buffer has room for `slack` bytes more than the original still holds. ASCII never folds to
    // more bytes than it has; whatever might calls room() first.
    static constexpr std::size_t slack = 64;

    void room(std::size_t extra) {
        const auto used = static_cast<std::size_t>(out_ - stream_.folded.data());
        const std::size_t wanted = used + static_cast<std::size_t>(end_ - at_) + slack + extra;
        if (wanted > stream_.folded.size()) {
            stream_.folded.resize(std::max(wanted, stream_.folded.size() + stream_.folded.size() / 2));
            out_ = stream_.folded.data() + used;
        }
    }

    std::uint32_t offset(const char* at) const { return static_cast<std::uint32_t>(at - begin_); }
    std::uint32_t folded_size() const { return static_cast<std::uint32_t>(out_ - stream_.folded.data()); }
    std::uint32_t next_token() const { return static_cast<std::uint32_t>(stream_.tokens.size()); }
    std::string_view folded(const Token& token) const { return {stream_.folded.data() + token.folded.begin, token.folded.size()}; }
    bool stopped() const { return stream_.tokens.empty() || stream_.tokens.back().kind == TokenKind::stop; }
    bool at_sentence_start(std::uint32_t token) const { return token == stream_.sentences.back().begin; }
    // The last token, where nothing stands between it and `at`.
    const Token* touching(const char* at) const {
        return !stream_.tokens.empty() && stream_.tokens.back().span.end == offset(at) ? &stream_.tokens.back() : nullptr;
    }

    void next() {
        switch (sign_of(*at_)) {
        case Sign::space:
            ++at_;
            space_ = true;
            return;
        case Sign::newline:
            return paragraph_end(1);
        case Sign::letter:
            return word();
        case Sign::digit:
            return number();
        case Sign::dash:
            return dash();
        case Sign::point:
            return points();
        case Sign::end:
            return sentence_end();
        case Sign::underscore:
            return run_of('_', 4, "____");
        case Sign::quote:
            return quote(CharacterKind::quote, 1);
        case Sign::mark:
            return ascii_mark();
        case Sign::high:
            return high();
        }
    }

    // Where the folded bytes of the next token begin, after the space that may stand before it.
    std::uint32_t begin_token() {
        if (space_ && out_ != stream_.folded.data() && out_[-1] != '\n')
            *out_++ = ' ';
        return folded_size();
    }

    void push(TokenKind kind, const char* from, std::uint32_t folded_from, double value = 0) {
        const std::uint32_t index = next_token();
        auto& sentences = stream_.sentences;
        if (sentences.empty() || (ended_ && kind != TokenKind::stop && !(kind == TokenKind::mark && !space_ && closes(folded_from)))) {
            sentences.push_back({index, index});
            ended_ = false;
        }
        sentences.back().end = index + 1;
        stream_.tokens.push_back({.span = {offset(from), offset(at_)},
                                  .folded = {folded_from, folded_size()},
                                  .sentence = static_cast<std::uint32_t>(sentences.size() - 1),
                                  .kind = kind,
                                  .space_before = space_,
                                  .number = value});
        ended_ = ended_ || kind == TokenKind::stop;
        space_ = false;
    }

    // A bracket or quotation mark straight after a full stop still belongs to the sentence that it ends.
    bool closes(std::uint32_t folded_from) const {
        const char sign = stream_.folded[folded_from];
        return sign == ')' || sign == ']' || sign == '"' || sign == '\'';
    }

    void mark(const char* from, std::string_view text) {
        const std::uint32_t folded_from = begin_token();
        std::memcpy(out_, text.data(), text.size());
        out_ += text.size();
        push(TokenKind::mark, from, folded_from);
    }

    void stop(const char* from, char sign) {
        if (stopped())
            return;
        const std::uint32_t folded_from = folded_size();
        *out_++ = sign;
        push(TokenKind::stop, from, folded_from);
    }

    void paragraph_end(std::uint32_t size) {
        const char* from = at_;
        at_ += size;
        stream_.paragraph_ends.push_back(offset(from));
        open_quote_ = none;
        stop(from, '\n');
        space_ = true;
    }

    // Signs beyond ASCII in or after a word: true while the word goes on.
    bool more_letters() {
        const Character character = decode(at_, end_);
        FoldedCharacter scratch;
        const FoldedCharacter& folded = fold_character(character.code, scratch);
        switch (folded.kind) {
        case CharacterKind::letter:
            room(folded.size);
            std::memcpy(out_, folded.bytes, folded.size);
            out_ += folded.size;
            break;
        case CharacterKind::ignored:
            break;
        case CharacterKind::apostrophe:
            if (!letter_at(at_ + character.size))
                return false;
            *out_++ = '\'';
            break;
        default:
            return false;
        }
        at_ += character.size;
        return true;
    }

    bool letter_at(const char* at) const {
        if (at >= end_)
            return false;
        if (sign_of(*at) != Sign::high)
            return is_letter(*at);
        FoldedCharacter scratch;
        return fold_character(decode(at, end_).code, scratch).kind == CharacterKind::letter;
    }

    // ASCII letters, eight at a time: written in lower case, whatever follows them overwritten by what comes next.
    void letters() {
        constexpr std::uint64_t ones = 0x0101010101010101U, tops = 0x8080808080808080U;
        const char* at = at_;
        char* out = out_;
        while (std::endian::native == std::endian::little && end_ - at >= static_cast<std::ptrdiff_t>(key_bytes)) {
            const std::uint64_t bytes = first_bytes(at), lowered = bytes | 0x20 * ones, low = lowered & ~tops;
            const std::uint64_t from_a = low + (0x80 - 'a') * ones, past_z = low + (0x7F - 'z') * ones; // top bit of each byte
            const std::uint64_t others = ~(from_a & ~past_z & ~bytes) & tops;
            std::memcpy(out, &lowered, key_bytes);
            const int count = std::countr_zero(others) / 8;
            at += count;
            out += count;
            if (others != 0)
                break;
        }
        while (at < end_ && is_letter(*at))
            *out++ = lower(*at++);
        at_ = at;
        out_ = out;
    }

    void word() {
        const char* from = at_;
        const std::uint32_t folded_from = begin_token();
        for (;;) {
            letters();
            if (at_ == end_)
                break;
            if (*at_ == '\'' && letter_at(at_ + 1)) {
                *out_++ = '\'';
                ++at_;
            } else if (sign_of(*at_) != Sign::high || !more_letters())
                break;
        }
        std::uint32_t size = folded_size() - folded_from;
        if (size == 1 && dotted_letters())
            size = folded_size() - folded_from;
        const std::string_view text(stream_.folded.data() + folded_from, size);
        if (size >= 3 && text[0] == 'x' && text.find_first_not_of('x') == std::string_view::npos) {
            out_ -= size - 3;
            push(TokenKind::mark, from, folded_from);
            return;
        }
        double value = 0;
        bool calendar = false;
        if (const KnownWord* known = find_known_word(word_key(text.data(), size), size)) {
            using Kind = KnownWord::Kind;
            calendar = known->kind == Kind::month || known->kind == Kind::term;
            if (known->kind == Kind::half)
                value = 0.5;
            else if (!calendar)
                value = known->kind == Kind::number && joins_tens(known->value) ? 0 : known->value;
        }
        if (calendar)
            stream_.calendar.push_back(next_token());
        push(TokenKind::word, from, folded_from, value);
        ++stream_.words;
        if (at_ < end_ && *at_ == ' ') { // what follows most words
            ++at_;
            space_ = true;
        }
    }

    // "e.g.", "i.e", "U.K.": single letters with points between are one word without them.
    bool dotted_letters() {
        bool dotted = false;
        while (end_ - at_ >= 2 && at_[0] == '.' && is_letter(at_[1]) && !letter_at(at_ + 2) && !(end_ - at_ > 2 && is_digit(at_[2]))) {
            *out_++ = lower(at_[1]);
            at_ += 2;
            dotted = true;
        }
        if (dotted && at_ < end_ && *at_ == '.' && (at_ + 1 == end_ || at_[1] != '.')) {
            // "at 9 a.m. The": the last point ends the sentence as well
            const std::string_view last_two(out_ - 2, 2);
            if ((last_two != "am" && last_two != "pm") || following(at_ + 1, end_) == Following::lower || following(at_ + 1, end_) == Following::other)
                ++at_;
        }
        return dotted;
    }

    // "forty-five": adds the unit to the tens word before it.
    bool joins_tens(int unit) {
        auto& tokens = stream_.tokens;
        const std::size_t count = tokens.size();
        if (unit > 9 || count == 0)
            return false;
        std::size_t tens = count - 1;
        if (tokens[tens].kind == TokenKind::dash) {
            if (count < 2 || space_ || tokens[tens].space_before)
                return false;
            --tens;
        } else if (at_ < end_ && *at_ == '-' && letter_at(at_ + 1)) {
            return false; // "twenty five-minute sessions"
        }
        Token& token = tokens[tens];
        if (token.kind != TokenKind::word || token.number < 20 || token.number > 90 || static_cast<int>(token.number) % 10 != 0)
            return false;
        token.number += unit;
        return true;
    }

    static double value_of(std::string_view digits) {
        constexpr std::size_t most = 40;
        constexpr double enough = 1e15; // longer numbers count nothing in a plan; their value must only stay finite
        char plain[most];
        std::size_t size = 0;
        for (const char digit : digits)
            if (digit != ',' && size < most)
                plain[size++] = digit;
        double value = 0;
        std::from_chars(plain, plain + size, value);
        return std::min(value, enough);
    }

    std::ptrdiff_t digits_at(const char* at) const {
        const char* last = at;
        while (last < end_ && is_digit(*last))
            ++last;
        return last - at;
    }

    void copy(std::ptrdiff_t count) {
        std::memcpy(out_, at_, static_cast<std::size_t>(count));
        out_ += count;
        at_ += count;
    }

    void number() {
        const char* from = at_;
        const std::uint32_t folded_from = begin_token();
        copy(digits_at(at_));
        if (at_ - from <= 3)
            while (at_ < end_ && *at_ == ',' && digits_at(at_ + 1) == 3)
                copy(4);
        // "06.10.11" and "1.2.3" hold no decimals.
        const bool after_point = from - begin_ >= 2 && from[-1] == '.' && is_digit(from[-2]);
        bool decimal = false;
        if (at_ < end_ && *at_ == '.' && !after_point) {
            const std::ptrdiff_t places = digits_at(at_ + 1);
            const char* after = at_ + 1 + places;
            decimal = places > 0 && !(end_ - after >= 2 && after[0] == '.' && is_digit(after[1]));
            if (decimal)
                copy(1 + places);
        }
        if (!decimal && at_ < end_ && sign_of(*at_) == Sign::high)
            fraction(1); // "1\u00BD": the nought of "0.5" stands already
        push_number(from, folded_from);
    }

    // A sign such as one half, without the first `skipped` bytes that it folds to; nothing when no such sign is here.
    void fraction(std::size_t skipped) {
        const Character character = decode(at_, end_);
        FoldedCharacter scratch;
        const FoldedCharacter& folded_sign = fold_character(character.code, scratch);
        if (folded_sign.kind != CharacterKind::fraction)
            return;
        at_ += character.size;
        append(folded_sign.text().substr(skipped));
    }

    void push_number(const char* from, std::uint32_t folded_from) {
        const double value = value_of({stream_.folded.data() + folded_from, folded_size() - folded_from});
        stream_.calendar.push_back(next_token());
        push(TokenKind::number, from, folded_from, value);
        ++stream_.words;
    }

    void append(std::string_view text) {
        room(text.size());
        std::memcpy(out_, text.data(), text.size());
        out_ += text.size();
    }

    // Digits of other scripts: no decimals.
    void high_number() {
        const char* from = at_;
        const std::uint32_t folded_from = begin_token();
        while (at_ < end_) {
            const Character character = decode(at_, end_);
            FoldedCharacter scratch;
            if (character.code < 0x80 ? !is_digit(*at_) : fold_character(character.code, scratch).kind != CharacterKind::digit)
                break;
            append(character.code < 0x80 ? std::string_view(at_, 1) : fold_character(character.code, scratch).text());
            at_ += character.size;
        }
        push_number(from, folded_from);
    }

    // One token however many dashes stand together.
    void dash() {
        const char* from = at_;
        const std::uint32_t folded_from = begin_token();
        FoldedCharacter scratch;
        while (at_ < end_) {
            if (*at_ == '-') {
                ++at_;
                continue;
            }
            if (sign_of(*at_) != Sign::high)
                break;
            const Character character = decode(at_, end_);
            if (fold_character(character.code, scratch).kind != CharacterKind::dash)
                break;
            at_ += character.size;
        }
        *out_++ = '-';
        push(TokenKind::dash, from, folded_from);
    }

    bool ellipsis_at(const char* at) const { return end_ - at >= 3 && std::string_view(at, 3) == "\u2026"; }

    void points() {
        const char* from = at_;
        std::size_t count = 0;
        while (at_ < end_) {
            if (*at_ == '.') {
                ++at_;
                ++count;
            } else if (ellipsis_at(at_)) {
                at_ += 3;
                count += 3;
            } else
                break;
        }
        if (count >= 6)
            return mark(from, "......");
        if (count >= 2) {
            const Following next = following(at_, end_);
            return next == Following::capital || next == Following::end ? stop(from, '.') : mark(from, "...");
        }
        const std::optional<BeforePoint> before = before_point(from);
        if (point_ends_sentence(before, at_, end_))
            return stop(from, '.');
        if (!before || !is_shortened(*before, at_, end_))
            mark(from, ".");
    }

    std::optional<BeforePoint> before_point(const char* point) const {
        const Token* before = touching(point);
        if (before == nullptr)
            return std::nullopt;
        const char letter = begin_[before->span.begin];
        const bool first = at_sentence_start(next_token() - 1);
        return BeforePoint{.kind = before->kind,
                           .folded = folded(*before),
                           .capital = is_letter(letter) && letter != lower(letter),
                           .first = first,
                           .folded_before_it = first ? std::string_view() : folded(stream_.tokens[next_token() - 2])};
    }

    void sentence_end() {
        const char* from = at_;
        const char sign = *at_;
        bool questions = true;
        for (; at_ < end_ && sign_of(*at_) == Sign::end; ++at_)
            questions = questions && *at_ == '?';
        if (questions && at_ - from >= 2)
            mark(from, "??");
        else if (breaks_off(at_, end_) && !(from > begin_ && from[-1] == '(')) // "(?)" and "find?x=1" end nothing
            stop(from, sign);
        else
            mark(from, std::string_view(from, 1));
    }

    void run_of(char sign, std::ptrdiff_t least, std::string_view text) {
        const char* from = at_;
        while (at_ < end_ && *at_ == sign)
            ++at_;
        if (at_ - from >= least)
            return mark(from, text);
        at_ = from + 1;
        mark(from, std::string_view(from, 1));
    }

    void ascii_mark() {
        const char* from = at_++;
        mark(from, std::string_view(from, 1));
    }

    void quote(CharacterKind kind, std::uint32_t size) {
        const char* from = at_;
        const Token* before = touching(from);
        at_ += size;
        const bool inches = kind == CharacterKind::quote && open_quote_ == none && before != nullptr && before->kind == TokenKind::number;
        const bool closing = kind == CharacterKind::quote_close || (kind == CharacterKind::quote && open_quote_ != none);
        const std::uint32_t index = next_token();
        if (closing && open_quote_ != none) {
            stream_.quotes.push_back({open_quote_, index});
            open_quote_ = none;
        } else if (!closing && !inches)
            open_quote_ = index + 1;
        mark(from, "\"");
    }

    void high() {
        const char* from = at_;
        const Character character = decode(at_, end_);
        FoldedCharacter scratch;
        const FoldedCharacter& folded_sign = fold_character(character.code, scratch);
        switch (folded_sign.kind) {
        case CharacterKind::letter:
            return word();
        case CharacterKind::digit:
            return high_number();
        case CharacterKind::fraction: {
            const std::uint32_t folded_from = begin_token();
            fraction(0);
            return push_number(from, folded_from);
        }
        case CharacterKind::space:
            space_ = true;
            at_ += character.size;
            return;
        case CharacterKind::paragraph:
            return paragraph_end(character.size);
        case CharacterKind::dash:
            return dash();
        case CharacterKind::quote_open:
        case CharacterKind::quote_close:
        case CharacterKind::quote:
            return quote(folded_sign.kind, character.size);
        case CharacterKind::ellipsis:
            return points();
        case CharacterKind::ignored:
            at_ += character.size;
            return;
        case CharacterKind::apostrophe:
        case CharacterKind::sign:
            at_ += character.size;
            room(folded_sign.size);
            return mark(from, folded_sign.text());
        }
    }

    const char* begin_;
    const char* end_;
    const char* at_;
    char* out_ = nullptr;
    TokenStream stream_;
    bool space_ = false;
    bool ended_ = false; // a stop ended the last sentence
    std::uint32_t open_quote_ = none;
};

} // namespace

TokenStream tokenise(std::string_view original) { return Tokeniser(original).run(); }

std::uint32_t number_length(const std::vector<Token>& tokens, std::uint32_t at) noexcept {
    const Token& token = tokens[at];
    if (token.kind == TokenKind::number)
        return 1;
    if (token.kind != TokenKind::word || token.number == 0)
        return 0;
    const bool compound = token.number > 20 && static_cast<int>(token.number) % 10 != 0;
    if (!compound)
        return 1;
    return tokens[at + 1].kind == TokenKind::dash ? 3 : 2;
}

bool begins_with_capital(std::string_view original, const Token& token) noexcept {
    if (token.kind != TokenKind::word)
        return false;
    const char first = original[token.span.begin];
    if (sign_of(first) != Sign::high)
        return is_letter(first) && first != lower(first);
    return is_capital(decode(original.data() + token.span.begin, original.data() + original.size()).code);
}

} // namespace ehc::text

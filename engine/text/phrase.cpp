// Phrases as people write them, to trees of words.
//
// A chunk is what stands between spaces. A chunk that is one bracket holds words ("as (and when) required", "(small|big)
// group"); a bracket glued to letters holds endings or beginnings ("regular(ly)", "(un)kind") and is written out into all
// its forms, each of which is then read as any text is.
#include "text/pattern.hpp"

#include "text/known_words.hpp"

#include <algorithm>
#include <utility>

namespace ehc::text {

namespace {

using Kind = Pattern::Kind;

constexpr std::size_t most_forms = 64;
constexpr std::uint32_t words_between = 4; // of "..."
constexpr std::size_t prefix_letters = 3;
constexpr int deepest = 8; // brackets in brackets
constexpr std::string_view dots = "...", one_sign_dots = "\u2026";

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

Pattern leaf(Kind kind, std::string text = {}) {
    Pattern pattern;
    pattern.kind = kind;
    pattern.text = std::move(text);
    return pattern;
}

Pattern of(Kind kind, std::vector<Pattern> parts) {
    if (kind == Kind::sequence && parts.size() == 1)
        return std::move(parts.front());
    Pattern pattern;
    pattern.kind = kind;
    pattern.parts = std::move(parts);
    return pattern;
}

bool may_be_nothing(const Pattern& pattern) {
    switch (pattern.kind) {
    case Kind::optional:
    case Kind::gap:
        return true;
    case Kind::sequence:
    case Kind::tagged:
        return std::all_of(pattern.parts.begin(), pattern.parts.end(), may_be_nothing);
    case Kind::either:
        return std::any_of(pattern.parts.begin(), pattern.parts.end(), may_be_nothing);
    case Kind::word:
    case Kind::prefix:
    case Kind::number:
    case Kind::date:
    case Kind::any:
    case Kind::dash:
    case Kind::capital:
        return false;
    }
    return false;
}

class PhraseReader {
  public:
    explicit PhraseReader(std::string_view phrase) : phrase_(phrase) {}

    std::variant<Pattern, PhraseFault> read() {
        Pattern pattern = of(Kind::sequence, words({0, static_cast<std::uint32_t>(phrase_.size())}, 0));
        const Span whole{0, static_cast<std::uint32_t>(phrase_.size())};
        if (pattern.kind == Kind::sequence && pattern.parts.empty())
            wrong(whole, "this phrase is empty; write the words to look for");
        else if (may_be_nothing(pattern))
            wrong(whole, "every word of this phrase may be left out; take the brackets off at least one");
        if (fault_)
            return std::move(*fault_);
        return pattern;
    }

  private:
    void wrong(Span span, std::string what) {
        if (!fault_)
            fault_ = PhraseFault{span, std::move(what)};
    }

    // The length of a gap sign at `at`: "..." or its one-character form; longer rows of dots are marks.
    std::uint32_t gap_at(std::uint32_t at) const {
        const std::string_view rest = phrase_.substr(at);
        if (rest.starts_with(one_sign_dots))
            return static_cast<std::uint32_t>(one_sign_dots.size());
        const bool longer = (at > 0 && phrase_[at - 1] == '.') || (rest.size() > dots.size() && rest[dots.size()] == '.');
        return rest.starts_with(dots) && !longer ? static_cast<std::uint32_t>(dots.size()) : 0;
    }

    // The bracket that closes the one at `open`, or the end.
    std::uint32_t closing(std::uint32_t open, std::uint32_t end) {
        int depth = 0;
        for (std::uint32_t at = open; at < end; ++at) {
            if (phrase_[at] == '(')
                ++depth;
            else if (phrase_[at] == ')' && --depth == 0)
                return at;
        }
        wrong({open, open + 1}, "this bracket is not closed; add `)`");
        return end;
    }

    // The chunk, gap sign or bracket that begins at `begin`.
    Span chunk(std::uint32_t begin, std::uint32_t end) {
        std::uint32_t at = begin;
        while (at < end && !is_space(phrase_[at]) && (at == begin || gap_at(at) == 0)) {
            if (phrase_[at] == ')') {
                wrong({at, at + 1}, "this bracket closes nothing; take it out or add `(`");
                return {begin, end};
            }
            if (phrase_[at] == '|') {
                wrong({at, at + 1}, "`|` stands only inside brackets, as in `(small|big) group`");
                return {begin, end};
            }
            at = phrase_[at] == '(' ? std::min(closing(at, end) + 1, end) : at + 1;
            if (fault_)
                return {begin, end};
        }
        return {begin, at};
    }

    // Words and brackets in order.
    std::vector<Pattern> words(Span in, int depth) {
        std::vector<Pattern> parts;
        Span last_gap;
        for (std::uint32_t at = in.begin; at < in.end && !fault_;) {
            if (is_space(phrase_[at])) {
                ++at;
                continue;
            }
            if (const std::uint32_t length = gap_at(at); length > 0) {
                if (parts.empty() || parts.back().kind == Kind::gap)
                    wrong({at, at + length}, "`...` must stand between two words");
                Pattern gap = leaf(Kind::gap);
                gap.count = words_between;
                parts.push_back(std::move(gap));
                last_gap = {at, at + length};
                at += length;
                continue;
            }
            const Span found = chunk(at, in.end);
            if (fault_)
                break;
            at = found.end;
            const bool one_bracket = phrase_[found.begin] == '(' && closing(found.begin, found.end) + 1 == found.end;
            if (one_bracket)
                add(parts, bracket({found.begin + 1, found.end - 1}, depth + 1));
            else
                add(parts, forms_of(found));
        }
        if (!fault_ && !parts.empty() && parts.back().kind == Kind::gap)
            wrong(last_gap, "`...` must stand between two words");
        return parts;
    }

    static void add(std::vector<Pattern>& parts, Pattern part) {
        if (part.kind != Kind::sequence)
            parts.push_back(std::move(part));
        else
            std::move(part.parts.begin(), part.parts.end(), std::back_inserter(parts));
    }

    // The alternatives between two bytes, which stand inside one bracket.
    std::vector<Span> alternatives(Span in) const {
        std::vector<Span> found{{in.begin, in.end}};
        int depth = 0;
        for (std::uint32_t at = in.begin; at < in.end; ++at) {
            depth += phrase_[at] == '(';
            depth -= phrase_[at] == ')';
            if (phrase_[at] == '|' && depth == 0) {
                found.back().end = at;
                found.push_back({at + 1, in.end});
            }
        }
        return found;
    }

    bool nested_too_deep(Span in, int depth) {
        if (depth > deepest)
            wrong({in.begin - 1, in.begin}, "brackets stand at most " + std::to_string(deepest) + " deep; write the phrase as several");
        return depth > deepest;
    }

    // Words that may be left out, or of which one must be there.
    Pattern bracket(Span in, int depth) {
        if (nested_too_deep(in, depth))
            return {};
        std::vector<Pattern> ways;
        bool empty_way = false;
        const std::vector<Span> found = alternatives(in);
        for (const Span each : found) {
            std::vector<Pattern> way = words(each, depth);
            if (way.empty())
                empty_way = true;
            else
                ways.push_back(of(Kind::sequence, std::move(way)));
        }
        if (ways.empty()) {
            wrong({in.begin - 1, in.end + 1}, "these brackets are empty; write words in them or take them out");
            return {};
        }
        if (found.size() == 1)
            return of(Kind::optional, std::move(ways));
        Pattern either = of(Kind::either, std::move(ways));
        return empty_way ? of(Kind::optional, {std::move(either)}) : either;
    }

    // Every form of a chunk with brackets in it, as text; the longer ones first.
    std::vector<std::string> forms(Span in, int depth) {
        std::vector<std::string> all{""};
        for (std::uint32_t at = in.begin; at < in.end && !fault_;) {
            std::vector<std::string> ways;
            if (phrase_[at] != '(') {
                const std::uint32_t begin = at;
                while (at < in.end && phrase_[at] != '(')
                    ++at;
                ways.emplace_back(phrase_.substr(begin, at - begin));
            } else {
                const std::uint32_t close = closing(at, in.end);
                const Span inner{at + 1, close};
                if (fault_ || nested_too_deep(inner, depth + 1))
                    break;
                const std::vector<Span> found = alternatives(inner);
                for (const Span each : found)
                    for (std::string& form : forms(each, depth + 1))
                        ways.push_back(std::move(form));
                if (found.size() == 1) {
                    if (inner.empty())
                        wrong({at, close + 1}, "these brackets are empty; write letters in them or take them out");
                    ways.emplace_back();
                }
                at = close + 1;
            }
            if (all.size() * ways.size() > most_forms) {
                wrong(in, "the brackets of this word make more than " + std::to_string(most_forms) + " forms; write it as several phrases");
                break;
            }
            std::vector<std::string> longer;
            longer.reserve(all.size() * ways.size());
            for (const std::string& head : all)
                for (const std::string& tail : ways)
                    longer.push_back(head + tail);
            all = std::move(longer);
        }
        return all;
    }

    Pattern forms_of(Span chunk) {
        std::vector<Pattern> ways;
        for (const std::string& form : forms(chunk, 0)) {
            if (fault_)
                break;
            Pattern way = of(Kind::sequence, tokens_of(form, chunk));
            if (std::find(ways.begin(), ways.end(), way) == ways.end())
                ways.push_back(std::move(way));
        }
        return ways.size() == 1 ? std::move(ways.front()) : of(Kind::either, std::move(ways));
    }

    // A text without brackets, token by token.
    std::vector<Pattern> tokens_of(std::string_view form, Span chunk) {
        const bool prefix = form.ends_with('*');
        if (prefix)
            form.remove_suffix(1);
        const auto star = static_cast<std::uint32_t>(phrase_.find('*', chunk.begin));
        const auto wrong_star = [&] {
            wrong({star, star + 1}, "`*` stands only at the end of a word of at least " + std::to_string(prefix_letters) + " letters");
        };
        if (form.find('*') != std::string_view::npos) {
            wrong_star();
            return {};
        }
        const Analysis analysis(form);
        const auto count = static_cast<std::uint32_t>(analysis.tokens().size());
        std::vector<Pattern> parts;
        for (std::uint32_t i = 0; i < count; ++i) {
            const TokenKind kind = analysis.tokens()[i].kind;
            const std::string_view word = analysis.word(i);
            const bool point_of_short_form = kind == TokenKind::stop && word == "." && i > 0 && abbreviation(analysis.word(i - 1)) != Abbreviation::none; // "etc."
            if (kind == TokenKind::dash)
                parts.push_back(leaf(Kind::dash));
            else if (word != "\n" && !point_of_short_form)
                parts.push_back(leaf(Kind::word, std::string(word)));
        }
        if (prefix) {
            const bool ends_with_word = count > 0 && analysis.tokens().back().kind == TokenKind::word && analysis.tokens().back().span.end == form.size();
            if (!ends_with_word || letters(analysis.word(count - 1)) < prefix_letters)
                wrong_star();
            else
                parts.back().kind = Kind::prefix;
        }
        return parts;
    }

    static std::size_t letters(std::string_view word) {
        return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    }

    std::string_view phrase_;
    std::optional<PhraseFault> fault_;
};

} // namespace

std::variant<Pattern, PhraseFault> read_phrase(std::string_view phrase) { return PhraseReader(phrase).read(); }

} // namespace ehc::text

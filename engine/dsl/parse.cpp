// The loop over the items of a file, and over the lines of each, with its recovery: what cannot be read is reported, and
// reading goes on at the next line that opens something.
#include "dsl/parse.hpp"

#include "base/nearest.hpp"
#include "dsl/complaints.hpp"
#include "dsl/grammar.hpp"
#include "dsl/openers.hpp"

#include <algorithm>
#include <utility>

namespace ehc::dsl {

namespace {

constexpr std::size_t most_bytes = 10 * 1024 * 1024;

std::vector<std::string> phrases_of(std::initializer_list<KeywordKind> kinds) {
    std::vector<std::string> phrases;
    for (const Keyword& keyword : keywords())
        if (std::ranges::find(kinds, keyword.kind) != kinds.end())
            phrases.emplace_back(keyword.phrase);
    return phrases;
}

template <class T> void append(std::vector<T>& to, std::vector<T>& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

bool is_any_of(const Token* token, std::initializer_list<WordNumber> words) {
    return std::ranges::any_of(words, [&](WordNumber word) { return is_word(token, word); });
}

bool opens_pack_line(const Token* token) {
    return is_any_of(token, {number_of("version"), number_of("about"), number_of("use"), number_of("needs")});
}
bool opens_lexicon_line(const Token* token) {
    return is_any_of(token, {number_of("except"), number_of("include"), number_of("source")}) || token->kind == Token::Kind::string ||
           (token->kind == Token::Kind::word && is_sign(token + 1, ':'));
}
bool opens_pattern_line(const Token* token) { return is_any_of(token, {number_of("is"), number_of("except")}); }

const std::vector<std::string> lexicon_words{"except", "include", "source", "end"};
const std::vector<std::string> pattern_words{"is", "except", "end"};
// The words that begin a clause, and what people write first on a line within one.
const std::vector<std::string> clause_words = [] {
    std::vector<std::string> words = phrases_of({KeywordKind::clause});
    words.insert(words.end(), {"applies", "fires", "quiet", "unchecked", "where", "end"});
    return words;
}();

class Parser {
  public:
    explicit Parser(const Source& source) : source_(source), lexed_(tokens_of(source)), reader_{source, lexed_.tokens.data()} {}

    Parsed file() {
        Parsed parsed;
        while (!at_end() && faults_.size() < most_faults) {
            const Token* const begin = at();
            if (auto item = this->item()) {
                item->span = {begin->span.begin, at() == begin ? begin->span.end : at()[-1].span.end};
                parsed.file.items.push_back(std::move(*item));
            }
        }
        lose_broken_lines();
        parsed.file.lost = std::move(lost_);
        parsed.file.name_lost = name_lost_;
        parsed.file.cut_short = !at_end();
        parsed.faults = all_faults();
        parsed.file.broken = !parsed.faults.empty();
        return parsed;
    }

    ParsedExpr value() {
        ParsedExpr parsed;
        Expr expr;
        note(reader_.value(expr));
        if (faults_.empty() && !at_end())
            note(fault(source_, "E101", at()->span, "only one value can stand here"));
        parsed.faults = all_faults();
        if (parsed.faults.empty())
            parsed.value = std::move(expr);
        return parsed;
    }

  private:
    [[nodiscard]] const Token* at() const { return reader_.at; }
    [[nodiscard]] bool at_end() const { return at()->kind == Token::Kind::end; }
    [[nodiscard]] std::string written() const { return shown(text_of(source_, at())); }

    bool note(std::optional<Fault> fault) {
        if (!fault)
            return false;
        faults_.push_back(std::move(*fault));
        // Where the name that a line gives is what is missing, nobody can say which name it was.
        const Token* first = at();
        while (first != lexed_.tokens.data() && !first->line_first)
            --first;
        const std::ptrdiff_t until = is_word(first, number_of("define")) ? 3 : is_word(first, number_of("for")) ? 2 : 1;
        name_lost_ = name_lost_ || (at() - first <= until && is_any_of(first, {number_of("define"), number_of("lexicon"), number_of("pattern"),
                                                                                number_of("parameter"), number_of("let"), number_of("for")}));
        return true;
    }

    // The lexer's and the grammar's, in the order of the file. Where a line lost something to the lexer, the grammar's
    // complaints about the rest of it would only mislead.
    Faults all_faults() {
        Faults faults = lexed_.faults;
        for (Fault& fault : faults_) {
            const bool said = std::ranges::any_of(lexed_.faults, [&](const Fault& other) { return other.span.begin == fault.span.begin; });
            if (!said && !std::ranges::binary_search(lexed_.broken_lines, fault.place.line))
                faults.push_back(std::move(fault));
        }
        std::ranges::stable_sort(faults, {}, [](const Fault& fault) { return fault.span.begin; });
        if (faults.size() > most_faults)
            faults.erase(faults.begin() + most_faults, faults.end());
        return faults;
    }

    // ---- recovery ----

    // To the next line for which `opens` holds, or where an item begins or ends; never back, and on by at least one token
    // when nothing was read since `begin`.
    void skip_to_line(const Token* begin, auto opens, const std::vector<std::string>& near_words = {}) {
        find_line(begin, opens, near_words);
        lose(begin, at());
    }
    // What was named there is not missing elsewhere.
    void lose(const Token* from, const Token* to) {
        for (; from != to; ++from)
            if (from->kind == Token::Kind::word && reserved(from->word) != Reserved::always)
                lost_.emplace_back(text_of(source_, from));
    }
    void lose_broken_lines() {
        if (lexed_.broken_lines.empty())
            return;
        bool broken = false;
        for (const Token& token : lexed_.tokens) {
            if (token.line_first)
                broken = std::ranges::binary_search(lexed_.broken_lines, source_.place(token.span.begin).line);
            if (broken)
                lose(&token, &token + 1);
        }
    }
    void find_line(const Token* begin, auto opens, const std::vector<std::string>& near_words) {
        if (at() == begin && !at_end())
            ++reader_.at;
        for (std::size_t lines = 0; !at_end(); ++reader_.at) {
            if (!at()->line_first)
                continue;
            if (opens(at()) || opens_item(at()) || closes_item(at()))
                return;
            // A misspelt opener after another fault is a fault of its own; the search for one is kept short.
            constexpr std::size_t most_lines = 100;
            const bool subject = is_word(begin, number_of("for")) || is_word(begin, number_of("each")) || is_word(begin + 1, number_of("each"));
            const bool narrows = subject && is_word(at(), number_of("where")); // a part of what was lost
            if (at()->kind == Token::Kind::word && !narrows && ++lines < most_lines && is_near(near_words))
                return;
        }
    }
    [[nodiscard]] bool is_near(const std::vector<std::string>& words) const {
        const std::string_view word = text_of(source_, at());
        if (std::ranges::find(words, word) != words.end()) // `fires` without its `on`
            return true;
        return at()->word == 0 && (nearest(word, words) || (follows_on_line() && nearest(two_words(), words)));
    }
    [[nodiscard]] bool follows_on_line() const { return at()[1].kind == Token::Kind::word && !at()[1].line_first; }
    [[nodiscard]] std::string two_words() const { return std::string(text_of(source_, at())) + " " + std::string(text_of(source_, at() + 1)); }

    // To the next line that opens an item, or past the `end` of one that could not be read. Lines of an item are mostly
    // indented, so an unknown word at the margin is taken for an item misspelt.
    void skip_to_item(const Token* begin) {
        const auto at_margin = [&](const Token* token) {
            const std::uint32_t place = token->span.begin;
            return token->kind == Token::Kind::word && token->word == 0 && (place == 0 || source_.text()[place - 1] == '\n');
        };
        skip_to_line(begin, at_margin, phrases_of({KeywordKind::item}));
        if (closes_item(at()) && at()[1].line_first)
            ++reader_.at;
    }

    // ---- items ----

    std::optional<Item> item() {
        const Token* const begin = at();
        if (!begin->line_first || !opens_item(begin)) {
            note(stray());
            skip_to_item(begin);
            return std::nullopt;
        }
        switch (begin->word) {
        case number_of("pack"):
            return pack();
        case number_of("parameter"):
            return single(&Reader::parameter, Parameter{});
        case number_of("lexicon"):
            return lexicon();
        case number_of("pattern"):
            return pattern();
        case number_of("define"):
            return single(&Reader::define, Define{});
        case number_of("judgement"):
            return judgement();
        case number_of("extend"):
            return is_word(begin + 1, number_of("rule")) ? extend_rule() : extend_lexicon();
        case number_of("disable"):
            return single(&Reader::disable_rule, DisableRule{});
        case number_of("set"):
            return single(&Reader::set_parameter, SetParameter{});
        case number_of("instruments"):
            return instruments();
        case number_of("school"):
            return single(&Reader::school_term, SchoolTerm{});
        case number_of("retired"):
            return single(&Reader::retired_rule, RetiredRule{});
        case number_of("accept"):
            return single(&Reader::accept, Accept{});
        default:
            return rule();
        }
    }

    // A word at the top of the file that opens no item.
    Fault stray() {
        const Token* token = at();
        if (closes_item(token))
            return fault(source_, "E104", token->span, "there is nothing open for `end` to close", "leave it out");
        if (opens_clause(token))
            return fault(source_, "E116", token->span, written() + " belongs to a rule: it stands between `rule` and `end`");
        if (opens_pack_line(token))
            return fault(source_, "E116", token->span, written() + " belongs to a pack: it stands below `pack`");
        if (token->kind != Token::Kind::word)
            return fault(source_, "E102", token->span,
                         (token->kind == Token::Kind::string ? "a text in quotes" : written()) + " cannot begin anything here",
                         "begin with `pack`, `parameter`, `lexicon`, `pattern`, `define`, `rule` or `judgement`");
        std::string near = did_you_mean(text_of(source_, token), phrases_of({KeywordKind::item}));
        if (near.empty())
            near = did_you_mean(text_of(source_, token), phrases_of({KeywordKind::clause, KeywordKind::line}));
        return fault(source_, "E102", token->span, "nothing in a rule file begins with " + written(),
                     near.empty() ? "begin with `pack`, `parameter`, `lexicon`, `pattern`, `define`, `rule` or `judgement`" : near);
    }

    template <class Node> std::optional<Item> single(std::optional<Fault> (Reader::*read)(Node&), Node node) {
        const Token* const begin = at();
        if (note((reader_.*read)(node))) {
            skip_to_item(begin);
            return std::nullopt;
        }
        return Item{{}, std::move(node)};
    }

    // Reads lines until `end`. `line` reads one; whatever stands at the start of a line and opens none is told by `unknown`.
    void body(const Token* opener, auto opens, const std::vector<std::string>& words, auto read_line, auto unknown) {
        while (faults_.size() < most_faults) {
            const Token* const begin = at();
            if (closes_item(begin)) {
                ++reader_.at;
                if (!at()->line_first) {
                    note(fault(source_, "E101", at()->span, written() + " cannot follow `end`", "begin a new line"));
                    while (!at()->line_first)
                        ++reader_.at;
                }
                return;
            }
            if (at_end() || opens_item(begin)) {
                note(unclosed(opener));
                return;
            }
            if (opens(begin)) {
                if (note(read_line()))
                    skip_to_line(begin, opens, words);
            } else {
                note(unknown());
                skip_to_line(begin, opens, words);
            }
        }
    }

    // A body whose lines are all of one kind, and kept.
    template <class Line>
    void list(const Token* opener, auto opens, const std::vector<std::string>& words, std::optional<Fault> (Reader::*read)(Line&), std::vector<Line>& into, auto unknown) {
        const auto read_line = [&] {
            Line line;
            auto fault = (reader_.*read)(line);
            if (!fault)
                into.push_back(std::move(line));
            return fault;
        };
        body(opener, opens, words, read_line, unknown);
    }

    Fault unclosed(const Token* opener) {
        std::string what = text_of(source_, opener) == "rule" ? "rule" : std::string(text_of(source_, opener));
        if (opener[1].kind == Token::Kind::word)
            what += " " + shown(text_of(source_, opener + 1));
        return fault(source_, "E104", place_of(opener, at()),
                     "`end` is missing: the " + what + " that begins on line " + std::to_string(source_.place(opener->span.begin).line) +
                         " is not closed");
    }

    Fault unknown_line(std::string_view kind, const std::vector<std::string>& words) {
        if (at()->kind != Token::Kind::word)
            return fault(source_, "E103", at()->span, written() + " cannot begin a line of a " + std::string(kind));
        return fault(source_, "E103", at()->span, "a " + std::string(kind) + " has no line that begins with " + written(),
                     did_you_mean(text_of(source_, at()), words));
    }

    // A pack has no `end`: it goes on while its lines do, and a word that is near one of them is a line misspelt.
    std::optional<Item> pack() {
        const Token* const begin = at();
        Pack pack;
        if (note(reader_.pack_head(pack)))
            skip_to_line(begin, opens_pack_line);
        while (!at_end() && !opens_item(at()) && faults_.size() < most_faults) {
            const Token* const line = at();
            if (opens_pack_line(line)) {
                if (note(pack_line(pack)))
                    skip_to_line(line, opens_pack_line);
                continue;
            }
            const std::string near = did_you_mean(text_of(source_, line), {"version", "about", "use", "needs"});
            if (line->kind != Token::Kind::word || near.empty())
                break;
            note(fault(source_, "E103", line->span, "a pack has no line that begins with " + written(), near));
            skip_to_line(line, opens_pack_line);
        }
        return Item{{}, std::move(pack)};
    }

    std::optional<Fault> pack_line(Pack& pack) {
        const Token* const line = at();
        Pack read;
        if (auto fault = reader_.pack_line(read))
            return fault;
        if ((pack.about && read.about) || (!pack.version.empty() && !read.version.empty()) ||
            (!pack.needs_engine.empty() && !read.needs_engine.empty()))
            note(fault(source_, "E118", line->span, shown(text_of(source_, line)) + " is given twice in this pack", "keep one of them"));
        if (read.about)
            pack.about = std::move(read.about);
        if (read.version_span) {
            pack.version = std::move(read.version);
            pack.version_span = read.version_span;
        }
        if (!read.needs_engine.empty())
            pack.needs_engine = std::move(read.needs_engine);
        append(pack.uses, read.uses);
        return std::nullopt;
    }

    std::optional<Item> lexicon() {
        const Token* const begin = at();
        Lexicon lexicon;
        if (note(reader_.lexicon_head(lexicon)))
            skip_to_line(begin, opens_lexicon_line);
        lexicon_lines(begin, lexicon);
        if (lexicon.name.text.empty())
            return std::nullopt;
        return Item{{}, std::move(lexicon)};
    }

    void lexicon_lines(const Token* begin, Lexicon& lexicon) {
        body(
            begin, opens_lexicon_line, lexicon_words,
            [&]() -> std::optional<Fault> {
                const Token* const line = at();
                if (!line->line_first && line->kind == Token::Kind::string)
                    return fault(source_, "E101", line->span, "a phrase begins a line, or follows a comma", "put a comma before it");
                Lexicon read;
                if (auto fault = reader_.lexicon_line(read))
                    return fault;
                if (lexicon.source && read.source)
                    note(fault(source_, "E118", line->span, "`source` is given twice in this lexicon", "keep one of them"));
                append(lexicon.entries, read.entries);
                append(lexicon.exceptions, read.exceptions);
                append(lexicon.includes, read.includes);
                if (read.source)
                    lexicon.source = std::move(read.source);
                return std::nullopt;
            },
            [&] { return unknown_line("lexicon", lexicon_words); });
    }

    std::optional<Item> judgement() {
        const Token* const begin = at();
        Judgement judgement;
        const std::size_t faults_before = faults_.size();
        const auto opens_grade = [](const Token* token) { return token->kind == Token::Kind::word && !closes_item(token); };
        if (note(reader_.judgement_head(judgement)))
            skip_to_line(begin, opens_grade);
        list(begin, opens_grade, {}, &Reader::grade, judgement.grades, [&] { return unknown_line("judgement", {}); });
        judgement.broken = faults_.size() > faults_before;
        return Item{{}, std::move(judgement)};
    }

    std::optional<Item> instruments() {
        const Token* const begin = at();
        Instruments instruments;
        const auto opens_line = [](const Token* token) { return token->kind == Token::Kind::string; };
        if (note(reader_.instruments_head(instruments)))
            skip_to_line(begin, opens_line);
        list(begin, opens_line, {}, &Reader::instrument, instruments.lines,
             [&] { return fault(source_, "E103", at()->span, "a list of instruments has a name in double quotes on each line, and " + written() + " is none"); });
        return Item{{}, std::move(instruments)};
    }

    std::optional<Item> extend_rule() {
        const Token* const begin = at();
        const std::size_t faults_before = faults_.size();
        ExtendRule extension;
        if (note(reader_.extend_rule_head(extension)))
            skip_to_line(begin, opens_clause);
        const bool headless = faults_.size() > faults_before;
        clauses(begin, extension.clauses);
        if (headless)
            return std::nullopt;
        return Item{{}, std::move(extension)};
    }

    std::optional<Item> extend_lexicon() {
        const Token* const begin = at();
        ExtendLexicon extension;
        if (note(reader_.extend_lexicon_head(extension)))
            skip_to_line(begin, opens_lexicon_line);
        lexicon_lines(begin, extension.lexicon);
        if (extension.lexicon.name.text.empty())
            return std::nullopt;
        return Item{{}, std::move(extension)};
    }

    std::optional<Item> pattern() {
        const Token* const begin = at();
        Pattern pattern;
        if (note(reader_.pattern_head(pattern)))
            skip_to_line(begin, opens_pattern_line);
        body(
            begin, opens_pattern_line, pattern_words,
            [&] {
                Pattern read;
                auto fault = reader_.pattern_line(read);
                append(pattern.ways, read.ways);
                append(pattern.exceptions, read.exceptions);
                return fault;
            },
            [&] { return unknown_line("pattern", pattern_words); });
        if (pattern.name.text.empty())
            return std::nullopt;
        return Item{{}, std::move(pattern)};
    }

    std::optional<Item> rule() {
        const Token* const begin = at();
        const std::size_t faults_before = faults_.size();
        Rule rule;
        if (note(reader_.rule_head(rule)))
            skip_to_line(begin, opens_clause);
        std::vector<std::string> outside = std::exchange(lost_, {});
        const bool name_lost = std::exchange(name_lost_, false);
        clauses(begin, rule.clauses);
        rule.lost = std::exchange(lost_, std::move(outside));
        rule.name_lost = std::exchange(name_lost_, name_lost);
        rule.broken = faults_.size() > faults_before;
        if (!rule.lost.empty()) // the word itself may be what was misspelt
            rule.lost.emplace_back("mention");
        return Item{{}, std::move(rule)};
    }

    void clauses(const Token* begin, std::vector<Clause>& into) {
        list(begin, opens_clause, clause_words, &Reader::clause, into, [&] { return unknown_clause(); });
    }

    Fault unknown_clause() {
        const Token* token = at();
        const std::string_view word = text_of(source_, token);
        if (token->kind != Token::Kind::word)
            return fault(source_, "E103", token->span,
                         (token->kind == Token::Kind::string ? "a text in quotes" : written()) + " cannot begin a clause",
                         "begin with a word such as `require` or `says`");
        if (word == "where")
            return fault(source_, "E103", token->span, "`where` stands straight after what it narrows down, such as `for each need in section B`");
        std::string near = did_you_mean(word, clause_words);
        if (const std::string whole = std::string(word) + " "; token->word != 0)
            for (const std::string& phrase : clause_words) // `fires` without its `on`
                if (phrase.starts_with(whole))
                    near = "did you mean `" + phrase + "`?";
        if (near.empty() && follows_on_line()) // `fr each`
            near = did_you_mean(two_words(), clause_words);
        return fault(source_, "E103", token->span, "there is no clause " + written(), near);
    }

    const Source& source_;
    Tokens lexed_;
    Reader reader_;
    Faults faults_;
    std::vector<std::string> lost_; // words of what could not be read
    bool name_lost_ = false;
};

std::optional<Fault> too_large(const Source& source) {
    if (source.text().size() <= most_bytes)
        return std::nullopt;
    return fault(source, "E114", {}, "this file is larger than 10 MB", "split it into several");
}

} // namespace

Parsed parse(const Source& source) {
    if (auto fault = too_large(source))
        return {{}, {std::move(*fault)}};
    return Parser(source).file();
}

ParsedExpr parse_value(const Source& source) {
    if (auto fault = too_large(source))
        return {{}, {std::move(*fault)}};
    return Parser(source).value();
}

} // namespace ehc::dsl

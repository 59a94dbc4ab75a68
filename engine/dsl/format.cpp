#include "dsl/format.hpp"

#include "base/overloaded.hpp"
#include "dsl/openers.hpp"
#include "dsl/parse.hpp"

#include <algorithm>

namespace ehc::dsl {

namespace {

constexpr std::size_t clause_column = 11; // where the words of a clause begin: after "  severity "
constexpr std::size_t widest_aligned = 100;

// A line of the formatted file.
struct Line {
    std::vector<std::string> before; // comments that stand above it; "" for an empty line
    std::vector<const Token*> tokens;
    std::string after; // the comment at its end
    std::size_t indent = 0;
    std::size_t padded = 0; // width of its first word, 0 for as it is
};

// Lines that keep together when clauses change places.
struct Group {
    int rank = 0;
    std::vector<Line> lines;
};

std::string trimmed(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return std::string(text);
}

bool is_any_sign(const Token& token, std::string_view signs) {
    return token.kind == Token::Kind::sign && signs.find(token.sign) != std::string_view::npos;
}

// Whether a space stands between two tokens of one line. Plus and minus keep what the author wrote: `-x` or `a - b`.
bool spaced(const Token& left, const Token& right) {
    if (is_any_sign(right, "+-") || is_any_sign(left, "+-"))
        return left.span.end != right.span.begin;
    return !is_any_sign(left, "([.") && !is_any_sign(right, ",:)].%");
}

class Formatter {
  public:
    Formatter(const Source& source, const File& file) : text_(source.text()), lexed_(tokens_of(source)), file_(file) {}

    std::string run() {
        const Token* at = lexed_.tokens.data();
        for (const Item& item : file_.items) {
            const Token* end = at;
            while (end->kind != Token::Kind::end && end->span.begin < item.span.end)
                ++end;
            write(item, at, end);
            at = end;
        }
        Line rest = line_at(at, at);
        while (!rest.before.empty() && rest.before.front().empty())
            rest.before.erase(rest.before.begin());
        if (!rest.before.empty() && !out_.empty())
            out_ += "\n";
        for (const std::string& comment : rest.before)
            out_ += comment + "\n";
        while (out_.ends_with("\n\n"))
            out_.pop_back();
        return std::move(out_);
    }

  private:
    // ---- cutting into lines

    // What stands between the token before and `token`: the comment that ends that line, and what stands above this one.
    struct Gap {
        std::string after;
        std::vector<std::string> before;
    };
    [[nodiscard]] Gap gap_before(const Token* token) const {
        Gap gap;
        const bool first = token == lexed_.tokens.data();
        std::string_view between = text_.substr(first ? 0 : token[-1].span.end);
        between = between.substr(0, token->span.begin - (first ? 0 : token[-1].span.end));
        bool same_line = !first;
        std::size_t line_ends = first ? 1 : 0;
        for (std::size_t at = 0; at < between.size();) {
            if (between[at] == '\n') {
                same_line = false;
                if (++line_ends == 2)
                    gap.before.emplace_back();
                ++at;
            } else if (between[at] == '#') {
                const std::size_t end = std::min(between.find('\n', at), between.size());
                const std::string comment = trimmed(between.substr(at, end - at));
                if (same_line)
                    gap.after = comment;
                else
                    gap.before.push_back(comment);
                line_ends = 0;
                at = end;
            } else {
                ++at;
            }
        }
        return gap;
    }

    [[nodiscard]] Line line_at(const Token* from, const Token* to) const {
        Line line;
        line.before = gap_before(from).before;
        for (const Token* token = from; token != to; ++token)
            line.tokens.push_back(token);
        line.after = gap_before(to).after;
        return line;
    }

    // Lines from `from` to `to`: where the author began one, and where one must begin.
    [[nodiscard]] std::vector<Line> lines_of(const Token* from, const Token* to, const std::vector<std::uint32_t>& breaks) const {
        std::vector<Line> lines;
        for (const Token* token = from; token != to;) {
            const Token* end = token + 1;
            while (end != to && !end->line_first && !std::ranges::binary_search(breaks, end->span.begin))
                ++end;
            lines.push_back(line_at(token, end));
            token = end;
        }
        return lines;
    }

    // ---- items

    void write(const Item& item, const Token* from, const Token* to) {
        std::vector<Group> groups = std::visit(overloaded{[&](const Rule& rule) { return rule_groups(rule.clauses, from, to); },
                                                          [&](const ExtendRule& extension) { return rule_groups(extension.clauses, from, to); },
                                                          [&](const Pack&) { return pack_groups(from, to); },
                                                          [&](const auto&) { return plain_groups(from, to); }},
                                               item.node);
        std::ranges::stable_sort(groups, {}, &Group::rank);
        std::vector<Line> lines;
        for (Group& group : groups)
            std::ranges::move(group.lines, std::back_inserter(lines));
        // Comments above the item keep their distance from it; between items there is one empty line.
        std::vector<std::string>& above = lines.front().before;
        while (!above.empty() && above.front().empty())
            above.erase(above.begin());
        if (!out_.empty())
            out_ += "\n";
        for (std::size_t i = 1; i < lines.size(); ++i) {
            const bool edge = i == 1 || closes_item(lines[i].tokens.front());
            if (edge)
                std::erase(lines[i].before, std::string());
        }
        put(lines);
    }

    [[nodiscard]] std::vector<Group> rule_groups(const std::vector<Clause>& clauses, const Token* from, const Token* to) const {
        std::vector<std::uint32_t> starts, breaks, narrowings;
        for (const Clause& clause : clauses) {
            starts.push_back(clause.span.begin);
            if (const auto* subject = std::get_if<ForEach>(&clause.node); subject != nullptr && subject->each.where)
                narrowings.push_back(where_before((*subject->each.where)->span.begin, clause.span.begin));
        }
        breaks = starts;
        breaks.insert(breaks.end(), narrowings.begin(), narrowings.end());
        breaks.push_back(to[-1].span.begin); // `end`
        std::ranges::sort(breaks);
        std::vector<Group> groups(1);
        constexpr int last = 1000;
        for (Line& line : lines_of(from, to, breaks)) {
            const std::uint32_t begin = line.tokens.front()->span.begin;
            const auto clause = std::ranges::find(starts, begin);
            if (clause != starts.end()) {
                groups.push_back({rank(clauses[static_cast<std::size_t>(clause - starts.begin())]), {}});
                open_clause(line);
            } else if (begin == to[-1].span.begin) {
                groups.push_back({last, {}});
            } else if (std::ranges::find(narrowings, begin) != narrowings.end()) {
                line.indent = 4;
                line.padded = clause_column - 1 - line.indent;
            } else {
                line.indent = groups.size() == 1 ? (groups.front().lines.empty() ? 0 : 2) : clause_column;
            }
            groups.back().lines.push_back(std::move(line));
        }
        return groups;
    }

    // The last `where` before the condition, within the clause.
    [[nodiscard]] std::uint32_t where_before(std::uint32_t condition, std::uint32_t clause) const {
        auto token = std::ranges::lower_bound(lexed_.tokens, condition, {}, [](const Token& other) { return other.span.begin; });
        while (token != lexed_.tokens.begin() && token->span.begin > clause && !is_word(&*token, number_of("where")))
            --token;
        return token->span.begin;
    }

    static void open_clause(Line& line) {
        const WordNumber word = line.tokens.front()->word;
        const bool excuses = word == number_of("unless");
        line.indent = excuses ? 4 : 2;
        // Phrases of several words need no column of their own.
        const bool phrase = word == number_of("for") || word == number_of("fires") || word == number_of("quiet") || word == number_of("unchecked") ||
                            word == number_of("if") || word == number_of("in");
        if (!phrase)
            line.padded = clause_column - 1 - line.indent;
    }

    [[nodiscard]] std::vector<Group> pack_groups(const Token* from, const Token* to) const {
        constexpr std::size_t column = 10; // after "  version "
        std::vector<Group> groups;
        for (Line& line : lines_of(from, to, {})) {
            const std::array<WordNumber, 4> order{number_of("version"), number_of("about"), number_of("use"), number_of("needs")};
            const auto place = std::ranges::find(order, line.tokens.front()->word);
            const bool opens = !groups.empty() && place != order.end() && line.tokens.front()->word != 0;
            if (groups.empty() || opens)
                groups.push_back({opens ? static_cast<int>(place - order.begin()) + 1 : 0, {}});
            if (opens) {
                line.indent = 2;
                line.padded = place == order.end() - 1 ? 0 : column - 1 - line.indent;
            } else if (groups.size() > 1) {
                line.indent = column;
            } else {
                line.indent = groups.back().lines.empty() ? 0 : 2;
            }
            groups.back().lines.push_back(std::move(line));
        }
        return groups;
    }

    // Lexicons and the like: their lines stay in order.
    [[nodiscard]] std::vector<Group> plain_groups(const Token* from, const Token* to) const {
        std::vector<std::uint32_t> breaks;
        if (closes_item(to - 1))
            breaks.push_back(to[-1].span.begin);
        Group group;
        for (Line& line : lines_of(from, to, breaks)) {
            const Token* first = line.tokens.front();
            const bool goes_on = first != from && is_any_sign(first[-1], ",(|[{:=");
            line.indent = first == from || (first == to - 1 && closes_item(first)) ? 0 : goes_on ? 4 : 2;
            group.lines.push_back(std::move(line));
        }
        return {std::move(group)};
    }

    // ---- writing

    [[nodiscard]] std::string words_of(const Line& line) const {
        std::string words(line.indent, ' ');
        for (std::size_t i = 0; i < line.tokens.size(); ++i) {
            const Token& token = *line.tokens[i];
            const bool takes_values = i >= 2 && is_any_sign(token, "(") && is_any_sign(*line.tokens[i - 2], "."); // plan.asks(words)
            if (i != 0 && !takes_values && spaced(*line.tokens[i - 1], token))
                words += ' ';
            words += text_.substr(token.span.begin, token.span.size());
            if (i == 0 && line.tokens.size() > 1 && words.size() < line.indent + line.padded)
                words.resize(line.indent + line.padded, ' ');
        }
        return words;
    }

    // Comments at the ends of lines that follow one another stand in one column.
    void put(const std::vector<Line>& lines) {
        std::vector<std::string> words;
        for (const Line& line : lines)
            words.push_back(words_of(line));
        std::size_t column = 0, aligned_to = 0;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            for (const std::string& comment : lines[i].before)
                out_ += comment.empty() ? "\n" : std::string(closes_item(lines[i].tokens.front()) ? 2 : lines[i].indent, ' ') + comment + "\n";
            out_ += words[i];
            if (!lines[i].after.empty()) {
                if (i >= aligned_to) {
                    column = 0;
                    for (aligned_to = i; aligned_to < lines.size() && !lines[aligned_to].after.empty() && (aligned_to == i || lines[aligned_to].before.empty()); ++aligned_to)
                        column = std::max(column, words[aligned_to].size());
                }
                out_.append((column <= widest_aligned ? column - words[i].size() : 0) + 2, ' ');
                out_ += lines[i].after;
            }
            out_ += "\n";
        }
    }

    std::string_view text_;
    Tokens lexed_;
    const File& file_;
    std::string out_;
};

} // namespace

int rank(const Clause& clause) {
    return std::visit(overloaded{
                          [](const Severity& severity) { return severity.when ? 1 : 0; },
                          [](const Basis& basis) { return basis.when ? 3 : 2; },
                          [](const Category&) { return 4; },
                          [](const Cites&) { return 5; },
                          [](const InForce&) { return 6; }, [](const JudgedAt&) { return 6; }, [](const Transition&) { return 6; },
                          [](const AppliesTo&) { return 7; },
                          [](const When&) { return 8; },
                          [](const ForEach&) { return 9; },
                          [](const Let&) { return 9; }, // an inner `for each` may speak of it
                          [](const Provided&) { return 10; },
                          [](const Require&) { return 11; },
                          [](const Forbid&) { return 11; },
                          [](const Ask&) { return 11; },
                          [](const Unless&) { return 12; },
                          [](const IfNotStated&) { return 13; },
                          [](const At&) { return 14; },
                          [](const Says&) { return 15; },
                          [](const Fix&) { return 16; },
                          [](const Family&) { return 17; },
                          [](const Tags&) { return 18; },
                          [](const Formerly&) { return 18; },
                          [](const Example&) { return 19; },
                      },
                      clause.node);
}

Formatted format(const Source& source) {
    Parsed parsed = parse(source);
    if (!parsed.faults.empty())
        return {{}, std::move(parsed.faults)};
    return {Formatter(source, parsed.file).run(), {}};
}

} // namespace ehc::dsl

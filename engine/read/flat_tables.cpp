#include "read/flat_tables.hpp"

#include "read/advice_list.hpp"
#include "read/columns.hpp"
#include "read/item_id.hpp"
#include "read/label_words.hpp"
#include "read/outline.hpp"
#include "read/placement.hpp"
#include "read/tables.hpp"
#include "read/wording.hpp"
#include "text/dates.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <set>

namespace ehc::read {

namespace {

using plan::Letter;

constexpr std::size_t most_columns = 8;
constexpr std::size_t most_texts = 600; // of one table: bounds the search
constexpr std::uint32_t longest_column_head = 14, longest_lettered_head = 30;

// What a column's cells are like.
enum class Holds : std::uint8_t { label, value, id, reference, item, term, who, date, answer, area, other };

struct Column {
    Holds holds = Holds::other;
    std::optional<Letter> letter; // of items
    bool known = true;            // by its head
};

// What can be told of a text by itself.
struct Seen {
    Words words;
    std::uint32_t gap = 0;
    bool id = false, references = false, dated = false, answer = false, nil = false;
    char id_letter = 0;   // with which an item begins: "F1. ..."
    bool sentence = false; // ends as one
    bool lower = false;    // begins with a small letter
    bool section = false;  // heads a section, or a column by its letter
    std::optional<Heading> lettered;
    bool area = false;
    bool pair = false; // "Label: value"
    bool signs = false; // "Signed for the local authority"
};

bool is_list_of_ids(std::string_view text) {
    std::size_t ids = 0;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" ,;&/", from), text.size());
        const std::string_view word = text.substr(from, end - from);
        from = end + 1;
        if (word.empty() || word == "and" || word == "to" || word == "-")
            continue;
        if (!is_item_id(word))
            return false;
        ++ids;
    }
    return ids != 0;
}

Seen look_at(const FlatText& text) {
    Seen seen;
    seen.words = Words(text.text);
    seen.gap = text.gap;
    const Words& words = seen.words;
    if (words.empty())
        return seen;
    seen.id = is_item_id(text.text);
    seen.references = is_list_of_ids(text.text);
    const auto date = words.count() <= 12 ? text::read_date(text.text) : std::nullopt;
    seen.dated = date.has_value();
    seen.answer = words.begins("yes") || words.begins("no") || words.begins("attached") || words.begins("appendix") || words.begins("not") || words.begins("enclosed");
    seen.nil = is_nil(words) || is_placeholder(std::string_view(text.text));
    const std::size_t last = text.text.find_last_not_of(" \"')");
    seen.sentence = last != std::string::npos && std::string_view(".!").find(text.text[last]) != std::string_view::npos;
    seen.lower = text.text[0] >= 'a' && text.text[0] <= 'z';
    if (words.word(0).size() == 1 && words.count() > 2 && words.word(1)[0] >= '0' && words.word(1)[0] <= '9' && words.capital(0))
        seen.id_letter = text.text[words.span(0).begin];
    seen.lettered = lettered_head(words);
    const bool short_title = words.count() <= longest_lettered_head && !seen.sentence;
    const auto heading = read_heading(words);
    seen.section = short_title && heading && heading->title.first < heading->title.last &&
                   (heading->form == Heading::Form::section_word || (seen.lettered && heading->form != Heading::Form::inner && heading->separated && opens_with_section(words, heading->title, heading->letters.front())));
    seen.area = words.count() <= 8 && !seen.sentence && area_of_subhead(words).has_value();
    const auto asks = words.count() >= 2 ? label_in(words, {0, words.count()}, {}) : std::nullopt;
    seen.signs = asks == Asks::signature || (asks == Asks::officer_name && words.has("local authority"));
    const std::size_t colon = text.text.find(": ");
    seen.pair = colon != std::string::npos && colon < 40 && label_in(words, {0, Words(std::string_view(text.text).substr(0, colon)).count()}, {}).has_value();
    return seen;
}

bool fits_letter(char id, Letter letter) {
    constexpr std::string_view needs = "BN", outcomes = "EO", provision = "FP";
    switch (letter) {
    case Letter::B: return needs.find(id) != std::string_view::npos;
    case Letter::E: return outcomes.find(id) != std::string_view::npos;
    case Letter::F: return provision.find(id) != std::string_view::npos;
    case Letter::C: return id == 'C' || id == 'N';
    case Letter::D: return id == 'D' || id == 'N';
    case Letter::G: return id == 'G' || id == 'P';
    case Letter::H1:
    case Letter::H2: return id == 'H' || id == 'P';
    default: return true;
    }
}

// The cost of a way to read lines as a table: less is better, below nothing is good.
using Cost = double;
constexpr Cost never = 1e6;

class Rows {
  public:
    Rows(const std::vector<Seen>& seen, std::vector<Column> columns, Gaps gaps, std::optional<Letter> section)
        : seen_(seen), columns_(std::move(columns)), gaps_(gaps), section_(section),
          titles_(section != Letter::K && std::ranges::none_of(columns_, [](const Column& column) { return column.holds == Holds::label || column.holds == Holds::area; })) {}

    struct Way {
        Cost cost = never;
        std::size_t end = 0;
        std::vector<std::vector<std::vector<std::size_t>>> rows;
    };

    // The best rows that begin at text `from` and end before `limit`.
    [[nodiscard]] Way best(std::size_t from, std::size_t limit) const;

  private:
    struct Step {
        Cost cost = never;
        std::uint8_t before = 0; // the column of the text before
        enum class Kind : std::uint8_t { none, same_cell, cell, row, title } kind = Kind::none;
    };

    [[nodiscard]] Cost in_column(const Seen& seen, std::size_t column) const;
    [[nodiscard]] Cost gap_for(std::size_t index, std::size_t blank_cells, bool new_row) const;
    [[nodiscard]] Cost goes_on(std::size_t index, std::size_t column) const;
    [[nodiscard]] bool known_label(const Words& words) const;

    const std::vector<Seen>& seen_;
    std::vector<Column> columns_;
    Gaps gaps_;
    std::optional<Letter> section_;
    bool titles_; // names of areas stand over rows
};

bool is_label_of(const Words& words, std::optional<Letter> section) {
    if (section == Letter::I && is_placement_label(words))
        return true;
    if (section && *section >= Letter::E && *section <= Letter::H2)
        return is_property(role_of(words).role) && role_of(words).firm;
    const auto asks = label_in(words, {0, words.count()}, {});
    return asks && (!section || *section == Letter::A || *section >= Letter::I);
}

bool Rows::known_label(const Words& words) const { return is_label_of(words, section_); }

Cost Rows::in_column(const Seen& seen, std::size_t column) const {
    const std::uint32_t count = seen.words.count();
    if (seen.section || (seen.signs && columns_.front().holds != Holds::label))
        return never;
    switch (columns_[column].holds) {
    case Holds::label:
        if (known_label(seen.words))
            return -1.2;
        return seen.pair || seen.sentence || count > 8 ? 5 : 0.8;
    case Holds::value:
        if (seen.words.original().ends_with(':') || seen.pair)
            return 2.5;
        return known_label(seen.words) ? 0.6 : 0;
    case Holds::id: return seen.id || (section_ == Letter::K && count == 1 && seen.words.original().size() <= 3) ? -2 : 5;
    case Holds::reference: return seen.references ? -1 : seen.nil || count <= 2 ? 0.6 : 3.5;
    case Holds::date: return seen.dated ? -1 : seen.nil || count <= 3 ? 0.6 : 3;
    case Holds::answer: return seen.answer ? -1 : count <= 3 ? 0.6 : 2;
    case Holds::item:
        if (seen.id_letter != 0 && columns_[column].letter)
            return fits_letter(seen.id_letter, *columns_[column].letter) ? -2 : 4;
        if (seen.references)
            return 3.5;
        return seen.nil ? 0 : count >= 6 ? -0.3 : 0.4;
    case Holds::who: return seen.references ? 3.5 : count > 30 ? 2 : seen.sentence && count > 12 ? 0.6 : -0.2;
    case Holds::term: {
        const bool number = std::ranges::any_of(seen.words.original(), [](char c) { return c >= '0' && c <= '9'; });
        constexpr std::string_view times[] = {"daily", "weekly", "monthly", "termly", "every", "each", "once", "twice", "minutes", "hour", "hours", "half", "term", "lesson", "lessons", "year", "ongoing"};
        if (seen.references)
            return seen.id && !seen.words.capital(0) ? 0.5 : 3.5;
        return count > 40 ? 2 : number || seen.words.has_any(times) ? -0.6 : 0.5;
    }
    case Holds::area: return seen.area ? -1 : count <= 8 && !seen.sentence && !seen.references ? 0.5 : 3;
    case Holds::other: return seen.references ? 1 : 0;
    }
    return 0;
}

// What the blank lines before a text say of the cells passed over.
Cost Rows::gap_for(std::size_t index, std::size_t blank_cells, bool new_row) const {
    const std::uint32_t gap = seen_[index].gap;
    if (gaps_ == Gaps::blank_cells) {
        if (blank_cells == gap)
            return 0.1 * static_cast<Cost>(gap);
        return blank_cells > gap ? 3.0 * static_cast<Cost>(blank_cells - gap) : 1.2 * static_cast<Cost>(gap - blank_cells);
    }
    const Cost blanks = 1.6 * static_cast<Cost>(blank_cells);
    return blanks + (gap != 0 ? 0 : new_row ? 0.3 : 2.5);
}

// One more line or paragraph in the cell before.
Cost Rows::goes_on(std::size_t index, std::size_t column) const {
    const Seen& seen = seen_[index];
    if (seen.section || seen.pair || (seen.signs && columns_.front().holds != Holds::label))
        return never;
    const Holds holds = columns_[column].holds;
    // A paragraph that either cell may hold is of the later one: what is given has more of them than what it is for.
    Cost cost = (seen.id_letter != 0 || seen.id ? 3 : 0) + (column + 1 < columns_.size() ? 0.1 : 0);
    if (gaps_ == Gaps::part_cells)
        return cost + (seen.gap == 0 ? seen.lower ? -0.1 : 0.1 : seen.lower ? 1 : 2.5);
    cost += seen.gap == 0 ? 0 : 1.5;
    switch (holds) {
    case Holds::item: return cost + 1;
    case Holds::value: return cost + (known_label(seen.words) ? 2.5 : 1.1);
    case Holds::other:
    case Holds::who: return cost + 1.4;
    default: return cost + 2.5;
    }
}

Rows::Way Rows::best(std::size_t from, std::size_t limit) const {
    const std::size_t width = columns_.size();
    const std::size_t count = std::min(limit - from, most_texts);
    Way way;
    if (count == 0)
        return way;
    // steps[i][c]: texts before i are placed, the last of them in column c.
    std::vector<std::array<Step, most_columns>> steps(count + 1);
    const auto offer = [](Step& step, Cost cost, std::size_t before, Step::Kind kind) {
        if (cost < step.cost)
            step = {cost, static_cast<std::uint8_t>(before), kind};
    };
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t index = from + i;
        for (std::size_t c = 0; c < width; ++c) {
            const bool start = i == 0;
            if (start ? c + 1 != width : steps[i][c].cost >= never)
                continue;
            const Cost so_far = start ? 0 : steps[i][c].cost;
            if (!start && steps[i][c].kind != Step::Kind::title)
                offer(steps[i + 1][c], so_far + goes_on(index, c), c, Step::Kind::same_cell);
            for (std::size_t to = c + 1; to < width; ++to)
                offer(steps[i + 1][to], so_far + gap_for(index, to - c - 1, false) + in_column(seen_[index], to), c, Step::Kind::cell);
            for (std::size_t to = 0; to < width; ++to) {
                // Blank lines before the first row stand between the heads and it.
                const Cost gap = start ? 1.5 * static_cast<Cost>(to) : gap_for(index, width - 1 - c + to, true);
                offer(steps[i + 1][to], so_far + gap + in_column(seen_[index], to), c, Step::Kind::row);
            }
            if (seen_[index].area && titles_)
                offer(steps[i + 1][width - 1], so_far + (start ? 0 : gap_for(index, width - 1 - c, true)) + 0.1, c, Step::Kind::title);
        }
    }
    std::size_t column = 0;
    for (std::size_t i = 1; i <= count; ++i)
        for (std::size_t c = 0; c < width; ++c) {
            if (steps[i][c].cost >= never || steps[i][c].kind == Step::Kind::title)
                continue;
            const std::size_t after = from + i;
            const std::uint32_t gap = after < seen_.size() ? seen_[after].gap : 1;
            const bool stops = after >= limit || gap != 0;
            const std::size_t blank = width - 1 - c;
            const Cost ending = gaps_ == Gaps::blank_cells ? (blank > gap ? 3.0 * static_cast<Cost>(blank - gap) : 0) : 1.6 * static_cast<Cost>(blank);
            const Cost cost = steps[i][c].cost + ending + (stops ? 0 : 1);
            if (cost < way.cost) {
                way.cost = cost;
                way.end = after;
                column = c;
            }
        }
    if (way.cost >= never)
        return way;
    // Back from the end, then forward again.
    std::vector<std::pair<Step::Kind, std::size_t>> taken; // kind and column of each text
    for (std::size_t i = way.end - from, c = column; i > 0; --i) {
        taken.emplace_back(steps[i][c].kind, c);
        c = steps[i][c].before;
    }
    std::ranges::reverse(taken);
    for (std::size_t i = 0; i < taken.size(); ++i) {
        const auto [kind, c] = taken[i];
        if (kind == Step::Kind::title)
            way.rows.push_back({{from + i}});
        else {
            if (kind == Step::Kind::row)
                way.rows.emplace_back(width);
            way.rows.back()[c].push_back(from + i);
        }
    }
    return way;
}

class Finder {
  public:
    Finder(const std::vector<FlatText>& texts, Gaps gaps) : gaps_(gaps) {
        seen_.reserve(texts.size());
        for (const FlatText& text : texts)
            seen_.push_back(look_at(text));
    }

    FlatTables find() {
        for (std::size_t i = 0; i < seen_.size();) {
            if (seen_[i].words.empty()) {
                ++i;
                continue;
            }
            if (headed(i) || labels_over_values(i) || labelled(i))
                i = found_.tables.back().last;
            else {
                note_section(i);
                ++i;
            }
        }
        return std::move(found_);
    }

  private:
    void note_section(std::size_t index) {
        const Words& words = seen_[index].words;
        if (!seen_[index].sentence && words.count() <= longest_column_head)
            if (const auto letter = letter_by_words(words); letter && !lettered_) {
                section_ = letter;
                return;
            }
        if (seen_[index].section || (seen_[index].lettered && seen_[index].lettered->form == Heading::Form::section_word)) {
            const auto heading = read_heading(seen_[index].words);
            section_ = heading->letters.empty() ? std::nullopt : std::optional(heading->letters.front());
            lettered_ = lettered_ || section_.has_value();
        }
    }
    // Where a table that begins at `from` has to end: at the next heading of a section.
    [[nodiscard]] std::size_t limit(std::size_t from) const {
        std::size_t end = from;
        while (end < seen_.size() && !seen_[end].section)
            ++end;
        return end;
    }

    [[nodiscard]] std::optional<Column> column_by_role(const Seen& seen) const {
        const RoleFound found = role_of(seen.words);
        switch (found.role) {
        case Role::none: return std::nullopt;
        case Role::need:
        case Role::strengths: return Column{Holds::item, section_ == Letter::C || section_ == Letter::D ? section_ : std::optional(Letter::B)};
        case Role::outcome:
        case Role::aim:
        case Role::steps: return Column{Holds::item, Letter::E};
        case Role::provision: return Column{Holds::item, section_ >= Letter::F && section_ <= Letter::H2 ? section_ : std::optional(Letter::F)};
        case Role::id: return Column{.holds = Holds::id, .letter = {}};
        case Role::need_reference:
        case Role::outcome_reference: return Column{.holds = Holds::reference, .letter = {}};
        case Role::who: return Column{.holds = Holds::who, .letter = {}};
        case Role::frequency:
        case Role::duration:
        case Role::group_size:
        case Role::start:
        case Role::end:
        case Role::when:
        case Role::deadline: return Column{.holds = Holds::term, .letter = {}};
        case Role::area: return Column{.holds = Holds::area, .letter = {}};
        case Role::achieved:
        case Role::detail:
        case Role::aside: return Column{.holds = Holds::other, .letter = {}};
        }
        return std::nullopt;
    }
    [[nodiscard]] static std::optional<Column> column_of_advice(const Seen& seen) {
        switch (advice_column(seen.words)) {
        case AdvicePart::none: return std::nullopt;
        case AdvicePart::date:
        case AdvicePart::received:
        case AdvicePart::requested: return Column{.holds = Holds::date, .letter = {}};
        case AdvicePart::appended: return Column{.holds = Holds::answer, .letter = {}};
        case AdvicePart::id: return Column{.holds = Holds::id, .letter = {}};
        case AdvicePart::author:
        case AdvicePart::role:
        case AdvicePart::organisation: return Column{.holds = Holds::who, .letter = {}};
        case AdvicePart::what:
        case AdvicePart::note: return Column{.holds = Holds::other, .letter = {}};
        }
        return std::nullopt;
    }

    // What `count` texts from `from` on head, taken as columns; nothing when they are no heads.
    [[nodiscard]] std::optional<std::vector<Column>> heads(std::size_t from, std::size_t count) const {
        std::vector<Column> columns;
        std::size_t known = 0, firm = 0, letters = 0, advice = 0;
        for (std::size_t i = from; i < from + count; ++i) {
            const Seen& seen = seen_[i];
            if (seen.words.empty() || (seen.sentence && seen.words.count() > 2) || seen.pair || (i > from && gaps_ == Gaps::blank_cells && seen.gap != 0))
                return std::nullopt;
            if (seen.lettered && seen.lettered->form != Heading::Form::inner && seen.lettered->letters.size() == 1 && seen.lettered->title.first < seen.lettered->title.last && seen.words.count() <= longest_lettered_head) {
                columns.push_back({Holds::item, seen.lettered->letters.front()});
                ++letters;
                continue;
            }
            if (seen.section || seen.area || seen.signs || seen.words.plain().size() < 2 || seen.id_letter != 0 || seen.references || seen.dated || seen.words.count() > longest_column_head)
                return std::nullopt;
            std::optional<Column> column = !section_ || section_ == Letter::K ? column_of_advice(seen) : std::nullopt;
            advice += column ? 1 : 0;
            if (!column) {
                column = column_by_role(seen);
                firm += column && role_of(seen.words).firm ? 1 : 0;
            }
            known += column ? 1 : 0;
            if (!column && seen.words.count() > 5)
                return std::nullopt;
            columns.push_back(column.value_or(Column{Holds::other, {}, false}));
        }
        if (letters != 0) {
            if (letters < 2 || letters + known < count || !of_one_thread(columns) || (one_after_the_other(columns) && !announced(from, columns)))
                return std::nullopt;
            return columns;
        }
        // Those who contributed may stand on the front page.
        const bool list = section_ == Letter::K ? advice >= 2 && advice * 2 >= count : !section_ && count >= 3 && advice == count && columns.back().holds == Holds::answer;
        const bool inside = section_ && section_ != Letter::A && section_ < Letter::I;
        const bool grid = inside && firm >= 2 && known * 3 >= count * 2;
        // "Need | What it means for Jonah" over "B1 | ...": a single head suffices over a column of ids.
        if (inside && !grid && columns.front().holds == Holds::item && seen_[from].words.count() <= 2) {
            columns.front() = {.holds = Holds::id, .letter = {}};
            return columns;
        }
        if (!list && !grid)
            return std::nullopt;
        // "What I need | Who will do it | How often": what is given stands before who gives it and how often.
        const auto terms = std::ranges::count_if(columns, [](const Column& column) { return column.holds == Holds::who || column.holds == Holds::term; });
        const auto first = std::ranges::find(columns, Holds::item, &Column::holds);
        if (terms >= 2 && first != columns.end() && section_ >= Letter::F && section_ <= Letter::H2)
            first->letter = section_;
        // Numbers of outcomes beside provision say which it supports.
        bool main = false;
        for (Column& column : columns) {
            if (column.holds != Holds::item)
                continue;
            if (main && column.letter != section_ && count > 2)
                column.holds = Holds::reference;
            main = true;
        }
        return columns;
    }
    // Needs, outcomes and provision side by side.
    [[nodiscard]] static bool of_one_thread(const std::vector<Column>& columns) {
        std::set<Letter> letters;
        bool need = false, outcome = false, provision = false;
        for (const Column& column : columns) {
            if (!column.letter)
                continue;
            if (!letters.insert(*column.letter).second)
                return false;
            need = need || (*column.letter >= Letter::B && *column.letter <= Letter::D);
            outcome = outcome || *column.letter == Letter::E;
            provision = provision || (*column.letter >= Letter::F && *column.letter <= Letter::H2);
        }
        return (need ? 1 : 0) + (outcome ? 1 : 0) + (provision ? 1 : 0) >= 2;
    }
    // C, D, E: as the headings of sections that hold nothing come.
    [[nodiscard]] static bool one_after_the_other(const std::vector<Column>& columns) {
        for (std::size_t i = 1; i < columns.size(); ++i)
            if (columns[i].letter && columns[i - 1].letter && static_cast<int>(*columns[i].letter) != static_cast<int>(*columns[i - 1].letter) + 1)
                return false;
        return true;
    }
    // A heading over these sections stands just above ("Sections E and F"), or the same heads come again further down.
    [[nodiscard]] bool announced(std::size_t from, const std::vector<Column>& columns) const {
        const auto over = [&](const Seen& seen) {
            const auto heading = read_heading(seen.words);
            return heading && heading->letters.size() > 1 && std::ranges::all_of(columns, [&](const Column& column) {
                       return !column.letter || std::ranges::find(heading->letters, *column.letter) != heading->letters.end();
                   });
        };
        for (std::size_t i = from, passed = 0; i-- > 0 && passed < 3; ++passed)
            if (over(seen_[i]))
                return true;
        for (std::size_t i = 0; i + 1 < seen_.size(); ++i)
            if (i != from && seen_[i].words.plain() == seen_[from].words.plain() && seen_[i + 1].words.plain() == seen_[from + 1].words.plain())
                return true;
        return false;
    }

    bool headed(std::size_t from) {
        Rows::Way best;
        std::size_t best_count = 0;
        Cost best_mean = 0;
        std::size_t longest = 0;
        for (std::size_t count = 2; count <= most_columns && from + count < seen_.size(); ++count) {
            const auto columns = heads(from, count);
            if (!columns)
                continue;
            longest = count;
            const std::size_t begin = from + count;
            Rows::Way way = Rows(seen_, *columns, gaps_, section_).best(begin, limit_of_rows(begin, from, count));
            if (way.cost >= never)
                continue;
            const auto unknown = std::ranges::count_if(*columns, [](const Column& column) { return !column.known; });
            const Cost mean = (way.cost + 0.6 * static_cast<Cost>(unknown)) / static_cast<Cost>(way.end - begin);
            if (best_count == 0 || mean < best_mean) {
                best_mean = mean;
                best = std::move(way);
                best_count = count;
            }
        }
        if (best_count == 0 || best.cost > 0.6 * static_cast<Cost>(best.rows.size())) {
            if (longest >= 3 && roles_of_heads(from, longest) >= 3)
                found_.lost.push_back(from);
            return false;
        }
        FlatTable table;
        table.first = from;
        table.last = best.end;
        table.columns = static_cast<std::uint32_t>(best_count);
        table.headed = true;
        table.rows.emplace_back();
        for (std::size_t i = from; i < from + best_count; ++i)
            table.rows.back().push_back({i});
        table.rows.insert(table.rows.end(), std::make_move_iterator(best.rows.begin()), std::make_move_iterator(best.rows.end()));
        found_.tables.push_back(std::move(table));
        return true;
    }
    // Heads among these that say surely what their column holds.
    [[nodiscard]] std::size_t roles_of_heads(std::size_t from, std::size_t count) const {
        std::size_t sure = 0;
        for (std::size_t i = from; i < from + count; ++i)
            sure += (seen_[i].lettered || role_of(seen_[i].words).firm || (section_ == Letter::K && column_of_advice(seen_[i]))) ? 1 : 0;
        return sure;
    }
    // Rows end at a heading too where the heads come again.
    [[nodiscard]] std::size_t limit_of_rows(std::size_t begin, std::size_t head, std::size_t count) const {
        const std::size_t end = limit(begin);
        for (std::size_t i = begin; i + count <= end; ++i)
            if (seen_[i].words.plain() == seen_[head].words.plain() && seen_[i + 1].words.plain() == seen_[head + 1].words.plain())
                return i;
        return end;
    }

    // "Signed", "Print name", "Date signed", and then what stands below each.
    bool labels_over_values(std::size_t from) {
        std::size_t count = 0;
        while (from + count < seen_.size() && count < most_columns && (count == 0 || seen_[from + count].gap == 0 || gaps_ == Gaps::part_cells) && !seen_[from + count].pair &&
               is_label_of(seen_[from + count].words, section_))
            ++count;
        const std::size_t end = from + 2 * count;
        if (count < 2 || end > seen_.size() || (gaps_ == Gaps::blank_cells && end < seen_.size() && seen_[end].gap == 0 && !seen_[end].section))
            return false;
        FlatTable table{from, end, static_cast<std::uint32_t>(count), false, std::vector<std::vector<std::vector<std::size_t>>>(2)};
        for (std::size_t i = from; i < end; ++i) {
            const Seen& seen = seen_[i];
            if (i >= from + count && ((seen.gap != 0 && gaps_ == Gaps::blank_cells) || seen.pair || seen.section || is_label_of(seen.words, section_)))
                return false;
            table.rows[i < from + count ? 0 : 1].push_back({i});
        }
        found_.tables.push_back(std::move(table));
        return true;
    }

    bool labelled(std::size_t from) {
        if (!is_label_of(seen_[from].words, section_) || seen_[from].pair || seen_[from].sentence)
            return false;
        const Rows pairs(seen_, {{.holds = Holds::label, .letter = {}}, {.holds = Holds::value, .letter = {}}}, gaps_, section_);
        const std::size_t end = limit(from);
        const Rows::Way way = pairs.best(from, end);
        // "Amended Final" over "Name" is the title of what follows.
        if (way.cost > -1.9 || (from + 1 < end && is_label_of(seen_[from + 1].words, section_) && pairs.best(from + 1, end).cost < way.cost))
            return false;
        FlatTable table;
        table.first = from;
        table.last = way.end;
        table.columns = 2;
        table.rows = way.rows;
        found_.tables.push_back(std::move(table));
        return true;
    }

    std::vector<Seen> seen_;
    Gaps gaps_;
    std::optional<Letter> section_;
    bool lettered_ = false; // headings of sections have their letters
    FlatTables found_;
};

} // namespace

FlatTables find_flat_tables(const std::vector<FlatText>& texts, Gaps gaps) { return Finder(texts, gaps).find(); }

} // namespace ehc::read

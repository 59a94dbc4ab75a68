#include "read/flat_tables.hpp"

#include "read/advice_list.hpp"
#include "read/flat_rows.hpp"
#include "read/outline.hpp"
#include "read/section_titles.hpp"
#include "read/tables.hpp"

#include <algorithm>
#include <set>

namespace ehc::read {

namespace {

using plan::Letter;

constexpr std::uint32_t longest_column_head = 14;

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
        const RoleFound found = seen.role;
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
                firm += column && seen.role.firm ? 1 : 0;
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
            sure += (seen_[i].lettered || seen_[i].role.firm || (section_ == Letter::K && column_of_advice(seen_[i]))) ? 1 : 0;
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
               is_label_of(seen_[from + count], section_))
            ++count;
        const std::size_t end = from + 2 * count;
        if (count < 2 || end > seen_.size() || (gaps_ == Gaps::blank_cells && end < seen_.size() && seen_[end].gap == 0 && !seen_[end].section))
            return false;
        FlatTable table{from, end, static_cast<std::uint32_t>(count), false, std::vector<std::vector<std::vector<std::size_t>>>(2)};
        for (std::size_t i = from; i < end; ++i) {
            const Seen& seen = seen_[i];
            if (i >= from + count && ((seen.gap != 0 && gaps_ == Gaps::blank_cells) || seen.pair || seen.section || is_label_of(seen, section_)))
                return false;
            table.rows[i < from + count ? 0 : 1].push_back({i});
        }
        found_.tables.push_back(std::move(table));
        return true;
    }

    bool labelled(std::size_t from) {
        if (!is_label_of(seen_[from], section_) || seen_[from].pair || seen_[from].sentence)
            return false;
        const Rows pairs(seen_, {{.holds = Holds::label, .letter = {}}, {.holds = Holds::value, .letter = {}}}, gaps_, section_);
        const std::size_t end = limit(from);
        const Rows::Way way = pairs.best(from, end);
        // "Amended Final" over "Name" is the title of what follows.
        if (way.cost > -1.9 || (from + 1 < end && is_label_of(seen_[from + 1], section_) && pairs.best(from + 1, end).cost < way.cost))
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

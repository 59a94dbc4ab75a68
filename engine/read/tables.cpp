#include "read/tables.hpp"

#include "read/item_id.hpp"
#include "read/section_titles.hpp"

#include <algorithm>

namespace ehc::read {

namespace {

// A table says what its columns hold in its first rows, below at most a title, strengths and their text.
constexpr std::size_t first_rows = 6;
constexpr std::uint32_t longest_head = 60;
constexpr std::uint32_t longest_plain_head = 10;

std::string words_of_row(const std::vector<Line>& lines, const TableRow& row) {
    std::string words;
    for (const TableCell& cell : row.cells)
        words += (cell.first ? lines[*cell.first].words.plain() : std::string()) + "|";
    return words;
}

// Every cell below is an id: "B1", "2".
bool ids_below(const std::vector<Line>& lines, const Table& table, std::uint32_t row, std::uint32_t column) {
    std::size_t ids = 0;
    for (auto below = table.rows.upper_bound(row); below != table.rows.end(); ++below)
        for (const TableCell& cell : below->second.cells) {
            if (cell.column != column || !cell.first)
                continue;
            if (!is_item_id(lines[*cell.first].block->text.value))
                return false;
            ++ids;
        }
    return ids != 0;
}

// A single known head suffices where the row is marked or set as heads, or stands over a column of ids.
bool looks_like_heads(const std::vector<Line>& lines, const Table& table, std::uint32_t number, const TableRow& row) {
    bool bold = true, over_ids = false;
    for (const TableCell& cell : row.cells) {
        if (!cell.first)
            continue;
        const Line& line = lines[*cell.first];
        if (line.words.count() > longest_plain_head || line.words.original().ends_with('.'))
            return false;
        bold = bold && line.strong();
        over_ids = over_ids || ids_below(lines, table, number, cell.column);
    }
    return table.rows.begin()->first == number && table.rows.size() > 1 && (row.header || bold || over_ids);
}

// Columns of ids, and those that say more of an item whose column is known.
void settle_roles(HeaderRow& header, const std::vector<Line>& lines, const Table& table) {
    bool main = false;
    for (ColumnHead& head : header.heads) {
        if (!head.heading && !is_property(head.role) && ids_below(lines, table, header.row, head.column)) {
            // Numbers of outcomes beside provision say which outcome it supports; beside outcomes they number them.
            const auto other = [&](Role role) { return std::ranges::any_of(header.heads, [&](const ColumnHead& each) { return &each != &head && each.role == role; }); };
            if (head.role == Role::outcome && other(Role::provision))
                head.role = Role::outcome_reference;
            else if (head.role == Role::need && (other(Role::provision) || other(Role::outcome)))
                head.role = Role::need_reference;
            else
                head.role = Role::id;
        }
        main = main || head.heading || home_of(head.role).has_value();
    }
    for (ColumnHead& head : header.heads) {
        if (head.heading || head.role != Role::none)
            continue;
        if (main)
            head.role = Role::detail;
        main = true;
    }
}

// "What I need | Who will do it | How often": what is given stands before who gives it and how often.
void settle_provision(HeaderRow& header) {
    std::size_t terms = 0;
    ColumnHead* first = nullptr;
    for (ColumnHead& head : header.heads) {
        if (head.role == Role::provision || head.heading)
            return;
        terms += head.role == Role::who || head.role == Role::frequency || head.role == Role::duration || head.role == Role::group_size ? 1U : 0U;
        if (first == nullptr && (head.role == Role::need || head.role == Role::none || head.role == Role::detail))
            first = &head;
    }
    if (terms >= 2 && first != nullptr)
        first->role = Role::provision;
}

// "Area | Target | Success criteria": where no column holds outcomes, targets are what is to be reached.
void settle_targets(HeaderRow& header, const std::vector<Line>& lines) {
    ColumnHead* target = nullptr;
    for (ColumnHead& head : header.heads) {
        if (head.role == Role::outcome || head.role == Role::provision || head.heading)
            return;
        if (head.role == Role::none && (lines[head.line].words.is("target") || lines[head.line].words.is("targets")))
            target = &head;
    }
    if (target != nullptr)
        target->role = Role::outcome;
}

// "Ref | By July 2029 | By June 2027 | Need": under the first day stands what is to be reached, under a nearer one a step to it.
void settle_days(HeaderRow& header, const std::vector<Line>& lines) {
    std::vector<ColumnHead*> dated;
    for (ColumnHead& head : header.heads) {
        if (head.role == Role::outcome || head.role == Role::provision || head.heading)
            return;
        if (head.role == Role::none && is_day_head(lines[head.line].words))
            dated.push_back(&head);
    }
    for (ColumnHead* head : dated)
        head->role = head == dated.front() ? Role::outcome : Role::steps;
}

std::optional<HeaderRow> header_row(const std::vector<Line>& lines, const Table& whole, std::uint32_t table, std::uint32_t number,
                                    const TableRow& row) {
    HeaderRow header{table, number, row.cells.front().lines.front(), false, {}};
    std::size_t letters = 0, roles = 0, firm = 0, filled = 0;
    bool bare_first = false;
    for (const TableCell& cell : row.cells) {
        ColumnHead head{cell.column, cell.column_span, cell.lines.front(), std::nullopt, Role::none, std::nullopt};
        if (cell.first) {
            const Line& line = lines[*cell.first];
            head.line = *cell.first;
            head.heading = lettered_head(line.words);
            const RoleFound found = role_of(line.words);
            head.role = found.role;
            ++filled;
            if (head.heading) {
                ++letters;
                bare_first = bare_first || (filled == 1 && head.heading->title.first >= head.heading->title.last);
            } else if (found.role != Role::none) {
                ++roles;
                firm += found.firm ? 1U : 0U;
            } else if (line.words.count() > longest_head) {
                return std::nullopt;
            }
        }
        header.heads.push_back(std::move(head));
    }
    if (letters >= 2) {
        // One letter twice is two headings in a row, not two columns.
        header.lettered = true;
        return header;
    }
    // "Section F | Special educational provision" is one heading in two cells.
    if (letters == 1 && filled == 2 && bare_first)
        return std::nullopt;
    if (letters == 0 && firm != 0 && filled >= 2 && looks_like_heads(lines, whole, number, row))
        return header;
    if (letters + roles < 2 || (letters + roles) * 2 < filled || (letters == 0 && firm == 0))
        return std::nullopt;
    header.lettered = letters != 0;
    return header;
}

} // namespace

bool is_day_head(const Words& words) {
    constexpr std::uint32_t longest = 8;
    const std::string_view text = words.original();
    return words.begins("by") && words.count() >= 3 && words.count() <= longest && !words.has("when") &&
           std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<Heading> lettered_head(const Words& words) {
    auto heading = read_heading(words);
    if (!heading || heading->group || heading->sub || words.count() > longest_head)
        return std::nullopt;
    if (heading->title.first >= heading->title.last)
        return heading;
    const bool named = std::ranges::any_of(heading->letters, [&](plan::Letter letter) {
        return title_letter(words, heading->title, letter).has_value();
    });
    if (!named && heading->form != Heading::Form::section_word)
        return std::nullopt;
    return heading;
}

std::size_t TableRow::filled() const noexcept {
    return static_cast<std::size_t>(std::ranges::count_if(cells, [](const TableCell& cell) { return cell.first.has_value(); }));
}

const TableCell* TableRow::only_filled() const noexcept {
    const TableCell* found = nullptr;
    for (const TableCell& cell : cells)
        if (cell.first) {
            if (found != nullptr)
                return nullptr;
            found = &cell;
        }
    return found;
}

Tables tables_of(const std::vector<Line>& lines) {
    Tables tables;
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
        const auto& place = lines[i].block->cell;
        if (!place)
            continue;
        Table& table = tables[place->table];
        table.columns = std::max(table.columns, place->columns);
        TableRow& row = table.rows[place->row];
        row.header = row.header || place->header_row;
        if (row.cells.empty() || row.cells.back().column != place->column)
            row.cells.push_back({place->column, place->column_span, {}, std::nullopt});
        TableCell& cell = row.cells.back();
        cell.lines.push_back(i);
        if (!cell.first && lines[i].use != Use::empty)
            cell.first = i;
    }
    return tables;
}

bool is_upright(const std::vector<Line>& lines, const Table& table) {
    std::size_t labelled = 0, filled = 0;
    for (const auto& [number, row] : table.rows) {
        if (row.cells.empty() || row.cells.size() > 2 || row.filled() == 0)
            continue;
        ++filled;
        const TableCell& left = row.cells.front();
        labelled += row.cells.size() == 2 && left.first && role_of(lines[*left.first].words).firm ? 1U : 0U;
    }
    return labelled >= 2 && labelled * 2 >= filled;
}

const ColumnHead* HeaderRow::above(std::uint32_t column, std::uint32_t column_span) const noexcept {
    const ColumnHead* found = nullptr;
    for (const ColumnHead& head : heads) {
        const bool overlaps = head.column < column + column_span && column < head.column + head.column_span;
        if (!overlaps)
            continue;
        if (found != nullptr)
            return nullptr;
        found = &head;
    }
    return found;
}

std::vector<HeaderRow> header_rows(const std::vector<Line>& lines, const Tables& tables) {
    std::vector<HeaderRow> found;
    for (const auto& [number, table] : tables) {
        std::string first_words; // of the first header row without letters
        std::size_t position = 0;
        bool any = false;
        if (is_upright(lines, table))
            continue;
        for (const auto& [row_number, row] : table.rows) {
            ++position;
            if (row.filled() < 2)
                continue;
            auto header = header_row(lines, table, number, row_number, row);
            if (!header)
                continue;
            if (!header->lettered) {
                const std::string words = words_of_row(lines, row);
                if (any ? words != first_words && !row.header : position > first_rows)
                    continue;
                first_words = words;
            }
            any = true;
            settle_targets(*header, lines);
            settle_days(*header, lines);
            settle_roles(*header, lines, table);
            settle_provision(*header);
            // "Provision | By" names who gives it; "Outcome | By" is a day.
            if (std::ranges::any_of(header->heads, [](const ColumnHead& head) { return head.role == Role::provision; }))
                for (ColumnHead& head : header->heads)
                    if (head.role == Role::deadline && lines[head.line].words.is("by"))
                        head.role = Role::who;
            found.push_back(std::move(*header));
        }
    }
    std::ranges::sort(found, {}, &HeaderRow::first_line);
    return found;
}

bool is_row_title(const std::vector<Line>& lines, const Tables& tables, std::uint32_t index) {
    const Line& line = lines[index];
    if (!line.block->cell)
        return false;
    const TableRow& row = tables.at(line.block->cell->table).rows.at(line.block->cell->row);
    const TableCell* only = row.only_filled();
    return only != nullptr && only->first == index;
}

const HeaderRow* header_row_at(const Line& line, const std::vector<HeaderRow>& headers) {
    if (!line.block->cell)
        return nullptr;
    for (const HeaderRow& header : headers)
        if (header.table == line.block->cell->table && header.row == line.block->cell->row)
            return &header;
    return nullptr;
}

} // namespace ehc::read

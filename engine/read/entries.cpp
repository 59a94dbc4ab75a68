#include "read/entries.hpp"

#include "read/item_id.hpp"
#include "read/tables.hpp"
#include "read/wording.hpp"

#include <algorithm>
#include <map>

namespace ehc::read {

namespace {

using plan::Letter;
using plan::Text;

constexpr std::uint32_t longest_side_label = 8;  // words of a left cell that names what stands beside it
constexpr std::uint32_t longest_lead_in = 40;

bool ends_with_colon(std::string_view text) {
    const std::size_t last = text.find_last_not_of(' ');
    return last != std::string_view::npos && text[last] == ':';
}

// Bullets typed as text: "• ", "- ", "* ", "o ". Bytes to leave out; 0 when there is none.
std::uint32_t typed_bullet(std::string_view text) {
    for (const std::string_view bullet : {"\xE2\x80\xA2", "\xC2\xB7", "\xE2\x96\xAA", "\xEF\x82\xB7", "\xE2\x80\x93 ", "\xE2\x97\x8F", "\xE2\x97\xA6", "\xE2\x9E\xA2", "- ", "* ", "o "})
        if (text.starts_with(bullet)) {
            const std::size_t from = text.find_first_not_of(' ', bullet.size());
            return from == std::string_view::npos ? 0 : static_cast<std::uint32_t>(from);
        }
    return 0;
}

// What a section holds, and so what its grids call their main column.
Role main_role(Letter letter) {
    if (letter >= Letter::B && letter <= Letter::D)
        return Role::need;
    if (letter == Letter::E)
        return Role::outcome;
    return Role::provision;
}

// Columns that are beside the words of an item, not part of them.
bool part_of_words(Role role) {
    switch (role) {
    case Role::who:
    case Role::frequency:
    case Role::duration:
    case Role::group_size:
    case Role::start:
    case Role::end:
    case Role::when:
    case Role::detail: return true;
    default: return false;
    }
}

class EntryReader {
  public:
    explicit EntryReader(const Outline& outline) : outline_(outline), lines_(outline.lines) {}

    Entries read();

  private:
    struct Lead {
        std::uint32_t level; // list items from this level on take it up
        Text text;
    };

    void reset() {
        leads_.clear();
        pending_.clear();
    }
    void paragraph(std::uint32_t index);
    void row(std::uint32_t first, std::uint32_t last);
    void grid_row(std::uint32_t first, std::uint32_t last);
    bool goes_on(std::uint32_t first, std::uint32_t last);
    void grid_cell(const std::vector<std::uint32_t>& cell);
    void add(std::uint32_t index, Text text);
    void add_one(std::uint32_t index, Text text);
    bool property_paragraph(const Line& line, const Text& text);
    [[nodiscard]] bool list_item(const Line& line) const;
    [[nodiscard]] const Line* next_content(std::uint32_t index) const;
    [[nodiscard]] bool held(const Line& line) const;
    [[nodiscard]] const Text* day_over(const Cell& cell, std::uint32_t before) const;

    const Outline& outline_;
    const std::vector<Line>& lines_;
    Entries entries_;
    std::vector<Lead> leads_;
    std::optional<plan::Area> opened_; // the area with whose name the paragraph begins
    std::vector<std::pair<Role, Text>> pending_; // stated in the rows above an item
    std::optional<std::size_t> last_; // the entry that a property or impact belongs to

    // A cell merged over several rows: what it says holds for each of them.
    struct Spanning {
        std::uint32_t last_row, column;
        Letter letter;
        Role role;
        Text text;
    };
    std::vector<Spanning> spanning_;
    std::uint32_t spanning_table_ = 0;
};

// What a number in the left cell of a row is: the item's own, or that of the need or outcome which the row answers.
Role role_of_row_number(std::string_view number, Letter section) {
    const char letter = number.empty() ? ' ' : static_cast<char>(number.front() & ~0x20);
    if (section >= Letter::E && letter >= 'B' && letter <= 'D')
        return Role::need_reference;
    if (section >= Letter::F && (letter == 'E' || letter == 'O'))
        return Role::outcome_reference;
    return Role::id;
}

bool EntryReader::held(const Line& line) const { return !line.sections.empty() && line.sections.front() <= Letter::H2; }

bool EntryReader::list_item(const Line& line) const { return line.block->list_item || typed_bullet(line.block->text.value) != 0; }

const Line* EntryReader::next_content(std::uint32_t index) const {
    for (std::uint32_t i = index + 1; i < lines_.size(); ++i) {
        const Line& line = lines_[i];
        if (line.use == Use::empty || line.use == Use::guidance || line.use == Use::placeholder)
            continue;
        return line.use == Use::content && line.sections == lines_[index].sections && line.thread == lines_[index].thread ? &line : nullptr;
    }
    return nullptr;
}

// "B1 Understands two key words. B2 Speaks in sentences of three words." is two items in one paragraph.
void EntryReader::add(std::uint32_t index, Text text) {
    const Letter letter = lines_[index].sections.front();
    std::vector<std::uint32_t> starts{0};
    auto id = id_at_start(text.value, letter);
    // "He gained six GCSEs. B3 He reads large print.": what stands before the number of the need is none.
    if (!id && letter == Letter::B)
        for (std::size_t at = text.value.find(". B"); at != std::string::npos && !id; at = text.value.find(". B", at + 1))
            if (const auto first = id_at_start(std::string_view(text.value).substr(at + 2), letter); first && first->begin == 0 && first->value.front() == 'B') {
                text = text.part(static_cast<std::uint32_t>(at + 2), static_cast<std::uint32_t>(text.value.size()));
                id = first;
            }
    if (id) {
        const auto number_of = [](const ItemId& each) {
            const std::size_t digits = each.value.find_first_of("0123456789");
            return digits == std::string::npos || each.value.size() - digits > 3 ? -1 : std::stoi(each.value.substr(digits));
        };
        for (std::size_t at = text.value.find(". ", id->end); at != std::string::npos; at = text.value.find(". ", at + 1)) {
            const auto next = id_at_start(std::string_view(text.value).substr(at + 2), letter);
            if (!next || next->begin != 0 || next->value.front() != id->value.front() || next->size < 2 || number_of(*next) != number_of(*id) + 1)
                continue;
            starts.push_back(static_cast<std::uint32_t>(at + 2));
            id = next;
        }
    }
    if (starts.size() == 1)
        return add_one(index, std::move(text));
    starts.push_back(static_cast<std::uint32_t>(text.value.size()));
    for (std::size_t i = 0; i + 1 < starts.size(); ++i)
        add_one(index, text.part(starts[i], i + 2 < starts.size() ? starts[i + 1] - 1 : starts[i + 1]));
}

void EntryReader::add_one(std::uint32_t index, Text text) {
    const Line& line = lines_[index];
    Entry& entry = entries_.list.emplace_back();
    entry.section = line.sections.front();
    entry.area = opened_ ? opened_ : line.area;
    entry.under = line.under;
    entry.line = index;
    entry.subhead = line.subhead;
    entry.thread = line.thread;
    entry.list_item = list_item(line);
    entry.label = line.block->list_label;
    entry.text = std::move(text);
    entry.properties = std::move(pending_);
    pending_.clear();
    last_ = entries_.list.size() - 1;
}

// "Who: a teaching assistant", "How often: daily" after the item it belongs to.
bool EntryReader::property_paragraph(const Line& line, const Text& text) {
    const Role main = main_role(line.sections.front());
    if (line.role != main && (line.role == Role::need || line.role == Role::outcome)) {
        // The need beside a labelled row of provision is what it answers.
        pending_.emplace_back(line.role == Role::need ? Role::need_reference : Role::outcome_reference, text);
        last_.reset();
        return true;
    }
    if (!last_ || entries_.list[*last_].section != line.sections.front() || entries_.list[*last_].thread != line.thread)
        return false;
    Entry& item = entries_.list[*last_];
    if (line.role != Role::none && is_property(line.role)) {
        // The right cell of a labelled row.
        if (part_of_words(line.role))
            item.text.append(text, "\n");
        item.properties.emplace_back(line.role, text);
        return true;
    }
    const std::size_t colon = text.value.find(':');
    if (colon == std::string::npos || colon + 1 >= text.value.size())
        return false;
    const RoleFound role = role_of(Words(std::string_view(text.value).substr(0, colon)));
    const bool reference = role.role == Role::need_reference || role.role == Role::outcome_reference;
    if (!(role.firm || reference) || !is_property(role.role))
        return false;
    std::size_t from = text.value.find_first_not_of(' ', colon + 1);
    if (from == std::string::npos)
        return false;
    item.properties.emplace_back(role.role, text.part(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(text.value.size())));
    if (part_of_words(role.role))
        item.text.append(text, "\n");
    return true;
}

void EntryReader::paragraph(std::uint32_t index) {
    const Line& line = lines_[index];
    Text text = line.content();
    if (text.empty())
        return;
    const std::uint32_t bullet = typed_bullet(text.value);
    if (bullet != 0)
        text = text.part(bullet, static_cast<std::uint32_t>(text.value.size()));
    // "Sensory and physical. B1 Idwal is ...", "Communication and interaction. No needs in this area."
    opened_.reset();
    if (line.sections.front() == Letter::B)
        if (const std::size_t stop = text.value.find(". "); stop != std::string::npos) {
            const Words before(std::string_view(text.value).substr(0, stop));
            const auto named = before.empty() ? std::nullopt : find_choice(plan::areas, before);
            if (named && named->at.last - named->at.first >= 3 && before.count() <= named->at.last - named->at.first + 2) {
                opened_ = static_cast<plan::Area>(named->index);
                text = text.part(static_cast<std::uint32_t>(stop + 2), static_cast<std::uint32_t>(text.value.size()));
            }
        }
    const Words words(text.value);
    const bool item = list_item(line);
    const std::uint32_t level = line.block->list_level;
    if (words.empty() || is_nil(words) || is_as_above(words)) {
        if (!item)
            leads_.clear();
        return;
    }
    std::erase_if(leads_, [&](const Lead& lead) { return !item || lead.level > level; });
    const Line* next = next_content(index);
    if (ends_with_colon(text.value) && words.count() <= longest_lead_in && next != nullptr && next->block->cell.has_value() == line.block->cell.has_value()) {
        const bool next_item = list_item(*next);
        const bool deeper = next_item && (!item || next->block->list_level > level);
        const bool goes_on = !next_item && !item && !next->block->text.value.empty() && next->block->text.value[0] >= 'a' && next->block->text.value[0] <= 'z';
        if (deeper || goes_on) {
            // A bare label ("Provision:") introduces nothing that its items need.
            const RoleFound role = role_of(words);
            if (!(role.firm && words.count() <= 3))
                leads_.push_back({item ? level + 1 : 0, text});
            return;
        }
        if (words.count() <= 3 && !item)
            return;
    }
    if (property_paragraph(line, text))
        return;
    if (line.under == Role::detail && last_ && entries_.list[*last_].section == line.sections.front()) {
        entries_.list[*last_].text.append(text, "\n"); // "Impact" says more of the need above
        return;
    }
    Text whole;
    for (const Lead& lead : leads_)
        whole.append(lead.text, " ");
    whole.append(text, " ");
    add(index, std::move(whole));
    opened_.reset();
}

// A row of a table whose columns have no heads that are known.
void EntryReader::row(std::uint32_t first, std::uint32_t last) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> cells;
    for (std::uint32_t i = first; i < last; ++i)
        if (lines_[i].use == Use::content)
            cells[lines_[i].block->cell->column].push_back(i);
    const bool several = cells.size() >= 2;
    const Line& left = lines_[cells.begin()->second.front()];
    const bool labelled = cells.size() == 2 && left.words.count() <= longest_side_label && cells.begin()->second.size() == 1 &&
                          lines_[cells.rbegin()->second.front()].words.count() > left.words.count();
    if (several && !labelled && left.role == Role::none) {
        Text whole;
        for (const auto& [column, cell] : cells)
            for (const std::uint32_t i : cell)
                if (!is_nil(lines_[i].words) || cells.size() > 2)
                    whole.append(lines_[i].block->text, "\n");
        if (!whole.empty() && !std::ranges::all_of(cells, [&](const auto& cell) { return is_nil(lines_[cell.second.front()].words); }))
            add(cells.begin()->second.front(), std::move(whole));
        return;
    }
    opened_.reset();
    const bool numbered = labelled && is_item_id(left.block->text.value);
    for (const auto& [column, cell] : cells) {
        if (labelled && column == cells.begin()->first && left.role == Role::none)
            continue;
        leads_.clear();
        const std::size_t before = entries_.list.size();
        for (const std::uint32_t i : cell)
            paragraph(i);
        if (numbered && entries_.list.size() > before)
            entries_.list[before].properties.emplace_back(role_of_row_number(left.block->text.value, entries_.list[before].section), left.block->text);
    }
    leads_.clear();
}

// One cell of a grid's main column: its list items, or all its paragraphs as one.
void EntryReader::grid_cell(const std::vector<std::uint32_t>& cell) {
    leads_.clear();
    opened_.reset();
    // Paragraphs with numbers of their own are items as those of a list are.
    const auto numbered = std::ranges::count_if(cell, [&](std::uint32_t i) {
        return lines_[i].use == Use::content && !lines_[i].sections.empty() && id_at_start(lines_[i].block->text.value, lines_[i].sections.front()).has_value();
    });
    const bool list = numbered >= 2 || std::ranges::any_of(cell, [&](std::uint32_t i) { return list_item(lines_[i]); });
    if (list) {
        for (const std::uint32_t i : cell)
            if (lines_[i].use == Use::content)
                paragraph(i);
        leads_.clear();
        return;
    }
    bool begun = false;
    for (const std::uint32_t i : cell) {
        const Line& line = lines_[i];
        if (line.use != Use::content || line.words.empty() || is_as_above(line.words))
            continue;
        if (!begun) {
            if (is_nil(line.words) && cell.size() == 1)
                return;
            add(i, line.block->text);
            begun = true;
        } else if (!property_paragraph(line, line.block->text)) {
            entries_.list.back().text.append(line.block->text, "\n");
        }
    }
}

// A row that goes on over a page: only its main cell is filled, and its words go on with those of the row above.
bool EntryReader::goes_on(std::uint32_t first, std::uint32_t last) {
    if (entries_.list.empty())
        return false;
    const Line* only = nullptr;
    for (std::uint32_t i = first; i < last; ++i) {
        if (lines_[i].use == Use::empty)
            continue;
        if (only != nullptr || lines_[i].use != Use::content || lines_[i].block->list_item)
            return false;
        only = &lines_[i];
    }
    Entry& above = entries_.list.back();
    if (only == nullptr || only->sections.empty() || only->sections.front() != above.section || above.thread == 0 || above.thread + 1 != only->thread)
        return false;
    const Role role = only->role;
    if (role != Role::none && role != main_role(above.section))
        return false;
    const char begins = only->block->text.value.front();
    const std::string& before = lines_[above.line].block->text.value;
    if (begins < 'a' || begins > 'z' || before.empty() || before.back() == '.' || before.back() == ';')
        return false;
    const std::size_t main = before.size(); // the main cell's words open the entry
    if (above.text.value.compare(0, main, before) != 0)
        return false;
    Text whole = above.text.part(0, static_cast<std::uint32_t>(main));
    whole.append(only->block->text, " ");
    if (main < above.text.value.size())
        whole.append(above.text.part(static_cast<std::uint32_t>(main + 1), static_cast<std::uint32_t>(above.text.value.size())), "\n");
    above.text = std::move(whole);
    return true;
}

// The head of a cell's column where it is a day: "By July 2029".
const Text* EntryReader::day_over(const Cell& cell, std::uint32_t before) const {
    for (std::uint32_t i = before; i-- > 0 && lines_[i].block->cell && lines_[i].block->cell->table == cell.table;)
        if (lines_[i].use == Use::column_head && lines_[i].block->cell->column == cell.column)
            return is_day_head(lines_[i].words) ? &lines_[i].block->text : nullptr;
    return nullptr;
}

void EntryReader::grid_row(std::uint32_t first, std::uint32_t last) {
    const std::uint32_t thread = lines_[first].thread;
    if (entries_.threads.size() < thread)
        entries_.threads.resize(thread);
    Thread& about = entries_.threads[thread - 1];
    about.table = lines_[first].block->cell->table;
    if (goes_on(first, last))
        return;
    const std::size_t before = entries_.list.size();
    std::map<std::uint32_t, std::vector<std::uint32_t>> cells;
    for (std::uint32_t i = first; i < last; ++i)
        cells[lines_[i].block->cell->column].push_back(i);
    std::optional<plan::Area> area;
    std::vector<std::pair<Letter, std::pair<Role, Text>>> properties;
    const Cell& place = *lines_[first].block->cell;
    if (place.table != spanning_table_)
        spanning_.clear();
    spanning_table_ = place.table;
    std::erase_if(spanning_, [&](const Spanning& each) { return each.last_row < place.row || cells.contains(each.column); });
    for (const Spanning& each : spanning_)
        properties.push_back({each.letter, {each.role, each.text}});
    for (const auto& [column, cell] : cells) {
        const Line& line = lines_[cell.front()];
        if (line.sections.empty() || line.sections.front() > Letter::H2)
            continue;
        const Letter letter = line.sections.front();
        const bool has_words = std::ranges::any_of(cell, [&](std::uint32_t i) { return lines_[i].use == Use::content && !is_as_above(lines_[i].words); });
        Role role = line.role;
        if (role == Role::none || role == main_role(letter)) {
            if (main_role(letter) == Role::need)
                about.need_column = true, about.need_empty = about.need_empty && !has_words;
            if (main_role(letter) == Role::outcome)
                about.outcome_column = true, about.outcome_empty = about.outcome_empty && !has_words;
            grid_cell(cell);
            if (const Text* day = main_role(letter) == Role::outcome ? day_over(*line.block->cell, first) : nullptr)
                properties.push_back({letter, {Role::deadline, *day}});
            continue;
        }
        if (!has_words)
            continue;
        Text text;
        for (const std::uint32_t i : cell)
            if (lines_[i].use == Use::content)
                text.append(lines_[i].block->text, "\n");
        if (role == Role::need)
            role = Role::need_reference;
        else if (role == Role::outcome)
            role = Role::outcome_reference;
        if (role == Role::area)
            area = choice_in<plan::Area>(Words(text.value));
        else {
            // "Which need does this provision meet": an area of need places the item in it.
            if (role == Role::need_reference && !line.area)
                area = choice_in<plan::Area>(Words(text.value));
            if (line.block->cell->row_span > 1)
                spanning_.push_back({line.block->cell->row + line.block->cell->row_span - 1, column, letter, role, text});
            properties.push_back({letter, {role, std::move(text)}});
        }
    }
    for (std::size_t i = before; i < entries_.list.size(); ++i) {
        Entry& entry = entries_.list[i];
        if (area)
            entry.area = area;
        for (const auto& [letter, property] : properties) {
            if (letter != entry.section)
                continue;
            if (part_of_words(property.first) && main_role(letter) != Role::outcome)
                entry.text.append(property.second, "\n");
            entry.properties.push_back(property);
        }
    }
    last_.reset();
}

Entries EntryReader::read() {
    const auto count = static_cast<std::uint32_t>(lines_.size());
    for (std::uint32_t i = 0; i < count;) {
        const Line& line = lines_[i];
        if (line.use == Use::heading || line.use == Use::area_head || line.use == Use::subhead) {
            reset();
            // The impact of a need belongs to it; any other subhead begins something new.
            if (!(line.use == Use::subhead && role_of(line.words).role == Role::detail))
                last_.reset();
        }
        if (!held(line) || (line.use != Use::content && line.use != Use::heading && line.thread == 0)) {
            ++i;
            continue;
        }
        if (line.thread != 0) {
            std::uint32_t end = i;
            while (end < count && lines_[end].thread == line.thread)
                ++end;
            grid_row(i, end);
            i = end;
            continue;
        }
        if (line.use == Use::content && line.block->cell) {
            const Cell& cell = *line.block->cell;
            std::uint32_t end = i;
            while (end < count && lines_[end].block->cell && lines_[end].block->cell->table == cell.table && lines_[end].block->cell->row == cell.row &&
                   lines_[end].thread == 0 && lines_[end].sections == line.sections && lines_[end].use != Use::heading && lines_[end].use != Use::subhead &&
                   lines_[end].use != Use::area_head)
                ++end;
            const bool one_cell = lines_[end - 1].block->cell->column == cell.column;
            if (!one_cell) {
                row(i, end);
                i = end;
                continue;
            }
        }
        paragraph(i);
        ++i;
    }
    return std::move(entries_);
}

} // namespace

Entries read_entries(const Outline& outline) { return EntryReader(outline).read(); }

} // namespace ehc::read

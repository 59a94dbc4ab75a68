#include "read/advice_list.hpp"

#include "read/advice_entry.hpp"
#include "read/front_page.hpp"
#include "read/wording.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace ehc::read {

namespace {

using plan::Category;
using plan::Letter;
using plan::Role;
using plan::State;
using plan::Text;

struct ColumnWords {
    std::string_view phrase;
    AdvicePart part;
    bool whole = true; // the label is just this; otherwise it begins with it
};
constexpr ColumnWords column_words[] = {
    {"advice and information requested", AdvicePart::what, false}, {"advice and information from", AdvicePart::what, false}, {"advice and information", AdvicePart::what, false},
    {"advice", AdvicePart::what}, {"advice requested", AdvicePart::what}, {"advice from", AdvicePart::what}, {"advice sought from", AdvicePart::what}, {"information from", AdvicePart::what},
    {"type of advice", AdvicePart::what}, {"category", AdvicePart::what}, {"document", AdvicePart::what}, {"report", AdvicePart::what}, {"reports", AdvicePart::what},
    {"title of report", AdvicePart::what}, {"title of document", AdvicePart::what}, {"name of document", AdvicePart::what, false}, {"name of report", AdvicePart::what, false},
    {"document title", AdvicePart::what}, {"report title", AdvicePart::what}, {"description", AdvicePart::what}, {"evidence", AdvicePart::what}, {"type of report", AdvicePart::what},
    {"report or advice", AdvicePart::what}, {"advice or report", AdvicePart::what}, {"assessment", AdvicePart::what}, {"source", AdvicePart::what}, {"advice type", AdvicePart::what},
    {"advice received from", AdvicePart::what}, {"information", AdvicePart::what}, {"document name", AdvicePart::what}, {"type", AdvicePart::what}, {"report from", AdvicePart::what}, {"what", AdvicePart::what}, {"what it is", AdvicePart::what},
    {"date received", AdvicePart::received}, {"received", AdvicePart::received}, {"date of receipt", AdvicePart::received}, {"date advice received", AdvicePart::received},
    {"received on", AdvicePart::received}, {"date report received", AdvicePart::received},
    {"date requested", AdvicePart::requested}, {"requested", AdvicePart::requested}, {"date of request", AdvicePart::requested}, {"date advice requested", AdvicePart::requested},
    {"requested on", AdvicePart::requested},
    {"date", AdvicePart::date}, {"dated", AdvicePart::date}, {"date of report", AdvicePart::date, false}, {"date written", AdvicePart::date}, {"date of advice", AdvicePart::date, false},
    {"report date", AdvicePart::date}, {"date completed", AdvicePart::date}, {"date of document", AdvicePart::date}, {"date of assessment", AdvicePart::date}, {"date of information", AdvicePart::date},
    {"date of the report", AdvicePart::date}, {"date s", AdvicePart::date}, {"date of contribution", AdvicePart::date}, {"date report written", AdvicePart::date}, {"advice date", AdvicePart::date}, {"when", AdvicePart::date},
    {"who from", AdvicePart::author}, {"from", AdvicePart::author}, {"author", AdvicePart::author}, {"name", AdvicePart::author}, {"name of author", AdvicePart::author},
    {"provided by", AdvicePart::author}, {"written by", AdvicePart::author}, {"by whom", AdvicePart::author}, {"contributor", AdvicePart::author}, {"name of professional", AdvicePart::author},
    {"name of contributor", AdvicePart::author}, {"completed by", AdvicePart::author}, {"author name", AdvicePart::author}, {"who", AdvicePart::author}, {"given by", AdvicePart::author},
    {"name of person", AdvicePart::author}, {"author and role", AdvicePart::author}, {"advice giver", AdvicePart::author}, {"report author", AdvicePart::author}, {"author of report", AdvicePart::author}, {"who wrote", AdvicePart::author, false}, {"who gave", AdvicePart::author, false},
    {"role", AdvicePart::role}, {"title", AdvicePart::role}, {"job title", AdvicePart::role}, {"profession", AdvicePart::role}, {"designation", AdvicePart::role}, {"position", AdvicePart::role},
    {"title service organisation", AdvicePart::role}, {"role service", AdvicePart::role}, {"title service", AdvicePart::role}, {"role and service", AdvicePart::role}, {"title and service", AdvicePart::role},
    {"role organisation", AdvicePart::role}, {"professional role", AdvicePart::role}, {"role title", AdvicePart::role}, {"professional", AdvicePart::role}, {"role of author", AdvicePart::role},
    {"role and organisation", AdvicePart::role}, {"role or relationship", AdvicePart::role}, {"author role", AdvicePart::role}, {"author's role", AdvicePart::role}, {"profession role", AdvicePart::role},
    {"service", AdvicePart::organisation}, {"organisation", AdvicePart::organisation}, {"agency", AdvicePart::organisation}, {"service organisation", AdvicePart::organisation}, {"team", AdvicePart::organisation},
    {"appended", AdvicePart::appended, false}, {"attached", AdvicePart::appended, false}, {"report attached", AdvicePart::appended, false}, {"copy attached", AdvicePart::appended, false},
    {"included", AdvicePart::appended}, {"attached to plan", AdvicePart::appended}, {"is the report attached", AdvicePart::appended, false}, {"report appended", AdvicePart::appended, false},
    {"appendix", AdvicePart::id}, {"appendix no", AdvicePart::id}, {"appendix number", AdvicePart::id}, {"app", AdvicePart::id}, {"no", AdvicePart::id}, {"number", AdvicePart::id}, {"ref", AdvicePart::id},
    {"reference", AdvicePart::id}, {"appendix letter", AdvicePart::id}, {"item", AdvicePart::id},
    {"how did they contribute", AdvicePart::note, false}, {"contribution", AdvicePart::note}, {"comments", AdvicePart::note}, {"comment", AdvicePart::note}, {"notes", AdvicePart::note},
    {"status", AdvicePart::note}, {"outcome", AdvicePart::note},
};
constexpr std::uint32_t longest_head = 14;

using Cells = std::map<std::uint32_t, std::vector<std::uint32_t>>; // lines of a row, by column

// What the columns of a list hold, by the words of one row; empty when the row is no header row.
std::map<std::uint32_t, AdvicePart> heads_of(const std::vector<Line>& lines, const Cells& cells) {
    std::map<std::uint32_t, AdvicePart> heads;
    std::map<std::uint32_t, const Words*> words;
    for (const auto& [column, cell] : cells) {
        const auto first = std::ranges::find_if(cell, [&](std::uint32_t i) { return lines[i].use != Use::empty; });
        if (first == cell.end())
            continue;
        words[column] = &lines[*first].words;
        const AdvicePart part = advice_column(lines[*first].words);
        if (part != AdvicePart::none)
            heads[column] = part;
    }
    if (heads.size() < 2 || heads.size() * 2 < words.size())
        return {};
    // "Title" beside an author is the report's; beside a name it is the person's post.
    for (auto& [column, part] : heads) {
        if (part != AdvicePart::role || !words.at(column)->is("title"))
            continue;
        const bool other_role = std::ranges::any_of(heads, [&, here = column](const auto& head) { return head.second == AdvicePart::role && head.first != here; });
        const bool authored = std::ranges::any_of(words, [](const auto& head) { return head.second->begins("author"); });
        if (other_role || authored)
            part = AdvicePart::what;
    }
    return heads;
}

// The lines of the row that begins at `from`, those of Section K only; `end` is the line after it.
Cells row_at(const std::vector<Line>& lines, std::uint32_t from, std::uint32_t& end) {
    Cells cells;
    const Cell& place = *lines[from].block->cell;
    for (end = from; end < lines.size() && lines[end].block->cell && lines[end].block->cell->table == place.table && lines[end].block->cell->row == place.row; ++end)
        if (lines[end].in(Letter::K))
            cells[lines[end].block->cell->column].push_back(end);
    return cells;
}

class ListReader {
  public:
    ListReader(const Outline& outline, plan::Plan& plan) : outline_(outline), lines_(outline.lines), plan_(plan) {}

    void run();

  private:
    bool head_row(const Cells& cells);
    void row(const Cells& cells);
    bool listed_in_sentence(std::uint32_t index, const Text& text);
    void line(std::uint32_t index, const Text& text, bool item_of_list = false);
    void group(const Words& words);
    void put(AdviceEntry entry);
    void number();

    const Outline& outline_;
    const std::vector<Line>& lines_;
    plan::Plan& plan_;
    std::map<std::uint32_t, AdvicePart> heads_; // by column
    std::uint32_t table_ = 0;
    bool first_row_ = false;
    std::optional<Role> group_role_;
    std::optional<Category> group_category_;
    std::set<std::string> taken_;
};

bool ListReader::head_row(const Cells& cells) {
    auto heads = heads_of(lines_, cells);
    if (heads.empty())
        return false;
    heads_ = std::move(heads);
    return true;
}

// "2 Educational advice" over the documents of that kind.
void ListReader::group(const Words& words) {
    if (words.count() > longest_head * 2)
        return;
    group_role_ = role_of_advice(words);
    if (!group_role_ && words.has("educational"))
        group_role_ = Role::education_setting;
    group_category_ = category_of_words(words);
    if (!group_category_ && group_role_ == Role::education_setting)
        group_category_ = Category::education;
}

void ListReader::put(AdviceEntry entry) {
    if (!entry.role && group_role_)
        entry.role = group_role_;
    if (!entry.category && group_category_)
        entry.category = group_category_;
    // "Elodie | Elodie Marchbanks, by email": the child's own.
    if (!entry.role && !entry.cells.empty())
        for (const std::string& name : names_of_child(plan_))
            if (const auto cell = std::ranges::find_if(entry.cells, [](const AdviceCell& each) { return each.part != AdvicePart::id && !each.text.empty(); });
                cell != entry.cells.end() && Words(cell->text.value).begins(name))
                give_role(entry, Role::child);
    std::vector<Role> roles = joint_roles(entry);
    if (roles.empty() && entry.role)
        roles.push_back(*entry.role);
    for (std::size_t i = 0; i < std::max<std::size_t>(roles.size(), 1); ++i) {
        if (i < roles.size())
            give_role(entry, roles[i]);
        plan::Advice& advice = plan_.advice.emplace_back();
        fill_advice_item(entry, advice);
        if (advice.id.stated() && !taken_.insert(advice.id.value.value).second)
            advice.id = {};
    }
}

void ListReader::row(const Cells& cells) {
    std::size_t filled = 0;
    for (const auto& [column, cell] : cells)
        for (const std::uint32_t i : cell)
            if (lines_[i].use == Use::content || lines_[i].use == Use::subhead || lines_[i].use == Use::area_head || lines_[i].use == Use::label) {
                ++filled;
                break;
            }
    if (filled == 0)
        return;
    AdviceEntry entry;
    for (const auto& [column, cell] : cells) {
        Text text;
        bool placeholder = false;
        for (const std::uint32_t i : cell) {
            placeholder = placeholder || lines_[i].use == Use::placeholder;
            if (lines_[i].use != Use::empty && lines_[i].use != Use::placeholder && lines_[i].use != Use::guidance)
                text.append(lines_[i].block->text, "\n");
        }
        const auto head = heads_.find(column);
        const AdvicePart part = head == heads_.end() ? AdvicePart::none : head->second;
        entry.cells.push_back({part, std::move(text), placeholder, lines_[cell.front()].block->text.origin()});
    }
    const bool alone = filled == 1 && cells.size() > 1;
    read_cells(entry, !heads_.empty());
    if (entry.empty_form_row) {
        if (alone && !entry.cells.empty())
            for (const auto& each : entry.cells)
                if (!each.text.empty())
                    group(Words(each.text.value));
        return;
    }
    // Without known columns a row is advice only when its words are those of advice; its first row may be heads.
    // A dated row among entries is one, whatever it calls itself.
    const bool among_entries = !first_row_ && !plan_.advice.empty() && entry.dated && filled >= 2;
    if (heads_.empty() && !among_entries && (!entry.has_signs || (first_row_ && !entry.dated)))
        return;
    put(std::move(entry));
}

// "Educational psychologist 2019; college report; speech therapy report, May 2023": a list in one sentence.
bool ListReader::listed_in_sentence(std::uint32_t index, const Text& text) {
    std::vector<Text> parts;
    std::uint32_t from = 0;
    const auto size = static_cast<std::uint32_t>(text.value.size());
    for (std::uint32_t at = 0; at <= size; ++at)
        if (at == size || text.value[at] == ';') {
            while (from < at && text.value[from] == ' ')
                ++from;
            if (from < at)
                parts.push_back(text.part(from, at));
            from = at + 1;
        }
    if (parts.size() < 2 || !std::ranges::all_of(parts, [](const Text& part) { return role_of_advice(Words(part.value)).has_value(); }))
        return false;
    for (const Text& part : parts)
        line(index, part, true);
    return true;
}

void ListReader::line(std::uint32_t index, const Text& text, bool item_of_list) {
    if (!item_of_list && text.value.find(';') != std::string::npos && listed_in_sentence(index, text))
        return;
    const Line& line = lines_[index];
    AdviceEntry entry;
    entry.cells.push_back({AdvicePart::none, text, false, text.origin()});
    read_cells(entry, false);
    const bool item = line.block->list_item || entry.numbered || item_of_list;
    constexpr std::uint32_t longest_item = 70;
    if (line.words.count() > longest_item || line.words.original().ends_with(':'))
        return;
    // A sentence about the advice is no entry of its list.
    if (entry.has_signs && (entry.dated || entry.waits || entry.author || (item && (entry.role || line.words.count() <= 14))))
        put(std::move(entry));
    else if ((entry.dated && entry.author && (group_role_ || group_category_)))
        put(std::move(entry));
    else if (line.words.count() <= 8)
        group(line.words);
}

void ListReader::number() {
    int position = 0;
    for (plan::Advice& advice : plan_.advice) {
        ++position;
        if (advice.id.stated())
            continue;
        int number = position;
        while (taken_.contains("K" + std::to_string(number)))
            ++number;
        const std::string id = "K" + std::to_string(number);
        taken_.insert(id);
        advice.id.set(Text{id, {}}, advice.origin);
    }
}

void ListReader::run() {
    const auto count = static_cast<std::uint32_t>(lines_.size());
    for (std::uint32_t i = 0; i < count;) {
        const Line& here = lines_[i];
        if (!here.in(Letter::K) || here.use == Use::running || here.use == Use::contents) {
            ++i;
            continue;
        }
        if (!here.block->cell) {
            table_ = 0;
            const Text text = here.use == Use::heading ? here.content() : here.block->text;
            if (here.use == Use::subhead || here.use == Use::area_head)
                group(here.words);
            if (!text.empty() && here.use != Use::guidance && here.use != Use::empty && here.use != Use::placeholder)
                line(i, text);
            ++i;
            continue;
        }
        const Cell& place = *here.block->cell;
        if (place.table != table_) {
            table_ = place.table;
            heads_.clear();
            first_row_ = true;
        }
        std::uint32_t end = i;
        const Cells cells = row_at(lines_, i, end);
        bool heading = false;
        for (std::uint32_t at = i; at < end; ++at)
            heading = heading || lines_[at].use == Use::heading;
        // "Section K. Advice and information | the whole list": a list kept in the cell beside its heading.
        if (heading)
            for (const auto& [column, cell] : cells)
                for (const std::uint32_t at : cell)
                    if (lines_[at].use == Use::content && cell.size() > 1)
                        line(at, lines_[at].block->text);
        if (!heading && !head_row(cells)) {
            if (cells.size() == 1 && place.columns <= 1) {
                // A list kept in one box.
                for (const std::uint32_t at : cells.begin()->second)
                    if (lines_[at].use == Use::content)
                        line(at, lines_[at].block->text);
            } else {
                row(cells);
            }
            first_row_ = false;
        }
        i = end;
    }
    number();
}

} // namespace

AdvicePart advice_column(const Words& words) {
    if (words.empty())
        return words.original().find('#') != std::string_view::npos ? AdvicePart::id : AdvicePart::none;
    if (words.count() > longest_head)
        return AdvicePart::none;
    for (const ColumnWords& row : column_words)
        if (row.whole ? words.is(row.phrase) : words.begins(row.phrase))
            return row.part;
    return AdvicePart::none;
}

void mark_advice_heads(Outline& outline) {
    std::uint32_t end = 0;
    for (std::uint32_t i = 0; i < outline.lines.size(); i = std::max(end, i + 1)) {
        end = i + 1;
        const Line& line = outline.lines[i];
        if (!line.in(Letter::K) || !line.block->cell || line.use == Use::heading)
            continue;
        const Cells cells = row_at(outline.lines, i, end);
        if (heads_of(outline.lines, cells).empty())
            continue;
        for (const auto& [column, cell] : cells)
            for (const std::uint32_t at : cell)
                if (outline.lines[at].use == Use::content || outline.lines[at].use == Use::subhead)
                    outline.lines[at].use = Use::column_head;
    }
}

void fill_advice(const Outline& outline, plan::Plan& plan) { ListReader(outline, plan).run(); }

} // namespace ehc::read

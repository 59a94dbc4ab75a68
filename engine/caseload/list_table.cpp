#include "caseload/list_table.hpp"

#include "read/decode.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace ehc::caseload {

namespace {

constexpr std::size_t most_columns = 100;

std::string trimmed(std::string_view text) {
    constexpr std::string_view spaces = " \t\n";
    const std::size_t begin = text.find_first_not_of(spaces);
    return begin == std::string_view::npos ? std::string() : std::string(text.substr(begin, text.find_last_not_of(spaces) - begin + 1));
}

// The mark between cells that the head, outside quotes, has most of.
char separator_of(std::string_view text) {
    constexpr std::array marks{',', ';', '\t'};
    std::array<std::size_t, marks.size()> counts{};
    bool quoted = false;
    for (const char c : text) {
        quoted = c == '"' ? !quoted : quoted;
        if (c == '\n' && !quoted)
            break;
        if (const auto mark = std::find(marks.begin(), marks.end(), c); mark != marks.end() && !quoted)
            ++counts[static_cast<std::size_t>(mark - marks.begin())];
    }
    return marks[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

class Rows {
  public:
    Rows(std::string_view text, char separator, unsigned line) : text_(text), separator_(separator), line_(line) {}

    // False at the end. A row of empty cells only is no row.
    Result<bool> next(ListTable::Row& row) {
        while (at_ < text_.size()) {
            row = {{}, line_};
            while (true) {
                auto cell = this->cell();
                if (!cell)
                    return cell.error();
                row.cells.push_back(std::move(*cell));
                if (at_ == text_.size())
                    break;
                const char end = text_[at_++];
                if (end == '\n') {
                    ++line_;
                    break;
                }
            }
            if (std::any_of(row.cells.begin(), row.cells.end(), [](const std::string& each) { return !each.empty(); }))
                return true;
        }
        return false;
    }

  private:
    // Up to the next separator, line break or the end.
    Result<std::string> cell() {
        std::string cell;
        std::size_t begin = at_;
        while (begin < text_.size() && text_[begin] == ' ')
            ++begin;
        if (begin == text_.size() || text_[begin] != '"') {
            const std::size_t end = std::min(text_.find_first_of(std::string{separator_, '\n'}, at_), text_.size());
            cell = text_.substr(at_, end - at_);
            at_ = end;
            return trimmed(cell);
        }
        const unsigned opened = line_;
        for (at_ = begin + 1;; ++at_) {
            if (at_ >= text_.size())
                return Error{std::to_string(opened), "a quote is opened in this row and never closed", "close it, or double a quote that stands inside a cell"};
            if (text_[at_] == '"' && at_ + 1 < text_.size() && text_[at_ + 1] == '"')
                ++at_;
            else if (text_[at_] == '"')
                break;
            line_ += text_[at_] == '\n' ? 1 : 0;
            cell += text_[at_];
        }
        // What stands behind the closing quote belongs to the cell, as Excel reads it.
        const std::size_t end = std::min(text_.find_first_of(std::string{separator_, '\n'}, ++at_), text_.size());
        cell += text_.substr(at_, end - at_);
        at_ = end;
        return trimmed(cell);
    }

    std::string_view text_;
    char separator_;
    unsigned line_;
    std::size_t at_ = 0;
};

std::optional<Error> wrong_head(const ListTable::Row& head, const std::string& where) {
    if (head.cells.size() > most_columns)
        return Error{where, "the list has " + std::to_string(head.cells.size()) + " columns", "leave those that documents are counted by: " + std::to_string(most_columns) + " at most"};
    for (std::size_t i = 0; i < head.cells.size(); ++i) {
        if (head.cells[i].empty())
            return Error{where, "column " + std::to_string(i + 1) + " has no name", "the first row of the list names its columns"};
        for (std::size_t k = 0; k < i; ++k)
            if (folded_name(head.cells[k]) == folded_name(head.cells[i]))
                return Error{where, "two columns are called `" + head.cells[i] + "`", "give each a name of its own"};
    }
    return std::nullopt;
}

} // namespace

std::string folded_name(std::string_view name) {
    std::string folded(name);
    std::transform(folded.begin(), folded.end(), folded.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return folded;
}

Result<ListTable> parse_list(std::string_view bytes, const std::string& name) {
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0"))
        return Error{name, "this is a workbook, not a list in CSV", "save it as `CSV UTF-8` in the spreadsheet program"};
    const auto decoded = read::decode(bytes, name);
    if (!decoded)
        return decoded.error();
    std::string_view text = decoded->text;
    unsigned line = 1;
    char separator = separator_of(text);
    if (text.size() > 5 && folded_name(text.substr(0, 4)) == "sep=" && text[5] == '\n') {
        separator = text[4];
        text.remove_prefix(6);
        line = 2;
    }
    Rows rows(text, separator, line);
    const auto with_name = [&](const Error& error) { return Error{name + ":" + error.where, error.what, error.remedy}; };
    ListTable table;
    ListTable::Row head;
    const auto any = rows.next(head);
    if (!any)
        return with_name(any.error());
    if (!*any)
        return Error{name, "the list is empty", "its first row names the columns, for example `document,school,service`"};
    while (!head.cells.empty() && head.cells.back().empty()) // a separator at the end of the line
        head.cells.pop_back();
    if (const auto wrong = wrong_head(head, name + ":" + std::to_string(head.line)))
        return *wrong;
    table.columns = std::move(head.cells);
    while (true) {
        ListTable::Row row;
        const auto more = rows.next(row);
        if (!more)
            return with_name(more.error());
        if (!*more)
            return table;
        while (row.cells.size() > table.columns.size() && row.cells.back().empty())
            row.cells.pop_back();
        if (row.cells.size() > table.columns.size())
            return Error{name + ":" + std::to_string(row.line), "this row has " + std::to_string(row.cells.size()) + " cells, and the head names " + std::to_string(table.columns.size()) + " columns",
                         "put quotes round a cell that holds the mark between cells"};
        row.cells.resize(table.columns.size());
        table.rows.push_back(std::move(row));
    }
}

} // namespace ehc::caseload

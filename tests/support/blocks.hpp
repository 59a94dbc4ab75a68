// Documents from a compact notation, for tests of what stands above the formats. Every line is one thing, as in the sources
// of samples/build-docx:
//
//     @title TEXT                    document property
//     @header TEXT, @footer TEXT     on every page
//     @contents TEXT                 a line of a table of contents
//     # TEXT to ###### TEXT          a heading of level 1 to 6
//     ! TEXT                         a paragraph in bold
//     - TEXT, -- TEXT                a bullet, and one a level deeper
//     + LABEL TEXT                   a numbered item, with the label that the format gives it
//     | cell | cell |                a row of a table; rows that follow one another are one table
//     |= cell | cell |               a row that repeats at the top of each page
//     anything else                  a paragraph
//
// Empty lines part tables. In a table a cell that holds only < is part of the cell to its left, and one that holds only ^
// part of the cell above. Paragraphs in a cell are parted by " // "; each may begin with ! or -. Within text {?prompt?} is a
// control that is still unfilled.
#pragma once

#include "read/document.hpp"
#include "read/recognise.hpp"

#include <sstream>
#include <string>
#include <vector>

namespace ehc::test {

class Blocks {
  public:
    explicit Blocks(const std::string& notation) {
        document_.format = "docx";
        document_.path = "plan.docx";
        std::istringstream lines(notation);
        for (std::string line; std::getline(lines, line);)
            read(trimmed(line));
        for (const auto& [place, text] : running_)
            add(text, place, std::nullopt);
    }

    [[nodiscard]] read::Document take() { return std::move(document_); }

  private:
    static std::string trimmed(const std::string& text) {
        const std::size_t from = text.find_first_not_of(" \t");
        return from == std::string::npos ? "" : text.substr(from, text.find_last_not_of(" \t") - from + 1);
    }
    static bool takes(std::string& line, const std::string& mark) {
        if (line.rfind(mark, 0) != 0)
            return false;
        line = trimmed(line.substr(mark.size()));
        return true;
    }

    void read(std::string line) {
        if (line.empty() || line[0] != '|')
            in_table_ = false;
        if (line.empty())
            return;
        if (line[0] == '|')
            return row(line);
        if (takes(line, "@title "))
            document_.title = line;
        else if (takes(line, "@header "))
            running_.emplace_back(plan::Place::header, line);
        else if (takes(line, "@footer "))
            running_.emplace_back(plan::Place::footer, line);
        else if (takes(line, "@contents "))
            add(line, plan::Place::body, std::nullopt).contents_entry = true;
        else
            paragraph(line, std::nullopt);
    }

    void paragraph(std::string text, const std::optional<read::Cell>& cell) {
        const plan::Place place = cell ? plan::Place::cell : plan::Place::body;
        std::uint32_t level = 0;
        while (level < 6 && level < text.size() && text[level] == '#')
            ++level;
        if (level != 0 && level < text.size() && text[level] == ' ') {
            read::Block& block = add(trimmed(text.substr(level)), cell ? place : plan::Place::heading, cell);
            block.heading_level = level;
        } else if (takes(text, "! ")) {
            add(text, place, cell).all_bold = true;
        } else if (text.rfind("- ", 0) == 0 || text.rfind("-- ", 0) == 0) {
            const bool deep = text[1] == '-';
            read::Block& block = add(trimmed(text.substr(deep ? 3 : 2)), place, cell);
            block.list_item = true;
            block.list_level = deep ? 1 : 0;
        } else if (takes(text, "+ ")) {
            const std::size_t space = text.find(' ');
            read::Block& block = add(trimmed(text.substr(space)), place, cell);
            block.list_item = true;
            block.list_label = text.substr(0, space);
        } else {
            add(text, place, cell);
        }
    }

    void row(std::string line) {
        if (!in_table_) {
            ++table_;
            row_ = 0;
            in_table_ = true;
            above_.clear();
        }
        const bool header = line.rfind("|=", 0) == 0;
        line = line.substr(header ? 2 : 1);
        std::vector<std::string> cells;
        for (std::size_t from = 0; from < line.size();) {
            const std::size_t bar = std::min(line.find('|', from), line.size());
            cells.push_back(trimmed(line.substr(from, bar - from)));
            from = bar + 1;
        }
        above_.resize(cells.size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i] == "<")
                continue;
            if (cells[i] == "^") {
                for (const std::size_t block : above_[i])
                    document_.blocks[block].cell->row_span += 1;
                continue;
            }
            read::Cell cell;
            cell.table = table_;
            cell.row = row_;
            cell.column = static_cast<std::uint32_t>(i);
            cell.columns = static_cast<std::uint32_t>(cells.size());
            cell.header_row = header;
            while (i + cell.column_span < cells.size() && cells[i + cell.column_span] == "<")
                ++cell.column_span;
            above_[i].clear();
            std::size_t from = 0;
            do {
                const std::size_t end = std::min(cells[i].find(" // ", from), cells[i].size());
                above_[i].push_back(document_.blocks.size());
                paragraph(trimmed(cells[i].substr(from, end - from)), cell);
                from = end + 4;
            } while (from < cells[i].size());
        }
        ++row_;
    }

    read::Block& add(std::string text, plan::Place place, const std::optional<read::Cell>& cell) {
        read::Block block;
        block.place = place;
        block.cell = cell;
        for (std::size_t open = text.find("{?"); open != std::string::npos; open = text.find("{?")) {
            const std::size_t close = text.find("?}", open);
            text.erase(close, 2);
            text.erase(open, 2);
            read::Run run;
            run.span = {static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close - 2)};
            run.placeholder = true;
            block.runs.push_back(run);
            block.form_field = true;
        }
        plan::Origin origin;
        origin.block = static_cast<std::uint32_t>(document_.blocks.size() + 1);
        origin.paragraph = origin.block;
        origin.span = {static_cast<std::uint32_t>(document_.extracted.size()), static_cast<std::uint32_t>(document_.extracted.size() + text.size())};
        document_.extracted += text + "\n";
        block.text = {std::move(text), {{0, origin}}};
        return document_.blocks.emplace_back(std::move(block));
    }

    read::Document document_;
    std::vector<std::pair<plan::Place, std::string>> running_;
    std::vector<std::vector<std::size_t>> above_; // blocks of the cell above, by column
    std::uint32_t table_ = 0, row_ = 0;
    bool in_table_ = false;
};

inline read::Document blocks(const std::string& notation) { return Blocks(notation).take(); }

inline read::Recognition recognised(const std::string& notation, const read::RecogniseOptions& options = {}) {
    return read::recognise(blocks(notation), options);
}

// The plan in a document that is taken as one.
inline plan::Plan plan_in(const std::string& notation) {
    read::RecogniseOptions options;
    options.kind = plan::Kind::plan;
    return recognised(notation, options).plan;
}

// A field in words: its value, or "missing", "blank", "placeholder", "unreadable".
inline std::string state_of(plan::State state) {
    constexpr const char* names[] = {"missing", "blank", "placeholder", "unreadable", "stated"};
    return names[static_cast<int>(state)];
}
inline std::string shown(const plan::TextField& field) { return field.stated() ? field.value.value : state_of(field.state); }
inline std::string shown(const plan::DateField& field) { return field.stated() ? field.value.iso() : state_of(field.state); }
inline std::string shown(const plan::NumberField& field) { return field.stated() ? std::to_string(static_cast<int>(field.value)) : state_of(field.state); }
inline std::string shown(const plan::YesNoField& field) { return field.stated() ? (field.value ? "yes" : "no") : state_of(field.state); }
template <class E> std::string shown(const plan::Field<E>& field) {
    return field.stated() ? std::string(plan::name_of(field.value)) : state_of(field.state);
}

} // namespace ehc::test

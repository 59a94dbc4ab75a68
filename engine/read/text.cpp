#include "read/text.hpp"

#include "read/block_writer.hpp"
#include "read/decode.hpp"
#include "read/flat_tables.hpp"
#include "read/text_columns.hpp"
#include "read/text_lines.hpp"
#include "read/text_marks.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ehc::read {

namespace {

// Text wrapped narrower than this, or wider, is not wrapped by a program but written line by line.
constexpr std::size_t narrowest = 60, widest = 120;

class TextReader {
  public:
    TextReader(std::string_view text, bool markdown, Document& document, const Limits& limits) : writer_(document, limits), document_(document) {
        std::uint32_t number = 0;
        for (std::size_t from = 0; from <= text.size();) {
            const std::size_t end = std::min(text.find('\n', from), text.size());
            lines_.push_back({text.substr(from, end - from), ++number});
            if (lines_.back().text.starts_with('\f')) {
                lines_.back().text.remove_prefix(1);
                pages_.push_back(lines_.size() - 1);
            }
            from = end + 1;
        }
        find_running();
        marked_ = markdown || std::ranges::any_of(lines_, [](const TextLine& line) { return heading_marks(line.text) != 0 || paired(line.text); });
        find_width();
    }

    void run() {
        std::uint32_t gap = 0;
        while (at_ < lines_.size() && writer_.failure().empty()) {
            if (blank(at_)) {
                ++at_;
                ++gap;
                continue;
            }
            if (!(fence() || heading() || rule() || pipe_table() || tab_table() || column_table())) {
                passages_.push_back(list_item_or_paragraph());
                passages_.back().gap = gap;
            }
            gap = 0;
        }
        write_passages();
        if (!lost_.empty()) {
            document_.unread = "the table whose heads begin in line " + std::to_string(lost_.front()) + " was saved without its rows and columns";
            document_.notes.push_back(document_.unread + ": give the document it was saved from; what may stand there is unchecked");
        }
        note(found_.struck, "struck-through passage", ", left out");
        note(found_.comments, "comment", ", left out");
        note(found_.pictures, "picture", ": words in pictures are not read");
    }
    [[nodiscard]] const std::string& failure() const { return writer_.failure(); }

  private:
    static bool paired(std::string_view text) {
        const std::size_t open = text.find("**");
        return open != std::string_view::npos && text.find("**", open + 3) != std::string_view::npos;
    }
    void note(std::uint32_t count, std::string_view what, std::string_view rest) {
        if (count > 0)
            document_.notes.push_back(std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s") + std::string(rest));
    }
    [[nodiscard]] bool blank(std::size_t line) const { return trimmed(lines_[line].text).empty(); }
    [[nodiscard]] std::string_view text(std::size_t line) const { return lines_[line].text; }

    // The first and the last line of a page, without its numbers: "Rowan Tasker, page 4 of 7".
    static std::string edge_words(std::string_view line) {
        std::string words;
        for (const char c : trimmed(line))
            if (!(c >= '0' && c <= '9') && !(c == ' ' && words.ends_with(' ')))
                words += c;
        return words;
    }
    // Lines that come again at the edges of most pages of a print are its heads and feet.
    void find_running() {
        constexpr std::size_t fewest_pages = 3;
        if (pages_.size() + 1 < fewest_pages)
            return;
        std::map<std::string, std::vector<std::size_t>> edges;
        std::vector<std::size_t> starts{0};
        starts.insert(starts.end(), pages_.begin(), pages_.end());
        for (std::size_t page = 0; page < starts.size(); ++page) {
            const std::size_t end = page + 1 < starts.size() ? starts[page + 1] : lines_.size();
            std::size_t first = starts[page], last = end;
            while (first < end && blank(first))
                ++first;
            while (last > first && blank(last - 1))
                --last;
            if (first == last)
                continue;
            edges[edge_words(text(first))].push_back(first);
            if (last - 1 != first)
                edges[edge_words(text(last - 1))].push_back(last - 1);
        }
        for (const auto& [words, at] : edges)
            if (at.size() * 2 > starts.size())
                for (std::size_t i = 1; i < at.size(); ++i) // the first is kept, as words of the page head
                    lines_[at[i]].text = lines_[at[i]].text.substr(0, 0);
    }

    // The width at which the text is wrapped; none when it is not.
    void find_width() {
        std::vector<std::size_t> widths;
        for (const TextLine& line : lines_)
            if (const std::string_view words = trimmed(line.text); !words.empty() && words.front() != '|')
                widths.push_back(code_points(line.text));
        if (widths.empty())
            return;
        std::ranges::sort(widths);
        const std::size_t width = widths[widths.size() * 95 / 100];
        if (width >= narrowest && width <= widest && widths.back() <= 2 * widest)
            width_ = widths[widths.size() * 98 / 100];
    }
    static std::size_t code_points(std::string_view text) {
        return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    }

    [[nodiscard]] Stretch stretch(std::size_t line, std::string_view part) const {
        const std::string_view whole = lines_[line].text;
        const auto before = whole.substr(0, static_cast<std::size_t>(part.data() - whole.data()));
        return {part, lines_[line].number, static_cast<std::uint32_t>(code_points(before) + 1)};
    }
    void add(const std::vector<Stretch>& stretches, Look look = {}) { add_marked(writer_, stretches, marked_, look, found_); }

    // Anything but a line that goes on with a paragraph.
    [[nodiscard]] bool begins_block(std::size_t line) const {
        const std::string_view words = trimmed(text(line));
        return words.empty() || heading_marks(words) != 0 || words.starts_with("```") || words.starts_with('|') || list_marker(words).has_value() ||
               is_rule(words, "-*_=", 3) || is_table_rule(words);
    }
    // Whether a line was broken because the next word did not fit, or goes on in the middle of a sentence.
    [[nodiscard]] bool wrapped(std::size_t line) const {
        const std::string_view next = trimmed(text(line + 1));
        if (width_ == 0 || trimmed(text(line)).ends_with(':'))
            return false;
        const std::string_view first = next.substr(0, next.find(' '));
        // A label of its own ("Date of birth: ...") begins a line.
        const std::size_t colon = next.find(':');
        if (colon != std::string_view::npos && colon < 30 && next[0] >= 'A' && next[0] <= 'Z' && next.substr(0, colon).find_first_of(".,;") == std::string_view::npos &&
            code_points(text(line)) + 1 + code_points(first) <= width_)
            return false;
        const bool lower = !next.empty() && next[0] >= 'a' && next[0] <= 'z';
        return lower || code_points(text(line)) + 1 + code_points(first) > width_;
    }

    bool fence() {
        const std::string_view open = trimmed(text(at_));
        if (!marked_ || unclosed_ || !(open.starts_with("```") || open.starts_with("~~~")))
            return false;
        const std::string_view sign = open.substr(0, 3);
        std::size_t end = at_ + 1;
        while (end < lines_.size() && !trimmed(text(end)).starts_with(sign))
            ++end;
        unclosed_ = end == lines_.size();
        if (unclosed_)
            return false;
        write_passages();
        for (++at_; at_ < end; ++at_)
            if (!blank(at_)) {
                const Stretch part = stretch(at_, trimmed(text(at_)));
                plan::Origin where;
                where.line = part.line;
                where.column = part.column;
                writer_.add(part.text, {}, where);
                writer_.end({});
            }
        ++at_;
        return true;
    }

    bool heading() {
        const std::string_view words = trimmed(text(at_));
        std::uint32_t level = static_cast<std::uint32_t>(heading_marks(words));
        std::string_view title = words;
        std::size_t used = 1;
        if (level != 0) {
            title = trimmed(words.substr(level));
            const std::size_t last = title.find_last_not_of('#');
            if (last == std::string_view::npos)
                title = {};
            else if (last + 1 < title.size() && title[last] == ' ')
                title = trimmed(title.substr(0, last));
        } else if (at_ + 1 < lines_.size() && !begins_block(at_) && (is_rule(text(at_ + 1), "=", 3) || is_rule(text(at_ + 1), "-", 3)) &&
                   (at_ == 0 || blank(at_ - 1)) && words.size() <= 200) {
            level = trimmed(text(at_ + 1)).front() == '=' ? 1 : 2;
            used = 2;
        } else {
            return false;
        }
        write_passages();
        Block block;
        block.heading_level = level;
        if (!title.empty())
            add({stretch(at_, title)});
        writer_.end(block);
        at_ += used;
        return true;
    }

    bool rule() {
        if (!is_rule(text(at_), "-*_=", 3))
            return false;
        ++at_;
        return true;
    }

    static std::vector<std::string_view> pipe_cells(std::string_view line) {
        line = trimmed(line);
        if (line.starts_with('|'))
            line.remove_prefix(1);
        std::vector<std::string_view> cells;
        std::size_t from = 0;
        for (std::size_t i = 0; i < line.size(); ++i)
            if (line[i] == '|' && (i == 0 || line[i - 1] != '\\')) {
                cells.push_back(trimmed(line.substr(from, i - from)));
                from = i + 1;
            }
        if (!trimmed(line.substr(from)).empty() || !line.ends_with('|'))
            cells.push_back(trimmed(line.substr(from)));
        return cells;
    }
    [[nodiscard]] bool has_pipes(std::size_t line) const {
        const std::string_view words = trimmed(text(line));
        return words.starts_with('|') ? words.find('|', 1) != std::string_view::npos : is_table_rule(words);
    }
    bool pipe_table() {
        // Rows begin with a pipe, or the second line is the rule of a table that leaves its outer pipes out.
        const bool bare = !has_pipes(at_) && text(at_).find('|') != std::string_view::npos && at_ + 1 < lines_.size() && is_table_rule(text(at_ + 1));
        if (!bare && !has_pipes(at_))
            return false;
        std::size_t end = at_;
        while (end < lines_.size() && (bare ? text(end).find('|') != std::string_view::npos : has_pipes(end)))
            ++end;
        begin_table();
        const bool headed = at_ + 1 < end && is_table_rule(text(at_ + 1));
        for (std::size_t row = at_; row < end && writer_.failure().empty(); ++row) {
            if (is_table_rule(text(row)))
                continue;
            writer_.begin_row(headed && row == at_);
            for (const std::string_view cell : pipe_cells(text(row)))
                table_cell({stretch(row, cell)}, headed && row == at_);
        }
        writer_.end_table();
        at_ = end;
        return true;
    }
    void begin_table() {
        write_passages();
        writer_.begin_table();
    }
    // One cell, its paragraphs parted by <br>.
    void table_cell(const std::vector<Stretch>& stretches, bool head) {
        plan::Origin where;
        where.line = stretches.front().line;
        where.column = stretches.front().column;
        writer_.begin_cell(1, 1, where);
        for (const Stretch& whole : stretches) {
            std::string_view rest = whole.text;
            Stretch part = whole;
            for (std::size_t next = 0; next != std::string_view::npos;) {
                next = marked_ ? rest.find("<br") : std::string_view::npos;
                part.text = trimmed(rest.substr(0, next));
                cell_paragraph(part, head, stretches.size() == 1);
                if (next == std::string_view::npos)
                    break;
                const std::size_t after = rest.find('>', next);
                if (after == std::string_view::npos)
                    break;
                part.column += static_cast<std::uint32_t>(code_points(rest.substr(0, after + 1)));
                rest.remove_prefix(after + 1);
            }
        }
        writer_.end({});
        writer_.end_cell();
    }
    void cell_paragraph(Stretch part, bool head, bool end) {
        Block block;
        if (const auto marker = list_marker(part.text); marker && end) {
            block.list_item = true;
            block.list_label = marker->label;
            part.column += static_cast<std::uint32_t>(code_points(part.text.substr(0, marker->width)));
            part.text.remove_prefix(marker->width);
        }
        if (!part.text.empty())
            add({part}, {.bold = head});
        if (end)
            writer_.end(block);
        else
            writer_.add_space();
    }

    bool tab_table() {
        const auto tabs = [&](std::size_t line) { return std::ranges::count(trimmed(text(line)), '\t'); };
        const auto wanted = tabs(at_);
        std::size_t end = at_;
        while (wanted > 0 && end < lines_.size() && tabs(end) == wanted && !list_marker(trimmed(text(end))))
            ++end;
        if (end < at_ + 2)
            return false;
        begin_table();
        for (; at_ < end && writer_.failure().empty(); ++at_) {
            writer_.begin_row(false);
            for (std::size_t from = 0; from <= text(at_).size();) {
                const std::size_t tab = std::min(text(at_).find('\t', from), text(at_).size());
                table_cell({stretch(at_, trimmed(text(at_).substr(from, tab - from)))}, false);
                from = tab + 1;
            }
        }
        writer_.end_table();
        return true;
    }

    bool column_table() {
        if (at_ < no_columns_before_ || trimmed(text(at_)).find("  ") == std::string_view::npos)
            return false; // a title above the columns stands by itself
        std::size_t end = at_;
        while (end < lines_.size() && !blank(end) && !begins_block(end) && !heads_section(text(end)))
            ++end;
        const auto rows = text_columns(std::span(lines_).subspan(at_, end - at_));
        if (rows.empty()) {
            no_columns_before_ = end;
            return false;
        }
        begin_table();
        for (const TextRow& row : rows) {
            writer_.begin_row(false);
            for (const std::vector<TextPart>& cell : row) {
                std::vector<Stretch> stretches;
                for (const TextPart& part : cell)
                    stretches.push_back(stretch(at_ + part.line, part.text));
                if (stretches.empty())
                    stretches.push_back(stretch(at_, text(at_).substr(0, 0)));
                table_cell(stretches, false);
            }
        }
        writer_.end_table();
        at_ = end;
        return true;
    }

    // Words outside tables of the file's own, before it is known whether a table was taken apart into them.
    struct Passage {
        std::vector<Stretch> stretches;
        Block as;
        std::uint32_t gap = 0; // blank lines before it
    };

    Passage list_item_or_paragraph() {
        const auto marker = list_marker(trimmed(text(at_)));
        return marker ? list_item(*marker) : paragraph();
    }

    Passage list_item(const ListMarker& marker) {
        const std::size_t indent = indent_of(text(at_));
        Passage item;
        item.as.list_item = true;
        item.as.list_label = marker.label;
        item.as.list_level = static_cast<std::uint32_t>(std::min<std::size_t>(indent / 2, 8));
        item.stretches.push_back(stretch(at_, trimmed(text(at_)).substr(marker.width)));
        // Lines below that stand to the right of the mark belong to the item.
        for (++at_; at_ < lines_.size() && !begins_block(at_) && (text(at_).starts_with("  ") || text(at_).starts_with('\t') || wrapped(at_ - 1)); ++at_)
            item.stretches.push_back(stretch(at_, trimmed(text(at_))));
        return item;
    }

    Passage paragraph() {
        Passage passage;
        // Lines set in below "F8 ..." are of that item, whatever they begin with.
        const bool item = opens_with_id(trimmed(text(at_)));
        const std::size_t indent = indent_of(text(at_));
        do {
            std::string_view words = trimmed(text(at_));
            while (marked_ && words.starts_with('>'))
                words = trimmed(words.substr(1));
            if (!words.empty())
                passage.stretches.push_back(stretch(at_, words));
            ++at_;
        } while (at_ < lines_.size() && !begins_block(at_) && !heads_section(text(at_)) && !(item && opens_with_id(trimmed(text(at_))) && indent_of(text(at_)) <= indent) &&
                 (wrapped(at_ - 1) || (item && indent_of(text(at_)) >= indent + 2)));
        return passage;
    }

    void write_passages() {
        std::vector<FlatText> texts;
        for (const Passage& passage : passages_) {
            FlatText& text = texts.emplace_back();
            text.gap = passage.gap;
            if (!passage.as.list_item)
                for (const Stretch& part : passage.stretches)
                    text.text += (text.text.empty() ? "" : " ") + std::string(part.text);
        }
        const FlatTables found = find_flat_tables(texts, pages_.empty() ? Gaps::blank_cells : Gaps::part_cells);
        for (const std::size_t lost : found.lost)
            lost_.push_back(passages_[lost].stretches.front().line);
        auto table = found.tables.begin();
        for (std::size_t i = 0; i < passages_.size() && writer_.failure().empty();) {
            if (table == found.tables.end() || i < table->first) {
                add(passages_[i].stretches);
                writer_.end(passages_[i].as);
                ++i;
                continue;
            }
            write_flat(*table);
            i = table++->last;
        }
        passages_.clear();
    }
    void write_flat(const FlatTable& table) {
        writer_.begin_table();
        bool head = table.headed;
        for (const auto& row : table.rows) {
            writer_.begin_row(head);
            for (const std::vector<std::size_t>& cell : row) {
                plan::Origin where;
                const Stretch& first = passages_[cell.empty() ? table.first : cell.front()].stretches.front();
                where.line = first.line;
                where.column = first.column;
                writer_.begin_cell(row.size() == 1 ? table.columns : 1, 1, where);
                // A print breaks the lines of a cell; elsewhere each is a paragraph.
                for (std::size_t i = 0; i < cell.size(); ++i) {
                    if (i > 0 && !pages_.empty())
                        writer_.add_space();
                    add(passages_[cell[i]].stretches, {.bold = head});
                    if (pages_.empty())
                        writer_.end(passages_[cell[i]].as);
                }
                writer_.end({});
                writer_.end_cell();
            }
            head = false;
        }
        writer_.end_table();
    }

    BlockWriter writer_;
    Document& document_;
    std::vector<TextLine> lines_;
    std::vector<std::size_t> pages_; // lines that begin a page, but the first
    bool marked_ = false;
    std::size_t width_ = 0; // 0 when the text is not wrapped
    std::size_t at_ = 0;    // the line being read
    bool unclosed_ = false; // a fence of code has no end
    std::size_t no_columns_before_ = 0;
    MarksFound found_;
    std::vector<Passage> passages_;
    std::vector<std::uint32_t> lost_; // lines with heads of tables whose rows cannot be told apart
};

Result<Document> read_lines(std::string_view bytes, std::string_view path, const Limits& limits, bool markdown) {
    const Result<Decoded> decoded = decode(bytes, path);
    if (!decoded)
        return decoded.error();
    Document document;
    document.path = path;
    document.format = markdown ? "markdown" : "text";
    if (!decoded->encoding.empty())
        document.notes.push_back("read as " + decoded->encoding);
    TextReader reader(decoded->text, markdown, document, limits);
    reader.run();
    if (!reader.failure().empty())
        return Error{std::string(path), reader.failure(), "split it"};
    return document;
}

} // namespace

Result<Document> read_text(std::string_view bytes, std::string_view path, const Limits& limits) { return read_lines(bytes, path, limits, false); }
Result<Document> read_markdown(std::string_view bytes, std::string_view path, const Limits& limits) { return read_lines(bytes, path, limits, true); }

} // namespace ehc::read

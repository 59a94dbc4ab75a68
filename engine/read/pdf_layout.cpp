#include "read/pdf_layout.hpp"

#include "read/block_writer.hpp"
#include "read/pdf_pictures.hpp"
#include "read/pdf_regions.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace ehc::read::pdf {

namespace {

constexpr double top_zone = 0.12, bottom_zone = 0.88; // of a page's height: where headers and footers stand
constexpr std::size_t longest_heading = 40;           // words
constexpr double good_confidence = 75;                // of the words recognised on a page: with less the page is named

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

// Digits alike, so that page numbers do not keep a footer from being known again.
std::string running_key(const Line& line) {
    std::string key;
    for (const char c : line.text()) {
        const char sign = c >= '0' && c <= '9' ? '#' : c;
        if (sign != '#' || key.empty() || key.back() != '#')
            key += sign;
    }
    return key;
}

bool ends_sentence(std::string_view text) {
    const std::size_t last = text.find_last_not_of(" \"')");
    return last == std::string_view::npos || std::string_view(".?!:;").find(text[last]) != std::string_view::npos;
}

std::string text_of(const std::vector<Line>& lines) {
    std::string text;
    for (const Line& line : lines)
        text += (text.empty() ? "" : " ") + line.text();
    return text;
}

class Layout {
  public:
    Layout(Answer answer, const Limits& limits, Document& document) : answer_(std::move(answer)), writer_(document, limits), document_(document) {}

    [[nodiscard]] const std::string& failure() const { return writer_.failure(); }
    [[nodiscard]] std::size_t pages() const { return answer_.pages.size(); }
    [[nodiscard]] std::size_t unread_pages() const { return unread_.size(); }
    // Why text recognition read nothing of the first page that it could not; empty where nobody tried.
    [[nodiscard]] std::string why_unread() const { return failed_.empty() ? std::string() : failed_.begin()->first; }

    void run() {
        for (Page& page : answer_.pages)
            look_at(page);
        find_body_size();
        for (const Page& page : answer_.pages)
            pages_.push_back(items_of(page));
        take_out_running();
        join_tables();
        make_paragraphs();
        find_heading_sizes();
        emit();
        tell();
    }

  private:
    // A table, or a paragraph; in the order of the document.
    struct Piece {
        std::optional<Paragraph> paragraph;
        std::optional<Table> table;
        std::vector<std::vector<Paragraph>> cells; // of the table
        bool headed = false;                       // its first row is repeated on further pages
    };

    // What can be known of a page before its lines: pictures of pages, words crossed out, and set aslant.
    void look_at(Page& page) {
        for (Word& word : page.words)
            for (const Box& rule : page.rules) {
                const double middle = word.base - 0.28 * word.size;
                if (rule.width() > rule.height() && std::abs(rule.middle_y() - middle) < 0.15 * word.size && rule.x0 <= word.box.x0 + 1 && rule.x1 >= word.box.x1 - 1 &&
                    rule.width() < 0.95 * page.width)
                    word.struck = true;
            }
        bool inside = false;
        for (const Word& word : page.words) {
            struck_ += word.struck && !inside ? 1 : 0;
            inside = word.struck;
        }
        if (is_picture(page)) {
            unread_.push_back(page.number);
            if (!page.unread.empty())
                failed_[page.unread].push_back(page.number);
            page.words.clear();
        } else if (page.confidence > 0) {
            read_.push_back(page.number);
            if (page.confidence < good_confidence)
                doubtful_[std::lround(page.confidence)].push_back(page.number);
        } else if (!page.words.empty() && std::ranges::all_of(page.words, &Word::recognised)) {
            recognised_.push_back(page.number);
        }
        for (const Word& word : page.words)
            if (word.turned)
                turned_.insert(word.text);
    }

    // A drawing or picture across the middle of a page, behind or before its words: "DRAFT" as a watermark may be drawn so.
    static bool bears_drawing(const Page& page) {
        Box all{page.width, page.height, 0, 0};
        const auto in_middle = [&](const Box& shape) { return shape.middle_x() > 0.15 * page.width && shape.middle_x() < 0.85 * page.width && shape.middle_y() > 0.2 * page.height && shape.middle_y() < 0.8 * page.height; };
        std::size_t words = 0;
        for (const auto* shapes : {&page.drawings, &page.images})
            for (const Box& shape : *shapes)
                if (in_middle(shape))
                    all = {std::min(all.x0, shape.x0), std::min(all.y0, shape.y0), std::max(all.x1, shape.x1), std::max(all.y1, shape.y1)};
        for (const Word& word : page.words)
            words += !word.recognised && all.holds(word.box.middle_x(), word.box.middle_y()) ? 1 : 0;
        return all.width() > 0.3 * page.width && words > 0;
    }

    void find_body_size() {
        std::map<long, std::size_t> sizes; // in half points: letters
        for (const Page& page : answer_.pages)
            for (const Word& word : page.words) {
                sizes[std::lround(word.size * 2)] += word.text.size();
                std::string whole;
                for (const char c : word.text)
                    whole += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
                while (!whole.empty() && std::string_view(".,;:!?)'\"").find(whole.back()) != std::string_view::npos)
                    whole.pop_back();
                known_.insert(std::move(whole));
            }
        std::size_t most = 0;
        for (const auto& [size, letters] : sizes)
            if (letters > most) {
                most = letters;
                body_size_ = static_cast<double>(size) / 2;
            }
    }

    void take_out_running() {
        struct Seen {
            std::set<std::uint32_t> pages;
        };
        std::map<std::pair<std::string, long>, Seen> seen;
        const auto key_of = [](const Line& line) { return std::pair(running_key(line), std::lround(line.base / 6)); };
        const auto in_zone = [&](const Line& line, const Page& page) { return line.box.y0 < top_zone * page.height || line.box.y1 > bottom_zone * page.height; };
        for (std::size_t p = 0; p < pages_.size(); ++p)
            for (const Item& item : pages_[p])
                if (item.line && in_zone(*item.line, answer_.pages[p]))
                    seen[key_of(*item.line)].pages.insert(answer_.pages[p].number);
        // In a document of one page only what stands in the margin itself can be told.
        const auto is_running = [&](const Line& line, const Page& page) {
            if (!in_zone(line, page))
                return false;
            const std::size_t count = seen[key_of(line)].pages.size();
            return pages_.size() == 1 ? line.box.y1 < 0.06 * page.height || line.box.y0 > 0.94 * page.height : count >= 2 && count * 3 >= pages_.size();
        };
        std::set<std::string> kept;
        for (std::size_t p = 0; p < pages_.size(); ++p)
            std::erase_if(pages_[p], [&](const Item& item) {
                if (!item.line || !is_running(*item.line, answer_.pages[p]))
                    return false;
                if (kept.insert(running_key(*item.line)).second)
                    running_.emplace_back(*item.line, item.line->box.y0 < answer_.pages[p].height / 2 ? plan::Place::header : plan::Place::footer);
                return true;
            });
    }

    // Whether a table begins a page as the one before ended it.
    static bool goes_on(const Table& before, const Table& after) {
        constexpr double near = 4;
        if (after.page != before.page + 1 || before.ruled != after.ruled)
            return false;
        if (std::abs(before.columns.front() - after.columns.front()) > near || std::abs(before.columns.back() - after.columns.back()) > near)
            return false;
        const auto within = [&](const std::vector<double>& few, const std::vector<double>& many) {
            return std::ranges::all_of(few, [&](double at) { return std::ranges::any_of(many, [&](double other) { return std::abs(at - other) <= near; }); });
        };
        return before.columns.size() <= after.columns.size() ? within(before.columns, after.columns) : within(after.columns, before.columns);
    }
    static void use_columns(Table& table, const std::vector<double>& columns) {
        const auto index = [&](double at) {
            const auto nearest = std::ranges::min_element(columns, {}, [&](double each) { return std::abs(each - at); });
            return static_cast<std::uint32_t>(nearest - columns.begin());
        };
        for (TableCell& cell : table.cells) {
            const std::uint32_t first = index(cell.place.box.x0), last = index(cell.place.box.x1);
            cell.place.column = first;
            cell.place.column_span = std::max(1U, last > first ? last - first : 1U);
        }
        table.columns = columns;
    }
    static std::vector<std::string> row_words(const Table& table, std::uint32_t row) {
        std::vector<std::string> words;
        for (const TableCell& cell : table.cells)
            if (cell.place.row == row)
                words.push_back(text_of(cell.lines));
        return words;
    }
    static void drop_first_row(Table& table) {
        std::erase_if(table.cells, [](const TableCell& cell) { return cell.place.row == 0 && cell.place.row_span == 1; });
        for (TableCell& cell : table.cells) {
            if (cell.place.row == 0)
                --cell.place.row_span;
            else
                --cell.place.row;
        }
        --table.rows;
    }
    // The cells of a row that the page break parted, if it did: each goes on in the cell above it.
    static bool row_goes_on(const Table& before, const Table& after) {
        bool first_empty = false, any = false, in_sentence = false;
        for (const TableCell& cell : after.cells) {
            if (cell.place.row != 0)
                continue;
            const std::string text = text_of(cell.lines);
            first_empty = first_empty || (cell.place.column == 0 && text.empty());
            if (text.empty())
                continue;
            any = true;
            const auto above = std::ranges::find_if(before.cells, [&](const TableCell& each) {
                return each.place.row + each.place.row_span == before.rows && each.place.column == cell.place.column && each.place.column_span == cell.place.column_span;
            });
            if (above == before.cells.end() || above->lines.empty())
                return false;
            in_sentence = in_sentence || (is_lower(text.front()) && !ends_sentence(text_of(above->lines)));
        }
        return any && (in_sentence || (first_empty && before.columns.size() > 2));
    }
    static void append(Table& before, Table after, bool same_row) {
        const std::uint32_t shift = before.rows - (same_row ? 1 : 0);
        for (TableCell& cell : after.cells) {
            if (same_row && cell.place.row == 0) {
                const auto above = std::ranges::find_if(before.cells, [&](const TableCell& each) {
                    return each.place.row + each.place.row_span == before.rows && each.place.column == cell.place.column;
                });
                if (above != before.cells.end()) {
                    above->lines.insert(above->lines.end(), cell.lines.begin(), cell.lines.end());
                    above->place.row_span += cell.place.row_span - 1;
                }
                continue;
            }
            cell.place.row += shift;
            before.cells.push_back(std::move(cell));
        }
        before.rows = shift + after.rows;
        before.page = after.page;
    }

    void join_tables() {
        for (std::vector<Item>& items : pages_) {
            bool first = true;
            for (Item& item : items) {
                if (!item.table) {
                    flow_.push_back(std::move(item));
                    first = false;
                    continue;
                }
                Table& table = *item.table;
                if (first && !flow_.empty() && flow_.back().table && goes_on(*flow_.back().table, table)) {
                    Table& before = *flow_.back().table;
                    if (table.columns.size() > before.columns.size())
                        use_columns(before, table.columns);
                    else
                        use_columns(table, before.columns);
                    const auto heads = row_words(before, 0);
                    const bool repeated = table.rows > 1 && heads == row_words(table, 0) && std::ranges::any_of(heads, [](const std::string& head) { return !head.empty(); });
                    if (repeated) {
                        drop_first_row(table);
                        repeated_heads_.insert(flow_.size() - 1);
                    }
                    const bool same_row = row_goes_on(before, table);
                    append(before, std::move(table), same_row);
                } else {
                    flow_.push_back(std::move(item));
                }
                first = false;
            }
        }
    }

    void make_paragraphs() {
        std::vector<Line> lines;
        for (const Item& item : flow_)
            if (item.line)
                lines.push_back(*item.line);
        Spacing outside, in_cells;
        outside.see(lines);
        for (const Item& item : flow_)
            if (item.table)
                for (const TableCell& cell : item.table->cells)
                    in_cells.see(cell.lines);
        const double gap = outside.gap(), gap_in_cells = in_cells.gap();
        lines.clear();
        double left = 0, right = 0;
        const auto flush = [&] {
            for (Paragraph& paragraph : paragraphs_of(lines, left, right, gap, known_)) {
                pieces_.emplace_back();
                pieces_.back().paragraph = std::move(paragraph);
            }
            lines.clear();
        };
        for (std::size_t i = 0; i < flow_.size(); ++i) {
            Item& item = flow_[i];
            if (item.line) {
                if (!lines.empty() && (std::abs(item.left - left) > 12 || std::abs(item.right - right) > 12))
                    flush();
                left = item.left;
                right = item.right;
                lines.push_back(std::move(*item.line));
                continue;
            }
            flush();
            Piece piece;
            piece.headed = repeated_heads_.contains(i);
            std::stable_sort(item.table->cells.begin(), item.table->cells.end(), [](const TableCell& a, const TableCell& b) {
                return std::pair(a.place.row, a.place.column) < std::pair(b.place.row, b.place.column);
            });
            for (const TableCell& cell : item.table->cells) {
                double from = cell.place.box.x1;
                for (const Line& line : cell.lines)
                    from = std::min(from, line.box.x0);
                const double padding = std::clamp(from - cell.place.box.x0, 0.0, 8.0);
                piece.cells.push_back(paragraphs_of(cell.lines, from, cell.place.box.x1 - padding, gap_in_cells, known_));
            }
            piece.table = std::move(item.table);
            pieces_.push_back(std::move(piece));
        }
        flush();
    }

    // Sizes larger than the text's, the largest first: each is a level.
    [[nodiscard]] bool heads(const Paragraph& paragraph) const {
        std::size_t words = 0;
        for (const Line& line : paragraph.lines)
            words += line.words.size();
        const bool larger = paragraph.size >= body_size_ * 1.2 || (paragraph.bold && paragraph.size >= body_size_ * 1.07);
        return larger && words <= longest_heading && !paragraph.list_item;
    }
    void find_heading_sizes() {
        std::set<long, std::greater<>> sizes;
        const auto note = [&](const Paragraph& paragraph) {
            if (heads(paragraph))
                sizes.insert(std::lround(paragraph.size * 2));
        };
        for (const Piece& piece : pieces_) {
            if (piece.paragraph)
                note(*piece.paragraph);
            for (const auto& cell : piece.cells)
                for (const Paragraph& paragraph : cell)
                    note(paragraph);
        }
        std::uint32_t level = 0;
        for (const long size : sizes)
            levels_[size] = std::min(++level, 9U);
    }

    void emit() {
        for (const Piece& piece : pieces_) {
            if (!writer_.failure().empty())
                return;
            if (piece.paragraph) {
                emit(*piece.paragraph);
                continue;
            }
            const Table& table = *piece.table;
            writer_.begin_table();
            std::size_t next = 0;
            for (std::uint32_t row = 0; row < table.rows; ++row) {
                writer_.begin_row(piece.headed && row == 0);
                for (; next < table.cells.size() && table.cells[next].place.row == row; ++next) {
                    const GridCell& place = table.cells[next].place;
                    plan::Origin where;
                    where.page = table.cells[next].lines.empty() ? table.page : table.cells[next].lines.front().page;
                    writer_.begin_cell(place.column_span, place.row_span, where);
                    for (const Paragraph& paragraph : piece.cells[next])
                        emit(paragraph);
                    writer_.end_cell();
                }
            }
            writer_.end_table();
        }
        for (const auto& [line, place] : running_) {
            add(line, 0, Join::first, false);
            Block block;
            block.place = place;
            writer_.end(block);
        }
        // What is set aslant over a page: "DRAFT".
        for (const std::string& word : turned_)
            writer_.add(word + " ", {});
        Block block;
        block.place = plan::Place::header;
        writer_.end(block);
    }

    void emit(const Paragraph& paragraph) {
        Block block;
        block.list_item = paragraph.list_item;
        block.list_label = paragraph.label;
        block.list_level = static_cast<std::uint32_t>(std::clamp(paragraph.indent / 36 - 1, 0.0, 8.0));
        if (!paragraph.list_item)
            block.list_level = 0;
        if (heads(paragraph))
            block.heading_level = levels_[std::lround(paragraph.size * 2)];
        const std::string text = paragraph.text();
        block.contents_entry = text.find(".....") != std::string::npos && text.back() >= '0' && text.back() <= '9';
        for (std::size_t i = 0; i < paragraph.lines.size(); ++i)
            add(paragraph.lines[i], i == 0 ? paragraph.skip : 0, paragraph.joins[i], i + 1 < paragraph.lines.size() && paragraph.joins[i + 1] == Join::drop_hyphen);
        writer_.end(block);
    }

    // `drop_hyphen`: the hyphen at its end is there only because the line ends.
    void add(const Line& line, std::size_t skip, Join join, bool drop_hyphen) {
        if (join == Join::space)
            writer_.add_space();
        plan::Origin where;
        where.page = line.page;
        where.from_ocr = line.words.front()->recognised;
        where.line = ++lines_on_page_[line.page];
        where.column = 1;
        for (std::size_t i = 0; i < line.words.size(); ++i) {
            const Word& word = *line.words[i];
            const bool space = i > 0 && space_between(*line.words[i - 1], word);
            where.column += space ? 1 : 0;
            if (i >= skip) {
                if (space)
                    writer_.add_space();
                std::string_view text = word.text;
                if (drop_hyphen && i + 1 == line.words.size()) {
                    const std::size_t size = text.ends_with("\u00AD") ? 2 : text.ends_with("\u2010") ? 3 : 1;
                    text.remove_suffix(std::min(size, text.size()));
                }
                writer_.add(may_hold_symbols(text) ? with_symbols(text, false) : std::string(text), {.bold = word.bold, .italic = word.italic, .size = word.size}, where);
            }
            where.column += static_cast<std::uint32_t>(std::ranges::count_if(word.text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
        }
    }

    // "page 2", "pages 1 to 12 and 14"
    static std::string numbers(const std::vector<std::uint32_t>& pages) {
        std::vector<std::string> parts;
        for (std::size_t first = 0, last = 0; first < pages.size(); first = last) {
            for (last = first + 1; last < pages.size() && pages[last] == pages[last - 1] + 1;)
                ++last;
            if (last - first > 2)
                parts.push_back(std::to_string(pages[first]) + " to " + std::to_string(pages[last - 1]));
            else
                for (std::size_t i = first; i < last; ++i)
                    parts.push_back(std::to_string(pages[i]));
        }
        std::string text = pages.size() == 1 ? "page " : "pages ";
        for (std::size_t i = 0; i < parts.size(); ++i)
            text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
        return text;
    }
    static std::string are_pictures(const std::vector<std::uint32_t>& pages) { return numbers(pages) + (pages.size() == 1 ? " is a picture" : " are pictures"); }
    void tell() {
        document_.title = folded(answer_.title);
        if (!unread_.empty())
            document_.unread = are_pictures(unread_);
        if (!unread_.empty() && failed_.empty())
            document_.notes.push_back(document_.unread + " without words that can be read: --ocr reads them where Tesseract is installed, or ask for the document it was made "
                                                         "from; what may stand there is unchecked");
        for (const auto& [why, pages] : failed_)
            document_.notes.push_back(are_pictures(pages) + " that text recognition could not read: " + why + "; what may stand there is unchecked");
        std::vector<std::uint32_t> drawn;
        for (const Page& page : answer_.pages)
            if (bears_drawing(page))
                drawn.push_back(page.number);
        if (!drawn.empty()) {
            document_.unread_heads = numbers(drawn) + (drawn.size() == 1 ? " bears" : " bear") + " a drawing behind the words, which may be a watermark";
            document_.notes.push_back(document_.unread_heads + ": look whether it says draft");
        }
        if (!read_.empty())
            document_.notes.push_back("the words of " + numbers(read_) + " were read by Tesseract from pictures, which may be wrong: look at the page before acting on a finding");
        for (const auto& [confidence, pages] : doubtful_)
            document_.notes.push_back("of the words of " + numbers(pages) + " Tesseract is not sure: confidence " + std::to_string(confidence) + " of 100");
        if (!recognised_.empty())
            document_.notes.push_back("the words of " + numbers(recognised_) + " come from text recognition of a scan, which may be wrong");
        if (struck_ > 0)
            document_.notes.push_back(std::to_string(struck_) + (struck_ == 1 ? " struck-through passage" : " struck-through passages") + ", left out");
    }

    Answer answer_;
    BlockWriter writer_;
    Document& document_;
    std::vector<std::uint32_t> unread_, read_, recognised_;    // pages
    std::map<std::string, std::vector<std::uint32_t>> failed_; // by why
    std::map<long, std::vector<std::uint32_t>> doubtful_;      // by confidence
    std::set<std::string> turned_;
    std::uint32_t struck_ = 0;
    double body_size_ = 0;
    std::set<std::string, std::less<>> known_;
    std::vector<std::vector<Item>> pages_;
    std::vector<Item> flow_;
    std::set<std::size_t> repeated_heads_; // items of the flow
    std::vector<Piece> pieces_;
    std::vector<std::pair<Line, plan::Place>> running_;
    std::map<long, std::uint32_t> levels_;
    std::map<std::uint32_t, std::uint32_t> lines_on_page_;
};

} // namespace

Result<Document> lay_out(Answer answer, std::string_view path, const Limits& limits) {
    Document document;
    document.path = path;
    document.format = "pdf";
    Layout layout(std::move(answer), limits, document);
    layout.run();
    if (!layout.failure().empty())
        return Error{std::string(path), layout.failure(), "split it"};
    if (document.blocks.empty() && layout.unread_pages() > 0) {
        if (!layout.why_unread().empty())
            return Error{std::string(path), "this PDF is a scan that text recognition could not read: " + layout.why_unread(),
                         "scan it again, black on white at 300 dots an inch, or ask for the document it was made from"};
        return Error{std::string(path), "this PDF is a scan: its pages are pictures without words that can be read",
                     "read it with --ocr, where Tesseract is installed, or ask for the document it was made from"};
    }
    return document;
}

} // namespace ehc::read::pdf

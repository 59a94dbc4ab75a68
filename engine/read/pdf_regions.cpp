#include "read/pdf_regions.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace ehc::read::pdf {

namespace {

constexpr double wide_gap = 1.5; // of the size: parts columns without ruled lines
constexpr std::size_t least_rows = 3;
constexpr double aligned = 3.0; // points

// Stretches of a line between wide gaps.
std::vector<Line> segments_of(const Line& line) {
    std::vector<Line> segments;
    for (const Word* word : line.words) {
        if (segments.empty() || word->box.x0 - segments.back().box.x1 > wide_gap * line.size) {
            segments.emplace_back();
            segments.back().page = line.page;
        }
        segments.back().add(*word);
    }
    return segments;
}

// The gutter between two columns of running text: where it lies, if there is one.
std::optional<double> gutter_of(const std::vector<Line>& lines, double width) {
    constexpr std::size_t least_lines = 6;
    std::optional<double> best;
    std::size_t least_crossed = lines.size() / 5 + 1;
    std::vector<Line> parts;
    for (const Line& line : lines)
        for (Line& segment : segments_of(line))
            parts.push_back(std::move(segment));
    for (double at = width * 0.35; at < width * 0.65; at += 2) {
        std::size_t crossed = 0, left = 0, right = 0;
        double left_width = 0, right_width = 0, left_from = width, left_to = 0, right_from = width, right_to = 0;
        for (const Line& part : parts) {
            if (part.box.x0 < at && part.box.x1 > at) {
                ++crossed;
            } else if (part.box.x1 <= at) {
                ++left;
                left_width += part.box.width();
                left_from = std::min(left_from, part.box.x0);
                left_to = std::max(left_to, part.box.x1);
            } else {
                ++right;
                right_width += part.box.width();
                right_from = std::min(right_from, part.box.x0);
                right_to = std::max(right_to, part.box.x1);
            }
        }
        if (left < least_lines || right < least_lines || crossed >= least_crossed)
            continue;
        // Running text fills its lines; labels with what stands beside them do not.
        const bool full = left_width > 0.6 * static_cast<double>(left) * (left_to - left_from) && right_width > 0.6 * static_cast<double>(right) * (right_to - right_from);
        if (full && left_to - left_from > 0.25 * width && right_to - right_from > 0.25 * width) {
            least_crossed = crossed;
            best = (left_to + right_from) / 2;
        }
    }
    return best;
}

// Both columns between lines that cross them, the left one first.
std::vector<Line> column_after_column(const std::vector<Line>& lines, double gutter) {
    std::vector<Line> all;
    for (const Line& line : lines) {
        const auto segments = segments_of(line);
        Line left, right;
        left.page = right.page = line.page;
        for (const Line& segment : segments)
            for (const Word* word : segment.words)
                (segment.box.middle_x() < gutter ? left : right).add(*word);
        const bool crosses = std::ranges::any_of(segments, [&](const Line& segment) { return segment.box.x0 < gutter && segment.box.x1 > gutter; });
        if (crosses) {
            all.push_back(line);
            continue;
        }
        if (!left.words.empty())
            all.push_back(std::move(left));
        if (!right.words.empty())
            all.push_back(std::move(right));
    }
    std::stable_sort(all.begin(), all.end(), [](const Line& a, const Line& b) { return a.base < b.base; });
    std::vector<Line> ordered, right;
    const auto flush = [&] {
        ordered.insert(ordered.end(), right.begin(), right.end());
        right.clear();
    };
    for (Line& line : all) {
        if (line.box.x0 < gutter && line.box.x1 > gutter) {
            flush();
            ordered.push_back(std::move(line));
        } else if (line.box.middle_x() < gutter) {
            ordered.push_back(std::move(line));
        } else {
            right.push_back(std::move(line));
        }
    }
    flush();
    return ordered;
}

bool jumps_about(const std::vector<Line>& lines) {
    std::size_t jumps = 0;
    for (std::size_t i = 1; i < lines.size(); ++i)
        jumps += lines[i].base < lines[i - 1].base - lines[i].size ? 1 : 0;
    return jumps > 3 && jumps * 8 > lines.size();
}

// Lines on one height that the content brings apart are one line with a gap.
std::vector<Line> side_by_side(std::vector<Line> lines) {
    std::vector<Line> result;
    for (Line& line : lines) {
        const bool beside = !result.empty() && std::abs(result.back().base - line.base) < 1 && line.box.x0 >= result.back().box.x1;
        if (!beside) {
            result.push_back(std::move(line));
            continue;
        }
        for (const Word* word : line.words)
            result.back().add(*word);
    }
    return result;
}

// A table without ruled lines that begins at line `from`: its lines are [from, end). Nothing when there is none.
struct Unruled {
    std::size_t end = 0;
    Table table;
};
std::optional<Unruled> unruled_table(const std::vector<Line>& lines, std::size_t from) {
    std::vector<std::vector<Line>> parts;
    std::size_t end = from, with_gap = 0;
    for (; end < lines.size(); ++end) {
        auto segments = segments_of(lines[end]);
        if (end > from && (lines[end].base - lines[end - 1].base > 4 * lines[end].size || lines[end].base <= lines[end - 1].base))
            break;
        if (segments.size() < 2 && (end == from || (end + 1 < lines.size() && segments_of(lines[end + 1]).size() < 2 && lines[end].box.width() > 0.5 * (lines[from].box.x1 - lines[from].box.x0))))
            break;
        with_gap += segments.size() > 1 ? 1 : 0;
        parts.push_back(std::move(segments));
    }
    if (with_gap < least_rows)
        return std::nullopt;
    std::map<long, std::size_t> begins;
    for (const auto& segments : parts)
        for (std::size_t i = 1; i < segments.size(); ++i)
            ++begins[std::lround(segments[i].box.x0 / aligned)];
    double left = 1e9, right = 0;
    for (const auto& segments : parts)
        for (const Line& segment : segments) {
            left = std::min(left, segment.box.x0);
            right = std::max(right, segment.box.x1);
        }
    std::vector<double> columns{left};
    for (const auto& [bucket, count] : begins) {
        const auto next = begins.find(bucket + 1);
        const std::size_t near = count + (next != begins.end() ? next->second : 0);
        const double at = static_cast<double>(bucket) * aligned - aligned / 2;
        const bool crossed = std::ranges::any_of(parts, [&](const std::vector<Line>& segments) {
            return std::ranges::any_of(segments, [&](const Line& segment) { return segment.box.x0 < at - aligned && segment.box.x1 > at + aligned; });
        });
        if (near >= least_rows && near * 2 >= with_gap && !crossed && at - columns.back() > 2 * aligned)
            columns.push_back(at);
    }
    if (columns.size() < 2)
        return std::nullopt;
    Unruled found;
    found.end = end;
    Table& table = found.table;
    table.ruled = false;
    table.page = lines[from].page;
    table.columns = columns;
    table.columns.push_back(right);
    const auto column_of = [&](const Line& segment) {
        std::size_t column = 0;
        while (column + 1 < columns.size() && segment.box.x0 >= columns[column + 1] - aligned)
            ++column;
        return column;
    };
    for (const auto& segments : parts) {
        const bool first = column_of(segments.front()) == 0, other = segments.size() > 1;
        if (table.rows == 0 || (first && other)) {
            for (std::size_t column = 0; column < columns.size(); ++column)
                table.cells.push_back({{{table.columns[column], 0, table.columns[column + 1], 0}, table.rows, static_cast<std::uint32_t>(column), 1, 1}, {}});
            ++table.rows;
        }
        for (const Line& segment : segments) {
            TableCell& cell = table.cells[(table.rows - 1) * columns.size() + column_of(segment)];
            if (!cell.lines.empty() && std::abs(cell.lines.back().base - segment.base) < 1)
                for (const Word* word : segment.words)
                    cell.lines.back().add(*word);
            else
                cell.lines.push_back(segment);
        }
    }
    table.box = {left, lines[from].box.y0, right, lines[end - 1].box.y1};
    return found;
}

// Where lines of running text end, which tells a line that was full from one that ended early.
double right_edge(const std::vector<Line>& lines, double left, double width) {
    double furthest = 0;
    for (const Line& line : lines)
        furthest = std::max(furthest, line.box.x1);
    const auto full = std::ranges::count_if(lines, [&](const Line& line) { return line.box.x1 > furthest - 0.06 * width; });
    return full >= 3 ? furthest : std::max(furthest, width - left);
}

} // namespace

std::vector<Item> items_of(const Page& page) {
    const std::vector<Grid> grids = find_grids(page);
    std::vector<Item> tables(grids.size());
    std::vector<std::vector<std::vector<const Word*>>> cell_words(grids.size());
    for (std::size_t g = 0; g < grids.size(); ++g)
        cell_words[g].resize(grids[g].cells.size());
    std::vector<const Word*> body;
    std::vector<std::optional<std::size_t>> first_body(grids.size()); // how many words of the body come before the table
    for (const Word& word : page.words) {
        if (word.turned || word.struck)
            continue;
        // The innermost table that holds it.
        const double x = word.box.middle_x(), y = word.base - 0.3 * word.size;
        std::optional<std::size_t> in;
        for (std::size_t g = 0; g < grids.size(); ++g)
            if (grids[g].box.holds(x, y) && (!in || grids[g].box.width() < grids[*in].box.width()))
                in = g;
        const auto cell = in ? std::ranges::find_if(grids[*in].cells, [&](const GridCell& each) { return each.box.holds(x, y); }) : std::vector<GridCell>::const_iterator{};
        if (!in || cell == grids[*in].cells.end()) {
            body.push_back(&word);
            continue;
        }
        if (!first_body[*in])
            first_body[*in] = body.size();
        cell_words[*in][static_cast<std::size_t>(cell - grids[*in].cells.begin())].push_back(&word);
    }
    for (std::size_t g = 0; g < grids.size(); ++g) {
        Table table;
        table.page = page.number;
        table.box = grids[g].box;
        table.columns = grids[g].columns;
        table.rows = static_cast<std::uint32_t>(grids[g].rows.size() - 1);
        for (std::size_t c = 0; c < grids[g].cells.size(); ++c)
            table.cells.push_back({grids[g].cells[c], lines_of(cell_words[g][c], page.number)});
        tables[g].table = std::move(table);
    }

    std::vector<Line> lines = side_by_side(lines_of(body, page.number));
    const std::optional<double> gutter = gutter_of(lines, page.width);
    const bool sorted = gutter || jumps_about(lines);
    if (gutter)
        lines = column_after_column(lines, *gutter);
    else if (sorted) {
        std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return std::abs(a.base - b.base) < 1 ? a.box.x0 < b.box.x0 : a.base < b.base; });
        lines = side_by_side(std::move(lines));
    }
    const auto in_column = [&](const Line& line, bool right_column) {
        return !gutter || ((line.box.middle_x() > *gutter) == right_column && !(line.box.x0 < *gutter && line.box.x1 > *gutter));
    };
    double left[2] = {page.width, page.width}, right[2] = {page.width, page.width};
    for (const bool side : {false, true}) {
        std::vector<Line> own;
        for (const Line& line : lines)
            if (in_column(line, side))
                own.push_back(line);
        for (const Line& line : own)
            left[side] = std::min(left[side], line.box.x0);
        right[side] = right_edge(own, left[side], page.width);
    }

    // Tables stand where their words come in the content, else by their height on the page.
    std::vector<bool> placed(grids.size(), false);
    std::vector<Item> items;
    std::size_t body_words = 0;
    const auto place_tables = [&](const Line* before) {
        for (std::size_t g = 0; g < grids.size(); ++g) {
            const bool due = before == nullptr || (first_body[g] && !sorted ? *first_body[g] <= body_words : grids[g].box.y0 < before->box.y0);
            if (!placed[g] && due) {
                placed[g] = true;
                items.push_back(tables[g]);
            }
        }
    };
    for (std::size_t i = 0; i < lines.size();) {
        place_tables(&lines[i]);
        if (auto unruled = gutter ? std::nullopt : unruled_table(lines, i)) {
            for (std::size_t k = i; k < unruled->end; ++k)
                body_words += lines[k].words.size();
            i = unruled->end;
            Item item;
            item.table = std::move(unruled->table);
            items.push_back(std::move(item));
            continue;
        }
        Item item;
        const bool side = gutter && lines[i].box.middle_x() > *gutter && lines[i].box.x0 > *gutter - aligned;
        const bool across = gutter && lines[i].box.x0 < *gutter && lines[i].box.x1 > *gutter;
        item.left = left[side];
        item.right = across ? right[1] : right[side];
        body_words += lines[i].words.size();
        item.line = std::move(lines[i++]);
        items.push_back(std::move(item));
    }
    place_tables(nullptr);
    return items;
}

} // namespace ehc::read::pdf

#include "read/pdf_grid.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ehc::read::pdf {

namespace {

constexpr double near = 3.0; // points within which lines touch, or are one
constexpr std::size_t most_rules = 4'000, most_cells = 100'000; // more are a drawing

// A straight line: where it lies, and from where to where it goes.
struct Rule {
    double at = 0, from = 0, to = 0;
};

// Lines end to end, as borders of single cells, become one.
std::vector<Rule> joined(std::vector<Rule> rules) {
    std::ranges::sort(rules, {}, &Rule::at);
    std::vector<Rule> result;
    for (std::size_t first = 0; first < rules.size();) {
        std::size_t last = first;
        while (last < rules.size() && rules[last].at - rules[first].at <= near / 2)
            ++last;
        std::sort(rules.begin() + static_cast<std::ptrdiff_t>(first), rules.begin() + static_cast<std::ptrdiff_t>(last),
                  [](const Rule& a, const Rule& b) { return a.from < b.from; });
        const std::size_t begin = result.size();
        for (std::size_t i = first; i < last; ++i) {
            if (result.size() > begin && rules[i].from <= result.back().to + near)
                result.back().to = std::max(result.back().to, rules[i].to);
            else
                result.push_back({rules[first].at, rules[i].from, rules[i].to});
        }
        first = last;
    }
    return result;
}

class Sets {
  public:
    explicit Sets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
    std::size_t find(std::size_t i) {
        while (parent_[i] != i)
            i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) { parent_[find(a)] = find(b); }

  private:
    std::vector<std::size_t> parent_;
};

// Positions of lines, those that are nearly one taken together.
std::vector<double> positions(const std::vector<Rule>& rules) {
    std::vector<double> at;
    for (const Rule& rule : rules)
        if (at.empty() || rule.at - at.back() > near)
            at.push_back(rule.at);
    return at;
}

// Open sides end where the lines across them do.
void close_sides(std::vector<double>& at, const std::vector<Rule>& across) {
    const double from = std::ranges::min_element(across, {}, &Rule::from)->from, to = std::ranges::max_element(across, {}, &Rule::to)->to;
    if (at.empty() || from < at.front() - 2 * near)
        at.insert(at.begin(), from);
    if (to > at.back() + 2 * near)
        at.push_back(to);
}

Grid grid_of(const std::vector<Rule>& level, const std::vector<Rule>& upright) {
    Grid grid;
    grid.columns = positions(upright);
    grid.rows = positions(level);
    close_sides(grid.columns, level);
    close_sides(grid.rows, upright);
    if (grid.columns.size() < 2 || grid.rows.size() < 2)
        return {};
    const std::size_t rows = grid.rows.size() - 1, columns = grid.columns.size() - 1;
    if (rows * columns > most_cells)
        return {};
    grid.box = {grid.columns.front(), grid.rows.front(), grid.columns.back(), grid.rows.back()};

    // Which borders between neighbours are drawn: below each cell, and to its right.
    std::vector<bool> below(rows * columns), right(rows * columns);
    for (const Rule& rule : level)
        for (std::size_t r = 0; r + 1 < rows; ++r)
            if (std::abs(grid.rows[r + 1] - rule.at) <= near)
                for (std::size_t c = 0; c < columns; ++c)
                    if (const double middle = (grid.columns[c] + grid.columns[c + 1]) / 2; rule.from <= middle && middle <= rule.to)
                        below[r * columns + c] = true;
    for (const Rule& rule : upright)
        for (std::size_t c = 0; c + 1 < columns; ++c)
            if (std::abs(grid.columns[c + 1] - rule.at) <= near)
                for (std::size_t r = 0; r < rows; ++r)
                    if (const double middle = (grid.rows[r] + grid.rows[r + 1]) / 2; rule.from <= middle && middle <= rule.to)
                        right[r * columns + c] = true;
    Sets sets(rows * columns);
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < columns; ++c) {
            if (c + 1 < columns && !right[r * columns + c])
                sets.join(r * columns + c, r * columns + c + 1);
            if (r + 1 < rows && !below[r * columns + c])
                sets.join(r * columns + c, (r + 1) * columns + c);
        }
    constexpr std::size_t none = ~std::size_t{0};
    std::vector<std::size_t> cell_of(rows * columns, none);
    for (std::size_t i = 0; i < rows * columns; ++i) {
        const std::size_t set = sets.find(i), r = i / columns, c = i % columns;
        if (cell_of[set] == none) {
            cell_of[set] = grid.cells.size();
            grid.cells.push_back({{}, static_cast<std::uint32_t>(r), static_cast<std::uint32_t>(c), 1, 1});
        }
        GridCell& cell = grid.cells[cell_of[set]];
        const auto first_column = std::min<std::size_t>(cell.column, c), last_column = std::max<std::size_t>(cell.column + cell.column_span - 1, c);
        cell.column_span = static_cast<std::uint32_t>(last_column - first_column + 1);
        cell.column = static_cast<std::uint32_t>(first_column);
        cell.row_span = std::max(cell.row_span, static_cast<std::uint32_t>(r) - cell.row + 1);
    }
    for (GridCell& cell : grid.cells)
        cell.box = {grid.columns[cell.column], grid.rows[cell.row], grid.columns[cell.column + cell.column_span], grid.rows[cell.row + cell.row_span]};
    return grid;
}

} // namespace

std::vector<Grid> find_grids(const Page& page) {
    std::vector<Rule> level, upright;
    for (const Box& rule : page.rules) {
        if (rule.width() >= rule.height())
            level.push_back({rule.middle_y(), rule.x0, rule.x1});
        else
            upright.push_back({rule.middle_x(), rule.y0, rule.y1});
    }
    level = joined(std::move(level));
    upright = joined(std::move(upright));
    if (level.size() + upright.size() > most_rules)
        return {};
    Sets sets(level.size() + upright.size());
    for (std::size_t i = 0; i < level.size(); ++i)
        for (std::size_t k = 0; k < upright.size(); ++k)
            if (upright[k].at >= level[i].from - near && upright[k].at <= level[i].to + near && level[i].at >= upright[k].from - near &&
                level[i].at <= upright[k].to + near)
                sets.join(i, level.size() + k);
    std::vector<std::size_t> seen;
    std::vector<Grid> grids;
    for (std::size_t i = 0; i < level.size(); ++i) {
        const std::size_t set = sets.find(i);
        if (std::ranges::find(seen, set) != seen.end())
            continue;
        seen.push_back(set);
        std::vector<Rule> own_level, own_upright;
        for (std::size_t k = 0; k < level.size(); ++k)
            if (sets.find(k) == set)
                own_level.push_back(level[k]);
        for (std::size_t k = 0; k < upright.size(); ++k)
            if (sets.find(level.size() + k) == set)
                own_upright.push_back(upright[k]);
        if (own_level.size() < 2 || own_upright.empty())
            continue;
        Grid grid = grid_of(own_level, own_upright);
        const bool frame = grid.cells.size() == 1 && grid.box.width() * grid.box.height() > page.width * page.height / 2;
        if (!grid.cells.empty() && !frame)
            grids.push_back(std::move(grid));
    }
    std::ranges::sort(grids, {}, [](const Grid& grid) { return grid.box.y0; });
    return grids;
}

} // namespace ehc::read::pdf

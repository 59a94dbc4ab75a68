#include "read/flat_rows.hpp"

#include "read/area_words.hpp"
#include "read/item_id.hpp"
#include "read/outline.hpp"
#include "read/placement.hpp"
#include "read/section_titles.hpp"
#include "read/tables.hpp"
#include "read/wording.hpp"
#include "text/dates.hpp"

#include <algorithm>
#include <array>

namespace ehc::read {

using plan::Letter;

namespace {

constexpr std::size_t most_texts = 600; // of one table: bounds the search

bool is_list_of_ids(std::string_view text) {
    std::size_t ids = 0;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" ,;&/", from), text.size());
        const std::string_view word = text.substr(from, end - from);
        from = end + 1;
        if (word.empty() || word == "and" || word == "to" || word == "-")
            continue;
        if (!is_item_id(word))
            return false;
        ++ids;
    }
    return ids != 0;
}

bool fits_letter(char id, Letter letter) {
    constexpr std::string_view needs = "BN", outcomes = "EO", provision = "FP";
    switch (letter) {
    case Letter::B: return needs.find(id) != std::string_view::npos;
    case Letter::E: return outcomes.find(id) != std::string_view::npos;
    case Letter::F: return provision.find(id) != std::string_view::npos;
    case Letter::C: return id == 'C' || id == 'N';
    case Letter::D: return id == 'D' || id == 'N';
    case Letter::G: return id == 'G' || id == 'P';
    case Letter::H1:
    case Letter::H2: return id == 'H' || id == 'P';
    default: return true;
    }
}

} // namespace

Seen look_at(const FlatText& text) {
    Seen seen;
    seen.words = Words(text.text);
    seen.gap = text.gap;
    const Words& words = seen.words;
    if (words.empty())
        return seen;
    seen.id = is_item_id(text.text);
    seen.references = is_list_of_ids(text.text);
    const auto date = words.count() <= 12 ? text::read_date(text.text) : std::nullopt;
    seen.dated = date.has_value();
    seen.answer = words.begins("yes") || words.begins("no") || words.begins("attached") || words.begins("appendix") || words.begins("not") || words.begins("enclosed");
    seen.nil = is_nil(words) || is_placeholder(std::string_view(text.text));
    const std::size_t last = text.text.find_last_not_of(" \"')");
    seen.sentence = last != std::string::npos && std::string_view(".!").find(text.text[last]) != std::string_view::npos;
    seen.lower = text.text[0] >= 'a' && text.text[0] <= 'z';
    if (words.word(0).size() == 1 && words.count() > 2 && words.word(1)[0] >= '0' && words.word(1)[0] <= '9' && words.capital(0))
        seen.id_letter = text.text[words.span(0).begin];
    seen.lettered = lettered_head(words);
    const bool short_title = words.count() <= longest_lettered_head && !seen.sentence;
    const auto heading = read_heading(words);
    seen.section = short_title && heading && heading->title.first < heading->title.last &&
                   (heading->form == Heading::Form::section_word || (seen.lettered && heading->form != Heading::Form::inner && heading->separated && opens_with_section(words, heading->title, heading->letters.front())));
    seen.area = words.count() <= 8 && !seen.sentence && area_of_subhead(words).has_value();
    seen.asks = label_in(words, {0, words.count()}, {});
    seen.role = role_of(words);
    seen.placement = is_placement_label(words);
    seen.signs = words.count() >= 2 && (seen.asks == Asks::signature || (seen.asks == Asks::officer_name && words.has("local authority")));
    const std::size_t colon = text.text.find(": ");
    seen.pair = colon != std::string::npos && colon < 40 && label_in(words, {0, Words(std::string_view(text.text).substr(0, colon)).count()}, {}).has_value();
    return seen;
}

bool is_label_of(const Seen& seen, std::optional<Letter> section) {
    if (section == Letter::I && seen.placement)
        return true;
    if (section && *section >= Letter::E && *section <= Letter::H2)
        return is_property(seen.role.role) && seen.role.firm;
    return seen.asks && (!section || *section == Letter::A || *section >= Letter::I);
}

Cost Rows::in_column(const Seen& seen, std::size_t column) const {
    const std::uint32_t count = seen.words.count();
    if (seen.section || (seen.signs && columns_.front().holds != Holds::label))
        return never;
    switch (columns_[column].holds) {
    case Holds::label:
        if (is_label_of(seen, section_))
            return -1.2;
        return seen.pair || seen.sentence || count > 8 ? 5 : 0.8;
    case Holds::value:
        if (seen.words.original().ends_with(':') || seen.pair)
            return 2.5;
        return is_label_of(seen, section_) ? 0.6 : 0;
    case Holds::id: return seen.id || (section_ == Letter::K && count == 1 && seen.words.original().size() <= 3) ? -2 : 5;
    case Holds::reference: return seen.references ? -1 : seen.nil || count <= 2 ? 0.6 : 3.5;
    case Holds::date: return seen.dated ? -1 : seen.nil || count <= 3 ? 0.6 : 3;
    case Holds::answer: return seen.answer ? -1 : count <= 3 ? 0.6 : 2;
    case Holds::item:
        if (seen.id_letter != 0 && columns_[column].letter)
            return fits_letter(seen.id_letter, *columns_[column].letter) ? -2 : 4;
        if (seen.references)
            return 3.5;
        return seen.nil ? 0 : count >= 6 ? -0.3 : 0.4;
    case Holds::who: return seen.references ? 3.5 : count > 30 ? 2 : seen.sentence && count > 12 ? 0.6 : -0.2;
    case Holds::term: {
        const bool number = std::ranges::any_of(seen.words.original(), [](char c) { return c >= '0' && c <= '9'; });
        constexpr std::string_view times[] = {"daily", "weekly", "monthly", "termly", "every", "each", "once", "twice", "minutes", "hour", "hours", "half", "term", "lesson", "lessons", "year", "ongoing"};
        if (seen.references)
            return seen.id && !seen.words.capital(0) ? 0.5 : 3.5;
        return count > 40 ? 2 : number || seen.words.has_any(times) ? -0.6 : 0.5;
    }
    case Holds::area: return seen.area ? -1 : count <= 8 && !seen.sentence && !seen.references ? 0.5 : 3;
    case Holds::other: return seen.references ? 1 : 0;
    }
    return 0;
}

// What the blank lines before a text say of the cells passed over.
Cost Rows::gap_for(std::size_t index, std::size_t blank_cells, bool new_row) const {
    const std::uint32_t gap = seen_[index].gap;
    if (gaps_ == Gaps::blank_cells) {
        if (blank_cells == gap)
            return 0.1 * static_cast<Cost>(gap);
        return blank_cells > gap ? 3.0 * static_cast<Cost>(blank_cells - gap) : 1.2 * static_cast<Cost>(gap - blank_cells);
    }
    const Cost blanks = 1.6 * static_cast<Cost>(blank_cells);
    return blanks + (gap != 0 ? 0 : new_row ? 0.3 : 2.5);
}

// One more line or paragraph in the cell before.
Cost Rows::goes_on(std::size_t index, std::size_t column) const {
    const Seen& seen = seen_[index];
    if (seen.section || seen.pair || (seen.signs && columns_.front().holds != Holds::label))
        return never;
    const Holds holds = columns_[column].holds;
    // A paragraph that either cell may hold is of the later one: what is given has more of them than what it is for.
    Cost cost = (seen.id_letter != 0 || seen.id ? 3 : 0) + (column + 1 < columns_.size() ? 0.1 : 0);
    if (gaps_ == Gaps::part_cells)
        return cost + (seen.gap == 0 ? seen.lower ? -0.1 : 0.1 : seen.lower ? 1 : 2.5);
    cost += seen.gap == 0 ? 0 : 1.5;
    switch (holds) {
    case Holds::item: return cost + 1;
    case Holds::value: return cost + (is_label_of(seen, section_) ? 2.5 : 1.1);
    case Holds::other:
    case Holds::who: return cost + 1.4;
    default: return cost + 2.5;
    }
}

Rows::Way Rows::best(std::size_t from, std::size_t limit) const {
    const std::size_t width = columns_.size();
    const std::size_t count = std::min(limit - from, most_texts);
    Way way;
    if (count == 0)
        return way;
    // steps[i][c]: texts before i are placed, the last of them in column c.
    std::vector<std::array<Step, most_columns>> steps(count + 1);
    const auto offer = [](Step& step, Cost cost, std::size_t before, Step::Kind kind) {
        if (cost < step.cost)
            step = {cost, static_cast<std::uint8_t>(before), kind};
    };
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t index = from + i;
        for (std::size_t c = 0; c < width; ++c) {
            const bool start = i == 0;
            if (start ? c + 1 != width : steps[i][c].cost >= never)
                continue;
            const Cost so_far = start ? 0 : steps[i][c].cost;
            if (!start && steps[i][c].kind != Step::Kind::title)
                offer(steps[i + 1][c], so_far + goes_on(index, c), c, Step::Kind::same_cell);
            for (std::size_t to = c + 1; to < width; ++to)
                offer(steps[i + 1][to], so_far + gap_for(index, to - c - 1, false) + in_column(seen_[index], to), c, Step::Kind::cell);
            for (std::size_t to = 0; to < width; ++to) {
                // Blank lines before the first row stand between the heads and it.
                const Cost gap = start ? 1.5 * static_cast<Cost>(to) : gap_for(index, width - 1 - c + to, true);
                offer(steps[i + 1][to], so_far + gap + in_column(seen_[index], to), c, Step::Kind::row);
            }
            if (seen_[index].area && titles_)
                offer(steps[i + 1][width - 1], so_far + (start ? 0 : gap_for(index, width - 1 - c, true)) + 0.1, c, Step::Kind::title);
        }
    }
    std::size_t column = 0;
    for (std::size_t i = 1; i <= count; ++i)
        for (std::size_t c = 0; c < width; ++c) {
            if (steps[i][c].cost >= never || steps[i][c].kind == Step::Kind::title)
                continue;
            const std::size_t after = from + i;
            const std::uint32_t gap = after < seen_.size() ? seen_[after].gap : 1;
            const bool stops = after >= limit || gap != 0;
            const std::size_t blank = width - 1 - c;
            const Cost ending = gaps_ == Gaps::blank_cells ? (blank > gap ? 3.0 * static_cast<Cost>(blank - gap) : 0) : 1.6 * static_cast<Cost>(blank);
            const Cost cost = steps[i][c].cost + ending + (stops ? 0 : 1);
            if (cost < way.cost) {
                way.cost = cost;
                way.end = after;
                column = c;
            }
        }
    if (way.cost >= never)
        return way;
    // Back from the end, then forward again.
    std::vector<std::pair<Step::Kind, std::size_t>> taken; // kind and column of each text
    for (std::size_t i = way.end - from, c = column; i > 0; --i) {
        taken.emplace_back(steps[i][c].kind, c);
        c = steps[i][c].before;
    }
    std::ranges::reverse(taken);
    for (std::size_t i = 0; i < taken.size(); ++i) {
        const auto [kind, c] = taken[i];
        if (kind == Step::Kind::title)
            way.rows.push_back({{from + i}});
        else {
            if (kind == Step::Kind::row)
                way.rows.emplace_back(width);
            way.rows.back()[c].push_back(from + i);
        }
    }
    return way;
}

} // namespace ehc::read

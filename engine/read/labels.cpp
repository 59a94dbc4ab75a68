#include "read/labels.hpp"

#include "read/wording.hpp"
#include "text/dates.hpp"

#include <algorithm>
#include <set>

namespace ehc::read {

namespace {

using plan::State;

// Two to four words in capitals up to the end, as names are.
bool capitalised_name(const Words& words, std::uint32_t from) {
    const std::uint32_t count = words.count() - from;
    if (count < 2 || count > 4)
        return false;
    for (std::uint32_t i = from; i < words.count(); ++i)
        if (!words.capital(i) || words.gap_before(i).find_first_of(":;,|?") != std::string_view::npos)
            return false;
    return !label_in(words, {from, words.count()}, {});
}

// A detail of the child that is no view, wherever it stands.
bool is_detail(Asks asks) {
    return asks == Asks::child_name || asks == Asks::person_name || asks == Asks::given_names || asks == Asks::other_names || asks == Asks::family_name || asks == Asks::known_as || asks == Asks::birth_date || asks == Asks::upn || asks == Asks::nhs_number;
}

class LabelFinder {
  public:
    LabelFinder(std::vector<Line>& lines, LabelTable own) : lines_(lines), own_(std::move(own)) {}

    std::vector<Labelled> find();

  private:
    struct CellAt {
        std::vector<std::uint32_t> lines;
        std::uint32_t column = 0;
        bool filled = false;
    };
    using Row = std::vector<CellAt>;

    [[nodiscard]] bool holds_labels(const Row& row) const;
    void read_row(const Row& row, const Row* below);
    bool read_pairs(std::uint32_t index);
    void read_plain(std::uint32_t index);
    bool read_dates_within(std::uint32_t index);
    void add(Asks asks, std::uint32_t label_line, const plan::Origin& label, plan::Text value, bool placeholder);
    plan::Text text_of(const CellAt& cell, bool& placeholder, std::size_t from = 0) const;
    [[nodiscard]] std::optional<Asks> whole_label(std::uint32_t index) const;
    [[nodiscard]] bool searched(const Line& line) const;
    void note_person(const Line& line);
    void pass_over_lists();

    std::vector<Line>& lines_;
    LabelTable own_; // of a profile
    std::vector<Labelled> found_;
    Person person_ = Person::child;
    std::set<std::uint32_t> lists_; // tables of who was asked to a meeting and came
};

// "Name | Role | Invited | Attended": what stands below are people and answers, and no labels.
void LabelFinder::pass_over_lists() {
    for (const Line& line : lines_)
        if (line.block->cell && line.block->cell->columns >= 3 && (line.words.is("attended") || line.words.is("invited") || line.words.is("present") || line.words.begins("attended y")))
            lists_.insert(line.block->cell->table);
}

bool LabelFinder::searched(const Line& line) const {
    if (line.block->cell && lists_.contains(line.block->cell->table))
        return false;
    if (line.use == Use::running || line.use == Use::contents || line.use == Use::column_head)
        return false;
    // Sections have their own words; only Section A sometimes holds the child's details.
    return line.sections.empty() || (line.in(plan::Letter::A) && line.sections.size() == 1);
}

std::optional<Asks> LabelFinder::whole_label(std::uint32_t index) const {
    const Line& line = lines_[index];
    if (line.use == Use::empty || line.use == Use::placeholder)
        return std::nullopt;
    return label_in(line.words, {0, line.words.count()}, own_);
}

plan::Text LabelFinder::text_of(const CellAt& cell, bool& placeholder, std::size_t from) const {
    plan::Text text;
    for (std::size_t i = from; i < cell.lines.size(); ++i) {
        const Line& line = lines_[cell.lines[i]];
        if (line.use == Use::placeholder) {
            placeholder = true;
            continue;
        }
        if (line.use != Use::empty)
            text.append(line.block->text, "\n");
    }
    return text;
}

void LabelFinder::note_person(const Line& line) {
    // "Section A: The views of the child and their parents" is the child's.
    if (line.use == Use::heading) {
        person_ = Person::child;
        return;
    }
    if (const auto person = person_of_title(line.words))
        person_ = *person;
}

void LabelFinder::add(Asks asks, std::uint32_t label_line, const plan::Origin& label, plan::Text value, bool placeholder) {
    Labelled made;
    made.asks = asks;
    made.person = person_;
    made.label = label;
    made.line = label_line;
    // "Child's name: __________ Date received: ______"
    const bool ruled = value.value.starts_with("____") || value.value.starts_with("....") || value.value.starts_with("\xE2\x80\xA6\xE2\x80\xA6");
    if (ruled)
        value = {};
    if (is_placeholder(std::string_view(value.value)))
        placeholder = true;
    else if (!is_blank(value.value))
        made.state = State::stated;
    if (made.state != State::stated && placeholder)
        made.state = State::placeholder;
    if (made.state == State::stated)
        made.value = std::move(value);
    // A signature turns the names and dates beside it into the officer's; a parent's name what follows into the parent's.
    if (asks == Asks::signature || asks == Asks::officer_name || asks == Asks::officer_role)
        person_ = Person::officer;
    else if (asks == Asks::parent_name)
        person_ = Person::parent;
    else if (asks == Asks::other_person)
        person_ = Person::other;
    else if (asks == Asks::setting)
        person_ = person_ == Person::child ? Person::child : Person::setting;
    else if (asks == Asks::child_name || asks == Asks::birth_date || asks == Asks::given_names)
        person_ = asks == Asks::given_names ? person_ : Person::child;
    found_.push_back(std::move(made));
}

// "Name: Maya Smith  DOB: 3 April 2013" in one paragraph: every label before a colon, its value up to the next label.
bool LabelFinder::read_pairs(std::uint32_t index) {
    const Line& line = lines_[index];
    const Words& words = line.words;
    struct Pair {
        WordRange label;
        Asks asks;
        std::uint32_t value_from; // byte
    };
    std::vector<Pair> pairs;
    std::uint32_t from = 0;
    for (std::uint32_t at = 1; at <= words.count() && at <= 120; ++at) {
        const std::string_view gap = words.gap_before(at);
        const std::size_t colon = gap.find(':');
        const std::size_t mark = gap.find('?');
        // "Mother ......... Dr Harpreet Singh"
        const std::size_t dots = gap.find("...");
        const std::size_t leader = dots == std::string_view::npos ? dots : gap.find_last_of('.');
        const std::size_t sign = colon != std::string_view::npos ? colon : mark != std::string_view::npos ? mark : leader;
        // "12:30" is a time
        if (sign == std::string_view::npos || (gap == ":" && at < words.count() && words.word(at)[0] >= '0' && words.word(at)[0] <= '9' &&
                                               words.word(at - 1)[0] >= '0' && words.word(at - 1)[0] <= '9'))
            continue;
        // The longest label that ends here.
        const std::uint32_t earliest = pairs.empty() ? 0 : std::max(from, at > longest_label ? at - longest_label : 0);
        for (std::uint32_t first = earliest; first < at; ++first) {
            const auto asks = label_in(words, {first, at}, own_);
            if (asks) {
                const auto value_from = static_cast<std::uint32_t>(gap.data() - words.original().data() + sign + 1);
                pairs.push_back({{first, at}, *asks, value_from});
                from = at;
                break;
            }
            if (pairs.empty())
                break;
        }
        if (pairs.empty())
            return false;
    }
    if (pairs.empty())
        return false;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto size = static_cast<std::uint32_t>(words.original().size());
        std::uint32_t end = i + 1 < pairs.size() ? words.span(pairs[i + 1].label.first).begin : size;
        std::uint32_t begin = std::min(pairs[i].value_from, end);
        while (begin < end && words.original()[begin] == ' ')
            ++begin;
        // "Acorns Nursery      Key person: J Mistry": a wide gap and a label that is not known end the value too.
        if (const std::size_t wide = words.original().substr(begin, end - begin).find("   "); wide != std::string_view::npos && wide > 0 &&
                                                                                         words.original().substr(begin + wide, end - begin - wide).find(':') != std::string_view::npos)
            end = begin + static_cast<std::uint32_t>(wide);
        while (end > begin && (words.original()[end - 1] == ' ' || words.original()[end - 1] == '|' || words.original()[end - 1] == ';'))
            --end;
        const plan::Origin label = line.block->text.origin(words.span(pairs[i].label.first).begin, words.span(pairs[i].label.last - 1).end);
        plan::Text value = line.block->text.part(begin, end);
        if (begin >= end)
            value = {};
        bool placeholder = std::ranges::any_of(line.block->runs, [&](const Run& run) {
            return run.placeholder && run.span.begin <= begin && run.span.end >= end && begin < end;
        });
        if (placeholder)
            value = {};
        add(pairs[i].asks, index, label, std::move(value), placeholder);
    }
    return true;
}

// "Date of Birth 3 April 2013", "DOB - 03/04/2013": a label of a date or number and then digits.
void LabelFinder::read_plain(std::uint32_t index) {
    const Line& line = lines_[index];
    const Words& words = line.words;
    // "Date of Birth / Click here to enter a date.": cells of a row that another program set in a line.
    for (std::uint32_t at = 1; at < words.count() && at <= longest_label && line.sections.empty() && !whole_label(index); ++at) {
        if (words.gap_before(at) != " / ")
            continue;
        const auto asks = label_in(words, {0, at}, own_);
        if (!asks || !is_detail(*asks))
            break;
        if (words.original().find(" / ", words.span(at).begin) != std::string_view::npos)
            break; // the head of a list: "Name / Role / Service"
        const bool beside_label = label_in(words, {at, words.count()}, own_).has_value();
        add(*asks, index, line.block->text.origin(0, words.span(at - 1).end),
            beside_label ? plan::Text{} : line.block->text.part(words.span(at).begin, static_cast<std::uint32_t>(words.original().size())), false);
        return;
    }
    for (std::uint32_t at = std::min(words.count(), longest_label); at-- > 1;) {
        const auto asks = label_in(words, {0, at}, own_);
        // "Child's Personal Details" is a title: the label has to ask for a name.
        const auto asked = words.find("name");
        const bool named = asks && (*asks == Asks::person_name || *asks == Asks::child_name) && at <= 5 && asked && asked->last <= at && capitalised_name(words, at);
        if (named && line.sections.empty() && words.gap_before(at).find_first_not_of(' ') == std::string_view::npos) {
            add(*asks, index, line.block->text.origin(0, words.span(at - 1).end), line.block->text.part(words.span(at).begin, static_cast<std::uint32_t>(words.original().size())), false);
            return;
        }
        if (!asks || *asks == Asks::person_name || *asks == Asks::date || *asks == Asks::other || *asks == Asks::year_group || *asks == Asks::amended_date ||
            *asks == Asks::plan_id || *asks == Asks::version)
            continue;
        // "Post-16" is one word.
        const std::string_view gap = words.gap_before(at);
        const bool dash = gap.find('|') != std::string_view::npos || (gap.find('-') != std::string_view::npos && gap != "-") || gap.find("\xE2\x80\x93") != std::string_view::npos;
        const bool dated = *asks == Asks::birth_date || *asks == Asks::upn || *asks == Asks::nhs_number || (*asks >= Asks::plan_date && *asks <= Asks::review_decision_date);
        const bool digits = std::ranges::any_of(words.original().substr(words.span(at).begin), [](char c) { return c >= '0' && c <= '9'; });
        if ((dated && digits && words.count() - at <= 5) || (dash && words.count() - at <= 8 && *asks != Asks::signature)) {
            const auto size = static_cast<std::uint32_t>(words.original().size());
            add(*asks, index, line.block->text.origin(0, words.span(at - 1).end), line.block->text.part(words.span(at).begin, size), false);
            return;
        }
    }
}

// "EHC Coordinator" below "Position" is a value, whatever else it may be; "Date of birth" below "Name" is the next label.
bool LabelFinder::holds_labels(const Row& row) const {
    std::size_t filled = 0, labels = 0;
    for (const CellAt& cell : row) {
        filled += cell.filled ? 1U : 0U;
        labels += std::ranges::any_of(cell.lines, [&](std::uint32_t i) { return whole_label(i).has_value(); }) ? 1U : 0U;
    }
    return labels * 3 > filled;
}

// "First plan 3 May 2022, amended final 12 June 2025", "Version 3 (amended final: 12 June 2025)": the days of drafts and finals
// within a line, each straight behind what it is the day of.
bool LabelFinder::read_dates_within(std::uint32_t index) {
    constexpr std::uint32_t longest = 40;
    constexpr std::pair<std::string_view, Asks> bare_states[] = {{"draft", Asks::draft_date}, {"final", Asks::final_date}, {"first plan", Asks::first_date}};
    const Line& line = lines_[index];
    const Words& words = line.words;
    if (!line.sections.empty() || words.count() > longest)
        return false;
    const auto asked = [&](WordRange range) -> std::optional<Asks> {
        for (const auto& [state, asks] : bare_states)
            if (words.begins(state, range.first) && range.last - range.first == static_cast<std::uint32_t>(std::ranges::count(state, ' ') + 1))
                return asks;
        // By itself, as it may stand in brackets.
        const Words label(words.original().substr(words.span(range.first).begin, words.span(range.last - 1).end - words.span(range.first).begin));
        const auto asks = label_in(label, {0, label.count()}, own_);
        return asks && *asks >= Asks::draft_date && *asks <= Asks::notice_date ? asks : std::nullopt;
    };
    bool any = false;
    std::uint32_t from = 0;
    for (std::uint32_t at = 1; at + 2 < words.count(); ++at) {
        if (words.word(at)[0] < '0' || words.word(at)[0] > '9' || words.gap_before(at).find_first_not_of(" \t:,-(\xE2\x80\x93\x94") != std::string_view::npos)
            continue;
        // The longest label that ends here and stands at the beginning or behind a sign.
        for (std::uint32_t first = from; first < at; ++first) {
            const std::string_view before = words.gap_before(first);
            const bool parted = first == 0 || first == from || before.find_first_not_of(' ') != std::string_view::npos || before.size() > 1;
            const auto asks = parted ? asked({first, at}) : std::nullopt;
            if (!asks)
                continue;
            for (std::uint32_t last = at + 3; last <= std::min(words.count(), at + 4); ++last) {
                plan::Text value = line.block->text.part(words.span(at).begin, words.span(last - 1).end);
                const auto date = text::read_date(value.value);
                if (!date || date->date.precision != Precision::day)
                    continue;
                add(*asks, index, line.block->text.origin(words.span(first).begin, words.span(at - 1).end), std::move(value), false);
                any = true;
                from = last;
                break;
            }
            break;
        }
    }
    return any;
}

void LabelFinder::read_row(const Row& row, const Row* below) {
    // A title over the table, or over a part of it.
    std::size_t filled = 0, labels_here = 0;
    for (const CellAt& cell : row) {
        if (!cell.filled)
            continue;
        ++filled;
        for (const std::uint32_t i : cell.lines)
            if (lines_[i].use != Use::empty) {
                labels_here += whole_label(i).has_value() ? 1U : 0U;
                break;
            }
    }
    // Labels side by side, with their values in the row below.
    if (filled >= 2 && labels_here == filled && below != nullptr && below->size() == row.size()) {
        const bool labels_below = holds_labels(*below);
        if (!labels_below && row.front().filled) {
            for (const CellAt& cell : row)
                if (cell.filled)
                    note_person(lines_[cell.lines.front()]);
            for (std::size_t i = 0; i < row.size(); ++i)
                for (const std::uint32_t at : row[i].lines)
                    if (const auto asks = whole_label(at)) {
                        bool placeholder = false;
                        plan::Text value = text_of((*below)[i], placeholder);
                        add(*asks, at, lines_[at].block->text.origin(), std::move(value), placeholder);
                        if (lines_[at].sections.empty())
                            lines_[at].use = Use::label;
                        break;
                    }
            return;
        }
    }
    if (filled == 1 && row.size() >= 1 && labels_here == 0) {
        for (const CellAt& cell : row)
            for (const std::uint32_t i : cell.lines)
                if (lines_[i].use != Use::empty && !read_pairs(i)) {
                    note_person(lines_[i]);
                    if (cell.lines.size() == 1)
                        read_plain(i);
                }
        return;
    }
    for (std::size_t c = 0; c < row.size(); ++c) {
        const CellAt& cell = row[c];
        bool beside = true; // the value is not in the label's own cell
        for (std::size_t k = 0; k < cell.lines.size(); ++k) {
            const std::uint32_t i = cell.lines[k];
            if (lines_[i].use == Use::empty || lines_[i].use == Use::placeholder)
                continue;
            auto asks = whole_label(i);
            // "I live with | My mother": the right cell of a pair is a value, whatever its words.
            if (asks && row.size() == 2 && c == 1 && row[0].filled && !whole_label(row[0].lines.front()) && !lines_[i].words.original().ends_with(':'))
                continue;
            if (!asks) {
                if (!read_pairs(i) && k == 0 && c == 0)
                    note_person(lines_[i]);
                continue;
            }
            bool placeholder = false;
            plan::Text value = text_of(cell, placeholder, k + 1);
            // In its own cell only what is no label itself.
            bool other_label = false;
            for (std::size_t rest = k + 1; rest < cell.lines.size(); ++rest)
                other_label = other_label || whole_label(cell.lines[rest]).has_value() || lines_[cell.lines[rest]].words.original().find(':') != std::string_view::npos;
            if (other_label) {
                value = {};
                placeholder = false;
            }
            beside = value.empty() && !placeholder;
            if (beside && c + 1 < row.size()) {
                const CellAt& right = row[c + 1];
                const bool next_is_label = !right.lines.empty() && std::ranges::any_of(right.lines, [&](std::uint32_t at) {
                    return whole_label(at).has_value() && lines_[at].words.original().ends_with(':');
                });
                // "Name | Role | Date of report", "Forenames | Surname": what asks for a name is none.
                const bool is_label = is_detail(*asks) && right.filled && !right.lines.empty() && right.lines.size() == 1 && whole_label(right.lines.front());
                if (!next_is_label && !is_label)
                    value = text_of(right, placeholder);
            }
            add(*asks, i, lines_[i].block->text.origin(), std::move(value), placeholder);
            if (lines_[i].sections.empty() && lines_[i].use == Use::content)
                lines_[i].use = Use::label;
            if (!other_label)
                break;
        }
        // The cell beside a label is its value, even when its words could be a label.
        if (const auto asks = beside && !cell.lines.empty() && cell.filled ? whole_label(cell.lines.front()) : std::nullopt;
            asks && c + 1 < row.size() && row[c + 1].filled && !lines_[row[c + 1].lines.front()].words.original().ends_with(':') &&
            !(is_detail(*asks) && whole_label(row[c + 1].lines.front())))
            ++c;
    }
}

std::vector<Labelled> LabelFinder::find() {
    pass_over_lists();
    std::uint32_t i = 0;
    const auto count = static_cast<std::uint32_t>(lines_.size());
    const auto row_at = [&](std::uint32_t at, std::uint32_t& end) {
        Row row;
        const Cell& place = *lines_[at].block->cell;
        for (end = at; end < count && lines_[end].block->cell && lines_[end].block->cell->table == place.table && lines_[end].block->cell->row == place.row; ++end) {
            const std::uint32_t column = lines_[end].block->cell->column;
            if (row.empty() || row.back().column != column)
                row.push_back({{}, column, false});
            row.back().lines.push_back(end);
            row.back().filled = row.back().filled || lines_[end].use != Use::empty;
        }
        return row;
    };
    while (i < count) {
        const Line& line = lines_[i];
        if (!line.block->cell) {
            if (searched(line) && line.use != Use::empty && line.use != Use::placeholder) {
                const auto asks = whole_label(i);
                const bool colon = line.words.original().ends_with(':');
                const bool value_follows = i + 1 < count && !lines_[i + 1].block->cell && searched(lines_[i + 1]) && lines_[i + 1].use == Use::content &&
                                           lines_[i + 1].words.count() <= 12 && !whole_label(i + 1) &&
                                           lines_[i + 1].words.original().find(':') == std::string_view::npos && !lines_[i + 1].strong();
                const bool signs = asks && *asks == Asks::signature && line.sections.empty();
                // "Next planned review date:" over a sentence without a number is left blank.
                const bool asks_number = asks && (*asks == Asks::upn || *asks == Asks::nhs_number || (*asks >= Asks::plan_date && *asks <= Asks::review_decision_date));
                const bool number_follows = value_follows && std::ranges::any_of(lines_[i + 1].words.original(), [](char c) { return c >= '0' && c <= '9'; });
                if (asks_number && colon && value_follows && !number_follows && !is_placeholder(std::string_view(lines_[i + 1].words.original()))) {
                    add(*asks, i, line.block->text.origin(), {}, false);
                } else if (asks && *asks != Asks::other && (colon || line.strong() || signs) && value_follows) {
                    add(*asks, i, line.block->text.origin(), lines_[i + 1].block->text, false);
                    ++i;
                } else if (read_pairs(i)) {
                    if (!line.sections.empty() && line.use == Use::content && is_detail(found_.back().asks))
                        lines_[i].use = Use::label;
                } else {
                    // "Ada's parents or person(s) with parental responsibility:" over lines of their own, or a title over a table
                    const bool over_table = i + 1 < count && lines_[i + 1].block->cell.has_value();
                    if (line.strong() || over_table || (colon && line.words.count() <= longest_label))
                        note_person(line);
                    if (!read_dates_within(i) && line.words.count() <= longest_label)
                        read_plain(i);
                }
            }
            ++i;
            continue;
        }
        std::uint32_t end = i;
        const Row row = row_at(i, end);
        if (std::ranges::any_of(row, [&](const CellAt& cell) { return !searched(lines_[cell.lines.front()]); })) {
            i = end;
            continue;
        }
        std::uint32_t below_end = end;
        Row below;
        const bool has_below = end < count && lines_[end].block->cell && lines_[end].block->cell->table == line.block->cell->table;
        if (has_below)
            below = row_at(end, below_end);
        const std::size_t before = found_.size();
        read_row(row, has_below ? &below : nullptr);
        // Values that stood in the row below are read.
        const bool used_below = has_below && found_.size() > before && row.size() >= 2 &&
                                std::ranges::all_of(row, [&](const CellAt& cell) { return !cell.filled || whole_label(cell.lines.front()).has_value(); }) &&
                                below.size() == row.size() &&
                                !holds_labels(below);
        i = used_below ? below_end : end;
    }
    return std::move(found_);
}

} // namespace

std::vector<Labelled> find_labels(Outline& outline, std::span<const OwnLabel> own) { return LabelFinder(outline.lines, own_labels(own)).find(); }

} // namespace ehc::read

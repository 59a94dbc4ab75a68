#include "read/section_heads.hpp"

#include "read/area_words.hpp"
#include "read/combined_heads.hpp"
#include "read/section_titles.hpp"
#include "read/wording.hpp"

#include <algorithm>
#include <map>
#include <iterator>

namespace ehc::read {

namespace {

using plan::Letter;

constexpr std::uint32_t longest_heading = 70;      // words; the regulation's own titles have thirty
constexpr std::uint32_t longest_part_heading = 25;
constexpr std::uint32_t longest_inner_heading = 12; // "My money (Section J)", whatever its words
// Without a letter or a look of its own a line is a title while it is short, or says nothing of anybody.
constexpr std::uint32_t longest_plain_title = 8;
constexpr std::string_view verbs[] = {"is", "has", "have", "will", "was", "were", "can", "cannot", "does", "do", "did", "had", "should", "may", "finds", "i", "he", "she", "they", "we"};

// After a letter without a sign these make it a sentence about the section.
constexpr std::string_view sentence_words[] = {
    "is", "are", "was", "were", "should", "must", "will", "may", "can", "sets", "set", "describes", "describe", "contains", "contain", "has", "have",
    "of", "in", "on", "above", "below", "says", "states", "specifies", "specify", "lists", "includes", "include", "identifies", "details", "for",
    "to", "which", "that", "as", "at", "if", "because", "when", "refers", "shows", "explains", "covers", "gives", "provision is", "and the", "does", "do",
};

// "Willowmere School" and not "Type of school": capitalised words, one of a school and one that is no word of forms.
bool names_institution(const Words& words, WordRange range) {
    constexpr std::string_view kinds[] = {"school", "academy", "college", "nursery", "centre", "primary", "preschool"};
    constexpr std::string_view of_forms[] = {"school", "academy", "college", "nursery", "centre", "primary", "preschool", "name", "type", "placement", "educational", "education", "setting",
                                             "institution", "special", "secondary", "mainstream", "maintained", "current", "named", "provider", "post", "other"};
    bool kind = false, own = false;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
        const std::string_view word = words.word(i);
        if (!words.capital(i) && word != "of" && word != "the" && word != "and" && word != "s")
            return false;
        kind = kind || std::ranges::find(kinds, word) != std::end(kinds);
        own = own || (words.capital(i) && std::ranges::find(of_forms, word) == std::end(of_forms));
    }
    return kind && own;
}

class Finder {
  public:
    Finder(Outline& outline, const Tables& tables, const OutlineOptions& options)
        : outline_(outline), lines_(outline.lines), tables_(tables), options_(options) {}

    SectionHeads find();

  private:
    void find_lettered();
    std::optional<SectionHead> lettered(std::uint32_t index) const;
    bool title_below(std::uint32_t index, const Heading& heading, SectionHead& head) const;
    bool title_beside(std::uint32_t index, const Heading& heading, SectionHead& head) const;
    bool accepts(const Line& line, const Heading& heading, bool row_title) const;
    void count_bodies();
    void drop_contents();
    void drop_tables_of_letters();
    [[nodiscard]] bool titled_as_list(std::uint32_t index) const;
    void drop(std::size_t first, std::size_t last);
    void drop_empty_repeats();
    void find_by_words();
    void find_by_rank();

    Outline& outline_;
    std::vector<Line>& lines_;
    const Tables& tables_;
    OutlineOptions options_;
    std::vector<HeaderRow> headers_;
    std::vector<FoundHead> found_;
};

bool Finder::accepts(const Line& line, const Heading& heading, bool title_of_row) const {
    const Words& words = line.words;
    const bool strong = line.strong() || title_of_row || (line.block->cell && line.block->cell->header_row);
    const std::uint32_t title_words = heading.title.last - std::min(heading.title.first, heading.title.last);
    if (title_words > longest_heading)
        return false;
    const bool untitled = title_words == 0;
    const bool own = std::ranges::any_of(heading.letters, [&](Letter letter) { return names_section(words, heading.title, letter); });
    const bool named = own || title_letter(words, heading.title, heading.letters.front()).has_value();
    const bool sentence = !heading.separated && words.begins_any(sentence_words, heading.title.first);
    const bool whole = heading.title_end >= words.original().size();
    switch (heading.form) {
    case Heading::Form::section_word:
        if (sentence)
            return false;
        if (untitled || strong)
            return true;
        // "(section E) might look like this:" goes on with a sentence.
        if (!own && words.gap_before(0).ends_with('(') && words.gap_before(heading.title.first).starts_with(')') && !words.capital(heading.title.first))
            return false;
        if (heading.separated)
            return title_words <= longest_plain_heading;
        return own && title_words <= longest_plain_heading && !full_stop(words.original());
    case Heading::Form::bracket:
    case Heading::Form::letter:
        if (line.block->list_item && !strong)
            return false;
        // "C / Medical advice": an appendix of the list of advice.
        if (heading.letters.front() != Letter::K && title_words != 0 && (words.word(words.count() - 1) == "advice" || words.word(words.count() - 1) == "report"))
            return false;
        if (untitled)
            return line.styled() || (heading.form == Heading::Form::letter && title_of_row && heading.letters.size() == 1 && !heading.sub);
        // "F1 Daily reading" is an item; "A1 Summary of the history", "C1 a summary of my health needs" are headings.
        if (heading.sub)
            return own && title_words <= longest_part_heading && !full_stop(words.original()) &&
                   (line.styled() || words.begins("a summary", heading.title.first) || words.begins("summary", heading.title.first) ||
                    words.begins("my", heading.title.first) || words.begins("the views", heading.title.first) || words.begins("views", heading.title.first));
        if (heading.letters.front() == Letter::H1 || heading.letters.front() == Letter::H2)
            return (strong ? named : own && words.has("social care")) && (whole || strong) && !(full_stop(words.original()) && whole);
        // A full stop behind the letter may be that of an initial: "D. Achterberg, social worker".
        if (line.words.gap_before(heading.title.first).starts_with('.') &&
            std::ranges::none_of(heading.letters, [&](Letter letter) { return opens_with_section(words, heading.title, letter); }))
            return false;
        if (strong)
            return named;
        return own && heading.separated && title_words <= longest_plain_heading && !(full_stop(words.original()) && whole);
    case Heading::Form::inner:
        return strong && (own || (heading.says_section && words.count() <= longest_inner_heading)) && !full_stop(words.original());
    }
    return false;
}

// "A1 | Summary of the child's history", "Section I | Placement": the title in the next cell.
bool Finder::title_beside(std::uint32_t index, const Heading& heading, SectionHead& head) const {
    const Line& line = lines_[index];
    if (!line.block->cell || heading.title.first < heading.title.last)
        return false;
    const TableRow& row = tables_.at(line.block->cell->table).rows.at(line.block->cell->row);
    // "K1 | Parental contribution | M. Diaz | 1 June 2024" is an entry of a list, and so is "A | Parental advice | M. Diaz |":
    // the letter of an appendix.
    if (heading.sub && (row.filled() > 2 || heading.letters.front() == Letter::K))
        return false;
    if (heading.form != Heading::Form::section_word && row.cells.size() > 2)
        return false;
    bool passed = false;
    for (const TableCell& cell : row.cells) {
        if (!cell.first)
            continue;
        if (!passed) {
            if (*cell.first != index)
                return false;
            passed = true;
            continue;
        }
        const Line& beside = lines_[*cell.first];
        const WordRange all{0, beside.words.count()};
        if (beside.words.count() > longest_plain_heading || full_stop(beside.words.original()))
            return false;
        // An entry of the list itself is no title: it bears a date.
        const bool dated = std::ranges::any_of(beside.words.plain(), [](char c) { return c >= '0' && c <= '9'; }) && !beside.words.has("1970") && !beside.words.has("section 2");
        if (dated || !title_letter(beside.words, all, heading.letters.front()))
            return false;
        head.title_line = *cell.first;
        head.title = all;
        return true;
    }
    return false;
}

// "Section A" with "Views, interests and aspirations" in the next line, or in the next paragraph of its cell.
bool Finder::title_below(std::uint32_t index, const Heading& heading, SectionHead& head) const {
    if (heading.title.first < heading.title.last || heading.letters.size() != 1 || index + 1 >= lines_.size())
        return false;
    const Line& line = lines_[index];
    std::uint32_t below = index + 1;
    while (below < lines_.size() && lines_[below].use == Use::empty && !line.block->cell)
        ++below;
    if (below >= lines_.size())
        return false;
    const Line& title = lines_[below];
    const bool same_cell = line.block->cell && title.block->cell && title.block->cell->table == line.block->cell->table && title.block->cell->row == line.block->cell->row &&
                           title.block->cell->column == line.block->cell->column;
    if (title.use != Use::content || title.block->list_item || title.words.count() > longest_plain_heading || (line.block->cell ? !same_cell : title.block->cell.has_value()))
        return false;
    const auto named = letter_by_words(title.words);
    const bool by_letter = named == heading.letters.front() || (is_form_wording(title.words) && names_section(title.words, {0, title.words.count()}, heading.letters.front()));
    // A heading below in the format's own outline heads a part of the section.
    const bool part = line.block->heading_level != 0 && title.block->heading_level > line.block->heading_level;
    const bool looks = (title.strong() && !part) || (same_cell && line.block->cell->column == 0);
    const bool by_look = looks && heading.letters.front() != Letter::I && !full_stop(title.words.original()) && title.words.count() <= longest_part_heading &&
                         names_section(title.words, {0, title.words.count()}, heading.letters.front());
    if (!by_letter && !by_look)
        return false;
    head.title_line = below;
    head.title = {0, title.words.count()};
    return true;
}

std::optional<SectionHead> Finder::lettered(std::uint32_t index) const {
    const Line& line = lines_[index];
    auto heading = read_heading(line.words);
    // A heading numbered by its list: label "A." and text "Views, interests and aspirations".
    std::string labelled;
    std::uint32_t shift = 0;
    if (!heading && !line.block->list_label.empty() && line.strong()) {
        labelled = line.block->list_label + " " + line.block->text.value;
        const Words words(labelled);
        heading = read_heading(words);
        const Words label(line.block->list_label);
        if (!heading || heading->form == Heading::Form::inner || heading->title.first > label.count())
            return std::nullopt;
        shift = static_cast<std::uint32_t>(line.block->list_label.size()) + 1;
        heading->title = {0, line.words.count()};
        heading->title_end = std::max(heading->title_end, shift) - shift;
        const bool named = std::ranges::any_of(heading->letters, [&](Letter letter) { return title_letter(line.words, heading->title, letter).has_value(); });
        if (!named && heading->form != Heading::Form::section_word)
            return std::nullopt;
    } else if (!heading) {
        return std::nullopt;
    }
    SectionHead head;
    head.heading = *heading;
    head.letters = heading->letters;
    head.by = heading->form == Heading::Form::section_word || heading->says_section ? FoundBy::section_heading : FoundBy::letter;
    head.title_line = index;
    head.title = heading->title;
    head.content_from = std::min(heading->title_end, static_cast<std::uint32_t>(line.block->text.value.size()));
    // "H1. Social care provision: Chronically Sick and Disabled Persons Act 1970" is all title.
    if (is_form_wording(Words(std::string_view(line.block->text.value).substr(head.content_from))))
        head.content_from = static_cast<std::uint32_t>(line.block->text.value.size());
    if (shift != 0)
        return head;
    if (accepts(line, *heading, is_row_title(lines_, tables_, index)) && title_below(index, *heading, head))
        return head;
    if (title_beside(index, *heading, head))
        return head;
    if (!accepts(line, *heading, is_row_title(lines_, tables_, index)))
        return std::nullopt;
    // "Section I: Willowmere School", "Section J - Not applicable": what follows the letter is the content.
    const bool names_place = heading->letters.front() == Letter::I && names_institution(line.words, heading->title);
    if (heading->form == Heading::Form::section_word && heading->title.first < heading->title.last && !line.styled() && heading->letters.size() == 1 &&
        (names_place || !title_letter(line.words, heading->title, heading->letters.front())) && !area_of_subhead(line.words)) {
        head.content_from = line.words.span(heading->title.first - 1).end;
        head.title = {heading->title.first, heading->title.first};
    }
    return head;
}

void Finder::find_lettered() {
    for (std::uint32_t i = 0; i < lines_.size(); ++i) {
        const Line& line = lines_[i];
        if (line.use == Use::empty || line.use == Use::running || line.use == Use::placeholder || line.words.count() > longest_heading * 3)
            continue;
        if (header_row_at(line, headers_) != nullptr)
            continue;
        if (auto head = lettered(i))
            found_.push_back({i, std::move(*head), 0, line.use == Use::contents});
    }
}

void Finder::count_bodies() {
    for (std::size_t i = 0; i < found_.size(); ++i) {
        const std::uint32_t end = i + 1 < found_.size() ? found_[i + 1].line : static_cast<std::uint32_t>(lines_.size());
        const Line& own = lines_[found_[i].line];
        found_[i].body = own.block->text.value.size() > found_[i].head.content_from
                             ? Words(std::string_view(own.block->text.value).substr(found_[i].head.content_from)).count()
                             : 0;
        for (std::uint32_t at = found_[i].line + 1; at < end; ++at)
            if (lines_[at].use == Use::content && at != found_[i].head.title_line)
                found_[i].body += lines_[at].words.count();
    }
}

void Finder::drop(std::size_t first, std::size_t last) {
    outline_.legend = true;
    for (std::size_t i = first; i < last; ++i) {
        found_[i].dropped = true;
        lines_[found_[i].line].use = Use::contents;
        if (found_[i].head.title_line != found_[i].line)
            lines_[found_[i].head.title_line].use = Use::contents;
    }
}

// "Contents", "Understanding the content of EHC plans" in the lines above a list of the sections.
bool Finder::titled_as_list(std::uint32_t index) const {
    constexpr std::string_view titles[] = {"contents", "understanding the content*", "what is in", "my ehc plan includes", "plan includes", "sections of the plan", "sections of an ehc plan",
                                           "sections of this plan", "guide to the sections", "what each section", "about the sections", "legend", "golden thread", "structure of the plan"};
    std::uint32_t passed = 0;
    for (std::uint32_t i = index; i-- > 0 && passed < 4;) {
        if (lines_[i].use == Use::empty || lines_[i].use == Use::running)
            continue;
        ++passed;
        if (lines_[i].words.count() <= 20 && lines_[i].words.has_any(titles))
            return true;
    }
    return false;
}

// Rows of one table, "Section C | The child's health needs", before the sections of a form in which little stands.
void Finder::drop_tables_of_letters() {
    constexpr std::size_t fewest_letters = 4;
    constexpr std::size_t most_words_each = 45;
    for (std::size_t first = 0; first < found_.size();) {
        const auto& cell = lines_[found_[first].line].block->cell;
        std::set<Letter> letters;
        std::size_t last = first, words = 0;
        for (; last < found_.size(); ++last) {
            const auto& next = lines_[found_[last].line].block->cell;
            if (!cell || !next || next->table != cell->table || next->column != 0)
                break;
            letters.insert(found_[last].head.letters.begin(), found_[last].head.letters.end());
            words += last + 1 < found_.size() && lines_[found_[last + 1].line].block->cell && lines_[found_[last + 1].line].block->cell->table == cell->table ? found_[last].body : 0;
        }
        std::set<Letter> after;
        for (std::size_t i = last; i < found_.size(); ++i)
            if (!found_[i].dropped)
                std::ranges::copy_if(found_[i].head.letters, std::inserter(after, after.end()), [&](Letter letter) { return letters.contains(letter); });
        if (letters.size() >= fewest_letters && after.size() * 10 >= letters.size() * 7 && words <= (last - first) * most_words_each)
            drop(first, last);
        first = std::max(last, first + 1);
    }
}

// A run of headings, each letter once, whose letters nearly all come again with more below them, lists the sections and is
// not the sections.
void Finder::drop_contents() {
    constexpr std::size_t fewest_letters = 4;
    constexpr std::size_t most_words_each = 45;
    constexpr std::size_t words_of_a_list = 4; // in a form to be filled in neither list nor sections hold words
    std::size_t first = 0;
    while (first < found_.size()) {
        std::set<Letter> letters;
        std::size_t last = first;
        while (last < found_.size()) {
            const std::vector<Letter>& more = found_[last].head.letters;
            if (found_[last].head.heading.group) {
                ++last;
                continue;
            }
            const bool again = std::ranges::any_of(more, [&](Letter letter) { return letters.contains(letter); }) && !found_[last].head.heading.sub;
            if (again)
                break;
            letters.insert(more.begin(), more.end());
            ++last;
        }
        std::size_t words = 0, elsewhere_words = 0, elsewhere = 0, headings = 0;
        for (std::size_t i = first; i + 1 < last; ++i) {
            words += found_[i].body;
            ++headings;
        }
        for (const Letter letter : letters) {
            bool again = false;
            for (std::size_t i = 0; i < found_.size(); ++i) {
                const std::vector<Letter>& there = found_[i].head.letters;
                if ((i < first || i >= last) && !found_[i].dropped && std::ranges::find(there, letter) != there.end()) {
                    again = true;
                    elsewhere_words += found_[i].body;
                }
            }
            for (const HeaderRow& header : headers_)
                for (const ColumnHead& head : header.heads)
                    if (head.heading && std::ranges::find(head.heading->letters, letter) != head.heading->letters.end()) {
                        again = true;
                        elsewhere_words += most_words_each;
                    }
            elsewhere += again ? 1U : 0U;
        }
        const bool long_list = letters.size() >= fewest_letters && headings != 0;
        const bool thin = words * 2 < elsewhere_words || (first == 0 && words <= headings * words_of_a_list);
        const bool listed = elsewhere * 10 >= letters.size() * 7 && thin && words <= headings * most_words_each;
        // A list with nothing below any of its letters, or with the title of one, needs fewer of them again.
        const bool bare = words == 0 && elsewhere >= 3 && elsewhere_words > letters.size() * words_of_a_list;
        const bool named = elsewhere >= 1 && titled_as_list(found_[first].line) && words <= headings * most_words_each;
        if (long_list && (listed || bare || named))
            drop(first, last);
        first = std::max(last, first + 1);
    }
}

// The same heading twice with nothing below one of them: a title page of the section, or a line of a list.
void Finder::drop_empty_repeats() {
    for (std::size_t i = 0; i < found_.size(); ++i) {
        FoundHead& here = found_[i];
        if (here.dropped || here.body != 0 || here.head.letters.size() != 1 || here.head.heading.sub)
            continue;
        for (std::size_t j = 0; j < found_.size(); ++j)
            if (j != i && !found_[j].dropped && found_[j].head.letters == here.head.letters && found_[j].body != 0 && !(j == i + 1)) {
                here.dropped = true;
                lines_[here.line].use = Use::contents;
                break;
            }
    }
}

void Finder::find_by_words() {
    std::set<Letter> own;
    for (const FoundHead& found : found_)
        if (!found.dropped)
            own.insert(found.head.letters.begin(), found.head.letters.end());
    for (const HeaderRow& header : headers_)
        for (const ColumnHead& head : header.heads)
            if (head.heading)
                own.insert(head.heading->letters.begin(), head.heading->letters.end());
    std::vector<FoundHead> more;
    for (std::uint32_t i = 0; i < lines_.size(); ++i) {
        const Line& line = lines_[i];
        if (const auto given = line.use == Use::content && !line.block->list_item ? letter_of_own(line.words, options_.own) : std::nullopt) {
            if (std::ranges::none_of(found_, [&](const FoundHead& head) { return head.line == i && !head.dropped; }))
                more.push_back({i, head_by_words(line, i, *given), 0, false}), more.back().head.by = FoundBy::own_words;
            continue;
        }
        if (line.use != Use::content || line.words.count() > longest_word_heading || full_stop(line.words.original()) || header_row_at(line, headers_) != nullptr)
            continue;
        // "6. Recommended provision" over its text is a title; between "5." and "7." it is a line of a list.
        const auto below = std::find_if(lines_.begin() + i + 1, lines_.end(), [](const Line& next) { return next.use != Use::empty; });
        const bool numbered_title = !line.block->list_label.empty() && line.block->list_label[0] >= '0' && line.block->list_label[0] <= '9' && line.block->list_level == 0 &&
                                    line.words.count() <= longest_plain_title && below != lines_.end() && !below->block->list_item && !below->block->cell;
        const bool plain_title = own.empty() && (!line.block->list_item || numbered_title) && !line.block->cell && (line.words.count() <= longest_plain_title || !line.words.has_any(verbs));
        if (!line.strong() && !is_row_title(lines_, tables_, i) && !plain_title)
            continue;
        const auto letter = letter_by_words(line.words, options_.advice);
        if (!letter || own.contains(*letter))
            continue;
        more.push_back({i, head_by_words(line, i, *letter), 0, false});
    }
    found_.insert(found_.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    std::ranges::sort(found_, {}, &FoundHead::line);
}

// "A. What Solveig and her father told us" among the headings "B. Special educational needs" to "K. Advice": the one letter
// that is missing, at their rank, in words of its own.
void Finder::find_by_rank() {
    constexpr std::size_t fewest_letters = 6;
    std::map<std::uint32_t, std::set<Letter>> at_rank;
    for (const FoundHead& found : found_)
        if (const std::uint32_t rank = lines_[found.line].block->heading_level; rank != 0 && found.head.heading.form == Heading::Form::letter)
            at_rank[rank].insert(found.head.letters.begin(), found.head.letters.end());
    std::vector<FoundHead> more;
    for (std::uint32_t i = 0; i < lines_.size(); ++i) {
        const Line& line = lines_[i];
        const auto rank = at_rank.find(line.block->heading_level);
        if (line.use != Use::content || rank == at_rank.end() || rank->second.size() < fewest_letters)
            continue;
        const auto heading = read_heading(line.words);
        if (!heading || heading->form != Heading::Form::letter || heading->sub || !heading->separated || heading->letters.size() != 1 || heading->title.first >= heading->title.last ||
            std::ranges::any_of(found_, [&](const FoundHead& found) { return std::ranges::find(found.head.letters, heading->letters.front()) != found.head.letters.end(); }))
            continue;
        SectionHead head;
        head.heading = *heading;
        head.letters = heading->letters;
        head.by = FoundBy::letter;
        head.title_line = i;
        head.title = heading->title;
        head.content_from = static_cast<std::uint32_t>(line.block->text.value.size());
        more.push_back({i, std::move(head), 0, false});
    }
    found_.insert(found_.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    std::ranges::sort(found_, {}, &FoundHead::line);
}

SectionHeads Finder::find() {
    headers_ = header_rows(lines_, tables_);
    find_lettered();
    find_by_rank();
    count_bodies();
    drop_tables_of_letters();
    drop_contents();
    drop_empty_repeats();
    find_by_words();
    std::set<Letter> shared = part_combined_heads(lines_, tables_, headers_, found_);
    SectionHeads heads;
    for (FoundHead& found : found_)
        if (!found.dropped)
            heads.by_line.insert_or_assign(found.line, std::move(found.head));
    heads.headers = std::move(headers_);
    heads.shared = std::move(shared);
    return heads;
}

} // namespace

SectionHeads find_section_heads(Outline& outline, const Tables& tables, const OutlineOptions& options) {
    return Finder(outline, tables, options).find();
}

} // namespace ehc::read

#include "read/combined_heads.hpp"

#include "read/section_titles.hpp"

#include <algorithm>
#include <map>

namespace ehc::read {

namespace {

using plan::Letter;

class CombinedHeads {
  public:
    CombinedHeads(const std::vector<Line>& lines, const Tables& tables, std::vector<HeaderRow>& headers, std::vector<FoundHead>& found)
        : lines_(lines), tables_(tables), headers_(headers), found_(found) {}

    std::set<Letter> part() {
        share_out();
        letter_columns();
        return std::move(shared_);
    }

  private:
    void share_out();
    bool columns_tell_apart(const FoundHead& found, std::uint32_t until, const std::set<Letter>& missing);
    bool outcomes_tell_apart(const FoundHead& found, std::uint32_t until, const std::set<Letter>& missing);
    bool subheads_tell_apart(const FoundHead& found, std::uint32_t until, const std::set<Letter>& missing);
    void letter_columns();
    [[nodiscard]] std::uint32_t next_head(std::size_t position) const;

    const std::vector<Line>& lines_;
    const Tables& tables_;
    std::vector<HeaderRow>& headers_;
    std::vector<FoundHead>& found_;
    std::set<Letter> own_; // letters with a heading or column of their own
    std::set<Letter> shared_;
};

std::uint32_t CombinedHeads::next_head(std::size_t position) const {
    for (std::size_t i = position + 1; i < found_.size(); ++i)
        if (!found_[i].dropped && found_[i].head.lettered)
            return found_[i].line;
    return static_cast<std::uint32_t>(lines_.size());
}

// Under "Sections E and F" a table may part the two by the words of its columns.
bool CombinedHeads::columns_tell_apart(const FoundHead& found, std::uint32_t until, const std::set<Letter>& missing) {
    std::set<Letter> told;
    for (HeaderRow& header : headers_) {
        if (header.first_line < found.line || header.first_line >= until)
            continue;
        for (ColumnHead& head : header.heads) {
            if (head.heading || head.letter)
                continue;
            const auto home = home_of(head.role);
            for (const Letter letter : missing)
                if (home && (letter == *home || (head.role == Role::need && (letter == Letter::C || letter == Letter::D)) ||
                             (head.role == Role::provision && letter >= Letter::G && letter <= Letter::H2)) &&
                    names_section(lines_[head.line].words, {0, lines_[head.line].words.count()}, letter)) {
                    head.letter = letter;
                    told.insert(letter);
                    break;
                }
        }
    }
    return told == missing;
}

// Under a bare "Section H", or "Sections C and D", subheads may part the two by their words.
bool CombinedHeads::subheads_tell_apart(const FoundHead& found, std::uint32_t until, const std::set<Letter>& missing) {
    std::map<Letter, std::uint32_t> told;
    std::set<std::uint32_t> opens; // lines whose words follow the letter: "H1: None"
    for (std::uint32_t i = found.line + 1; i < until; ++i) {
        const Line& line = lines_[i];
        const bool half = found.head.heading.bare_h && line.use == Use::content && line.words.word(0) == "h" && (line.words.word(1) == "1" || line.words.word(1) == "2") && line.words.gap_before(1).empty();
        if (half && line.words.gap_before(2).find_first_of(":-.)") != std::string_view::npos) {
            const Letter letter = line.words.word(1) == "1" ? Letter::H1 : Letter::H2;
            if (missing.contains(letter) && told.emplace(letter, i).second)
                opens.insert(i);
            continue;
        }
        if (line.use != Use::content || line.words.count() > longest_word_heading || full_stop(line.words.original()))
            continue;
        std::optional<Letter> letter = letter_by_words(line.words);
        if (found.head.heading.bare_h && (line.words.word(0) == "i" || line.words.word(0) == "ii") && line.words.count() <= longest_plain_heading &&
            line.words.gap_before(0).find('(') != std::string_view::npos)
            letter = line.words.word(0) == "i" ? Letter::H1 : Letter::H2;
        const bool looks = line.strong() || is_row_title(lines_, tables_, i) || (line.block->cell && line.words.count() <= 12) || line.words.gap_before(0).find('(') != std::string_view::npos;
        if (letter && looks && missing.contains(*letter))
            told.emplace(*letter, i);
    }
    if (told.size() != missing.size())
        return false;
    std::vector<FoundHead> more;
    for (const auto& [letter, line] : told) {
        more.push_back({line, head_by_words(lines_[line], line, letter), 0, false});
        more.back().head.lettered = true; // by the heading above
        more.back().head.by = FoundBy::parted;
        if (opens.contains(line)) {
            more.back().head.title = {0, 2};
            more.back().head.content_from = lines_[line].words.count() > 2 ? lines_[line].words.span(2).begin : static_cast<std::uint32_t>(lines_[line].block->text.value.size());
        }
    }
    // Called while `found_` is walked by position; the caller sorts again.
    found_.insert(found_.end(), more.begin(), more.end());
    return true;
}

// Under "Sections E and F" each outcome may head the provision for it: "Outcome 1: By July 2026 Tia will ...".
bool CombinedHeads::outcomes_tell_apart(const FoundHead& found, std::uint32_t until, const std::set<Letter>& missing) {
    constexpr std::uint32_t shortest_outcome = 6;
    if (missing != std::set{Letter::E, Letter::F})
        return false;
    const bool provision = std::ranges::any_of(headers_, [&](const HeaderRow& header) {
        return header.first_line > found.line && header.first_line < until && std::ranges::any_of(header.heads, [](const ColumnHead& head) { return head.role == Role::provision; });
    });
    std::vector<FoundHead> more;
    for (std::uint32_t i = found.line + 1; i < until; ++i) {
        const Words& words = lines_[i].words;
        const bool numbered = words.begins("outcome") && words.count() > shortest_outcome && !words.word(1).empty() && words.word(1)[0] >= '0' && words.word(1)[0] <= '9';
        if (lines_[i].use != Use::content || !numbered || header_row_at(lines_[i], headers_) != nullptr)
            continue;
        more.push_back({i, head_by_words(lines_[i], i, Letter::E), 0, false});
        SectionHead& head = more.back().head;
        head.lettered = true;
        head.by = FoundBy::parted;
        head.title = {0, 2};
        head.content_from = words.span(1).end;
    }
    if (!provision || more.empty())
        return false;
    for (HeaderRow& header : headers_)
        if (header.first_line > found.line && header.first_line < until)
            for (ColumnHead& head : header.heads)
                if (!head.heading && !head.letter && head.role == Role::provision)
                    head.letter = Letter::F;
    // Called while `found_` is walked by position; the caller sorts again.
    found_.insert(found_.end(), more.begin(), more.end());
    return true;
}

// Gives the letters of combined headings to those sections that have no heading of their own.
void CombinedHeads::share_out() {
    for (const FoundHead& found : found_)
        if (!found.dropped && found.head.lettered && found.head.letters.size() == 1)
            own_.insert(found.head.letters.front());
    for (const HeaderRow& header : headers_)
        for (const ColumnHead& head : header.heads)
            if (head.heading && head.heading->letters.size() == 1)
                own_.insert(head.heading->letters.front());
    const std::size_t count = found_.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (found_[i].dropped || found_[i].head.letters.size() < 2)
            continue;
        std::set<Letter> missing;
        for (const Letter letter : found_[i].head.letters)
            if (!own_.contains(letter))
                missing.insert(letter);
        const std::uint32_t until = next_head(i);
        SectionHead& head = found_[i].head;
        if (missing.empty() || head.heading.group) {
            head.letters.clear();
        } else if (missing.size() == 1) {
            head.letters = {*missing.begin()};
        } else if (columns_tell_apart(found_[i], until, missing) || outcomes_tell_apart(found_[i], until, missing) || subheads_tell_apart(found_[i], until, missing)) {
            shared_.insert(missing.begin(), missing.end());
            found_[i].head.letters.clear();
        } else {
            head.letters.assign(missing.begin(), missing.end());
            head.merged = true;
        }
    }
    std::ranges::stable_sort(found_, {}, &FoundHead::line);
}

// Columns without letters belong to a section by their words where no other heading has it; attributes of provision ("By
// whom") belong to the column before them.
void CombinedHeads::letter_columns() {
    std::set<Letter> headed = own_;
    headed.insert(shared_.begin(), shared_.end());
    for (const FoundHead& found : found_)
        if (!found.dropped)
            headed.insert(found.head.letters.begin(), found.head.letters.end());
    for (HeaderRow& header : headers_) {
        std::optional<Letter> current; // of the heading above
        for (const FoundHead& found : found_)
            if (!found.dropped && found.line < header.first_line) {
                current.reset();
                if (!found.head.letters.empty())
                    current = found.head.letters.front();
            }
        std::set<Letter> in_row;
        for (ColumnHead& head : header.heads) {
            if (head.heading)
                head.letter = head.heading->letters.front();
            if (head.letter)
                in_row.insert(*head.letter);
        }
        for (ColumnHead& head : header.heads) {
            const auto home = home_of(head.role);
            if (head.letter || !home || head.role == Role::aim || head.role == Role::steps)
                continue;
            const bool current_is_home = current && (*current == *home || (*home == Letter::B && (*current == Letter::C || *current == Letter::D)) ||
                                                     (*home == Letter::F && *current >= Letter::G && *current <= Letter::H2));
            if (current_is_home && !header.lettered)
                head.letter = current;
            else if (head.role == Role::strengths)
                continue;
            else if (!headed.contains(*home) && !in_row.contains(*home))
                head.letter = home;
        }
        std::optional<Letter> before = header.lettered ? std::nullopt : current;
        for (ColumnHead& head : header.heads) {
            if (head.letter)
                before = head.letter;
            else
                head.letter = before;
        }
        // A column before the first with a letter goes with that one.
        for (auto head = header.heads.rbegin(); head != header.heads.rend(); ++head) {
            if (head->letter)
                before = head->letter;
            else
                head->letter = before;
        }
    }
}

} // namespace

std::set<Letter> part_combined_heads(const std::vector<Line>& lines, const Tables& tables, std::vector<HeaderRow>& headers, std::vector<FoundHead>& found) {
    return CombinedHeads(lines, tables, headers, found).part();
}

SectionHead head_by_words(const Line& line, std::uint32_t index, Letter letter) {
    SectionHead head;
    head.letters = {letter};
    head.heading.letters = head.letters;
    head.heading.title = {0, line.words.count()};
    head.heading.continued = is_continued(line.words);
    head.lettered = false;
    head.by = FoundBy::words;
    head.title_line = index;
    head.title = head.heading.title;
    head.content_from = static_cast<std::uint32_t>(line.block->text.value.size());
    return head;
}

bool full_stop(std::string_view text) {
    const std::size_t last = text.find_last_not_of(' ');
    return last != std::string_view::npos && text[last] == '.';
}

} // namespace ehc::read

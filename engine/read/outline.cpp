#include "read/outline.hpp"

#include "read/area_words.hpp"
#include "read/section_heads.hpp"
#include "read/section_titles.hpp"
#include "read/tables.hpp"
#include "read/wording.hpp"

#include <algorithm>
#include <utility>

namespace ehc::read {

namespace {

using plan::Letter;

// Blocks that are not statutory sections wherever they stand.
constexpr std::string_view outside_titles[] = {
    "sign off", "signoff", "signature", "signatures", "signed", "disclosure of an ehc plan", "disclosure of the ehc plan", "confidentiality",
    "data protection", "privacy notice", "glossary", "version control", "document control", "distribution list", "circulation list",
    "rights of appeal", "right of appeal", "contact details", "useful contacts", "future changes", "monitoring arrangements",
    "monitoring and review arrangements", "arrangements for monitoring", "arrangements for review", "review arrangements", "plan review",
    "special educational needs and provision", "authorisation", "local authority authorisation", "local authority officer", "my ehc plan includes",
};
constexpr std::string_view outside_openings[] = {
    "signed on behalf", "signed for", "signature on behalf", "signature of", "signed by", "local authority officer", "understanding the content",
    "authorised by", "authorised on behalf", "for and on behalf of", "distribution", "copies to", "copied to", "signed electronically", "electronically signed",
};
// Blocks that are outside only where their heading ranks with the sections'; within a section they are part of it.
constexpr std::string_view ranked_outside_titles[] = {
    "recommendation", "recommendations", "decision", "transport", "travel", "funding", "resources", "resources and staffing", "monitoring", "review", "annual review", "summary of funding",
    "summary of skills and strengths needs and support", "the ehcp golden thread", "preparing for adulthood", "preparation for adulthood",
    "funding and resources", "cost of provision", "provision map",
};
// Prompts of Section A and tags of other sections, which head what stands below even where they look like text.
constexpr std::string_view prompts[] = {
    "what people like and admire about me", "what is important to me", "what is important for me", "what's important to me", "what's important for me",
    "important to me", "important for me", "how best to support me", "how to support me", "how i communicate", "my journey so far",
    "our child's story so far", "my story so far", "my family's views", "my family views", "family views", "my views", "child's views",
    "the child's views", "child views", "parent's views", "parents' views", "parental views", "parent views", "parent carer views", "parents views",
    "parent carers views", "views of parents", "views of the parents", "views of parent carer", "young person's views", "pupil views", "pupil's views",
    "views of the child", "views of the young person", "views of child", "what is working", "what is not working", "what's working",
    "what's not working", "a good day", "a bad day", "life aspirations", "views", "interests", "strengths", "aspirations", "my aspirations",
    "my interests", "my hopes and dreams", "hopes and dreams", "who completed this section", "history", "needs", "need", "impact", "outcomes",
    "outcome", "provision", "special educational needs", "special educational provision", "current functioning", "strengths and needs",
    "strengths needs and current functioning", "long term outcome", "long term outcomes", "short term outcome", "short term outcomes",
    "medium term outcomes", "long term aim", "long term aims", "steps towards the outcome", "my parent carer views hopes and dreams for me",
    "play", "health", "friendships", "future plans", "independence", "details", "type", "name", "arrangements for direct payment", "educational outcomes",
    "health outcomes", "social care outcomes", "pen picture", "smart outcomes", "smart outcome", "success criteria",
};
// Titles that tell more of a section even at its own rank.
constexpr std::string_view tags[] = {"strengths", "needs", "need", "impact", "history", "views", "interests", "aspirations", "my views", "my aspirations", "details", "current functioning"};
constexpr std::uint32_t longest_subhead = 30;
constexpr std::uint32_t longest_bold_subhead = 12;
constexpr std::uint32_t longest_signature = 25;
constexpr std::uint32_t longest_side_head = 8;
constexpr std::uint32_t longest_question = 20;
constexpr std::uint32_t longest_closing = 15;

bool ends_sentence(std::string_view text) {
    const std::size_t last = text.find_last_not_of(' ');
    return last != std::string_view::npos && (text[last] == '.' || text[last] == ';' || text[last] == '!');
}

bool ends_with(std::string_view text, char sign) {
    const std::size_t last = text.find_last_not_of(' ');
    return last != std::string_view::npos && text[last] == sign;
}

class Walk {
  public:
    Walk(Outline& outline, const Tables& tables, SectionHeads heads) : outline_(outline), lines_(outline.lines), tables_(tables), heads_(std::move(heads)) {}

    void run();

  private:
    void enter_table(std::uint32_t index);
    void section_heading(std::uint32_t index, const SectionHead& head);
    bool column_head(std::uint32_t index);
    void in_grid(std::uint32_t index, const ColumnHead& head);
    void line(std::uint32_t index);
    bool leaves_sections(const Line& line) const;
    bool area_head(std::uint32_t index);
    bool subhead(std::uint32_t index);
    bool row_label(std::uint32_t index);
    void place(Line& line) const;
    [[nodiscard]] std::optional<std::uint32_t> next_with_words(std::uint32_t index) const;
    [[nodiscard]] const TableRow* row_of(const Line& line) const;
    [[nodiscard]] bool alone_in_row(const Line& line) const;
    void found(Letter letter, std::uint32_t index, const plan::Text& title, const Heading* heading, FoundBy by, bool lettered);

    Outline& outline_;
    std::vector<Line>& lines_;
    const Tables& tables_;
    SectionHeads heads_;

    std::vector<Letter> current_;
    std::uint32_t level_ = 0;      // of the current section's heading
    bool lettered_ = true;         // that heading carries the letter
    std::uint32_t run_ = 0;
    std::vector<Letter> run_letters_;
    std::optional<plan::Area> area_;
    std::uint32_t area_level_ = 0;
    bool fresh_area_ = false;      // no content since the area's head
    Role under_ = Role::none;
    std::uint32_t subhead_ = 0;

    std::uint32_t table_ = 0;      // the table being walked
    const HeaderRow* header_ = nullptr; // its header row in force
    std::vector<Letter> before_header_;  // sections of the rows above a grid's header
    std::vector<Letter> resume_;         // sections after the table
    std::uint32_t thread_ = 0;
    std::uint32_t thread_row_ = ~0U;
    std::optional<Cell> side_head_; // "Strengths", beside what it heads
    std::uint32_t label_row_ = ~0U;
    Role label_role_ = Role::none;
};

const TableRow* Walk::row_of(const Line& line) const {
    if (!line.block->cell)
        return nullptr;
    return &tables_.at(line.block->cell->table).rows.at(line.block->cell->row);
}

bool Walk::alone_in_row(const Line& line) const {
    const TableRow* row = row_of(line);
    return row != nullptr && row->only_filled() != nullptr;
}

std::optional<std::uint32_t> Walk::next_with_words(std::uint32_t index) const {
    for (std::uint32_t i = index + 1; i < lines_.size(); ++i)
        if (lines_[i].use != Use::empty && lines_[i].use != Use::running)
            return i;
    return std::nullopt;
}

void Walk::place(Line& line) const {
    line.sections = current_;
    line.area = area_;
    line.under = under_;
    line.subhead = subhead_;
    line.run = current_.empty() ? 0 : run_;
}

void Walk::found(Letter letter, std::uint32_t index, const plan::Text& title, const Heading* heading, FoundBy by, bool lettered) {
    const bool column = by == FoundBy::column || by == FoundBy::column_words;
    SectionFound& section = outline_.sections[static_cast<std::size_t>(letter)];
    // A heading outranks a column, a letter outranks words, and the first of a kind counts.
    if (section.found() && !(section.column && !column && lettered) && !(section.by_words && lettered))
        return;
    section.line = index;
    section.title = title;
    section.column = column;
    section.by = by;
    section.by_words = !lettered;
    section.headed = section.headed || lettered;
    section.title_letter.reset();
    if (heading != nullptr && heading->letters.size() == 1)
        section.title_letter = title_letter(lines_[index].words, heading->title, letter);
}

void Walk::section_heading(std::uint32_t index, const SectionHead& head) {
    Line& line = lines_[index];
    line.use = Use::heading;
    header_ = nullptr;
    // "Special educational needs and provision (B-F-E)" is the title of the grid below it.
    if (!head.letters.empty() || !line.block->cell)
        before_header_.clear();
    const std::uint32_t level = line.block->heading_level;
    const bool keeps_area = area_ && ((area_level_ != 0 && level > area_level_) || fresh_area_);
    if (!keeps_area)
        area_.reset();
    under_ = Role::none;
    subhead_ = 0;
    level_ = level;
    lettered_ = head.lettered;
    current_ = head.letters;
    resume_ = current_;
    if (head.letters.empty()) { // a heading over several sections that each have their own
        run_letters_.clear();
        return;
    }
    if (head.letters != run_letters_) {
        ++run_;
        run_letters_ = head.letters;
        outline_.continued.push_back(head.heading.continued);
    }
    plan::Text title = line.block->text.part(0, head.content_from);
    if (head.title_line != index) {
        title.append(lines_[head.title_line].block->text, " ");
        lines_[head.title_line].use = Use::heading;
    }
    for (const Letter letter : head.letters) {
        found(letter, index, title, nullptr, head.by, head.lettered);
        SectionFound& section = outline_.sections[static_cast<std::size_t>(letter)];
        if (section.line == index && head.heading.letters.size() == 1 && head.lettered)
            section.title_letter = title_letter(lines_[head.title_line].words, head.title, letter);
        if (head.merged) {
            section.merged = true;
            for (const Letter other : head.letters)
                if (other != letter && std::ranges::find(section.merged_with, other) == section.merged_with.end())
                    section.merged_with.push_back(other);
        }
    }
    if (const auto area = area_of_subhead(line.words); area && !keeps_area)
        area_ = area;
    fresh_area_ = false;
    place(line);
    // "Outcome 1: By July 2026 ..." heads the provision for it.
    if (line.words.begins("outcome"))
        subhead_ = index + 1;
    line.content_from = head.content_from;
}

// The first lines of a table: what it is decides how its rows are read.
void Walk::enter_table(std::uint32_t index) {
    const std::uint32_t table = lines_[index].block->cell ? lines_[index].block->cell->table : 0;
    if (table == table_)
        return;
    if (table_ != 0 && header_ != nullptr)
        current_ = resume_;
    table_ = table;
    header_ = nullptr;
    before_header_.clear();
    label_row_ = ~0U;
    thread_row_ = ~0U;
    if (table == 0)
        return;
    resume_ = current_;
    for (const HeaderRow& header : heads_.headers)
        if (header.table == table && header.lettered && header.first_line >= index) {
            std::vector<Letter> letters;
            for (const ColumnHead& head : header.heads)
                if (head.letter)
                    letters.push_back(*head.letter);
            if (letters.size() > 1) {
                // Strengths above a grid belong to its needs.
                const auto need = std::ranges::find_if(letters, [](Letter letter) { return letter == Letter::B || letter == Letter::C || letter == Letter::D; });
                before_header_ = {need != letters.end() ? *need : letters.front()};
            }
            break;
        }
}

bool Walk::column_head(std::uint32_t index) {
    Line& line = lines_[index];
    const HeaderRow* const header = header_row_at(line, heads_.headers);
    const bool lists = !current_.empty() && (current_.front() == Letter::A || current_.front() >= Letter::I);
    if (header == nullptr || (!header->lettered && lists))
        return false;
    header_ = header;
    under_ = Role::none;
    line.use = line.use == Use::empty ? Use::empty : Use::column_head;
    line.sections = current_;
    for (const ColumnHead& head : header->heads)
        if (head.column == line.block->cell->column && head.letter) {
            line.sections = {*head.letter};
            if (index == head.line && (head.heading || heads_.shared.contains(*head.letter))) {
                found(*head.letter, index, line.block->text, head.heading ? &*head.heading : nullptr, head.heading ? FoundBy::column : FoundBy::column_words, true);
            } else if (index == head.line && home_of(head.role) == head.letter && std::ranges::find(current_, *head.letter) == current_.end()) {
                found(*head.letter, index, line.block->text, nullptr, FoundBy::column_words, false);
            }
        }
    return true;
}

void Walk::in_grid(std::uint32_t index, const ColumnHead& head) {
    Line& line = lines_[index];
    const std::uint32_t row = line.block->cell->row;
    if (row != thread_row_) {
        thread_row_ = row;
        ++thread_;
    }
    line.thread = thread_;
    line.role = head.role;
    if (head.letter)
        line.sections = {*head.letter};
    else
        line.sections = current_;
    line.area = area_;
    line.subhead = subhead_;
    line.run = !head.letter || std::ranges::find(current_, *head.letter) != current_.end() ? run_ : 0;
    fresh_area_ = false;
}

bool Walk::leaves_sections(const Line& line) const {
    // "Signed for the City of Aldwark: Bernard Quill, SEND Lead. Date: 17 March 2025"
    const bool is_signed = (line.words.begins("signed") || line.words.begins("signature")) && line.words.count() > 1 && line.words.gap_before(1).starts_with(':');
    if ((is_signed || line.words.begins_any(outside_openings)) && line.words.count() <= longest_signature && line.words.original().find(':') != std::string_view::npos)
        return true;
    // "Signed ........ R. Chaudhry, Head of SEN, for and on behalf of the London Borough of Eastmarsh"
    if (line.words.begins("signed") && line.words.count() > 2 && line.words.count() <= longest_signature && line.words.gap_before(1).find("...") != std::string_view::npos)
        return true;
    // "Signed  T. Vasquez, SEND Team Manager, for Little Havens Borough Council  16.10.26" below the list of advice
    if (line.words.begins("signed") && line.words.count() > 2 && line.words.capital(1) && line.words.count() <= longest_signature && std::ranges::find(current_, plan::Letter::K) != current_.end() &&
        std::ranges::any_of(line.words.original(), [](char c) { return c >= '0' && c <= '9'; }))
        return true;
    // The end of a letter or message that holds wording of a section.
    constexpr std::string_view closings[] = {"let me know", "kind regards", "best wishes", "many thanks", "yours sincerely", "yours faithfully", "with best wishes", "warm regards"};
    if (line.words.begins_any(closings) && line.words.count() <= longest_closing)
        return true;
    if (line.words.count() > longest_bold_subhead || ends_sentence(line.words.original()))
        return false;
    if (line.words.is_any(outside_titles))
        return true;
    if (line.words.begins_any(outside_openings) && (line.strong() || line.block->cell || line.words.count() <= 6))
        return true;
    const std::uint32_t level = line.block->heading_level;
    if (level == 0 || level_ == 0)
        return false;
    if (level < level_)
        return !area_of_subhead(line.words);
    // Where words alone tell sections, another title of their rank is that of something else: "Parental views" in a report.
    if (level == level_ && !lettered_ && !area_of_subhead(line.words) && !role_of(line.words).firm && !line.words.is_any(tags))
        return true;
    return level == level_ && line.words.is_any(ranked_outside_titles);
}

bool Walk::area_head(std::uint32_t index) {
    Line& line = lines_[index];
    // Placement, budget and the list of advice have no areas of need; "Social care" is an entry there.
    if (!current_.empty() && current_.front() >= Letter::I)
        return false;
    const bool title_row = !before_header_.empty() && header_ == nullptr;
    const auto area = area_of_subhead(line.words, title_row);
    // "Cognition and learning: Ben has dyslexia ..."
    if (const auto inline_area = area ? std::nullopt : area_of_opening(line.words)) {
        area_ = inline_area;
        under_ = Role::none;
        subhead_ = 0;
        return false;
    }
    if (!area || (ends_sentence(line.words.original()) && !title_row))
        return false;
    const auto wording = find_choice(plan::areas, line.words);
    const std::uint32_t last = wording->at.last - 1;
    const std::size_t length = line.words.span(last).end - line.words.span(wording->at.first).begin;
    const bool beside_text = line.block->cell && line.block->cell->column == 0 && row_of(line)->filled() == 2 && line.words.count() <= 8;
    if (!(line.strong() || ends_with(line.words.original(), ':') || length >= sure_area_wording || (alone_in_row(line) && line.words.count() <= 8) || beside_text))
        return false;
    // In its own section the name of the area of health or social care is the subject itself.
    line.use = Use::area_head;
    area_ = area;
    area_level_ = line.block->heading_level;
    fresh_area_ = true;
    under_ = Role::none;
    subhead_ = 0;
    place(line);
    subhead_ = index + 1;
    return true;
}

// A heading inside a section: "Strengths", "What is important to me", a short line in bold over its text.
bool Walk::subhead(std::uint32_t index) {
    Line& line = lines_[index];
    if (line.words.count() > longest_subhead || is_nil(line.words))
        return false;
    // "Parental views | 2 October 2024": an entry of the list of advice.
    if (current_.front() == Letter::K && line.block->cell && row_of(line)->filled() > 1)
        return false;
    const std::string_view text = line.words.original();
    const RoleFound role = role_of(line.words);
    const bool prompt = line.words.is_any(prompts);
    const auto next = next_with_words(index);
    const bool list_follows = next && lines_[*next].block->list_item && !line.block->list_item;
    bool is = line.block->heading_level != 0 || prompt || line.words.begins("who completed this section");
    if (!is && !ends_sentence(text) && line.words.count() <= longest_bold_subhead && !line.block->list_item && (line.block->all_bold || line.strong())) {
        const bool opens_list = ends_with(text, ':') && list_follows;
        const bool over_text = next && !lines_[*next].strong() && lines_[*next].block->cell.has_value() == line.block->cell.has_value();
        is = over_text && !(opens_list && line.words.count() > 3);
    }
    // A question is a form's, whatever section it stands in.
    if (!is && ends_with(text, '?') && line.words.count() <= longest_question)
        is = true;
    // "Short-term outcomes (from Section E), by the end of Key Stage 2:" over provision restates them.
    const bool restates = !is && ends_with(text, ':') && line.words.has("outcomes") && line.words.count() <= longest_subhead && current_.front() >= Letter::F && current_.front() <= Letter::H2;
    is = is || restates;
    // "What is important to your child", "How does your child communicate": what a form asks a family.
    if (!is && current_.front() == Letter::A && line.words.count() <= longest_question && !ends_sentence(text) && (line.words.begins("what") || line.words.begins("how") || line.words.begins("who")) &&
        (line.words.has("your child*") || line.words.has("your son*") || line.words.has("your daughter*") || line.words.has("your young person")))
        is = true;
    // "Views of her parents | They say ...": the left cell of a box in Section A.
    if (!is && line.block->cell && line.block->cell->column == 0 && current_.front() == Letter::A && line.words.count() <= longest_side_head && row_of(line)->filled() == 2 && !ends_sentence(text))
        is = true;
    if (!is)
        return false;
    line.use = Use::subhead;
    line.printed = prompt || role.firm;
    place(line);
    const bool tag = role.firm && line.words.count() <= 8 && !is_property(role.role);
    subhead_ = index + 1;
    if (restates) {
        under_ = Role::outcome;
        return true;
    }
    under_ = tag || role.role == Role::steps || role.role == Role::detail ? role.role : Role::none;
    side_head_ = line.block->cell && line.block->cell->column == 0 && row_of(line)->filled() == 2 ? line.block->cell : std::nullopt;
    return true;
}

// "Who | A teaching assistant": the left cell names what the right one holds.
bool Walk::row_label(std::uint32_t index) {
    Line& line = lines_[index];
    const auto& cell = line.block->cell;
    if (!cell || current_.empty())
        return false;
    const Letter letter = current_.front();
    if (letter == Letter::A || letter >= Letter::I)
        return false;
    const TableRow& row = *row_of(line);
    if (cell->row != label_row_) {
        label_role_ = Role::none;
        label_row_ = cell->row;
        const TableCell& left = row.cells.front();
        if (row.cells.size() == 2 && left.first && is_upright(lines_, tables_.at(cell->table)))
            label_role_ = role_of(lines_[*left.first].words).role;
    }
    if (label_role_ == Role::none)
        return false;
    place(line);
    line.role = label_role_;
    if (cell->column == row.cells.front().column)
        line.use = Use::label;
    return true;
}

void Walk::line(std::uint32_t index) {
    Line& line = lines_[index];
    enter_table(index);
    // "Strengths | ..." and below it "B1 | ...": the side head is over with its row.
    if (side_head_ && line.block->cell && line.use != Use::empty && line.block->cell->table == side_head_->table && line.block->cell->column == 0 &&
        line.block->cell->row >= side_head_->row + side_head_->row_span) {
        under_ = Role::none;
        subhead_ = 0;
        side_head_.reset();
    }
    if (const auto head = heads_.by_line.find(index); head != heads_.by_line.end()) {
        section_heading(index, head->second);
        return;
    }
    if (line.use == Use::heading) // the title beside its letter
        return place(line);
    if (line.use == Use::contents) {
        current_.clear();
        run_letters_.clear();
        return;
    }
    if (column_head(index))
        return;
    if (header_ != nullptr && line.block->cell) {
        const Cell& cell = *line.block->cell;
        const ColumnHead* head = header_->above(cell.column, cell.column_span);
        if (head != nullptr && !(alone_in_row(line) && cell.column == 0 && cell.column_span > 1))
            return in_grid(index, *head);
    }
    if (line.use != Use::content) {
        place(line);
        if (header_ == nullptr && !before_header_.empty())
            line.sections = before_header_;
        return;
    }
    if (!current_.empty() && leaves_sections(line)) {
        current_.clear();
        run_letters_.clear();
        resume_.clear();
        level_ = 0;
        area_.reset();
        under_ = Role::none;
        return;
    }
    const std::vector<Letter> outer = current_;
    if (header_ == nullptr && !before_header_.empty())
        current_ = before_header_;
    if (!area_head(index) && !(!current_.empty() && subhead(index)) && !row_label(index)) {
        place(line);
        fresh_area_ = false;
        // Beside a grid's columns stands what concerns the whole grid.
        if (header_ != nullptr && line.block->cell && line.words.count() <= longest_bold_subhead && !ends_sentence(line.words.original())) {
            line.use = Use::subhead;
            subhead_ = index + 1;
        }
    }
    current_ = outer;
}

void Walk::run() {
    for (std::uint32_t i = 0; i < lines_.size(); ++i)
        if (lines_[i].use != Use::running)
            line(i);
}

} // namespace

Outline read_outline(const Document& document, const OutlineOptions& options) {
    Outline outline;
    outline.lines.reserve(document.blocks.size());
    for (const Block& block : document.blocks) {
        Line& line = outline.lines.emplace_back();
        line.block = &block;
        line.words = Words(block.text.value);
        line.content_from = static_cast<std::uint32_t>(block.text.value.size());
        if (block.place == plan::Place::header || block.place == plan::Place::footer || block.place == plan::Place::note)
            line.use = Use::running;
        else if (is_blank(block.text.value))
            line.use = Use::empty;
        else if (block.contents_entry)
            line.use = Use::contents;
        else if (is_placeholder(block, line.words))
            line.use = Use::placeholder;
    }
    const Tables tables = tables_of(outline.lines);
    SectionHeads heads = find_section_heads(outline, tables, options);
    Walk(outline, tables, std::move(heads)).run();
    return outline;
}

} // namespace ehc::read

// The report as an Excel workbook: sheets of findings, plans, rules, counts, what is unchecked and questions, each with its heads
// frozen and a filter. Text is written as text, so that nothing of a plan becomes a formula or a link; dates are dates.
//
// Rows go to temporary files as documents are done (owner-only, without a name, in the folder of the report), so memory does
// not grow with their number. A sheet that is full (1,048,576 rows) goes on in another. No clock: the workbook bears the
// audit date.

#include "base/date.hpp"
#include "report/display.hpp"
#include "report/registry.hpp"
#include "report/tally.hpp"
#include "report/utf8.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <ostream>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>
#include <xlsxwriter.h>

namespace ehc::report {

namespace {

using finding::DocumentReport, finding::Finding, finding::Question, finding::Report, finding::RuleInfo, finding::Severity, finding::Unchecked;

constexpr std::uint32_t rows_of_a_sheet = 1'048'576;
constexpr std::size_t characters_of_a_cell = 32'767;

struct Column {
    std::string name;
    double width; // characters
};

// As many characters of the text as a cell holds.
std::string fitting(std::string text) {
    if (text.size() <= characters_of_a_cell)
        return text;
    std::size_t end = characters_of_a_cell - 3;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80)
        --end;
    return text.substr(0, end) + "\u2026";
}

// A file in memory that libxlsxwriter can name; it writes to names only.
class MemoryFile {
  public:
    MemoryFile() : descriptor_(::memfd_create("report", MFD_CLOEXEC)) {}
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile() {
        if (descriptor_ >= 0)
            ::close(descriptor_);
    }
    [[nodiscard]] std::string name() const { return "/proc/self/fd/" + std::to_string(descriptor_); }
    void copy_to(std::ostream& out) const {
        std::array<char, std::size_t{1} << 16> buffer{};
        off_t at = 0;
        for (ssize_t read = 0; (read = ::pread(descriptor_, buffer.data(), buffer.size(), at)) > 0; at += read)
            out.write(buffer.data(), read);
    }

  private:
    int descriptor_;
};

// While it stands, what is written to standard error goes nowhere: libxlsxwriter prints there what it also returns.
class Unheard {
  public:
    Unheard() : kept_(::dup(STDERR_FILENO)), nowhere_(::open("/dev/null", O_WRONLY | O_CLOEXEC)) {
        if (kept_ >= 0 && nowhere_ >= 0)
            ::dup2(nowhere_, STDERR_FILENO);
    }
    Unheard(const Unheard&) = delete;
    Unheard& operator=(const Unheard&) = delete;
    ~Unheard() {
        if (kept_ >= 0)
            ::dup2(kept_, STDERR_FILENO);
        for (const int descriptor : {kept_, nowhere_})
            if (descriptor >= 0)
                ::close(descriptor);
    }

  private:
    int kept_, nowhere_;
};

struct Styles {
    lxw_format *head = nullptr, *date = nullptr, *wrapped = nullptr;
    std::array<lxw_format*, finding::severity_count> severity{};
};

// A table that grows row by row, on as many sheets as it takes.
class Table {
  public:
    Table(lxw_workbook* book, const Styles& styles, std::string name, std::vector<Column> columns)
        : book_(book), styles_(styles), name_(std::move(name)), columns_(std::move(columns)) {
        open();
    }

    void next_row() {
        if (++row_ == rows_of_a_sheet) {
            close();
            open();
            ++row_;
        }
        column_ = 0;
    }
    void text(std::string_view text, lxw_format* style = nullptr) {
        if (!text.empty())
            worksheet_write_string(sheet_, row_, column_, fitting(shown(text, true)).c_str(), style);
        ++column_;
    }
    void number(std::uint64_t value) {
        worksheet_write_number(sheet_, row_, column_, static_cast<double>(value), nullptr);
        ++column_;
    }
    void number_or_nothing(std::uint64_t value) { value == 0 ? static_cast<void>(++column_) : number(value); }
    void severity(Severity severity) { text(name_of(severity), styles_.severity[static_cast<std::size_t>(severity)]); }
    // A whole day as a date; months, years and what is no date as text.
    void date(std::string_view iso) {
        const auto day = Date::from_iso(iso);
        if (!day)
            return text(iso);
        lxw_datetime value{};
        value.year = day->year();
        value.month = static_cast<int>(day->month());
        value.day = static_cast<int>(day->day());
        if (value.year < 1900) // before the first day that a workbook knows
            return text(iso);
        worksheet_write_datetime(sheet_, row_, column_, &value, styles_.date);
        ++column_;
    }
    void close() {
        if (row_ > 0)
            worksheet_autofilter(sheet_, 0, 0, std::min(row_, rows_of_a_sheet - 1), static_cast<lxw_col_t>(columns_.size() - 1));
    }

  private:
    void open() {
        const std::string name = ++sheets_ == 1 ? name_ : name_ + " " + std::to_string(sheets_);
        sheet_ = workbook_add_worksheet(book_, name.c_str());
        row_ = 0;
        column_ = 0;
        worksheet_freeze_panes(sheet_, 1, 0);
        constexpr std::uint8_t a4 = 9;
        worksheet_set_paper(sheet_, a4);
        worksheet_set_landscape(sheet_);
        worksheet_fit_to_pages(sheet_, 1, 0); // as wide as a page, as long as it takes
        worksheet_repeat_rows(sheet_, 0, 0);
        for (const Column& column : columns_) {
            worksheet_set_column(sheet_, column_, column_, column.width, nullptr);
            text(column.name, styles_.head);
        }
    }

    lxw_workbook* book_;
    const Styles& styles_;
    std::string name_;
    std::vector<Column> columns_;
    lxw_worksheet* sheet_ = nullptr;
    unsigned sheets_ = 0;
    std::uint32_t row_ = 0;
    lxw_col_t column_ = 0;
};

std::vector<Column> with_groups(std::vector<Column> columns, const Report& head) {
    for (const std::string& group : head.group_names)
        columns.push_back({group, 18});
    return columns;
}

class Xlsx : public Running {
  public:
    Xlsx(std::ostream& out, const Report& head, const Options& options) : out_(out), head_(head), tally_(head.group_names.size()) {
        std::string folder = options.folder;
        lxw_workbook_options settings{};
        settings.constant_memory = LXW_TRUE;
        settings.tmpdir = folder.empty() ? nullptr : folder.data();
        book_ = workbook_new_opt(file_.name().c_str(), &settings);
        properties();
        styles();
        findings_ = std::make_unique<Table>(book_, styles_, "Findings",
                                            with_groups({{"Document", 32}, {"Severity", 10}, {"Rule", 10}, {"Section", 8}, {"Requirement", 40}, {"What is wrong", 60}, {"Words", 40},
                                                         {"How to put it right", 50}, {"Basis", 18}, {"Sources", 40}, {"Category", 18}, {"Page", 7}, {"Line", 7}, {"Paragraph", 10},
                                                         {"Places", 7}, {"Plan date", 12}, {"Plan", 14}, {"Fingerprint", 34}}, head));
        std::vector<Column> plan_columns{{"Document", 32}, {"Plan", 14}, {"Plan date", 12}, {"Read as", 30}, {"Format", 8}};
        for (std::size_t i = 0; i < finding::severity_count; ++i)
            plan_columns.push_back({capitalised(std::string(name_of(static_cast<Severity>(i)))), 9});
        for (const char* name : {"Passed", "Not applicable", "Unchecked", "Not given", "For a person", "Accepted", "Known"})
            plan_columns.push_back({name, 13});
        plan_columns.push_back({"Could not be read", 40});
        plan_columns.push_back({"Ceiling on the grade", 22});
        plans_ = std::make_unique<Table>(book_, styles_, "Plans", with_groups(plan_columns, head));
        rules_ = std::make_unique<Table>(book_, styles_, "Rules",
                                         std::vector<Column>{{"Rule", 10}, {"Name", 32}, {"Requirement", 50}, {"Severity", 10}, {"Basis", 18}, {"Category", 18}, {"Pack", 18}, {"Sources", 40},
                                                             {"Findings", 9}, {"Documents with findings", 12}, {"Passed", 9}, {"Not applicable", 13}, {"Unchecked", 10}, {"For a person", 12}});
        std::vector<Column> count_columns{{"Counted by", 18}, {"Value", 40}, {"Documents", 11}, {"To send back", 12}};
        for (std::size_t i = 0; i < finding::severity_count; ++i)
            count_columns.push_back({capitalised(std::string(name_of(static_cast<Severity>(i)))), 9});
        counts_table_ = std::make_unique<Table>(book_, styles_, "Counts", std::move(count_columns));
        unchecked_ = std::make_unique<Table>(book_, styles_, "Unchecked",
                                             std::vector<Column>{{"Document", 32}, {"Rule", 10}, {"Name", 32}, {"Section", 8}, {"Because", 60}, {"Needs what was not given", 22}});
        questions_ = std::make_unique<Table>(book_, styles_, "Questions",
                                             std::vector<Column>{{"Document", 32}, {"Rule", 10}, {"Section", 8}, {"Question", 60}, {"Evidence", 80}, {"Answer", 30}});
    }
    Xlsx(const Xlsx&) = delete;
    Xlsx& operator=(const Xlsx&) = delete;
    ~Xlsx() override {
        if (book_ != nullptr) { // cut short: close all the same, for the temporary files; the result goes nowhere
            const Unheard unheard;
            workbook_close(book_);
        }
    }

    void document(const DocumentReport& document) override {
        plan(document);
        tally_.add(document);
        std::map<std::string_view, bool> seen;
        for (const Finding& one : document.findings) {
            finding(document, one);
            Count& count = counts_[one.rule];
            ++count.findings;
            count.documents += !std::exchange(seen[one.rule], true);
        }
        for (const Unchecked& one : document.unchecked) {
            ++counts_[one.rule].unchecked;
            unchecked_->next_row();
            unchecked_->text(document.path);
            unchecked_->text(one.rule);
            unchecked_->text(one.slug);
            unchecked_->text(one.section ? plan::name_of(*one.section) : std::string_view());
            unchecked_->text(one.because);
            unchecked_->text(one.not_given ? "yes" : "");
        }
        for (const Question& one : document.questions) {
            ++counts_[one.rule].questions;
            questions_->next_row();
            questions_->text(document.path);
            questions_->text(one.rule);
            questions_->text(one.section ? plan::name_of(*one.section) : std::string_view());
            questions_->text(one.question);
            questions_->text(joined(one.evidence, " | "));
        }
        for (std::size_t i = 0; i < document.by_rule.size() && i < head_.rules.size(); ++i) {
            Count& count = counts_[head_.rules[i].id];
            count.passed += document.by_rule[i].passed;
            count.not_applicable += document.by_rule[i].not_applicable;
        }
    }

    void end(const finding::Summary&) override {
        std::vector<RuleInfo> rules = head_.rules;
        rules.insert(rules.end(), head_.own_rules.begin(), head_.own_rules.end());
        for (const RuleInfo& rule : rules) {
            const Count& count = counts_[rule.id];
            rules_->next_row();
            rules_->text(rule.id);
            rules_->text(rule.slug);
            rules_->text(rule.title);
            rules_->severity(rule.severity);
            rules_->text(name_of(rule.basis));
            rules_->text(rule.category);
            rules_->text(rule.pack);
            rules_->text(joined(rule.citations, "; "));
            for (const std::uint64_t value : {count.findings, count.documents, count.passed, count.not_applicable, count.unchecked, count.questions})
                rules_->number(value);
        }
        counts();
        for (Table* table : {findings_.get(), plans_.get(), rules_.get(), counts_table_.get(), unchecked_.get(), questions_.get()})
            table->close();
        const lxw_error error = [&] {
            const Unheard unheard;
            return workbook_close(std::exchange(book_, nullptr));
        }();
        if (error != LXW_NO_ERROR)
            out_.setstate(std::ios::badbit);
        else
            file_.copy_to(out_);
    }

  private:
    struct Count {
        std::uint64_t findings = 0, documents = 0, passed = 0, not_applicable = 0, unchecked = 0, questions = 0;
    };

    // By section, by month, by what the user asked for: one table, so that a filter chooses between them.
    void counts() {
        const auto row = [&](std::string_view by, std::string_view value, std::size_t documents, const Counts& findings, std::optional<std::size_t> grave) {
            counts_table_->next_row();
            counts_table_->text(by);
            counts_table_->text(value);
            counts_table_->number(documents);
            if (grave)
                counts_table_->number(*grave);
            else
                counts_table_->text({});
            for (const std::uint32_t n : findings)
                counts_table_->number(n);
        };
        Counts all{};
        for (const Tally::Section& section : tally_.sections())
            for (std::size_t i = 0; i < all.size(); ++i)
                all[i] += section.findings[i];
        row("All", "All documents audited", tally_.audited(), all, tally_.grave());
        for (std::size_t i = 0; i < tally_.sections().size(); ++i)
            row("Section", i == Tally::whole_plan ? std::string_view("The plan as a whole") : plan::name_of(static_cast<plan::Letter>(i)), tally_.sections()[i].documents, tally_.sections()[i].findings, std::nullopt);
        for (const auto& [date, group] : tally_.months())
            row(tally_.by_year() ? "Year of the plan" : "Month of the plan", date, group.documents, group.findings, group.grave);
        for (std::size_t i = 0; i < head_.group_names.size(); ++i)
            for (const auto& [value, group] : tally_.group(i))
                row(head_.group_names[i], value, group.documents, group.findings, group.grave);
    }

    void properties() {
        lxw_doc_properties properties{};
        std::string title = "EHC plan audit as at " + readable_date(head_.as_at), author = "ehcaudit " + head_.version;
        properties.title = title.data();
        properties.author = author.data();
        if (const auto day = Date::from_iso(head_.as_at)) {
            std::tm made{};
            made.tm_year = day->year() - 1900;
            made.tm_mon = static_cast<int>(day->month()) - 1;
            made.tm_mday = static_cast<int>(day->day());
            properties.created = timegm(&made);
        }
        workbook_set_properties(book_, &properties);
    }

    void styles() {
        const auto style = [&] { return workbook_add_format(book_); };
        styles_.head = style();
        format_set_bold(styles_.head);
        format_set_text_wrap(styles_.head);
        format_set_bottom(styles_.head, LXW_BORDER_THIN);
        styles_.date = style();
        format_set_num_format(styles_.date, "d mmm yyyy");
        styles_.wrapped = style();
        format_set_text_wrap(styles_.wrapped);
        format_set_align(styles_.wrapped, LXW_ALIGN_VERTICAL_TOP);
        // Dark on light, with a contrast of 4.5 or more; the word says the same as the colour.
        constexpr std::array<std::pair<lxw_color_t, lxw_color_t>, finding::severity_count> colours{
            {{0xFFFFFF, 0x942514}, {0x6E1D10, 0xF6D7D2}, {0x594D00, 0xFFF7BF}, {0x0C2D4A, 0xD2E2F1}}};
        for (std::size_t i = 0; i < finding::severity_count; ++i) {
            styles_.severity[i] = style();
            format_set_font_color(styles_.severity[i], colours[i].first);
            format_set_bg_color(styles_.severity[i], colours[i].second);
        }
    }

    void plan(const DocumentReport& document) {
        plans_->next_row();
        plans_->text(document.path);
        plans_->text(document.plan_id);
        plans_->date(document.plan_date);
        plans_->text(document.recognised_as);
        plans_->text(document.format);
        for (const std::uint32_t count : count(document.findings))
            plans_->number(count);
        plans_->number(document.passed);
        plans_->number(document.not_applicable);
        const auto not_given = static_cast<std::uint64_t>(std::count_if(document.unchecked.begin(), document.unchecked.end(), [](const Unchecked& one) { return one.not_given; }));
        plans_->number(document.unchecked.size() - not_given);
        plans_->number(not_given);
        plans_->number(document.questions.size());
        plans_->number(document.suppressed.size());
        plans_->number(document.known.size());
        plans_->text(document.error);
        std::vector<std::string> grades;
        for (const finding::JudgementGiven& given : document.judgements)
            grades.push_back(given.name + ": " + readable_grade(given.grade));
        plans_->text(joined(grades, "; "));
        for (const std::string& group : document.groups)
            plans_->text(group);
    }

    void finding(const DocumentReport& document, const Finding& one) {
        const finding::Place& place = one.places.front();
        findings_->next_row();
        findings_->text(document.path);
        findings_->severity(one.severity);
        findings_->text(one.rule);
        findings_->text(one.section ? plan::name_of(*one.section) : std::string_view());
        findings_->text(one.title, styles_.wrapped);
        findings_->text(one.message, styles_.wrapped);
        findings_->text(place.words, styles_.wrapped);
        findings_->text(one.fix, styles_.wrapped);
        findings_->text(name_of(one.basis));
        findings_->text(joined(one.citations, "; "));
        findings_->text(one.category);
        findings_->number_or_nothing(place.origin.page);
        findings_->number_or_nothing(place.origin.line);
        findings_->number_or_nothing(place.origin.paragraph);
        findings_->number(one.places.size());
        findings_->date(document.plan_date);
        findings_->text(document.plan_id);
        findings_->text(one.fingerprint);
        for (const std::string& group : document.groups)
            findings_->text(group);
    }

    std::ostream& out_;
    const Report& head_;
    MemoryFile file_;
    lxw_workbook* book_ = nullptr;
    Styles styles_;
    Tally tally_;
    std::unique_ptr<Table> findings_, plans_, rules_, counts_table_, unchecked_, questions_;
    std::map<std::string, Count, std::less<>> counts_;
};

} // namespace

std::unique_ptr<Running> open_xlsx(std::ostream& out, const Report& head, const Options& options) { return std::make_unique<Xlsx>(out, head, options); }

} // namespace ehc::report

#include "read/write_xml.hpp"

#include "plan/fields.hpp"
#include "read/xml_shape.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace ehc::read {

namespace {

using plan::FieldRow;
using plan::FieldType;
using plan::FieldView;
using plan::Letter;
using plan::Origin;
using plan::RecordType;
using plan::State;
using plan::Text;

std::string escaped(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&': result += "&amp;"; break;
        case '<': result += "&lt;"; break;
        case '>': result += "&gt;"; break;
        case '"': result += "&quot;"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r')
                result += "\xEF\xBF\xBD";
            else
                result += c;
        }
    }
    return result;
}

std::string attribute(std::string_view name, std::string_view value) {
    return " " + std::string(name) + "=\"" + escaped(value) + "\"";
}

// "page 3, paragraph 41" or "line 12, column 5", whichever the format has; empty when the place is not known.
std::string words_for(const Origin& origin) {
    std::string words;
    const auto add = [&](std::string_view unit, std::uint32_t number) {
        if (number != 0)
            words += (words.empty() ? "" : ", ") + std::string(unit) + " " + std::to_string(number);
    };
    add("page", origin.page);
    add("paragraph", origin.paragraph);
    add("line", origin.line);
    add("column", origin.column);
    if (words.empty())
        add("block", origin.block);
    return words;
}

std::string at(const Origin& origin) {
    const std::string words = words_for(origin);
    return words.empty() ? "" : attribute("at", words);
}

std::string number_text(double number) {
    char digits[32];
    const auto [end, error] = std::to_chars(digits, digits + sizeof digits, number);
    return error == std::errc{} ? std::string(digits, end) : "0";
}

std::string value_text(const FieldRow& row, const FieldView& view) {
    struct Words {
        const FieldRow& row;
        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(const Text* text) const { return text->value; }
        std::string operator()(double number) const { return number_text(number); }
        std::string operator()(const PartialDate& date) const { return date.iso(); }
        std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
        std::string operator()(plan::ChoiceIndex choice) const { return std::string(row.domain->rows[choice].name); }
    };
    return std::visit(Words{row}, view.value);
}

// The table reads and fills records through one pointer type; nothing is changed here.
void* mutable_record(const void* record) { return const_cast<void*>(record); }

bool says_anything(const void* record, const RecordType& type) {
    return std::ranges::any_of(type.fields, [&](const FieldRow& row) { return row.view(record).state != State::missing; });
}

// A line of a section's text, with its place.
struct Line {
    std::string_view text;
    Origin origin;
};

std::vector<Line> lines_of(const Text& text) {
    std::vector<Line> lines;
    const std::string_view value = text.value;
    for (std::size_t begin = 0; begin < value.size();) {
        const std::size_t end = std::min(value.find('\n', begin), value.size());
        lines.push_back({value.substr(begin, end - begin),
                         text.origin(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end))});
        begin = end + 1;
    }
    return lines;
}

// Finds the lines of a section's text that its items hold, so that each line is written once.
class ItemLines {
  public:
    explicit ItemLines(const std::vector<Line>& lines) : lines_(lines), used_(lines.size()) {
        for (std::size_t i = 0; i < lines.size(); ++i)
            places_[lines[i].text].push_back(i);
    }
    // The first free run of these lines after the last one found, else before it. Nothing when there is none.
    std::optional<std::size_t> take(const std::vector<Line>& item) {
        if (item.empty())
            return std::nullopt;
        const auto found = places_.find(item.front().text);
        if (found == places_.end())
            return std::nullopt;
        const std::vector<std::size_t>& places = found->second;
        const auto next = std::ranges::lower_bound(places, next_);
        auto start = take(item, next, places.end());
        return start ? start : take(item, places.begin(), next);
    }
    [[nodiscard]] bool free(std::size_t line) const { return !used_[line]; }

  private:
    using Place = std::vector<std::size_t>::const_iterator;
    std::optional<std::size_t> take(const std::vector<Line>& item, Place place, Place end) {
        constexpr int most_tries = 64; // a text of one line repeated must not cost its square
        for (int tries = 0; place != end && tries < most_tries; ++place, ++tries) {
            if (*place + item.size() > lines_.size())
                return std::nullopt;
            bool same = true;
            for (std::size_t i = 0; same && i < item.size(); ++i)
                same = !used_[*place + i] && lines_[*place + i].text == item[i].text;
            if (!same)
                continue;
            std::fill_n(used_.begin() + static_cast<std::ptrdiff_t>(*place), item.size(), true);
            next_ = *place + item.size();
            return *place;
        }
        return std::nullopt;
    }

    const std::vector<Line>& lines_;
    std::vector<bool> used_;
    std::map<std::string_view, std::vector<std::size_t>> places_;
    std::size_t next_ = 0;
};

class PlanWriter {
  public:
    explicit PlanWriter(const plan::Plan& plan) : plan_(plan) {}
    [[nodiscard]] std::string write();

  private:
    void line(std::string_view text) { out_ += std::string(depth_ * 2, ' ') + std::string(text) + "\n"; }
    void open(std::string_view name, const std::string& attributes) {
        line("<" + std::string(name) + attributes + ">");
        ++depth_;
    }
    void close(std::string_view name) {
        --depth_;
        line("</" + std::string(name) + ">");
    }
    void write_element(std::string_view name, const std::string& attributes, std::string_view text);
    void write_scalar(const void* record, const FieldRow& row);
    void write_record(const void* record, const RecordType& type, std::string_view name);
    void write_item(const void* record, const RecordType& type);
    void write_section(const plan::Section& section);
    void write_section_body(const plan::Section& section, const std::vector<std::pair<const void*, const RecordType*>>& items);
    void write_front_paragraphs();
    [[nodiscard]] std::vector<std::pair<const void*, const RecordType*>> items_of(Letter letter) const;
    [[nodiscard]] std::set<std::uint32_t> front_blocks() const;

    const plan::Plan& plan_;
    std::string out_;
    std::size_t depth_ = 0;
};

// Words of several lines are one `p` a line.
void PlanWriter::write_element(std::string_view name, const std::string& attributes, std::string_view text) {
    if (text.empty())
        return line("<" + std::string(name) + attributes + "/>");
    if (text.find('\n') == std::string_view::npos)
        return line("<" + std::string(name) + attributes + ">" + escaped(text) + "</" + std::string(name) + ">");
    open(name, attributes);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end > begin)
            write_element(paragraph_element, "", text.substr(begin, end - begin));
        begin = end + 1;
    }
    close(name);
}

std::string state_attributes(const FieldView& view) {
    if (view.state != State::placeholder && view.state != State::unreadable)
        return {};
    const auto name = std::ranges::find(state_names, view.state, &StateName::state);
    return attribute("state", name->name) + (view.because.empty() ? "" : attribute("because", view.because));
}

void PlanWriter::write_scalar(const void* record, const FieldRow& row) {
    const FieldView view = row.view(record);
    if (view.state != State::missing)
        write_element(row.name, state_attributes(view) + at(*view.origin), value_text(row, view));
}

void PlanWriter::write_record(const void* record, const RecordType& type, std::string_view name) {
    open(name, "");
    for (const FieldRow& row : type.fields)
        write_scalar(record, row);
    close(name);
}

// An item that has only its text holds it directly.
void PlanWriter::write_item(const void* record, const RecordType& type) {
    std::string attributes;
    bool only_text = true;
    for (const FieldRow& row : type.fields) {
        const FieldView view = row.view(record);
        if (view.state == State::missing || follows_from_place(row))
            continue;
        if (is_attribute(type, row))
            attributes += attribute(row.name, value_text(row, view));
        else
            only_text = only_text && row.name == "text";
    }
    if (only_text) {
        const FieldRow& text = *type.find("text");
        const FieldView view = text.view(record);
        const Origin& origin = view.origin->known() ? *view.origin : type.origin(record);
        return write_element(type.name, attributes + state_attributes(view) + at(origin), value_text(text, view));
    }
    open(type.name, attributes + at(type.origin(record)));
    for (const FieldRow& row : type.fields)
        if (!is_attribute(type, row) && !follows_from_place(row))
            write_scalar(record, row);
    close(type.name);
}

std::vector<std::pair<const void*, const RecordType*>> PlanWriter::items_of(Letter letter) const {
    std::vector<std::pair<const void*, const RecordType*>> items;
    for (const SectionItem& item : section_items()) {
        if (!item.stands_in(letter))
            continue;
        const RecordType& type = *item.row->record;
        const FieldRow* section = type.find("section");
        const bool is_list = item.row->type == FieldType::list;
        const std::size_t count = is_list ? item.row->count(&plan_) : 1;
        for (std::size_t i = 0; i < count; ++i) {
            void* plan = mutable_record(&plan_);
            const void* record = is_list ? item.row->item(plan, i) : item.row->sub(plan);
            if (section != nullptr) {
                const FieldView view = section->view(record);
                const auto* stands = std::get_if<plan::ChoiceIndex>(&view.value);
                // An item of no stated section goes to the first that takes its kind.
                const auto home = stands != nullptr ? static_cast<std::size_t>(*stands)
                                                    : static_cast<std::size_t>(std::ranges::find(item.sections, true) - item.sections.begin());
                if (home != static_cast<std::size_t>(letter))
                    continue;
            }
            if (is_list || says_anything(record, type))
                items.emplace_back(record, &type);
        }
    }
    return items;
}

void PlanWriter::write_section(const plan::Section& section) {
    const auto items = items_of(section.letter.value);
    const bool headed = section.headed.stated() && section.headed.value;
    if (!headed && items.empty() && !section.text.stated())
        return;
    std::string attributes = attribute("letter", plan::name_of(section.letter.value));
    if (!headed)
        attributes += attribute("headed", "no");
    if (section.merged.stated() && section.merged.value)
        attributes += attribute("merged_with", section.merged_with.value.value);
    if (section.occurrences.stated() && section.occurrences.value != 1)
        attributes += attribute("occurrences", number_text(section.occurrences.value));
    if (section.title_letter.stated())
        attributes += attribute("title_letter", plan::name_of(section.title_letter.value));
    out_ += '\n';
    open(section_element, attributes + at(section.origin));
    write_scalar(&section, *plan::section_type.find("title"));
    write_section_body(section, items);
    close(section_element);
}

void PlanWriter::write_section_body(const plan::Section& section,
                                    const std::vector<std::pair<const void*, const RecordType*>>& items) {
    for (const plan::Paragraph& paragraph : plan_.paragraphs)
        if (paragraph.guidance.value && paragraph.section.stated() && paragraph.section.value == section.letter.value)
            write_element(paragraph_element, attribute("guidance", "yes") + at(paragraph.origin), paragraph.text.value.value);

    const std::vector<Line> lines = lines_of(section.text.value);
    ItemLines item_lines(lines);
    std::vector<std::optional<std::size_t>> starts;
    for (const auto& [record, type] : items) {
        const FieldView view = type->find("text")->view(record);
        const auto* const* text = std::get_if<const Text*>(&view.value);
        starts.push_back(text != nullptr ? item_lines.take(lines_of(**text)) : std::nullopt);
    }
    std::size_t next = 0;
    const auto write_free_lines = [&](std::size_t end) {
        for (; next < end; ++next)
            if (item_lines.free(next) && !lines[next].text.empty())
                write_element(paragraph_element, at(lines[next].origin), lines[next].text);
    };
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (starts[i])
            write_free_lines(*starts[i]);
        write_item(items[i].first, *items[i].second);
    }
    write_free_lines(lines.size());
}

// Blocks that fields of the front page were read from: they are written as those fields.
std::set<std::uint32_t> PlanWriter::front_blocks() const {
    std::set<std::uint32_t> blocks;
    const auto add_record = [&](const void* record, const RecordType& type) {
        for (const FieldRow& row : type.fields) {
            if (row.view == nullptr)
                continue;
            const FieldView view = row.view(record);
            blocks.insert(view.origin->block);
            if (const auto* const* text = std::get_if<const Text*>(&view.value))
                for (const plan::Piece& piece : (*text)->pieces)
                    blocks.insert(piece.origin.block);
        }
    };
    add_record(&plan_, plan::plan_type);
    for (const FieldRow& row : plan::plan_type.fields) {
        void* plan = mutable_record(&plan_);
        if (!stands_at_root(row) || row.record == nullptr)
            continue;
        if (row.type == FieldType::record)
            add_record(row.sub(plan), *row.record);
        else
            for (std::size_t i = 0; i < row.count(plan); ++i)
                add_record(row.item(plan, i), *row.record);
    }
    return blocks;
}

// What else stands before the first section or between sections: running headers, footers and form labels are left out.
void PlanWriter::write_front_paragraphs() {
    const std::set<std::uint32_t> known = front_blocks();
    for (const plan::Paragraph& paragraph : plan_.paragraphs) {
        using enum plan::Place;
        const plan::Place place = paragraph.place.value;
        if (paragraph.section.stated() || !paragraph.text.stated() || (place != body && place != cell && place != heading) ||
            known.contains(paragraph.origin.block))
            continue;
        write_element(paragraph_element, (paragraph.guidance.value ? attribute("guidance", "yes") : "") + at(paragraph.origin),
                      paragraph.text.value.value);
    }
}

std::string PlanWriter::write() {
    out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    std::string attributes = attribute("schema", schema_version);
    if (plan_.kind.stated())
        attributes += attribute("kind", plan::name_of(plan_.kind.value));
    open(root_element, attributes);
    for (const FieldRow& row : plan::plan_type.fields) {
        void* plan = mutable_record(&plan_);
        if (!stands_at_root(row))
            continue;
        if (row.type == FieldType::list) {
            for (std::size_t i = 0; i < row.count(plan); ++i)
                write_record(row.item(plan, i), *row.record, element_of(row));
        } else if (row.type == FieldType::record) {
            if (says_anything(row.sub(plan), *row.record))
                write_record(row.sub(plan), *row.record, element_of(row));
        } else {
            write_scalar(&plan_, row);
        }
    }
    write_front_paragraphs();
    for (const plan::Section& section : plan_.sections)
        write_section(section);
    close(root_element);
    return std::move(out_);
}

} // namespace

std::string write_plan_xml(const plan::Plan& plan) { return PlanWriter(plan).write(); }

} // namespace ehc::read

#include "read/xml_field_reader.hpp"

#include "base/nearest.hpp"
#include "read/xml_shape.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace ehc::read {

namespace {

using plan::FieldRow;
using plan::FieldType;
using plan::Letter;
using plan::Origin;
using plan::RecordType;
using plan::State;
using plan::Text;

std::string listed(std::span<const std::string> names, std::string_view last_word) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i != 0)
            text += i + 1 == names.size() ? " " + std::string(last_word) + " " : ", ";
        text += names[i];
    }
    return text;
}

std::string did_you_mean(std::string_view name, std::span<const std::string> known) {
    const auto near = nearest(name, known);
    return near ? "did you mean `" + *near + "`?" : std::string();
}

std::string words_for_sections(const SectionItem& item) {
    std::vector<std::string> letters;
    for (std::size_t i = 0; i < plan::letter_count; ++i)
        if (item.sections[i])
            letters.emplace_back(plan::name_of(static_cast<Letter>(i)));
    return (letters.size() == 1 ? "section " : "sections ") + listed(letters, "and");
}

// Attributes of other vocabularies that any element may bear, and the note of where a converted part was found.
bool is_allowed_everywhere(std::string_view attribute) {
    return attribute == "at" || attribute == "xmlns" || attribute.starts_with("xmlns:") || attribute.starts_with("xml:") ||
           attribute.starts_with("xsi:");
}

// Whether a field that was given as an attribute is a child element of the record that `element` stands for.
bool is_element_of(std::string_view element, std::string_view field) {
    for (const RecordType* type : plan::record_types())
        if (type->name == element || (type == &plan::plan_type && element == root_element))
            return type->find(field) != nullptr;
    return false;
}

} // namespace

std::string quoted(std::string_view name) {
    constexpr std::size_t longest = 60;
    return "`" + std::string(name.substr(0, longest)) + (name.size() > longest ? "...`" : "`");
}

std::uint32_t XmlFieldReader::start_of(const pugi::xml_node& node) {
    // pugixml gives the offset of an element's name and of a text's first byte.
    const std::ptrdiff_t offset = node.offset_debug() - (node.type() == pugi::node_element ? 1 : 0);
    return static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(offset, 0));
}

Origin XmlFieldReader::place_of(std::uint32_t offset) {
    const Place place = lines_.at(offset);
    const auto end = static_cast<std::uint32_t>(document_.extracted.size());
    Origin origin;
    origin.line = place.line;
    origin.column = place.column;
    origin.block = static_cast<std::uint32_t>(document_.blocks.size() + 1);
    origin.span = {end, end};
    return origin;
}

std::vector<XmlAttribute> XmlFieldReader::attributes(const pugi::xml_node& node, std::span<const std::string> known) {
    std::vector<XmlAttribute> found;
    for (const RawAttribute& raw : attributes_of(source_, start_of(node) + 1)) {
        if (is_allowed_everywhere(raw.name))
            continue;
        if (std::ranges::find(known, raw.name) == known.end()) {
            faults_.add(raw.begin, quoted(node.name()) + " has no attribute " + quoted(raw.name),
                        is_element_of(node.name(), raw.name) ? "write it as an element inside " + quoted(node.name())
                                                             : did_you_mean(raw.name, known));
            continue;
        }
        if (std::ranges::find(found, raw.name, &XmlAttribute::name) != found.end()) {
            faults_.add(raw.begin, "the attribute " + quoted(raw.name) + " is given twice", "keep one");
            continue;
        }
        const Origin origin = place_of(raw.begin);
        folder_.character_data(raw.begin, raw.end);
        found.push_back({raw.name, folder_.take(), origin, raw.begin});
        for (plan::Piece& piece : found.back().text.pieces) {
            piece.origin.block = origin.block;
            piece.origin.span = origin.span;
        }
    }
    return found;
}

XmlMark XmlFieldReader::mark_of(std::span<const XmlAttribute> attributes) {
    XmlMark mark;
    for (const XmlAttribute& attribute : attributes) {
        if (attribute.name == "because") {
            mark.because = attribute.text.value;
        } else if (attribute.name == "state") {
            const auto row = std::ranges::find(state_names, std::string_view(attribute.text.value), &StateName::name);
            if (row != state_names.end())
                mark.state = row->state;
            else
                faults_.add(attribute.offset, "the value of `state` is not known", "write blank, placeholder or unreadable");
        }
    }
    return mark;
}

void XmlFieldReader::refuse_text(const pugi::xml_node& node, std::string_view owner) {
    const std::string_view value = node.value();
    if (const std::size_t visible = value.find_first_not_of(" \t\r\n"); visible != std::string_view::npos)
        faults_.add(start_of(node) + static_cast<std::uint32_t>(visible), "text stands directly in " + quoted(owner),
                    owner == section_element ? "put it in `<p>` or in the item it belongs to" : "put it in the element it belongs to");
}

void XmlFieldReader::refuse_element(const pugi::xml_node& node, std::string_view owner, std::span<const std::string> known) {
    const std::string_view name = node.name();
    std::string remedy = did_you_mean(name, known);
    if (name == section_element)
        remedy = "sections stand directly in `ehc_plan`";
    else if (name == paragraph_element)
        remedy = "put the words in the element they belong to";
    for (const SectionItem& item : section_items()) {
        const FieldRow* row = item.row->record->find(name);
        if (item.element() == name)
            remedy = "it stands in " + words_for_sections(item);
        else if (item.element() == owner && row != nullptr && is_attribute(*item.row->record, *row))
            remedy = "write it as an attribute of " + quoted(owner);
    }
    faults_.add(start_of(node), quoted(owner) + " has no element " + quoted(name),
                remedy.empty() ? "see schemas/ehc-plan.xsd for what may stand there" : remedy);
}

void XmlFieldReader::refuse_repeat(const pugi::xml_node& node) {
    faults_.add(start_of(node), quoted(node.name()) + " is given twice", "keep one");
}

std::size_t XmlFieldReader::add_block(Text text, plan::Place place) {
    Block block;
    block.place = place;
    block.heading_level = place == plan::Place::heading ? 1 : 0;
    const auto base = static_cast<std::uint32_t>(document_.extracted.size());
    const auto number = static_cast<std::uint32_t>(document_.blocks.size() + 1);
    for (std::size_t i = 0; i < text.pieces.size(); ++i) {
        const auto end = i + 1 < text.pieces.size() ? text.pieces[i + 1].at : static_cast<std::uint32_t>(text.value.size());
        text.pieces[i].origin.block = number;
        text.pieces[i].origin.span = {base + text.pieces[i].at, base + end};
    }
    document_.extracted += text.value;
    document_.extracted += '\n';
    block.text = std::move(text);
    document_.blocks.push_back(std::move(block));
    return document_.blocks.size() - 1;
}

void XmlFieldReader::add_paragraphs(std::span<const std::size_t> blocks, std::optional<Letter> letter, bool guidance) {
    for (const std::size_t index : blocks) {
        const Block& block = document_.blocks[index];
        if (block.text.empty())
            continue;
        plan::Paragraph& paragraph = document_.plan->paragraphs.emplace_back();
        paragraph.origin = block.text.origin();
        if (letter)
            paragraph.section.set(*letter, paragraph.origin);
        paragraph.place.set(block.place, paragraph.origin);
        paragraph.text.set(block.text, paragraph.origin);
        paragraph.guidance.set(guidance, paragraph.origin);
    }
}

// What the folder holds becomes a block, and a paragraph of these words.
void XmlFieldReader::end_paragraph(XmlWords& words, plan::Place place, const FieldRow* row) {
    Text text = folder_.take();
    // A choice is shown to people in words: "maintained special school", not maintained_special_school.
    if (row != nullptr && row->type == FieldType::choice && !text.pieces.empty())
        if (const auto value = row->domain->find(text.value)) {
            text.value = row->domain->rows[*value].words;
            text.pieces.resize(1);
        }
    words.blocks.push_back(add_block(std::move(text), place));
    words.text.append(document_.blocks.back().text, "\n");
}

namespace {

// "child: date of birth" of <child><date_of_birth>, "F1" of the words of an item of that id.
std::string label_of(const pugi::xml_node& node, plan::Place place, const FieldRow* row) {
    if (place == plan::Place::heading || node.name() == paragraph_element)
        return {};
    if (row == nullptr)
        return node.attribute("id").value();
    if (row->name == "text")
        return (node.name() == row->name ? node.parent() : node).attribute("id").value();
    std::string label(row->name);
    std::ranges::replace(label, '_', ' ');
    for (const std::string_view letters : {"upn", "uln", "nhs"}) // short forms
        if (label.starts_with(letters) && (label.size() == letters.size() || label[letters.size()] == ' '))
            std::transform(label.begin(), label.begin() + static_cast<std::ptrdiff_t>(letters.size()), label.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
    const std::string_view record = node.parent().name();
    if (record == root_element || node.parent().parent().name() != root_element)
        return label;
    return std::string(record) + ": " + label;
}

} // namespace

XmlWords XmlFieldReader::words(const pugi::xml_node& node, plan::Place place, const FieldRow* row, bool paragraphs) {
    XmlWords whole;
    whole.offset = start_of(node);
    whole.origin = place_of(whole.offset);
    bool found = false;
    for (const pugi::xml_node& part : node.children()) {
        const std::uint32_t start = start_of(part);
        if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) {
            const bool literal = part.type() == pugi::node_cdata;
            const std::size_t end = std::min(source_.find(literal ? "]]>" : "<", start), source_.size());
            if (!found)
                if (const std::size_t visible = source_.find_first_not_of(" \t\r\n", start); visible < end) {
                    whole.offset = static_cast<std::uint32_t>(visible);
                    found = true;
                }
            if (literal)
                folder_.literal_data(start, static_cast<std::uint32_t>(end));
            else
                folder_.character_data(start, static_cast<std::uint32_t>(end));
        } else if (part.type() == pugi::node_element) {
            if (!paragraphs || part.name() != paragraph_element) {
                refuse_element(part, node.name(), paragraphs ? std::vector{std::string(paragraph_element)} : std::vector<std::string>());
                continue;
            }
            if (!folder_.empty())
                end_paragraph(whole, place, row);
            attributes(part, {});
            const XmlWords inner = words(part, place, row, false);
            whole.blocks.insert(whole.blocks.end(), inner.blocks.begin(), inner.blocks.end());
            whole.text.append(inner.text, "\n");
        }
    }
    if (!folder_.empty() || whole.blocks.empty())
        end_paragraph(whole, place, row);
    else
        (void)folder_.take();
    if (!whole.text.empty())
        whole.origin = whole.text.origin();
    if (std::string label = label_of(node, place, row); !label.empty())
        document_.blocks[whole.blocks.front()].label = std::move(label);
    return whole;
}

void XmlFieldReader::set(void* record, const FieldRow& row, const XmlWords& words, const XmlMark& mark) {
    if (!mark.state && !words.text.empty())
        return set_value(record, row, words.text, words.origin, words.offset);
    row.mark(record, mark.state.value_or(State::blank), words.origin);
    if (!mark.because.empty())
        row.explain(record, mark.because);
}

void XmlFieldReader::set(void* record, const FieldRow& row, const XmlAttribute& attribute) {
    if (attribute.text.empty())
        row.mark(record, State::blank, attribute.origin);
    else
        set_value(record, row, attribute.text, attribute.origin, attribute.offset);
}

void XmlFieldReader::set_value(void* record, const FieldRow& row, const Text& text, const Origin& origin, std::uint32_t offset) {
    const std::string& value = text.value;
    switch (row.type) {
    case FieldType::text:
        row.set(record, text, origin);
        return;
    case FieldType::number: {
        double number = 0;
        const char* digits = value.data() + (value.starts_with('+') ? 1 : 0);
        const auto [end, error] = std::from_chars(digits, value.data() + value.size(), number, std::chars_format::fixed);
        if (error == std::errc{} && end == value.data() + value.size() && std::isfinite(number))
            row.set(record, number, origin);
        else
            faults_.add(offset, "the value of " + quoted(row.name) + " is not a number", "write it in digits, such as 5");
        return;
    }
    case FieldType::date:
        if (const auto date = PartialDate::from_iso(value))
            row.set(record, *date, origin);
        else
            faults_.add(offset, "the value of " + quoted(row.name) + " is not a date",
                        "write a day (2025-05-12), a month (2025-05), a year (2025) or a stretch (2025-01-01/2025-04-15)");
        return;
    case FieldType::yes_no:
        if (value == "yes" || value == "no")
            row.set(record, value == "yes", origin);
        else
            faults_.add(offset, "the value of " + quoted(row.name) + " is neither yes nor no", "write yes or no");
        return;
    case FieldType::choice: {
        // Words for people are taken too: they are what a choice's block holds.
        const auto rows = row.domain->rows;
        const auto match = std::ranges::find_if(
            rows, [&](const plan::ChoiceRow& choice) { return choice.name == value || choice.words == value; });
        if (match != rows.end()) {
            row.set(record, static_cast<plan::ChoiceIndex>(match - rows.begin()), origin);
            return;
        }
        std::vector<std::string> names;
        for (const plan::ChoiceRow& choice : rows)
            names.emplace_back(choice.name);
        const auto near = nearest(value, names);
        faults_.add(offset, "the value of " + quoted(row.name) + " is not one of its choices",
                    (near ? "did you mean `" + *near + "`? it may be " : "write ") + listed(names, "or"));
        return;
    }
    case FieldType::record:
    case FieldType::list:
        return; // never scalars
    }
}

XmlWords XmlFieldReader::scalar(const pugi::xml_node& node, void* record, const FieldRow& row, plan::Place place) {
    static const std::vector<std::string> known{"state", "because"};
    const XmlMark mark = mark_of(attributes(node, known));
    XmlWords found = words(node, place, &row, row.type == FieldType::text);
    set(record, row, found, mark);
    return found;
}

} // namespace ehc::read

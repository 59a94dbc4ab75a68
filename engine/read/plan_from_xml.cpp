#include "read/plan_from_xml.hpp"

#include "read/xml_completion.hpp"
#include "read/xml_field_reader.hpp"
#include "read/xml_shape.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace ehc::read {

namespace {

using plan::FieldRow;
using plan::FieldType;
using plan::Letter;
using plan::Origin;
using plan::RecordType;
using plan::State;
using plan::Text;

// A record's own place. The table gives it to read; the records here are ours to fill.
Origin& origin_of(const RecordType& type, void* record) { return const_cast<Origin&>(type.origin(record)); }

bool is_paragraph(const pugi::xml_node& node) {
    return node.type() == pugi::node_element && node.name() == paragraph_element;
}

// What an item's element may hold, worked out once.
struct ItemNames {
    const RecordType* type;
    std::vector<std::string> attributes{"state", "because"};
    std::vector<std::string> elements;
    const FieldRow* text;
    const FieldRow* section; // null where it has none

    explicit ItemNames(const RecordType& record) : type(&record), text(record.find("text")), section(record.find("section")) {
        for (const FieldRow& row : record.fields) {
            if (is_attribute(record, row))
                attributes.emplace_back(row.name);
            else if (!follows_from_place(row))
                elements.emplace_back(row.name);
        }
    }
};

const ItemNames& names_of(const RecordType& type) {
    static const std::vector<ItemNames> all = [] {
        std::vector<ItemNames> names;
        for (const SectionItem& item : section_items())
            names.emplace_back(*item.row->record);
        return names;
    }();
    return *std::ranges::find(all, &type, &ItemNames::type);
}

class PlanReader {
  public:
    PlanReader(std::string_view source, const Limits& limits, Document& document)
        : document_(document), plan_(*document.plan), fields_(source, limits, document) {}

    void read(const pugi::xml_node& root);
    [[nodiscard]] const XmlFaults& faults() { return fields_.faults(); }

  private:
    void read_root_attributes(const pugi::xml_node& root);
    void read_root_field(const pugi::xml_node& node, const FieldRow& row);
    void read_record(const pugi::xml_node& node, void* record, const RecordType& type);
    void read_free_paragraph(const pugi::xml_node& node, std::optional<Letter> letter, Text* body);
    [[nodiscard]] std::optional<Letter> read_section_attributes(const pugi::xml_node& node);
    void read_section(const pugi::xml_node& node);
    void read_title(const pugi::xml_node& node, Letter letter);
    void end_section(Letter letter, Text body);
    [[nodiscard]] XmlMark read_item_attributes(const pugi::xml_node& node, void* record, const RecordType& type);
    [[nodiscard]] XmlWords read_item_fields(const pugi::xml_node& node, void* record, const RecordType& type);
    void read_item(const pugi::xml_node& node, const SectionItem& item, Letter letter, Text& body);

    Document& document_;
    plan::Plan& plan_;
    XmlFieldReader fields_;
    std::set<const FieldRow*> seen_; // fields of the plan that have been given
    struct Parts {
        std::vector<std::string> bodies; // the different texts under this letter
        bool counted = false;            // its element says how many there are
    };
    std::array<Parts, plan::letter_count> parts_;
};

void PlanReader::read_root_attributes(const pugi::xml_node& root) {
    static const std::vector<std::string> known{"schema", "kind"};
    plan_.kind.set(plan::Kind::plan, plan_.origin);
    for (const XmlAttribute& attribute : fields_.attributes(root, known)) {
        if (attribute.name == "kind") {
            fields_.set(&plan_, *plan::plan_type.find("kind"), attribute);
            if (plan_.kind.value == plan::Kind::return_ || plan_.kind.value == plan::Kind::other)
                fields_.faults().add(attribute.offset, "`kind` is none that an EHC plan file can have",
                                     "write plan, template, fragment, advice or review_form");
        } else if (attribute.text.value != schema_version) {
            fields_.faults().add(attribute.offset, "this version of the plan schema is not read",
                                 "export the plan with schema=\"" + std::string(schema_version) + "\"");
        }
    }
    document_.kind = plan_.kind.value;
}

void PlanReader::read(const pugi::xml_node& root) {
    plan_.origin = fields_.place_of(root);
    read_root_attributes(root);

    std::vector<std::string> known{std::string(section_element), std::string(paragraph_element)};
    std::map<std::string_view, const FieldRow*> rows;
    for (const FieldRow& row : plan::plan_type.fields)
        if (stands_at_root(row)) {
            rows.emplace(element_of(row), &row);
            known.emplace_back(element_of(row));
        }
    for (const pugi::xml_node& node : root.children()) {
        if (node.type() != pugi::node_element)
            fields_.refuse_text(node, root_element);
        else if (node.name() == section_element)
            read_section(node);
        else if (is_paragraph(node))
            read_free_paragraph(node, std::nullopt, nullptr);
        else if (const auto row = rows.find(node.name()); row != rows.end())
            read_root_field(node, *row->second);
        else
            fields_.refuse_element(node, root_element, known);
    }
    complete_plan(document_);
}

void PlanReader::read_root_field(const pugi::xml_node& node, const FieldRow& row) {
    if (row.type == FieldType::list)
        read_record(node, row.add(&plan_), *row.record);
    else if (!seen_.insert(&row).second)
        fields_.refuse_repeat(node);
    else if (row.type == FieldType::record)
        read_record(node, row.sub(&plan_), *row.record);
    else
        fields_.add_paragraphs(fields_.scalar(node, &plan_, row, plan::Place::body).blocks, std::nullopt, false);
}

// A record of the front page: scalar fields only.
void PlanReader::read_record(const pugi::xml_node& node, void* record, const RecordType& type) {
    origin_of(type, record) = fields_.place_of(node);
    fields_.attributes(node, {});
    std::vector<std::string> known;
    for (const FieldRow& row : type.fields)
        known.emplace_back(row.name);
    std::set<const FieldRow*> seen;
    for (const pugi::xml_node& child : node.children()) {
        const FieldRow* row = type.find(child.name());
        if (child.type() != pugi::node_element)
            fields_.refuse_text(child, type.name);
        else if (row == nullptr)
            fields_.refuse_element(child, type.name, known);
        else if (!seen.insert(row).second)
            fields_.refuse_repeat(child);
        else
            fields_.add_paragraphs(fields_.scalar(child, record, *row, plan::Place::body).blocks, std::nullopt, false);
    }
}

void PlanReader::read_free_paragraph(const pugi::xml_node& node, std::optional<Letter> letter, Text* body) {
    static const std::vector<std::string> known{"guidance"};
    bool guidance = false;
    for (const XmlAttribute& attribute : fields_.attributes(node, known)) {
        guidance = attribute.text.value == "yes";
        if (!guidance && attribute.text.value != "no")
            fields_.faults().add(attribute.offset, "the value of `guidance` is neither yes nor no", "write yes or no");
    }
    const XmlWords words = fields_.words(node, plan::Place::body, nullptr, false);
    fields_.add_paragraphs(words.blocks, letter, guidance);
    if (body != nullptr && !guidance)
        body->append(words.text, "\n");
}

std::optional<Letter> PlanReader::read_section_attributes(const pugi::xml_node& node) {
    static const std::vector<std::string> known = [] {
        std::vector<std::string> names{"letter"};
        names.insert(names.end(), section_attributes.begin(), section_attributes.end());
        return names;
    }();
    const Origin origin = fields_.place_of(node);
    std::vector<XmlAttribute> given = fields_.attributes(node, known);
    const auto named = std::ranges::find(given, "letter", &XmlAttribute::name);
    if (named == given.end()) {
        fields_.faults().add(XmlFieldReader::start_of(node), "a section has no letter",
                             "write letter=\"A\", or the letter that its heading bears");
        return std::nullopt;
    }
    const auto index = plan::letters.find(named->text.value);
    if (!index) {
        fields_.faults().add(named->offset, "the value of `letter` is not a section", "write A, B, C, D, E, F, G, H1, H2, I, J or K");
        return std::nullopt;
    }
    plan::Section& section = plan_.sections[*index];
    if (!section.headed.stated() || !section.headed.value) {
        section.origin = origin;
        section.letter.set(static_cast<Letter>(*index), named->origin);
        section.headed.set(true, origin);
        section.merged.set(false, origin);
    }
    for (XmlAttribute& attribute : given) {
        if (attribute.name == "letter")
            continue;
        if (attribute.name == "merged_with") {
            const std::vector<std::string> partners = letters_in(attribute.text.value);
            if (std::ranges::any_of(partners, [&](const std::string& other) {
                    const auto partner = plan::letters.find(other);
                    return !partner || partner == index;
                }))
                fields_.faults().add(attribute.offset, "the value of `merged_with` is not the letter of another section",
                                     "write a letter such as D, or several with commas between");
            section.merged.set(!partners.empty(), attribute.origin);
        }
        parts_[*index].counted = parts_[*index].counted || attribute.name == "occurrences";
        fields_.set(&section, *plan::section_type.find(attribute.name), attribute);
    }
    return static_cast<Letter>(*index);
}

void PlanReader::read_section(const pugi::xml_node& node) {
    const std::optional<Letter> letter = read_section_attributes(node);
    if (!letter)
        return;
    std::vector<std::string> known{"title", std::string(paragraph_element)};
    for (const SectionItem& item : section_items())
        if (item.stands_in(*letter))
            known.emplace_back(item.element());

    Text body;
    bool titled = false;
    for (const pugi::xml_node& child : node.children()) {
        const std::string_view name = child.name();
        const auto item = std::ranges::find_if(section_items(), [&](const SectionItem& candidate) {
            return candidate.element() == name && candidate.stands_in(*letter);
        });
        if (child.type() != pugi::node_element)
            fields_.refuse_text(child, section_element);
        else if (is_paragraph(child))
            read_free_paragraph(child, letter, &body);
        else if (item != section_items().end())
            read_item(child, *item, *letter, body);
        else if (name != "title")
            fields_.refuse_element(child, section_element, known);
        else if (std::exchange(titled, true))
            fields_.refuse_repeat(child);
        else
            read_title(child, *letter);
    }
    end_section(*letter, std::move(body));
}

void PlanReader::read_title(const pugi::xml_node& node, Letter letter) {
    plan::Section& section = plan_.section(letter);
    plan::Section later; // the heading of a second block under the same letter is a paragraph, not the section's title
    const bool first = section.title.state == State::missing;
    const XmlWords words =
        fields_.scalar(node, first ? &section : &later, *plan::section_type.find("title"), plan::Place::heading);
    fields_.add_paragraphs(words.blocks, letter, false);
    if (first)
        section.origin = words.origin;
}

void PlanReader::end_section(Letter letter, Text body) {
    plan::Section& section = plan_.section(letter);
    Parts& parts = parts_[static_cast<std::size_t>(letter)];
    if (std::ranges::find(parts.bodies, body.value) == parts.bodies.end())
        parts.bodies.push_back(body.value);
    if (!parts.counted)
        section.occurrences.set(static_cast<double>(parts.bodies.size()), section.origin);
    if (!body.empty()) {
        Text whole = std::move(section.text.value);
        if (whole.empty())
            whole = std::move(body);
        else
            whole.append(body, "\n");
        const Origin origin = whole.origin();
        section.text.set(std::move(whole), origin);
    } else if (!section.text.stated()) {
        plan::section_type.find("text")->mark(&section, State::blank, section.origin);
    }
}

XmlMark PlanReader::read_item_attributes(const pugi::xml_node& node, void* record, const RecordType& type) {
    const std::vector<XmlAttribute> given = fields_.attributes(node, names_of(type).attributes);
    for (const XmlAttribute& attribute : given)
        if (const FieldRow* row = type.find(attribute.name))
            fields_.set(record, *row, attribute);
    return fields_.mark_of(given);
}

// The fields of an item as elements. The answer is what the item as a whole says: its `text`, or without one its parts,
// joined as the cells of a table row are.
XmlWords PlanReader::read_item_fields(const pugi::xml_node& node, void* record, const RecordType& type) {
    const std::vector<std::string>& known = names_of(type).elements;
    std::vector<const FieldRow*> seen;
    std::optional<XmlWords> own;
    XmlWords joined;
    bool says_something = false; // a date or a reference alone is no text
    for (const pugi::xml_node& child : node.children()) {
        const FieldRow* row = type.find(child.name());
        if (child.type() != pugi::node_element) {
            fields_.refuse_text(child, type.name);
            continue;
        }
        if (row == nullptr || std::ranges::find(known, row->name) == known.end()) {
            fields_.refuse_element(child, type.name, known);
            continue;
        }
        if (std::ranges::find(seen, row) != seen.end()) {
            fields_.refuse_repeat(child);
            continue;
        }
        seen.push_back(row);
        XmlWords words = fields_.scalar(child, record, *row, plan::Place::body);
        if (row == names_of(type).text) {
            own = std::move(words);
        } else if (row->view(record).state == State::stated && !is_reference(*row)) {
            const bool wording = row->type == FieldType::text || row->type == FieldType::choice;
            if (wording || row->type == FieldType::date) {
                joined.text.append(words.text, "\n");
                joined.blocks.insert(joined.blocks.end(), words.blocks.begin(), words.blocks.end());
            }
            says_something = says_something || wording;
        }
    }
    if (own)
        return *std::move(own);
    if (!says_something)
        return {};
    joined.origin = joined.text.origin();
    fields_.set(record, *names_of(type).text, joined, {});
    return joined;
}

void PlanReader::read_item(const pugi::xml_node& node, const SectionItem& item, Letter letter, Text& body) {
    const RecordType& type = *item.row->record;
    if (item.row->type == FieldType::record && !seen_.insert(item.row).second) {
        fields_.refuse_repeat(node);
        return;
    }
    void* record = item.row->type == FieldType::list ? item.row->add(&plan_) : item.row->sub(&plan_);
    const Origin start = fields_.place_of(node);
    if (const FieldRow* row = names_of(type).section)
        row->set(record, static_cast<plan::ChoiceIndex>(letter), start);

    const XmlMark mark = read_item_attributes(node, record, type);
    const bool has_fields = std::ranges::any_of(node.children(), [](const pugi::xml_node& child) {
        return child.type() == pugi::node_element && !is_paragraph(child);
    });
    XmlWords words;
    if (has_fields) {
        words = read_item_fields(node, record, type);
    } else {
        const FieldRow& text = *names_of(type).text;
        words = fields_.words(node, plan::Place::body, &text, true);
        fields_.set(record, text, words, mark);
    }
    fields_.add_paragraphs(words.blocks, letter, false);
    origin_of(type, record) = words.text.empty() ? start : words.origin;
    body.append(words.text, "\n");
}

} // namespace

Result<Document> plan_from_xml(const pugi::xml_node& root, std::string_view source, std::string_view path, const Limits& limits) {
    Document document;
    document.path = path;
    document.format = "xml";
    document.plan.emplace();
    PlanReader reader(source, limits, document);
    reader.read(root);
    if (reader.faults().any())
        return reader.faults().error(path, source);
    return document;
}

} // namespace ehc::read

#include "read/xsd.hpp"

#include "plan/fields.hpp"
#include "read/xml_shape.hpp"

#include <set>
#include <string_view>

namespace ehc::read {

namespace {

using plan::Domain;
using plan::FieldRow;
using plan::FieldType;
using plan::RecordType;

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text)
        result += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : std::string(1, c);
    return result;
}

std::string capitalised(std::string_view text) {
    std::string result(text);
    if (!result.empty() && result[0] >= 'a' && result[0] <= 'z')
        result[0] = static_cast<char>(result[0] - 'a' + 'A');
    return result;
}

std::string list_of_sections(const SectionItem& item) {
    std::string letters;
    for (std::size_t i = 0; i < plan::letter_count; ++i)
        if (item.sections[i])
            letters += (letters.empty() ? "" : ", ") + std::string(plan::name_of(static_cast<plan::Letter>(i)));
    return letters;
}

class SchemaWriter {
  public:
    [[nodiscard]] std::string write();

  private:
    void line(std::string_view text) {
        if (!text.empty())
            out_.append(depth_ * 2, ' ');
        out_ += text;
        out_ += '\n';
    }
    void open(std::string_view tag) {
        line("<" + std::string(tag) + ">");
        ++depth_;
    }
    void close(std::string_view tag) {
        --depth_;
        line("</" + std::string(tag) + ">");
    }
    void documentation(std::string_view text) {
        line("<xs:annotation><xs:documentation>" + escaped(text) + "</xs:documentation></xs:annotation>");
    }
    // An element or attribute with its sentence.
    void documented(std::string_view tag, const std::string& attributes, std::string_view doc) {
        open(std::string(tag) + attributes);
        documentation(doc);
        close(tag);
    }
    void write_simple_types();
    void write_choice(const Domain& domain);
    void write_scalar_type(std::string_view name, std::string_view value_type, std::string_view doc);
    void write_text_type();
    void write_record(const RecordType& type);
    void write_item(const RecordType& type);
    void write_section();
    void write_root();
    void state_attributes();

    std::string out_;
    std::size_t depth_ = 0;
};

std::string type_of(const FieldRow& row) {
    switch (row.type) {
    case FieldType::text: return "text";
    case FieldType::number: return "number";
    case FieldType::date: return "date";
    case FieldType::yes_no: return "yes_no";
    case FieldType::choice: return std::string(row.domain->name);
    case FieldType::record:
    case FieldType::list: return std::string(row.record->name);
    }
    return {};
}

std::string named(std::string_view name, std::string_view type, std::string_view more = "") {
    return " name=\"" + std::string(name) + "\" type=\"" + std::string(type) + "\"" + std::string(more);
}

void SchemaWriter::state_attributes() {
    line("<xs:attributeGroup ref=\"state\"/>");
}

// Values as text: attributes use them as they are, elements through a type that adds `state`, `because` and `at`.
void SchemaWriter::write_choice(const Domain& domain) {
    open("xs:simpleType name=\"" + std::string(domain.name) + "_name\"");
    documentation(capitalised(domain.doc) + ".");
    open("xs:restriction base=\"xs:token\"");
    for (const plan::ChoiceRow& row : domain.rows) {
        open("xs:enumeration value=\"" + std::string(row.name) + "\"");
        documentation(capitalised(row.words) + ": " + std::string(row.doc) + ".");
        close("xs:enumeration");
    }
    close("xs:restriction");
    close("xs:simpleType");
    write_scalar_type(domain.name, std::string(domain.name) + "_name", capitalised(domain.doc) + ".");
}

void SchemaWriter::write_scalar_type(std::string_view name, std::string_view value_type, std::string_view doc) {
    open("xs:complexType name=\"" + std::string(name) + "\"");
    documentation(doc);
    open("xs:simpleContent");
    open("xs:extension base=\"" + std::string(name) + "_or_empty\"");
    state_attributes();
    close("xs:extension");
    close("xs:simpleContent");
    close("xs:complexType");
    open("xs:simpleType name=\"" + std::string(name) + "_or_empty\"");
    line("<xs:union memberTypes=\"" + std::string(value_type) + " empty\"/>");
    close("xs:simpleType");
}

void SchemaWriter::write_text_type() {
    open("xs:complexType name=\"text\" mixed=\"true\"");
    documentation("Words. Runs of white space and line ends count as one space; several paragraphs are p elements.");
    open("xs:sequence");
    line("<xs:element name=\"p\" type=\"inner_paragraph\" minOccurs=\"0\" maxOccurs=\"unbounded\"/>");
    close("xs:sequence");
    state_attributes();
    close("xs:complexType");
    open("xs:complexType name=\"inner_paragraph\"");
    documentation("One paragraph of a text.");
    open("xs:simpleContent");
    open("xs:extension base=\"xs:string\"");
    line("<xs:attribute ref=\"at\"/>");
    close("xs:extension");
    close("xs:simpleContent");
    close("xs:complexType");
    open("xs:complexType name=\"paragraph\"");
    documentation("A paragraph that belongs to no item.");
    open("xs:simpleContent");
    open("xs:extension base=\"xs:string\"");
    documented("xs:attribute", named("guidance", "yes_no_name"),
               "Whether it is an instruction of the form to its writer; it is then no part of the section's text.");
    line("<xs:attribute ref=\"at\"/>");
    close("xs:extension");
    close("xs:simpleContent");
    close("xs:complexType");
}

void SchemaWriter::write_simple_types() {
    open("xs:simpleType name=\"empty\"");
    documentation("An empty element: the field has a label and no value.");
    open("xs:restriction base=\"xs:token\"");
    line("<xs:length value=\"0\"/>");
    close("xs:restriction");
    close("xs:simpleType");

    open("xs:simpleType name=\"date_value\"");
    documentation("A day (2025-05-12), a month (2025-05), a year (2025), or a stretch of days (2025-01-01/2025-04-15).");
    open("xs:restriction base=\"xs:token\"");
    line(R"(<xs:pattern value="[0-9]{4}(-[0-9]{2}(-[0-9]{2}(/[0-9]{4}-[0-9]{2}-[0-9]{2})?)?)?"/>)");
    close("xs:restriction");
    close("xs:simpleType");

    open("xs:simpleType name=\"yes_no_name\"");
    open("xs:restriction base=\"xs:token\"");
    line("<xs:enumeration value=\"yes\"/>");
    line("<xs:enumeration value=\"no\"/>");
    close("xs:restriction");
    close("xs:simpleType");

    open("xs:simpleType name=\"state_name\"");
    open("xs:restriction base=\"xs:token\"");
    for (const StateName& row : state_names) {
        open("xs:enumeration value=\"" + std::string(row.name) + "\"");
        documentation(capitalised(row.doc) + ".");
        close("xs:enumeration");
    }
    close("xs:restriction");
    close("xs:simpleType");

    open("xs:attributeGroup name=\"state\"");
    documented("xs:attribute", named("state", "state_name"), "Why the field has no value.");
    documented("xs:attribute", named("because", "xs:string"), "What could not be read, without the words themselves.");
    line("<xs:attribute ref=\"at\"/>");
    close("xs:attributeGroup");
    documented("xs:attribute", named("at", "xs:string"),
               "Where a converted part was found in the document it came from; not read.");

    write_text_type();
    write_scalar_type("number", "xs:decimal", "A number in digits.");
    write_scalar_type("date", "date_value", "A date, as exactly as it is known.");
    write_scalar_type("yes_no", "yes_no_name", "Yes or no.");
    std::set<std::string_view> written{plan::kinds.name, plan::letters.name, plan::places.name};
    for (const RecordType* type : plan::record_types())
        for (const FieldRow& row : type->fields)
            if (row.domain != nullptr && written.insert(row.domain->name).second)
                write_choice(*row.domain);
    open("xs:simpleType name=\"letter_name\"");
    documentation(capitalised(plan::letters.doc) + ".");
    open("xs:restriction base=\"xs:token\"");
    for (const plan::ChoiceRow& row : plan::letters.rows) {
        open("xs:enumeration value=\"" + std::string(row.name) + "\"");
        documentation(capitalised(row.doc) + ".");
        close("xs:enumeration");
    }
    close("xs:restriction");
    close("xs:simpleType");
}

// A record of the front page: each field at most once, in any order.
void SchemaWriter::write_record(const RecordType& type) {
    open("xs:complexType name=\"" + std::string(type.name) + "\"");
    documentation(type.doc);
    open("xs:all");
    for (const FieldRow& row : type.fields)
        documented("xs:element", named(row.name, type_of(row), " minOccurs=\"0\""), row.doc);
    close("xs:all");
    line("<xs:attribute ref=\"at\"/>");
    close("xs:complexType");
}

void SchemaWriter::write_item(const RecordType& type) {
    open("xs:complexType name=\"" + std::string(type.name) + "\" mixed=\"true\"");
    documentation(std::string(type.doc) +
                  " It holds either its words directly (several paragraphs as p elements) or its fields as elements, each once.");
    open("xs:choice minOccurs=\"0\" maxOccurs=\"unbounded\"");
    line("<xs:element name=\"p\" type=\"inner_paragraph\"/>");
    for (const FieldRow& row : type.fields)
        if (!is_attribute(type, row) && !follows_from_place(row))
            documented("xs:element", named(row.name, type_of(row)), row.doc);
    close("xs:choice");
    for (const FieldRow& row : type.fields)
        if (is_attribute(type, row))
            documented("xs:attribute", named(row.name, row.domain != nullptr ? type_of(row) + "_or_empty" : "xs:token"), row.doc);
    state_attributes();
    close("xs:complexType");
}

void SchemaWriter::write_section() {
    const RecordType& type = plan::section_type;
    open("xs:complexType name=\"section\"");
    documentation(std::string(type.doc) + " It holds its heading, free paragraphs and its items, in the order of the document.");
    open("xs:choice minOccurs=\"0\" maxOccurs=\"unbounded\"");
    documented("xs:element", named("title", "text"), type.find("title")->doc);
    documented("xs:element", named("p", "paragraph"), "A paragraph that belongs to no item.");
    for (const SectionItem& item : section_items())
        documented("xs:element", named(item.element(), item.element()),
                   std::string(item.row->record->doc) + " Only in section " + list_of_sections(item) + ".");
    close("xs:choice");
    documented("xs:attribute", named("letter", "letter_name", " use=\"required\""), type.find("letter")->doc);
    for (const std::string_view name : section_attributes) {
        const FieldRow& row = *type.find(name);
        const std::string value = row.type == FieldType::choice   ? "letter_name"
                                  : row.type == FieldType::yes_no ? "yes_no_name"
                                  : row.type == FieldType::number ? "xs:decimal"
                                                                  : "xs:token";
        documented("xs:attribute", named(name, value), row.doc);
    }
    line("<xs:attribute ref=\"at\"/>");
    close("xs:complexType");
}

void SchemaWriter::write_root() {
    open("xs:element name=\"" + std::string(root_element) + "\"");
    documentation(plan::plan_type.doc);
    open("xs:complexType");
    open("xs:choice minOccurs=\"0\" maxOccurs=\"unbounded\"");
    for (const FieldRow& row : plan::plan_type.fields)
        if (stands_at_root(row))
            documented("xs:element", named(element_of(row), type_of(row)),
                       std::string(row.doc) + (row.type == FieldType::list ? " One element each." : " At most once."));
    documented("xs:element", named("section", "section"), "A statutory section; the sections may stand in any order.");
    documented("xs:element", named("p", "paragraph"), "A paragraph outside all sections.");
    close("xs:choice");
    documented("xs:attribute", " name=\"schema\" fixed=\"" + std::string(schema_version) + "\"", "Version of this schema.");
    open("xs:attribute name=\"kind\" default=\"plan\"");
    documentation(plan::plan_type.find("kind")->doc);
    open("xs:simpleType");
    open("xs:restriction base=\"xs:token\"");
    for (const plan::ChoiceRow& row : plan::kinds.rows)
        if (row.name != "return" && row.name != "other") {
            open("xs:enumeration value=\"" + std::string(row.name) + "\"");
            documentation(capitalised(row.words) + ": " + std::string(row.doc) + ".");
            close("xs:enumeration");
        }
    close("xs:restriction");
    close("xs:simpleType");
    close("xs:attribute");
    line("<xs:attribute ref=\"at\"/>");
    close("xs:complexType");
    close("xs:element");
}

std::string SchemaWriter::write() {
    out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<!-- Canonical EHC plan XML. Written from the field table of the engine; tests compare the two. -->\n";
    open("xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" version=\"" + std::string(schema_version) + "\"");
    write_root();
    write_section();
    for (const SectionItem& item : section_items())
        write_item(*item.row->record);
    for (const FieldRow& row : plan::plan_type.fields)
        if (stands_at_root(row) && row.record != nullptr)
            write_record(*row.record);
    write_simple_types();
    close("xs:schema");
    return std::move(out_);
}

} // namespace

std::string write_plan_schema() { return SchemaWriter().write(); }

} // namespace ehc::read

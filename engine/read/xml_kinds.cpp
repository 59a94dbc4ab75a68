#include "read/xml_kinds.hpp"

#include "base/date.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace ehc::read {

namespace {

std::string_view local_name(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool same(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::equal(a, b, {}, lower, lower);
}

// The namespace of the root: the value of its own xmlns or xmlns:prefix attribute.
std::string_view namespace_of(const pugi::xml_node& root) {
    const std::string_view name = root.name();
    const std::size_t colon = name.find(':');
    const std::string declaration =
        colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon));
    return root.attribute(declaration.c_str()).value();
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
    return node.find_child([&](const pugi::xml_node& candidate) { return same(local_name(candidate.name()), name); });
}

std::string trimmed(std::string_view text) {
    constexpr std::string_view white = " \t\r\n";
    const std::size_t first = text.find_first_not_of(white);
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(white) - first + 1));
}

// The Department for Education's returns share one envelope; Collection says which it is, whatever follows.
XmlKind describe_message(const pugi::xml_node& root) {
    const pugi::xml_node details = child(child(root, "Header"), "CollectionDetails");
    const std::string collection = trimmed(child(details, "Collection").text().get());
    const auto date = Date::from_iso(trimmed(child(details, "ReferenceDate").text().get()));
    const std::string when = date ? " (reference date " + date->iso() + ")" : "";
    if (same(collection, "SEN2"))
        return {"a SEN2 person-level return" + when, plan::Kind::return_, {}};
    if (same(collection, "CIN"))
        return {"a children-in-need census return", plan::Kind::other, {}};
    if (same(collection, "SSDA903"))
        return {"a return on looked-after children (SSDA903)", plan::Kind::other, {}};
    if (!collection.empty() && collection.size() <= 20)
        return {"a statistical return (collection `" + collection + "`)", plan::Kind::other, {}};
    return {"a message that names no collection", plan::Kind::other, {}};
}

// An entry of a clinical document names its template or codes its content; looked for in the root and two levels below.
bool is_clinical_part(const pugi::xml_node& node, int levels) {
    if (child(node, "templateId") || child(node, "code").attribute("codeSystem"))
        return true;
    if (levels == 0)
        return false;
    for (const pugi::xml_node& next : node.children())
        if (is_clinical_part(next, levels - 1))
            return true;
    return false;
}

struct RootRow {
    std::string_view name_space; // empty: any
    std::string_view element;    // local name; empty: any
    std::string_view words;
    std::string_view remedy;
};
constexpr std::string_view as_word = "save it as .docx and try again";
constexpr RootRow root_rows[] = {
    {"http://www.w3.org/2001/XMLSchema", "schema", "an XML schema, not a return", ""},
    {"http://www.w3.org/1999/XSL/Transform", "", "an XSLT style sheet", ""},
    {"http://schemas.microsoft.com/office/2006/xmlPackage", "package", "a Word document saved as flat XML", as_word},
    {"http://schemas.microsoft.com/office/word/2003/wordml", "wordDocument", "a Word 2003 document saved as XML", as_word},
    {"urn:schemas-microsoft-com:office:spreadsheet", "Workbook", "a spreadsheet saved as XML", ""},
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "document", "an OpenDocument text saved as flat XML", as_word},
    {"http://www.w3.org/1999/xhtml", "html", "a web page (XHTML)", as_word},
    {"", "html", "a web page (HTML)", as_word},
    {"http://www.w3.org/2000/svg", "", "a picture (SVG)", ""},
    {"", "ClinicalDocument", "a clinical document (HL7 CDA)", ""},
};

} // namespace

XmlKind describe_xml(const pugi::xml_node& root) {
    const std::string_view name = local_name(root.name());
    const std::string_view name_space = namespace_of(root);
    for (const RootRow& row : root_rows)
        if ((row.name_space.empty() || row.name_space == name_space) && (row.element.empty() || same(row.element, name)))
            return {std::string(row.words), plan::Kind::other, std::string(row.remedy)};
    if (name == "Message")
        return describe_message(root);
    if (name_space == "http://hl7.org/fhir")
        return {"a health record (FHIR `" + std::string(name) + "`)", plan::Kind::other, {}};
    constexpr std::array<std::string_view, 6> clinical_parts{"component", "section", "structuredBody", "entry", "observation", "act"};
    if (name_space == "urn:hl7-org:v3" || (std::ranges::find(clinical_parts, name) != clinical_parts.end() && is_clinical_part(root, 2)))
        return {"part of a clinical document (HL7 CDA)", plan::Kind::other, {}};
    return {"an XML file whose root element is `" + std::string(root.name()) + "`", plan::Kind::other, {}};
}

} // namespace ehc::read

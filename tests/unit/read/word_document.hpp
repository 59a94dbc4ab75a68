// Word documents made in memory and read, so that each test shows the XML it is about.
#pragma once

#include "read/docx.hpp"
#include "support/catch.hpp"
#include "zipped.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ehc::test {

inline constexpr std::string_view office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

inline std::string element(std::string_view name, std::string_view content) {
    return "<w:" + std::string(name) +
           " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
           " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
           " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
           " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
           " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
           " xmlns:v=\"urn:schemas-microsoft-com:vml\">" +
           std::string(content) + "</w:" + std::string(name) + ">";
}

// The parts of a Word document with this content in its body. `stories` are further parts of word/, by name without
// ".xml": "styles", "numbering", "comments", "footnotes", "header1" ... each given with its whole root element.
inline Parts word_parts(std::string_view body, const Parts &stories = {}) {
    Parts parts;
    parts["[Content_Types].xml"] =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    const std::string opening =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    parts["_rels/.rels"] =
        opening + "<Relationship Id=\"rId1\" Type=\"" + std::string(office) +
        "officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" "
        "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
        "Target=\"docProps/core.xml\"/></Relationships>";
    parts["word/document.xml"] = element("document", "<w:body>" + std::string(body) + "</w:body>");
    std::string relationships;
    for (const auto &[name, xml] : stories) {
        std::string type = name;
        while (!type.empty() && type.back() >= '0' && type.back() <= '9')
            type.pop_back();
        relationships += "<Relationship Id=\"" + name + "\" Type=\"" + std::string(office) + type + "\" Target=\"" +
                         name + ".xml\"/>";
        parts["word/" + name + ".xml"] = xml;
    }
    parts["word/_rels/document.xml.rels"] = opening + relationships + "</Relationships>";
    return parts;
}

inline std::string word(std::string_view body, const Parts &stories = {}) {
    return zipped(word_parts(body, stories));
}

// A paragraph of one plain run; `properties` is the inside of its w:pPr.
inline std::string paragraph(std::string_view text, std::string_view properties = {}) {
    return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + std::string(properties) + "</w:pPr>") +
           "<w:r><w:t xml:space=\"preserve\">" + std::string(text) + "</w:t></w:r></w:p>";
}

// A run; `properties` is the inside of its w:rPr.
inline std::string run(std::string_view text, std::string_view properties = {}) {
    return "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + std::string(properties) + "</w:rPr>") +
           "<w:t xml:space=\"preserve\">" + std::string(text) + "</w:t></w:r>";
}

inline read::Document document_of(std::string_view body, const Parts &stories = {}) {
    const auto document = read::read_docx(word(body, stories), "plan.docx", {});
    INFO((document ? "" : document.error().line()));
    REQUIRE(document);
    return *document;
}

inline std::vector<std::string> texts(const read::Document &document) {
    std::vector<std::string> all;
    for (const read::Block &block : document.blocks)
        all.push_back(block.text.value);
    return all;
}

// The text of a body that makes exactly one block.
inline std::string text_of(std::string_view body, const Parts &stories = {}) {
    const read::Document document = document_of(body, stories);
    REQUIRE(document.blocks.size() == 1);
    return document.blocks[0].text.value;
}

using Texts = std::vector<std::string>;

} // namespace ehc::test

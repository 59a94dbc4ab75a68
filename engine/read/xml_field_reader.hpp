// Scalar fields as canonical XML writes them: the words of an element or attribute to a value of the field table, to blocks
// with their places, and to paragraphs of the plan. Knows values and words, not sections.
//
// Faults are gathered, not thrown: reading goes on, so that all of them are counted.
#pragma once

#include "plan/fields.hpp"
#include "read/document.hpp"
#include "read/xml_source.hpp"

#include <optional>
#include <pugixml.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ehc::read {

// The words of an element, in one block a paragraph.
struct XmlWords {
    plan::Text text;
    plan::Origin origin;             // of the words, or of the element when it has none
    std::uint32_t offset = 0;        // where the words begin in the source, or the element
    std::vector<std::size_t> blocks; // indices
};

struct XmlAttribute {
    std::string_view name;
    plan::Text text;
    plan::Origin origin;
    std::uint32_t offset = 0;
};

// How an element says that its field has no value: the attributes `state` and `because`.
struct XmlMark {
    std::optional<plan::State> state;
    std::string because;
};

// A name from the file in backticks, cut where it is very long.
[[nodiscard]] std::string quoted(std::string_view name);

class XmlFieldReader {
  public:
    // `source` is the text that the tree was parsed from; `document` holds a plan. Both outlive this.
    XmlFieldReader(std::string_view source, const Limits& limits, Document& document)
        : source_(source), document_(document), lines_(source), pieces_left_(4 * limits.blocks),
          folder_(source, lines_, faults_, pieces_left_) {}

    [[nodiscard]] XmlFaults& faults() noexcept { return faults_; }
    [[nodiscard]] static std::uint32_t start_of(const pugi::xml_node& node);
    // An empty place in the block that comes next.
    [[nodiscard]] plan::Origin place_of(std::uint32_t offset);
    [[nodiscard]] plan::Origin place_of(const pugi::xml_node& node) { return place_of(start_of(node)); }

    // The attributes whose names are `known`; others are faults, but for those that any element may bear.
    std::vector<XmlAttribute> attributes(const pugi::xml_node& node, std::span<const std::string> known);
    [[nodiscard]] XmlMark mark_of(std::span<const XmlAttribute> attributes);
    void refuse_text(const pugi::xml_node& node, std::string_view owner); // unless it is white space
    void refuse_element(const pugi::xml_node& node, std::string_view owner, std::span<const std::string> known);
    void refuse_repeat(const pugi::xml_node& node);

    // `row` is the field that the words are for; `paragraphs` says whether they may stand in `<p>` elements.
    [[nodiscard]] XmlWords words(const pugi::xml_node& node, plan::Place place, const plan::FieldRow* row, bool paragraphs);
    XmlWords scalar(const pugi::xml_node& node, void* record, const plan::FieldRow& row, plan::Place place);
    // Sets the field, or marks it as the mark says, or as blank where there are no words.
    void set(void* record, const plan::FieldRow& row, const XmlWords& words, const XmlMark& mark);
    void set(void* record, const plan::FieldRow& row, const XmlAttribute& attribute);

    void add_paragraphs(std::span<const std::size_t> blocks, std::optional<plan::Letter> letter, bool guidance);

  private:
    std::size_t add_block(plan::Text text, plan::Place place);
    void end_paragraph(XmlWords& words, plan::Place place, const plan::FieldRow* row);
    void set_value(void* record, const plan::FieldRow& row, const plan::Text& text, const plan::Origin& origin, std::uint32_t offset);

    std::string_view source_;
    Document& document_;
    LineWalk lines_;
    XmlFaults faults_;
    std::uint32_t pieces_left_;
    TextFolder folder_;
};

} // namespace ehc::read

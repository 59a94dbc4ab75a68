// styles.xml of a Word document, resolved: what each style, with the styles it is based on, makes of its text.
//
// Errors: none; a style that is missing, or that is based on itself, counts as plain.
// Source: ECMA-376 part 1, 17.7.2 (inheritance), 17.7.3 (toggle properties).
#pragma once

#include "read/docx_xml.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace ehc::read::docx {

// Character properties as written at one level: a style, or a run's own. Unset ones come from the level below.
struct Characters {
    std::optional<bool> bold, italic, strike, double_strike, vanish, underline, highlight, symbol_font;
    std::optional<double> size; // points

    // Takes whatever `nearer` sets.
    void override_with(const Characters& nearer);
    bool operator==(const Characters&) const = default;
};

struct NumberingUse {
    std::optional<std::int32_t> list;  // numId; 0 takes numbering away
    std::optional<std::int32_t> level; // ilvl
};

// What w:rPr and w:pPr hold, each read in one pass. Views and nodes belong to the XML they were read from.
struct RunProperties {
    Characters characters;
    std::string_view style;
    pugi::xml_node change; // a tracked change of setting
};
struct ParagraphProperties {
    const char* style = nullptr;
    std::optional<std::uint32_t> outline; // 0 for body text, 1 to 9
    NumberingUse numbering;
    pugi::xml_node mark, section, change;
};
[[nodiscard]] RunProperties run_properties(pugi::xml_node node);
[[nodiscard]] ParagraphProperties paragraph_properties(pugi::xml_node node);

// One style with all that it inherits from the styles it is based on.
struct Style {
    std::string id;
    std::string name; // lower case
    Characters characters;
    Characters first_row, first_column; // of a table style
    std::optional<std::uint32_t> outline; // 0 for body text, 1 to 9
    NumberingUse numbering;
    bool contents = false; // of a table of contents
};

class Styles {
  public:
    Styles() = default;
    explicit Styles(pugi::xml_node root);

    // Null when there is none of that id.
    [[nodiscard]] const Style* find(std::string_view id) const;
    [[nodiscard]] const Style* default_paragraph() const { return default_paragraph_; }
    [[nodiscard]] const Characters& defaults() const noexcept { return defaults_; }

  private:
    std::map<std::string, Style, std::less<>> styles_;
    const Style* default_paragraph_ = nullptr;
    Characters defaults_;
};

// A heading's level by the name or id of its style ("heading 2", "Heading2", "Title"); nothing when it names none.
[[nodiscard]] std::optional<std::uint32_t> heading_level_of_name(std::string_view name);

} // namespace ehc::read::docx

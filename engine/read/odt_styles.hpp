// Styles and list styles of an OpenDocument text, named and automatic, worked out through their parents.
// Errors: none; a style that is not there, or is its own parent, sets nothing.
// Source: OpenDocument 1.3 part 3, 16 (styles), 16.30 (list styles), 20.188 and following (text properties).
#pragma once

#include "read/part_xml.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace ehc::read::odt {

// What a style says of characters; what it does not say is its parent's matter.
struct Characters {
    std::optional<bool> bold, italic, underline, struck, hidden, highlighted;
    std::optional<double> size; // points
    std::optional<double> percent; // of the parent's size

    void override_with(const Characters& nearer);
};

// How one level of a list is numbered; a level without a format has bullets.
struct ListLevel {
    char format = 0; // '1', 'a', 'A', 'i', 'I'; 0 for none
    std::string before, after;
    std::uint32_t shown_levels = 1;
    std::int32_t start = 1;
};
using ListStyle = std::array<ListLevel, 10>;

class Styles {
  public:
    // Adds the styles below an element: styles, automatic-styles. Later ones of one name replace earlier ones.
    void add(pugi::xml_node styles);

    [[nodiscard]] Characters characters(std::string_view family, std::string_view name) const;
    // The outline level that a paragraph style gives, through its parents; 0 for none.
    [[nodiscard]] std::uint32_t outline_level(std::string_view name) const;
    [[nodiscard]] bool hidden_section(std::string_view name) const;
    [[nodiscard]] const ListStyle* list(std::string_view name) const;
    [[nodiscard]] const ListStyle& outline() const noexcept { return outline_; }
    [[nodiscard]] bool is_contents(std::string_view paragraph_style) const;

  private:
    struct Style {
        std::string parent;
        Characters characters;
        std::optional<std::uint32_t> outline;
        bool hidden_section = false;
    };
    [[nodiscard]] const Style* find(std::string_view family, std::string_view name) const;

    std::map<std::string, Style, std::less<>> styles_; // by "family name"
    std::map<std::string, ListStyle, std::less<>> lists_;
    std::map<std::string, Characters, std::less<>> defaults_; // by family
    ListStyle outline_;
};

// "1.2.", with the numbers of all levels so far.
[[nodiscard]] std::string list_label(const ListStyle& style, std::size_t level, const std::array<std::int32_t, 10>& numbers);

} // namespace ehc::read::odt

// numbering.xml of a Word document: the label that each numbered paragraph shows.
//
// Errors: none; a list that is missing gives no label.
// Source: ECMA-376 part 1, 17.9.
#pragma once

#include "read/docx_xml.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ehc::read::docx {

// The lists of a document and how far each has counted. One object reads one document from its start to its end.
class Numbering {
  public:
    Numbering() = default;
    explicit Numbering(pugi::xml_node root);

    [[nodiscard]] bool has(std::int32_t list) const { return lists_.contains(list); }
    // The level at which a style stands in a list that names it; 0 when the list does not.
    [[nodiscard]] std::int32_t level_of_style(std::int32_t list, std::string_view style) const;
    // Counts one paragraph and gives its label ("1.", "b)", "2.3"); empty for bullets and unknown lists.
    [[nodiscard]] std::string next_label(std::int32_t list, std::int32_t level);

  private:
    static constexpr std::size_t depth = 9;
    enum class Format : std::uint8_t { none, decimal, decimal_zero, ordinal, lower_letter, upper_letter, lower_roman, upper_roman };
    struct Level {
        Format format = Format::decimal;
        std::int32_t start = 1;
        std::int32_t restart = -1; // -1 after any higher level, 0 never, n after level n (from 1)
        std::string text;          // "%1.%2"
        std::string style;
        bool legal = false; // shows every level in Arabic figures
        bool bullet = false;
    };
    using Levels = std::array<Level, depth>;
    struct Abstract {
        Levels levels;
        std::string style_link, num_style_link;
        std::array<std::int32_t, depth> count{};
        std::array<bool, depth> counting{};
    };
    struct List {
        std::size_t abstract = 0;
        std::optional<Levels> own_levels; // when it overrides any
        std::array<std::optional<std::int32_t>, depth> start_override;
        std::array<bool, depth> started{};
    };

    [[nodiscard]] static Level level_of(pugi::xml_node node);
    [[nodiscard]] static std::string written(std::int32_t number, Format format);
    [[nodiscard]] const Levels& levels_of(const List& list) const;

    std::vector<Abstract> abstracts_;
    std::map<std::int32_t, List> lists_;
};

} // namespace ehc::read::docx

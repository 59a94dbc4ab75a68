// XML parts of Word and OpenDocument containers: parsing within limits, and attributes by local name, so that any prefixes
// read alike.
#pragma once

#include "base/result.hpp"
#include "read/container.hpp"

#include <pugixml.hpp>

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

namespace ehc::read {

// The children of a node, in order. pugixml's own iterators cost three times as many calls into its library.
class Children {
  public:
    class Iterator {
      public:
        explicit Iterator(pugi::xml_node node) noexcept : node_(node) {}
        [[nodiscard]] pugi::xml_node operator*() const noexcept { return node_; }
        Iterator& operator++() noexcept {
            node_ = node_.next_sibling();
            return *this;
        }
        [[nodiscard]] bool operator!=(std::default_sentinel_t) const noexcept { return static_cast<bool>(node_); }

      private:
        pugi::xml_node node_;
    };
    explicit Children(pugi::xml_node parent) noexcept : parent_(parent) {}
    [[nodiscard]] Iterator begin() const noexcept { return Iterator(parent_.first_child()); }
    [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }

  private:
    pugi::xml_node parent_;
};
[[nodiscard]] inline Children children(pugi::xml_node parent) noexcept { return Children(parent); }

[[nodiscard]] std::string_view local_name(const char* name) noexcept;
// An attribute's value by local name; null when it is absent.
[[nodiscard]] const char* attribute(pugi::xml_node node, std::string_view name) noexcept;
[[nodiscard]] std::string_view text_attribute(pugi::xml_node node, std::string_view name) noexcept;
// A whole number of at most nine digits, or `absent`.
[[nodiscard]] std::int32_t number_attribute(pugi::xml_node node, std::string_view name, std::int32_t absent) noexcept;
// All character data directly inside an element.
[[nodiscard]] std::string character_data(pugi::xml_node node);

// A part's tree, and the bytes that its names and values stand in.
struct XmlPart {
    std::string bytes;
    pugi::xml_document tree;
    [[nodiscard]] pugi::xml_node root() const { return tree.document_element(); }
};

// What parts of one maker have in common. In OpenDocument white space between elements stands between words.
struct Maker {
    std::string_view save_again;
    bool spaces_between_elements = false;
};
inline constexpr Maker word{"open it in Word and save it again as .docx", false};
inline constexpr Maker open_document{"open it in the program that made it and save it again", true};

// Parses one part. Error: broken XML with the part, line and column; a document type; more nodes than Limits allow.
[[nodiscard]] Result<Done> parse_part(Container& container, std::string_view part, std::string_view path,
                                      const Limits& limits, XmlPart& into, const Maker& maker = word);

// What a nearer style sets takes the place of what `style` inherits; what it leaves open stays.
template <class Style, class... Member> void take_set(Style& style, const Style& nearer, Member Style::*... member) {
    (..., (nearer.*member ? static_cast<void>(style.*member = nearer.*member) : static_cast<void>(0)));
}

} // namespace ehc::read

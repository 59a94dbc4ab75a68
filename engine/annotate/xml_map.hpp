// Where the elements of an XML part stand in its bytes, so that it can be added to without being written anew. For parts that
// were already parsed: it does not check what a parser checks.
//
// Shapes: elements in document order; offsets are bytes of the text, which must outlive the map.
// Errors: none. Text that is no XML (UTF-16, say) makes an empty map.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ehc::annotate {

struct Element {
    std::string_view name; // "w:p"
    std::uint32_t parent = 0; // index; an element without a parent is its own
    std::size_t begin = 0;    // of its start tag
    std::size_t content = 0;  // behind its start tag
    std::size_t close = 0;    // of its end tag; where it has none, the same as `content`
    std::size_t end = 0;      // behind it all

    [[nodiscard]] std::string_view local() const noexcept;  // "p"
    [[nodiscard]] std::string_view prefix() const noexcept; // "w:"; empty when it has none
    [[nodiscard]] bool has_end_tag() const noexcept { return end != close; }
};

class XmlMap {
  public:
    explicit XmlMap(std::string_view text);

    [[nodiscard]] const std::vector<Element>& elements() const noexcept { return elements_; }
    [[nodiscard]] const Element& operator[](std::uint32_t index) const { return elements_[index]; }
    // The element whose content begins at this byte.
    [[nodiscard]] std::optional<std::uint32_t> holding(std::size_t content) const;
    [[nodiscard]] std::string_view start_tag(const Element& element) const { return text_.substr(element.begin, element.content - element.begin); }
    [[nodiscard]] std::string_view whole(const Element& element) const { return text_.substr(element.begin, element.end - element.begin); }
    // The first child of that local name.
    [[nodiscard]] std::optional<std::uint32_t> child(std::uint32_t parent, std::string_view local) const;
    // An attribute's value as written, by local name; nothing when it is absent.
    [[nodiscard]] std::optional<std::string_view> attribute(const Element& element, std::string_view local) const;

  private:
    std::string_view text_;
    std::vector<Element> elements_;
};

// Something to be put into a text at a byte of it.
struct Insertion {
    std::size_t at = 0;
    std::string text;
};
// Several at one place stand in the order given.
[[nodiscard]] std::string with_insertions(std::string_view text, std::vector<Insertion> insertions);

} // namespace ehc::annotate

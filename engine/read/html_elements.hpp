// What elements of web pages are and say, one by one; html.hpp reads the page.
// Errors: none.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ehc::read {

[[nodiscard]] std::string lower(std::string_view text); // letters from A to Z
// What the page calls its encoding, in its first bytes (13.2.3.2).
[[nodiscard]] std::string declared_encoding(std::string_view bytes);
// Empty where it has none.
[[nodiscard]] std::string_view attribute(const GumboElement& element, const char* name);
[[nodiscard]] bool has_attribute(const GumboElement& element, const char* name);
[[nodiscard]] std::uint32_t span_attribute(const GumboElement& element, const char* name); // of a cell: 1 where it says none
// The value of a property in a style attribute; the last one counts.
[[nodiscard]] std::string style_property(std::string_view style, std::string_view name);
// Points of "12pt" or "16px"; none for sizes that depend on others.
[[nodiscard]] std::optional<double> points(std::string_view size);
[[nodiscard]] bool is_block(GumboTag tag);  // begins and ends a paragraph
[[nodiscard]] bool is_silent(GumboTag tag); // has no words for readers
[[nodiscard]] std::string title_of(const GumboNode* root);
// Elements open at once, counted before there is a tree: gumbo takes its trees apart by recursion, and looks through all open
// elements at every tag. Elements that end by themselves do not count.
[[nodiscard]] std::uint32_t deepest(std::string_view text);

} // namespace ehc::read

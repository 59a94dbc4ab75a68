// The text of one paragraph as it is put together: white space folded to single spaces and trimmed, characters that no
// reader sees taken out, accents joined to their letters, ligatures taken apart, invalid UTF-8 replaced by U+FFFD, and the
// stretches that are set otherwise than plain. The same for every format, so that one text reads alike in all of them.
// Errors: none.
#pragma once

#include "read/document.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ehc::read {

// How visible text is set.
struct Look {
    bool bold = false, italic = false, underline = false;
    bool placeholder = false;
    double size = 0; // points
    bool operator==(const Look&) const = default;
};

// A stretch of a paragraph's text, and the bytes of the added text that it was copied from.
struct Copied {
    std::uint32_t at = 0, from = 0, size = 0;
};

class ParagraphText {
  public:
    std::vector<Copied>* copied = nullptr; // where stretches are recorded, while somebody wants to know

    void add(std::string_view text, const Look& look);
    void add_space() noexcept { space_ = true; }
    // Marks everything added since `from` (a value of size()) as an unfilled prompt.
    void mark_placeholder(std::size_t from);
    // Give the text away; clear() then begins the next paragraph.
    [[nodiscard]] std::string take_value() noexcept { return std::move(value_); }
    [[nodiscard]] std::vector<Run> take_runs() noexcept { return std::move(runs_); }
    void clear();

    [[nodiscard]] std::size_t size() const noexcept { return value_.size(); }
    [[nodiscard]] const std::string& value() const noexcept { return value_; }
    [[nodiscard]] bool all_bold() const noexcept { return bold_seen_ && !plain_seen_; }
    [[nodiscard]] double size_of_first() const noexcept { return first_size_; }

  private:
    void copy(std::string_view text, std::size_t from, std::size_t size);
    void close_run(std::size_t from, const Look& look);

    std::string value_;
    std::vector<Run> runs_;
    bool space_ = false; // white space is waiting for the next visible character
    bool bold_seen_ = false, plain_seen_ = false;
    double first_size_ = 0;
};

// Text as one line, folded as a paragraph is: for labels, titles and names.
[[nodiscard]] std::string folded(std::string_view text);
// Whether any character would be seen.
[[nodiscard]] bool has_visible(std::string_view text);

// What a symbol font shows for a character code: boxes, ticks and crosses as Unicode ones; nothing for what is unknown.
[[nodiscard]] std::string_view symbol(std::string_view font, std::uint32_t code);
// Whether text may hold characters of the private area that Word uses for symbol fonts (U+F020 to U+F0FF): EF 80 A0 to
// EF 83 BF in UTF-8, and most text has no such lead byte.
[[nodiscard]] inline bool may_hold_symbols(std::string_view text) { return text.find('\xEF') != std::string_view::npos; }
// Such text, or text set in a symbol font, with its symbols as Unicode ones.
[[nodiscard]] std::string with_symbols(std::string_view text, bool symbol_font);
[[nodiscard]] std::string utf8(std::uint32_t code_point);

} // namespace ehc::read

// Where something stands in the document it was read from. The file is the document's; all else is here. Zero means "this
// format has no such thing" (a Word file has paragraphs and no lines, XML the reverse).
#pragma once

#include "base/span.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace ehc::plan {

struct Origin {
    std::uint32_t block = 0;     // nth block in body order, from 1; tables in reading order
    std::uint32_t paragraph = 0; // nth paragraph of a Word document, from 1
    std::uint32_t page = 0;      // from 1
    std::uint32_t line = 0;      // from 1, in the source file
    std::uint32_t column = 0;    // from 1, in code points
    bool from_ocr = false;       // read off a picture by text recognition, which may be wrong
    Span span;                   // bytes of the document's extracted text

    [[nodiscard]] bool known() const noexcept { return block != 0 || line != 0; }
    bool operator==(const Origin&) const = default;
};

// Text with its places: piece i begins at byte `at` of the value and runs to the next piece; inside a piece the value and
// the document run in step, byte for byte. A newline in the value is the end of a paragraph or cell; line wraps of the
// source are single spaces.
struct Piece {
    std::uint32_t at = 0;
    Origin origin;
    bool operator==(const Piece&) const = default;
};

struct Text {
    std::string value;
    std::vector<Piece> pieces;

    [[nodiscard]] bool empty() const noexcept { return value.empty(); }
    // The place of bytes [begin, end) of the value, worked out from the piece that holds `begin`.
    [[nodiscard]] Origin origin(std::uint32_t begin, std::uint32_t end) const noexcept;
    [[nodiscard]] Origin origin() const noexcept { return origin(0, static_cast<std::uint32_t>(value.size())); }
    // Adds another text, with `separator` between the two when neither is empty.
    void append(const Text& other, std::string_view separator);
    // Bytes [begin, end) with their places.
    [[nodiscard]] Text part(std::uint32_t begin, std::uint32_t end) const;
    bool operator==(const Text&) const = default;
};

} // namespace ehc::plan

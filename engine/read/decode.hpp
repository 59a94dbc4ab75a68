// The bytes of a text file as UTF-8: by its byte-order mark, as UTF-8 where that is what they are, as what the file declares,
// else by ICU's detection, and as Windows-1252 where that is not sure (what British programs write).
//
// Shapes: valid UTF-8 without a mark, lines ended by "\n" alone, so that lines and columns are those an editor shows.
// Errors: an encoding that is declared and not known.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace ehc::read {

struct Decoded {
    std::string text;
    std::string encoding; // in words, "Windows-1252"; empty for UTF-8
};

// `declared` is the name by which the file calls its encoding, empty when it does not.
[[nodiscard]] Result<Decoded> decode(std::string_view bytes, std::string_view path, std::string_view declared = {});

// Text of two bytes a character without a mark: nearly every second byte is zero.
enum class Wide : unsigned char { no, little, big };
[[nodiscard]] Wide wide_text(std::string_view bytes) noexcept;

} // namespace ehc::read

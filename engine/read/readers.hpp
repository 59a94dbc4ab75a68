// The readers, one a format: the bytes of a file to its Document. None opens a file or looks at its name.
#pragma once

#include "base/result.hpp"
#include "read/document.hpp"
#include "read/programs.hpp"

#include <span>
#include <string_view>

namespace ehc::read {

struct Format {
    std::string_view name;      // "docx"
    std::string_view doc;       // for help and for "this format is not read" messages
    std::string_view extension; // ".docx"
    // `path` is for messages only. Error: what about the bytes, and what to do.
    Result<Document> (*read)(std::string_view bytes, std::string_view path, const Limits& limits, const Programs& programs);
};

// The table of formats; a reader is one file and one line here.
[[nodiscard]] std::span<const Format> formats() noexcept;

// Reads by content first and extension second: a .docx that is plain text is an error that says so, not a guess.
[[nodiscard]] Result<Document> read(std::string_view bytes, std::string_view path, const Limits& limits, const Programs& programs = {});

} // namespace ehc::read

// The marks inside a paragraph of Markdown or plain text: strong and emphasised words, links, code, HTML's line break,
// references to characters. The words go to a BlockWriter with their places; what is struck through or a comment is left out.
//
// Text that has no marks meant as such (plain text) keeps its asterisks and underscores, but for pairs of two.
// Errors: none; a mark without its partner is an ordinary sign.
// Source: CommonMark 0.30, 6; strike-through of GitHub Flavored Markdown 0.29.
#pragma once

#include "read/block_writer.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace ehc::read {

// A stretch of one line of the source.
struct Stretch {
    std::string_view text;
    std::uint32_t line = 0;
    std::uint32_t column = 0; // of its first byte, from 1, in code points
};

struct MarksFound {
    std::uint32_t struck = 0;   // passages left out
    std::uint32_t comments = 0; // likewise
    std::uint32_t pictures = 0;
};

// `marked`: single asterisks and underscores, backslashes and links are marks too.
void add_marked(BlockWriter& writer, const std::vector<Stretch>& stretches, bool marked, Look look, MarksFound& found);

} // namespace ehc::read

// What is said about a document in the margin of its copy: one comment a finding at its first place, a short one at each
// further place, one a question for a person, and before all others a summary.
//
// Shapes: comments in the order of the document; blocks and spans as in plan::Origin. Text is not escaped.
// Errors: none.
#pragma once

#include "finding/finding.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ehc::annotate {

struct Remark {
    std::string label; // set in bold; may be empty
    std::string text;
};

struct Comment {
    std::uint32_t block = 0; // 0 for the document as a whole
    Span span;               // of the words at fault in the extracted text; empty for the whole block
    std::string words;       // those words, told where a comment cannot stand at them
    std::vector<Remark> remarks;
};

[[nodiscard]] std::vector<Comment> comments_on(const finding::DocumentReport& document, std::string_view as_at);

} // namespace ehc::annotate

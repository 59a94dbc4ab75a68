// What one block's wording is, whatever section it stands in: a form's prompt still unfilled, an instruction of the form to
// its writer, a statement that there is nothing, or content.
// Errors: none. Where it is doubtful a block is content: what is taken away is never looked at again.
#pragma once

#include "read/document.hpp"
#include "read/words.hpp"

#include <span>
#include <string>

namespace ehc::read {

// Nothing but white space, rules and dotted lines.
[[nodiscard]] bool is_blank(std::string_view text);
// Only prompts: "«Forename»", "{{ name }}", "[First name]", "Click or tap here to enter text", "DD/MM/YYYY", "YES/NO".
[[nodiscard]] bool is_placeholder(const Block& block, const Words& words);
[[nodiscard]] bool is_placeholder(std::string_view text);
// Holds a prompt of a merge system somewhere, "«Forename»" or "{{ name }}".
[[nodiscard]] bool has_merge_field(std::string_view text);
// An instruction to the writer. `names` are the folded names of the child: words about the child are no instruction.
[[nodiscard]] bool is_guidance(const Words& words, std::span<const std::string> names);
// The form's own words under a heading, which restate what the law wants there.
[[nodiscard]] bool is_form_wording(const Words& words);
// "No needs identified", "N/A", "None reported": an answer, and no need, outcome or provision.
[[nodiscard]] bool is_nil(const Words& words);
// "As above", "See above".
[[nodiscard]] bool is_as_above(const Words& words);

} // namespace ehc::read

// "Did you mean ...?": the known name nearest to what was written, within a cut-off of a third of the word's letters.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ehc {

// Edits (insert, delete, replace, swap of neighbours) between two words.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);
// Nothing when no candidate is within the cut-off; ties go to the earlier candidate.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

} // namespace ehc

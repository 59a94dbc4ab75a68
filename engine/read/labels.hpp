// Labels and their values, wherever a form has them: "Date of birth" with the value in the cell to the right or below,
// several pairs in one row, or "Date of Birth: 3 April 2013" in one paragraph.
// Errors: none. Values stay as written; a label without a value, or with a prompt, is told with its place.
#pragma once

#include "read/label_words.hpp"
#include "read/outline.hpp"

#include <span>
#include <vector>

namespace ehc::read {

struct Labelled {
    Asks asks = Asks::other;
    Person person = Person::child;
    plan::State state = plan::State::blank; // blank, placeholder or stated
    plan::Text value;
    plan::Origin label;
    std::uint32_t line = 0; // of the label
};

// In the order of the document. Marks the lines that are labels only, outside sections.
[[nodiscard]] std::vector<Labelled> find_labels(Outline& outline, std::span<const OwnLabel> own = {});

} // namespace ehc::read

// Ids that plans print before needs, outcomes and provision: "B1", "O2.", "F3:", "(N1)", "Outcome 2 -".
// Errors: none.
#pragma once

#include "plan/choices.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ehc::read {

struct ItemId {
    std::string value;       // "B1"; words are letters ("Need 1" in section B is B1)
    std::uint32_t end = 0;   // bytes of the text that are id and the signs after it
    std::uint32_t begin = 0; // the id alone: bytes [begin, begin + size)
    std::uint32_t size = 0;
};

// The id with which a text begins.
[[nodiscard]] std::optional<ItemId> id_at_start(std::string_view text, plan::Letter section);
// The whole text is an id, or a number.
[[nodiscard]] bool is_item_id(std::string_view text);

} // namespace ehc::read

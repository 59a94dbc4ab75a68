// What the columns of a table hold, by the words of its header row: "By whom", "How often", "Which need does this
// provision meet". The same words label rows where a table stands upright, and paragraphs ("Who: a teaching assistant").
// Errors: none; unknown words are Role::none.
#pragma once

#include "plan/choices.hpp"
#include "read/words.hpp"

#include <cstdint>
#include <optional>

namespace ehc::read {

enum class Role : std::uint8_t {
    none,
    need,
    outcome,
    provision,
    strengths,
    aim,        // a long-term aim or aspiration beside outcomes
    steps,      // steps, targets, success criteria
    who,
    frequency,
    duration,
    group_size,
    start,
    end,
    when,       // "When", "By when": a deadline of an outcome, or how often provision is given
    deadline,
    need_reference,
    outcome_reference,
    id,
    area,
    achieved,
    detail,     // where, equipment: part of the item's words
    aside,      // funding, monitoring, review: beside the item
};

// The section in which things of this kind stand, were nothing else said: needs in B, outcomes in E, provision in F.
[[nodiscard]] std::optional<plan::Letter> home_of(Role role);
// A property of the item in the same row or above it, not an item itself.
[[nodiscard]] bool is_property(Role role);

struct RoleFound {
    Role role = Role::none;
    bool firm = false; // by a whole label, not by one word in it
};
[[nodiscard]] RoleFound role_of(const Words& words);

} // namespace ehc::read

// One entry of a list of advice: who gave it, in which role, when, whether it is attached or still to come.
//
// Shapes: the cells of a row with what their columns hold, or one cell with a whole line ("Speech therapy report, J. Abara,
// 14 February 2025"). "Yes - 17.03.14" under "Report attached?" is both an answer and the date.
// Errors: none.
#pragma once

#include "plan/plan.hpp"
#include "read/words.hpp"

#include <optional>
#include <vector>

namespace ehc::read {

enum class AdvicePart : std::uint8_t { none, what, author, role, organisation, date, received, requested, appended, id, note };

struct AdviceCell {
    AdvicePart part = AdvicePart::none;
    plan::Text text;
    bool placeholder = false;
    plan::Origin origin;
};

struct AdviceEntry {
    std::vector<AdviceCell> cells;
    std::optional<plan::Role> role;
    std::optional<plan::Category> category;
    bool has_signs = false; // a role, or words such as "report"
    bool dated = false;
    bool waits = false;     // said to be still to come
    bool author = false;
    bool numbered = false;  // begins with its own number
    bool empty_form_row = false; // only what the form prints
};

[[nodiscard]] std::optional<plan::Role> role_of_advice(const Words& words);
// The kind of advice under reg 6(1), where the words name it.
[[nodiscard]] std::optional<plan::Category> category_of_words(const Words& words);
// Works out the signs of an entry from its cells. `headed` when the columns are known.
void read_cells(AdviceEntry& entry, bool headed);
// "Lars Hedman, physiotherapist, and Tilly Shore, occupational therapist": the roles of several authors of one report, each
// once; empty when it has one.
[[nodiscard]] std::vector<plan::Role> joint_roles(const AdviceEntry& entry);
// Makes the entry that of an author in this role.
void give_role(AdviceEntry& entry, plan::Role role);
void fill_advice_item(const AdviceEntry& entry, plan::Advice& advice);

} // namespace ehc::read

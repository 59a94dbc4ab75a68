// A plan's fields take what labels say: words, dates, yes and no. The first value that a field is given stays.
// Errors: none; a field whose words cannot be read is `unreadable` and says why, without the words.
#pragma once

#include "read/labels.hpp"
#include "text/dates.hpp"

#include <optional>
#include <string>

namespace ehc::read {

// A field keeps the first value it is given; a label without a value gives way to one that has it.
template <class Field> [[nodiscard]] bool wanted(const Field& field, plan::State offered) {
    if (field.state == plan::State::stated)
        return false;
    return offered == plan::State::stated || field.state == plan::State::missing;
}

// False where the label brings nothing: the field is blank or placeholder, and stands at the label.
template <class Field> bool set_unstated(Field& field, const Labelled& label) {
    if (!wanted(field, label.state))
        return false;
    if (label.state != plan::State::stated) {
        field.state = label.state;
        field.origin = label.label;
        return false;
    }
    return true;
}

void set_text(plan::TextField& field, const Labelled& label);
void set_date(plan::DateField& field, const Labelled& label);
void set_yes_no(plan::YesNoField& field, const Labelled& label);
void unreadable(plan::DateField& field, const plan::Origin& origin, std::string because);

// "Final plan | Yes" and "Draft plan | 2 copies" ask for no date though the same words may.
[[nodiscard]] bool without_date(const Labelled& label);
// The date that words hold somewhere: "issued 12 May 2025", "Final Plan - 12 May 2025".
[[nodiscard]] std::optional<text::FoundDate> date_in(std::string_view text);

} // namespace ehc::read

#include "read/field_values.hpp"

#include "read/wording.hpp"

namespace ehc::read {

void unreadable(plan::DateField& field, const plan::Origin& origin, std::string because) {
    field.state = plan::State::unreadable;
    field.origin = origin;
    field.because = std::move(because);
}

void set_text(plan::TextField& field, const Labelled& label) {
    if (set_unstated(field, label))
        field.set(label.value, label.value.origin());
}

bool without_date(const Labelled& label) {
    return label.state != plan::State::stated || !text::read_date(label.value.value);
}

void set_date(plan::DateField& field, const Labelled& label) {
    if (!set_unstated(field, label))
        return;
    const plan::Origin origin = label.value.origin();
    const Words words(label.value.value);
    if (is_nil(words))
        return;
    const auto date = text::read_date(label.value.value);
    if (!date)
        unreadable(field, origin, "its words name no date");
    else if (!date->valid)
        unreadable(field, origin, "there is no such day");
    else
        field.set(date->date, origin);
}

void set_yes_no(plan::YesNoField& field, const Labelled& label) {
    if (!set_unstated(field, label))
        return;
    const Words words(label.value.value);
    const std::string_view text = label.value.value;
    const bool ticked_boxes = text.find("\xE2\x98\x92") != std::string_view::npos || text.find("\xE2\x98\x91") != std::string_view::npos;
    if (ticked_boxes) {
        // "☒ Yes ☐ No": the word beside the tick.
        for (std::uint32_t i = 0; i < words.count(); ++i)
            if (words.gap_before(i).find("\xE2\x98\x92") != std::string_view::npos || words.gap_before(i).find("\xE2\x98\x91") != std::string_view::npos)
                if (words.word(i) == "yes" || words.word(i) == "no") {
                    field.set(words.word(i) == "yes", label.value.origin());
                    return;
                }
        return;
    }
    if (words.begins("yes") || words.is("y"))
        field.set(true, label.value.origin());
    else if (words.begins("no") || words.is("n") || words.begins("not") || words.is("n a") || words.is("none"))
        field.set(false, label.value.origin());
}

std::optional<text::FoundDate> date_in(std::string_view text) {
    auto date = text::read_date(text);
    return date && date->valid ? date : std::nullopt;
}

} // namespace ehc::read

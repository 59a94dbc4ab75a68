#include "read/review_form.hpp"

#include <array>

namespace ehc::read {

namespace {

constexpr std::array<std::string_view, 4> ticked{"\u2612", "\u2611", "\u2714", "[x]"};
constexpr std::array<std::string_view, 3> open{"\u2610", "\u25A1", "[ ]"};
constexpr std::array<std::string_view, 5> of_the_authority{"decision*", "decided", "decides", "authority will", "authority's response"};
constexpr std::array<std::string_view, 2> of_the_meeting{"recommend*", "propose*"};

// The choice beside the only ticked box of a line: "maintain [x] amend" is left alone where boxes follow their words.
std::optional<plan::Decision> ticked_decision(std::string_view text) {
    std::optional<plan::Decision> found;
    for (std::size_t at = 0; at < text.size(); ++at)
        for (const std::string_view box : ticked) {
            if (!text.substr(at).starts_with(box))
                continue;
            std::string_view beside = text.substr(at + box.size());
            std::size_t end = beside.size();
            for (const std::string_view other : open)
                end = std::min(end, beside.find(other));
            for (const std::string_view other : ticked)
                end = std::min(end, beside.find(other));
            const auto decision = choice_in<plan::Decision>(Words(beside.substr(0, end)));
            if (!decision || found)
                return std::nullopt;
            found = decision;
        }
    return found;
}

} // namespace

void fill_review_form(const Outline& outline, plan::Plan& plan) {
    plan.status = {};
    bool decides = false; // the heading above is about the authority's decision
    for (const Line& line : outline.lines) {
        if (line.use == Use::empty || line.use == Use::running || line.use == Use::contents)
            continue;
        if (line.strong())
            decides = line.words.has_any(of_the_authority) && !line.words.has_any(of_the_meeting);
        const bool says = line.words.has_any(of_the_authority);
        if (plan.review.decision.stated() || line.words.has_any(of_the_meeting) || !(decides || says))
            continue;
        if (const auto decision = ticked_decision(line.block->text.value))
            plan.review.decision.set(*decision, line.block->text.origin());
    }
}

} // namespace ehc::read

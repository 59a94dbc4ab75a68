#include "read/section_map.hpp"

#include "read/outline.hpp"

#include <algorithm>

namespace ehc::read {

namespace {

using plan::Letter;

template <class Items> std::uint32_t count_in(const Items& items, Letter letter) {
    return static_cast<std::uint32_t>(std::ranges::count_if(items, [&](const auto& item) { return item.section.stated() && item.section.value == letter; }));
}

std::uint32_t items_of(const plan::Plan& plan, Letter letter) {
    switch (letter) {
    case Letter::A: return static_cast<std::uint32_t>(plan.views.size());
    case Letter::K: return static_cast<std::uint32_t>(plan.advice.size());
    default: return count_in(plan.needs, letter) + count_in(plan.outcomes, letter) + count_in(plan.provisions, letter);
    }
}

SectionSeen seen(const plan::Plan& plan, Letter letter) {
    SectionSeen row;
    row.letter = letter;
    const plan::Section& section = plan.section(letter);
    row.title = section.title.value;
    row.origin = section.origin;
    if (section.text.stated())
        row.words = Words(section.text.value.value).count();
    row.items = items_of(plan, letter);
    return row;
}

// The first doubt there is, and how much it leaves.
void weigh(SectionSeen& row, const SectionFound& found, const Line& line) {
    const auto doubt = [&](Sureness sureness, std::string_view why) {
        if (row.sureness == Sureness::sure) {
            row.sureness = sureness;
            row.doubt = why;
        }
    };
    if (found.title_letter && *found.title_letter != row.letter)
        doubt(Sureness::guess, "its title names another section");
    if (row.by == FoundBy::words)
        doubt(line.styled() ? Sureness::likely : Sureness::guess, line.styled() ? "no letter stands in the heading" : "no letter, and the line is no heading by its style");
    if (row.by == FoundBy::column_words)
        doubt(Sureness::likely, "no letter stands over the column");
    if (found.merged)
        doubt(Sureness::likely, "it shares one heading and one text with another section");
    if (row.by == FoundBy::letter && !found.title_letter)
        doubt(Sureness::likely, "a letter alone, with a title that names no section");
    if (found.occurrences > 1)
        doubt(Sureness::likely, "several texts stand under this letter");
    if (row.words == 0 && found.by != FoundBy::column)
        doubt(Sureness::likely, "nothing stands below it");
}

} // namespace

std::vector<SectionSeen> section_map(const Outline& outline, const plan::Plan& plan) {
    std::vector<SectionSeen> rows;
    for (std::size_t i = 0; i < plan::letter_count; ++i) {
        SectionSeen& row = rows.emplace_back(seen(plan, static_cast<Letter>(i)));
        const SectionFound& found = outline.sections[i];
        if (!found.found())
            continue;
        row.by = found.by;
        weigh(row, found, outline.lines[*found.line]);
    }
    return rows;
}

std::vector<SectionSeen> section_map(const plan::Plan& plan) {
    std::vector<SectionSeen> rows;
    for (std::size_t i = 0; i < plan::letter_count; ++i) {
        SectionSeen& row = rows.emplace_back(seen(plan, static_cast<Letter>(i)));
        if (plan.sections[i].headed.value || plan.sections[i].text.stated())
            row.by = FoundBy::plan_xml;
    }
    return rows;
}

std::string_view words_of(FoundBy by) noexcept {
    switch (by) {
    case FoundBy::nothing: return "not found";
    case FoundBy::section_heading: return "heading";
    case FoundBy::letter: return "letter";
    case FoundBy::column: return "column";
    case FoundBy::parted: return "parted";
    case FoundBy::own_words: return "own heading";
    case FoundBy::words: return "words";
    case FoundBy::column_words: return "column words";
    case FoundBy::plan_xml: return "plan XML";
    }
    return "";
}

std::string_view words_of(Sureness sureness) noexcept {
    switch (sureness) {
    case Sureness::sure: return "sure";
    case Sureness::likely: return "likely";
    case Sureness::guess: return "guess";
    }
    return "";
}

} // namespace ehc::read

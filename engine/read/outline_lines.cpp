// What can be asked of an outline and its lines once they are made.

#include "read/outline.hpp"
#include "read/wording.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace ehc::read {

using plan::Letter;

bool Line::in(Letter letter) const noexcept { return std::ranges::find(sections, letter) != sections.end(); }

plan::Text Line::content() const {
    if (use == Use::content)
        return block->text;
    if (use == Use::heading && content_from < block->text.value.size()) {
        const std::size_t from = block->text.value.find_first_not_of(" :-", content_from);
        if (from != std::string::npos)
            return block->text.part(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(block->text.value.size()));
    }
    return {};
}

bool Line::styled() const noexcept { return block->heading_level != 0 || block->place == plan::Place::heading; }

bool Line::strong() const noexcept {
    if (styled() || block->all_bold)
        return true;
    std::size_t letters = 0;
    for (const char c : block->text.value) {
        if (c >= 'a' && c <= 'z')
            return false;
        letters += c >= 'A' && c <= 'Z' ? 1U : 0U;
    }
    return letters >= 4;
}

std::size_t Outline::headed() const noexcept {
    return static_cast<std::size_t>(std::ranges::count_if(sections, [](const SectionFound& section) { return section.headed; }));
}

std::size_t Outline::by_words() const noexcept {
    return static_cast<std::size_t>(std::ranges::count_if(sections, [](const SectionFound& section) { return section.found() && section.by_words; }));
}

std::uint32_t Outline::first_section_line() const noexcept {
    std::uint32_t first = static_cast<std::uint32_t>(lines.size());
    for (const SectionFound& section : sections)
        if (section.line)
            first = std::min(first, *section.line);
    return first;
}

void mark_wording(Outline& outline, std::span<const std::string> names) {
    for (Line& line : outline.lines)
        if (line.use == Use::content && (is_guidance(line.words, names) || (!line.sections.empty() && is_form_wording(line.words))))
            line.use = Use::guidance;
}

void count_occurrences(Outline& outline) {
    for (std::size_t i = 0; i < plan::letter_count; ++i) {
        SectionFound& section = outline.sections[i];
        if (!section.found())
            continue;
        struct Stretch {
            std::string words;
            std::optional<plan::Area> area;
        };
        std::map<std::uint32_t, Stretch> stretches; // by run
        for (const Line& line : outline.lines) {
            if (line.run == 0 || line.thread != 0 || !line.in(static_cast<Letter>(i)))
                continue;
            Stretch& stretch = stretches[line.run];
            if (!stretch.area)
                stretch.area = line.area;
            const plan::Text text = line.content();
            if (!text.empty())
                stretch.words += Words(text.value).plain() + "\n";
        }
        std::set<std::string> texts;
        std::set<plan::Area> areas;
        std::size_t counted = 0;
        for (const auto& [run, stretch] : stretches) {
            if (stretch.words.empty() || outline.continued[run - 1] || !texts.insert(stretch.words).second)
                continue;
            ++counted;
            if (stretch.area)
                areas.insert(*stretch.area);
        }
        // One block for each area of need is one section in parts.
        section.occurrences = counted > 1 && areas.size() == counted ? 1 : static_cast<std::uint32_t>(std::max<std::size_t>(counted, 1));
    }
}

} // namespace ehc::read

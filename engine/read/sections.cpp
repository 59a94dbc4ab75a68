#include "read/sections.hpp"

#include "read/item_id.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

namespace ehc::read {

namespace {

using plan::Letter;
using plan::Origin;
using plan::State;
using plan::Text;

// A subhead that is not one of the form's own belongs to the text when something stands below it.
bool heads_content(const Outline& outline, std::uint32_t index) {
    const Line& line = outline.lines[index];
    if (line.use != Use::subhead || line.words.original().ends_with('?') || line.words.original().ends_with(':') || line.printed || line.styled())
        return false;
    for (std::uint32_t i = index + 1; i < outline.lines.size(); ++i) {
        const Line& next = outline.lines[i];
        if (next.use == Use::empty || next.use == Use::guidance)
            continue;
        return next.use == Use::content && next.sections == line.sections;
    }
    return false;
}

struct Reading {
    Text text;
    Origin placeholder;
    bool has_placeholder = false;
};

Reading read_section(const Outline& outline, Letter letter) {
    Reading reading;
    for (std::uint32_t i = 0; i < outline.lines.size(); ++i) {
        const Line& line = outline.lines[i];
        if (!line.in(letter))
            continue;
        if (line.use == Use::placeholder && !reading.has_placeholder) {
            reading.has_placeholder = true;
            reading.placeholder = line.block->text.origin();
        }
        if (line.block->cell && is_item_id(line.block->text.value))
            continue; // the number of a row says nothing by itself
        if (heads_content(outline, i))
            reading.text.append(line.block->text, "\n");
        else
            reading.text.append(line.content(), "\n");
    }
    return reading;
}

std::string names_of(const std::vector<Letter>& letters) {
    std::string list;
    for (const Letter letter : letters)
        list += (list.empty() ? "" : ", ") + std::string(plan::name_of(letter));
    return list;
}

} // namespace

void fill_sections(const Outline& outline, plan::Plan& plan) {
    Origin next = outline.lines.empty() ? Origin{} : outline.lines.front().block->text.origin(0, 0);
    next.block = 1;
    const Origin first = next;
    bool any_after = false;
    for (std::size_t i = plan::letter_count; i-- > 0;) {
        const auto letter = static_cast<Letter>(i);
        const SectionFound& found = outline.sections[i];
        plan::Section& section = plan.sections[i];
        if (!found.found()) {
            const Origin at = any_after ? next : first;
            section.origin = at;
            section.letter.set(letter, at);
            section.headed.set(false, at);
            section.merged.set(false, at);
            section.occurrences.set(0, at);
            continue;
        }
        const Origin at = found.title.origin();
        section.origin = at;
        section.letter.set(letter, at);
        section.headed.set(found.headed, at);
        section.merged.set(found.merged, at);
        if (found.merged)
            section.merged_with.set(Text{names_of(found.merged_with), {}}, at);
        section.title.set(found.title, at);
        section.occurrences.set(found.occurrences, at);
        if (found.title_letter)
            section.title_letter.set(*found.title_letter, at);
        Reading reading = read_section(outline, letter);
        if (!reading.text.empty()) {
            const Origin origin = reading.text.origin();
            section.text.set(std::move(reading.text), origin);
        } else {
            section.text.state = reading.has_placeholder ? State::placeholder : State::blank;
            section.text.origin = reading.has_placeholder ? reading.placeholder : at;
        }
        // What belongs before this heading stands there without words of its own.
        next = at;
        next.span.end = next.span.begin;
        any_after = true;
    }
}

void fill_plain_headings(const Document& document, const Outline& outline, plan::Plan& plan) {
    // Other formats have no styles that a heading could lack.
    constexpr std::string_view styled[] = {"docx", "odt", "html"};
    if (std::ranges::find(styled, document.format) == std::end(styled))
        return;
    double count = 0;
    std::optional<Origin> first;
    for (const SectionFound& found : outline.sections) {
        if (!found.headed || !found.line)
            continue;
        const Block& block = *outline.lines[*found.line].block;
        if (block.heading_level != 0 || block.cell)
            continue;
        ++count;
        if (!first || block.text.origin().block < first->block)
            first = block.text.origin();
    }
    plan.marks.plain_headings.set(count, first.value_or(plan.origin));
}

void fill_paragraphs(const Outline& outline, plan::Plan& plan) {
    for (const Line& line : outline.lines) {
        if (line.use == Use::empty)
            continue;
        plan::Paragraph& paragraph = plan.paragraphs.emplace_back();
        const Origin origin = line.block->text.origin();
        paragraph.origin = origin;
        if (!line.sections.empty())
            paragraph.section.set(line.sections.front(), origin);
        plan::Place place = line.block->place;
        if (line.use == Use::heading || line.use == Use::area_head || (line.use == Use::subhead && place == plan::Place::body))
            place = plan::Place::heading;
        else if (line.use == Use::label || line.use == Use::column_head)
            place = plan::Place::label;
        paragraph.place.set(place, origin);
        paragraph.text.set(line.block->text, origin);
        paragraph.guidance.set(line.use == Use::guidance, origin);
    }
}

} // namespace ehc::read

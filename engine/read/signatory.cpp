#include "read/signatory.hpp"

#include "read/field_values.hpp"
#include "read/wording.hpp"

#include <algorithm>

namespace ehc::read {

void read_signature(const plan::Text& value, plan::Signatory& signatory, bool in_print) {
    const bool person_only = value.value.find(',') == std::string::npos;
    bool renames = in_print && !person_only && signatory.name.stated();
    std::vector<std::pair<std::uint32_t, std::uint32_t>> parts;
    std::uint32_t from = 0;
    const auto size = static_cast<std::uint32_t>(value.value.size());
    for (std::uint32_t at = 0; at <= size; ++at)
        if (at == size || value.value[at] == ',' || value.value[at] == '\n' || value.value[at] == ';') {
            if (at > from)
                parts.emplace_back(from, at);
            from = at + 1;
        }
    for (auto [begin, end] : parts) {
        while (begin < end && value.value[begin] == ' ')
            ++begin;
        const plan::Text part = value.part(begin, end);
        if (is_blank(part.value) || is_placeholder(std::string_view(part.value)))
            continue;
        const auto date = date_in(part.value);
        const Words words(part.value);
        if (date && words.count() <= 6) {
            if (!signatory.date.stated())
                signatory.date.set(date->date, part.origin());
        } else if (person_only && signatory.name.stated()) {
            continue; // the name again, as signed
        } else if (renames) {
            signatory.name.set(part, part.origin());
            renames = false;
        } else if (!signatory.name.stated()) {
            signatory.name.set(part, part.origin());
        } else if (!signatory.role.stated()) {
            // "SEND Lead." before the date of a sentence
            const auto stop = static_cast<std::uint32_t>(part.value.size() - (part.value.ends_with('.') ? 1 : 0));
            const plan::Text role = part.part(0, stop);
            signatory.role.set(role, role.origin());
        }
    }
}

namespace {

// What stands from one word of a sentence on.
void read_from(const Line& line, std::uint32_t word, plan::Signatory& signatory) {
    const plan::Text& text = line.block->text;
    read_signature(text.part(line.words.span(word).begin, static_cast<std::uint32_t>(text.value.size())), signatory);
    if (!signatory.origin.known())
        signatory.origin = text.origin();
}

constexpr std::string_view openings[] = {"signed on behalf of the local authority by", "signed on behalf of the authority by", "signed on behalf of the council by",
                                         "electronically signed by", "electronically authorised by", "signed by", "authorised by", "signed"};

} // namespace

void read_signing_sentence(const Outline& outline, plan::Signatory& signatory) {
    constexpr std::uint32_t longest = 25;
    for (const Line& line : outline.lines) {
        const Words& words = line.words;
        if (signatory.name.stated())
            return;
        if (line.use == Use::empty || line.use == Use::contents || line.use == Use::placeholder || words.empty() || words.count() > longest)
            continue;
        if (words.begins("signed"))
            if (const auto by = words.find("by"); by && by->last + 1 < words.count() && words.capital(by->last) && words.capital(by->last + 1))
                read_from(line, by->last, signatory);
        // "Signed R. Asante, SEND Casework Manager, 12 May 2025"
        if (signatory.name.stated() || !line.sections.empty() || line.use != Use::content)
            continue;
        const auto opening = std::ranges::find_if(openings, [&](std::string_view phrase) { return words.begins(phrase); });
        if (opening == std::end(openings))
            continue;
        const auto name = static_cast<std::uint32_t>(std::ranges::count(*opening, ' ') + 1);
        if (name < words.count() && words.capital(name) && words.gap_before(name).find(':') == std::string_view::npos)
            read_from(line, name, signatory);
    }
}

} // namespace ehc::read

#include "read/signatory.hpp"

#include "read/field_values.hpp"
#include "read/wording.hpp"

#include <algorithm>

namespace ehc::read {

void read_signature(const plan::Text& value, plan::Signatory& signatory, Written written) {
    const bool person_only = written != Written::below_the_name && value.value.find(',') == std::string::npos;
    bool renames = written == Written::in_print && !person_only && signatory.name.stated();
    std::vector<std::pair<std::uint32_t, std::uint32_t>> parts;
    std::uint32_t from = 0;
    const auto size = static_cast<std::uint32_t>(value.value.size());
    const std::string_view text = value.value;
    // A comma, a line, a wide gap or a full stop that is not an initial's: "P. Nakamura, Director.  Dated 1 May 2025".
    const auto parts_at = [&](std::uint32_t at) {
        const char c = text[at];
        const std::string_view after = text.substr(at + 1, 1);
        return c == ',' || c == '\n' || c == ';' || c == '\t' || (c == ' ' && after == " ") ||
               (c == '.' && after == " " && at >= 2 && text[at - 2] != ' ' && text[at - 2] != '.' && !(text[at - 1] >= '0' && text[at - 1] <= '9'));
    };
    // "D. Opoku for Port Cade City Council": whose officer it is begins a part of its own.
    const auto names_whose = [&](std::uint32_t at) {
        for (const std::string_view opening : {" for ", " on behalf of "})
            if (const std::string_view after = text.substr(std::min<std::size_t>(at + opening.size(), size), 4);
                text.substr(at).starts_with(opening) && !after.empty() && ((after[0] >= 'A' && after[0] <= 'Z') || after == "the " || after == "and "))
                return true;
        return false;
    };
    for (std::uint32_t at = 0; at <= size; ++at)
        if (at == size || parts_at(at) || names_whose(at)) {
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
        constexpr std::string_view for_whom[] = {"for", "on behalf of", "for and on behalf of"};
        const bool for_authority = words.begins_any(for_whom);
        if (date && (words.count() <= 6 || for_authority)) {
            if (!signatory.date.stated())
                signatory.date.set(date->date, part.origin());
        } else if (for_authority) {
            continue; // "for Harland County Council"
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

std::optional<std::uint32_t> read_signing_sentence(const Outline& outline, plan::Signatory& signatory) {
    constexpr std::uint32_t longest = 25;
    for (std::uint32_t i = 0; i < outline.lines.size(); ++i) {
        const Line& line = outline.lines[i];
        const Words& words = line.words;
        if (line.use == Use::empty || line.use == Use::contents || line.use == Use::placeholder || words.empty() || words.count() > longest)
            continue;
        if (words.begins("signed"))
            if (const auto by = words.find("by"); by && by->last + 1 < words.count() && words.capital(by->last) && words.capital(by->last + 1))
                read_from(line, by->last, signatory);
        if (signatory.name.stated())
            return i;
        // "Signed R. Asante, SEND Casework Manager, 12 May 2025"
        if (!line.sections.empty() || line.use != Use::content)
            continue;
        const auto opening = std::ranges::find_if(openings, [&](std::string_view phrase) { return words.begins(phrase); });
        if (opening == std::end(openings))
            continue;
        const auto name = static_cast<std::uint32_t>(std::ranges::count(*opening, ' ') + 1);
        if (name < words.count() && words.capital(name) && words.gap_before(name).find(':') == std::string_view::npos)
            read_from(line, name, signatory);
        if (signatory.name.stated())
            return i;
    }
    return std::nullopt;
}

void read_below_signature(const Outline& outline, std::uint32_t signature_line, plan::Signatory& signatory) {
    if (!signatory.name.stated())
        return;
    constexpr std::string_view posts[] = {"manager", "officer", "lead", "head of", "director", "coordinator", "co ordinator", "on behalf of", "team leader"};
    constexpr std::uint32_t lines_below = 4, longest = 25, longest_date = 5;
    for (std::uint32_t below = signature_line + 1; below < outline.lines.size() && below <= signature_line + lines_below; ++below) {
        const Line& line = outline.lines[below];
        if (line.use == Use::content && !line.block->cell && line.words.count() <= longest && line.sections.empty() &&
            (line.words.has_any(posts) || (line.words.count() <= longest_date && !signatory.date.stated() && date_in(line.block->text.value))))
            read_signature(line.block->text, signatory, Written::below_the_name);
    }
}

} // namespace ehc::read

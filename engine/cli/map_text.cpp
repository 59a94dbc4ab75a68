#include "cli/map_text.hpp"

#include "report/display.hpp"
#include "report/wording.hpp"

#include <algorithm>

namespace ehc::cli {

namespace {

using read::SectionSeen;

// As many columns as there are, with an ellipsis where words are left out.
std::string fitted(std::string_view text, unsigned width) {
    const std::vector<report::Glyph> all = report::glyphs(text, true);
    if (report::columns(all) <= width)
        return report::shown(all);
    std::size_t count = 0;
    unsigned used = 0;
    while (count < all.size() && used + all[count].width + 3 <= width)
        used += all[count++].width;
    return report::shown(report::Line(all).first(count)) + "...";
}

std::string padded(std::string text, std::size_t width) {
    if (text.size() < width)
        text.append(width - text.size(), ' ');
    return text;
}

std::string number(std::uint32_t value, std::size_t width) {
    const std::string text = std::to_string(value);
    return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

void wrap(std::string& out, const std::string& text, unsigned width) {
    const std::vector<report::Glyph> glyphs = report::glyphs(text, true);
    for (const report::Line line : report::wrap(glyphs, width - 2, width - 2))
        out += "  " + report::shown(line) + "\n";
}

std::string place(const SectionSeen& row) {
    return row.by == read::FoundBy::nothing ? "" : report::place_text(std::nullopt, row.origin);
}

// What the front page says.
void put_fields(std::string& out, const std::vector<read::FieldSeen>& fields, unsigned width) {
    std::size_t name_width = 5, place_width = 5;
    const auto place_of = [](const read::FieldSeen& row) { return row.state == plan::State::missing ? std::string() : report::place_text(std::nullopt, row.origin); };
    for (const read::FieldSeen& row : fields) {
        name_width = std::max(name_width, row.field.size());
        place_width = std::max(place_width, place_of(row).size());
    }
    const std::size_t before = name_width + place_width + 4;
    const auto left = static_cast<unsigned>(std::max<std::size_t>(width > before ? width - before : 0, 24));
    std::vector<std::string> missing;
    out += "\n";
    for (const read::FieldSeen& row : fields) {
        if (row.state == plan::State::missing) {
            missing.emplace_back(row.field);
            continue;
        }
        const std::string value = row.state == plan::State::stated       ? row.value
                                  : row.state == plan::State::unreadable ? "could not be read: " + row.value
                                  : row.state == plan::State::blank      ? "left blank"
                                                                         : "a prompt, not filled in";
        out += padded(std::string(row.field), name_width + 2) + padded(place_of(row), place_width + 2) + fitted(value, left) + "\n";
        if (!row.how.empty())
            out += std::string(name_width + 2, ' ') + fitted("by " + row.how, static_cast<unsigned>(std::max<std::size_t>(width > name_width + 2 ? width - name_width - 2 : 0, 24))) + "\n";
    }
    std::string not_found;
    for (const std::string& name : missing)
        not_found += (not_found.empty() ? "not found: " : ", ") + name;
    if (!not_found.empty())
        wrap(out, not_found, width);
}

} // namespace

std::string map_text(std::string_view path, const read::Recognition& recognition, unsigned width) {
    std::string out = report::shown(path, true) + "\n";
    wrap(out, "read as " + recognition.recognised_as + (recognition.why.empty() ? "" : ": " + recognition.why), width);
    if (recognition.map.empty()) {
        out += "\nNo section of a plan was looked for in it.\n";
        return out;
    }
    std::size_t place_width = 5, by_width = 8;
    for (const SectionSeen& row : recognition.map) {
        place_width = std::max(place_width, place(row).size());
        by_width = std::max(by_width, words_of(row.by).size());
    }
    const std::string head = padded("", 4) + padded("how sure", 9) + padded("found by", by_width + 1) + padded("place", place_width + 1) + " words items  ";
    out += "\n" + head + "title as written\n";
    const auto left = static_cast<unsigned>(std::max<std::size_t>(width > head.size() ? width - head.size() : 0, 12));
    std::size_t found = 0, sure = 0;
    for (const SectionSeen& row : recognition.map) {
        const std::string letter = padded(std::string(plan::name_of(row.letter)), 4);
        if (row.by == read::FoundBy::nothing) {
            out += letter + "-        not found\n";
            continue;
        }
        ++found;
        sure += row.sureness == read::Sureness::sure ? 1U : 0U;
        out += letter + padded(std::string(words_of(row.sureness)), 9) + padded(std::string(words_of(row.by)), by_width + 1) + padded(place(row), place_width + 1) + number(row.words, 6) +
               number(row.items, 6) + "  " + fitted(row.title.value, left) + "\n";
        if (!row.doubt.empty())
            out += "      " + std::string(row.doubt) + "\n";
    }
    out += "\n" + std::to_string(found) + " of " + std::to_string(recognition.map.size()) + " sections found, " + std::to_string(sure) + " of them surely.\n";
    put_fields(out, recognition.fields, width);
    return out;
}

} // namespace ehc::cli

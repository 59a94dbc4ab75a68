#include "report/excerpt.hpp"

#include <algorithm>

namespace ehc::report {

namespace {

constexpr unsigned lines_shown = 3; // about as much as is read at a glance

bool is_marked(const Glyph& glyph) { return glyph.marked; }
bool is_space(const Glyph& glyph) { return glyph.text == " "; }

// The columns from `begin` on, as many as `most`, ended between words where there is a space.
std::size_t end_within(const std::vector<Glyph>& all, std::size_t begin, unsigned most) {
    std::size_t end = begin, after_word = begin;
    for (unsigned used = 0; end < all.size() && used + all[end].width <= most; ++end) {
        used += all[end].width;
        if (is_space(all[end]))
            after_word = end;
    }
    if (end == all.size() || is_space(all[end]))
        return end;
    return after_word > begin ? after_word : end;
}

// At most `most` columns of the text: all of it, or the marked words with what stands before and after them.
std::vector<Glyph> cut(std::vector<Glyph> all, bool unicode, unsigned most) {
    if (columns(all) <= most)
        return all;
    const std::vector<Glyph> dots = glyphs(unicode ? "\u2026" : "...", unicode);
    const unsigned room = most - std::min(most, 2 * columns(dots) + 2);

    const auto first = static_cast<std::size_t>(std::find_if(all.begin(), all.end(), is_marked) - all.begin());
    const auto last = static_cast<std::size_t>(std::find_if(all.rbegin(), all.rend(), is_marked).base() - all.begin());
    const Line marked = first < last ? Line(all).subspan(first, last - first) : Line();
    // A third of what the marked words leave goes before them, so that the reader sees how the sentence goes on.
    const unsigned before = room > columns(marked) ? (room - columns(marked)) / 3 : 0;
    std::size_t begin = first < all.size() ? first : 0;
    for (unsigned used = 0; begin > 0 && used + all[begin - 1].width <= before; --begin)
        used += all[begin - 1].width;
    if (begin > 0 && begin < first && !is_space(all[begin - 1])) {
        const auto space = std::find_if(all.begin() + static_cast<std::ptrdiff_t>(begin),
                                        all.begin() + static_cast<std::ptrdiff_t>(first), is_space);
        begin = static_cast<std::size_t>(space - all.begin());
    }
    while (begin < first && is_space(all[begin]))
        ++begin;
    const std::size_t end = end_within(all, begin, room);

    std::vector<Glyph> result;
    if (begin > 0) {
        result = dots;
        result.push_back({" ", 1, false});
    }
    result.insert(result.end(), all.begin() + static_cast<std::ptrdiff_t>(begin), all.begin() + static_cast<std::ptrdiff_t>(end));
    if (end < all.size()) {
        result.push_back({" ", 1, false});
        result.insert(result.end(), dots.begin(), dots.end());
    }
    return result;
}

std::string markers_for(Line line) {
    std::string markers;
    for (const Glyph& glyph : line)
        markers.append(glyph.width, glyph.marked ? '^' : ' ');
    markers.erase(markers.find_last_not_of(' ') + 1);
    return markers;
}

} // namespace

std::size_t shown_together(std::span<const finding::Place> places, bool unicode, unsigned width) {
    const finding::Place& first = places.front();
    if (first.context.empty() || columns(glyphs(first.context, unicode)) > lines_shown * width)
        return 1;
    const auto other = std::find_if(places.begin(), places.end(), [&](const finding::Place& place) {
        return place.context != first.context || place.words.empty() || place.origin.block != first.origin.block ||
               place.origin.line != first.origin.line;
    });
    return std::max<std::size_t>(1, static_cast<std::size_t>(other - places.begin()));
}

std::vector<ExcerptLine> excerpt(std::span<const finding::Place> places, bool unicode, unsigned width) {
    const finding::Place& first = places.front();
    if (first.words.empty())
        return {};
    std::vector<Span> marked;
    if (first.context.empty())
        marked.push_back({0, static_cast<std::uint32_t>(first.words.size())});
    else
        for (const finding::Place& place : places)
            marked.push_back(place.at);
    const std::vector<Glyph> all = glyphs(first.context.empty() ? first.words : first.context, unicode, marked);
    const std::vector<Glyph> text = cut(all, unicode, lines_shown * width);
    const std::vector<Line> wrapped = wrap(text, width, width);
    // Markers below every word of a long passage say nothing that the passage does not.
    const bool whole = wrapped.size() > 1 && std::all_of(all.begin(), all.end(), is_marked);
    std::vector<ExcerptLine> lines;
    for (const Line line : wrapped)
        lines.push_back({{line.begin(), line.end()}, whole ? std::string() : markers_for(line)});
    return lines;
}

} // namespace ehc::report

#include "report/excerpt.hpp"

#include <algorithm>

namespace ehc::report {

namespace {

constexpr unsigned lines_shown = 3; // about as much as is read at a glance

// Bytes of a context that are looked at, before and after the start of the words. Far more than is shown, and little
// enough that a document of one endless line costs no more than any other.
constexpr std::uint32_t bytes_before = 2048, bytes_after = 8192;

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

// The part of a place's context that can matter, and how many bytes stand before it.
std::pair<std::string_view, std::uint32_t> near_words(const finding::Place& place) {
    const std::string_view context = place.context;
    const auto starts_character = [&](std::size_t at) {
        return at >= context.size() || (static_cast<unsigned char>(context[at]) & 0xC0U) != 0x80U;
    };
    std::size_t begin = place.at.begin > bytes_before ? std::min<std::size_t>(place.at.begin - bytes_before, context.size()) : 0;
    std::size_t end = std::min<std::size_t>(std::size_t{place.at.begin} + bytes_after, context.size());
    while (!starts_character(begin))
        ++begin;
    while (!starts_character(end))
        ++end;
    return {context.substr(begin, end - begin), static_cast<std::uint32_t>(begin)};
}

} // namespace

std::size_t shown_together(std::span<const finding::Place> places, bool unicode, unsigned width) {
    const finding::Place& first = places.front();
    if (first.context.empty() || first.context.size() > bytes_after || columns(glyphs(first.context, unicode)) > lines_shown * width)
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
    std::vector<Glyph> all;
    if (first.context.empty()) {
        const Span whole{0, bytes_after};
        all = glyphs(std::string_view(first.words).substr(0, bytes_after), unicode, {&whole, 1});
    } else {
        const auto [context, skipped] = near_words(first);
        std::vector<Span> marked;
        for (const finding::Place& place : places)
            if (place.at.begin >= skipped)
                marked.push_back({place.at.begin - skipped, std::max(place.at.end, skipped) - skipped});
        all = glyphs(context, unicode, marked);
    }
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

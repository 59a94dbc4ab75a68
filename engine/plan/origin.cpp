#include "plan/origin.hpp"

#include <algorithm>

namespace ehc::plan {

namespace {

std::uint32_t code_points(std::string_view text) {
    return static_cast<std::uint32_t>(
        std::count_if(text.begin(), text.end(), [](unsigned char c) { return (c & 0xC0U) != 0x80U; }));
}

} // namespace

Origin Text::origin(std::uint32_t begin, std::uint32_t end) const noexcept {
    if (pieces.empty())
        return {};
    auto next = std::upper_bound(pieces.begin(), pieces.end(), begin,
                                 [](std::uint32_t at, const Piece& piece) { return at < piece.at; });
    if (next != pieces.begin())
        --next;
    Origin origin = next->origin;
    const std::uint32_t skipped = begin > next->at ? begin - next->at : 0;
    if (origin.line != 0)
        origin.column += code_points(std::string_view(value).substr(next->at, skipped));
    origin.span.begin += skipped;
    // The end is looked up in its own piece, so that a span over several cells ends where its last word does.
    if (end > begin) {
        auto holder = std::upper_bound(pieces.begin(), pieces.end(), end - 1,
                                       [](std::uint32_t at, const Piece& piece) { return at < piece.at; });
        if (holder != pieces.begin())
            --holder;
        origin.span.end = holder->origin.span.begin + (end > holder->at ? end - holder->at : 0);
    } else {
        origin.span.end = origin.span.begin;
    }
    return origin;
}

void Text::append(const Text& other, std::string_view separator) {
    if (other.empty())
        return;
    if (!value.empty())
        value += separator;
    const auto shift = static_cast<std::uint32_t>(value.size());
    value += other.value;
    for (Piece piece : other.pieces) {
        piece.at += shift;
        pieces.push_back(piece);
    }
}

Text Text::part(std::uint32_t begin, std::uint32_t end) const {
    Text result;
    begin = std::min(begin, static_cast<std::uint32_t>(value.size()));
    end = std::clamp(end, begin, static_cast<std::uint32_t>(value.size()));
    result.value = value.substr(begin, end - begin);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const std::uint32_t from = std::max(pieces[i].at, begin);
        const std::uint32_t to = std::min(i + 1 < pieces.size() ? pieces[i + 1].at : static_cast<std::uint32_t>(value.size()), end);
        if (from < to)
            result.pieces.push_back({from - begin, origin(from, to)});
    }
    if (result.pieces.empty() && !pieces.empty())
        result.pieces.push_back({0, origin(begin, begin)});
    return result;
}

} // namespace ehc::plan

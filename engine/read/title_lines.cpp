#include "read/title_lines.hpp"

#include "read/wording.hpp"

namespace ehc::read {

std::vector<TitleLine> first_lines(const Document& document) {
    constexpr std::size_t title_lines = 12;
    std::vector<TitleLine> lines;
    for (const Block& block : document.blocks) {
        if (lines.size() == title_lines)
            break;
        if (block.place == plan::Place::header || block.place == plan::Place::footer || block.place == plan::Place::note || block.contents_entry || is_blank(block.text.value))
            continue;
        lines.push_back({&block, Words(block.text.value)});
    }
    return lines;
}

std::size_t times(const Document& document, std::span<const std::string_view> phrases) {
    std::size_t count = 0;
    for (const Block& block : document.blocks)
        count += Words(block.text.value).has_any(phrases) ? 1U : 0U;
    return count;
}

} // namespace ehc::read

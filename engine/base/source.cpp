#include "base/source.hpp"

#include <algorithm>

namespace ehc {

Source::Source(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)), starts_{0} {
    for (std::size_t i = 0; i < text_.size(); ++i)
        if (text_[i] == '\n')
            starts_.push_back(static_cast<std::uint32_t>(i + 1));
}

Place Source::place(std::uint32_t offset) const noexcept {
    offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
    const std::uint32_t start = *(next - 1);
    std::uint32_t column = 1;
    for (std::uint32_t i = start; i < offset; ++i)
        column += (static_cast<unsigned char>(text_[i]) & 0xC0U) != 0x80U;
    return {static_cast<std::uint32_t>(next - starts_.begin()), column};
}

std::string_view Source::line(std::uint32_t number) const noexcept {
    if (number == 0 || number > starts_.size())
        return {};
    const std::uint32_t begin = starts_[number - 1];
    std::size_t end = number < starts_.size() ? starts_[number] - 1 : text_.size();
    if (end > begin && text_[end - 1] == '\r')
        --end;
    return std::string_view(text_).substr(begin, end - begin);
}

} // namespace ehc

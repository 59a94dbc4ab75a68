#include "report/citation.hpp"

#include <algorithm>
#include <array>

namespace ehc::report {

Citation split(std::string_view citation) noexcept {
    constexpr std::array<std::string_view, 15> openers{" reg ", " regs ", " para ", " paras ", " s.", " ss.", " section ", " Sch ", " Schedule ",
                                                       " art ", " arts ", " chapter ", " Part ", " Annex ", " at ["};
    std::size_t at = std::string_view::npos;
    for (const std::string_view opener : openers)
        at = std::min(at, citation.find(opener));
    if (at == std::string_view::npos)
        return {citation, {}};
    return {citation.substr(0, at), citation.substr(at + 1)};
}

} // namespace ehc::report

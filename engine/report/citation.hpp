// A citation in its two halves: the instrument or case, and the provision or paragraph of it.
#pragma once

#include <string_view>

namespace ehc::report {

struct Citation {
    std::string_view instrument; // "SEND Regulations 2014"
    std::string_view provision;  // "reg 12(4)"; empty where the whole instrument is cited
};

// Views into the text. Total: what cannot be split is all instrument.
[[nodiscard]] Citation split(std::string_view citation) noexcept;

} // namespace ehc::report

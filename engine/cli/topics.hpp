// The pages of `ehcaudit help TOPIC` that are not about one command.
#pragma once

#include "dsl/codes.hpp"

#include <span>
#include <string>
#include <string_view>

namespace ehc::cli {

struct Topic {
    std::string_view name;
    std::string_view doc; // one phrase, for the list of topics
    std::string (*text)();
};

[[nodiscard]] std::span<const Topic> topics() noexcept;

// A fault code of rule files, explained: ehcaudit help E203.
[[nodiscard]] std::string help_code(const dsl::CodeRow& row);

// Two columns, the second wrapped to the page of help texts (80 columns).
[[nodiscard]] std::string help_row(std::string_view name, std::string_view meaning, unsigned name_width);
[[nodiscard]] std::string help_paragraph(std::string_view text);

} // namespace ehc::cli

#include "report/registry.hpp"

#include <algorithm>
#include <array>

namespace ehc::report {

namespace {

constexpr std::array table{
    Format{"text", "for reading on a terminal", write_text},
    Format{"json", "for other programs: schemas/ehcaudit-report-1.schema.json", write_json},
};

} // namespace

std::span<const Format> formats() noexcept { return table; }

const Format* format_named(std::string_view name) noexcept {
    const auto found = std::find_if(table.begin(), table.end(), [&](const Format& format) { return format.name == name; });
    return found == table.end() ? nullptr : &*found;
}

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const Format& format : table)
        names.emplace_back(format.name);
    return names;
}

} // namespace ehc::report

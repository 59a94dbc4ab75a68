// Seeded plans for measuring: canonical XML of about 50 KB each, half of it phrases that rules look for. About no child.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ehc::bench {

[[nodiscard]] std::vector<std::string> generate_plans(std::size_t count, std::uint64_t seed);

} // namespace ehc::bench

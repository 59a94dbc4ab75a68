// A whole rule that works, for its author to change: what `ehcaudit rules new` prints and `ehcaudit init` writes.
#pragma once

#include <string>

namespace ehc::cli {

[[nodiscard]] std::string new_rule(const std::string& id, const std::string& slug);
// The head of a pack for it.
[[nodiscard]] std::string new_pack_head();

} // namespace ehc::cli

// A zip package with some of its parts replaced and others added. All other parts keep their bytes, packed as they are, and
// their order. The same arguments give the same bytes.
// Errors: the package cannot be written, which of a package that was read before only lack of memory can cause.
#pragma once

#include "base/result.hpp"

#include <map>
#include <string>
#include <string_view>

namespace ehc::annotate {

[[nodiscard]] Result<std::string> with_parts(std::string_view package, std::string_view path, const std::map<std::string, std::string>& parts);

} // namespace ehc::annotate

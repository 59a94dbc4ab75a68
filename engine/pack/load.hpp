// Rule packs on disk: folders of .rules files to CompiledRules.
//
// A pack is all files that name it; a folder may hold several packs. Files are read in byte order of their names, so the
// result does not depend on the machine. Bounds: 10 MB a file.
#pragma once

#include "base/result.hpp"
#include "compile/compile.hpp"

#include <string>
#include <vector>

namespace ehc::pack {

struct RuleFile {
    std::string name; // as messages show it
    std::string text;
};

// The rule files of a folder and its subfolders, or the one file named. Error: the path, and what is wrong with it.
[[nodiscard]] Result<std::vector<RuleFile>> read_rules(const std::string& path);

// Parses and compiles; sets each pack's digest over the bytes of its files. `engine_version` is compared with what packs
// need.
[[nodiscard]] compile::Compiled load(const std::vector<RuleFile>& files, std::string_view engine_version, bool with_warnings = false);

} // namespace ehc::pack

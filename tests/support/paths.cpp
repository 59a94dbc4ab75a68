#include "support/paths.hpp"

namespace ehc::test {

std::filesystem::path source_dir() { return EHC_SOURCE_DIR; }
std::filesystem::path tests_dir() { return source_dir() / "tests"; }

} // namespace ehc::test

// Where the project's own files stand while its tests run. Only paths.cpp knows, so that no other test is compiled anew for
// being in another folder.
#pragma once

#include <filesystem>

namespace ehc::test {

[[nodiscard]] std::filesystem::path source_dir(); // the top of the project
[[nodiscard]] std::filesystem::path tests_dir();

} // namespace ehc::test

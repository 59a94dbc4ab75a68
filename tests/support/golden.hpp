// Compares what was written with the file that says what must be written. With EHC_UPDATE_GOLDEN=1 in the environment the
// file is rewritten and the test fails all the same, so that no run passes on what it has just made up.
#pragma once

#include "support/catch.hpp"
#include "support/paths.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace ehc::test {

// `name` is a path below tests/.
inline void check_golden(const std::string& name, const std::string& written) {
    const std::filesystem::path path = tests_dir() / name;
    INFO("golden file " << path.string());
    if (const char* update = std::getenv("EHC_UPDATE_GOLDEN"); update != nullptr && std::string(update) == "1") {
        std::ofstream(path, std::ios::binary) << written;
        FAIL_CHECK("the golden file was rewritten; look at the difference and run again without EHC_UPDATE_GOLDEN");
        return;
    }
    std::ifstream in(path, std::ios::binary);
    REQUIRE(in.good());
    const std::string expected{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    CHECK(written == expected);
}

} // namespace ehc::test

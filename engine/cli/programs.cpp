#include "cli/programs.hpp"

#include <filesystem>
#include <unistd.h>

namespace ehc::cli {

read::Programs find_programs() {
    namespace fs = std::filesystem;
    read::Programs programs;
    std::error_code error;
    const fs::path self = fs::read_symlink("/proc/self/exe", error);
    if (error)
        return programs;
    const std::string helper = (self.parent_path() / "ehcaudit-pdf").string();
    if (access(helper.c_str(), X_OK) == 0)
        programs.pdf = std::make_shared<read::pdf::Helpers>(helper);
    return programs;
}

} // namespace ehc::cli

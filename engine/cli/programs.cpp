#include "cli/programs.hpp"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <span>
#include <string>
#include <unistd.h>

namespace ehc::cli {

namespace {

namespace fs = std::filesystem;

bool may_run(const fs::path& program) { return access(program.c_str(), X_OK) == 0 && !fs::is_directory(program); }

// The first of these names that stands in a folder of PATH; empty when none does.
std::string on_path(std::span<const std::string_view> names) {
    const char* path = std::getenv("PATH");
    const std::string_view folders = path != nullptr ? path : "";
    for (const std::string_view name : names)
        for (std::size_t from = 0; from < folders.size();) {
            const std::size_t end = std::min(folders.find(':', from), folders.size());
            const fs::path folder(folders.substr(from, end - from));
            if (folder.is_absolute() && may_run(folder / name)) // nothing from the folder that one happens to stand in
                return (folder / name).string();
            from = end + 1;
        }
    return {};
}

std::string temporary_folder() {
    const char* named = std::getenv("TMPDIR");
    return named != nullptr && *named == '/' ? named : "/tmp";
}

} // namespace

read::Programs find_programs() {
    read::Programs programs;
    std::error_code error;
    const fs::path self = fs::read_symlink("/proc/self/exe", error);
    if (error)
        return programs;
    const std::string pdf = (self.parent_path() / "ehcaudit-pdf").string(), office = (self.parent_path() / "ehcaudit-office").string();
    if (may_run(pdf))
        programs.pdf = std::make_shared<read::Helpers>(std::vector{pdf});
    constexpr std::array<std::string_view, 2> names{"soffice", "libreoffice"};
    if (const std::string soffice = on_path(names); !soffice.empty() && may_run(office))
        programs.office = std::make_shared<read::Helpers>(std::vector{office, soffice, temporary_folder()});
    return programs;
}

Result<read::Programs> find_programs(bool ocr) {
    read::Programs programs = find_programs();
    if (!ocr)
        return programs;
    std::error_code error;
    const std::string helper = (fs::read_symlink("/proc/self/exe", error).parent_path() / "ehcaudit-ocr").string();
    constexpr std::array<std::string_view, 1> names{"tesseract"};
    const std::string tesseract = on_path(names), without = ", or leave `--ocr` out";
    if (programs.pdf == nullptr || !may_run(helper))
        return Error{"--ocr", "scans are read by the helper programs ehcaudit-pdf and ehcaudit-ocr, which are not beside ehcaudit", "install them" + without};
    if (tesseract.empty())
        return Error{"--ocr", "scans are read by Tesseract, which is not installed here", "install it (on Debian the packages tesseract-ocr and tesseract-ocr-eng)" + without};
    programs.ocr = std::make_shared<read::Ocr>(std::vector{helper, tesseract});
    if (const auto ready = programs.ocr->ready(); !ready)
        return Error{"--ocr", "scans cannot be read here: " + ready.error().what, ready.error().remedy + without};
    return programs;
}

} // namespace ehc::cli

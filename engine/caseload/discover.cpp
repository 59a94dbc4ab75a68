#include "caseload/discover.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

namespace ehc::caseload {

namespace {

namespace fs = std::filesystem;

bool passed_over(const std::string& name) {
    return name.starts_with('.') || name.starts_with("~$") || name == "expected.txt";
}

std::string reason(const std::error_code& error) {
    if (error == std::errc::permission_denied)
        return "you may not open it; ask its owner for access";
    if (error == std::errc::no_such_file_or_directory)
        return "it is no longer there; run again when nobody is moving files";
    if (error == std::errc::filename_too_long)
        return "its path is too long for this system; shorten the names of the folders above it";
    if (error == std::errc::too_many_symbolic_link_levels)
        return "its links lead in a circle; mend or delete them";
    return "the system says: " + error.message();
}

// Everything below the folder, however deep; the list of folders yet to be read stands for recursion.
std::vector<Found> members(const std::string& folder) {
    std::vector<Found> found;
    std::vector<std::string> folders{folder};
    while (!folders.empty()) {
        const std::string here = std::move(folders.back());
        folders.pop_back();
        std::error_code error;
        for (auto entry = fs::directory_iterator(here, error); !error && entry != fs::directory_iterator(); entry.increment(error)) {
            const std::string name = entry->path().filename().string();
            if (passed_over(name))
                continue;
            const std::string path = here.ends_with('/') ? here + name : here + '/' + name;
            std::error_code unknown;
            const bool link = entry->is_symlink(unknown);
            const fs::file_status status = entry->status(unknown);
            if (fs::is_regular_file(status))
                found.push_back({path, {}});
            else if (fs::is_directory(status) && !link)
                folders.push_back(path);
            else if (fs::is_directory(status))
                found.push_back({path, "this is a link to a folder, which is not followed; name the folder itself to audit it"});
            else if (link && status.type() == fs::file_type::not_found)
                found.push_back({path, "this link leads nowhere; mend or delete it"});
            else if (fs::status_known(status))
                found.push_back({path, "this is no file but a device, pipe or socket"});
            else
                found.push_back({path, "this cannot be looked at: " + reason(unknown)});
        }
        if (error)
            found.push_back({here, "this folder cannot be read: " + reason(error)});
    }
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.path < b.path; });
    return found;
}

std::vector<Found> found_at(const std::string& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
        return {{path, "there is no such file or folder; check the spelling, and quote names with spaces"}};
    if (!fs::status_known(status))
        return {{path, "this cannot be looked at: " + reason(error)}};
    if (fs::is_directory(status))
        return members(path);
    return {{path, {}}};
}

} // namespace

std::vector<Found> discover(std::span<const std::string> paths) {
    std::vector<Found> all;
    std::set<std::string> seen;
    for (const std::string& path : paths)
        for (Found& found : found_at(path))
            if (seen.insert(found.path).second)
                all.push_back(std::move(found));
    return all;
}

} // namespace ehc::caseload

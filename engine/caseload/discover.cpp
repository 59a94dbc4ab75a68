#include "caseload/discover.hpp"

#include "read/container.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

namespace ehc::caseload {

namespace {

namespace fs = std::filesystem;

bool passed_over(const std::string& name) {
    return name.starts_with('.') || name.starts_with("~$") || name == "expected.txt" || name == "ehcaudit.info" || name.ends_with(".rules");
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

bool names_archive(std::string_view name) {
    constexpr std::string_view ending = ".zip";
    if (name.size() <= ending.size())
        return false;
    name.remove_prefix(name.size() - ending.size());
    return std::ranges::equal(name, ending, [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
}

// A name that stays below its archive, without control characters.
bool leads_below(std::string_view name) {
    if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos || (name.size() > 1 && name[1] == ':'))
        return false;
    if (std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) < ' '; }))
        return false;
    for (std::size_t from = 0; from <= name.size();) {
        const std::size_t end = std::min(name.find('/', from), name.size());
        const std::string_view step = name.substr(from, end - from);
        if (step == ".." || step == "." || step.empty())
            return false;
        from = end + 1;
    }
    return true;
}

bool any_step_passed_over(std::string_view name) {
    for (std::size_t from = 0; from <= name.size();) {
        const std::size_t end = std::min(name.find('/', from), name.size());
        const std::string step(name.substr(from, end - from));
        if (passed_over(step) || step == "__MACOSX")
            return true;
        from = end + 1;
    }
    return false;
}

std::string worded(const Error& error) { return error.what + (error.remedy.empty() ? "" : "; " + error.remedy); }

// The files of archives, those inside them too. What archives inside archives hold in memory together is bounded.
class Archives {
  public:
    explicit Archives(const read::Limits& limits) : limits_(limits) {}

    // Replaces an archive by its files; a document that is a zip stays.
    void expand(Found found, std::vector<Found>& into) {
        if (!found.error.empty() || !names_archive(found.path)) {
            into.push_back(std::move(found));
            return;
        }
        auto archive = read::Archive::open(found.path, limits_);
        if (!archive) {
            found.error = worded(archive.error());
            into.push_back(std::move(found));
        } else if ((*archive)->is_document()) {
            into.push_back(std::move(found));
        } else {
            held_ = 0;
            members(found.path, *archive, 1, into);
        }
    }

  private:
    void members(const std::string& path, const std::shared_ptr<read::Archive>& archive, std::uint32_t depth, std::vector<Found>& into) {
        std::vector<Found> files;
        std::set<std::string> names;
        if (archive->members().empty())
            files.push_back({path, "this zip archive holds no files"});
        for (const read::Archive::Member& member : archive->members()) {
            if (!leads_below(member.name)) {
                files.push_back({path + "/" + read::shown_part(member.name), "its name leads out of the archive, as a harmful one's would; it is not read"});
                continue;
            }
            if (any_step_passed_over(member.name))
                continue;
            const std::string inside = path + "/" + member.name;
            if (!names.insert(member.name).second)
                files.push_back({inside, "the archive has a second file of this name, which is not read"});
            else if (names_archive(member.name))
                nested(inside, archive, member, depth, files);
            else
                files.push_back({inside, {}, archive, member.index});
        }
        std::stable_sort(files.begin(), files.end(), [](const Found& a, const Found& b) { return a.path < b.path; });
        into.insert(into.end(), std::make_move_iterator(files.begin()), std::make_move_iterator(files.end()));
    }

    void nested(const std::string& path, const std::shared_ptr<read::Archive>& outer, const read::Archive::Member& member, std::uint32_t depth, std::vector<Found>& into) {
        const auto refuse = [&](std::string why) { into.push_back({path, std::move(why)}); };
        if (depth >= limits_.archive_depth)
            return refuse("it is an archive inside archives, more than " + std::to_string(limits_.archive_depth) + " deep; unpack it and give what is inside");
        auto bytes = outer->read(member.index, limits_);
        if (!bytes)
            return refuse(worded(bytes.error()));
        held_ += bytes->size();
        if (held_ > limits_.unpacked_bytes)
            return refuse("the archives inside this archive are larger than " + std::to_string(limits_.unpacked_bytes >> 20U) + " MB together; unpack them and give what is inside");
        auto archive = read::Archive::open(std::move(bytes).value(), path, limits_);
        if (!archive)
            return refuse(worded(archive.error()));
        if ((*archive)->is_document())
            into.push_back({path, {}, outer, member.index});
        else
            members(path, *archive, depth + 1, into);
    }

    const read::Limits& limits_;
    std::uint64_t held_ = 0;
};

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

// The zip archive on disk that a path leads into; empty when it leads into none.
std::string archive_above(const std::string& path) {
    std::error_code error;
    for (std::size_t slash = path.find('/', 1); slash != std::string::npos; slash = path.find('/', slash + 1))
        if (const std::string above = path.substr(0, slash); fs::is_regular_file(above, error))
            return above;
    return {};
}

std::vector<std::string> files_on_disk(std::span<const Found> found) {
    std::vector<std::string> files;
    for (const Found& each : found) {
        std::string file = each.archive || !each.error.empty() ? archive_above(each.path) : std::string();
        if (file.empty())
            file = each.path;
        if (files.empty() || files.back() != file)
            files.push_back(std::move(file));
    }
    return files;
}

std::vector<Found> discover(std::span<const std::string> paths, const read::Limits& limits) {
    std::vector<Found> all;
    std::set<std::string> seen;
    Archives archives(limits);
    for (const std::string& path : paths) {
        std::error_code unknown;
        if (const std::string archive = fs::exists(path, unknown) ? std::string() : archive_above(path); names_archive(archive)) {
            std::vector<Found> inside;
            archives.expand({archive, {}}, inside);
            const std::string below = path.ends_with('/') ? path : path + "/";
            const bool broken = inside.size() == 1 && inside.front().path == archive;
            std::erase_if(inside, [&](const Found& each) { return !broken && each.path != path && !each.path.starts_with(below); });
            if (inside.empty())
                inside.push_back({path, "there is no such file or folder in the archive; `ehcaudit check " + archive + "` audits all that it holds"});
            for (Found& found : inside)
                if (seen.insert(found.path).second)
                    all.push_back(std::move(found));
            continue;
        }
        for (Found& found : found_at(path))
            if (seen.insert(found.path).second)
                archives.expand(std::move(found), all);
    }
    return all;
}

} // namespace ehc::caseload

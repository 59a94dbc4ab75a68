#include "read/archive.hpp"

#include "read/container.hpp"

#include <zip.h>

#include <algorithm>
#include <filesystem>

namespace ehc::read {

namespace {

// Below this a high ratio is no danger.
constexpr std::uint64_t ratio_counts_from = 256ULL << 20U;

constexpr std::string_view copy_again = "copy the file again, it may not have been copied in full";

} // namespace

void Archive::Closer::operator()(zip* archive) const noexcept { zip_discard(archive); }

Archive::~Archive() = default;

Archive::Handle Archive::opened() const {
    if (!in_memory_)
        return Handle(zip_open(path_.c_str(), ZIP_RDONLY, nullptr));
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes_.data(), bytes_.size(), 0, &error);
    zip_t* archive = source != nullptr ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (archive == nullptr && source != nullptr)
        zip_source_free(source);
    zip_error_fini(&error);
    return Handle(archive);
}

Result<std::shared_ptr<Archive>> Archive::listed(std::shared_ptr<Archive> archive, const Limits& limits) {
    const auto fail = [&](std::string what, std::string_view remedy) { return Error{archive->path_, std::move(what), std::string(remedy)}; };
    const Handle zip = archive->opened();
    if (!zip)
        return fail("this zip archive is damaged or cut short", copy_again);
    const auto count = static_cast<std::uint64_t>(zip_get_num_entries(zip.get(), 0));
    if (count > limits.archive_entries)
        return fail("this zip archive has more than " + std::to_string(limits.archive_entries) + " entries", "split it");
    std::uint64_t unpacked = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        if (zip_stat_index(zip.get(), i, 0, &stat) != 0 || (stat.valid & ZIP_STAT_NAME) == 0)
            return fail("this zip archive is damaged", copy_again);
        unpacked += (stat.valid & ZIP_STAT_SIZE) != 0 ? std::min<std::uint64_t>(stat.size, 1ULL << 40U) : 0;
        const std::string_view name = stat.name;
        archive->is_document_ = archive->is_document_ || name == "[Content_Types].xml" || name == "mimetype";
        if (!name.ends_with('/'))
            archive->members_.push_back({std::string(name), i});
    }
    if (unpacked > std::max(ratio_counts_from, archive->size_ * limits.unpack_ratio))
        return fail("the files of this zip archive unpack to more than " + std::to_string(limits.unpack_ratio) + " times its size, as a harmful one's would",
                    "ask where it came from");
    return archive;
}

Result<std::shared_ptr<Archive>> Archive::open(const std::string& path, const Limits& limits) {
    std::error_code error;
    std::shared_ptr<Archive> archive(new Archive(path, {}, false));
    archive->size_ = std::filesystem::file_size(path, error);
    return listed(std::move(archive), limits);
}

Result<std::shared_ptr<Archive>> Archive::open(std::string bytes, const std::string& path, const Limits& limits) {
    std::shared_ptr<Archive> archive(new Archive(path, std::move(bytes), true));
    archive->size_ = archive->bytes_.size();
    return listed(std::move(archive), limits);
}

Result<std::string> Archive::read(std::uint64_t index, const Limits& limits) const {
    const std::lock_guard lock(mutex_);
    const auto fail = [&](std::string what, std::string_view remedy) { return Error{path_, std::move(what), std::string(remedy)}; };
    const auto member = std::ranges::find(members_, index, &Member::index);
    if (!handle_)
        handle_ = opened();
    const char* name = handle_ ? zip_get_name(handle_.get(), index, 0) : nullptr;
    if (member == members_.end() || name == nullptr || member->name != name)
        return fail("the zip archive has changed since it was looked through", "run again when nobody is working on it");
    Unpacked unpacked = unpack(handle_.get(), index, limits.file_bytes, size_, limits);
    if (++read_ >= members_.size())
        handle_.reset();
    switch (unpacked.how) {
    case Unpacked::How::whole: break;
    case Unpacked::How::damaged: return fail("this file of a zip archive is damaged", copy_again);
    case Unpacked::How::locked: return fail("this file of a zip archive is protected by a password", "unpack it with its password and give what is inside");
    case Unpacked::How::unknown_method: return fail("this file of a zip archive is packed in a way that is not known here", "unpack it and give what is inside");
    case Unpacked::How::beyond_ratio:
        return fail("this file of a zip archive unpacks to more than " + std::to_string(limits.unpack_ratio) + " times its size, as a harmful one would", "ask where it came from");
    case Unpacked::How::too_large:
        return fail("this file of a zip archive is larger than " + std::to_string(limits.file_bytes >> 20U) + " MB", "a plan is never so large: check that it is the right file");
    }
    return std::move(unpacked.bytes);
}

} // namespace ehc::read

#include "annotate/package.hpp"

#include <zip.h>

#include <memory>

namespace ehc::annotate {

namespace {

// 1 January 1980, the first date that a zip can hold: the clock is no input.
constexpr std::uint16_t first_day = (1U << 5U) | 1U;

} // namespace

Result<std::string> with_parts(std::string_view package, std::string_view path, const std::map<std::string, std::string>& parts) {
    const Error failed{std::string(path), "the copy with comments cannot be put together", "there may not be enough memory"};
    zip_error_t error;
    zip_error_init(&error);
    // The source is kept beyond the archive, which writes its new bytes into it.
    const std::unique_ptr<zip_source_t, void (*)(zip_source_t*)> source(
        zip_source_buffer_create(package.data(), package.size(), 0, &error), [](zip_source_t* one) {
            if (one != nullptr)
                zip_source_free(one);
        });
    if (!source)
        return failed;
    zip_source_keep(source.get());
    zip_t* opened = zip_open_from_source(source.get(), 0, &error);
    zip_error_fini(&error);
    if (opened == nullptr) {
        zip_source_free(source.get());
        return failed;
    }
    std::unique_ptr<zip_t, void (*)(zip_t*)> archive(opened, zip_discard);
    for (const auto& [name, bytes] : parts) {
        zip_source_t* content = zip_source_buffer(archive.get(), bytes.data(), bytes.size(), 0);
        const zip_int64_t there = zip_name_locate(archive.get(), name.c_str(), ZIP_FL_NOCASE);
        const bool set = content != nullptr && (there >= 0 ? zip_file_replace(archive.get(), static_cast<zip_uint64_t>(there), content, 0) == 0
                                                           : zip_file_add(archive.get(), name.c_str(), content, ZIP_FL_ENC_UTF_8) >= 0);
        if (!set) {
            zip_source_free(content);
            return failed;
        }
        const zip_int64_t index = zip_name_locate(archive.get(), name.c_str(), ZIP_FL_NOCASE);
        zip_file_set_dostime(archive.get(), static_cast<zip_uint64_t>(index), 0, first_day, 0);
    }
    if (zip_close(archive.get()) != 0)
        return failed;
    (void)archive.release();
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source.get(), &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0 || zip_source_open(source.get()) != 0)
        return failed;
    std::string made(stat.size, '\0');
    const zip_int64_t got = zip_source_read(source.get(), made.data(), made.size());
    zip_source_close(source.get());
    if (got < 0 || static_cast<zip_uint64_t>(got) != made.size())
        return failed;
    return made;
}

} // namespace ehc::annotate

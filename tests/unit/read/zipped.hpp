// Zip containers made in memory, so that each test shows what is in them.
#pragma once

#include <zip.h>

#include <map>
#include <string>
#include <string_view>

namespace ehc::test {

using Parts = std::map<std::string, std::string>;

struct ZipOptions {
    bool packed = true;
    std::string password = {}; // protects every part
};

// The bytes of a zip with these parts, in the order of their names. Empty when libzip cannot make it.
inline std::string zipped(const Parts &parts, const ZipOptions &options = {}) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t *archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
    for (const auto &[name, bytes] : parts) {
        zip_source_t *source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        const auto index = static_cast<zip_uint64_t>(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8));
        zip_set_file_compression(archive, index, options.packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 9);
        zip_file_set_mtime(archive, index, 315532800, 0);
        if (!options.password.empty())
            zip_file_set_encryption(archive, index, ZIP_EM_AES_256, options.password.c_str());
    }
    std::string result;
    if (zip_close(archive) == 0 && zip_source_open(target) == 0) {
        zip_stat_t stat;
        zip_source_stat(target, &stat);
        result.resize(stat.size);
        zip_source_read(target, result.data(), result.size());
        zip_source_close(target);
    } else {
        zip_discard(archive);
    }
    zip_source_free(target);
    return result;
}

} // namespace ehc::test

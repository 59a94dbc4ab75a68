// A zip archive of documents: its members are listed and the first of them unpacked.
#include "read/archive.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ehc::read::Limits limits;
    limits.unpacked_bytes = 4U << 20U;
    limits.archive_entries = 1000;
    const auto archive = ehc::read::Archive::open(std::string(reinterpret_cast<const char*>(data), size), "fuzz.zip", limits);
    if (!archive) {
        if (archive.error().line().find('\n') != std::string::npos)
            std::abort();
        return 0;
    }
    int read = 0;
    for (const auto& member : (*archive)->members())
        if (++read <= 8)
            static_cast<void>((*archive)->read(member.index, limits));
    return 0;
}

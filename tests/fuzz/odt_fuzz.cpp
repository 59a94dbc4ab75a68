// OpenDocument texts: the first byte chooses the part of an otherwise sound one that the rest stands for, 0 for the whole file.
#include "../unit/read/shown.hpp"
#include "../unit/read/zipped.hpp"
#include "read/odt.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string rest(reinterpret_cast<const char *>(data) + 1, size - 1);
    ehc::test::Parts parts{{"META-INF/manifest.xml", "<m/>"},
                           {"content.xml", "<d><body><text><p>words</p></text></body></d>"},
                           {"meta.xml", "<d/>"},
                           {"styles.xml", "<d/>"}};
    const char *const names[] = {"META-INF/manifest.xml", "content.xml", "meta.xml", "styles.xml"};
    const unsigned choice = (data[0] + 5U * 10 - '0') % 5;
    if (choice != 0)
        parts[names[choice - 1]] = rest;
    ehc::read::Limits limits;
    limits.unpacked_bytes = 4U << 20U;
    limits.blocks = 5000;
    const auto document = ehc::read::read_odt(choice == 0 ? rest : ehc::test::zipped(parts), "fuzz.odt", limits);
    if (document ? !ehc::test::in_step(*document) : document.error().line().find('\n') != std::string::npos)
        std::abort();
    return 0;
}

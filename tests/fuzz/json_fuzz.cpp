#include "../unit/read/shown.hpp"
#include "read/json.hpp"
#include "read/recognise.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    ehc::read::Limits limits;
    limits.blocks = 2000;
    const auto document = ehc::read::read_json(bytes, "fuzz.json", limits);
    if (document ? !ehc::test::in_step(*document) : document.error().line().find('\n') != std::string::npos)
        std::abort();
    if (document)
        static_cast<void>(ehc::read::recognise(*document, {}));
    return 0;
}

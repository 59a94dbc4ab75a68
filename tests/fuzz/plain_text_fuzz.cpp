// Plain text and Markdown: the first byte chooses which, by whether it is even.
#include "../unit/read/shown.hpp"
#include "read/text.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char *>(data) + 1, size - 1);
    ehc::read::Limits limits;
    limits.blocks = 2000;
    const auto document = data[0] % 2 == 0 ? ehc::read::read_markdown(bytes, "fuzz.md", limits) : ehc::read::read_text(bytes, "fuzz.txt", limits);
    if (document ? !ehc::test::in_step(*document) : document.error().line().find('\n') != std::string::npos)
        std::abort();
    return 0;
}

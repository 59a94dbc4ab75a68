// What the helper says of a PDF, as if it were anything: the protocol's text to pages, and pages to blocks.
#include "../unit/read/shown.hpp"
#include "read/pdf_layout.hpp"
#include "read/pdf_page.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ehc::read::Limits limits;
    limits.blocks = 2000;
    auto answer = ehc::read::pdf::parse_answer({reinterpret_cast<const char*>(data), size});
    if (!answer)
        return 0;
    const auto document = ehc::read::pdf::lay_out(std::move(answer).value(), "fuzz.pdf", limits);
    if (document ? !ehc::test::in_step(*document) : document.error().line().find('\n') != std::string::npos)
        std::abort();
    return 0;
}

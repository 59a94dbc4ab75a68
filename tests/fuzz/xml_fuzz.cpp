// Any bytes read as canonical plan XML: no crash, every place inside the extracted text, and what was read is written and
// read again.
#include "read/plan_xml.hpp"
#include "read/write_xml.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void require(bool holds) {
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    ehc::read::Limits limits;
    limits.blocks = 2000;
    const auto document = ehc::read::read_xml(bytes, "fuzz.xml", limits);
    if (!document || !document->plan)
        return 0;
    for (const ehc::read::Block& block : document->blocks) {
        const ehc::plan::Origin origin = block.text.origin();
        require(origin.span.end <= document->extracted.size());
        require(block.text.empty() || document->extracted.substr(origin.span.begin, origin.span.size()) == block.text.value);
        require(block.text.empty() || origin.line != 0);
    }
    const auto again = ehc::read::read_xml(ehc::read::write_plan_xml(*document->plan), "again.xml", limits);
    // Writing may need a few more elements than the original had: paragraphs of one text.
    require(again.ok() || again.error().what.find("elements") != std::string::npos ||
            again.error().what.find("tags") != std::string::npos || again.error().what.find("references") != std::string::npos);
    return 0;
}

// Any bytes read as a rule file: no crash, every fault inside the file and fit to be shown on one line, and what was read
// without a fault is printed, read again and printed the same.
#include "dsl/parse.hpp"
#include "dsl/print.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace ehc;
using namespace ehc::dsl;

void require(bool holds) {
    if (!holds)
        std::abort();
}

void check(const Source& source, const Faults& faults) {
    require(faults.size() <= 50);
    for (const Fault& fault : faults) {
        require(fault.span.begin <= fault.span.end && fault.span.end <= source.text().size());
        require(fault.place.line >= 1 && fault.place.column >= 1);
        require(!fault.what.empty() && (fault.what + fault.suggestion).find('\n') == std::string::npos);
        require(show(fault).size() < 4000);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Source source("fuzz.rules", std::string(reinterpret_cast<const char*>(data), size));
    const ParsedExpr value = parse_value(source);
    check(source, value.faults);
    require(value.value.has_value() == value.faults.empty());
    const Parsed parsed = parse(source);
    check(source, parsed.faults);
    for (const Item& item : parsed.file.items)
        require(item.span.begin < item.span.end && item.span.end <= size);
    if (!parsed.faults.empty())
        return 0;
    const std::string canonical = print(parsed.file);
    const Source printed("printed.rules", canonical);
    const Parsed again = parse(printed);
    require(again.faults.empty());
    require(print(again.file) == canonical);
    return 0;
}

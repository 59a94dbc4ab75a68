// Any bytes as a text, a date field and a phrase; a phrase that reads is looked for in the text.
#include "text/dates.hpp"
#include "text/likeness.hpp"
#include "text/pattern.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ehc;
    using namespace ehc::text;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Analysis analysis(text);
    for (const Token& token : analysis.tokens())
        if (token.span.end > size || token.span.begin >= token.span.end)
            std::abort();
    const DeadlineContext context{Date::of(2016, 8, 10), Date::of(2025, 5, 12), Date::of(2026, 4, 30)};
    if (const auto deadline = read_deadline(analysis, context); deadline && deadline->span.end > size)
        std::abort();
    (void)content_stems(analysis);
    (void)read_date(text);
    (void)read_birth_date(text, *Date::of(2025, 5, 12));
    (void)read_age(text);
    (void)read_year_group(text);
    const auto phrase = read_phrase(text.substr(0, text.find('\n')));
    if (const auto* fault = std::get_if<PhraseFault>(&phrase)) {
        if (fault->span.end > size)
            std::abort();
    } else {
        Matcher matcher;
        matcher.add(std::get<Pattern>(phrase));
        for (const Match& match : matcher.scan(analysis))
            if (match.span.end > size || match.first >= match.last)
                std::abort();
    }
    return 0;
}

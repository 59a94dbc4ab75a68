// Pages of a PDF that are pictures: which they are, and their words by text recognition where that is asked for.
#pragma once

#include "read/document.hpp"
#include "read/ocr.hpp"
#include "read/pdf_page.hpp"

#include <string_view>

namespace ehc::read::pdf {

// A scan, or text whose letters mean nothing: what stands on the page is not in its words. A few words in the margins of a scan, as
// copiers print them, do not make it a page of text.
[[nodiscard]] bool is_picture(const Page& page);

// Gives those pages the words that are recognised on them, with Page::confidence, or the reason in Page::unread. `bytes` is the
// document, which `helpers` draws page by page. Pages beyond Limits::recognised_pages are left as they are, with that reason.
void recognise_pictures(Answer& answer, std::string_view bytes, const Limits& limits, Helpers& helpers, Ocr& ocr);

} // namespace ehc::read::pdf

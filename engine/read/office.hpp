// RTF and Word documents of 97 to 2003, through LibreOffice: the helper ehcaudit-office has it save them as .docx, and that is read
// as any other Word document is.
// Shapes: paragraphs are counted in the document as LibreOffice saves it.
// Errors: LibreOffice or the helper is not there; it cannot read the document, or takes longer than Limits allow; those of
// read_docx().
#pragma once

#include "read/document.hpp"
#include "read/helper_process.hpp"

#include <string_view>

namespace ehc::read {

struct OfficeKind {
    std::string_view format; // "rtf"
    std::string_view words;  // "RTF"
    std::string_view ending; // of the file that LibreOffice is given
};
inline constexpr OfficeKind rich_text{"rtf", "RTF", "rtf"};
inline constexpr OfficeKind word_97{"doc", "a Word 97-2003 document (.doc)", "doc"};

// `helpers` may be null: the format is then named as not read.
[[nodiscard]] Result<Document> read_by_office(const OfficeKind& kind, std::string_view bytes, std::string_view path, const Limits& limits, Helpers* helpers);

} // namespace ehc::read

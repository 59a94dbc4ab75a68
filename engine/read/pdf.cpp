#include "read/pdf.hpp"

#include "read/pdf_layout.hpp"
#include "read/pdf_page.hpp"

namespace ehc::read {

Result<Document> read_pdf(std::string_view bytes, std::string_view path, const Limits& limits, pdf::Helpers* helpers) {
    const auto fail = [&](std::string what, std::string remedy) { return Error{std::string(path), std::move(what), std::move(remedy)}; };
    if (helpers == nullptr)
        return fail("PDF is not read here: the helper program ehcaudit-pdf is not beside ehcaudit", "install it (it needs poppler), or save the document as .docx");
    const Result<std::string> text = helpers->ask(bytes, path, limits);
    if (!text)
        return text.error();
    Result<pdf::Answer> answer = pdf::parse_answer(*text);
    if (!answer)
        return fail(answer.error().what, "print it to a new PDF, or ask for the document it was made from");
    if (answer->error == "encrypted")
        return fail("this PDF is protected by a password", "open it, remove the password and save it again");
    if (answer->error == "pages")
        return fail("this PDF has more than " + std::to_string(limits.pages) + " pages", "a plan is never so long: check that it is the right file, or split it");
    if (answer->error == "words")
        return fail("this PDF holds more words than any plan", "check that it is the right file, or split it");
    if (!answer->error.empty())
        return fail("this PDF is damaged or cut short", "copy the file again, it may not have been copied in full");
    return pdf::lay_out(std::move(answer).value(), path, limits);
}

} // namespace ehc::read

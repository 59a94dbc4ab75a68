#include "read/pdf.hpp"

#include "read/pdf_layout.hpp"
#include "read/pdf_page.hpp"
#include "read/pdf_pictures.hpp"

namespace ehc::read {

namespace {

// The last line is "end" or an error.
bool is_whole(std::string_view answer) {
    if (!answer.ends_with('\n'))
        return false;
    answer.remove_suffix(1);
    const std::size_t before = answer.rfind('\n');
    const std::string_view last = before == std::string_view::npos ? answer : answer.substr(before + 1);
    return last == "end" || last.starts_with("error\t");
}

} // namespace

Result<Document> read_pdf(std::string_view bytes, std::string_view path, const Limits& limits, const Programs& programs) {
    Helpers* const helpers = programs.pdf.get();
    const auto fail = [&](std::string what, std::string remedy) { return Error{std::string(path), std::move(what), std::move(remedy)}; };
    if (helpers == nullptr)
        return fail("PDF is not read here: the helper program ehcaudit-pdf is not beside ehcaudit", "install it (it needs poppler), or save the document as .docx");
    constexpr std::string_view again = "print it to a new PDF, or ask for the document it was made from";
    const std::string request = "words " + std::to_string(bytes.size()) + " " + std::to_string(limits.pages) + " " + std::to_string(limits.seconds) + "\n";
    const Helpers::Reply reply = helpers->ask(request, bytes, is_whole, std::chrono::seconds(2 * limits.seconds + 5));
    switch (reply.end) {
    case Helpers::Reply::End::not_started: return fail("the program that reads PDFs cannot be started", "see that ehcaudit-pdf stands beside ehcaudit and may be run");
    case Helpers::Reply::End::late: return fail("this PDF takes longer than " + std::to_string(limits.seconds) + " seconds to read", std::string(again));
    case Helpers::Reply::End::failed: return fail("this PDF is damaged so that it cannot be read", std::string(again));
    case Helpers::Reply::End::whole: break;
    }
    Result<pdf::Answer> answer = pdf::parse_answer(reply.words);
    if (!answer)
        return fail(answer.error().what, std::string(again));
    if (answer->error == "encrypted")
        return fail("this PDF is protected by a password", "open it, remove the password and save it again");
    if (answer->error == "pages")
        return fail("this PDF has more than " + std::to_string(limits.pages) + " pages", "a plan is never so long: check that it is the right file, or split it");
    if (answer->error == "words")
        return fail("this PDF holds more words than any plan", "check that it is the right file, or split it");
    if (!answer->error.empty())
        return fail("this PDF is damaged or cut short", "copy the file again, it may not have been copied in full");
    if (programs.ocr != nullptr)
        pdf::recognise_pictures(*answer, bytes, limits, *helpers, *programs.ocr);
    return pdf::lay_out(std::move(answer).value(), path, limits);
}

} // namespace ehc::read

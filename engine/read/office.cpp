#include "read/office.hpp"

#include "read/docx.hpp"

#include <optional>
#include <string>

namespace ehc::read {

namespace {

constexpr std::string_view saved = "docx";

bool is_whole(std::string_view answer) { return read::is_whole(answer, saved); }

} // namespace

Result<Document> read_by_office(const OfficeKind& kind, std::string_view bytes, std::string_view path, const Limits& limits, Helpers* helpers) {
    const auto fail = [&](std::string what, std::string remedy) { return Error{std::string(path), std::move(what), std::move(remedy)}; };
    const std::string words(kind.words);
    if (helpers == nullptr)
        return fail(words + " is read by LibreOffice, which is not installed here", "save it as .docx, or install LibreOffice");
    const std::string request = std::string(kind.ending) + " " + std::to_string(bytes.size()) + " " + std::to_string(limits.seconds) + "\n";
    const Helpers::Reply reply = helpers->ask(request, bytes, is_whole, std::chrono::seconds(2 * limits.seconds + 10));
    if (reply.end == Helpers::Reply::End::not_started || reply.words == "error start\n")
        return fail("LibreOffice cannot be started to read " + words, "save it as .docx, or see that LibreOffice starts and ehcaudit-office stands beside ehcaudit");
    if (reply.words == "error folder\n")
        return fail("there is no folder for temporary files in which LibreOffice could read " + words, "set TMPDIR to a folder of yours with room in it, or save the document as .docx");
    if (reply.end == Helpers::Reply::End::late || reply.words == "error late\n")
        return fail("LibreOffice takes longer than " + std::to_string(limits.seconds) + " seconds to read this document", "save it as .docx");
    const auto docx = counted_bytes(reply.words, saved);
    if (!docx)
        return fail("LibreOffice could not read it: it is damaged, or protected by a password", "open it in Word and save it as .docx, without a password");
    if (docx->size() > limits.file_bytes)
        return fail("it is larger than " + std::to_string(limits.file_bytes >> 20U) + " MB once it is saved as .docx", "take pictures out of it, or split it");
    Result<Document> document = read_docx(*docx, path, limits);
    if (document) {
        document->format = kind.format;
        document->notes.insert(document->notes.begin(), "read through LibreOffice, which saved a copy as .docx");
    }
    return document;
}

} // namespace ehc::read

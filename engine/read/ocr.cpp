#include "read/ocr.hpp"

#include "read/hash.hpp"

#include <array>
#include <optional>

namespace ehc::read {

namespace {

constexpr std::size_t most_known = 64U << 20U;
constexpr std::string_view told = "hocr";

bool is_whole(std::string_view answer) { return read::is_whole(answer, told); }

} // namespace

Result<std::string> Ocr::read(const Picture& picture, std::uint32_t seconds) {
    const std::string size = std::to_string(picture.width) + " " + std::to_string(picture.height) + " " + std::to_string(picture.dpi);
    const std::string key = size + " " + sha256_hex(picture.greys);
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = known_.find(key); found != known_.end())
            return found->second;
    }
    const Helpers::Reply reply = helpers_.ask(size + " " + std::to_string(seconds) + "\n", picture.greys, is_whole, std::chrono::seconds(2 * seconds + 5));
    if (reply.end == Helpers::Reply::End::not_started || reply.words == "error start\n")
        return Error{"", "Tesseract cannot be started", "see that `tesseract --version` works and ehcaudit-ocr stands beside ehcaudit"};
    if (reply.words == "error language\n")
        return Error{"", "Tesseract has no data for English", "install it (on Debian the package tesseract-ocr-eng)"};
    if (reply.end == Helpers::Reply::End::late || reply.words == "error late\n")
        return Error{"", "it takes longer than " + std::to_string(seconds) + " seconds", "ask for the document it was made from"};
    const auto hocr = counted_bytes(reply.words, told);
    if (!hocr)
        return Error{"", "Tesseract fails on it", "ask for the document it was made from"};
    const std::lock_guard lock(mutex_);
    if (known_bytes_ + hocr->size() > most_known) {
        known_.clear();
        known_bytes_ = 0;
    }
    known_bytes_ += hocr->size();
    return known_[key] = std::string(*hocr);
}

Result<Done> Ocr::ready() {
    constexpr std::uint32_t side = 64, enough = 20;
    const std::string white(std::size_t{side} * side, '\xFF');
    const auto read_it = read({side, side, 100, white}, enough);
    return read_it ? Result<Done>(Done{}) : Result<Done>(read_it.error());
}

} // namespace ehc::read
